import data from '../knowledge/secrets.yaml'
import { bagsOf } from '../model/bags.ts'
import { knownValue, type Known, type Place, type Unresolved } from '../model/fact.ts'
import type { FileFacts } from '../model/file-facts.ts'
import type { Setting, Settings, Struck } from '../model/settings.ts'
import { fallbackIn } from '../text/fallback.ts'
import { hostsOf } from '../text/hosts.ts'
import { isPlaceholder, isStandIn } from '../text/placeholder.ts'
import type { Uri } from '../text/uri.ts'
import type { Span } from '../text/span.ts'
import { mask } from '../text/secrets.ts'
import { remembering } from '../text/remembering.ts'
import { wordsOf } from '../text/words.ts'
import type { Db } from './db.ts'
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
  /** It is made of words, as people write what protects nothing: in tests it is none that was meant to be kept. */
  readonly plain?: true
}

interface Data {
  /** Endings of keys that hold secrets. */
  readonly words: string[]
  /** Last words of keys that never do. */
  readonly never: string[]
  /** Endings that mean something else. */
  readonly other: string[]
  /** Parts of keys below which names may stand. */
  readonly below: string[]
  /** Each with a text that it must contain, to rule most values out quickly. */
  readonly forms: { what: EntryOf<'secret'>; contains: string; pattern: string; level?: 'warning' }[]
  readonly references: string[]
  readonly blanks: string[]
  readonly dummies: string[]
  /** How values begin that ask to be changed. */
  readonly toChange: string[]
  /** Accounts that images come with, whose password is their name. */
  readonly accounts: string[]
  /** What stands in for a cloud on one's own machine, and takes every secret. */
  readonly emulators: string[]
  /** Folders at the top of a system in which files with secrets lie. */
  readonly roots: string[]
  /** Of names of such files. */
  readonly endings: string[]
}

/** What people put before the word for a secret where any secret would do: `mypassword`. */
const anybodys = /^(?:my|your|some|test)[-_. ]?/

const { words, never, other, references, blanks, ...lists } = data() as Data
const endings = words.map(wordsOf)
const others = other.map(wordsOf)
const excluded = new Set(never.flatMap(wordsOf))
const dummies: ReadonlySet<string> = new Set(lists.dummies)
const accounts: ReadonlySet<string> = new Set(lists.accounts)
const emulators: ReadonlySet<string> = new Set(lists.emulators)
const roots: ReadonlySet<string> = new Set(lists.roots)
const fileEndings: ReadonlySet<string> = new Set(lists.endings)
/** Names below which names stand. */
const naming: ReadonlySet<string> = new Set(lists.below)
/** The words that secrets are called by. */
const kinds: ReadonlySet<string> = new Set(endings.flat())
/** Those of them that say whose it is: `user-secret` opens something. */
const holders: ReadonlySet<string> = new Set(['user', 'consumer', 'client'])
const endsInSecret = new RegExp(`(?:${endings.map(ending => ending.at(-1)).join('|')})[^a-z0-9]*$`, 'i')
/** `change_me_orders`, `change-me-in-production`: what runs as it stands takes them. */
const toChange = new RegExp(`^(?:${lists.toChange.join('|')})(?:[-_ .!]|$)`, 'i')
const blank = new RegExp(`^(?:${blanks.join('|')})[-_ .]`, 'i')

/** Whose stores of keys a password opens, by what stands before their names: `kafka ssl` of `kafka_ssl_keystore_password`; undefined for any other secret. */
export function storesOpenedBy(key: string): string | undefined {
  const [kind = '', store = '', ...before] = wordsOf(key).reverse()
  return kinds.has(kind) && stores.has(store) && before[0] === 'ssl' ? before.reverse().join(' ') : undefined
}

const stores: ReadonlySet<string> = new Set(['keystore', 'truststore', 'key'])

/** Whether a form is only half of what opens something. */
export const isHalf = (form: EntryOf<'secret'>): boolean =>
  secretForms.some(({ what, level }) => what === form && level === 'warning')

/** What a secret looks like, whatever its key. */
export const secretForms = lists.forms.map(({ pattern, ...form }) => ({ ...form, pattern: new RegExp(pattern, 'di') }))

const endsWith = (key: readonly string[], ending: readonly string[]): boolean =>
  ending.length <= key.length && ending.every((word, i) => key[key.length - ending.length + i] === word)

/** Whether a key says by its name that its value is a secret. */
export const isSecretKey = remembering((key): boolean => {
  if (!endsInSecret.test(key)) return false
  const parts = wordsOf(key)
  return (
    !excluded.has(parts.at(-1) ?? '') &&
    endings.some(ending => endsWith(parts, ending)) &&
    !others.some(ending => endsWith(parts, ending))
  )
})

/** What stands in the place of a secret and is none. */
const exceptions: readonly { readonly why: string; is(text: string): boolean }[] = [
  { why: 'empty', is: text => text.trim() === '' },
  { why: 'filled in elsewhere', is: isPlaceholder },
  { why: 'says where the secret lies', is: text => references.some(start => text.startsWith(start)) },
  { why: 'names a file', is: namesFile },
  { why: 'says that it is to be replaced', is: text => blank.test(text) || (isStandIn(text) && !isDummy(text)) },
  { why: 'masked', is: text => /^(?:[*\u2022.x]+|\*{3}.*\*{3})$/i.test(text) },
  { why: 'a name in brackets', is: text => /^(?:<[^<>]+>|\{[\w .-]+\})$/.test(text.trim()) },
  {
    why: 'says only what belongs here',
    is: text => {
      const [first = '', ...rest] = wordsOf(text)
      // An abbreviation tells of which it is: `ccApiSecret`.
      const said = /^[a-z]{1,2}$/.test(first) ? rest : [first, ...rest]
      return said.length > 1 && said.every(word => kinds.has(word) && !holders.has(word))
    },
  },
  {
    why: 'the name of a variable',
    is: text => text.split(':').every(part => /^_?[A-Z]+(?:_[A-Z]+)*_?$/.test(part)) && !toChange.test(text),
  },
]

/** Whether a value is the path of a file: `/run/secrets/kafka`, `./certs/client.key`, `C:\\kafka\\client.p12`. What is encoded in base64 has slashes as well, and other signs. */
function namesFile(text: string): boolean {
  if (/^(?:[A-Za-z]:[\\/]|\\\\)[\w .()@\\/-]+$/.test(text)) return true
  const [first = '', ...rest] = text.trim().split('/')
  const steps = rest.filter(step => step !== '')
  if (!['', '.', '..', '~'].includes(first)) return steps.length === 0 ? isFileName(first) : isPath([first, ...steps])
  if (steps.length === 0 || !steps.every(isStep)) return false
  if (first !== '') return true
  return isPath(steps) || (steps.length > 1 && roots.has(steps[0] ?? '')) || (steps.length > 2 && steps.every(isWord))
}

const isStep = (step: string): boolean => /^[\w.@-]+$/.test(step)
const isWord = (step: string): boolean => /^[a-z]+(?:[._-][a-z]+)*$/.test(step)

const isPath = (steps: readonly string[]): boolean =>
  steps.every(isStep) && fileEndings.has(endingOf(steps.at(-1) ?? ''))

/** A name alone may be a secret that is called so: `kafka.password`. */
const isFileName = (name: string): boolean =>
  isStep(name) && fileEndings.has(endingOf(name)) && !kinds.has(endingOf(name))

const endingOf = (name: string): string => /(?<=.)\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? ''

/** Whether a value says no more than its key does: `mypassword` of `connection.password`. */
function repeatsKey(key: string, secret: string): boolean {
  const said = secret.trim().toLowerCase()
  const rest = said.replace(anybodys, '').replace(/[-_. ]/g, '')
  const own = wordsOf(key)
  return anybodys.test(said) && rest !== '' && own.some((_, from) => own.slice(from).join('') === rest)
}

/** Whether a secret is a few words and nothing else. */
const isPlain = (secret: string): boolean =>
  secret.length <= 24 && /^(?:[A-Z]?[a-z]{1,11}|[A-Z]{2,12})(?:[-_. ](?:[A-Z]?[a-z]{1,11}))*$/.test(secret)

const isLiteral = (text: string): boolean => !exceptions.some(({ is }) => is(text))

/** What opens nothing but what everybody can open: a word that everybody writes, or one that only says what belongs here (`pwd`, `private-key`). */
function isDummy(secret: string): boolean {
  const last = plain((secret.split(':').at(-1) ?? '').toLowerCase())
  return dummies.has(last) || toChange.test(last) || (last !== '' && wordsOf(last).every(word => kinds.has(word)))
}

/** A word without what people put in it to make it pass for a password: `p@ssw0rd1!`. */
const plain = (word: string): string => {
  const letters = word.replace(/[@0$]/g, sign => likeness.get(sign) ?? sign).replace(/[\d!]{1,4}$/, '')
  return dummies.has(letters) ? letters : word
}

const likeness: ReadonlyMap<string, string> = new Map([
  ['@', 'a'],
  ['0', 'o'],
  ['$', 's'],
])

/** The literal secrets of a settings bag; references, placeholders, empty and masked values are none. */
export const secretsOf = (settings: Settings): LiteralSecret[] =>
  settings.all.flatMap(setting => {
    const found = setting.struck ? secretStruck(setting, setting.struck) : secretIn(setting, settings)
    if (!found) return []
    return [{ key: setting.written ?? setting.key, value: setting.value, reference: referenceFor(setting), ...found }]
  })

/** A setting whose value holds secrets. */
export interface StruckSetting {
  readonly setting: Setting
  /** Its like with the mask in their place. */
  readonly told: Setting
  /** The secrets themselves, those left out that open nothing: for whoever has to find them elsewhere, and nobody else. */
  readonly literals: readonly string[]
}

/** The settings of a file that hold secrets. */
export const struckSettingsIn = ({ entities, overlays = [], off = [] }: FileFacts): StruckSetting[] =>
  [...entities, ...overlays, ...off].flatMap(entity =>
    entity.kind === 'configuration' ? [] : bagsOf(entity).flatMap(struckIn),
  )

/** What stays known of a secret that is struck out. */
const whatOf = ({ mild, plain, form, fallback }: Found): Struck => ({
  mild,
  ...(plain ? { plain } : {}),
  ...(form ? { form } : {}),
  ...(fallback ? { fallback } : {}),
})

/** The settings of a bag that hold secrets, with all of them struck out: a value can have several. */
const struckIn = (settings: Settings): StruckSetting[] =>
  settings.all.flatMap(setting => {
    const first = secretIn(setting, settings)
    if (!first) return []
    const struck = whatOf(first)
    const literals: string[] = []
    let told = setting
    for (let found: Found | undefined = first; found; found = secretIn(told, settings)) {
      const { value } = told
      const text = textOf(value)
      const [before, behind] = found.around
      if (!found.mild) literals.push(text.slice(before.length, text.length - behind.length))
      const masked = before + mask + behind
      told = { ...told, value: value.state === 'known' ? { ...value, value: masked } : { ...value, text: masked } }
    }
    return [{ setting, told: { ...told, struck }, literals }]
  })

/** The secrets of a file, wherever they stand again. */
export const secretTextsIn = (facts: FileFacts): readonly string[] =>
  struckSettingsIn(facts).flatMap(({ literals }) => literals)

/** Where secrets stand in the text of a file: its own without the quotes around them, and wherever one that any of the files holds stands again. In its order, without overlaps. */
export const secretSpansIn = (db: Db, file: Uri, text: string): readonly Span[] =>
  union([...secretPlacesIn(db, file).map(({ span }) => unquoted(text, span)), ...db.estate.secrets.placesIn(text)])

/** Where the values stand that are secrets, or hold one. */
export const secretPlacesIn = ({ estate }: Db, file: Uri): readonly Place[] =>
  estate
    .entities(file)
    .filter(entity => entity.kind !== 'configuration')
    .flatMap(entity => bagsOf(entity).flatMap(secretsOf))
    .map(({ value }) => value.at)
    .filter(at => at.file === file)

/** Quotes are no part of a secret. */
function unquoted(text: string, { start, end }: Span): Span {
  const [, before = '', inside = ''] = /^(["']?)([\s\S]*?)\1$/.exec(text.slice(start, end)) ?? []
  return { start: start + before.length, end: start + before.length + inside.length }
}

function union(spans: readonly Span[]): Span[] {
  const result: Span[] = []
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const last = result.at(-1)
    if (last && start <= last.end) result[result.length - 1] = { start: last.start, end: Math.max(last.end, end) }
    else result.push({ start, end })
  }
  return result
}

type Found = Omit<LiteralSecret, 'key' | 'value' | 'reference'> & {
  readonly reference?: string
  /** The value before and behind the secret. */
  readonly around: readonly [string, string]
}

function secretIn(setting: Setting, settings: Settings): Found | undefined {
  const found = secretUnderKey(setting, settings) ?? secretByForm(setting, settings)
  return (found?.mild || found?.plain) && leadsToEmulator(settings) ? undefined : found
}

/** A secret of which only this is known, that it was one. */
const secretStruck = ({ value }: Setting, { form, ...known }: Struck): Found => ({
  ...known,
  ...(form === undefined ? {} : { form: form as EntryOf<'secret'> }),
  referenced: textOf(value),
  around: ['', ''],
})

const referenceFor = ({ written, key }: Setting): string =>
  wordsOf(written ?? key)
    .join('_')
    .toUpperCase()

const refer = (reference: string, { refers }: Settings): string =>
  isVariable(refers) ? `\${${reference}}` : `\${env:${reference}}`

const isVariable = (refers: Settings['refers']): boolean => refers === 'variable' || refers === 'unknown'

const textOf = (value: Setting['value']): string => (value.state === 'known' ? value.value : value.text)

/** A secret whose key says that it is one. */
function secretUnderKey(setting: Setting, settings: Settings): Found | undefined {
  const { key, value } = setting
  const text = textOf(value)
  if (!isSecretKey(key) || isNamed(key, text)) return undefined
  if (value.state === 'known' && isLiteral(text) && !repeatsKey(key, text))
    return {
      referenced: refer(referenceFor(setting), settings),
      mild: isDummy(text) || isOwnUser(setting, text, settings),
      ...(isPlain(text) ? { plain: true } : {}),
      around: ['', ''],
    }
  const fallback = fallbackIn(text, !isVariable(settings.refers))
  return fallback && isLiteral(fallback.value) && !repeatsKey(key, fallback.value)
    ? {
        reference: fallback.name,
        referenced: `\${${fallback.name}}`,
        fallback: true,
        mild: isDummy(fallback.value) || isOwnUser(setting, fallback.value, settings),
        ...(isPlain(fallback.value) ? { plain: true } : {}),
        around: around(text, text.lastIndexOf(fallback.value), fallback.value),
      }
    : undefined
}

/** Whether a value is the name of a topic or its like, several words in a row, and stands where such names do. */
const isNamed = (key: string, text: string): boolean =>
  key
    .split('.')
    .slice(0, -1)
    .some(parent => naming.has(parent.toLowerCase())) && /^[a-z]\w*(?:[.-][a-z]\w*)+$/.test(text)

/** Whether a password is the name of the user beside it, and both are those that an image comes with. */
const isOwnUser = ({ key }: Setting, secret: string, { all }: Settings): boolean =>
  accounts.has(secret) &&
  all.some(
    other =>
      (knownValue(other.value) ?? fallbackIn(textOf(other.value))?.value) === secret &&
      /(?:user(?:[._-]?name)?|access[._-]?key(?:[._-]?id)?)$/i.test(other.key) &&
      ownerIn(other.key) === ownerIn(key),
  )

/** Whether a text names, before a password, a user who is called so and whom an image comes with: `//postgres:postgres@db`, `username="admin" password="admin"`. */
const followsOwnUser = (before: string, secret: string): boolean =>
  accounts.has(secret) && new RegExp(`(?://|\\busername\\s*=\\s*\\\\?["']?)${secret}\\b`).test(before)

/** What a key says beside being a user's, a password's or a key's: `database` of `database.user` and `database.password`, `aws` of `aws.access.key.id` and `aws.secret.access.key`. */
const ownerIn = (key: string): string =>
  wordsOf(key)
    .filter(word => !kinds.has(word) && !['name', 'id', 'user', 'username'].includes(word))
    .join(' ')

/** Whether what some settings lead to is the stand-in of a cloud. */
const leadsToEmulator = ({ all }: Settings): boolean =>
  all.some(
    ({ value }) =>
      value.state === 'known' &&
      value.value.includes('://') &&
      hostsOf(value.value).some(host => emulators.has(host.split('.')[0] ?? '') || isMock(host)),
  )

/** Whether a host says of itself that it only plays another: `mock-oauth2-server`. */
const isMock = (host: string): boolean =>
  wordsOf(host.split('.')[0] ?? '').some(word => /^(?:mock|fake|stub)$/.test(word))

/** A secret that is known by its own look. */
function secretByForm(setting: Setting, settings: Settings): Found | undefined {
  const text = textOf(setting.value)
  for (const { what, contains, pattern, level } of secretForms) {
    const match = text.includes(contains) ? pattern.exec(text) : undefined
    const secret = match?.groups?.secret
    const [start, end] = match?.indices?.groups?.secret ?? []
    if (
      secret === undefined ||
      start === undefined ||
      end === undefined ||
      !isLiteral(secret) ||
      /EXAMPLE$/.test(secret)
    )
      continue
    // It is a part of the value: the name of the value would promise the whole.
    const reference = referenceFor(setting)
    const own = start > 0 || end < text.length ? `${reference}_SECRET` : reference
    return {
      reference: own,
      referenced: `${text.slice(0, start)}${refer(own, settings)}${text.slice(end)}`,
      form: what,
      mild: level === 'warning' || isDummy(secret) || followsOwnUser(text.slice(0, start), secret),
      ...(isPlain(secret) ? { plain: true } : {}),
      around: [text.slice(0, start), text.slice(end)],
    }
  }
  return undefined
}

const around = (text: string, at: number, part: string): readonly [string, string] => [
  text.slice(0, at),
  text.slice(at + part.length),
]
