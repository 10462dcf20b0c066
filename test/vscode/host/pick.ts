import { installedBrowser } from './browser.ts'
import type { RunSuite } from './contract.ts'
import { runInBrowser } from './in-browser.ts'
import { runInElectron } from './in-electron.ts'

const runners = { electron: runInElectron, browser: runInBrowser }
const vendor = 'https://update.code.visualstudio.com/api/releases/stable'

/** Picks the host that this machine can have and says which and why; `KAFKA_REVIEW_HOST` overrides. */
export async function pickHost(): Promise<RunSuite> {
  const asked = process.env.KAFKA_REVIEW_HOST
  if (asked === undefined || asked === '') {
    const { host, why } = await possible()
    return chosen(host, why)
  }
  if (asked === 'electron' || asked === 'browser') return chosen(asked, 'KAFKA_REVIEW_HOST says so')
  throw new Error(`KAFKA_REVIEW_HOST is "${asked}"; expected electron or browser`)
}

function chosen(host: keyof typeof runners, why: string): RunSuite {
  const name = { electron: "the desktop's VS Code (test-electron)", browser: 'VS Code in a browser (code-server)' }[
    host
  ]
  console.log(`host: ${name}, because ${why}`)
  return runners[host]
}

async function possible(): Promise<{ host: keyof typeof runners; why: string }> {
  const lacking = hasDisplay() ? await vendorSilent() : 'there is no display'
  if (lacking === undefined) return { host: 'electron', why: "there is a display and VS Code's vendor answers" }
  const npmHasOne = process.platform === 'linux' && process.arch === 'x64'
  if (installedBrowser() !== undefined || npmHasOne) return { host: 'browser', why: lacking }
  throw new Error(`no VS Code to run in: ${lacking}, and there is neither Chrome, Chromium nor Edge`)
}

function hasDisplay(): boolean {
  const desktop = process.platform === 'darwin' || process.platform === 'win32'
  return desktop || [process.env.DISPLAY, process.env.WAYLAND_DISPLAY].some(display => (display ?? '') !== '')
}

/** Why the desktop's VS Code cannot be downloaded; nothing when it can. */
async function vendorSilent(): Promise<string | undefined> {
  try {
    const answer = await fetch(vendor, { method: 'HEAD', signal: AbortSignal.timeout(4000) })
    return answer.ok ? undefined : `VS Code's vendor answers ${answer.status}`
  } catch {
    return "VS Code's vendor cannot be reached"
  }
}
