import { known } from '../../assess/parties.ts'
import { topicsCopied, topicsOf } from '../../assess/data-flow.ts'
import type { Db } from '../../assess/db.ts'
import type { Destination } from '../../assess/destination.ts'
import { platformOf } from '../../assess/platform.ts'
import { effectOf, regionsLeft, type Supposition } from '../../assess/what-if.ts'
import type { Region } from '../../knowledge/regions.ts'
import type { Cluster } from '../../model/entities.ts'
import { knownValue } from '../../model/fact.ts'
import { pathOf } from '../../model/residency.ts'
import { compareTexts } from '../../text/order.ts'
import type { ClusterCard, Line, Scorecard } from './card.ts'

/** A line that a supposition breaks. */
export interface Broken {
  /** Undefined where it belongs to no cluster. */
  readonly cluster?: Cluster
  readonly line: Line & { readonly destination: Destination }
  /** Whose records or names are concerned. */
  readonly topics: readonly string[]
  readonly alternatives: readonly Region[]
  /** Clusters of the same files that stay. */
  readonly clusters: readonly string[]
}

/** What a supposition does to a platform. */
export interface Consequences {
  readonly suppose: Supposition
  readonly broken: readonly Broken[]
  /** Lines of which nobody can tell: their place, or who runs them, is not known. */
  readonly unclear: readonly { readonly cluster?: Cluster; readonly line: Line }[]
}

/** What a supposition breaks, and what is left. */
export function consequencesOf(db: Db, { clusters, stray }: Scorecard, suppose: Supposition): Consequences {
  const lines = [
    ...clusters.flatMap(card => card.items.flatMap(item => item.lines.map(line => ({ cluster: card.cluster, line })))),
    ...stray.map(line => ({ line })),
  ].filter(({ line }) => line.placeable)
  const standing = clusters.filter(card => !breaksBrokers(card, suppose)).map(({ name }) => name)
  return {
    suppose,
    broken: lines.flatMap(({ line, ...rest }): Broken[] => {
      const { destination } = line
      if (!destination || effectOf(suppose, destination) !== 'breaks') return []
      return [
        {
          ...rest,
          line: { ...line, destination },
          topics: topicsAt(db, rest, { ...line, destination }),
          alternatives: regionsLeft(db, suppose, destination),
          clusters: line.item === 'brokers' ? standing : [],
        },
      ]
    }),
    unclear: lines.filter(({ line }) => effectOf(suppose, line.destination) === 'unclear'),
  }
}

const breaksBrokers = ({ items }: ClusterCard, suppose: Supposition): boolean =>
  items.some(
    ({ item, lines }) =>
      item === 'brokers' && lines.some(({ destination }) => effectOf(suppose, destination) !== 'holds'),
  )

/** The topics whose records come to a line: those that a sink reads, a mirror copies, a cluster keeps. */
function topicsAt(
  db: Db,
  { cluster }: { readonly cluster?: Cluster },
  { item, note, destination: { of } }: Line & { readonly destination: Destination },
): string[] {
  if ((pathOf(item) !== 'record' && item !== 'standby') || (note?.is === 'backup' && !note.reaches)) return []
  if (of.kind === 'connector') return topicsOf(of)
  const kept = cluster ? platformOf(db, cluster).topics : []
  const topics = of.kind === 'flow' ? topicsCopied(db, of) : kept
  return topics.map(topic => known(topic).name || (knownValue(topic.name) ?? '?')).sort(compareTexts)
}
