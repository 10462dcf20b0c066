import type { Client, Cluster, Connector, ConnectCluster, Peer, ReplicationFlow } from '../model/entities.ts'
import { knownValue, orFallback, type Fact, type Known, type Unresolved } from '../model/fact.ts'
import { clusterBehind } from '../model/link.ts'
import { byName, clientsIn } from '../model/link-key.ts'
import { bagsOf } from '../model/bags.ts'
import { sentOn, type Settings } from '../model/settings.ts'
import type { Db, Library } from './db.ts'
import { locateHost } from './location.ts'
import { say, type Message } from '../words/message.ts'
import type { SwitchedOff } from './switches.ts'
import { fallbackOf } from '../text/fallback.ts'
import { tableOf } from '../text/table.ts'
import { baseName, folderOf } from '../text/uri.ts'
import { hostsOf, isInside, isLoopback, schemeOf } from '../text/hosts.ts'

/** A connection without encryption. */
export interface OpenLink {
  /** The address that it goes to. */
  readonly address: Known<string>
  /** Who connects. */
  readonly from: Message
  /** Whether the other end lies in the own network or cluster; undefined where its address is not in the file. */
  readonly inside: boolean | undefined
  readonly encryption?: Peer['encryption']
  /** unless-set: what a variable falls back to. */
  readonly why: 'no-tls' | 'address' | 'switched-off' | 'unless-set'
  /** Whether it says so in the file; else the default does. */
  readonly stated: boolean
  /** Nothing says it but the port: the program may encrypt all the same. */
  readonly guessed?: true
  /** The address is what a variable falls back to. */
  readonly unlessSet?: true
  /** What an address that does not encrypt would say instead: another scheme, an option. */
  readonly use?: string
  /** The setting that switches the encryption off, where that is not the address itself or the protocol. */
  readonly key?: string
}

/** The unencrypted connection of a Connect cluster, a client or a flow to Kafka. A flow's target is the Connect cluster's own. */
export function openKafkaLinks(
  { estate, knowledge }: Db,
  entity: ConnectCluster | Client | ReplicationFlow,
  name: string | Message,
): OpenLink[] {
  const peer = entity.kind === 'flow' ? entity.source : entity.kafka
  const { bootstrap, encrypted, encryption } = peer
  const from = clientNamed(entity, name)
  if (encrypted.state === 'absent') return openByDefault({ estate, knowledge }, entity, peer, from)
  if (encrypted.state === 'unresolved') return withoutVariable(bootstrap, encrypted, from)
  if (encrypted.value) return []
  return bootstrap.state === 'known'
    ? openTo(bootstrap, from, 'no-tls', { stated: true, ...(encryption ? { encryption } : {}) })
    : openToSomewhere(bootstrap, encrypted, from, encryption)
}

/** A connection of which nothing says whether it is encrypted: Kafka's default is that it is not, unless a program or a file beside knows more. */
function openByDefault(
  { estate, knowledge }: Pick<Db, 'estate' | 'knowledge'>,
  entity: ConnectCluster | Client | ReplicationFlow,
  { bootstrap: written, encryption, ownWay, inKubernetes }: Peer,
  from: Message,
): OpenLink[] {
  const bootstrap = orFallback(written)
  if (bootstrap.state !== 'known') return openToService(bootstrap, from)
  // A file beside may say it for all of an application.
  if (isToldBeside(estate, entity)) return []
  const isDefault = bootstrap !== written
  const guessed = isDefault || (ownWay === true && !isBesideItsBase(estate, entity))
  // A cluster in sight tells by its own listeners what the port would only make likely.
  if (
    guessed &&
    (!isPlaintextPort(bootstrap.value, knowledge) || isDeclared(estate, entity, bootstrap, inKubernetes === true))
  )
    return []
  return openTo(bootstrap, from, 'no-tls', {
    stated: false,
    ...(guessed ? { guessed } : {}),
    ...(isDefault ? { unlessSet: true } : {}),
    ...(encryption ? { encryption } : {}),
  })
}

const clientNamed = ({ kind }: ConnectCluster | Client | ReplicationFlow, name: string | Message): Message =>
  say('client.named', { kind, name })

/** A connection that a variable decides about and that is left open where nobody sets it: `${PROTOCOL:PLAINTEXT}`; to this machine that is what a default is for. */
function withoutVariable(bootstrap: Fact<string>, { at, text }: Unresolved, from: Message): OpenLink[] {
  const fallback = fallbackOf(text)
  if (fallback === undefined || !/^(?:SASL_)?PLAINTEXT$/i.test(fallback) || isLocalByDefault(bootstrap)) return []
  const hosts = bootstrap.state === 'known' ? hostsOf(bootstrap.value) : []
  return [
    {
      address: { state: 'known', value: fallback, at },
      from,
      inside: hosts.length > 0 ? hosts.every(isInside) : undefined,
      why: 'unless-set',
      stated: true,
      guessed: true,
    },
  ]
}

/** Whether an address leads to this machine, or does so where nobody sets its variable. */
function isLocalByDefault(bootstrap: Fact<string>): boolean {
  const written = bootstrap.state === 'unresolved' ? fallbackOf(bootstrap.text) : knownValue(bootstrap)
  const hosts = hostsOf(written ?? '')
  return bootstrap.state === 'absent' || (hosts.length > 0 && hosts.every(isLoopback))
}

/** Whether some file declares the cluster behind an address, by the address of an operator or by the name of its host: what a stack of Compose starts has no longer name than that of its service, and nobody in Kubernetes means it; what a cloud runs as a service has addresses of its own. */
const isDeclared = (
  estate: Db['estate'],
  from: Client | ConnectCluster | ReplicationFlow,
  address: Known<string>,
  inKubernetes: boolean,
): boolean =>
  clusterBehind(estate, from, address).state !== 'none' ||
  hostsOf(address.value).some(host => {
    const [first = host] = host.split('.')
    const mayBeStack = first === host && !inKubernetes
    return estate
      .find(byName('cluster', first))
      .some(({ hosts, site }) => site === undefined && (hosts === undefined || mayBeStack))
  })

/** Whether another client of the folder says how it connects, where that is said for this one too. */
const isToldBeside = (estate: Db['estate'], of: Client | ConnectCluster | ReplicationFlow): boolean =>
  of.kind === 'client' &&
  of.kafka.restBeside === true &&
  estate
    .find(clientsIn(folderOf(of.file)))
    .some(
      ({ kafka, settings }) =>
        kafka.encrypted.state === 'known' || settings.all.some(({ key }) => /^(?:security|sasl|ssl)\b/.test(key)),
    )

/** Whether what holds of an application without a profile is in sight, in the same file or in that of its name: then nothing but a variable says more than these files. */
const isBesideItsBase = (estate: Db['estate'], of: Client | ConnectCluster | ReplicationFlow): boolean =>
  of.kind === 'client' &&
  of.kafka.restBeside === true &&
  estate
    .find(clientsIn(folderOf(of.file)))
    .some(({ file, settings }) => !settings.open && (file === of.file || /^application\.\w+$/.test(baseName(file))))

/** Whether an address has the port that brokers keep for plaintext: of Amazon MSK always, of hosts of nobody known by convention. A service that is known may encrypt at that port, as Confluent Cloud does. */
const isPlaintextPort = (address: string, knowledge: Db['knowledge']): boolean =>
  address
    .split(',')
    .every(part => /:\d*9092\s*$/.test(part) && hostsOf(part).every(host => isMsk.test(host) || isOwn(host, knowledge)))

/** Whether no service is known for a host: it lies in the own network, or whoever wrote it runs it. */
function isOwn(host: string, knowledge: Db['knowledge']): boolean {
  const { provider } = locateHost(host, knowledge)
  return provider === undefined || provider.unspecific === true
}

/** Amazon's documentation of MSK: 9092 plaintext, 9094 TLS, 9096 SASL/SCRAM, 9098 IAM. */
const isMsk = /\.kafka\.[a-z0-9-]+\.amazonaws\.com(?:\.cn)?$/

/** A connection to a service of Kubernetes of whose address a template leaves out the name, at the port that brokers keep for plaintext. */
function openToService(bootstrap: Fact<string>, from: Message): OpenLink[] {
  const filled = bootstrap.state === 'unresolved' ? bootstrap.text.replace(/\{\{[^{}]*\}\}/g, 'x').trim() : ''
  if (bootstrap.state !== 'unresolved' || !/^["']?[\w.-]+\.svc(?:\.cluster\.local)?:9092["']?$/.test(filled)) return []
  const address = { state: 'known', value: bootstrap.text, at: bootstrap.at } as const
  return [{ address, from, inside: true, why: 'no-tls', stated: false, guessed: true }]
}

/** A connection whose address is filled in elsewhere, and that the file itself leaves open; one that goes to this machine unless told otherwise is for development. */
function openToSomewhere(
  bootstrap: Fact<string>,
  encrypted: Known<boolean>,
  from: Message,
  encryption: Peer['encryption'],
): OpenLink[] {
  if (bootstrap.state === 'unresolved' && isLocalByDefault(bootstrap)) return []
  return [
    {
      address: { state: 'known', value: 'plaintext', at: encrypted.at },
      from,
      inside: undefined,
      why: 'switched-off',
      stated: true,
      ...(encryption ? { encryption } : {}),
    },
  ]
}

/** Schemes that do not encrypt, with what would. */
const plainSchemes = tableOf<string>({
  http: 'https',
  mqtt: 'mqtts',
  amqp: 'amqps',
  redis: 'rediss',
  ftp: 'ftps',
  ws: 'wss',
  mongodb: 'tls=true',
})

/** The addresses in settings that do not encrypt by what they are: of schema registries, of those who sign tokens, of the code of connectors, of the destination of a sink, and what the other end of any connector is called in a scheme that never does. */
export function openAddressLinks(
  { knowledge }: Library,
  entity: Connector | ConnectCluster | Client | Cluster,
  name: string | Message,
): OpenLink[] {
  const className = entity.kind === 'connector' ? knownValue(entity.class) : undefined
  const kind = className === undefined ? undefined : knowledge.connectors.get(className)
  const sends = kind ? kind.direction === 'sink' : /sink/i.test(className ?? '')
  const concerns = (key: string, plain: PlainAddress): boolean => {
    const described = kind?.endpoints.includes(key)
    if (plain.use !== 'https') return described === true
    const destination = sends && (described ?? /(?:^|\.)(?:url|uri|endpoint)$/i.test(key))
    return destination || isTrusted.test(key) || (entity.kind === 'client' && isSentOn(key))
  }
  return bagsOf(entity).flatMap(bag =>
    bag.all.flatMap(({ key, value }) => {
      const address = value.state === 'unresolved' ? asWritten(value) : value
      const plain = address.state === 'known' ? plainAddress(key, address.value, bag) : undefined
      return address.state === 'known' && plain && concerns(key, plain)
        ? openTo(address, say('client.named', { kind: entity.kind, name }), 'address', plain)
        : []
    }),
  )
}

/** Keys of addresses from which others take what they believe: schemas, keys that sign tokens and the tokens themselves, the code of connectors. */
const isTrusted =
  /(?:^|\.)(?:(?:schema\.registry|apicurio\.registry|artifact)\.url|artifact\.repository)$|(?:jwks|token|introspection)\.?endpoint\.?ur[il]$/i

/** Whether a key of a collector tells where it sends on what it takes from Kafka. */
const isSentOn = (key: string): boolean =>
  key.startsWith(sentOn) && /\.(?:hosts?|ur[il]s?|endpoints?|address)$/i.test(key)

/** One address that something fills in, as far as it is written, without credentials: its scheme is. Where options may follow, they are not known to be none. */
function asWritten({ at, text }: Unresolved): Fact<string> {
  const [, scheme = '', rest = ''] = /^([a-z][\w+-]*):\/\/([^\s,"']+)$/i.exec(text.trim()) ?? []
  const behind = rest.slice(rest.lastIndexOf('@') + 1)
  const isWhole = scheme !== '' && (scheme.toLowerCase() !== 'mongodb' || !mayFill.test(behind.replace(/^[^/]*/, '')))
  return isWhole && !behind.includes('{{')
    ? { state: 'known', value: `${scheme}://${behind}`, at }
    : { state: 'absent', near: at }
}

type PlainAddress = Required<Pick<OpenLink, 'use' | 'stated'>>

/** What the first of some addresses that does not encrypt would say instead; undefined where all do, or where nobody knows. */
function plainAddress(key: string, addresses: string, settings: Settings): PlainAddress | undefined {
  if (!addresses.includes('://')) return undefined
  for (const address of addresses.split(',')) {
    const scheme = schemeOf(address) ?? ''
    if (scheme === 'tcp' && /mqtt|active-?mq/i.test(key)) return { use: 'ssl', stated: true }
    const use = plainSchemes.get(scheme)
    if (use !== undefined && !(scheme === 'mongodb' && encryptsMongo(addresses, settings)))
      return { use, stated: scheme !== 'mongodb' }
  }
  return undefined
}

/** Whether a connection string of MongoDB, or a setting beside it, turns TLS on; its default is off. */
const encryptsMongo = (address: string, { all }: Settings): boolean =>
  /[?&](?:tls|ssl)=true\b/i.test(address) ||
  all.some(
    ({ key, value }) =>
      /(?:^|\.)ssl\.(?:enabled|truststore|keystore)/.test(key) && !/^false$/i.test(knownValue(value) ?? ''),
  )

/** Connectors of Debezium that keep the history of schemas in Kafka by a client of their own; the others ignore its settings. */
const keepsHistory = /\.debezium\.connector\.(?:mysql|mariadb|sqlserver|oracle|db2|informix)\./
const historyServers = /^(?:schema\.history\.internal|database\.history)\.kafka\.bootstrap\.servers$/

/** The connection of the client by which a connector keeps the history of schemas: it takes nothing from its worker, so what its own settings leave out is Kafka's default. */
export function openHistoryLinks(connector: Connector, name: string | Message): OpenLink[] {
  const { all, open } = connector.settings
  const [servers, ...others] = all.filter(({ key }) => historyServers.test(key))
  if (!servers || open || !keepsHistory.test(`.${knownValue(connector.class) ?? ''}`)) return []
  const isTold = all.some(({ key }) =>
    /\.history\..*(?:producer|consumer)\.(?:security\.protocol|ssl\.)/.test(`.${key}`),
  )
  const { value } = others.find(({ key }) => key.startsWith('schema.')) ?? servers
  return isTold || value.state !== 'known'
    ? []
    : openTo(value, say('client.named', { kind: 'connector', name }), 'no-tls', { stated: false })
}

/** The connections of a connector whose encryption a setting of its own switches off. */
export function switchedOffLinks(
  connector: Connector,
  name: string | Message,
  switched: readonly SwitchedOff[],
): OpenLink[] {
  return switched.flatMap(({ setting: { key }, value, instead, phrase }): OpenLink[] => {
    const beside = connector.settings.all.filter(
      other =>
        other.key !== key &&
        other.value.state === 'known' &&
        /(?:servers|uri|url|host|hosts)$/.test(other.key) &&
        sharesStart(other.key, key),
    )
    const own = phrase === undefined ? [] : hostsOf(value.value)
    const hosts = [
      ...own,
      ...beside.flatMap(({ value: address }) => (address.state === 'known' ? hostsOf(address.value) : [])),
    ]
    if (hosts.length > 0 && hosts.every(isLoopback)) return []
    return [
      {
        address: phrase === undefined ? value : { ...value, value: phrase },
        key,
        from: say('client.named', { kind: 'connector', name }),
        inside: hosts.length > 0 && hosts.every(isInside),
        why: 'switched-off',
        stated: true,
        ...(value.slot && instead !== undefined ? { encryption: { slot: value.slot, value: instead } } : {}),
      },
    ]
  })
}

/** Whether two keys belong to one system: `dest.kafka.security.protocol` and `dest.kafka.bootstrap.servers`. */
const sharesStart = (one: string, other: string): boolean =>
  one.slice(0, one.indexOf('.')) === other.slice(0, other.indexOf('.'))

function openTo(
  address: Known<string>,
  from: Message,
  why: OpenLink['why'],
  how: Pick<OpenLink, 'stated' | 'encryption' | 'guessed' | 'unlessSet' | 'use'>,
): OpenLink[] {
  const filled = address.value.replace(fillsIn, piece => fallbackOf(piece) ?? filledIn)
  const hosts = hostsOf(filled)
  if (hosts.length === 0 || hosts.every(isLoopback)) return []
  const isKnown = !hosts.some(host => mayFill.test(host))
  return [{ address, from, inside: isKnown ? hosts.every(isInside) : undefined, why, ...how }]
}

/** What something else fills in, and a word in its place. */
const fillsIn = /\$\{[^{}]*\}/g
const filledIn = '$'
const mayFill = /\$/
