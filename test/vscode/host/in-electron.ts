import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { downloadAndUnzipVSCode, runTests, runVSCodeCommand, TestRunFailedError } from '@vscode/test-electron'
import { cache } from './cache.ts'
import { quietSettings } from './code-server-files.ts'
import { developmentFolder, isPacked, type SuiteRun } from './contract.ts'

/** Runs a suite in the desktop's VS Code, downloaded from its vendor; nobody answers there for screenshots and acts. */
export async function runInElectron(run: SuiteRun): Promise<number> {
  const download = { version: 'stable', cachePath: join(cache, 'vscode-test') }
  const vscodeExecutablePath = await downloadAndUnzipVSCode(download)
  // Short names: VS Code puts sockets into its user data, and macOS allows a socket's path 103 characters.
  const user = join(run.temporary, 'u')
  const folders = [`--user-data-dir=${user}`, `--extensions-dir=${join(run.temporary, 'e')}`]
  await mkdir(join(user, 'User'), { recursive: true })
  await writeFile(join(user, 'User', 'settings.json'), JSON.stringify(quietSettings))
  if (isPacked(run.extension)) await runVSCodeCommand([...folders, '--install-extension', run.extension], download)
  try {
    return await runTests({
      vscodeExecutablePath,
      extensionDevelopmentPath: await developmentFolder(run),
      extensionTestsPath: run.suite,
      extensionTestsEnv: run.env,
      launchArgs: [run.workspace, ...folders],
    })
  } catch (error) {
    if (error instanceof TestRunFailedError) return error.code ?? 1
    throw error
  }
}
