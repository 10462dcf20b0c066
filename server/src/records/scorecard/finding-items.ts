import { directionOf } from '../../assess/connector-kind.ts'
import type { Db } from '../../assess/db.ts'
import type { Entity } from '../../model/entities.ts'
import type { ItemName } from '../../model/residency.ts'

/** The item that a finding speaks against, where its code tells; of what else it says, the thing decides that it stands at. */
const byCode: readonly (readonly [RegExp, ItemName])[] = [
  [/^KR106$/, 'schemas'],
  [/^KR107$/, 'sinks'],
  [/^KR108$/, 'logs'],
  [/^KR105$/, 'topics'],
  [/^KR2/, 'groups'],
  [/^KR308$/, 'producers'],
  [/^KR311$/, 'sinks'],
  [/^KR310$/, 'mirrors'],
  [/^KR404$/, 'brokers'],
  [/^KR40[38]$/, 'mirrors'],
  [/^KR406$/, 'logs'],
  [/^KR409$/, 'controlPlane'],
  [/^KR410$/, 'groups'],
  [/^KR413$/, 'metrics'],
  [/^KR507$/, 'access'],
  [/^KR509$/, 'logs'],
  [/^KR604$/, 'sinks'],
  [/^KR606$/, 'tieredStorage'],
  [/^KR6/, 'replay'],
  [/^KR70[238]$/, 'offsets'],
  [/^KR7[01]/, 'standby'],
]

/** What says nothing of residency or recovery: what fields hold, how files are written. */
const elsewhere = /^KR(?:10[1-4]|8|9)/

/** The item of a cluster that a finding at an entity speaks against; undefined where it is no matter of a scorecard. */
export function itemOfFinding(db: Db, code: string, of: Entity): ItemName | undefined {
  if (elsewhere.test(code)) return undefined
  return byCode.find(([codes]) => codes.test(code))?.[1] ?? byKind(db, of)
}

function byKind(db: Db, of: Entity): ItemName | undefined {
  switch (of.kind) {
    case 'cluster':
    case 'node-pool':
      return 'brokers'
    case 'topic':
      return 'topics'
    case 'connector':
      return directionOf(db, of) === 'source' ? 'producers' : 'sinks'
    case 'connect-cluster':
      return 'sinks'
    case 'flow':
      return 'mirrors'
    case 'client':
      return 'producers'
    case 'supporting-service':
      return 'provisioning'
    default:
      return undefined
  }
}
