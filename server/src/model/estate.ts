import { readBootstrap } from '../text/bootstrap.ts'
import { hostsOf, isInside, isLoopback, serviceOf } from '../text/hosts.ts'
import type { Cluster, Peer, Topic } from './entities.ts'
import { baseName, folderOf, within, type Uri } from '../text/uri.ts'
import { knownValue, placeOf, type Linkable } from './fact.ts'
import type { FileFacts } from './file-facts.ts'
import {
  accessOn,
  accessPrefixes,
  besideClusters,
  brokersSharing,
  bucketNamedAt,
  byName,
  clusterNamedIn,
  clientsIn,
  scalersOf,
  clustersIn,
  clustersInRegion,
  connectorsOf,
  everyCluster,
  configurationIn,
  entrancesTo,
  importersOf,
  mirrorsActingAs,
  mirrorsBetween,
  mirrorsReading,
  mirrorsOf,
  namersByPattern,
  namersOf,
  ofCluster,
  onCluster,
  schemasIn,
  schemasInFolder,
  schemasRegisteredIn,
  servicesBeside,
  servicesOf,
  stacksGiven,
  stacksWith,
  topicNamesOn,
  workersIn,
  workersOf,
  type LinkKey,
  type Linked,
  type Question,
} from './link-key.ts'
import { saysTheSame } from './same.ts'
import { setting } from './settings.ts'
import { quorumOf } from './quorum.ts'
import { mentionsOf, topicPatternsOf, type TopicSetting } from './mentions.ts'
import { compareTexts } from '../text/order.ts'
import { knowSecrets, type Secrets } from '../text/secrets.ts'

/** Everything that is known of a workspace, found by link keys. */
export interface Estate {
  facts(file: Uri): FileFacts | undefined
  /** Those that a file declares; none of a file that is not there. */
  entities(file: Uri): FileFacts['entities']
  files(): Iterable<Uri>
  /** The workspace folder that holds a file, with the slash at its end. */
  rootOf(file: Uri): Uri | undefined
  /** The entities under a key. Who asks is remembered, also for keys that nobody has yet. */
  find<K extends Linked['kind']>(key: LinkKey<K>): readonly Extract<Linked, { kind: K }>[]
  /** What the topics are called that say that they are on a cluster of this name, in the order of files. Who asks for no more than that is not asked again when something else changes in them. */
  topicNames(cluster: string): NamedTopic[]
  /** Whether something holds, asked of the estate under a name of its own. Who asks is not asked again when what `holds` looks up changes, but only when its answer does. */
  whether(question: Question, holds: () => boolean): boolean
  /** The secrets that stand in any of the files. */
  readonly secrets: Secrets
  /** The settings that name topics. */
  readonly topicSettings: readonly TopicSetting[]
}

/** What a topic is called, and from where it leads to its cluster. */
export interface NamedTopic extends Linkable {
  readonly name: string
}

/** An estate that files come and go in. */
export interface GrowingEstate extends Estate {
  /** Replaces what a file says; returns the files whose findings may change with it, itself included; none where it says the same. */
  put(file: Uri, facts: FileFacts | undefined): Set<Uri>
  /** The files that rest on an answer that `put` has turned since this was asked the last time. */
  turned(): Set<Uri>
  /** Notes every key that is asked for during `review` as one that the file's findings rest on, in the place of those that were noted before. */
  observe<T>(file: Uri, review: () => T): T
  /** Like `observe`, beside those that were noted before. */
  observeMore<T>(file: Uri, review: () => T): T
}

/** The keys under which an entity is found by what it is. */
function keysOf(entity: Linked): LinkKey[] {
  const name = knownValue(entity.name)
  const named = name === undefined ? [] : [byName(entity.kind, name)]
  switch (entity.kind) {
    case 'node-pool':
      return keyOf(ofCluster, knownValue(entity.cluster))
    case 'topic':
      return [...named, ...keyOf(onCluster, knownValue(entity.cluster))]
    case 'schema':
      return [
        ...named,
        byName('schema', baseName(entity.file)),
        schemasIn(entity.file),
        schemasInFolder(folderOf(entity.file)),
        ...(entity.serves ? [...keyOf(servicesOf, entity.space), ...keyOf(servicesBeside, entity.space)] : []),
        ...keyOf(schemasRegisteredIn, entity.registry && knownValue(entity.registry.region)),
        ...(entity.imports ?? []).map(path => importersOf(path.slice(path.lastIndexOf('/') + 1))),
      ]
    case 'flow':
      return [
        ...named,
        besideClusters,
        ...aliasesOf(entity),
        ...[entity.source, entity.target].flatMap(peer => [...siteKeys(peer), ...userKeys(peer)]),
        ...hostsOf(knownValue(entity.source.bootstrap) ?? '').map(mirrorsReading),
      ]
    case 'group':
      return entity.role === 'access-prefix' ? [...named, accessPrefixes] : named
    case 'cluster':
      return [
        ...named,
        everyCluster,
        ...(name === undefined ? [] : [clusterNamedIn(entity.file, name)]),
        clustersIn(folderOf(entity.file)),
        ...keyOf(quorum => brokersSharing(folderOf(entity.file), quorum), quorumOf(entity)),
        ...keyOf(clustersInRegion, entity.site && knownValue(entity.site.region)),
        ...namesOfItsOwn(entity).map(stacksWith),
        ...(entity.mounts ?? []).flatMap(path => keyOf(stacksGiven, within(folderOf(entity.file), path))),
      ]
    case 'connect-cluster':
      return [...named, besideClusters, workersIn(folderOf(entity.file)), ...clusterNames(entity.kafka).map(workersOf)]
    case 'connector':
      return [...named, besideClusters, ...keyOf(connectorsOf, knownValue(entity.connectCluster))]
    case 'client':
      return [...named, besideClusters, clientsIn(folderOf(entity.file)), ...keyOf(scalersOf, entity.scales)]
    case 'supporting-service':
      return [...named, besideClusters]
    case 'access':
      return [...named, ...keyOf(accessOn, entity.cluster && knownValue(entity.cluster))]
    case 'entrance':
      return entity.to.map(entrancesTo)
    case 'bucket':
      return [...named, bucketNamedAt(placeOf(entity.name))]
    case 'configuration':
      return [configurationIn(folderOf(entity.file))]
    default:
      return named
  }
}

/** Under which names its own network knows a cluster: those of its stack, and the services that it sends its clients to. */
function namesOfItsOwn({ hosts = [], settings }: Cluster): string[] {
  const sent = hostsOf(knownValue(setting(settings, 'advertised.listeners')) ?? '')
  const services = sent.filter(host => isInside(host) && !isLoopback(host)).map(serviceOf)
  return [...new Set([...hosts, ...services])]
}

const keyOf = <Name extends string>(make: (name: Name) => LinkKey, name: Name | undefined): LinkKey[] =>
  name === undefined ? [] : [make(name)]

/** The names that a peer has for its cluster: its alias, and those in addresses of operators. */
const clusterNames = ({ alias, bootstrap }: Peer): string[] => [
  ...new Set([
    ...(alias.state === 'known' ? [alias.value] : []),
    ...(knownValue(bootstrap) ?? '').split(',').flatMap(address => readBootstrap(address.trim())?.cluster ?? []),
  ]),
]

/** A side of a mirror that a cloud's own id names is found by the name in it. */
const siteKeys = ({ site, alias }: Peer): LinkKey[] => (site ? keyOf(mirrorsOf, knownValue(alias)) : [])

const userKeys = ({ user }: Peer): LinkKey[] => keyOf(mirrorsActingAs, user && knownValue(user))

function aliasesOf({ source, target }: Extract<Linked, { kind: 'flow' }>): LinkKey[] {
  const [from, to] = [knownValue(source.alias), knownValue(target.alias)]
  return from === undefined || to === undefined ? [] : [mirrorsBetween(from, to)]
}

/** The keys under which an entity is found by what it names. */
function mentionKeys(entity: Linked, settings: readonly TopicSetting[]): LinkKey[] {
  const names = mentionsOf(entity, settings).map(({ what, name }) => namersOf(what, name))
  const patterns = topicPatternsOf(entity, settings).length > 0 ? [namersByPattern] : []
  return names.length > 1 ? [...new Set([...names, ...patterns])] : [...names, ...patterns]
}

/** What is found under a link key: mostly in one file, which takes much less memory than a table of files. */
interface Entry {
  /** The first file that something stood in. */
  readonly file: Uri
  byFile: Map<Uri, Linked[]> | undefined
  /** All of it in the order of files; of several files, once somebody has asked. */
  found: Linked[] | undefined
}

/** What somebody may ask for. */
type Asked = LinkKey | Question

/** What was found the last time, and how it is found again. */
interface Answer {
  readonly holds: () => boolean
  readonly found: boolean
}

/** Starts an empty estate; `roots` answers the workspace folders of the moment, with the slash at their end, `secretsOf` what in a file is a secret. */
export function startEstate(
  roots: () => readonly Uri[],
  topicSettings: readonly TopicSetting[],
  secretsOf: (facts: FileFacts) => readonly string[] = () => [],
): GrowingEstate {
  const files = new Map<Uri, FileFacts>()
  const index = new Map<LinkKey, Entry>()
  const asked = new Map<Asked, Set<Uri | Question>>()
  const askedBy = new Map<Uri | Question, Set<Asked>>()
  const answers = new Map<Question, Answer>()
  /** Those whose answer may be another now. */
  const doubted = new Set<Question>()
  let turned = new Set<Uri>()
  let asker: Uri | Question | undefined
  /** What it had asked for when it was asked the last time: of that, it is noted already. */
  let askedBefore: ReadonlySet<Asked> | undefined
  /** Those of each file that has any. */
  const secretsIn = new Map<Uri, readonly string[]>()
  let secrets: Secrets | undefined

  const noteSecrets = (file: Uri, facts: FileFacts | undefined): void => {
    const [before, now] = [secretsIn.get(file) ?? [], facts ? secretsOf(facts) : []]
    if (before.length === now.length && before.every((secret, index) => secret === now[index])) return
    if (now.length > 0) secretsIn.set(file, now)
    else secretsIn.delete(file)
    secrets = undefined
  }

  const linkKeys = (facts: FileFacts | undefined): [LinkKey, Linked][] =>
    (facts?.entities ?? []).flatMap(entity =>
      [...keysOf(entity), ...mentionKeys(entity, topicSettings)].map((link): [LinkKey, Linked] => [link, entity]),
    )

  const forget = (one: Uri | Question): void => {
    for (const key of askedBy.get(one) ?? []) asked.get(key)?.delete(one)
    askedBy.delete(one)
  }

  const observing = <T>(one: Uri | Question, before: ReadonlySet<Asked> | undefined, review: () => T): T => {
    const outer = [asker, askedBefore] as const
    asker = one
    askedBefore = before
    try {
      return review()
    } finally {
      ;[asker, askedBefore] = outer
    }
  }

  /** Notes what is asked for in the place of what was noted before. */
  const observingAnew = <T>(one: Uri | Question, review: () => T): T => {
    const before = askedBy.get(one)
    const now = new Set<Asked>()
    askedBy.set(one, now)
    try {
      return observing(one, before, review)
    } finally {
      for (const key of before ?? []) if (!now.has(key)) asked.get(key)?.delete(one)
    }
  }

  const noteAsker = (link: Asked): void => {
    if (asker === undefined) return
    const noted = upsert(askedBy, asker, newSet)
    if (noted.has(link)) return
    noted.add(link)
    if (!askedBefore?.has(link)) upsert(asked, link, newSet).add(asker)
  }

  /** The files that asked for any of them; questions that did are asked again. */
  const askersOf = (keys: Iterable<Asked>): Uri[] =>
    [...new Set(keys)].flatMap(key =>
      [...(asked.get(key) ?? [])].flatMap(one => {
        if (!isQuestion(one)) return [one]
        doubted.add(one)
        return []
      }),
    )

  const isQuestion = (one: Uri | Question): one is Question => answers.has(one as Question)

  const answer = (question: Question, holds: () => boolean): boolean => {
    const before = answers.get(question)
    const found = observingAnew(question, holds)
    answers.set(question, { holds, found })
    doubted.delete(question)
    if (before && before.found !== found) for (const file of askersOf([question])) turned.add(file)
    return found
  }

  const lookUp = (link: LinkKey): readonly Linked[] => {
    const entry = index.get(link)
    if (!entry) return []
    // In the order of files, whichever was read last.
    entry.found ??= [...(entry.byFile ?? [])].sort(([a], [b]) => compareTexts(a, b)).flatMap(([, found]) => found)
    return entry.found
  }

  const take = (key: LinkKey, file: Uri): void => {
    const entry = index.get(key)
    if (entry?.byFile) {
      entry.byFile.delete(file)
      entry.found = undefined
      if (entry.byFile.size === 0) index.delete(key)
    } else if (entry?.file === file) index.delete(key)
  }

  const add = (key: LinkKey, file: Uri, entity: Linked): void => {
    const entry = index.get(key)
    if (!entry) index.set(key, { file, byFile: undefined, found: [entity] })
    else if (!entry.byFile && entry.file === file) entry.found?.push(entity)
    else {
      entry.byFile ??= new Map([[entry.file, entry.found ?? []]])
      entry.found = undefined
      const inFile = entry.byFile.get(file)
      if (inFile) inFile.push(entity)
      else entry.byFile.set(file, [entity])
    }
  }

  return {
    topicSettings,
    get secrets() {
      secrets ??= knowSecrets([...secretsIn.values()].flat())
      return secrets
    },
    facts: file => files.get(file),
    entities: file => files.get(file)?.entities ?? [],
    files: () => files.keys(),
    rootOf(file) {
      let innermost: Uri | undefined
      for (const root of roots()) if (file.startsWith(root) && root.length > (innermost?.length ?? 0)) innermost = root
      return innermost
    },
    find<K extends Linked['kind']>(key: LinkKey<K>) {
      noteAsker(key)
      return lookUp(key) as Extract<Linked, { kind: K }>[]
    },
    topicNames(cluster) {
      noteAsker(topicNamesOn(cluster))
      return lookUp(onCluster(cluster)).flatMap(topic => (topic.kind === 'topic' ? (named(topic) ?? []) : []))
    },
    whether(question, holds) {
      noteAsker(question)
      const known = answers.get(question)
      return known && !doubted.has(question) ? known.found : answer(question, holds)
    },
    turned() {
      for (const question of doubted) {
        if ((asked.get(question)?.size ?? 0) > 0) answer(question, (answers.get(question) as Answer).holds)
        else {
          forget(question)
          answers.delete(question)
          doubted.delete(question)
        }
      }
      const files = turned
      turned = new Set()
      return files
    },
    put(file, read) {
      const known = files.get(file)
      const facts = read && withKept(read, known?.entities ?? [])
      if (known && facts && isTheSame(known, facts)) return new Set()
      const before = linkKeys(known)
      const after = linkKeys(facts)
      for (const [key] of before) take(key, file)
      for (const [key, entity] of after) add(key, file, entity)
      if (facts) files.set(file, facts)
      else files.delete(file)
      noteSecrets(file, facts)
      const touched = new Set<Uri>([
        file,
        ...askersOf(changedKeys(before, after)),
        ...askersOf(changedNames(known, facts)),
      ])
      if (!facts) forget(file)
      return touched
    },
    observe: observingAnew,
    observeMore: (file, review) => observing(file, undefined, review),
  }
}

/** The facts with those entities of before that say the same: a comment behind them, or in their own lines, changes nothing. */
function withKept(facts: FileFacts, before: readonly Linked[]): FileFacts {
  if (before.length === 0) return facts
  const entities = facts.entities.map((entity, index) => {
    const known = before[index]
    return known && saysTheSame(known, entity) ? known : entity
  })
  return { ...facts, entities }
}

/** Whether two readings of a file say the same; its entities are taken over where they do. */
const isTheSame = (known: FileFacts, { entities, ...facts }: FileFacts): boolean =>
  entities.length === known.entities.length &&
  entities.every((entity, index) => entity === known.entities[index]) &&
  saysTheSame({ ...known, entities: [] }, { ...facts, entities: [] })

/** The keys under which something else is found now. An entity that was taken over unread is the same: whoever found it has nothing new to learn. */
function* changedKeys(before: readonly [LinkKey, Linked][], after: readonly [LinkKey, Linked][]): Iterable<LinkKey> {
  const known = new Set(before.map(([, entity]) => entity))
  const same = new Set(after.flatMap(([, entity]) => (known.has(entity) ? [entity] : [])))
  for (const [key, entity] of [...before, ...after]) if (!same.has(entity)) yield key
}

const named = ({ name, file, namespace }: Topic): NamedTopic | undefined =>
  name.state === 'known' ? { name: name.value, file, ...(namespace === undefined ? {} : { namespace }) } : undefined

/** The keys of the clusters of whose topics a file tells other names than before. */
function* changedNames(before: FileFacts | undefined, after: FileFacts | undefined): Iterable<LinkKey> {
  const [known, now] = [namesByCluster(before), namesByCluster(after)]
  for (const cluster of new Set([...known.keys(), ...now.keys()]))
    if (known.get(cluster)?.join('\n') !== now.get(cluster)?.join('\n')) yield topicNamesOn(cluster)
}

function namesByCluster(facts: FileFacts | undefined): Map<string, string[]> {
  const names = new Map<string, string[]>()
  for (const entity of facts?.entities ?? []) {
    if (entity.kind !== 'topic' || entity.cluster.state !== 'known') continue
    upsert(names, entity.cluster.value, (): string[] => []).push(
      `${knownValue(entity.name) ?? ''} ${entity.namespace ?? ''}`,
    )
  }
  return names
}

const newSet = <T>(): Set<T> => new Set()

function upsert<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key)
  if (known !== undefined) return known
  const made = make()
  map.set(key, made)
  return made
}
