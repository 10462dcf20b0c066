import type { ConsumerGroup, ReplicationFlow } from '../../model/entities.ts'
import { writtenName, placeOf } from '../../model/fact.ts'
import { down, isThere } from '../cursor.ts'
import { settings, text } from '../values.ts'
import { readPeer } from './connect.ts'
import { named, type Resource } from './resource.ts'

/** Reads a `KafkaMirrorMaker`, the first one: a consumer here, a producer there; what MirrorMaker 2 is told by settings, this one does not have. */
export function readMirrorMaker1(resource: Resource): (ReplicationFlow | ConsumerGroup)[] {
  const spec = down(resource.root, 'spec')
  const [consumer, producer] = [down(spec, 'consumer'), down(spec, 'producer')]
  const group = text(down(consumer, 'groupId'))
  const include = down(spec, 'include')
  const near = placeOf(resource.name)
  const open = { state: 'unresolved', at: near, text: '' } as const
  return [
    {
      kind: 'flow',
      ...named(resource),
      source: readPeer(consumer, resource),
      target: readPeer(producer, resource),
      topics: text(isThere(include) ? include : down(spec, 'whitelist')),
      groups: open,
      copying: { ...settings(down(producer, 'config')), open },
      checkpoints: { all: [], near, open },
    },
    ...(group.state === 'absent'
      ? []
      : [
          {
            kind: 'group',
            ...named(resource),
            name: group,
            role: 'consumer',
            owner: `MirrorMaker ${writtenName(resource.name)}`.trimEnd(),
          } as const,
        ]),
  ]
}
