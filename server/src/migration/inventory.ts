import { connectorKindOf } from '../assess/connector-kind.ts'
import type { Db } from '../assess/db.ts'
import type {
  Access,
  Cluster,
  Connector,
  ConsumerGroup,
  Denial,
  Entity,
  RunningAccess,
  Schema,
} from '../model/entities.ts'
import { type Fact, knownValue, placeOf } from '../model/fact.ts'
import { connectClusterOf } from '../model/link.ts'
import { mentionsOf, topicPatternsOf } from '../model/mentions.ts'
import { type Settings, writtenAs } from '../model/settings.ts'
import { compareTexts } from '../text/order.ts'
import { type Uri, baseName } from '../text/uri.ts'
import {
  type ConnectorItem,
  type Inventory,
  type Item,
  type RightItem,
  type SchemaItem,
  type Unclear,
  isKind,
  itemOf,
  merged,
  nameOf,
} from './items.ts'
import { aclRights, iamRights } from './rights.ts'
import { type Stand, standing } from './standing.ts'
import { topicItems } from './topic-items.ts'

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

const entitiesOf = (db: Db, files: Iterable<Uri>): Entity[] =>
  [...files].sort(compareTexts).flatMap(file => db.estate.entities(file).filter(of => of.kind !== 'configuration'))

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
