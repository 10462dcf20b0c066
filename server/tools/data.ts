import { readFile } from 'node:fs/promises'
import type { Plugin } from 'esbuild'
import { parse } from 'yaml'

/** Turns a data file into the source of a JavaScript module: YAML becomes its value, Markdown its text. */
export function toModule(path: string, text: string): string {
  const value: unknown = path.endsWith('.md') ? text : parse(text)
  // A string for JSON.parse is read faster than the same object literal.
  return `export default JSON.parse(${JSON.stringify(JSON.stringify(value))})\n`
}

/** The files that `toModule` is for. */
export const isData = (path: string): boolean => /\.(?:yaml|md)$/.test(path)

/** Bundles data files as modules. */
export const dataPlugin: Plugin = {
  name: 'data files as modules',
  setup({ onLoad }) {
    onLoad({ filter: /\.(?:yaml|md)$/ }, async ({ path }) => ({
      contents: toModule(path, await readFile(path, 'utf8')),
      loader: 'js',
    }))
  },
}
