import type { TextEdit } from '../text/edit.ts'
import { readAvdl } from './avdl.ts'
import { descend } from './tree.ts'
import type { Path, Value } from './write.ts'

/** Writes an annotation of a field (`types / 0 / fields / 2 / name of the annotation`) before its name; undefined where a person has to do it. */
export function setInAvdl(source: string, path: Path, value: Value): TextEdit[] | undefined {
  const name = path.at(-1)
  const field = descend(readAvdl(source), path.slice(0, -1))
  if (
    path.at(-3) !== 'fields' ||
    typeof name !== 'string' ||
    field?.kind !== 'map' ||
    field.entries.some(({ key }) => key === name)
  )
    return undefined
  const at = field.entries.find(({ key }) => key === 'name')?.value?.span.start
  return at === undefined ? undefined : [{ span: { start: at, end: at }, text: `@${name}(${JSON.stringify(value)}) ` }]
}
