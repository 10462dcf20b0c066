import type { Chunk, Declared } from './file.ts'
import type { Module } from './module.ts'
import type { Uri } from '../text/uri.ts'

/** Where answers come from: the modules of folders, and the texts of other files. */
export interface Answering {
  /** Finds the module in a folder. */
  moduleIn(folder: Uri): Module | undefined
  /** The text of a file that an expression names; undefined where nobody has read it. */
  textOf(file: Uri): string | undefined
}

/** What was asked while something was read, each once, with what the answer rested on: blocks, known by identity, or texts. */
export type Questions = Map<string, { readonly again: (from: Answering) => Answer; readonly answer: Answer }>

/** Who asks, and what has been asked since somebody began to note it. */
export interface Asking extends Answering {
  asked: Questions
}

/** A module that is asked. */
interface Place {
  readonly module: Module
  readonly shared: Asking
}

type Answer = readonly (Chunk | string | boolean | undefined)[]

/** Whether all that was asked is answered as it was; what was read by it then says the same. */
export function areAnsweredAlike(questions: Questions, from: Answering): boolean {
  for (const { again, answer } of questions.values()) {
    const now = again(from)
    if (now.length !== answer.length || now.some((one, index) => one !== answer[index])) return false
  }
  return true
}

/** Looks, and tells what was asked on the way. */
export function noting<T>(shared: Asking, look: () => T): { readonly found: T; readonly asked: Questions } {
  const outer = shared.asked
  const asked: Questions = new Map()
  shared.asked = asked
  try {
    return { found: look(), asked }
  } finally {
    shared.asked = outer
  }
}

/** Who uses what was looked up before has asked what was asked for it. */
export function askAlso({ asked: now }: Asking, asked: Questions): void {
  for (const [key, question] of asked) now.set(key, question)
}

function ask(shared: Asking, key: string, again: (from: Answering) => Answer): void {
  if (!shared.asked.has(key)) shared.asked.set(key, { again, answer: again(shared) })
}

type Named = 'variables' | 'locals' | 'resources' | 'calls' | 'outputs' | 'values'

/** What the module of a scope declares by a name. */
export function declaredAs({ module, shared }: Place, table: Named, name: string): Declared | undefined {
  const { folder } = module
  ask(shared, `${folder} ${table} ${name}`, from => [from.moduleIn(folder)?.[table].get(name)?.chunk])
  return module[table].get(name)
}

/** All that the module of a scope declares of a kind. */
export function allDeclared({ module, shared }: Place, list: 'providers' | 'calls' | 'outputs'): readonly Declared[] {
  const { folder } = module
  const all = (from: Module): readonly Declared[] => (list === 'providers' ? from.providers : [...from[list].values()])
  ask(shared, `${folder} ${list}`, from => chunksOf(from.moduleIn(folder), all))
  return all(module)
}

/** The resources of the module of a scope whose types fit. */
export function resourcesOf({ module, shared }: Place, fits: RegExp): readonly Declared[] {
  const { folder } = module
  const all = ({ byType }: Module): readonly Declared[] =>
    [...byType].flatMap(([type, declared]) => (fits.test(type) ? declared : []))
  ask(shared, `${folder} ${fits.source}`, from => chunksOf(from.moduleIn(folder), all))
  return all(module)
}

/** The values that files may give to a variable of the module of a scope, and whether it has no other. */
export function alternativesFor(
  { module, shared }: Place,
  name: string,
): { readonly others: readonly Declared[]; readonly isNeeded: boolean } {
  const { folder } = module
  const all = ({ alternatives }: Module): readonly Declared[] => alternatives.get(name) ?? []
  ask(shared, `${folder} alternatives ${name}`, from => [
    from.moduleIn(folder)?.needsAlternatives,
    ...chunksOf(from.moduleIn(folder), all),
  ])
  return { others: all(module), isNeeded: module.needsAlternatives }
}

/** The module in a folder. */
export function moduleBehind({ shared }: Place, folder: Uri): Module | undefined {
  ask(shared, folder, from => [from.moduleIn(folder) !== undefined])
  return shared.moduleIn(folder)
}

/** The text of a file that an expression names. */
export function textBehind({ shared }: Place, file: Uri): string | undefined {
  ask(shared, file, from => [from.textOf(file)])
  return shared.textOf(file)
}

const chunksOf = (module: Module | undefined, all: (module: Module) => readonly Declared[]): Answer =>
  module ? all(module).map(({ chunk }) => chunk) : []
