import assert from 'node:assert/strict'
import fc from 'fast-check'
import { holds, seed } from '../support/random.ts'
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
