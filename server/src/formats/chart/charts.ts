import { syntaxes } from '../../syntax/syntaxes.ts'
import { compareTexts } from '../../text/order.ts'
import { baseName, fileIn, folderName, folderOf, parentOf, type Uri } from '../../text/uri.ts'
import { isChart as isBitnami } from '../bitnami.ts'
import { down, startAt } from '../cursor.ts'
import type { Cursor } from '../position.ts'

/** The files of values that a template of a chart may get. */
export interface Charts {
  /** Takes over what a file says now; returns the keys under which other values are found. */
  put(file: Uri, text: string | undefined): readonly string[]
  /** What a file of values says. */
  textOf(file: Uri): string | undefined
  /** The keys under which the values of a template are found. */
  keysOf(file: Uri): readonly string[]
  /** What the chart of a template comes with, and what else is put over it; undefined where nobody has any, and where its values have a reader of their own, which knows its templates. */
  valuesOf(file: Uri): { readonly own: Cursor; readonly others: readonly Cursor[] } | undefined
}

/** A template of a chart, and the folder of the chart. */
const template = /^(.*\/)templates\/.*\.ya?ml$/
/** Files of values beside the one that a chart comes with: `values-prod.yaml`, `prod.values.yaml`. */
const named = /^(?:[\w.-]{1,80}[-._])?values(?:[-._][\w.-]{1,80})?\.ya?ml$/i
/** Folders of a chart that hold its values by environment. */
const byEnvironment = /^(.*\/)(?:values|envs?|environments?|overrides|stages|profiles)\/(?:[^/]+\/)?[^/]+$/i

/** Whether a file is a template of a chart, by where it lies. */
export const isTemplateOfChart = (file: Uri): boolean => template.test(file)

const isDefault = (file: Uri): boolean => /^values\.ya?ml$/.test(baseName(file))

/** Starts without any file. */
export function openCharts(): Charts {
  /** The files of values by the folders of their charts, each read when it is first asked for. */
  const held = new Map<Uri, Map<Uri, () => Cursor>>()

  const texts = new Map<Uri, string>()

  const chartsWith = (file: Uri): Uri[] => {
    const name = baseName(file)
    const above = byEnvironment.exec(file)?.[1] as Uri | undefined
    const isOfEnvironment = above !== undefined && (named.test(name) || /\/values\/[^/]+\.ya?ml$/i.test(file))
    return [...(named.test(name) ? [folderOf(file)] : []), ...(isOfEnvironment ? [above] : [])]
  }
  const rootsIn = (folder: Uri): { readonly own: readonly Cursor[]; readonly others: readonly Cursor[] } => {
    const files = [...(held.get(folder) ?? [])].sort(([one], [other]) => compareTexts(one, other))
    const isOwn = ([file]: (typeof files)[number]): boolean => isDefault(file) && folderOf(file) === folder
    return {
      own: files.filter(isOwn).map(([, root]) => root()),
      others: files.filter(one => !isOwn(one)).map(([, root]) => root()),
    }
  }

  return {
    put(file, text) {
      const folders = chartsWith(file)
      if (text === undefined || folders.length === 0) texts.delete(file)
      else texts.set(file, text)
      for (const folder of folders) {
        const files = held.get(folder) ?? new Map<Uri, () => Cursor>()
        if (text === undefined) files.delete(file)
        else files.set(file, lazily(file, text))
        if (files.size > 0) held.set(folder, files)
        else held.delete(folder)
      }
      return folders.map(keyOf)
    },
    textOf: file => texts.get(file),
    keysOf(file) {
      const folder = folderOfChart(file)
      const above = folder && parentOfChart(folder)
      return [folder, above].flatMap(one => (one === undefined ? [] : [keyOf(one)]))
    },
    valuesOf(file) {
      const folder = folderOfChart(file)
      if (folder === undefined) return undefined
      const { own, others } = rootsIn(folder)
      if (own.some(isBitnami)) return undefined
      const parent = parentOfChart(folder)
      const above = parent === undefined ? { own: [], others: [] } : rootsIn(parent)
      // What the chart above says under the name of this one wins.
      const fromAbove = [...above.own, ...above.others].map(root => down(root, folderName(folder)))
      const all = [...others, ...fromAbove]
      const [first] = own
      return first || all.length > 0 ? { own: first ?? nothingIn(folder), others: all } : undefined
    },
  }
}

const keyOf = (folder: Uri): string => `chart ${folder}`

const folderOfChart = (file: Uri): Uri | undefined => template.exec(file)?.[1] as Uri | undefined

/** The chart that has another one in its folder `charts`. */
const parentOfChart = (folder: Uri): Uri | undefined =>
  folderName(parentOf(folder)) === 'charts' ? parentOf(parentOf(folder)) : undefined

const nothingIn = (folder: Uri): Cursor =>
  startAt({ file: fileIn(folder, 'values.yaml'), syntax: 'yaml', source: '', start: 0 }, undefined)

function lazily(file: Uri, text: string): () => Cursor {
  let root: Cursor | undefined
  return () => {
    const [first = { start: 0, end: 0 }] = syntaxes.yaml.documents(text)
    const source = text.slice(first.start, first.end)
    root ??= startAt({ file, syntax: 'yaml', source, start: first.start }, syntaxes.yaml.read(source))
    return root
  }
}
