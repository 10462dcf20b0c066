import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { parse } from 'yaml'
import { prepareReading } from '../../src/reader/reader.ts'
import { loadVocabulary } from '../../src/assess/vocabulary.ts'
import type { Table, Weights } from '../../src/assess/weights.ts'
import { technicalRecords } from './background.ts'
import { byGroup, cutFor, figuresOf, interval, specialCutFor, type Cut, type Figures } from './figures.ts'
import { evidenceSeal, sealOf } from './seal.ts'
import { judge, learn, outOfFold, withInferred, type Course, type Judged } from './learn.ts'
import { labelledFields, madeUpFields, rowsOf } from './labels.ts'

// Learns what the evidence for personal data weighs, from fields that people have labelled:
//   node --import ./server/tools/data-hook.ts server/tools/training/train.ts --labels a.tsv --labels b.tsv --records about.tsv --as-of 2026-11-21 [--out weights.yaml] [--keep] [--check other.tsv]
// A table of labels has the columns repo, path, format, record, field, type, doc (where there is one), label (personal, special, not, ambiguous) and category; that of records repo, record, about.
// fields.tsv, beside this file, is such a table and always learned from. interfaces.tsv holds what was found in interfaces of programs and judged: it is learned from, too,
// and neither levels nor figures are taken from it, since what was not found there was not looked at.
// The same labels give the same bytes. --keep leaves weights and levels as they stand and renews the hash of the evidence and the figures: enough where a reader has changed a little. --check judges a table that was not learned from, and writes nothing.
const { values } = parseArgs({
  options: {
    labels: { type: 'string', multiple: true, default: [] },
    records: { type: 'string' },
    'as-of': { type: 'string', default: '' },
    out: { type: 'string' },
    keep: { type: 'boolean', default: false },
    check: { type: 'string' },
    curve: { type: 'boolean', default: false },
  },
})

await prepareReading()
const vocabulary = loadVocabulary()
const own = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8')
const interfaces = own('interfaces.tsv')
const ownFields = own('fields.tsv')
const texts = [...values.labels.map(path => readFileSync(path, 'utf8')), ownFields, interfaces]
const about = values.records === undefined ? '' : readFileSync(values.records, 'utf8')
const fields = texts.flatMap(labelledFields)
const ofInterfaces = new Set(rowsOf(interfaces).map(({ repo = '' }) => repo))
const besides = madeUpFields(
  readFileSync('test/personal-data/fields.txt', 'utf8'),
  category => vocabulary.categories.get(category)?.special === true,
)
const course: Course = {
  fields,
  interfaces: ofInterfaces,
  records: withInferred(
    new Map(rowsOf(about).map(({ repo, record, about: label }) => [`${repo}|${record}`, label ?? ''])),
    [...fields, ...besides],
  ),
  besides,
  background: technicalRecords('node_modules/google-proto-files/google'),
}
const standing = parse(own('../../src/knowledge/personal-data-weights.yaml')) as { asOf: string; labels: string }
const labels = createHash('sha256')
for (const text of [...texts, about]) labels.update(text)
const labelsHash = labels.digest('hex')
if (values.keep && labelsHash !== standing.labels)
  throw new Error('The weights were learned from other labels: learn them anew, without --keep.')
const rounded = (value: number): number => Math.round(100 * value) / 100

/** Levels do not sink below these: a hundredth less would report what has been left to be decided so far, and the labels tell no such difference. */
const least = { shown: 0.51, special: 0.57 }

/** Where hints are cut. */
const hints = ({ hint }: Weights['levels']): Cut => ({ shown: hint, special: hint })

/** The probabilities from which on levels are right often enough. */
function levelsFor(judged: readonly Judged[]): Weights['levels'] {
  const shown = Math.max(least.shown, Math.ceil(100 * cutFor(judged, 96.5)) / 100)
  // What is rounded up may lose what was right.
  let special = Math.max(least.special, Math.ceil(100 * specialCutFor(judged, 92)) / 100)
  while (special < 0.9 && figuresOf(judged, { shown, special }).specialPrecision < 92) special = rounded(special + 0.01)
  return { sure: 0.9, shown, special, hint: rounded(cutFor(judged, 90)) }
}

function train(): void {
  const all = outOfFold(course, vocabulary)
  const judged = all.filter(({ labelled }) => !ofInterfaces.has(labelled.repo))
  const levels = values.keep ? vocabulary.weights.levels : levelsFor(judged)
  if (values.out !== undefined) write(values.out, judged, levels)
  report(judged, levels)
  const found = all.filter(({ labelled }) => ofInterfaces.has(labelled.repo))
  console.log('of what was judged in interfaces', flow(table(figuresOf(found, levels))))
}

function write(out: string, judged: readonly Judged[], levels: Weights['levels']): void {
  const { person, anybody, field } = values.keep ? vocabulary.weights : learn(course, vocabulary)
  const text = [
    '# What evidence for personal data weighs, in the logarithm of odds. Written by server/tools/training/train.ts; do not edit.',
    '# person, anybody: for a record that is about a person, or about one or what one does. field: for what a reading of a field says.',
    '# levels: the probability from which a field is certain, reported, reported as of a special category, or left to be decided. outOfFold: percent, each repository judged with weights from the others.',
    '# labels, evidence: hashes of all labels, and of what the code finds in those of the repository: where that changes, the weights are learned anew, or looked at and kept (--keep).',
    `asOf: '${values.keep ? standing.asOf : values['as-of']}'`,
    'sources:',
    `  labels: ${course.fields.length} fields of ${new Set(course.fields.map(({ repo }) => repo)).size} public repositories, labelled by people`,
    `labels: ${labelsHash}`,
    `evidence: ${evidenceSeal([...besides, ...labelledFields(ownFields)], vocabulary)}`,
    `levels: ${flow({ ...levels })}`,
    'outOfFold:',
    `  shown: ${flow(table(figuresOf(judged, levels)))}`,
    `  withHints: ${flow(table(figuresOf(judged, hints(levels))))}`,
    ...(
      [
        ['person', person],
        ['anybody', anybody],
        ['field', field],
      ] as const
    ).flatMap(([name, weights]) => [`${name}:`, ...rows(weights)]),
    '',
  ].join('\n')
  writeFileSync(out, `${text}seal: ${sealOf(text)}\n`)
}

/** How the figures grow with the number of repositories that are learned from. */
function curve(): void {
  const repos = [...new Set(course.fields.map(({ repo }) => repo))]
    .filter(repo => !ofInterfaces.has(repo))
    .sort((a, b) =>
      createHash('sha256').update(a).digest('hex') < createHash('sha256').update(b).digest('hex') ? -1 : 1,
    )
  for (const share of [0.25, 0.5, 0.75, 1]) {
    const count = Math.round(share * repos.length)
    const from = new Set([...repos.slice(0, count), ...ofInterfaces])
    const judged = outOfFold(course, vocabulary, 8, from).filter(({ labelled }) => !ofInterfaces.has(labelled.repo))
    const cut = { shown: cutFor(judged, 96.5), special: specialCutFor(judged, 92) }
    console.log(count, `cut ${cut.shown.toFixed(2)}`, flow(table(figuresOf(judged, cut))))
  }
}

function report(judged: readonly Judged[], levels: Weights['levels']): void {
  for (const [name, from] of [
    ['shown', levels],
    ['with hints', hints(levels)],
  ] as const) {
    console.log(name, `from ${from.shown}, special from ${from.special}`, flow(table(figuresOf(judged, from))))
    for (const figure of ['precision', 'recall', 'macro', 'specialRecall', 'specialPrecision'] as const)
      console.log(`  ${figure}: 95 % interval ${interval(judged, from, figure).join(' to ')}`)
  }
  const languages = byGroup(judged, one => one.languages.find(language => language !== 'en') ?? 'en', levels)
  const categories = byGroup(judged, one => one.labelled.category || 'none', levels)
  for (const groups of [languages, categories])
    for (const [name, { recall, precision, positives }] of [...groups].sort(
      ([, a], [, b]) => b.positives - a.positives,
    ))
      if (positives > 0) console.log(`  ${name}: recall ${recall} of ${positives}, precision ${precision}`)
}

function table(figures: Figures): Record<string, number> {
  return Object.fromEntries(
    Object.entries(figures).map(([name, value]: [string, number]) => [name, Math.round(10 * value) / 10]),
  )
}

const flow = (row: Readonly<Record<string, number>>): string =>
  `{ ${Object.entries(row)
    .map(([name, value]) => `${name}: ${value}`)
    .join(', ')} }`

const rows = (weights: Table): string[] =>
  [...weights].sort(([a], [b]) => (a < b ? -1 : 1)).map(([kind, weight]) => `  ${JSON.stringify(kind)}: ${weight}`)

if (values.check !== undefined) {
  const weights = vocabulary.weights
  report(judge(labelledFields(readFileSync(values.check, 'utf8')), vocabulary, weights), weights.levels)
} else if (values.curve) curve()
else train()
