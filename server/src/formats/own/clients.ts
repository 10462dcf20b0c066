import type { Client, ConsumerGroup, Peer } from '../../model/entities.ts'
import { asBoolean, mapFact, placeOf, type Fact, type Known, type Unresolved } from '../../model/fact.ts'
import { setting, type Setting, type Settings } from '../../model/settings.ts'
import { groupBy } from '../../text/order.ts'
import { switchAbove, switchesAmong, type Leaf } from '../application/leaves.ts'
import { groupsIn } from '../groups.ts'
import { turnedOff } from '../values.ts'
import { addressesOfMsk, peerOf } from '../properties/bag.ts'
import { brokerKeyOf, fits, meaningOf, namesSecurity, speaksOfSecurity, wordsOfPath, type Meaning } from './spelling.ts'

/** Whose settings are read. */
export type Holder = Pick<Client, 'file' | 'extent' | 'namespace'> & { readonly name: Known<string> }

type Found = Leaf & { readonly meaning: Meaning; readonly words: readonly string[] }

/** Reads the Kafka clients of a program that no framework configures: its settings have names of its own, read by what they mean. */
export function readOwnClients(
  leaves: readonly Leaf[],
  holder: Holder,
  how: Pick<Settings, 'refers'> & { readonly open?: Unresolved; readonly variables?: true },
): (Client | ConsumerGroup)[] {
  const all = leaves.map(leaf => ({ ...leaf, words: wordsOfPath(leaf.steps) }))
  const found = all.flatMap((leaf): Found[] => {
    const meaning = withPort(meaningOf(leaf.words), leaf.value) ?? byHost(leaf.value)
    return meaning && !ofBrokers.has(meaning.form) && isMeant(leaf.value, meaning) ? [{ ...leaf, meaning }] : []
  })
  const protecting = all.filter(({ words }) => speaksOfSecurity(words))
  const switches = switchesAmong(leaves)
  return bagsOf(found).flatMap(bag => {
    const [first] = bag
    if (!first) return []
    const near = (bag.find(({ meaning }) => meaning.key === 'bootstrap.servers') ?? first).keyPlace
    const settings: Settings = {
      all: bag.flatMap(toSetting),
      near,
      ...(how.open ? { open: how.open } : {}),
      ...(how.refers ? { refers: how.refers } : {}),
    }
    const owner = bag.map(({ meaning }) => meaning.owner).find(one => one !== '') ?? ''
    const secured =
      bag.some(({ meaning }) => meaning.key.startsWith('sasl.')) ||
      protecting.some(({ words }) => namesSecurity(words, owner, how.variables === true))
    const kafka = peerFor(bag, settings, holder.name, secured)
    const client: Client = { kind: 'client', ...holder, kafka, settings }
    const groups = groupsIn(settings, 'client', { ...holder, owner: `application ${holder.name.value}` })
    return turnedOff(tellsClient(bag) ? [client, ...groups] : groups, switchAbove(bag, switches))
  })
}

/** Hosts that only brokers of a service have: Amazon MSK's. */
const hostsOfBrokers =
  /^(?:b-\d|boot-\w+)\.[\w.-]+\.kafka(?:-serverless)?\.[a-z0-9-]+\.amazonaws\.com(?:\.cn)?:\d+(?:,|$)/

/** What a value means whatever it is called: the address of such brokers. */
const byHost = (value: Leaf['value']): Meaning | undefined =>
  value.state === 'known' && hostsOfBrokers.test(value.value.trim())
    ? { key: 'bootstrap.servers', form: 'addresses', owner: '', part: '', certain: true }
    : undefined

/** What is called a host and written with its port is an address. */
function withPort(meaning: Meaning | undefined, value: Leaf['value']): Meaning | undefined {
  const addresses: Meaning | undefined = meaning && { ...meaning, key: 'bootstrap.servers', form: 'addresses' }
  return addresses && meaning?.form === 'host' && isMeant(value, addresses) ? addresses : meaning
}

const ofBrokers: ReadonlySet<Meaning['form']> = new Set(['listeners', 'protocols'])

/** Of listeners that a template fills in the names may be there: they tell the protocols. */
const isOfBroker = (value: Leaf['value'], { form }: Meaning): boolean =>
  value.state === 'known' ? fits(value.value, form) : /^["']?[A-Z]\w*:\/\//.test(value.text.trim())

/** The settings of a broker that stand under names of somebody's own: of several brokers the first one's. */
export function ownBrokerSettings(leaves: readonly Leaf[]): Setting[] {
  const found = leaves.flatMap((leaf): Found[] => {
    const words = wordsOfPath(leaf.steps)
    const meaning = meaningOf(words)
    return meaning && ofBrokers.has(meaning.form) && isOfBroker(leaf.value, meaning)
      ? [{ ...leaf, meaning, words }]
      : []
  })
  return found
    .filter(({ meaning }, i) => found.findIndex(other => other.meaning.key === meaning.key) === i)
    .flatMap(toSetting)
}

/** Whether names of somebody's own tell how a broker listens, or more than one of its settings. */
export const tellBroker = (leaves: readonly Leaf[]): boolean =>
  ownBrokerSettings(leaves).length > 0 ||
  leaves.filter(({ steps }) => brokerKeyOf(wordsOfPath(steps)) !== undefined).length > 1

/** A client that has no address beside the settings of a broker: how that one talks, its listeners tell. */
export const asOfBroker = (one: Client | ConsumerGroup): Client | ConsumerGroup =>
  one.kind === 'client' && one.kafka.bootstrap.state === 'absent' && one.kafka.encrypted.state === 'known'
    ? {
        ...one,
        kafka: {
          ...one.kafka,
          encrypted: { state: 'unresolved', at: one.kafka.encrypted.at, text: 'what the listeners of the broker say' },
        },
      }
    : one

/** The protocol that a broker's variables have for its listeners. */
export function ownProtocol(leaves: readonly Leaf[]): Known<string> | undefined {
  const values = leaves.flatMap(({ steps, value }) =>
    meaningOf(wordsOfPath(steps))?.key === 'security.protocol' ? [protocolOf(value)] : [],
  )
  const [only] = values
  return values.length === 1 && only?.state === 'known' && /^(?:SASL_)?(?:PLAINTEXT|SSL)$/i.test(only.value.trim())
    ? only
    : undefined
}

const saysNothing = /^(?:none|null|nil|~)$/i

/** A value that is filled in elsewhere means what a name says that tells it everywhere; an address of which a scheme or a port is there tells by that. */
const isMeant = (value: Leaf['value'], { form, certain }: Meaning): boolean =>
  value.state === 'known'
    ? fits(value.value, form) && (form === 'algorithm' ? value.value !== '' : !saysNothing.test(value.value.trim()))
    : certain ||
      form !== 'addresses' ||
      addressesOfMsk.test(value.text) ||
      /^["']?(?:SASL_)?(?:PLAINTEXT|SSL):\/\/|:\d{4,5}["']?$/i.test(value.text.trim())

/** What makes a client: where it connects, and how; a user or a factor alone is as likely somebody else's. */
const telling: ReadonlySet<string> = new Set([
  'bootstrap.servers',
  'security.protocol',
  'sasl.jaas.config',
  'schema.registry.url',
])

/** A password in the clear whose name says that it is Kafka's is a client's, or a broker's, wherever the rest stands. */
const isPassword = ({ meaning: { key, owner }, value }: Found): boolean =>
  owner !== '' && value.state === 'known' && /^(?:ssl\..*|sasl\.)password$/.test(key)

const tellsClient = (bag: readonly Found[]): boolean =>
  bag.some(one => telling.has(one.meaning.key) || isPassword(one)) || hostAndPort(bag) !== undefined

const isAddress = ({ meaning: { key } }: Found): boolean => key === 'bootstrap.servers' || key === 'host'

/** What belongs together: all of an owner, unless its parts have addresses of their own. Settings whose name does not tell Kafka go with the only owner. */
function bagsOf(found: readonly Found[]): Found[][] {
  const owners = [...new Set(found.map(({ meaning: { owner } }) => owner))]
  const named = owners.filter(owner => owner !== '')
  const [only] = named
  const byOwner = groupBy(found, ({ meaning }) => meaning.owner)
  const bags = named.length === 1 && only !== undefined ? [found] : owners.map(owner => byOwner.get(owner) ?? [])
  return bags.flatMap(bag => {
    const parts = [...new Set(bag.filter(isAddress).map(({ meaning: { part } }) => part))]
    if (parts.length < 2) return [[...bag]]
    const common = bag.filter(({ meaning: { part } }) => !parts.includes(part))
    return parts.map(part => [...common, ...bag.filter(one => one.meaning.part === part)])
  })
}

const toSetting = ({ meaning, keyPlace, value, steps, written = steps.join('.') }: Found): Setting[] =>
  meaning.form === 'port' || meaning.form === 'host'
    ? []
    : [{ key: meaning.key, keyPlace, value: meaning.form === 'protocol' ? protocolOf(value) : value, written }]

/** .NET has words for the protocols: `SaslSsl`. */
function protocolOf(value: Leaf['value']): Leaf['value'] {
  const word = value.state === 'known' ? /^sasl-?(plaintext|ssl)$/i.exec(value.value.trim())?.[1] : undefined
  return word === undefined || value.state !== 'known'
    ? value
    : { state: 'known', value: `SASL_${word.toUpperCase()}`, at: value.at }
}

/** How the client reaches Kafka. What it leaves out its own code decides: absent is then told with `ownWay`. */
function peerFor(bag: readonly Found[], settings: Settings, name: Known<string>, secured: boolean): Peer {
  const { open: _, ...closed } = settings
  const { encryption: _slot, ...peer } = peerOf(closed, name)
  const bootstrap = peer.bootstrap.state === 'absent' ? (hostAndPort(bag) ?? peer.bootstrap) : peer.bootstrap
  if (peer.encrypted.state !== 'absent') return { ...peer, bootstrap }
  const encrypted: Fact<boolean> =
    bySwitch(settings) ?? (secured ? { state: 'unresolved', at: placeOf(bootstrap), text: '' } : peer.encrypted)
  return { ...peer, bootstrap, encrypted, ...(encrypted.state === 'absent' ? { ownWay: true } : {}) }
}

/** Whether a switch of the program's own turns encryption on; undefined where there is none. */
function bySwitch(settings: Settings): Fact<boolean> | undefined {
  const on = setting({ all: settings.all, near: settings.near }, 'ssl.enabled')
  return on.state === 'absent'
    ? undefined
    : asBoolean(mapFact(on, value => value.replace(/^1$/, 'true').replace(/^0$/, 'false')))
}

/** A host whose port stands beside it. */
function hostAndPort(bag: readonly Found[]): Known<string> | undefined {
  const one = (form: Meaning['form']): Leaf['value'] | undefined =>
    bag.find(({ meaning }) => meaning.form === form)?.value
  const [host, port] = [one('host'), one('port')]
  return host?.state === 'known' && port?.state === 'known'
    ? { state: 'known', value: `${host.value}:${port.value}`, at: host.at }
    : undefined
}
