import assert from 'node:assert/strict'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** Whether expectations are rewritten rather than checked (`npm run test:update`). */
export const updating = process.env.UPDATE !== undefined

/** Compares a text with its golden file, which is there only where there is something to say; where expectations are rewritten, writes it. */
export function assertGolden(path: string, actual: string): void {
  if (updating) {
    mkdirSync(dirname(path), { recursive: true })
    if (actual === '') rmSync(path, { force: true })
    else writeFileSync(path, actual)
  }
  assert.equal(
    actual,
    existsSync(path) ? readFileSync(path, 'utf8') : '',
    `${path} differs; npm run test:update rewrites it`,
  )
}
