import assert from 'node:assert/strict'
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeWhole } from '../../server/src/cli/write.ts'
import { run } from '../support/command-line.ts'
import { cluster, sink, topic } from '../support/shop.ts'

const files = {
  'cluster.yaml': cluster,
  'topic.yaml': topic(3),
  'sinks/us.json': `[\n${sink}\n]`,
  'orders-value.avsc': '{"type": "record", "name": "Order", "fields": [\n{"name": "email", "type": "string"}\n]}',
  '.gitignore': 'left/\n',
  'left/sink.json': sink.replace('s-1', 's-left'),
}

describe('what a command prints', () => {
  const rows: readonly (readonly [args: string, expected: readonly RegExp[], not?: RegExp])[] = [
    ['flow .', [/^<svg[\s\S]*<\/svg>\s*$/, /s-1/], /s-left/],
    ['flow . --format mermaid --no-ignore --without aws', [/^flowchart LR\n/, /s-left/, /breaks/], /svg/],
    [
      'scorecard . --without aws',
      [
        /^# Residency and recovery\n/,
        /\| connector s-1 \| India .* \| sinks\/us\.json:2 \| .*KR401/,
        /## What if: nothing of aws\n/,
      ],
      /s-left/,
    ],
    ['record .', [/^# /, /sinks\/us\.json:2/, /orders-value\.avsc:2/, /India/], /left\/sink/],
    ['record . --no-ignore --format csv', [/^[^#\n]*,/, /left\/sink/], /;.*;.*;/],
    ['facts .', [/^\{.*"repository":"kafka-review-\w+"/, /"s-1"/], /s-left/],
    ['facts . --name shop --format jsonl', [/^\{.*"shop".*\}\n\{/]],
  ]
  for (const [args, expected, not] of rows)
    it(`with ${args} is that, of what git does not ignore unless told otherwise`, async () => {
      const { status, out, problems } = await run(files, ...args.split(' '))
      assert.deepEqual([status, problems], [0, ''])
      for (const one of expected) assert.match(out, one)
      if (not) assert.doesNotMatch(out, not)
    })
})

describe('a file that a command writes', () => {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'kafka-review-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  it('is there as a whole, with the rights that it had', async () => {
    const path = join(folder, 'record.md')
    await writeWhole(path, 'first')
    assert.equal(readFileSync(path, 'utf8'), 'first')
    chmodSync(path, 0o640)
    await writeWhole(path, new TextEncoder().encode('second'))
    assert.equal(readFileSync(path, 'utf8'), 'second')
    if (process.platform !== 'win32') assert.equal(statSync(path).mode & 0o777, 0o640)
    assert.deepEqual(readdirSync(folder), ['record.md'])
  })

  it('is what it was where it cannot be written, and nothing lies beside it', async () => {
    mkdirSync(join(folder, 'record.md'))
    writeFileSync(join(folder, 'record.md/kept'), '')
    await assert.rejects(writeWhole(join(folder, 'record.md'), 'text'), { code: 'EISDIR' })
    await assert.rejects(writeWhole(join(folder, 'gone/record.md'), 'text'), { code: 'ENOENT' })
    assert.deepEqual(readdirSync(folder), ['record.md'])
  })
})
