import type { Db } from '../../assess/db.ts'
import { destinationOf, sourceProviderOf } from '../../assess/residency.ts'
import type { Connector, ReplicationFlow } from '../../model/entities.ts'

/** How far what a mirror copies gets: out of the EEA, under foreign law that does not reach its source, or neither; and who runs the target. */
export function reachOf(
  entity: Connector | ReplicationFlow,
  db: Db,
): { reach: 'outside' | 'foreign' | 'inside'; owner: string } {
  const target = destinationOf(db, entity)
  const outside =
    target !== undefined && target.policy !== 'allowed' && ['adequate', 'conditional', 'third'].includes(target.status)
  const provider = target?.provider
  const foreign =
    entity.kind === 'flow' && provider?.cloudAct === 'yes' && sourceProviderOf(db, entity)?.cloudAct !== 'yes'
  const owner = provider?.short ?? ''
  if (outside) return { reach: 'outside', owner }
  return { reach: foreign ? 'foreign' : 'inside', owner }
}
