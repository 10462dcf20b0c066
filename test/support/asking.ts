import assert from 'node:assert/strict'
import { openDb, type Db } from '../../server/src/assess/db.ts'
import type { Linked } from '../../server/src/model/link-key.ts'
import { reviewTexts, theLibrary, uriOf } from './fixtures.ts'

/** Files by their paths. */
export type Texts = Readonly<Record<string, string>>

/** Everything that can be asked of some files. */
export interface Asked {
  readonly db: Db
  /** The first entity of a kind in a file. */
  the<K extends Linked['kind']>(path: string, kind: K): Extract<Linked, { kind: K }>
}

/** Reads files, for questions about what is in them. */
export function ask(texts: Texts): Asked {
  const { estate } = reviewTexts(Object.entries(texts).map(([path, text]) => ({ uri: uriOf(path), text })))
  return {
    db: openDb(estate, theLibrary()),
    the: <K extends Linked['kind']>(path: string, kind: K) =>
      estate.entities(uriOf(path)).find((entity): entity is Extract<Linked, { kind: K }> => entity.kind === kind) ??
      assert.fail(`${path} has no ${kind}`),
  }
}

/** A resource of Strimzi; what follows `spec:` is given with its indentation. */
export const strimzi = (kind: string, name: string, spec: string, cluster?: string): string =>
  `apiVersion: kafka.strimzi.io/v1\nkind: ${kind}\nmetadata:\n  name: ${name}\n${
    cluster === undefined ? '' : `  labels:\n    strimzi.io/cluster: ${cluster}\n`
  }spec:\n${spec}`
