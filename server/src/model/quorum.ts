import type { Cluster } from './entities.ts'
import { knownValue } from './fact.ts'
import { setting, type Settings } from './settings.ts'

/** Where brokers keep their metadata: what those of one cluster have in common. */
export const quorumIn = (bag: Settings): string | undefined =>
  ['zookeeper.connect', 'controller.quorum.voters', 'controller.quorum.bootstrap.servers']
    .map(key => knownValue(setting(bag, key)))
    .find(value => value !== undefined)

/** Where the brokers of pods of Kubernetes keep their metadata: each workload is read by itself, those of a stack are read together. */
export const quorumOf = ({ settings, doors }: Cluster): string | undefined =>
  doors?.some(({ what }) => what === 'brokers') ? quorumIn(settings) : undefined
