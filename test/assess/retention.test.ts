import assert from 'node:assert/strict'
import { erasureOf, keptFor, retentionOf } from '../../server/src/assess/retention.ts'
import { english } from '../../server/src/words/en/english.ts'
import { word } from '../../server/src/words/message.ts'
import { ask, strimzi, type Texts } from '../support/asking.ts'

type Settings = Readonly<Record<string, string>>

const config = (settings: Settings, indentation: string): string =>
  Object.keys(settings).length === 0
    ? `${indentation}config: {}\n`
    : `${indentation}config:\n${Object.entries(settings)
        .map(([key, value]) => `${indentation}  ${key}: ${JSON.stringify(value)}\n`)
        .join('')}`

/** A topic of Strimzi and, where brokers have settings, its cluster. */
const files = (topic: Settings, brokers?: Settings, version = ''): Texts => ({
  'topic.yaml': strimzi('KafkaTopic', 'orders', `  replicas: 3\n${config(topic, '  ')}`, 'c'),
  ...(brokers ? { 'kafka.yaml': strimzi('Kafka', 'c', `  kafka:\n${version}${config(brokers, '    ')}`) } : {}),
})

function show(texts: Texts, path = 'topic.yaml', kind: 'topic' | 'cluster' = 'topic'): string {
  const { db, the } = ask(texts)
  const { milliseconds, because, decides, remedy, inherited, lag, places, ...rest } = retentionOf(db, the(path, kind))
  return [
    rest.kind,
    ...(milliseconds === undefined ? [] : [milliseconds]),
    ...(inherited ? ['inherited'] : []),
    ...(decides ? [`by ${decides.is} ${decides.key}=${decides.value.value}`] : []),
    ...(remedy === undefined ? [] : [`instead ${JSON.stringify(remedy)}`]),
    ...(lag === undefined ? [] : [`lag ${lag}`]),
    `at ${places.map(({ file, span }) => texts[file.slice(file.lastIndexOf('/') + 1)]?.slice(span.start, span.end)).join()}`,
    `(${word(because, english)})`,
  ].join(' ')
}

const rows: readonly (readonly [what: string, texts: Texts, expected: string])[] = [
  [
    'the time of the topic',
    files({ 'retention.ms': '1000' }),
    'limited 1000 by time retention.ms=1000 at "1000" (retention.ms of the topic)',
  ],
  [
    'the time of the topic before that of the brokers',
    files({ 'retention.ms': '1000' }, { 'log.retention.ms': '5' }),
    'limited 1000 by time retention.ms=1000 at "1000" (retention.ms of the topic)',
  ],
  [
    'the time of the brokers',
    files({}, { 'log.retention.ms': '5' }),
    'limited 5 inherited by time log.retention.ms=5 at "5" (the broker default)',
  ],
  [
    'minutes of the brokers',
    files({}, { 'log.retention.minutes': '5' }),
    'limited 300000 inherited by time log.retention.minutes=5 at "5" (the broker default)',
  ],
  [
    'hours of the brokers',
    files({}, { 'log.retention.hours': '5' }),
    'limited 18000000 inherited by time log.retention.hours=5 at "5" (the broker default)',
  ],
  [
    'milliseconds before minutes before hours',
    files({}, { 'log.retention.hours': '5', 'log.retention.minutes': '4' }),
    'limited 240000 inherited by time log.retention.minutes=4 at "4" (the broker default)',
  ],
  [
    'no end',
    files({ 'retention.ms': '-1' }),
    'unlimited by time retention.ms=-1 instead 604800000 at "-1" (a negative retention means no limit)',
  ],
  [
    'no end of the brokers',
    files({}, { 'log.retention.hours': '-1' }),
    'unlimited inherited by time log.retention.hours=-1 instead 168 at "-1" (a negative retention means no limit)',
  ],
  ['at once', files({ 'retention.ms': '0' }), 'limited 0 by time retention.ms=0 at "0" (retention.ms of the topic)'],
  ['what is no time', files({ 'retention.ms': '7d' }), 'unknown by time retention.ms=7d at "7d" (retention.ms is 7d)'],
  [
    'what another tool fills in',
    files({ 'retention.ms': '${env:X}' }),
    'unknown at "${env:X}" (retention.ms is ${env:X})',
  ],
  ["the engine's default", files({}, {}), 'limited 604800000 inherited at c (not set; the default of Strimzi)'],
  [
    'nothing where no file tells the cluster',
    files({}),
    'unknown inherited at  (not set, and the broker settings are not in the workspace)',
  ],
  [
    'compaction',
    files({ 'cleanup.policy': 'compact' }),
    'compacted by policy cleanup.policy=compact at "compact" (cleanup.policy=compact keeps the last record of each key)',
  ],
  [
    'compaction of the brokers',
    files({}, { 'log.cleanup.policy': 'compact' }),
    'compacted inherited by policy log.cleanup.policy=compact at "compact" (log.cleanup.policy=compact keeps the last record of each key)',
  ],
  [
    'the policy of the topic before that of the brokers',
    files({ 'cleanup.policy': 'delete' }, { 'log.cleanup.policy': 'compact' }),
    'limited 604800000 inherited at c (not set; the default of Strimzi)',
  ],
  [
    'compaction with a bound',
    files({ 'cleanup.policy': 'compact', 'max.compaction.lag.ms': '500' }),
    'compacted by policy cleanup.policy=compact lag 500 at "compact" (cleanup.policy=compact keeps the last record of each key)',
  ],
  [
    'compaction with a bound that is none',
    files({ 'cleanup.policy': 'compact', 'max.compaction.lag.ms': '9223372036854775807' }),
    'compacted by policy cleanup.policy=compact at "compact" (cleanup.policy=compact keeps the last record of each key)',
  ],
  [
    'compaction with a bound that another tool fills in',
    files({ 'cleanup.policy': 'compact', 'max.compaction.lag.ms': '${env:X}' }),
    'compacted by policy cleanup.policy=compact lag 0 at "compact" (cleanup.policy=compact keeps the last record of each key)',
  ],
  [
    'both policies',
    files({ 'cleanup.policy': 'compact,delete', 'retention.ms': '1000' }),
    'limited 1000 by time retention.ms=1000 at "1000" (retention.ms of the topic)',
  ],
  [
    'both policies, spaced',
    files({ 'cleanup.policy': '[compact, delete]', 'retention.ms': '1000' }),
    'limited 1000 by time retention.ms=1000 at "1000" (retention.ms of the topic)',
  ],
  [
    'deletion',
    files({ 'cleanup.policy': 'delete', 'retention.ms': '1000' }),
    'limited 1000 by time retention.ms=1000 at "1000" (retention.ms of the topic)',
  ],
  [
    'a policy that another tool fills in',
    files({ 'cleanup.policy': '${env:X}', 'retention.ms': '1000' }),
    'unknown at "${env:X}" (cleanup.policy is ${env:X})',
  ],
  [
    'no end under a policy that another tool fills in',
    files({ 'cleanup.policy': '${env:X}', 'retention.ms': '-1' }),
    'unlimited by time retention.ms=-1 instead 604800000 at "-1" (a negative retention means no limit)',
  ],
  [
    'the default under a policy that another tool fills in',
    files({ 'cleanup.policy': '${env:X}' }, {}),
    'unknown at "${env:X}" (cleanup.policy is ${env:X})',
  ],
  [
    'no policy',
    files({ 'cleanup.policy': '', 'retention.ms': '1000' }),
    'unlimited by policy cleanup.policy= instead "delete" at "" (with an empty cleanup.policy no records are deleted)',
  ],
  [
    'no policy and no end',
    files({ 'cleanup.policy': '', 'retention.ms': '-1' }),
    'unlimited by policy cleanup.policy= at "" (with an empty cleanup.policy no records are deleted)',
  ],
  [
    'no policy before it was allowed',
    files({ 'cleanup.policy': '' }, {}, '    version: 4.1.0\n'),
    'unknown by policy cleanup.policy= at "" (an empty cleanup.policy is not valid before Kafka 4.2)',
  ],
  [
    'no policy since it is allowed',
    files({ 'cleanup.policy': '' }, {}, '    version: 4.2.0\n'),
    'unlimited by policy cleanup.policy= instead "delete" at "" (with an empty cleanup.policy no records are deleted)',
  ],
]

describe('how long records are kept is told by', () => {
  for (const [what, texts, expected] of rows) it(what, () => assert.equal(show(texts), expected))

  it('the brokers, of a cluster', () => {
    assert.equal(
      show(files({}, { 'log.retention.hours': '1' }), 'kafka.yaml', 'cluster'),
      'limited 3600000 inherited by time log.retention.hours=1 at "1" (the broker default)',
    )
  })

  it('words', () => {
    const words = (kind: 'limited' | 'unlimited', milliseconds?: number): string =>
      word(keptFor({ kind, ...(milliseconds === undefined ? {} : { milliseconds }) }), english)
    assert.equal(words('limited', 172_800_000), 'for 2 days')
    assert.equal(words('unlimited'), 'indefinitely')
  })
})

const erasures: readonly (readonly [what: string, texts: Texts, expected: ReturnType<typeof erasureOf>])[] = [
  [
    'after its segment is closed',
    files({ 'retention.ms': '1000', 'segment.ms': '500' }),
    { earliest: 1000, open: 500, latest: 361_500 },
  ],
  [
    'after the segment of the brokers is closed',
    files({ 'retention.ms': '1000' }, { 'log.roll.hours': '1' }),
    { earliest: 1000, open: 3_600_000, latest: 3_961_000 },
  ],
  [
    'after the milliseconds of the brokers before their hours',
    files({ 'retention.ms': '1000' }, { 'log.roll.hours': '1', 'log.roll.ms': '7' }),
    { earliest: 1000, open: 7, latest: 361_007 },
  ],
  [
    'after a week, by default',
    files({ 'retention.ms': '1000' }, {}),
    { earliest: 1000, open: 604_800_000, assumed: true, latest: 605_161_000 },
  ],
  [
    'sooner where a size is bounded',
    files({ 'retention.ms': '1000', 'segment.ms': '500', 'retention.bytes': '7' }),
    { open: 500, latest: 361_500 },
  ],
  [
    'sooner where the size of brokers is bounded',
    files({ 'retention.ms': '1000' }, { 'log.roll.ms': '500', 'log.retention.bytes': '0' }),
    { open: 500, latest: 361_500 },
  ],
  [
    'sooner where another tool bounds the size',
    files({ 'retention.ms': '1000', 'segment.ms': '500', 'retention.bytes': '${env:X}' }),
    { open: 500, latest: 361_500 },
  ],
  [
    'no sooner where no size is bounded',
    files({ 'retention.ms': '1000', 'segment.ms': '500', 'retention.bytes': '-1' }),
    { earliest: 1000, open: 500, latest: 361_500 },
  ],
  [
    'when brokers look for it',
    files(
      { 'retention.ms': '1000', 'segment.ms': '500' },
      { 'log.retention.check.interval.ms': '10', 'log.segment.delete.delay.ms': '1' },
    ),
    { earliest: 1000, open: 500, latest: 1511 },
  ],
  [
    'when the topic lets its files go',
    files(
      { 'retention.ms': '1000', 'segment.ms': '500', 'file.delete.delay.ms': '2' },
      { 'log.segment.delete.delay.ms': '1' },
    ),
    { earliest: 1000, open: 500, latest: 301_502 },
  ],
  [
    'at no time where another tool tells when',
    files({ 'retention.ms': '1000', 'segment.ms': '500' }, { 'log.retention.check.interval.ms': '${env:X}' }),
    undefined,
  ],
  [
    'at no time where another tool tells when files go',
    files({ 'retention.ms': '1000', 'segment.ms': '500', 'file.delete.delay.ms': '${env:X}' }),
    undefined,
  ],
  [
    'at no time where another tool closes segments',
    files({ 'retention.ms': '1000', 'segment.ms': '${env:X}' }),
    undefined,
  ],
  ['at no time where no file tells the brokers', files({ 'retention.ms': '1000' }), undefined],
  ['at no time without an end', files({ 'retention.ms': '-1', 'segment.ms': '500' }), undefined],
  [
    'at no time where records are merged',
    files({ 'retention.ms': '1000', 'segment.ms': '500', 'cleanup.policy': 'compact,delete' }),
    undefined,
  ],
  [
    'at no time where another tool tells the policy',
    files({ 'retention.ms': '1000', 'segment.ms': '500' }, { 'log.cleanup.policy': '${env:X}' }),
    undefined,
  ],
  [
    'after its segment under the policy that is the default',
    files({ 'retention.ms': '1000', 'segment.ms': '500', 'cleanup.policy': 'delete' }),
    { earliest: 1000, open: 500, latest: 361_500 },
  ],
  [
    'at no time where old segments lie elsewhere',
    files({ 'retention.ms': '1000', 'segment.ms': '500', 'remote.storage.enable': 'true' }),
    undefined,
  ],
  [
    'at no time where they may lie elsewhere',
    files({ 'retention.ms': '1000', 'segment.ms': '500', 'remote.storage.enable': '${env:X}' }),
    undefined,
  ],
  [
    'after its segment where they do not',
    files({ 'retention.ms': '1000', 'segment.ms': '500', 'remote.storage.enable': 'false' }),
    { earliest: 1000, open: 500, latest: 361_500 },
  ],
]

describe('a record is erased', () => {
  for (const [what, texts, expected] of erasures)
    it(what, () => {
      const { db, the } = ask(texts)
      assert.deepEqual(erasureOf(db, the('topic.yaml', 'topic')), expected)
    })
})
