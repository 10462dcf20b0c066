import { categoryName } from '../assess/category-message.ts'
import { personalDataAt, personalDataIn, personalDataOfTopic, schemaOf } from '../assess/data-flow.ts'
import type { Db } from '../assess/db.ts'
import { maskingsOf, reaches } from '../assess/masking.ts'
import { placeHint } from '../assess/place-messages.ts'
import type { PersonalData } from '../assess/personal-data.ts'
import { destinationOf } from '../assess/residency.ts'
import type { Connector, ReplicationFlow, Schema, SchemaRecord, Topic } from '../model/entities.ts'
import { placeOf, type Place } from '../model/fact.ts'
import { compareTexts } from '../text/order.ts'
import { say, type Message } from '../words/message.ts'
import type { Change } from './change.ts'
import { entitiesOf, nameOf, pairsOf, type Pair, type Side } from './pairs.ts'

/** Which personal data is new or gone: in topics, in schemas that belong to none, and at those who receive it. */
export function personalDataChanges(before: Side, after: Side): Change[] {
  return [
    ...pairsOf('topic', before, after).flatMap(pair =>
      held(pair, holder('topic', pair), topic => topic && ofTopic(pair, topic, before.db, after.db)),
    ),
    ...recordChanges(before, after),
    ...pairsOf('connector', before, after).flatMap(pair => received(pair, before.db, after.db)),
    ...pairsOf('flow', before, after).flatMap(pair => received(pair, before.db, after.db)),
  ]
}

/** Data of one category. */
interface Held {
  readonly category: PersonalData['category']
  readonly fields: readonly string[]
  readonly at: Place
}

function byCategory(data: readonly PersonalData[]): Map<string, Held> {
  const found = new Map<string, Held>()
  for (const { category, field } of data) {
    const known = found.get(category.id)
    const name = field.name.value
    if (!known) found.set(category.id, { category, fields: [name], at: field.name.at })
    else if (!known.fields.includes(name)) found.set(category.id, { ...known, fields: [...known.fields, name] })
  }
  return found
}

const holder = (
  kind: 'topic' | 'record' | 'connector' | 'flow',
  { before, after }: Pair<{ name: Topic['name'] }>,
): Message => {
  const one = after ?? before
  return say('delta.named', { kind, name: one ? nameOf(one) : '' })
}

/** What somebody holds before and after, compared by categories. */
function held<E>(
  pair: Pair<E>,
  who: Message,
  dataOf: (one: E | undefined) => readonly PersonalData[] | undefined,
): Change[] {
  const [old, now] = [byCategory(dataOf(pair.before) ?? []), byCategory(dataOf(pair.after) ?? [])]
  const come = [...now].filter(([id]) => !old.has(id)).map(([, one]) => one)
  const gone = pair.after ? [...old].filter(([id]) => !now.has(id)).map(([, one]) => one) : []
  return [
    ...come.map(
      ({ category, fields, at }): Change => ({
        kind: category.special ? 'special' : 'personal-data',
        level: category.special ? 'warning' : 'information',
        message: say('delta.categoryNew', { who, category: categoryName(category), fields }),
        because: [],
        after: at,
      }),
    ),
    ...gone.map(
      ({ category, fields, at }): Change => ({
        kind: 'personal-data',
        level: 'hint',
        message: say('delta.categoryGone', { who, category: categoryName(category), fields }),
        because: [],
        before: at,
      }),
    ),
  ]
}

const ofTopic = (pair: Pair<Topic>, topic: Topic, before: Db, after: Db): readonly PersonalData[] =>
  personalDataOfTopic(topic === pair.after ? after : before, topic)

/** Schemas that no declared topic has: what they hold is said of them themselves. And tags that somebody has taken away. */
function recordChanges(before: Side, after: Side): Change[] {
  const told = new Set([before, after].flatMap(side => schemasOfTopics(side).flatMap(({ records }) => records)))
  return pairsOf('record', before, after).flatMap(pair => [
    ...([pair.before, pair.after].some(one => one && told.has(one))
      ? []
      : held(
          pair,
          holder('record', pair),
          record => record && personalDataIn(record === pair.after ? after.db : before.db, record),
        )),
    ...tagsTaken(pair, after.db),
  ])
}

const schemasOfTopics = (side: Side): Schema[] =>
  entitiesOf('topic', side).flatMap(topic => schemaOf(side.db, nameOf(topic), topic) ?? [])

function tagsTaken({ before, after }: Pair<SchemaRecord>, db: Db): Change[] {
  return (before?.fields ?? []).flatMap((was): Change[] => {
    const is = after?.fields.find(({ name }) => name.value === was.name.value)
    const tags = was.tag.state === 'known' ? was.tag.value : []
    const left = is?.tag.state === 'known' ? is.tag.value : []
    const taken = tags.filter(tag => !left.includes(tag))
    if (!is || !after || taken.length === 0 || is.tag.state === 'unresolved') return []
    const data = personalDataIn(db, after).find(({ field }) => field === is)
    return [
      {
        kind: 'tag',
        level: data?.category.special ? 'warning' : 'information',
        message: say('delta.tagTaken', { record: after.name.value, field: is.name.value, tags: taken }),
        because: [],
        before: placeOf(was.tag),
        after: is.name.at,
      },
    ]
  })
}

/** What a recipient is sent that was not sent before; a recipient that is new is told of with its place. */
function received(pair: Pair<Connector | ReplicationFlow>, before: Db, after: Db): Change[] {
  const { before: was, after: is } = pair
  if (!was || !is) return []
  const [old, sent] = [sentBy(before, was), sentBy(after, is)]
  const destination = destinationOf(after, is)
  const who = holder(is.kind, pair)
  const place = destination && placeHint(destination)
  const hidden = hiddenBefore(was)
  const come = [...sent.values()].flatMap((now): Change[] => {
    const known = old.get(now.category.id)
    const said = { who, category: categoryName(now.category), place }
    const unmasked = now.fields.filter(field => hidden(field) && !known?.fields.includes(field))
    if (unmasked.length > 0)
      return [
        {
          kind: 'masking',
          level: now.category.special ? 'error' : 'warning',
          message: say('delta.maskingLost', { ...said, fields: unmasked }),
          because: [],
          ...maskedAt(was),
          after: placeOf(is.name),
        },
      ]
    return known ? [] : [newlySent(now, say('delta.newlySent', { ...said, fields: now.fields }))]
  })
  return [...come, ...noLongerSent(old, sent, who)]
}

const sentBy = (db: Db, of: Connector | ReplicationFlow): Map<string, Held> =>
  byCategory(personalDataAt(db, of).map(({ data }) => data))

const newlySent = ({ category: { special }, at }: Held, message: Message): Change => ({
  kind: special ? 'special' : 'personal-data',
  level: special ? 'error' : 'warning',
  message,
  because: [],
  after: at,
})

const noLongerSent = (old: ReadonlyMap<string, Held>, sent: ReadonlyMap<string, Held>, who: Message): Change[] =>
  [...old]
    .filter(([id]) => !sent.has(id))
    .map(([, { category, fields, at }]) => ({
      kind: 'personal-data',
      level: 'hint',
      message: say('delta.noLongerSent', { who, category: categoryName(category), fields }),
      because: [],
      before: at,
    }))

/** Whether a transform took a field out of sight. */
function hiddenBefore(was: Connector | ReplicationFlow): (field: string) => boolean {
  const maskings = was.kind === 'connector' ? maskingsOf(was.settings) : []
  return field => maskings.some(masking => reaches(masking, field))
}

function maskedAt(was: Connector | ReplicationFlow): Pick<Change, 'before'> {
  const [masking] = was.kind === 'connector' ? maskingsOf(was.settings) : []
  return masking ? { before: masking.at } : {}
}

/** The categories that somebody receives, special ones first, in words. */
export function categoriesAt(db: Db, of: Connector | ReplicationFlow): { special: boolean; names: Message[] } {
  const found = [...sentBy(db, of).values()].sort(
    (a, b) => Number(b.category.special) - Number(a.category.special) || compareTexts(a.category.id, b.category.id),
  )
  return {
    special: found.some(({ category }) => category.special),
    names: found.map(({ category }) => categoryName(category)),
  }
}
