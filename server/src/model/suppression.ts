import type { Place } from './fact.ts'
import type { Uri } from '../text/uri.ts'

/** A comment that silences findings. */
export interface Suppression {
  readonly kind: 'suppression'
  readonly file: Uri
  /** The directive inside its comment. */
  readonly at: Place
  readonly codes: readonly { readonly code: string; readonly at: Place }[]
  /** Empty where nobody gave one: then it silences nothing. */
  readonly reason: string
  /** The whole file, or one line: the directive's own, or the next where the comment stands alone. */
  readonly scope: 'file' | { readonly start: number; readonly end: number }
}
