import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

/** A copy of a packed extension that can only run in a browser's worker: its manifest names no entry for desktops. */
export async function forBrowsers(packed: string, folder: string): Promise<string> {
  const files = unzipSync(await readFile(packed))
  const manifest = 'extension/package.json'
  const { main: _, ...rest } = JSON.parse(strFromU8(files[manifest] ?? new Uint8Array())) as Record<string, unknown>
  const copy = join(folder, 'for-browsers.vsix')
  await writeFile(copy, zipSync({ ...files, [manifest]: strToU8(JSON.stringify(rest)) }, { level: 1 }))
  return copy
}
