import { join } from 'node:path'
import { chromium, type Page } from 'playwright-core'
import { findBrowser } from './browser.ts'
import { installExtension, type Server, startServer } from './code-server.ts'
import {
  developmentFolder,
  isPacked,
  shotsVariable,
  type SuiteRun,
  virtualFolder,
  virtualVariable,
} from './contract.ts'
import { answerRequests } from './requests.ts'
import { workbenchUrl } from './workbench-url.ts'

const limit = 10 * 60_000

/** Runs a suite in the VS Code that code-server serves, shown by a browser without a window. */
export async function runInBrowser(run: SuiteRun): Promise<number> {
  const folders = {
    data: join(run.temporary, 'data'),
    extensions: join(run.temporary, 'extensions'),
    env: { ...run.env, [shotsVariable]: run.shots },
  }
  const { executablePath, args, env } = await findBrowser()
  if (isPacked(run.extension)) await installExtension(run.extension, folders)
  const server = await startServer(folders, true)
  try {
    const browser = await chromium.launch({ executablePath, args: [...args], env: { ...process.env, ...env } })
    try {
      const page = await browser.newPage({ viewport: { width: 1280, height: 720 } })
      return await runOn(page, server, run)
    } finally {
      await browser.close()
    }
  } finally {
    await server.stop()
  }
}

async function runOn(page: Page, server: Server, run: SuiteRun): Promise<number> {
  const exit = new Promise<number>((resolve, reject) => {
    void page.exposeFunction('codeAutomationExit', resolve)
    void page.exposeFunction('codeAutomationLog', forward)
    page.once('crash', () => reject(new Error('the browser page crashed')))
    void server.ended.then(said => reject(new Error(`VS Code's server ended before the suite:\n${said}`)))
    setTimeout(() => reject(new Error(`the suite had not ended after ${limit / 60_000} minutes`)), limit).unref()
  })
  // It may fail while the page still loads, when nobody awaits it yet.
  exit.catch(() => undefined)
  const folder = virtualVariable in run.env ? virtualFolder : run.workspace
  await page.goto(workbenchUrl(server.port, folder, { extension: await developmentFolder(run), suite: run.suite }))
  const stop = answerRequests(page, run.shots)
  try {
    return await exit
  } catch (error) {
    await page.screenshot({ path: join(run.shots, 'last-seen.png') }).catch(() => undefined)
    throw error
  } finally {
    await stop()
  }
}

// What VS Code itself says at every start and end; nothing but its wording tells it from the suite's words.
const usual = [
  /^\[(AccountPolicyGate|AgentHost:remote|Service Worker|reconnection-grace-time)\]/,
  /^(Canceled: |Creating a socket|No search provider registered|Resolv(ing|ed) connection token|(Updating|Ignoring fetching) additional builtin)/,
]

function forward(type: string, args: readonly unknown[]): void {
  if (usual.some(wording => wording.test(String(args[0])))) return
  if (type === 'error' || type === 'warn') console.error(...args)
  else console.log(...args)
}
