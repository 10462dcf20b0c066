import assert from 'node:assert/strict'
import fc from 'fast-check'
import { holds, seed } from '../support/random.ts'
import { renderFix } from '../../server/src/fix.ts'
import { syntaxOf } from '../../server/src/reader/formats.ts'
import { openReader } from '../../server/src/reader/reader.ts'
import { rules } from '../../server/src/rules/registry.ts'
import { startReview } from '../../server/src/review.ts'
import { readFixtures, reviewTexts, root, theLibrary, type FixtureFile } from '../support/fixtures.ts'

const files: readonly FixtureFile[] = rules
  .flatMap(({ code, name }) => readFixtures(`test/rules/${code}-${name}`))
  .flatMap(fixture => fixture.files)
  // What a file said before is read with it only.
  .filter(({ uri }) => !uri.includes('/before/'))
const anyFile = fc.constantFrom(...files)

/** Everything a review says of one text, and every edit that it offers. */
function reviewAll(uri: string, text: string): string {
  const review = reviewTexts([{ uri, text }])
  return JSON.stringify(
    [...review.files()]
      .flatMap(file => review.findings(file))
      .map(finding => {
        assert.ok(
          finding.at.span.start >= 0 &&
            finding.at.span.start <= finding.at.span.end &&
            finding.at.span.end <= text.length,
          `${finding.code} stands outside the text`,
        )
        assert.ok(
          !text.slice(finding.at.span.start, finding.at.span.end).includes('\n'),
          `${finding.code} stands on two lines`,
        )
        const edits = finding.fixes.map(fix => renderFix(fix, other => (other === uri ? text : undefined)))
        for (const { file, create, edits: changes } of edits.flatMap(list => list ?? [])) {
          const length = (create ?? (file === uri ? text : '')).length
          for (const { span } of changes)
            assert.ok(
              span.start >= 0 && span.start <= span.end && span.end <= length,
              `${finding.code}: an edit outside the text`,
            )
        }
        return [finding.code, finding.at, finding.message, edits]
      }),
  )
}

describe(`whatever is typed (seed ${seed})`, () => {
  it('is read without an error at a quarter of the prefixes of every fixture, at others with another seed', function () {
    this.timeout(300_000)
    // Of long texts some two hundred; `npm run fuzz` cuts them anywhere.
    for (const { uri, text } of files) {
      const reader = openReader()
      // The files of a module are worked out as a whole each time.
      const step = 4 * Math.max(syntaxOf(uri) === 'hcl' ? 11 : 1, Math.floor(text.length / 200))
      for (let end = seed % step; end <= text.length; end += step) reader.read([[uri, text.slice(0, end)]])
    }
  })

  it('is reviewed without an error, inside the text, and always in the same way', function () {
    this.timeout(120_000)
    holds(
      fc.property(anyFile, fc.nat(), ({ uri, text }, cut) => {
        const prefix = text.slice(0, cut % (text.length + 1))
        assert.equal(reviewAll(uri, prefix), reviewAll(uri, prefix))
      }),
      1500,
    )
  })

  it('may be cut, doubled, mistyped and mixed up', function () {
    this.timeout(120_000)
    const pieces = [
      '"',
      "'",
      '{',
      '}',
      '[',
      ']',
      ':',
      '\n',
      '\t',
      '---\n',
      '&a ',
      '*a',
      '<<: *a',
      '{{ x }}',
      '{{',
      '# kafka-review-ignore KR301 -- x',
      '\r\n',
      '\uFEFF',
      '😀',
      '\\',
      '- ',
      '<<<<<<< ours\n',
      '=======\n',
      '>>>>>>> theirs\n',
      '|',
      '\u0000',
      '${',
      '<<-EOT\n',
      'var.x',
      ' = ',
      '(',
    ]
    holds(
      fc.property(
        anyFile,
        fc.array(fc.tuple(fc.nat(), fc.constantFrom(...pieces), fc.nat(6)), { maxLength: 4 }),
        ({ uri, text }, changes) => {
          let mutant = text
          for (const [at, piece, cut] of changes) {
            const place = at % (mutant.length + 1)
            mutant = mutant.slice(0, place) + piece + mutant.slice(place + cut)
          }
          reviewAll(uri, mutant)
        },
      ),
      3000,
    )
  })

  it('gives the same findings read anew or read after an edit', function () {
    this.timeout(120_000)
    holds(
      fc.property(anyFile, fc.nat(), fc.constantFrom('1', '3', '\n', 'x', '"', ' '), ({ uri, text }, at, piece) => {
        const place = at % (text.length + 1)
        const next = text.slice(0, place) + piece + text.slice(place)
        const review = startReview(theLibrary(), () => [root])
        const reader = openReader()
        review.update(reader.read([[uri, text]]))
        review.update(reader.read([[uri, next]]))
        assert.deepEqual(review.findings(uri), reviewTexts([{ uri, text: next }]).findings(uri))
      }),
      1500,
    )
  })
})
