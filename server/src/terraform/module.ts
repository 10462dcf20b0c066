import { descend, type Entry, type Tree } from '../syntax/tree.ts'
import { groupBy } from '../text/order.ts'
import { tableOf } from '../text/table.ts'
import { baseName, type Uri } from '../text/uri.ts'
import { holdsValues, type Chunk, type Declared, type TerraformFile } from './file.ts'

/** Everything that the files of a folder declare, by the names under which Terraform finds it. */
export interface Module {
  /** URI, with the slash at its end. */
  readonly folder: Uri
  readonly variables: ReadonlyMap<string, Declared>
  readonly locals: ReadonlyMap<string, Declared>
  /** By type and name: `aws_msk_cluster.main`; data sources behind `data.`. */
  readonly resources: ReadonlyMap<string, Declared>
  /** The same by type; `data` holds all data sources. */
  readonly byType: ReadonlyMap<string, readonly Declared[]>
  readonly providers: readonly Declared[]
  /** Blocks about Terraform itself: versions, where the state is kept. */
  readonly settings: readonly Declared[]
  readonly calls: ReadonlyMap<string, Declared>
  readonly outputs: ReadonlyMap<string, Declared>
  /** Values that Terraform takes by itself, the winning one for each variable. */
  readonly values: ReadonlyMap<string, Declared>
  /** Values that Terraform takes only when it is told so. */
  readonly alternatives: ReadonlyMap<string, readonly Declared[]>
  /** Whether one file alone holds such values and some variable has no other: then Terraform is always told of it. */
  readonly needsAlternatives: boolean
}

/** Indexes the files of a folder; the file of a later name wins. */
export function indexModule(folder: Uri, files: readonly TerraformFile[]): Module {
  const found: Found = {
    variables: new Map<string, Declared>(),
    locals: new Map<string, Declared>(),
    resources: new Map<string, Declared>(),
    providers: [],
    settings: [],
    calls: new Map<string, Declared>(),
    outputs: new Map<string, Declared>(),
    values: new Map<string, Declared>(),
    alternatives: new Map<string, Declared[]>(),
  }
  for (const { chunks } of files.filter(({ file }) => !holdsValues(file)))
    for (const chunk of chunks)
      for (const head of chunk.syntax === 'hcl' ? [chunk.head] : headsOf(chunk.tree())) declare(chunk, head, found)
  noteValues(files, found)
  const byType = groupBy(found.resources, ([id]) => id.split('.')[0] ?? '')
  return {
    folder,
    ...found,
    byType: new Map([...byType].map(([type, all]) => [type, all.map(([, declared]) => declared)])),
    needsAlternatives: needsAlternatives(files, found),
  }
}

function needsAlternatives(files: readonly TerraformFile[], { variables, values, alternatives }: Found): boolean {
  const hasDefault = ({ chunk, path }: Declared): boolean => keysOf(chunk.tree(), path).includes('default')
  return (
    files.filter(({ file }) => holdsValues(file) && !isAutomatic(file)).length === 1 &&
    [...variables].some(([name, declared]) => alternatives.has(name) && !values.has(name) && !hasDefault(declared))
  )
}

/** A module while its files are looked through. */
interface Found {
  readonly variables: Map<string, Declared>
  readonly locals: Map<string, Declared>
  readonly resources: Map<string, Declared>
  readonly providers: Declared[]
  readonly settings: Declared[]
  readonly calls: Map<string, Declared>
  readonly outputs: Map<string, Declared>
  readonly values: Map<string, Declared>
  readonly alternatives: Map<string, Declared[]>
}

/** Notes what a block declares, by the words in front of its brace. */
function declare(chunk: Chunk, path: readonly string[], found: Found): void {
  const [kind = '', type = '', name = ''] = path
  const declared: Declared = { chunk, path }
  switch (kind) {
    case 'variable':
      found.variables.set(type, declared)
      return
    case 'output':
      found.outputs.set(type, declared)
      return
    case 'module':
      found.calls.set(type, declared)
      return
    case 'provider':
      found.providers.push(declared)
      return
    case 'terraform':
      found.settings.push(declared)
      return
    case 'resource':
      found.resources.set(`${type}.${name}`, declared)
      return
    case 'data':
      found.resources.set(`data.${type}.${name}`, declared)
      return
    case 'locals':
      for (const key of keysOf(chunk.tree(), ['locals'])) found.locals.set(key, { chunk, path: ['locals', key] })
  }
}

/** Notes the values of variables; `terraform.tfvars` loses to files of a later name. */
function noteValues(files: readonly TerraformFile[], found: Found): void {
  const inOrder = files
    .filter(({ file }) => holdsValues(file))
    .sort((a, b) => rank(a.file) - rank(b.file) || (a.file < b.file ? -1 : 1))
  for (const file of inOrder) {
    for (const [key, declared] of valuesOf(file)) {
      if (isAutomatic(file.file)) found.values.set(key, declared)
      else found.alternatives.set(key, [...(found.alternatives.get(key) ?? []), declared])
    }
  }
}

/** The values that a file gives to variables. */
export const valuesOf = ({ chunks }: TerraformFile): [string, Declared][] => chunks.flatMap(valuesIn)

const valuesIn = (chunk: Chunk): [string, Declared][] =>
  keysOf(chunk.tree(), []).map(key => [key, { chunk, path: [key] }])

const isAutomatic = (file: Uri): boolean =>
  /^terraform\.tfvars(?:\.json)?$|\.auto\.tfvars(?:\.json)?$/i.test(baseName(file))

/** `terraform.tfvars` comes first, and loses. */
const rank = (file: Uri): number => (/^terraform\.tfvars/i.test(baseName(file)) ? 0 : 1)

function keysOf(tree: Tree | undefined, path: readonly string[]): string[] {
  const at = descend(tree, path)
  const maps = at?.kind === 'list' ? at.items : [at]
  return maps.flatMap(map => (map?.kind === 'map' ? map.entries.map(({ key }) => key) : []))
}

const labels = tableOf<number>({
  resource: 2,
  data: 2,
  variable: 1,
  output: 1,
  module: 1,
  provider: 1,
  locals: 0,
  terraform: 0,
})

const entriesOf = (tree: Tree | undefined): readonly Entry[] => (tree?.kind === 'map' ? tree.entries : [])

/** What a JSON file declares, in the words that HCL would have in front of the brace. */
function headsOf(tree: Tree | undefined): string[][] {
  const below = (at: Tree | undefined, depth: number): string[][] =>
    depth === 0 ? [[]] : entriesOf(at).flatMap(({ key, value }) => below(value, depth - 1).map(rest => [key, ...rest]))
  return entriesOf(tree).flatMap(({ key, value }) => {
    const depth = labels.get(key)
    return depth === undefined ? [] : below(value, depth).map(rest => [key, ...rest])
  })
}
