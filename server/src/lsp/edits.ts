import type { Location, WorkspaceEdit } from 'vscode-languageserver'
import { holeOf, renderFix, type FileEdits } from '../fix.ts'
import type { Fix } from '../model/semantic-edit.ts'
import { applyEdits } from '../text/edit.ts'
import { indexLines } from '../text/line-index.ts'
import type { Uri } from '../text/uri.ts'
import { word, type Language } from '../words/message.ts'
import type { Texts } from './served.ts'
import { toEdits, toRange } from './to-lsp.ts'

/** The edit that a fix makes of the texts as they are now, and the place where it leaves something to write; undefined where a person has to make it. */
export function editOf(
  fix: Fix,
  texts: Texts,
  words: Language,
  previews = false,
): { readonly edit: WorkspaceEdit; readonly hole?: Location } | undefined {
  const files = renderFix(fix, texts.textOf)
  if (!files) return undefined
  const textOf = (file: Uri): string => files.find(other => other.file === file)?.create ?? texts.textOf(file) ?? ''
  const documentChanges = changesOf(files, texts)
  const hole = holeOf(fix, files, texts.textOf)
  if (fix.beside !== undefined && previews)
    return {
      edit: annotate(
        { documentChanges },
        word(fix.title, words),
        [word(fix.beside.says, words), ...fix.beside.commands].join(' '),
      ),
    }
  if (!hole) return { edit: { documentChanges } }
  const after = indexLines(applyEdits(textOf(hole.file), files.find(({ file }) => file === hole.file)?.edits ?? []))
  return {
    edit: { documentChanges },
    hole: { uri: hole.file, range: toRange({ start: hole.offset, end: hole.offset }, after) },
  }
}

/** The edits of files as the protocol has them. */
export const changesOf = (files: readonly FileEdits[], texts: Texts): NonNullable<WorkspaceEdit['documentChanges']> =>
  files.flatMap(({ file, create, edits }): NonNullable<WorkspaceEdit['documentChanges']> => {
    if (create === undefined)
      return [
        {
          textDocument: { uri: file, version: texts.versionOf(file) },
          edits: toEdits(edits, texts.textOf(file) ?? ''),
        },
      ]
    // A new file is empty: what it begins with and the edits come as one insertion.
    const origin = { line: 0, character: 0 }
    return [
      { kind: 'create', uri: file, options: { ignoreIfExists: true } },
      {
        textDocument: { uri: file, version: null },
        edits: [{ range: { start: origin, end: origin }, newText: applyEdits(create, edits) }],
      },
    ]
  })

/** The editor shows an annotated change before it makes it. */
export function annotate({ documentChanges = [] }: WorkspaceEdit, label: string, description: string): WorkspaceEdit {
  const annotationId = 'beside'
  return {
    documentChanges: documentChanges.map(change =>
      'edits' in change
        ? { ...change, edits: change.edits.map(edit => ({ ...edit, annotationId })) }
        : { ...change, annotationId },
    ),
    changeAnnotations: { [annotationId]: { label, description, needsConfirmation: true } },
  }
}
