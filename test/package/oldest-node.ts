import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { npmPackage } from '../vscode/host/cache.ts'

const version = '20.18.1'

/** Path of a Node 20, the oldest that the server and the command line run on: the one that runs npm, else one from npm. */
export async function oldestNode(): Promise<string> {
  const running = process.env.npm_node_execpath
  if (running !== undefined && execFileSync(running, ['--version'], { encoding: 'utf8' }).startsWith('v20.'))
    return running
  const windows = process.platform === 'win32'
  const system = windows ? 'win' : process.platform
  const name = `node-${system === 'darwin' && process.arch === 'arm64' ? 'bin-' : ''}${system}-${process.arch}`
  const root = await npmPackage(`${name}@${version}`)
  return join(root, 'node_modules', name, 'bin', windows ? 'node.exe' : 'node')
}
