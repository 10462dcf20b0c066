import type { Entity } from '../../model/entities.ts'
import { knownValue, type Known } from '../../model/fact.ts'
import { baseName } from '../../text/uri.ts'
import { down, entries } from '../cursor.ts'
import { extentOf, type Cursor } from '../position.ts'
import { text } from '../values.ts'
import { brokerImage, partially, type Container } from './containers.ts'
import { readAll } from './read.ts'
import { readVariables } from './variables.ts'
import { folderTitle } from '../title.ts'

/** Reads what a stage of a Dockerfile sets: what each program that is started from the image is told, unless whoever starts it says otherwise. */
export function readDockerfileStage(root: Cursor): readonly Entity[] {
  const variables = readVariables(down(root, 'env'))
  const { file } = root.document
  const given = baseName(file).replace(/^(?:Dockerfile|Containerfile)\.?|\.?dockerfile$/i, '')
  const name: Known<string> = {
    state: 'known',
    value: given === '' ? (folderTitle(root.document) ?? 'image') : given,
    at: entries(down(root, 'env'))[0]?.key ?? root.near,
  }
  const container: Container = {
    name,
    extent: extentOf(root),
    ...partially({ ...variables, near: name.at, refers: 'variable' }, name),
    ...(brokerImage.test(knownValue(text(down(root, 'from'))) ?? '') ? { broker: true } : {}),
  }
  return readAll(root, [container])
}
