import { say } from '../words/message.ts'
import { knownValue } from '../model/fact.ts'
import type { Inventory } from './items.ts'
import type { Questions } from './questions.ts'
import { patternsOf, resource, type Resource, type Target, type Value } from './resource.ts'
import { ownUsers } from './users.ts'

/** What MirrorMaker calls the cluster that is left, and the one that is entered. */
export const aliases = { source: 'managed', target: 'own' } as const

/** Names of what copies, for as long as the move goes on. The word tells our own review that no other direction is meant to stay. */
export const mirrorNames = (cluster: string): Readonly<Record<'forward' | 'back' | 'watch' | 'heartbeat', string>> => ({
  forward: `${cluster}-migration`,
  back: `${cluster}-migration-back`,
  watch: `${cluster}-migration-watch`,
  heartbeat: `${cluster}-migration-heartbeat`,
})

/** The name of the resource that holds what a connection to the managed cluster needs. */
export const sourceSecret = (cluster: string): string => `${cluster}-managed-client`

const policy = 'org.apache.kafka.connect.mirror.IdentityReplicationPolicy'
/** Kafka's default leaves out the groups of sinks, whose offsets move like any other. */
const excludedGroups = 'console-consumer-.*,__.*'

const internal = (name: string): { readonly [key: string]: Value } => ({
  groupId: name,
  configStorageTopic: `${name}-configs`,
  offsetStorageTopic: `${name}-offsets`,
  statusStorageTopic: `${name}-status`,
})

const copiesOfState: Value = {
  'config.storage.replication.factor': 3,
  'offset.storage.replication.factor': 3,
  'status.storage.replication.factor': 3,
}

/** How programs reach the cluster that is left. */
export interface Source {
  readonly peer: { readonly [key: string]: Value }
  /** The same as settings of a client of Java, where it needs any. */
  readonly client: { readonly [key: string]: Value }
  /** The image whose class path has what its authentication needs; left out where Strimzi's own has it. */
  readonly image: string | undefined
  /** The keys of the secret that it needs; none where programs sign in without one. */
  readonly keys: readonly string[]
}

/** The way to the cluster that is left, as its listeners ask. */
export function sourceOf({ cluster, name }: Inventory, target: string, questions: Questions): Source {
  const [listener] = cluster.listeners
  const at = cluster.name.state === 'known' ? [cluster.name.at] : []
  const bootstrap = questions.value('MANAGED_BOOTSTRAP', say('ask.bootstrap', { cluster: name }), at)
  const secret = sourceSecret(target)
  const proof = listener ? listener.authentication : undefined
  const words = (proof && knownValue(proof)?.split(' ')) ?? []
  const encrypted = !listener || knownValue(listener.encrypted) !== false || words.includes('tls')
  const peer = { bootstrapServers: bootstrap, ...(encrypted ? { tls: { trustedCertificates: [] } } : {}) }
  const client = { 'target.cluster.bootstrap.servers': bootstrap }
  const protocol = (sasl: boolean): string => `${sasl ? 'SASL_' : ''}${encrypted ? 'SSL' : 'PLAINTEXT'}`
  const secretKey = (key: string): string => `\${secrets:\${NAMESPACE}/${secret}:${key}}`
  if (words.some(word => word.startsWith('scram'))) {
    const username = questions.value('MANAGED_USERNAME', say('ask.sourceUser', { cluster: name }), at)
    return {
      peer: {
        ...peer,
        authentication: {
          type: 'scram-sha-512',
          username,
          passwordSecret: { secretName: secret, password: 'password' },
        },
      },
      client: {
        ...client,
        'target.cluster.security.protocol': protocol(true),
        'target.cluster.sasl.mechanism': 'SCRAM-SHA-512',
        'target.cluster.sasl.jaas.config': `org.apache.kafka.common.security.scram.ScramLoginModule required username="${username}" password="${secretKey('password')}";`,
      },
      image: undefined,
      keys: ['password'],
    }
  }
  if (words.includes('tls'))
    return {
      peer: {
        ...peer,
        authentication: {
          type: 'tls',
          certificateAndKey: { secretName: secret, certificate: 'user.crt', key: 'user.key' },
        },
      },
      client: {
        ...client,
        'target.cluster.security.protocol': 'SSL',
        'target.cluster.ssl.keystore.type': 'PEM',
        'target.cluster.ssl.keystore.certificate.chain': secretKey('user.crt'),
        'target.cluster.ssl.keystore.key': secretKey('user.key'),
      },
      image: undefined,
      keys: ['user.crt', 'user.key'],
    }
  if (words.includes('iam')) {
    const settings = {
      'sasl.mechanism': 'AWS_MSK_IAM',
      'sasl.jaas.config': 'software.amazon.msk.auth.iam.IAMLoginModule required;',
      'sasl.client.callback.handler.class': 'software.amazon.msk.auth.iam.IAMClientCallbackHandler',
    }
    return {
      peer: { ...peer, authentication: { type: 'custom', sasl: true, config: settings } },
      client: {
        ...client,
        'target.cluster.security.protocol': protocol(true),
        ...Object.fromEntries(Object.entries(settings).map(([key, value]) => [`target.cluster.${key}`, value])),
      },
      image: questions.value('MIRROR_IMAGE', say('ask.mirrorImage'), at),
      keys: [],
    }
  }
  if (!words.includes('none') && proof?.state !== 'absent')
    questions.decide(say('ask.sourceAuthentication', { cluster: name }), at)
  return {
    peer,
    client: { ...client, 'target.cluster.security.protocol': protocol(false) },
    image: undefined,
    keys: [],
  }
}

/**
 * The mirror to the own cluster, and what tells of the way there. Its checkpoints run first, and copying starts behind them: of what was
 * copied before they began, they remember only the end, and translate no offset that lies before it. The topic between them is there at once.
 */
export function forwardResources(inventory: Inventory, target: Target, source: Source): Resource[] {
  const names = mirrorNames(target.name)
  const image = source.image === undefined ? {} : { image: source.image }
  return [
    resource('KafkaTopic', syncsTopic(aliases.source), target.name, {
      partitions: 1,
      replicas: 3,
      config: { 'cleanup.policy': 'compact' },
    }),
    resource('KafkaMirrorMaker2', names.forward, undefined, {
      replicas: 2,
      ...image,
      target: { alias: aliases.target, ...ownPeer(target), ...internal(names.forward), config: copiesOfState },
      mirrors: [
        {
          source: { alias: aliases.source, ...source.peer },
          ...copied(inventory),
          sourceConnector: {
            tasksMax: 4,
            state: 'stopped',
            config: copying,
          },
          checkpointConnector: {
            tasksMax: 1,
            state: 'running',
            config: checkpoints,
          },
        },
      ],
    }),
    {
      ...resource('KafkaConnect', names.watch, undefined, {
        replicas: 1,
        ...image,
        ...source.peer,
        ...internal(names.watch),
        config: { ...(copiesOfState as { readonly [key: string]: Value }), ...secretProvider },
      }),
      metadata: { name: names.watch, annotations: { 'strimzi.io/use-connector-resources': 'true' } },
    },
    ...(source.keys.length > 0 ? readsSecrets(names.watch, [sourceSecret(target.name)]) : []),
    resource('KafkaConnector', names.heartbeat, names.watch, {
      class: 'org.apache.kafka.connect.mirror.MirrorHeartbeatConnector',
      tasksMax: 1,
      config: {
        'source.cluster.alias': aliases.source,
        'target.cluster.alias': aliases.target,
        ...source.client,
        'heartbeats.topic.replication.factor': 3,
        'emit.heartbeats.interval.seconds': 5,
        'key.converter': 'org.apache.kafka.connect.converters.ByteArrayConverter',
        'value.converter': 'org.apache.kafka.connect.converters.ByteArrayConverter',
      },
    }),
  ]
}

/** The mirror back, stopped: it starts at the offsets of the cut-over, when nothing copies the other way any more. */
export function backResources(inventory: Inventory, target: Target, source: Source): Resource[] {
  const name = mirrorNames(target.name).back
  return [
    resource('KafkaMirrorMaker2', name, undefined, {
      replicas: 2,
      ...(source.image === undefined ? {} : { image: source.image }),
      target: { alias: aliases.source, ...source.peer, ...internal(name), config: copiesOfState },
      mirrors: [
        {
          source: { alias: aliases.target, ...ownPeer(target) },
          ...copied(inventory),
          sourceConnector: {
            tasksMax: 4,
            state: 'stopped',
            alterOffsets: { fromConfigMap: { name: `${name}-offsets` } },
            config: copying,
          },
          checkpointConnector: { tasksMax: 1, state: 'stopped', config: checkpoints },
        },
      ],
    }),
  ]
}

const ownPeer = (target: Target): { readonly [key: string]: Value } => ({
  bootstrapServers: target.bootstrap,
  tls: target.tls,
  authentication: target.user(ownUsers(target.name).mirror),
})

const copied = ({ topics, groups }: Inventory): { readonly [key: string]: Value } => ({
  topicsPattern: patternsOf(topics.map(({ name }) => name)),
  groupsPattern: patternsOf(groups.map(({ name }) => name).filter(isListable)),
  groupsExcludePattern: excludedGroups,
})

/** A comma parts the names of a list: a group with one cannot stand in it. */
export const isListable = (group: string): boolean => !group.includes(',')

/** Nothing is written to the cluster that is left; and at one end the topics of both directions would have the same name. */
const syncs: { readonly [key: string]: Value } = { 'offset-syncs.topic.location': 'target' }

/** Where a mirror from a cluster notes which offset became which. */
export const syncsTopic = (from: string): string => `mm2-offset-syncs.${from}.internal`

/** Topics are declared with their settings, users with their rights: a mirror that copied them too would undo what is declared. */
const copying: { readonly [key: string]: Value } = {
  ...syncs,
  // What a transaction has taken back is not copied.
  'consumer.isolation.level': 'read_committed',
  'replication.policy.class': policy,
  'replication.factor': 3,
  'offset-syncs.topic.replication.factor': 3,
  'sync.topic.configs.enabled': false,
  'sync.topic.acls.enabled': false,
  'refresh.topics.interval.seconds': 60,
}

const checkpoints: { readonly [key: string]: Value } = {
  ...syncs,
  'replication.policy.class': policy,
  'checkpoints.topic.replication.factor': 3,
  'emit.checkpoints.interval.seconds': 10,
  'sync.group.offsets.enabled': true,
  'sync.group.offsets.interval.seconds': 10,
  'refresh.groups.interval.seconds': 60,
}

/** Settings by which workers look secrets up in Kubernetes. */
export const secretProvider: { readonly [key: string]: Value } = {
  'config.providers': 'secrets',
  'config.providers.secrets.class': 'io.strimzi.kafka.KubernetesSecretConfigProvider',
}

/** The right of a Connect cluster to read the secrets that its connectors refer to. */
export function readsSecrets(connect: string, secrets: readonly string[]): Resource[] {
  const name = `${connect}-secrets`
  return [
    {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'Role',
      metadata: { name },
      rules: [{ apiGroups: [''], resources: ['secrets'], resourceNames: secrets, verbs: ['get'] }],
    },
    {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'RoleBinding',
      metadata: { name },
      subjects: [{ kind: 'ServiceAccount', name: `${connect}-connect`, namespace: '${NAMESPACE}' }],
      roleRef: { kind: 'Role', name, apiGroup: 'rbac.authorization.k8s.io' },
    },
  ]
}
