import type { Field } from '../model/entities.ts'
import { say, type Message } from '../words/message.ts'
import { categoryName } from './category-message.ts'
import type { Scene } from './field-evidence.ts'
import type { Meaning } from './field-meaning.ts'
import { evidenceOf } from './readings/reading.ts'
import { speaksOfPeople } from './readings/whose.ts'
import type { NameReading } from './field-name.ts'
import { shownFrom } from './weights.ts'

/** What kinds of evidence amount to together, as they are told. */
type Topic =
  | 'person'
  | 'event'
  | 'nobody'
  | 'clinical'
  | 'thing'
  | 'organisation'
  | 'manner'
  | 'beside'
  | 'special'
  | 'around'
  | 'doc-person'
  | 'doc-thing'
  | 'type-person'
  | 'type'
  | 'before'
  | 'after'
  | 'language'

/** How kinds of evidence are told, by what their names hold; the first that fits counts. */
const topics: readonly (readonly [RegExp, Topic])[] = [
  [/special words beside it: [1-9]/, 'special'],
  [/^around: nobody$/, 'nobody'],
  [/^around: /, 'around'],
  [/record: (?:about|probably)$/, 'person'],
  [/record: event$/, 'event'],
  [/record: (?:no|hardly|perhaps)$/, 'nobody'],
  [/record: clinical$|clinical/, 'clinical'],
  [/record: technical$/, 'thing'],
  [/record: organisation$/, 'organisation'],
  [/^manner: /, 'manner'],
  [/strong fields(?: beside it)?: (?!0)/, 'beside'],
  [/^doc speaks of a person$|doc calls it a person$/, 'doc-person'],
  [/^doc speaks of a thing$|doc calls it (?:a key|a time|an amount|an aspect|an answer|a thing)$/, 'doc-thing'],
  [/^type named after a person$/, 'type-person'],
  [/type: (?!string$)|^type does not fit/, 'type'],
  [/before it: (?!nothing|plain|person)/, 'before'],
  [/after it: (?!nothing|neutral|person)/, 'after'],
  [/^perhaps a local word$|word of another language$/, 'language'],
]

const told = new Map<string, Topic | undefined>()

function topicOf(kind: string): Topic | undefined {
  if (!told.has(kind)) told.set(kind, topics.find(([pattern]) => pattern.test(kind))?.[1])
  return told.get(kind)
}

/** What a kind of evidence is told as in its record: fields that make a record one about a person are told by whom it is about. */
function topicIn(kind: string, { about }: Scene): Topic | undefined {
  const topic = topicOf(kind)
  return topic === 'beside' && speaksOfPeople(about) ? 'person' : topic
}

/** Topics that are worth telling where they speak for it, and where they speak against it. */
const speaking: ReadonlySet<Topic> = new Set([
  'person',
  'event',
  'clinical',
  'beside',
  'special',
  'around',
  'doc-person',
  'type-person',
])
const contradicting: ReadonlySet<Topic> = new Set([
  'nobody',
  'thing',
  'organisation',
  'manner',
  'doc-thing',
  'type',
  'before',
  'after',
  'language',
])

/** Below this a contribution is not worth telling. */
const least = 0.15

/** Why a field is taken for personal data: its words, the two things that speak most for it, and, where that is not enough, what speaks most against it. */
export function reasonsFor(meaning: Meaning, field: Field, scene: Scene, { weights }: NameReading): Message[] {
  const sums = new Map<Topic, number>()
  for (const kind of evidenceOf(meaning)) {
    const weight = weights.field.get(kind)
    const topic = weight === undefined ? undefined : topicIn(kind, scene)
    if (topic && weight !== undefined) sums.set(topic, (sums.get(topic) ?? 0) + weight)
  }
  const ranked = [...sums].sort(([, a], [, b]) => Math.abs(b) - Math.abs(a))
  const pro = ranked.filter(([topic, weight]) => weight > least && speaking.has(topic)).slice(0, 2)
  const contra =
    meaning.probability < shownFrom(meaning.category.special, weights.levels)
      ? ranked.filter(([topic, weight]) => weight < -least && contradicting.has(topic)).slice(0, 1)
      : []
  return [
    meaning.category.id === 'person-id' && meaning.owner !== undefined
      ? say('because.identifies', { field: field.name.value, who: meaning.owner })
      : say('because.reads', {
          field: field.name.value,
          words: meaning.words,
          datum: meaning.identifier?.name ?? categoryName(meaning.category),
          owner: meaning.owner,
        }),
    ...[...pro, ...contra].map(([topic]) => tell(topic, scene.about.who, field)),
  ]
}

function tell(topic: Topic, who: string, field: Field): Message {
  switch (topic) {
    case 'person':
      return say('because.recordAbout', { who })
    case 'event':
      return say('because.recordEvent', { who })
    case 'type':
      return say('because.typeSeldom', { type: field.type.text })
    default:
      return say(`because.${plain[topic]}`)
  }
}

const plain = {
  nobody: 'recordAboutNobody',
  clinical: 'recordClinical',
  thing: 'recordThing',
  organisation: 'recordOrganisation',
  manner: 'recordManner',
  beside: 'besidePersonal',
  special: 'besideSpecial',
  around: 'aroundPerson',
  'doc-person': 'docPerson',
  'doc-thing': 'docThing',
  'type-person': 'typePerson',
  before: 'wordsBefore',
  after: 'wordsAfter',
  language: 'otherLanguage',
} as const satisfies Record<Exclude<Topic, 'person' | 'event' | 'type'>, string>
