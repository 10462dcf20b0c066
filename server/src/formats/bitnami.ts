import type { Cluster, Entity, Listener, Topic } from '../model/entities.ts'
import { placeOf, knownValue, type Fact, type Known, type Place, type Unresolved } from '../model/fact.ts'
import type { Setting, Settings } from '../model/settings.ts'
import { isInside } from '../text/hosts.ts'
import { baseName } from '../text/uri.ts'
import { down, entries, inside, isThere, items, reportingAt } from './cursor.ts'
import { isKeptInside } from './kubernetes-resource.ts'
import { extentOf, type Cursor } from './position.ts'
import { authenticationOf } from './properties/listeners.ts'
import { folderTitle } from './title.ts'
import { boolean, integer, settings, switchedOffBy, text, texts, turnedOff } from './values.ts'

/** Settings that the chart had as values of their own, before it took any: `offsetsTopicReplicationFactor`. */
const values =
  /^(?:autoCreateTopicsEnable|defaultReplicationFactor|offsetsTopicReplicationFactor|transactionStateLog(?:ReplicationFactor|MinIsr)|logRetentionHours)$/

/** Reads the values of Bitnami's chart of Kafka, at the root or below the name of a part of another chart. */
export function readBitnami(root: Cursor): readonly Entity[] {
  if (isThere(down(root, 'apiVersion'))) return []
  const all = switchedOffBy(root)
  return chartsIn(root).flatMap(chart => turnedOff(readChart(chart, root), all ?? switchedOffBy(chart)))
}

/** The parts of values that are those of the chart: all of them, or what stands below the name of a part. */
export const chartsIn = (root: Cursor): Cursor[] => [root, ...entries(root)].filter(isChart)

/** Whether a text can hold values of the chart: one of the words by which they are told. */
export const mayBeChart = (text: string): boolean =>
  /kafka|kraft|interBroker|offsetsTopicReplicationFactor|clientProtocol|overrideConfiguration|partitions|replicationFactor/i.test(
    text,
  ) ||
  (text.includes('listeners') && text.includes('protocol'))

/** Whether values are those of the chart. */
export const isChart = (chart: Cursor): boolean =>
  ['interbroker', 'interBroker'].some(name => isThere(down(chart, 'listeners', name))) ||
  ['client', 'controller'].some(name => isThere(down(chart, 'listeners', name, 'protocol'))) ||
  (isThere(down(chart, 'kraft')) &&
    ['controller', 'broker'].some(part => isThere(down(chart, part, 'replicaCount')))) ||
  isThere(down(chart, 'offsetsTopicReplicationFactor')) ||
  ['clientProtocol', 'interBrokerProtocol'].some(key => isThere(down(chart, 'auth', key))) ||
  items(down(chart, 'provisioning', 'topics')).some(
    topic => isThere(down(topic, 'partitions')) || isThere(down(topic, 'replicationFactor')),
  ) ||
  ['controller', 'broker'].some(
    part =>
      isThere(down(chart, part, 'overrideConfiguration')) ||
      (isThere(down(chart, 'overrideConfiguration')) && isThere(down(chart, part, 'replicaCount'))),
  ) ||
  isPartCalledKafka(chart)

/** Whether a chart has a part that is called as the chart of Kafka is, and tells it how many run and whether their disks last. */
const isPartCalledKafka = (chart: Cursor): boolean =>
  'name' in chart &&
  /^(?:[\w-]+-)?kafka$/i.test(String(chart.name)) &&
  isThere(down(chart, 'persistence', 'enabled')) &&
  [chart, down(chart, 'controller'), down(chart, 'broker')].some(part => isThere(down(part, 'replicaCount')))

function readChart(values: Cursor, root: Cursor): readonly Entity[] {
  const at = values.key ?? entries(values)[0]?.key ?? values.near
  const name: Known<string> = {
    state: 'known',
    value: 'name' in values ? String(values.name) : (folderTitle(values.document) ?? 'kafka'),
    at,
  }
  const chart = reportingAt(values, at)
  const named = { name, file: values.document.file, extent: extentOf(values) }
  const absent = { state: 'absent', near: at } as const
  const cluster: Cluster = {
    kind: 'cluster',
    ...named,
    engine: { ...name, value: 'kafka' },
    version: absent,
    brokers: brokersOf(chart),
    storage: storageOf(chart),
    listeners: [...readListeners(chart), ...readEarlierListeners(chart)],
    authorization: absent,
    settings: settingsOf(chart),
    ...(isShipped(root) ? { shipped: true } : {}),
  }
  return [cluster, ...readTopics(chart, name)]
}

/** Whether these are the values that a chart comes with: under the name that a chart reads by itself, and only those leave open what an installation is to be called. */
const isShipped = (root: Cursor): boolean =>
  /^values\.ya?ml$/i.test(baseName(root.document.file)) &&
  ['nameOverride', 'fullnameOverride'].some(key => {
    const { tree } = down(root, key)
    return tree?.kind === 'scalar' && tree.text === ''
  })

/** Controllers are brokers too unless they are kept apart; earlier charts had one number. */
function brokersOf(chart: Cursor): Fact<number> {
  const [controllers, brokers, all] = [
    integer(down(chart, 'controller', 'replicaCount')),
    integer(down(chart, 'broker', 'replicaCount')),
    integer(down(chart, 'replicaCount')),
  ]
  if (controllers.state === 'absent' && brokers.state === 'absent') return all
  const apart = boolean(down(chart, 'controller', 'controllerOnly'))
  const open = [controllers, brokers, apart].find(fact => fact.state === 'unresolved')
  if (open?.state === 'unresolved') return open
  // The chart's own defaults: three controllers, no further broker.
  const count = (knownValue(apart) ? 0 : (knownValue(controllers) ?? 3)) + (knownValue(brokers) ?? 0)
  return { state: 'known', value: count, at: placeOf(controllers.state === 'known' ? controllers : brokers) }
}

/** Whether the nodes that keep records have disks that outlive them: the chart gives them some unless it is told not to. */
const storageOf = (chart: Cursor): Fact<string>[] =>
  [chart, ...['controller', 'broker'].map(part => down(chart, part)).filter(keepsRecords)].flatMap(part => {
    const enabled = boolean(down(part, 'persistence', 'enabled'))
    return enabled.state === 'known' && !enabled.value ? [{ state: 'known', value: 'ephemeral', at: enabled.at }] : []
  })

/** How its listeners were told before the chart had a list of them (until 23): plaintext, tls, mtls, sasl or sasl_tls each; an empty one for clients outside is that for clients. */
const earlier = [
  ['interBrokerProtocol', 'internal', 'internal'],
  ['clientProtocol', 'client', 'internal'],
  ['externalClientProtocol', 'external', undefined],
] as const

const readEarlierListeners = (chart: Cursor): Listener[] =>
  earlier.flatMap(([key, name, type]): Listener[] => {
    const protocol = text(down(chart, 'auth', key))
    const isOff = name === 'external' && isInsideOnly(chart)
    if (isOff || protocol.state !== 'known' || protocol.value === '') return []
    const { at, value } = protocol
    const known = <T>(one: T): Fact<T> => ({ state: 'known', value: one, at })
    return [
      {
        name: known(name),
        ...(type ? { type: known(type) } : wayIn(chart, at)),
        encrypted: known(/tls/.test(value)),
        authentication: /sasl|mtls/.test(value)
          ? known(/sasl/.test(value) ? 'sasl' : 'tls')
          : { state: 'absent', near: at },
      },
    ]
  })

/** How clients outside reach the brokers, and who of them: by services of which the chart has one for all, or one for each of its parts. */
function wayIn(chart: Cursor, near: Place): Pick<Listener, 'type' | 'allowed' | 'private'> {
  const access = down(chart, 'externalAccess')
  const type: Listener['type'] = { state: 'absent', near }
  if (knownValue(boolean(down(access, 'enabled'))) !== true) return { type }
  const services = [access, down(access, 'controller'), down(access, 'broker')].map(part => down(part, 'service'))
  const service = services.find(one => isThere(down(one, 'type')))
  const kind = service && text(down(service, 'type'))
  if (!service || kind?.state !== 'known') return { type }
  const addresses = items(down(service, 'loadBalancerIPs')).map(one => knownValue(text(one)) ?? '')
  const ranges = down(service, 'loadBalancerSourceRanges')
  return {
    type: { ...kind, value: kind.value.toLowerCase() },
    allowed:
      isThere(ranges) && items(ranges).length === 0
        ? { state: 'absent', near: kind.at }
        : texts(reportingAt(ranges, kind.at)),
    private: isKeptInside(down(service, 'annotations')) || (addresses.length > 0 && addresses.every(isInside)),
  }
}

/** Whether the chart opens nothing to clients outside: it does so only where it is told to. */
function isInsideOnly(chart: Cursor): boolean {
  const told = boolean(down(chart, 'externalAccess', 'enabled'))
  return told.state === 'absent' || knownValue(told) === false
}

/** The keys under which the chart takes a text of settings. */
export const chartTexts: readonly string[] = ['config', 'extraConfig']

/** Whether there are nodes of a part of the chart that keep records: none with zero replicas, or of controllers alone. */
const keepsRecords = (part: Cursor): boolean =>
  knownValue(integer(down(part, 'replicaCount'))) !== 0 && knownValue(boolean(down(part, 'controllerOnly'))) !== true

function settingsOf(chart: Cursor): Settings {
  const parts = [chart, ...['controller', 'broker'].map(part => down(chart, part)).filter(keepsRecords)]
  const bags = [
    ...parts.flatMap(part => chartTexts.flatMap(key => inside(down(part, key), 'properties'))),
    ...parts.map(part => down(part, 'overrideConfiguration')),
    chart,
  ].map(cursor => settings(cursor))
  const all = bags
    .flatMap(bag => bag.all)
    .flatMap((one): Setting[] => {
      if (one.key.includes('.')) return [one]
      const key = one.key.replace(/[A-Z]/g, letter => `.${letter.toLowerCase()}`)
      return values.test(one.key) ? [{ ...one, key, written: one.key }] : []
    })
  // What the chart itself sets is not seen, nor what another file of values, a variable or a ConfigMap does.
  const open: Unresolved = bags.find(bag => bag.open)?.open ?? {
    state: 'unresolved',
    at: chart.near,
    text: 'what the chart sets',
  }
  return { all: [...all, ...passwordsOf(chart)], near: chart.near, open, refers: 'secret' }
}

/** Those whom the chart gives a password: it has called them so in one generation and the other. */
const accounts = [
  ['sasl', 'client'],
  ['sasl', 'interbroker'],
  ['sasl', 'controller'],
  ['sasl', 'zookeeper'],
  ['auth', 'sasl', 'jaas'],
  ['auth', 'sasl', 'interBroker'],
] as const

/** The passwords that stand in values: one, or those of several users in a list or behind commas. */
const passwordsOf = (chart: Cursor): Setting[] =>
  accounts.flatMap(path =>
    entries(down(chart, ...path)).flatMap((entry): Setting[] => {
      const { key, name } = entry
      if (!key || !/passwords?$/i.test(name)) return []
      const written = [...path, name].join('.')
      return (entry.tree?.kind === 'list' ? items(entry) : [entry])
        .map(one => text(one))
        .flatMap(value =>
          value.state === 'known' && value.value !== ''
            ? [{ key: written.replace(/s$/, ''), written, keyPlace: key, value }]
            : [],
        )
    }),
  )

function readListeners(chart: Cursor): Listener[] {
  return entries(down(chart, 'listeners')).flatMap((listener): Listener[] => {
    const protocol = text(down(listener, 'protocol'))
    const isOff = listener.name === 'external' && isInsideOnly(chart)
    if (listener.name === 'controller' || isOff || switchedOffBy(listener)) return []
    if (protocol.state !== 'known' || !listener.key) return []
    const [{ at }, upper] = [protocol, protocol.value.toUpperCase()]
    const known = <T>(value: T): Fact<T> => ({ state: 'known', value, at })
    return [
      {
        name: { state: 'known', value: listener.name, at: listener.key },
        ...(listener.name === 'external' ? wayIn(chart, at) : { type: known('internal') }),
        encrypted: known(upper.endsWith('SSL')),
        authentication: authenticationOf(upper, clientAuthAt(chart, listener), at),
      },
    ]
  })
}

/** Whether a listener asks for certificates: what it says itself, else what holds for all. The chart has them required. */
function clientAuthAt(chart: Cursor, listener: Cursor): Fact<string> {
  const told = [down(listener, 'sslClientAuth'), ...['sslClientAuth', 'clientAuth'].map(key => down(chart, 'tls', key))]
    .map(one => text(one))
    .find(one => one.state !== 'absent' && knownValue(one) !== '')
  return told ?? { state: 'unresolved', at: chart.near, text: 'what the chart sets' }
}

/** Topics that the chart makes once it is installed; without a factor of their own they have that of all of them. */
function readTopics(chart: Cursor, cluster: Known<string>): readonly Topic[] {
  const provisioning = down(chart, 'provisioning')
  const common = integer(down(provisioning, 'replicationFactor'))
  const topics = items(down(provisioning, 'topics')).map((topic): Topic => {
    const name = text(down(topic, 'name'))
    const own = integer(down(reportingAt(topic, placeOf(name)), 'replicationFactor'))
    return {
      kind: 'topic',
      name,
      file: topic.document.file,
      extent: extentOf(topic),
      cluster: { ...cluster, at: placeOf(name) },
      replicationFactor: own.state === 'absent' && common.state !== 'absent' ? common : own,
      settings: settings(down(topic, 'config')),
    }
  })
  return turnedOff(topics, switchedOffBy(provisioning))
}
