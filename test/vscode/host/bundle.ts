import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'esbuild'

/** Bundles a suite's `index.ts` and each of its `*.test.ts` into CommonJS files of `into`, and answers the path of the first. */
export async function bundleSuite(suite: string, into: string): Promise<string> {
  const tests = (await readdir(suite)).filter(file => file.endsWith('.test.ts'))
  // A test that is gone must not run again from an old bundle.
  await rm(into, { recursive: true, force: true })
  await build({
    entryPoints: ['index.ts', ...tests].map(file => join(suite, file)),
    outdir: into,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    // mocha stays the one in node_modules, above the cache: it loads its own files by path.
    external: ['vscode', 'mocha'],
    logLevel: 'warning',
  })
  return join(into, 'index.cjs')
}
