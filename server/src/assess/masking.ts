import { entriesOf } from '../text/list.ts'
import type { FieldType } from '../model/entities.ts'
import { knownValue, type Place } from '../model/fact.ts'
import { setting, type Settings } from '../model/settings.ts'

/** A transform of a connector that takes fields of the value out of sight, in every record. */
export interface Masking {
  readonly does: 'masks' | 'drops' | 'keeps-only' | 'promises'
  /** The fields that it names; of `keeps-only` those that stay, of `promises` none. */
  readonly fields: readonly string[]
  /** Where its type is written. */
  readonly at: Place
}

/** The transforms of a connector that mask, drop or leave out fields of the value, or whose class promises it. */
export function maskingsOf(settings: Settings): Masking[] {
  const names = entriesOf(knownValue(setting(settings, 'transforms')) ?? '')
  return names.flatMap((name): Masking[] => {
    const list = (...keys: string[]): string[] =>
      keys.flatMap(key => entriesOf(knownValue(setting(settings, `transforms.${name}.${key}`)) ?? ''))
    const type = setting(settings, `transforms.${name}.type`)
    // A predicate means that the transform does not see every record.
    if (type.state !== 'known' || knownValue(setting(settings, `transforms.${name}.predicate`)) !== undefined) return []
    const as = (does: Masking['does'], fields: readonly string[]): Masking[] =>
      fields.length > 0 || does === 'promises' ? [{ does, fields, at: type.at }] : []
    // Which fields the transform of somebody else reaches, only its own documentation knows.
    if (
      !type.value.startsWith('org.apache.kafka.') &&
      /mask|encrypt|cipher|hash|redact|tokeni[sz]|anonymi|pseudonym/i.test(type.value)
    )
      return as('promises', [])
    if (/MaskField\$Value$/.test(type.value)) return as('masks', list('fields'))
    return /ReplaceField\$Value$/.test(type.value)
      ? [...as('drops', list('exclude', 'blacklist')), ...as('keeps-only', list('include', 'whitelist'))]
      : []
  })
}

/** Whether a transform takes a field out of sight. */
export const reaches = ({ does, fields }: Masking, field: string): boolean =>
  does === 'promises' || fields.includes(field) === (does !== 'keeps-only')

/** How Kafka's own transforms can take a value of a type out of sight: MaskField throws on bytes and on records, ReplaceField leaves any field out. */
export function hidingOf({ base }: FieldType): 'mask' | 'drop' | 'none' {
  if (base === 'unknown') return 'none'
  return base === 'bytes' || base === 'record' ? 'drop' : 'mask'
}

/** Whether a sink works with one of some fields, as the key of a row or in the name of a file: masked alike, all rows become one, and without the field it fails. */
export const worksWith = (settings: Settings, fields: readonly string[]): boolean =>
  (knownValue(setting(settings, 'pk.mode')) === 'record_value' && !knownValue(setting(settings, 'pk.fields'))) ||
  settings.all.some(
    ({ key, value }) =>
      !key.startsWith('transforms.') &&
      value.state === 'known' &&
      entriesOf(value.value).some(entry => fields.includes(entry)),
  )
