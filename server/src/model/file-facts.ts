import type { Configuration } from './configuration.ts'
import type { Entity } from './entities.ts'
import type { Suppression } from './suppression.ts'
import type { Uri } from '../text/uri.ts'

/** What one file says, read without looking at any other. */
export interface FileFacts {
  readonly file: Uri
  readonly entities: readonly (Entity | Configuration)[]
  /** Set where what it gives to the programs of other files is told there. */
  readonly toldElsewhere?: true
  /** Objects of other files as an overlay changes them: rules look at them, nothing links to them. */
  readonly overlays?: readonly Entity[]
  readonly suppressions: readonly Suppression[]
}
