import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import { runIn, type Outcome } from '../support/command-line.ts'
import { topic } from '../support/shop.ts'

/** Milliseconds after which a test is stopped: what takes time that grows with the square of what is given takes minutes, what is linear less than a second. */
const never = 20_000

/** What lies in a place of several kinds, with what a command is given to read back there. */
describe('what a command reads back', function () {
  this.timeout(never)
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'kafka-review-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  const run = (...args: string[]): Promise<Outcome> => runIn(folder, { 'kafka/t.yaml': topic(2, 'orders') }, ...args)
  const write = (name: string, content: string | Uint8Array): void => writeFileSync(join(folder, name), content)
  /** Commands, each with its exit status where the file holds anything else. */
  const readers: Readonly<Record<string, number>> = {
    'check --facts given': 2,
    'record --facts given': 2,
    'diff --facts given given': 2,
    'check kafka --baseline given': 2,
    'record kafka --check given': 1,
    'record kafka --accept given': 0,
    'record kafka --format xlsx --check given': 1,
  }
  for (const [command, expected] of Object.entries(readers)) {
    const args = command.split(' ')
    it(`by ${command} is no pipe and no device`, async () => {
      for (const make of [
        () => execFileSync('mkfifo', [join(folder, 'given')]),
        () => symlinkSync('/dev/zero', join(folder, 'given')),
      ]) {
        make()
        const { status, problems } = await run(...args)
        assert.equal(status, 2)
        assert.match(problems, /given is no regular file/)
        rmSync(join(folder, 'given'))
      }
    })
    it(`by ${command} may be anything`, async () => {
      for (const content of ['', '\0'.repeat(1000), 'null', '[]', '{}', '"x"', 'PK\x03\x04', '['.repeat(100_000)]) {
        write('given', content)
        const { status, problems } = await run(...args)
        assert.equal(status, expected, content.slice(0, 9))
        assert.match(problems, expected === 2 ? /^kafka-review: given\b/ : /^$/)
      }
    })
  }

  let whole = ''
  const facts = async (): Promise<Record<string, unknown>> => {
    whole ||= (await run('facts', 'kafka', '--name', 'shop')).out
    return JSON.parse(whole) as Record<string, unknown>
  }
  const told = async (change: (text: string) => string): Promise<Outcome> => {
    write('given', change(JSON.stringify(await facts())))
    return run('check', '--facts', 'given', '--format', 'json')
  }
  const refused: readonly (readonly [string, (text: string) => string])[] = [
    ['a path that leads elsewhere', text => text.replaceAll('kafka/t.yaml', '../../etc/t.yaml')],
    ['a path of nothing', text => text.replaceAll('kafka/t.yaml', '')],
    ['a name of nothing', text => text.replace('"shop"', '" "')],
    ['another kind of value', text => text.replace('"state":"known","value":2', '"state":"known","value":"2"')],
    ['a member that is gone', text => text.replace('"replicationFactor"', '"replicas"')],
    ['a kind that is none', text => text.replace('"kind":"topic"', '"kind":"toString"')],
    ['a member that no object has', text => text.replace('"settings":', '"slot":{},"settings":')],
    ['a prototype', text => text.replace('"settings":', '"__proto__":{"a":1},"settings":')],
    ['a place behind all lines', text => text.replace(/"\$at":\[\d+/, '"$at":[9007199254740991')],
    ['a place that is none', text => text.replace(/"\$at":\[\d+/, '"$at":[-1')],
    ['a place that ends before it begins', text => text.replace(/"\$at":\[(\d+),\d+,\d+/, '"$at":[$1,9,8')],
    ['a name of what nobody told', text => text.replace(/"settings":\{/, '"settings":{"$ref":77,')],
    [
      'a file that is told twice',
      text => {
        const { files, ...rest } = JSON.parse(text) as { files: unknown[] }
        return JSON.stringify({ ...rest, files: [...files, ...files] })
      },
    ],
    [
      'more than anybody can walk, in a few names',
      text => {
        const levels = Array.from(
          { length: 40 },
          (_, i) => `{"$id":${i + 9},"$is":[{"$ref":${i + 8}},{"$ref":${i + 8}}]}`,
        )
        return text.replace('"coverage":[', `"coverage":[{"$id":8,"$is":[1]},${levels.join(',')},`)
      },
    ],
    ['lists in lists', text => text.replace('"coverage":[', `"coverage":[${'['.repeat(50_000)}${']'.repeat(50_000)},`)],
    ['what was cut off', text => text.slice(0, -9)],
  ]
  for (const [what, change] of refused)
    it(`are no facts with ${what}`, async () => {
      const { status, out, problems } = await told(change)
      assert.deepEqual([status, out], [2, ''])
      assert.match(problems, /^kafka-review: given (?:was not written by kafka-review facts|is no JSON)/)
    })

  it('are facts as they were written', async () => assert.equal((await told(text => text)).problems, ''))

  it('are facts with texts that mean something elsewhere, and with more replicas than can be counted', async () => {
    const name = '\u001b[2J::error::x'
    const { status, out, problems } = await told(text =>
      text.replaceAll('"orders"', JSON.stringify(name)).replaceAll('kafka/t.yaml', 'constructor/\\u001b[2Jt.yaml'),
    )
    assert.deepEqual([status, problems], [0, ''])
    assert.ok(!out.includes('\u001b'))
    await runIn(folder, { 'kafka/t.yaml': topic(2, 'orders').replace(': 2', `: ${'9'.repeat(400)}`) }, 'version')
    write('given', (await runIn(folder, {}, 'facts', 'kafka', '--name', 'shop')).out)
    assert.equal((await runIn(folder, {}, 'check', '--facts', 'given')).problems, '')
  })

  it('are facts in UTF-16, as a shell of Windows writes them', async () => {
    write('given', Buffer.from(`\uFEFF${JSON.stringify(await facts())}`, 'utf16le'))
    assert.match((await run('check', '--facts', 'given')).out, /KR301/)
  })

  it('of repositories whose names begin alike are told apart', async () => {
    write('a', JSON.stringify({ ...(await facts()), repository: 'org' }))
    write('b', JSON.stringify({ ...(await facts()), repository: 'org/kafka' }))
    const { out } = await run('check', '--facts', 'a', 'b', '--format', 'json')
    const { findings } = JSON.parse(out) as { findings: { code: string; file: string }[] }
    assert.deepEqual(
      findings.filter(({ code }) => code === 'KR301').map(({ file }) => file),
      ['org/kafka/kafka/t.yaml', 'org/kafka/t.yaml'],
    )
  })

  it('is a baseline with counts only', async () => {
    await run('check', 'kafka', '--write-baseline')
    const text = readFileSync(join(folder, '.kafka-review.baseline.json'), 'utf8')
    for (const count of ['-1', '0', '1.5', '1e308', '"1"', 'null']) {
      write('given', text.replace('"count":1', `"count":${count}`))
      const { status, problems } = await run('check', 'kafka', '--baseline', 'given')
      assert.equal(status, 2)
      assert.match(problems, /given: no baseline of this version/)
    }
  })

  it('is a baseline of many findings, compared before the kill', async () => {
    const entry = { rule: 'KR301', path: 'kafka/gone.yaml', entity: 'topic x', content: 'x', count: 1 }
    const findings = Array.from({ length: 50_000 }, (_, i) => ({ ...entry, content: String(i) }))
    write('given', JSON.stringify({ version: 1, findings }))
    assert.match((await run('check', 'kafka', '--baseline', 'given')).problems, /50,?000/)
  })

  const sheet = (text: string): Uint8Array => zipSync({ 'xl/worksheets/sheet1.xml': Buffer.from(text) })
  const cell = '<t xml:space="preserve">'
  const long: readonly (readonly [string, string, () => string | Uint8Array])[] = [
    ['comments that do not end', 'markdown', () => '<!-- kafka-review record en\n'.repeat(50_000)],
    ['a comment of many lines', 'html', () => `<!-- kafka-review record en\n${'["a","b","c"]\n'.repeat(50_000)}-->`],
    ['a language of a million letters', 'html', () => `<!-- kafka-review record ${'e'.repeat(1_000_000)}`],
    ['quotes only', 'csv', () => '"'.repeat(999_999)],
    ['cells only', 'csv-semicolon', () => 'a,'.repeat(500_000)],
    [
      'names that every object has',
      'json',
      () =>
        `{"activities":[${'{"name":"__proto__","sources":[],"cells":{"__proto__":{"values":[]}}},'.repeat(9_999)}{}]}`,
    ],
    ['lines that are alike', 'dpv', () => 'x\n'.repeat(200_000)],
    ['names without numbers', 'fides', () => '.a'.repeat(500_000)],
    ['rows that do not end', 'xlsx', () => sheet('<row '.repeat(200_000))],
    ['cells that do not end', 'xlsx', () => sheet(`<row ${cell.repeat(50_000)}</row>`)],
    ['rows of many cells', 'dsk', () => sheet(`<row ${`${cell}a</t>`.repeat(50_000)}</row>`.repeat(2))],
    ['a sheet that unpacks to a thousand times as much', 'xlsx', () => sheet('x'.repeat(40_000_000))],
    ['another part that does', 'xlsx', () => zipSync({ 'other.xml': new Uint8Array(40_000_000) })],
  ]
  for (const [what, format, content] of long)
    it(`is a record with ${what}, compared before the kill`, async () => {
      write('given', content())
      const { status, problems } = await run('record', 'kafka', '--format', format, '--check', 'given')
      assert.deepEqual([status, problems], [1, ''])
    })
})
