import { entriesOf } from '../text/list.ts'
import { compileJavaPattern } from '../text/java-pattern.ts'
import type { Connector } from './entities.ts'
import { knownValue } from './fact.ts'
import { setting, type Settings } from './settings.ts'

/** How topics are called that a source writes for the tables of a list. */
export interface Captures {
  /** What the classes begin with that it holds for. */
  readonly classes: readonly string[]
  /** The keys of which one holds what stands before each name. */
  readonly behind: readonly string[]
  readonly joint: string
  /** The key that names the one database whose name stands between. */
  readonly database?: string
  /** Of how many names an entry is made; `last`: only the last one counts. */
  readonly parts: number | 'last'
  readonly transforms: {
    /** What the classes begin with that leave the names of topics alone. */
    readonly keep: readonly string[]
    /** Of those, the last segments of the classes that do not. */
    readonly route: readonly string[]
    /** Keys of a transform that let it name topics. */
    readonly by: readonly string[]
    /** The class whose `regex` and `replacement` tell the name. */
    readonly pattern: string
  }
}

/** Whether what is told of the tables of a list holds for the class of a connector. */
export function isCapturing({ class: type }: Connector, { classes }: Captures): boolean {
  const className = knownValue(type)
  return className !== undefined && classes.some(begin => className.startsWith(begin))
}

/** How the topic of a table is called that a list names; undefined where the class is another one, or something leaves the names open. An entry that is a pattern has no topic of its own. */
export function capturing(
  connector: Connector,
  captures: Captures,
): ((table: string) => string | undefined) | undefined {
  if (!isCapturing(connector, captures)) return undefined
  const { settings } = connector
  const { behind, joint, database, parts, transforms } = captures
  const prefix = behind.map(key => knownValue(setting(settings, key))).find(value => value !== undefined)
  const between = database === undefined ? [] : databaseIn(settings, database)
  const routed = routing(settings, transforms)
  if (prefix === undefined || !between || !routed) return undefined
  return entry => {
    const names = namesOf(entry)
    if (!names || (parts !== 'last' && names.length !== parts)) return undefined
    const table = parts === 'last' ? names.slice(-1) : names
    return routed([prefix, ...between, ...table].join(joint))
  }
}

/** The one database of a source, which stands in the names of its topics; none where the key is not there, undefined where it is one of several or not known. */
function databaseIn(settings: Settings, key: string): string[] | undefined {
  const named = setting(settings, key)
  if (named.state === 'absent') return []
  const name = knownValue(named)?.trim()
  return name === undefined || name.includes(',') ? undefined : [name]
}

/** The names of an entry, `public.orders` or `public\.orders`; undefined for a pattern. */
function namesOf(entry: string): string[] | undefined {
  const plain = entry.replace(/^\^|\$$/g, '').replace(/\\\./g, '.')
  return /^[\w-]+(?:\.[\w-]+)*$/.test(plain) ? plain.split('.') : undefined
}

/** What the transforms of a connector make of the name of a topic; undefined where that cannot be told. */
function routing(
  settings: Settings,
  transforms: Captures['transforms'],
): ((topic: string) => string | undefined) | undefined {
  const listed = setting(settings, 'transforms')
  if (listed.state === 'unresolved') return undefined
  const steps = entriesOf(knownValue(listed) ?? '').map(name => stepOf(settings, name, transforms))
  return steps.every(step => step !== undefined)
    ? topic => steps.reduce((found: string | undefined, step) => found && step(found), topic)
    : undefined
}

/** What one transform makes of the name of a topic. */
function stepOf(
  settings: Settings,
  transform: string,
  { keep, route, by, pattern }: Captures['transforms'],
): ((topic: string) => string | undefined) | undefined {
  const given = (key: string): ReturnType<typeof setting> => setting(settings, `transforms.${transform}.${key}`)
  const type = knownValue(given('type'))
  if (type === undefined) return undefined
  if (type === pattern) {
    const [regex, replacement] = [knownValue(given('regex')), knownValue(given('replacement'))]
    // With a predicate, it does not see every record.
    return regex === undefined || replacement === undefined || given('predicate').state !== 'absent'
      ? undefined
      : topic => compileJavaPattern(regex)?.replacedIn(topic, replacement)
  }
  const leaves = keep.some(begin => type.startsWith(begin)) && !route.some(last => type.endsWith(`.${last}`))
  return leaves && by.every(key => given(key).state === 'absent') ? topic => topic : undefined
}
