import type { Configuration } from './configuration.ts'
import type { Entity } from './entities.ts'
import type { Suppression } from './suppression.ts'
import type { Uri } from '../text/uri.ts'

/** What one file says, read without looking at any other. */
export interface FileFacts {
  readonly file: Uri
  readonly entities: readonly (Entity | Configuration)[]
  readonly suppressions: readonly Suppression[]
}
