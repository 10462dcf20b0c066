import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { consequences, editedPlace, rowsFor, type PlaceRow } from './support/consequences.ts'
import { fixtureEdits } from './support/fixture-edits.ts'

const { classes, places, holders, settings } = consequences
const never = new Set(classes.filter(({ offered }) => offered === 'never').map(({ id }) => id))

/** Fixes of fixtures that edit what the table never offers. It may only become shorter. */
const forbiddenToday = [
  'KR301 KafkaTopic spec.replicas',
  'KR301 aws_msk_topic replication_factor',
  'KR305 KafkaTopic spec.replicas',
  'KR306 Stream spec.storage',
  'KR401 awscc_kafkaconnect_connector connector_configuration',
  'KR403 confluent_kafka_cluster region',
  'KR404 Kafka spec.kafka.tieredStorage',
  'KR404 confluent_kafka_cluster region',
  'KR501 aws_msk_cluster encryption_info.encryption_in_transit.in_cluster',
  'KR502 aws_mskconnect_connector kafka_cluster_encryption_in_transit',
  'KR503 aws_mskconnect_connector kafka_cluster_client_authentication',
  'KR601 Stream spec.maxAge',
  'KR701 aws_msk_replicator replication_info_list.topic_replication.starting_position',
  'KR703 aws_msk_replicator replication_info_list.topic_replication.topic_name_configuration',
]

describe('consequences.yaml', () => {
  it('names each class once, and each row one of them', () => {
    const ids = classes.map(({ id }) => id)
    assert.equal(new Set(ids).size, ids.length)
    for (const { does } of [...places, ...settings, ...holders]) assert.ok(ids.includes(does), does)
    for (const { settings: holder } of places)
      assert.ok(holder === undefined || holders.some(row => row.holder === holder), holder)
  })

  it('says each thing once', () => {
    const keys = [
      ...places.map(({ tool, resource, attribute, on, where }) => [tool, resource, attribute, on, where].join(' ')),
      ...settings.map(({ holder, key, on }) => [holder, key, on].join(' ')),
    ]
    assert.deepEqual(
      keys.filter((key, index) => keys.indexOf(key) !== index),
      [],
    )
  })

  it('has rows for every resource that the Terraform reader reads and whose change could harm', () => {
    const reader = readFileSync('server/src/terraform/read.ts', 'utf8')
    const read = [...reader.matchAll(/^ {2}(\w+): read\w+,$/gm)].map(([, type]) => type ?? '')
    assert.ok(read.length > 20, 'the table of readers has moved')
    const harmless = [
      'aws_lambda_event_source_mapping',
      'aws_iam_policy',
      'aws_iam_role_policy',
      'aws_iam_policy_document',
      'aws_msk_cluster_policy',
    ]
    const manifests = ['kubernetes_manifest', 'kubectl_manifest']
    for (const type of read)
      assert.ok(
        harmless.includes(type) || manifests.includes(type) || places.some(({ resource }) => resource === type),
        `${type} has no row`,
      )
  })

  it('knows every attribute that a fix of a fixture edits, and the fixes that it never offers become fewer', () => {
    const edited = [...fixtureEdits(/\.(?:tf|tfvars|ya?ml|tf\.json)$/)].flatMap(({ code, edit, files }) => {
      const slot = 'slot' in edit ? edit.slot : undefined
      const place = slot && editedPlace(slot, files.find(({ uri }) => uri === slot.file)?.text ?? '')
      return place ? [{ code, place, rows: rowsFor(place) }] : []
    })
    assert.deepEqual(
      edited.filter(({ rows }) => rows.length === 0).map(({ code, place }) => [code, place]),
      [],
    )
    const forbidden = edited.flatMap(({ code, place, rows }) =>
      rows
        .filter(isForbidden)
        .map(({ resource, attribute }) => `${code} ${resource} ${attribute || place.attribute.split('.')[0]}`),
    )
    assert.deepEqual([...new Set(forbidden)].sort(), forbiddenToday)
  })
})

/** No fix of today raises a number whose rise would harm; `where` with a sign of equality is about the resource itself. */
const isForbidden = ({ does, on, where }: PlaceRow): boolean =>
  never.has(does) && on !== 'first' && on !== 'higher' && !where?.includes(' = ')
