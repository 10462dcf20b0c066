import { checkSchemas } from '../host/schema-check.ts'
import type { FileFacts } from '../model/file-facts.ts'
import { syntaxOf } from '../reader/formats.ts'
import { toUri } from '../text/uri.ts'
import { debounce, type Served } from './served.ts'

/** Follows what is open: an editor's text is in force while it is, what lies on disk afterwards. */
export function serveDocuments(served: Served): void {
  const { documents, workspace, background, changed } = served
  const judged = new WeakSet<FileFacts>()
  const judgeSchemas = debounce(served, 'asking the schema libraries', 400, async () => {
    const open = documents.all().map(document => [toUri(document.uri), document.getText()] as const)
    changed(await checkSchemas(workspace().review, open, judged))
  })
  documents.onDidChangeContent(({ document }) => {
    const uri = toUri(document.uri)
    if (!syntaxOf(uri, document.languageId)) return
    changed(workspace().setOpen(uri, document.getText(), document.languageId), uri)
    judgeSchemas()
  })
  documents.onDidSave(({ document }) => workspace().saved(toUri(document.uri)))
  documents.onDidClose(({ document }) => {
    const uri = toUri(document.uri)
    background('closing a file', async () => changed(new Set([...(await workspace().close(uri)), uri])))
  })
}
