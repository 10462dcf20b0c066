import { knownValue } from '../model/fact.ts'
import { tableOf } from '../text/table.ts'
import { baseName, folderOf } from '../text/uri.ts'
import { completedBy, down, isThere } from './cursor.ts'
import type { Cursor } from './position.ts'
import { text } from './values.ts'

/** What a document is beside what it says: the whole of its resource, a part that something else completes, or what a test compares resources with. */
export type Completeness = 'whole' | 'part' | 'comparison'

/** Names that tools of tests give to what they compare a cluster with: `01-assert.yaml`, `chainsaw-assert.yaml`, `errors.yaml`. */
const comparison = /^(?:[\w.]+-)*(?:asserts?|assertions?|errors?)\.ya?ml$/i
/** Names and folders of patches. */
const patch = /(?:^|[-_.])patch(?:es|ed)?(?:[-_.]|$)/i

/** Folders of Kustomize and of its likes that change what stands in another one. */
const overlay = /\/(?:overlays?|patches)\//i

/** What a resource of Strimzi cannot do without. */
const essential = tableOf<readonly string[]>({
  Kafka: ['spec', 'kafka', 'listeners'],
  KafkaNodePool: ['spec', 'roles'],
  KafkaConnect: ['spec', 'bootstrapServers'],
  KafkaMirrorMaker2: ['spec', 'mirrors'],
})

/** Asked in this one place: absence in a document proves something only where the document is the whole. */
function completenessOf(root: Cursor): Completeness {
  if (!isThere(down(root, 'apiVersion'))) return 'whole'
  const { file } = root.document
  const name = baseName(file)
  if (comparison.test(name)) return 'comparison'
  const kind = knownValue(text(down(root, 'kind'))) ?? ''
  const needed = /^kafka\.strimzi\.io\//.test(knownValue(text(down(root, 'apiVersion'))) ?? '')
    ? essential.get(kind)
    : undefined
  const bare = needed !== undefined && overlay.test(file) && !isThere(down(root, ...needed))
  const only = isThere(down(root, 'status')) && !isThere(down(root, 'spec'))
  return only || bare || patch.test(name) || /\/patches\/$/.test(folderOf(file)) ? 'part' : 'whole'
}

/** The document as a format may read it; nothing of what only compares. */
export function readable(root: Cursor): Cursor | undefined {
  switch (completenessOf(root)) {
    case 'whole':
      return root
    case 'part':
      return completedBy(root, 'what the resource that this one changes says')
    case 'comparison':
      return undefined
  }
}
