import type { Client, Cluster, Entity, Topic } from '../model/entities.ts'
import {
  asInteger,
  cutOut,
  knownValue,
  mapFact,
  writtenName,
  partsOf,
  placeOf,
  type Fact,
  type Known,
} from '../model/fact.ts'
import type { Setting } from '../model/settings.ts'
import { optionsAmong, optionsIn } from '../syntax/script.ts'
import { fallbackOf } from '../text/fallback.ts'
import { shift } from '../text/span.ts'
import { hostsOf, isLoopback } from '../text/hosts.ts'
import { accessTo } from './access-list.ts'
import { down, entries, inside, items } from './cursor.ts'
import { readStarted, startsContainer } from './environment/started.ts'
import { extentOf, type Cursor } from './position.ts'
import { readBroker } from './properties/broker.ts'
import { text } from './values.ts'

/** A command of Kafka's tools, with its options in their order. */
interface Command {
  readonly name: string
  readonly at: Cursor
  readonly options: readonly { readonly name: string; readonly value: Cursor }[]
}

const deepest = 24
const tools =
  /(?:^|[\s/"'])(?:kafka-(?:topics|acls|configs|consumer-groups|console-(?:producer|consumer)|server-start)(?:\.sh)?|rpk\s+topic\s+create|(?:docker|podman|nerdctl)\s+(?:container\s+)?run)\s/
const tool =
  /(?:^|\/)kafka-(?:topics|acls|configs|consumer-groups|console-(?:producer|consumer)|server-start)(?:\.sh)?$/

/** Reads a command of Kafka's own tools that stands in a script, or one that starts a container. */
export function readCommand(root: Cursor, called?: Known<string>): readonly Entity[] {
  const [first, ...options] = entries(root)
  const name = first?.name === 'command' && first.tree?.kind === 'scalar' ? first.tree.text : undefined
  if (name !== undefined && startsContainer(name)) return readStarted(root)
  return name === undefined
    ? []
    : readOne({ name, at: root, options: options.flatMap(option => optionsOf(option, option.name)) }, called)
}

/** An option; what a variable without quotes holds may be several, and so is what an array does. */
function optionsOf(value: Cursor, name: string): Command['options'] {
  const { tree, document, origin } = value
  if (name !== 'argument' || origin.kind !== 'made') return [{ name, value }]
  if (tree?.kind === 'list') {
    const words = tree.items.flatMap(item => (item?.kind === 'scalar' ? [item] : []))
    return optionsAmong(words).map(({ key, value: one }) => ({ name: key, value: { ...value, tree: one } }))
  }
  if (tree?.kind !== 'scalar' || !/^--?[a-z]/.test(tree.text)) return [{ name, value }]
  const { start, end } = tree.span
  // Of what variables in it hold, no more than its own place is known.
  const isWritten = document.source.slice(start, end) === tree.text
  return optionsIn(tree.text).map(({ key, value: one }) => ({
    name: key,
    value: { ...value, tree: one && { ...one, span: isWritten ? shift(one.span, start) : tree.span } },
  }))
}

/** Reads the commands in a text, where there are any. */
export const readCommandsOf = (cursor: Cursor, called?: Known<string>): readonly Entity[] =>
  cursor.tree?.kind === 'scalar' && tools.test(`${cursor.tree.text} `)
    ? inside(cursor, 'script').flatMap(one => readCommand(one, called))
    : []

/** Reads the commands of Kafka's own tools that stand in texts and lists of a document: of containers, of jobs. */
export function readCommandsIn(root: Cursor): readonly Entity[] {
  const title = text(down(root, 'metadata', 'name'))
  const called = title.state === 'known' ? title : undefined
  const visit = (cursor: Cursor, depth: number): readonly Entity[] => {
    const { tree } = cursor
    if (tree?.kind === 'scalar') return readCommandsOf(cursor, called)
    if (depth > deepest) return []
    const listed = items(cursor)
    const begins = listed.findIndex(({ tree: item }) => item?.kind === 'scalar' && tool.test(item.text))
    const command = begins < 0 ? [] : readOne(fromList(listed.slice(begins), cursor), called)
    return [...command, ...[...entries(cursor), ...listed].flatMap(child => visit(child, depth + 1))]
  }
  return visit(root, 0)
}

/** A command that is given as a list of its words. */
function fromList([first, ...words]: readonly Cursor[], at: Cursor): Command {
  const textOf = (cursor: Cursor | undefined): string => (cursor?.tree?.kind === 'scalar' ? cursor.tree.text : '')
  const options = words.flatMap((word, index): Command['options'] => {
    const option = /^--?([a-z][\w.-]*)$/.exec(textOf(word))?.[1]
    const next = words[index + 1]
    // What a variable stands for may be any option.
    if (option === undefined)
      return textOf(word).startsWith('$') && !textOf(words[index - 1]).startsWith('--')
        ? [{ name: 'argument', value: word }]
        : []
    const value = next && !textOf(next).startsWith('--') ? next : { ...word, tree: undefined }
    return [{ name: option, value }]
  })
  return { name: textOf(first), at, options }
}

/** What options of `keytool` are to Kafka. */
const ofKeystore = { storepass: 'ssl.keystore.password', keypass: 'ssl.key.password' } as const

/** Reads the passwords of a command that keeps the keys of Kafka: some word of it says so. */
export function readKeystoreCommand(root: Cursor): readonly Entity[] {
  const [first, ...options] = entries(root)
  const words = options.map(({ tree }) => (tree?.kind === 'scalar' ? tree.text : ''))
  const isOurs = first?.name === 'command' && first.tree?.kind === 'scalar' && first.tree.text === 'keytool'
  if (!isOurs || !words.some(word => /kafka/i.test(word))) return []
  const command = { name: 'keytool', at: root, options: options.map(({ name, ...value }) => ({ name, value })) }
  const all = (['storepass', 'keypass'] as const).flatMap(name =>
    valuesOf(command, name).flatMap((value): Setting[] =>
      value.state === 'absent'
        ? []
        : [{ key: ofKeystore[name], written: `-${name}`, keyPlace: value.at, value: value as Setting['value'] }],
    ),
  )
  const near = all[0]?.keyPlace
  return near === undefined
    ? []
    : [
        {
          kind: 'client',
          name: { state: 'known', value: 'keytool', at: near },
          file: root.document.file,
          extent: extentOf(root),
          kafka: {
            alias: { state: 'absent', near },
            bootstrap: { state: 'absent', near },
            encrypted: { state: 'unresolved', at: near, text: '' },
          },
          settings: { all, near, refers: 'variable' },
        },
      ]
}

function readOne(command: Command, called?: Known<string>): readonly Entity[] {
  if (/server-start/.test(command.name)) return readStart(command, called)
  return [...readDone(command), ...readConnection(command)]
}

/** What a command makes, changes or lets somebody do. */
function readDone(command: Command): readonly Entity[] {
  if (/acls/.test(command.name)) return readAcls(command)
  if (/configs/.test(command.name)) return readConfigs(command)
  return /^rpk/.test(command.name) || (/topics/.test(command.name) && has(command, 'create')) ? readTopics(command) : []
}

/** Options that tell a command more of how it connects: a file of properties, or properties. */
const tellsMore = /^(?:command-config|(?:producer|consumer)[.-]config|(?:command|producer|consumer)-property)$/

/** The connection of a command to a broker elsewhere: without a file of properties it has only defaults. */
function readConnection(command: Command): Client[] {
  const [told] = valuesOf(command, 'bootstrap-server', 'broker-list')
  const fallback = told?.state === 'unresolved' ? fallbackOf(told.text) : undefined
  const bootstrap: Fact<string> | undefined =
    told?.state === 'unresolved' && fallback !== undefined ? { state: 'known', value: fallback, at: told.at } : told
  if (/^rpk/.test(command.name) || bootstrap?.state !== 'known') return []
  const hosts = hostsOf(bootstrap.value)
  const mayTellMore = ({ name, value: { tree } }: Command['options'][number]): boolean =>
    tellsMore.test(name) || (name === 'argument' && tree?.kind === 'scalar' && /[$`]|--/.test(tree.text))
  if (hosts.every(isLoopback) || command.options.some(mayTellMore)) return []
  const near = bootstrap.at
  return [
    {
      kind: 'client',
      name: { state: 'known', value: command.name.replace(/^.*\/|\.sh$/g, ''), at: near },
      file: command.at.document.file,
      extent: extentOf(command.at),
      kafka: {
        alias: { state: 'absent', near },
        bootstrap,
        encrypted: { state: 'absent', near },
        // Whoever sets the variable may name a broker elsewhere.
        ...(fallback === undefined ? {} : { ownWay: true }),
      },
      settings: { all: [], near },
    },
  ]
}

/** A broker as the command that starts it says; the rest stands in the file of properties that it names. */
function readStart(command: Command, called: Known<string> | undefined): Cluster[] {
  const given = valuesOf(command, 'override')
  const all = given.flatMap(pairOf)
  const [first] = given
  if (!first || all.length === 0) return []
  const near = placeOf(first)
  const name = called ?? ({ state: 'known', value: 'kafka', at: near } as const)
  const open = { state: 'unresolved', at: near, text: 'what the file of properties says' } as const
  return [readBroker({ name, file: command.at.document.file, extent: extentOf(command.at) }, { all, near, open })]
}

/** The settings that a command gives to topics that are there, and the passwords that it gives to users. */
function readConfigs(command: Command): Entity[] {
  if (!has(command, 'alter')) return []
  const types = valuesOf(command, 'entity-type').map(knownValue)
  const given = valuesOf(command, 'add-config')
  const { file } = command.at.document
  const extent = extentOf(command.at)
  const topics = [...(types.includes('topics') ? valuesOf(command, 'entity-name') : []), ...valuesOf(command, 'topic')]
  const users = [...(types.includes('users') ? valuesOf(command, 'entity-name') : []), ...valuesOf(command, 'user')]
  return [
    ...topics.map((name): Entity => {
      const near = placeOf(name)
      const open = { state: 'unresolved', at: near, text: '' } as const
      return {
        kind: 'topic',
        name,
        file,
        extent,
        cluster: { state: 'absent', near },
        replicationFactor: open,
        settings: { all: given.flatMap(listOfPairs), near, open },
      }
    }),
    ...users.map((name): Entity => {
      const near = placeOf(name)
      return {
        kind: 'client',
        name,
        file,
        extent,
        kafka: {
          alias: { state: 'absent', near },
          bootstrap: { state: 'absent', near },
          encrypted: { state: 'unresolved', at: near, text: '' },
        },
        settings: { all: given.flatMap(passwordsOf), near, refers: 'variable' },
      }
    }),
  ]
}

/** `retention.ms=1000,cleanup.policy=[compact,delete]`: brackets hold values with commas. */
const listOfPairs = (fact: Fact<string>): Setting[] =>
  fact.state === 'known'
    ? [...fact.value.matchAll(/(?<![^,\]])([^=,[\]]+)=(?:\[([^\]]*)\]?|[^,]*)/dg)].flatMap(({ indices }) => {
        const [whole, key, inBrackets] = indices ?? []
        if (!whole || !key) return []
        const [start, end] = inBrackets ?? [key[1] + 1, whole[1]]
        const named = cutOut(fact, { start: key[0], end: key[1] })
        return [{ key: named.value.trim(), keyPlace: named.at, value: cutOut(fact, { start, end }) }]
      })
    : []

/** The passwords of `SCRAM-SHA-512=[iterations=8192,password=...]`. */
const passwordsOf = (fact: Fact<string>): Setting[] =>
  listOfPairs(fact)
    .flatMap(({ value }) => listOfPairs(value))
    .flatMap(({ key, ...one }) => (key === 'password' ? [{ ...one, key: 'sasl.password', written: key }] : []))

const has = ({ options }: Command, name: string): boolean => options.some(option => option.name === name)

/** What an option is given; what the shell fills in is unresolved. */
const valuesOf = ({ options }: Command, ...names: readonly string[]): Fact<string>[] =>
  options
    .filter(({ name }) => names.includes(name))
    .map(({ value }) => mapFact(fixed(text(value)), one => (/[$`]/.test(one) ? undefined : one)))

/** No writer changes what stands in a command. */
const fixed = (fact: Fact<string>): Fact<string> =>
  fact.state === 'known' ? { state: 'known', value: fact.value, at: fact.at } : fact

/** The machine that a command runs on, whatever its port. */
const here = /^(localhost|127\.0\.0\.1):/

/** The topics that a command makes. */
function readTopics(command: Command): Topic[] {
  const rpk = /^rpk/.test(command.name)
  const set = valuesOf(command, 'X').flatMap(pairOf)
  const [broker] = [
    ...valuesOf(command, 'bootstrap-server', 'broker-list', 'brokers'),
    ...set.flatMap(({ key, value }) => (key === 'brokers' ? [value] : [])),
  ]
  const [zookeeper] = valuesOf(command, 'zookeeper')
  const bootstrap = broker ?? zookeeper
  // ZooKeeper's host is no broker's, but for the one machine that runs both. What nobody sets is what stands in its place.
  const told = bootstrap ? writtenName(bootstrap) : ''
  const written = broker?.state === 'known' ? broker.value : here.exec(fallbackOf(told) ?? told)?.[1]
  const [host] = hostsOf(written ?? '')
  const [container] = valuesOf(command, 'container')
  const reaches = [
    ...hostsOf((bootstrap && knownValue(bootstrap)) ?? fallbackOf(told) ?? ''),
    ...(container ? hostsOf(knownValue(container) ?? fallbackOf(writtenName(container)) ?? '') : []),
  ]
  const made = { ...(rpk ? { engine: 'redpanda' } : {}), ...(reaches.length > 0 ? { reaches } : {}) }
  const names = rpk ? valuesOf(command, 'argument').slice(2) : valuesOf(command, 'topic')
  return names.flatMap((name): Topic[] => {
    const near = placeOf(name)
    const [factor] = rpk ? valuesOf(command, 'r', 'replicas') : valuesOf(command, 'replication-factor')
    return [
      {
        kind: 'topic',
        name,
        file: command.at.document.file,
        extent: extentOf(command.at),
        ...made,
        cluster:
          host !== undefined && bootstrap
            ? { state: 'known', value: host.replace(/:\d+$/, ''), at: placeOf(bootstrap) }
            : { state: 'absent', near },
        partitions: asInteger(
          valuesOf(command, ...(rpk ? ['p', 'partitions'] : ['partitions']))[0] ?? { state: 'absent', near },
        ),
        replicationFactor: factor ? asInteger(factor) : { state: 'absent', near },
        settings: { all: valuesOf(command, 'config', ...(rpk ? ['c', 'topic-config'] : [])).flatMap(pairOf), near },
      },
    ]
  })
}

/** `retention.ms=1000`. */
function pairOf(fact: Fact<string>): Setting[] {
  if (fact.state !== 'known') return []
  const [key, value] = partsOf(fact, '=')
  return key && value ? [{ key: key.value, keyPlace: key.at, value }] : []
}

const resources = ['topic', 'group', 'transactional-id'] as const
const kinds = { topic: 'topic', group: 'group', 'transactional-id': 'transactionalId' } as const

/** What a command lets whom do; without an operation, all. */
function readAcls(command: Command): Entity[] {
  if (!has(command, 'add')) return []
  const [pattern] = valuesOf(command, 'resource-pattern-type')
  const named = valuesOf(command, 'operation')
  const principals = [false, true].flatMap(denies =>
    valuesOf(command, denies ? 'deny-principal' : 'allow-principal').map(principal => ({ principal, denies })),
  )
  return principals.flatMap(({ principal, denies }) => {
    const near = placeOf(principal)
    const words = named.map(knownValue)
    const operations: Fact<readonly string[]> = words.includes(undefined)
      ? { state: 'unresolved', at: near, text: '' }
      : { state: 'known', value: words.length === 0 ? operationsOf(command) : (words as string[]), at: near }
    return resources.flatMap(resource =>
      valuesOf(command, resource).flatMap(name =>
        accessTo(
          { name, file: command.at.document.file, extent: extentOf(command.at) },
          {
            type: kinds[resource],
            prefix: /^prefixed$/i.test((pattern && knownValue(pattern)) ?? ''),
            operations,
            principal,
            owner: knownValue(principal) ?? 'a user',
            denies,
          },
        ),
      ),
    )
  })
}

function operationsOf(command: Command): readonly string[] {
  const both = [has(command, 'consumer') ? ['Read'] : [], has(command, 'producer') ? ['Write'] : []].flat()
  return both.length > 0 ? both : ['All']
}
