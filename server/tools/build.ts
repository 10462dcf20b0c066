import { copyFile, mkdir, readFile, rm } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { build, type BuildOptions, type Plugin } from 'esbuild'
import { toModule } from './data.ts'

const { values: { minify } } = parseArgs({ options: { minify: { type: 'boolean', default: false } } })

const data: Plugin = {
  name: 'data files as modules',
  setup({ onLoad }) {
    onLoad({ filter: /\.(?:yaml|md)$/ }, async ({ path }) => ({ contents: toModule(path, await readFile(path, 'utf8')), loader: 'js' }))
  },
}

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
  plugins: [data],
}

await rm('dist', { recursive: true, force: true })
await mkdir('dist')
await Promise.all([
  build({ ...common, entryPoints: ['client/src/extension.ts'], outfile: 'dist/extension.cjs', external: ['vscode'] }),
  build({ ...common, entryPoints: ['server/src/cli/bin.ts'], outfile: 'dist/kafka-review.cjs', banner: { js: '#!/usr/bin/env node' } }),
  copyFile('server/src/knowledge/configuration.schema.json', 'dist/configuration.schema.json'),
])
