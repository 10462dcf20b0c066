import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { languageOf, oneOf, parse, usage, UsageError } from '../../server/src/cli/arguments.ts'
import { isFolderPath, isPath } from '../../server/src/cli/paths.ts'
import { suppositionsIn } from '../../server/src/cli/suppositions.ts'
import { theLibrary } from '../support/fixtures.ts'
import { run, runIn } from '../support/command-line.ts'
import { git, makeRepository, writeFiles } from '../support/git.ts'
import { topic } from '../support/shop.ts'

const broken = 'version: 1\n\tdestinations: [\n'

describe('wrong use is told in the first line, and how to go on', () => {
  const files = { 'topics.yaml': topic(3), 'out/a.yaml': 'a: b\n', 'none.json': '{}' }
  const rows: readonly (readonly [args: readonly string[], says: string])[] = [
    [['check', 'nothing'], 'kafka-review: no such file or folder: nothing'],
    [['check'], 'kafka-review: no path given'],
    [
      ['check', '.', '--level', 'grave'],
      'kafka-review: --level grave: expected one of hint, information, warning, error',
    ],
    [
      ['check', '.', '--format', 'paper'],
      'kafka-review: --format paper: expected one of text, json, sarif, github, gitlab, junit, checkstyle',
    ],
    [
      ['check', '.', '--fail-on', 'all'],
      'kafka-review: --fail-on all: expected one of hint, information, warning, error, never',
    ],
    [['check', '.', '--lang', 'it'], 'kafka-review: --lang it: expected one of en, de, fr'],
    [
      ['check', '.', '--baseline', 'none.json'],
      'kafka-review: none.json: no baseline of this version; write it anew with --write-baseline',
    ],
    [['check', '.', '--baseline', 'gone.json'], 'kafka-review: no such file or folder: gone.json'],
    [['check', '--facts'], 'kafka-review: no path given'],
    [['check', '--facts', 'gone.json'], 'kafka-review: no such file or folder: gone.json'],
    [
      ['check', '--facts', 'none.json'],
      'kafka-review: none.json was not written by kafka-review facts, or was changed since',
    ],
    [
      ['check', '--facts', '--only', 'none.json'],
      'kafka-review: --only needs the files themselves, and does not go with --facts',
    ],
    [['check', '--only', '.'], 'kafka-review: --only: no file among the paths'],
    [['check', '--stdin'], 'kafka-review: --stdin and --stdin-filename FILE go together'],
    [
      ['diff', '--facts', 'none.json'],
      'kafka-review: diff --facts: expected two files of facts, or two folders of them',
    ],
    [
      ['diff', '--facts', 'none.json', 'none.json', 'none.json'],
      'kafka-review: diff --facts: expected two files of facts, or two folders of them',
    ],
    [['record'], 'kafka-review: no path given'],
    [
      ['record', '.', '--format', 'paper'],
      'kafka-review: --format paper: expected one of markdown, html, csv, csv-semicolon, xlsx, dsk, cnil, ico, json, dpv, fides',
    ],
    [['flow', '.', '--format', 'paper'], 'kafka-review: --format paper: expected one of svg, mermaid'],
    [['facts', '.', '--name', ' '], 'kafka-review: facts: --name is empty'],
    [['migrate', '.'], 'kafka-review: --to : expected one of strimzi'],
    [['migrate', '.', '--to', 'strimzi'], 'kafka-review: migrate: expected --out DIR'],
    [
      ['migrate', '.', '--to', 'strimzi', '--out', 'out'],
      'kafka-review: out holds files; choose another folder, or use --overwrite',
    ],
    [
      ['migrate', '.', '--to', 'strimzi', '--out', 'new'],
      'kafka-review: no cluster that somebody else runs is in these files',
    ],
    [
      ['scorecard', '.', '--without', 'Nobody'],
      'kafka-review: --without Nobody: unknown; expected a provider such as aws, or an ISO 3166 country code such as US',
    ],
    [
      ['scorecard', '.', '--only', 'DE,Mars'],
      'kafka-review: --only Mars: unknown; expected a provider such as aws, or an ISO 3166 country code such as US',
    ],
    [['lsp'], 'kafka-review: lsp: expected --stdio, --node-ipc, --socket=PORT or --pipe=NAME'],
    [['help', 'chek'], 'kafka-review: unknown command "chek"'],
    [['chek'], 'kafka-review: unknown command "chek"'],
  ]
  for (const [args, says] of rows)
    it(`of ${args.join(' ')}`, async () => {
      const { status, out, problems } = await run(files, ...args)
      assert.deepEqual([status, out], [2, ''])
      assert.equal(problems.split('\n')[0], says)
    })
})

describe('what is supposed on the command line', () => {
  const supposed = (options: Parameters<typeof suppositionsIn>[0]): unknown => {
    try {
      return suppositionsIn(options, theLibrary())
    } catch (error) {
      return error instanceof UsageError ? error.said : error
    }
  }
  it('is a provider, a law, a set of countries or a decision', () => {
    assert.deepEqual(supposed({}), [])
    assert.deepEqual(supposed({ 'without-law': 'US, CN' }), [
      { is: 'withoutLaw', country: 'US' },
      { is: 'withoutLaw', country: 'CN' },
    ])
    assert.deepEqual(supposed({ only: 'EEA, adequate,CH,' }), [{ is: 'only', allowed: ['EEA', 'adequate', 'CH'] }])
    assert.deepEqual(supposed({ 'adequacy-falls': 'US' }), [{ is: 'adequacyFalls', country: 'US' }])
    assert.deepEqual(supposed({ without: 'Amazon', only: 'DE' }), [
      { is: 'without', provider: 'Amazon' },
      { is: 'only', allowed: ['DE'] },
    ])
  })

  it('is nothing that nobody knows', () => {
    for (const [option, given] of [
      ['only', 'EU'],
      ['only', 'eea'],
      ['without-law', 'EEA'],
      ['adequacy-falls', 'adequate'],
      ['without', 'Nobody'],
    ] as const)
      assert.deepEqual(supposed({ [option]: given }), { id: 'cli.unknownName', data: { option, given } }, option)
  })
})

describe('arguments', () => {
  it('are paths and options, in any order', () => {
    assert.deepEqual(parse(['a', '--x', '1', 'b', '--y'], { x: 'string', y: 'boolean' }), {
      paths: ['a', 'b'],
      options: Object.assign(Object.create(null), { x: '1', y: true }),
    })
    assert.throws(() => parse([], {}), UsageError)
    assert.deepEqual(parse([], {}, { pathless: true }).paths, [])
    assert.throws(() => parse(['a', '--z'], {}), UsageError)
    assert.equal(oneOf('x', 'b', ['a', 'b']), 'b')
    assert.throws(() => oneOf('x', 'c', ['a', 'b']), UsageError)
  })

  it('ask for a language, before the one of the system', () => {
    for (const [args, environment, language] of [
      [[], {}, 'en'],
      [[], { LANG: 'de_DE.UTF-8' }, 'de'],
      [[], { LANG: 'de_DE.UTF-8', LC_MESSAGES: 'fr_FR' }, 'fr'],
      [[], { LC_ALL: 'fr', LC_MESSAGES: 'de', LANG: 'de' }, 'fr'],
      [[], { LC_ALL: '', LANG: 'de' }, 'de'],
      [['--lang', 'fr'], { LANG: 'de' }, 'fr'],
      [['.', '--lang=de'], {}, 'de'],
      [['--language', 'fr'], {}, 'en'],
    ] as const)
      assert.equal(languageOf(args, environment), language, JSON.stringify([args, environment]))
    for (const args of [['--lang', 'it'], ['--lang=DE']]) assert.throws(() => languageOf(args, {}), UsageError)
  })

  it('that cannot be done are wrong use, whatever was thrown', async () => {
    assert.equal(await usage(Promise.resolve(1)), 1)
    for (const [thrown, said] of [
      [new Error('no such thing'), 'no such thing'],
      ['odd', 'odd'],
      [new UsageError('already'), 'already'],
    ] as const)
      await assert.rejects(
        usage(Promise.reject(thrown)),
        (error: unknown) => error instanceof UsageError && error.said === said,
      )
  })

  it('that are paths lead to folders or files', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'kafka-review-'))
    try {
      mkdirSync(join(folder, 'a'))
      writeFileSync(join(folder, 'b'), '')
      const asked = async (name: string): Promise<boolean[]> => [
        await isPath(join(folder, name)),
        await isFolderPath(join(folder, name)),
      ]
      assert.deepEqual(await asked('a'), [true, true])
      assert.deepEqual(await asked('b'), [true, false])
      assert.deepEqual(await asked('c'), [false, false])
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})

describe('what cannot be read', () => {
  it('makes every command end with 2', async () => {
    const files = { 'topics.yaml': topic(3), '.kafka-review.yaml': broken }
    for (const args of [
      ['check', '.', '--fail-on', 'never'],
      ['check', '.', '--write-baseline'],
      ['record', '.'],
      ['flow', '.'],
      ['facts', '.'],
      ['scorecard', '.'],
    ]) {
      const { status, problems } = await run(files, ...args)
      assert.equal(status, 2, args.join(' '))
      assert.match(problems, /\.kafka-review\.yaml/, args.join(' '))
    }
  })

  it('makes a comparison end with 2, in whichever state it is', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'kafka-review-'))
    try {
      const root = join(folder, 'r')
      makeRepository(root, { 'topics.yaml': topic(3) }, { '.kafka-review.yaml': broken })
      writeFiles(root, { '.kafka-review.yaml': 'version: 1\n' })
      git(root, 'add', '-A')
      git(root, 'commit', '-qm', '3')
      for (const [range, status] of [
        [['HEAD~2', 'HEAD~1'], 2],
        [['HEAD~1', 'HEAD'], 2],
        [['HEAD~2', 'HEAD'], 0],
      ] as const)
        assert.equal((await runIn(root, {}, 'diff', ...range)).status, status, range.join(' '))
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})
