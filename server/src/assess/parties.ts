import { mirrorsOf as mirrorsAt, namersByPattern, namersOf } from '../model/link-key.ts'
import type { Access, Client, Connector, ConsumerGroup, ReplicationFlow, Topic } from '../model/entities.ts'
import { clusterOf } from '../model/link.ts'
import { mentionsOf, topicPatternsOf, type Mention, type Namer, type TopicPattern } from '../model/mentions.ts'
import { declarationsOf, mentionsNamed, sameAs } from '../model/references.ts'
import type { Uri } from '../text/uri.ts'
import { knownValue, placeKey, placeOf, type Place } from '../model/fact.ts'
import { directionOf } from './connector-kind.ts'
import { takes, topicsCopied } from './data-flow.ts'
import { query, type Db } from './db.ts'
import { copiesOf } from './mirror.ts'

/** A topic as the files know it: declared, or only named. */
export interface KnownTopic {
  readonly name: string
  readonly declared?: Topic
  /** Where it is declared, else the first place that names it. */
  readonly at: Place
  /** From where its schema and its cluster are looked for. */
  readonly file: Uri
}

/** Who takes part in the flow of a topic's records. */
export interface Party {
  readonly role: 'source' | 'sink' | 'mirror' | 'group' | 'client'
  readonly name: string
  readonly of: Connector | ReplicationFlow | Client | ConsumerGroup | Access
  /** Where it is named or declared itself. */
  readonly at: Place
  /** Where it names the topic. */
  readonly through: Place
}

/** The topic that a mention means; undefined where it may be one of several. */
export function topicOf(db: Db, mention: Mention): KnownTopic | undefined {
  const [declared, ...others] = declarationsOf(mention, db.estate)
  if (others.length > 0) return undefined
  if (declared?.kind === 'topic') return known(declared)
  const first = firstUndeclared(db, mention.name) ?? mention
  return { name: mention.name, at: first.place, file: first.file }
}

/** The first place that names a topic which nobody declares; all that lead to no declaration mean the same. */
const firstUndeclared = query(({ estate }, name: string): Mention | undefined => {
  const seed = mentionsNamed('topic', name, estate).find(mention => declarationsOf(mention, estate).length === 0)
  const same = seed ? sameAs(seed, estate).sure : []
  return same.find(({ inFileName, of }) => !inFileName && of.kind !== 'configuration')
})

/** A declared topic. */
export function known(declared: Topic): KnownTopic {
  const [own] = mentionsOf(declared, [])
  return {
    name: knownValue(declared.name) ?? '',
    declared,
    at: own?.declares ? own.place : placeOf(declared.name),
    file: declared.file,
  }
}

/** Those who bring records into a topic, and those who take them out. */
export interface Parties {
  readonly into: readonly Party[]
  readonly out: readonly Party[]
}

type Use = 'reads' | 'writes'

/** Who brings records into a topic, and who takes them out, in the order of files. */
export function partiesOf(db: Db, topic: KnownTopic): Parties {
  const all = [...usesByName(db, topic), ...usesByPattern(db, topic)].map(({ of, use, through }) => ({
    use,
    parties: partiesAt(db, of, use, through),
  }))
  all.push(...mirrorsOf(db, topic))
  const those = (wanted: Use): Party[] => distinct(all.flatMap(({ use, parties }) => (use === wanted ? parties : [])))
  return { into: those('writes'), out: those('reads') }
}

/** Who brings records into a declared topic, and who takes them out. */
export const partiesOfTopic = query((db, topic: Topic): Parties => partiesOf(db, known(topic)))

/** By what a topic is known to hold what a tool keeps for itself, its offsets or the history of its schemas: a setting that names it so, or its name; undefined for a topic of records. */
export const ownOfToolBy = query((db, topic: Topic): 'setting' | 'name' | undefined => {
  const name = knownValue(topic.name) ?? ''
  const seed = mentionsNamed('topic', name, db.estate).find(({ of }) => of === topic)
  const { sure, unsure } = seed ? sameAs(seed, db.estate) : { sure: [], unsure: [] }
  if ([...sure, ...unsure].some(({ uses }) => uses.includes('keeps'))) return 'setting'
  return isCalledByTools(name) ? 'name' : undefined
})

/** Whether a name is one that brokers, registries, MirrorMaker 2 and Debezium give to topics of their own, and hardly anybody else does. */
const isCalledByTools = (name: string): boolean =>
  /^__|^_schemas$|^mm2-.+\.internal$|\.checkpoints\.internal$|(?:^|[._-])(?:schema[._-]?(?:changes|history)|db[._-]?history)(?:[._-]|$)/i.test(
    name,
  )

/** Those who take records out of a topic or out of another one of its name: which, no file tells. */
export function possibleTakersOf(db: Db, { name, declared }: KnownTopic): Party[] {
  const seed = mentionsNamed('topic', name, db.estate).find(({ of }) => of === declared)
  const { unsure } = seed ? sameAs(seed, db.estate) : { unsure: [] }
  return distinct(
    unsure.filter(({ uses }) => uses.includes('reads')).flatMap(({ of, place }) => partiesAt(db, of, 'reads', place)),
  )
}

interface Usage {
  readonly of: Namer
  readonly use: Use
  readonly through: Place
}

const usesByName = (db: Db, topic: KnownTopic): Usage[] =>
  mentionsOfTopic(db, topic).flatMap(({ of, uses, place }) =>
    uses.flatMap(use => (use === 'keeps' ? [] : [{ of, use, through: place }])),
  )

const usesByPattern = (db: Db, { name }: KnownTopic): Usage[] =>
  db.estate
    .find(namersByPattern)
    .filter(of => of.kind === 'connector')
    .flatMap(of =>
      patternsOf(db, of).flatMap(pattern =>
        pattern.use !== 'keeps' && means(pattern, name) ? [{ of, use: pattern.use, through: placeOf(of.name) }] : [],
      ),
    )

/** Where the topics of tables are known by name, the prefix alone is that of changes to their schemas. */
function means({ form, text, areListed }: TopicPattern, name: string): boolean {
  if (form === 'pattern') return takes(text, name)
  return areListed ? name === text : name.startsWith(text)
}

/** Every topic asks for those of every connector. */
const patternsOf = query(({ estate }, of: Connector): readonly TopicPattern[] =>
  topicPatternsOf(of, estate.topicSettings),
)

/** The mirrors that copy a declared topic, or that write it as a copy. */
const mirrorsOf = (db: Db, { declared }: KnownTopic): { use: Use; parties: Party[] }[] =>
  (declared ? flowsAt(db, declared) : []).flatMap(flow => {
    const parties = [party('mirror', flow, placeOf(flow.topics))]
    const copied = topicsCopied(db, flow).some(topic => topic === declared)
    const written = copiesOf(db, flow).some(({ copy }) => copy === declared)
    return [
      ...(copied ? [{ use: 'reads' as const, parties }] : []),
      ...(written ? [{ use: 'writes' as const, parties }] : []),
    ]
  })

function mentionsOfTopic({ estate }: Db, { name, declared, file }: KnownTopic): readonly Mention[] {
  const seed = mentionsNamed('topic', name, estate).find(({ of }) => (declared ? of === declared : of.file === file))
  return seed ? sameAs(seed, estate).sure : []
}

/** The flows that name the cluster of a topic as their source or their target. */
function flowsAt({ estate }: Db, topic: Topic): ReplicationFlow[] {
  const cluster = clusterOf(estate, topic)
  const name = cluster.state === 'linked' ? knownValue(cluster.to.name) : undefined
  if (name === undefined) return []
  const named = estate.find(namersOf('cluster', name)).filter(of => of.kind === 'flow')
  return [...new Set([...named, ...estate.find(mirrorsAt(name))])]
}

/** An entity that takes part under its own name. */
const party = (
  role: Party['role'],
  of: Connector | ReplicationFlow | Client,
  through: Place,
  name = knownValue(of.name) ?? role,
): Party => ({ role, name, of, at: placeOf(of.name), through })

function partiesAt(db: Db, of: Namer, use: Use, through: Place): Party[] {
  switch (of.kind) {
    case 'connector': {
      const direction = directionOf(db, of)
      // A source reads no topic; what a sink could not write goes to one of its own.
      if (direction === undefined || (direction === 'source' && use === 'reads')) return []
      const name = knownValue(of.name) ?? knownValue(of.class) ?? 'connector'
      return [party(direction === 'replication' ? 'mirror' : direction, of, through, name)]
    }
    case 'flow':
      // A mirror copies what its source cluster holds: a topic that no file declares is taken at its word.
      return [party('mirror', of, through)]
    case 'client':
      return [party('client', of, through)]
    case 'access':
      return partiesOfAccess(db, of, use, through)
    default:
      return []
  }
}

/** Whoever may read a topic reads it in the groups that they may use; whoever may write is known by name. */
function partiesOfAccess(db: Db, of: Access, use: Use, through: Place): Party[] {
  const principal = knownValue(of.principal)
  if (principal === undefined) return []
  const groups = use === 'reads' ? groupsOfPrincipal(db, of.file, principal) : []
  if (groups.length === 0) return [{ role: 'client', name: principal.replace(/^User:/, ''), of, at: through, through }]
  return groups.map(({ of: group, name }): Party => {
    const at = mentionsOf(group, [])[0]?.place ?? placeOf(group.name)
    return { role: 'group', name: group.prefix ? `${name}*` : name, of: group, at, through }
  })
}

/** The groups that a file lets somebody use. */
const groupsOfPrincipal = ({ estate }: Db, file: Uri, principal: string): { of: Access; name: string }[] =>
  estate.entities(file).flatMap(of => {
    if (of.kind !== 'access' || !/^group$/i.test(of.resource) || knownValue(of.principal) !== principal) return []
    const name = knownValue(of.name)
    return name === undefined ? [] : [{ of, name }]
  })

/** Each party once. */
const distinct = (parties: readonly Party[]): Party[] => [
  ...new Map(parties.map(party => [`${party.role} ${party.name} ${placeKey(party.at)}`, party])).values(),
]
