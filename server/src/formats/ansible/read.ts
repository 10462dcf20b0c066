import type { Entity, Listener, Topic } from '../../model/entities.ts'
import { knownValue, mapFact, placeOf, type Fact, type Known, type Place } from '../../model/fact.ts'
import { baseName, folderName, folderOf } from '../../text/uri.ts'
import { leavesOf, type Leaf } from '../application/leaves.ts'
import { versionOfArchive } from '../environment/image-version.ts'
import type { Setting } from '../../model/settings.ts'
import { ownBrokerSettings, ownProtocol } from '../own/clients.ts'
import { brokerKeyOf, namesBrokers, namesVersion, wordsOfPath } from '../own/spelling.ts'
import { readBroker } from '../properties/broker.ts'
import { hostsOf } from '../../text/hosts.ts'
import { wordsOf } from '../../text/words.ts'
import { accessTo, resourceType } from '../access-list.ts'
import { down, entries, isThere, items, reportingAt } from '../cursor.ts'
import { installed, isVersion } from '../installed.ts'
import { extentOf, type Cursor, type Lying } from '../position.ts'
import { folderTitle, titleFor } from '../title.ts'
import { fixed, fixedSettings, integer, settings, text } from '../values.ts'
import { taskLists } from './tasks.ts'

/** Modules that make topics and access lists, by their names without the collection: StephenSorriaux/ansible-kafka-admin, cclauss/ansible-kafka-topics (kafka_topic). */
const modules = /(?:^|\.)kafka_(?:lib|topics?|acls?)$/

/** Whether a key of a task calls one of these modules. */
export const isTopicModule = (name: string): boolean => modules.test(name)

/** How deep blocks of tasks may stand in one another. */
const deepest = 8

/** Reads what the tasks of a playbook or a role make: topics and access lists. A task that takes something away makes nothing. */
export function readAnsible(root: Cursor): readonly Entity[] {
  if (root.tree?.kind === 'list') return readTasks(root, 0)
  return ofVariables.test(root.document.file) ? readOfBrokers(root) : []
}

/** Where variables of hosts, groups and roles stand. */
const ofVariables = /\/(?:group_vars|host_vars|defaults|vars)\//

/** Reads how brokers listen, what else they are told and which version of Kafka is installed, where variables say it for the templates and tasks of a role: the rest stands there. */
function readOfBrokers(root: Cursor): readonly Entity[] {
  const leaves = leavesOf(root).map(leaf => ({ ...leaf, words: wordsOfPath(leaf.steps) }))
  const spelled = leaves.flatMap(({ words, keyPlace, value, steps }): Setting[] => {
    const key = brokerKeyOf(words)
    return key === undefined
      ? []
      : [{ key, keyPlace, value: fixed(value) as Setting['value'], written: steps.join('.') }]
  })
  const listening = ownBrokerSettings(leaves).filter(({ key }) => !spelled.some(one => one.key === key))
  const all = [...listening, ...(spelled.length > 1 ? spelled : [])]
  const version = versionIn(root, leaves)
  const isListening = all.some(({ key }) => key === 'listeners' || key === 'advertised.listeners')
  const title = titleOf(root.document)
  const own = { file: root.document.file, extent: extentOf(root) }
  if (all.length === 0 && version) return [installed(version.value, title, own, version.keyPlace)]
  const near = (isListening || spelled.length > 1 ? all[0] : version)?.keyPlace
  if (!near) return []
  const open = { state: 'unresolved', at: near, text: 'what the templates say' } as const
  const name: Known<string> = { state: 'known', value: title, at: near }
  const cluster = readBroker({ name, ...own }, { all, near, open }, version && { version: fixed(version.value) })
  const protocol = isListening ? undefined : ownProtocol(leaves)
  return [protocol ? { ...cluster, listeners: [listenerBy(protocol)] } : cluster]
}

/** The version of Kafka that is installed, by a variable that is called so or by the archive of the brokers; what a role of something else needs it for nobody can tell. */
function versionIn(
  { document }: Cursor,
  leaves: readonly (Leaf & { readonly words: readonly string[] })[],
): { readonly value: Known<string>; readonly keyPlace: Place } | undefined {
  const role = roleOf(document)
  const ofBrokers = role !== undefined && namesBrokers(wordsOf(role))
  if (role !== undefined && !ofBrokers) return undefined
  for (const { words, value, keyPlace } of leaves) {
    if (value.state !== 'known') continue
    if (namesVersion(words) && isVersion(value.value)) return { value, keyPlace }
    const archive = ofBrokers || namesBrokers(words) ? versionOfArchive(value) : undefined
    if (archive) return { value: archive, keyPlace }
  }
  return undefined
}

/** The role whose variables a file holds: by its folder. */
const roleOf = (at: Lying): string | undefined => /\/roles\/([^/]+)\/(?:defaults|vars)\//.exec(at.file)?.[1]

/** The listener that a protocol tells, which a template writes: it is called like it where nothing calls it otherwise. */
const listenerBy = (protocol: Known<string>): Listener => ({
  name: protocol,
  type: { state: 'absent', near: protocol.at },
  encrypted: { state: 'known', value: /SSL$/i.test(protocol.value.trim()), at: protocol.at },
  authentication: /^SASL_/i.test(protocol.value.trim())
    ? { state: 'known', value: 'sasl', at: protocol.at }
    : { state: 'unresolved', at: protocol.at, text: 'what the templates say' },
})

/** The group, or the role, that variables are of. */
function titleOf(at: Lying): string {
  const folder = folderName(folderOf(at.file))
  if (/\/(?:group|host)_vars\/[^/]+\/[^/]+$/.test(at.file)) return folder
  const role = /^(?:defaults|vars)$/.test(folder) ? folderTitle(at, 1) : undefined
  return role ?? titleFor(baseName(at.file).replace(/\.\w+$/, ''), at)
}

const readTasks = (list: Cursor, depth: number): readonly Entity[] =>
  items(list).flatMap(task => [
    ...entries(task).flatMap(entry => (isTopicModule(entry.name) ? readModule(entry) : [])),
    ...(depth < deepest ? taskLists.flatMap(part => readTasks(down(task, part), depth + 1)) : []),
  ])

function readModule(module: Cursor & { readonly name: string }): readonly Entity[] {
  const cluster = clusterOf(module)
  const listed = ['topics', 'acls'].flatMap(part => items(down(module, part)))
  return (listed.length > 0 ? listed : [module])
    .filter(one => knownValue(text(down(one, 'state'))) !== 'absent')
    .flatMap(one => (isOfAccess(one, module.name) ? readAccess(one, cluster) : readTopic(one, cluster)))
}

const isOfAccess = (one: Cursor, module: string): boolean =>
  /acls?$/.test(module) || knownValue(text(down(one, 'resource'))) === 'acl' || isThere(down(one, 'acl_principal'))

/** The first of the brokers that a module connects to. */
function clusterOf(module: Cursor): Fact<string> {
  const servers = ['bootstrap_servers', 'bootstrap_server']
    .map(key => text(down(module, key)))
    .find(({ state }) => state === 'known')
  const [host] = hostsOf(servers ? (knownValue(servers) ?? '') : '')
  return host !== undefined && servers?.state === 'known'
    ? { state: 'known', value: host.replace(/:\d+$/, ''), at: servers.at }
    : { state: 'absent', near: module.key ?? module.near }
}

/** The settings of a topic stand below `options`; one module has some of them beside, with underscores. */
function readTopic(topic: Cursor, cluster: Fact<string>): Topic[] {
  const name = text(down(topic, 'name'))
  if (name.state === 'absent') return []
  const near = placeOf(name)
  const [first, second] = ['replica_factor', 'replication_factor'].map(key =>
    integer(down(reportingAt(topic, near), key)),
  )
  const beside = settings(topic, near).all.flatMap(one =>
    /^(?:cleanup_policy|retention|retention_ms|min_insync_replicas)$/.test(one.key)
      ? [{ ...one, key: one.key === 'retention' ? 'retention.ms' : one.key.replace(/_/g, '.'), written: one.key }]
      : [],
  )
  const options = settings(down(topic, 'options'), near)
  return [
    {
      kind: 'topic',
      name,
      file: topic.document.file,
      extent: extentOf(topic),
      cluster,
      partitions: fixed(integer(down(topic, 'partitions'))),
      // What a module does about a topic that is there nobody has looked up: nothing is written here.
      replicationFactor: fixed(first && first.state !== 'absent' ? first : (second ?? { state: 'absent', near })),
      settings: fixedSettings({ ...options, all: [...beside, ...options.all], near }),
    },
  ]
}

function readAccess(acl: Cursor, cluster: Fact<string>): readonly Entity[] {
  const type = resourceType(knownValue(text(down(acl, 'acl_resource_type'))) ?? 'topic')
  const name = text(down(acl, 'name'))
  const principal = text(down(acl, 'acl_principal'))
  if (type === undefined || name.state === 'absent' || principal.state === 'absent') return []
  return accessTo(
    { name, file: acl.document.file, extent: extentOf(acl) },
    {
      type,
      prefix: /^prefix(?:ed)?$/i.test(knownValue(text(down(acl, 'acl_pattern_type'))) ?? ''),
      operations: mapFact(text(down(acl, 'acl_operation')), one => [one]),
      principal,
      cluster,
      owner: knownValue(principal) ?? 'a user',
      denies: /^deny$/i.test(knownValue(text(down(acl, 'acl_permission'))) ?? ''),
    },
  )
}

/** The path of the file that is written with a text: `content` beside `dest`, `block` beside `path`. */
export function fileOf(name: string, around: Cursor | undefined): string | undefined {
  if (around === undefined || !/^(?:content|block)$/.test(name)) return undefined
  const [path] = ['dest', 'path'].map(key => text(down(around, key))).filter(({ state }) => state !== 'absent')
  return path && wholeText(path)
}

/** Whether what a task writes is there to be refused: a later task is given its file, and another one asserts that this failed. */
export function isToBeRefused(task: Cursor, later: readonly Cursor[]): boolean {
  const [path] = entries(task).flatMap(module => fileOf('content', module) ?? [])
  if (path === undefined) return false
  const given = later.filter(one => textsIn(one, 0).some(words => words.includes(path)))
  const results = given.flatMap(one => knownValue(text(down(one, 'register'))) ?? [])
  return results.some(result => {
    const fails = new RegExp(`\\b${result}(?:\\.rc\\s*!=\\s*0|\\.failed|\\s+is\\s+failed)\\b`)
    return later.some(one => textsIn(down(assertedBy(one), 'that'), 0).some(words => fails.test(words)))
  })
}

const assertedBy = (task: Cursor): Cursor =>
  entries(task).find(({ name }) => /(?:^|\.)assert$/.test(name)) ?? down(task, 'assert')

/** All texts below a place, with what a template fills in as it stands. */
function textsIn(cursor: Cursor, depth: number): readonly string[] {
  const below = [...entries(cursor), ...items(cursor)]
  if (below.length > 0) return depth < deepest ? below.flatMap(one => textsIn(one, depth + 1)) : []
  const own = text(cursor)
  return own.state === 'absent' ? [] : [wholeText(own)]
}

const wholeText = (fact: Fact<string>): string => (fact.state === 'unresolved' ? fact.text : (knownValue(fact) ?? ''))
