import assert from 'node:assert/strict'
import { consequences } from '../support/consequences.ts'
import { fixtureEdits } from '../support/fixture-edits.ts'

const never = new Set(consequences.classes.filter(({ offered }) => offered === 'never').map(({ id }) => id))

describe('the fixes of all fixtures', () => {
  it('edit nothing whose change is never offered, and only what a sourced row names', () => {
    const edits = [...fixtureEdits()]
    assert.ok(edits.length > 500, 'the fixtures have moved')
    for (const { code, fix } of edits) assert.ok(!never.has(fix.does), `${code} ${fix.title.id} ${fix.does}`)
  })
})
