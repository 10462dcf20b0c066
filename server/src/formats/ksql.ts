import type { Entity, Field, FieldType, Schema, SchemaRecord, Topic } from '../model/entities.ts'
import { asInteger, type Fact } from '../model/fact.ts'
import type { Setting } from '../model/settings.ts'
import { tableOf } from '../text/table.ts'
import { down, isThere, items } from './cursor.ts'
import { extentOf, type Cursor } from './position.ts'
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
})

/** Reads a stream or a table of ksqlDB: its columns are the fields of the topic's values, and a number of replicas or partitions makes the topic. */
export function readStream(root: Cursor): readonly Entity[] {
  const [name, made] = [text(down(root, 'stream')), down(root, 'with')]
  const topic = fixed(text(down(made, 'KAFKA_TOPIC')))
  if (name.state !== 'known' || !isThere(down(made, 'KAFKA_TOPIC'))) return []
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
  const fields = items(down(root, 'columns')).flatMap(readColumn)
  if (fields.length === 0) return []
  const name = { state: 'known', value, at } as const
  const record: SchemaRecord = { kind: 'record', name, file, extent, fullName: value, doc: '', fields }
  const subject = topic.state === 'known' ? `${topic.value}-value` : value
  return [{ kind: 'schema', name: { ...name, value: subject }, file, extent, records: [record] }, record]
}

function readColumn(column: Cursor): Field[] {
  const [name, type] = [text(down(column, 'name')), text(down(column, 'type'))]
  if (name.state !== 'known' || type.state !== 'known') return []
  const written = type.value.replace(/(?<!\s)\s+(?:(?:PRIMARY\s+)?KEY$|HEADERS?\b.*$)/i, '')
  const inner = /^(?:ARRAY|MAP)\s*<(?:[^,<>]*,)?(.*)>$/is.exec(written)?.[1]?.trim() ?? written
  const base = bases.get(/^\w+/.exec(inner)?.[0].toLowerCase() ?? '') ?? 'unknown'
  return [
    {
      name: { state: 'known', value: name.value, at: name.at },
      type: { text: written, base },
      doc: '',
      annotations: [],
      // ksqlDB has no tags of its own.
      tag: { state: 'absent', near: name.at },
    },
  ]
}
