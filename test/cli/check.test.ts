import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { run, runIn, type Outcome } from '../support/command-line.ts'
import { topic } from '../support/shop.ts'

const codesIn = ({ out }: Outcome): string[] =>
  (JSON.parse(out) as { findings: { code: string; level: string }[] }).findings.map(({ code }) => code)

describe('the exit status of check', () => {
  const files = { 'topics.yaml': topic(2) }
  const broken = { ...files, '.kafka-review.yaml': 'version: 1\n\tdestinations: [\n' }
  const rows: readonly [string, Readonly<Record<string, string>>, readonly string[], number][] = [
    ['0 where nothing reaches the level that fails', files, ['check', 'FOLDER'], 0],
    ['1 where a finding reaches it', files, ['check', 'FOLDER', '--fail-on', 'warning'], 1],
    [
      '1 where a finding reaches it that is not printed',
      files,
      ['check', 'FOLDER', '--fail-on', 'warning', '--level', 'error'],
      1,
    ],
    ['0 where nothing is to fail', files, ['check', 'FOLDER', '--fail-on', 'never'], 0],
    ['2 for a configuration that is no YAML', broken, ['check', 'FOLDER', '--fail-on', 'never'], 2],
    [
      '2 for a configuration that is no YAML above the path',
      { 'sub/topics.yaml': topic(3), '.kafka-review.yaml': broken['.kafka-review.yaml'] },
      ['check', 'FOLDER/sub'],
      2,
    ],
    ['2 for a path that is not there', files, ['check', 'FOLDER/nothing'], 2],
    ['2 for a level that is none', files, ['check', 'FOLDER', '--fail-on', 'grave'], 2],
    ['2 for an option that is none', files, ['check', 'FOLDER', '--grave'], 2],
    ['2 for no command', files, [], 2],
  ]
  for (const [what, given, args, status] of rows)
    it(`is ${what}`, async () => {
      const outcome = await run(given, ...args)
      assert.equal(outcome.status, status, outcome.out + outcome.problems)
      assert.equal(outcome.problems !== '', status === 2, 'who fails for another reason than findings says why')
    })
})

describe('check', () => {
  it('obeys the nearest configuration upwards, above the path too', async () => {
    const files = {
      '.kafka-review.yaml': 'version: 1\nrules:\n  KR301: off\n',
      'sub/deep/topics.yaml': topic(2),
      'other/topics.yaml': topic(2),
      'other/.kafka-review.yaml': 'version: 1\n',
    }
    const json = ['--format', 'json'] as const
    assert.ok(!codesIn(await run(files, 'check', 'FOLDER/sub/deep', ...json)).includes('KR301'))
    assert.ok(!codesIn(await run(files, 'check', 'FOLDER/sub/deep/topics.yaml', ...json)).includes('KR301'))
    assert.ok(codesIn(await run(files, 'check', 'FOLDER/other/topics.yaml', ...json)).includes('KR301'))
  })

  it('prints what reaches the level, in every format', async () => {
    const files = { 'topics.yaml': topic(2) }
    for (const [format, said] of [
      ['text', 'Topic orders'],
      ['json', 'Topic orders'],
      ['sarif', '"ruleId": "KR301"'],
    ] as const) {
      const all = await run(files, 'check', 'FOLDER', '--format', format, '--level', 'warning')
      const none = await run(files, 'check', 'FOLDER', '--format', format, '--level', 'error')
      assert.ok(all.out.includes(said), format)
      assert.ok(!none.out.includes(said), format)
    }
  })

  it('prints what is accepted only where it is asked, in SARIF always', async () => {
    const files = {
      'topics.yaml': topic(2).replace(
        '  replicas',
        '  # kafka-review-ignore KR301 -- a copy lies elsewhere\n  replicas',
      ),
    }
    for (const [args, shown] of [
      [[], false],
      [['--show-suppressed'], true],
      [['--format', 'sarif'], true],
    ] as const) {
      const { out, status } = await run(files, 'check', 'FOLDER', '--fail-on', 'hint', ...args)
      assert.equal(out.includes('a copy lies elsewhere'), shown, args.join(' '))
      assert.equal(status, 0, args.join(' '))
    }
  })

  it('leaves out what git ignores, unless told otherwise', async () => {
    const files = { '.git/HEAD': '', '.gitignore': 'made/\n', 'made/topics.yaml': topic(2), 'topics.yaml': topic(3) }
    const json = ['--format', 'json'] as const
    assert.deepEqual(codesIn(await run(files, 'check', '.', ...json)), [])
    assert.deepEqual(codesIn(await run(files, 'check', '.', '--no-ignore', ...json)), ['KR301'])
  })

  it('tells of hints where they are asked for, and of those that fold only then', async () => {
    const text = `${topic(3)}  config:\n    min.insync.replicas: 1\n`
    const files = { 'test/topics.yaml': text }
    const levels = async (...args: readonly string[]): Promise<string[]> =>
      (
        JSON.parse((await run(files, 'check', '.', '--format', 'json', ...args)).out) as {
          findings: { level: string }[]
        }
      ).findings.map(({ level }) => level)
    assert.deepEqual(await levels(), ['warning'], 'all of them in JSON')
    assert.deepEqual(await levels('--level', 'information'), [])
    const folded = await run(files, 'check', '.')
    assert.match(folded.out, /^test\/topics\.yaml: hint: a development broker: 1 durability and transport finding/)
    assert.doesNotMatch(folded.out, /KR302/)
    const shown = await run(files, 'check', '.', '--level', 'hint')
    assert.match(shown.out, /^test\/topics\.yaml:10:26 warning KR302/)
    assert.doesNotMatch(shown.out, /--level hint/)
    assert.equal((await run(files, 'check', '.', '--fail-on', 'warning')).status, 0, 'what folds fails as a hint')
    assert.equal((await run(files, 'check', '.', '--fail-on', 'hint')).status, 1)
  })

  it('reports the files that are named alone, and reads the rest for them', async () => {
    const files = {
      'topics.yaml': topic(2),
      'other.yaml': topic(1).replace('orders', 'returns'),
      'cluster.yaml':
        'apiVersion: kafka.strimzi.io/v1\nkind: Kafka\nmetadata:\n  name: shop\nspec:\n  kafka:\n    replicas: 1\n',
    }
    const alone = await run(files, 'check', '--only', 'topics.yaml', '--format', 'json')
    assert.deepEqual(codesIn(alone), ['KR301', 'KR305'], 'the cluster of another file tells how many brokers there are')
    assert.equal(alone.out.includes('returns'), false)
    const inFolder = await run(
      { 'x/topics.yaml': topic(2), 'y/other.yaml': topic(1) },
      'check',
      '--only',
      'x/topics.yaml',
      'x',
      '--format',
      'json',
    )
    assert.deepEqual(codesIn(inFolder), ['KR301'])
    const apart = { 'x/topics.yaml': topic(2), 'y/cluster.yaml': files['cluster.yaml'] }
    for (const [folders, expected] of [
      [['x'], ['KR301']],
      [['y'], ['KR301', 'KR305']],
      [[], ['KR301', 'KR305']],
    ] as const)
      assert.deepEqual(
        codesIn(await run(apart, 'check', '--only', 'x/topics.yaml', ...folders, '--format', 'json')),
        expected,
        `beside what lies in ${folders[0] ?? 'all folders'}`,
      )
    assert.equal((await run(files, 'check', '--only', '.')).status, 2, 'no file is named')
    assert.equal((await run(files, 'check', '--only', 'gone.yaml')).status, 2)
  })

  it('says of a file among others what it says of it alone', async () => {
    const files = { 'test/topics.yaml': topic(1), 'a.yaml': topic(3) }
    const all = await run(files, 'check', '.', '--format', 'json')
    const alone = await run(files, 'check', '--only', 'test/topics.yaml', '--format', 'json')
    assert.deepEqual(JSON.parse(alone.out).findings, JSON.parse(all.out).findings)
  })

  it('reviews standard input as a file, whether or not it is there', async () => {
    const { stdin } = process
    const given = (text: string): void =>
      void Object.defineProperty(process, 'stdin', { value: Readable.from([Buffer.from(text)]), configurable: true })
    try {
      for (const files of [{ 'topics.yaml': topic(3) }, { 'other.yaml': topic(3) }]) {
        given(topic(2))
        const { out } = await run(files, 'check', '--stdin', '--stdin-filename', 'topics.yaml')
        assert.match(out, /^topics\.yaml:8:13 warning KR301/m)
      }
    } finally {
      Object.defineProperty(process, 'stdin', { value: stdin, configurable: true })
    }
    assert.equal((await run({}, 'check', '--stdin')).status, 2)
    assert.equal((await run({}, 'check', '--stdin-filename', 'topics.yaml', '.')).status, 2)
  })

  it('explains where it is asked', async () => {
    const short = await run({ 'topics.yaml': topic(2) }, 'check', '.')
    assert.deepEqual(short.out.split('\n').slice(1), ['', '1 warning.', '1 file understood, 0 in part, 0 not.', ''])
    const long = await run({ 'topics.yaml': topic(2) }, 'check', '.', '--explain')
    assert.match(long.out, /^8 \| {3}replicas: 2\n {2}\| {13}\^\n/m)
  })
})

describe('every command', () => {
  it('has help of its own', async () => {
    for (const command of ['check', 'record', 'flow', 'lsp']) {
      const { status, out, problems } = await run({}, command, '--help')
      assert.deepEqual([status, problems], [0, ''])
      assert.match(out, new RegExp(`^kafka-review ${command} `))
      assert.equal((await run({}, 'help', command)).out, out)
    }
    assert.equal((await run({}, 'help', 'chek')).status, 2)
  })

  it('names every option that it takes in its help', async () => {
    const { out } = await run({}, 'check', '--help')
    const named = new Set([...out.matchAll(/--([a-z-]+)/g)].map(([, name]) => name))
    const source = readFileSync('server/src/cli/check.ts', 'utf8')
    const [, table = ''] = /^const options = \{([^}]*)\}/m.exec(source) ?? []
    const taken = [...table.matchAll(/^ {2}'?([a-z-]+)'?:/gm)].map(([, name]) => name)
    assert.ok(taken.length > 8)
    assert.deepEqual(
      taken.filter(name => !named.has(name)),
      [],
    )
  })
})

describe('record --accept', () => {
  it('says what changed since the record was written, and writes it anew', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'kafka-review-'))
    const topic = (days: number): string =>
      `apiVersion: kafka.strimzi.io/v1\nkind: KafkaTopic\nmetadata:\n  name: patients\nspec:\n  partitions: 3\n  replicas: 3\n  config:\n    retention.ms: ${days * 86_400_000}\n`
    try {
      const { out } = await runIn(folder, { 'kafka/topic.yaml': topic(7) }, 'record', 'kafka')
      writeFileSync(join(folder, 'record.md'), out)
      const accept = (): ReturnType<typeof runIn> => runIn(folder, {}, 'record', 'kafka', '--accept', 'record.md')
      assert.equal((await accept()).out, 'record.md is up to date\n')
      const changed = await runIn(folder, { 'kafka/topic.yaml': topic(30) }, 'record', 'kafka', '--check', 'record.md')
      assert.equal(changed.status, 1)
      assert.match(changed.out, /time limit 30 days/)
      assert.deepEqual([(await accept()).status, (await accept()).out], [0, 'record.md is up to date\n'])
      assert.match(readFileSync(join(folder, 'record.md'), 'utf8'), /time limit 30 days/)
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})
