import type { Connector, Schema } from '../model/entities.ts'
import type { Estate } from '../model/estate.ts'
import { valueOf } from '../model/fact.ts'
import { nearest } from '../model/link.ts'
import { setting, type Settings } from '../model/settings.ts'
import { matchesName } from '../text/match.ts'
import { baseName, folderOf } from '../text/uri.ts'
import { personalDataOf, type PersonalData } from './personal-data.ts'
import { configurationFor } from './settled.ts'
import type { Vocabulary } from './vocabulary.ts'

/** The topics that a sink reads, where they are listed by name. */
export function topicsOf(connector: Connector): string[] {
  const listed = setting(connector.settings, 'topics')
  return listed.state === 'known' ? listed.value.split(',').map(topic => topic.trim()).filter(topic => topic !== '') : []
}

/** The schema of a topic's values: the one that the configuration names, else `<topic>-value` or `<topic>` as file name or subject. */
export function schemaOf(topic: string, from: { readonly file: string }, estate: Estate): Schema | undefined {
  const configuration = configurationFor(from.file, estate)
  const declared = configuration?.topics.find(({ match, schema }) => schema !== undefined && matchesName(match, topic))
  if (configuration && declared?.schema) {
    const path = declared.schema.replace(/^\.\//, '')
    const candidates = estate.find('schema', baseName(path)).filter(({ file }) => decodeURIComponent(file) === decodeURIComponent(folderOf(configuration.file)) + path)
    return candidates[0]
  }
  const link = nearest(from, estate.find('schema', `${topic}-value`))
  const fallback = link.state === 'none' ? nearest(from, estate.find('schema', topic)) : link
  return fallback.state === 'linked' ? fallback.to : undefined
}

/** The personal data that a connector passes on: that of its topics' schemas, without what its transforms mask or drop. */
export function personalDataAt(connector: Connector, estate: Estate, vocabulary: Vocabulary): { topic: string; data: PersonalData }[] {
  const configuration = configurationFor(connector.file, estate)
  const cured = curedFields(connector.settings)
  return topicsOf(connector).flatMap(topic => {
    const schema = schemaOf(topic, connector, estate)
    return (schema?.records ?? []).flatMap(record =>
      personalDataOf(record, vocabulary, configuration)
        .filter(({ field }) => !cured(field.name.value))
        .map(data => ({ topic, data })),
    )
  })
}

/** Whether the transforms of a connector mask, drop or leave out a field of the value. */
function curedFields(settings: Settings): (field: string) => boolean {
  const names = (valueOf(setting(settings, 'transforms')) ?? '').split(',').map(name => name.trim())
  const list = (name: string, ...keys: string[]): string[] | undefined => {
    for (const key of keys) {
      const value = valueOf(setting(settings, `transforms.${name}.${key}`))
      if (value !== undefined) return value.split(',').map(field => field.trim())
    }
    return undefined
  }
  const cures = names.flatMap((name): ((field: string) => boolean)[] => {
    const type = valueOf(setting(settings, `transforms.${name}.type`)) ?? ''
    // A predicate means that the transform does not see every record.
    if (valueOf(setting(settings, `transforms.${name}.predicate`)) !== undefined) return []
    if (/MaskField\$Value$/.test(type)) return [field => list(name, 'fields')?.includes(field) ?? false]
    if (!/ReplaceField\$Value$/.test(type)) return []
    const kept = list(name, 'include', 'whitelist')
    return [field => (list(name, 'exclude', 'blacklist')?.includes(field) ?? false) || (kept !== undefined && !kept.includes(field))]
  })
  return field => cures.some(cure => cure(field))
}
