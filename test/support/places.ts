import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Location, Position, TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver'
import type { TestClient } from './client.ts'

/** A workspace of four formats in which one topic, one sink, one mirror and two clusters find each other. */
export const shop: Readonly<Record<string, string>> = {
  'kafka/cluster.yaml':
    'apiVersion: kafka.strimzi.io/v1\nkind: Kafka\nmetadata:\n  name: shop\nspec:\n  kafka:\n    config:\n      min.insync.replicas: 2\n',
  'kafka/topics.yaml':
    'apiVersion: kafka.strimzi.io/v1\nkind: KafkaTopic\nmetadata:\n  name: orders # of the shop\n  labels:\n    strimzi.io/cluster: shop\nspec:\n  replicas: 3\n---\napiVersion: kafka.strimzi.io/v1\nkind: KafkaTopic\nmetadata:\n  name: "returns"\n  labels:\n    strimzi.io/cluster: shop\nspec:\n  replicas: 3\n',
  'kafka/users.yaml':
    "apiVersion: kafka.strimzi.io/v1\nkind: KafkaUser\nmetadata:\n  name: svc-7\nspec:\n  authorization:\n    type: simple\n    acls:\n      - resource:\n          type: topic\n          name: 'orders'\n        operations: [Read]\n      - resource:\n          type: group\n          name: cg-5\n        operations: [Read]\n      - resource:\n          type: topic\n          name: returns\n        operations: [Write]\n",
  'kafka/mirror.yaml':
    'apiVersion: kafka.strimzi.io/v1\nkind: KafkaMirrorMaker2\nmetadata:\n  name: standby\nspec:\n  target:\n    alias: standby\n    bootstrapServers: b-1.shop.a1b2c3.c4.kafka.eu-west-2.amazonaws.com:9094\n  mirrors:\n    - source:\n        alias: shop\n        bootstrapServers: shop-kafka-bootstrap:9093\n      topicsPattern: "orders|returns"\n',
  'connectors/archive.json':
    '{"name": "s-17", "config": {"connector.class": "io.confluent.connect.s3.S3SinkConnector", "topics": "returns, orders", "s3.region": "us-east-1"}}\n',
  'connectors/erp.properties':
    'name=erp\nconnector.class=io.confluent.connect.http.HttpSinkConnector\ntopics=orders\nhttp.api.url=https://erp.unknownplace.elb.amazonaws.com/\n',
  'connectors/tables.json':
    '{"name": "tables", "config": {"connector.class": "io.debezium.connector.postgresql.PostgresConnector", "topic.prefix": "ret"}}\n',
  'connectors/web.json':
    '{"name": "web", "config": {"connector.class": "io.confluent.kafka.connect.datagen.DatagenConnector", "kafka.topic": "orders"}}\n',
  'schemas/orders-value.avsc':
    '{"type": "record", "name": "Order", "fields": [\n  {"name": "order_number", "type": "string"},\n  {"name": "email", "type": "string"}\n]}\n',
  '.kafka-review.yaml': 'version: 1\nrecord:\n  activities:\n    - match: orders\n      purposes: [sales]\n',
}

/** The position of the nth occurrence of a piece of text, and a character in it. */
export function positionOf(text: string, piece: string, nth = 0): Position {
  let at = -1
  for (let i = 0; i <= nth; i++) at = text.indexOf(piece, at + 1)
  if (at < 0) throw new Error(`"${piece}" is not there`)
  const before = text.slice(0, at + 1)
  return { line: before.split('\n').length - 1, character: at + 1 - (before.lastIndexOf('\n') + 1) }
}

/** Locations as `topics.yaml:4 orders`: the line from 1, and the text that is there. */
export const showLocations = (client: TestClient, locations: readonly Location[] | null): string[] =>
  (locations ?? []).map(({ uri, range: { start, end } }) => {
    const path = pathOf(client, uri)
    const line = readFileSync(join(client.folder, path), 'utf8').split('\n')[start.line] ?? ''
    return `${path}:${start.line + 1} ${line.slice(start.character, end.character)}`
  })

const pathOf = (client: TestClient, uri: string): string =>
  decodeURIComponent(uri.slice(client.uri('').length)).replace(/^\//, '')

/** What a workspace edit does, as the lines that it changes, and the files that it renames. */
export function showEdit(client: TestClient, edit: WorkspaceEdit | null): string[] {
  return (edit?.documentChanges ?? []).flatMap(change => {
    if ('kind' in change)
      return change.kind === 'rename'
        ? [`${pathOf(client, change.oldUri)} -> ${pathOf(client, change.newUri)}`]
        : [change.kind]
    const { textDocument, edits } = change as TextDocumentEdit
    const path = pathOf(client, textDocument.uri)
    const lines = readFileSync(join(client.folder, path), 'utf8').split('\n')
    return edits.map(edit => {
      const {
        range: { start, end },
      } = edit
      const line = lines[start.line] ?? ''
      return `${path}:${start.line + 1} ${(line.slice(0, start.character) + ('newText' in edit ? edit.newText : '') + line.slice(end.character)).trim()}`
    })
  })
}
