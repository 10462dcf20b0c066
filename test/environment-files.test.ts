import assert from 'node:assert/strict'
import { openReader, prepareReading } from '../server/src/reader/reader.ts'
import { toUri } from '../server/src/text/uri.ts'

const configMap = (brokers: string, rest = ''): string =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: laden\n${rest}data:\n  KAFKA_BROKERS: ${brokers}\n`
const deployment = (name: string, namespace = ''): string =>
  `apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: kasse\n${namespace}spec:\n  template:\n    spec:\n      containers:\n        - name: kasse\n          envFrom:\n            - configMapRef:\n                name: ${name}\n`

describe('variables of other files', () => {
  before(prepareReading)

  const uri = (path: string): ReturnType<typeof toUri> => toUri(`file:///k/${path}`)

  /** A reader, and the clients with their brokers by file. */
  const open = () => {
    const reader = openReader()
    const said = new Map<string, string[]>()
    const write = (files: Readonly<Record<string, string | undefined>>): Record<string, string[]> => {
      for (const [file, facts] of reader.read(
        Object.entries(files).map(([path, text]) => [uri(path), text] as const),
      )) {
        const clients = (facts?.entities ?? []).flatMap(entity =>
          entity.kind === 'client' && entity.name.state === 'known'
            ? [`${entity.name.value} ${entity.kafka.bootstrap.state === 'known' ? entity.kafka.bootstrap.value : '?'}`]
            : [],
        )
        said.set(file.slice(uri('').length), clients)
      }
      return Object.fromEntries([...said].filter(([, clients]) => clients.length > 0))
    }
    return write
  }

  it('are told where they are used, and where they stand once nobody uses them', () => {
    const write = open()
    const both = { 'app.yaml': deployment('laden'), 'map.yaml': configMap('a.svc:9092') }
    assert.deepEqual(write(both), { 'app.yaml': ['kasse a.svc:9092'] })
    assert.deepEqual(write({ 'map.yaml': configMap('b.svc:9092') }), { 'app.yaml': ['kasse b.svc:9092'] })
    assert.deepEqual(write({ 'app.yaml': deployment('andere') }), { 'map.yaml': ['laden b.svc:9092'] })
    assert.deepEqual(write({ 'app.yaml': deployment('laden') }), { 'app.yaml': ['kasse b.svc:9092'] })
    assert.deepEqual(write({ 'map.yaml': undefined }), {})
  })

  it('are nobody’s where two are equally near, or of another namespace', () => {
    const ambiguous = {
      'app.yaml': deployment('laden'),
      'one/map.yaml': configMap('a.svc:9092'),
      'two/map.yaml': configMap('b.svc:9092'),
    }
    assert.deepEqual(Object.keys(open()(ambiguous)), ['one/map.yaml', 'two/map.yaml'])
    const foreign = {
      'app.yaml': deployment('laden', '  namespace: eins\n'),
      'map.yaml': configMap('a.svc:9092', '  namespace: zwei\n'),
    }
    assert.deepEqual(Object.keys(open()(foreign)), ['map.yaml'])
  })

  it('come from the values of the chart that a template names', () => {
    const write = open()
    const template = (value: string): string =>
      `apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: {{ .Release.Name }}\nspec:\n  template:\n    spec:\n      containers:\n        - name: kasse\n          env:\n            - name: KAFKA_BOOTSTRAP_SERVERS\n              value: ${value}\n`
    const values = (address: string): string => `mq:\n  address: ${address}\n`
    const chart = {
      'shop/templates/app.yaml': template('{{ .Values.mq.address | quote }}'),
      'shop/values.yaml': values('a.svc:9092'),
      'other/values.yaml': values('z.svc:9092'),
    }
    assert.deepEqual(write(chart), { 'shop/templates/app.yaml': ['kasse a.svc:9092'] })
    assert.deepEqual(write({ 'shop/values.yaml': values('b.svc:9092') }), {
      'shop/templates/app.yaml': ['kasse b.svc:9092'],
    })
    const put = template('{{ printf "c.%s" .Values.mq.address | quote }}')
    assert.deepEqual(write({ 'shop/templates/app.yaml': put }), { 'shop/templates/app.yaml': ['kasse c.b.svc:9092'] })
    // What only a program works out, and what no value is, stays open.
    const worked = template('{{ printf "%s" (sha256sum .Values.mq.address) | quote }}')
    assert.deepEqual(write({ 'shop/templates/app.yaml': worked }), { 'shop/templates/app.yaml': ['kasse ?'] })
    const missing = template('{{ .Values.mq.missing }}')
    assert.deepEqual(write({ 'shop/templates/app.yaml': missing }), { 'shop/templates/app.yaml': ['kasse ?'] })
    assert.deepEqual(
      write({ 'shop/templates/app.yaml': chart['shop/templates/app.yaml'], 'shop/values.yaml': undefined }),
      {
        'shop/templates/app.yaml': ['kasse ?'],
      },
    )
  })

  it('come from ConfigMaps that Kustomize makes', () => {
    const kustomization = 'configMapGenerator:\n  - name: laden\n    literals:\n      - KAFKA_BROKERS=a.svc:9092\n'
    const both = { 'app.yaml': deployment('laden'), 'kustomization.yaml': kustomization }
    assert.deepEqual(open()(both), { 'app.yaml': ['kasse a.svc:9092'] })
  })

  it('come from files that Compose names, and lose to what is written', () => {
    const compose =
      'services:\n  kasse:\n    image: example/kasse\n    env_file: ./kafka.env\n    environment:\n      KAFKA_GROUP_ID: g-1\n'
    const write = open()
    assert.deepEqual(write({ 'compose.yaml': compose, 'kafka.env': 'KAFKA_BROKERS=a:9092\n' }), {
      'compose.yaml': ['kasse a:9092'],
    })
    assert.deepEqual(write({ 'compose.yaml': compose.replace('GROUP_ID: g-1', 'BROKERS: b:9092') }), {
      'compose.yaml': ['kasse b:9092'],
    })
  })

  it('say the same in whatever order files come', () => {
    const write = open()
    write({ 'app.yaml': deployment('laden') })
    assert.deepEqual(write({ 'map.yaml': configMap('a.svc:9092') }), { 'app.yaml': ['kasse a.svc:9092'] })
  })

  it('come from files that are called as files of variables are, and from no others', () => {
    const compose = (file: string): string =>
      `services:\n  kasse:\n    image: example/kasse\n    env_file: ${file}\n    environment:\n      KAFKA_GROUP_ID: g-1\n`
    for (const [file, isOne] of [
      ['.env', true],
      ['.env.local', true],
      ['.env.production.local', true],
      ['kafka.env', true],
      ['kafka.prod.env', true],
      ['.env.a.b.c', false],
      ['kafka.envs', false],
      ['env', false],
    ] as const)
      assert.deepEqual(
        open()({ 'compose.yaml': compose(file), [file]: 'KAFKA_BROKERS=a:9092\n' })['compose.yaml'],
        isOne ? ['kasse a:9092'] : undefined,
        file,
      )
  })

  it('come from the nearest of several, of the namespace of the program', () => {
    const near = {
      'one/app.yaml': deployment('laden'),
      'one/map.yaml': configMap('a.svc:9092'),
      'two/map.yaml': configMap('b.svc:9092'),
    }
    const write = open()
    assert.deepEqual(write(near), { 'one/app.yaml': ['kasse a.svc:9092'], 'two/map.yaml': ['laden b.svc:9092'] })
    assert.deepEqual(write({ 'one/map.yaml': undefined }), { 'one/app.yaml': ['kasse b.svc:9092'] })
    const namespaces = {
      'app.yaml': deployment('laden', '  namespace: eins\n'),
      'one.yaml': configMap('a.svc:9092', '  namespace: eins\n'),
      'two.yaml': configMap('b.svc:9092', '  namespace: zwei\n'),
    }
    assert.deepEqual(open()(namespaces), { 'app.yaml': ['kasse a.svc:9092'], 'two.yaml': ['laden b.svc:9092'] })
  })

  it('come from a map that does not speak of Kafka itself, whoever comes first', () => {
    const map = 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: orte\ndata:\n  ADRESSE: a.svc:9092\n'
    const app =
      'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: kasse\nspec:\n  template:\n    spec:\n      containers:\n        - name: kasse\n          env:\n            - name: KAFKA_BOOTSTRAP_SERVERS\n              valueFrom:\n                configMapKeyRef: {name: orte, key: ADRESSE}\n'
    for (const steps of [
      [{ 'app.yaml': app }, { 'map.yaml': map }],
      [{ 'map.yaml': map }, { 'app.yaml': app }],
    ]) {
      const write = open()
      assert.deepEqual(steps.map(write).at(-1), { 'app.yaml': ['kasse a.svc:9092'] })
      assert.deepEqual(write({ 'map.yaml': map.replace('a.svc', 'b.svc') }), { 'app.yaml': ['kasse b.svc:9092'] })
      assert.deepEqual(write({ 'map.yaml': map.replace('ADRESSE', 'ORT') }), { 'app.yaml': ['kasse ?'] })
      assert.deepEqual(write({ 'map.yaml': undefined }), { 'app.yaml': ['kasse ?'] })
    }
  })

  it('of a map that nobody uses stay where they stand, beside others that are used', () => {
    const other = configMap('b.svc:9092').replace('laden', 'keller')
    const write = open()
    assert.deepEqual(
      write({ 'app.yaml': deployment('laden'), 'maps.yaml': `${configMap('a.svc:9092')}---\n${other}` }),
      {
        'app.yaml': ['kasse a.svc:9092'],
        'maps.yaml': ['keller b.svc:9092'],
      },
    )
    assert.deepEqual(write({ 'app.yaml': undefined }), { 'maps.yaml': ['laden a.svc:9092', 'keller b.svc:9092'] })
  })

  it('come from templates with names, however these are called', () => {
    const app = (action: string): string =>
      `apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: kasse\nspec:\n  template:\n    spec:\n      containers:\n        - name: kasse\n          env:\n            - name: KAFKA_BROKERS\n              value: ${action}\n`
    const helpers = '{{- define "orte.adresse" }}a.svc:9092{{ end }}\n'
    for (const action of [
      '{{ include "orte.adresse" . }}',
      '{{ include  `orte.adresse` . }}',
      '{{ template "orte.adresse" . }}',
    ])
      assert.deepEqual(
        open()({ 'c/templates/app.yaml': app(action), 'c/templates/_helpers.tpl': helpers, 'c/values.yaml': 'a: 1\n' }),
        { 'c/templates/app.yaml': ['kasse a.svc:9092'] },
        action,
      )
  })
})
