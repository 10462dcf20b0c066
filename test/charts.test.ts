import assert from 'node:assert/strict'
import type { Entity } from '../server/src/model/entities.ts'
import type { Fact } from '../server/src/model/fact.ts'
import { openReader, prepareReading } from '../server/src/reader/reader.ts'
import { setting } from '../server/src/model/settings.ts'
import { toUri } from '../server/src/text/uri.ts'

const uri = (path: string): ReturnType<typeof toUri> => toUri(`file:///k/${path}`)

/** A reader; what it says of each file stands in `told`. */
const open = () => {
  const reader = openReader()
  const told = new Map<string, readonly Entity[]>()
  const overlays = new Map<string, readonly Entity[]>()
  const write = (files: Readonly<Record<string, string | undefined>>): void => {
    for (const [file, facts] of reader.read(Object.entries(files).map(([path, text]) => [uri(path), text] as const))) {
      const path = file.slice(uri('').length)
      told.set(path, (facts?.entities ?? []) as readonly Entity[])
      overlays.set(path, facts?.overlays ?? [])
    }
  }
  return { write, told, overlays }
}

const topics = (spec: string, before = ''): string =>
  `${before}apiVersion: kafka.strimzi.io/v1\nkind: KafkaTopic\nmetadata:\n  name: orders\nspec:\n${spec}`

const numberOf = (fact: Fact<number>): unknown => (fact.state === 'known' ? fact.value : fact.state)

/** The replicas of the topics of a file, each with the line at which it stands. */
const replicas = (entities: readonly Entity[] | undefined): unknown[] =>
  (entities ?? []).flatMap(one =>
    one.kind === 'topic'
      ? [one.replicationFactor.state === 'known' ? one.replicationFactor.value : one.replicationFactor.state]
      : [],
  )

describe('templates of charts', () => {
  before(prepareReading)

  const inTemplate = (expression: string, values: string, before = ''): unknown[] => {
    const { write, told } = open()
    write({ 'c/values.yaml': values, 'c/templates/t.yaml': topics(`  replicas: ${expression}\n`, before) })
    return replicas(told.get('c/templates/t.yaml'))
  }

  it('take what the values of their chart say, by every plain way to it', () => {
    const values = 'n: 2\na:\n  n: 2\n  some-key: 2\nempty: ""\n'
    const ways: readonly (readonly [string, string?])[] = [
      ['{{ .Values.n }}'],
      ['"{{ .Values.n }}"'],
      ['{{- .Values.a.n -}}'],
      ['{{ $.Values.a.n | int }}'],
      ['{{ .Values.a.n | default 3 | quote }}'],
      ['{{ default 3 .Values.a.n }}'],
      ['{{ .Values.empty | default 2 }}'],
      ['{{ .Values.missing | default .Values.n }}'],
      ['{{ coalesce .Values.missing .Values.empty .Values.n }}'],
      ['{{ required "say how many" .Values.n }}'],
      ['{{ index .Values "a" "some-key" }}'],
      ['{{ (.Values.a).n }}'],
      ['{{ $a.n }}', '{{- $a := .Values.a }}\n'],
      ['{{ .n }}', '{{- with .Values.a }}\n'],
    ]
    for (const [expression, before] of ways) {
      assert.deepEqual(inTemplate(expression, values, before), [2], expression)
    }
  })

  it('leave open what takes a program, what nobody says and what has yet to be said', () => {
    const values = 'n: 2\nempty: ""\nnone:\nmap: {}\nvariable: ${N}\n'
    for (const expression of [
      '{{ .Values.missing }}',
      '{{ .Values.empty }}',
      '{{ .Values.none }}',
      '{{ .Values.map }}',
      '{{ .Values.variable }}',
      '{{ add .Values.n 1 }}',
      '{{ include "c.replicas" . }}',
      '{{ .Release.Revision }}',
      '{{ .n }}',
      '{{ .Values.n | default }',
      '{{ "open }}',
      '{{ }}',
      '{{ ( }}',
    ])
      assert.deepEqual(inTemplate(expression, values), ['unresolved'], expression)
  })

  it('take whole maps, and entries that a loop writes', () => {
    const config = (lines: string): unknown => {
      const { write, told } = open()
      write({
        'c/values.yaml': 'config:\n  retention.ms: 5\n  cleanup.policy: delete\n',
        'c/templates/t.yaml': topics(`  config:\n${lines}`),
      })
      const [topic] = told.get('c/templates/t.yaml') ?? []
      assert.ok(topic?.kind === 'topic')
      const retention = setting(topic.settings, 'retention.ms')
      return retention.state === 'known' ? [retention.value, topic.settings.open === undefined] : retention.state
    }
    for (const lines of [
      '    {{- toYaml .Values.config | nindent 4 }}\n',
      '    max.message.bytes: 5\n    {{- toYaml .Values.config | nindent 4 }}\n',
      '    {{- with .Values.config }}\n    {{- toYaml . | nindent 4 }}\n    {{- end }}\n',
      '    {{- range $key, $value := .Values.config }}\n    {{ $key }}: {{ $value | quote }}\n    {{- end }}\n',
    ])
      assert.deepEqual(config(lines), ['5', true], lines)
    assert.deepEqual(
      config(
        '    {{- include "c.config" . | nindent 4 }}\n    retention.ms: {{ index .Values.config "retention.ms" }}\n',
      ),
      ['5', false],
    )
  })

  it('are read once a round of the loops around them', () => {
    const { write, told } = open()
    const loop = (head: string, name: string, of: string): string =>
      `{{- range ${head} }}\n---\n${topics(`  replicas: {{ ${of} }}\n`).replace('orders', `{{ ${name} }}`)}{{- end }}\n`
    const said = (text: string): unknown => {
      write({
        'c/values.yaml': 'list:\n  - {n: 2, name: a}\n  - {n: 3, name: b}\nmap:\n  x: 1\n  y: 2\n',
        'c/templates/t.yaml': text,
      })
      return (told.get('c/templates/t.yaml') ?? []).map(one => [
        one.name.state === 'known' ? one.name.value : one.name.state,
        ...replicas([one]),
      ])
    }
    assert.deepEqual(said(loop('.Values.list', '.name', '.n')), [
      ['a', 2],
      ['b', 3],
    ])
    assert.deepEqual(said(loop('$i, $one := .Values.list', '$one.name', '$one.n')), [
      ['a', 2],
      ['b', 3],
    ])
    assert.deepEqual(said(loop('$name, $n := .Values.map', '$name', '$n')), [
      ['x', 1],
      ['y', 2],
    ])
    assert.deepEqual(said(loop('.Release.Names', '.name', '.n')), [['unresolved', 'unresolved']])
    assert.deepEqual(said(loop('.Values.missing', '.name', '.n')), [])
  })

  it('say of branches what the values take, and nothing of what they switch off', () => {
    const branches =
      '  {{- if .Values.one }}\n  replicas: 1\n  {{- else if eq .Values.size "two" }}\n  replicas: 2\n  {{- else }}\n  replicas: 3\n  {{- end }}\n'
    const said = (values: string, spec = branches): unknown => {
      const { write, told } = open()
      write({ 'c/values.yaml': values, 'c/templates/t.yaml': topics(`  partitions: 5\n${spec}`) })
      return replicas(told.get('c/templates/t.yaml'))
    }
    assert.deepEqual(said('one: true\nsize: two\n'), [1])
    assert.deepEqual(said('one: false\nsize: two\n'), [2])
    assert.deepEqual(said('one: false\nsize: three\n'), [3])
    assert.deepEqual(said('size: three\n'), [3])
    const alone = '  {{- if and .Values.one (not .Values.other) }}\n  replicas: 1\n  {{- end }}\n'
    assert.deepEqual(said('one: true\nother: false\n', alone), [1])
    assert.deepEqual(said('one: true\nother: true\n', alone), ['unresolved'])
    assert.deepEqual(said('one: false\n', alone), ['unresolved'])
  })

  it('say of values that environments change what each of them makes of it', () => {
    const { write, told, overlays } = open()
    const template = topics('  replicas: {{ .Values.n }}\n  partitions: {{ .Values.p }}\n')
    write({
      'c/templates/t.yaml': template,
      'c/values.yaml': 'n: 1\np: 6\n',
      'c/values-prod.yaml': 'n: 3\n',
      'c/environments/test/values.yaml': 'n: 2\n',
    })
    assert.deepEqual(replicas(told.get('c/templates/t.yaml')), ['unresolved'])
    assert.deepEqual(replicas(overlays.get('c/templates/t.yaml')), [2, 3])
    // What one environment leaves alone, and another does not, is nobody's.
    write({ 'c/values-prod.yaml': 'p: 3\n' })
    assert.deepEqual(replicas(overlays.get('c/templates/t.yaml')), [2, 'unresolved'])
    write({ 'c/values-prod.yaml': 'n: 1\n', 'c/environments/test/values.yaml': undefined })
    assert.deepEqual(replicas(told.get('c/templates/t.yaml')), [1])
    assert.deepEqual(replicas(overlays.get('c/templates/t.yaml')), [])
  })

  it('are bounded in what they cost', () => {
    const { write, told, overlays } = open()
    const environments = Array.from({ length: 30 }, (_, i) => [`c/values-${i}.yaml`, `n: ${i + 2}\n`] as const)
    const template = topics('  replicas: {{ .Values.n }}\n')
    write({ 'c/templates/t.yaml': template, 'c/values.yaml': 'n: 1\n', ...Object.fromEntries(environments) })
    assert.equal(overlays.get('c/templates/t.yaml')?.length, 12)
    write({ 'd/values.yaml': 'n: 1\n', 'd/templates/t.yaml': `${'{{ if .Values.n }}\n'.repeat(50_000)}${template}` })
    assert.deepEqual(replicas(told.get('d/templates/t.yaml')), ['unresolved'])
  })

  it('take what the chart above says of the chart in it', () => {
    const { write, told, overlays } = open()
    write({
      'p/charts/c/templates/t.yaml': topics('  replicas: {{ .Values.n }}\n'),
      'p/charts/c/values.yaml': 'n: 1\n',
      'p/values.yaml': 'c:\n  n: 3\n',
    })
    assert.deepEqual(replicas(told.get('p/charts/c/templates/t.yaml')), ['unresolved'])
    write({ 'p/values.yaml': 'other:\n  n: 3\n' })
    assert.deepEqual(replicas(told.get('p/charts/c/templates/t.yaml')), [1])
    // What a chart comes with is in force in those that are a part of it, and told once; its other values are put over it.
    write({ 'p/Chart.yaml': 'name: p\n', 'p/values.yaml': 'c:\n  n: 3\n' })
    assert.deepEqual(replicas(told.get('p/charts/c/templates/t.yaml')), [3])
    assert.deepEqual(replicas(overlays.get('p/charts/c/templates/t.yaml')), [])
    write({ 'p/values-large.yaml': 'c:\n  n: 5\n' })
    assert.deepEqual(replicas(told.get('p/charts/c/templates/t.yaml')), ['unresolved'])
    assert.deepEqual(replicas(overlays.get('p/charts/c/templates/t.yaml')), [5])
    write({ 'p/values-large.yaml': undefined, 'p/values.yaml': 'c:\n  m: 3\n' })
    assert.deepEqual(replicas(told.get('p/charts/c/templates/t.yaml')), [1])
  })

  it('take what the chart above says under the name that it gives', () => {
    const { write, told, overlays } = open()
    const brought = (...names: string[]): string =>
      `name: p\ndependencies:\n${names.map(name => `  - {name: c, version: 1.0.0, alias: ${name}}\n`).join('')}`
    write({
      'p/charts/c/templates/t.yaml': topics('  replicas: {{ .Values.n }}\n'),
      'p/charts/c/values.yaml': 'n: 1\n',
      'p/values.yaml': 'c:\n  n: 3\nbus:\n  n: 5\nother:\n  n: 7\n',
      'p/Chart.yaml': brought('bus'),
    })
    assert.deepEqual(replicas(told.get('p/charts/c/templates/t.yaml')), [5])
    write({ 'p/Chart.yaml': 'name: p\ndependencies:\n  - {name: c, version: 1.0.0}\n' })
    assert.deepEqual(replicas(told.get('p/charts/c/templates/t.yaml')), [3])
    // One that is brought along twice runs with each of them.
    write({ 'p/Chart.yaml': brought('bus', 'other') })
    assert.deepEqual(replicas(told.get('p/charts/c/templates/t.yaml')), ['unresolved'])
    assert.deepEqual(replicas(overlays.get('p/charts/c/templates/t.yaml')), [7])
  })

  it('leave brokers to the values that have a reader of their own', () => {
    const { write, told } = open()
    const broker =
      'apiVersion: apps/v1\nkind: StatefulSet\nmetadata:\n  name: kafka\nspec:\n  template:\n    spec:\n      containers:\n        - name: kafka\n          image: apache/kafka:4.1.0\n          env:\n            - name: KAFKA_NODE_ID\n              value: "1"\n            - name: KAFKA_PROCESS_ROLES\n              value: {{ .Values.roles }}\n'
    const kinds = (path: string): string[] => (told.get(path) ?? []).map(({ kind }) => kind)
    write({
      'c/values.yaml': 'roles: broker\nlisteners:\n  client:\n    protocol: SSL\n  interbroker:\n    protocol: SSL\n',
      'c/templates/statefulset.yaml': broker,
    })
    assert.deepEqual(kinds('c/templates/statefulset.yaml'), [])
    assert.deepEqual(kinds('c/values.yaml'), ['cluster'])
    write({ 'c/values.yaml': 'roles: broker\n' })
    assert.deepEqual(kinds('c/templates/statefulset.yaml'), ['cluster'])
  })

  it('take what templates with names lead to', () => {
    const helpers = [
      '{{- define "c.n" -}}\n{{- if .Values.on -}}\n{{ .Values.n }}\n{{- else -}}\n{{ .Values.other }}\n{{- end -}}\n{{- end -}}\n',
      '{{- define "c.of" -}}{{ . }}{{- end -}}',
      '{{- define "c.given" -}}{{ .all.Values.n }}{{- end -}}',
      '{{- define "c.twice" -}}{{ include "c.n" . }}{{- end -}}',
      '{{- define "c.root" -}}{{ $.Values.n }}{{- end -}}',
      '{{- define "c.plain" }}2{{ end -}}',
      '{{- define "c.set" -}}{{- $n := .Values.n -}}{{- printf "%s" $n -}}{{- end -}}',
      '{{- define "c.half" -}}{{ .Release.Revision }}2{{- end -}}',
      '{{- define "c.maybe" -}}{{ if .Values.unsaid }}1{{ else }}2{{ end }}{{- end -}}',
      '{{- define "c.round" -}}{{ include "c.round" . }}{{- end -}}',
      '{{/* {{ define "c.comment" }}2{{ end }} */}}',
    ].join('\n')
    const said = (expression: string, values = 'on: true\nn: 2\nother: 7\n'): unknown[] => {
      const { write, told } = open()
      const template = topics(`  replicas: ${expression}\n`)
      write({ 'c/values.yaml': values, 'c/templates/t.yaml': template, 'c/templates/_helpers.tpl': helpers })
      return replicas(told.get('c/templates/t.yaml'))
    }
    for (const expression of [
      '{{ include "c.n" . }}',
      '{{ template "c.n" . }}',
      '{{- include "c.n" $ | quote }}',
      '{{ include "c.of" .Values.n }}',
      '{{ include "c.given" (dict "all" .) }}',
      '{{ include "c.twice" . | default 9 }}',
      '{{ default (include "c.n" .) .Values.unsaid }}',
      '{{ include "c.root" . }}',
      '{{ include "c.plain" . }}',
      '{{ include "c.set" . }}',
      '{{ include "common.tplvalues.render" (dict "value" .Values.n "context" $) }}',
    ])
      assert.deepEqual(said(expression), [2], expression)
    assert.deepEqual(said('{{ include "c.n" . }}', 'on: false\nn: 2\nother: 7\n'), [7])
    for (const name of ['half', 'maybe', 'round', 'comment', 'missing'])
      assert.deepEqual(said(`{{ include "c.${name}" . }}`), ['unresolved'], name)
  })

  it('take lists and maps that templates with names bring in', () => {
    const helpers =
      '{{- define "c.config" }}\nmin.insync.replicas: {{ .Values.n }}\n{{- end }}\n{{- define "c.spec" }}\nreplicas: {{ .n }}\n{{- end }}\n'
    const { write, told } = open()
    write({
      'c/values.yaml': 'n: 2\nmap:\n  n: 3\n',
      'c/templates/_helpers.tpl': helpers,
      'c/templates/t.yaml': topics(
        '  {{- include "c.spec" .Values.map | nindent 2 }}\n  config:\n    {{- include "c.config" . | nindent 4 }}\n',
      ),
    })
    const [topic] = told.get('c/templates/t.yaml') ?? []
    assert.deepEqual(replicas(topic && [topic]), [3])
    const found = topic?.kind === 'topic' ? setting(topic.settings, 'min.insync.replicas') : undefined
    assert.equal(found?.state === 'known' ? found.value : found?.state, '2')
    // What it says is told where it is used, and anew when it changes.
    write({ 'c/templates/_helpers.tpl': helpers.replace('{{ .n }}', '{{ .m | default 5 }}') })
    assert.deepEqual(replicas(told.get('c/templates/t.yaml')), [5])
    assert.deepEqual(told.get('c/templates/_helpers.tpl'), [])
    write({ 'c/templates/_helpers.tpl': undefined })
    assert.deepEqual(replicas(told.get('c/templates/t.yaml')), ['unresolved'])
  })

  it('take the nearest template of a name, and none of two that are as near', () => {
    const { write, told } = open()
    const define = (n: number): string => `{{- define "x.n" }}${n}{{ end }}`
    const template = topics('  replicas: {{ include "x.n" . }}\n')
    write({
      'p/charts/c/templates/t.yaml': template,
      'p/charts/c/Chart.yaml': 'name: c\n',
      'p/charts/c/values.yaml': 'a: 1\n',
      'p/templates/_helpers.tpl': define(3),
    })
    assert.deepEqual(replicas(told.get('p/charts/c/templates/t.yaml')), [3])
    write({ 'p/charts/c/templates/_helpers.tpl': define(2) })
    assert.deepEqual(replicas(told.get('p/charts/c/templates/t.yaml')), [2])
    write({ 'p/charts/c/templates/_more.tpl': define(4) })
    assert.deepEqual(replicas(told.get('p/charts/c/templates/t.yaml')), ['unresolved'])
  })

  it('take what the chart says of itself, and what the chart above gives to all', () => {
    const { write, told, overlays } = open()
    write({
      'p/values.yaml': 'global:\n  n: 3\n',
      'p/charts/c/Chart.yaml': 'name: c\nappVersion: "4"\n',
      'p/charts/c/templates/t.yaml': topics(
        '  replicas: {{ .Values.global.n }}\n  partitions: {{ .Chart.AppVersion }}\n',
      ),
    })
    assert.deepEqual(replicas(overlays.get('p/charts/c/templates/t.yaml')), [3])
    const [topic] = told.get('p/charts/c/templates/t.yaml') ?? []
    assert.deepEqual(topic?.kind === 'topic' && topic.partitions && numberOf(topic.partitions), 4)
  })

  it('tell what their values would say by themselves', () => {
    const { write, told } = open()
    const values = 'kafka:\n  topics:\n    - name: orders\n      partitions: 3\n      replicas: 1\n'
    const loop = `{{- range .Values.kafka.topics }}\n---\n${topics('  replicas: {{ .replicas }}\n')}{{- end }}\n`
    write({ 'c/values.yaml': values, 'c/templates/t.yaml': loop })
    assert.deepEqual(replicas(told.get('c/values.yaml')), [])
    assert.deepEqual(replicas(told.get('c/templates/t.yaml')), [1])
    write({ 'c/templates/t.yaml': undefined })
    assert.deepEqual(replicas(told.get('c/values.yaml')), [1])
  })
})

describe('values of charts that switch parts of each other', () => {
  before(prepareReading)

  const chart = (protocol: string): string =>
    `kafka:\n  enabled: false\n  listeners:\n    client:\n      protocol: ${protocol}\n`
  const brought = `dependencies:\n  - name: kafka\n    version: 1.0.0\n    condition: install.kafka\n`
  const client = (enabled: boolean): string =>
    `bus:\n  kafka:\n    enabled: ${enabled}\n    brokers: kafka.example.org:9092\n    securityProtocol: PLAINTEXT\n`

  const flux = (enabled: string): string =>
    `apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nmetadata:\n  name: live\nspec:\n  chart:\n    spec:\n      chart: ./charts/shop\n      sourceRef:\n        kind: GitRepository\n        name: all\n  values:\n    kafka:\n      enabled: ${enabled}\n`
  const argo = (helm: string): string =>
    `apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata:\n  name: live\nspec:\n  source:\n    repoURL: https://git.example.org/all\n    path: charts/shop\n    helm:\n      ${helm}`

  /** What runs by each file, and whether its listeners encrypt. */
  const running = (told: ReadonlyMap<string, readonly Entity[]>): unknown[] =>
    [...told].flatMap(([file, entities]) =>
      entities.map(one => [
        file,
        one.kind,
        ...(one.kind === 'cluster' ? one.listeners : []).map(
          ({ encrypted }) => encrypted.state === 'known' && encrypted.value,
        ),
      ]),
    )

  it('say what runs, in whatever order they come and go', () => {
    const steps: readonly (readonly [Readonly<Record<string, string | undefined>>, readonly unknown[]])[] = [
      [{ 'c/values.yaml': chart('PLAINTEXT') }, []],
      [{ 'c/values-prod.yaml': 'kafka:\n  enabled: true\n' }, [['c/values-prod.yaml', 'cluster', false]]],
      [{ 'c/values.yaml': chart('SASL_SSL') }, [['c/values-prod.yaml', 'cluster', true]]],
      [{ 'c/values-prod.yaml': 'kafka:\n  enabled: ${X}\n' }, []],
      [
        { 'c/values-prod.yaml': 'kafka:\n  enabled: true\n  listeners:\n    client:\n      protocol: PLAINTEXT\n' },
        [['c/values-prod.yaml', 'cluster', false]],
      ],
      [{ 'c/values.yaml': undefined }, [['c/values-prod.yaml', 'cluster', false]]],
      [{ 'c/values-prod.yaml': undefined }, []],
      [{ 'c/values.yaml': client(false) }, []],
      [{ 'c/envs/prod/values.yaml': 'bus:\n  kafka:\n    enabled: true\n' }, [['c/envs/prod/values.yaml', 'client']]],
      [{ 'c/envs/prod/values.yaml': 'bus:\n  kafka:\n    enabled: false\n' }, []],
      [{ 'c/envs/prod/values.yaml': undefined, 'c/values.yaml': undefined }, []],
      [
        { 'c/charts/kafka/values.yaml': 'listeners:\n  client:\n    protocol: PLAINTEXT\n' },
        [['c/charts/kafka/values.yaml', 'cluster', false]],
      ],
      [{ 'c/Chart.yaml': brought }, [['c/charts/kafka/values.yaml', 'cluster', false]]],
      [{ 'c/values.yaml': 'install:\n  kafka: false\n' }, []],
      [{ 'c/values-prod.yaml': 'install:\n  kafka: true\n' }, [['c/charts/kafka/values.yaml', 'cluster', false]]],
      [{ 'c/values-prod.yaml': undefined }, []],
      [{ 'c/values.yaml': 'kafka:\n  enabled: true\n' }, [['c/charts/kafka/values.yaml', 'cluster', false]]],
      [
        { 'c/charts/kafka/values.yaml': 'enabled: false\nlisteners:\n  client:\n    protocol: PLAINTEXT\n' },
        [['c/values.yaml', 'cluster', false]],
      ],
      [{ 'c/Chart.yaml': undefined, 'c/charts/kafka/values.yaml': undefined, 'c/values.yaml': undefined }, []],
      [{ 'charts/shop/Chart.yaml': 'name: shop\n', 'charts/shop/values.yaml': chart('PLAINTEXT') }, []],
      [{ 'flux.yaml': flux('true') }, [['flux.yaml', 'cluster', false]]],
      [{ 'charts/shop/values.yaml': chart('SASL_SSL') }, [['flux.yaml', 'cluster', true]]],
      [{ 'flux.yaml': flux('${KAFKA}') }, []],
      [
        { 'flux.yaml': undefined, 'argo.yaml': argo('valuesObject:\n        kafka:\n          enabled: true\n') },
        [['argo.yaml', 'cluster', true]],
      ],
      [{ 'argo.yaml': argo('values: |\n        kafka:\n          enabled: true\n') }, [['argo.yaml', 'cluster', true]]],
      [
        { 'argo.yaml': argo('parameters:\n        - name: kafka.enabled\n          value: "true"\n') },
        [['argo.yaml', 'cluster', true]],
      ],
      [{ 'argo.yaml': argo('valueFiles:\n        - ../../stages/live/shop-values.yaml\n') }, []],
      [
        { 'stages/live/shop-values.yaml': 'kafka:\n  enabled: true\n' },
        [['stages/live/shop-values.yaml', 'cluster', true]],
      ],
      [{ 'argo.yaml': undefined }, []],
      [
        {
          'helmfile.yaml':
            'releases:\n  - name: a\n    chart: bitnami/redis\n  - name: shop\n    chart: ./charts/shop\n    values:\n      - stages/live/shop-values.yaml\n',
        },
        [['stages/live/shop-values.yaml', 'cluster', true]],
      ],
      [
        {
          'helmfile.yaml':
            'releases:\n  - name: shop\n    chart: ./charts/shop\n    values:\n      - kafka:\n          enabled: true\n  - name: shop-test\n    chart: ./charts/shop\n    set:\n      - name: kafka.enabled\n        value: true\n',
        },
        [
          ['helmfile.yaml', 'cluster', true],
          ['helmfile.yaml', 'cluster', true],
        ],
      ],
      [{ 'charts/shop/Chart.yaml': undefined, 'charts/shop/values.yaml': undefined }, []],
    ]
    const { write, told } = open()
    const now: Record<string, string | undefined> = {}
    for (const [change, expected] of steps) {
      write(change)
      assert.deepEqual(running(told), expected, JSON.stringify(change))
      Object.assign(now, change)
      for (const files of [Object.entries(now), Object.entries(now).reverse()]) {
        const cold = open()
        cold.write(Object.fromEntries(files.filter(([, text]) => text !== undefined)))
        assert.deepEqual(running(cold.told), expected, `cold: ${JSON.stringify(now)}`)
      }
    }
  })
})
