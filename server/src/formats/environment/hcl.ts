import type { Entity } from '../../model/entities.ts'
import type { Known } from '../../model/fact.ts'
import { readApplication } from '../application/read.ts'
import { down, entries, isThere } from '../cursor.ts'
import type { Cursor } from '../position.ts'
import { folderTitle } from '../title.ts'
import { readVariablesIn } from './read.ts'

/** Reads a block of HCL that is no Terraform: the variables that a job of Nomad gives to its programs, what Terragrunt gives to a module by what it is called. */
export function readPrograms(root: Cursor): readonly Entity[] {
  const folder = folderTitle(root.document) ?? 'inputs'
  const title: Known<string> = { state: 'known', value: folder, at: entries(root)[0]?.key ?? root.near }
  const inputs = down(root, 'inputs')
  return isThere(inputs) ? readApplication(inputs, `${folder}.hcl`) : readVariablesIn(root, title, 'variable')
}
