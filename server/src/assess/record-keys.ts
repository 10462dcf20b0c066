import { entriesOf } from '../text/list.ts'
import type { Connector } from '../model/entities.ts'
import type { Place } from '../model/fact.ts'
import { setting } from '../model/settings.ts'
import type { Message } from '../words/message.ts'
import { personalDataBehind, topicsOf } from './data-flow.ts'
import { query } from './db.ts'
import { readOutside } from './personal-data.ts'
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
  return keys.flatMap(({ field, at, beside, within }): KeyField[] => {
    const written = known.find(data => data.field.name.value === field)
    if (written) return [{ field, at, category: written.category, because: written.because, known: true }]
    const alone = readOutside(field, { beside, within, at }, db.vocabulary)
    return alone ? [{ field, at, category: alone.category, because: alone.because, known: false }] : []
  })
})

/** A field that keys are made of, with all that the same setting names for the same keys, and the table or the only topic that they are of. */
interface Key {
  readonly field: string
  readonly at: Place
  readonly beside: readonly string[]
  readonly within: string
}

/** The names of the fields that keys are made of, each with the setting that names it. */
function keysOf(connector: Connector): Key[] {
  const { settings } = connector
  const listed = (list: string, within: string, at: Place): Key[] => {
    const beside = entriesOf(list)
    return beside.map(field => ({ field, at, beside, within }))
  }
  const columns = setting(settings, 'message.key.columns')
  const ofTables =
    columns.state === 'known'
      ? columns.value.split(';').flatMap(table => {
          const end = table.lastIndexOf(':')
          return listed(table.slice(end + 1), table.slice(0, Math.max(end, 0)).split('.').at(-1) ?? '', columns.at)
        })
      : []
  const topics = topicsOf(connector)
  const within = topics.length === 1 ? (topics[0] ?? '') : ''
  const transforms = setting(settings, 'transforms')
  const names = transforms.state === 'known' ? entriesOf(transforms.value) : []
  const ofTransforms = names.flatMap(name => {
    const type = setting(settings, `transforms.${name}.type`)
    const fields = setting(settings, `transforms.${name}.fields`)
    return type.state === 'known' && type.value.endsWith('.ValueToKey') && fields.state === 'known'
      ? listed(fields.value, within, fields.at)
      : []
  })
  return [...ofTables, ...ofTransforms]
}
