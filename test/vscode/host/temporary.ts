import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const folders: string[] = []
process.once('exit', () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
})

/** A fresh folder that is removed when this process exits. */
export function temporaryFolder(): string {
  // Its real path: on macOS the temporary folder is a link, and VS Code would name a file by the other path.
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'kafka-review-'))
  folders.push(folder)
  return folder
}
