import { knownValue } from '../../model/fact.ts'
import { groupBy } from '../../text/order.ts'
import { down, entries, inside, isThere, items } from '../cursor.ts'
import { listOf, mapOf } from '../made.ts'
import type { Cursor, Part } from '../position.ts'
import { text } from '../values.ts'
import { partOf, put } from './values.ts'

/** Values that a resource gives to a chart of the same repository. */
export interface Gift {
  /** The path of the chart, as it is written. */
  readonly chart: string
  /** Whether that path leads from the file itself, not from the top of the repository. */
  readonly fromHere: boolean
  /** All values that stand in the resource, put over each other. */
  readonly values: Cursor
  /** The files of values that it names. */
  readonly files: readonly string[]
  /** The document that it stands in. */
  readonly root: Cursor
  /** That document, perhaps with other gifts changed, with other values in their place. */
  with(root: Cursor, values: Cursor): Cursor
}

/** Whether a text may hold a resource that gives values to a chart. */
export const mayGive = (source: string): boolean =>
  /^kind:[ \t]*["']?(?:HelmRelease|Application(?:Set)?)\b|^releases:/m.test(source)

/** The last names of the paths at which charts may lie that a text gives values to. */
export const namesOfCharts = (source: string): Set<string> =>
  new Set(
    [...source.matchAll(/(?:path|chart):[ \t]*["']?([\w./-]{1,200})/g)].flatMap(
      ([, path = '']) =>
        path
          .replace(/(?<!\/)\/+$/, '')
          .split('/')
          .at(-1) ?? [],
    ),
  )

/** The values that the resources of a document give to charts of the repository: of Flux, of Argo CD, of helmfile. */
export function giftsIn(root: Cursor): Gift[] {
  const spec = down(root, 'spec')
  switch (knownValue(text(down(root, 'kind')))) {
    case 'HelmRelease':
      return ofFlux(root, spec)
    case 'Application':
      return ofArgo(root, ['spec'])
    case 'ApplicationSet':
      return ofArgo(root, ['spec', 'template', 'spec'])
    default:
      return isThere(down(root, 'apiVersion')) ? [] : ofHelmfile(root)
  }
}

const textsIn = (list: Cursor): string[] => items(list).flatMap(one => knownValue(text(one)) ?? [])

function ofFlux(root: Cursor, spec: Cursor): Gift[] {
  const source = down(spec, 'chart', 'spec')
  const chart = knownValue(text(down(source, 'chart')))
  if (chart === undefined || knownValue(text(down(source, 'sourceRef', 'kind'))) !== 'GitRepository') return []
  return [
    {
      chart,
      fromHere: false,
      values: down(spec, 'values'),
      files: textsIn(down(source, 'valuesFiles')),
      root,
      with: (all, values) => replaced(all, ['spec'], { values }),
    },
  ]
}

function ofArgo(root: Cursor, path: Path): Gift[] {
  const several = items(down(root, ...path, 'sources')).map((_, index) => [...path, 'sources', index])
  return [[...path, 'source'], ...several].flatMap((source): Gift[] => {
    const chart = knownValue(text(down(root, ...source, 'path')))
    if (chart === undefined) return []
    const helm = [...source, 'helm']
    const at = down(root, ...helm)
    const written = inside(down(at, 'values'), 'yaml')
    return [
      {
        chart,
        fromHere: false,
        values: together(at, [...written, down(at, 'valuesObject'), ...byPaths(down(at, 'parameters'))]),
        files: textsIn(down(at, 'valueFiles')),
        root,
        with: (all, values) => replaced(all, helm, { values: undefined, valuesObject: values, parameters: undefined }),
      },
    ]
  })
}

const ofHelmfile = (root: Cursor): Gift[] =>
  items(down(root, 'releases')).flatMap((release, index): Gift[] => {
    const chart = knownValue(text(down(release, 'chart')))
    if (chart === undefined || !/^\.{1,2}\//.test(chart)) return []
    const values = down(release, 'values')
    const inline = items(values).filter(({ tree }) => tree?.kind === 'map')
    return [
      {
        chart,
        fromHere: true,
        values: together(values, [...inline, ...byPaths(down(release, 'set'))]),
        files: textsIn(values),
        root,
        with: (all, given) => replaced(all, ['releases', index], { values: listOf(given, [given]) }),
      },
    ]
  })

/** Values that stand in a list, each with its path in dots, as the map that they are put into. */
export function byPaths(parameters: Cursor): Cursor[] {
  const found = items(parameters).flatMap(parameter => {
    const path = knownValue(text(down(parameter, 'name')))
    // A dot behind a backslash belongs to a name.
    return path === undefined ? [] : [{ steps: path.match(/(?:\\.|[^.\\])+/g) ?? [], value: down(parameter, 'value') }]
  })
  return found.length > 0 ? [atPaths(parameters, found)] : []
}

/** Values at their paths, as one map. */
function atPaths(at: Cursor, values: readonly { readonly steps: readonly string[]; readonly value: Cursor }[]): Cursor {
  const parts = [...groupBy(values, ({ steps: [first = ''] }) => first)].map(([step, below]): Part => {
    const [first] = below
    const name = step.replace(/\\(.)/g, '$1')
    const inner = below.flatMap(({ steps: [, ...steps], value }) => (steps.length > 0 ? [{ steps, value }] : []))
    const cursor = first && inner.length === 0 ? first.value : atPaths(at, inner)
    return { name, key: first?.value.key, cursor }
  })
  return mapOf(at, parts)
}

/** Values put over each other, the last on top; one alone as it stands. */
function together(at: Cursor, all: readonly Cursor[]): Cursor {
  const [first, ...others] = all.filter(({ tree }) => tree?.kind === 'map')
  return first ? others.reduce((under, over) => put(under, over), first) : down(at, 'values')
}

type Path = readonly (string | number)[]

/** A document in which entries of the map at a path are others; those without a value are left out. */
function replaced(at: Cursor, [step, ...path]: Path, by: Readonly<Record<string, Cursor | undefined>>): Cursor {
  if (typeof step === 'number')
    return listOf(
      at,
      items(at).map((item, index) => (index === step ? replaced(item, path, by) : item)),
    )
  if (step === undefined) {
    const kept = entries(at).filter(({ name }) => !(name in by))
    const now = Object.entries(by).flatMap(([name, cursor]) => (cursor ? [{ name, key: cursor.key, cursor }] : []))
    return mapOf(at, [...kept.map(entry => partOf(entry, entry)), ...now])
  }
  return mapOf(
    at,
    entries(at).map(entry => partOf(entry, entry.name === step ? replaced(entry, path, by) : entry)),
  )
}
