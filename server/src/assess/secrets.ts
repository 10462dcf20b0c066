import data from '../knowledge/secrets.yaml'
import { isPlaceholder } from '../text/placeholder.ts'
import type { Known, Unresolved } from '../model/fact.ts'
import type { Settings } from '../model/settings.ts'
import { wordsOf } from '../text/words.ts'

/** A secret that stands in a file. The secret itself is only in `value`, which nobody may print. */
export interface LiteralSecret {
  readonly key: string
  readonly value: Known<string> | Unresolved
  /** The value as it would be with a reference in place of the secret. */
  readonly referenced: string
  /** The name under which the reference would look the secret up. */
  readonly reference: string
  /** What it is, in words: `the password in the URL's query`; absent where the key says enough. */
  readonly form?: string
  /** Everybody writes this value before the real one. */
  readonly dummy: boolean
}

/** How a literal secret is known. */
export interface SecretForms {
  isSecretKey(key: string): boolean
  /** Each with a text that it must contain, to rule most values out quickly. */
  readonly forms: readonly { readonly what: string; readonly contains: string; readonly pattern: RegExp }[]
  readonly dummies: ReadonlySet<string>
}

interface Data {
  readonly words: string[]
  readonly never: string[]
  readonly other: string[]
  readonly forms: { what: string; contains: string; pattern: string }[]
  readonly dummies: string[]
}

/** Builds the forms from their data file. */
export function loadSecretForms(): SecretForms {
  const { words, never, other, forms, dummies } = data as Data
  const [endings, others] = [words, other].map(list => list.map(wordsOf))
  const excluded = new Set(never.flatMap(wordsOf))
  const endsWith = (words: readonly string[], ending: readonly string[]): boolean => ending.length <= words.length && ending.every((word, i) => words[words.length - ending.length + i] === word)
  const endsInSecret = new RegExp(`(?:${(endings ?? []).map(ending => ending.at(-1)).join('|')})[^a-z0-9]*$`, 'i')
  return {
    isSecretKey(key) {
      if (!endsInSecret.test(key)) return false
      const words = wordsOf(key)
      if (excluded.has(words.at(-1) ?? '')) return false
      return (endings ?? []).some(ending => endsWith(words, ending)) && !(others ?? []).some(ending => endsWith(words, ending))
    },
    forms: forms.map(({ pattern, ...form }) => ({ ...form, pattern: new RegExp(pattern, 'di') })),
    dummies: new Set(dummies),
  }
}

/** The literal secrets of a settings bag; references, placeholders, empty and masked values are none. */
export function secretsOf(settings: Settings, known: SecretForms): LiteralSecret[] {
  return settings.all.flatMap(({ key, value }): LiteralSecret[] => {
    const text = value.state === 'known' ? value.value : value.text
    if (value.state === 'known' && known.isSecretKey(key) && isLiteral(text)) return [{ key, value, reference: referenceTo(key), referenced: `\${env:${referenceTo(key)}}`, dummy: known.dummies.has(text.toLowerCase()) }]
    for (const { what, contains, pattern } of known.forms) {
      const match = text.includes(contains) ? pattern.exec(text) : undefined
      const secret = match?.groups?.secret
      const [start, end] = match?.indices?.groups?.secret ?? []
      if (secret === undefined || start === undefined || !isLiteral(secret)) continue
      return [{ key, value, reference: referenceTo(key), referenced: `${text.slice(0, start)}\${env:${referenceTo(key)}}${text.slice(end)}`, form: what, dummy: known.dummies.has(secret.toLowerCase()) }]
    }
    return []
  })
}

const referenceTo = (key: string): string => wordsOf(key).join('_').toUpperCase()

/** Whether a text is a value of its own: not empty, not masked, not the name of something to fill in. */
const isLiteral = (text: string): boolean => text.trim() !== '' && !isPlaceholder(text) && !/^[*•.x]+$/i.test(text) && (!/^[A-Z]+(?:_[A-Z]+)*$/.test(text) || /^CHANGE_?(?:ME|IT)$/.test(text))
