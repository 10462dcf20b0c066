import { inEnglish } from '../server/src/locale/en.ts'
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { reviewPaths, type PathReview } from '../server/src/cli/review-paths.ts'
import { theLibrary } from './support/fixtures.ts'
import { topic } from './support/shop.ts'

describe('a review of paths', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'kafka-review-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  const at = (path: string): string => join(folder, path)
  const write = (path: string, text: string | Uint8Array): void => {
    mkdirSync(dirname(at(path)), { recursive: true })
    writeFileSync(at(path), text)
  }
  const review = (paths: readonly string[] = ['.'], honourIgnored = true): Promise<PathReview> =>
    reviewPaths(paths.map(at), theLibrary(), { honourIgnored, words: inEnglish.words })
  const below = (path: string): string => path.split(`${basename(folder)}/`).at(-1) ?? path
  const codes = ({ files }: PathReview): string[] =>
    files.map(({ path, findings }) => `${below(path)}: ${findings.map(({ code }) => code).join()}`)
  const problems = (found: PathReview): string[] =>
    found.problems.map(({ path, message }) => `${below(path)} ${message}`)
  /** `mkfifo` where there is one. */
  const pipe = (path: string): boolean => spawnSync('mkfifo', [at(path)]).status === 0

  it('reads UTF-16 by its byte order mark, and places findings as an editor does', async () => {
    const text = topic(2)
    const le = Buffer.from(`\uFEFF${text}`, 'utf16le')
    write('le.yaml', le)
    write('be.yaml', Buffer.from(le).swap16())
    write('utf8.yaml', `\uFEFF${text}`)
    const found = await review()
    assert.deepEqual(codes(found), ['be.yaml: KR301', 'le.yaml: KR301', 'utf8.yaml: KR301'])
    for (const { text: read } of found.files) assert.equal(read, text)
  })

  it('neither waits for pipes nor follows links in circles, and says what it could not read', async function () {
    write('topic.yaml', topic(2))
    if (!pipe('pipe.yaml')) this.skip()
    pipe('pipe.md')
    symlinkSync('/dev/zero', at('zero.yaml'))
    symlinkSync(at('round.yaml'), at('round.yaml'))
    symlinkSync('.', at('here'))
    symlinkSync('nowhere.yaml', at('gone.yaml'))
    const found = await review()
    assert.deepEqual(codes(found), ['topic.yaml: KR301'])
    assert.deepEqual(problems(found), [
      'gone.yaml is a link that leads nowhere',
      'pipe.yaml is no regular file',
      'round.yaml is a link that leads back to itself',
      'zero.yaml is no regular file',
    ])
    assert.deepEqual(found.failures, [])
  })

  it('fails where a path that was named cannot be read', async function () {
    write('topic.yaml', topic(2))
    if (!pipe('pipe.yaml')) this.skip()
    const found = await review(['pipe.yaml', 'topic.yaml'])
    assert.deepEqual(codes(found), ['topic.yaml: KR301'], 'the others are reviewed')
    assert.match(found.failures.join(), /pipe\.yaml is no regular file$/)
    await assert.rejects(review(['none.yaml']), { message: 'cli.noSuchFile' })
    rmSync(at('pipe.yaml'))
    pipe('.kafka-review.yaml')
    assert.deepEqual(problems(await review(['topic.yaml'])), ['.kafka-review.yaml is no regular file'])
  })

  it('says which files are closed to it', async function () {
    write('topic.yaml', topic(2))
    write('secret.yaml', topic(1))
    write('closed/topic.yaml', topic(1))
    chmodSync(at('secret.yaml'), 0)
    chmodSync(at('closed'), 0)
    if (process.getuid?.() === 0) this.skip()
    const found = await review()
    chmodSync(at('closed'), 0o700)
    assert.deepEqual(codes(found), ['topic.yaml: KR301'])
    assert.deepEqual(problems(found), [
      'closed/ could not be read: permission denied',
      'secret.yaml could not be read: permission denied',
    ])
  })

  it('follows links, and reads what several lead to once', async () => {
    write('elsewhere/topics/returns.yaml', topic(1, 'returns'))
    write('repo/topic.yaml', topic(2))
    symlinkSync('topic.yaml', at('repo/again.yaml'))
    symlinkSync('../elsewhere/topics', at('repo/linked'))
    symlinkSync('../elsewhere/topics', at('repo/linked-too'))
    symlinkSync('..', at('repo/up'))
    assert.deepEqual(codes(await review(['repo'])), ['repo/linked/returns.yaml: KR301', 'repo/topic.yaml: KR301'])
  })

  it('leaves out what git ignores, unless told otherwise', async () => {
    write('.git/HEAD', '')
    write('.gitignore', 'target/\n*.local.yaml\n!keep.local.yaml\n')
    write('topic.yaml', topic(2))
    write('my.local.yaml', topic(1))
    write('target/topic.yaml', topic(1))
    write('service/.gitignore', '/gen\n!my.local.yaml\n')
    write('service/gen/topic.yaml', topic(1))
    write('service/my.local.yaml', topic(2))
    write('service/keep.local.yaml', topic(2))
    write('node_modules/a/topic.yaml', topic(1))
    write('vendor/github.com/a/b/topic.yaml', topic(1))
    write('tools/vendor/modules.txt', '')
    write('tools/vendor/topic.yaml', topic(1))
    write('tools/venv/pyvenv.cfg', '')
    write('plugins/sink-1.0/manifest.json', '{}')
    write('plugins/sink-1.0/etc/topic.yaml', topic(1))
    write('tools/venv/topic.yaml', topic(1))
    const good = ['service/keep.local.yaml: KR301', 'service/my.local.yaml: KR301']
    assert.deepEqual(codes(await review()), [...good, 'topic.yaml: KR301'])
    assert.deepEqual(codes(await review(['service'])), good, 'rules of folders above hold')
    assert.deepEqual(codes(await review(['target'])), ['target/topic.yaml: KR301'], 'a path that is named is reviewed')
    assert.deepEqual(codes(await review(['my.local.yaml'])), ['my.local.yaml: KR301'])
    assert.equal((await review(['.'], false)).files.length, 6)
    write('.gitignore', '*a*a*a*a*a*b\n*.yml\n')
    assert.deepEqual(problems(await review()), ['.gitignore too many wildcards in *a*a*a*a*a*b; not followed'])
  })

  it('reads the modules that are called from elsewhere, and nothing else of their folders', async () => {
    write('live/main.tf', 'module "m" {\n  source = "../modules/topic"\n  copies = 1\n}\n')
    write(
      'modules/topic/main.tf',
      'variable "copies" {}\nresource "kafka_topic" "t" {\n  name = "t"\n  partitions = 1\n  replication_factor = var.copies\n}\n',
    )
    write('modules/topic/.kafka-review.yaml', 'version: 1\nrules:\n  KR301: off\n')
    write('modules/topic/pool.yaml', topic(1))
    const found = await review(['live'])
    assert.deepEqual(codes(found), ['live/main.tf: KR301'])
    assert.deepEqual(
      [...found.review.files()].map(uri => uri.slice(uri.lastIndexOf('/') + 1)),
      ['main.tf', 'main.tf'],
    )
  })

  it('reads no other file outside of what was named, whatever an expression says', async () => {
    const connector =
      '{"connector.class": "io.confluent.connect.s3.S3SinkConnector", "topics": "t", "s3.region": "ap-south-1"}'
    const call = (name: string, path: string): string =>
      `resource "aws_mskconnect_connector" "${name}" {\n  name = "${name}"\n  connector_configuration = jsondecode(file("${path}"))\n}\n`
    write('live/main.tf', call('inside', 'inside.json') + call('outside', '../outside.json'))
    write('live/inside.json', connector)
    write('outside.json', connector)
    const named = async (...paths: string[]): Promise<string[]> =>
      codes(await review(paths)).filter(line => line.includes('KR401'))
    assert.deepEqual(await named('live'), ['live/inside.json: KR401'])
    assert.deepEqual(await named('.'), ['live/inside.json: KR401', 'outside.json: KR401'])
  })

  it('names the configurations that are no YAML', async () => {
    write('.kafka-review.yaml', 'rules: [')
    write('topic.yaml', topic(2))
    assert.match((await review(['topic.yaml'])).failures.join(), /\.kafka-review\.yaml: invalid YAML/)
  })
})
