import type { Entity } from '../model/entities.ts'
import { chartTexts, isChart } from './bitnami.ts'
import { readConnectors } from './connector-json.ts'
import { knownValue } from '../model/fact.ts'
import { down, entries, inside, items } from './cursor.ts'
import type { Cursor } from './position.ts'
import { text } from './values.ts'
import { readPropertiesText } from './properties/read.ts'

const deepest = 16

/** API groups whose resources hold settings in blocks of text that their own reader knows better. */
const known = /^kafka\.banzaicloud\.io\//

/** Reads the files that a YAML document holds as blocks of text: properties and connectors, as ConfigMaps and the values of charts have them. */
export function readEmbedded(root: Cursor): readonly Entity[] {
  const found: Entity[] = []
  const visit = (cursor: Cursor, name: string, depth: number): void => {
    const { tree } = cursor
    if (tree?.kind === 'scalar' && tree.multiline) found.push(...readText(cursor, name, tree.text))
    else if (depth < deepest)
      for (const child of [
        ...entries(cursor)
          .filter(({ name: key }) => !isOfChart(root, cursor, key))
          .map(entry => ({ at: entry as Cursor, name: entry.name })),
        ...items(cursor).map(item => ({ at: item, name })),
      ])
        visit(child.at, child.name, depth + 1)
  }
  if (!known.test(knownValue(text(down(root, 'apiVersion'))) ?? '')) visit(root, '', 0)
  return found
}

/** Whether a text is read with the chart that it is a value of. */
function isOfChart(root: Cursor, parent: Cursor, name: string): boolean {
  if (!chartTexts.includes(name)) return false
  const part = ['controller', 'broker'].includes(String(parent.path.at(-1)))
  return isChart(parent) || (part && isChart(down(root, ...parent.path.slice(0, -1))))
}

function readText(cursor: Cursor, name: string, block: string): readonly Entity[] {
  if (/^\s*[[{]/.test(block))
    return block.includes('"connector.class"') ? inside(cursor, 'json').flatMap(readConnectors) : []
  return /^\s*[\w.>-]+\s*[=:]/m.test(block)
    ? inside(cursor, 'properties').flatMap(root => readPropertiesText(root, name))
    : []
}
