import { readFileSync } from 'node:fs'
import { parse } from 'yaml'

/** A row of `consequences.yaml`: what a change of an attribute does. */
export interface PlaceRow {
  readonly tool: string
  readonly resource: string
  readonly attribute: string
  readonly does: string
  readonly on?: 'lower' | 'higher' | 'first'
  readonly where?: string
  readonly settings?: string
  readonly instead?: string
  readonly source: string
}

/** The table of consequences, as it stands in its file. */
export interface Consequences {
  readonly classes: readonly { readonly id: string; readonly offered: string }[]
  readonly places: readonly PlaceRow[]
  readonly holders: readonly { readonly holder: string; readonly does: string }[]
  readonly settings: readonly {
    readonly holder: string
    readonly key: string
    readonly does: string
    readonly on?: string
  }[]
}

export const consequences = parse(readFileSync('server/src/knowledge/consequences.yaml', 'utf8')) as Consequences
