import data from './strimzi-api.yaml'

/** A version of Strimzi's API group that is gone, or soon will be for those who do not upgrade. */
export interface GoneVersion {
  readonly version: string
  /** The release of Strimzi that does not have it any more. */
  readonly since: string
  /** soon: many releases in use still have it. gone: none does. */
  readonly level: 'soon' | 'gone'
  /** The only kinds that it holds for; left out where it holds for all others. */
  readonly kinds?: readonly string[]
}

/** A kind of resource that is gone. */
export interface GoneKind {
  readonly kind: string
  readonly since: string
  readonly instead: string
}

/** A field that `v1` does not have, or a value that it does not take there. */
export interface GoneField {
  readonly kind: string
  /** Keys behind dots; `[]` stands for each item of a list. */
  readonly path: string
  readonly value?: string
  /** Set where it is gone from earlier versions of the API too. */
  readonly since?: string
  readonly instead: string
}

/** What Strimzi's API has lost. */
export interface StrimziApi {
  readonly versions: readonly GoneVersion[]
  readonly kinds: ReadonlyMap<string, GoneKind>
  /** By their kind. */
  readonly fields: ReadonlyMap<string, readonly GoneField[]>
  /** By their kind: what `v1` asks for and earlier versions did not. */
  readonly required: ReadonlyMap<string, readonly string[]>
}

/** Builds the look-up tables of Strimzi's API. */
export function loadStrimziApi(): StrimziApi {
  const { versions, kinds, fields, required } = data() as {
    versions: GoneVersion[]
    kinds: GoneKind[]
    fields: GoneField[]
    required: { kind: string; paths: string[] }[]
  }
  return {
    versions,
    kinds: new Map(kinds.map(row => [row.kind, row])),
    fields: new Map(
      [...new Set(fields.map(({ kind }) => kind))].map(kind => [kind, fields.filter(row => row.kind === kind)]),
    ),
    required: new Map(required.map(({ kind, paths }) => [kind, paths])),
  }
}
