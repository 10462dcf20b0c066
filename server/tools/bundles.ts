import { copyFile, mkdir, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { transform, type BuildOptions, type Metafile, type OutputFile, type Plugin } from 'esbuild'
import { dataPlugin } from './data.ts'
import { loadedWhenCalled, requiredInTime } from './when-called.ts'

const topLevel = join(import.meta.dirname, '../..')

const moduleUrl = "const importMetaUrl = require('url').pathToFileURL(__filename).href;"

const common: BuildOptions = {
  bundle: true,
  format: 'cjs',
  platform: 'node',
  target: 'node20',
  mainFields: ['module', 'main'],
  // The licences stand in THIRD_PARTY_NOTICES.txt.
  legalComments: 'none',
  // Letters of German and French as they are: escaped they are six times as long.
  charset: 'utf8',
  logLevel: 'warning',
  plugins: [dataPlugin],
  // What the runtime of the HCL grammar brings and nobody needs: nothing is loaded over a network, no code is made, and the bundle is no module.
  define: { fetch: 'undefined', XMLHttpRequest: 'undefined', eval: 'undefined', 'import.meta.url': 'importMetaUrl' },
}

/** What is loaded when it is asked for has a file of its own: a language, and the libraries that judge schemas, which make code. */
const apart: Plugin = {
  name: 'files of their own',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\/(?:de|fr)\.ts$/ }, ({ path, importer }) =>
      importer.endsWith('load.ts')
        ? { path: path.replace('./', './locale-').replace('.ts', '.cjs'), external: true }
        : undefined,
    )
    onResolve({ filter: /\/schema-libraries\.ts$/ }, () => ({ path: './schema-libraries.cjs', external: true }))
  },
}

/** Binaries lie beside the bundle as they are, and are read when they are asked for: as text in it they would be larger by a third. */
const binariesBeside: Plugin = {
  name: 'binaries beside',
  setup({ onLoad, initialOptions: { write = true, outdir = 'dist' } }) {
    onLoad({ filter: /\.wasm$/ }, async ({ path }) => {
      const file = basename(path)
      await mkdir(outdir, { recursive: true })
      if (write) await copyFile(path, join(outdir, file))
      return {
        contents: `import { readFileSync } from 'node:fs'\nexport default readFileSync(__dirname + '/${file}')\n`,
        loader: 'js',
      }
    })
  },
}

/** What runs in a worker of a browser has the transports of browsers. */
const transportsOfBrowsers: Plugin = {
  name: 'transports of browsers',
  setup({ onResolve }) {
    onResolve({ filter: /^vscode-(?:languageserver|languageserver-protocol|jsonrpc)\/browser$/ }, ({ path }) => ({
      path: join(topLevel, 'node_modules', dirname(path), 'lib/browser/main.js'),
    }))
  },
}

/** What protobufjs would load files with: schemas are given to it as texts. */
const withoutFetching: Plugin = {
  name: 'without fetching',
  setup({ onLoad }) {
    onLoad({ filter: /protobufjs\/src\/util\/fetch\.js$/ }, () => ({
      contents: "module.exports = () => { throw new Error('nothing is fetched') }",
    }))
  },
}

/** By what the client asks at run time for the version of the editor that the manifest has asked for before. */
const versionAskedBefore: Plugin = {
  name: 'version asked before',
  setup({ onLoad }) {
    onLoad({ filter: /\/semver\/functions\/(?:parse|satisfies)\.js$/ }, () => ({
      contents: 'module.exports = () => ({})',
    }))
  },
}

/** What the client of browsers and the one of desktops consist of, as paths below the top level. */
const inBothClients = [
  './client/src/start.ts',
  './node_modules/vscode-languageclient/lib/common/api.js',
  './node_modules/vscode-languageclient/lib/common/client.js',
  './node_modules/vscode-languageclient/lib/common/utils/is.js',
  './node_modules/vscode-languageclient/node_modules/vscode-languageserver-protocol/lib/common/api.js',
  './node_modules/vscode-languageclient/node_modules/vscode-jsonrpc/lib/common/api.js',
]

/** The client of browsers has to be a single file, so it gives what is in both to the one of desktops, and loads its own parts in a browser only. */
const clientOfBrowsers = `module.exports = {
  get activate() { return require('./client/src/extension-web.ts').activate },
  get deactivate() { return require('./client/src/extension-web.ts').deactivate },
  inBothClients: { ${inBothClients.map(path => `get '${path}'() { return require('${path}') }`).join(', ')} },
}`

const fromClientOfBrowsers: Plugin = {
  name: 'from the client of browsers',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^\.\.?\// }, ({ path, resolveDir }) => {
      const file = join(resolveDir, path).replace(/(?<!\.[jt]s)$/, '.js')
      const shared = inBothClients.find(each => file === join(topLevel, each))
      return shared === undefined ? undefined : { path: shared, namespace: 'client-of-browsers' }
    })
    onLoad({ filter: /^/, namespace: 'client-of-browsers' }, ({ path }) => ({
      contents: `module.exports = require('./extension-web.cjs').inBothClients['${path}']`,
    }))
  },
}

/** The files of which the engine consists that runs in a worker: whatever it loads, now or later. */
function partsOf(main: string, outputs: Metafile['outputs']): object {
  const parts = new Set([main])
  for (const part of parts)
    for (const { path, external } of outputs[part]?.imports ?? [])
      if (external !== true) parts.add(path)
      else if (path.startsWith('./locale-')) parts.add(path)
  return {
    main: basename(main),
    parts: [...parts].map(path => basename(path)).sort(),
    binaries: ['tree-sitter-terraform.wasm', 'web-tree-sitter.wasm'],
  }
}

/** A library in CommonJS as a module: esbuild makes one for each file that imports it, with a property for each of some 700 names; one is enough. */
function wrappedOnce(text: string): string {
  const wrapped = new Map<string, string>()
  return text.replace(
    /^var (\w+) = (__toESM\(require_\w+\(\)(?:, 1)?\));$/gm,
    (all: string, name: string, made: string) => {
      const before = wrapped.get(made)
      if (before === undefined) wrapped.set(made, name)
      return before === undefined ? all : `var ${name} = ${before};`
    },
  )
}

/** What a part exports, as getters of one object: esbuild's own conversion takes helpers of half a kilobyte a part, and copies each name twice when it is loaded. */
const withGetters = (text: string): string =>
  text.replace(/^([\s\S]*)^export \{\n([^}]*)\};$/m, (_, code: string, names: string) => {
    const getters = [...names.matchAll(/(\w+|\$[\w$]*)(?: as ([\w$]+))?(?:,|\n)/g)].map(
      ([, own = '', name = own]) => `get ${name}() { return ${own} }`,
    )
    return `module.exports = { ${getters.join(', ')} };${code}`
  })

/** Writes what esbuild has split, which it does for modules only, as CommonJS: a command loads its own parts and no others, and Node reads them sooner. */
const inCommonJs: Plugin = {
  name: 'in CommonJS',
  setup({ initialOptions, onEnd }) {
    const { minify = false, sourcemap, write = true, outdir = 'dist' } = initialOptions
    Object.assign(initialOptions, { minify: false, write: false, sourcemap: sourcemap ? 'inline' : false })
    const convert = async ({ path, text }: OutputFile): Promise<void> => {
      const isProgram = path.endsWith('kafka-review.cjs')
      const isPart = basename(path).startsWith('part-')
      const whole = requiredInTime(wrappedOnce(text.replace(/\b__require\(/g, 'require(')))
      const { code, map } = await transform(isPart ? withGetters(whole) : whole, {
        format: 'cjs',
        target: 'node20',
        platform: 'node',
        minify,
        banner: `${isProgram ? '#!/usr/bin/env node\n' : ''}'use strict';${text.includes('importMetaUrl') ? moduleUrl : ''}`,
        supported: { 'dynamic-import': false },
        sourcemap: sourcemap ? 'external' : false,
        sourcefile: path,
      })
      await mkdir(dirname(path), { recursive: true })
      await writeFile(path, sourcemap ? `${code}//# sourceMappingURL=${basename(path)}.map\n` : code)
      if (sourcemap) await writeFile(`${path}.map`, map)
    }
    onEnd(async ({ outputFiles, metafile }) => {
      if (!write) return
      await Promise.all((outputFiles ?? []).map(convert))
      const worker = `${outdir}/kafka-review-worker.cjs`
      if (metafile && worker in metafile.outputs)
        await writeFile(join(outdir, 'worker.json'), JSON.stringify(partsOf(worker, metafile.outputs)))
    })
  },
}

/** The bundles that ship. */
export const bundles: readonly BuildOptions[] = [
  {
    ...common,
    entryPoints: ['client/src/extension.ts'],
    outfile: 'dist/extension.cjs',
    external: ['vscode', './extension-web.cjs'],
    plugins: [dataPlugin, versionAskedBefore, fromClientOfBrowsers],
  },
  {
    ...common,
    platform: 'browser',
    mainFields: ['browser', 'module', 'main'],
    target: 'es2022',
    stdin: { contents: clientOfBrowsers, resolveDir: topLevel },
    outfile: 'dist/extension-web.cjs',
    external: ['vscode'],
  },
  {
    ...common,
    entryPoints: ['server/src/host/schema-libraries.ts'],
    outfile: 'dist/schema-libraries.cjs',
    define: {},
    plugins: [dataPlugin, withoutFetching],
  },
  ...['de', 'fr'].map(id => ({
    ...common,
    entryPoints: [`server/src/locale/${id}.ts`],
    outfile: `dist/locale-${id}.cjs`,
  })),
  {
    ...common,
    plugins: [dataPlugin, loadedWhenCalled, apart, binariesBeside, transportsOfBrowsers, inCommonJs],
    entryPoints: { 'kafka-review': 'server/src/cli/bin.ts', 'kafka-review-worker': 'server/src/web/worker.ts' },
    format: 'esm',
    splitting: true,
    outdir: 'dist',
    outExtension: { '.js': '.cjs' },
    chunkNames: 'part-[name]-[hash]',
  },
]
