import { groupBy } from '../text/order.ts'
import { baseName } from '../text/uri.ts'
import { capturing, isCapturing, type Captures } from './captured-topics.ts'
import type { Configuration } from './configuration.ts'
import type {
  Access,
  Client,
  ConnectCluster,
  Connector,
  ConsumerGroup,
  Entity,
  Peer,
  ReplicationFlow,
  Schema,
} from './entities.ts'
import { placeOf, type Fact, type Known, type Place, type Slot, type Linkable } from './fact.ts'
import { readBootstrap } from '../text/bootstrap.ts'
import type { Setting, Settings } from './settings.ts'

/** What is named from elsewhere. */
export type Nameable = 'topic' | 'group' | 'connector' | 'connect-cluster' | 'cluster'

/** Something that names topics, groups, connectors or clusters. */
export type Namer = Entity | Configuration

/** What is done with the records of a topic where it is named; `keeps` is a topic for somebody's own state. */
export type TopicUse = 'reads' | 'writes' | 'keeps'

/** A place where something is named. */
export interface Mention extends Linkable {
  readonly what: Nameable
  readonly name: string
  /** The characters of the name; where it stands in the name of a file, what that file declares. */
  readonly place: Place
  readonly declares: boolean
  readonly of: Namer
  readonly uses: readonly TopicUse[]
  /** The value that holds the name, and where in it the name begins; left out where no writer may change it. */
  readonly written?: {
    readonly slot: Slot
    readonly value: string
    readonly start: number
    readonly length: number
    readonly pattern: boolean
  }
  /** The name stands in the name of the file. */
  readonly inFileName?: true
  /** The name is a key, not a value. */
  readonly isKey?: true
}

/** A setting that names topics. */
export interface TopicSetting {
  readonly key: string
  readonly in: 'client' | 'connector' | 'worker'
  readonly below?: string
  readonly use: TopicUse
  readonly form: 'name' | 'list' | 'pattern' | 'prefix' | 'tables'
  /** Of tables: how their topics are called. */
  readonly captures?: Captures
}

/** The topics that are named by a pattern, or by how they begin. */
export interface TopicPattern {
  readonly use: TopicUse
  readonly form: 'pattern' | 'prefix'
  readonly text: string
  /** Those that hold records of tables are known by name: what else begins so is for the connector's own use. */
  readonly areListed: boolean
}

/** Everything that an entity names, itself included. */
export function mentionsOf(of: Namer, settings: readonly TopicSetting[]): Mention[] {
  switch (of.kind) {
    case 'topic':
      return [...declared(of, 'topic'), ...whole(of, 'cluster', of.cluster)]
    case 'cluster':
      return declared(of, 'cluster')
    case 'node-pool':
      return whole(of, 'cluster', of.cluster)
    case 'group':
      return ofGroup(of)
    case 'access':
      return ofAccess(of)
    case 'connect-cluster':
      return [
        ...declared(of, 'connect-cluster'),
        ...ofPeer(of, of.kafka),
        ...ofSettings(of, of.settings, 'worker', settings),
      ]
    case 'connector':
      return [
        ...declared(of, 'connector'),
        ...whole(of, 'connect-cluster', of.connectCluster),
        ...ofSettings(of, of.settings, 'connector', settings),
      ]
    case 'client':
      return [...ofPeer(of, of.kafka), ...ofSettings(of, of.settings, 'client', settings)]
    case 'flow':
      return ofFlow(of)
    case 'schema':
      return ofSchema(of)
    case 'configuration':
      return ofConfiguration(of)
    default:
      return []
  }
}

/** The patterns by which an entity names topics; of a flow, its own comes first. */
export function topicPatternsOf(of: Namer, settings: readonly TopicSetting[]): TopicPattern[] {
  if (of.kind !== 'connector') return []
  const places = placesIn(of.settings, 'connector', settings)
  const areListed = places.some(
    ({ place: { captures }, value: { value } }) =>
      captures && topicsOfTables(of, captures, value).every(name => name !== undefined),
  )
  return places.flatMap(({ place: { use, form }, value }): TopicPattern[] =>
    form === 'prefix' || (form === 'pattern' && alternativesOf(value) === undefined)
      ? [{ use, form, text: value.value, areListed: form === 'prefix' && areListed }]
      : [],
  )
}

const declared = (of: Namer & { readonly name: Fact<string> }, what: Nameable): Mention[] =>
  whole(of, what, of.name, { declares: true })

interface More {
  readonly declares?: boolean
  readonly uses?: readonly TopicUse[]
  readonly namespace?: string
}

function whole(of: Namer, what: Nameable, fact: Fact<string>, more: More = {}): Mention[] {
  return fact.state === 'known' ? [part(of, what, fact, { start: 0, name: fact.value }, more)] : []
}

interface Piece {
  readonly start: number
  readonly name: string
  /** Where it is written with backslashes. */
  readonly length?: number
}

function part(
  of: Namer,
  what: Nameable,
  { value, at, slot }: Known<string>,
  { start, name, length = name.length }: Piece,
  more: More & { readonly pattern?: boolean } = {},
): Mention {
  const { declares = false, pattern = false } = more
  const extra = at.span.end - at.span.start - value.length
  const first = at.span.start + (extra === 2 ? 1 : 0) + start
  // Where the text is written with escapes, or put together from others, the whole stands for its part; what Terraform puts together nobody writes as one.
  const verbatim = (extra === 0 || extra === 2) && (slot !== undefined || !declares)
  const place = verbatim ? { ...at, span: { start: first, end: first + length } } : at
  const mention = mentionAt(place, of, what, name, more)
  if (slot && (verbatim || !/\.tf(?:vars)?$/.test(at.file))) mention.written = { slot, value, start, length, pattern }
  return mention
}

/** A mention, in the namespace of what mentions it where it has none of its own. There are many, and spreading would cost ten times as much on Node 20. */
function mentionAt(
  place: Place,
  of: Namer,
  what: Nameable,
  name: string,
  { declares = false, uses = [], namespace = 'namespace' in of ? of.namespace : undefined }: More,
): { -readonly [key in keyof Mention]: Mention[key] } {
  const mention: ReturnType<typeof mentionAt> = { file: of.file, what, name, place, declares, uses, of }
  if (namespace !== undefined) mention.namespace = namespace
  return mention
}

const ownGroups: ReadonlySet<ConsumerGroup['role']> = new Set(['worker', 'consumer', 'sink', 'sinks', 'streams'])
/** How Kafka Connect names the group of a sink. */
const sinkGroup = 'connect-'

function ofGroup(of: ConsumerGroup): Mention[] {
  const own = ownGroups.has(of.role)
  if ((!own && of.role !== 'access') || of.name.state !== 'known' || of.name.value === '*') return []
  const { value } = of.name
  const connector =
    !own && value.startsWith(sinkGroup)
      ? [part(of, 'connector', of.name, { start: sinkGroup.length, name: value.slice(sinkGroup.length) })]
      : []
  return [...whole(of, 'group', of.name, own ? { declares: true } : {}), ...connector]
}

function ofAccess(of: Access): Mention[] {
  return [...(of.cluster ? whole(of, 'cluster', of.cluster) : []), ...resourceOf(of)]
}

function resourceOf(of: Access): Mention[] {
  if (of.prefix || of.name.state !== 'known' || of.name.value === '*') return []
  if (/^group$/i.test(of.resource)) return whole(of, 'group', of.name)
  if (!/^topic$/i.test(of.resource)) return []
  const may = (operation: string): boolean =>
    of.operations.state === 'known' &&
    of.operations.value.some(one => one.toLowerCase() === operation || one.toLowerCase() === 'all')
  return whole(of, 'topic', of.name, {
    uses: [...(may('read') ? (['reads'] as const) : []), ...(may('write') ? (['writes'] as const) : [])],
  })
}

/** The clusters that a list of bootstrap addresses names. */
function ofPeer(of: ConnectCluster | Client | ReplicationFlow, { bootstrap, namespace }: Peer): Mention[] {
  if (bootstrap.state !== 'known') return []
  return split(bootstrap.value, ',').flatMap(({ start, name: address }) => {
    const named = readBootstrap(address)
    const space = named?.namespace ?? namespace
    return named
      ? [
          part(
            of,
            'cluster',
            bootstrap,
            { start, name: named.cluster },
            space === undefined ? {} : { namespace: space },
          ),
        ]
      : []
  })
}

interface Placed {
  readonly place: TopicSetting
  readonly value: Known<string>
}

const placesIn = (bag: Settings, holder: TopicSetting['in'], settings: readonly TopicSetting[]): Placed[] =>
  bag.all.flatMap((setting): Placed[] => {
    const { key, value } = setting
    const places = value.state === 'known' ? byKeyIn(settings).get(key) : undefined
    return value.state === 'known' && places
      ? places.filter(place => place.in === holder && isBelow(setting, place)).map(place => ({ place, value }))
      : []
  })

/** The settings that name topics, by their keys. */
function byKeyIn(settings: readonly TopicSetting[]): ReadonlyMap<string, readonly TopicSetting[]> {
  const known = settingsByKey.get(settings)
  if (known) return known
  const byKey = groupBy(settings, ({ key }) => key)
  settingsByKey.set(settings, byKey)
  return byKey
}

const settingsByKey = new WeakMap<readonly TopicSetting[], ReadonlyMap<string, readonly TopicSetting[]>>()

const isBelow = ({ written }: Setting, { below }: TopicSetting): boolean =>
  below === undefined || written?.startsWith(`${below}.`) === true

function ofSettings(
  of: Client | Connector | ConnectCluster,
  bag: Settings,
  holder: TopicSetting['in'],
  settings: readonly TopicSetting[],
): Mention[] {
  return placesIn(bag, holder, settings).flatMap(({ place: { form, use, captures }, value }) => {
    if (captures) return of.kind === 'connector' ? ofTables(of, captures, value) : []
    return piecesOf(value, form).map(piece =>
      part(of, 'topic', value, piece, { uses: [use], pattern: form === 'pattern' }),
    )
  })
}

/** The topics of the tables that a source lists: each stands where its table does, and nobody can write it otherwise. */
function ofTables(of: Connector, captures: Captures, { value, at }: Known<string>): Mention[] {
  const names = topicsOfTables(of, captures, value)
  return split(value, ',').flatMap(({ start, name: table }, index): Mention[] => {
    const name = names[index]
    if (name === undefined) return []
    return [
      part(of, 'topic', { state: 'known', value, at }, { start, name, length: table.length }, { uses: ['writes'] }),
    ]
  })
}

/** The tables that a source lists, each with its topic where that can be told; undefined where no setting lists any. */
export function tablesOf(
  of: Connector,
  settings: readonly TopicSetting[],
): readonly { readonly name: string; readonly topic: string | undefined }[] | undefined {
  const [listed] = placesIn(of.settings, 'connector', settings).flatMap(({ place: { captures }, value }) =>
    captures && isCapturing(of, captures) ? [{ captures, value }] : [],
  )
  const topics = listed && topicsOfTables(of, listed.captures, listed.value.value)
  return listed && split(listed.value.value, ',').map(({ name }, index) => ({ name, topic: topics?.[index] }))
}

/** What the topics of listed tables are called; undefined for those that nobody can tell. All that follow a topic ask for them: they are worked out once. */
function topicsOfTables(of: Connector, captures: Captures, list: string): readonly (string | undefined)[] {
  const known = namedByTables.get(of)
  if (known?.captures === captures && known.list === list) return known.names
  const topicOf = capturing(of, captures)
  const names = split(list, ',').map(({ name: table }) => topicOf?.(table))
  namedByTables.set(of, { captures, list, names })
  return names
}

const namedByTables = new WeakMap<
  Connector,
  { readonly captures: Captures; readonly list: string; readonly names: readonly (string | undefined)[] }
>()

/** The names that a setting of a form lists. */
function piecesOf(value: Known<string>, form: TopicSetting['form']): Piece[] {
  if (form === 'name') return split(value.value, '\n')
  if (form === 'list') return split(value.value, ',')
  return form === 'pattern' ? (alternativesOf(value) ?? []) : []
}

function ofFlow(of: ReplicationFlow): Mention[] {
  const listed = (what: Nameable, fact: Fact<string>, uses: readonly TopicUse[]): Mention[] =>
    fact.state === 'known' ? namesAmong(fact).map(piece => part(of, what, fact, piece, { uses, pattern: true })) : []
  return [
    ...listed('topic', of.topics, ['reads']),
    ...listed('group', of.groups, []),
    ...ofPeer(of, of.source),
    ...ofPeer(of, of.target),
  ]
}

/** A subject is named after its topic: `orders-value`, `orders-key`, or `orders` alone. */
function ofSchema(of: Schema): Mention[] {
  if (of.name.state !== 'known') return []
  const { value, slot } = of.name
  const name = value.replace(/-(?:value|key)$/, '')
  if (slot) return [part(of, 'topic', of.name, { start: 0, name })]
  if (!baseName(of.file).startsWith(value)) return []
  const mention = mentionAt(placeOf(of.name), of, 'topic', name, {})
  mention.inFileName = true
  return [mention]
}

function ofConfiguration(of: Configuration): Mention[] {
  const named = (
    what: Nameable,
    { match, at, slot }: { readonly match: string; readonly at: Place; readonly slot?: Slot },
  ): Mention[] =>
    match.includes('*') ? [] : whole(of, what, { state: 'known', value: match, at, ...(slot ? { slot } : {}) })
  return [
    ...of.topics.flatMap(entry => named('topic', entry)),
    ...of.destinations.flatMap(entry => named('connector', entry)),
    ...of.safeguards.flatMap(({ destination, at, slot }) =>
      named('connector', { match: destination, at, ...(slot ? { slot } : {}) }),
    ),
    ...of.groups.aliased.flatMap(name =>
      whole(of, 'group', name).map((mention): Mention => ({ ...mention, isKey: true })),
    ),
    ...of.record.activities.flatMap(entry => [...named('topic', entry), ...named('connector', entry)]),
  ]
}

/** Those of a list of patterns that are names. */
const namesAmong = (of: Known<string>): Piece[] =>
  /[([{]/.test(of.value) ? (alternativesOf(of) ?? []) : split(of.value, /[,|]/).map(unescaped).filter(isName)

const unescaped = ({ start, name }: Piece): Piece => ({ start, name: name.replace(/\\\./g, '.'), length: name.length })

const isName = ({ name }: Piece): boolean => /^[\w.-]+$/.test(name)

/** The names that a pattern lists, `a,b`, `a|b`, `^(a|b)$`; undefined where it is more than a list. */
function alternativesOf({ value }: Known<string>): Piece[] | undefined {
  const open = /^\^?(?:\((?:\?:)?)?/.exec(value)?.[0].length ?? 0
  const close = /\)?\$?$/.exec(value)?.index ?? value.length
  const names = split(value.slice(0, Math.max(open, close)), /[,|]/, open).map(unescaped)
  return names.every(isName) ? names : undefined
}

/** The pieces of a text between separators, trimmed, each with where it begins. */
function split(text: string, separator: string | RegExp, from = 0): Piece[] {
  const pieces: Piece[] = []
  let at = from
  for (const piece of text.slice(from).split(separator)) {
    const name = piece.trim()
    if (name !== '') pieces.push({ start: at + piece.indexOf(name), name })
    at += piece.length + 1
  }
  return pieces
}
