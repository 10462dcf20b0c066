import data from './topic-places.yaml'

/** A setting that names topics, and what is done with them. */
export interface TopicPlace {
  readonly key: string
  readonly in: 'client' | 'connector' | 'worker'
  /** The path that an application has it under. */
  readonly below?: string
  readonly use: 'reads' | 'writes' | 'keeps'
  readonly form: 'name' | 'list' | 'pattern' | 'prefix'
}

/** Reads the settings that name topics from their data file. */
export const loadTopicPlaces = (): readonly TopicPlace[] => (data() as { places: readonly TopicPlace[] }).places
