import assert from 'node:assert/strict'
import { witness } from '../../server/tools/verify/documents.ts'
import { Draw } from '../../server/tools/verify/draw.ts'
import { makeSchemaPairs } from '../../server/tools/verify/schema-pairs.ts'
import { ourVerdict } from '../../server/tools/verify/schema-verdicts.ts'
import { seed } from '../support/random.ts'

describe(`what breaks between versions of JSON Schemas, held against documents (SEED=${seed})`, () => {
  it('is shown by a document that the old schema takes and the new one refuses, and by none where nothing breaks', () => {
    const draw = new Draw(seed)
    const counts = { breaks: 0, holds: 0 }
    for (const pair of makeSchemaPairs(200, seed).filter(([language]) => language === 'json')) {
      const ours = ourVerdict(pair)
      if (!ours) continue
      const breaks = ours.length > 0
      const document = witness(pair[1], pair[2], draw, breaks ? 3000 : 300)
      assert.equal(document !== undefined, breaks, `${pair.join('\n')}\n${ours.join()} ${JSON.stringify(document)}`)
      counts[breaks ? 'breaks' : 'holds']++
    }
    assert.ok(counts.breaks > 50 && counts.holds > 30, JSON.stringify(counts))
  }).timeout(120_000)
})
