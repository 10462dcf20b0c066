import data from '../../knowledge/spellings.yaml'
import { wordsOf } from '../../text/words.ts'

/** What a value must look like to mean it. */
export type Form =
  | 'addresses'
  | 'host'
  | 'port'
  | 'url'
  | 'boolean'
  | 'number'
  | 'protocol'
  | 'listeners'
  | 'protocols'
  | 'algorithm'
  | 'text'

/** What a name of a program's own says of a Kafka client. */
export interface Meaning {
  /** Kafka's own key, or ours where it has none: `ssl.enabled`, `host`, `port`. */
  readonly key: string
  readonly form: Form
  /** The words before it, up to the last one that names Kafka: whose settings they are. */
  readonly owner: string
  /** The words between those and the setting: which cluster or part of the program. */
  readonly part: string
  /** Whether the name tells it wherever it stands. */
  readonly certain: boolean
}

interface Row {
  readonly key: string
  readonly form: Form
  readonly says: readonly string[]
  readonly below: readonly string[]
  readonly not?: readonly string[]
}

const { meanings, ...lists } = data() as {
  meanings: readonly Row[]
  kafka: readonly string[]
  others: readonly string[]
  fillers: readonly string[]
  security: readonly string[]
  brokers: readonly string[]
}
const [kafka, others, fillers, security] = [lists.kafka, lists.others, lists.fillers, lists.security].map(
  words => new Set(words),
) as [Set<string>, Set<string>, Set<string>, Set<string>]

/** Keys of which only brokers have several. */
export const brokerKeys: ReadonlySet<string> = new Set(lists.brokers)

/** A broker's own key, behind a word for Kafka, in whatever spelling: `kafka_default_replication_factor`. */
export function brokerKeyOf(words: readonly string[]): string | undefined {
  const at = words.findLastIndex(word => kafka.has(word)) + 1
  return at === 0 ? undefined : brokerKeysByWords.get(joined(words.slice(at)))
}

/** Whether a name tells the version of Kafka itself: `kafka_version`, not `kafka_ui_version`. */
export const namesVersion = (words: readonly string[]): boolean =>
  /^(?:apache)?kafka(?:broker|server|release|package|pkg)?version$/.test(joined(words))

/** Whether a name is that of the brokers, perhaps with what keeps their metadata, and not of a program beside them or of their tools. */
export const namesBrokers = (words: readonly string[]): boolean =>
  reachesBrokers(words.filter(word => word !== 'zookeeper' && word !== 'zk')) && !words.some(word => tools.has(word))

/** Words of what comes in the archive of the brokers and is no broker. */
const tools: ReadonlySet<string> = new Set([
  'client',
  'clients',
  'cli',
  'tool',
  'tools',
  'utils',
  'streams',
  'producer',
  'consumer',
])

const joined = (words: readonly string[]): string => words.join('')

/** Keys of brokers by their words without what stands between them. */
export const brokerKeysByWords: ReadonlyMap<string, string> = new Map(
  [...brokerKeys].map(key => [wordsOf(key).join(''), key]),
)

const says = new Map<string, Row>()
const below = new Map<string, Row>()
for (const row of meanings) {
  for (const name of row.says) says.set(name.replaceAll(' ', ''), row)
  for (const name of row.below) below.set(name.replaceAll(' ', ''), row)
}
/** No name in the table has more words. */
const longest = 6

/** Whether a name is spelled as variables of a process are: `KAFKA_BROKERS`. */
export const isVariable = (name: string): boolean => /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/.test(name)

/** The words of a path; the place in a list counts as one. */
export const wordsOfPath = (steps: readonly string[]): string[] => steps.flatMap(wordsOf)

/** Whether some word is one of encryption or access. */
export const speaksOfSecurity = (words: readonly string[]): boolean => words.some(word => security.has(word))

/** Whether some word tells that somebody thought of encryption or of access to Kafka: below an owner; of variables, which nothing holds together, wherever it speaks of Kafka; without an owner, unless it begins with another system (`DB_USER`). */
export const namesSecurity = (words: readonly string[], owner: string, variables: boolean): boolean =>
  speaksOfSecurity(words) &&
  ((owner === '' && !isOther(words[0] ?? '')) ||
    words.join(' ').startsWith(`${owner} `) ||
    (variables && reachesBrokers(words)))

/** What a name says of a Kafka client; undefined where it says nothing. The longest name in the table wins; a number behind it tells one of several. */
export function meaningOf(words: readonly string[]): Meaning | undefined {
  const beside = passwordBeside(words)
  if (beside) return beside
  const end = words.findLastIndex(word => !/^\d+$/.test(word)) + 1
  const number = words.slice(end)
  for (let start = Math.max(0, end - longest); start < end; start++) {
    const name = joined(words.slice(start, end))
    const before = words.slice(0, start)
    const certain = says.get(name)
    const row = certain ?? (reachesBrokers(before) ? below.get(name) : undefined)
    if (row?.not?.includes(before.at(-1) ?? '')) return undefined
    if (row) return { key: row.key, form: row.form, ...partsOf(before, number), certain: certain !== undefined }
  }
  return undefined
}

/** What stands beside the brokers and has users of its own, as consoles call it; what they call its users; and the words for Kafka before it, theirs included. */
const [besides, accesses, consoles] = [
  new Set(['connect', 'kafkaconnect', 'registry', 'schemaregistry', 'schemaregistryauth', 'ksql', 'ksqldb']),
  new Set(['auth', 'basic', 'server', 'clusters', 'cluster']),
  new Set([...lists.kafka, 'akhq', 'kowl']),
]

/** The password of Connect or of a registry in what a console is told of a cluster: `akhq.connections.shop.connect[0].basic-auth-password`. */
function passwordBeside(words: readonly string[]): Meaning | undefined {
  if (words.at(-1) !== 'password') return undefined
  const at = words.findLastIndex(word => besides.has(word))
  const isPlain = words.slice(at + 1, -1).every(word => accesses.has(word) || /^\d+$/.test(word))
  const end = /^(?:kafka|schema)$/.test(words[at - 1] ?? '') ? at - 1 : at
  const before = words.slice(0, end)
  return at > 0 && isPlain && before.some(word => consoles.has(word))
    ? { key: `${words[at] ?? ''}.password`, form: 'text', ...partsOf(before, []), certain: false }
    : undefined
}

/** `database`, `vault`; what is as likely about access to Kafka is none of them: `oauth`. */
const isOther = (word: string): boolean => others.has(word) && !security.has(word)

/** Whether a word names Kafka, and none behind it something else. */
function reachesBrokers(words: readonly string[]): boolean {
  const at = words.findLastIndex(word => kafka.has(word))
  return at >= 0 && !words.slice(at + 1).some(word => others.has(word))
}

function partsOf(before: readonly string[], number: readonly string[]): Pick<Meaning, 'owner' | 'part'> {
  const at = before.findLastIndex(word => kafka.has(word)) + 1
  const rest = [...before.slice(at), ...number]
  return { owner: before.slice(0, at).join(' '), part: rest.filter(word => !fillers.has(word)).join(' ') }
}

const shapes: Readonly<Record<Form, RegExp>> = {
  addresses:
    /^(?:(?:PLAINTEXT|SSL|SASL_PLAINTEXT|SASL_SSL|INTERNAL|EXTERNAL|CLIENT|tcp|kafka(?:\+ssl)?):\/\/)?[\w-]+(?:\.[\w-]*)*:\d{2,5}(?:\s*[,;]\s*(?:\w+(?:\+ssl)?:\/\/)?[\w-]+(?:\.[\w-]*)*:\d{2,5})*,?$/i,
  host: /^(?:[a-z][\w-]*(?:\.[\w-]+)*|\d{1,3}(?:\.\d{1,3}){3})$/i,
  port: /^\d{2,5}$/,
  url: /^https?:\/\/\S+$/i,
  boolean: /^(?:true|false|yes|no|on|off|0|1)$/i,
  number: /^\d+$/,
  protocol: /^(?:SASL[_-]?)?(?:PLAINTEXT|SSL)$/i,
  listeners: /^[A-Z]\w*:\/\/[^\s,]*:\d{2,5}(?:\s*,\s*[A-Z]\w*:\/\/[^\s,]*:\d{2,5})*$/i,
  protocols: /^\w+:(?:SASL_)?(?:PLAINTEXT|SSL)(?:\s*,\s*\w+:(?:SASL_)?(?:PLAINTEXT|SSL))*$/i,
  algorithm: /^[\w-]*$/,
  text: /\S/,
}

/** Whether a value looks like what its name says. */
export const fits = (value: string, form: Form): boolean => shapes[form].test(value.trim())
