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

/** White space that the parser, looking for where a text goes on to make sense, would walk over once from each of its characters. */
const endless = /[ \t\r\n]{1000,}/g

/** The text, as long as before and with its lines where they begin and end, with comments in endless white space: those are walked over at once. */
const withoutGaps = (text: string): string =>
  text.replace(endless, gap => {
    const first = gap.indexOf('\n')
    if (first < 0) return comment(gap.length)
    const last = gap.lastIndexOf('\n')
    const between = last > first ? `\n${comment(last - first - 1)}` : ''
    return `${comment(first)}${between}\n${comment(gap.length - last - 1)}`
  })

const comment = (length: number): string => (length < 4 ? ' '.repeat(length) : `/*${' '.repeat(length - 4)}*/`)

/** Parses a text of HCL, as far as it goes, and hands its root to a reader; the nodes are gone afterwards. */
export function withHcl<T>(text: string, read: (root: Node) => T): T | undefined {
  const tree = parser?.parse(withoutGaps(text))
  if (!tree) return undefined
  try {
    return read(tree.rootNode)
  } finally {
    tree.delete()
  }
}
