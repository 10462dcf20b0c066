import { mkdir, rm, writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { build, type BuildOptions, type Plugin } from 'esbuild'
import { shippedSchema } from './configuration-schema.ts'
import { dataPlugin } from './data.ts'

const {
  values: { minify },
} = parseArgs({ options: { minify: { type: 'boolean', default: false } } })

const common: BuildOptions = {
  bundle: true,
  format: 'cjs',
  platform: 'node',
  target: 'node20',
  mainFields: ['module', 'main'],
  minify,
  sourcemap: !minify,
  legalComments: 'none',
  logLevel: 'warning',
  plugins: [dataPlugin],
  loader: { '.wasm': 'binary' },
  // What the runtime of the HCL grammar brings and nobody needs: nothing is loaded over a network, no code is made, and the bundle is no module.
  define: { fetch: 'undefined', XMLHttpRequest: 'undefined', eval: 'undefined', 'import.meta.url': 'importMetaUrl' },
  banner: { js: "const importMetaUrl = require('url').pathToFileURL(__filename).href;" },
}

/** The libraries that judge schemas make code: they stay in a file of their own, which is loaded when a schema is judged. */
const apart: Plugin = {
  name: 'schema libraries apart',
  setup({ onResolve }) {
    onResolve({ filter: /\/schema-libraries\.ts$/ }, () => ({ path: './schema-libraries.cjs', external: true }))
  },
}

await rm('dist', { recursive: true, force: true })
await mkdir('dist')
await Promise.all([
  build({
    ...common,
    entryPoints: ['client/src/extension.ts'],
    outfile: 'dist/extension.cjs',
    banner: {},
    external: ['vscode'],
  }),
  build({
    ...common,
    entryPoints: ['server/src/lsp/schema-libraries.ts'],
    outfile: 'dist/schema-libraries.cjs',
    banner: {},
    define: {},
  }),
  build({
    ...common,
    plugins: [dataPlugin, apart],
    entryPoints: ['server/src/cli/bin.ts'],
    outfile: 'dist/kafka-review.cjs',
    banner: { js: `#!/usr/bin/env node\n${common.banner?.js ?? ''}` },
  }),
  writeFile('dist/configuration.schema.json', JSON.stringify(shippedSchema())),
])
