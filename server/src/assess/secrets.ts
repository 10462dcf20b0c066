import data from '../knowledge/secrets.yaml'
import type { Known, Unresolved } from '../model/fact.ts'
import type { Setting, Settings } from '../model/settings.ts'
import { isPlaceholder } from '../text/placeholder.ts'
import { wordsOf } from '../text/words.ts'
import type { EntryOf } from '../words/message.ts'

/** A secret that stands in a file. The secret itself is only in `value`, which nobody may print. */
export interface LiteralSecret {
  /** As the file spells it. */
  readonly key: string
  readonly value: Known<string> | Unresolved
  /** The value as it would be with a reference in place of the secret. */
  readonly referenced: string
  /** The name under which the reference would look the secret up. */
  readonly reference: string
  /** What it is: the password in the query of a URL; absent where the key says enough. */
  readonly form?: EntryOf<'secret'>
  /** It is what holds where a variable is not set. */
  readonly fallback?: true
  /** Everybody writes this value before the real one, or it is only half of what opens something. */
  readonly mild: boolean
}

/** How a literal secret is known. */
export interface SecretForms {
  isSecretKey(key: string): boolean
  isLiteral(text: string): boolean
  /** Each with a text that it must contain, to rule most values out quickly. */
  readonly forms: readonly {
    readonly what: EntryOf<'secret'>
    readonly contains: string
    readonly pattern: RegExp
    readonly level?: 'warning'
  }[]
  readonly dummies: ReadonlySet<string>
}

interface Data {
  readonly words: string[]
  readonly never: string[]
  readonly other: string[]
  readonly forms: { what: EntryOf<'secret'>; contains: string; pattern: string; level?: 'warning' }[]
  readonly references: string[]
  readonly blanks: string[]
  readonly dummies: string[]
}

/** Builds the forms from their data file. */
export function loadSecretForms(): SecretForms {
  const { words, never, other, forms, references, blanks, dummies } = data as Data
  const [endings, others] = [words, other].map(list => list.map(wordsOf))
  const excluded = new Set(never.flatMap(wordsOf))
  const endsWith = (words: readonly string[], ending: readonly string[]): boolean =>
    ending.length <= words.length && ending.every((word, i) => words[words.length - ending.length + i] === word)
  const endsInSecret = new RegExp(`(?:${(endings ?? []).map(ending => ending.at(-1)).join('|')})[^a-z0-9]*$`, 'i')
  const blank = new RegExp(`^(?:${blanks.join('|')})[-_ .]`, 'i')
  return {
    isSecretKey(key) {
      if (!endsInSecret.test(key)) return false
      const words = wordsOf(key)
      if (excluded.has(words.at(-1) ?? '')) return false
      return (
        (endings ?? []).some(ending => endsWith(words, ending)) &&
        !(others ?? []).some(ending => endsWith(words, ending))
      )
    },
    // A value of its own: not empty, not masked, not the name of something to fill in, not a word that says where the secret lies.
    isLiteral: text =>
      text.trim() !== '' &&
      !isPlaceholder(text) &&
      !references.some(start => text.startsWith(start)) &&
      !blank.test(text) &&
      !/^(?:[*•.x]+|\*{3}.*\*{3})$/i.test(text) &&
      !/^(?:<[^<>]+>|\{[\w .-]+\})$/.test(text.trim()) &&
      (!text.split(':').every(part => /^_?[A-Z]+(?:_[A-Z]+)*_?$/.test(part)) || /^CHANGE_?(?:ME|IT)$/.test(text)),
    forms: forms.map(({ pattern, ...form }) => ({ ...form, pattern: new RegExp(pattern, 'di') })),
    dummies: new Set(dummies),
  }
}

/** The literal secrets of a settings bag; references, placeholders, empty and masked values are none. */
export const secretsOf = (settings: Settings, known: SecretForms): LiteralSecret[] =>
  settings.all.flatMap(setting => secretIn(setting, settings, known) ?? [])

function secretIn(setting: Setting, { refers }: Settings, known: SecretForms): LiteralSecret | undefined {
  const { key, value } = setting
  const text = value.state === 'known' ? value.value : value.text
  const reference = wordsOf(setting.written ?? key)
    .join('_')
    .toUpperCase()
  const refer = refers === 'variable' ? `\${${reference}}` : `\${env:${reference}}`
  const common = { key: setting.written ?? key, value, reference }
  const isDummy = (secret: string): boolean => known.dummies.has((secret.split(':').at(-1) ?? '').toLowerCase())
  if (known.isSecretKey(key)) {
    if (value.state === 'known' && known.isLiteral(text)) return { ...common, referenced: refer, mild: isDummy(text) }
    const fallback = fallbackOf(text, refers === 'variable')
    if (fallback && known.isLiteral(fallback.value))
      return {
        ...common,
        reference: fallback.name,
        referenced: `\${${fallback.name}}`,
        fallback: true,
        mild: isDummy(fallback.value),
      }
  }
  for (const { what, contains, pattern, level } of known.forms) {
    const match = text.includes(contains) ? pattern.exec(text) : undefined
    const secret = match?.groups?.secret
    const [start, end] = match?.indices?.groups?.secret ?? []
    if (secret === undefined || start === undefined || !known.isLiteral(secret) || /EXAMPLE$/.test(secret)) continue
    return {
      ...common,
      referenced: `${text.slice(0, start)}${refer}${text.slice(end)}`,
      form: what,
      mild: level === 'warning' || isDummy(secret),
    }
  }
  return undefined
}

/** What a variable is where nobody sets it: `${X:value}`, `${X:-value}`. Names of Kafka's config providers are no variables. */
function fallbackOf(text: string, variables: boolean): { name: string; value: string } | undefined {
  const [, name, value] =
    (variables ? /^\$\{([\w.-]+):-?([^{}]+)\}$/ : /^\$\{([A-Z][A-Z0-9_]*):-?([^{}:]+)\}$/).exec(text.trim()) ?? []
  return name === undefined || value === undefined ? undefined : { name, value }
}
