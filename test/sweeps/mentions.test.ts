import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { renderFix } from '../../server/src/fix.ts'
import { mentionsNamed, sameAs } from '../../server/src/model/references.ts'
import { mentionsOf, type Mention } from '../../server/src/model/mentions.ts'
import { renameAll } from '../../server/src/model/rename.ts'
import type { Review } from '../../server/src/review.ts'
import { applyEdits } from '../../server/src/text/edit.ts'
import { readFixtures, reviewTexts, type Fixture } from '../support/fixtures.ts'
import { anEighthOf } from '../support/random.ts'

const fixtures = readdirSync('test/rules').flatMap(folder => readFixtures(`test/rules/${folder}`))

const mentionsIn = (review: Review): Mention[] =>
  [...review.files()]
    .flatMap(file => review.estate.entities(file))
    .flatMap(of => mentionsOf(of, review.estate.topicSettings))

const sample = anEighthOf(fixtures)

describe('what names something', () => {
  it('stands where it says, in a sample of the fixtures', () => {
    let seen = 0
    for (const { name, files } of sample) {
      const texts = new Map(files.map(({ uri, text }) => [uri, text]))
      for (const { what, name: named, place, written } of mentionsIn(reviewTexts(files))) {
        const { start, end } = place.span
        const text = texts.get(place.file)?.slice(start, end) ?? ''
        if (!written || end - start !== written.length) continue
        seen++
        assert.equal(text.replace(/\\\./g, '.'), named, `${name}: ${what} ${named}`)
      }
    }
    assert.ok(seen > 60, String(seen))
  })

  it('is found under its new name after it was renamed, and nothing under the old one', function () {
    // It renames what a fixture names, one after another: another eighth of them with another seed.
    this.timeout(60_000)
    let renamed = 0
    for (const { name, files } of sample)
      for (const what of ['topic', 'group', 'connector', 'cluster'] as const) renamed += renameFirst(name, files, what)
    assert.ok(renamed > 12, String(renamed))
  })
})

/** Renames the first thing of a kind that can be renamed; returns how often. */
function renameFirst(label: string, files: Fixture['files'], what: Mention['what']): number {
  const review = reviewTexts(files)
  const texts = new Map(files.map(({ uri, text }) => [uri, text]))
  for (const mention of mentionsIn(review).filter(one => one.what === what)) {
    const { sure, unsure } = sameAs(mention, review.estate)
    const { edits, files: moved, stuck } = renameAll(sure, 'zz-9')
    const rendered =
      unsure.length + stuck.length + moved.length > 0 ? undefined : renderFix({ edits }, uri => texts.get(uri))
    if (!rendered || sure.length < mentionsNamed(what, mention.name, review.estate).length) continue
    const after = reviewTexts(
      files.map(({ uri, text }) => ({
        uri,
        text: applyEdits(text, rendered.find(({ file }) => file === uri)?.edits ?? []),
      })),
    )
    assert.deepEqual(mentionsNamed(what, mention.name, after.estate), [], `${label}: ${what} ${mention.name}`)
    assert.ok(mentionsNamed(what, 'zz-9', after.estate).length >= sure.length, `${label}: ${what} ${mention.name}`)
    return 1
  }
  return 0
}
