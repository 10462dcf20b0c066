import { byName, mirrorsBetween } from '../model/link-key.ts'
import type { Cluster, Connector, ConsumerGroup, Peer, ReplicationFlow, Topic } from '../model/entities.ts'
import {
  asBoolean,
  knownValue,
  placeOf,
  type Absent,
  type Fact,
  type Known,
  type Linkable,
  type Place,
} from '../model/fact.ts'
import { clusterBehind, clusterOf, nearest, type Link } from '../model/link.ts'
import { setting, type Setting, type Settings } from '../model/settings.ts'
import { wordsOf } from '../text/words.ts'
import { exclusions, takesAll, topicNamesCopied, topicsCopied, topicsOf } from './data-flow.ts'
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
export function clusterOfPeer(db: Db, peer: Peer, from: Linkable): Link<Cluster> {
  const known = clustersSeen(db, peer)
  const key = `${from.file} ${from.namespace}`
  const link = known.get(key) ?? findCluster(db, peer, from)
  known.set(key, link)
  return link
}

/** By who looks: mostly one, whom many assessments ask. */
const clustersSeen = query((_db, _peer: Peer) => new Map<string, Link<Cluster>>())

function findCluster({ estate }: Db, peer: Peer, from: Linkable): Link<Cluster> {
  const namespace = peer.namespace ?? from.namespace
  const here = { file: from.file, ...(namespace === undefined ? {} : { namespace }) }
  return peer.bootstrap.state === 'absent' && peer.alias.state === 'known'
    ? nearest(here, estate.find(byName('cluster', peer.alias.value)))
    : clusterBehind(estate, here, peer.bootstrap)
}

/** The setting by which checkpoints carry no offsets to the groups at the target: they are not made, or not applied; undefined where they are, or a placeholder decides. */
export function notSynchronised(
  checkpoints: Settings,
): { readonly by: string; readonly fact: Known<boolean> | Absent } | undefined {
  const applied = asBoolean(setting(checkpoints, 'sync.group.offsets.enabled'))
  if (applied.state === 'unresolved') return undefined
  const made = asBoolean(setting(checkpoints, 'emit.checkpoints.enabled'))
  if (made.state === 'known' && !made.value) return { by: 'emit.checkpoints.enabled', fact: made }
  return knownValue(applied) ? undefined : { by: 'sync.group.offsets.enabled', fact: applied }
}

/** What a mirror that says so does not bring to its target. */
export interface LeftBehind {
  readonly what: 'topics' | 'groups' | 'configurations' | 'access'
  readonly setting: Setting & { readonly value: Known<string> }
}

const carriers = [
  ['copying', 'refresh.topics.enabled', 'topics'],
  ['checkpoints', 'refresh.groups.enabled', 'groups'],
  ['copying', 'sync.topic.configs.enabled', 'configurations'],
  ['copying', 'sync.topic.acls.enabled', 'access'],
] as const

/** What a mirror is told to leave behind, where it is told so. */
export function leftBehindBy(library: Library, mirror: ReplicationFlow | Connector): LeftBehind[] {
  const parts = mirrorPartsOf(library, mirror)
  return carriers.flatMap(([part, key, what]): LeftBehind[] => {
    const written = parts?.[part]?.all.findLast(candidate => candidate.key === key)
    if (written?.value.state !== 'known' || knownValue(asBoolean(written.value)) !== false) return []
    // Groups are looked for to make checkpoints of them; where none are made, that is what is to be said.
    const made = parts?.checkpoints && notSynchronised(parts.checkpoints)
    if (what === 'groups' && made?.by === 'emit.checkpoints.enabled') return []
    return [{ what, setting: { ...written, value: written.value } }]
  })
}

/** Whether a mirror keeps the names of what it copies; undefined where a placeholder or a policy of its own decides. */
export function keepsNames({ copying, replicator }: ReplicationFlow): boolean | undefined {
  if (replicator)
    return replicator.topicNames.state === 'unresolved' ? undefined : knownValue(replicator.topicNames) === 'IDENTICAL'
  return policyKeepsNames(copying)
}

function policyKeepsNames(settings: Settings): boolean | undefined {
  const policy = setting(settings, policyKey)
  if (policy.state !== 'known') return policy.state === 'absent' ? false : undefined
  if (policy.value.endsWith('.IdentityReplicationPolicy')) return true
  return policy.value.endsWith('.DefaultReplicationPolicy') ? false : undefined
}

const policyKey = 'replication.policy.class'

/** The mirror that copies back under the same names what this one copies: records then go in circles, unless one of them is stopped. Amazon's replicators know their own copies by a header. */
export function loopOf(db: Db, flow: ReplicationFlow): ReplicationFlow | undefined {
  const [from, to] = [knownValue(flow.source.alias), knownValue(flow.target.alias)]
  if (flow.replicator || flow.stopped || from === undefined || to === undefined || !keepsNames(flow)) return undefined
  return db.estate
    .find(mirrorsBetween(to, from))
    .find(
      back =>
        !back.replicator &&
        !back.stopped &&
        keepsNames(back) === true &&
        isBetweenTheSame(flow, back) &&
        overlaps(flow, back),
    )
}

/** Whether two mirrors lie between the same clusters: of one file, or with the same addresses. */
const isBetweenTheSame = (one: ReplicationFlow, back: ReplicationFlow): boolean =>
  one.file === back.file ||
  (isSame(one.source.bootstrap, back.target.bootstrap) && isSame(one.target.bootstrap, back.source.bootstrap))

const isSame = (one: Fact<string>, other: Fact<string>): boolean =>
  one.state === 'known' && other.state === 'known' && one.value.trim() === other.value.trim()

/** Whether some topic is surely copied by both: one takes all that the other takes, or both list it; nothing is sure where topics are left out. */
function overlaps(one: ReplicationFlow, back: ReplicationFlow): boolean {
  const [there, here] = [one, back].map(patternsOf)
  if (!there || !here) return false
  return there.includes('.*') || here.includes('.*') || there.some(pattern => here.includes(pattern))
}

/** The patterns of topics that a mirror copies; undefined where they are not known, or exceptions are made. */
function patternsOf({ topics, copying }: ReplicationFlow): string[] | undefined {
  const excepts = exclusions.some(key => setting(copying, key).state === 'known')
  if (excepts || topics.state === 'unresolved') return undefined
  if (topics.state === 'absent' || takesAll(topics.value)) return ['.*']
  return topics.value.split(/[,|]/).map(pattern => pattern.trim())
}

/** How a mirror that only leads away renames a topic, `orders -> eu.orders`, where it carries the offsets of consumers who would follow; undefined where it keeps the names, or nothing is carried. */
export function renamesFor(db: Db, flow: ReplicationFlow): string | undefined {
  const rename = naming(flow)
  const carried = flow.checkpoints && knownValue(asBoolean(setting(flow.checkpoints, 'sync.group.offsets.enabled')))
  if (flow.replicator || !rename || carried !== true || isAnswered(db, flow) !== false) return undefined
  const renamed = rename('orders')
  return renamed === 'orders' ? undefined : `orders -> ${renamed}`
}

/** Two parts of one mirror that name topics by different policies. */
export interface PolicyClash {
  readonly key: string
  readonly copying: string
  readonly checkpoints: string
  readonly at: Place
}

/** Where the part that copies offsets looks for topics under other names than the part that copies records gives them. */
export function policyClashOf({ copying, checkpoints }: ReplicationFlow): PolicyClash | undefined {
  if (!checkpoints || checkpoints === copying) return undefined
  const pairs = policyKeys.map(([key, byDefault]) => {
    const [there, here] = [setting(copying, key), setting(checkpoints, key)]
    return { key, there, here, named: knownValue(there) ?? byDefault, sought: knownValue(here) ?? byDefault }
  })
  // What a policy of one's own does, nobody knows.
  const isOpen = pairs.some(
    ({ key, there, here, named, sought }) =>
      there.state === 'unresolved' ||
      here.state === 'unresolved' ||
      (key === policyKey && ![named, sought].every(policy => /\.(?:Identity|Default)ReplicationPolicy$/.test(policy))),
  )
  // Under the identity policy no separator stands in a name.
  const isIdentity = pairs.every(({ key, named }) => key !== policyKey || /\.IdentityReplicationPolicy$/.test(named))
  const clash = isOpen
    ? undefined
    : pairs.find(({ key, named, sought }) => named !== sought && (key === policyKey || !isIdentity))
  if (!clash) return undefined
  const { key, there, here, named, sought } = clash
  return { key, copying: named, checkpoints: sought, at: here.state === 'known' ? here.at : placeOf(there) }
}

/** Settings of MirrorMaker 2 that decide what a copy is called, with their defaults. */
const policyKeys = [
  [policyKey, 'org.apache.kafka.connect.mirror.DefaultReplicationPolicy'],
  ['replication.policy.separator', '.'],
] as const

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
  const isCopied = (name: string): boolean => estate.find(byName('topic', rename(name))).length > 0
  if (!topicNamesCopied(db, of).some(isCopied)) return []
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
const mirrorNames: ReadonlySet<string> = new Set(['mm', 'mirror', 'mirroring', 'mirrormaker', 'replicator'])

/** Whether a user is called as mirrors are: `mm2`, `shop-mirror-maker`. */
export const namesMirror = (user: string): boolean => wordsOf(user).some(word => mirrorNames.has(word))

/** Whether the rights on a group are those of a mirror: its user is named after one, or may use the topics that only mirrors have. */
export const isOfMirror = ({ estate }: Db, { file, owner }: ConsumerGroup): boolean =>
  namesMirror(owner) ||
  estate
    .entities(file)
    .some(
      entity =>
        entity.kind === 'access' &&
        `user ${knownValue(entity.principal)?.replace(/^User:/, '')}` === owner &&
        ownTopics.test(knownValue(entity.name) ?? ''),
    )

/** Whether a mirror is plainly not meant to lead back: the other direction is switched off by name, or it is named a migration. */
export const isOneWayByIntent = ({ name, oneWay }: ReplicationFlow): boolean =>
  oneWay === true || wordsOf(knownValue(name) ?? '').some(word => /^(?:migra[tcz]|migrier|umzug|cutover)/.test(word))
