import fc from 'fast-check'
import { inputs } from '../fuzz/inputs.ts'
import { assertHolds } from '../fuzz/holds.ts'
import { modelRuns } from '../fuzz/model.ts'
import { assertReadBack, givens } from '../fuzz/read-back.ts'
import { holds, seed } from '../support/random.ts'

describe(`whatever happens (seed ${seed})`, function () {
  this.timeout(180_000)

  it('in files, a review holds what it promises', () =>
    holds(
      fc.property(inputs(), input => void assertHolds(input)),
      5000,
    ))

  it('to what a command reads back, it is taken or refused', () =>
    fc.assert(
      fc.asyncProperty(givens(), async given => void (await assertReadBack(given))),
      { seed, numRuns: 500, interruptAfterTimeLimit: 60_000, markInterruptAsFailure: false },
    ))

  it('to files, their findings are those of a review that begins with them', () =>
    fc.assert(modelRuns(30), { seed, numRuns: 12, interruptAfterTimeLimit: 60_000, markInterruptAsFailure: false }))
})
