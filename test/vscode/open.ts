import { spawn, spawnSync } from 'node:child_process'
import { mkdir, readFile, symlink } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { repository } from './host/cache.ts'
import { startServer } from './host/code-server.ts'
import { temporaryFolder } from './host/temporary.ts'
import { workbenchUrl } from './host/workbench-url.ts'

/** Opens a folder with the extension from source: in the desktop's VS Code, else in one that this command serves until Ctrl-C. */
async function openEditor(folder: string): Promise<void> {
  const shell = process.platform === 'win32'
  if (spawnSync('code', ['--version'], { stdio: 'ignore', shell }).status === 0) {
    spawn('code', [`--extensionDevelopmentPath=${repository}`, folder], { stdio: 'inherit', shell })
    return
  }
  await serve(folder)
}

async function serve(folder: string): Promise<void> {
  const temporary = temporaryFolder()
  const extensions = join(temporary, 'extensions')
  await mkdir(extensions)
  // Linked in as if installed, not as a development extension: the server that allows those shows no notifications.
  const { publisher, name, version } = JSON.parse(await readFile(join(repository, 'package.json'), 'utf8')) as Record<
    string,
    string
  >
  await symlink(repository, join(extensions, `${publisher}.${name}-${version}`))
  const server = await startServer({ data: join(temporary, 'data'), extensions }, false)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void server.stop())
  console.log(`${workbenchUrl(server.port, folder)}\nOpen this address in a browser; Ctrl-C ends it.`)
  await server.ended
}

await openEditor(resolve(process.argv[2] ?? join(repository, 'test', 'examples')))
