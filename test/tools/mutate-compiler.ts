import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'

type Point = { readonly line: number; readonly column: number }

/** A change of one place of a source; lines and columns count from 0. */
interface Change {
  readonly fileName: string
  readonly location: { readonly start: Point; readonly end: Point }
  readonly replacement: string
}

const configuration = 'tsconfig.mutants.json'

/** The changes that the compiler refuses: whoever made one would be told before any test runs. What is merely no longer used or reached is no refusal. The sources of the folder are changed meanwhile. */
export function refusedOf<C extends Change>(changes: readonly C[]): Set<C> {
  const compilerOptions = { noUnusedLocals: false, noUnusedParameters: false, allowUnreachableCode: true }
  writeFileSync(configuration, JSON.stringify({ extends: './tsconfig.json', compilerOptions, include: ['server/src'] }))
  try {
    // A change of a type may also be told in another file that is changed just then: who is refused is asked again beside others.
    return new Set(refusedTogether(refusedTogether(changes).reverse()))
  } finally {
    rmSync(configuration)
  }
}

/** Asks about many at once, one in each file. */
function refusedTogether<C extends Change>(changes: readonly C[]): C[] {
  const refused: C[] = []
  for (let left = [...changes]; left.length > 0; ) {
    const now = new Map<string, C>()
    const later = left.filter(change => {
      if (now.has(change.fileName)) return true
      now.set(change.fileName, change)
      return false
    })
    const before = new Map([...now.keys()].map(file => [file, readFileSync(file, 'utf8')]))
    for (const [file, text] of before) writeFileSync(file, changed(text, now.get(file)))
    const told = new Set(compiled().map(file => resolve(file)))
    for (const [file, text] of before) writeFileSync(file, text)
    refused.push(...[...now.values()].filter(({ fileName }) => told.has(resolve(fileName))))
    left = later
  }
  return refused
}

function changed(text: string, change: Change | undefined): string {
  if (change === undefined) return text
  const lines = text.split('\n')
  const offset = ({ line, column }: Point): number =>
    lines.slice(0, line).join('\n').length + (line > 0 ? 1 : 0) + column
  const { start, end } = change.location
  return text.slice(0, offset(start)) + change.replacement + text.slice(offset(end))
}

/** The files in which the compiler finds an error. */
function compiled(): string[] {
  const compiler = 'node_modules/typescript/bin/tsc'
  const { stdout } = spawnSync(process.execPath, [compiler, '-p', configuration, '--pretty', 'false'], {
    encoding: 'utf8',
    maxBuffer: 64_000_000,
  })
  return stdout.split('\n').flatMap(line => /^([^(]+)\(\d+,\d+\): error/.exec(line)?.[1] ?? [])
}
