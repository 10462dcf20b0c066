import assert from 'node:assert/strict'
import { scorecard } from '../../server/src/cli/scorecard.ts'
import { inEnglish } from '../../server/src/locale/en.ts'

describe('suppositions on the command line', () => {
  for (const [option, given] of [
    ['--without', 'nobody-knows-this'],
    ['--without-law', 'USA'],
    ['--only', 'EEA,europe'],
    ['--adequacy-falls', 'XX'],
  ] as const)
    it(`are wrong use where nobody knows ${option} ${given}`, () =>
      assert.rejects(scorecard(['test/examples', option, given], inEnglish), { message: 'cli.unknownName' }))
})
