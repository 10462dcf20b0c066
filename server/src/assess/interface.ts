import type { Schema, SchemaRecord } from '../model/entities.ts'
import { byName, importersOf, schemasIn, servicesBeside, servicesOf } from '../model/link-key.ts'
import { isHappening } from '../text/happening.ts'
import { matchesName } from '../text/match.ts'
import { baseName, folderOf, within, type Uri } from '../text/uri.ts'
import { wordsOf } from '../text/words.ts'
import { query, type Db } from './db.ts'
import { configurationFor } from './declared.ts'

/** More files than these between a message and the service that uses it are not followed. */
const most = 100

/**
 * Whether a record is part of an interface between programs and of no topic that is known: its file declares services, belongs to the package of one that does,
 * is imported by one, also by way of others, or lies among the packages of an owner of services and is not called after what is sent.
 */
export const isOfInterface = query(
  (db, record: SchemaRecord): boolean => !isEvent(db, record) && isInterface(db, record.file),
)

/** Whether a record is plainly something that has happened, in a file that declares no services: `UserCreatedEvent`, or `UserCreated` where package or file are called after events. */
function isEvent(db: Db, { name, file }: SchemaRecord): boolean {
  const words = wordsOf((name.state === 'known' ? name.value : '').replace(/^.*\./, ''))
  const [last = '', before = ''] = words.toReversed()
  const ended = last === 'event' ? before : last
  const [schema] = db.estate.find(schemasIn(file))
  if (words.length < 2 || !schema || schema.serves) return false
  const happened = isHappening(ended)
  const speaks = (): boolean =>
    wordsOf(`${schema.space ?? ''}.${baseName(file)}`).some(word => word === 'event' || word === 'events')
  return last === 'event' ? happened || speaks() : happened && speaks()
}

const isInterface = query((db, file: Uri): boolean => {
  const [schema] = db.estate.find(schemasIn(file))
  return schema !== undefined && !isOfTopic(db, schema) && (servedBy(db, schema) || isAmongServices(db, schema))
})

/** Walks from a schema to those that import it, until one declares services. */
function servedBy(db: Db, schema: Schema): boolean {
  const seen = new Set<Uri>([schema.file])
  const open = [schema]
  for (let next = open.pop(); next && seen.size <= most; next = open.pop()) {
    const { space, serves, file } = next
    if (serves || (space !== undefined && db.estate.find(servicesOf(space)).length > 0)) return true
    for (const importer of db.estate.find(importersOf(baseName(file))))
      if (!seen.has(importer.file) && importer.imports?.some(path => file.endsWith(`/${path}`))) {
        seen.add(importer.file)
        open.push(importer)
      }
  }
  return false
}

/** Whether other packages of the same owner declare services, and neither package nor file says that it is for events. */
const isAmongServices = (db: Db, { space, file }: Schema): boolean =>
  space?.includes('.') === true &&
  !wordsOf(`${space}.${baseName(file)}`).some(word => sent.has(word)) &&
  db.estate.find(servicesBeside(space)).some(other => db.estate.rootOf(other.file) === db.estate.rootOf(file))

/** What packages are called that hold what is sent, rather than what is asked. */
const sent: ReadonlySet<string> = new Set([
  ...['event', 'events', 'kafka', 'topic', 'topics', 'stream', 'streams', 'streaming', 'queue', 'bus', 'cdc'],
  ...['record', 'records', 'fact', 'facts', 'log', 'logs', 'ereignis', 'ereignisse', 'evenement', 'evenements'],
])

/** Whether a topic has the name of the schema, or the configuration gives the schema to one. */
export function isOfTopic(db: Db, { name, file }: Schema): boolean {
  const subject = name.state === 'known' ? name.value.replace(/-(?:value|key)$/, '') : ''
  const configuration = configurationFor(db, file)
  const given = configuration?.topics.some(
    ({ match, schema }) =>
      matchesName(match, subject) || (schema !== undefined && within(folderOf(configuration.file), schema) === file),
  )
  return given === true || db.estate.find(byName('topic', subject)).length > 0
}
