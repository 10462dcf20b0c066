import type { BuildOptions, Plugin } from 'esbuild'
import { dataPlugin } from './data.ts'

const common: BuildOptions = {
  bundle: true,
  format: 'cjs',
  platform: 'node',
  target: 'node20',
  mainFields: ['module', 'main'],
  // The licences stand in THIRD_PARTY_NOTICES.txt.
  legalComments: 'none',
  logLevel: 'warning',
  plugins: [dataPlugin],
  loader: { '.wasm': 'binary' },
  // What the runtime of the HCL grammar brings and nobody needs: nothing is loaded over a network, no code is made, and the bundle is no module.
  define: { fetch: 'undefined', XMLHttpRequest: 'undefined', eval: 'undefined', 'import.meta.url': 'importMetaUrl' },
  banner: { js: "const importMetaUrl = require('url').pathToFileURL(__filename).href;" },
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

/** What protobufjs would load files with: schemas are given to it as texts. */
const withoutFetching: Plugin = {
  name: 'without fetching',
  setup({ onLoad }) {
    onLoad({ filter: /protobufjs\/src\/util\/fetch\.js$/ }, () => ({
      contents: "module.exports = () => { throw new Error('nothing is fetched') }",
    }))
  },
}

/** The bundles that ship. */
export const bundles: readonly BuildOptions[] = [
  {
    ...common,
    entryPoints: ['client/src/extension.ts'],
    outfile: 'dist/extension.cjs',
    banner: {},
    external: ['vscode'],
  },
  {
    ...common,
    entryPoints: ['server/src/host/schema-libraries.ts'],
    outfile: 'dist/schema-libraries.cjs',
    banner: {},
    define: {},
    plugins: [dataPlugin, withoutFetching],
  },
  ...['de', 'fr'].map(id => ({
    ...common,
    entryPoints: [`server/src/locale/${id}.ts`],
    outfile: `dist/locale-${id}.cjs`,
    banner: {},
  })),
  {
    ...common,
    plugins: [dataPlugin, apart],
    entryPoints: ['server/src/cli/bin.ts'],
    outfile: 'dist/kafka-review.cjs',
    banner: { js: `#!/usr/bin/env node\n${common.banner?.js ?? ''}` },
  },
]
