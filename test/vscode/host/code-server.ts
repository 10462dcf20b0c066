import { type ChildProcess, spawn } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { npmInstall, npmPackage } from './cache.ts'
import { quietSettings, standIns } from './code-server-files.ts'

/** A VS Code server that answers on the loopback interface. */
export interface Server {
  readonly port: number
  /** Settles, with what the server said last, when it ends by itself or by `stop`. */
  readonly ended: Promise<string>
  stop(): Promise<void>
}

/** Where a server keeps its data and extensions, and what its extension host finds in its environment. */
export interface ServerFolders {
  readonly data: string
  readonly extensions: string
  readonly env?: Readonly<Record<string, string>>
}

// A gallery without an address is none: nothing is looked up in the network.
const noGallery = { EXTENSIONS_GALLERY: '{}' }

/** Starts the server and waits until it listens; `driven` lets its windows load an extension under development, and hides toasts. */
export async function startServer(folders: ServerFolders, driven: boolean): Promise<Server> {
  const child = await spawnServer(folders, [
    '--accept-server-license-terms',
    '--without-connection-token',
    ...['--host', '127.0.0.1', '--port', '0'],
    ...(driven ? ['--enable-smoke-test-driver'] : []),
    '--disable-workspace-trust',
    '--disable-telemetry',
  ])
  const ended = outcome(child).then(({ said }) => said)
  const port = await new Promise<number>((resolve, reject) => {
    let seen = ''
    child.stdout?.on('data', (chunk: Buffer) => {
      seen += chunk.toString()
      const listening = /listening on (\d+)/.exec(seen)?.[1]
      if (listening !== undefined) resolve(Number(listening))
    })
    ended.then(said => reject(new Error(`VS Code's server ended before it listened:\n${said}`)), reject)
  })
  const kill = (): void => endGroup(child)
  // First of all, so that nothing writes any more when others clear up.
  process.prependOnceListener('exit', kill)
  return {
    port,
    ended,
    async stop() {
      process.off('exit', kill)
      kill()
      await ended
    },
  }
}

/** Installs a packed extension where a server with the same folders finds it. */
export async function installExtension(vsix: string, folders: ServerFolders): Promise<void> {
  const { code, said } = await outcome(await spawnServer(folders, ['--install-extension', vsix]))
  if (code !== 0) throw new Error(`could not install ${vsix}:\n${said}`)
}

async function spawnServer(folders: ServerFolders, options: readonly string[]): Promise<ChildProcess> {
  const vscode = await codeServer()
  const machine = join(folders.data, 'data', 'Machine')
  await mkdir(machine, { recursive: true })
  await writeFile(join(machine, 'settings.json'), JSON.stringify(quietSettings))
  const where = ['--server-data-dir', folders.data, '--extensions-dir', folders.extensions]
  return spawn(process.execPath, [join(vscode, 'out', 'server-main.js'), ...options, ...where], {
    env: { ...process.env, ...noGallery, ...folders.env },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A process group of its own, so that the extension host and its children end with the server.
    detached: process.platform !== 'win32',
  })
}

/** The built VS Code inside npm's `code-server`: its own front does not pass the options on that a test needs. */
async function codeServer(): Promise<string> {
  if (Number(process.versions.node.split('.')[0]) < 24)
    throw new Error('VS Code in the browser needs Node 24: use `npm run`')
  const inside = join('node_modules', 'code-server', 'lib', 'vscode')
  const root = await npmPackage('code-server@4.139.1', async making => {
    await npmInstall(join(making, inside))
    for (const [file, text] of Object.entries(standIns))
      await writeFile(join(making, inside, 'node_modules', file), text)
  })
  return join(root, inside)
}

async function outcome(child: ChildProcess): Promise<{ code: number | null; said: string }> {
  let said = ''
  const hear = (chunk: Buffer): void => {
    said = (said + chunk.toString()).slice(-4000)
  }
  child.stdout?.on('data', hear)
  child.stderr?.on('data', hear)
  return await new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', code => resolve({ code, said }))
  })
}

function endGroup(child: ChildProcess): void {
  if (child.pid === undefined || child.exitCode !== null) return
  if (process.platform === 'win32') child.kill()
  else process.kill(-child.pid, 'SIGKILL')
}
