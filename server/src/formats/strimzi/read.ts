import type { Entity } from '../../model/entities.ts'
import type { Cursor } from '../cursor.ts'
import { readBridge } from './bridge.ts'
import { readConnect, readConnector } from './connect.ts'
import { readKafka, readNodePool } from './kafka.ts'
import { readMirrorMaker } from './mirror-maker.ts'
import { readResource, type Resource } from './resource.ts'
import { readTopic } from './topic.ts'
import { readUser } from './user.ts'

const readers: Readonly<Record<string, (resource: Resource) => readonly Entity[]>> = {
  Kafka: readKafka,
  KafkaNodePool: readNodePool,
  KafkaTopic: readTopic,
  KafkaUser: readUser,
  KafkaConnect: readConnect,
  KafkaConnector: readConnector,
  KafkaMirrorMaker2: readMirrorMaker,
  KafkaBridge: readBridge,
}

/** Reads one document of Strimzi's API group; any other says nothing. */
export function readStrimzi(root: Cursor): readonly Entity[] {
  const resource = readResource(root)
  return (resource && Object.hasOwn(readers, resource.kind) && readers[resource.kind]?.(resource)) || []
}
