import { stat } from 'node:fs/promises'

/** Whether a path leads to a folder. */
export async function isFolderPath(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory()
  } catch {
    return false
  }
}
