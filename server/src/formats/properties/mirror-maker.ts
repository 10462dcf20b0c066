import type { ConnectCluster, ConsumerGroup, ReplicationFlow } from '../../model/entities.ts'
import { asBoolean, knownValue, type Known } from '../../model/fact.ts'
import { setting, type Settings } from '../../model/settings.ts'
import { extentOf, type Cursor } from '../position.ts'
import { groupsListed } from '../groups.ts'
import { part, peerOf } from './bag.ts'

/** Reads the properties of MirrorMaker 2: one flow per pair of clusters that is enabled, and the workers at each cluster. */
export function readMirrorMaker(root: Cursor, bag: Settings): (ReplicationFlow | ConnectCluster | ConsumerGroup)[] {
  const clusters = setting(bag, 'clusters')
  if (clusters.state !== 'known') return []
  const aliases = clusters.value
    .split(',')
    .map(alias => alias.trim())
    .filter(alias => alias !== '')
  const named = (value: string, at: Known<string>['at']): Known<string> => ({ state: 'known', value, at })
  const common = { file: root.document.file, extent: extentOf(root) }
  const peer = (alias: string): ReturnType<typeof peerOf> => peerOf(part(bag, `${alias}.`), named(alias, clusters.at))
  const workers = aliases.map((alias): ConnectCluster => {
    const settings = part(bag, `${alias}.`)
    return {
      kind: 'connect-cluster',
      ...common,
      name: named(`${alias} (MirrorMaker 2)`, settings.near),
      kafka: peer(alias),
      settings,
    }
  })
  const flows = aliases.flatMap(source =>
    aliases.flatMap((target): ReplicationFlow[] => {
      const pair = part(bag, `${source}->${target}.`)
      const enabled = bag.all.findLast(({ key }) => key === `${source}->${target}.enabled`)
      if (source === target || !enabled || knownValue(asBoolean(enabled.value)) === false) return []
      const settings = { ...pair, near: enabled.keyPlace }
      return [
        {
          kind: 'flow',
          ...common,
          name: named(`${source}->${target}`, enabled.keyPlace),
          source: peer(source),
          target: peer(target),
          topics: setting(settings, 'topics'),
          groups: setting(settings, 'groups'),
          copying: settings,
          checkpoints: settings,
          heartbeats: settings,
        },
      ]
    }),
  )
  return [
    ...workers,
    ...flows.flatMap(flow => [
      flow,
      ...groupsListed(flow.groups, { ...flow, owner: `mirror ${knownValue(flow.name) ?? '?'}` }),
    ]),
  ]
}
