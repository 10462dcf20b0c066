import assert from 'node:assert/strict'
import { complain } from '../../server/src/cli/complain.ts'
import { review } from '../../server/src/cli/library.ts'
import { inEnglish } from '../../server/src/locale/en.ts'
import { version } from '../../server/src/version.ts'
import { run, type Outcome } from '../support/command-line.ts'
import { topic } from '../support/shop.ts'

describe('the program', () => {
  it('says what it can do, and which version it is', async () => {
    const help = await run({}, '--help')
    assert.deepEqual([help.status, help.problems], [0, ''])
    assert.ok(help.out.startsWith(`Kafka Review ${version}: `))
    for (const way of ['help', '-h']) assert.equal((await run({}, way)).out, help.out)
    for (const way of ['version', '--version'])
      assert.deepEqual(await run({}, way), { status: 0, out: `${version}\n`, problems: '' })
  })

  it('says what is wrong with how it is called, and where to read on', async () => {
    const problem = async (...args: string[]): Promise<string> => {
      const { status, out, problems } = await run({}, ...args)
      assert.deepEqual([status, out], [2, ''])
      return problems
    }
    const wrong = (what: string): string => `kafka-review: ${what}\nSee kafka-review --help.\n`
    assert.equal(await problem(), wrong('no command given'))
    assert.equal(await problem('chek'), wrong('unknown command "chek"'))
    assert.equal(await problem('help', 'chek'), wrong('unknown command "chek"'))
    assert.equal(await problem('lsp'), wrong('lsp: expected --stdio, --node-ipc, --socket=PORT or --pipe=NAME'))
  })

  it('colours what it prints on a terminal, unless somebody wants none', async () => {
    const { stdout, env } = process
    const [isTTY, before] = [stdout.isTTY, { NO_COLOR: env.NO_COLOR, TERM: env.TERM }]
    const coloured = async (terminal: boolean, noColor: string, term: string): Promise<boolean> => {
      stdout.isTTY = terminal
      Object.assign(env, { NO_COLOR: noColor, TERM: term })
      return (await run({ 'topic.yaml': topic(2) }, 'check', 'FOLDER')).out.includes('\u001b[')
    }
    try {
      assert.equal(await coloured(true, '', 'xterm'), true)
      assert.equal(await coloured(false, '', 'xterm'), false)
      assert.equal(await coloured(true, '1', 'xterm'), false)
      assert.equal(await coloured(true, '', 'dumb'), false)
    } finally {
      stdout.isTTY = isTTY
      for (const [name, value] of Object.entries(before))
        if (value === undefined) delete env[name]
        else env[name] = value
    }
  })

  it('says where it failed itself and where to report that, and of what it only cannot read nothing here', () => {
    const { stderr } = process
    const { write } = stderr
    let said = ''
    stderr.write = (text: string | Uint8Array): boolean => {
      said += String(text)
      return true
    }
    try {
      complain(
        {
          failures: ['a.yaml cannot be read'],
          problems: [
            { path: 'b.yaml', message: 'is a pipe' },
            {
              path: 'c.yaml',
              message: 'failed while checking KR301',
              fault: 'Error: x\n    at check (rule.ts:1:2)\n    at y',
            },
          ],
        },
        inEnglish.words,
      )
    } finally {
      stderr.write = write
    }
    assert.equal(
      said,
      'kafka-review: a.yaml cannot be read\nkafka-review: c.yaml: failed while checking KR301 at check (rule.ts:1:2); please report this at https://github.com/kafka-review/kafka-review/issues\n',
    )
  })
})

describe('the library', () => {
  const schema = '{"type": "record", "name": "Patient", "fields": [{"name": "diagnosis", "type": "string"}]}'
  const sink =
    '{"name": "s-1", "config": {"connector.class": "io.confluent.connect.s3.S3SinkConnector", "topics": "patients", "s3.region": "ap-south-1"}}'

  it('reviews texts as the files of one folder, in the order of their paths', async () => {
    const { findings, problems } = await review({ 'b/sink.json': sink, 'a/patients-value.avsc': schema })
    assert.deepEqual(problems, [])
    const transfer = findings.find(({ code }) => code === 'KR401')
    assert.deepEqual([transfer?.file, transfer?.level], ['b/sink.json', 'error'], 'a schema in another text proves it')
    assert.deepEqual([...new Set(findings.map(({ file }) => file))], ['a/patients-value.avsc', 'b/sink.json'])
    const { findings: alone } = await review({ 'b/sink.json': sink })
    assert.equal(alone.find(({ code }) => code === 'KR401')?.level, 'warning')
  })

  it('asks the libraries of schemas as well', async () => {
    const amount = '{"type": "fixed", "name": "Amount", "size": -4}'
    const text = `{"type": "record", "name": "Price", "fields": [{"name": "amount", "type": ${amount}}]}`
    const { findings } = await review({ 'price.avsc': text })
    assert.deepEqual(
      findings.map(({ code, file }) => [code, file]),
      [['KR801', 'price.avsc']],
    )
  })

  it('speaks the language that is asked for', async () => {
    const twice =
      '{"type": "record", "name": "A", "fields": [{"name": "x", "type": "int"}, {"name": "x", "type": "int"}]}'
    const { findings } = await review({ 'a.avsc': twice }, { language: 'de' })
    assert.deepEqual(
      findings.map(({ code, message }) => [code, message]),
      [['KR801', 'Feld „x“ kommt im Datensatz mehrfach vor; die Avro-Spezifikation verbietet das']],
    )
  })
})

describe('systems that belong to no activity', () => {
  it('are told once each, with what is only inferred, and with the cluster that a mirror reads', async () => {
    const mirror = `apiVersion: kafka.strimzi.io/v1beta2
kind: KafkaMirrorMaker2
metadata:
  name: dr
spec:
  connectCluster: away
  clusters:
    - alias: home
      bootstrapServers: head-kafka-bootstrap:9093
    - alias: away
      bootstrapServers: kafka-1.us-east-2.shop.example.com:9093
  mirrors:
    - sourceCluster: home
      targetCluster: away
`
    const { out } = await run({ 'kafka/dr.yaml': mirror }, 'record', 'FOLDER/kafka', '--format', 'markdown')
    const systems = out
      .split('\n')
      .filter(line => line.startsWith('- '))
      .map(line => line.replace(/ [^ ]*dr\.yaml:\d+/, ''))
    assert.deepEqual(systems, [
      '- mirror dr,: mirror dr: kafka-1.us-east-2.shop.example.com, United States (inferred); mirror dr to United States: safeguard to be declared; adequacy decision (EU) 2023/1795 covers some recipients only; source cluster of dr: country to be declared; Kafka cluster of dr to United States: safeguard to be declared; adequacy decision (EU) 2023/1795 covers some recipients only',
    ])
  })
})

describe('a record that is checked', () => {
  it('is up to date where it has no activity to tell of', async () => {
    const files = { 'kafka/consumer.properties': 'bootstrap.servers=a:9092\ngroup.id=x\n' }
    for (const format of ['markdown', 'html', 'csv', 'json']) {
      const { out } = await run(files, 'record', 'FOLDER/kafka', '--format', format)
      const again = await run(
        { ...files, record: out },
        'record',
        'FOLDER/kafka',
        '--format',
        format,
        '--check',
        'record',
      )
      assert.deepEqual(again, { status: 0, out: 'record is up to date\n', problems: '' }, format)
    }
  })

  it('names a topic once that two files declare, and promises no more copies than both', async () => {
    const outOf = async (...files: string[]): Promise<string> =>
      (
        await run(
          Object.fromEntries(files.map((file, index) => [`kafka/${index}.yaml`, file])),
          'record',
          'FOLDER/kafka',
        )
      ).out
    const same = await outOf(topic(3, 'patients'), topic(3, 'patients'))
    assert.match(same, /topic patients/)
    assert.doesNotMatch(same, /topic patients, topic patients/)
    assert.match(same, /availability: 3 copies of the data \|/)
    assert.doesNotMatch(await outOf(topic(3, 'patients'), topic(1, 'patients')), /copies of the data/)
    assert.match(
      await outOf(topic(3, 'patients'), topic(1, 'patients.dlq')),
      /availability: 3 copies of the data \(patients\) \|/,
    )
  })

  it('is out of date as well where somebody has changed its text by hand', async () => {
    const files = { 'kafka/topic.yaml': topic(3, 'patients') }
    const { out } = await run(files, 'record', 'FOLDER/kafka')
    const check = (text: string): Promise<Outcome> =>
      run({ ...files, 'record.md': text }, 'record', 'FOLDER/kafka', '--check', 'record.md')
    assert.deepEqual(await check(out), { status: 0, out: 'record.md is up to date\n', problems: '' })
    const other = await run({ 'kafka/topic.yaml': topic(3, 'claims') }, 'record', 'FOLDER/kafka')
    const drifted = await check(other.out)
    assert.equal(drifted.status, 1)
    const [head, ...lines] = drifted.out.trimEnd().split('\n')
    assert.equal(head, 'record.md is out of date:')
    assert.ok(
      lines.some(line => /^ {2}patients.* \(new activity\)/.test(line)),
      drifted.out,
    )
    assert.ok(
      lines.some(line => /^ {2}claims.* \(no longer there\)/.test(line)),
      drifted.out,
    )
    const kept = `${topic(3, 'patients')}  config:\n    retention.ms: 604800000\n`
    const moved = await check((await run({ 'kafka/topic.yaml': kept }, 'record', 'FOLDER/kafka')).out)
    assert.match(moved.out, /^ {2}patients .*: no longer: time limit 7 days/m)
    assert.doesNotMatch(moved.out, /new activity|no longer there|by hand/)
    assert.match((await check('# Something else\n')).out, /^ {2}what it says cannot be read: /m)
    const edited = await check(out.replace('is concluded from names', 'is known from names'))
    assert.equal(edited.status, 1)
    assert.equal(
      edited.out,
      'record.md is out of date:\n  it says the same with other evidence, or its text was changed by hand: --accept writes it anew\n',
    )
  })
})
