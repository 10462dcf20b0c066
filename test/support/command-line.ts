import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { main } from '../../server/src/cli/main.ts'

/** What a run of the command line came to. */
export interface Outcome {
  readonly status: number | undefined
  readonly out: string
  readonly problems: string
}

/** Runs the command line in a new folder with the given files; `FOLDER` in an argument stands for it. */
export async function run(files: Readonly<Record<string, string>>, ...args: readonly string[]): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'kafka-review-'))
  try {
    return await runIn(folder, files, ...args)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Runs the command line in a folder, into which the given files are written first. */
export async function runIn(
  folder: string,
  files: Readonly<Record<string, string>>,
  ...args: readonly string[]
): Promise<Outcome> {
  const before = process.cwd()
  const written = { out: '', problems: '' }
  const { stdout, stderr } = process
  const [write, warn] = [stdout.write, stderr.write]
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), text)
    }
    stdout.write = (text: string | Uint8Array): boolean => {
      written.out += String(text)
      return true
    }
    stderr.write = (text: string | Uint8Array): boolean => {
      written.problems += String(text)
      return true
    }
    process.chdir(folder)
    process.env.LC_ALL = 'C'
    const status = await main(args.map(text => text.replace('FOLDER', folder)))
    return { status, ...written }
  } finally {
    stdout.write = write
    stderr.write = warn
    process.chdir(before)
  }
}
