import type { Entity } from '../model/entities.ts'
import { readConnectors } from './connector-json.ts'
import { entries, inside, items } from './cursor.ts'
import type { Cursor } from './position.ts'
import { readPropertiesText } from './properties/read.ts'

const deepest = 16

/** Reads the files that a YAML document holds as blocks of text: properties and connectors, as ConfigMaps and the values of charts have them. */
export function readEmbedded(root: Cursor): readonly Entity[] {
  const found: Entity[] = []
  const visit = (cursor: Cursor, name: string, depth: number): void => {
    const { tree } = cursor
    if (tree?.kind === 'scalar' && tree.multiline) found.push(...readText(cursor, name, tree.text))
    else if (depth < deepest)
      for (const child of [
        ...entries(cursor).map(entry => ({ at: entry as Cursor, name: entry.name })),
        ...items(cursor).map(item => ({ at: item, name })),
      ])
        visit(child.at, child.name, depth + 1)
  }
  visit(root, '', 0)
  return found
}

function readText(cursor: Cursor, name: string, text: string): readonly Entity[] {
  if (/^\s*[[{]/.test(text))
    return text.includes('"connector.class"') ? inside(cursor, 'json').flatMap(readConnectors) : []
  return /^\s*[\w.>-]+\s*[=:]/m.test(text)
    ? inside(cursor, 'properties').flatMap(root => readPropertiesText(root, name))
    : []
}
