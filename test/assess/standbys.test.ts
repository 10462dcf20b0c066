import assert from 'node:assert/strict'
import { shortfallsOf, weaknessesOf } from '../../server/src/assess/standby.ts'
import { english } from '../../server/src/words/en/english.ts'
import { word, type Message } from '../../server/src/words/message.ts'
import { ask, strimzi, type Asked } from '../support/asking.ts'

const three = 'default.replication.factor: 3\nmin.insync.replicas: 2\n'

interface Site {
  /** Settings of the brokers. */
  readonly config?: string
  readonly brokers?: number
  readonly disk?: string
  readonly version?: string
  readonly listeners?: string
  readonly more?: string
}

function cluster(name: string, { config = '', brokers, disk = '10Gi', version, listeners = '', more = '' }: Site) {
  const settings = config.replaceAll(/^(?=.)/gm, '      ')
  const kafka = strimzi(
    'Kafka',
    name,
    `  kafka:\n${version === undefined ? '' : `    version: ${version}\n`}${listeners}    config:\n${settings}`,
  )
  const storage = `  storage: { type: persistent-claim, size: ${disk} }\n`
  const pool = `  replicas: ${brokers}\n  roles: [broker]\n${storage}`
  return `${kafka}---\n${brokers === undefined ? '' : `${strimzi('KafkaNodePool', `${name}-brokers`, pool, name)}---\n`}${more}`
}

/** A mirror from the head office to the branch, with what its part that copies records is told. */
const mirrored = (head: Site, branch: Site, copying = ''): Asked =>
  ask({
    'all.yaml': `${cluster('head', head)}${cluster('branch', branch)}${strimzi(
      'KafkaMirrorMaker2',
      'to-branch',
      `  target:\n    alias: branch\n    bootstrapServers: branch-kafka-bootstrap:9093\n  mirrors:\n    - source:\n        alias: head\n        bootstrapServers: head-kafka-bootstrap:9093\n      sourceConnector:\n        config: {${copying}}\n      topicsPattern: .*\n`,
    )}`,
  })

function weaker(head: string, branch: string, copying = '', brokers?: number): string[] {
  const many = brokers === undefined ? {} : { brokers }
  const { db, the } = mirrored({ config: head, ...many }, { config: branch, ...many }, copying)
  return weaknessesOf(db, the('all.yaml', 'flow')).map(
    ({ key, primary, standby, absent }) => `${key}: ${standby} below ${primary}${absent ? ', unset' : ''}`,
  )
}

describe('a standby keeps its copies worse than its primary', () => {
  for (const [what, head, branch, copying, expected] of [
    ['not with as many', three, three, 'replication.factor: 3', []],
    ['not with more', three, three.replace('3', '4'), 'replication.factor: 4', []],
    [
      'with the two that a mirror makes unless told otherwise',
      three,
      three,
      '',
      ['replication.factor: 2 below 3, unset'],
    ],
    ['with fewer that the mirror makes', three, three, 'replication.factor: 1', ['replication.factor: 1 below 3']],
    ['not where the mirror leaves it to the target, which makes as many', three, three, 'replication.factor: -1', []],
    [
      'where the mirror leaves it to the target, which makes fewer',
      three,
      three.replace('3', '2'),
      'replication.factor: -1',
      ['default.replication.factor: 2 below 3'],
    ],
    [
      'where the mirror leaves it to the target, which makes one by default',
      three,
      'min.insync.replicas: 2\n',
      'replication.factor: -1',
      ['default.replication.factor: 1 below 3, unset'],
    ],
    ['not where a placeholder decides', three, three, 'replication.factor: "${env:N}"', []],
    ['not by a number that is none', three, three, 'replication.factor: 0', []],
    [
      'with fewer that confirm a write',
      three,
      three.replace('replicas: 2', 'replicas: 1'),
      'replication.factor: 3',
      ['min.insync.replicas: 1 below 2'],
    ],
    [
      'with one that confirms a write by default',
      three,
      'default.replication.factor: 3\n',
      'replication.factor: 3',
      ['min.insync.replicas: 1 below 2, unset'],
    ],
    ['not where the primary is told nothing and makes one', '', '', 'replication.factor: 1', []],
  ] as const)
    it(what, () => assert.deepEqual(weaker(head, branch, copying), expected))

  it('by no file that tells nothing of one of the two', () => {
    const { db, the } = ask({ 'm.yaml': 'x: 1\n', 'all.yaml': mirrorAlone })
    assert.deepEqual([weaknessesOf(db, the('all.yaml', 'flow')), shortfallsOf(db, the('all.yaml', 'flow'))], [[], []])
  })
})

const mirrorAlone = strimzi(
  'KafkaMirrorMaker2',
  'to-branch',
  '  target:\n    alias: branch\n    bootstrapServers: branch-kafka-bootstrap:9093\n  mirrors:\n    - source:\n        alias: head\n        bootstrapServers: head-kafka-bootstrap:9093\n      topicsPattern: .*\n',
)

const said = (text: string | Message): string => (typeof text === 'string' ? text : word(text, english))

function less(head: Site, branch: Site): string[] {
  const { db, the } = mirrored({ brokers: 3, ...head }, { brokers: 3, ...branch })
  return shortfallsOf(db, the('all.yaml', 'flow')).map(
    ({ is, name, primary, standby }) =>
      `${is}${name === undefined ? '' : ` ${said(name)}`}: ${said(standby)}, not ${said(primary)}`,
  )
}

const listeners = (authentication: string, type = 'internal'): string =>
  `    listeners:\n      - name: tls\n        port: 9093\n        type: ${type}\n        tls: true\n${authentication}`
const byCertificate = '        authentication: { type: tls }\n'

const topic = (name: string, on: string, config: string): string =>
  `${strimzi('KafkaTopic', `${on}-${name}`, `  topicName: ${name}\n  replicas: 3\n  config: {${config}}\n`, on)}---\n`

const user = (name: string, on: string, operation = 'Read', of = 'topic'): string =>
  `${strimzi(
    'KafkaUser',
    name,
    `  authorization:\n    type: simple\n    acls:\n      - resource: { type: ${of}, name: orders }\n        operations: [${operation}]\n`,
    on,
  )}---\n`

const day = 'log.retention.hours: 24\n'
const week = 'log.retention.hours: 168\n'

describe('a standby has less than its primary', () => {
  for (const [what, head, branch, expected] of [
    ['nowhere where both are alike', {}, {}, []],
    ['of brokers', { brokers: 4 }, { brokers: 3 }, ['fewer: 3, not 4']],
    ['of no brokers where it has more', { brokers: 3 }, { brokers: 4 }, []],
    ['of disk', { disk: '10Gi' }, { disk: '9Gi' }, ['disk: 9Gi, not 10Gi']],
    ['of no disk where its own is said in another unit', { disk: '1Gi' }, { disk: '1024Mi' }, []],
    ['of no disk where its own is larger', { disk: '10G' }, { disk: '10Gi' }, []],
    ['of the versions', { version: '4.1.0' }, { version: '4.0.0' }, ['older: 4.0.0, not 4.1.0']],
    ['of no version where its own is newer', { version: '4.0.0' }, { version: '4.1.0' }, []],
    ['of the time', { config: week }, { config: day }, ['shorter: for 1 day, not for 7 days']],
    ['of no time where it keeps as long', { config: day }, { config: day }, []],
    ['of no time where it keeps longer', { config: day }, { config: week }, []],
    [
      'of the time where the primary keeps for ever',
      { config: 'log.retention.ms: -1\n' },
      { config: week },
      ['shorter: for 7 days, not indefinitely'],
    ],
    ['of no time where it keeps for ever itself', { config: week }, { config: 'log.retention.ms: -1\n' }, []],
    [
      'of the time of a topic',
      { more: topic('orders', 'head', 'retention.ms: 172800000') },
      { more: topic('orders', 'branch', 'retention.ms: 86400000') },
      ['topic orders: for 1 day, not for 2 days'],
    ],
    [
      'of the time of a topic under the name of its copy',
      { more: topic('orders', 'head', 'retention.ms: 172800000') },
      { more: topic('head.orders', 'branch', 'retention.ms: 86400000') },
      ['topic head.orders: for 1 day, not for 2 days'],
    ],
    [
      'of no time of a topic that says nothing itself',
      { more: topic('orders', 'head', 'retention.ms: 172800000') },
      { config: day, more: topic('orders', 'branch', '') },
      ['shorter: for 1 day, not for 7 days'],
    ],
    [
      'of no time of a topic of another name',
      { more: topic('orders', 'head', 'retention.ms: 172800000') },
      { more: topic('returns', 'branch', 'retention.ms: 86400000') },
      [],
    ],
    [
      'of the listeners that ask who somebody is',
      { listeners: listeners(byCertificate) },
      { listeners: listeners('') },
      ['open: tls, not '],
    ],
    [
      'of no listener where its own asks as well',
      { listeners: listeners(byCertificate) },
      { listeners: listeners(byCertificate) },
      [],
    ],
    [
      'of no listener where the primary asks nobody either',
      { listeners: listeners('') },
      { listeners: listeners('') },
      [],
    ],
    ['of no listener where none of the primary is told', {}, { listeners: listeners('') }, []],
    [
      'of those who are kept out',
      { more: user('anna', 'head') },
      { more: user('anna', 'branch') + user('berta', 'branch') },
      ['admits User:berta: , not '],
    ],
    ['of nobody who is kept out where no file tells who may at the primary', {}, { more: user('berta', 'branch') }, []],
    ['of nobody who only looks', { more: user('anna', 'head') }, { more: user('berta', 'branch', 'Describe') }, []],
  ] as const)
    it(what, () => assert.deepEqual(less(head, branch), expected))
})
