import { EventEmitter, Uri, commands, workspace, type ExtensionContext } from 'vscode'
import type { Host } from './host.ts'
import type { RulePageParams } from '../../server/src/lsp/protocol.ts'

const scheme = 'kafka-review'

/** Address of a rule's page inside the editor; the manifest opens it as a Markdown preview. */
export const pageTemplate = `${scheme}:/rules/{code}.md`

/** The command that the server offers to open a rule's page; it takes the rule's code. */
export const openPage = 'kafkaReview.openPage'

/** Serves the rules' pages, which travel with the server: no network is needed to read them. */
export function registerPages(context: ExtensionContext, { started }: Host): void {
  const changed = new EventEmitter<Uri>()
  context.subscriptions.push(
    changed,
    commands.registerCommand(openPage, (code: string) =>
      commands.executeCommand('vscode.open', Uri.parse(pageTemplate.replace('{code}', code))),
    ),
    workspace.registerTextDocumentContentProvider(scheme, {
      onDidChange: changed.event,
      async provideTextDocumentContent(uri) {
        const code = /([A-Z]{2}\d{3})\.md$/.exec(uri.path)?.[1] ?? ''
        const client = await started
        return client.sendRequest<string>('kafkaReview/rulePage', { code } satisfies RulePageParams)
      },
    }),
  )
}
