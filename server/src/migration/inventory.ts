import { connectorKindOf } from '../assess/connector-kind.ts'
import { personalDataBehind } from '../assess/data-flow.ts'
import type { Db } from '../assess/db.ts'
import type { PersonalData } from '../assess/personal-data.ts'
import { keptFor, retentionOf } from '../assess/retention.ts'
import { homeOf } from '../assess/residency.ts'
import type {
  Access,
  Cluster,
  ConnectCluster,
  Connector,
  ConsumerGroup,
  Denial,
  Entity,
  ReplicationFlow,
  RunningAccess,
  RunningTopic,
  Schema,
  Topic,
} from '../model/entities.ts'
import { knownValue, placeOf, type Fact, type Place } from '../model/fact.ts'
import { clusterAt, connectClusterOf, nearest } from '../model/link.ts'
import { byName as keyOf } from '../model/link-key.ts'
import { mentionsOf, topicPatternsOf } from '../model/mentions.ts'
import { writtenAs, type Settings } from '../model/settings.ts'
import { say, type Message } from '../words/message.ts'
import { compareTexts } from '../text/order.ts'
import { baseName, type Uri } from '../text/uri.ts'
import { aclRights, iamRights, type Right } from './rights.ts'

/** Something that is moved, under its own name. */
export interface Item {
  readonly name: string
  /** Where files tell of it. */
  readonly at: readonly Place[]
}

/** A topic that is moved. */
export interface TopicItem extends Item {
  /** What runs where a print tells, else what is declared; undefined where neither does. */
  readonly partitions: number | undefined
  readonly replicationFactor: number | undefined
  /** Own settings in the order of keys; a value is undefined where another tool decides. */
  readonly settings: readonly (readonly [key: string, value: string | undefined])[]
  /** Settings may be there that no file shows. */
  readonly open: boolean
  readonly data: readonly PersonalData[]
  /** How long records are kept; undefined where that is not known. */
  readonly kept: Message | undefined
}

/** A consumer group that is moved with its offsets. */
export type GroupItem = Item

/** A right that is moved, or whatever stands for one that Kafka has no word for. */
export interface RightItem extends Right, Item {}

/** A connector that is moved. */
export interface ConnectorItem extends Item {
  readonly connector: Connector
  readonly worker: ConnectCluster | undefined
  readonly direction: 'sink' | 'source' | 'replication' | undefined
  /** Topics that it names one by one. */
  readonly reads: readonly string[]
  readonly writes: readonly string[]
  /** How topics begin that it writes to. */
  readonly writesBelow: readonly string[]
}

/** A schema that is moved, by its subject. */
export interface SchemaItem extends Item {
  /** The registry of Glue that keeps it, as far as its name is known; left out where only a file does. */
  readonly registry?: string
  readonly file: Uri
}

/** Something of which the files do not tell whether it belongs to the cluster that is moved. */
export interface Unclear extends Item {
  readonly kind: 'topic' | 'group' | 'right' | 'connector' | 'schema'
}

/** What a move has to carry. Every list is in the order of names. */
export interface Inventory {
  readonly cluster: Cluster & { readonly name: Fact<string> }
  readonly name: string
  readonly topics: readonly TopicItem[]
  /** Topics that brokers, workers and services make for themselves. */
  readonly internal: readonly Item[]
  readonly groups: readonly GroupItem[]
  /** Whether a print of the groups that run is among the files. */
  readonly groupsPrinted: boolean
  readonly rights: readonly RightItem[]
  readonly connectors: readonly ConnectorItem[]
  readonly schemas: readonly SchemaItem[]
  readonly unclear: readonly Unclear[]
  /** Mirrors and replicators from it or to it. */
  readonly flows: readonly Item[]
}

/** The clusters of an estate that somebody else runs, each once, in the order of names. */
export function managedClusters(db: Db, files: Iterable<Uri>): Cluster[] {
  const byName = new Map<string, Cluster>()
  for (const cluster of entitiesOf(db, files)) {
    const name = cluster.kind === 'cluster' && cluster.site ? knownValue(cluster.name) : undefined
    if (name === undefined || cluster.kind !== 'cluster') continue
    const before = byName.get(name)
    // A print names the configuration of a cluster and does not show it.
    if (!before || (before.settings.open && !cluster.settings.open)) byName.set(name, cluster)
  }
  return [...byName.values()].sort((a, b) => compareTexts(nameOf(a), nameOf(b)))
}

/** What belongs to a cluster, and what may. */
export function inventoryOf(db: Db, files: Iterable<Uri>, cluster: Cluster): Inventory {
  const entities = entitiesOf(db, files)
  const stand = standing(db, entities, cluster)
  const unclear: Unclear[] = []
  const keep = <T extends { readonly name: Fact<string> }>(
    kind: Unclear['kind'],
    all: readonly T[],
    where: (of: T) => Stand,
  ): T[] =>
    all.filter(of => {
      const stands = where(of)
      const name = knownValue(of.name)
      if (stands === 'unclear' && name !== undefined) unclear.push({ kind, name, at: [placeOf(of.name)] })
      return stands === 'here'
    })

  const declared = keep('topic', entities.filter(isKind('topic')), stand.topic)
  const printed = entities.filter(isKind('running-topic'))
  const named = new Set([...declared, ...printed].flatMap(({ name }) => knownValue(name) ?? []))
  const connectors = keep('connector', entities.filter(isKind('connector')), connector =>
    stand.connector(connector, named),
  )
  const connectorItems = merged(connectors.map(connector => connectorItem(db, connector)))
  const topics = topicItems(db, cluster, declared, printed, connectorItems)
  const runningGroups = entities.filter(isKind('running-group'))
  const rights = [
    ...keep(
      'right',
      entities.filter(of => of.kind === 'access' || of.kind === 'denial'),
      stand.entity,
    ),
    ...entities.filter(isKind('running-access')),
  ].flatMap(rightsOf)
  const elsewhere = new Set(
    entities
      .filter(isKind('connector'))
      .filter(one => !connectors.includes(one))
      .flatMap(({ name }) => knownValue(name) ?? []),
  )
  const groups = merged<Item>([
    ...keep('group', entities.filter(isGroup(elsewhere)), stand.entity).map(itemOf),
    ...runningGroups.map(itemOf),
    ...connectorItems.filter(({ direction }) => direction === 'sink').map(groupOfSink),
  ])
  const schemas = keep('schema', entities.filter(isKind('schema')).filter(isSubject), schema =>
    stand.schema(schema, named),
  )
  const moved = {
    topics: topics.filter(({ name }) => !isInternal(name)),
    groups,
    rights: mergedRights(rights),
    connectors: connectorItems,
  }
  return {
    cluster,
    name: nameOf(cluster),
    ...moved,
    internal: topics.filter(({ name }) => isInternal(name)).map(({ name, at }) => ({ name, at })),
    groupsPrinted: runningGroups.length > 0,
    schemas: schemaItems(schemas),
    flows: merged(entities.filter(isKind('flow')).filter(stand.flow).map(itemOf)),
    unclear: merged<Unclear>(unclear, ({ kind, name }) => `${kind} ${name}`).filter(
      ({ kind, name }) => !isCarried(moved, kind, name),
    ),
  }
}

/** What one declaration leaves open another one may have told. */
const isCarried = (
  moved: Pick<Inventory, 'topics' | 'groups' | 'connectors'>,
  kind: Unclear['kind'],
  name: string,
): boolean =>
  (kind === 'topic' && moved.topics.some(one => one.name === name)) ||
  (kind === 'group' && moved.groups.some(one => one.name === name)) ||
  (kind === 'connector' && moved.connectors.some(one => one.name === name))

type Named = { readonly name: Fact<string> }
const nameOf = ({ name }: Named): string => knownValue(name) ?? ''
const itemOf = ({ name }: Named): Item => ({ name: nameOf({ name }), at: [placeOf(name)] })
const isKind =
  <K extends Entity['kind']>(kind: K) =>
  (of: Entity): of is Extract<Entity, { kind: K }> =>
    of.kind === kind && of.name.state === 'known'

const entitiesOf = (db: Db, files: Iterable<Uri>): Entity[] =>
  [...files]
    .sort(compareTexts)
    .flatMap(file => (db.estate.facts(file)?.entities ?? []).filter(of => of.kind !== 'configuration'))

/** Groups that somebody reads with; what a connector elsewhere reads with is not moved. */
const isGroup =
  (elsewhere: ReadonlySet<string>) =>
  (of: Entity): of is ConsumerGroup =>
    isKind('group')(of) &&
    (of.role === 'consumer' || of.role === 'sink' || of.role === 'streams' || of.role === 'access') &&
    of.engine === undefined &&
    nameOf(of) !== '*' &&
    !elsewhere.has(nameOf(of).replace(/^connect-/, ''))

/** The group that a sink reads with, unless it names another one. */
const groupOfSink = ({ name, connector, at }: ConnectorItem): Item => ({
  name: writtenValue(connector.settings, 'consumer.override.group.id') ?? `connect-${name}`,
  at,
})

const writtenValue = (settings: Settings, key: string): string | undefined => {
  const value = writtenAs(settings, key)?.value
  return value && knownValue(value)
}

/** Whether something belongs to the cluster, to another one, or whether the files leave it open. */
type Stand = 'here' | 'elsewhere' | 'unclear'

function standing(
  db: Db,
  entities: readonly Entity[],
  cluster: Cluster,
): {
  topic(of: Topic): Stand
  entity(of: Access | Denial | ConsumerGroup): Stand
  connector(of: Connector, topics: ReadonlySet<string>): Stand
  schema(of: Schema, topics: ReadonlySet<string>): Stand
  flow(of: ReplicationFlow): boolean
} {
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

function connectorItem(db: Db, connector: Connector): ConnectorItem {
  const worker = connectClusterOf(db.estate, connector)
  const topics = mentionsOf(connector, db.estate.topicSettings).filter(({ what }) => what === 'topic')
  const used = (use: 'reads' | 'writes' | 'keeps'): string[] => [
    ...new Set(topics.flatMap(({ name, uses }) => (uses.includes(use) ? [name] : []))),
  ]
  return {
    ...itemOf(connector),
    connector,
    worker: worker.state === 'linked' ? worker.to : undefined,
    direction: connectorKindOf(db, connector)?.direction ?? (used('reads').length > 0 ? 'sink' : undefined),
    reads: used('reads'),
    writes: [...used('writes'), ...used('keeps')],
    writesBelow: topicPatternsOf(connector, db.estate.topicSettings).flatMap(({ use, form, text }) =>
      form === 'prefix' && use !== 'reads' ? [text] : [],
    ),
  }
}

/** Topics that are declared, that are printed, and that connectors name. */
function topicItems(
  db: Db,
  cluster: Cluster,
  declared: readonly Topic[],
  printed: readonly RunningTopic[],
  connectors: readonly ConnectorItem[],
): TopicItem[] {
  const names = new Map<string, { declared?: Topic; printed: RunningTopic[]; at: Place[]; file: Uri }>()
  const entry = (name: string, at: Place): NonNullable<ReturnType<typeof names.get>> => {
    const known = names.get(name) ?? { printed: [], at: [], file: at.file }
    names.set(name, known)
    known.at.push(at)
    return known
  }
  for (const topic of declared) {
    const known = entry(nameOf(topic), placeOf(topic.name))
    known.declared ??= topic
  }
  for (const topic of printed) entry(nameOf(topic), placeOf(topic.name)).printed.push(topic)
  for (const { reads, writes, at } of connectors)
    for (const name of new Set([...reads, ...writes])) if (!names.has(name) && at[0]) entry(name, at[0])
  return [...names]
    .sort(([a], [b]) => compareTexts(a, b))
    .map(([name, { declared: topic, printed: prints, at, file }]) => ({
      name,
      at,
      partitions: firstKnown([...prints.map(({ partitions }) => partitions), topic?.partitions]),
      replicationFactor: firstKnown([...prints.map(one => one.replicationFactor), topic?.replicationFactor]),
      ...settingsOf(topic, prints),
      kept: keptBy(db, cluster, settingsOf(topic, prints)),
      data: personalDataBehind(db, name, { file }),
    }))
}

const firstKnown = (facts: readonly (Fact<number> | undefined)[]): number | undefined =>
  facts.flatMap(fact => (fact ? (knownValue(fact) ?? []) : []))[0]

/** What is declared, completed by what runs. */
function settingsOf(topic: Topic | undefined, prints: readonly RunningTopic[]): Pick<TopicItem, 'settings' | 'open'> {
  const values = new Map<string, string | undefined>()
  for (const { settings } of prints)
    for (const { key, value } of settings.all) if (value.state === 'known') values.set(key, value.value)
  for (const { key, value } of topic?.settings.all ?? [])
    if (value.state === 'known') values.set(key, value.value)
    else if (!values.has(key)) values.set(key, undefined)
  const bags = [...prints.map(({ settings }) => settings), ...(topic ? [topic.settings] : [])]
  return {
    settings: [...values].sort(([a], [b]) => compareTexts(a, b)),
    open: bags.every(({ open }) => open !== undefined),
  }
}

/** How long records are kept, by the topic's own settings, else by its cluster's. */
function keptBy(
  db: Db,
  cluster: Cluster,
  { settings, open }: Pick<TopicItem, 'settings' | 'open'>,
): Message | undefined {
  const own = new Map(settings)
  const policy = own.get('cleanup.policy')
  if (policy === 'compact') return say('move.compacted')
  const time = own.get('retention.ms')
  if (own.has('retention.ms')) {
    const milliseconds = Number(time)
    if (time === undefined || !Number.isFinite(milliseconds)) return undefined
    return keptFor(milliseconds < 0 ? { kind: 'unlimited' } : { kind: 'limited', milliseconds })
  }
  if (open) return undefined
  const kept = retentionOf(db, cluster)
  return kept.kind === 'limited' || kept.kind === 'unlimited' ? keptFor(kept) : undefined
}

/** What brokers, workers and the services of Amazon keep for themselves; each cluster makes its own. */
const isInternal = (name: string): boolean => /^__|^_schemas$|^mm2-|\.checkpoints\.internal$|^heartbeats$/.test(name)

function rightsOf(of: Access | Denial | RunningAccess): RightItem[] {
  const [name, principal, operations] = [knownValue(of.name), knownValue(of.principal), knownValue(of.operations)]
  const common = { name: name ?? '', at: [placeOf(of.name)] }
  const right = {
    type: of.resource,
    resource: name ?? '',
    prefix: of.prefix,
    principal: principal ?? '',
    host: of.kind === 'running-access' ? (knownValue(of.host) ?? '*') : '*',
    denies: of.kind === 'denial' || (of.kind === 'running-access' && of.denies),
  }
  const isIam = principal !== undefined && !principal.includes(':')
  const rights = isIam ? iamRights(right, operations) : aclRights(right, operations)
  return rights.map(one => ({ ...one, ...common }))
}

/** Rights that say the same come once. */
function mergedRights(rights: readonly RightItem[]): RightItem[] {
  return merged(rights, ({ principal, type, resource, prefix, operation, host, denies, unknown }) =>
    JSON.stringify([principal, type, resource, prefix, host, denies, operation ?? '', unknown ?? '']),
  )
}

/** Things of one name come once, with all their places, in the order of names. */
function merged<T extends Item>(items: readonly T[], key: (item: T) => string = ({ name }) => name): T[] {
  const found = new Map<string, T>()
  for (const item of items) {
    const before = found.get(key(item))
    found.set(key(item), before ? { ...before, at: [...before.at, ...item.at] } : item)
  }
  return [...found].sort(([a], [b]) => compareTexts(a, b)).map(([, item]) => item)
}

/** Schemas that stand for themselves: in a registry, or in a file of their own. */
const isSubject = ({ file, registry }: Schema): boolean =>
  registry !== undefined || /\.(?:avsc|proto|avdl|jsonschema)$/i.test(baseName(file))

/** A schema that a registry keeps, and the file of the same subject, are one. */
function schemaItems(schemas: readonly Schema[]): SchemaItem[] {
  const subject = (schema: Schema): string => nameOf(schema).replace(/\.(?:avsc|proto|avdl|jsonschema)$/i, '')
  const items = schemas.map(
    (schema): SchemaItem => ({
      name: subject(schema),
      at: [placeOf(schema.name)],
      file: schema.file,
      ...(schema.registry ? { registry: '' } : {}),
    }),
  )
  return merged([
    ...items.filter(({ registry }) => registry !== undefined),
    ...items.filter(one => one.registry === undefined),
  ])
}
