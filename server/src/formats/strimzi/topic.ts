import type { Topic } from '../../model/entities.ts'
import { down } from '../cursor.ts'
import { integer, settings, text } from '../values.ts'
import { named, type Resource } from './resource.ts'

/** Reads a `KafkaTopic`; `spec.topicName` wins over the resource's name. */
export function readTopic(resource: Resource): Topic[] {
  const topicName = text(down(resource.root, 'spec', 'topicName'))
  return [
    {
      kind: 'topic',
      ...named(resource),
      name: topicName.state === 'absent' ? resource.name : topicName,
      cluster: resource.cluster,
      partitions: integer(down(resource.root, 'spec', 'partitions')),
      replicationFactor: integer(down(resource.root, 'spec', 'replicas')),
      settings: settings(down(resource.root, 'spec', 'config')),
    },
  ]
}
