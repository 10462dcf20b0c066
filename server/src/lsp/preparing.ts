import type { DidOpenTextDocumentParams, Message, MessageReader } from 'vscode-languageserver'
import { needsPreparing, prepareReading } from '../reader/reader.ts'
import { toUri } from '../text/uri.ts'

/** A reader that holds back the first message that opens a file of HCL, and all that come after it, until HCL can be read: who opens none never waits for its grammar. */
export function preparing(reader: MessageReader): MessageReader {
  return {
    onError: reader.onError,
    onClose: reader.onClose,
    onPartialMessage: reader.onPartialMessage,
    dispose: () => reader.dispose(),
    listen(deliver) {
      let held: Message[] | undefined
      const release = (): void => {
        const all = held ?? []
        held = undefined
        for (const message of all) deliver(message)
      }
      return reader.listen(message => {
        if (held) held.push(message)
        else if (opensHcl(message)) {
          held = [message]
          // What cannot be loaded leaves its files unread, and nobody without an answer.
          prepareReading().then(release, release)
        } else deliver(message)
      })
    },
  }
}

function opensHcl(message: Message): boolean {
  if (!('method' in message) || message.method !== 'textDocument/didOpen' || !('params' in message)) return false
  const { uri, languageId } = (message.params as DidOpenTextDocumentParams).textDocument
  return needsPreparing(toUri(uri), languageId)
}
