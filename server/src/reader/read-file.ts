import type { Schema } from '../model/entities.ts'
import { knownValue } from '../model/fact.ts'
import { runningApart, type FileFacts } from '../model/file-facts.ts'
import { syntaxes, type SyntaxName } from '../syntax/syntaxes.ts'
import { cutIn, type Tree } from '../syntax/tree.ts'
import { readable } from '../formats/completeness.ts'
import { startAt } from '../formats/cursor.ts'
import type { DocumentScope, Lying } from '../formats/position.ts'
import type { AloneFormat } from '../formats/format.ts'
import { shellScopes } from '../formats/shell/scopes.ts'
import { aloneIn, formatsFor, holds, holdsAny, readWith } from './formats.ts'
import { readSuppressions } from '../formats/suppressions.ts'
import type { Uri } from '../text/uri.ts'

/** A file as it was read, kept so that the next reading takes over what did not change. */
export interface ReadResult {
  readonly facts: FileFacts
  /** What of the file is not followed, in words. */
  readonly cut?: string
  /** By their text. */
  readonly documents: ReadonlyMap<string, ReadDocument>
  /** The text that its schemas were compared with, and the schemas in it. */
  readonly earlier?: { readonly text: string; readonly schemas: readonly Schema[] }
}

interface ReadDocument {
  readonly start: number
  readonly root: Uri | undefined
  /** The formats that the file can be of by its name, and those that have something to say of the document, wherever it stands. */
  readonly among: ReturnType<typeof formatsFor>
  readonly readers: readonly AloneFormat[]
  readonly tree: Tree | undefined
  readonly cut: string | undefined
  readonly entities: FileFacts['entities']
}

/** Longer texts are not read: a review must not hang an editor. In UTF-16 units. */
export const longestText = 4_000_000

/** Reads a file by itself; undefined when it is none of ours, or of formats that are read together only. Its schemas are compared with what the file said before, where that is given. Never throws. */
export function readFile(
  file: Uri,
  text: string,
  previous?: ReadResult,
  language?: string,
  before?: string,
  root?: Uri,
): ReadResult | undefined {
  const at: Lying = { file, ...(root === undefined ? {} : { root }) }
  if (before === undefined) return readText(at, text, previous, language)
  const known = previous?.earlier
  const now = readText(at, text, known && previous, language, true)
  if (!now || schemasOf(now).length === 0) return now
  const schemas = known?.text === before ? known.schemas : schemasOf(readText(at, before, undefined, language, true))
  const entities = withEarlier(now.facts.entities, schemas)
  return { ...now, facts: { ...now.facts, entities }, earlier: { text: before, schemas } }
}

const schemasOf = (reading: ReadResult | undefined): Schema[] => schemasAmong(reading?.facts.entities ?? [])

const schemasAmong = (entities: FileFacts['entities']): Schema[] =>
  entities.filter(({ kind }) => kind === 'schema') as Schema[]

/** The entities of a file, each schema with what the schema of its name promised before; of two files with one schema each, whatever they are called. */
export function withEarlier(entities: FileFacts['entities'], earlier: readonly Schema[]): FileFacts['entities'] {
  const [only] = earlier
  const isAlone = earlier.length === 1 && schemasAmong(entities).length === 1
  const promised = (schema: Schema): Schema['earlier'] =>
    (isAlone ? only : earlier.find(({ name }) => knownValue(name) === knownValue(schema.name)))?.contract
  return entities.map(entity => {
    const contract = entity.kind === 'schema' ? promised(entity) : undefined
    return entity.kind === 'schema' && contract ? { ...entity, earlier: contract } : entity
  })
}

function readText(
  at: Lying,
  text: string,
  previous: ReadResult | undefined,
  language: string | undefined,
  isCompared = false,
): ReadResult | undefined {
  const { file, root: under } = at
  const among = formatsFor(file, text, language)
  const alone = aloneIn(among)
  if (!holdsAny(text, alone)) return undefined
  const formats = alone.filter(format => holds(at, text, format))
  const [first] = formats
  if (!first || text.length > longestText) return undefined
  const { syntax } = first
  const documents = new Map<string, ReadDocument>()
  const readersOf = (source: string): AloneFormat[] =>
    source.length === text.length ? formats : formats.filter(format => holds(at, source, format))
  const scopesAt = syntax === 'script' ? shellScopes(text) : () => nothingSet
  const entities = syntaxes[syntax].documents(text).flatMap(({ start, end }) => {
    const source = text.slice(start, end)
    const before = previous?.documents.get(source) ?? documents.get(source)
    const known = before?.among === among && before.root === under ? before : undefined
    const readers = known?.readers ?? readersOf(source)
    if (readers.length === 0 && !known) return []
    const { tree, cut } = known ?? parse(syntax, source)
    const noted = new Set<AloneFormat>()
    const scopes = scopesAt(start)
    const isFilledIn = scopes.some(scope => scope)
    const read = (scope: DocumentScope | undefined): FileFacts['entities'] => {
      const document = { ...at, syntax, source, start, ...(scope ? { scope } : {}), ...(isCompared && { isCompared }) }
      const root = readable(startAt(document, tree))
      return root ? readWith(readers, root, noted) : []
    }
    // Facts know their place in the file: what has moved, or has names that are set elsewhere in it, is read anew from its tree.
    if (known?.start === start && !isFilledIn) {
      documents.set(source, known)
      return known.entities
    }
    const entities = scopes.flatMap(read).filter(isNew(scopes.length))
    documents.set(source, {
      start,
      root: under,
      among,
      readers: isFilledIn ? readers : [...noted],
      tree,
      cut,
      entities,
    })
    return entities
  })
  const marks = formats.find(({ comments }) => comments)?.comments ?? []
  const suppressions = marks.flatMap(mark => readSuppressions(file, text, mark))
  const cut = [...documents.values()].find(document => document.cut !== undefined)?.cut
  return { facts: runningApart({ file, entities, suppressions }), documents, ...(cut === undefined ? {} : { cut }) }
}

/** Tells what a command says that runs several times from what it has said before. */
function isNew(times: number): (entity: FileFacts['entities'][number]) => boolean {
  const said = new Set<string>()
  return entity => {
    if (times === 1) return true
    const same = JSON.stringify(entity)
    return !said.has(same) && said.add(same).has(same)
  }
}

/** The names that hold in a document of which nothing is known. */
const nothingSet = [undefined]

function parse(syntax: SyntaxName, source: string): Pick<ReadDocument, 'tree' | 'cut'> {
  try {
    const tree = syntaxes[syntax].read(source)
    return { tree, cut: cutIn(tree) }
  } catch (error) {
    // The library ran out of stack: nothing that a person wrote.
    if (error instanceof RangeError) return { tree: undefined, cut: 'a document is nested too deep to be read' }
    throw error
  }
}
