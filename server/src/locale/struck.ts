import type { Secrets } from '../text/secrets.ts'
import type { Locale } from './locale.ts'

const known = new WeakMap<Secrets, WeakMap<Locale, Locale>>()

/** A language that tells no secret: wherever one stands in what it is given to name, it is struck out. Its own words are as they were, though a password may be a word like `client`. */
export function withoutSecrets(locale: Locale, secrets: Secrets): Locale {
  if (secrets.longest === 0) return locale
  const locales = known.get(secrets) ?? new WeakMap<Locale, Locale>()
  known.set(secrets, locales)
  const before = locales.get(locale)
  if (before) return before
  const { words, record, scorecard } = locale
  const struck = strikerOf(secrets)
  const told: Locale = { ...locale, words: struck(words), record: struck(record), scorecard: struck(scorecard) }
  locales.set(locale, told)
  return told
}

/** Makes tables of words whose functions strike out of what they say the secrets that stand in what they are given. */
function strikerOf(secrets: Secrets): <T>(table: T) => T {
  /** What the tables say by themselves with a secret among its words: named again, as a part of another text, it stays. */
  const own = new Set<string>()
  const struckTable = <T>(table: T): T => {
    if (typeof table === 'string' && secrets.placesIn(table).length > 0) own.add(table)
    if (typeof table === 'function')
      return ((...given: unknown[]) => {
        const said: unknown = table(...given)
        if (typeof said !== 'string' || secrets.placesIn(said).length === 0) return said
        const told = secrets.struckFrom(said, new Set(given.flatMap(namedIn)))
        if (secrets.placesIn(told).length > 0) own.add(told)
        return told
      }) as T
    if (Array.isArray(table) || typeof table !== 'object' || table === null) return table
    return Object.fromEntries(Object.entries(table).map(([name, entry]) => [name, struckTable(entry)])) as T
  }
  /** The secrets in what an entry is given, however deep. */
  const namedIn = (given: unknown): string[] => {
    if (typeof given === 'string')
      return own.has(given) ? [] : secrets.placesIn(given).map(({ start, end }) => given.slice(start, end))
    return typeof given === 'object' && given !== null ? Object.values(given).flatMap(namedIn) : []
  }
  return struckTable
}
