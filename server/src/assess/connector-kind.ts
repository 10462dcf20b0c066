import type { ConnectorKind } from '../knowledge/connectors.ts'
import type { Connector } from '../model/entities.ts'
import { knownValue } from '../model/fact.ts'
import type { Library } from './db.ts'

/** What the class of a connector means; guessed where nobody has described it, undefined where nothing tells that it takes data out. */
export function connectorKindOf({ knowledge }: Library, connector: Connector): ConnectorKind | undefined {
  const className = knownValue(connector.class)
  return className === undefined ? undefined : (knowledge.connectors.get(className) ?? guessKind(className, connector))
}

/** Whether a connector takes data out of Kafka, brings it in or copies it on; undefined where neither its class nor its settings tell. */
export const directionOf = (library: Library, connector: Connector): ConnectorKind['direction'] | undefined =>
  connectorKindOf(library, connector)?.direction ??
  (/source/i.test(simpleName(knownValue(connector.class) ?? '')) || isSetAsSource(connector) ? 'source' : undefined)

/** Whether settings are there that Connect, or the framework of Debezium, takes for sources alone. */
const isSetAsSource = ({ settings }: Connector): boolean => settings.all.some(({ key }) => ofSources.test(key))

/** Settings of sources: Kafka's SourceConnectorConfig and ConnectorConfig (4.3), Debezium's CommonConnectorConfig and HistorizedRelationalDatabaseConnectorConfig (3.3). */
const ofSources =
  /^(?:topic\.creation\.|producer\.override\.|exactly\.once\.support$|transaction\.boundary(?:\.|$)|offsets\.storage\.topic$|snapshot\.mode$|schema\.history\.internal\b|database\.history\b)/

/** Whether Confluent Cloud runs a connector: the group of a sink is then called by the connector's id, `connect-lcc-...`, whatever its name. */
export const isRunByConfluent = ({ settings }: Connector): boolean => settings.all.some(({ key }) => accounts.has(key))

/** How a connector of Confluent Cloud signs in at its own cluster; no other worker asks for it. */
const accounts: ReadonlySet<string> = new Set(['kafka.auth.mode', 'kafka.api.key', 'kafka.service.account.id'])

/** By the words of the class, and by the endings of the keys. */
function guessKind(className: string, { settings }: Connector): ConnectorKind | undefined {
  const simple = simpleName(className)
  const sends =
    /sink/i.test(simple) ||
    (!/source/i.test(simple) && settings.all.some(({ key }) => key === 'topics' || key === 'topics.regex'))
  if (!sends) return undefined
  const keys = settings.all.map(({ key }) => key).filter(key => !beside.test(key))
  return {
    classes: [],
    direction: 'sink',
    service: simple,
    endpoints: keys.filter(key => endpoint.test(key)),
    regions: keys.filter(key => region.test(key)),
    containers: [],
    verified: false,
    source: '',
  }
}

/** Keys that name something else than what the connector writes to. */
const beside =
  /(?:converter|transforms|predicates|registry|proxy|override|schema\.history|deadletterqueue|reporter|confluent|oauth|token|ssl|sasl)\b/i
const endpoint =
  /(?:^|[._-])(?:url|uri|uris|host|hosts|hostname|endpoint|endpoints|server|servers|domain|site|instance)$/i
const region = /(?:^|[._-])region(?:[._-]name)?$/i

/** The last segment of a class name. */
export const simpleName = (className: string): string => className.slice(className.lastIndexOf('.') + 1)
