import type { Uri } from '../text/uri.ts'

/** What kept a file, or a part of it, from being reviewed. The rest is reviewed. */
export interface Problem {
  readonly file: Uri
  readonly message: string
  /** Where our own code threw: its stack, for whoever mends it. */
  readonly fault?: string
}

/** A throw in our own code while it did something with a file. */
export function faultOf(file: Uri, doing: string, error: unknown): Problem {
  const [message, stack] = error instanceof Error ? [error.message, error.stack] : [String(error), undefined]
  return { file, message: `internal error while ${doing}: ${message}`, fault: stack ?? message }
}
