import { parseTree } from 'jsonc-parser'
import { parseAllDocuments } from 'yaml'
import { nameReader } from '../../server/src/assess/field-name.ts'
import { personalDataOf } from '../../server/src/assess/personal-data.ts'
import { withWeights } from '../../server/src/assess/vocabulary.ts'
import { readFile, type ReadResult } from '../../server/src/reader/read-file.ts'
import { startReview } from '../../server/src/review.ts'
import { theLibrary } from '../support/fixtures.ts'
import { measureEstate } from './estate.ts'
import { measureGrowth } from './growth.ts'
import { measureLoading } from './loading.ts'
import { measureStart } from './start.ts'
import { startPeer } from './peer.ts'
import { linesOf, samples, schemas } from './samples.ts'
import { race } from './stopwatch.ts'
import { raceTerraform, sniffTerraform, terraformOf, typeTerraform } from './terraform.ts'
import { toUri, type Uri } from '../../server/src/text/uri.ts'

const library = theLibrary()
const peer = startPeer()

/** The same text with something typed in the middle: longer by one character each time, up to a word. */
function typing(text: string): () => string {
  const at = text.indexOf('\nspec:', text.length / 2) + 1
  let typed = 0
  return () => {
    typed = (typed + 1) % 10
    return `${text.slice(0, at)}# ${'abcdefghij'.slice(0, typed)}\n${text.slice(at)}`
  }
}

/** Reads and reviews a text from nothing. */
function reviewOnce(uri: Uri, text: string): number {
  const review = startReview(library)
  review.update([[uri, readFile(uri, text)?.facts]])
  return review.findings(uri).length
}

/** Keeps a review open, as the server does, and returns what a keystroke costs. */
function reviewOpen(uri: Uri, text: string): (next: string) => number {
  const review = startReview(library)
  let reading: ReadResult | undefined
  const update = (next: string): number => {
    reading = readFile(uri, next, reading)
    review.update([[uri, reading?.facts]])
    return review.findings(uri).length
  }
  update(text)
  return update
}

const bare = (uri: Uri, text: string): unknown =>
  uri.endsWith('.yaml')
    ? parseAllDocuments(text, { uniqueKeys: false, prettyErrors: false })
    : parseTree(text, [], { allowTrailingComma: true })
const ms = (time: number): string => `${time < 10 ? time.toFixed(2) : time.toFixed(0)} ms`
const row = (...cells: string[]): void =>
  console.log(cells.map((cell, index) => (index === 0 ? cell.padEnd(34) : cell.padStart(14))).join(''))

row('a start', 'time', 'to node -e 0', 'peak memory')
const { bare: nothing, ...starts } = await measureStart()
for (const [what, { milliseconds: time, megabytes: peak }] of Object.entries(starts))
  row(
    { version: '--version', yaml: 'check of one YAML file', folder: 'check of the examples' }[what] ?? what,
    ms(time),
    `${(time / nothing.milliseconds).toFixed(2)} x`,
    `${peak.toFixed(0)} MB`,
  )

console.log()
row('a file', 'review', 'bare parse', 'ratio')
for (const { format, uri, make } of samples) {
  for (const size of [12_000, 500_000]) {
    const text = make(size)
    const { review, parse } = await race({ review: () => reviewOnce(uri, text), parse: () => bare(uri, text) }, 4)
    row(`${format}, ${Math.round(text.length / 1000)} kB`, ms(review), ms(parse), `${(review / parse).toFixed(2)} x`)
  }
}

for (const size of [2_000, 13_000, 1_000_000]) {
  const text = terraformOf(size)
  const { review, parse } = await raceTerraform(text, 6)
  row(`Terraform, ${Math.round(text.length / 1000)} kB`, ms(review), ms(parse), `${(review / parse).toFixed(2)} x`)
}

console.log()
row('a schema', 'read', 'classify', 'review', 'bare parse', 'to parse')
for (const { name, uri, text, parse } of schemas()) {
  const entities = readFile(uri, text)?.facts.entities ?? []
  const classify = (): number => {
    const records = entities.flatMap(entity => (entity.kind === 'record' ? [entity] : []))
    return records.reduce(
      (sum, record) => sum + personalDataOf(record, library.vocabulary, undefined, records).found.length,
      0,
    )
  }
  const {
    read,
    classified,
    review,
    bare: peerParse,
  } = await race(
    { read: () => readFile(uri, text), classified: classify, review: () => reviewOnce(uri, text), bare: parse },
    4,
  )
  row(
    `${name}, ${Math.round(text.length / 1000)} kB`,
    ms(read),
    `${ms(classified)} ${(classified / peerParse).toFixed(2)} x`,
    ms(review),
    ms(peerParse),
    `${(review / peerParse).toFixed(2)} x`,
  )
}

console.log()
row('a field', 'another typed', 'name known', 'name new')
for (const { name, uri, text } of schemas()) {
  const records = (readFile(uri, text)?.facts.entities ?? []).flatMap(entity =>
    entity.kind === 'record' ? [entity] : [],
  )
  const fields = records.reduce((sum, record) => sum + record.fields.length, 0)
  const { vocabulary } = library
  // A record that is a copy is looked at anew; another reader knows no name.
  const classify = (isCopy: (at: number) => boolean, reading = vocabulary): void => {
    const beside = records.map((record, at) => (isCopy(at) ? { ...record } : record))
    for (const record of beside) personalDataOf(record, reading, undefined, beside)
  }
  const { typed, known, fresh } = await race(
    {
      typed: () => classify(at => at === 0),
      known: () => classify(() => true),
      fresh: () =>
        classify(() => true, withWeights({ ...vocabulary, readName: nameReader(vocabulary) }, vocabulary.weights)),
    },
    4,
  )
  const each = (time: number): string => `${((1000 * time) / Math.max(fields, 1)).toFixed(1)} us`
  row(name, each(typed), each(known), each(fresh))
}

console.log()
row('an edit', 'review', 'bare parse', 'yaml-ls 2.0', 'ratio to it')
for (const lines of [500, 20_000]) {
  const text = linesOf(lines)
  const [uri, next] = [toUri('file:///bench/topics.yaml'), typing(text)]
  const update = reviewOpen(uri, text)
  const { review, parse, validation } = await race(
    { review: () => update(next()), parse: () => bare(uri, next()), validation: () => peer(next()) },
    6,
  )
  row(
    `${text.split('\n').length} lines of YAML`,
    ms(review),
    ms(parse),
    ms(validation),
    `1/${(validation / review).toFixed(0)}`,
  )
}

for (const size of [13_000, 1_000_000])
  row(`Terraform, ${size / 1000} kB`, ms(await typeTerraform(terraformOf(size), 4)))

console.log()
row('foreign files of Terraform', `${sniffTerraform(5000)} / s`)

console.log()
row('linked files', 'cold', 'in a topic', 'in a schema', 'in a sink', 'in the config', 'memory')
const estates = [100, 1000, 10_000].map(measureEstate)
for (const { files, cold, keystroke, megabytes: held } of estates)
  row(
    `${files}, a keystroke`,
    ms(cold),
    ms(keystroke.topic),
    ms(keystroke.schema),
    ms(keystroke.sink),
    ms(keystroke.configuration),
    `${held.toFixed(0)} MB`,
  )
const [least, , most] = estates
const growth = (of: (cost: (typeof estates)[number]) => number): string =>
  least && most ? `${(of(most) / of(least)).toFixed(1)} x` : ''
row(
  'growth for 100 times the files',
  growth(({ cold }) => cold),
  growth(({ keystroke }) => keystroke.topic),
  growth(({ keystroke }) => keystroke.schema),
  growth(({ keystroke }) => keystroke.sink),
  growth(({ keystroke }) => keystroke.configuration),
  growth(({ megabytes: held }) => held),
)

console.log()
row('growth, from nothing', '1 x', '2 x', '4 x', '8 x', 'exponent')
for (const { name, points, exponent } of measureGrowth())
  row(`${points[0]?.count} ${name}`, ...points.map(({ milliseconds }) => ms(milliseconds)), exponent.toFixed(2))

console.log()
const { milliseconds, megabytes } = await measureLoading()
row('the reference data', ms(milliseconds), `${megabytes.toFixed(1)} MB`)
