import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runIn, type Outcome } from '../support/command-line.ts'
import { git, makeRepository, writeFiles } from '../support/git.ts'

const sink = (region: string, name = 's'): string =>
  `{"name": "${name}", "config": {"connector.class": "io.confluent.connect.s3.S3SinkConnector", "topics": "t", "s3.region": "${region}"}}\n`

describe('diff', function () {
  // Each run reviews two states.
  this.timeout(120_000)
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'kafka-review-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  const diff = (...args: string[]): Promise<Outcome> => runIn(join(folder, 'r'), {}, 'diff', ...args)
  /** The regions that changes lead to. */
  const regions = async (...args: string[]): Promise<string[]> => {
    const { out, problems } = await diff(...args, '--format', 'json')
    assert.equal(problems, '', args.join(' '))
    const { changes } = JSON.parse(out) as { changes: { kind: string; message: string }[] }
    return changes
      .filter(({ kind }) => kind !== 'operation')
      .map(({ message }) => /\w+-\w+-\d/.exec(message)?.[0] ?? message)
  }

  it('fails for a schema that breaks those who use the version before', async () => {
    const order = (...fields: object[]): string => JSON.stringify({ type: 'record', name: 'Order', fields })
    const id = { name: 'id', type: 'string' }
    const root = join(folder, 'r')
    makeRepository(
      root,
      { 'order-value.avsc': order(id) },
      { 'order-value.avsc': order(id, { name: 'price', type: 'long' }) },
    )
    const broken = await diff('HEAD~1', 'HEAD', '--fail-on', 'schema')
    assert.equal(broken.status, 1)
    assert.match(broken.out, /warning schema: New field Order.price has no default/)
    assert.equal((await diff('HEAD', 'HEAD~1', '--fail-on', 'schema')).status, 0)
  })

  it('compares revisions, the working tree and what is staged', async () => {
    const root = join(folder, 'r')
    makeRepository(root, { 'a/s.json': sink('eu-west-1') }, { 'a/s.json': sink('ap-south-1') })
    git(root, 'tag', 'second')
    git(root, 'checkout', '-q', '-b', 'side', 'HEAD~1')
    writeFiles(root, { 'b/n.json': sink('us-east-1', 'n') })
    git(root, 'add', '-A')
    git(root, 'commit', '-qm', '3')
    writeFiles(root, { 'b/n.json': sink('sa-east-1', 'n') })
    git(root, 'add', '-A')
    writeFiles(root, { 'b/n.json': sink('ca-central-1', 'n') })
    for (const [args, expected] of [
      [['HEAD~1', 'HEAD'], ['us-east-1']],
      [['HEAD~1', 'second'], ['ap-south-1']],
      [['HEAD'], ['ca-central-1']],
      [['HEAD', 'a'], []],
      [['HEAD~1', 'HEAD', 'a'], []],
      [['HEAD~1', 'b'], ['ca-central-1']],
      [['--staged'], ['sa-east-1']],
      [['--staged', 'HEAD~1', 'b'], ['sa-east-1']],
      [['--staged', 'a'], []],
      [['--staged', 'a', 'b'], ['sa-east-1']],
      [['second...side'], ['us-east-1']],
      [['second...'], ['ca-central-1']],
      [['..second'], ['us-east-1', 'ap-south-1']],
    ] as const)
      assert.deepEqual([...(await regions(...args))].sort(), [...expected].sort(), args.join(' '))
  })

  it('compares two folders', async () => {
    makeRepository(join(folder, 'r'), { 'old/s.json': sink('eu-west-1'), 'new/s.json': sink('ap-south-1') })
    const { out } = await diff('old', 'new')
    assert.match(out, /^error new-transfer: Sink "s" writes to ap-south-1 \(India\); before: eu-west-1/m)
    assert.match(out, /^ {2}new\/s\.json:1/m)
    const { status, problems } = await diff('old', 'new', 'old')
    assert.deepEqual([status, problems.split('\n')[0]], [2, 'kafka-review: no such revision: old'], 'three are none')
  })

  it('fails for what it is told to fail for', async () => {
    makeRepository(join(folder, 'r'), {}, { 's.json': sink('ap-south-1') })
    for (const [failOn, status] of [
      [undefined, 0],
      ['never', 0],
      ['new-transfer', 1],
      ['special,new-transfer', 1],
      ['special,masking', 0],
      ['error', 1],
      ['findings', 1],
      ['record', 0],
      ['grave', 2],
    ] as const) {
      const outcome = await diff('HEAD~1', 'HEAD', ...(failOn === undefined ? [] : ['--fail-on', failOn]))
      assert.equal(outcome.status, status, `${failOn}: ${outcome.problems}`)
    }
  })

  it('fails for a level, for what the record says, and for what it does not say any more', async () => {
    const topic = (copies: number): string =>
      `apiVersion: kafka.strimzi.io/v1\nkind: KafkaTopic\nmetadata:\n  name: customers\nspec:\n  replicas: ${copies}\n  config:\n    retention.ms: 1000\n`
    const customer = (...fields: string[]): string =>
      JSON.stringify({ type: 'record', name: 'Customer', fields: fields.map(name => ({ name, type: 'string' })) })
    const root = join(folder, 'r')
    const before = { 'topic.yaml': topic(3), 'customers-value.avsc': customer('id', 'email') }
    makeRepository(root, before, { 'topic.yaml': topic(2) })
    const statusOf = async (range: readonly string[], failOn: string): Promise<number | undefined> =>
      (await diff(...range, '--fail-on', failOn)).status
    const fails = async (range: readonly string[], asked: readonly string[]): Promise<string[]> => {
      const found: string[] = []
      for (const failOn of asked) if ((await statusOf(range, failOn)) === 1) found.push(failOn)
      return found
    }
    const levels = ['error', 'warning', 'information', 'hint', 'findings', 'never', 'record', 'missing', 'assessment']
    assert.deepEqual(await fails(['HEAD~1', 'HEAD'], levels), ['warning', 'information', 'hint', 'findings', 'record'])
    assert.deepEqual(await fails(['HEAD~1', 'HEAD'], [' warning , masking', 'masking,error']), [' warning , masking'])
    assert.deepEqual(await fails(['HEAD', 'HEAD~1'], ['findings']), [], 'what went')
    writeFiles(root, { 'customers-value.avsc': customer('id', 'email', 'diagnosis') })
    git(root, 'add', '-A')
    git(root, 'commit', '-qm', '3')
    assert.deepEqual(await fails(['HEAD~1', 'HEAD'], ['record', 'missing', 'assessment', 'special', 'masking']), [
      'record',
      'missing',
      'assessment',
      'special',
    ])
  })

  it('leaves out what git ignores, unless told otherwise', async () => {
    const root = join(folder, 'r')
    makeRepository(root, { '.gitignore': 'made/\n' })
    writeFiles(root, { 'made/s.json': sink('ap-south-1') })
    assert.deepEqual(await regions('HEAD'), [])
    assert.deepEqual(await regions('HEAD', '--no-ignore'), ['ap-south-1'])
  })

  it('says of which changed files it knows little', async () => {
    const template = (name: string): string =>
      `{{- range .Values.topics }}\napiVersion: kafka.strimzi.io/v1\nkind: KafkaMirrorMaker9\nmetadata:\n  name: ${name}\n{{- end }}\n`
    makeRepository(join(folder, 'r'), { 'a.yaml': template('x'), 'b.yaml': template('x') }, { 'b.yaml': template('y') })
    const { out } = await diff('HEAD~1', 'HEAD')
    assert.match(out, /^1 changed file not or only partly understood: b\.yaml$/m)
    assert.doesNotMatch((await diff('HEAD')).out, /understood/)
  })

  it('says what is wrong with what it is asked', async () => {
    makeRepository(join(folder, 'r'), { 's.json': sink('ap-south-1') })
    assert.deepEqual((await diff('HEAD', 's.json', 'none.json')).status, 0, 'of several paths one is there')
    for (const [args, problem] of [
      [[], 'diff: expected a revision, --staged or two folders'],
      [['none'], 'no such revision: none'],
      [['HEAD', 'none'], 'no such file or folder: none'],
      [['HEAD~1'], 'no such revision: HEAD~1'],
    ] as const) {
      const { status, problems } = await diff(...args)
      assert.deepEqual([status, problems.split('\n')[0]], [2, `kafka-review: ${problem}`], args.join(' '))
    }
  })
})
