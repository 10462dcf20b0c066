import type { Db } from '../assess/db.ts'
import { configurationFor } from '../assess/declared.ts'
import type { Slot } from '../model/fact.ts'
import { fileIn, folderOf, type Uri } from '../text/uri.ts'

/** Where an entry of the configuration that holds for a file stands or would stand; without a configuration, in a new one at the root. */
export function configurationSlot(file: Uri, db: Db, ...path: string[]): Slot {
  const configuration = configurationFor(db, file)
  return {
    file: configuration?.file ?? fileIn(db.estate.rootOf(file) ?? folderOf(file), '.kafka-review.yaml'),
    document: 0,
    path,
  }
}
