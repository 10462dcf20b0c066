import type { Uri } from '../text/uri.ts'
import type { Configuration } from './configuration.ts'
import type { Entity } from './entities.ts'
import { placeKey, type Place } from './fact.ts'
import type { Nameable } from './mentions.ts'

/** What can be found in an estate. */
export type Linked = Entity | Configuration

declare const leadsTo: unique symbol

/** A key under which the estate finds entities of a kind; only the functions here make one. */
export type LinkKey<K extends Linked['kind'] = Linked['kind']> = string & { readonly [leadsTo]: K }

function key<K extends Linked['kind']>(kind: string, ...parts: readonly string[]): LinkKey<K> {
  let text = kind
  for (const part of parts) text += `\0${part}`
  return text as LinkKey<K>
}

declare const asks: unique symbol

/** The name of a question to which the estate remembers the answer; only the functions here make one. */
export type Question = string & { readonly [asks]: true }

/** Whether hardly a field of the schemas of a folder holds personal data. */
export const isRareAmong = (folder: Uri): Question => `rare-in\0${folder}` as Question

/** What bears a name: a topic, a cluster, a group; a schema also by the name of its file. */
export const byName = <K extends Linked['kind']>(kind: K, name: string): LinkKey<K> => key(kind, 'named', name)

/** The topics that say on which cluster they are. */
export const onCluster = (cluster: string): LinkKey<'topic'> => key('topic', 'on', cluster)

/** What the topics are called that say on which cluster they are. */
export const topicNamesOn = (cluster: string): LinkKey<'topic'> => key('topic', 'names-on', cluster)

/** The entries of the access lists of a cluster, where they name it. */
export const accessOn = (cluster: string): LinkKey<'access'> => key('access', 'on', cluster)

/** The entrances that lead to programs of a name. */
export const entrancesTo = (program: string): LinkKey<'entrance'> => key('entrance', 'to', program)

/** The node pools that say to which cluster they belong. */
export const ofCluster = (cluster: string): LinkKey<'node-pool'> => key('node-pool', 'of', cluster)

/** What counts the copies of a workload. */
export const scalersOf = (workload: string): LinkKey<'client'> => key('client', 'scales', workload)

/** The clients of the files of a folder. */
export const clientsIn = (folder: Uri): LinkKey<'client'> => key('client', 'in', folder)

/** The schemas that a file holds. */
export const schemasIn = (file: Uri): LinkKey<'schema'> => key('schema', 'in', file)

/** The schemas of the files of a folder. */
export const schemasInFolder = (folder: Uri): LinkKey<'schema'> => key('schema', 'in-folder', folder)

/** The schemas of a package that declare services. */
export const servicesOf = (space: string): LinkKey<'schema'> => key('schema', 'serves', space)

/** The schemas that declare services in any package of an owner: of `shop.letters.v1` and `shop.parcels.v1`, of `com.shop.letters` and `com.shop.parcels`. */
export const servicesBeside = (space: string): LinkKey<'schema'> => key('schema', 'serves-beside', ownerOf(space))

/** What the packages of one owner begin with: the first part, or the first two where it is a domain. */
function ownerOf(space: string): string {
  const [first = '', second = ''] = space.split('.')
  return first.length < 4 ? `${first}.${second}` : first
}

/** The schemas that import a file, by the last part of its path. */
export const importersOf = (name: string): LinkKey<'schema'> => key('schema', 'imports', name)

/** The mirrors from one cluster to another, by their aliases. */
export const mirrorsBetween = (source: string, target: string): LinkKey<'flow'> => key('flow', source, target)

/** The mirrors that have a cluster of a cloud at one side, known by its name. */
export const mirrorsOf = (cluster: string): LinkKey<'flow'> => key('flow', 'of', cluster)

/** The mirrors that read from a host. */
export const mirrorsReading = (host: string): LinkKey<'flow'> => key('flow', 'reads', host)

/** The mirrors that connect to one of their clusters as a user. */
export const mirrorsActingAs = (user: string): LinkKey<'flow'> => key('flow', 'as', user)

/** All prefixes of groups that somebody may use: they cannot be found by the names that they cover. */
export const accessPrefixes: LinkKey<'group'> = key('group', 'prefixes')

/** The configuration of a folder. */
export const configurationIn = (folder: Uri): LinkKey<'configuration'> => key('configuration', 'in', folder)

/** What names a thing, its declarations included. */
export const namersOf = (what: Nameable, name: string): LinkKey => key('namers', what, name)

/** What names topics by patterns. */
export const namersByPattern: LinkKey = key('namers', 'pattern')

/** The clusters that a folder declares. */
export const clustersIn = (folder: Uri): LinkKey<'cluster'> => key('cluster', 'in', folder)

/** The brokers that the files of a folder declare one by one and that keep their metadata in one place. */
export const brokersSharing = (folder: Uri, quorum: string): LinkKey<'cluster'> =>
  key('cluster', 'shares', folder, quorum)

/** The clusters of a name that a file declares: many files of a repository each have their own `kafka`. */
export const clusterNamedIn = (file: Uri, name: string): LinkKey<'cluster'> => key('cluster', 'of-file', file, name)

/** The clusters of clouds that say in which region they stand. */
export const clustersInRegion = (code: string): LinkKey<'cluster'> => key('cluster', 'region', code)

/** All clusters there are. */
export const everyCluster: LinkKey<'cluster'> = key('cluster', 'every')

/** All that stands beside clusters and is theirs by what it names: Connect clusters, connectors, clients, mirrors, supporting services. */
export const besideClusters: LinkKey<'connect-cluster' | 'connector' | 'client' | 'flow' | 'supporting-service'> = key(
  'beside',
  'clusters',
)

/** The clusters of whose stack something is known by a name in its own network. */
export const stacksWith = (host: string): LinkKey<'cluster'> => key('cluster', 'beside', host)

/** The clusters whose stack is given a file, or a folder that holds it. */
export const stacksGiven = (file: Uri): LinkKey<'cluster'> => key('cluster', 'given', file)

/** The Connect clusters that keep their topics on a cluster, by the name that their side of the connection gives it. */
export const workersOf = (cluster: string): LinkKey<'connect-cluster'> => key('connect-cluster', 'of', cluster)

/** The Connect clusters of the files of a folder. */
export const workersIn = (folder: Uri): LinkKey<'connect-cluster'> => key('connect-cluster', 'in', folder)

/** The connectors of a Connect cluster. */
export const connectorsOf = (workers: string): LinkKey<'connector'> => key('connector', 'of', workers)

/** The schemas that a cloud keeps in one of its regions. */
export const schemasRegisteredIn = (code: string): LinkKey<'schema'> => key('schema', 'region', code)

/** The bucket whose name stands at a place: a reference to it lies there, also where nobody can tell the name. */
export const bucketNamedAt = (place: Place): LinkKey<'bucket'> =>
  key('bucket', 'at', placeKey({ file: place.file, span: place.span }))
