import { plural } from '../plural.ts'

/** KR3xx: copies, acknowledgements, and what a lost broker takes along. */
export const durability = {
  KR301: {
    topic: ({ of, actual }: { of: string; actual: number }) =>
      `${of} has ${plural(actual, 'replica')}; use at least 3, on as many brokers`,
    topicOfTwo: ({ of }: { of: string }) => `${of} has 1 replica on 2 brokers; use 2`,
    settingOfTwo: ({ key }: { key: string }) => `${key} is 1 with 2 brokers; use 2`,
    internalOfTwo: ({ key }: { key: string }) => `${key} is 1 with 2 brokers; use 2`,
    topicElsewhere: ({ of, actual }: { of: string; actual: number }) =>
      `${of} has ${plural(actual, 'replica')}: only one broker is known; use at least 3 in production`,
    setting: ({ key, actual }: { key: string; actual: number }) =>
      `${key} is ${actual}; use at least 3, on as many brokers`,
    internal: ({ key, actual }: { key: string; actual: number }) =>
      `${key} is ${actual}; use at least 3, on as many brokers`,
    absent: ({ key, actual }: { key: string; actual: number }) =>
      `${key} is not set: topics without a factor of their own get ${plural(actual, 'replica')}; set it to 3`,
    even: ({ key, actual, engine, expected }: { key: string; actual: number; engine: string; expected: number }) =>
      `${key} is ${actual}: ${engine} accepts only odd replication factors; use ${expected}`,
    single: ({ key, actual }: { key: string; actual: number }) =>
      `${key} is ${actual}: a single broker supports no more, and its data is lost with its disk`,
    singleElsewhere: ({ key, actual }: { key: string; actual: number }) =>
      `${key} is ${actual}: only one broker is known; use at least 3 in production`,
  },
  KR302: {
    below: ({ key, actual }: { key: string; actual: number }) =>
      `${key} is ${actual}: writes may be acknowledged by the leader alone; with three replicas, set it to 2`,
    belowOf: ({ key, actual, factor }: { key: string; actual: number; factor: number }) =>
      `${key} is ${actual} with replication factor ${factor}: ${factor === 1 ? 'the only replica acknowledges writes' : 'writes may be acknowledged by the leader alone'}; ${factor < 3 ? 'use replication factor 3 and set it to 2' : 'set it to 2'}`,
    absent:
      'min.insync.replicas is not set and defaults to 1: writes may be acknowledged by the leader alone; with three replicas, set it to 2',
  },
  KR303: {
    refused: ({ key, actual, factor, remedy }: InsyncReplicas) =>
      `${key} is ${actual} with ${plural(factor, 'replica')}: before Kafka 3.7 every acks=all write is rejected; ${remedyFor(remedy)}`,
    blocks: ({ key, actual, factor, remedy }: InsyncReplicas) =>
      `${key} is ${actual} with ${plural(factor, 'replica')}: acks=all writes fail when one broker is down; ${remedyFor(remedy)}`,
  },
  KR304: {
    on: ({ value }: { value: 'true' | 'absent' }) =>
      `unclean.leader.election.enable is ${value === 'absent' ? 'not set and defaults to true' : value}: an out-of-sync replica can become leader, and acknowledged writes are lost; set it to false`,
  },
  KR305: {
    aboveOfOne: ({ key, actual, count, name }: { key: string; actual: number; count: number; name: string }) =>
      `${key} is ${actual}, but cluster ${name} has ${plural(count, 'broker', 'brokers')}; others that share the line have enough: add brokers to this one, or give it a value of its own`,
    above: ({ key, actual, count }: { key: string; actual: number; count: number }) =>
      `${key} is ${actual}, but only ${plural(count, 'broker is', 'brokers are')} known; use at most ${count}`,
  },
  KR306: {
    only: 'Ephemeral storage on the only broker: all data is lost on restart; use persistent-claim',
    onlyController: 'Ephemeral storage on the only controller: the metadata is lost on restart; use persistent-claim',
    memory: ({ name }: { name: string }) =>
      `Stream ${name} keeps its records in memory: they are lost on restart; use file storage`,
    some: 'Ephemeral storage: a restarted broker loses its replicas; use persistent-claim',
  },
  KR307: {
    two: ({ name }: { name: string }) =>
      `Cluster ${name} has 2 brokers: with one down, writes fail or a single replica is left; use 3`,
    twoOfSubnets: ({ name }: { name: string }) =>
      `Cluster ${name} has 2 brokers: with one down, writes fail or a single replica is left; use 4, or a new cluster of 3 over subnets in three zones`,
    zones: ({ name, count, zones }: { name: string; count: number; zones: number }) =>
      `Cluster ${name} has ${count} brokers in ${zones} zones: replicas are spread unevenly; use a multiple of ${zones}`,
    oneZone: ({ name }: { name: string }) =>
      `Cluster ${name} stands in a single availability zone: when the zone fails, nothing can be read or written; only a new cluster spans several zones`,
    oneZoneOfBasic: ({ name }: { name: string }) =>
      `Cluster ${name} is of the type basic, which stands in a single availability zone: when the zone fails, nothing can be read or written; for production choose the type standard, enterprise or dedicated`,
    noRack: ({ name, key }: { name: string; key: string }) =>
      `Cluster ${name} spreads its brokers over zones (${key}) but does not tell Kafka: all replicas of a partition may be in one zone; set rack.topologyKey`,
    controllers: ({ name, count }: { name: string; count: number }) =>
      `Cluster ${name} has ${count} controllers, which tolerate no more failures than ${count - 1}; use ${count === 2 ? '3' : `${count - 1} or ${count + 1}`}`,
  },
  KR308: {
    none: ({ key, value, owner, expected }: Acknowledgement) =>
      `${key}=${value} on ${owner}: writes are not acknowledged by any broker; set it to ${expected}`,
    leader: ({ key, value, owner, expected }: Acknowledgement) =>
      `${key}=${value} on ${owner}: writes are acknowledged before any follower has them; set it to ${expected}`,
    repeated: ({ key, value, owner, expected }: Acknowledgement) =>
      `${key}=${value} on ${owner}: retries can write duplicates; set it to ${expected}`,
  },
  KR309: {
    on: ({ copies, enough, key, factorKey }: { copies: number; enough: number; key: string; factorKey: string }) =>
      `Auto-created topics get ${plural(copies, 'replica')}; declare the topics and set ${key} to false, or set ${factorKey} to ${enough}`,
  },
  KR310: {
    absent: ({ name }: { name: string }) =>
      `Mirror "${name}" does not set replication.factor: replicated topics get 2 replicas, the default; set it to 3`,
  },
  KR311: {
    dropped: ({ name }: { name: string }) =>
      `Sink "${name}" drops records that cannot be processed; set errors.deadletterqueue.topic.name`,
    unnoticed: ({ name }: { name: string }) =>
      `Source "${name}" drops records that cannot be converted, and notes nowhere which; set errors.log.enable to true`,
  },
}

/** `remedy`: the number to write, or that there have to be more replicas, since no number is right. */
interface InsyncReplicas {
  key: string
  actual: number
  factor: number
  remedy: number | 'replicas'
}

const remedyFor = (remedy: InsyncReplicas['remedy']): string =>
  remedy === 'replicas' ? 'use 3 replicas' : `set it to ${remedy}`

interface Acknowledgement {
  key: string
  value: string
  owner: string
  expected: string
}
