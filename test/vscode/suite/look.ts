import { randomUUID } from 'node:crypto'
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ConfigurationTarget, workspace } from 'vscode'
import { shotsVariable } from '../host/contract.ts'
import type { Step } from '../host/steps.ts'

// Set only where a runner reads the letter box.
const shots = process.env[shotsVariable]

/** Takes `<name>.png` of the whole window; false where no runner can. */
export async function screenshot(name: string): Promise<boolean> {
  return await asked(name, 'request', '')
}

const themes = {
  light: 'Default Light Modern',
  dark: 'Default Dark Modern',
  contrast: 'Default High Contrast',
}

/** Takes `<name>-light.png`, `-dark` and `-contrast`; false where no runner can. */
export async function screenshots(name: string): Promise<boolean> {
  if (shots === undefined) return false
  const configuration = workspace.getConfiguration('workbench')
  for (const [theme, id] of Object.entries(themes)) {
    await configuration.update('colorTheme', id, ConfigurationTarget.Global)
    await act(`${name}-${theme}`, [{ wait: 900 }])
    await screenshot(`${name}-${theme}`)
  }
  await configuration.update('colorTheme', themes.light, ConfigurationTarget.Global)
  return true
}

/** Does what only a user can do, see `Step`; false where no runner can. */
export async function act(name: string, steps: readonly Step[]): Promise<boolean> {
  return await asked(name, 'act.json', JSON.stringify(steps))
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
