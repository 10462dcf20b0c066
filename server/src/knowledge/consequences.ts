import data from './consequences.yaml'
import { group } from './sources.ts'

/** What a change does to what runs, from the mildest to the gravest; what each means is told in knowledge/consequences.yaml. */
export type Effect =
  | 'safe'
  | 'restarts'
  | 'opens'
  | 'moves-data'
  | 'positions-lost'
  | 'clients-cut-off'
  | 'refused'
  | 'loses-data'
  | 'replaces'

/** Who takes a setting. */
export type Holder = 'topic' | 'broker' | 'client' | 'worker' | 'connector' | 'mirror'

/** What a change does, under which circumstances. */
export interface EffectRow {
  readonly does: Effect
  /** Only where the value falls, rises, is written for the first time, or gets one more item. */
  readonly on?: 'lower' | 'higher' | 'first' | 'added'
  /** The value that stands for no bound: every other one is lower. */
  readonly unbounded?: number
  /** Only beside something else, in words. */
  readonly where?: string
  /** What happens, in place of the words of the class. */
  readonly says?: string
  /** What to do where the change is never offered. */
  readonly instead?: string
  readonly source: string
}

/** A row about an attribute of a resource. */
export interface PlaceRow extends EffectRow {
  readonly tool: string
  /** `*` stands for all resources of the tool. */
  readonly resource: string
  readonly path: readonly string[]
  /** What stands below it are settings of this holder. */
  readonly settings?: Holder
}

/** A row about a setting. */
export interface SettingRow extends EffectRow {
  readonly key: string
}

/** What changing something does to what runs. */
export interface Consequences {
  /** From the mildest to the gravest. */
  readonly effects: readonly Effect[]
  readonly classes: ReadonlyMap<Effect, { readonly says: string; readonly offered: 'always' | 'asked' | 'never' }>
  /** By tool and resource, a blank between them; `*` stands for all resources of the tool. */
  readonly places: ReadonlyMap<string, readonly PlaceRow[]>
  /** What a change of any setting of a holder does, where no row names the setting. */
  readonly holders: ReadonlyMap<Holder, EffectRow>
  readonly settings: ReadonlyMap<Holder, readonly SettingRow[]>
  /** Values from those that guard least, in lower case: the place of each in its list. */
  readonly scales: readonly ReadonlyMap<string, number>[]
  /** Settings that a running broker takes. */
  readonly dynamic: ReadonlySet<string>
}

/** Builds the look-up tables of consequences. */
export function loadConsequences(): Consequences {
  const { classes, scales, places, holders, settings, dynamic } = data() as {
    classes: { id: Effect; says: string; offered: 'always' | 'asked' | 'never' }[]
    scales: (string | string[])[][]
    places: (Omit<PlaceRow, 'path'> & { attribute: string })[]
    holders: (EffectRow & { holder: Holder })[]
    settings: (SettingRow & { holder: Holder })[]
    dynamic: { keys: string[] }
  }
  return {
    effects: classes.map(({ id }) => id),
    classes: new Map(classes.map(row => [row.id, row])),
    places: group(
      places.map(({ attribute, ...row }): PlaceRow => ({ ...row, path: attribute === '' ? [] : attribute.split('.') })),
      ({ tool, resource }) => [`${tool} ${resource}`],
    ),
    holders: new Map(holders.map(row => [row.holder, row])),
    settings: new Map(holders.map(({ holder }) => [holder, settings.filter(row => row.holder === holder)] as const)),
    scales: scales.map(
      steps =>
        new Map(steps.flatMap((step, index) => [step].flat().map(value => [value.toLowerCase(), index] as const))),
    ),
    dynamic: new Set(dynamic.keys),
  }
}
