import { english } from '../../server/src/words/en/english.ts'
import assert from 'node:assert/strict'
import { reviewTexts, uriOf } from '../support/fixtures.ts'
import { word } from '../../server/src/words/message.ts'

const topic = (name: string, rest: string): string =>
  `apiVersion: kafka.strimzi.io/v1\nkind: KafkaTopic\nmetadata:\n  name: ${name}\nspec:\n${rest}`
const few = 'KR301 Topic orders has 1 replica; use at least 3, on as many brokers'

/** The findings of one text, as `KR301 message`, hints left out. */
function findings(name: string, text: string): string[] {
  const uri = uriOf(name)
  return reviewTexts([{ uri, text }])
    .findings(uri)
    .filter(({ level }) => level !== 'hint')
    .map(({ code, message }) => `${code} ${word(message, english)}`)
}

const yaml: Readonly<Record<string, readonly [text: string, expected: readonly string[]]>> = {
  'a half-typed key': [topic('orders', '  repl\n  replicas: 1\n  part'), [few]],
  'a half-typed key before the one that matters': [topic('orders', '  labels\n  replicas: 1\n'), [few]],
  'an unclosed double quote': [topic('orders', '  note: "since\n  replicas: 1\n'), [few]],
  'an unclosed single quote, and the documents behind it': [
    `${topic('a', "  note: 'since\n  replicas: 3\n")}---\n${topic('orders', '  replicas: 1\n')}`,
    [few],
  ],
  'an unclosed bracket': [topic('orders', '  replicas: 1\n  list: [1, 2\n  partitions: 3\n'), [few]],
  'an unclosed brace': [topic('orders', '  config: { a: 1\n  replicas: 1\n'), [few]],
  'tabs as indentation': [topic('orders', '\tpartitions: 3\n\treplicas: 1\n'), [few]],
  CRLF: [topic('orders', '  replicas: 1\n').replace(/\n/g, '\r\n'), [few]],
  'a byte order mark': [`\uFEFF${topic('orders', '  replicas: 1\n')}`, [few]],
  'duplicate keys: the last one holds': [topic('orders', '  replicas: 3\n  replicas: 1\n'), [few]],
  'a conflict: neither side is known': [
    topic('orders', '<<<<<<< HEAD\n  replicas: 1\n=======\n  replicas: 3\n>>>>>>> theirs\n'),
    [],
  ],
  'a conflict elsewhere': [
    topic('orders', '  replicas: 1\n<<<<<<< HEAD\n  partitions: 1\n=======\n  partitions: 3\n>>>>>>> theirs\n'),
    [few],
  ],
  'anchors and aliases': [
    `${topic('orders', '  config: &c\n    min.insync.replicas: 2\n  other: *c\n  replicas: 1\n')}`,
    [few],
  ],
  'an unknown alias': [topic('orders', '  config: *nothing\n  replicas: 1\n'), [few]],
  'a merge key': [`${topic('orders', '  base: &b\n    replicas: 9\n  <<: { replicas: 1 }\n')}`, [few]],
  'an anchor inside itself': [topic('orders', '  loop: &l [*l]\n  replicas: 1\n'), [few]],
  'a bomb of aliases': [
    `${topic('orders', '  replicas: 1\n')}a: &a [x, x, x, x, x, x, x, x, x]\n${'bcdefghi'
      .split('')
      .map((name, i) => `${name}: &${name} [${Array(9).fill(`*${'abcdefghi'[i]}`).join(', ')}]`)
      .join('\n')}\n`,
    [few],
  ],
  '100 levels of nesting': [
    topic('orders', `  replicas: 1\n  deep: ${'{a: '.repeat(100)}1${'}'.repeat(100)}\n`),
    [few],
  ],
  '5000 open brackets': [topic('orders', `  replicas: 1\n  deep: ${'['.repeat(5000)}\n`), [few]],
  '100,000 open brackets': [topic('orders', `  replicas: 1\n  deep: ${'['.repeat(100_000)}\n`), [few]],
  '20,000 keys in one map': [
    topic(
      'orders',
      `  replicas: 1\n  config:\n${Array.from({ length: 20_000 }, (_, i) => `    key.${i}: ${i}\n`).join('')}`,
    ),
    [few],
  ],
  'a Helm template': [
    `{{- if .Values.on }}\n${topic('orders', '  partitions: {{ .Values.partitions }}\n  replicas: 1\n  config:\n    {{- toYaml .Values.config | nindent 4 }}\n')}{{- end }}\n`,
    [few],
  ],
  'a document that is not ours between two that are': [
    `${topic('a', '  replicas: 3\n')}---\nkind: Deployment\nspec:\n  replicas: 1\n  broken: "\n---\n${topic('orders', '  replicas: 1\n')}`,
    [few],
  ],
  'an empty file': ['', []],
  'nothing but a comment': ['# kafka.strimzi.io/\n', []],
  'a binary file': ['\u0000\u0001kafka.strimzi.io/\uFFFD\u0000', []],
  'a custom resource definition that names the kinds': [
    'apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nspec:\n  group: kafka.strimzi.io/v1\n  names: { kind: KafkaTopic }\n',
    [],
  ],
}

const deadLetters = 'KR301 errors.deadletterqueue.topic.replication.factor is 1; use at least 3, on as many brokers'
const body =
  '"connector.class": "FileStreamSink", "topics": "t", "errors.deadletterqueue.topic.name": "d", "errors.deadletterqueue.topic.replication.factor": 1'

const json: Readonly<Record<string, readonly [text: string, expected: readonly string[]]>> = {
  'comments and trailing commas': [`// of ours\n{ "name": "s", /* flat */ ${body}, }`, [deadLetters]],
  'no outer braces': [`"name": "s",\n"config": { ${body} }`, [deadLetters]],
  'a command line around it': [`curl -X PUT http://connect:8083/connectors/s/config -d '{ ${body} }'`, [deadLetters]],
  'a half-typed key': [`{ "name": "s", "config": { ${body}, "tas`, [deadLetters]],
  'a missing comma': [`{ "name": "s" "config": { ${body} } }`, [deadLetters]],
  'an unclosed quote': [`{ "name": "s", "config": {\n  "note": "since\n, ${body} } }`, [deadLetters]],
  'a byte order mark': [`\uFEFF{ "name": "s", ${body} }`, [deadLetters]],
  'duplicate keys: the last one holds': [
    `{ "name": "s", ${body.replace('factor": 1', 'factor": 3')}, "errors.deadletterqueue.topic.replication.factor": 1 }`,
    [deadLetters],
  ],
  'templated values': [`{ "name": "s", "tasks.max": {{ .Values.tasks }}, ${body} }`, [deadLetters]],
  'a list with holes': [`[ , { "name": "s", "config": { ${body} } }, {`, [deadLetters]],
  '5000 open brackets': [`{ ${body}, "deep": ${'['.repeat(5000)}`, [deadLetters]],
  '100,000 open brackets, and what follows them': [
    `{ "deep": ${'['.repeat(100_000)}"]"${']'.repeat(100_000)}, ${body} }`,
    [deadLetters],
  ],
  'a manifest of a package that only looks alike': [
    '{ "name": "payment-processor", "config": { "topics": "news", "region": "us-east-1" } }',
    [],
  ],
  'an empty file': ['', []],
  'a binary file': ['"connector.class"\u0000\u0001\uFFFD', []],
}

describe('bad input', () => {
  for (const [what, [text, expected]] of Object.entries(yaml))
    it(`YAML with ${what} keeps the findings of the rest`, () => assert.deepEqual(findings('x.yaml', text), expected))
  for (const [what, [text, expected]] of Object.entries(json))
    it(`JSON with ${what} keeps the findings of the rest`, () => assert.deepEqual(findings('x.json', text), expected))

  it('of a size that no review takes is left out', () =>
    assert.deepEqual(findings('x.yaml', topic('orders', `  replicas: 1\n${'# padding\n'.repeat(500_000)}`)), []))

  it('in an address does not lead round in circles', () =>
    assert.deepEqual(
      findings(
        'client.properties',
        'security.protocol=SSL\nbootstrap.servers=SSL://a.example:9093"SSL://b.example:9094\n',
      ),
      [],
    ))

  it('in a schema keeps the findings of the rest', () => {
    const schema = '{"type": "record", "name": "User", "fields": [{"name": "email", "type": "string"}, {"name": "ph'
    assert.deepEqual(findings('x.avsc', schema), [
      'KR101 Field "email" of User is not tagged as personal data: e-mail address',
    ])
    assert.deepEqual(findings('x.avsc', '{"type": "record"}'), [])
    assert.deepEqual(findings('x.avsc', '"string"'), [])
  })
})
