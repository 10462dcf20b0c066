import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { dataPlugin } from '../../server/tools/data.ts'

/** What the reference data costs once in a fresh process, as it is shipped: milliseconds and megabytes, the median of some starts. */
export async function measureLoading(): Promise<{ milliseconds: number; megabytes: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'kafka-review-bench-'))
  const [entry, outfile] = [join(folder, 'entry.ts'), join(folder, 'library.cjs')]
  writeFileSync(
    entry,
    `export { loadLibrary } from ${JSON.stringify(join(import.meta.dirname, '../../server/src/assess/db.ts'))}`,
  )
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    minify: true,
    format: 'cjs',
    platform: 'node',
    plugins: [dataPlugin],
  })
  const script = `global.gc(); const before = process.memoryUsage().heapUsed, start = performance.now(), library = require(${JSON.stringify(outfile)}).loadLibrary(), took = performance.now() - start; global.gc(); console.log(JSON.stringify([took, process.memoryUsage().heapUsed - before, Object.keys(library).length]))`
  const runs = Array.from(
    { length: 9 },
    () =>
      JSON.parse(execFileSync(process.execPath, ['--expose-gc', '-e', script], { encoding: 'utf8' })) as [
        number,
        number,
      ],
  )
  rmSync(folder, { recursive: true })
  const median = (index: 0 | 1): number => runs.map(run => run[index]).sort((a, b) => a - b)[4] ?? 0
  return { milliseconds: median(0), megabytes: median(1) / 1e6 }
}
