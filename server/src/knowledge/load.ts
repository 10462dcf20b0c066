import { loadConnectors, type ConnectorKind } from './connectors.ts'
import { loadConsequences, type Consequences } from './consequences.ts'
import { loadControlPlanes, type ControlPlane } from './control-planes.ts'
import { loadCountries, type Country } from './countries.ts'
import { loadSideDestinations, type SideDestination } from './destinations.ts'
import { loadEngines, type Engines } from './engines.ts'
import { loadKafkaSettings, type KafkaSettings } from './kafka-settings.ts'
import { loadLaw, type Article } from './law.ts'
import { loadProviders, type Providers } from './providers.ts'
import { loadRegions, type Regions } from './regions.ts'
import { loadStrimziApi, type StrimziApi } from './strimzi-api.ts'
import { loadTopicPlaces, type StateName, type TopicPlace } from './topic-places.ts'

/** The reference data, looked up by the names that files use. */
export interface Knowledge extends Regions, Providers, KafkaSettings {
  /** By their ISO 3166-1 alpha-2 code. */
  readonly countries: ReadonlyMap<string, Country>
  /** By class name, and by the class's last segment. */
  readonly connectors: ReadonlyMap<string, ConnectorKind>
  /** By each of their keys; a key of a file matches where it ends in one. */
  readonly sideDestinations: ReadonlyMap<string, readonly SideDestination[]>
  readonly consequences: Consequences
  /** By the id of the provider that runs a cluster. */
  readonly controlPlanes: ReadonlyMap<string, ControlPlane>
  readonly law: ReadonlyMap<string, Article>
  readonly engines: Engines
  readonly strimziApi: StrimziApi
  /** The settings that name topics. */
  readonly topicPlaces: readonly TopicPlace[]
  /** What topics are called in which a program keeps its own state. */
  readonly stateNames: readonly StateName[]
}

/** What builds each table, and with it those of the same data file. */
const builders: { readonly [Table in keyof Knowledge]: () => Pick<Knowledge, Table> } = {
  regions: loadRegions,
  clouds: loadRegions,
  providers: loadProviders,
  providersBySuffix: loadProviders,
  durability: loadKafkaSettings,
  retention: loadKafkaSettings,
  rolling: loadKafkaSettings,
  countries: () => ({ countries: loadCountries() }),
  connectors: () => ({ connectors: loadConnectors() }),
  sideDestinations: () => ({ sideDestinations: loadSideDestinations() }),
  consequences: () => ({ consequences: loadConsequences() }),
  controlPlanes: () => ({ controlPlanes: loadControlPlanes() }),
  law: () => ({ law: loadLaw() }),
  engines: () => ({ engines: loadEngines() }),
  strimziApi: () => ({ strimziApi: loadStrimziApi() }),
  topicPlaces: loadTopicPlaces,
  stateNames: loadTopicPlaces,
}

/** The look-up tables of the data files, each built when it is first asked for; the result is frozen. */
export function loadKnowledge(): Knowledge {
  const built: Partial<Knowledge> = {}
  const knowledge: object = {}
  for (const table of Object.keys(builders) as (keyof Knowledge)[])
    Object.defineProperty(knowledge, table, {
      enumerable: true,
      get: () => built[table] ?? Object.assign(built, builders[table]())[table],
    })
  return Object.freeze(knowledge) as Knowledge
}
