import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import Mocha from 'mocha'

/** What a VS Code under test calls: runs every test file that lies bundled beside this one, and rejects when a test fails. */
export async function run(): Promise<void> {
  process.setSourceMapsEnabled(true)
  const grep = process.env['KAFKA_REVIEW_GREP']
  const mocha = new Mocha({ ui: 'bdd', timeout: 60_000, color: false, forbidOnly: true, ...(grep === undefined ? {} : { grep }) })
  for (const file of readdirSync(__dirname).sort()) {
    if (file.endsWith('.test.cjs')) mocha.addFile(join(__dirname, file))
  }
  await new Promise<void>((resolve, reject) => {
    mocha.run((failures) => (failures === 0 ? resolve() : reject(new Error(`${failures} failed`))))
  })
}
