import { DidChangeConfigurationNotification } from 'vscode-languageserver'
import { toUri } from '../text/uri.ts'
import type { ChangedFiles, Settings } from './protocol.ts'
import type { Served } from './served.ts'

/** Serves what a user has set: reads it at start and whenever it changes. */
export function serveSettings(served: Served): void {
  const { connection, background, state } = served
  const read = (): void => background('reading the settings', () => readSettings(served))
  served.onInitialized(() => {
    if (state.client.workspace?.didChangeConfiguration?.dynamicRegistration)
      background('watching the settings', () =>
        connection.client.register(DidChangeConfigurationNotification.type, { section: 'kafkaReview' }),
      )
    read()
  })
  connection.onDidChangeConfiguration(read)
  connection.onNotification('kafkaReview/changedFiles', ({ files }: ChangedFiles) => {
    state.changedFiles = files ? new Set(files.map(({ uri }) => toUri(uri))) : undefined
    if (state.settings.scope === 'changed') served.changed(new Set(served.workspace().review.files()))
  })
}

async function readSettings({ connection, state, workspace, changed }: Served): Promise<void> {
  if (!state.client.workspace?.configuration) return
  const configured = (await connection.workspace.getConfiguration('kafkaReview')) as Partial<Settings> | null
  const before = state.settings
  state.settings = {
    scope: configured?.scope === 'workspace' || configured?.scope === 'changed' ? configured.scope : 'openFiles',
    inlayHints: configured?.inlayHints !== false,
    codeLens: configured?.codeLens !== false,
  }
  if (state.settings.inlayHints !== before.inlayHints && state.client.workspace?.inlayHint?.refreshSupport)
    await connection.languages.inlayHint.refresh()
  if (state.settings.scope === before.scope) return
  state.reviewsAll = false
  changed(new Set(workspace().review.files()))
}
