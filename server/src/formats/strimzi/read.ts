import type { Entity } from '../../model/entities.ts'
import type { Cursor } from '../position.ts'
import { readApi } from './api.ts'
import { readBridge } from './bridge.ts'
import { readConnect, readConnector } from './connect.ts'
import { readKafka, readNodePool } from './kafka.ts'
import { readMirrorMaker } from './mirror-maker.ts'
import { readMirrorMaker1 } from './mirror-maker-1.ts'
import { readResource, type Resource } from './resource.ts'
import { readTopic } from './topic.ts'
import { readUser } from './user.ts'
import { tableOf } from '../../text/table.ts'

const readers = tableOf<(resource: Resource) => readonly Entity[]>({
  Kafka: readKafka,
  KafkaNodePool: readNodePool,
  KafkaTopic: readTopic,
  KafkaUser: readUser,
  KafkaConnect: readConnect,
  KafkaConnector: readConnector,
  KafkaMirrorMaker: readMirrorMaker1,
  KafkaMirrorMaker2: readMirrorMaker,
  KafkaBridge: readBridge,
})

/** Reads one document of Strimzi's API group; any other says nothing. */
export function readStrimzi(root: Cursor): readonly Entity[] {
  const resource = readResource(root)
  if (!resource) return []
  return [...(readers.get(resource.kind)?.(resource) ?? []), ...readApi(resource)]
}
