import type { Assessment } from '../assess/assessment.ts'
import { topicsCopied, topicsOf } from '../assess/data-flow.ts'
import type { Sender } from '../assess/destination.ts'
import type { PersonalData } from '../assess/personal-data.ts'
import type { Cluster, Connector, ReplicationFlow, Schema, Topic } from '../model/entities.ts'
import { placeOf, valueOf } from '../model/fact.ts'
import type { FileFacts } from '../model/file-facts.ts'
import { clusterOf, nearest } from '../model/link.ts'
import { declaredCells } from './declared.ts'
import { measuresOf } from './measures.ts'
import type { Activity, CellName, ProcessingRecord, Value } from './record.ts'
import { recipientOf, transferOf } from './recipients.ts'
import { retentionWords } from './words.ts'

/** What in the files is a processing activity of its own. */
export type Processing = Topic | Schema | Sender

/** The record of everything that an estate processes: its topics, sinks and mirrors. */
export function recordOf(assess: Assessment, files: Iterable<string>): ProcessingRecord {
  const processings = [...files].flatMap(file => processingsOf(assess, file)).filter(({ kind }) => kind !== 'schema')
  const activities = processings.map(processing => activityOf(processing, assess))
  return { activities: activities.sort((a, b) => compare(a.name, b.name) || compare(a.of, b.of) || compare(a.at.file, b.at.file) || a.at.span.start - b.at.span.start) }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** The processing activities that a file declares. */
export const processingsOf = (assess: Assessment, file: string): Processing[] => (assess.estate.facts(file)?.entities ?? []).filter((entity): entity is Processing => isProcessing(entity, assess))

function isProcessing(entity: FileFacts['entities'][number], assess: Assessment): boolean {
  switch (entity.kind) {
    case 'topic':
    case 'flow':
    case 'schema':
      return true
    case 'connector':
      return assess.direction(entity) !== undefined
    case 'connect-cluster':
    case 'client':
    case 'cluster':
      // Somebody else runs what they talk to.
      return assess.destinations(entity).some(({ provider, countries }) => provider !== undefined || countries.length > 0)
    default:
      return false
  }
}

/** The activity of one topic, connector, mirror or schema. */
export function activityOf(of: Processing, assess: Assessment): Activity {
  const name = valueOf(of.name) ?? 'unnamed'
  const topics = topicsFor(of, assess)
  const data = of.kind === 'schema' ? of.records.flatMap(record => assess.personalData(record)) : of.kind === 'connector' || of.kind === 'flow' ? assess.personalDataAt(of).map(({ data: found }) => found) : topics.flatMap(({ topicName, from }) => dataOf(topicName, from, assess))
  const destinations = of.kind === 'topic' || of.kind === 'schema' ? receiversOf(topics.map(({ topicName }) => topicName), topics.flatMap(({ topic }) => topic ?? []), assess).flatMap(receiver => assess.destination(receiver) ?? []) : assess.destinations(of)
  const proven: Record<CellName, Value[]> = {
    controller: [],
    purposes: [],
    subjects: subjects(data),
    categories: categories(data),
    recipients: destinations.map(recipientOf),
    transfers: destinations.flatMap(transferOf),
    retention: topics.flatMap(({ topic }) => (topic ? [retentionValue(topic, assess)] : [])),
    measures: measuresOf(of, topics.flatMap(({ topic }) => clusterFor(topic, assess)), data, assess),
  }
  const { name: declaredName, cells } = declaredCells(name, of.file, assess)
  const all = Object.fromEntries(Object.entries(proven).map(([cell, values]) => [cell, complete(cell as CellName, [...(cells[cell as CellName] ?? []), ...distinct(values)], of)])) as unknown as Activity['cells']
  return { name: declaredName ?? name, of: `${words[of.kind]} ${name}`, at: placeOf(of.name), cells: all }
}

const words: Readonly<Record<Processing['kind'], string>> = { topic: 'topic', connector: 'connector', flow: 'mirror', schema: 'schema', 'connect-cluster': 'Connect cluster', client: 'client', cluster: 'cluster' }

/** The topics that an activity is about, with their declarations where the workspace has them. */
function topicsFor(of: Processing, assess: Assessment): { topicName: string; topic: Topic | undefined; from: { file: string } }[] {
  const named = (topicName: string): { topicName: string; topic: Topic | undefined; from: { file: string } } => {
    const link = nearest(of, assess.estate.find('topic', topicName))
    return { topicName, topic: link.state === 'linked' ? link.to : undefined, from: of }
  }
  switch (of.kind) {
    case 'topic':
      return [{ topicName: valueOf(of.name) ?? '', topic: of, from: of }]
    case 'connector':
      return topicsOf(of).map(named)
    case 'flow':
      return topicsCopied(of, assess.estate).map(topic => ({ topicName: valueOf(topic.name) ?? '', topic, from: of }))
    case 'schema':
      return [named((valueOf(of.name) ?? '').replace(/-(?:value|key)$/, ''))].filter(({ topic }) => topic !== undefined)
    default:
      return []
  }
}

const dataOf = (topic: string, from: { file: string }, assess: Assessment): PersonalData[] => (assess.schema(topic, from)?.records ?? []).flatMap(record => [...assess.personalData(record)])

/** The sinks and mirrors that take data out of any of these topics. */
function receiversOf(names: readonly string[], topics: readonly Topic[], assess: Assessment): (Connector | ReplicationFlow)[] {
  return [...assess.estate.files()].sort().flatMap(file =>
    (assess.estate.facts(file)?.entities ?? []).filter((entity): entity is Connector | ReplicationFlow => {
      if (entity.kind === 'connector') return assess.direction(entity) !== 'source' && topicsOf(entity).some(topic => names.includes(topic))
      return entity.kind === 'flow' && topicsFor(entity, assess).some(({ topic }) => topic !== undefined && topics.includes(topic))
    }),
  )
}

function clusterFor(topic: Topic | undefined, assess: Assessment): Cluster[] {
  const link = topic && clusterOf(assess.estate, topic)
  return link?.state === 'linked' ? [link.to] : []
}

function subjects(data: readonly PersonalData[]): Value[] {
  return [...new Set(data.map(({ subject }) => subject))].map(subject => ({ text: subject === 'person' ? 'people, not told apart' : `${subject}s`, basis: 'inferred', places: data.filter(found => found.subject === subject).slice(0, 1).map(({ record }) => record.name.at) }))
}

function categories(data: readonly PersonalData[]): Value[] {
  const byCategory = new Map<string, PersonalData[]>()
  for (const found of data) byCategory.set(found.category.id, [...(byCategory.get(found.category.id) ?? []), found])
  return [...byCategory.values()].map(found => {
    const [{ category } = { category: undefined }] = found
    const fields = [...new Set(found.map(({ field }) => field.name.value))].join(', ')
    const stated = found.every(({ grade }) => grade === 'stated' || grade === 'declared')
    return { text: `${category?.one ?? ''} (${fields})${category?.special ? ', a special category' : ''}`, basis: stated ? 'proven' : 'inferred', places: found.map(({ field }) => field.name.at) }
  })
}

function retentionValue(topic: Topic, assess: Assessment): Value {
  const retention = assess.retention(topic)
  return { text: `topic ${valueOf(topic.name) ?? ''}: ${retentionWords(retention)}`, basis: retention.kind === 'unknown' ? 'missing' : 'proven', places: retention.places }
}

const distinct = (values: readonly Value[]): Value[] => values.filter((value, index) => values.findIndex(other => other.text === value.text) === index)

/** Fills what nobody says: missing where it has to be declared, none where the files show that there is none. */
function complete(cell: CellName, values: readonly Value[], of: Processing): readonly Value[] {
  if (values.length > 0) return values
  const none = cell === 'transfers' && of.kind !== 'schema' ? 'none is known from the files' : 'to be declared'
  return [{ text: none, basis: cell === 'transfers' && of.kind !== 'schema' ? 'inferred' : 'missing', places: [] }]
}
