import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** One run of a mocha suite inside a VS Code; all paths are absolute. */
export interface SuiteRun {
  /** The folder of an extension under development, or a packed .vsix to install. */
  readonly extension: string
  readonly workspace: string
  /** A CommonJS module that exports `run(): Promise<void>`. */
  readonly suite: string
  /** The folder for screenshots, which is also the letter box between suite and runner. */
  readonly shots: string
  /** A folder of this run alone, for the window's data. */
  readonly temporary: string
  /** What the suite finds in its environment. */
  readonly env: Readonly<Record<string, string>>
}

/** Runs a suite and answers its exit code. */
export type RunSuite = (run: SuiteRun) => Promise<number>

/** The variable that tells the suite where its letter box is; absent where nobody reads it. */
export const shotsVariable = 'KAFKA_REVIEW_SHOTS'

/** The variable that asks for pictures; absent where nobody will look at them. */
export const picturesVariable = 'KAFKA_REVIEW_PICTURES'

/** The variable that narrows the suite to the tests whose names match. */
export const grepVariable = 'KAFKA_REVIEW_GREP'

/** The variable that says that the extension runs in a worker of the browser, apart from the suite. */
export const webVariable = 'KAFKA_REVIEW_WEB'

/** The variable that names the folder that is shown as one that no disk holds; absent where the folder itself is. */
export const virtualVariable = 'KAFKA_REVIEW_VIRTUAL'

/** The address of a folder that no disk holds, as github.dev names one. */
export const virtualFolder = 'vscode-vfs://github/shop/kafka'

/** Whether an extension is a packed one. */
export function isPacked(extension: string): boolean {
  return extension.endsWith('.vsix')
}

/** The folder to load as the extension under development: an empty one beside a packed extension, since a suite runs only with one. */
export async function developmentFolder(run: SuiteRun): Promise<string> {
  if (!isPacked(run.extension)) return run.extension
  const folder = join(run.temporary, 'suite-host')
  await mkdir(folder, { recursive: true })
  const manifest = { name: 'suite-host', publisher: 'kafka-review', version: '0.0.0', engines: { vscode: '*' } }
  await writeFile(join(folder, 'package.json'), JSON.stringify(manifest))
  return folder
}
