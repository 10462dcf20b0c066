import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Plugin } from 'esbuild'

/** Modules that most starts do without: each is loaded, with all that only it needs, when one of its functions is first called. They export functions only. */
const modules: ReadonlySet<string> = new Set(
  ['syntax/yaml-any.ts', 'syntax/yaml-write.ts', 'terraform/group.ts', 'text/glob.ts', 'text/java-expression.ts'].map(
    path => join(import.meta.dirname, '../src', path),
  ),
)

const namespace = 'loaded when called'

/** What `loadedWhenCalled` leaves to `requiredInTime`. */
const mark = '__loadedWhenCalled'

/** Puts functions that load a module in the place of those that it exports. */
export const loadedWhenCalled: Plugin = {
  name: namespace,
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^\..*\.ts$/ }, ({ path, importer, namespace: from }) => {
      const file = join(dirname(importer), path)
      return from !== namespace && modules.has(file) ? { path: file, namespace } : undefined
    })
    onLoad({ filter: /./, namespace }, async ({ path }) => {
      const exported = Object.entries((await import(pathToFileURL(path).href)) as object)
      const other = exported.find(([, value]) => typeof value !== 'function')
      if (other) return { errors: [{ text: `${other[0]} is no function: what it is has to be there at the start` }] }
      const functions = exported.map(([name]) => `export const ${name} = (...given) => load().${name}(...given)\n`)
      const load = `const load = () => ${mark}(import(${JSON.stringify(path)}))\n`
      return { contents: load + functions.join(''), resolveDir: dirname(path), loader: 'js' }
    })
  },
}

/** The text of a part in which what is loaded when it is called is required there and then: `import()` would only promise it. */
export const requiredInTime = (text: string): string =>
  text.replace(new RegExp(`\\b${mark}\\(import\\(("[^"]+")\\)\\)`, 'g'), 'require($1)')
