import { TextDocument } from 'vscode-languageserver-textdocument'
import { getLanguageService, type LanguageService } from 'yaml-language-server'

/** Starts the YAML language server's validation in this process, without any schema: what every YAML user waits for on a keystroke. */
export function startPeer(): (text: string) => Promise<unknown> {
  const nothing = (): undefined => undefined
  const service: LanguageService = getLanguageService({
    schemaRequestService: async () => '{}',
    workspaceContext: { resolveRelativePath: (path: string) => path },
    connection: { onRequest: nothing, sendRequest: nothing, console: { log: nothing, error: nothing } },
    telemetry: { send: nothing, sendError: nothing, sendTrack: nothing },
  } as unknown as Parameters<typeof getLanguageService>[0])
  service.configure({ validate: true, isKubernetes: false, schemas: [], customTags: [] })
  let version = 0
  return async text =>
    service.doValidation(TextDocument.create('file:///bench/peer.yaml', 'yaml', ++version, text), false)
}
