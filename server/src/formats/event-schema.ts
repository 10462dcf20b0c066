import data from '../knowledge/names.yaml'
import { knownValue } from '../model/fact.ts'
import { isHappening } from '../text/happening.ts'
import { baseName, type Uri } from '../text/uri.ts'
import { wordsOf } from '../text/words.ts'
import { down, entries, items } from './cursor.ts'
import type { Cursor, Lying } from './position.ts'
import { text } from './values.ts'

type Words = 'subjects' | 'agreements' | 'interfaces' | 'asked' | 'orders'
const { events } = data() as { events: Readonly<Record<Words, readonly string[]>> }
const [subjects, agreements, interfaces] = [
  new Set(events.subjects),
  new Set(events.agreements),
  new Set(events.interfaces),
]
const [asked, orders] = [new Set(events.asked), new Set(events.orders)]

/**
 * Whether a JSON Schema is of an event. Most describe configurations, forms or what interfaces are asked, and are left alone: an event's says so,
 * by the folder that it lies in, by what it is called, or by the envelope that its fields are.
 */
export function isOfEvent(root: Cursor): boolean {
  const at = root.document
  if (!isSchema(root) || isAsked(baseName(at.file)) || foldersIn(at).some(isOfInterface)) return false
  const titles = ['title', '$id', 'id'].flatMap(key => knownValue(text(down(root, key))) ?? [])
  return isNamedAsEvent(at) || hasEnvelope(root) || titles.some(isEventName)
}

/** Whether a text that does not name JSON Schema can be a schema of an event: by its path, or by a field of an envelope. */
export const mayBeOfEvent = (at: Lying, source: string): boolean =>
  !source.includes('json-schema.org/') && source.includes('"object"') && (isNamedAsEvent(at) || envelope.test(source))

/** Whether a text that names JSON Schema can be one of an event: by its path, by a title, or by a field of an envelope. */
export const mayTellOfEvent = (at: Lying, source: string): boolean =>
  isNamedAsEvent(at) ||
  oneOfEnvelope.test(source) ||
  [...source.matchAll(title)].some(([, name = '']) => isEventName(name))

/** A field of the envelope of an event, in whatever spelling; of CloudEvents, the version. */
const oneOfEnvelope = /event[^a-z"]*(?:id|uuid|type|name)[^a-z"]*"|spec[^a-z"]*version[^a-z"]*"/i
const title = /"(?:title|\$id|id)"\s*:\s*"((?:[^"\\]|\\.)*)"/g

/** Whether a document is a schema of objects, rather than data that has properties. */
function isSchema(root: Cursor): boolean {
  const says = isOfJsonSchema(root) || knownValue(text(down(root, 'type'))) === 'object'
  return says && [root, ...branchesOf(root)].some(part => entries(down(part, 'properties')).some(isType))
}

const isOfJsonSchema = (root: Cursor): boolean =>
  knownValue(text(down(root, '$schema')))?.includes('json-schema.org') === true

const branchesOf = (root: Cursor): Cursor[] => items(down(root, 'allOf'))

const isType = (property: Cursor): boolean =>
  ['type', '$ref', 'enum', 'const', 'oneOf', 'anyOf', 'allOf', 'properties'].some(key => down(property, key).key)

/** Whether a path says that a file is of events: by its folders, or by its own name. */
function isNamedAsEvent(at: Lying): boolean {
  const name = baseName(at.file)
  const folders = foldersIn(at)
  if (isAsked(name) || folders.some(isOfInterface)) return false
  return folders.some(isOfEventSchemas) || (folders.some(isOfEvents) && !isOrder(name)) || isEventName(name)
}

/** The words of the folders that hold a file, from the one under review, which is called like its repository. */
const foldersIn = ({ file, root = '' as Uri }: Lying): string[][] =>
  file
    .slice(Math.max(root.lastIndexOf('/', root.length - 2), 0))
    .split('/')
    .slice(0, -1)
    .map(wordsOf)

/** Folders are called `event-schema`, `domain_event_contracts` or `topic_schemas`. */
const isOfEventSchemas = (words: readonly string[]): boolean =>
  words.some(word => subjects.has(word)) && words.some(word => agreements.has(word))

/** Folders are called `events` or `domain-events`; an `event` may be a concert. */
const isOfEvents = (words: readonly string[]): boolean => words.at(-1) === 'events'

/** Folders that hold what interfaces and forms take, and nothing else. */
const isOfInterface = (words: readonly string[]): boolean =>
  words.length > 0 && words.every(word => interfaces.has(word))

/** Whether a name is that of an event: `user-registered-event`, `UserRegisteredEvent`, `shop.user.registered.v1`. */
function isEventName(name: string): boolean {
  const own = name
    .replace(/^.*\//, '')
    .replace(/\.json(?:schema)?$/i, '')
    .replace(/[-_.]schema$/i, '')
    .replace(/[-_.]v?\d+(?:[-_.]\d+)*$/i, '')
  const words = wordsOf(own)
  const last = words.at(-1) ?? ''
  if (words.length < 2 || isAsked(own)) return false
  return last === 'event' || last === 'events' || (own.split('.').length > 2 && isHappening(last))
}

/** Whether a name is that of what a program is asked or answers, of a form or a configuration. */
const isAsked = (name: string): boolean => wordsOf(name).some(word => asked.has(word))

/** Whether a name says what is to be done, rather than what has happened. */
const isOrder = (name: string): boolean => wordsOf(name).some(word => orders.has(word))

/** A field that says which event this is. */
const envelope = /"event_?(?:id|uuid|type|name)"\s*:\s*\{/i

const which = /^event(?:id|uuid)$/
const what = /^event(?:type|name)$/
const when =
  /^(?:occurred(?:at|on)|event(?:time|timestamp|date|datetime)|timestamp(?:event|utc)?|emittedat|producedat|publishedat)$/

/** Whether the fields of a schema are those of an event: two of which event, what and when, or those of CloudEvents. */
function hasEnvelope(root: Cursor): boolean {
  const names = [root, ...branchesOf(root)].flatMap(part =>
    entries(down(part, 'properties')).map(({ name }) => name.toLowerCase().replace(/[^a-z]/g, '')),
  )
  const has = (pattern: RegExp): boolean => names.some(name => pattern.test(name))
  return (
    (has(which) && (has(what) || has(when))) ||
    (has(what) && has(when)) ||
    ['specversion', 'source', 'type', 'id'].every(name => names.includes(name))
  )
}
