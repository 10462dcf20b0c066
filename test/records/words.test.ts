import assert from 'node:assert/strict'
import type { Category } from '../../server/src/assess/person-words.ts'
import type { Criterion } from '../../server/src/assess/impact-assessment.ts'
import type { Destination } from '../../server/src/assess/destination.ts'
import type { Note } from '../../server/src/assess/path-entry.ts'
import { safeguardKinds } from '../../server/src/model/configuration.ts'
import type { Entity } from '../../server/src/model/entities.ts'
import type { Known } from '../../server/src/model/fact.ts'
import { inEnglish } from '../../server/src/locale/en.ts'
import { authorityForms } from '../../server/src/records/authority-forms.ts'
import { cellNames, type Role } from '../../server/src/records/cells.ts'
import { driftOf, writtenIn } from '../../server/src/records/drift.ts'
import type { Statement } from '../../server/src/records/kept.ts'
import type { GateAnswer } from '../../server/src/records/scorecard/card.ts'
import { itemOfFinding } from '../../server/src/records/scorecard/finding-items.ts'
import type { ScorecardWords } from '../../server/src/records/scorecard/words/words.ts'
import type { Words } from '../../server/src/records/words/words.ts'
import { rules } from '../../server/src/rules/registry.ts'
import { english } from '../../server/src/words/en/english.ts'
import { word } from '../../server/src/words/message.ts'
import { kindNames } from '../../server/src/words/en/kinds.ts'
import { ask, strimzi } from '../support/asking.ts'
import { theLibrary } from '../support/fixtures.ts'
import { assertGolden } from '../support/golden.ts'
import { languages } from '../support/languages.ts'

/** The functions of a table of words, each with what it is asked here. */
type Samples<Table> = {
  readonly [K in keyof Table as Table[K] extends (...args: never[]) => string ? K : never]: Table[K] extends (
    ...args: infer Args
  ) => string
    ? readonly Args[]
    : never
}

const roles: readonly Role[] = ['controller', 'processor']
const places: readonly Destination['role'][] = [
  'sink',
  'replication',
  'cluster',
  'tiered-storage',
  'registry',
  'telemetry',
  'proxy',
  'state',
  'backup',
  'disks',
  'control-plane',
]
const kinds = Object.keys(kindNames) as Entity['kind'][]
const category = (special: boolean): Category =>
  [...theLibrary().vocabulary.categories.values()].find(
    one => one.special === special && one.id !== 'criminal',
  ) as Category
const criminal = (): Category => theLibrary().vocabulary.categories.get('criminal') as Category
const day = 86_400_000
const date = (value: string): Known<string> => ({
  state: 'known',
  value,
  at: { file: 'file:///a' as never, span: { start: 0, end: 0 } },
})
const criteria: readonly Criterion[] = ['special', 'criminal', 'profiling', 'monitoring', 'location', 'vulnerable']
const decisions = (): Parameters<Words['adequacy']>[] =>
  [...theLibrary().knowledge.countries.values()]
    .flatMap(({ decision }) => decision ?? [])
    .slice(0, 1)
    .map(decision => [decision])

const makeSamples = (): Samples<Words> => ({
  heading: cellNames.flatMap(cell => roles.map((role): [typeof cell, Role] => [cell, role])),
  source: (['topic', 'schema', 'connector', 'flow', 'client', 'connect-cluster', 'cluster'] as const).map(kind => [
    kind,
    'x',
  ]),
  proposed: [['x']],
  blank: [[['a']], [['a', 'b']]],
  noneKnown: cellNames.map(cell => [cell]),
  declareIt: [['record.controller']],
  more: [[1], [2]],
  jointly: [['x']],
  representedBy: [['x']],
  dataProtectionOfficer: [['x']],
  onBehalfOf: [['x']],
  supervisedBy: [['x']],
  ownedBy: [['x']],
  since: [['2026-01-31']],
  reviewed: [['2026-01-31']],
  processor: [
    ['x', undefined, []],
    ['x', 'DPA 1', []],
    ['x', 'DPA 1', ['y']],
    ['x', undefined, ['y', 'z']],
  ],
  subPurpose: [['x']],
  version: [['2']],
  condition: [['x']],
  conditionMissing: [
    [true, false],
    [false, true],
    [true, true],
  ],
  profiling: [['x']],
  assessmentAt: [['x']],
  subject: [
    ['customer', 'customers'],
    ['person', 'people'],
    ['employee', 'employees'],
  ],
  category: [
    [category(false), 'email'],
    [category(true), 'diagnosis'],
    [criminal(), 'offence'],
  ],
  recipient: places.flatMap(role => [
    ['x', role, 'who', 'where', undefined] as [string, Destination['role'], string, string, string | undefined],
    ['x', role, 'who', 'where', 'owner'] as [string, Destination['role'], string, string, string | undefined],
  ]),
  placeOf: [...places.map((role): [typeof role | 'source', string] => [role, 'x']), ['source', 'x']],
  owned: [['x', 'y']],
  contractParties: [[['x']], [['x', 'y']]],
  toSettle: [['x']],
  place: places.map(role => [role, 'x']),
  country: [
    ['DE', 'Germany'],
    ['US', 'United States'],
    ['IN', 'India'],
  ],
  transfer: [['x', 'India', 'basis']],
  adequacy: [
    ...[
      'Decision 2000/518/EC',
      'Decision 2012/484/EU',
      'Implementing Decision (EU) 2021/1772 of 28 June 2021',
      'Decision C(2025) 4626 of 2025',
    ].map((instrument): Parameters<Words['adequacy']> => [{ instrument }]),
    ...decisions(),
    [{ instrument: 'x', validUntil: '2027-01-01' }],
  ],
  coversSome: [['x']],
  safeguard: safeguardKinds.flatMap(kind => [
    [{ kind, reference: 'R' }] as Parameters<Words['safeguard']>,
    [
      {
        kind,
        reference: 'R',
        date: '2026-01-31',
        module: '2',
        importer: 'I',
        assessed: '2026-02-01',
        expires: date('2027-01-01'),
      },
    ] as Parameters<Words['safeguard']>,
  ]),
  safeguardLacks: [
    ['x', ['module']],
    ['x', ['importer', 'assessed']],
  ],
  retention: [
    [['t'], { kind: 'limited', milliseconds: 7 * day }, undefined],
    [['t', 'u'], { kind: 'limited', milliseconds: day }, { earliest: day, open: day, latest: 3 * day }],
    [['t'], { kind: 'limited', milliseconds: 7 * day }, { open: day, assumed: true, latest: 14 * day + 1 }],
    [['t'], { kind: 'unlimited' }, undefined],
    [[], { kind: 'compacted' }, undefined],
    [['t', 'u'], { kind: 'unknown' }, undefined],
  ],
  copyAt: [[['x']], [['x', 'y']]],
  copyKept: [['x', '30 days']],
  encrypted: [['x']],
  unencrypted: [['a, b', 'x']],
  linkEncrypted: [
    ['x', true],
    ['x', false],
  ],
  authentication: [
    ['tls', 1, 1, 'x'],
    ['tls', 1, 2, 'x'],
    ['scram', 2, 2, 'x'],
  ],
  accessControl: [
    ['simple', 'x'],
    ['iam', 'x'],
  ],
  ownKey: [['x']],
  brokerLogs: [['x']],
  segmented: [
    [['a'], 'x'],
    [['a', 'b'], 'x'],
  ],
  quotas: [[['u']], [['u', 'v']]],
  copies: [
    [1, []],
    [3, ['patients']],
  ],
  masked: [['email', 's']],
  dropped: [['email', 's']],
  tagged: [
    [1, 1],
    [1, 4],
    [3, 4],
  ],
  location: [
    ['x', 'Germany', undefined],
    ['x', 'Germany', 'owner'],
  ],
  brought: (['tables', 'unlisted', 'query', 'unknown'] as const).flatMap(how =>
    [[], ['a', 'b']].map((names): [typeof how, string[]] => [how, names]),
  ),
  named: [
    [['t'], true],
    [['t', 'u'], true],
    [['t'], false],
    [['t', 'u'], false],
  ],
  party: (['source', 'sink', 'mirror', 'group', 'client'] as const).map(role => [role, 'x']),
  assessmentSign: criteria.map(criterion => [criterion, 'Art. 35(3)(b)', ['x', 'y']]),
  article: ['Art. 30', 'Art. 30(1)', 'Art. 30(1)(a)', 'Art. 6, Art. 9(2), Art. 10', 'Art. 32(1)(c)'].map(cite => [
    cite,
  ]),
  sharedBy: [
    ['A', ['x']],
    ['A', ['x', 'y']],
  ],
  seeShared: [[['A']], [['A', 'B']]],
  attested: [[{ scheme: 'C5', of: 'S3', seen: '2026-01-31' }]],
  service: [
    ['x', ['sink s'], ['a'], true],
    ['x', ['sink s', 'registry of r'], ['a', 'b'], false],
  ],
  summary: [
    [{ activities: 1, proposed: 0, special: 0, missing: 0 }],
    [{ activities: 1, proposed: 1, special: 1, missing: 1 }],
    [{ activities: 12, proposed: 2, special: 3, missing: 14 }],
    [{ activities: 20, proposed: 0, special: 0, missing: 0 }],
  ],
})

const notes: readonly Note[] = [
  { is: 'brokers', count: 1 },
  { is: 'brokers', count: 3 },
  { is: 'withBrokers' },
  { is: 'kubernetes' },
  { is: 'registry' },
  { is: 'calledBackup' },
  { is: 'declaredIn' },
  { is: 'disks', name: 'x' },
  { is: 'service', service: 'x' },
  { is: 'learns', what: 'group', service: 'x', names: ['g'] },
  { is: 'learns', what: 'topic', service: 'x', names: ['t', 'u'] },
  { is: 'learns', what: 'topic', service: 'x', names: [] },
  { is: 'backup', what: 'plan', service: 'x', schedule: '0 3 * * *', kept: 30 * day, reaches: true },
  { is: 'backup', what: 'plan', service: 'x', kept: 30 * day, reaches: true },
  { is: 'backup', what: 'plan', service: 'x', schedule: '0 3 * * *', reaches: true },
  ...(['store', 'class', 'plan', 'copy'] as const).flatMap((what): Note[] => [
    { is: 'backup', what, service: 'x', reaches: true },
    { is: 'backup', what, service: 'x', schedule: '0 3 * * *', kept: 30 * day, reaches: false },
  ]),
  { is: 'unstated', service: 'x' },
  { is: 'kept', topics: 1, shortest: day, longest: day, unlimited: 0, compacted: 0, unknown: 0 },
  { is: 'kept', topics: 9, shortest: day, longest: 7 * day, unlimited: 1, compacted: 1, unknown: 1 },
  { is: 'kept', topics: 9, unlimited: 2, compacted: 3, unknown: 4 },
  { is: 'kept', topics: 2, unlimited: 2, compacted: 0, unknown: 0 },
  { is: 'kept', topics: 2, unlimited: 0, compacted: 2, unknown: 0 },
  { is: 'kept', topics: 2, unlimited: 0, compacted: 0, unknown: 2 },
  { is: 'offsets', synchronised: true },
  { is: 'offsets', synchronised: false },
  { is: 'there', count: 1, of: 1 },
  { is: 'there', count: 2, of: 5 },
  { is: 'drill', date: '2026-01-31' },
  { is: 'drill', date: '2026-01-31', reference: 'x', rto: '1 hour', rpo: '1 day' },
  { is: 'drill', date: '2026-01-31', rpo: '1 day' },
  { is: 'drill', date: '2026-01-31', reference: 'x' },
  { is: 'supportFrom', countries: [] },
  { is: 'supportFrom', countries: ['none'] },
  { is: 'supportFrom', countries: ['IN', 'US'] },
]
const answers: readonly GateAnswer[] = [
  { is: 'boundary', known: 1, of: 1, outside: 0 },
  { is: 'boundary', known: 2, of: 5, outside: 1 },
  { is: 'boundary', known: 2, of: 5, outside: 2 },
  { is: 'network', listeners: 1, open: false, encrypted: 1 },
  { is: 'network', listeners: 3, open: true, encrypted: 2 },
  { is: 'governance', by: 'Strimzi' },
  { is: 'governance', by: 'simple' },
  { is: 'scaling' },
  { is: 'migration', mirrors: 1 },
  { is: 'migration', mirrors: 2 },
  { is: 'observability', seen: [] },
  { is: 'observability', seen: ['logs', 'metrics', 'traces', 'alerting'] },
]

const scorecardSamples: Samples<ScorecardWords> = {
  kind: [
    ...kinds.flatMap((kind): Parameters<ScorecardWords['kind']>[] => [
      [kind, ['x']],
      [kind, ['x', 'y']],
    ]),
    ['topic', []],
  ],
  note: notes.map(note => [note]),
  runBy: [
    [{ name: 'x', owner: undefined }, [], []],
    [{ name: 'x', owner: 'y' }, [], []],
    [{ name: 'x', owner: 'y' }, ['US'], []],
    [{ name: 'x', owner: 'y' }, [], ['US']],
    [{ name: 'x', owner: 'x' }, ['US', 'CN'], ['IN']],
  ],
  none: [['x']],
  reference: [['x']],
  decision: [['x']],
  day: [['2026-01-31']],
  outdated: [['2025-01-31']],
  article: (['gdpr', 'dora', 'nis2'] as const).map(law => [{ law, article: 'Art. 12(1)(c)' }]),
  summary: [
    [{ blank: 0, of: 23, outdated: 0 }],
    [{ blank: 1, of: 23, outdated: 1 }],
    [{ blank: 5, of: 23, outdated: 2 }],
  ],
  objectives: [
    [undefined, undefined],
    ['1 hour', undefined],
    [undefined, '1 day'],
    ['1 hour', '1 day'],
  ],
  suppose: [
    [{ is: 'without', provider: 'x' }],
    [{ is: 'withoutLaw', country: 'US' }],
    [{ is: 'only', allowed: ['EEA', 'adequate', 'CH'] }],
    [{ is: 'adequacyFalls', country: 'US' }],
  ],
  otherCluster: [['x']],
  gateAnswer: answers.map(answer => [answer]),
}

/** Everything that a table of words says, by entry; functions with each of their samples. */
function told(table: object, asked: object): string {
  const lines = (name: string, value: unknown): string[] => {
    if (typeof value === 'string') return [`${name}: ${value}`]
    if (typeof value === 'function') {
      const calls = (asked as Record<string, readonly (readonly unknown[])[]>)[name] ?? []
      return calls.map(
        args => `${name}${JSON.stringify(args).slice(0, 120)}: ${String(Reflect.apply(value, table, [...args]))}`,
      )
    }
    return typeof value === 'object' && value !== null && name !== 'messages' && name !== 'record'
      ? Object.entries(value).flatMap(([key, inner]) => lines(`${name}.${key}`, inner))
      : []
  }
  return `${Object.entries(table)
    .flatMap(([name, value]) => lines(name, value))
    .join('\n')}\n`
}

describe('the words of the record', () => {
  for (const { id, record, scorecard } of languages)
    it(`are in ${id} what they were`, () => {
      assertGolden(`test/records/words.${id}.golden.txt`, told(record, makeSamples()))
      assertGolden(`test/records/scorecard/words.${id}.golden.txt`, told(scorecard, scorecardSamples))
    })
})

describe('the forms of authorities', () => {
  it('are headed as their templates are', () => {
    const lines = Object.entries(authorityForms).flatMap(([name, { sheet, language, columns }]) => [
      `${name} (${sheet}, ${language})`,
      ...columns.map(({ heading, width }) => `  ${heading} [${width}]`),
    ])
    assertGolden('test/records/authority-forms.golden.txt', `${lines.join('\n')}\n`)
  })
})

describe('what a finding speaks against on a scorecard', () => {
  it('is told by its code, else by what it stands at', () => {
    const { db, the } = ask({
      'topic.yaml': strimzi('KafkaTopic', 't', '  replicas: 3\n'),
      'kafka.yaml': strimzi('Kafka', 'c', '  kafka:\n    config: {}\n'),
      'pool.yaml': strimzi('KafkaNodePool', 'p', '  replicas: 3\n  roles: [broker]\n', 'c'),
      'connect.yaml': strimzi('KafkaConnect', 'w', '  bootstrapServers: b:9092\n'),
      'sink.json':
        '{"name": "s", "config": {"connector.class": "io.confluent.connect.s3.S3SinkConnector", "topics": "t"}}',
      'source.json':
        '{"name": "d", "config": {"connector.class": "io.debezium.connector.mysql.MySqlConnector", "topic.prefix": "t"}}',
      'mirror.properties': 'clusters=a,b\na.bootstrap.servers=a:9092\nb.bootstrap.servers=b:9092\na->b.enabled=true\n',
      'client.properties': 'bootstrap.servers=b:9092\ngroup.id=g\n',
      'schema.avsc': '{"type": "record", "name": "A", "fields": []}',
    })
    const topic = the('topic.yaml', 'topic')
    const lines = rules.map(({ code }) => `${code} ${itemOfFinding(db, code, topic) ?? '-'}`)
    assertGolden('test/records/scorecard/finding-items.golden.txt', `${lines.join('\n')}\n`)
    assert.deepEqual(
      [
        the('kafka.yaml', 'cluster'),
        the('pool.yaml', 'node-pool'),
        topic,
        the('sink.json', 'connector'),
        the('source.json', 'connector'),
        the('connect.yaml', 'connect-cluster'),
        the('mirror.properties', 'flow'),
        the('client.properties', 'client'),
        the('schema.avsc', 'schema'),
      ].map(of => itemOfFinding(db, 'KR301', of)),
      ['brokers', 'brokers', 'topics', 'sinks', 'producers', 'sinks', 'mirrors', 'producers', undefined],
    )
  })
})

describe('a record that was written before', () => {
  const [first = inEnglish, ...others] = languages
  const written = (text: string): string => writtenIn(text, [first, ...others]).id

  it('is in the language that it says, else in that whose headings it has', () => {
    for (const { id, record } of languages) {
      assert.equal(written(`<!-- kafka-review record ${id}\n`), id)
      assert.equal(written(`{"language": "${id}"}`), id)
      assert.equal(written(`{"dct:language": "${id}"}`), id)
      assert.equal(
        written(`x ${record.heading('purposes', 'controller')} ${record.heading('measures', 'controller')} y`),
        id,
      )
    }
    assert.equal(written(''), 'en')
    assert.equal(written('<!-- kafka-review record xx\n'), 'en')
  })

  it('says otherwise what differs, activity by activity', () => {
    const drift = (before: readonly Statement[], now: readonly Statement[]): string[] =>
      driftOf(before, now).map(
        ({ where, of, says }) => `${of} ${where}: ${says.map(one => word(one, english)).join('; ')}`,
      )
    const one = (activity: string, field: string, value: string): Statement => ({ activity, field, value })
    const cases: readonly (readonly [
      before: readonly Statement[],
      now: readonly Statement[],
      says: readonly string[],
    ])[] = [
      [[one('A', 'F', 'x')], [one('A', 'F', 'x')], []],
      [[one('A', 'F', 'x')], [one('A', 'F', 'y')], ['changed A, F: no longer: x; now: y']],
      [
        [one('A', 'F', 'x'), one('A', 'F', 'y')],
        [one('A', 'F', 'y'), one('A', 'G', 'z')],
        ['changed A, F: no longer: x', 'changed A, G: now: z'],
      ],
      [[one('A', 'F', 'x')], [], ['gone A, F: no longer: x']],
      [[], [one('A', 'F', 'y')], ['new A, F: now: y']],
      [[one('', 'F', 'x')], [], ['changed F: no longer: x']],
      [[one('', 'F', 'x')], [one('', 'F', 'y')], ['changed F: no longer: x; now: y']],
      [[one('A', '', 'x')], [one('A', '', 'y')], ['changed A: no longer: x; now: y']],
    ]
    for (const [before, now, says] of cases) assert.deepEqual(drift(before, now), says)
  })
})
