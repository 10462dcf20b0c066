import type { ConsumerGroup, Entity, Topic } from '../../model/entities.ts'
import { writtenName } from '../../model/fact.ts'
import { down, isThere } from '../cursor.ts'
import type { Cursor } from '../position.ts'
import { integer, settings, text } from '../values.ts'
import { headOf, readHead, type KubernetesResource } from '../kubernetes-resource.ts'

/** Reads the streams and consumers of NATS JetStream that its controller manages; any other resource says nothing. */
export function readNats(root: Cursor): readonly Entity[] {
  const resource = readHead(root, 'jetstream.nats.io')
  switch (resource?.kind) {
    case 'Stream':
      return [readStream(resource)]
    case 'Consumer':
      return readConsumer(resource)
    default:
      return []
  }
}

function readStream(resource: KubernetesResource): Topic {
  const spec = down(resource.root, 'spec')
  const name = text(down(spec, 'name'))
  return {
    kind: 'topic',
    ...headOf(resource),
    name: name.state === 'absent' ? resource.name : name,
    engine: 'nats',
    cluster: text(down(spec, 'account')),
    replicationFactor: integer(down(spec, 'replicas')),
    storage: text(down(spec, 'storage')),
    settings: settings(spec),
  }
}

/** A consumer that outlives its connection has a name, as a consumer group has. */
function readConsumer(resource: KubernetesResource): readonly ConsumerGroup[] {
  const spec = down(resource.root, 'spec')
  const owner = `stream ${writtenName(text(down(spec, 'streamName')))}`
  return ['durableName', 'deliverGroup']
    .map(key => down(spec, key))
    .filter(isThere)
    .map(
      (cursor): ConsumerGroup => ({
        kind: 'group',
        ...headOf(resource),
        name: text(cursor),
        role: 'consumer',
        owner,
        engine: 'nats',
      }),
    )
}
