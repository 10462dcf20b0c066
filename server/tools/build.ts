import { mkdir, rm, writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { build } from 'esbuild'
import { bundles } from './bundles.ts'
import { shippedSchema } from './configuration-schema.ts'
import { bundledPackages, noticesOf } from './notices.ts'

const {
  values: { minify },
} = parseArgs({ options: { minify: { type: 'boolean', default: false } } })

await rm('dist', { recursive: true, force: true })
await mkdir('dist')
const built = await Promise.all(
  bundles.map(bundle => build({ ...bundle, minify, sourcemap: !minify, metafile: true as const })),
)
await Promise.all([
  writeFile('dist/configuration.schema.json', JSON.stringify(shippedSchema())),
  writeFile('dist/THIRD_PARTY_NOTICES.txt', noticesOf(bundledPackages(built.map(({ metafile }) => metafile)))),
])
