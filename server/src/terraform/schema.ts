import type { Entity, Schema } from '../model/entities.ts'
import { knownValue, type Fact } from '../model/fact.ts'
import { down } from '../formats/cursor.ts'
import { readSchemaIn } from '../formats/embedded-schema.ts'
import { text } from '../formats/values.ts'
import { named, siteOf, type Resource } from './resource.ts'
import { tableOf } from '../text/table.ts'

/** Where the schema, its kind and its name stand in a resource. */
interface SchemaKeys {
  readonly definition: string
  readonly format: string
  readonly name: string
  /** Where the mode stands in which the registry compares versions: in the resource, in one for its subject, in one for all. */
  readonly mode?: string
  readonly ofSubject?: RegExp
  readonly ofAll?: RegExp
}

const keys = tableOf<SchemaKeys>({
  aws_glue_schema: {
    definition: 'schema_definition',
    format: 'data_format',
    name: 'schema_name',
    mode: 'compatibility',
  },
  confluent_schema: {
    definition: 'schema',
    format: 'format',
    name: 'subject_name',
    ofSubject: /^confluent_subject_config$/,
    ofAll: /^confluent_schema_registry_cluster_config$/,
  },
  aiven_kafka_schema: {
    definition: 'schema',
    format: 'schema_type',
    name: 'subject_name',
    mode: 'compatibility_level',
    ofAll: /^aiven_kafka_schema_configuration$/,
  },
})

/** Reads a schema that a resource registers, as a text, a heredoc or what `jsonencode` is given. */
export function readSchema(resource: Resource): readonly Entity[] {
  const at = keys.get(resource.type)
  if (!at) return []
  const format = knownValue(text(down(resource.body, at.format))) ?? 'AVRO'
  const own = named(resource, at.name)
  const definition = { ...down(resource.body, at.definition), near: resource.label }
  const found = readSchemaIn(definition, format, knownValue(own.name))
  // What it holds stands in another file: that it is there is known all the same.
  if (found.length === 0 && resource.type === 'aws_glue_schema')
    return [
      {
        kind: 'schema',
        ...own,
        registry: siteOf(resource, 'AWS Glue Schema Registry'),
        records: [],
      },
    ]
  const registry = resource.type === 'aws_glue_schema' ? { registry: siteOf(resource, 'AWS Glue Schema Registry') } : {}
  const mode = modeOf(resource, at, own.name)
  return found.map(entity => {
    if (entity.kind !== 'schema') return entity
    // What stands in a file of its own is registered here, under the name that it has here.
    const placed = entity.file === own.file ? { name: own.name } : own
    return inMode({ ...entity, ...placed, ...registry }, mode)
  })
}

/** The mode in which the registry compares the versions of a subject: what is nearest to it decides, and what may be about it leaves it open. */
function modeOf({ body, label, beside }: Resource, at: SchemaKeys, subject: Fact<string>): Fact<string> {
  const own: Fact<string> = at.mode === undefined ? { state: 'absent', near: label } : text(down(body, at.mode))
  if (own.state !== 'absent') return own
  for (const config of at.ofSubject ? beside(at.ofSubject) : []) {
    const about = text(down(config, 'subject_name'))
    const level = text(down(config, 'compatibility_level'))
    if (level.state === 'absent') continue
    if (about.state !== 'known' || subject.state !== 'known') return { state: 'unresolved', at: level.at, text: '' }
    if (about.value === subject.value) return level
  }
  const [all] = at.ofAll ? beside(at.ofAll) : []
  return all ? text(down(all, 'compatibility_level')) : own
}

/** A schema in the mode that a resource names; where no file tells that, nobody can say what breaks. */
function inMode({ contract, ...schema }: Schema, mode: Fact<string>): Schema {
  if (mode.state === 'unresolved') return schema
  const compared = contract ? { ...schema, contract } : schema
  if (mode.state === 'absent') return compared
  // Glue says ALL for what Confluent calls transitive, and DISABLED where there is no second version.
  const value = mode.value.replace(/_ALL$/, '_TRANSITIVE').replace(/^DISABLED$/, 'NONE')
  return { ...compared, compatibility: { ...mode, value } }
}
