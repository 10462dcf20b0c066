import { spawn } from 'node:child_process'
import { existsSync, rmSync } from 'node:fs'
import { mkdir, mkdtemp, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The root folder of the repository. */
export const repository = fileURLToPath(new URL('../../..', import.meta.url))

/** What the tests fetch or build and git ignores. */
export const cache = join(repository, '.cache')

/** Puts a pinned npm package into the cache once, finished by `finish`, and answers the folder that holds its `node_modules`. */
export async function npmPackage(spec: string, finish?: (root: string) => Promise<void>): Promise<string> {
  const root = join(cache, spec.replaceAll('/', '+'))
  if (existsSync(root)) return root
  console.error(`getting ${spec} from npm, once, into ${root}`)
  await mkdir(cache, { recursive: true })
  // Made aside and renamed at the end: an interrupted install must not pass for a good one.
  const making = await mkdtemp(`${root}.making-`)
  process.once('exit', () => rmSync(making, { recursive: true, force: true }))
  try {
    await npmInstall(making, spec)
    await finish?.(making)
    await rename(making, root)
  } catch (error) {
    // Another run of ours may have been first: its folder is as good.
    if (!existsSync(root)) throw error
  }
  return root
}

/** Installs a package, or without `spec` the dependencies of the package in `folder`; no package's script is run. */
export async function npmInstall(folder: string, spec?: string): Promise<void> {
  const what = spec === undefined ? ['--omit=dev'] : [spec]
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
  const windows = process.platform === 'win32'
  const npm = spawn('npm', ['install', ...what, ...quiet, '--prefix', folder], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
    shell: windows,
  })
  let said = ''
  npm.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
  await new Promise<void>((resolve, reject) => {
    npm.once('error', reject)
    npm.once('close', code => {
      if (code === 0) resolve()
      else reject(new Error(`npm install ${spec ?? folder} failed (${code}):\n${said}`))
    })
  })
}
