import grammar from '@tree-sitter-grammars/tree-sitter-hcl/tree-sitter-terraform.wasm'
import { Language, Parser } from 'web-tree-sitter'
import runtime from 'web-tree-sitter/web-tree-sitter.wasm'
import type { HclBinaries } from './hcl-parser.ts'

/** Tree-sitter and the grammar of HCL. Loaded by `import()` as a module of its own, when somebody reads HCL: bundlers turn a binary that is itself the target of `import()` into an object with a property for each byte. */
export const hclBinaries: HclBinaries = { library: { Language, Parser }, runtime, grammar }
