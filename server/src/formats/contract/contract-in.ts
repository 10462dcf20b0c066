import type { Contract } from '../../model/contract.ts'
import type { Schema } from '../../model/entities.ts'
import type { Cursor } from '../position.ts'

/** What a schema promises, where it is compared with an earlier text; it is read for nobody else. */
export function contractIn(root: Cursor, read: (root: Cursor) => Contract | undefined): Pick<Schema, 'contract'> {
  const contract = root.document.isCompared ? read(root) : undefined
  return contract ? { contract } : {}
}
