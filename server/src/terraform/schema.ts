import type { Entity } from '../model/entities.ts'
import { knownValue } from '../model/fact.ts'
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
}

const keys = tableOf<SchemaKeys>({
  aws_glue_schema: { definition: 'schema_definition', format: 'data_format', name: 'schema_name' },
  confluent_schema: { definition: 'schema', format: 'format', name: 'subject_name' },
  aiven_kafka_schema: { definition: 'schema', format: 'schema_type', name: 'subject_name' },
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
      return { ...entity, ...placed, ...registry }
    }),
  )
}
