import { entriesOf } from '../../text/list.ts'
import type { ConnectCluster, ConsumerGroup, ReplicationFlow } from '../../model/entities.ts'
import {
  asBoolean,
  knownValue,
  writtenName,
  type Fact,
  type Known,
  type Place,
  type Unresolved,
} from '../../model/fact.ts'
import { setting, writtenAs, type Setting, type Settings } from '../../model/settings.ts'
import { isPlaceholder } from '../../text/placeholder.ts'
import { extentOf, type Cursor } from '../position.ts'
import { groupsListed } from '../groups.ts'
import { peerOf } from './bag.ts'

/** Reads the properties of MirrorMaker 2: one flow per pair of clusters that is enabled, and the workers at each cluster. */
export function readMirrorMaker(root: Cursor, bag: Settings): (ReplicationFlow | ConnectCluster | ConsumerGroup)[] {
  const clusters = setting(bag, 'clusters')
  if (clusters.state === 'absent') return []
  const aliases = aliasesIn(clusters, bag)
  const named = (text: string, at: Place): Fact<string> =>
    isPlaceholder(text) ? { state: 'unresolved', at, text } : { state: 'known', value: text, at }
  const common = { file: root.document.file, extent: extentOf(root) }
  const settingsOf = settingsByOwner(bag, aliases)
  const peers = new Map(aliases.map(alias => [alias, peerOf(settingsOf(alias), named(alias, clusters.at))]))
  const workers = aliases.map((alias): ConnectCluster => {
    const settings = settingsOf(alias)
    return {
      kind: 'connect-cluster',
      ...common,
      name: named(`${alias} (MirrorMaker 2)`, settings.near),
      kafka: peers.get(alias) ?? peerOf(settings, named(alias, clusters.at)),
      settings,
    }
  })
  const targetsOf = switchedTargets(bag, aliases)
  const flows = aliases.flatMap(source =>
    targetsOf(source).flatMap((target): ReplicationFlow[] => {
      const enabled = writtenAs(bag, `${source}->${target}.enabled`)
      const back = writtenAs(bag, `${target}->${source}.enabled`)
      const [from, to] = [peers.get(source), peers.get(target)]
      if (source === target || !enabled || !from || !to || knownValue(asBoolean(enabled.value)) === false) return []
      const settings = { ...settingsOf(`${source}->${target}`), near: enabled.keyPlace }
      return [
        {
          kind: 'flow',
          ...common,
          name: named(`${source}->${target}`, enabled.keyPlace),
          source: from,
          target: to,
          topics: setting(settings, 'topics'),
          groups: setting(settings, 'groups'),
          copying: settings,
          checkpoints: settings,
          heartbeats: settings,
          ...(back && knownValue(asBoolean(back.value)) === false ? { oneWay: true } : {}),
        },
      ]
    }),
  )
  return [
    ...workers,
    ...flows.flatMap(flow => [
      flow,
      ...groupsListed(flow.groups, { ...flow, owner: `mirror ${writtenName(flow.name)}`.trimEnd() }),
    ]),
  ]
}

/** What the clusters are called. A placeholder is a name as well where keys begin with it: whatever it stands for, they are about one cluster. */
function aliasesIn(clusters: Known<string> | Unresolved, { all }: Settings): string[] {
  const [written, known] =
    clusters.state === 'known' ? ([clusters.value, true] as const) : ([clusters.text, false] as const)
  return entriesOf(written).filter(alias => known || all.some(({ key }) => key.startsWith(`${alias}.`)))
}

/** The clusters that a cluster is mirrored to, or is said not to be, in their order: of most pairs nothing is written. */
function switchedTargets(bag: Settings, aliases: readonly string[]): (source: string) => readonly string[] {
  const order = new Map(aliases.map((alias, index) => [alias, index]))
  const targets = new Map<string, Set<string>>()
  for (const { key } of bag.all) {
    const [, source, target] = /^(.+?)->(.+)\.enabled$/.exec(key) ?? []
    if (source === undefined || target === undefined || !order.has(target)) continue
    targets.set(source, (targets.get(source) ?? new Set()).add(target))
  }
  return source => [...(targets.get(source) ?? [])].sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0))
}

/** The settings of a cluster or of a pair of clusters: those that are for all, then its own, without its name in front. */
function settingsByOwner(bag: Settings, aliases: readonly string[]): (owner: string) => Settings {
  const names = new Set(aliases)
  const shared: Setting[] = []
  const owned = new Map<string, Setting[]>()
  for (const one of bag.all) {
    const owner = ownerOf(one.key, names)
    if (owner === undefined) shared.push(one)
    else owned.set(owner, [...(owned.get(owner) ?? []), { ...one, key: one.key.slice(owner.length + 1) }])
  }
  return owner => {
    const own = owned.get(owner) ?? []
    return { ...bag, all: [...shared, ...own], near: own.at(-1)?.keyPlace ?? bag.near, prefix: `${owner}.` }
  }
}

/** Whose a key is: that of a cluster or of a pair of them, by its longest name; undefined where it is for all. */
function ownerOf(key: string, aliases: ReadonlySet<string>): string | undefined {
  for (let end = key.lastIndexOf('.'); end > 0; end = key.lastIndexOf('.', end - 1)) {
    const name = key.slice(0, end)
    const [source = '', target] = name.split('->')
    if (aliases.has(name) || (target !== undefined && aliases.has(source) && aliases.has(target))) return name
  }
  return undefined
}
