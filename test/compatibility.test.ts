import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { makeSchemaPairs } from '../server/tools/verify/schema-pairs.ts'
import { disagreement, type JudgedPair } from '../server/tools/verify/schema-verdicts.ts'

/** Versions of schemas, with what Avro's SchemaCompatibility and buf say of them, as `npm run verify -- schemas` asked them. */
const rows = JSON.parse(readFileSync('test/schema-verdicts.json', 'utf8')) as readonly JudgedPair[]

describe('what breaks between versions of schemas', () => {
  it('is asked of pairs that the generator makes', () => {
    const made = new Set(makeSchemaPairs(2200).map(pair => JSON.stringify(pair)))
    for (const [language, writer, reader] of rows)
      assert.ok(made.has(JSON.stringify([language, writer, reader])), `${language} ${writer} ${reader}`)
    assert.ok(rows.length >= 400)
    for (const what of [
      'READER_FIELD_MISSING_DEFAULT_VALUE',
      'TYPE_MISMATCH',
      'FIELD_WIRE_COMPATIBLE_TYPE',
      'FIELD_SAME_ONEOF',
    ])
      assert.ok(
        rows.some(([, , , theirs]) => theirs.includes(what)),
        what,
      )
    assert.ok(rows.filter(([, , , theirs]) => theirs.length === 0).length > 50)
  })

  it('is what the references say, where no documented rule tells them apart', () => {
    assert.deepEqual(
      rows.flatMap(row => disagreement(row) ?? []),
      [],
    )
  })
})
