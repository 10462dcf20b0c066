import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { run } from '../support/command-line.ts'
import { textsBelow } from '../support/migration.ts'

const company = textsBelow('test/migration/msk-company')
const second = { ...company, 'more.tf': company['main.tf']?.replaceAll('"shop"', '"works"') ?? '' }

describe('migrate', () => {
  let out = ''
  beforeEach(() => {
    out = mkdtempSync(join(tmpdir(), 'move-'))
  })
  afterEach(() => rmSync(out, { recursive: true }))

  it('writes the move into a folder', async () => {
    const { status, out: said } = await run(company, 'migrate', 'FOLDER', '--to', 'strimzi', '--out', out)
    assert.equal(status, 0, said)
    assert.match(said, /^12 files written to /)
    assert.match(readFileSync(join(out, 'MIGRATION.md'), 'utf8'), /^# Move of shop to Strimzi/)
    assert.match(readFileSync(join(out, 'MIGRATION.md'), 'utf8'), /main\.tf:\d+/)
  })

  it('writes nothing into a folder that holds files, unless it is told to', async () => {
    writeFileSync(join(out, 'mine.txt'), '')
    const refused = await run(company, 'migrate', 'FOLDER', '--to', 'strimzi', '--out', out)
    assert.equal(refused.status, 2)
    assert.match(refused.problems, /holds files; choose another folder, or use --overwrite/)
    assert.deepEqual(readdirSync(out), ['mine.txt'])
    const told = await run(company, 'migrate', 'FOLDER', '--to', 'strimzi', '--out', out, '--overwrite')
    assert.equal(told.status, 0, told.problems)
  })

  it('asks which cluster, where there are several, and says where there is none', async () => {
    const several = await run(second, 'migrate', 'FOLDER', '--to', 'strimzi', '--out', out)
    assert.match(several.problems, /choose the cluster to leave with --cluster: shop, works/)
    const chosen = await run(second, 'migrate', 'FOLDER', '--to', 'strimzi', '--out', out, '--cluster', 'works')
    assert.equal(chosen.status, 0, chosen.problems)
    const none = await run({ 'x.sh': '' }, 'migrate', 'FOLDER', '--to', 'strimzi', '--out', join(out, 'none'))
    assert.match(none.problems, /no cluster that somebody else runs/)
    const elsewhere = await run(company, 'migrate', 'FOLDER', '--to', 'nats', '--out', out)
    assert.match(elsewhere.problems, /--to nats: expected one of strimzi/)
    const nowhere = await run(company, 'migrate', 'FOLDER', '--to', 'strimzi')
    assert.match(nowhere.problems, /expected --out DIR/)
  })
})
