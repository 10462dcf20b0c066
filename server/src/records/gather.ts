import {
  deadLettersOf,
  personalDataAt,
  personalDataBehind,
  personalDataOfTopic,
  mainTopicOf,
  schemaOf,
  topicsOf,
} from '../assess/data-flow.ts'
import { directionOf } from '../assess/connector-kind.ts'
import type { Db } from '../assess/db.ts'
import { mayTellPurpose, revealedBy } from '../assess/naming.ts'
import { ownOfToolBy, partiesOfTopic } from '../assess/parties.ts'
import { activityFor, configurationFor } from '../assess/declared.ts'
import type { ActivityDeclaration } from '../model/configuration.ts'
import type { Connector, Topic } from '../model/entities.ts'
import { mentionsOf } from '../model/mentions.ts'
import { knownValue, placeOf, type Place } from '../model/fact.ts'
import { setting } from '../model/settings.ts'
import { byName } from '../model/link-key.ts'
import { nearest } from '../model/link.ts'
import { baseName, folderName, foldersOf } from '../text/uri.ts'
import { aliasesOf } from './aliases.ts'
import type { Processing } from './cells.ts'

/** What belongs to one activity. */
export interface Gathering {
  /** Undefined where nobody has named it. */
  readonly declaration?: ActivityDeclaration
  /** What it is called where nobody has named it. */
  readonly proposal: string
  readonly members: readonly Processing[]
}

/** What belongs to which activity, and what to none. */
export interface Gathered {
  readonly gatherings: readonly Gathering[]
  /** Topics whose schema shows no personal data. */
  readonly without: readonly Topic[]
  /** Topics whose content no schema tells, nor their names. */
  readonly untold: readonly Topic[]
  /** Topics that tools keep for themselves. */
  readonly own: readonly Topic[]
}

/** Gathers what is processed into activities: as somebody has declared them, else by the family of names that topics with personal data have. `processings` come in the order of the record. */
export function gather(processings: readonly Processing[], db: Db): Gathered {
  const topics = processings.filter(of => of.kind === 'topic')
  const others = processings.filter(of => of.kind !== 'topic')
  const book = openBook()
  const loose = topics.filter(topic => {
    const declared = declaredFor(topic, db)
    for (const one of declared) book.add(keyOf(one), topic, one)
    return declared.length === 0
  })
  const own = new Set(loose.filter(topic => ownOfToolBy(db, topic) !== undefined))
  const rest = loose.filter(topic => !own.has(topic))
  const leaders = new Map(rest.map(topic => [topic, leadersOf(topic, db)]))
  const told = new Set(rest.filter(topic => tellsOfPeople(topic, db)))
  const proposal = proposalsFor([...told])
  const followers = rest.filter(topic => {
    const leads = leaders.get(topic)?.length === 0
    if (leads && told.has(topic)) book.add(proposal(topic), topic)
    return !leads
  })
  const follow = (topic: Topic): boolean => {
    for (const leader of leaders.get(topic) ?? []) for (const key of book.keysOf(leader)) book.add(key, topic)
    return book.keysOf(topic).length > 0
  }
  const left = followers.filter(topic => !follow(topic))
  const names = new Set(topics.filter(topic => told.has(topic) || book.keysOf(topic).length > 0).map(nameOf))
  const addUnless = (named: ReadonlySet<string>, of: Processing): void => {
    const declaration = activityFor(nameOf(of), configurationFor(db, of.file))
    if (declaration) book.add(keyOf(declaration), of, declaration)
    else if (standsAlone(of, named, db)) book.add(`${of.kind} ${nameOf(of)}`, of, undefined, nameOf(of))
  }
  const sources = new Set(others.filter(of => of.kind === 'connector' && directionOf(db, of) === 'source'))
  const takers = others.filter(of => !sources.has(of))
  for (const of of takers) addUnless(names, of)
  // What others take from a source's topics tells where it comes from.
  const read = takers.filter(of => book.keysOf(of).length > 0).flatMap(of => undeclaredTopicsOf(of, db))
  const known = new Set([...names, ...read.map(({ name }) => name)])
  for (const of of sources) addUnless(known, of)
  for (const topic of left) if (!follow(topic) && told.has(topic)) book.add(proposal(topic), topic)
  const idle = rest.filter(topic => book.keysOf(topic).length === 0)
  return {
    gatherings: book.gatherings(),
    without: idle.filter(topic => schemaOf(db, nameOf(topic), topic) !== undefined),
    untold: idle.filter(topic => schemaOf(db, nameOf(topic), topic) === undefined),
    own: [...own],
  }
}

interface Book {
  add(key: string, of: Processing, declaration?: ActivityDeclaration, proposal?: string): void
  keysOf(of: Processing): readonly string[]
  gatherings(): Gathering[]
}

function openBook(): Book {
  const pages = new Map<string, { declaration?: ActivityDeclaration; proposal: string; members: Set<Processing> }>()
  const keys = new Map<Processing, string[]>()
  return {
    add(key, of, declaration, proposal = key) {
      const page = pages.get(key) ?? { ...(declaration ? { declaration } : {}), proposal, members: new Set() }
      if (!page.members.has(of)) keys.set(of, [...(keys.get(of) ?? []), key])
      page.members.add(of)
      pages.set(key, page)
    },
    keysOf: of => keys.get(of) ?? [],
    gatherings: () => [...pages.values()].map(page => ({ ...page, members: [...page.members] })),
  }
}

/** Declarations of one name are one activity. */
const keyOf = ({ name, match }: ActivityDeclaration): string => `declared ${name ?? match}`

/** The name of a processing, without one that of its file; what only another tool can evaluate is shown as it is written. */
export const nameOf = ({ name, file }: Processing): string =>
  name.state === 'unresolved' ? name.text : (knownValue(name) ?? baseName(file))

/** The activities that are declared for a topic: under its own name or its schema's, and under those of groups that read it. */
function declaredFor(topic: Topic, db: Db): ActivityDeclaration[] {
  const configuration = configurationFor(db, topic.file)
  if (!configuration || configuration.record.activities.length === 0) return []
  const schema = schemaOf(db, nameOf(topic), topic)
  const own = activityFor(nameOf(topic), configuration) ?? (schema && activityFor(nameOf(schema), configuration))
  const groups = partiesOfTopic(db, topic).out.filter(({ role }) => role === 'group' || role === 'client')
  return [...new Set([own, ...groups.map(({ name }) => activityFor(name, configuration))])].flatMap(one => one ?? [])
}

/** Whether a topic's schema or its name tells of people. */
const tellsOfPeople = (topic: Topic, db: Db): boolean =>
  personalDataOfTopic(db, topic).length > 0 || nameTellsOfPeople(db, nameOf(topic), topic)

/** What brings a topic its records: the topic whose dead letters, retries or changes it holds by its name, and the sinks that write there what they cannot pass on, with their topics. */
export function leadersOf(topic: Topic, db: Db): Processing[] {
  const sinks = partiesOfTopic(db, topic).into.flatMap(({ of }) =>
    of.kind === 'connector' && deadLettersOf(of) === nameOf(topic) ? [of] : [],
  )
  const mains = [mainTopicOf(nameOf(topic)) ?? '', ...sinks.flatMap(topicsOf)].flatMap(name => {
    const link = nearest(topic, db.estate.find(byName('topic', name)))
    return link.state === 'linked' ? [link.to] : []
  })
  return [...mains.filter(main => main !== topic), ...sinks]
}

/** Topics that a sink reads or a source writes and no file declares, where it names them. */
export function undeclaredTopicsOf(of: Processing, db: Db): { readonly name: string; readonly at: Place }[] {
  if (of.kind !== 'connector') return []
  const named = directionOf(db, of) === 'source' ? topicsWrittenBy(of, db) : topicsReadBy(of)
  return named.filter(({ name }) => nearest(of, db.estate.find(byName('topic', name))).state !== 'linked')
}

function topicsReadBy(of: Connector): { readonly name: string; readonly at: Place }[] {
  const listed = setting(of.settings, 'topics')
  return topicsOf(of).map(name => ({ name, at: placeOf(listed) }))
}

/** A source has no dead letter queue, whatever is set. */
function topicsWrittenBy(of: Connector, db: Db): { readonly name: string; readonly at: Place }[] {
  const unheeded = deadLettersOf(of)
  return mentionsOf(of, db.estate.topicSettings).flatMap(({ what, uses, name, place }) =>
    what === 'topic' && uses.includes('writes') && name !== unheeded ? [{ name, at: place }] : [],
  )
}

/** Whether the name of a topic tells of people, where no schema tells what it holds. */
export const nameTellsOfPeople = (db: Db, name: string, from: Processing): boolean =>
  schemaOf(db, name, from) === undefined && ['special', 'person'].includes(revealedBy(db, name)?.of ?? '')

/** Whether something handles personal data that no activity has yet, or is known to serve a purpose of its own; `taken` are the names of topics that activities have. */
function standsAlone(of: Processing, taken: ReadonlySet<string>, db: Db): boolean {
  if (aliasesOf(of, db).length > 0) return true
  if (of.kind !== 'connector') return false
  return (
    (personalDataAt(db, of).length > 0 && topicsOf(of).some(topic => !taken.has(topic))) ||
    undeclaredTopicsOf(of, db).some(
      ({ name }) =>
        !taken.has(name) && (personalDataBehind(db, name, of).length > 0 || nameTellsOfPeople(db, name, of)),
    )
  )
}

/** What topics with personal data may be one activity: those of one family of names, else of one unit, else of one folder. What all of them share tells none apart. */
function proposalsFor(topics: readonly Topic[]): (topic: Topic) => string {
  const family = familiesOf(topics.map(nameOf))
  const alone = topics.filter(topic => family(nameOf(topic)) === undefined)
  const among = (nameIn: (topic: Topic) => string | undefined, some: readonly Topic[]): ReadonlyMap<Topic, string> => {
    const count = new Map<string, number>()
    for (const topic of some) {
      const name = nameIn(topic)
      if (name !== undefined) count.set(name, (count.get(name) ?? 0) + 1)
    }
    const tellApart = new Set(topics.map(nameIn)).size > 1
    return new Map(
      some.flatMap(topic => {
        const name = nameIn(topic)
        return tellApart && name !== undefined && (count.get(name) ?? 0) > 1 ? [[topic, name] as const] : []
      }),
    )
  }
  const byUnit = among(({ unit }) => unit && knownValue(unit), alone)
  const byFolder = among(
    folderNameAmong(topics),
    alone.filter(topic => !byUnit.has(topic)),
  )
  return topic => family(nameOf(topic)) ?? byUnit.get(topic) ?? byFolder.get(topic) ?? nameOf(topic)
}

/** Names the nearest folder of a file that may be called by what it is for, below the one in which all of them lie. */
function folderNameAmong(topics: readonly Topic[]): (topic: Topic) => string | undefined {
  const [first] = topics
  const shared = first && foldersOf(first.file).find(folder => topics.every(({ file }) => file.startsWith(folder)))
  return ({ file }) =>
    foldersOf(file)
      .filter(folder => shared === undefined || (folder.startsWith(shared) && folder !== shared))
      .map(folderName)
      .find(mayTellPurpose)
}

/** Names families by what names have in common before their last word: `payments.executed` and `payments.failed` are `payments`; undefined for a name that is in none. What all names begin with tells none apart. */
function familiesOf(names: readonly string[]): (name: string) => string | undefined {
  const parts = new Map(names.map(name => [name, name.split(/[._-]/)]))
  const [first = []] = parts.values()
  const all = [...parts.values()]
  const shared = all.length > 2 ? first.findIndex((part, index) => !all.every(one => one[index] === part)) : 0
  const stemOf = (name: string): string | undefined => {
    const words = parts.get(name) ?? []
    const own = words.slice(Math.max(shared, 0)).filter(word => !/^v?\d+$/.test(word))
    return own.length > 1 ? own.slice(0, -1).join('.') : own[0]
  }
  const count = new Map<string, number>()
  for (const name of parts.keys()) {
    const stem = stemOf(name) ?? name
    count.set(stem, (count.get(stem) ?? 0) + 1)
  }
  return name => {
    const stem = stemOf(name) ?? name
    return (count.get(stem) ?? 0) > 1 ? stem : undefined
  }
}
