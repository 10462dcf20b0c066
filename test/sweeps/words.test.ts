import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { english } from '../../server/src/words/en/english.ts'
import { word, type Language, type Message } from '../../server/src/words/message.ts'
import { phrases as germanPhrases } from '../../server/src/words/de/phrases.ts'
import { phrases as frenchPhrases } from '../../server/src/words/fr/phrases.ts'
import { lazy } from '../../server/src/text/lazy.ts'
import { readFixtures, reviewTexts } from '../support/fixtures.ts'
import { assertGolden } from '../support/golden.ts'
import { languages } from '../support/languages.ts'
import { messagesOf } from '../support/messages.ts'

type Entry = string | ((data: never) => string)

const entriesOf = (language: Language): Map<string, Entry> =>
  new Map(
    Object.entries(language).flatMap(([group, entries]) =>
      Object.entries(entries as Record<string, Entry>).map(([name, entry]) => [`${group}.${name}`, entry] as const),
    ),
  )

const others = languages.filter(({ id }) => id !== 'en')

/** What an entry takes out of its data. */
const namesIn = (entry: Entry): string[] => {
  const [, names = ''] = /^\(?\{([^}]*)\}/.exec(String(entry)) ?? []
  return typeof entry === 'string'
    ? []
    : names
        .split(',')
        .map(name => name.split(':')[0]?.trim() ?? '')
        .filter(name => name !== '')
        .sort()
}

/** Entries that say the same in other words of the data: a country by its code rather than by its English name. */
const otherwise: ReadonlySet<string> = new Set(['naming.subject', 'cli.help'])

/** Texts that are the same in English: terms of Kafka, names, settings, and what is only data. */
const alike: ReadonlySet<string> = new Set([
  'item.brokers',
  'item.topics',
  'item.traces',
  ...['hover.sources', 'kind.topic', 'kind.cluster', 'kind.client', 'kind.supporting-service'],
  ...[
    'moved.topic',
    'move.topics',
    'move.topic',
    'move.partitions',
    'move.questions',
    'move.question',
    'move.variable',
    'move.registry',
  ],
  ...['station.source', 'station.sink', 'station.client', 'station.topic'],
])

/** Each message of all fixtures, once by its id: the first that names most. */
const said = lazy(
  (): ReadonlyMap<string, Message> =>
    readdirSync('test/rules')
      .sort()
      .flatMap(rule => readFixtures(join('test/rules', rule)))
      .flatMap(({ files }) => {
        const review = reviewTexts(files)
        return files.flatMap(({ uri }) => review.findings(uri)).flatMap(messagesOf)
      })
      .reduce((found, message) => {
        const known = found.get(message.id)
        const more = !known || Object.keys(known.data).length < Object.keys(message.data).length
        return more ? found.set(message.id, message) : found
      }, new Map<string, Message>()),
)

const dataOf = (name: string): unknown => parse(readFileSync(`server/src/knowledge/${name}.yaml`, 'utf8'))

/** What stands under some keys, wherever they are. */
function under(data: unknown, keys: readonly string[]): string[] {
  if (typeof data !== 'object' || data === null) return []
  return Object.entries(data).flatMap(([key, value]) => [
    ...(keys.includes(key) && typeof value === 'string' ? [value] : []),
    ...under(value, keys),
  ])
}

/** What the shape of the configuration says of texts that have to have a form. */
function patterned(shape: unknown): string[] {
  if (typeof shape !== 'object' || shape === null) return []
  const { pattern, description } = shape as { pattern?: unknown; description?: unknown }
  return [
    ...(typeof pattern === 'string' ? [String(description).split('.')[0] ?? ''] : []),
    ...Object.values(shape).flatMap(patterned),
  ]
}

const isSentence = (text: string): boolean => / /.test(text)

/** What the reference data says in English, as it reaches a reader. */
const sentences: ReadonlySet<string> = new Set([
  ...under(dataOf('consequences'), ['says']).flatMap(says => says.split('; ')),
  ...under(dataOf('consequences'), ['instead']),
  ...under((dataOf('law') as { articles: unknown }).articles, ['says']),
  ...under(dataOf('countries'), ['scope', 'notes']).filter(isSentence),
  ...under(dataOf('purposes'), ['what']),
  ...under(dataOf('vague-phrases'), ['expected']),
  ...patterned(JSON.parse(readFileSync('server/src/knowledge/configuration.schema.json', 'utf8'))),
  ...under(dataOf('strimzi-api'), ['instead'])
    .filter(isSentence)
    .filter(text => !/^type /.test(text)),
])

describe('the words', () => {
  for (const { id, words } of others) {
    it(`are there in ${id} for all that is said in English, and for nothing else`, () =>
      assert.deepEqual([...entriesOf(words).keys()].sort(), [...entriesOf(english).keys()].sort()))

    it(`in ${id} use all that the English ones use`, () => {
      const theirs = entriesOf(words)
      for (const [name, entry] of entriesOf(english))
        if (!otherwise.has(name))
          assert.deepEqual(
            namesIn(entry).filter(datum => !namesIn(theirs.get(name) ?? '').includes(datum)),
            [],
            name,
          )
    })

    it(`in ${id} are not English`, () => {
      const theirs = entriesOf(words)
      assert.deepEqual(
        [...entriesOf(english)].flatMap(([name, entry]) =>
          String(theirs.get(name)) === String(entry) && !alike.has(name) ? [name] : [],
        ),
        [],
      )
    })
  }

  for (const [id, phrases] of [
    ['de', germanPhrases],
    ['fr', frenchPhrases],
  ] as const) {
    it(`have a sentence in ${id} for each of the reference data that a reader is shown`, () =>
      assert.deepEqual(
        [...sentences].filter(sentence => !phrases.has(sentence)),
        [],
      ))
  }

  for (const { id, words } of others)
    it(`of all fixtures hold no English sentence in ${id}`, () => {
      const told = [...said().values()].map(message => word(message, words))
      assert.deepEqual(
        told.filter(text =>
          /\b(?:the|is|are|with|which|and|for|of|to|by)\b/.test(
            text.replace(/`[^`]*`|[„«][^“»]*[“»]|\S*[./_=]\S*/g, ''),
          ),
        ),
        [],
      )
    })

  for (const { id, words } of languages)
    it(`of all fixtures are, in ${id}, what the golden file shows`, () =>
      assertGolden(
        `test/words/said.${id}.golden.txt`,
        [...said()]
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([name, message]) => `${name}\n  ${word(message, words).replaceAll('\n', '\n  ')}\n`)
          .join(''),
      ))
})
