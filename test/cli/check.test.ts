import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { main } from '../../server/src/cli/main.ts'

const topic = (replicas: number): string =>
  `apiVersion: kafka.strimzi.io/v1\nkind: KafkaTopic\nmetadata:\n  name: orders\n  labels:\n    strimzi.io/cluster: c\nspec:\n  partitions: 1\n  replicas: ${replicas}\n`

interface Outcome {
  readonly status: number | undefined
  readonly out: string
  readonly problems: string
}

/** Runs the command line on a folder with the given files; `FOLDER` in an argument stands for it. */
async function run(files: Readonly<Record<string, string>>, ...args: readonly string[]): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'kafka-review-'))
  const written = { out: '', problems: '' }
  const { stdout, stderr } = process
  const [write, warn] = [stdout.write, stderr.write]
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), text)
    }
    stdout.write = (text: string | Uint8Array): boolean => {
      written.out += String(text)
      return true
    }
    stderr.write = (text: string | Uint8Array): boolean => {
      written.problems += String(text)
      return true
    }
    process.env.LC_ALL = 'C'
    const status = await main(args.map(text => text.replace('FOLDER', folder)))
    return { status, ...written }
  } finally {
    stdout.write = write
    stderr.write = warn
    rmSync(folder, { recursive: true })
  }
}

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
})
