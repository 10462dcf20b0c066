import type { Known } from '../../model/fact.ts'
import { baseName, folderName, folderOf, within, type Uri } from '../../text/uri.ts'
import { down } from '../cursor.ts'
import type { Cursor } from '../position.ts'
import { folderOfChart, folderUnder, isDefault, isOfChart, nothingIn, parentOfChart } from './files.ts'
import { dependenciesIn, stateOf, switched, switchedOffAt, withDependencies, type Dependency } from './switches.ts'
import { layered, type ValueAt } from './values.ts'

/** What switches in other files make of a file of a chart. */
export interface Switches {
  /** Of values, what they are with all that they switch on, and with the switches of the chart that turn something of them off. */
  readonly root?: Cursor
  /** The files that what they switch on may come from. */
  readonly from: readonly Uri[]
  /** Set where the charts above turn the whole chart off. */
  readonly off?: Known<boolean>
}

/** The files of values, by the folders of their charts. */
export interface HeldValues {
  readonly held: ReadonlyMap<Uri, ReadonlyMap<Uri, () => Cursor>>
  foldersOf(file: Uri): readonly Uri[]
  rootsIn(folder: Uri): { readonly own: readonly Cursor[]; readonly others: readonly Cursor[] }
}

/** Which parts of charts are on, by all files of values that belong together. */
export interface Switching {
  /** Takes over what a file says now, of the charts of some folders. */
  put(file: Uri, text: string | undefined, folders: readonly Uri[]): void
  /** The files of values under keys, and those of the charts above and below theirs: what one of them says may switch parts of the others. */
  switchedUnder(keys: Iterable<string>): Set<Uri>
  /** What switches in other files make of a file of a chart; undefined where they change nothing, and where neither it nor what it gets from them concerns anybody. */
  switchesOf(file: Uri, concerns: (file: Uri) => boolean): Switches | undefined
}

/** Starts without any file. */
export function openSwitching({ held, foldersOf, rootsIn }: HeldValues): Switching {
  /** What each chart says that it brings along, until its files change. */
  const brought = new Map<Uri, readonly Dependency[]>()
  /** The charts above and below each. */
  const relatives = new Map<Uri, Set<Uri>>()
  const relate = (one: Uri, other: Uri): void => {
    relatives.set(one, (relatives.get(one) ?? new Set()).add(other))
    relatives.set(other, (relatives.get(other) ?? new Set()).add(one))
  }
  const dependenciesOf = (folder: Uri): readonly Dependency[] => {
    const known = brought.get(folder)
    if (known) return known
    const found = [...(held.get(folder) ?? [])].flatMap(([file, root]) =>
      isOfChart(baseName(file)) ? dependenciesIn(root()) : [],
    )
    brought.set(folder, found)
    return found
  }
  const ownOf = (folder: Uri): Uri | undefined =>
    [...(held.get(folder)?.keys() ?? [])].find(file => isDefault(file) && folderOf(file) === folder)

  /** The switch by which the charts above one turn it off; undefined where any of their values turn it on. */
  const offAbove = (folder: Uri): Known<boolean> | undefined => {
    const parent = parentOfChart(folder)
    if (parent === undefined) return undefined
    const { own, others } = rootsIn(parent)
    const [first = nothingIn(parent)] = own
    const valueAt: ValueAt = path => down(first, ...path)
    const states = dependenciesOf(parent)
      .filter(({ chart }) => chart === folderName(folder))
      .flatMap(one => [valueAt, ...others.map(other => layered(valueAt, other))].map(given => stateOf(one, given)))
    const [alone] = states
    const by = alone?.on === false && states.every(({ on }) => on !== true) ? alone.by : undefined
    return by ? switchedOffAt(by) : offAbove(parent)
  }

  /** The charts that one brings along from this repository, under the names of their values, each with the values that it comes with: those that it names, and those in its folder of charts. */
  const belowOf = (folder: Uri): ReadonlyMap<string, Uri> => {
    const isChart = [...(held.get(folder)?.keys() ?? [])].some(file => isOfChart(baseName(file)))
    const inside = isChart ? [...(relatives.get(folder) ?? [])].filter(one => parentOfChart(one) === folder) : []
    return new Map(
      [
        ...inside.map(below => ({ name: folderName(below), below })),
        ...dependenciesOf(folder).map(one => ({ name: one.name, below: folderOfDependency(folder, one) })),
      ].flatMap(({ name, below }) => {
        const own = below === undefined || below === folder ? undefined : ownOf(below)
        return own === undefined ? [] : [[name, own] as const]
      }),
    )
  }

  /** What a chart comes with, where other values are put over it. */
  const beneath = (folder: Uri, file: Uri): Uri | undefined => {
    const own = ownOf(folder)
    return own === file ? undefined : own
  }
  const rootOf = (file: Uri | undefined): Cursor | undefined =>
    file === undefined ? undefined : held.get(folderOf(file))?.get(file)?.()

  /** Values as the switches of the chart of a folder, and of those that it brings along, leave them. */
  const switchedIn = (folder: Uri, file: Uri, given: Cursor): Cursor => {
    const own = rootOf(beneath(folder, file))
    const below = new Map([...belowOf(folder)].map(([name, one]) => [name, rootOf(one)]))
    return withDependencies(switched(given, own, below), own ?? nothingIn(folder), dependenciesOf(folder))
  }

  const switchesOfValues = (file: Uri, concerns: (file: Uri) => boolean): Switches | undefined => {
    const folders = isOfChart(baseName(file)) ? [] : foldersOf(file)
    const from = folders.flatMap(one => [beneath(one, file) ?? [], ...belowOf(one).values()].flat())
    if (folders.length === 0 || ![file, ...from].some(concerns)) return undefined
    const given = folders.flatMap(one => held.get(one)?.get(file) ?? [])[0]?.()
    if (!given) return undefined
    const root = folders.reduce((values, folder) => switchedIn(folder, file, values), given)
    const off = folders.map(offAbove).find(one => one)
    if (root === given && !off) return undefined
    return { from, ...(root === given ? {} : { root }), ...(off ? { off } : {}) }
  }

  return {
    switchedUnder(keys) {
      const folders = new Set<Uri>()
      const visitDown = (folder: Uri): void => {
        folders.add(folder)
        for (const other of relatives.get(folder) ?? []) if (other.startsWith(folder)) visitDown(other)
      }
      for (const key of keys) {
        const folder = folderUnder(key)
        if (folder === undefined) continue
        visitDown(folder)
        for (const other of relatives.get(folder) ?? []) folders.add(other)
      }
      return new Set([...folders].flatMap(folder => [...(held.get(folder)?.keys() ?? [])]))
    },
    switchesOf(file, concerns) {
      const folder = folderOfChart(file)
      if (folder === undefined) return switchesOfValues(file, concerns)
      const off = offAbove(folder)
      return off && { from: [], off }
    },
    put(file, text, folders) {
      for (const folder of folders) {
        brought.delete(folder)
        const parent = parentOfChart(folder)
        if (parent !== undefined) relate(folder, parent)
      }
      if (text === undefined || !isOfChart(baseName(file))) return
      for (const [, path = ''] of text.matchAll(/file:\/\/(?!\/)([^\s"']+)/g)) {
        const other = within(folderOf(file), `${path.replace(/\/+$/, '')}/`)
        if (other !== undefined) relate(folderOf(file), other)
      }
    },
  }
}

/** The folder of a chart that another one brings along from its repository. */
const folderOfDependency = (folder: Uri, { chart, repository }: Dependency): Uri | undefined => {
  const path = /^file:\/\/(?!\/)(.+)$/.exec(repository)?.[1] ?? `charts/${chart}`
  return within(folder, `${path.replace(/\/+$/, '')}/`)
}
