import stages from '../knowledge/stages.yaml'
import { compareTexts } from '../text/order.ts'
import { foldersOf, type Uri } from '../text/uri.ts'
import { wordsOf } from '../text/words.ts'
import type { Declared, TerraformFile } from './file.ts'
import { valuesOf, type Module } from './module.ts'

/** The values of one environment: files that are given to Terraform together. */
export type Environment = ReadonlyMap<string, Declared>

/** More environments of a folder are not looked at. */
const most = 6

const production: ReadonlySet<string> = new Set((stages() as { production: { words: string[] } }).production.words)

/** The folders of values that lie apart, `envs/`, by the root folders that may be given them: those that are nearest to them, below the folder under review. */
export function nearestRoots(
  apart: readonly Uri[],
  roots: readonly Uri[],
  under: (folder: Uri) => Uri | undefined,
): ReadonlyMap<Uri, readonly Uri[]> {
  const found = new Map<Uri, Uri[]>()
  if (apart.length === 0) return found
  const upwards = (folder: Uri): Uri[] => {
    const root = under(folder)
    return foldersOf(folder).filter(({ length }) => root === undefined || length >= root.length)
  }
  const below = new Map<Uri, Uri[]>()
  for (const root of roots) for (const folder of upwards(root)) put(below, folder, root)
  for (const values of apart) {
    const nearest = upwards(values).find(folder => below.has(folder))
    for (const root of (nearest && below.get(nearest)) ?? []) put(found, root, values)
  }
  return found
}

function put(all: Map<Uri, Uri[]>, key: Uri, value: Uri): void {
  const known = all.get(key)
  if (known) known.push(value)
  else all.set(key, [value])
}

/** The environments that files of values, folder by folder, make for a module: those that know its variables, production first. Files of one folder that never say the same name belong together. */
export function environmentsFor(module: Module, folders: readonly (readonly TerraformFile[])[]): Environment[] {
  return folders
    .flatMap(files => {
      const each = files.map(file => ({ at: file.file, values: new Map(valuesOf(file)) }))
      const count = each.reduce((sum, { values }) => sum + values.size, 0)
      const together = new Map(each.flatMap(({ values }) => [...values]))
      return together.size === count ? [{ at: each[0]?.at ?? '', values: together }] : each
    })
    .filter(({ values }) => knows(module, values))
    .map(one => ({ ...one, rank: wordsOf(shortName(one.at)).some(word => production.has(word)) ? 0 : 1 }))
    .sort((a, b) => a.rank - b.rank || compareTexts(a.at, b.at))
    .slice(0, most)
    .map(({ values }) => values)
}

/** What a file and its folder are called: `prod/terraform.tfvars`. */
const shortName = (file: string): string => file.split('/').slice(-2).join('/')

/** Whether hardly a value is none of a module's variables. */
const knows = ({ variables }: Module, values: Environment): boolean =>
  values.size > 0 && [...values.keys()].filter(name => variables.has(name)).length * 5 >= values.size * 4

/** A module as it is in an environment. */
export const inEnvironment = (module: Module, environment: Environment): Module => ({
  ...module,
  values: new Map([...module.values, ...environment]),
})
