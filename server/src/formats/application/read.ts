import type { Client, ConsumerGroup, Peer, Topic } from '../../model/entities.ts'
import {
  knownValue,
  orFallback,
  placeKey,
  placeOf,
  type Known,
  type Place,
  type Slot,
  type Unresolved,
} from '../../model/fact.ts'
import type { Setting, Settings } from '../../model/settings.ts'
import { groupBy } from '../../text/order.ts'
import { baseName } from '../../text/uri.ts'
import { down, isThere } from '../cursor.ts'
import { extentOf, type Cursor, type Lying } from '../position.ts'
import { chartsIn } from '../bitnami.ts'
import { readCollectors } from '../collectors.ts'
import { isCompose } from '../environment/containers.ts'
import { groupNamed, groupsIn } from '../groups.ts'
import { asOfBroker, readOwnClients, tellBroker } from '../own/clients.ts'
import { readOwnTopics } from '../own/topics.ts'
import { isVariable, meaningOf, wordsOfPath } from '../own/spelling.ts'
import { folderTitle, titleFor } from '../title.ts'
import { authenticates, peerOf } from '../properties/bag.ts'
import { readPropertiesText } from '../properties/read.ts'
import { turnedOff } from '../values.ts'
import { leavesOf, switchAbove, switchesAmong, type Leaf } from './leaves.ts'
import {
  isFrameworks,
  isOtherBinder,
  isServing,
  namesGroup,
  namesOwnGroup,
  namesProfile,
  placed,
  relaxed,
  type Placed,
} from './places.ts'

/** A setting of Kafka as an application writes it. */
type Found = Placed & Leaf

/** Reads the configuration of an application (Spring Boot, Spring Cloud Stream, Quarkus, Micronaut; of no framework by what its keys mean; of a collector of logs), the values of its chart included: its Kafka clients, their groups, and the topics that it makes. */
export function readApplication(
  root: Cursor,
  fileName = baseName(root.document.file),
): (Client | ConsumerGroup | Topic)[] {
  if (isThere(down(root, 'apiVersion')) || isCompose(root)) return []
  const collected = readCollectors(root)
  if (collected.length > 0) return collected
  const all = withReferences(leavesOf(root))
  const { file } = root.document
  const title = all.findLast(({ steps }) => ownNames.has(relaxed(steps.join('.'))))?.value
  const first = all.find(({ steps }) => placed(outsideProfile(steps)))
  const name: Known<string> =
    title?.state === 'known'
      ? title
      : { state: 'known', value: titleOf(root.document, fileName), at: first?.keyPlace ?? root.near }
  const whole: Whole = { root, fileName, common: { name, file, extent: extentOf(root) } }
  const activated = all.find(({ steps }) => namesProfile(steps))
  const byProfile = groupBy(all, ({ steps: [step = ''] }) => (step.startsWith('%') ? step.slice(1) : ''))
  return [
    ...[...byProfile].flatMap(([profile, leaves]) =>
      profile === ''
        ? readLeaves(leaves, whole, profileOf(activated, whole))
        : readLeaves(
            leaves.map(leaf => ({
              ...leaf,
              steps: leaf.steps.slice(1),
              written: leaf.written ?? leaf.steps.join('.'),
            })),
            whole,
            { name: profile, at: leaves[0]?.keyPlace ?? root.near, text: 'what holds without the profile' },
          ),
    ),
    ...readOwnTopics(root, fileName),
  ]
}

/** The file, or the document of it, that settings stand in. */
interface Whole {
  readonly root: Cursor
  readonly fileName: string
  readonly common: Common
}

/** A profile under which alone settings hold. */
interface Profile {
  readonly name: string
  readonly at: Place
  /** What says the rest, in words. */
  readonly text: string
}

/** The profile that a whole document holds under: what it says itself, else what its file is called by. */
function profileOf(activated: Leaf | undefined, { root, fileName }: Whole): Profile | undefined {
  if (activated)
    return { name: knownValue(activated.value) ?? '', at: activated.keyPlace, text: 'what holds without the profile' }
  return isOfProfile(fileName)
    ? { name: fileName, at: root.near, text: 'what the other files of the application say' }
    : undefined
}

/** A path without the profile of Quarkus in front of it: `%prod.kafka.bootstrap.servers`. */
const outsideProfile = (steps: readonly string[]): readonly string[] =>
  steps[0]?.startsWith('%') ? steps.slice(1) : steps

/** Reads settings that hold together. */
function readLeaves(
  leaves: readonly Leaf[],
  { root, fileName, common }: Whole,
  profile: Profile | undefined,
): (Client | ConsumerGroup)[] {
  const rest: Rest | undefined = profile && {
    open: { state: 'unresolved', at: profile.at, text: profile.text },
    ...(isServing(profile.name) ? { absent: { ownWay: true, restBeside: true } } : {}),
  }
  const named = isNamed(fileName)
  const kafkas = root.document.syntax === 'properties' && readPropertiesText(root, fileName).length > 0
  const own = kafkas ? [] : readOwn(belowItsName(outsideCharts(leaves, root), fileName), common, named)
  const told = new Set(own.flatMap(entity => (entity.kind === 'group' ? [placeKey(placeOf(entity.name))] : [])))
  const free = leaves
    .filter(
      ({ steps, value }) =>
        named &&
        (namesOwnGroup(steps) || (namesGroup(steps) && placed(steps)?.key !== 'group.id')) &&
        !told.has(placeKey(placeOf(orFallback(value)))),
    )
    .map(
      ({ value }): ConsumerGroup => ({
        kind: 'group',
        ...common,
        ...groupNamed(value),
        role: 'consumer',
        owner: `application ${common.name.value}`,
      }),
    )
  return [...applicationOf(leaves, common, named, rest), ...own, ...free]
}

/** Leaves with what others of their document say in place of a reference to them: `${app.name}`. No writer changes those. */
function withReferences(leaves: readonly Leaf[]): readonly Leaf[] {
  if (!leaves.some(({ value }) => value.state === 'unresolved')) return leaves
  const said = new Map(leaves.map(({ steps, value }) => [steps.join('.'), value]))
  return leaves.map(leaf => {
    const { value } = leaf
    const path = value.state === 'unresolved' ? /^\$\{([\w.-]+)\}$/.exec(value.text.trim())?.[1] : undefined
    const known = path === undefined ? undefined : said.get(path)
    return known?.state === 'known'
      ? { ...leaf, value: { state: 'known', value: known.value, at: { ...known.at, usedBy: value.at } } }
      : leaf
  })
}

/** Leaves as they would stand in the file of a whole program: what a file called after Kafka holds is Kafka's. */
const belowItsName = (leaves: readonly Leaf[], fileName: string): readonly Leaf[] =>
  /^kafka\.(?:ya?ml|json|toml)$/i.test(fileName) && !leaves.some(({ steps }) => /kafka/i.test(steps[0] ?? ''))
    ? leaves.map(leaf => ({ ...leaf, steps: ['kafka', ...leaf.steps] }))
    : leaves

/** The leaves that are not of a broker's chart, whose values have a reader. */
function outsideCharts(leaves: readonly Leaf[], root: Cursor): readonly Leaf[] {
  const parts = chartsIn(root).map(({ path }) => path)
  return leaves.filter(({ steps }) => !parts.some(part => part.every((step, i) => steps[i] === step)))
}

/** Reads what no framework reads, and no container gets as a variable, by what it means; code or a template says the rest. */
function readOwn(leaves: readonly Leaf[], common: Common, named: boolean): (Client | ConsumerGroup)[] {
  const taken = leaves.flatMap(({ steps }) => bagAround(steps))
  const own = leaves.filter(({ steps }) => {
    const path = steps.join('.')
    return !isOfFramework(steps, named) && !isVariable(steps.at(-1) ?? '') && !taken.some(bag => path.startsWith(bag))
  })
  const first = own.find(({ steps }) => meaningOf(wordsOfPath(steps)))
  if (!first) return []
  const at = first.keyPlace
  const name = common.name.at.span.start === common.name.at.span.end ? { ...common.name, at } : common.name
  const open: Unresolved = { state: 'unresolved', at, text: 'what a template or the code says' }
  // A framework fills in `${X}` in all of its file; of another program nobody knows that it does.
  const fills = named || leaves.some(({ steps }) => isFrameworks(steps))
  const clients = readOwnClients(own, { ...common, name }, { open, refers: fills ? 'variable' : 'unknown' })
  return tellBroker(own) ? clients.map(asOfBroker) : clients
}

/** Whether a framework reads what a path leads to. Below `kafka`, a name that means a setting of Kafka and is not its own is the program's: `kafka.bootstrapAddress`. */
function isOfFramework(steps: readonly string[], named: boolean): boolean {
  const at = placed(steps)
  if (!at?.place.named) return at !== undefined
  return named && (meaningOf(wordsOfPath(steps))?.key ?? at.key) === at.key
}

/** The path of the settings of a connector, a worker, a broker or a client of Kafka's own, with its dot, where a path leads to a key that tells them: they have readers. */
function bagAround(steps: readonly string[]): string[] {
  const path = steps.join('.')
  const key = ownKeys.find(one => path === one || path.endsWith(`.${one}`))
  return key === undefined ? [] : [path.slice(0, -key.length)]
}

// Of a client's address alone, outside of a file of properties, nobody else makes a client.
const ownKeys = [
  'connector.class',
  'config.storage.topic',
  'offset.storage.topic',
  'offset.storage.file.filename',
  'zookeeper.connect',
  'process.roles',
  'broker.id',
  'log.dirs',
  'offsets.topic.replication.factor',
  'default.replication.factor',
]

/** Where the frameworks have the name of an application. */
const ownNames: ReadonlySet<string> = new Set([
  'springapplicationname',
  'quarkusapplicationname',
  'micronautapplicationname',
])

/** The values of a chart are called as their folder is, any other file by its own name, where that says something. */
const titleOf = (at: Lying, fileName: string): string => {
  const title = fileName.replace(/\.\w+$/, '')
  return /^values\b/.test(title) ? (folderTitle(at) ?? title) : titleFor(title, at)
}

/** Reads the variables that the container of an application gets: they win over its files, which say the rest. */
export function readApplicationVariables({ all, near, refers }: Settings, common: Common): (Client | ConsumerGroup)[] {
  const leaves = all.map(
    ({ key, keyPlace, value }): Leaf => ({
      steps: key
        .toLowerCase()
        .split('_')
        .filter(step => step !== ''),
      written: key,
      keyPlace,
      value,
    }),
  )
  const open: Unresolved = { state: 'unresolved', at: near, text: 'what the files of the application say' }
  return [
    ...applicationOf(leaves, common, false, { open, absent: { ownWay: true } }),
    ...readOwnClients(
      leaves.filter(({ steps }) => !isFrameworks(steps)),
      common,
      { open, variables: true, ...(refers ? { refers } : {}) },
    ),
  ]
}

type Common = Pick<Client, 'file' | 'extent' | 'namespace'> & { readonly name: Known<string> }

/** What something else says: other files, an image. */
interface Rest {
  readonly open: Unresolved
  /** Set where a protocol that is not written may be guessed, unless the settings tell of security. */
  readonly absent?: Pick<Peer, 'ownWay' | 'restBeside'>
}

function applicationOf(
  leaves: readonly Leaf[],
  common: Common,
  named: boolean,
  rest: Rest | undefined,
): readonly (Client | ConsumerGroup)[] {
  const placedLeaves = leaves.flatMap((leaf): Found[] => {
    const at = placed(leaf.steps)
    return at ? [{ ...at, ...leaf }] : []
  })
  const found = onlyOfKafka(placedLeaves, leaves, named)
  const told = [
    ...clients(found).map((settings): Client => {
      const { kafka, settings: all } = clientOf(settings, common.name, rest)
      return { kind: 'client', ...common, kafka, settings: all }
    }),
    ...groupsIn({ all: found.map(toSetting), near: common.name.at }, 'client', {
      ...common,
      owner: `application ${common.name.value}`,
    }),
  ]
  return turnedOff(told, switchAbove(found, switchesAmong(leaves)))
}

/** Leaves out what may be of something else: bindings of another broker, `kafka` in a file that no framework reads. */
function onlyOfKafka(found: readonly Found[], leaves: readonly Leaf[], named: boolean): Found[] {
  const binder =
    found.some(({ place }) => /^(?:spring|stream)\b/.test(place.family) && !place.binder) ||
    leaves.some(
      ({ steps, value }) =>
        /(?:binder|type)$/i.test(steps.at(-1) ?? '') && /^(?:kafka|kstream)$/.test(knownValue(value) ?? ''),
    )
  const connectors = new Map(
    found
      .filter(({ key, place }) => place.family === 'messaging' && key === 'connector')
      .map(({ instance, value }) => [instance, knownValue(value)]),
  )
  const told = new Map(
    found.some(({ place }) => place.binder)
      ? leaves.map(({ steps, value }) => [relaxed(steps.join('.')), knownValue(value)] as const)
      : [],
  )
  return found.filter(({ place, key, instance }) => {
    if ((place.named && !named) || (place.binder && (!binder || isBoundElsewhere(instance, told)))) return false
    const connector = place.family === 'messaging' ? connectors.get(instance) : undefined
    return (
      (place.only === undefined || place.only === key) && (connector === undefined || connector === 'smallrye-kafka')
    )
  })
}

/** Whether the binder of a binding of Spring Cloud Stream, else the one of all, is told to be for something else than Kafka, by its type or by its name. */
function isBoundElsewhere(instance: string, told: ReadonlyMap<string, string | undefined>): boolean {
  const at = (...path: readonly string[]): string | undefined =>
    told.get(relaxed(['spring', 'cloud', 'stream', ...path].join('.')))
  const binder = at('bindings', instance, 'binder') ?? at('default-binder')
  return binder !== undefined && isOtherBinder(at('binders', binder, 'type') ?? binder)
}

const isNamed = (fileName: string): boolean => /^(?:application|bootstrap|microprofile-config)\b/.test(fileName)

/** `application-prod.yml` adds to `application.yml`: what it leaves out is said there. */
const isOfProfile = (fileName: string): boolean => /^(?:application|bootstrap)-\w/.test(fileName)

/** What holds for all parts of a family makes one client; a part that names its own way to Kafka is another one. */
function clients(found: readonly Found[]): Settings[] {
  return [...new Set(found.map(({ place }) => place.family))].flatMap(family => {
    const own = found.filter(({ place }) => place.family === family)
    const apart = new Set(
      own
        .filter(
          ({ place, key }) => place.part !== 'common' && (key === 'bootstrap.servers' || key === 'security.protocol'),
        )
        .map(partOf),
    )
    const base = own.filter(one => !apart.has(partOf(one)))
    const bags = [
      base,
      ...[...apart].map(part => [
        ...own.filter(({ place }) => place.part === 'common'),
        ...own.filter(one => partOf(one) === part),
      ]),
    ]
    return bags.flatMap(bag =>
      bag[0] ? [{ all: bag.map(toSetting), near: bag[0].keyPlace, refers: 'variable' } as const] : [],
    )
  })
}

const partOf = ({ place, instance }: Found): string => `${place.part} ${instance}`

const toSetting = ({ key, keyPlace, value, steps, written = steps.join('.') }: Found): Setting => ({
  key,
  keyPlace,
  value,
  written,
})

/** How the client reaches Kafka; the protocol would be written beside the address. */
function clientOf(closed: Settings, name: Known<string>, rest: Rest | undefined): Pick<Client, 'kafka' | 'settings'> {
  if (rest) return { kafka: openPeer(closed, name, rest), settings: { ...closed, open: rest.open } }
  const peer = peerOf(closed, name)
  const beside = peer.bootstrap.state === 'known' && peer.bootstrap.slot ? besideIt(peer.bootstrap.slot) : undefined
  const encryption =
    peer.encryption ?? (beside ? { slot: beside, value: authenticates(closed) ? 'SASL_SSL' : 'SSL' } : undefined)
  return { kafka: { ...peer, ...(encryption ? { encryption } : {}) }, settings: closed }
}

function openPeer(closed: Settings, name: Known<string>, { open, absent }: Rest): Peer {
  const peer = peerOf({ ...closed, open }, name)
  const encrypted = peerOf(closed, name).encrypted
  const telling = closed.all.some(({ key }) => /^(?:security|sasl|ssl)\b/.test(key))
  return absent && orFallback(peer.bootstrap).state === 'known' && encrypted.state === 'absent' && !telling
    ? { ...peer, encrypted, ...absent }
    : peer
}

/** `spring.kafka.security.protocol` for `spring.kafka.bootstrap-servers`, in the same spelling of paths. */
function besideIt({ is: _, ...slot }: Slot): Slot | undefined {
  const last = slot.path.at(-1)
  if (slot.inner || typeof last !== 'string') return undefined
  const above = slot.path.slice(0, -1)
  const [lead, own] = [last.slice(0, last.lastIndexOf('.') + 1), last.slice(last.lastIndexOf('.') + 1)]
  // A binder of Spring Cloud Stream hands on what stands below its configuration; nobody does elsewhere.
  if (own === 'brokers' && !(lead || `${above.at(-1)}.`).endsWith('binder.')) return undefined
  if (own === 'brokers')
    return {
      ...slot,
      path:
        lead === ''
          ? [...above, 'configuration', 'security.protocol']
          : [...above, `${lead}configuration.security.protocol`],
    }
  if (own === 'servers' && lead === '' && above.at(-1) === 'bootstrap')
    return { ...slot, path: [...above.slice(0, -1), 'security.protocol'] }
  if (own === 'servers') return { ...slot, path: [...above, `${lead.replace(/bootstrap\.$/, '')}security.protocol`] }
  return {
    ...slot,
    path: lead === '' && above.length > 0 ? [...above, 'security', 'protocol'] : [...above, `${lead}security.protocol`],
  }
}
