import type { Topic } from '../../model/entities.ts'
import { down, entries } from '../cursor.ts'
import type { Cursor } from '../position.ts'
import type { Fact } from '../../model/fact.ts'
import { integer, settings, text } from '../values.ts'
import { named, type Resource } from './resource.ts'

/** Reads a `KafkaTopic`; `spec.topicName` wins over the resource's name. */
export function readTopic(resource: Resource): Topic[] {
  const topicName = text(down(resource.root, 'spec', 'topicName'))
  return [
    {
      kind: 'topic',
      ...unitOf(resource.root),
      ...named(resource),
      name: topicName.state === 'absent' ? resource.name : topicName,
      cluster: resource.cluster,
      partitions: integer(down(resource.root, 'spec', 'partitions')),
      replicationFactor: integer(down(resource.root, 'spec', 'replicas')),
      settings: settings(down(resource.root, 'spec', 'config')),
    },
  ]
}

/** The last part of labels and annotations that tell whose a resource is, what tells a purpose first. */
const units: readonly string[] = [
  'data-product',
  'product',
  'part-of',
  'data-domain',
  'domain',
  'bounded-context',
  'business-unit',
  'department',
  'owner',
  'team',
  'squad',
]

function unitOf(root: Cursor): { readonly unit?: Fact<string> } {
  const written = [...entries(down(root, 'metadata', 'labels')), ...entries(down(root, 'metadata', 'annotations'))]
  const found = units.flatMap(unit =>
    written.flatMap(entry => (entry.name.slice(entry.name.lastIndexOf('/') + 1) === unit ? [text(entry)] : [])),
  )
  const unit = found.find(({ state }) => state === 'known')
  return unit ? { unit } : {}
}
