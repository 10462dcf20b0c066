import { folderOfChart, isDefault, isTemplateOfChart } from '../../text/chart-paths.ts'
import type { Known } from '../../model/fact.ts'
import { lazy } from '../../text/lazy.ts'
import { baseName, folderName, folderOf, stepsUp, within, type Uri } from '../../text/uri.ts'
import { down, isThere } from '../cursor.ts'
import type { Cursor } from '../position.ts'
import { folderUnder, isOfChart, nothingIn, parentOfChart } from './files.ts'
import { giftsIn, mayGive, namesOfCharts, type Gift } from './gifts.ts'
import { dependenciesIn, stateOf, switched, switchedOffAt, withDependencies, type Dependency } from './switches.ts'
import { layered, type ValueAt } from './values.ts'

/** What switches in other files make of a file of a chart. */
export interface Switches {
  /** Of values, their documents with all that they switch on, and with the switches of the chart that turn something of them off; those that this changes. */
  readonly roots: readonly Cursor[]
  /** The files that what they switch on may come from. */
  readonly from: readonly Uri[]
  /** Set where the charts above turn the whole chart off. */
  readonly off?: Known<boolean>
}

/** The files of values, by the folders of their charts; `documentsOf` reads all documents of a file. */
export interface HeldValues {
  readonly held: ReadonlyMap<Uri, ReadonlyMap<Uri, () => Cursor>>
  documentsOf(file: Uri, text: string): readonly Cursor[]
  foldersOf(file: Uri): readonly Uri[]
  rootsIn(folder: Uri): { readonly own: readonly Cursor[]; readonly others: readonly Cursor[] }
}

/** A file with resources that may give values to charts: the last names of the paths of these, and of the files of values that it may name. */
interface Giver {
  readonly text: string
  readonly names: ReadonlySet<string>
  readonly files: ReadonlySet<string>
  gifts(): readonly Gift[]
}

/** What a resource gives to the chart of a folder. */
interface Given {
  readonly gift: Gift
  readonly folder: Uri
}

/** Which parts of charts are on, by all files of values that belong together. */
export interface Switching {
  /** Takes over what a file says now, of the charts of some folders; returns the charts that it gave values to, or gives now. */
  put(file: Uri, text: string | undefined, folders: readonly Uri[]): readonly Uri[]
  /** The files of values under keys, and those of the charts above and below theirs: what one of them says may switch parts of the others. */
  switchedUnder(keys: Iterable<string>): Set<Uri>
  /** The names under which a chart has the values of one in it, as it says; none where it says nothing of that. */
  namesOf(folder: Uri, below: Uri): readonly string[]
  /** What a file says with resources that may give values to charts. */
  textOf(file: Uri): string | undefined
  /** What switches in other files make of a file of a chart; undefined where they change nothing, and where neither it nor what it gets from them concerns anybody. */
  switchesOf(file: Uri, concerns: (file: Uri) => boolean): Switches | undefined
}

/** Starts without any file. */
export function openSwitching({ held, documentsOf, foldersOf, rootsIn }: HeldValues): Switching {
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

  /** The resources that may give values to charts, by their files. */
  const givers = new Map<Uri, Giver>()
  /** Those that may name files of values, by the last names of these. */
  const naming = new Map<string, Set<Uri>>()
  /** The folder of the chart that a resource gives values to: where it leads from here, else the nearest that lies at the end of such a path. */
  const folderGiven = (file: Uri, { chart, fromHere }: Gift): Uri | undefined => {
    const path = `${chart.replace(/^(?:\.\/)+|(?<!\/)\/+$/g, '')}/`
    if (fromHere) return within(folderOf(file), path)
    const fitting = [...held.keys()].filter(folder => folder.endsWith(`/${path}`) && isChart(folder))
    const least = Math.min(...fitting.map(folder => stepsUp(file, folder)))
    const nearest = fitting.filter(folder => stepsUp(file, folder) === least)
    return nearest.length === 1 ? nearest[0] : undefined
  }
  const isChart = (folder: Uri): boolean =>
    [...(held.get(folder)?.keys() ?? [])].some(file => isOfChart(baseName(file)))
  /** What resources give to the chart of a folder. */
  const giftsTo = (folder: Uri): { readonly file: Uri; readonly gift: Gift }[] =>
    [...givers].flatMap(([file, { names, gifts }]) =>
      names.has(folderName(folder))
        ? gifts().flatMap(gift => (folderGiven(file, gift) === folder ? [{ file, gift }] : []))
        : [],
    )
  /** The files that a resource names for the chart of a folder, as their paths lead from there, or from the resource. */
  const filesNamed = (from: Uri, folder: Uri, { files, fromHere }: Gift): Uri[] =>
    files.flatMap(path => within(fromHere ? folderOf(from) : folder, path) ?? [])
  /** The charts that resources give a file of values to. */
  const chartsNaming = (file: Uri): Uri[] =>
    [...(naming.get(baseName(file)) ?? [])].flatMap(from =>
      giftsOf(from).flatMap(({ gift, folder }) => (filesNamed(from, folder, gift).includes(file) ? [folder] : [])),
    )
  /** What each resource gives to charts that are there, until a file changes. */
  const giving = new Map<Uri, readonly Given[]>()
  const giftsOf = (file: Uri): readonly Given[] => {
    const known = giving.get(file)
    if (known) return known
    const found = findGifts(file)
    giving.set(file, found)
    return found
  }
  const findGifts = (file: Uri): readonly Given[] => {
    const giver = givers.get(file)
    // Most resources install charts of others.
    if (!giver || ![...held.keys()].some(folder => giver.names.has(folderName(folder)))) return []
    return giver.gifts().flatMap(gift => {
      const folder = folderGiven(file, gift)
      return folder === undefined ? [] : [{ gift, folder }]
    })
  }

  const give = (file: Uri, text: string | undefined): void => {
    for (const name of givers.get(file)?.files ?? []) naming.get(name)?.delete(file)
    givers.delete(file)
    if (text === undefined || !/\.ya?ml$/.test(file) || isTemplateOfChart(file) || !mayGive(text)) return
    const gifts = lazy(() => documentsOf(file, text).flatMap(giftsIn))
    const files = new Set([...text.matchAll(/[\w.-]{1,80}\.ya?ml\b/g)].map(([path]) => path))
    givers.set(file, { text, names: namesOfCharts(text), files, gifts })
    for (const name of files) naming.set(name, (naming.get(name) ?? new Set()).add(file))
  }

  /** The switch by which the charts above one turn it off; undefined where any of their values turn it on. */
  const offAbove = (folder: Uri): Known<boolean> | undefined => {
    const parent = parentOfChart(folder)
    if (parent === undefined) return undefined
    const { own, others: beside } = rootsIn(parent)
    const [first = nothingIn(parent)] = own
    const others = [...beside, ...giftsTo(parent).map(({ gift }) => gift.values)]
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
    const inside = isChart(folder)
      ? [...(relatives.get(folder) ?? [])].filter(one => parentOfChart(one) === folder)
      : []
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

  /** The files that values of some charts take from. */
  const sourcesOf = (folders: readonly Uri[], file: Uri): Uri[] =>
    folders.flatMap(one => [beneath(one, file) ?? [], ...belowOf(one).values()].flat())

  const switchesOfValues = (file: Uri, concerns: (file: Uri) => boolean): Switches | undefined => {
    const own = isOfChart(baseName(file)) ? [] : foldersOf(file)
    const given = own.flatMap(one => held.get(one)?.get(file) ?? [])[0]
    if (!given) return undefined
    const folders = [...new Set([...own, ...chartsNaming(file)])]
    const from = sourcesOf(folders, file)
    if (![file, ...from].some(concerns)) return undefined
    const root = folders.reduce((values, folder) => switchedIn(folder, file, values), given())
    const off = own.map(offAbove).find(one => one)
    if (root === given() && !off) return undefined
    return { from, roots: root === given() ? [] : [root], ...(off ? { off } : {}) }
  }

  const switchesOfGiver = (file: Uri, concerns: (file: Uri) => boolean): Switches | undefined => {
    const all = giftsOf(file)
    const from = sourcesOf(
      all.map(({ folder }) => folder),
      file,
    )
    if (![file, ...from].some(concerns)) return undefined
    const roots = new Map<Cursor, Cursor>()
    for (const { gift, folder } of all) {
      const { root, values } = gift
      const now = isThere(values) ? switchedIn(folder, file, values) : values
      if (now !== values) roots.set(root, gift.with(roots.get(root) ?? root, now))
    }
    return roots.size > 0 ? { from, roots: [...roots.values()] } : undefined
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
      return new Set(
        [...folders].flatMap(folder => [
          ...(held.get(folder)?.keys() ?? []),
          ...giftsTo(folder).flatMap(({ file, gift }) => [file, ...filesNamed(file, folder, gift)]),
        ]),
      )
    },
    namesOf: (folder, below) =>
      dependenciesOf(folder).flatMap(one => (one.chart === folderName(below) ? [one.name] : [])),
    textOf: file => givers.get(file)?.text,
    switchesOf(file, concerns) {
      const folder = folderOfChart(file)
      if (givers.has(file)) return switchesOfGiver(file, concerns)
      if (folder === undefined) return switchesOfValues(file, concerns)
      const off = offAbove(folder)
      return off && { from: [], roots: [], off }
    },
    put(file, text, folders) {
      const before = findGifts(file)
      giving.clear()
      give(file, text)
      for (const folder of folders) {
        brought.delete(folder)
        const parent = parentOfChart(folder)
        if (parent !== undefined) relate(folder, parent)
      }
      if (text !== undefined && isOfChart(baseName(file)))
        for (const [, path = ''] of text.matchAll(/file:\/\/(?!\/)([^\s"']+)/g)) {
          const other = within(folderOf(file), `${path.replace(/(?<!\/)\/+$/, '')}/`)
          if (other !== undefined) relate(folderOf(file), other)
        }
      return [...before, ...findGifts(file)].map(({ folder }) => folder)
    },
  }
}

/** The folder of a chart that another one brings along from its repository. */
const folderOfDependency = (folder: Uri, { chart, repository }: Dependency): Uri | undefined => {
  const path = /^file:\/\/(?!\/)(.+)$/.exec(repository)?.[1] ?? `charts/${chart}`
  return within(folder, `${path.replace(/(?<!\/)\/+$/, '')}/`)
}
