import type { Assessment } from '../assess/assessment.ts'
import type { Slot } from '../model/fact.ts'
import { fileIn, folderOf, type Uri } from '../text/uri.ts'

/** Where an entry of the configuration that holds for a file stands or would stand; without a configuration, in a new one at the root. */
export function configurationSlot(file: Uri, assess: Assessment, ...path: string[]): Slot {
  const configuration = assess.configurationFor(file)
  return {
    file: configuration?.file ?? fileIn(assess.estate.rootOf(file) ?? folderOf(file), '.kafka-review.yaml'),
    document: 0,
    path,
  }
}
