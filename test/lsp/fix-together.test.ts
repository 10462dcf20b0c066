import assert from 'node:assert/strict'
import { preferredFix } from '../../server/src/lsp/fix-together.ts'
import type { Finding } from '../../server/src/rules/finding.ts'
import { reviewTexts, root } from '../support/fixtures.ts'

/** A finding with one fix, which the table of consequences calls safe. */
function mendable(): Finding {
  const uri = `${root}connect.properties`
  const text = 'bootstrap.servers=k:9093\nsecurity.protocol=SSL\nunclean.leader.election.enable=true\nbroker.id=1\n'
  const review = reviewTexts([{ uri, text }])
  const found = [...review.files()].flatMap(file => review.findings(file)).find(({ code }) => code === 'KR304')
  assert.ok(found)
  return found
}

describe('the fix that an editor prefers', () => {
  it('is the only safe one', () => {
    const finding = mendable()
    assert.equal(finding.fixes.length, 1)
    assert.equal(preferredFix(finding), finding.fixes[0])
  })

  it('is none for a guess, where there are two, or where a secret would be written over', () => {
    const finding = mendable()
    const [fix] = finding.fixes
    assert.ok(fix)
    assert.equal(preferredFix({ ...finding, certainty: 'guessed' }), undefined)
    assert.equal(preferredFix({ ...finding, fixes: [fix, { ...fix }] }), undefined)
    const concealing = { ...fix, edits: [{ op: 'conceal', at: finding.at } as unknown as (typeof fix.edits)[number]] }
    assert.equal(preferredFix({ ...finding, fixes: [concealing] }), undefined)
  })
})
