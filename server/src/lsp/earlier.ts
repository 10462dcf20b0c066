import { toUri } from '../text/uri.ts'
import type { EarlierParams } from './protocol.ts'
import type { Served } from './served.ts'

/** Takes what files said in the last revision, for a client that knows it: their schemas are compared with that. */
export function serveEarlier({ connection, workspace, loaded, changed }: Served): void {
  connection.onNotification('kafkaReview/earlier', async ({ uri, text }: EarlierParams) => {
    await loaded()
    changed(workspace().compareWith(toUri(uri), text ?? undefined))
  })
}
