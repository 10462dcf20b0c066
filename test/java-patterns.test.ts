import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { compileJavaPattern } from '../server/src/text/java-pattern.ts'
import { makePairs } from '../server/tools/verify/patterns.ts'
import { contradicts } from '../server/tools/verify/verify.ts'

type Row = readonly [pattern: string, text: string, verdict: 'yes' | 'no' | 'invalid' | 'slow']

/** What java.util.regex says of patterns of topics and groups, as `npm run verify` asked it; a matcher of ours answers to it. */
const rows = JSON.parse(readFileSync('test/java-patterns.json', 'utf8')) as Row[]

describe('patterns as Java matches them', () => {
  it('come from the generator as it is', () => {
    const made = new Set(makePairs(5200).map(pair => JSON.stringify(pair)))
    for (const [pattern, text] of rows) assert.ok(made.has(JSON.stringify([pattern, text])), `${pattern} ${text}`)
    assert.ok(rows.length >= 600)
  })

  it('show every verdict', () => {
    for (const verdict of ['yes', 'no', 'invalid'])
      assert.ok(rows.filter(row => row[2] === verdict).length >= 5, `too few are ${verdict}`)
  })

  it('are what our matcher says, where it says anything', () => {
    const told = rows.filter(([pattern, text]) => compileJavaPattern(pattern)?.matches(text) !== undefined)
    assert.ok(told.length > 250, `it tells ${told.length} of ${rows.length}`)
    assert.deepEqual(
      rows.filter(([pattern, text, verdict]) => contradicts(pattern, text, verdict)),
      [],
    )
  })
})
