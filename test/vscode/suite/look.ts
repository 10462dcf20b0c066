import { randomUUID } from 'node:crypto'
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ConfigurationTarget, workspace } from 'vscode'
import { picturesVariable, shotsVariable } from '../host/contract.ts'
import type { Step } from '../host/steps.ts'

// Set only where a runner reads the letter box.
const shots = process.env[shotsVariable]
// Set where somebody will look at them.
const takesPictures = process.env[picturesVariable] !== undefined

/** Takes `<name>.png` of the whole window, where pictures are asked for. */
export async function screenshot(name: string): Promise<void> {
  if (takesPictures) await asked(name, 'request', '')
}

const themes = {
  light: 'Default Light Modern',
  dark: 'Default Dark Modern',
  contrast: 'Default High Contrast',
}

/** Takes `<name>-light.png`, `-dark` and `-contrast`, where pictures are asked for. */
export async function screenshots(name: string): Promise<void> {
  if (!takesPictures) return
  const configuration = workspace.getConfiguration('workbench')
  for (const [theme, id] of Object.entries(themes)) {
    await configuration.update('colorTheme', id, ConfigurationTarget.Global)
    await act(`${name}-${theme}`, [{ wait: 900 }])
    await screenshot(`${name}-${theme}`)
  }
  await configuration.update('colorTheme', themes.light, ConfigurationTarget.Global)
}

/** How many milliseconds a picture waits for what still moves. */
interface Settle {
  readonly settle: number
}

/** Does what only a user can do, see `Step`; false where no runner can. */
export async function act(name: string, steps: readonly (Step | Settle)[]): Promise<boolean> {
  const done = steps
    .filter(step => takesPictures || !('settle' in step))
    .map(step => ('settle' in step ? { wait: step.settle } : step))
  return await asked(name, 'act.json', JSON.stringify(done))
}

async function asked(name: string, kind: string, text: string): Promise<boolean> {
  if (shots === undefined) return false
  const request = join(shots, `${name}.${kind}`)
  const failed = join(shots, `${name}.failed`)
  rmSync(failed, { force: true })
  // Renamed into place: the runner must not read half a request.
  const draft = join(shots, `${randomUUID()}.draft`)
  writeFileSync(draft, text)
  renameSync(draft, request)
  while (existsSync(request)) await new Promise(resolve => setTimeout(resolve, 50))
  if (existsSync(failed)) throw new Error(`${name}: ${readFileSync(failed, 'utf8')}`)
  return true
}
