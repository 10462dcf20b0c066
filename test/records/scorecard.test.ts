import assert from 'node:assert/strict'
import { strFromU8, unzipSync } from 'fflate/browser'
import { pathItems } from '../../server/src/model/residency.ts'
import { gateNames, type Line } from '../../server/src/records/scorecard/card.ts'
import { scorecardFormats } from '../../server/src/records/scorecard/formats.ts'
import { scorecardOf } from '../../server/src/records/scorecard/scorecard.ts'
import { consequencesOf } from '../../server/src/records/scorecard/what-if.ts'
import { inEnglish } from '../../server/src/locale/en.ts'
import { loadLocale } from '../../server/src/locale/load.ts'
import { localeIds } from '../../server/src/locale/locale.ts'
import type { Uri } from '../../server/src/text/uri.ts'
import { readCompany } from '../support/company.ts'
import { uriOf } from '../support/fixtures.ts'
import { assertGolden } from '../support/golden.ts'
import { linesOf, open, suppositions } from '../support/scorecards.ts'

describe('the scorecard', () => {
  it('takes a sink that only adds to a store for a backup where it is called one, and says that nothing tells of restoring', () => {
    const sinkCalled = (name: string, bucket: string): { uri: Uri; text: string } => ({
      uri: uriOf(`${name}.json`),
      text: `{"name": "${name}", "config": {"connector.class": "io.confluent.connect.s3.S3SinkConnector", "topics": "orders", "s3.bucket.name": "${bucket}", "s3.region": "eu-central-1"}}`,
    })
    const { card } = open([
      {
        uri: uriOf('kafka.yaml'),
        text: 'apiVersion: kafka.strimzi.io/v1\nkind: Kafka\nmetadata:\n  name: shop\nspec:\n  kafka: {}\n---\napiVersion: kafka.strimzi.io/v1\nkind: KafkaTopic\nmetadata:\n  name: orders\n  labels:\n    strimzi.io/cluster: shop\nspec:\n  replicas: 3\n',
      },
      sinkCalled('orders-backup', 'shop-1'),
      sinkCalled('s-17', 'datensicherung-2'),
      sinkCalled('s-18', 'reports'),
    ])
    const backups = linesOf(card).filter(({ item }) => item === 'backups' || item === 'restore')
    assert.deepEqual(
      backups.map(({ item, names, basis, note }) => `${item}: ${names.join()} ${basis} ${note?.is}`),
      [
        'backups: orders-backup inferred calledBackup',
        'backups: s-17 inferred calledBackup',
        'restore: orders-backup inferred calledBackup',
        'restore: s-17 inferred calledBackup',
      ],
    )
  })

  it('has copies of disks with their place and times, and restores from those that hold the disks of the cluster', () => {
    const cluster = `
apiVersion: kafka.strimzi.io/v1
kind: Kafka
metadata: { name: orders, namespace: kafka }
spec: { kafka: {} }`
    const velero = (kind: string, name: string, spec: string): string => `
apiVersion: velero.io/v1
kind: ${kind}
metadata: { name: ${name}, namespace: velero }
spec: ${spec}`
    const snapshot = (name: string, claim: string): string => `
apiVersion: snapshot.storage.k8s.io/v1
kind: VolumeSnapshot
metadata: { name: ${name} }
spec: { volumeSnapshotClassName: disks, source: { persistentVolumeClaimName: ${claim} } }`
    const { card } = open([
      {
        uri: uriOf('all.yaml'),
        text: [
          cluster,
          velero(
            'BackupStorageLocation',
            'offsite',
            '{ provider: aws, default: true, config: { region: eu-central-1 } }',
          ),
          velero('BackupStorageLocation', 'away', '{ provider: aws, config: { region: us-east-1 } }'),
          velero(
            'Schedule',
            'nightly',
            '{ schedule: 0 3 * * *, template: { ttl: 720h0m0s, includedNamespaces: [kafka] } }',
          ),
          velero('Schedule', 'weekly', '{ schedule: 0 4 * * 0, template: { storageLocation: away } }'),
          velero('Schedule', 'shop', '{ schedule: 0 5 * * *, template: { includedNamespaces: [shop] } }'),
          velero('Schedule', 'objects', '{ schedule: 0 6 * * *, template: { snapshotVolumes: false } }'),
          velero('Backup', 'lost', '{ storageLocation: nowhere }'),
          snapshot('orders-0', 'data-0-orders-brokers-0'),
          snapshot('database-0', 'data-postgres-0'),
        ].join('\n---'),
      },
    ])
    const told = ({ item, names, destination, note }: Line): string =>
      `${item}: ${names.join()} in ${destination?.countries.map(({ code }) => code).join() || '?'}: ${note ? inEnglish.scorecard.note(note) : ''}`
    assert.deepEqual(
      linesOf(card)
        .filter(({ item }) => item === 'backups' || item === 'restore')
        .map(told),
      [
        'backups: offsite in DE: Amazon S3: a place for copies of disks; whether any are there, this entry does not tell',
        'backups: away in US: Amazon S3: a place for copies of disks; whether any are there, this entry does not tell',
        'backups: nightly in DE: Velero: copies disks on a schedule (0 3 * * *, kept for 30 days)',
        'backups: weekly in US: Velero: copies disks on a schedule (0 4 * * 0)',
        'backups: objects in DE: Velero: holds no disks of this cluster’s brokers',
        'backups: lost in ?: Velero: a copy of disks, made once',
        'backups: orders-0 in ?: VolumeSnapshot: a copy of disks, made once',
        'restore: nightly in DE: Velero: copies disks on a schedule (0 3 * * *, kept for 30 days)',
        'restore: weekly in US: Velero: copies disks on a schedule (0 4 * * 0)',
        'restore: lost in ?: Velero: a copy of disks, made once',
        'restore: orders-0 in ?: VolumeSnapshot: a copy of disks, made once',
      ],
    )
  })

  for (const [name, folder] of [
    ['company', 'test/examples'],
    ['msk', 'test/records/msk'],
  ] as const)
    it(`of ${folder} is what its files prove, in three languages`, async () => {
      const { card, db, show } = open(readCompany(folder))
      // What findings say has goldens of its own: one language shows how they stand here.
      const bare = scorecardOf(db)
      for (const { id, scorecard: words } of await Promise.all(localeIds.map(loadLocale))) {
        const shown = id === 'en' ? card : bare
        const consequences = suppositions.map(suppose => consequencesOf(db, shown, suppose))
        assertGolden(
          `test/records/scorecard/${name}.${id}.golden.md`,
          scorecardFormats.markdown.write(shown, consequences, { words, show, db }),
        )
      }
    })

  it('is written as HTML, JSON, CSV and a workbook, with the same rows', () => {
    const { card, db, show } = open(readCompany())
    const wording = { words: inEnglish.scorecard, show, db }
    const html = scorecardFormats.html.write(card, [], wording)
    assert.doesNotMatch(html, /<script|\b(?:src|href)=/)
    const json = JSON.parse(scorecardFormats.json.write(card, [], wording)) as {
      clusters: { name: string; items: { item: string; entries: unknown[] }[] }[]
    }
    assert.deepEqual(
      json.clusters.map(({ name }) => name),
      ['lindenhof', 'partners'],
    )
    const rows = scorecardFormats.csv.write(card, [], wording).trim().split('\r\n')
    const empty = json.clusters.flatMap(({ items }) => items).filter(({ entries }) => entries.length === 0).length
    assert.equal(rows.length, 1 + linesOf(card).length + empty)
    const sheet = strFromU8(
      unzipSync(scorecardFormats.xlsx.write(card, [], wording))['xl/worksheets/sheet1.xml'] ?? new Uint8Array(),
    )
    assert.equal(sheet.match(/<row /g)?.length, rows.length)
  })

  it('has every item and every gate for every cluster, and each once', () => {
    for (const { items, gates } of open(readCompany()).card.clusters) {
      assert.deepEqual(
        items.map(({ item }) => item),
        Object.values(pathItems).flat(),
      )
      assert.deepEqual(
        gates.map(({ gate }) => gate),
        [...gateNames],
      )
    }
  })
})
