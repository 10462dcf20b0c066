import { Language, Parser, type Node } from 'web-tree-sitter'

/** The compiled runtime and grammar, as bytes. */
export interface HclBinaries {
  readonly runtime: Uint8Array
  readonly grammar: Uint8Array
}

// The grammar is compiled once for the process; a review never waits for it.
let parser: Parser | undefined
let loading: Promise<void> | undefined

/** Makes HCL readable; until then its texts hold nothing. The binaries are asked for once. */
export function loadHcl(binaries: () => Promise<HclBinaries>): Promise<void> {
  loading ??= binaries().then(async ({ runtime, grammar }) => {
    await Parser.init({ wasmBinary: runtime })
    const language = await Language.load(grammar)
    parser = new Parser().setLanguage(language)
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
