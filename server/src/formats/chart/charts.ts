import { folderOfChart, isDefault, isTemplateOfChart, isValuesOfChart } from '../../text/chart-paths.ts'
import { syntaxes } from '../../syntax/syntaxes.ts'
import { lazy } from '../../text/lazy.ts'
import type { Span } from '../../text/span.ts'
import { compareTexts } from '../../text/order.ts'
import { baseName, folderName, folderOf, stepsUp, type Uri } from '../../text/uri.ts'
import { isChart as isBitnami } from '../bitnami.ts'
import { down, entries, isThere, startAt } from '../cursor.ts'
import { mapOf } from '../made.ts'
import type { Cursor, Lies, Lying } from '../position.ts'
import { definitionsIn, type Definition } from './named.ts'
import { isChartFile, isOfChart, keyOf, nothingIn, parentOfChart, withThoseAbove } from './files.ts'
import { leadsThere, useOf, waysIn, type Use, type Ways } from './speaking.ts'
import { openSwitching, type Switching } from './switching.ts'
import { put, type ValueAt } from './values.ts'
import { readTemplate } from './work-out.ts'

/** The files of values that a template of a chart may get. */
export interface Charts extends Pick<Switching, 'switchedUnder' | 'switchesOf'> {
  /** Takes over what a file says now; returns the keys under which other values are found. */
  put(file: Uri, text: string | undefined): readonly string[]
  /** Whether what a template may take of values, and of templates with names, may be about Kafka. */
  maySpeak(file: Uri, text: string): boolean
  /** What a file of values says. */
  textOf(file: Uri): string | undefined
  /** The keys under which the values of a template are found. */
  keysOf(file: Uri): readonly string[]
  /** Whether two templates are of one chart. */
  isSame(one: Uri, other: Uri): boolean
  /** What the chart of a template says of itself: `AppVersion`. */
  chartOf(file: Uri): ValueAt
  /** The template of a name that is nearest to where it is used; undefined where two are. */
  definitionOf(name: string, from: Uri): Definition | undefined
  /** What the chart of a template comes with, what else is put over it, and the files of both as they are written; undefined where nobody has any. */
  valuesOf(file: Uri): ValuesOfChart | undefined
}

/** The values of a chart, with those that others put over them. */
export interface ValuesOfChart {
  readonly own: Cursor
  readonly others: readonly Cursor[]
  readonly written: readonly Cursor[]
  /** Set where its values have a reader of their own, which tells of the brokers that its templates start. */
  readonly tellBrokers?: true
}

/** Where charts keep templates that are there for others: no file comes of them. */
const helpers = /^.*\/templates\/.*\.tpl$/

/** Whether a file of a chart holds templates for others alone. */
export const isHelpersOfChart = (file: Uri): boolean => helpers.test(file)

/** Folders of a chart that hold its values by environment. */
const byEnvironment = /^(.*\/)(?:values|envs?|environments?|overrides|stages|profiles)\/(?:[^/]+\/)?[^/]+$/i

/** Starts without any file; `lying` tells under which folder one is reviewed. */
export function openCharts(lying: Lies): Charts {
  /** The files of values by the folders of their charts, each read when it is first asked for. */
  const held = new Map<Uri, Map<Uri, () => Cursor>>()

  const texts = new Map<Uri, string>()
  /** Where files of values may be about Kafka. */
  const ways = new Map<Uri, Ways>()
  /** The files with templates with names that may be. */
  const named = new Set<Uri>()
  /** The templates with names, by file, and by what they are called. */
  const defined = new Map<Uri, ReadonlyMap<string, Definition>>()
  const byName = new Map<string, Map<Uri, Definition>>()

  /** Takes over the templates with names that a file holds now; returns the keys under which others are found. */
  const define = (file: Uri, text: string | undefined): string[] => {
    const before = [...(defined.get(file)?.keys() ?? [])]
    for (const name of before) byName.get(name)?.delete(file)
    const written = text !== undefined && mayDefine(file, text) ? readTemplate(text) : undefined
    const now = written ? definitionsIn(file, written) : new Map<string, Definition>()
    if (now.size > 0) defined.set(file, now)
    else defined.delete(file)
    if ([...now.values()].some(one => useOfDefined(one).speaks)) named.add(file)
    else named.delete(file)
    for (const [name, one] of now) byName.set(name, (byName.get(name) ?? new Map<Uri, Definition>()).set(file, one))
    return [...before, ...now.keys()].map(name => `define ${name}`)
  }

  const chartsWith = (file: Uri): Uri[] => {
    const name = baseName(file)
    if (isOfChart(name)) return [folderOf(file)]
    const above = byEnvironment.exec(file)?.[1] as Uri | undefined
    const isOfEnvironment = above !== undefined && (isValuesOfChart(file) || /\/values\/[^/]+\.ya?ml$/i.test(file))
    return [...(isValuesOfChart(file) ? [folderOf(file)] : []), ...(isOfEnvironment ? [above] : [])]
  }
  const rootsIn = (folder: Uri): { readonly own: readonly Cursor[]; readonly others: readonly Cursor[] } => {
    const files = [...(held.get(folder) ?? [])]
      .filter(([file]) => !isOfChart(baseName(file)))
      .sort(([one], [other]) => compareTexts(one, other))
    const isOwn = ([file]: (typeof files)[number]): boolean => isDefault(file) && folderOf(file) === folder
    return {
      own: files.filter(isOwn).map(([, root]) => root()),
      others: files.filter(one => !isOwn(one)).map(([, root]) => root()),
    }
  }

  /** What the chart above one gives to it: what it comes with is in force; what is no chart may only lie there, and one that is brought along several times has values of its own each time. */
  const givenAbove = (folder: Uri): { readonly inForce: readonly Cursor[]; readonly others: readonly Cursor[] } => {
    const parent = parentOfChart(folder)
    if (parent === undefined) return { inForce: [], others: [] }
    const { own, others } = rootsIn(parent)
    const [name = folderName(folder), ...more] = switching.namesOf(parent, folder)
    const given = (roots: readonly Cursor[]): Cursor[] => roots.map(root => givenBelow(root, name))
    const again = more.flatMap(other => [...own, ...others].map(root => givenBelow(root, other)))
    const isPart = [...(held.get(parent)?.keys() ?? [])].some(one => isChartFile(baseName(one)))
    return isPart
      ? { inForce: given(own), others: [...again, ...given(others)] }
      : { inForce: [], others: [...again, ...given([...own, ...others])] }
  }

  /** Takes over what a file of values says now. */
  const noteValues = (file: Uri, text: string | undefined): void => {
    const way = text === undefined ? undefined : waysIn(text)
    if (text === undefined) texts.delete(file)
    else texts.set(file, text)
    if (way) ways.set(file, way)
    else ways.delete(file)
  }

  /** What a template takes, and the templates with names that it includes. */
  const usesOf = (file: Uri, text: string): Use[] => {
    const uses = [useOf(text)]
    const seen = new Set<string>()
    for (const { includes } of uses)
      for (const name of includes) {
        if (seen.has(name)) continue
        seen.add(name)
        const found = definitionOf(name, file)
        if (found) uses.push(useOfDefined(found))
      }
    return uses
  }
  const definitionOf = (name: string, from: Uri): Definition | undefined => {
    const all = [...(byName.get(name)?.values() ?? [])]
    const nearest = Math.min(...all.map(({ file }) => stepsUp(from, file)))
    const fitting = all.filter(({ file }) => stepsUp(from, file) === nearest)
    return fitting.length === 1 ? fitting[0] : undefined
  }

  const documentsOf = (file: Uri, text: string): Cursor[] =>
    syntaxes.yaml.documents(text).map(one => rootIn(lying(file), text, one))
  const switching = openSwitching({ held, documentsOf, foldersOf: chartsWith, rootsIn })

  return {
    ...switching,
    put(file, text) {
      const folders = chartsWith(file)
      const given = switching.put(file, text, folders)
      noteValues(file, folders.length > 0 ? text : undefined)
      for (const folder of folders) {
        const files = held.get(folder) ?? new Map<Uri, () => Cursor>()
        if (text === undefined) files.delete(file)
        else files.set(file, lazily(lying(file), text))
        if (files.size > 0) held.set(folder, files)
        else held.delete(folder)
      }
      return [...[...folders, ...given].map(keyOf), ...define(file, text)]
    },
    isSame: (one, other) => folderOfChart(one) !== undefined && folderOfChart(one) === folderOfChart(other),
    chartOf(file) {
      const folder = folderOfChart(file)
      const own = folder && held.get(folder)
      const root = own && [...own].find(([one]) => isChartFile(baseName(one)))?.[1]
      return ([name = '', ...more]) =>
        down(root?.() ?? nothingIn(file), name.charAt(0).toLowerCase() + name.slice(1), ...more)
    },
    definitionOf,
    maySpeak(file, text) {
      const uses = lazy(() => usesOf(file, text))
      const folders = foldersFor(file)
      const isMeant = (one: Uri, below: readonly string[]): boolean => {
        const way = ways.get(one)
        return way !== undefined && uses().some(use => leadsThere(use, way, below))
      }
      return (
        folders.some((folder, depth) => {
          const below = folders.slice(0, depth).map(folderName).reverse()
          return [...(held.get(folder)?.keys() ?? [])].some(one => isMeant(one, below))
        }) ||
        (folders.length > 0 && uses().some(use => use.speaks || (named.size > 0 && use.includes.includes(''))))
      )
    },
    textOf: file => texts.get(file) ?? switching.textOf(file),
    keysOf: file => foldersFor(file).map(keyOf),
    valuesOf(file) {
      const folder = folderOfChart(file)
      if (folder === undefined) return undefined
      const { own, others } = rootsIn(folder)
      const above = givenAbove(folder)
      const [all, fromAbove] = [[...others, ...above.others], above.inForce]
      const written = [...own.slice(0, 1), ...fromAbove, ...all]
      const inForce = fromAbove.reduce(put, own[0] ?? nothingIn(folder))
      return written.length > 0
        ? { own: inForce, others: all, written, ...(own.some(isBitnami) ? { tellBrokers: true } : {}) }
        : undefined
    },
  }
}

/** The charts whose values a template gets. */
function foldersFor(file: Uri): Uri[] {
  const folder = folderOfChart(file)
  return folder === undefined ? [] : withThoseAbove(folder)
}

/** What a chart above gives to one in it: what stands under its name, and what is for all. */
function givenBelow(root: Cursor, name: string): Cursor {
  const [own, shared] = [down(root, name), down(root, 'global')]
  if (!isThere(shared)) return own
  const parts = entries(own).map(entry => ({ name: entry.name, key: entry.written, cursor: entry }))
  return mapOf(shared, [...parts, { name: 'global', key: shared.key, cursor: shared }], true)
}

const knownUses = new WeakMap<Definition, Use>()

/** What a template with a name takes. */
function useOfDefined(definition: Definition): Use {
  const known = knownUses.get(definition)
  if (known) return known
  const { written, block } = definition
  const use = useOf(written.source.slice(block.start, block.end))
  knownUses.set(definition, use)
  return use
}

const mayDefine = (file: Uri, text: string): boolean =>
  (isHelpersOfChart(file) || isTemplateOfChart(file)) && /\{\{-?\s*(?:define|block)\s/.test(text)

function lazily(at: Lying, text: string): () => Cursor {
  let root: Cursor | undefined
  return () => {
    const [first = { start: 0, end: 0 }] = syntaxes.yaml.documents(text)
    root ??= rootIn(at, text, first)
    return root
  }
}

function rootIn(at: Lying, text: string, { start, end }: Span): Cursor {
  const source = text.slice(start, end)
  return startAt({ ...at, syntax: 'yaml', source, start }, syntaxes.yaml.read(source))
}
