import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { evidenceOf } from '../server/src/assess/readings/reading.ts'
import { readingsOf } from '../server/src/assess/readings/readings.ts'
import { regress, type Example } from '../server/tools/training/logistic.ts'
import { evidenceSeal, sealOf } from '../server/tools/training/seal.ts'
import { labelledFields, madeUpFields } from '../server/tools/training/labels.ts'
import { theLibrary } from './support/fixtures.ts'

const { vocabulary } = theLibrary()
const special = (category: string): boolean => vocabulary.categories.get(category)?.special === true
const fields = madeUpFields(readFileSync('test/personal-data/fields.txt', 'utf8'), special)
const written = readFileSync('server/src/knowledge/personal-data-weights.yaml', 'utf8')
const weights = parse(written) as {
  labels: string
  evidence: string
  seal: string
  levels: Record<'sure' | 'shown' | 'special' | 'hint', number>
  outOfFold: Record<
    'shown' | 'withHints',
    Record<'precision' | 'recall' | 'macro' | 'specialRecall' | 'specialPrecision', number>
  >
  field: Record<string, number>
}

describe('the weights of evidence', () => {
  it('are learned alike from the same examples', () => {
    const examples = fields.flatMap(({ record, beside, field, label }): Example[] =>
      readingsOf(
        { field, name: vocabulary.readName(field.name.value) },
        vocabulary.surroundings(beside).scene(record),
        vocabulary,
      ).map(reading => ({ kinds: evidenceOf(reading), yes: label !== 'not', weight: 1 })),
    )
    const learned = regress(examples, { l1: 0.4, l2: 0.4, least: 8 })
    assert.ok(examples.length > 400, `${examples.length} readings`)
    assert.deepEqual([...learned], [...regress([...examples], { l1: 0.4, l2: 0.4, least: 8 })])
    assert.ok(
      (learned.get('weak word, out of context') ?? 0) < 0 && (learned.get('strong word, record: about') ?? 0) > 0,
      [...learned.keys()].join(', '),
    )
  })

  it('are for kinds of evidence that there are', () => {
    const kinds = new Set(
      fields.flatMap(({ record, beside, field }) =>
        readingsOf(
          { field, name: vocabulary.readName(field.name.value) },
          vocabulary.surroundings(beside).scene(record),
          vocabulary,
        ).flatMap(evidenceOf),
      ),
    )
    const unknown = Object.keys(weights.field).filter(kind => !kinds.has(kind))
    // Some stand only in schemas that are not ours: docs, enclosing records, rare types.
    assert.ok(unknown.length < Object.keys(weights.field).length / 2, unknown.join('\n'))
  })

  it('stand with the labels and the figures that they came with', () => {
    const [text = ''] = written.split(/^seal: /m)
    assert.match(weights.labels, /^[0-9a-f]{64}$/)
    assert.equal(weights.seal, sealOf(text))
  })

  it('are no older than the code: it finds what it found when they were learned', () => {
    const labelled = labelledFields(readFileSync('server/tools/training/fields.tsv', 'utf8'))
    assert.equal(
      evidenceSeal([...fields, ...labelled], vocabulary),
      weights.evidence,
      'what the code finds in fields has changed: run server/tools/training/train.ts',
    )
  })

  it('stand with figures that were promised', () => {
    const { shown, withHints } = weights.outOfFold
    assert.ok(shown.precision >= 95)
    assert.ok(shown.recall >= 80)
    assert.ok(shown.macro >= 80)
    assert.ok(shown.specialPrecision >= 92)
    assert.ok(shown.specialRecall >= 62)
    assert.ok(withHints.precision >= 80)
    assert.ok(withHints.recall >= 86)
    assert.ok(weights.levels.hint < weights.levels.shown && weights.levels.shown < weights.levels.sure)
  })
})
