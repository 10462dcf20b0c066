import type { Entity, Schema } from '../model/entities.ts'
import { knownValue, type Fact } from '../model/fact.ts'
import { readAvro } from '../formats/avro.ts'
import { down } from '../formats/cursor.ts'
import { text } from '../formats/values.ts'
import { named, siteOf, type Resource } from './resource.ts'
import { jsonAt } from './settings.ts'
import { tableOf } from '../text/table.ts'

/** Where the schema, its kind and its name stand in a resource. */
interface SchemaKeys {
  readonly definition: string
  readonly format: string
  readonly name: string
  /** The mode in which the registry compares versions. */
  readonly mode?: string
}

const keys = tableOf<SchemaKeys>({
  aws_glue_schema: {
    definition: 'schema_definition',
    format: 'data_format',
    name: 'schema_name',
    mode: 'compatibility',
  },
  confluent_schema: { definition: 'schema', format: 'format', name: 'subject_name' },
  aiven_kafka_schema: {
    definition: 'schema',
    format: 'schema_type',
    name: 'subject_name',
    mode: 'compatibility_level',
  },
})

/** Reads a schema that a resource registers, as a text, a heredoc or what `jsonencode` is given. */
export function readSchema(resource: Resource): readonly Entity[] {
  const at = keys.get(resource.type)
  const format = at && knownValue(text(down(resource.body, at.format)))
  if (!at) return []
  const definitions = format === undefined || format === 'AVRO' ? jsonAt(down(resource.body, at.definition)) : []
  // What it holds stands in another file, or in another language: that it is there is known all the same.
  if (definitions.length === 0 && resource.type === 'aws_glue_schema')
    return [
      {
        kind: 'schema',
        ...named(resource, at.name),
        registry: siteOf(resource, 'AWS Glue Schema Registry'),
        records: [],
      },
    ]
  const own = named(resource, at.name)
  const registry = resource.type === 'aws_glue_schema' ? { registry: siteOf(resource, 'AWS Glue Schema Registry') } : {}
  return definitions.flatMap(root =>
    readAvro({ ...root, near: resource.label }).map(entity => {
      if (entity.kind !== 'schema') return entity
      // What stands in a file of its own is registered here, under the name that it has here.
      const placed = entity.file === own.file ? { name: own.name } : own
      return inMode(
        { ...entity, ...placed, ...registry },
        at.mode === undefined ? [] : [text(down(resource.body, at.mode))],
      )
    }),
  )
}

/** A schema in the mode that its resource names; where no file tells that, nobody can say what breaks. */
function inMode({ contract, ...schema }: Schema, [mode]: readonly Fact<string>[]): Schema {
  if (mode?.state === 'unresolved') return schema
  const compared = contract ? { ...schema, contract } : schema
  // Glue says ALL for what Confluent calls transitive, and DISABLED where there is no second version.
  const named =
    mode?.state === 'known' ? mode.value.replace(/_ALL$/, '_TRANSITIVE').replace(/^DISABLED$/, 'NONE') : undefined
  return mode?.state === 'known' && named !== undefined
    ? { ...compared, compatibility: { ...mode, value: named } }
    : compared
}
