import type { Span } from '../text/span.ts'

/** Where in a YAML document of block style a cursor is, also in text that does not parse yet. */
export interface YamlContext {
  /** The keys above it; `[]` for an item of a list. */
  readonly path: readonly string[]
  /** Whether a value is written there; else a key, or an item that may become either. */
  readonly isValue: boolean
  /** What has been written of the word, up to the cursor. */
  readonly word: string
  readonly span: Span
}

interface Line {
  readonly indent: number
  readonly dashes: number
  /** The column at which the content behind the dashes begins. */
  readonly column: number
  readonly key?: string
  readonly rest: string
}

const keyed = /^(?:"([^"]*)"\s*|'([^']*)'\s*|([^\s:#'"[\]{},][^:#]*)):(?: +(\S.*)?)?$/

function readLine(text: string): Line {
  const [lead = '', spaces = '', dashes = ''] = /^( *)((?:-(?: +|$))*)/.exec(text) ?? []
  // A lone dash: what follows it would begin behind a blank.
  const column = lead.endsWith('-') ? lead.length + 1 : lead.length
  const base = { indent: spaces.length, dashes: dashes.split('-').length - 1, column }
  const content = text.slice(lead.length)
  const [, double, single, plain, rest = ''] = keyed.exec(content) ?? []
  const key = double ?? single ?? plain?.trimEnd()
  return key === undefined ? { ...base, rest: content } : { ...base, key, rest }
}

/** Reads where an offset of a text is. */
export function yamlContextAt(text: string, offset: number): YamlContext {
  const start = text.lastIndexOf('\n', offset - 1) + 1
  const here = readLine(text.slice(start, offset))
  const word = /(?<![^\s,[\]"'])[^\s,[\]"']*$/.exec(here.rest)?.[0] ?? ''
  const above = text
    .slice(0, start)
    .split('\n')
    .slice(0, -1)
    .map(line => line.replace(/\r$/, ''))
    .reverse()
  const own = here.key === undefined ? [] : [here.key]
  const inner = own.length > 0 && here.rest.startsWith('[') ? [...own, '[]'] : own
  return {
    path: [...parentsOf(here, above), ...inner],
    isValue: here.key !== undefined,
    word,
    span: { start: offset - word.length, end: offset },
  }
}

/** The keys above a line; `above` are the lines before it, the nearest first. */
function parentsOf(here: Line, above: readonly string[]): string[] {
  const path: string[] = []
  let column = here.column
  let inList = false
  const enter = (line: Line): void => {
    if (line.dashes > 0) path.unshift('[]')
    inList = line.dashes > 0
    column = inList ? line.indent : line.column
  }
  enter(here)
  for (const text of above) {
    if (/^\s*(?:#|$)/.test(text)) continue
    const line = readLine(text)
    const isParent =
      line.key !== undefined && /^(?:#|$)/.test(line.rest) && (inList ? line.column <= column : line.column < column)
    if (isParent && line.key !== undefined) {
      path.unshift(line.key)
      enter(line)
    } else if (!inList && line.dashes > 0 && line.column === column) enter(line)
    if (column === 0 && !inList) break
  }
  return path
}
