import { cp, mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { forBrowsers } from './host/for-browsers.ts'
import { bundleSuite } from './host/bundle.ts'
import { cache, repository } from './host/cache.ts'
import { grepVariable, picturesVariable, virtualFolder, virtualVariable, webVariable } from './host/contract.ts'
import { runInBrowser } from './host/in-browser.ts'
import { pickHost } from './host/pick.ts'
import { temporaryFolder } from './host/temporary.ts'

const { values } = parseArgs({
  options: {
    extension: { type: 'string', default: repository },
    workspace: { type: 'string', default: join(repository, 'test', 'vscode', 'workspace') },
    suite: { type: 'string', default: join(repository, 'test', 'vscode', 'suite') },
    // Where pictures go; without it none are taken.
    shots: { type: 'string' },
    grep: { type: 'string' },
    // The packed extension as browsers have it: without the entry for desktops.
    web: { type: 'boolean', default: false },
    // The same, on a folder that no disk holds.
    virtual: { type: 'boolean', default: false },
  },
})

// Without it an end by signal skips what others do at the exit.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))

try {
  const isWeb = values.web || values.virtual
  const host = isWeb ? runInBrowser : await pickHost()
  const suite = await bundleSuite(resolve(values.suite), join(cache, 'vscode-suite'))
  const temporary = temporaryFolder()
  // A copy, so that a test may edit files.
  const workspace = join(temporary, values.virtual ? new URL(virtualFolder).pathname : 'workspace')
  await cp(values.workspace, workspace, { recursive: true })
  const shots = resolve(values.shots ?? join(cache, 'vscode-shots'))
  await mkdir(shots, { recursive: true })
  process.exitCode = await host({
    extension: isWeb ? await forBrowsers(resolve(values.extension), temporary) : resolve(values.extension),
    workspace,
    suite,
    shots,
    temporary,
    env: {
      ...(values.grep === undefined ? {} : { [grepVariable]: values.grep }),
      ...(values.shots === undefined ? {} : { [picturesVariable]: '1' }),
      ...(isWeb ? { [webVariable]: 'yes' } : {}),
      ...(values.virtual ? { [virtualVariable]: temporary } : {}),
    },
  })
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
