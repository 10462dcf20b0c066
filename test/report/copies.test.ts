import assert from 'node:assert/strict'
import { reportText } from '../../server/src/report/text.ts'
import { reportJson } from '../../server/src/report/json.ts'
import { withCopies } from '../../server/src/report/copies.ts'
import type { Report } from '../../server/src/report/report.ts'
import { indexLines } from '../../server/src/text/line-index.ts'
import { identitiesOf } from '../../server/src/rules/identity.ts'
import { inEnglish } from '../../server/src/locale/en.ts'
import { languages } from '../support/languages.ts'
import { reviewTexts, uriOf } from '../support/fixtures.ts'

const cluster = (name: string, api = 'v1'): string =>
  `apiVersion: kafka.strimzi.io/${api}\nkind: KafkaTopic\nmetadata:\n  name: ${name}\n  labels:\n    strimzi.io/cluster: shop\nspec:\n  partitions: 3\n  replicas: 2\n`

function reportOf(texts: Readonly<Record<string, string>>): Report {
  const files = Object.entries(texts).map(([path, text]) => ({ path, uri: uriOf(path), text }))
  const review = reviewTexts(files)
  return {
    coverage: [],
    problems: [],
    files: withCopies(
      files.map(file => {
        const findings = review.findings(file.uri)
        return {
          ...file,
          lines: indexLines(file.text),
          secrets: [],
          findings,
          identities: identitiesOf(findings, review.estate.entities(file.uri)),
        }
      }),
    ),
  }
}

const lines = (texts: Readonly<Record<string, string>>): string[] =>
  reportText(reportOf(texts), inEnglish.words)
    .split('\n')
    .filter(line => /:\d+:\d+ /.test(line))

describe('what is said of copies', () => {
  it('is one finding with its places', () => {
    assert.deepEqual(lines({ 'base/topic.yaml': cluster('orders'), 'rendered/topic.yaml': cluster('orders') }), [
      'base/topic.yaml:9:13 warning KR301 Topic orders has 2 replicas; use at least 3, on as many brokers (also rendered/topic.yaml:9)',
    ])
  })

  const msk = (name: string, region: string, comment = ''): string =>
    `${comment}provider "aws" {\n  region = "${region}"\n}\n\nresource "aws_msk_cluster" "it" {\n  cluster_name  = "${name}"\n  kafka_version = "3.9.x"\n}\n`
  const transfers = (texts: Readonly<Record<string, string>>): string[] =>
    lines(texts)
      .flatMap(line => / (KR40[45]) /.exec(line)?.[1] ?? [])
      .sort()
  const told = (texts: Readonly<Record<string, string>>): string[] => lines(texts).filter(line => line.includes('KR40'))

  it('is one finding of one thing in several environments, that of production', () => {
    const texts = Object.fromEntries(
      ['dev', 'production', 'staging'].map(env => [`env/${env}/main.tf`, msk(`shop-${env}-msk`, 'us-east-1')]),
    )
    const [one = '', ...others] = told(texts)
    assert.deepEqual(others, [])
    assert.match(one, /^env\/production\/main\.tf:2:.* KR404 .*also env\/dev\/main\.tf:2, env\/staging\/main\.tf:2\)/)
  })

  it('is two where one environment stands elsewhere, its module is another, or its name', () => {
    const dev = { 'env/dev/main.tf': msk('shop-dev', 'us-east-1') }
    assert.deepEqual(transfers({ ...dev, 'env/prod/main.tf': msk('shop-prod', 'eu-central-1') }), ['KR404', 'KR405'])
    assert.deepEqual(transfers({ ...dev, 'env/prod/main.tf': msk('shop-prod', 'us-west-2') }), ['KR404', 'KR404'])
    assert.deepEqual(transfers({ ...dev, 'other/prod/main.tf': msk('shop-prod', 'us-east-1') }), ['KR404', 'KR404'])
    assert.deepEqual(transfers({ ...dev, 'env/prod/main.tf': msk('mail-prod', 'us-east-1') }), ['KR404', 'KR404'])
    const prod = msk('shop-prod', 'us-east-1', '# kafka-review-ignore-file KR404 -- contract 17\n')
    assert.ok(told({ ...dev, 'env/prod/main.tf': prod }).every(line => !line.includes('also')))
  })

  it('is counted once, and names three further places', () => {
    const texts = Object.fromEntries(
      ['a', 'b', 'c', 'd', 'e', 'f'].map(name => [`${name}/topic.yaml`, cluster('orders')]),
    )
    const text = reportText(reportOf(texts), inEnglish.words)
    assert.match(text, /\(also b\/topic\.yaml:9, c\/topic\.yaml:9, d\/topic\.yaml:9 and 2 further places\)/)
    assert.match(text, /^1 warning\.$/m)
    for (const { words } of languages) assert.equal(reportText(reportOf(texts), words).split('KR301').length, 2)
  })

  it('is one finding of a template and of what Helm has made of it', () => {
    const templated = cluster('{{ .Values.topic }}')
    const made = `---\n# Source: shop/charts/letters/templates/topic.yaml\n${cluster('orders')}---\n# Source: shop/templates/own.yaml\n${cluster('refunds')}`
    const said = lines({ 'charts/letters/templates/topic.yaml': templated, 'out/all.yaml': made })
    assert.deepEqual(said, [
      'charts/letters/templates/topic.yaml:9:13 warning KR301 The topic has 2 replicas; use at least 3, on as many brokers (also out/all.yaml:11)',
      'out/all.yaml:22:13 warning KR301 Topic refunds has 2 replicas; use at least 3, on as many brokers',
    ])
  })

  it('stands at the source, not at what is built of it', () => {
    const texts = { 'bin/main/topic.yaml': cluster('orders'), 'src/main/topic.yaml': cluster('orders') }
    assert.deepEqual(lines(texts), [
      'src/main/topic.yaml:9:13 warning KR301 Topic orders has 2 replicas; use at least 3, on as many brokers (also bin/main/topic.yaml:9)',
    ])
  })

  it('is one finding of a list of topics and of its copy elsewhere, also of a topic that is none of the first', () => {
    const list = `${cluster('orders')}---\n${cluster('refunds')}`
    assert.deepEqual(
      lines({ 'a/topics.yaml': list, 'b/refunds.yaml': cluster('refunds'), 'b/others.yaml': cluster('returns') }),
      [
        'a/topics.yaml:9:13 warning KR301 Topic orders has 2 replicas; use at least 3, on as many brokers (also a/topics.yaml:19, b/refunds.yaml:9)',
        'b/others.yaml:9:13 warning KR301 Topic returns has 2 replicas; use at least 3, on as many brokers',
      ],
    )
  })

  it('is none of what is folded, where the others are not', () => {
    const texts = Object.fromEntries(
      ['a/dev', 'b/dev', 'prod', 'staging'].map(name => [`${name}/topic.yaml`, cluster('orders')]),
    )
    const { findings } = JSON.parse(reportJson(reportOf(texts), inEnglish)) as {
      findings: readonly { file: string; folded?: true; copyOf?: { file: string } }[]
    }
    assert.deepEqual(
      findings.map(({ file, folded, copyOf }) => [file, folded === true, copyOf?.file]),
      [
        ['a/dev/topic.yaml', true, undefined],
        ['b/dev/topic.yaml', true, 'a/dev/topic.yaml'],
        ['prod/topic.yaml', false, undefined],
        ['staging/topic.yaml', true, 'prod/topic.yaml'],
      ],
    )
  })

  it('is one finding of the internal topics of one file, beside that of all others', () => {
    const broker =
      'broker.id=1\ndefault.replication.factor=1\noffsets.topic.replication.factor=1\ntransaction.state.log.replication.factor=1\nshare.coordinator.state.topic.replication.factor=2\n'
    assert.deepEqual(
      lines({ 'a.properties': broker }).filter(line => line.includes('KR301')),
      [
        'a.properties:2:28 warning KR301 default.replication.factor is 1; use at least 3, on as many brokers',
        'a.properties:3:34 warning KR301 offsets.topic.replication.factor is 1; use at least 3, on as many brokers (also a.properties:4)',
        'a.properties:5:50 warning KR301 share.coordinator.state.topic.replication.factor is 2; use at least 3, on as many brokers',
      ],
    )
  })

  it('is one finding of brokers whose files differ in a number', () => {
    const broker = (id: number): string => `broker.id=${id}\noffsets.topic.replication.factor=2\n`
    const said = (names: readonly string[]): string[] =>
      lines(Object.fromEntries(names.map((name, id) => [name, broker(id)]))).filter(line => line.includes('KR301'))
    assert.equal(said(['a/server-1.properties', 'a/server-2.properties', 'a/server-3.properties']).length, 1)
    assert.equal(said(['a/server-1.properties', 'b/server-1.properties', 'b/server.properties']).length, 2)
  })

  it('is one finding of brokers that lie in folders with numbers, also where it names them', () => {
    const broker = (id: number): string => `broker.id=${id}\nlisteners=PLAINTEXT://kafka-${id}.internal:9092\n`
    assert.deepEqual(
      lines(
        Object.fromEntries(
          ['a/kafka-1', 'a/kafka-2', 'b/kafka-1'].map((at, id) => [`${at}/server.properties`, broker(id)]),
        ),
      ).filter(line => line.includes('KR501')),
      [
        'a/kafka-1/server.properties:2:11 warning KR501 Listener "PLAINTEXT" of cluster kafka-1 accepts unencrypted connections; move its clients to a listener with TLS (also a/kafka-2/server.properties:2, b/kafka-1/server.properties:2)',
      ],
    )
  })

  it('is one finding of files that say the same word for word, whatever their folders are called', () => {
    const broker = 'broker.id=0\nlisteners=PLAINTEXT://:9092\nzookeeper.connect=zk:2181\n'
    const said = (second: string): string[] =>
      lines({ 'connect/server.properties': broker, 'other/server.properties': second }).filter(line =>
        line.includes('KR501'),
      )
    assert.equal(said(broker).length, 1)
    assert.equal(said(`${broker}num.partitions=3\n`).length, 2)
  })

  it('is one finding of the listeners of a cluster in a file, but for those that clients outside reach', () => {
    const listener = (name: string, type: string): string =>
      `      - {name: ${name}, port: 9092, type: ${type}, tls: false}\n`
    const kafka = `apiVersion: kafka.strimzi.io/v1\nkind: Kafka\nmetadata:\n  name: shop\nspec:\n  kafka:\n    replicas: 3\n    listeners:\n${listener('plain', 'internal')}${listener('other', 'internal')}${listener('outside', 'nodeport')}`
    const said = lines({ 'kafka.yaml': kafka }).filter(line => line.includes('KR501'))
    assert.deepEqual(said, [
      'kafka.yaml:9:56 warning KR501 Listener "plain" of cluster shop accepts unencrypted connections; move its clients to a listener with TLS (also kafka.yaml:10)',
      'kafka.yaml:11:58 warning KR501 Listener "outside" of cluster shop accepts unencrypted connections; move its clients to a listener with TLS',
    ])
  })

  it('is not said of a minimum of copies where there are none to confirm: the number of copies is said', () => {
    const told = (text: string): string[] =>
      lines({ 'a.properties': text })
        .filter(line => /KR30[12]/.test(line))
        .map(line => line.replace(/(?<=\d)[:;] .*/, ''))
    const of = (factor: number): string =>
      `broker.id=1\ntransaction.state.log.replication.factor=${factor}\ntransaction.state.log.min.isr=1\n`
    assert.deepEqual(told(of(1)), ['a.properties:2:42 warning KR301 transaction.state.log.replication.factor is 1'])
    assert.deepEqual(told(of(3)), [
      'a.properties:3:31 warning KR302 transaction.state.log.min.isr is 1 with replication factor 3',
    ])
    // Of what is left to a default, three brokers tell that it is too low: then no topic made on use is told beside it.
    const left = `process.roles=broker,controller\nnode.id=1\ncontroller.quorum.voters=1@a:9093,2@b:9093,3@c:9093\nauto.create.topics.enable=true\n`
    const atDefault = (text: string): string[] =>
      lines({ 'a.properties': text }).flatMap(line => / KR30\d/.exec(line)?.[0].trim() ?? [])
    assert.deepEqual(atDefault(left), ['KR301', 'KR302'])
    assert.deepEqual(atDefault(`${left}default.replication.factor=3\n`), ['KR302'])
    // What nobody is told does not stand for it.
    assert.deepEqual(told(`# kafka-review-ignore-file KR301 -- rehearsal\n${of(1)}`).slice(-1), [
      'a.properties:4:31 information KR302 transaction.state.log.min.isr is 1 with replication factor 1',
    ])
    const { findings } = JSON.parse(reportJson(reportOf({ 'a.properties': of(1) }), inEnglish)) as {
      findings: readonly {
        code: string
        folded?: true
        copyOf?: { range: { start: { line: number } } }
        places?: object
      }[]
    }
    assert.deepEqual(
      findings.slice(1).map(({ code, folded, copyOf, places }) => [code, folded, copyOf?.range.start.line, places]),
      [
        ['KR301', undefined, undefined, undefined],
        ['KR302', true, 2, undefined],
      ],
    )
  })

  it('is not said of a field that holds a record whose own fields are said, however deep it lies', () => {
    const message = (name: string, fields: string): string => `message ${name} {\n${fields}}\n`
    const user = message('User', '  string id = 1;\n  string email = 2;\n')
    const holders = `${message('Sender', '  User user = 1;\n')}${message('Letter', '  Sender customer = 1;\n')}`
    const said = (texts: Readonly<Record<string, string>>): string[] =>
      lines(texts).flatMap(line => (/KR101 Field "(\w+)" of (\w+)/.exec(line) ?? []).slice(1, 3).join(' of '))
    const proto = (text: string): string => `syntax = "proto3";\n${text}`
    assert.deepEqual(said({ 'a.proto': proto(holders), 'b.proto': proto(user) }), ['id of User', 'email of User'])
    assert.deepEqual(said({ 'a.proto': proto(holders) }), ['user of Sender'])
    const circle = `${message('Sender', '  Customer user = 1;\n')}${message('Customer', '  Sender customer = 1;\n')}`
    assert.notEqual(said({ 'a.proto': proto(circle) }).length, 0)
  })

  it('is said of each thing by its own name', () => {
    assert.equal(lines({ 'a/a.yaml': cluster('orders'), 'b/b.yaml': cluster('refunds') }).length, 2)
  })

  it('is said once of what is written alike in a folder, as often as it is written otherwise', () => {
    const few = cluster('claims').replace('replicas: 2', 'replicas: 1')
    assert.deepEqual(lines({ 'a.yaml': `${cluster('orders')}---\n${cluster('refunds')}---\n${few}` }), [
      'a.yaml:9:13 warning KR301 Topic orders has 2 replicas; use at least 3, on as many brokers (also a.yaml:19)',
      'a.yaml:29:13 warning KR301 Topic claims has 1 replica; use at least 3, on as many brokers',
    ])
  })

  it('is said once of a kind of resource, whatever the single ones are called', () => {
    const removed = lines({ 'a.yaml': `${cluster('orders', 'v1beta2')}---\n${cluster('refunds', 'v1beta2')}` }).filter(
      line => line.includes('KR901'),
    )
    assert.deepEqual(removed, [
      'a.yaml:1:13 hint KR901 KafkaTopic v1beta2 is removed in Strimzi 1.0; use v1 (also a.yaml:11)',
    ])
  })

  it('is said once of an address that several clients reach in the clear, at each level and certainty', () => {
    const client = (address: string): string =>
      `security.protocol=PLAINTEXT\nbootstrap.servers=${address}\ngroup.id=cg-1\n`
    assert.deepEqual(
      lines({
        'orders/consumer.properties': client('kafka:9092'),
        'payments/consumer.properties': client('kafka:9092'),
        'letters/consumer.properties': client('letters-kafka:9092'),
        'parcels/config.yaml': 'kafka:\n  brokers: kafka:9092\n',
        'returns/config.yaml': 'kafka:\n  brokers: kafka:9092\n',
      }),
      [
        'orders/consumer.properties:2:19 information KR502 Unencrypted connection of client orders to Kafka; connect to a listener with TLS (also payments/consumer.properties:2)',
        'letters/consumer.properties:2:19 information KR502 Unencrypted connection of client letters to Kafka; connect to a listener with TLS',
        'parcels/config.yaml:2:12 information KR502 Unencrypted connection of client parcels to Kafka; connect to a listener with TLS (also returns/config.yaml:2)',
      ],
    )
  })

  it('is said once of a field of a record, whatever file or subject holds a copy of its schema', () => {
    const schema = '{"type": "record", "name": "Customer", "fields": [{"name": "email", "type": "string"}]}'
    const subject = JSON.stringify({ schemaType: 'AVRO', schema })
    const said = lines({ 'avro/customer.avsc': schema, 'registry/customer-value.json': subject })
    assert.equal(said.length, 1)
    assert.match(said[0] ?? '', /\(also registry\/customer-value\.json:1\)$/)
  })

  it('stays at its own level at each place in JSON', () => {
    const report = reportOf({ 'base/topic.yaml': cluster('orders'), 'rendered/topic.yaml': cluster('orders') })
    const { findings } = JSON.parse(reportJson(report, inEnglish)) as { findings: readonly Record<string, unknown>[] }
    assert.deepEqual(
      findings.map(({ file, level, folded, copyOf, places }) => ({ file, level, folded, copyOf, places })),
      [
        {
          file: 'base/topic.yaml',
          level: 'warning',
          folded: undefined,
          copyOf: undefined,
          places: [at('rendered/topic.yaml')],
        },
        {
          file: 'rendered/topic.yaml',
          level: 'warning',
          folded: true,
          copyOf: at('base/topic.yaml'),
          places: undefined,
        },
      ],
    )
  })

  it('stands alone where it is accepted', () => {
    const accepted = `# kafka-review-ignore-file KR301 -- rehearsal\n${cluster('orders')}`
    const copies = (second: string): boolean[] =>
      reportOf({ 'a.yaml': cluster('orders'), 'b.yaml': second }).files.map(file => file.copies !== undefined)
    assert.deepEqual(
      [copies(accepted), copies(cluster('orders'))],
      [
        [false, false],
        [false, true],
      ],
    )
  })
})

const at = (file: string): object => ({
  file,
  range: { start: { line: 9, column: 13 }, end: { line: 9, column: 14 } },
})
