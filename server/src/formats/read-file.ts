import type { FileFacts } from '../model/file-facts.ts'
import { readJson } from '../syntax/json.ts'
import type { Tree } from '../syntax/tree.ts'
import { readYaml, splitYaml } from '../syntax/yaml.ts'
import { startAt } from './cursor.ts'
import { formatOf, type Format } from './formats.ts'
import { readSuppressions } from './suppressions.ts'

/** A file as it was read, kept so that the next reading takes over the documents that did not change. */
export interface Reading {
  readonly facts: FileFacts
  /** The trees of its documents, by their text. */
  readonly documents: ReadonlyMap<string, Tree | undefined>
}

/** Longer texts are not read: a review must not hang an editor. In UTF-16 units. */
export const longestText = 4_000_000

/** Reads a file; undefined when it is none of ours. Never throws. */
export function readFile(file: string, text: string, previous?: Reading, language?: string): Reading | undefined {
  const format = formatOf(file, language)
  if (!format || !text.includes(format.contains) || text.length > longestText) return undefined
  const documents = new Map<string, Tree | undefined>()
  const entities = cut(format, text).flatMap(({ start, end }) => {
    const source = text.slice(start, end)
    if (!source.includes(format.contains)) return []
    const tree = previous?.documents.has(source) ? previous.documents.get(source) : documents.has(source) ? documents.get(source) : parse(format, source)
    documents.set(source, tree)
    return format.read(startAt(file, start, tree))
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
