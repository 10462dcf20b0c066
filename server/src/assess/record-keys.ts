import type { Connector } from '../model/entities.ts'
import type { Place } from '../model/fact.ts'
import { setting } from '../model/settings.ts'
import { readAlone, type PersonalData } from './personal-data.ts'
import type { Category, Vocabulary } from './vocabulary.ts'

/** A field that a connector makes the keys of its records from. */
export interface KeyField {
  readonly field: string
  readonly at: Place
  readonly category: Category
  /** In one sentence. */
  readonly because: string
  /** Known from the schema of a topic, and not by the name alone. */
  readonly known: boolean
}

/** The personal data that a connector makes record keys of: by `message.key.columns`, or by a transform. */
export function keyFieldsOf(connector: Connector, known: readonly PersonalData[], vocabulary: Vocabulary): KeyField[] {
  return keysOf(connector).flatMap(({ field, at }): KeyField[] => {
    const written = known.find(data => data.field.name.value === field)
    if (written) return [{ field, at, category: written.category, because: written.because, known: true }]
    const meaning = readAlone(field, at, vocabulary)
    return meaning ? [{ field, at, category: meaning.category, because: 'TODO', known: false }] : []
  })
}

/** The names of the fields that keys are made of, each with the setting that names it. */
function keysOf({ settings }: Connector): { field: string; at: Place }[] {
  const columns = setting(settings, 'message.key.columns')
  const ofTables =
    columns.state === 'known'
      ? columns.value.split(';').flatMap(table =>
          table
            .slice(table.lastIndexOf(':') + 1)
            .split(',')
            .map(field => ({ field: field.trim(), at: columns.at })),
        )
      : []
  const transforms = setting(settings, 'transforms')
  const names = transforms.state === 'known' ? transforms.value.split(',').map(name => name.trim()) : []
  const ofTransforms = names.flatMap(name => {
    const type = setting(settings, `transforms.${name}.type`)
    const fields = setting(settings, `transforms.${name}.fields`)
    return type.state === 'known' && type.value.endsWith('.ValueToKey') && fields.state === 'known'
      ? fields.value.split(',').map(field => ({ field: field.trim(), at: fields.at }))
      : []
  })
  return [...ofTables, ...ofTransforms].filter(({ field }) => field !== '')
}
