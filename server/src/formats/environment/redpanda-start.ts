import type { Cluster, Listener } from '../../model/entities.ts'
import { knownValue, partsOf, type Fact, type Known, type Place } from '../../model/fact.ts'
import { down, entries, inside, items } from '../cursor.ts'
import type { Cursor } from '../position.ts'
import { isLocal } from '../properties/listeners.ts'
import { text } from '../values.ts'

/** What the command that starts a broker of Redpanda says of it. */
export interface RedpandaStart extends Pick<Cluster, 'listeners'> {
  /** Whether it looks for other brokers. */
  readonly seeds: boolean
}

/** An option of the command, with what it is given. */
type Option = readonly [name: string, value: Fact<string>]

const redpandaImage = /(?:^|\/)redpanda(?:[:@]|$)/
const starts = /(?:^|\s)(?:redpanda\s+)?start(?:\s|$)/
/** Words by which a broker is told more in a file, or by single settings: what it encrypts is told there. */
const toldElsewhere = /kafka_api_tls|(?:^|\s)--config\b|redpanda\.ya?ml/
const mayAsk = /sasl|authentication|kafka_enable_authorization/

/** A container of Redpanda's image starts a broker unless it is told something else: the image holds the tools too. */
export function redpandaBy(
  image: Fact<string>,
  commands: readonly Cursor[],
  mounts: readonly string[],
): RedpandaStart | undefined {
  if (!redpandaImage.test(knownValue(image) ?? '')) return undefined
  const told = commands
    .flatMap(cursor => [cursor, ...items(cursor)].flatMap(one => knownValue(text(one)) ?? []))
    .join(' ')
  if (told !== '' && !starts.test(told)) return undefined
  const options = commands.flatMap(optionsOf)
  const inFile = toldElsewhere.test(told) || mounts.some(path => path.startsWith('/etc/redpanda'))
  return {
    seeds: /--(?:seeds|rpc-seeds)[=\s]+\S|seed_servers/.test(told),
    listeners: listenersOf(options, inFile, inFile || mayAsk.test(told)),
  }
}

/** The options of a command: of one that is a list of words, or that stands in a text for a shell. */
function optionsOf(command: Cursor): Option[] {
  const words = items(command)
  if (words.length === 0) return inShell(command)
  return words.flatMap((word, index): Option[] => {
    const fact = text(word)
    if (fact.state !== 'known') return []
    const isPair = /^--[a-z][\w-]*[ \t]+\S+$/.test(fact.value)
    if (!isPair && /\s/.test(fact.value)) return inShell(word)
    const [option, value] = partsOf(fact, isPair ? ' ' : '=')
    const name = /^--([a-z][\w-]*)$/.exec(option?.value ?? '')?.[1]
    if (name === undefined) return []
    const next = words[index + 1]
    if (value) return [[name, value]]
    return next ? [[name, text(next)]] : []
  })
}

const inShell = (cursor: Cursor): Option[] =>
  inside(cursor, 'script')
    .filter(root => knownValue(text(down(root, 'command'))) === 'redpanda')
    .flatMap(root => entries(root).map((entry): Option => [entry.name, text(entry)]))

/** How it listens: `name://host:port`, or an address alone. One that is advertised for its host alone is reached from there alone. */
function listenersOf(options: readonly Option[], inFile: boolean, mayAskForNames: boolean): Listener[] {
  const given = (name: string): Known<string>[] =>
    options.flatMap(([option, value]) => (option === name && value.state === 'known' ? partsOf(value, ',') : []))
  const publicly = new Map(given('advertise-kafka-addr').map(part => [nameOf(part.value), part.value]))
  return given('kafka-addr').map((part): Listener => {
    const name = nameOf(part.value)
    const { at } = part
    return {
      name: { state: 'known', value: name, at },
      type: isLocal(publicly.get(name) ?? part.value)
        ? { state: 'known', value: 'loopback', at }
        : { state: 'absent', near: at },
      encrypted: inFile ? unresolved(at, part.value) : { state: 'known', value: false, at },
      authentication: mayAskForNames ? unresolved(at, part.value) : { state: 'absent', near: at },
    }
  })
}

const unresolved = (at: Place, written: string): { state: 'unresolved'; at: Place; text: string } => ({
  state: 'unresolved',
  at,
  text: written,
})

/** The name of `name://host:port`; one address alone has the key of the setting as its name. */
const nameOf = (address: string): string => /^([\w.-]+):\/\//.exec(address)?.[1] ?? 'kafka_api'
