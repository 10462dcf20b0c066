import type { Event } from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import type { Status } from '../../server/src/lsp/protocol.ts'

/** What a feature of the client needs of the extension that it is part of. */
export interface Host {
  /** The client, started where it does not run yet. */
  ready(): Promise<BaseLanguageClient>
  /** The client once something has started it. */
  readonly started: Promise<BaseLanguageClient>
  /** How the review stands, whenever that changes. */
  readonly onStatus: Event<Status>
}
