import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runIn, type Outcome } from '../support/command-line.ts'
import { makeRepository } from '../support/git.ts'
import { topic } from '../support/shop.ts'

const password = (text: string): string =>
  `{"name": "s", "config": {"connector.class": "io.confluent.connect.jdbc.JdbcSinkConnector", "topics": "t", "connection.url": "jdbc:postgresql://db.internal/x", "connection.password": "${text}"}}`

describe('a baseline', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'kafka-review-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  const run = (files: Readonly<Record<string, string>>, ...args: string[]): Promise<Outcome> =>
    runIn(folder, files, 'check', '.', '--fail-on', 'hint', ...args)
  const file = '.kafka-review.baseline.json'
  const entries = (): { rule: string; path: string; entity: string; count: number }[] =>
    JSON.parse(readFileSync(join(folder, file), 'utf8')).findings

  it('lets pass what was there, and fails for what is new', async () => {
    const written = await run({ 'a.yaml': topic(2, 'orders') }, '--write-baseline')
    assert.deepEqual([written.status, written.out], [0, `${file}: 1 finding written\n`])
    assert.deepEqual(
      entries().map(({ rule, path, entity, count }) => [rule, path, entity, count]),
      [['KR301', 'a.yaml', 'topic orders', 1]],
    )
    const same = await run({}, '--baseline', file)
    assert.equal(same.status, 0)
    assert.doesNotMatch(same.out, /KR301/)
    assert.equal(same.problems, `${file}: 1 known finding not counted\n`)
    const more = await run({ 'b.yaml': topic(2, 'returns') }, '--baseline', file)
    assert.equal(more.status, 1)
    assert.match(more.out, /^b\.yaml:\d+:\d+ warning KR301 Topic returns/m)
    assert.doesNotMatch(more.out, /^a\.yaml/m)
    assert.equal((await run({ 'a.yaml': topic(1, 'orders') }, '--baseline', file)).status, 1, 'worse than it was')
    assert.equal(
      (await run({ 'a.yaml': `${topic(2, 'orders')}---\n${topic(2, 'orders')}` }, '--baseline', file)).status,
      1,
      'once more',
    )
  })

  const survivors: readonly [string, Readonly<Record<string, string>>][] = [
    ['lines that move', { 'a.yaml': `# one\n\n# two\n${topic(2, 'orders')}` }],
    ['another order', { 'a.yaml': `${topic(3, 'returns')}---\n${topic(2, 'orders')}` }],
    [
      'another layout',
      {
        'a.yaml': JSON.stringify({
          apiVersion: 'kafka.strimzi.io/v1',
          kind: 'KafkaTopic',
          metadata: { name: 'orders', labels: { 'strimzi.io/cluster': 'c' } },
          spec: { replicas: 2, partitions: 1 },
        }),
      },
    ],
    ['a move into another file', { 'a.yaml': topic(3, 'returns'), 'sub/b.yaml': topic(2, 'orders') }],
  ]
  for (const [what, files] of survivors)
    it(`survives ${what}`, async () => {
      await run({ 'a.yaml': topic(2, 'orders') }, '--write-baseline')
      const { status, out, problems } = await run(files, '--baseline', file)
      assert.equal(status, 0, out)
      assert.equal(problems, `${file}: 1 known finding not counted\n`)
    })

  it('survives the renaming of a file', async () => {
    await run({ 'a.yaml': topic(2, 'orders') }, '--write-baseline')
    renameSync(join(folder, 'a.yaml'), join(folder, 'b.yaml'))
    assert.equal((await run({}, '--baseline', file)).status, 0)
    await run({}, '--baseline', file, '--write-baseline')
    assert.deepEqual(
      entries().map(({ path }) => path),
      ['b.yaml'],
    )
  })

  it('takes no finding for another one of the same kind elsewhere', async () => {
    await run({ 'dev.yaml': topic(2, 'orders'), 'prod.yaml': topic(3, 'orders') }, '--write-baseline')
    const swapped = await run({ 'dev.yaml': topic(3, 'orders'), 'prod.yaml': topic(2, 'orders') }, '--baseline', file)
    assert.equal(swapped.status, 1)
    assert.match(swapped.out, /^prod\.yaml/m)
  })

  it('tells what no longer occurs, and loses it when it is written anew, without taking up what is new', async () => {
    await run({ 'a.yaml': topic(2, 'orders'), 'b.yaml': topic(2, 'returns') }, '--write-baseline')
    const mended = { 'a.yaml': topic(3, 'orders'), 'c.yaml': topic(2, 'claims') }
    const { status, problems } = await run(mended, '--baseline', file)
    assert.equal(status, 1)
    assert.equal(
      problems,
      `${file}: 1 known finding not counted; 1 no longer occurs (--write-baseline --baseline ${file} removes it)\n`,
    )
    const written = await run({}, '--baseline', file, '--write-baseline')
    assert.equal(written.out, `${file}: 1 finding removed, 1 left\n`)
    assert.deepEqual(
      entries().map(({ path }) => path),
      ['b.yaml'],
    )
    const part = await runIn(folder, {}, 'check', '--only', 'c.yaml', '.', '--baseline', file)
    assert.equal(
      part.problems,
      `${file}: 0 known findings not counted\n`,
      'of files that are not reported nothing is missing',
    )
  })

  it('misses nothing of files that a branch has not changed, nor of those that nobody names', async () => {
    makeRepository(folder, {
      'a.yaml': topic(2, 'orders'),
      'b.yaml': topic(2, 'returns'),
      'c.yaml': topic(2, 'parcels'),
    })
    await run({}, '--write-baseline')
    const { problems, status } = await run(
      { 'a.yaml': `# one\n${topic(2, 'orders')}` },
      '--changed',
      '--baseline',
      file,
    )
    assert.deepEqual([status, problems], [0, `${file}: 1 known finding not counted\n`])
    const mended = await run({ 'a.yaml': topic(3, 'orders') }, '--changed', '--baseline', file)
    assert.match(mended.problems, /0 known findings not counted; 1 no longer occurs/)
    const alone = await runIn(folder, {}, 'check', 'b.yaml', '--only', '--baseline', file)
    assert.equal(alone.problems, `${file}: 1 known finding not counted\n`)
  })

  it('misses nothing of a folder that is only called like the one that is named', async () => {
    await run({ 'a/x.yaml': topic(2, 'orders'), 'ab/y.yaml': topic(2, 'returns') }, '--write-baseline')
    const checked = async (...args: string[]): Promise<string> =>
      (await runIn(folder, {}, 'check', ...args, '--baseline', file)).problems.trim()
    writeFileSync(join(folder, 'ab/y.yaml'), topic(3, 'returns'))
    for (const named of ['a', 'a/', './a'])
      assert.equal(await checked(named), `${file}: 1 known finding not counted`, named)
    assert.match(await checked('ab/'), /1 no longer occurs/)
    assert.match(await checked('ab'), /0 known findings not counted; 1 no longer occurs/)
    assert.match(await checked('a', 'ab/y.yaml'), /1 known finding not counted; 1 no longer occurs/)
  })

  it('holds no secret, and no hash of one', async () => {
    await run({ 's.json': password('Winterhafen-2291') }, '--write-baseline')
    const before = readFileSync(join(folder, file), 'utf8')
    assert.match(before, /KR505/)
    assert.doesNotMatch(before, /Winterhafen/)
    assert.equal((await run({ 's.json': password('Lotsenboot-5518') }, '--baseline', file)).status, 0)
    await run({}, '--write-baseline')
    assert.equal(readFileSync(join(folder, file), 'utf8'), before)
  })

  it('stands in SARIF as unchanged', async () => {
    await run({ 'a.yaml': topic(2, 'orders') }, '--write-baseline')
    const { out } = await run({ 'b.yaml': topic(2, 'returns') }, '--baseline', file, '--format', 'sarif')
    const { runs } = JSON.parse(out) as { runs: { results: { baselineState: string }[] }[] }
    assert.deepEqual(runs[0]?.results.map(({ baselineState }) => baselineState).sort(), ['new', 'unchanged'])
  })

  it('that is none is wrong use', async () => {
    for (const text of ['', '{', '[]', '{"version": 2, "findings": []}', '{"version": 1, "findings": [{"rule": 1}]}']) {
      const { status, problems } = await run({ [file]: text }, '--baseline', file)
      assert.equal(status, 2, text)
      assert.match(problems, /no baseline of this version/)
    }
    assert.equal((await run({}, '--baseline', 'none.json')).status, 2)
  })

  it('is written in the place of a link, never where that leads', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'kafka-review-'))
    const outside = mkdtempSync(join(tmpdir(), 'outside-'))
    try {
      writeFileSync(join(outside, 'mine'), 'mine')
      for (const name of ['.kafka-review.baseline.json', 'record.md'])
        symlinkSync(join(outside, 'mine'), join(folder, name))
      await runIn(folder, { 'x.yaml': 'a: 1\n' }, 'check', '.', '--write-baseline')
      await runIn(folder, {}, 'record', '.', '--accept', 'record.md')
      assert.equal(readFileSync(join(outside, 'mine'), 'utf8'), 'mine')
      assert.match(readFileSync(join(folder, '.kafka-review.baseline.json'), 'utf8'), /"version": 1/)
      assert.match(readFileSync(join(folder, 'record.md'), 'utf8'), /^# /)
    } finally {
      for (const one of [folder, outside]) rmSync(one, { recursive: true })
    }
  })
})
