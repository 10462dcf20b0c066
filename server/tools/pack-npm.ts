import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { build, type BuildOptions } from 'esbuild'
import { bundles } from './bundles.ts'
import { shippedSchema } from './configuration-schema.ts'
import { factsSchema } from './facts-schema.ts'
import { bundledPackages, noticesOf } from './notices.ts'

// Makes kafka-review-<version>.tgz, the command line and a small library for npm: with a manifest of its own and without dependencies. The extension's manifest stays the extension's.
const { positionals } = parseArgs({ allowPositionals: true })
const target = positionals[0] ?? '.'
const stage = join('.cache', 'npm')
const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Readonly<Record<string, unknown>>

rmSync(stage, { recursive: true, force: true })
mkdirSync(join(stage, 'dist'), { recursive: true })
const server = bundles.filter(({ external = [] }) => !external.includes('vscode')).map(staged)
const built = await Promise.all(server.map(bundle => build({ ...bundle, minify: true, metafile: true as const })))
const types = readFileSync('server/src/cli/library-types.ts', 'utf8')
writeFileSync(
  join(stage, 'dist', 'library.d.ts'),
  `${types}\n/** Reviews texts together. */\nexport declare const review: ReviewTexts\n`,
)
for (const file of ['README.md', 'CHANGELOG.md', 'LICENSE']) copyFileSync(file, join(stage, file))
for (const [name, schema] of Object.entries({ configuration: shippedSchema(), facts: factsSchema() }))
  writeFileSync(join(stage, `${name}.schema.json`), JSON.stringify(schema, undefined, 2))
writeFileSync(join(stage, 'THIRD_PARTY_NOTICES.txt'), noticesOf(bundledPackages(built.map(({ metafile }) => metafile))))
writeFileSync(join(stage, 'package.json'), `${JSON.stringify(published(), undefined, 2)}\n`)
const packed = execFileSync('npm', ['pack', '--silent', '--pack-destination', process.cwd()], {
  cwd: stage,
  encoding: 'utf8',
  shell: process.platform === 'win32',
}).trim()
if (target !== '.') copyFileSync(packed, join(target, packed))
console.log(packed)

/** A bundle as it stands in this package, in a folder of its own: `dist` is the extension's. The program's makes the library beside it: both are parts of the same. */
function staged(bundle: BuildOptions): BuildOptions {
  if (bundle.outfile !== undefined) return { ...bundle, outfile: join(stage, bundle.outfile) }
  const entryPoints = { 'kafka-review': 'server/src/cli/bin.ts', library: 'server/src/cli/library.ts' }
  return { ...bundle, entryPoints, outdir: join(stage, 'dist') }
}

/** What npm is told: nothing of the editor. */
function published(): object {
  const { name, version, description, license, author, homepage, repository, bugs, keywords } = manifest
  return {
    name,
    version,
    description,
    license,
    author,
    homepage,
    repository,
    bugs,
    keywords,
    engines: { node: '>=20' },
    bin: { 'kafka-review': 'dist/kafka-review.cjs' },
    main: 'dist/library.cjs',
    types: 'dist/library.d.ts',
    exports: {
      '.': { types: './dist/library.d.ts', default: './dist/library.cjs' },
      './configuration.schema.json': './configuration.schema.json',
      './facts.schema.json': './facts.schema.json',
      './package.json': './package.json',
    },
    files: ['dist', '*.schema.json', 'CHANGELOG.md', 'THIRD_PARTY_NOTICES.txt'],
  }
}
