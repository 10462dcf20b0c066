import { readFile } from 'node:fs/promises'
import { pathToFileURL } from 'node:url'
import type { Plugin } from 'esbuild'
import { parse } from 'yaml'

/** Turns a data file into the source of a JavaScript module: YAML becomes a function that gives its value, Markdown its text. What ships has no part that only people and tests read. */
export function toModule(path: string, text: string, ships = false): string {
  if (path.endsWith('.md')) return `export default ${JSON.stringify(text)}\n`
  const value: unknown = ships ? shipped(path, text) : parse(text)
  // A string for JSON.parse is read faster than the same object literal, and costs nothing before it is asked for.
  return `const data = ${JSON.stringify(JSON.stringify(value))}\nexport default () => JSON.parse(data)\n`
}

/** A table without what its rows are tried with, and without where it was taken from, unless a finding tells that. */
function shipped(path: string, text: string): unknown {
  const table = parse(text, (key, value: unknown) =>
    key === 'examples' && tried.test(path) ? undefined : value,
  ) as object
  return Object.fromEntries(Object.entries(table).filter(([key]) => key !== 'sources' || told.test(path)))
}

/** The table whose rows carry what they are tried with; in others the word is data as any is. */
const tried = /[\\/]providers\.yaml$/

/** The tables whose loaders put the sources beside what they say. */
export const told = /[\\/](?:connectors|control-planes|countries|destinations|providers|regions)\.yaml$/

/** The source of the module that a `.prepared.ts` file ships as: each function that it exports has been run, and gives what it answered. */
const toPrepared = (functions: Readonly<Record<string, () => unknown>>): string =>
  Object.entries(functions)
    .map(
      ([name, prepare]) =>
        `const ${name}Data = ${JSON.stringify(JSON.stringify(prepare()))}\nexport const ${name} = () => JSON.parse(${name}Data)\n`,
    )
    .join('')

/** The files that `toModule` is for. */
export const isData = (path: string): boolean => /\.(?:yaml|md)$/.test(path)

/** The files whose functions run when the program is built. */
export const isPrepared = (path: string): boolean => path.endsWith('.prepared.ts')

/** Bundles data files as modules, and runs what can be prepared while building. */
export const dataPlugin: Plugin = {
  name: 'data files as modules',
  setup({ onLoad }) {
    // Of the manifest only the version is asked for.
    onLoad({ filter: /[\\/]package\.json$/ }, async ({ path }) => {
      const { version } = JSON.parse(await readFile(path, 'utf8')) as { version: string }
      return { contents: JSON.stringify({ version }), loader: 'json' }
    })
    onLoad({ filter: /\.prepared\.ts$/ }, async ({ path }) => ({
      contents: toPrepared((await import(pathToFileURL(path).href)) as Record<string, () => unknown>),
      loader: 'js',
    }))
    onLoad({ filter: /\.(?:yaml|md)$/ }, async ({ path }) => ({
      contents: toModule(path, await readFile(path, 'utf8'), true),
      loader: 'js',
    }))
  },
}
