import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { bundles } from '../../server/tools/bundles.ts'

/** What a process costs: milliseconds from outside, and its peak memory. */
export interface Start {
  readonly milliseconds: number
  readonly megabytes: number
}

/** Starts of the program as it is shipped, in turn with those of Node doing nothing; medians. */
export async function measureStart(): Promise<Readonly<Record<'bare' | 'version' | 'yaml' | 'folder', Start>>> {
  const folder = mkdtempSync(join(tmpdir(), 'kafka-review-bench-'))
  const program = bundles.find(bundle => 'splitting' in bundle)
  await build({ ...program, outdir: folder, minify: true })
  const peak = join(folder, 'peak.cjs')
  writeFileSync(peak, "process.on('exit', () => process.stderr.write(`\\npeak ${process.resourceUsage().maxRSS}`))")
  const topics = join(folder, 'one', 'topics.yaml')
  mkdirSync(join(folder, 'one'))
  copyFileSync('test/examples/kafka/topics.yaml', topics)
  const commands = {
    bare: ['-e', '0'],
    version: [join(folder, 'kafka-review.cjs'), '--version'],
    yaml: [join(folder, 'kafka-review.cjs'), 'check', topics, '--fail-on', 'never'],
    folder: [join(folder, 'kafka-review.cjs'), 'check', 'test/examples', '--fail-on', 'never'],
  }
  const names = Object.keys(commands) as (keyof typeof commands)[]
  const turns = new Map(names.map(name => [name, [] as Start[]]))
  for (let turn = 0; turn < 11; turn++)
    for (const name of names) {
      const start = performance.now()
      const { stderr } = spawnSync(process.execPath, ['-r', peak, ...commands[name]], { encoding: 'utf8' })
      const megabytes = Number(/peak (\d+)$/.exec(stderr)?.[1]) / 1024
      turns.get(name)?.push({ milliseconds: performance.now() - start, megabytes })
    }
  rmSync(folder, { recursive: true })
  const median = (name: keyof typeof commands, of: keyof Start): number =>
    (turns.get(name) ?? []).map(start => start[of]).sort((a, b) => a - b)[5] ?? 0
  const each = (name: keyof typeof commands): Start => ({
    milliseconds: median(name, 'milliseconds'),
    megabytes: median(name, 'megabytes'),
  })
  return { bare: each('bare'), version: each('version'), yaml: each('yaml'), folder: each('folder') }
}
