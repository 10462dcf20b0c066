import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { perform, readSteps } from './steps.ts'

/** Answers what the suite asks for by files in `shots`, until the returned function is called. */
export function answerRequests(page: Page, shots: string): () => Promise<void> {
  let open = true
  const answering = (async () => {
    while (open) {
      for (const file of (await readdir(shots)).sort()) await answer(page, shots, file)
      await pause(50)
    }
  })()
  return async () => {
    open = false
    await answering
  }
}

/** The request goes last, so that a suite which waits for its end finds a whole answer. */
async function answer(page: Page, shots: string, file: string): Promise<void> {
  const [, name, kind] = /^(.+)\.(request|act\.json)$/.exec(file) ?? []
  if (name === undefined) return
  const at = (end: string): string => join(shots, name + end)
  try {
    if (kind === 'request') await screenshot(page, at('.png'))
    else {
      await perform(page, readSteps(await readFile(join(shots, file), 'utf8')))
      await writeFile(at('.acted'), '')
    }
  } catch (error) {
    await writeFile(at('.failed'), error instanceof Error ? error.message : String(error))
  }
  await rm(join(shots, file), { force: true })
}

async function screenshot(page: Page, path: string): Promise<void> {
  await page.screenshot({ path: `${path}.part`, type: 'png' })
  await rename(`${path}.part`, path)
}
