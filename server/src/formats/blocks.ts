import type { Entity } from '../model/entities.ts'
import type { Known } from '../model/fact.ts'
import { baseName } from '../text/uri.ts'
import { readApplication } from './application/read.ts'
import { readCollectors } from './collectors.ts'
import { down, entries, items } from './cursor.ts'
import { partially } from './environment/containers.ts'
import { readAll } from './environment/read.ts'
import { variableOf } from './environment/variables.ts'
import { extentOf, type Cursor } from './position.ts'
import { text } from './values.ts'

/** Whether a file of HOCON is one that an application reads, by its name; what other files in blocks mean their programs know. */
export const isOfApplication = (name: string): boolean => /^(?:application|reference)[\w-]*\.conf$|\.hocon\b/.test(name)

/** Reads a file of blocks: the clients of Kafka in collectors of logs, the settings of an application in HOCON, the variables that a unit of systemd gives to its program; any other says nothing. */
export function readBlocksFile(root: Cursor, name = baseName(root.document.file)): readonly Entity[] {
  const collected = readCollectors(root)
  if (collected.length > 0) return collected
  const unit = readUnit(root, name)
  if (unit.length > 0) return unit
  return isOfApplication(name) ? readApplication(root, name) : []
}

/** `Environment=NAME=value`, as often as it stands. */
function readUnit(root: Cursor, file: string): readonly Entity[] {
  const written = entries(down(root, 'Service')).filter(({ name }) => name === 'Environment')
  const all = written.flatMap(entry => [entry, ...items(entry)].flatMap(one => variableOf(text(one))))
  const [first] = all
  if (!first) return []
  const name: Known<string> = { state: 'known', value: file.replace(/\.(?:service|conf)\b.*$/, ''), at: first.keyPlace }
  return readAll(root, [
    { name, extent: extentOf(root), ...partially({ all, near: name.at, refers: 'variable' }, name) },
  ])
}
