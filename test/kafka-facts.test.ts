import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { Setting, Settings } from '../server/tools/verify/verify.ts'

/** What Kafka and connectors say of their own settings, as `npm run verify` asked them. */
const defs = JSON.parse(readFileSync('server/tools/verify/config-defs.json', 'utf8')) as {
  readonly kafka: string
  readonly updates: Readonly<Record<string, string>>
  readonly found: Readonly<Record<string, Settings>>
  readonly connectors: Readonly<Record<string, Readonly<Record<string, Settings>>>>
}
const load = <T>(name: string): T => parse(readFileSync(`server/src/knowledge/${name}.yaml`, 'utf8')) as T

/** The settings of one of Kafka's parts. */
const of = (part: string): Settings => {
  const settings = defs.found[part]
  assert.ok(settings, `nobody asked for ${part}`)
  return settings
}

describe('what the data says of Kafka is what Kafka says', () => {
  it('defaults of brokers', () => {
    const { defaults } = load<{ defaults: { engine: string; key: string; value: unknown }[] }>('broker-defaults')
    // Worked out by the broker from several settings, or a setting of the authorizer, which has no ConfigDef.
    const elsewhere: Record<string, () => void> = {
      'log.retention.ms': () => {
        assert.equal(of('broker')['log.retention.ms']?.default, null)
        assert.equal(of('broker')['log.retention.minutes']?.default, null)
        assert.equal(Number(of('broker')['log.retention.hours']?.default) * 3_600_000, 604_800_000)
      },
      'allow.everyone.if.no.acl.found': () => assert.equal(of('broker')['allow.everyone.if.no.acl.found'], undefined),
    }
    for (const { key, value } of defaults.filter(({ engine }) => engine === 'kafka')) {
      const tiered = /^rlmm\.config\.(.+)/.exec(key)?.[1]
      const check = elsewhere[key]
      if (check) check()
      else {
        const found = tiered === undefined ? of('broker')[key] : of('remote log metadata')[tiered]
        assert.equal(found?.default, value, key)
      }
    }
  })

  it('settings that decide about copies', () => {
    const { settings } = load<{ settings: CopySetting[] }>('kafka-settings')
    for (const setting of settings) checkCopies(setting)
    const proven = settings.filter(setting => askedFor(setting) !== undefined)
    assert.ok(proven.length >= 19, `only ${proven.length} are proven`)
  })

  it('settings that decide how long records are kept', () => {
    const { retention } = load<{ retention: { key: string; holder: string; engine?: string }[] }>('kafka-settings')
    // Hours are what an operator makes milliseconds of.
    for (const { key, holder } of retention.filter(({ key }) => key.includes('retention') && key !== 'retention.hours'))
      assert.ok(of(holder)[key], `${key} of ${holder}`)
  })

  it('what running brokers take', () => {
    const { dynamic } = load<{ dynamic: { keys: string[] } }>('consequences')
    assert.deepEqual(dynamic.keys, Object.keys(defs.updates).sort())
  })

  it('settings in the table of consequences', () => {
    const { settings } = load<{ settings: { holder: string; key: string }[] }>('consequences')
    const parts: Record<string, string[]> = {
      topic: ['topic'],
      broker: ['broker'],
      client: ['producer', 'consumer', 'admin', 'streams'],
      worker: ['worker distributed'],
      connector: ['sink connector', 'source connector', 'mirror source', 'mirror checkpoint'],
      mirror: ['mirror source', 'mirror checkpoint'],
    }
    // Of authorizers; of clients in a connector; of connectors by Debezium.
    const others = [
      'allow.everyone.if.no.acl.found',
      'opa.authorizer.allow.on.error',
      'consumer.override.group.id',
      'topic.prefix',
    ]
    // Switches of connectors for encryption and certificates are connectors' own.
    const switches = load<{ settings: { key: string }[] }>('switches').settings.map(row => row.key)
    for (const { holder, key } of settings)
      assert.ok(
        others.includes(key) ||
          (parts[holder] ?? []).some(part => of(part)[key]) ||
          (holder === 'connector' && switches.includes(key)),
        `${holder} ${key}`,
      )
  })

  it('by which keys connectors choose tables and heed tombstones', () => {
    const rows = load<{ connectors: DeletingRow[] }>('connectors').connectors
    let proven = 0
    for (const { classes, captures = [], deletes } of rows) {
      const asked = Object.values(defs.connectors).flatMap(artifact =>
        classes.flatMap((name): Settings[] => (artifact[name] ? [artifact[name]] : [])),
      )
      for (const settings of asked) {
        // Lists of what is left out may be aliases that the connector does not tell.
        for (const key of captures.filter(each => each.endsWith('.include.list'))) {
          assert.ok(settings[key], `${classes[0] ?? ''} ${key}`)
          proven += 1
        }
        if (deletes === undefined || deletes === 'never') continue
        assert.equal(String(settings[deletes.by]?.default), deletes.default, classes[0])
        proven += 1
      }
    }
    assert.ok(proven >= 15, `only ${proven} are proven`)
  })

  it('settings that close segments', () => {
    const { rolling } = load<{ rolling: { key: string; holder: string }[] }>('kafka-settings')
    for (const { key, holder } of rolling) assert.ok(of(holder)[key], `${key} of ${holder}`)
    assert.equal(of('topic')['segment.ms']?.default, 604_800_000)
    assert.equal(of('broker')['log.retention.check.interval.ms']?.default, 300_000)
    assert.equal(of('broker')['log.segment.delete.delay.ms']?.default, 60_000)
  })

  it('switches of connectors for encryption and certificates, found by what they are called', () => {
    const { settings } = load<{ settings: { key: string; takes: string }[] }>('switches')
    const known = settings
      .filter(({ takes }) => takes === 'encryption' || takes === 'certificate')
      .map(({ key }) => key)
    // The address decides as well (`tls=true`, `mongodb+srv`); offsets of a channel, no connection.
    const others = ['mongodb.ssl.enabled', 'enable.streaming.channel.offset.verification']
    const found = Object.values(defs.connectors)
      .flatMap(artifact => Object.values(artifact))
      .flatMap(Object.entries<Setting>)
      .filter(([key, { type }]) => protects.test(key) && (type === 'boolean' || /mode|strategy|protocol$/.test(key)))
      .map(([key]) => key)
    assert.ok(found.length >= 6, `only ${found.length} switches are found`)
    const undecided = found.filter(key => ![...known, ...others].some(one => key === one || key.endsWith(`.${one}`)))
    assert.deepEqual([...new Set(undecided)], [])
  })

  it('keys of connectors', () => {
    const rows = load<{ connectors: ConnectorRow[] }>('connectors').connectors
    const proven = rows.flatMap(({ classes, endpoints = [], regions = [], containers = [] }) =>
      classes.flatMap(name => provenKeys(name, [...endpoints, ...regions, ...containers])),
    )
    assert.ok(proven.length >= 65, `only ${proven.length} keys are proven`)
  })

  it('each connector that was asked has a row', () => {
    const rows = load<{ connectors: { classes: string[] }[] }>('connectors').connectors.flatMap(row => row.classes)
    for (const found of Object.values(defs.connectors))
      for (const name of Object.keys(found)) assert.ok(rows.includes(name), name)
  })
})

const protects = /ssl|tls|secure|encrypt|verif|trust|cert|plaintext/i

interface CopySetting {
  readonly key: string
  readonly holder: string
  readonly default?: number
  readonly source: string
}

const partsOfHolder: Readonly<Record<string, readonly string[]>> = {
  broker: ['broker'],
  worker: ['worker distributed'],
  client: ['streams', 'producer', 'consumer'],
  connector: ['sink connector', 'source connector', 'mirror source', 'mirror checkpoint'],
  source: ['source connector', 'topic creation'],
  sink: ['sink connector'],
  copying: ['mirror source'],
  checkpoints: ['mirror checkpoint'],
  heartbeats: ['mirror heartbeat'],
}

/** The setting as Kafka defines it; the groups of created topics and the parts of tiered storage carry a prefix. */
function askedFor({ key, holder }: CopySetting): Setting | undefined {
  const bare = key.replace(/^topic\.creation\.(?:default|<n>)\./, '')
  if (key.startsWith('rlmm.config.')) return of('remote log metadata')[key.replace('rlmm.config.', '')]
  return (partsOfHolder[holder] ?? []).map(part => of(part)[bare]).find(setting => setting !== undefined)
}

function checkCopies(setting: CopySetting): void {
  const found = askedFor(setting)
  if (setting.source === 'apache')
    assert.ok(found, `${setting.key} of ${setting.holder}: Kafka ${defs.kafka} does not know it`)
  // Without a default of its own a connector leaves the number to the broker.
  if (found && setting.default !== undefined) assert.equal(found.default ?? -1, setting.default, setting.key)
}

interface DeletingRow {
  readonly classes: readonly string[]
  readonly captures?: readonly string[]
  readonly deletes?: 'never' | { readonly by: string; readonly default?: string }
}

interface ConnectorRow {
  readonly classes: readonly string[]
  readonly endpoints?: readonly string[]
  readonly regions?: readonly string[]
  readonly containers?: readonly string[]
}

const connectorSettings: Readonly<Record<string, Settings>> = Object.assign(
  Object.fromEntries(
    ['Source', 'Checkpoint', 'Heartbeat'].map(name => [
      `org.apache.kafka.connect.mirror.Mirror${name}Connector`,
      of(`mirror ${name.toLowerCase()}`),
    ]),
  ),
  ...Object.values(defs.connectors),
)

/** Keys of releases before the one that was asked. */
const older = [
  'database.whitelist',
  'table.whitelist',
  'database.dbname',
  'database.cdcschema',
  'mongodb.hosts',
  'mongodb.name',
  'vitess.vtctld.host',
]

/** Keys that a connector hands on to a part of its own. */
const handedOn = /^(?:iceberg\.catalog\.|iceberg\.kafka\.|target\.cluster\.)/

/** Those of the keys of a connector that it defines; all others have to be explained. */
function provenKeys(name: string, keys: readonly string[]): string[] {
  const settings = connectorSettings[name]
  if (!settings) return []
  for (const key of keys) assert.ok(settings[key] || older.includes(key) || handedOn.test(key), `${name} has no ${key}`)
  return keys.filter(key => settings[key])
}

describe('what fixes write', () => {
  const tried = Object.entries(
    JSON.parse(readFileSync('server/tools/verify/tried.json', 'utf8')) as Readonly<
      Record<
        string,
        { readonly outcome: string; readonly seen: string; readonly does?: string; readonly sources?: string }
      >
    >,
  )
  const ended = (outcome: string): string[] => tried.flatMap(([kind, row]) => (row.outcome === outcome ? [kind] : []))

  it('was tried on a real Kafka, and nothing of it was refused', () => {
    assert.deepEqual(ended('contradicted'), [])
    assert.ok(ended('proven').length >= 175, `${ended('proven').length} kinds were tried`)
  })

  it('has a consequence with its source, none that is never offered, and a reason where it was not tried', () => {
    const { classes } = load<{ classes: { id: string; offered: string }[] }>('consequences')
    const offered = classes.filter(one => one.offered !== 'never').map(({ id }) => id)
    for (const [kind, { does = '', sources = '', seen }] of tried.filter(([kind]) => !kind.startsWith('claim | '))) {
      for (const one of does.split(', ')) assert.ok(offered.includes(one), `${kind}: ${one}`)
      assert.notEqual(sources, '', kind)
      assert.notEqual(seen, '', kind)
    }
  })
})
