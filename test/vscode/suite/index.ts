import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import Mocha from 'mocha'
import { grepVariable, virtualVariable } from '../host/contract.ts'
import { serveVirtually } from './virtual-files.ts'

/** What a VS Code under test calls: runs every test file that lies bundled beside this one, and rejects when a test fails. */
export async function run(): Promise<void> {
  const { [grepVariable]: grep, [virtualVariable]: virtual } = process.env
  if (virtual !== undefined) serveVirtually(virtual)
  // A run of no test at all, after a slip in --grep, must not pass.
  const options = { ui: 'bdd', timeout: 60_000, color: false, failZero: true } as const
  const mocha = new Mocha(grep === undefined ? options : { ...options, grep })
  // Bundled as CommonJS, hence __dirname.
  const files = readdirSync(__dirname).filter(file => file.endsWith('.test.cjs'))
  for (const file of files.sort(inOrder)) mocha.addFile(join(__dirname, file))
  await new Promise<void>((resolve, reject) => {
    mocha.run(failures => (failures === 0 ? resolve() : reject(new Error(`${failures} failed`))))
  })
}

/** What asks for an editor that has opened nothing yet. */
const first = 'on-demand.test.cjs'

const inOrder = (a: string, b: string): number => {
  if (a === first || b === first) return a === first ? -1 : 1
  return a < b ? -1 : 1
}
