import { byName, mirrorsBetween } from '../model/link-key.ts'
import type { Cluster, Connector, ConsumerGroup, Peer, ReplicationFlow, Topic } from '../model/entities.ts'
import { knownValue } from '../model/fact.ts'
import { clusterBehind, clusterOf, nearest, type Link } from '../model/link.ts'
import { setting, type Settings } from '../model/settings.ts'
import type { Uri } from '../text/uri.ts'
import { wordsOf } from '../text/words.ts'
import { topicsCopied, topicsOf } from './data-flow.ts'
import { query, type Db, type Library } from './db.ts'

/** What a mirror copies topics and groups by; a part that does not run is left out. */
export interface MirrorParts {
  readonly copying?: Settings
  readonly checkpoints?: Settings
}

/** The parts of MirrorMaker 2 that an entity runs; undefined where it is no mirror of that kind. */
export function mirrorPartsOf({ knowledge }: Library, of: ReplicationFlow | Connector): MirrorParts | undefined {
  if (of.kind === 'flow') return of
  const copies = knowledge.connectors.get(knownValue(of.class) ?? '')?.copies
  return copies?.everything
    ? { ...(copies.topics ? { copying: of.settings } : {}), ...(copies.groups ? { checkpoints: of.settings } : {}) }
    : undefined
}

/** The cluster behind an address, seen from the entity that names it; where it is named without an address, the one of that name. */
export function clusterOfPeer(
  { estate }: Db,
  peer: Peer,
  from: { readonly file: Uri; readonly namespace?: string },
): Link<Cluster> {
  const namespace = peer.namespace ?? from.namespace
  const here = { file: from.file, ...(namespace === undefined ? {} : { namespace }) }
  return peer.bootstrap.state === 'absent' && peer.alias.state === 'known'
    ? nearest(here, estate.find(byName('cluster', peer.alias.value)))
    : clusterBehind(estate, here, peer.bootstrap)
}

/** Whether another flow copies back; undefined where the names of the clusters are not in the file. */
export function isAnswered({ estate }: Db, { source, target }: ReplicationFlow): boolean | undefined {
  const [from, to] = [knownValue(source.alias), knownValue(target.alias)]
  return from === undefined || to === undefined ? undefined : estate.find(mirrorsBetween(to, from)).length > 0
}

/** A declared topic and a declared topic that its records are copied to. */
export interface Copy {
  readonly source: Topic
  readonly copy: Topic
  readonly by: 'mirror' | 'dead-letter-queue'
}

/** The copies that a mirror keeps of topics, or a sink of the records that it could not write. */
export const copiesOf = query((db, of: ReplicationFlow | Connector): readonly Copy[] => {
  const { estate } = db
  if (of.kind === 'connector') {
    const name = setting(of.settings, 'errors.deadletterqueue.topic.name')
    const queue = name.state === 'known' ? nearest(of, estate.find(byName('topic', name.value))) : undefined
    if (queue?.state !== 'linked') return []
    return topicsOf(of).flatMap((topic): Copy[] => {
      const source = nearest(of, estate.find(byName('topic', topic)))
      return source.state === 'linked' ? [{ source: source.to, copy: queue.to, by: 'dead-letter-queue' }] : []
    })
  }
  const target = clusterOfPeer(db, of.target, of)
  const rename = naming(of)
  if (target.state !== 'linked' || !rename) return []
  return topicsCopied(db, of).flatMap(source =>
    estate
      .find(byName('topic', rename(knownValue(source.name) ?? '')))
      .filter(topic => topic !== source && isOn(db, topic, target.to))
      .map((copy): Copy => ({ source, copy, by: 'mirror' })),
  )
})

function isOn({ estate }: Db, topic: Topic, cluster: Cluster): boolean {
  const link = clusterOf(estate, topic)
  return link.state === 'linked' && link.to === cluster
}

/** How a mirror names its copies: with the alias of the source in front, or not at all; undefined where a policy of its own decides. */
function naming({ copying, source }: ReplicationFlow): ((topic: string) => string) | undefined {
  const [policy, separator] = [
    setting(copying, 'replication.policy.class'),
    setting(copying, 'replication.policy.separator'),
  ]
  const alias = knownValue(source.alias)
  if (policy.state === 'known') return policy.value.endsWith('.IdentityReplicationPolicy') ? topic => topic : undefined
  if (policy.state === 'unresolved' || separator.state === 'unresolved' || alias === undefined) return undefined
  return topic => `${alias}${separator.state === 'known' ? separator.value : '.'}${topic}`
}

/** Topics that MirrorMaker 2 keeps for itself. */
const ownTopics = /^(?:mm2-offset-syncs\b|heartbeats$)|\.checkpoints\.internal$/
const mirrorNames: ReadonlySet<string> = new Set(['mm', 'mm2', 'mirror', 'mirrormaker', 'mirrormaker2', 'replicator'])

/** Whether the rights on a group are those of a mirror: its user is named after one, or may use the topics that only mirrors have. */
export const isOfMirror = ({ estate }: Db, { file, owner }: ConsumerGroup): boolean =>
  wordsOf(owner).some((word, i, all) => mirrorNames.has(word) || mirrorNames.has(`${word}${all[i + 1] ?? ''}`)) ||
  (estate.facts(file)?.entities ?? []).some(
    entity =>
      entity.kind === 'access' &&
      `user ${knownValue(entity.principal)?.replace(/^User:/, '')}` === owner &&
      ownTopics.test(knownValue(entity.name) ?? ''),
  )

/** Whether a mirror is plainly not meant to lead back: the other direction is switched off by name, or it is named a migration. */
export function isOneWayByIntent({ name, source, target, copying }: ReplicationFlow): boolean {
  const back = setting(copying, `${knownValue(target.alias)}->${knownValue(source.alias)}.enabled`)
  return (
    knownValue(back)?.trim().toLowerCase() === 'false' ||
    wordsOf(knownValue(name) ?? '').some(word => /^(?:migra[tcz]|migrier|umzug|cutover)/.test(word))
  )
}
