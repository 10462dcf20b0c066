import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { npmBrowser, type Browser } from './npm-browser.ts'

/** An installed Chrome, Chromium or Edge (`CHROME_PATH` first), else the one from npm. */
export async function findBrowser(): Promise<Browser> {
  const installed = installedBrowser()
  const browser = installed === undefined ? await npmBrowser() : { executablePath: installed, args: [], env: {} }
  return { ...browser, args: [...plainArgs, ...browser.args] }
}

/** The path of an installed browser. */
export function installedBrowser(): string | undefined {
  return [process.env.CHROME_PATH ?? '', ...onPath(), ...knownPlaces()].find(path => path !== '' && existsSync(path))
}

// No sandbox, since CI runs as root; no talk with the vendor.
const plainArgs: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

function onPath(): string[] {
  const names = ['google-chrome', 'google-chrome-stable', 'chromium', 'microsoft-edge', 'microsoft-edge-stable']
  // A snap sees neither the temporary folder nor its parent's files, so that playwright cannot drive it.
  const folders = (process.env.PATH ?? '').split(delimiter).filter(folder => !folder.startsWith('/snap'))
  return names.flatMap(name => folders.map(folder => join(folder, name)))
}

function knownPlaces(): string[] {
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      name => `/Applications/${name}.app/Contents/MacOS/${name}`,
    )
  }
  if (process.platform !== 'win32') return []
  const roots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].map(name => process.env[name] ?? '')
  const programs = ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe']
  return programs.flatMap(program => roots.filter(root => root !== '').map(root => join(root, program)))
}
