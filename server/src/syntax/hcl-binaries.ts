import type { HclBinaries } from './hcl-parser.ts'

/** The runtime of tree-sitter and the grammar of HCL, read when somebody asks for them. */
export async function hclBinaries(): Promise<HclBinaries> {
  const [runtime, grammar] = await Promise.all([
    import('web-tree-sitter/web-tree-sitter.wasm'),
    import('@tree-sitter-grammars/tree-sitter-hcl/tree-sitter-terraform.wasm'),
  ])
  return { runtime: runtime.default, grammar: grammar.default }
}
