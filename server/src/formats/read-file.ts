import type { FileFacts } from '../model/file-facts.ts'
import { readJson } from '../syntax/json.ts'
import type { Tree } from '../syntax/tree.ts'
import { readYaml, splitYaml } from '../syntax/yaml.ts'
import { startAt } from './cursor.ts'
import { formatOf, type Format } from './formats.ts'
import { readSuppressions } from './suppressions.ts'

/** A file as it was read, kept so that the next reading takes over what did not change. */
export interface Reading {
  readonly facts: FileFacts
  /** By their text. */
  readonly documents: ReadonlyMap<string, ReadDocument>
}

interface ReadDocument {
  readonly start: number
  readonly tree: Tree | undefined
  readonly entities: FileFacts['entities']
}

/** Longer texts are not read: a review must not hang an editor. In UTF-16 units. */
export const longestText = 4_000_000

/** Reads a file; undefined when it is none of ours. Never throws. */
export function readFile(file: string, text: string, previous?: Reading, language?: string): Reading | undefined {
  const format = formatOf(file, language)
  if (!format || !text.includes(format.contains) || text.length > longestText) return undefined
  const documents = new Map<string, ReadDocument>()
  const entities = cut(format, text).flatMap(({ start, end }) => {
    const source = text.slice(start, end)
    if (!source.includes(format.contains)) return []
    const known = previous?.documents.get(source) ?? documents.get(source)
    const tree = known ? known.tree : parse(format, source)
    // Facts know their place in the file: what has moved is read anew from its tree.
    const document = known?.start === start ? known : { start, tree, entities: format.read(startAt(file, start, tree)) }
    documents.set(source, document)
    return document.entities
  })
  return { facts: { file, entities, suppressions: format.comments ? readSuppressions(file, text, format.comments) : [] }, documents }
}

const cut = (format: Format, text: string): { start: number; end: number }[] => (format.syntax === 'yaml' ? splitYaml(text) : [{ start: 0, end: text.length }])

function parse(format: Format, source: string): Tree | undefined {
  try {
    return format.syntax === 'yaml' ? readYaml(source) : readJson(source)
  } catch (error) {
    if (error instanceof RangeError) return undefined // the library ran out of stack: nothing that a person wrote
    throw error
  }
}
