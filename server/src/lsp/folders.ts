import {
  DidChangeWatchedFilesNotification,
  FileChangeType,
  LSPErrorCodes,
  ResponseError,
  WatchKind,
  type CancellationToken,
} from 'vscode-languageserver'
import { formats } from '../reader/formats.ts'
import { baseName, toUri, type Uri } from '../text/uri.ts'
import { baselineName, readBaselines } from './baseline.ts'
import type { ReviewWorkspaceResult } from './protocol.ts'
import type { Served } from './served.ts'
import { say } from '../words/message.ts'

/** Serves the folders: reads them, follows what changes on disk, reviews them as a whole on demand. */
export function serveFolders(served: Served): void {
  const { connection, background, workspace, state } = served
  served.onInitialized(() => {
    if (state.client.workspace?.didChangeWatchedFiles?.dynamicRegistration)
      background('watching files', () =>
        connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }),
      )
    if (state.client.workspace?.workspaceFolders)
      connection.workspace.onDidChangeWorkspaceFolders(() =>
        background('changing folders', async () => {
          const folders = (await connection.workspace.getWorkspaceFolders()) ?? []
          workspace().setFolders(folders.map(({ uri }) => toUri(uri)))
          load(served)
        }),
      )
    load(served)
  })
  connection.onDidChangeWatchedFiles(({ changes }) => {
    const uris = (deleted: boolean): Uri[] =>
      changes.filter(({ type }) => (type === FileChangeType.Deleted) === deleted).map(({ uri }) => toUri(uri))
    background('reading what has changed', async () => {
      const found = await workspace().refresh(uris(false), uris(true))
      if (!changes.some(({ uri }) => baseName(toUri(uri)) === baselineName)) return served.changed(found)
      state.baselines = await readBaselines(served.files, workspace().folders())
      served.changed(new Set(workspace().review.files()))
    })
  })
  connection.onRequest('kafkaReview/reviewWorkspace', (_params: object, token: CancellationToken) =>
    reviewAll(served, token),
  )
}

/** Of a folder that is deleted, editors tell the folder only. */
const watchers = [
  ...[...new Set(formats.flatMap(({ endings }) => endings)), '/.gitignore', `/${baselineName}`].map(ending => ({
    globPattern: ending.startsWith('/') ? `**${ending}` : `**/*${ending}`,
  })),
  { globPattern: '**/*', kind: WatchKind.Delete },
]

function load({ state, background, workspace, changed, catchUp, connection, tell, files }: Served): void {
  state.phase = 'reading'
  const start = performance.now()
  state.loaded = new Promise<void>(resolve =>
    background('reading the folders', async () => {
      let found = new Set<Uri>()
      try {
        found = await workspace().load()
        state.baselines = await readBaselines(files, workspace().folders())
        for (const file of await catchUp()) found.add(file)
      } finally {
        state.phase = 'ready'
        const { review, problems } = workspace()
        connection.console.info(
          tell(
            say('server.loaded', {
              files: [...review.files()].length,
              milliseconds: Math.round(performance.now() - start),
              problems: problems().length,
            }),
          ),
        )
        for (const { file, message } of problems()) connection.console.info(`${file}: ${message}`)
        resolve()
        changed(found)
      }
    }),
  )
}

async function reviewAll(
  { connection, workspace, state, changed, catchUp, background, tell }: Served,
  token: CancellationToken,
): Promise<ReviewWorkspaceResult> {
  await workspace().load(files => {
    background('telling of progress', () => connection.sendNotification('kafkaReview/progress', { files }))
    return !token.isCancellationRequested
  })
  if (token.isCancellationRequested)
    throw new ResponseError(LSPErrorCodes.RequestCancelled, tell(say('server.cancelled')))
  await catchUp()
  state.reviewsAll = true
  const { review } = workspace()
  const files = [...review.files()]
  changed(new Set(files))
  const findings = files.flatMap(uri => review.findings(uri)).filter(({ suppressed }) => !suppressed)
  return { files: files.length, findings: findings.length }
}
