import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { git, makeRepository, writeFiles } from '../support/git.ts'
import { repository } from '../vscode/host/cache.ts'
import { temporaryFolder } from '../vscode/host/temporary.ts'
import { oldestNode } from './oldest-node.ts'
import { runAction, type ActionCall, type ActionRun } from './runner.ts'

const sink = (region: string, name = 's'): string =>
  `{"name": "${name}", "config": {"connector.class": "io.confluent.connect.s3.S3SinkConnector", "topics": "t", "s3.region": "${region}"}}\n`

describe('the package for npm', function () {
  this.timeout(300_000)
  const folder = temporaryFolder()
  const installed = join(folder, 'node_modules', 'kafka-review')
  let archive: string
  let node: string

  before(async () => {
    const packed = execFileSync('npm', ['run', 'pack:npm', '--silent', '--', folder], {
      cwd: repository,
      encoding: 'utf8',
      shell: process.platform === 'win32',
    })
    archive = join(folder, packed.trim().split('\n').at(-1) ?? '')
    node = await oldestNode()
    const environment = { ...process.env, PATH: `${dirname(node)}:${process.env.PATH}` }
    execFileSync('npm', ['install', '--prefix', folder, '--no-audit', '--no-fund', '--offline', archive], {
      env: environment,
      stdio: 'ignore',
      shell: process.platform === 'win32',
    })
  })

  it('brings nothing with it, and nothing of the editor', () => {
    const manifest = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')) as Record<string, unknown>
    for (const key of ['dependencies', 'devDependencies', 'scripts', 'contributes', 'private'])
      assert.equal(manifest[key], undefined, key)
    assert.deepEqual(manifest.engines, { node: '>=20' })
    assert.ok(!readFileSync(join(installed, 'THIRD_PARTY_NOTICES.txt'), 'utf8').includes('vscode-languageclient'))
    for (const name of ['configuration', 'facts'])
      assert.ok(JSON.parse(readFileSync(join(installed, `${name}.schema.json`), 'utf8')).properties)
  })

  it('runs in an empty folder on Node 20', () => {
    const empty = join(folder, 'empty')
    mkdirSync(empty)
    copyFileSync(archive, join(empty, basename(archive)))
    const run = (...args: string[]): { status: number | null; out: string } => {
      const { status, stdout, stderr } = spawnSync('npx', ['--yes', '--offline', `./${basename(archive)}`, ...args], {
        cwd: empty,
        encoding: 'utf8',
        env: { ...process.env, LC_ALL: 'C', PATH: `${dirname(node)}:${process.env.PATH}` },
        shell: process.platform === 'win32',
      })
      return { status, out: stdout + stderr.replace(/^npm warn .*\n/gm, '') }
    }
    assert.match(run('--version').out, /^\d+\.\d+\.\d+\n/)
    const { status, out } = run('check', join(repository, 'test', 'examples'))
    assert.equal(status, 1, out)
    assert.match(out, /^\d+ errors, /m)
    assert.equal(run('record', join(repository, 'test', 'examples')).status, 0)
  })

  it('is a library with types', () => {
    writeFileSync(
      join(folder, 'use.cjs'),
      `require('kafka-review').review({ 's.json': ${JSON.stringify(sink('ap-south-1'))} }, { language: 'de' }).then(({ findings, problems }) => console.log(JSON.stringify([findings.map(({ code, file, message }) => [code, file, message]), problems])))`,
    )
    const said = execFileSync(node, ['use.cjs'], { cwd: folder, encoding: 'utf8' })
    const [findings, problems] = JSON.parse(said) as [string[][], object[]]
    assert.deepEqual(problems, [])
    assert.deepEqual(
      findings.map(([code, file]) => [code, file]),
      [['KR401', 's.json']],
    )
    assert.match(findings[0]?.[2] ?? '', /Indien/)
    writeFileSync(
      join(folder, 'use.mts'),
      "import { review } from 'kafka-review'\nconst { findings } = await review({ 'a.yaml': '' }, { language: 'fr' })\nexport const lines: number[] = findings.map(({ range }) => range.start.line)\n// @ts-expect-error no such language\nawait review({}, { language: 'xx' })\n",
    )
    const { status, stdout } = spawnSync(
      process.execPath,
      [
        join(repository, 'node_modules/typescript/bin/tsc'),
        '--noEmit',
        '--strict',
        '--module',
        'nodenext',
        '--target',
        'es2022',
        'use.mts',
      ],
      { cwd: folder, encoding: 'utf8' },
    )
    assert.equal(status, 0, stdout)
  })

  describe('in the action', () => {
    it('checks, comments on a pull request, and fails as it is told', function () {
      if (process.platform === 'win32') this.skip()
      const root = join(folder, 'action', 'shop')
      makeRepository(root, { 's.json': sink('eu-central-1') })
      git(root, 'update-ref', 'refs/remotes/origin/main', 'HEAD')
      writeFiles(root, { 'n.json': sink('ap-south-1', 'n') })
      git(root, 'add', '-A')
      git(root, 'commit', '-qm', '2')
      const run = (event: ActionCall['event'], inputs: ActionCall['inputs']): ActionRun =>
        runAction(join(repository, '.github/actions/kafka-review/action.yml'), {
          root,
          event,
          inputs: { package: archive, ...inputs },
          path: [dirname(node)],
        })
      const found = run('pull_request', { 'fail-on': 'never' })
      assert.equal(found.status, 0, found.log)
      assert.match(found.log, /^::warning file=n\.json,line=1,.*title=KR401/m)
      assert.match(readFileSync(join(root, 'kafka-review.sarif'), 'utf8'), /"ruleId": "KR401"/)
      const comment = found.outputs.get('diff.outputs.file') ?? ''
      assert.match(
        readFileSync(comment, 'utf8'),
        /^<!-- kafka-review diff -->\n[\s\S]*New: Sink "n" writes to ap-south-1 \(India\)/,
      )
      assert.match(
        found.called,
        new RegExp(`gh api --method POST repos/example/shop/issues/7/comments -F body=@${comment}`),
      )
      assert.equal(run('pull_request', { 'fail-on': 'warning', comment: 'false' }).status, 1)
      assert.equal(run('pull_request', { 'diff-fail-on': 'new-transfer' }).status, 1)
      const push = run('push', {})
      assert.deepEqual([push.status, push.called], [0, ''], 'a push has no pull request to comment on')
      assert.equal(run('push', { paths: 'nowhere' }).status, 2)
    })
  })
})
