import type { ConnectCluster, ConsumerGroup, Peer, ReplicationFlow } from '../../model/entities.ts'
import { placeOf, knownValue, type Fact, writtenName } from '../../model/fact.ts'
import { setting, type Setting, type Settings } from '../../model/settings.ts'
import { down, isThere, items, reportingAt } from '../cursor.ts'
import { extentOf, type Cursor } from '../position.ts'
import { settings, text } from '../values.ts'
import { readEnvironment, readLoggers, readPeer, readWorkerGroup } from './connect.ts'
import { groupsListed } from '../groups.ts'
import { doorsOf, managementOf, named, type Resource } from './resource.ts'

/** Reads a `KafkaMirrorMaker2`: one flow per mirror, and the Connect cluster that copies; both its shapes, since 0.49 accepts either. */
export function readMirrorMaker(resource: Resource): (ReplicationFlow | ConnectCluster | ConsumerGroup)[] {
  const spec = down(resource.root, 'spec')
  const target = isThere(down(spec, 'target'))
    ? down(spec, 'target')
    : findCluster(spec, text(down(spec, 'connectCluster')))
  const flows = items(down(spec, 'mirrors')).flatMap((mirror): (ReplicationFlow | ConsumerGroup)[] => {
    const flow = readMirror(resource, spec, mirror, target)
    return [
      flow,
      // A connector that is off for now names them all the same.
      ...(isThere(down(mirror, 'checkpointConnector'))
        ? groupsListed(flow.groups, { ...flow, owner: `mirror ${writtenName(resource.name)}`.trimEnd() })
        : []),
    ]
  })
  if (!isThere(target)) return flows
  const config = settings(down(target, 'config'))
  return [
    ...flows,
    {
      kind: 'connect-cluster',
      ...named(resource),
      kafka: readPeer(target, resource),
      settings: config,
      environment: readEnvironment(spec),
      ...readLoggers(spec),
      ...doorsOf(...managementOf(spec)),
    },
    readWorkerGroup(
      resource,
      text(down(target, 'groupId')),
      setting(config, 'group.id'),
      `MirrorMaker 2 ${writtenName(resource.name)}`.trimEnd(),
    ),
  ]
}

function readMirror(resource: Resource, spec: Cursor, mirror: Cursor, target: Cursor): ReplicationFlow {
  const source = isThere(down(mirror, 'source'))
    ? down(mirror, 'source')
    : findCluster(spec, text(down(mirror, 'sourceCluster')))
  const ownTarget = text(down(mirror, 'targetCluster'))
  const copying = down(mirror, 'sourceConnector', 'config')
  const isOff = (connector: Cursor): boolean =>
    /^(?:paused|stopped)$/.test(knownValue(text(down(connector, 'state'))) ?? '')
  const isStopped = isOff(down(mirror, 'sourceConnector'))
  const checkpoint = down(mirror, 'checkpointConnector')
  const heartbeat = down(mirror, 'heartbeatConnector')
  const pattern = (field: string, connector: Cursor, key: string): Fact<string> => {
    const written = text(down(mirror, field))
    const configured = setting(settings(down(connector, 'config')), key)
    return written.state === 'absent' && configured.state !== 'absent' ? configured : written
  }
  const checkpointKey = checkpoint.key ?? placeOf(resource.name)
  return {
    kind: 'flow',
    ...named(resource),
    extent: extentOf(mirror),
    source: withSettings(readPeer(source, resource), settings(down(source, 'config'))),
    target: readPeer(ownTarget.state === 'known' ? findCluster(spec, ownTarget, target) : target, resource),
    topics: pattern('topicsPattern', down(mirror, 'sourceConnector'), 'topics'),
    groups: pattern('groupsPattern', checkpoint, 'groups'),
    copying: withExcluded(settings(copying), mirror, 'topics'),
    ...(isStopped ? { stopped: true } : {}),
    // Of a mirror that waits as a whole, what it would do counts.
    ...(isThere(checkpoint) && (isStopped || !isOff(checkpoint))
      ? {
          checkpoints: withExcluded(settings(reportingAt(down(checkpoint, 'config'), checkpointKey)), mirror, 'groups'),
        }
      : {}),
    ...(isThere(heartbeat) ? { heartbeats: settings(down(heartbeat, 'config')) } : {}),
  }
}

/** The entry of `spec.clusters` with an alias; without one, the fallback or a place where nothing is written. */
function findCluster(spec: Cursor, alias: Fact<string>, fallback?: Cursor): Cursor {
  const clusters = down(spec, 'clusters')
  const found =
    alias.state === 'known'
      ? items(clusters).find(cluster => knownValue(text(down(cluster, 'alias'))) === alias.value)
      : undefined
  return found ?? fallback ?? down(spec, 'target')
}

/** A peer is told things in its own block, and in the settings beside it. */
const withSettings = (peer: Peer, beside: Settings): Peer => ({
  ...peer,
  settings: { ...beside, all: [...beside.all, ...(peer.settings?.all ?? [])] },
})

/** The settings of a connector, with the topics or groups that the mirror leaves out by a field of its own; as Strimzi has it, the field counts. */
function withExcluded(copying: Settings, mirror: Cursor, what: 'topics' | 'groups'): Settings {
  const fields = [`${what}BlacklistPattern`, `${what}ExcludePattern`].flatMap((field): Setting[] => {
    const at = down(mirror, field)
    const value = text(at)
    return value.state === 'absent'
      ? []
      : [{ key: `${what}.exclude`, written: field, keyPlace: at.key ?? at.near, value }]
  })
  return fields.length > 0 ? { ...copying, all: [...copying.all, ...fields] } : copying
}
