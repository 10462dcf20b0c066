import { pathToFileURL } from 'node:url'

/** What a window loads from source: an extension and, for a test, a suite. */
export interface Development {
  readonly extension: string
  readonly suite?: string
}

/** The address of a folder's window, with an extension under development, on a server that listens on `port`. */
export function workbenchUrl(port: number, folder: string, { extension, suite }: Development): string {
  const remote = (path: string): string => `vscode-remote://127.0.0.1:${port}${pathToFileURL(path).pathname}`
  const payload = [['extensionDevelopmentPath', remote(extension)], ['skipWelcome', 'true']]
  if (suite !== undefined) payload.push(['extensionTestsPath', remote(suite)])
  const query = new URLSearchParams({ folder: pathToFileURL(folder).pathname, payload: JSON.stringify(payload) })
  return `http://127.0.0.1:${port}/?${query}`
}
