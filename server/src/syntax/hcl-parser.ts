import type { Language, Node, Parser } from 'web-tree-sitter'

/** What reads HCL: the library, and its runtime and the grammar as bytes. */
export interface HclBinaries {
  readonly library: { readonly Language: typeof Language; readonly Parser: typeof Parser }
  readonly runtime: Uint8Array
  readonly grammar: Uint8Array
}

// The grammar is compiled once for the process; a review never waits for it.
let parser: Parser | undefined
let loading: Promise<void> | undefined

/** Makes HCL readable; until then its texts hold nothing. The binaries are asked for once. */
export function loadHcl(binaries: () => Promise<HclBinaries>): Promise<void> {
  loading ??= binaries().then(async ({ library, runtime, grammar }) => {
    await library.Parser.init({ wasmBinary: runtime })
    const language = await library.Language.load(grammar)
    parser = new library.Parser().setLanguage(language)
  })
  return loading
}

/** Parses a text of HCL and hands its root to a reader; the nodes are gone afterwards. */
export function withHcl<T>(text: string, read: (root: Node) => T): T | undefined {
  const tree = parser?.parse(text)
  if (!tree) return undefined
  try {
    return read(tree.rootNode)
  } finally {
    tree.delete()
  }
}
