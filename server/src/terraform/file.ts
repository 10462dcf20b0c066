import { readJson } from '../syntax/json.ts'
import { readHcl, splitHcl } from '../syntax/hcl.ts'
import type { Tree } from '../syntax/tree.ts'
import type { Cursor, Lying } from '../formats/position.ts'
import type { Uri } from '../text/uri.ts'

/** A file of Terraform: the stretches that stand at its top, each read when somebody asks for it. */
export interface TerraformFile {
  readonly file: Uri
  readonly text: string
  readonly chunks: readonly Chunk[]
}

/** A block at the top of a file, or everything of a JSON file. */
export interface Chunk extends Lying {
  readonly syntax: 'hcl' | 'json'
  readonly start: number
  readonly source: string
  readonly isCompared?: true
  /** The words in front of the brace: `resource`, `aws_msk_cluster`, `main`; none in JSON. */
  readonly head: readonly string[]
  tree(): Tree | undefined
}

/** Whether a file is Terraform's own, and not one that its expressions name. */
export const isTerraform = (file: string): boolean => /\.tf(?:vars)?(?:\.json)?$/i.test(file)

/** Whether a file holds values of variables. */
export const holdsValues = (file: string): boolean => /\.tfvars(?:\.json)?$/i.test(file)

/** Opens a file; stretches that an earlier version of it had are not read again. */
export function openTerraform(at: Lying, text: string, previous?: TerraformFile, isCompared?: true): TerraformFile {
  const { file, root } = at
  const compared = isCompared ? { isCompared } : {}
  const known = new Map(previous?.chunks.map(chunk => [chunk.source, chunk]))
  const make = (syntax: Chunk['syntax'], start: number, source: string): Chunk => {
    const same = known.get(source)
    if (same?.start === start && same.isCompared === isCompared && same.root === root) return same
    if (same) return { ...same, ...at, start, ...compared }
    let read: { tree: Tree | undefined } | undefined
    return {
      ...at,
      syntax,
      start,
      source,
      ...compared,
      head: syntax === 'hcl' ? headOf(source) : [],
      tree: () => {
        read ??= { tree: attempt(syntax === 'hcl' ? readHcl : readJson, source) }
        return read.tree
      },
    }
  }
  if (/\.json$/i.test(file)) return { file, text, chunks: [make('json', 0, text)] }
  return { file, text, chunks: splitHcl(text).map(({ start, end }) => make('hcl', start, text.slice(start, end))) }
}

function attempt(read: (source: string) => Tree | undefined, source: string): Tree | undefined {
  try {
    return read(source)
  } catch (error) {
    if (error instanceof RangeError) return undefined // nested deeper than anything that a person wrote
    throw error
  }
}

const headOf = (source: string): string[] => {
  const head = /^([\w-]+)((?:[ \t]+(?:"[^"\n]*"|[\w-]+)){0,2})[ \t]*\{/.exec(source)
  return head
    ? [
        head[1] ?? '',
        ...(head[2] ?? '')
          .split(/[ \t]+/)
          .filter(word => word !== '')
          .map(word => word.replace(/"/g, '')),
      ]
    : []
}

/** A place below the top of a chunk. */
export interface Declared {
  readonly chunk: Chunk
  readonly path: readonly string[]
}

/** Where a cursor's document lies. */
export const documentOf = ({ file, root, syntax, source, start, isCompared }: Chunk): Cursor['document'] => ({
  file,
  ...(root === undefined ? {} : { root }),
  syntax,
  source,
  start,
  ...(isCompared ? { isCompared } : {}),
})
