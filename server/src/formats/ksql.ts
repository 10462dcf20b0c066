import type { Entity, Field, FieldType, Schema, SchemaRecord, Topic } from '../model/entities.ts'
import { asInteger, type Fact, type Known } from '../model/fact.ts'
import type { Setting, Settings } from '../model/settings.ts'
import { tableOf } from '../text/table.ts'
import { down, entries, isThere, items } from './cursor.ts'
import { extentOf, type Cursor } from './position.ts'
import { readClient } from './properties/read.ts'
import { fixed, text } from './values.ts'

/** Types of SQL, by what carries the value. */
const bases = tableOf<FieldType['base']>({
  varchar: 'string',
  string: 'string',
  boolean: 'boolean',
  int: 'integer',
  integer: 'integer',
  bigint: 'integer',
  double: 'decimal',
  decimal: 'decimal',
  bytes: 'bytes',
  timestamp: 'integer',
  date: 'integer',
  time: 'integer',
  struct: 'record',
  char: 'string',
  tinyint: 'integer',
  smallint: 'integer',
  float: 'decimal',
  binary: 'bytes',
  varbinary: 'bytes',
  timestamp_ltz: 'integer',
  row: 'record',
})

/** Reads a stream or a table of ksqlDB, a table of Flink, a source of RisingWave or a table of ClickHouse: its columns are the fields of the topic's values, and a number of replicas or partitions makes the topic. */
export function readStream(root: Cursor): readonly Entity[] {
  const [name, made] = [text(down(root, 'stream')), down(root, 'with')]
  if (name.state !== 'known') return []
  if (isThere(down(made, 'connector'))) return readTable(root, name, made)
  if (isThere(down(made, 'kafka_broker_list'))) return readEngine(root, name, made)
  const topic = fixed(text(down(made, 'KAFKA_TOPIC')))
  if (!isThere(down(made, 'KAFKA_TOPIC'))) return []
  const common = { file: root.document.file, extent: extentOf(root) }
  const [partitions, replicas] = [asInteger(text(down(made, 'PARTITIONS'))), asInteger(text(down(made, 'REPLICAS')))]
  const makes = partitions.state !== 'absent' || replicas.state !== 'absent'
  const topics: Topic[] = makes
    ? [
        {
          kind: 'topic',
          ...common,
          name: topic,
          cluster: { state: 'absent', near: name.at },
          partitions: fixed(partitions),
          replicationFactor: fixed(replicas),
          settings: { all: settingsOf(made), near: name.at },
        },
      ]
    : []
  return [...topics, ...schemaOf(root, topic, { ...name, ...common })]
}

/** Reads a table of Flink: a client of Kafka with the settings behind `properties.`, and the fields of its topic. */
function readTable(root: Cursor, name: Known<string>, made: Cursor): readonly Entity[] {
  const common = { file: root.document.file, extent: extentOf(root) }
  const all = entries(made).flatMap((entry): Setting[] => {
    const value = fixed(text(entry))
    const key = /registry|avro-confluent|basic-auth/.test(entry.name)
      ? entry.name
          .replace(/^.*\b(?:schema-registry\.)?url$/, 'schema.registry.url')
          .replace(/^.*basic-auth\.user-info$/, 'basic.auth.user.info')
      : entry.name.replace(/^properties\./, '').replace(/^bootstrap\.server$/, 'bootstrap.servers')
    return value.state === 'absent' || !entry.key ? [] : [{ key, written: entry.name, keyPlace: entry.key, value }]
  })
  const bag: Settings = { all, near: name.at, refers: 'variable' }
  const isClient = all.some(({ key }) => key === 'bootstrap.servers')
  return [
    ...(isClient ? readClient({ name, ...common }, bag) : []),
    ...schemaOf(root, fixed(text(down(made, 'topic'))), { ...name, ...common }),
  ]
}

/** Kafka's own names of the settings that ClickHouse gives to its engine for Kafka. */
const ofEngine = tableOf<string>({
  kafka_broker_list: 'bootstrap.servers',
  kafka_group_name: 'group.id',
  kafka_security_protocol: 'security.protocol',
  kafka_sasl_mechanism: 'sasl.mechanism',
  kafka_sasl_username: 'sasl.username',
  kafka_sasl_password: 'sasl.password',
})

/** Reads a table of ClickHouse with the engine for Kafka: its client, and the fields of its topic. What encrypts may stand in the configuration of the server. */
function readEngine(root: Cursor, name: Known<string>, made: Cursor): readonly Entity[] {
  const common = { file: root.document.file, extent: extentOf(root) }
  const all = entries(made).flatMap((entry): Setting[] => {
    const [key, value] = [ofEngine.get(entry.name.toLowerCase()), fixed(text(entry))]
    return key === undefined || value.state === 'absent' || !entry.key
      ? []
      : [{ key, written: entry.name, keyPlace: entry.key, value }]
  })
  const clients = readClient({ name, ...common }, { all, near: name.at, refers: 'variable' }).map(entity =>
    entity.kind === 'client' && entity.kafka.encrypted.state === 'absent'
      ? { ...entity, kafka: { ...entity.kafka, ownWay: true as const } }
      : entity,
  )
  return [...clients, ...schemaOf(root, fixed(text(down(made, 'kafka_topic_list'))), { ...name, ...common })]
}

/** Settings of the topic that have names of their own in a statement. */
function settingsOf(made: Cursor): Setting[] {
  const at = down(made, 'RETENTION_MS')
  const value = fixed(text(at))
  return value.state === 'absent' || !at.key ? [] : [{ key: 'retention.ms', keyPlace: at.key, value }]
}

function schemaOf(
  root: Cursor,
  topic: Fact<string>,
  { value, at, file, extent }: { value: string; at: SchemaRecord['name']['at'] } & Pick<Schema, 'file' | 'extent'>,
): (Schema | SchemaRecord)[] {
  const records = recordsIn(down(root, 'columns'), { value, at, fullName: value, file, extent })
  const name = { state: 'known', value, at } as const
  const subject = topic.state === 'known' ? `${topic.value}-value` : value
  return records.length === 0
    ? []
    : [{ kind: 'schema', name: { ...name, value: subject }, file, extent, records }, ...records]
}

/** A record of columns, and those that they hold; none where there are no columns. */
function recordsIn(
  columns: Cursor,
  {
    value,
    at,
    fullName,
    file,
    extent,
  }: { value: string } & Pick<SchemaRecord, 'fullName' | 'file' | 'extent'> & Pick<SchemaRecord['name'], 'at'>,
): SchemaRecord[] {
  const fields = items(columns).flatMap(readColumn)
  if (fields.length === 0) return []
  const below = items(columns).flatMap(column => {
    const name = text(down(column, 'name'))
    return name.state === 'known'
      ? recordsIn(down(column, 'fields'), { ...name, fullName: `${fullName}.${name.value}`, file, extent })
      : []
  })
  return [{ kind: 'record', name: { state: 'known', value, at }, file, extent, fullName, doc: '', fields }, ...below]
}

/** What stands among the columns and is no field of a record: keys, watermarks, what a query works out or Kafka tells. */
const isNoField = (name: string, type: string): boolean =>
  /^(?:primary|watermark|constraint)$/i.test(name) || /^AS\b|\bMETADATA\b/i.test(type)

function readColumn(column: Cursor): Field[] {
  // What stands in `ARRAY<STRING>` is a type: nobody fills it in.
  const [name, { tree: type }] = [text(down(column, 'name')), down(column, 'type')]
  if (name.state !== 'known' || type?.kind !== 'scalar' || isNoField(name.value, type.text)) return []
  const bare = type.text.replace(/('[^']*')|--[^\n]*/g, (_, quoted?: string) => quoted ?? '').trim()
  const comment = /\sCOMMENT\s+'([^']*)'$/i.exec(bare)
  const written = bare
    .slice(0, comment?.index)
    .replace(/(?<!\s)\s+(?:(?:PRIMARY\s+)?KEY$|HEADERS?\b.*$)/i, '')
    .replace(/\s+/g, ' ')
  const inner = /^(?:ARRAY|MAP)\s*<(?:[^,<>]*,)?(.*)>$/is.exec(written)?.[1]?.trim() ?? written
  const base = bases.get(/^\w+/.exec(inner)?.[0].toLowerCase() ?? '') ?? 'unknown'
  return [
    {
      name: { state: 'known', value: name.value, at: name.at },
      type: { text: written, base, ...(base === 'record' ? { named: name.value } : {}) },
      doc: comment?.[1] ?? '',
      annotations: [],
      // ksqlDB has no tags of its own.
      tag: { state: 'absent', near: name.at },
    },
  ]
}
