import type { Cluster, Entity, SupportingService } from '../model/entities.ts'
import { knownValue } from '../model/fact.ts'
import { nearest } from '../model/link.ts'
import { besideClusters, byName, everyCluster } from '../model/link-key.ts'
import type { Db } from './db.ts'

/** What keeps the copies of a plan, or a copy that is made once: the store or class that it names, else the usual one; undefined where it names none of these files. */
export function keeperOf({ estate }: Db, of: SupportingService): SupportingService | undefined {
  const { keptIn, claim } = of.backup ?? {}
  if (!keptIn || keptIn.state === 'unresolved') return undefined
  const is = claim ? 'class' : 'store'
  const known: readonly Entity[] =
    keptIn.state === 'known' ? estate.find(byName('supporting-service', keptIn.value)) : estate.find(besideClusters)
  const keepers = known.filter(
    (one): one is SupportingService =>
      one.kind === 'supporting-service' &&
      one.backup?.is === is &&
      (keptIn.state === 'known' || one.backup.usual === true),
  )
  const link = nearest(of, keepers)
  return link.state === 'linked' ? link.to : undefined
}

/** The clusters whose disk a snapshot is of, by the name of its claim, in which operators and charts write that of the cluster: `data-0-orders-brokers-0`. */
export function clustersOfClaim({ estate }: Db, { backup }: SupportingService): Cluster[] {
  const claim = backup?.claim && knownValue(backup.claim)
  if (claim === undefined) return []
  const named = estate
    .find(everyCluster)
    .filter(({ name }) => name.state === 'known' && `-${claim}-`.includes(`-${name.value}-`))
  // `orders-eu` is meant where both `orders` and it fit.
  const longest = Math.max(...named.map(({ name }) => knownValue(name)?.length ?? 0))
  return named.filter(({ name }) => knownValue(name)?.length === longest)
}
