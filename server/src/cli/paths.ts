import { stat } from 'node:fs/promises'

/** Whether a path leads to a folder. */
export async function isFolderPath(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory()
  } catch {
    return false
  }
}

/** Whether something lies at a path. */
export async function isPath(path: string): Promise<boolean> {
  try {
    await stat(path)
    return true
  } catch {
    return false
  }
}
