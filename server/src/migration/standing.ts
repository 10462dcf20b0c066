import type { Db } from '../assess/db.ts'
import { homeOf } from '../assess/residency.ts'
import type {
  Access,
  Cluster,
  Connector,
  ConsumerGroup,
  Denial,
  Entity,
  ReplicationFlow,
  Schema,
  Topic,
} from '../model/entities.ts'
import { knownValue } from '../model/fact.ts'
import { byName as keyOf } from '../model/link-key.ts'
import { clusterAt, connectClusterOf, nearest } from '../model/link.ts'
import { mentionsOf } from '../model/mentions.ts'
import { isKind, nameOf } from './items.ts'

/** Whether something belongs to the cluster, to another one, or whether the files leave it open. */
export type Stand = 'here' | 'elsewhere' | 'unclear'

/** Where things stand, by their kind; `topics` are the names of those that are moved. */
export interface Standing {
  topic(of: Topic): Stand
  entity(of: Access | Denial | ConsumerGroup): Stand
  connector(of: Connector, topics: ReadonlySet<string>): Stand
  schema(of: Schema, topics: ReadonlySet<string>): Stand
  flow(of: ReplicationFlow): boolean
}

/** Says of everything among entities whether it belongs to a cluster. */
export function standing(db: Db, entities: readonly Entity[], cluster: Cluster): Standing {
  const own = nameOf(cluster)
  // A configuration that no cluster in sight uses is none.
  const all = entities
    .filter(isKind('cluster'))
    .filter(({ engine, listeners, site }) => site || listeners.length > 0 || engine.state === 'known')
  const others = new Set(all.map(nameOf).filter(name => name !== own))
  const among = (found: readonly Cluster[]): Stand => {
    const names = new Set(found.map(nameOf))
    if (names.size === 1) return names.has(own) ? 'here' : 'elsewhere'
    return names.size === 0 && others.size === 0 ? 'here' : 'unclear'
  }
  const byFile = (of: Entity): Stand => {
    if (others.size === 0) return 'here'
    const link = nearest({ file: of.file }, all)
    return link.state === 'linked' ? among([link.to]) : among(link.state === 'ambiguous' ? link.candidates : [])
  }
  const byName = (name: string | undefined): Stand | undefined => {
    if (name === own) return 'here'
    return name !== undefined && others.has(name) ? 'elsewhere' : undefined
  }
  return {
    topic: of => byName(knownValue(of.cluster)) ?? among(homeOf(db, of).clusters),
    entity: of => ('cluster' in of && of.cluster && byName(knownValue(of.cluster))) || byFile(of),
    connector(of, topics) {
      const worker = connectClusterOf(db.estate, of)
      const link = worker.state === 'linked' ? clusterAt(db.estate, worker.to, worker.to.kafka) : undefined
      if (link?.state === 'linked') return among([link.to])
      const names = mentionsOf(of, db.estate.topicSettings).flatMap(({ what, name }) =>
        what === 'topic' ? [name] : [],
      )
      if (names.some(name => topics.has(name))) return 'here'
      if (others.size > 0 && names.some(name => db.estate.find(keyOf('topic', name)).length > 0)) return 'elsewhere'
      return byFile(of)
    },
    flow: of =>
      [of.source, of.target].some(peer => {
        const link = clusterAt(db.estate, of, peer)
        return link.state === 'linked' ? nameOf(link.to) === own : knownValue(peer.alias) === own
      }),
    schema(of, topics) {
      const topic = nameOf(of).replace(/-(?:key|value)$/, '')
      if (topics.has(topic) || of.registry) return 'here'
      if (others.size > 0 && db.estate.find(keyOf('topic', topic)).length > 0) return 'elsewhere'
      return byFile(of)
    },
  }
}
