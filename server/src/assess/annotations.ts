import type { Annotation } from '../model/entities.ts'

const telling =
  /(?:^|[^a-z])(?:pii|phi|personal|personaldata|gdpr|dsgvo|rgpd|sensitiv\w*|classification|data_?classification|privacy|dpp|subject_identifier)(?:[^a-z]|$)|confluent:tags|field_meta\W*tags|potentially-?personal|x-pii/i
/** Secrets, which need not be anybody's: neither a declaration nor a denial. */
const secret = /udpa\.annotations\.sensitive|debug_?redact|SENSITIVITY_SECRET/i
const denying =
  /^(?:|public|none|false|no|0|internal|non[-_ ]?personal|not[-_ ]?personal|non[-_ ]?pii|not[-_ ]?pii|sensitivity_(?:none|public|unspecified))$/i
/** Tags of a list that say how it is handled and not what it is. */
const silentTag = /^(?:public|internal|none|restricted|confidential|deprecated)$/i

/** What the schema's own annotations say: the key that declares a field personal, `public` where one denies it. */
export function readAnnotations(annotations: readonly Annotation[]): string | 'public' | undefined {
  const first = annotations.find(({ key, value }) => telling.test(key) && !secret.test(key) && !secret.test(value))
  if (!first) return undefined
  const value = first.value.trim()
  if (denying.test(value)) return 'public'
  return /tags/i.test(first.key) && value.split(/[\s,]+/).every(tag => silentTag.test(tag)) ? undefined : first.key
}
