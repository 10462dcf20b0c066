import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { parseAllDocuments } from 'yaml'
import { lazy } from '../server/src/text/lazy.ts'
import { move, textsBelow } from './support/migration.ts'

/** What the tools of Kafka and Kubernetes would print: offsets by cluster and time, groups by cluster, what a mirror has copied. Text left out is a cluster that cannot be read. */
interface Platform {
  readonly offsets?: Readonly<Record<'managed' | 'own', Readonly<Record<'earliest' | 'latest', string>> | undefined>>
  readonly groups?: Readonly<Record<'managed' | 'own', string | undefined>>
  readonly copied?: Readonly<Record<string, readonly (readonly [topic: string, partition: number, offset: number])[]>>
}

const bothTools = ['sh', 'jq', 'awk', 'comm'].every(tool => spawnSync(tool, ['--version']).error === undefined)

/** The script of the tests' company. */
const checks = lazy(async () => (await move(textsBelow('test/migration/msk-company'))).files.get('checks.sh'))

/** Runs commands behind the generated script, with tools that print what a platform holds; what they are called with stands in `calls`. */
async function run(
  commands: string,
  { offsets, groups, copied = {} }: Platform,
): Promise<{ out: string; calls: string; status: number | null }> {
  const folder = mkdtempSync(join(tmpdir(), 'kafka-review-checks-'))
  try {
    const put = (name: string, text: string | undefined): void => {
      if (text !== undefined) writeFileSync(join(folder, name), text)
    }
    const tool = (name: string, body: string): void => {
      writeFileSync(join(folder, name), `#!/bin/sh\necho "${name} $*" >> calls\n${body}\n`)
      chmodSync(join(folder, name), 0o755)
    }
    put('checks.sh', await checks())
    put('calls', '')
    for (const cluster of ['managed', 'own'] as const) {
      put(`${cluster}.earliest`, offsets?.[cluster]?.earliest)
      put(`${cluster}.latest`, offsets?.[cluster]?.latest)
      put(`${cluster}.groups`, groups?.[cluster])
    }
    for (const [connector, records] of Object.entries(copied))
      put(
        `copied-${connector.replace('->', '-%3E')}`,
        JSON.stringify({
          offsets: records.map(([topic, partition, offset]) => ({
            partition: { cluster: 'managed', topic, partition },
            offset: { offset },
          })),
        }),
      )
    // The client's configuration tells which cluster is asked: managed.properties, own.properties.
    const asked = 'case "$*" in *managed.properties*) c=managed ;; *) c=own ;; esac'
    tool(
      'kafka-get-offsets.sh',
      `${asked}\nt="\${*##*--time }"\ncat "$c.$t" 2> /dev/null || { echo 'Error occurred: timed out' >&2; exit 1; }`,
    )
    // As the tool of Kafka does, it says that it has failed, and ends as if it had not.
    tool(
      'kafka-consumer-groups.sh',
      `${asked}\ncat "$c.groups" 2> /dev/null || echo 'Error: Executing consumer group command failed due to timeout'`,
    )
    tool('kubectl', 'u="${*##*connectors/}"\ncat "copied-${u%/offsets}" 2> /dev/null')
    const { stdout, status } = spawnSync('sh', ['-c', `. ./checks.sh\n${commands}`], {
      cwd: folder,
      encoding: 'utf8',
      env: {
        ...process.env,
        PATH: `${folder}${delimiter}${process.env.PATH ?? ''}`,
        MANAGED_BOOTSTRAP: 'old:9096',
        OWN_BOOTSTRAP: 'new:9093',
        NAMESPACE: 'kafka',
      },
    })
    const calls = spawnSync('cat', ['calls'], { cwd: folder, encoding: 'utf8' }).stdout
    return { out: stdout.trim(), calls, status }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const forward = 'managed->own.MirrorSourceConnector'

/** A partition with 120 records, one that lost its first five, one without any, one whose records have all expired. */
const earliest = 'orders:0:0\norders:1:5\nworks.scans:0:0\ncustomers:0:10\n'
const latest = 'orders:0:120\norders:1:80\nworks.scans:0:0\ncustomers:0:10\n'
const both = { managed: { earliest, latest }, own: { earliest, latest } }

const described = (lines: string): string =>
  `\nConsumer group 'cg' has no active members.\n\nGROUP TOPIC PARTITION CURRENT-OFFSET LOG-END-OFFSET LAG CONSUMER-ID HOST CLIENT-ID\n${lines}`

describe('the generated checks of a move', () => {
  before(function () {
    if (!bothTools) this.skip()
  })

  it('say which partitions are not copied to their end', async () => {
    const behind = {
      [forward]: [
        ['orders', 0, 119],
        ['orders', 1, 70],
      ],
    } as const
    assert.equal((await run('drained', { offsets: both, copied: behind })).out, 'orders:1:80')
    const all = {
      [forward]: [
        ['orders', 0, 119],
        ['orders', 1, 79],
      ],
    } as const
    const { out, calls } = await run('drained', { offsets: both, copied: all })
    assert.equal(out, '')
    assert.match(
      calls,
      /kubectl exec -n kafka shop-migration-mirrormaker2-0 -- curl -s localhost:8083\/connectors\/managed-%3Eown\.MirrorSourceConnector\/offsets/,
    )
    assert.match(
      calls,
      /--bootstrap-server old:9096 --command-config managed\.properties --topic Shelf_Sensors\|.*\|works\\\.scans --time latest/,
    )
  })

  it('name all partitions where a mirror tells nothing, and ask the other way for the way back', async () => {
    assert.equal((await run('drained', { offsets: both })).out, 'orders:0:120\norders:1:80')
    const { out, calls } = await run('drained_back', {
      offsets: both,
      copied: {
        'own->managed.MirrorSourceConnector': [
          ['orders', 0, 119],
          ['orders', 1, 79],
        ],
      },
    })
    assert.equal(out, '')
    assert.match(calls, /shop-migration-back-mirrormaker2-0/)
  })

  it('fail aloud where a cluster cannot be read, and never say that nothing is missing', async () => {
    assert.equal((await run('drained', {})).out, 'FAILED')
    assert.equal(
      (await run('drained', { offsets: { managed: { earliest: '', latest: '' }, own: undefined } })).out,
      'FAILED',
    )
    assert.equal(
      (await run('groups_missing', { groups: { managed: described('cg orders 0 7 120 113 - - -\n'), own: undefined } }))
        .out,
      'FAILED',
    )
    const { out, status } = await run('ready cg && echo started', { groups: { managed: undefined, own: undefined } })
    assert.equal(out, '')
    assert.notEqual(status, 0)
    assert.notEqual((await run('cut_over_offsets', {})).status, 0)
  })

  it('count what topics hold', async () => {
    assert.equal((await run('counts managed', { offsets: both })).out, 'customers 0\norders 195\nworks.scans 0')
  })

  it('say which partitions of a group have no offset yet, of those from which it has read', async () => {
    const groups = {
      managed: described(
        'cg orders 0 7 120 113 - - -\ncg orders 1 - 80 - - - -\ncg works.scans 0 0 0 0 - - -\ncg-2 orders 0 9 120 111 - - -\n',
      ),
      own: described('cg orders 0 7 120 113 - - -\n'),
    }
    assert.equal((await run('groups_missing', { groups })).out, 'cg-2 orders 0')
    assert.equal((await run('ready cg && echo started', { groups })).out, 'started')
    // Nor is one group taken for another that begins like it.
    assert.equal((await run('ready cg-2 && echo started', { groups })).out, 'cg-2 orders 0')
  })

  it('starts a sink that read under another name once somebody has set its offsets, and not before', async () => {
    const begun = async (own: string | undefined): Promise<string> =>
      (await run('begun connect-archive && echo started', { groups: { managed: described(''), own } })).out
    assert.equal(await begun(described('connect-archive orders 0 7 9 2 - - -\n')), 'started')
    assert.equal(await begun(described('connect-archive-2 orders 0 7 9 2 - - -\n')), 'connect-archive has no offsets')
    assert.equal(await begun(undefined), 'FAILED')
  })

  it('set a group to the beginning of partitions of which it has read nothing, and of no others', async () => {
    const groups = {
      managed: described('cg orders 0 7 120 113 - - -\ncg orders 1 - 80 - - - -\ncg works.scans 0 0 0 0 - - -\n'),
      own: described(''),
    }
    const { calls } = await run('unread cg', { groups })
    assert.deepEqual(
      calls.split('\n').filter(call => call.includes('--reset-offsets')),
      [
        'kafka-consumer-groups.sh --bootstrap-server new:9093 --command-config own.properties --group cg --topic works.scans:0 --reset-offsets --to-earliest --execute',
      ],
    )
  })

  it('write where the mirror back begins: behind the last record of each partition that has any', async () => {
    const { out } = await run('cut_over_offsets', { offsets: both })
    const map = parseAllDocuments(out)[0]?.toJS() as {
      kind: string
      metadata: { name: string }
      data: Record<string, string>
    }
    assert.equal(map.kind, 'ConfigMap')
    assert.equal(map.metadata.name, 'shop-migration-back-offsets')
    const written = JSON.parse(map.data['own--managed.MirrorSourceConnector.json'] ?? '') as unknown
    const at = (topic: string, partition: number, offset: number): object => ({
      partition: { cluster: 'own', partition, topic },
      offset: { offset },
    })
    assert.deepEqual(written, { offsets: [at('customers', 0, 9), at('orders', 0, 119), at('orders', 1, 79)] })
  })
})
