import { join } from 'node:path'
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

/** What is loaded when it is asked for has a file of its own: a language, what reads git's objects, and the libraries that judge schemas, which make code. */
const apart: Plugin = {
  name: 'files of their own',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\/(?:de|fr)\.ts$/ }, ({ path, importer }) =>
      importer.endsWith('load.ts')
        ? { path: path.replace('./', './locale-').replace('.ts', '.cjs'), external: true }
        : undefined,
    )
    onResolve({ filter: /^\.\/objects\.ts$/ }, () => ({ path: './git-objects.cjs', external: true }))
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

/** Of the library that reads git's objects only what reads them, with what Node inflates and hashes: its copies of zlib and SHA-1 bring 100 kB, one of them a function that is made at run time. */
const onlyReading: Plugin = {
  name: 'only reading',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^isomorphic-git$/ }, ({ resolveDir }) => ({
      path: join(resolveDir, '../../../../node_modules/isomorphic-git/index.js'),
    }))
    onResolve({ filter: /^(?:sha\.js\/sha1\.js|pako)$/ }, ({ path }) => ({ path, namespace: 'of-node' }))
    // Only what merges and names branches would call them.
    onResolve({ filter: /^(?:diff3|clean-git-ref|crc-32)$/ }, ({ path }) => ({ path, namespace: 'unused' }))
    onLoad({ filter: /.*/, namespace: 'unused' }, () => ({ contents: 'export default undefined' }))
    onLoad({ filter: /sha1/, namespace: 'of-node' }, () => ({
      contents: `import { createHash } from 'node:crypto'
        export default class { #hash = createHash('sha1'); update(data) { this.#hash.update(data); return this } digest(as) { return this.#hash.digest(as) } }`,
    }))
    onLoad({ filter: /pako/, namespace: 'of-node' }, () => ({
      contents: `import { deflateSync, inflateSync } from 'node:zlib'
        export default { inflate: inflateSync, deflate: deflateSync }`,
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
    entryPoints: ['server/src/cli/git/objects.ts'],
    outfile: 'dist/git-objects.cjs',
    banner: {},
    define: {},
    plugins: [onlyReading],
  },
  {
    ...common,
    plugins: [dataPlugin, apart],
    entryPoints: ['server/src/cli/bin.ts'],
    outfile: 'dist/kafka-review.cjs',
    banner: { js: `#!/usr/bin/env node\n${common.banner?.js ?? ''}` },
  },
]
