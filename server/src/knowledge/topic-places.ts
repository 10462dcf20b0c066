import data from './topic-places.yaml'

/** A setting that names topics, and what is done with them. */
export interface TopicPlace {
  readonly key: string
  readonly in: 'client' | 'connector' | 'worker'
  /** The path that an application has it under. */
  readonly below?: string
  readonly use: 'reads' | 'writes' | 'keeps'
  readonly form: 'name' | 'list' | 'pattern' | 'prefix' | 'tables'
  /** Of tables: how their topics are called. */
  readonly captures?: Captures
}

/** How topics are called that a source writes for the tables of a list. */
export interface Captures {
  /** What the classes begin with that it holds for. */
  readonly classes: readonly string[]
  /** The keys of which one holds what stands before each name. */
  readonly behind: readonly string[]
  readonly joint: string
  /** The key that names the one database whose name stands between. */
  readonly database?: string
  /** Of how many names an entry is made; `last`: only the last one counts. */
  readonly parts: number | 'last'
  readonly transforms: Transforms
}

/** Which transforms leave the names of topics alone. */
export interface Transforms {
  /** What their classes begin with. */
  readonly keep: readonly string[]
  /** Of those, the last segments of the classes that do not. */
  readonly route: readonly string[]
  /** Keys of a transform that let it name topics. */
  readonly by: readonly string[]
  /** The class whose `regex` and `replacement` tell the name. */
  readonly pattern: string
}

/** What topics are called in which a program keeps its own state. */
export interface StateName {
  /** Of the whole name, `*` for anything. */
  readonly names?: readonly string[]
  /** Words of the name, side by side. */
  readonly phrases?: readonly string[]
  /** Its last word, behind any of `among`. */
  readonly last?: readonly string[]
  readonly among?: readonly string[]
}

interface File {
  readonly places: readonly TopicPlace[]
  readonly captures: readonly (Omit<Captures, 'transforms'> & { readonly lists: readonly string[] })[]
  readonly transforms: Transforms
  readonly state: readonly StateName[]
}

/** Reads the settings that name topics, and the names of those that keep a state, from their data file. */
export function loadTopicPlaces(): { topicPlaces: readonly TopicPlace[]; stateNames: readonly StateName[] } {
  const { places, captures, transforms, state } = data() as File
  const topicPlaces = [
    ...places,
    ...captures.flatMap(({ lists, ...row }) =>
      lists.map(
        (key): TopicPlace => ({
          key,
          in: 'connector',
          use: 'writes',
          form: 'tables',
          captures: { ...row, transforms },
        }),
      ),
    ),
  ]
  return { topicPlaces, stateNames: state }
}
