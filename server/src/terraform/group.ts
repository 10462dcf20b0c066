import type { Group, GroupChange, Told } from '../formats/format.ts'
import { faultOf, type Problem } from '../model/problem.ts'
import type { Entity } from '../model/entities.ts'
import { environmentsFor, inEnvironment, nearestRoots } from './environments.ts'
import { holdsValues, isTerraform, openTerraform, type TerraformFile } from './file.ts'
import { indexModule, type Module } from './module.ts'
import { readModules, type Modules, type Readings } from './read.ts'
import { folderBehind, type OtherFormats } from './scope.ts'
import type { Lies } from '../formats/position.ts'
import { folderOf, type Uri } from '../text/uri.ts'
import { compareTexts } from '../text/order.ts'

interface Held extends Omit<GroupChange, 'file' | 'text'> {
  readonly text: string
  /** Folders of modules that it calls. */
  readonly calls: readonly Uri[]
  /** Opened when its module is read. */
  opened?: TerraformFile
  earlier?: TerraformFile
}

/** The folders of the local modules that a file calls, by a look at its text without the lines that are comments. */
const calledFolders = (file: Uri, text: string): Uri[] =>
  holdsValues(file)
    ? []
    : [
        ...text.replace(/^[ \t]*(?:#|\/\/).*/gm, '').matchAll(/\bsource"?[ \t]*[=:][ \t]*"(\.\.?\/[^"\n]*|\.\.?)"/g),
      ].flatMap(([, source = '']) => folderBehind(folderOf(file), source) ?? [])

/** The folders of Terraform files, each a module; they are read together with those that call them. Starts without any file. */
export function openTerraformGroup(lying: Lies, formats: OtherFormats): Group {
  const folders = new Map<Uri, Map<Uri, Held>>()
  const modules = new Map<Uri, Module>()
  const callers = new Map<Uri, Set<Uri>>()
  /** What the reading of a root folder gave, by file. */
  const given = new Map<Uri, Map<Uri, Entity[]>>()
  /** What its resources said, and by what: as it stands, then in each environment. */
  const readings = new Map<Uri, readonly Readings[]>()
  /** Folders that hold nothing but values, by the root folders that may be given them. */
  let apart: ReadonlyMap<Uri, readonly Uri[]> = new Map()
  /** Whether files have come or gone, or what they call. */
  let isMoved = false
  /** The folders that a root leads to, where something of Kafka is among them. */
  const concerned = new Map<Uri, Set<Uri>>()

  /** Files beside Terraform's own, and by root folder those that its expressions name. */
  const beside = new Map<Uri, string>()
  const named = new Map<Uri, Set<Uri>>()

  /** A file as it is read, once. */
  const opened = ([file, held]: readonly [Uri, Held]): TerraformFile => {
    held.opened ??= openTerraform(lying(file), held.text, held.earlier, held.isCompared)
    return held.opened
  }

  const callsOf = (folder: Uri): Set<Uri> =>
    new Set(
      [...(folders.get(folder)?.values() ?? [])]
        .flatMap(({ calls }) => calls)
        .filter(called => called !== folder && folders.has(called)),
    )

  const filesIn = (folder: Uri): TerraformFile[] =>
    [...(folders.get(folder) ?? [])].sort(([a], [b]) => (a < b ? -1 : 1)).map(opened)

  const moduleIn = (folder: Uri): Module | undefined => {
    if (!folders.has(folder)) return undefined
    let module = modules.get(folder)
    if (!module) {
      module = indexModule(folder, filesIn(folder))
      modules.set(folder, module)
    }
    return module
  }

  /** A folder and all that it leads to. */
  const closure = (start: Iterable<Uri>, next: (folder: Uri) => Iterable<Uri>): Set<Uri> => {
    const seen = new Set(start)
    for (const folder of seen) for (const other of next(folder)) seen.add(other)
    return seen
  }

  /** Keeps a file; returns the folders that see it otherwise now. */
  const put = ({ file, text, ...kept }: GroupChange): Uri[] => {
    const folder = folderOf(file)
    const files = folders.get(folder) ?? new Map<Uri, Held>()
    const before = files.get(file)
    const calls = text === undefined ? [] : calledFolders(file, text)
    isMoved ||= (before === undefined) !== (text === undefined) || before?.calls.join() !== calls.join()
    if (text === undefined) files.delete(file)
    else {
      const earlier = before?.opened ?? before?.earlier
      files.set(file, { text, ...kept, calls, ...(earlier ? { earlier } : {}) })
    }
    if (files.size > 0) folders.set(folder, files)
    else folders.delete(folder)
    modules.delete(folder)
    return [folder, ...(before?.calls ?? []), ...calls]
  }

  const faults = new Map<Uri, Problem>()

  const readFrom = (root: Uri): Map<Uri, Entity[]> => {
    const reached = closure([root], callsOf)
    if (![...reached].some(folder => [...(folders.get(folder)?.values() ?? [])].some(({ isMarked }) => isMarked())))
      return new Map()
    const module = moduleIn(root)
    concerned.set(root, reached)
    const asked = new Set<Uri>()
    named.set(root, asked)
    const textOf = (file: Uri): string | undefined => {
      asked.add(file)
      return beside.get(file)
    }
    if (!module) return new Map()
    const [before, ...others] = readings.get(root) ?? []
    const read = readModules(module, { moduleIn, textOf }, formats, before ?? new Map())
    const there = read.leavesOut ? readElsewhere(module, textOf, others) : []
    readings.set(
      root,
      [read, ...there].map(one => one.readings),
    )
    for (const { found, files } of there) {
      addWhatIsThere(read.found, found)
      for (const file of files) reached.add(folderOf(file))
    }
    return read.found
  }

  /** Reads a root folder with each environment whose values lie elsewhere. */
  const readElsewhere = (
    module: Module,
    textOf: (file: Uri) => string | undefined,
    before: readonly Readings[],
  ): (Modules & { readonly files: readonly Uri[] })[] =>
    environmentsFor(module, (apart.get(module.folder) ?? []).map(filesIn)).map((environment, index) => {
      const own = inEnvironment(module, environment)
      const answering = { moduleIn: (folder: Uri) => (folder === module.folder ? own : moduleIn(folder)), textOf }
      const files = [...environment.values()].map(({ chunk }) => chunk.file)
      return { ...readModules(own, answering, formats, before[index] ?? new Map()), files }
    })

  const findCallers = (): void => {
    callers.clear()
    for (const folder of folders.keys())
      for (const called of callsOf(folder)) callers.set(called, (callers.get(called) ?? new Set()).add(folder))
  }

  /** Finds who may be given the values that lie apart; returns the roots of which that has changed, or which a touched folder concerns. */
  const findApart = (touched: ReadonlySet<Uri>): Uri[] => {
    const before = apart
    if (isMoved) {
      const isApart = (folder: Uri): boolean => [...(folders.get(folder)?.keys() ?? [])].every(holdsValues)
      const values = [...folders.keys()].filter(isApart)
      const roots = [...folders.keys()].filter(folder => !isApart(folder) && !callers.has(folder))
      apart = nearestRoots(values, roots, folder => lying(folder).root)
      isMoved = false
    }
    return [...new Set([...before.keys(), ...apart.keys()])].filter(root => {
      const [earlier, now] = [before.get(root) ?? [], apart.get(root) ?? []]
      return now.join() !== earlier.join() || now.some(folder => touched.has(folder))
    })
  }

  /** What others call is read with them; where all call each other, each for itself. */
  const isRoot = (folder: Uri): boolean =>
    folders.has(folder) && ![...(callers.get(folder) ?? [])].some(caller => !closure([folder], callsOf).has(caller))

  /** A throw costs the folder, and the modules that it calls, where nobody else calls them. */
  const tryToRead = (folder: Uri): Map<Uri, Entity[]> => {
    try {
      return readFrom(folder)
    } catch (error) {
      faults.set(folder, faultOf(folder, 'reading Terraform', error))
      return new Map()
    }
  }

  /** Reads a folder again where nobody else does; returns the files of which it said or says something. */
  const readAgain = (folder: Uri): Uri[] => {
    const before = [...(given.get(folder)?.keys() ?? [])]
    given.delete(folder)
    concerned.delete(folder)
    named.delete(folder)
    faults.delete(folder)
    if (!isRoot(folder)) {
      readings.delete(folder)
      return before
    }
    const found = tryToRead(folder)
    given.set(folder, found)
    return [...before, ...found.keys()]
  }

  return {
    compares: true,
    update(given) {
      const changes = given.filter(({ file }) => isTerraform(file))
      const others = new Set(given.filter(({ file }) => !isTerraform(file)).map(putBeside))
      const naming = others.size === 0 ? [] : [...named].filter(([, files]) => [...others].some(one => files.has(one)))
      const touched = new Set([...changes.flatMap(put), ...naming.map(([root]) => root)])
      if (touched.size === 0) return new Map()
      findCallers()
      const earlier = apart
      const above = closure([...touched, ...findApart(touched)], folder => callers.get(folder) ?? [])
      const wereNamed = [...above].flatMap(folder => [...(named.get(folder) ?? [])])
      const changed = new Set([
        ...changes.map(({ file }) => file),
        ...[...above].flatMap(readAgain).filter(isTerraform),
      ])
      const values = [...above].flatMap(root => [...(earlier.get(root) ?? []), ...(apart.get(root) ?? [])])
      for (const folder of closure([...above, ...values], callsOf))
        for (const file of folders.get(folder)?.keys() ?? []) changed.add(file)
      const told = [...changed].map((file): [Uri, Told | undefined] => {
        const entities = entitiesIn(file)
        return [file, entities && { entities }]
      })
      const areNamed = [...above].flatMap(folder => [...(named.get(folder) ?? [])])
      told.push(...toldOfNamed(new Set([...others, ...wereNamed, ...areNamed]), new Set(wereNamed)))
      return new Map(told)
    },
    problems: () => [...faults.values()],
    wanted() {
      const called = [...folders.values()].flatMap(files => [...files.values()].flatMap(({ calls }) => calls))
      const texts = [...named.values()].flatMap(files => [...files])
      return [...new Set([...called, ...texts])].filter(one => !folders.has(one) && !beside.has(one))
    },
  }

  /** What is said of other files that expressions name, or have named. */
  function toldOfNamed(files: Iterable<Uri>, before: ReadonlySet<Uri>): [Uri, Told | undefined][] {
    const names = new Set([...named.values()].flatMap(one => [...one]))
    return [...files].flatMap((file): [Uri, Told | undefined][] => {
      if (names.has(file) && beside.has(file)) return [[file, { entities: saidOf(file), named: true }]]
      return before.has(file) ? [[file, undefined]] : []
    })
  }

  function putBeside({ file, text }: GroupChange): Uri {
    if (text === undefined) beside.delete(file)
    else beside.set(file, text)
    return file
  }

  /** Everything that was read of a file, each thing once; undefined where nothing of Kafka is near it. */
  function entitiesIn(file: Uri): readonly Entity[] | undefined {
    const folder = folderOf(file)
    if (!folders.get(folder)?.has(file) || ![...concerned.values()].some(reached => reached.has(folder)))
      return undefined
    return saidOf(file)
  }

  /** What all readings said of a file, each thing once. */
  function saidOf(file: Uri): readonly Entity[] {
    const from = [...given]
      .filter(([, files]) => files.has(file))
      .sort(([a], [b]) => compareTexts(a, b))
      .flatMap(([, files]) => files.get(file) ?? [])
    // What one reading gives is there once; several callers may say the same.
    const often = new Set(from.map(({ kind, extent }) => `${kind} ${extent.start}`)).size < from.length
    return often ? [...new Map(from.map(entity => [JSON.stringify(entity), entity])).values()] : from
  }
}

/** Adds what the blocks of an environment say of which there is none elsewhere. */
function addWhatIsThere(found: Map<Uri, Entity[]>, there: ReadonlyMap<Uri, readonly Entity[]>): void {
  for (const [file, entities] of there) {
    const known = found.get(file) ?? []
    const blocks = new Set(known.map(({ extent }) => extent.start))
    found.set(file, [...known, ...entities.filter(({ extent }) => !blocks.has(extent.start))])
  }
}
