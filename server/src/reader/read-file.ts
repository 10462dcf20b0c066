import type { FileFacts } from '../model/file-facts.ts'
import { syntaxes, type SyntaxName } from '../syntax/syntaxes.ts'
import type { Tree } from '../syntax/tree.ts'
import { startAt } from '../formats/cursor.ts'
import type { AloneFormat } from '../formats/format.ts'
import { formatsOf, holds } from './formats.ts'
import { readSuppressions } from '../formats/suppressions.ts'
import type { Uri } from '../text/uri.ts'

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

/** Reads a file by itself; undefined when it is none of ours, or of formats that are read together only. Never throws. */
export function readFile(file: Uri, text: string, previous?: Reading, language?: string): Reading | undefined {
  const formats = formatsOf(file, language).filter(
    (format): format is AloneFormat => 'read' in format && holds(text, format),
  )
  const [first] = formats
  if (!first || text.length > longestText) return undefined
  const { syntax } = first
  const documents = new Map<string, ReadDocument>()
  const entities = syntaxes[syntax].documents(text).flatMap(({ start, end }) => {
    const source = text.slice(start, end)
    const readers = formats.filter(format => holds(source, format))
    if (readers.length === 0) return []
    const known = previous?.documents.get(source) ?? documents.get(source)
    const tree = known ? known.tree : parse(syntax, source)
    // Facts know their place in the file: what has moved is read anew from its tree.
    const document =
      known?.start === start
        ? known
        : { start, tree, entities: readers.flatMap(({ read }) => read(startAt({ file, syntax, source, start }, tree))) }
    documents.set(source, document)
    return document.entities
  })
  const marks = formats.find(({ comments }) => comments)?.comments ?? []
  const suppressions = marks.flatMap(mark => readSuppressions(file, text, mark))
  return { facts: { file, entities, suppressions }, documents }
}

function parse(syntax: SyntaxName, source: string): Tree | undefined {
  try {
    return syntaxes[syntax].read(source)
  } catch (error) {
    if (error instanceof RangeError) return undefined // the library ran out of stack: nothing that a person wrote
    throw error
  }
}
