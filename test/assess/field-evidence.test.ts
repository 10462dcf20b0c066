import { readFileSync } from 'node:fs'
import { personalDataOf, type PersonalData } from '../../server/src/assess/personal-data.ts'
import { readingsOf } from '../../server/src/assess/readings/readings.ts'
import type { SchemaRecord } from '../../server/src/model/entities.ts'
import { readFile } from '../../server/src/reader/read-file.ts'
import { toUri } from '../../server/src/text/uri.ts'
import { english } from '../../server/src/words/en/english.ts'
import { word } from '../../server/src/words/message.ts'
import { theLibrary } from '../support/fixtures.ts'
import { assertGolden } from '../support/golden.ts'

/** What is said of the records of a file and of their fields: what speaks for and against each, in the names of the weights. Numbers are left out: they change whenever the weights are learned anew. */
function evidenceIn(path: string, text: string): string {
  const { vocabulary } = theLibrary()
  const entities = readFile(toUri(`file:///${path}`), text)?.facts.entities ?? []
  const records = entities.filter((entity): entity is SchemaRecord => entity.kind === 'record')
  const surroundings = vocabulary.surroundings(records)
  return records.map(record => ofRecord(record)).join('')

  function ofRecord(record: SchemaRecord): string {
    const scene = surroundings.scene(record)
    const { about } = scene
    const { found, undecided } = personalDataOf(record, vocabulary, undefined, records)
    const said = new Map([
      ...undecided.map((data): [unknown, string] => [data.field, `perhaps ${told(data)}`]),
      ...found.map((data): [unknown, string] => [data.field, told(data)]),
    ])
    const head = [
      `${record.fullName}: ${about.standing}, ${about.who}`,
      `named ${about.named}`,
      ...(about.thing ? [`a thing: ${about.thing}`] : []),
      ...[...about.contexts].sort(),
      ...about.evidence,
    ]
    let common = ''
    return `${head.join('; ')}\n${record.fields.map(field => ofField(field)).join('')}`

    function ofField(field: SchemaRecord['fields'][number]): string {
      const readings = readingsOf({ field, name: vocabulary.readName(field.name.value) }, scene, vocabulary)
      const before = common
      common = readings[0]?.common.join('; ') ?? common
      return [
        `  ${field.name.value} ${field.type.text}: ${said.get(field) ?? '-'}`,
        ...(common === before ? [] : [`    all: ${common}`]),
        ...readings.map(({ category, subject, identifier, words, owner, own, proven }) =>
          [
            `    ${category.id} of ${subject}`,
            ...(identifier ? [`${identifier.name} of ${identifier.country || 'any state'}`] : []),
            `by "${words}"`,
            ...(owner === undefined ? [] : [`whose: ${owner}`]),
            ...(proven ? ['proven'] : []),
            ...own,
          ].join('; '),
        ),
        '',
      ].join('\n')
    }
  }

  function told({ category, subject, grade, because, identifier }: PersonalData): string {
    return `${grade} ${category.id} of ${subject}${identifier ? ` (${identifier.name})` : ''}, since ${because.map(one => word(one, english)).join('; ')}`
  }
}

/** A name as the vocabulary understands it: its words, what it names and what stands around that, and what else it says. */
function readingOf(name: string): string {
  const read = theLibrary().vocabulary.readName(name)
  const stretch = ({ start, end }: { start: number; end: number }): string => read.words.slice(start, end).join(' ')
  const flags = ['generic', 'bareKey', 'otherwise', 'ofGoods', 'negated', 'special', 'ofLayout', 'setting'] as const
  return [
    `${name}: ${read.words.join(' ')}`,
    ...read.subjects.map(hit => `person ${stretch(hit)} as ${hit.entry.id}${hit.gated ? ', perhaps' : ''}`),
    ...read.things.map(hit => `thing ${stretch(hit)}`),
    ...read.mentions.map(
      ({ hit, before, after, owner }) =>
        `${stretch(hit)} as ${hit.entry.category.id}, ${hit.entry.grade}${hit.gated ? ', perhaps' : ''}, between ${before} and ${after}${owner ? `, of ${owner.entry.id}` : ''}`,
    ),
    ...(read.identifierOf ? [`identifies ${read.identifierOf.entry.id}`] : []),
    ...(read.person ? [`is ${read.person.entry.id}`] : []),
    ...flags.filter(flag => read[flag]),
    ...(read.groups.size > 0 ? [`groups ${[...read.groups].join()}`] : []),
    ...(read.ledger.length > 0 ? [`ledger ${read.ledger.join()}`] : []),
    ...read.foreign.map(
      ({ word: foreign, languages, gated }) =>
        `${foreign} in ${[...languages].sort().join()}${gated ? ', perhaps' : ''}`,
    ),
  ].join('\n  ')
}

describe('a name', () => {
  it('is read as it was, with what stands before and after each datum', () => {
    const names = readFileSync('test/personal-data/names.txt', 'utf8').split('\n')
    assertGolden('test/personal-data/names.golden.txt', `${names.map(readingOf).join('\n')}\n`)
  })
})

describe('what speaks for and against personal data', () => {
  for (const name of ['people.avdl', 'things.proto', 'claims.json', 'languages.avsc'])
    it(`in ${name} is what it was`, () => {
      const path = `test/personal-data/${name}`
      assertGolden(`${path}.golden.txt`, evidenceIn(path, readFileSync(path, 'utf8')))
    })
})
