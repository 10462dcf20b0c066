import { english } from '../server/src/words/en/english.ts'
import assert from 'node:assert/strict'
import fc from 'fast-check'
import { lazy } from '../server/src/text/lazy.ts'
import { openTextReview } from '../server/src/host/text-review.ts'
import { countCoverage } from '../server/src/report/report.ts'
import { word } from '../server/src/words/message.ts'
import { theLibrary, uriOf } from './support/fixtures.ts'
import { holds } from './support/random.ts'

const topic = 'apiVersion: kafka.strimzi.io/v1\nkind: KafkaTopic\nmetadata:\n  name: orders\nspec:\n  replicas: 3\n'
const corpus: Readonly<Record<string, string>> = {
  'topic.yaml': topic,
  'two.yaml': `${topic}---\napiVersion: eventing.example/v1\nkind: Trigger\nspec:\n  kafka: orders\n`,
  'chart/templates/kafka.yaml':
    'apiVersion: kafka.strimzi.io/v1\nkind: Kafka\nmetadata:\n  name: head\nspec:\n  kafka:\n    config:\n      {{- toYaml .Values.config | nindent 6 }}\n',
  'trigger.yaml': 'apiVersion: eventing.example/v1\nkind: Trigger\nspec:\n  kafka: orders\n',
  '01-assert.yaml': topic,
  'dashboard.json': '{"title": "kafka lag"}',
  'comment.yaml': '# kafka is elsewhere\nname: shop\n',
  '.gitlab-ci.yml': 'check:\n  script:\n    - npx kafka-review check .\n',
  'package.json': '{"dependencies": {"kafka-node": "1.0.0"}}',
  'values.yaml': 'replicas: 2\n',
  'schema.avsc': '{"type": "record", "name": "Order", "fields": []}',
  'network.tf': 'resource "google_compute_firewall" "allow_kafka_ingress" {\n  name = "in"\n}\n',
  'variables.tf': 'variable "kafka_version" {}\n\noutput "kafka_arn" {\n  value = 1\n}\n',
  'main.tf': 'resource "aws_msk_cluster" "m" {\n  cluster_name = "m"\n}\n\nvariable "kafka_version" {}\n',
}

function coverageOf(
  files: Readonly<Record<string, string>>,
): ReturnType<ReturnType<typeof openTextReview>['coverage']> {
  const review = openTextReview(theLibrary(), () => [])
  review.take(Object.entries(files).map(([path, text]) => [uriOf(path), text]))
  return review.coverage()
}

describe('what was understood', () => {
  const coverage = lazy(() => coverageOf(corpus))
  const states = (path: string): string | undefined => coverage().find(({ file }) => file === uriOf(path))?.state

  it('is counted by files', () => assert.deepEqual(countCoverage(coverage()), { understood: 3, part: 2, not: 4 }))

  it('is told of each file that speaks of Kafka, and of no other', () => {
    assert.deepEqual(Object.fromEntries(Object.keys(corpus).map(path => [path, states(path)])), {
      'topic.yaml': 'understood',
      'two.yaml': 'part',
      'chart/templates/kafka.yaml': 'part',
      'trigger.yaml': 'not',
      '01-assert.yaml': 'not',
      'dashboard.json': 'not',
      'comment.yaml': undefined,
      '.gitlab-ci.yml': undefined,
      'package.json': undefined,
      'values.yaml': undefined,
      'schema.avsc': 'understood',
      'network.tf': 'not',
      'variables.tf': undefined,
      'main.tf': 'understood',
    })
  })

  it('is told of what decides who reaches a broker, and not of what only names one', () => {
    const of = (kind: string, rest = ''): string =>
      `apiVersion: v1\nkind: ${kind}\nmetadata:\n  name: kafka\nspec:\n  ports: []\n${rest}`
    assert.deepEqual(
      coverageOf({
        'a.yaml': of('Service'),
        'b.yaml': of('Service', '  type: LoadBalancer\n'),
        'c.yaml': of('NetworkPolicy'),
        'd.yaml': of('ServiceAccount'),
        'e.yaml': of('Ingress'),
      }).map(({ file, state }) => `${file.slice(-6)} ${state}`),
      ['b.yaml not', 'c.yaml not', 'e.yaml not'],
    )
  })

  it('is not told of what only watches Kafka, or leaves it out', () => {
    const states = (files: Readonly<Record<string, string>>): Record<string, string> =>
      Object.fromEntries(coverageOf(files).map(({ file, state }) => [file.slice(uriOf('').length), state]))
    assert.deepEqual(
      states({
        'rules.yml':
          'groups:\n  - name: kafka\n    rules:\n      - alert: KafkaDown\n        expr: up{job="kafka"} == 0\n        annotations:\n          summary: "{{ $labels.job }}"\n',
        'prometheus.yml': 'scrape_configs:\n  - job_name: kafka\n    static_configs: []\n',
        'alertmanager.yml': 'route:\n  receiver: a\nreceivers:\n  - name: kafka\n',
        'board.json': '{"panels": [{"title": "Kafka lag of {{topic}}"}], "schemaVersion": 38}',
        'application-test.yml':
          'spring:\n  autoconfigure:\n    exclude:\n      - org.springframework.boot.autoconfigure.kafka.KafkaAutoConfiguration\n',
      }),
      {},
    )
    // What is like them and reads from Kafka, or only looks like a board, is.
    assert.deepEqual(
      states({
        'shipper.yml': 'scrape_configs:\n  - job_name: events\n    kafka:\n      topics: [orders]\n',
        'groups.yml': 'groups:\n  - kafka\n',
        'panels.json': '{"panels": ["kafka"]}',
      }),
      { 'groups.yml': 'not', 'panels.json': 'not', 'shipper.yml': 'not' },
    )
  })

  it('is not told of lists of what programs are built from', () => {
    const isTold = (path: string, text = 'kafka: 1.0\n'): boolean => coverageOf({ [path]: text }).length > 0
    const json = ['package', 'package-lock', 'composer', 'tsconfig', 'tsconfig.app', 'deno', 'renovate', 'angular']
    for (const name of [...json, 'nx', 'lerna']) assert.ok(!isTold(`app/${name}.json`, '{"kafka": "1.0"}'), name)
    for (const name of ['pnpm-lock', 'Chart', 'requirements']) {
      assert.ok(!isTold(`${name}.yaml`), name)
      assert.ok(!isTold(`${name}.yml`), name)
    }
    for (const name of ['Cargo', 'pyproject', 'Pipfile', 'Gopkg', 'poetry', 'libs.versions', 'gradle.versions'])
      assert.ok(!isTold(`${name}.toml`, 'kafka = "1.0"\n'), name)
    for (const name of ['requirements', 'requirements-dev', 'dev-requirements', 'test-constraints.v2', 'constraints'])
      assert.equal(isTold(`${name}.txt`, 'kafka: 1.0\n'), false, name)
    // What only ends or begins like one is read as anything else.
    for (const name of ['my-package.json', 'package.json.json', 'packages.json'])
      assert.ok(isTold(name, '{"kafka": "1.0"}'), name)
    for (const name of ['my-chart.yaml', 'Chart.yaml.yaml', 'Chart-of-kafka.yml']) assert.ok(isTold(name), name)
    assert.ok(isTold('my-cargo.toml', 'kafka = "1.0"\n'))
    assert.ok(isTold('test_constraints.txt'))
  })

  it('calls a template what one decides, and nothing that has braces elsewhere', () => {
    const why = (path: string, text: string): string[] =>
      coverageOf({ [path]: text }).flatMap(({ unread }) => unread.map(({ why: { id } }) => id))
    assert.deepEqual(why('values.yaml', 'kafka: {{ brokers }}\n'), ['unread.template'])
    assert.deepEqual(why('chart/templates/x.yaml', '{{- if .Values.on }}\nstore: kafka\n{{- end }}\n'), [
      'unread.template',
    ])
    assert.deepEqual(why('ci.yml', 'jobs:\n  kafka: {}\n  other: ${{ github.ref }}\n'), ['unread.format'])
    assert.deepEqual(why('logs.sh', "docker logs kafka\ndocker ps --format '{{.Names}}'\n"), ['unread.script'])
  })

  it('counts schemas that may be of anything only beside what speaks of Kafka', () => {
    const api = { 'api.proto': 'syntax = "proto3";\nmessage Ping {\n  int32 sent = 1;\n}\n' }
    const counted = (files: Readonly<Record<string, string>>): number => coverageOf(files).length
    assert.deepEqual(
      [counted(api), counted({ ...api, 'topic.yaml': topic }), counted({ 'a.avsc': corpus['schema.avsc'] ?? '' })],
      [0, 2, 1],
    )
  })

  it('says why not, at the place', () => {
    const why = (path: string): string[] =>
      (coverage().find(({ file }) => file === uriOf(path))?.unread ?? []).map(
        ({ span, why: reason }) => `${corpus[path]?.slice(span.start, span.end)}: ${word(reason, english)}`,
      )
    assert.deepEqual(why('trigger.yaml'), ['kafka: nothing is read of this Trigger (eventing.example/v1)'])
    assert.deepEqual(why('01-assert.yaml'), ['kafka: a test compares resources with it; it configures nothing'])
    assert.deepEqual(why('two.yaml'), ['kafka: belongs to nothing that was understood'])
  })

  it('never passes over a file whose marks no format understands', () => {
    const words = fc.constantFrom('kafka', 'bootstrap_servers', 'orders', 'x', 'name', 'redpanda', 'strimzi', 'list')
    const line = fc.tuple(words, words, words).map(([a, b, c]) => `${a}-${b}: ${c}`)
    holds(
      fc.property(fc.array(line, { minLength: 1, maxLength: 6 }), lines => {
        const text = lines.join('\n')
        const [found] = coverageOf({ 'some.yaml': text })
        assert.equal(found !== undefined, /kafka|redpanda|strimzi|bootstrap_servers/.test(text), text)
        if (found && Object.keys(found.entities).length === 0) assert.equal(found.state, 'not', text)
        if (found && found.state !== 'understood') assert.ok(found.unread.length > 0, text)
      }),
      300,
    )
  })
})
