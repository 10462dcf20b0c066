import type { Entity } from '../../model/entities.ts'
import { folderOf, type Uri } from '../../text/uri.ts'
import { holdsValues, isTerraform, openTerraform, type TerraformFile } from './file.ts'
import { indexModule, type Module } from './module.ts'
import { readModules } from './read.ts'
import { folderBehind } from './scope.ts'

/** The folders of Terraform files, each a module; they are read together with those that call them. */
export interface TerraformWorkspace {
  /** Replaces files (undefined: it is gone; ours: it names something of Kafka); returns the entities of all files that may say something else now, undefined for those that concern nobody. */
  update(
    changes: readonly (readonly [file: Uri, text: string | undefined, ours: boolean])[],
  ): Map<Uri, readonly Entity[] | undefined>
}

interface Held {
  readonly text: string
  readonly ours: boolean
  /** Folders of modules that it calls. */
  readonly calls: readonly Uri[]
  /** Opened when its module is read. */
  opened?: TerraformFile
  earlier?: TerraformFile
}

/** The folders of the local modules that a file calls, by a look at its text. */
export const calledFolders = (file: Uri, text: string): Uri[] =>
  isTerraform(file) && !holdsValues(file)
    ? [...text.matchAll(/\bsource"?[ \t]*[=:][ \t]*"(\.\.?\/[^"\n]*|\.\.?)"/g)].flatMap(
        ([, source = '']) => folderBehind(folderOf(file), source) ?? [],
      )
    : []

/** Starts without any file. */
export function openTerraformWorkspace(): TerraformWorkspace {
  const folders = new Map<Uri, Map<Uri, Held>>()
  const modules = new Map<Uri, Module>()
  const callers = new Map<Uri, Set<Uri>>()
  /** What the reading of a root folder gave, by file. */
  const given = new Map<Uri, Map<Uri, Entity[]>>()
  /** The folders that a root leads to, where something of Kafka is among them. */
  const concerned = new Map<Uri, Set<Uri>>()

  const callsOf = (folder: Uri): Set<Uri> =>
    new Set(
      [...(folders.get(folder)?.values() ?? [])]
        .flatMap(({ calls }) => calls)
        .filter(called => called !== folder && folders.has(called)),
    )

  const moduleIn = (folder: Uri): Module | undefined => {
    const files = folders.get(folder)
    if (!files) return undefined
    let module = modules.get(folder)
    if (!module) {
      const opened = [...files]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([file, held]) => (held.opened ??= openTerraform(file, held.text, held.earlier)))
      modules.set(folder, (module = indexModule(folder, opened)))
    }
    return module
  }

  /** A folder and all that it leads to. */
  const closure = (start: Iterable<Uri>, next: (folder: Uri) => Iterable<Uri>): Set<Uri> => {
    const seen = new Set(start)
    for (const folder of seen) for (const other of next(folder)) seen.add(other)
    return seen
  }

  const put = (file: Uri, text: string | undefined, ours: boolean): Uri[] => {
    const folder = folderOf(file)
    const files = folders.get(folder) ?? new Map<Uri, Held>()
    const before = files.get(file)
    const calls = text === undefined ? [] : calledFolders(file, text)
    if (text === undefined) files.delete(file)
    else {
      const earlier = before?.opened ?? before?.earlier
      files.set(file, { text, ours, calls, ...(earlier ? { earlier } : {}) })
    }
    if (files.size > 0) folders.set(folder, files)
    else folders.delete(folder)
    modules.delete(folder)
    return [folder, ...(before?.calls ?? []), ...calls]
  }

  const readFrom = (root: Uri): Map<Uri, Entity[]> => {
    const reached = closure([root], callsOf)
    if (![...reached].some(folder => [...(folders.get(folder)?.values() ?? [])].some(({ ours }) => ours)))
      return new Map()
    const module = moduleIn(root)
    concerned.set(root, reached)
    return module ? readModules(module, moduleIn) : new Map()
  }

  return {
    update(changes) {
      const touched = new Set(changes.flatMap(([file, text, ours]) => put(file, text, ours)))
      callers.clear()
      for (const folder of folders.keys())
        for (const called of callsOf(folder)) callers.set(called, (callers.get(called) ?? new Set()).add(folder))
      const above = closure(touched, folder => callers.get(folder) ?? [])
      const changed = new Map<Uri, readonly Entity[] | undefined>(changes.map(([file]) => [file, undefined]))
      for (const folder of above) {
        for (const file of given.get(folder)?.keys() ?? []) changed.set(file, undefined)
        given.delete(folder)
        concerned.delete(folder)
        // What others call is read with them; where all call each other, each for itself.
        const isRoot = ![...(callers.get(folder) ?? [])].some(caller => !closure([folder], callsOf).has(caller))
        if (!folders.has(folder) || !isRoot) continue
        const found = readFrom(folder)
        given.set(folder, found)
        for (const file of found.keys()) changed.set(file, undefined)
      }
      for (const folder of closure(above, callsOf))
        for (const file of folders.get(folder)?.keys() ?? []) changed.set(file, undefined)
      for (const file of changed.keys()) changed.set(file, entitiesIn(file))
      return changed
    },
  }

  /** Everything that was read of a file, each thing once; undefined where nothing of Kafka is near it. */
  function entitiesIn(file: Uri): readonly Entity[] | undefined {
    const folder = folderOf(file)
    if (!folders.get(folder)?.has(file) || ![...concerned.values()].some(reached => reached.has(folder)))
      return undefined
    const from = [...given.values()].flatMap(files => files.get(file) ?? [])
    // What one reading gives is there once; several callers may say the same.
    const often = new Set(from.map(({ kind, extent }) => `${kind} ${extent.start}`)).size < from.length
    return often ? [...new Map(from.map(entity => [JSON.stringify(entity), entity])).values()] : from
  }
}
