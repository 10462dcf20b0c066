import data from '../knowledge/names.yaml'
import type { Access, Client, Cluster, ConnectCluster, Door, Entrance, Listener } from '../model/entities.ts'
import { knownValue, writtenName, type Absent, type Fact, type Known, type Place } from '../model/fact.ts'
import { accessOn, entrancesTo, mirrorsActingAs } from '../model/link-key.ts'
import { setting, writtenAs } from '../model/settings.ts'
import { brokersOf, standsInOneStack } from './brokers.ts'
import type { Db } from './db.ts'
import { circumstancesOf, defaultOf, engineOf, ignores } from './engine.ts'
import { namesMirror } from './mirror.ts'
import { isAnywhere } from '../text/hosts.ts'
import { wordsOf } from '../text/words.ts'
import { folderOf } from '../text/uri.ts'

/** How open a listener is. */
export interface Openness {
  /** outside: its type is made for clients outside; loopback: only its own machine reaches it. */
  readonly reach: 'outside' | 'inside' | 'loopback' | 'unknown'
  /** Whether clients need not say who they are; false where a placeholder decides. */
  readonly anonymous: boolean
  /** Whether every address may try. */
  readonly everywhere: boolean
}

const inner: ReadonlySet<string> = new Set(['internal', 'cluster-ip'])
/** Types whose addresses anybody may try, unless a list says otherwise. */
const exposed: ReadonlySet<string> = new Set(['loadbalancer', 'nodeport', 'public', 'security-group'])

/** Who reaches a listener, and who is let in. Strimzi's routes and ingresses are outside as well, but are passed on by host name and have no allow-list of their own. */
export function opennessOf({ type, authentication, allowed, private: kept }: Listener): Openness {
  const name = knownValue(type)
  const reach = reachOf(name, kept)
  const anonymous = authentication.state === 'absent' || knownValue(authentication) === 'none'
  const open =
    allowed !== undefined &&
    (allowed.state === 'absent' || (allowed.state === 'known' && allowed.value.some(isAnywhere)))
  return { reach, anonymous, everywhere: open && reach === 'outside' && exposed.has(name ?? '') }
}

/** Whether some listener has an address of the internet; a rule of the network lets nobody in from there otherwise. */
export const hasPublicAddress = ({ listeners }: Cluster): boolean =>
  listeners.some(({ type }) => type.state === 'unresolved' || knownValue(type) === 'public')

function reachOf(type: string | undefined, kept: Listener['private']): Openness['reach'] {
  if (type === undefined) return 'unknown'
  if (type === 'loopback') return 'loopback'
  return inner.has(type) || kept ? 'inside' : 'outside'
}

/** What makes a listener take OAuth tokens that nobody has signed, by which every client may claim any name: Kafka's handler for development, named as such or told what to expect of such tokens. */
export function unsignedTokens({ settings }: Cluster, { name, authentication }: Listener): Known<string> | undefined {
  const listener = knownValue(name)?.toLowerCase()
  if (listener === undefined || knownValue(authentication) !== 'sasl') return undefined
  const at = (key: string, of = 'oauthbearer.'): Fact<string> =>
    writtenAs(settings, `listener.name.${listener}.${of}${key}`)?.value ?? setting(settings, key)
  const enabled = knownValue(at('sasl.enabled.mechanisms', '')) ?? ''
  if (!/\bOAUTHBEARER\b/.test(enabled)) return undefined
  const handler = at('sasl.server.callback.handler.class')
  if (handler.state !== 'absent')
    return handler.state === 'known' && handler.value.trim().endsWith('.OAuthBearerUnsecuredValidatorCallbackHandler')
      ? handler
      : undefined
  const jaas = at('sasl.jaas.config')
  return jaas.state === 'known' && /\bunsecuredValidator[A-Z]/.test(jaas.value) ? jaas : undefined
}

/** What lets clients outside in. */
type Outer = Entrance & { readonly how: Exclude<Entrance['how'], 'inside'> }

const isOuter = (entrance: Entrance): entrance is Outer => entrance.how !== 'inside'

/** By what clients outside reach a way in: the entrance that finds its program by name, or a service before it, in the same file or folder and namespace; undefined where none does. */
export const entranceOf = (db: Db, door: Door, of: Client | ConnectCluster): Outer | undefined =>
  gravest(entrancesOf(db, door, of))

/** Ports of nodes are as a rule behind a firewall: what has an address of its own says more. */
const gravest = (entrances: readonly Outer[]): Outer | undefined =>
  entrances.find(({ how }) => how !== 'nodeport') ?? entrances[0]

function entrancesOf(
  { estate }: Db,
  { reachedAs, labels }: Door,
  of: Client | ConnectCluster | Cluster,
): readonly Outer[] {
  const isChosen = ({ selects }: Entrance): boolean =>
    selects !== undefined && labels !== undefined && selects.every(label => labels.includes(label))
  // What a template fills in is the same where all labels are, or the name of the workload itself, which stands first; a label alone may be that of others too.
  const isName = (name: string): boolean => reachedAs?.[0] === name
  const isMeant = (name: string, { how, selects }: Entrance): boolean =>
    name.includes('{{') ? isName(name) && (how === 'ingress' || how === 'route') : !(selects && labels)
  const isBeside = ({ file, namespace }: Entrance): boolean =>
    folderOf(file) === folderOf(of.file) &&
    (namespace === undefined || of.namespace === undefined || namespace === of.namespace)
  const found = (reachedAs ?? []).flatMap(name =>
    estate
      .find(entrancesTo(name))
      .filter(entrance => isBeside(entrance) && (isChosen(entrance) || (isOuter(entrance) && isMeant(name, entrance)))),
  )
  const before = new Set(found.flatMap(one => (isOuter(one) ? [] : (knownValue(one.name) ?? []))))
  const through = [...before].flatMap(name => estate.find(entrancesTo(name)).filter(passesOn).filter(isBeside))
  return [...found, ...through].filter(isOuter)
}

/** Whether an entrance leads to services, not to programs. */
const passesOn = ({ how }: Entrance): boolean => how === 'ingress' || how === 'route'

/** What leads clients outside to the brokers of a cluster in Kubernetes, whatever its listeners are called: a service with an address of its own for a port of theirs, without a list of who may come. */
export function serviceBefore(db: Db, cluster: Cluster): Entrance | undefined {
  const door = cluster.doors?.find(({ what }) => what === 'brokers')
  const told = ['listeners', 'advertised.listeners'].map(key => knownValue(setting(cluster.settings, key)) ?? '')
  const own = new Set(['9092', ...told.flatMap(text => [...text.matchAll(/:(\d+)/g)].map(([, port = '']) => port))])
  // A port may have a name.
  const isOwn = ({ how, ports = [''] }: Entrance): boolean =>
    (how === 'loadbalancer' || how === 'nodeport') && ports.some(port => own.has(port) || !/^\d+$/.test(port))
  const all = door ? entrancesOf(db, door, cluster).filter(isOwn) : []
  // A folder may hold several copies of both.
  return gravest(all.filter(({ file }) => file === cluster.file)) ?? gravest(all)
}

/** Super users that stand for everybody. */
export function superUsersOf(db: Db, cluster: Cluster): Known<string>[] {
  const written = ignores(db, cluster, 'super.users') ? [] : [setting(cluster.settings, 'super.users')]
  return [...(cluster.superUsers ?? []), ...written].filter(
    (user): user is Known<string> =>
      user.state === 'known' && user.value.split(';').some(one => /^User:(?:\*|ANONYMOUS)$/.test(one.trim())),
  )
}

/** The setting by which everybody may use what no access list names, where it is not written and the engine's default is so; undefined where access lists do not decide, or nothing tells. */
export function openByDefault(db: Db, cluster: Cluster): { key: string; near: Place; engine: string } | undefined {
  const key = 'allow.everyone.if.no.acl.found'
  const written = setting(cluster.settings, key)
  const circumstances = circumstancesOf(db, cluster)
  // Where IAM alone lets clients in, it decides about access too; where nobody asks who they are, lists have nobody to name.
  const mechanisms = cluster.listeners.map(({ authentication }) => knownValue(authentication) ?? 'none')
  const listed = !mechanisms.includes('none') && mechanisms.some(names => /\b(?:scram|tls)\b/.test(names))
  if (written.state !== 'absent' || !circumstances || !listed || knownValue(cluster.authorization) === 'iam')
    return undefined
  return defaultOf(db, key, circumstances) === 'true'
    ? { key, near: written.near, engine: circumstances.engine.name }
    : undefined
}

/** Where a cluster gets an entry that allows everybody everything: it says so, or it says nothing while other entries are declared, which that one makes idle. */
export function openListOf(
  { estate }: Db,
  { openAccessList: list, name }: Cluster,
): Known<boolean> | Absent | undefined {
  if (list?.state === 'known') return list.value ? list : undefined
  // Asked for only where the answer counts: whoever asks is looked at again with every entry that changes.
  if (list?.state !== 'absent' || name.state !== 'known') return undefined
  return estate.find(accessOn(name.value)).length > 0 ? list : undefined
}

/** What an entry of an access list or a policy gives without a limit: every topic, or everything there is. */
export function limitlessBy(access: Access): 'everyTopic' | 'everything' | undefined {
  const { resource, name, operations } = access
  const all = knownValue(operations)?.some(operation => operation.toLowerCase() === 'all') === true
  if (!(all || administersAsProgram(access)) || knownValue(name) !== '*') return undefined
  if (resource === 'any') return 'everything'
  return resource === 'topic' ? 'everyTopic' : undefined
}

/** Whether an administrator's role is given to a program that reads and writes records, by what its account is called: for who administers, it is no matter of a list. */
const administersAsProgram = ({ operations, principal }: Access): boolean =>
  (knownValue(operations) ?? []).includes('Administer') &&
  wordsOf(writtenName(principal)).some(word => programs.has(word))

const programs = new Set((data() as { programs: readonly string[] }).programs)

/** What an entry lets somebody do with the records of every topic, where that is less than everything; undefined for a mirror, whose work that is. */
export function everyRecordBy(db: Db, access: Access): RecordUse | undefined {
  const { resource, name, prefix, operations } = access
  if (knownValue(name) !== '*' || prefix || (resource !== 'topic' && resource !== 'any')) return undefined
  const granted = (knownValue(operations) ?? []).map(operation => operation.toLowerCase())
  if (granted.includes('all') || isForMirror(db, access)) return undefined
  const may = (operation: string): boolean => granted.some(one => one === operation || grants(one, `${operation}data`))
  const use = { reads: may('read'), writes: may('write') }
  return use.reads || use.writes ? use : undefined
}

/** Whether an entry lets somebody other than a mirror read or write records. */
export function usesRecords(db: Db, access: Access): boolean {
  const { resource, operations } = access
  return (
    (resource === 'topic' || resource === 'any') &&
    ((knownValue(operations) ?? []).some(operation => /^(?:all|read|write)$/i.test(operation)) ||
      administersAsProgram(access)) &&
    !isForMirror(db, access)
  )
}

/** Whether an entry is for a mirror, which connects as its user or is called so. */
function isForMirror({ estate }: Db, { principal }: Access): boolean {
  const user = (knownValue(principal) ?? '').replace(/^User:(?:CN=)?/, '')
  return namesMirror(user) || estate.find(mirrorsActingAs(user)).length > 0
}

/** What may be done with records. */
export interface RecordUse {
  readonly reads: boolean
  readonly writes: boolean
}

/** Whether an action of IAM, with an asterisk for any letters at one end, means another. */
const grants = (action: string, meant: string): boolean =>
  action === meant ||
  (action.length > 1 && action.endsWith('*') && meant.startsWith(action.slice(0, -1))) ||
  (action.length > 1 && action.startsWith('*') && meant.endsWith(action.slice(1)))

/** Why every client of a cluster may do everything: its engine has no authorisation of its own, or its brokers, whose configuration is there as a whole, name no authorizer, though they ask clients who they are or stand on several machines. */
export function unguardedBy(db: Db, cluster: Cluster): 'engine' | 'authorizer' | undefined {
  const { authorization, listeners, settings, controllers } = cluster
  if (authorization.state !== 'absent' || listeners.length === 0) return undefined
  if (engineOf(db, cluster)?.unguarded) return 'engine'
  const has = (...keys: readonly string[]): boolean => settings.all.some(({ key }) => keys.includes(key))
  const isWhole =
    !settings.open && has('process.roles', 'node.id', 'broker.id') && has('listeners', 'advertised.listeners')
  const asks = listeners.some(
    ({ authentication }) => authentication.state === 'known' && authentication.value !== 'none',
  )
  const several =
    Math.max((controllers && knownValue(controllers)) ?? 1, brokersOf(db, cluster)?.count ?? 1) > 1 &&
    !standsInOneStack(db, cluster)
  return isWhole && knownValue(cluster.engine) === 'kafka' && (asks || several) ? 'authorizer' : undefined
}
