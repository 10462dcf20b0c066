import type { Secrets } from '../text/secrets.ts'
import type { Locale } from './locale.ts'

const known = new WeakMap<Secrets, WeakMap<Locale, Locale>>()

/** A language that tells no secret: whatever it is given to name, a secret in it is struck out. Texts that name nothing are as they were. */
export function withoutSecrets(locale: Locale, secrets: Secrets): Locale {
  if (secrets.longest === 0) return locale
  const locales = known.get(secrets) ?? new WeakMap<Locale, Locale>()
  known.set(secrets, locales)
  const before = locales.get(locale)
  if (before) return before
  const { words, record, scorecard } = locale
  const struck: Locale = {
    ...locale,
    words: struckTable(words, secrets),
    record: struckTable(record, secrets),
    scorecard: struckTable(scorecard, secrets),
  }
  locales.set(locale, struck)
  return struck
}

/** A table of words whose functions strike secrets out of what they say. */
function struckTable<T>(table: T, secrets: Secrets): T {
  if (typeof table === 'function')
    return ((...given: unknown[]) => {
      const said: unknown = table(...given)
      return typeof said === 'string' ? secrets.struckFrom(said) : said
    }) as T
  if (Array.isArray(table) || typeof table !== 'object' || table === null) return table
  return Object.fromEntries(Object.entries(table).map(([name, entry]) => [name, struckTable(entry, secrets)])) as T
}
