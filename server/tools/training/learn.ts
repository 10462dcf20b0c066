import { createHash } from 'node:crypto'
import { meaningOf } from '../../src/assess/field-meaning.ts'
import { evidenceOf, type Reading } from '../../src/assess/readings/reading.ts'
import { readingsOf } from '../../src/assess/readings/readings.ts'
import type { About } from '../../src/assess/record-subject.ts'
import { withWeights, type Vocabulary } from '../../src/assess/vocabulary.ts'
import type { Weights } from '../../src/assess/weights.ts'
import type { SchemaRecord } from '../../src/model/entities.ts'
import type { LabelledField } from './labels.ts'
import { regress, type Example } from './logistic.ts'

/** What is known of the records of the labels: `person`, `person-event`, `technical` and so on, by repository and name. */
export type RecordLabels = ReadonlyMap<string, string>

/** What the training goes by. */
export interface Course {
  readonly fields: readonly LabelledField[]
  readonly records: RecordLabels
  /** Repositories of interfaces between programs: what was wrongly found there was labelled, so that they show less of what is right than they hold. */
  readonly interfaces: ReadonlySet<string>
  /** Fields that are learned from and never judged: those that were made up. */
  readonly besides: readonly LabelledField[]
  /** Records of technical schemas without labels: hardly a field of them is personal. */
  readonly background: readonly { readonly record: SchemaRecord; readonly beside: readonly SchemaRecord[] }[]
}

/** Where the levels are cut while nothing is known better. */
export const levels: Weights['levels'] = { sure: 0.9, shown: 0.6, special: 0.8, hint: 0.3 }
/** What is known before anything is learned. */
export const none: Weights = { person: new Map(), anybody: new Map(), field: new Map(), levels }

/** Learns all weights from a course. */
export function learn(course: Course, vocabulary: Vocabulary): Weights {
  const { person, anybody } = learnRecords(course, vocabulary)
  // What is said of a record while its own label is not seen is what fields meet in schemas that nobody labelled.
  const parts = 4
  const examples = Array.from({ length: parts }, (_, part) => {
    const seen = learnRecords(
      { ...course, fields: course.fields.filter(({ repo }) => partOf(repo, parts) !== part) },
      vocabulary,
    )
    const reading = withWeights(vocabulary, { ...none, ...seen })
    return course.fields
      .filter(({ repo }) => partOf(repo, parts) === part)
      .flatMap(examplesOf(course.fields, reading, course.interfaces))
  }).flat()
  const reading = withWeights(vocabulary, { ...none, person, anybody })
  const weak = course.background.flatMap(({ record, beside }) => {
    const scene = reading.surroundings(beside).scene(record)
    return record.fields.flatMap(field =>
      readingsOf({ field, name: reading.readName(field.name.value) }, scene, reading).map(
        (read): Example => ({ kinds: evidenceOf(read), yes: false, weight: 0.3 }),
      ),
    )
  })
  const made = course.besides.flatMap(examplesOf(course.besides, reading, course.interfaces))
  return { person, anybody, field: regress([...examples, ...weak, ...made], { l1: 0.6, l2: 1.2, least: 8 }), levels }
}

/** A number of a repository, the same each time, from 0 to below `parts`. */
export const partOf = (repo: string, parts: number, salt = ''): number =>
  createHash('sha256').update(`${salt}${repo}`).digest().readUInt32BE(0) % parts

/** Data of which two show a record to be about a person. */
const describing: ReadonlySet<string> = new Set([
  'name',
  'contact-email',
  'contact-phone',
  'birth',
  'gender',
  'national-id',
])

/** What records are about that nobody has looked at: by what was decided of their fields, where that leaves no doubt. */
export function withInferred(records: RecordLabels, fields: readonly LabelledField[]): RecordLabels {
  const grouped = new Map<string, LabelledField[]>()
  for (const field of fields) {
    const key = `${field.repo}|${field.recordName}`
    const list = grouped.get(key)
    if (list) list.push(field)
    else grouped.set(key, [field])
  }
  const inferred = [...grouped].flatMap(([key, list]): [string, string][] => {
    if (records.has(key)) return []
    if (list.filter(({ label, category }) => label !== 'not' && describing.has(category)).length > 1)
      return [[key, 'person']]
    return list.length > 3 && list.every(({ label }) => label === 'not') ? [[key, 'technical']] : []
  })
  return new Map([...records, ...inferred])
}

function learnRecords(
  { fields, records, besides }: Course,
  vocabulary: Vocabulary,
): Pick<Weights, 'person' | 'anybody'> {
  const reading = withWeights(vocabulary, none)
  const seen = new Map<SchemaRecord, { about: About; label: string }>()
  for (const { repo, record, beside, recordName } of [...fields, ...besides]) {
    const label = records.get(`${repo}|${recordName}`)
    if (label === undefined || label === 'mixed' || seen.has(record)) continue
    seen.set(record, { about: reading.surroundings(beside).about(record), label })
  }
  const examples = (yes: (label: string) => boolean): Example[] =>
    [...seen.values()].map(({ about, label }) => ({ kinds: about.evidence, yes: yes(label), weight: 1 }))
  const penalty = { l1: 0.5, l2: 0.5, least: 5 }
  return {
    person: regress(
      examples(label => label === 'person'),
      penalty,
    ),
    anybody: regress(
      examples(label => label.startsWith('person')),
      penalty,
    ),
  }
}

/** How much a field of such a repository counts. */
const lessFor = 0.35

const examplesOf = (all: readonly LabelledField[], reading: Vocabulary, interfaces: ReadonlySet<string>) => {
  const sizes = new Map<string, number>()
  for (const { repo } of all) sizes.set(repo, (sizes.get(repo) ?? 0) + 1)
  return ({ repo, record, field, beside, label, category }: LabelledField): Example[] => {
    if (label === 'ambiguous') return []
    const readings = readingsOf(
      { field, name: reading.readName(field.name.value) },
      reading.surroundings(beside).scene(record),
      reading,
    )
    const weight = Math.min(1, 40 / (sizes.get(repo) ?? 1)) * (interfaces.has(repo) ? lessFor : 1)
    if (label === 'not') return readings.map(read => ({ kinds: evidenceOf(read), yes: false, weight }))
    const right = rightOnes(readings, label === 'special', category)
    return readings.flatMap((read): Example[] => {
      if (right.includes(read)) return [{ kinds: evidenceOf(read), yes: true, weight: weight / right.length }]
      return read.category.special && label === 'personal'
        ? [{ kinds: evidenceOf(read), yes: false, weight: weight / 2 }]
        : []
    })
  }
}

function rightOnes(readings: readonly Reading[], special: boolean, category: string): readonly Reading[] {
  const exact = readings.filter(read => read.category.id === category)
  if (exact.length > 0) return exact
  const same = readings.filter(read => read.category.special === special)
  return same.length > 0 || !special ? same : readings
}

/** What was found in a labelled field. */
export interface Judged {
  readonly labelled: LabelledField
  readonly probability: number
  readonly category: string
  readonly special: boolean
  readonly proven: boolean
  readonly languages: readonly string[]
}

/** Judges fields with weights. */
export function judge(fields: readonly LabelledField[], vocabulary: Vocabulary, weights: Weights): Judged[] {
  const reading = withWeights(vocabulary, weights)
  return fields.map((labelled): Judged => {
    const { record, field, beside } = labelled
    const scene = reading.surroundings(beside).scene(record)
    const found = meaningOf({ field, name: reading.readName(field.name.value) }, scene, reading)
    return {
      labelled,
      probability: found?.probability ?? 0,
      category: found?.category.id ?? '',
      special: found?.category.special ?? false,
      proven: found?.proven ?? false,
      languages: [...vocabulary.languages].filter(language => scene.speaks(language) === 'certain'),
    }
  })
}

/** Judges each repository with weights that were learned from the others, or from those of them that are given. */
export function outOfFold(course: Course, vocabulary: Vocabulary, folds = 8, from?: ReadonlySet<string>): Judged[] {
  return Array.from({ length: folds }, (_, fold) => {
    const weights = learn(
      {
        ...course,
        fields: course.fields.filter(({ repo }) => partOf(repo, folds, 'fold ') !== fold && from?.has(repo) !== false),
      },
      vocabulary,
    )
    return judge(
      course.fields.filter(({ repo }) => partOf(repo, folds, 'fold ') === fold),
      vocabulary,
      weights,
    )
  }).flat()
}
