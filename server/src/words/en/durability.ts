import { plural } from '../plural.ts'

/** KR3xx: copies, acknowledgements, and what a lost broker takes along. */
export const durability = {
  KR301: {
    topic: ({ of, actual }: { of: string; actual: number }) =>
      `${of} keeps ${plural(actual, 'replica')}; expected at least 3`,
    setting: ({ key, actual }: { key: string; actual: number }) => `${key} ${actual}; expected at least 3 replicas`,
    absent: ({ key, actual }: { key: string; actual: number }) =>
      `${key} is not set: topics that name none keep ${plural(actual, 'replica')}; expected 3`,
    even: ({ key, actual, engine, expected }: { key: string; actual: number; engine: string; expected: number }) =>
      `${key} ${actual}: ${engine} takes odd numbers of replicas only; expected ${expected}`,
    single: ({ key, actual }: { key: string; actual: number }) =>
      `${key} ${actual}: right for a single broker, which loses all with its disk`,
    singleElsewhere: ({ key, actual }: { key: string; actual: number }) =>
      `${key} ${actual}: all that the one known broker can hold; expected at least 3 in production`,
  },
  KR302: {
    below: ({ key, actual }: { key: string; actual: number }) =>
      `${key} ${actual}: the leader alone may confirm a write; expected 2`,
    belowOf: ({ key, actual, factor }: { key: string; actual: number; factor: number }) =>
      `${key} ${actual} with replication factor ${factor}: the leader alone may confirm a write; expected 2`,
    absent: 'min.insync.replicas is not set, which means 1: the leader alone may confirm a write; expected 2',
  },
  KR303: {
    refused: ({ key, actual, factor, remedy }: InsyncReplicas) =>
      `${key} ${actual} of ${factor} replicas: before Kafka 3.7 every acks=all write is refused; expected ${remedyFor(remedy)}`,
    blocks: ({ key, actual, factor, remedy }: InsyncReplicas) =>
      `${key} ${actual} of ${factor} replicas: acks=all writes stop when one broker is down; expected ${remedyFor(remedy)}`,
  },
  KR304: {
    on: ({ value }: { value: string }) =>
      `unclean.leader.election.enable ${value}: a replica that is behind may lead, what it lacks is lost; expected false`,
  },
  KR305: {
    above: ({ key, actual, count }: { key: string; actual: number; count: number }) =>
      `${key} ${actual}: only ${plural(count, 'broker is', 'brokers are')} known; expected at most ${count}`,
  },
  KR306: {
    only: 'ephemeral storage on the only broker: a restart loses all data; expected persistent-claim',
    onlyController: 'ephemeral storage on the only controller: a restart loses the metadata; expected persistent-claim',
    memory: ({ name }: { name: string }) =>
      `Stream ${name} keeps its records in memory: a restart loses them; expected storage file`,
    some: 'ephemeral storage: a broker that restarts loses its copies; expected persistent-claim',
  },
  KR307: {
    two: ({ name }: { name: string }) =>
      `Cluster ${name} has 2 brokers: with one down, writes stop or a single copy is left; expected 3`,
    zones: ({ name, count, zones }: { name: string; count: number; zones: number }) =>
      `Cluster ${name} has ${count} brokers in ${zones} zones: some zones hold more copies than others; expected a multiple of ${zones}`,
    controllers: ({ name, count }: { name: string; count: number }) =>
      `Cluster ${name} has ${count} controllers, which bear no more losses than ${count - 1}; expected ${count === 2 ? '3' : `${count - 1} or ${count + 1}`}`,
  },
  KR308: {
    none: ({ key, value, owner, expected }: Acknowledgement) =>
      `${key} ${value} of ${owner}: a write counts before any broker has it; expected ${expected}`,
    leader: ({ key, value, owner, expected }: Acknowledgement) =>
      `${key} ${value} of ${owner}: a write counts when the leader alone has it; expected ${expected}`,
    repeated: ({ key, value, owner, expected }: Acknowledgement) =>
      `${key} ${value} of ${owner}: a repeated write may be stored twice; expected ${expected}`,
  },
  KR309: {
    on: ({ copies }: { copies: number }) =>
      `Topics that are created on first use get ${plural(copies, 'replica')}; expected auto.create.topics.enable false, or 3`,
  },
  KR310: {
    absent: ({ name }: { name: string }) =>
      `Mirror "${name}" sets no replication.factor: copied topics keep 2 replicas, the default; expected 3`,
  },
  KR311: {
    dropped: ({ name }: { name: string }) =>
      `Sink "${name}" drops records that fail; expected errors.deadletterqueue.topic.name`,
  },
}

/** `remedy`: the number to write, or that there have to be more replicas, since no number is right. */
interface InsyncReplicas {
  key: string
  actual: number
  factor: number
  remedy: number | 'replicas'
}

const remedyFor = (remedy: InsyncReplicas['remedy']): string => (remedy === 'replicas' ? '3 replicas' : String(remedy))

interface Acknowledgement {
  key: string
  value: string
  owner: string
  expected: string
}
