import type { Connector } from '../model/entities.ts'
import { knownValue, placeOf, type Place } from '../model/fact.ts'
import { setting, spelling, writtenAs, type Settings } from '../model/settings.ts'
import { compileJavaPattern } from '../text/java-pattern.ts'
import { entriesOf } from '../text/list.ts'
import { isCapturing } from '../model/captured-topics.ts'
import { mentionsOf, tablesOf } from '../model/mentions.ts'
import { connectorKindOf, directionOf } from './connector-kind.ts'
import { deadLettersOf } from './data-flow.ts'
import type { Db, Library } from './db.ts'

/** That a connector takes more than anybody has listed. */
export interface Unlisted {
  /** none: nothing is chosen. schemas: databases or schemas are, and all of their tables. except: tables are left out, and all others taken. all: the list takes everything. */
  readonly how: 'none' | 'schemas' | 'except' | 'all'
  readonly at: Place
  readonly key: string
  readonly value: string
}

/** Whether change capture takes every table or collection; undefined where it lists them, or a placeholder or the database's own publication may. */
export function unlistedBy(library: Library, { settings, class: type, name }: Connector): Unlisted | undefined {
  const keys = library.knowledge.connectors.get(knownValue(type) ?? '')?.captures
  const publication = knownValue(setting(settings, 'publication.autocreate.mode'))
  if (!keys || settings.open || publication === 'disabled') return undefined
  const chosen = [...keys, ...asBefore(settings, keys)].flatMap(key => {
    const value = setting(settings, key)
    return value.state === 'absent' ? [] : [{ key, value }]
  })
  const lists = chosen.filter(({ key }) => /^(?:table|collection)\./.test(key))
  const list = lists.find(({ key }) => takes.test(key))
  const [broader] = [...lists, ...chosen]
  if (list) {
    const { key, value } = list
    const all = lists.length === 1 && value.state === 'known' && listsAll(value.value)
    return all ? { how: 'all', at: value.at, key: spelling(settings, key) ?? key, value: value.value } : undefined
  }
  if (!broader) return { how: 'none', at: placeOf(name), key: keys.find(key => isList.test(key)) ?? '', value: '' }
  const { key, value } = broader
  const how = lists.length > 0 ? 'except' : 'schemas'
  return { how, at: placeOf(value), key: spelling(settings, key) ?? key, value: knownValue(value) ?? '' }
}

/** A list of what is taken, rather than of what is left out. */
const takes = /\.(?:include\.list|whitelist)$/

/** The names that Debezium had for the lists before 1.3, and took until 2.0, which asks for `topic.prefix`. Source: Debezium 2.0 release notes, removed properties. */
const asBefore = (settings: Settings, keys: readonly string[]): readonly string[] =>
  setting(settings, 'topic.prefix').state === 'absent'
    ? keys.map(key => key.replace(/\.include\.list$/, '.whitelist').replace(/\.exclude\.list$/, '.blacklist'))
    : []

/** Whether some entry of a list of patterns takes all tables, of some schema or of any: `.*`, `public.*`, `shop\..*`, `public.(.*)`. */
const listsAll = (list: string): boolean =>
  list
    .split(',')
    .map(entry => entry.trim().replace(/\((?:\?:)?|\)/g, ''))
    .some(entry => /^(?:(?:[\w-]+|\.[*+])\\?\.)?\.?[*+]$/.test(entry))

/** What a source brings in that no topic is known to hold. tables: those that it lists. unlisted: tables that no list names, of the databases or schemas of `names` where these are chosen. query: what a query selects. unknown: nothing tells. */
export interface Untold {
  readonly how: 'tables' | 'unlisted' | 'query' | 'unknown'
  readonly names: readonly string[]
  readonly at: Place
}

/** What a source brings in that no topic is known to hold; undefined where topics are known for all of it. */
export function untoldBy(db: Db, connector: Connector): Untold | undefined {
  if (directionOf(db, connector) !== 'source') return undefined
  const { topicSettings } = db.estate
  const { settings, name } = connector
  const chosen = connectorKindOf(db, connector)?.captures ?? []
  const lists = [
    ...topicSettings.flatMap(({ key, captures }) => (captures && isCapturing(connector, captures) ? [key] : [])),
    ...chosen.filter(key => isList.test(key)),
  ]
  if (lists.length === 0)
    return writesNamed(db, connector) ? undefined : { how: 'unknown', names: [], at: placeOf(name) }
  const query = writtenAs(settings, 'query')
  if (query) return { how: 'query', names: [], at: placeOf(query.value) }
  const list = lists.map(key => setting(settings, key)).find(({ state }) => state !== 'absent')
  if (list) {
    if (list.state !== 'known') return { how: 'unknown', names: [], at: placeOf(list) }
    const tables = tablesOf(connector, topicSettings) ?? entriesOf(list.value).map(table => ({ name: table }))
    const names = tables.flatMap(table => ('topic' in table && table.topic !== undefined ? [] : [table.name]))
    return names.length === 0 ? undefined : { how: 'tables', names, at: list.at }
  }
  const broader = chosen
    .filter(key => key.endsWith('.include.list'))
    .map(key => setting(settings, key))
    .find(({ state }) => state === 'known')
  return {
    how: 'unlisted',
    names: entriesOf((broader && knownValue(broader)) ?? ''),
    at: placeOf(broader ?? name),
  }
}

const isList = /^(?:table|collection)\.include/

/** Whether a source says by name to which topic it writes; one has no dead letters, whatever is set. */
const writesNamed = ({ estate }: Db, connector: Connector): boolean =>
  mentionsOf(connector, estate.topicSettings).some(
    ({ what, uses, name }) => what === 'topic' && uses.includes('writes') && name !== deadLettersOf(connector),
  )

/** The pattern by which a sink takes every topic, those included that come later; exceptions do not change that. */
export function everyTopicOf(db: Db, connector: Connector): { at: Place; value: string } | undefined {
  const pattern = setting(connector.settings, 'topics.regex')
  if (pattern.state !== 'known' || connectorKindOf(db, connector)?.direction !== 'sink') return undefined
  const compiled = compileJavaPattern(pattern.value.trim())
  // No one has topics of these names: what takes them takes any.
  return strangers.every(topic => compiled?.matches(topic))
    ? { at: pattern.at, value: pattern.value.trim() }
    : undefined
}

const strangers = ['q7', 'Zx-19_k', 'w.v.u', '0']
