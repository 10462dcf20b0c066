import type { Connector } from '../model/entities.ts'
import type { Place } from '../model/fact.ts'
import { setting } from '../model/settings.ts'
import type { Message } from '../words/message.ts'
import { personalDataBehind, topicsOf } from './data-flow.ts'
import { query } from './db.ts'
import { readAlone } from './personal-data.ts'
import type { Category } from './person-words.ts'

/** A field that a connector makes the keys of its records from. */
export interface KeyField {
  readonly field: string
  readonly at: Place
  readonly category: Category
  /** What it rests on, the weightiest first. */
  readonly because: readonly Message[]
  /** Known from the schema of a topic, and not by the name alone. */
  readonly known: boolean
}

/** The personal data that a connector makes record keys of: by `message.key.columns`, or by a transform. */
export const keyFieldsOf = query((db, connector: Connector): readonly KeyField[] => {
  const keys = keysOf(connector)
  // Of its topics is asked last: most connectors make no keys.
  if (keys.length === 0) return []
  const known = topicsOf(connector).flatMap(topic => personalDataBehind(db, topic, connector))
  return keys.flatMap(({ field, at }): KeyField[] => {
    const written = known.find(data => data.field.name.value === field)
    if (written) return [{ field, at, category: written.category, because: written.because, known: true }]
    const alone = readAlone(field, at, db.vocabulary)
    return alone ? [{ field, at, category: alone.category, because: alone.because, known: false }] : []
  })
})

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
