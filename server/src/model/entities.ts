import type { Contract } from './contract.ts'
import type { Span } from '../text/span.ts'
import type { Value } from '../syntax/write.ts'
import type { Fact, Known, Place, Slot } from './fact.ts'
import type { Settings } from './settings.ts'
import type { Uri } from '../text/uri.ts'

interface Named {
  /** The name by which others refer to it. */
  readonly name: Fact<string>
  readonly file: Uri
  /** The stretch of the file that declares it, for "the entity under the cursor". */
  readonly extent: Span
  readonly namespace?: string
  /** The switch by which what declares it turns it off: nothing of it runs as it stands here. */
  readonly off?: Known<boolean>
  /** The workload that would run it, where that has no copies as it stands: `replicas: 0`. */
  readonly idle?: string
}

/** Where a resource of a cloud stands: a region code means nothing without its provider. */
export interface Site {
  /** Id in the reference data of providers. */
  readonly provider: string
  readonly region: Fact<string>
  /** Whose codes the region is one of, where that is not the provider's own affair. */
  readonly system?: string
  /** In words. */
  readonly service: string
  /** What sends something there, where that is not the region itself. */
  readonly at?: Place
}

/** A Kafka cluster, as one resource declares it. */
export interface Cluster extends Named {
  readonly kind: 'cluster'
  /** Who built the brokers, or runs them: an id in the reference data of engines, on which the meaning of an absent setting rests. Unresolved where a placeholder decides which one it is: then nothing is judged by defaults. */
  readonly engine: Fact<string>
  /** The version of Kafka that it speaks, or of the engine where that counts its own. */
  readonly version: Fact<string>
  readonly site?: Site
  /** The key of one's own that data at rest is encrypted with; left out where the format does not tell. */
  readonly encryptionKey?: Fact<string>
  /** Where the logs of the brokers go; left out where the format does not tell. */
  readonly logging?: Fact<readonly Site[]>
  /** How far its metrics go into detail; left out where the format does not tell. */
  readonly monitoring?: Fact<string>
  /** Brokers counted in the cluster resource itself; node pools stand beside it. */
  readonly brokers: Fact<number>
  /** Over how many availability zones they are spread; left out where the format has no such thing. */
  readonly zones?: Fact<number>
  /** Voters of the metadata quorum, counted in the resource itself; node pools stand beside it. */
  readonly controllers?: Fact<number>
  readonly storage: readonly Fact<string>[]
  /** The classes of disks that it asks for; left out where the format has none. */
  readonly storageClasses?: readonly Fact<string>[]
  /** How large each of its brokers' disks is, with a unit: `100Gi`; left out where the format does not tell. */
  readonly disks?: readonly Fact<string>[]
  /** What its brokers run on, in the provider's word: `kafka.m7g.large`, `business-8`, `2 CKU`; left out where the format has no such thing. */
  readonly machine?: Fact<string>
  readonly listeners: readonly Listener[]
  /** Who decides about access: `simple` is Kafka's own lists; absent means that nobody does. */
  readonly authorization: Fact<string>
  /** Whether what comes through its REST proxy is held to the access lists; left out where it has no such proxy, or the format does not tell. */
  readonly restAuthorization?: Fact<boolean>
  /** Whether it is made with an entry that allows everybody everything, unless told otherwise; left out where its maker makes none. */
  readonly openAccessList?: Fact<boolean>
  /** Who may do everything; more may stand in the settings. */
  readonly superUsers?: readonly Fact<string>[]
  /** Whether something moves partitions by itself when a topic asks for another number of replicas; left out where the format does not tell. */
  readonly rebalancer?: Fact<boolean>
  /** Broker settings in the vocabulary of server.properties. */
  readonly settings: Settings
  /** What its listeners, its authorizer and its integrations are told beside these, in their own vocabulary. */
  readonly beside?: Settings
  /** Other ways in than its listeners. */
  readonly doors?: readonly Door[]
  /** By which label of a node its brokers know their zone; absent where replicas are placed without regard to zones, left out where the format does not tell. */
  readonly rack?: Fact<string>
  /** What spreads its brokers over zones. */
  readonly spread?: Known<string>
  /** What decides whether its data outlives the declaration; left out where the format has no such thing. */
  readonly keepers?: readonly Keeper[]
  /** The names of all that runs in the same stack, under which its own network knows it. */
  readonly hosts?: readonly string[]
  /** The files and folders that its stack is given, by their paths from its own file. */
  readonly mounts?: readonly string[]
  /** Set where a chart ships it as its defaults: who installs it says otherwise. */
  readonly shipped?: true
  /** The settings of the store that old segments are moved to; left out where there is none. */
  readonly tieredStorage?: Settings
}

/** A way into a part of Kafka that asks nobody who he is, beside the listeners of brokers: management by JMX, the interface of Cruise Control, an HTTP bridge, also one that web pages of any origin may call, a console, the REST interface of Connect; and the brokers themselves, as far as services of Kubernetes decide who reaches them. */
export interface Door {
  readonly what: 'jmx' | 'cruise-control' | 'any-origin' | 'bridge' | 'console' | 'rest' | 'brokers'
  readonly at: Place
  /** The names by which an entrance finds the program: where it has none, nobody outside reaches it. Left out where that is not told apart. */
  readonly reachedAs?: readonly string[]
  /** All labels by which services choose its pods, `app=orders`; left out where some are not known. */
  readonly labels?: readonly string[]
  /** The port of its machine at which everybody on the network reaches it, where a container publishes one. */
  readonly published?: string
  /** What opens it, where the same values of a chart tell. */
  readonly by?: Exclude<Entrance['how'], 'inside'>
  /** Set where a policy of the network keeps others out, if the network heeds policies. */
  readonly policy?: true
}

/** What lets clients outside reach programs of Kubernetes, and asks nobody who they are: a service with an address of its own, an ingress, a route; and, `inside`, a service that only programs reach and that one of these may lead to. */
export interface Entrance extends Named {
  readonly kind: 'entrance'
  readonly how: 'loadbalancer' | 'nodeport' | 'ingress' | 'route' | 'inside'
  /** The names of the programs that it leads to: of services, of labels. */
  readonly to: readonly string[]
  /** The labels of the pods that a service chooses, all of them; left out where some are not known. */
  readonly selects?: readonly string[]
  /** The ports of the programs that a service leads to. */
  readonly ports?: readonly string[]
}

/** A switch that decides whether data outlives the declaration of what holds it. */
export interface Keeper {
  /** As the file spells it. */
  readonly key: string
  /** Whether it is about the disks, or about the whole cluster. */
  readonly of: 'disks' | 'cluster'
  readonly value: Fact<string>
  /** The value that keeps the data. */
  readonly keeps: string
}

/** An address of a cluster that clients connect to. */
export interface Listener {
  readonly name: Fact<string>
  /** Strimzi's type: `internal`, `route`, `loadbalancer`, `nodeport`, `ingress`, `cluster-ip`; `loopback` where only the broker's own machine can connect; `public` where the service gives it an address of the internet; `security-group` where it is a rule of the network before all of them. */
  readonly type: Fact<string>
  readonly encrypted: Fact<boolean>
  /** What would have to be written for it, where that is not `true`. */
  readonly encryption?: { readonly slot: Slot; readonly value: Value }
  /** How clients prove who they are: `tls`, `scram-sha-512`; absent means that they need not. */
  readonly authentication: Fact<string>
  /** From where connections are taken; left out where the format has no such thing, absent where everybody is let in. */
  readonly allowed?: Fact<readonly string[]>
  /** Set where the address is only reachable in a private network, whatever its type says. */
  readonly private?: boolean
}

/** Nodes of a cluster that are declared together. */
export interface NodePool extends Named {
  readonly kind: 'node-pool'
  readonly cluster: Fact<string>
  readonly roles: Fact<readonly string[]>
  readonly nodes: Fact<number>
  readonly storage: readonly Fact<string>[]
  /** The classes of disks that they ask for. */
  readonly storageClasses?: readonly Fact<string>[]
  /** How large the disks of each node are, with a unit: `100Gi`. */
  readonly disks?: readonly Fact<string>[]
  /** What spreads them over zones. */
  readonly spread?: Known<string>
  /** What decides whether their data outlives the declaration. */
  readonly keepers?: readonly Keeper[]
}

/** A topic. */
export interface Topic extends Named {
  readonly kind: 'topic'
  /** The unit, product or domain that it belongs to, by a label of its resource. */
  readonly unit?: Fact<string>
  /** Set where the format of the topic tells it: its cluster may be in no file. */
  readonly engine?: string
  readonly cluster: Fact<string>
  /** The cluster as whatever creates the topic sees it, where the format tells; its resource may be in no file. */
  readonly kafka?: Peer
  /** The hosts that the command which makes it connects to, of ZooKeeper too, and the container that it runs in; of a variable, those that it has where nobody sets it. */
  readonly reaches?: readonly string[]
  /** Left out where the format has no such thing. */
  readonly partitions?: Fact<number>
  readonly replicationFactor: Fact<number>
  /** What its records are kept in, where a topic chooses that itself. */
  readonly storage?: Fact<string>
  readonly settings: Settings
}

/** A topic as a tool has printed it of a running cluster: no declaration, so that nothing links to it. */
export interface RunningTopic extends Named {
  readonly kind: 'running-topic'
  readonly partitions?: Fact<number>
  readonly replicationFactor: Fact<number>
  /** What it sets itself, as far as it was printed. */
  readonly settings: Settings
}

/** A consumer group as a tool has printed it of a running cluster. */
export interface RunningGroup extends Named {
  readonly kind: 'running-group'
}

/** An entry of an access list as a tool has printed it of a running cluster. */
export interface RunningAccess extends Omit<Access, 'kind'> {
  readonly kind: 'running-access'
  readonly denies: boolean
  /** From where; `*` is everywhere. */
  readonly host: Fact<string>
}

/** What nobody named in it may do, whatever else allows it: an entry of an access list that denies. Its name is the resource's. */
export interface Denial extends Omit<Access, 'kind'> {
  readonly kind: 'denial'
}

/** A place where a consumer group, or an id that tells as much, is named. */
export interface ConsumerGroup extends Named {
  readonly kind: 'group'
  /** consumer, sink: a group of its own. sinks: of all sinks of a worker. streams: also names stores and topics. prefix, pattern: others begin with it, or fit it. */
  readonly role:
    | 'worker'
    | 'access'
    | 'access-prefix'
    | 'consumer'
    | 'sink'
    | 'sinks'
    | 'streams'
    | 'prefix'
    | 'pattern'
    | 'transactional-id'
    | 'client-id'
  /** Who names it, in words: `user svc-a41`. */
  readonly owner: string
  /** Set where it is no group of Kafka. */
  readonly engine?: string
  /** The value that it is a part of: a list of names. */
  readonly within?: Known<string>
  /** Set where a variable falls back to it. */
  readonly byDefault?: true
  /** Set where the right is only to look at it, not to join it. */
  readonly described?: true
  /** The list that grants access to it, and what this entry of it would say of another name: a new right may stand beside the old one. */
  readonly granted?: { readonly list: Slot; readonly entry: (name: string) => Value }
}

/** The principal that is every account of AWS. */
export const everyAccount = 'AWS:*'

/** What somebody may do in a cluster: one entry of an access list. */
export interface Access extends Named {
  readonly kind: 'access'
  /** Its name is the entity's; `*` stands for all of its type. */
  /** `topic`, `group`, `cluster`, `transactionalId`; `any` for all there are. */
  readonly resource: string
  readonly prefix: boolean
  /** As Kafka names them: `Read`, `All`; in any case. `Administer` is all of them, by the role of an administrator. */
  readonly operations: Fact<readonly string[]>
  /** Who may: `User:svc-a41`; `User:*` is everybody. */
  readonly principal: Fact<string>
  /** The cluster that the list is of, where the format names it. */
  readonly cluster?: Fact<string>
}

/** What a user of a cluster may not exceed: bytes, requests, partitions it changes. Its name is the user's. */
export interface Quota extends Named {
  readonly kind: 'quota'
  readonly cluster: Fact<string>
}

/** A Kafka Connect cluster, also the one that MirrorMaker 2 runs in. */
export interface ConnectCluster extends Named {
  readonly kind: 'connect-cluster'
  /** The Kafka cluster that holds its internal topics. */
  readonly kafka: Peer
  readonly settings: Settings
  /** Variables that its processes get. */
  readonly environment?: Settings
  /** Where the logs of the workers go; left out where the format does not tell. */
  readonly logging?: Fact<readonly Site[]>
  /** How much its loggers write, by the name of each: `org.apache.kafka.connect`, `root`. */
  readonly loggers?: Settings
  /** From where the code of its connectors is fetched: `artifact.url` where nothing else proves what comes, `artifact.insecure`. */
  readonly build?: Settings
  /** Other ways in than through Kafka. */
  readonly doors?: readonly Door[]
}

/** A connector, whatever format its settings are written in. */
export interface Connector extends Named {
  readonly kind: 'connector'
  readonly class: Fact<string>
  readonly connectCluster: Fact<string>
  readonly settings: Settings
  /** Where its workers run. */
  readonly site?: Site
}

/** What would have to be written for a connection with TLS. */
export interface Encryption {
  readonly slot: Slot
  readonly value: Value
  /** Where the same has to be written: the producers and consumers of a worker take nothing over from it. */
  readonly also?: readonly Slot[]
}

/** A cluster seen from one of its clients. */
export interface Peer {
  readonly alias: Fact<string>
  readonly bootstrap: Fact<string>
  /** Whether the client talks TLS; absent means plaintext. */
  readonly encrypted: Fact<boolean>
  /** What would have to be written for it. */
  readonly encryption?: Encryption
  /** Set where what the settings leave out is said where nobody reads it: by the program's code, in an image. */
  readonly ownWay?: true
  /** Set where files beside this one may say the rest. */
  readonly restBeside?: true
  /** Set where what connects runs in Kubernetes: the network of a stack of Compose is another one. */
  readonly inKubernetes?: true
  /** How the client proves who it is, where the format has a word for it: `none`, `iam`. */
  readonly authentication?: Fact<string>
  /** As whom the client connects, where the format has a place for it. */
  readonly user?: Fact<string>
  /** What the client is told for this cluster alone. */
  readonly settings?: Settings
  readonly namespace?: string
  /** Where it stands, when a cloud's name for it tells. */
  readonly site?: Site
}

/** A program that talks to Kafka: a producer, a consumer, a tool. */
export interface Client extends Named {
  readonly kind: 'client'
  readonly kafka: Peer
  readonly settings: Settings
  /** The key of one's own that a secret of it is encrypted with; left out where the format does not tell. */
  readonly encryptionKey?: Fact<string>
  /** Ways in for those who use it to reach Kafka. */
  readonly doors?: readonly Door[]
  /** Set where it only shows that it is refused: what is wrong with it is wrong on purpose. */
  readonly showsRefusal?: true
  /** The workload whose copies it counts: how many there are is not told where that is declared. */
  readonly scales?: string
}

/** A stream of topics copied from one cluster to another. */
export interface ReplicationFlow extends Named {
  readonly kind: 'flow'
  readonly source: Peer
  readonly target: Peer
  readonly topics: Fact<string>
  readonly groups: Fact<string>
  readonly copying: Settings
  /** Absent where no checkpoint connector is configured: then no group leaves. */
  readonly checkpoints?: Settings
  readonly heartbeats?: Settings
  /** Set where the file switches the other direction off by name. */
  readonly oneWay?: true
  /** Set where it is declared and does not copy. */
  readonly stopped?: true
  /** Where its logs go; left out where the format does not tell. */
  readonly logging?: Fact<readonly Site[]>
  /** Set on flows that MSK Replicator copies. */
  readonly replicator?: Replicator
}

/** What MSK Replicator is told beside what it copies. */
export interface Replicator {
  /** `LATEST`, `EARLIEST`; only read when it is created. */
  readonly startingPosition: Fact<string>
  /** `IDENTICAL`, `PREFIXED_WITH_SOURCE_CLUSTER_ALIAS`. */
  readonly topicNames: Fact<string>
  /** `LEGACY`, `ENHANCED`. */
  readonly offsetSync: Fact<string>
}

/** A schema file or subject: its root first, then the records nested in it. */
export interface Schema extends Named {
  readonly kind: 'schema'
  /** Who keeps it, where a resource registers it with a cloud. */
  readonly registry?: Site
  readonly records: readonly SchemaRecord[]
  /** What readers of the language refuse, in the order of the text. */
  readonly flaws?: readonly SchemaFlaw[]
  /** The package that its names belong to; left out where it has none. */
  readonly space?: string
  /** The files that it imports, as it writes them. */
  readonly imports?: readonly string[]
  /** Set where it declares what programs ask each other, rather than what a topic carries. */
  readonly serves?: true
  /** The mode in which its registry compares versions, where it is registered with it: BACKWARD_TRANSITIVE. */
  readonly compatibility?: Known<string>
  /** What it promises, and what the text that it is compared with promised; only where there is one. */
  readonly contract?: Contract
  readonly earlier?: Contract
}

/** Something in a schema that no reader of its language takes. */
export interface SchemaFlaw {
  readonly at: Place
  readonly what:
    | 'unknown-type'
    | 'duplicate-field'
    | 'duplicate-type'
    | 'duplicate-symbol'
    | 'duplicate-branch'
    | 'duplicate-number'
    | 'reserved'
    | 'missing'
    | 'invalid-name'
    | 'wrong-default'
    | 'later-branch'
    | 'nested-union'
    | 'syntax'
    | 'refused'
  readonly subject: string
  readonly expected: string
}

/** A record of a schema, its nested records standing beside it. */
export interface SchemaRecord extends Named {
  readonly kind: 'record'
  readonly name: Known<string>
  readonly fullName: string
  readonly doc: string
  readonly fields: readonly Field[]
}

/** A field of a record. */
export interface Field {
  readonly name: Known<string>
  readonly type: FieldType
  readonly doc: string
  readonly annotations: readonly Annotation[]
  /** Where the ecosystem's own tag for personal data stands or would stand. */
  readonly tag: Fact<readonly string[]>
}

/** The type of a field, as far as it tells what the field can hold. */
export interface FieldType {
  /** As a reader would write it: `string?`, `Address[]`. */
  readonly text: string
  /** The one type that carries the value once unions with null, arrays and maps are taken off. */
  readonly base: 'boolean' | 'integer' | 'decimal' | 'string' | 'bytes' | 'enum' | 'record' | 'unknown'
  /** Name of a record or enum type, without its namespace. */
  readonly named?: string
  /** Avro's logical type, and what Protobuf and JSON Schema have in its place. */
  readonly logical?: string
}

/** A property or option of a field that says something of its sensitivity. */
export interface Annotation {
  readonly key: string
  readonly value: string
}

/** What a supporting service does for Kafka. */
export type Support = 'state' | 'metrics' | 'logs' | 'traces' | 'alerting' | 'backup' | 'disks'

/** Something that runs, watches or backs up Kafka without being Kafka: a store of Terraform's state, an alarm, a store of metrics, a class of disks. */
export interface SupportingService extends Named {
  readonly kind: 'supporting-service'
  readonly role: Support
  /** In words: `Amazon CloudWatch`. */
  readonly service: string
  readonly site?: Site
  /** The address that it is sent to; left out where the service has none. */
  readonly endpoint?: Fact<string>
  /** Clusters of Kafka that it names. */
  readonly clusters: readonly Known<string>[]
  /** Groups and topics that it names. */
  readonly tells: readonly Told[]
  /** Set where nothing in it speaks of Kafka: it serves all that stands beside it. */
  readonly general?: true
  /** What it tells of copies of disks; left out where it has another part. */
  readonly backup?: Backup
}

/** Copies of disks: where they lie, what makes them, or one of them. */
export interface Backup {
  /** `store` keeps copies that others make, `class` is what makes snapshots that others ask for, `plan` makes copies again and again, `copy` is made once. */
  readonly is: 'store' | 'class' | 'plan' | 'copy'
  /** The store or class of a plan or copy; absent means the usual one, left out where a plan stands where its copies lie. */
  readonly keptIn?: Fact<string>
  /** Set on the store or class that is taken where none is named. */
  readonly usual?: true
  /** When a plan makes copies, as its tool writes it: `0 3 * * *`, `cron(0 3 * * ? *)`. */
  readonly schedule?: Fact<string>
  /** For how long a copy is kept, in milliseconds. */
  readonly kept?: Fact<number>
  /** The claim of the disk that was copied; left out where a tool copies more than one disk. */
  readonly claim?: Fact<string>
  /** The namespaces whose disks are copied; left out where they are not told apart. */
  readonly namespaces?: Fact<readonly string[]>
  /** Set where resources are copied, and what is on the disks is not. */
  readonly withoutDisks?: true
}

/** Where a cloud's store of objects keeps them: a bucket, a storage account. */
export interface Bucket extends Named {
  readonly kind: 'bucket'
  /** In words: `Amazon S3`. */
  readonly service: string
  /** After how many days, or on which day, a rule of its own deletes what is written; absent where none does. */
  readonly expiry: Fact<string>
}

/** A name of Kafka's that somebody else gets to know. */
export interface Told {
  readonly what: 'group' | 'topic'
  readonly name: Fact<string>
}

/** A resource as its API sees it: in a version, with fields that versions have and lose. */
export interface ApiResource extends Named {
  readonly kind: 'api-resource'
  /** Its kind in the API: `KafkaTopic`. */
  readonly resource: Known<string>
  /** With the group: `kafka.strimzi.io/v1`. */
  readonly version: Fact<string>
  /** Fields that the newest version of the API does not have. */
  readonly lost: readonly { readonly path: string; readonly at: Place }[]
  /** Whether all is there that the newest version asks for. */
  readonly complete: boolean
}

/** What formats read files into. */
export type Entity =
  | ApiResource
  | Cluster
  | NodePool
  | Topic
  | RunningTopic
  | RunningGroup
  | RunningAccess
  | Denial
  | Quota
  | ConsumerGroup
  | Access
  | ConnectCluster
  | Connector
  | Client
  | ReplicationFlow
  | Schema
  | SchemaRecord
  | SupportingService
  | Bucket
  | Entrance
/** Tells entities apart. */
export type EntityKind = Entity['kind']
