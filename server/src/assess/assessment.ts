import { loadKnowledge, type Knowledge, type Provider, type Region } from '../knowledge/load.ts'
import type { ActivityDeclaration, Configuration } from '../model/configuration.ts'
import { bagsOf } from '../model/bags.ts'
import type {
  ApiResource,
  Cluster,
  Connector,
  ConsumerGroup,
  Entity,
  NodePool,
  ReplicationFlow,
  Schema,
  SchemaRecord,
  Topic,
} from '../model/entities.ts'
import type { Estate } from '../model/estate.ts'
import { knownValue, type Fact, type Place } from '../model/fact.ts'
import { clusterOf } from '../model/link.ts'
import type { Settings } from '../model/settings.ts'
import { copiedBy, personalDataAt, schemaOf, topicsCopied, topicsOf } from './data-flow.ts'
import { brokersOf, controllersOf, type Brokers } from './brokers.ts'
import { knobsOf, type Durable, type Knob } from './durability.ts'
import { copiesOf, isAnswered, mirrorParts, type Copy, type MirrorParts } from './mirror.ts'
import { weaknessesOf, type Weakness } from './standby.ts'
import { removedFrom, type Removed } from './removed.ts'
import { brokerRetention, retentionOf, type Retention } from './retention.ts'
import { ignores } from './engine.ts'
import { usesOf, type GroupUses } from './group-uses.ts'
import { loadPurposes, tellingOf, type Purposes, type Telling } from './naming.ts'
import type { PersonalData } from './personal-data.ts'
import { remembering, type PersonalDataMemory } from './personal-data-memory.ts'
import { keyFieldsOf, type KeyField } from './record-keys.ts'
import type { EngineKind } from '../knowledge/engines.ts'
import { behaves, defaultOf, engineOf, inForceAt } from './engine.ts'
import { alternativesTo } from './alternatives.ts'
import type { Destination, Sender } from './destination.ts'
import { destinationsOf, directionOf, locatePeer } from './residency.ts'
import { loadSecretForms, secretsOf, type LiteralSecret, type SecretForms } from './secrets.ts'
import { configurationFor } from './settled.ts'
import { loadVaguePhrases, vagueIn, type VaguePhrases } from './vagueness.ts'
import { switchedOffBy, type Protection, type SwitchedOff } from './switches.ts'
import { loadVocabulary, type Vocabulary } from './vocabulary.ts'
import type { Uri } from '../text/uri.ts'

/** All reference data, loaded once. */
export interface Library {
  readonly knowledge: Knowledge
  readonly vocabulary: Vocabulary
  readonly secretForms: SecretForms
  readonly vaguePhrases: VaguePhrases
  readonly purposes: Purposes
}

/** Loads the reference data. */
export const loadLibrary = (): Library => ({
  knowledge: loadKnowledge(),
  vocabulary: loadVocabulary(),
  secretForms: loadSecretForms(),
  vaguePhrases: loadVaguePhrases(),
  purposes: loadPurposes(),
})

/** The answers that rules and records share; each is worked out once. */
export interface Assessment extends Library {
  readonly estate: Estate
  configurationFor(file: Uri): Configuration | undefined
  knobs(entity: Durable): readonly Knob[]
  /** The brokers of a cluster, also of the one that a pool belongs to; undefined where no file tells for certain. */
  brokers(of: Cluster | NodePool): Brokers | undefined
  /** The voters of a cluster's metadata quorum. */
  controllers(of: Cluster | NodePool): Brokers | undefined
  /** Whose brokers a cluster or a topic has; undefined where nothing tells. */
  engine(of: Cluster | Topic): EngineKind | undefined
  /** Whether the engine takes a setting and does nothing with it. */
  ignores(of: Cluster | Topic, key: string): boolean
  /** Whether a version of Kafka behaves in a way that began with some version; undefined where the version is not known. */
  behaves(change: string, version: string | undefined): boolean | undefined
  /** What a setting of a topic is where nobody writes it, by the engine that its format tells. */
  byDefault(topic: Topic, key: string): string | undefined
  /** What holds of a setting of the brokers: the written value, else the default of the engine; undefined where that is not known, or has no effect. */
  inForce(cluster: Cluster, key: string): string | undefined
  /** The parts of MirrorMaker 2 that an entity runs. */
  mirror(of: ReplicationFlow | Connector): MirrorParts | undefined
  /** Whether another flow copies back; undefined where that cannot be told. */
  isAnswered(flow: ReplicationFlow): boolean | undefined
  copies(of: ReplicationFlow | Connector): readonly Copy[]
  /** The declared topics that a flow takes from its source cluster. */
  topicsCopied(flow: ReplicationFlow): readonly Topic[]
  weaknesses(flow: ReplicationFlow): readonly Weakness[]
  /** What the schema of a topic holds of people. */
  personalDataIn(topic: Topic): readonly PersonalData[]
  /** How long a topic keeps its records, or the topics of a cluster that set nothing. */
  retention(of: Topic | Cluster): Retention
  direction(connector: Connector): 'sink' | 'source' | 'replication' | undefined
  /** Where an entity sends data; what is left to another tool is left out. */
  destinations(of: Sender): readonly Destination[]
  /** The same as the files alone tell it, whatever the configuration says. */
  destinationsAsWritten(of: Sender): readonly Destination[]
  /** Where a connector writes or a flow copies to; undefined where it does neither, or where that is left to another tool. */
  destination(of: Connector | ReplicationFlow): Destination | undefined
  /** Regions of the same provider that a destination could move to, the nearest first. */
  alternatives(destination: Destination): readonly Region[]
  /** The pattern of the topics or groups that a mirror copies, absent where that means all of them; undefined where it copies none by pattern. */
  copied(of: Connector | ReplicationFlow, what: 'topics' | 'groups'): Fact<string> | undefined
  /** Who runs the cluster that a flow copies from, as far as its address tells. */
  sourceProvider(flow: ReplicationFlow): Provider | undefined
  /** The schema of a topic's values, as seen from a file. */
  schema(topic: string, from: { readonly file: Uri }): Schema | undefined
  personalData(record: SchemaRecord): readonly PersonalData[]
  /** The personal data that a connector makes record keys of. */
  keyFields(connector: Connector): readonly KeyField[]
  /** What a connector or a mirror passes on. */
  personalDataAt(of: Connector | ReplicationFlow): readonly { topic: string; data: PersonalData }[]
  /** What a declaration says in phrases that answer nothing. */
  vague(activity: ActivityDeclaration): ReturnType<typeof vagueIn>
  secrets(settings: Settings): readonly LiteralSecret[]
  /** Where secrets stand in a file. */
  secretPlaces(file: Uri): readonly Place[]
  /** The settings of an entity that take a protection away. */
  switchedOff(entity: Entity, takes: Protection): readonly SwitchedOff[]
  /** What a resource uses that its API does not have any more. */
  removed(resource: ApiResource): Removed
  telling(name: string): Telling | undefined
  /** Where a group is named in the workspace, and what keeps it from being renamed. */
  groupUses(name: string, asked?: ConsumerGroup): GroupUses
}

/** Opens an assessment of an estate as it is now; it must not be kept over a change, the memory may. */
export function assess(estate: Estate, library: Library, memory: PersonalDataMemory = new WeakMap()): Assessment {
  const { knowledge, vocabulary, secretForms, purposes } = library
  const personalDataOf = remembering(memory, vocabulary)
  const switches = once((entity: Entity) =>
    switchedOffBy(entity).filter(
      ({ setting: { key } }) => entity.kind !== 'cluster' || !ignores(entity, key, knowledge),
    ),
  )
  const secrets = once((settings: Settings) => secretsOf(settings, secretForms))
  const settledFor = once((file: Uri) => configurationFor(file, estate))
  const recordsIn = once((file: Uri) => (estate.facts(file)?.entities ?? []).filter(entity => entity.kind === 'record'))
  const destinations = once((of: Sender) => destinationsOf(of, settledFor(of.file), estate, knowledge))
  const engine = once((of: Cluster | Topic) => engineOf(of, estate, knowledge))
  return {
    ...library,
    estate,
    configurationFor: settledFor,
    knobs: once(entity => knobsOf(entity, estate, knowledge)),
    brokers: once(of => brokersOf(of.kind === 'cluster' ? { state: 'linked', to: of } : clusterOf(estate, of), estate)),
    controllers: once(of => {
      const link = of.kind === 'cluster' ? ({ state: 'linked', to: of } as const) : clusterOf(estate, of)
      return link.state === 'linked' ? controllersOf(link.to, estate) : undefined
    }),
    engine,
    behaves: (change, version) => behaves(change, version, knowledge),
    ignores: (of, key) => engine(of)?.ignores.includes(key) ?? false,
    byDefault: (topic, key) => {
      const kind = engine(topic)
      return (
        kind && defaultOf(key, { engine: kind, version: undefined, zones: undefined, tiered: undefined }, knowledge)
      )
    },
    inForce: (cluster, key) => inForceAt(cluster, key, knowledge),
    mirror: of => mirrorParts(of, knowledge),
    isAnswered: flow => isAnswered(flow, estate),
    copies: once(of => copiesOf(of, estate)),
    topicsCopied: once(flow => topicsCopied(flow, estate)),
    weaknesses: flow => weaknessesOf(flow, estate, knowledge),
    personalDataIn: once(topic =>
      (schemaOf(knownValue(topic.name) ?? '', topic, settledFor(topic.file), estate)?.records ?? []).flatMap(
        (record, _index, all) => personalDataOf(record, settledFor(record.file), all),
      ),
    ),
    retention: once(of => (of.kind === 'topic' ? retentionOf(of, estate, knowledge) : brokerRetention(of, knowledge))),
    direction: once(connector => directionOf(connector, knowledge)),
    destinations,
    destinationsAsWritten: of => destinationsOf(of, undefined, estate, knowledge),
    destination: of => destinations(of).find(({ role }) => role === 'sink' || role === 'replication'),
    alternatives: destination => alternativesTo(destination, settledFor(destination.of.file), knowledge),
    copied: (of, what) => copiedBy(of, what, knowledge),
    sourceProvider: flow => locatePeer(flow.source, knowledge)?.provider,
    schema: (topic, from) => schemaOf(topic, from, settledFor(from.file), estate),
    personalData: once(record => personalDataOf(record, settledFor(record.file), recordsIn(record.file))),
    personalDataAt: once(of => personalDataAt(of, settledFor(of.file), estate, personalDataOf)),
    keyFields: once(connector =>
      keyFieldsOf(
        connector,
        topicsOf(connector)
          .flatMap(topic => schemaOf(topic, connector, settledFor(connector.file), estate)?.records ?? [])
          .flatMap((record, _index, all) => personalDataOf(record, settledFor(record.file), all)),
        vocabulary,
      ),
    ),
    secrets,
    secretPlaces: file =>
      (estate.facts(file)?.entities ?? [])
        .filter(entity => entity.kind !== 'configuration')
        .flatMap(entity => bagsOf(entity).flatMap(secrets))
        .map(({ value }) => value.at)
        .filter(at => at.file === file),
    switchedOff: (entity, takes) => switches(entity).filter(one => one.takes === takes),
    groupUses: (name, asked) => usesOf(name, asked, estate),
    vague: activity => vagueIn(activity, library.vaguePhrases),
    telling: once(name => tellingOf(name, vocabulary, purposes)),
    removed: resource => removedFrom(resource, knowledge),
  }
}

function once<K, V>(answer: (question: K) => V): (question: K) => V {
  const answers = new Map<K, V>()
  return question => {
    if (!answers.has(question)) answers.set(question, answer(question))
    return answers.get(question) as V
  }
}
