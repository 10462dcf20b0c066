import { pathToFileURL } from 'node:url'

/** What a window loads from source: an extension and a suite. */
export interface Development {
  readonly extension: string
  readonly suite: string
}

/** The address of the window of a folder, by its path or as the editor names it, on a server that listens on `port`; only a driven server heeds `development`. */
export function workbenchUrl(port: number, folder: string, development?: Development): string {
  const url = new URL(`http://127.0.0.1:${port}/`)
  url.searchParams.set('folder', folder.includes('://') ? folder : pathToFileURL(folder).pathname)
  if (development === undefined) return url.href
  const remote = (path: string): string => `vscode-remote://127.0.0.1:${port}${pathToFileURL(path).pathname}`
  const payload = [
    ['extensionDevelopmentPath', remote(development.extension)],
    ['extensionTestsPath', remote(development.suite)],
    ['skipWelcome', 'true'],
  ]
  url.searchParams.set('payload', JSON.stringify(payload))
  return url.href
}
