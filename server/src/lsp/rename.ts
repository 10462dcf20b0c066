import {
  LSPErrorCodes,
  MessageType,
  ResponseError,
  ShowMessageNotification,
  type ServerCapabilities,
  type WorkspaceEdit,
} from 'vscode-languageserver'
import { renderFix } from '../fix.ts'
import type { Mention } from '../model/mentions.ts'
import { mentionsAt, sameAs } from '../model/references.ts'
import { renameAll, wrongName, type Renaming } from '../model/rename.ts'
import { say, type Message } from '../words/message.ts'
import { at } from './navigation.ts'
import { ask, type Asked, type Served } from './served.ts'
import { toEdits, toRange } from './to-lsp.ts'
import { baseName, toUri } from '../text/uri.ts'

/** What renaming offers. */
export const renameCapabilities: ServerCapabilities = { renameProvider: { prepareProvider: true } }

/** Serves giving things another name wherever they are named, in all formats. */
export function serveRename(served: Served): void {
  const { connection, loaded, texts, client, tell } = served
  // An editor may show the changes first: nothing is said of what somebody throws away.
  let tellWhenDone: (() => void) | undefined
  served.onChange(() => tellWhenDone?.())
  connection.onPrepareRename(async params => {
    await loaded()
    const asked = ask(served)
    const [mention] = at(params, asked)
    const lines = asked.linesOf(toUri(params.textDocument.uri))
    if (!mention || !lines) return null
    writable(mention, asked)
    return { range: toRange(mention.place.span, lines), placeholder: mention.name }
  })
  connection.onRenameRequest(async params => {
    await loaded()
    const asked = ask(served)
    const [mention] = at(params, asked)
    if (!mention || params.newName === mention.name) return null
    const mentions = writable(mention, asked)
    const expected = wrongName(mentions, params.newName)
    if (expected !== undefined)
      throw refused(say('rename.wrongName', { name: params.newName, kind: mention.what, expected }))
    const renaming = renameAll(mentions, params.newName)
    const edit = toEdit(mention, renaming, served)
    if (!edit)
      throw refused(
        say('rename.stuck', {
          where: sayWhere(
            mention,
            mentions.filter(one => !renderFix(renameAll([one], params.newName), texts.textOf)),
            asked,
          ),
        }),
      )
    tellWhenDone = () => {
      if (mentionsAt(ask(served).db.estate, mention.place.file, mention.place.span.start)[0]?.name !== params.newName)
        return
      tellWhenDone = undefined
      void connection.sendNotification(ShowMessageNotification.type, {
        type: MessageType.Info,
        message: tell(
          say('rename.done', {
            kind: mention.what,
            name: mention.name,
            to: params.newName,
            places: mentions.length,
          }),
        ),
      })
    }
    return edit
  })

  const refused = (message: Message): ResponseError<void> =>
    new ResponseError(LSPErrorCodes.RequestFailed, tell(message))
  const writable = (mention: Mention, asked: Asked): Mention[] => {
    const { sure, unsure } = sameAs(mention, asked.db.estate)
    if (unsure.length > 0) throw refused(say('rename.unsure', { where: sayWhere(mention, unsure, asked) }))
    const stuck = renameAll(sure, mention.name).stuck
    if (stuck.length > 0) throw refused(say('rename.stuck', { where: sayWhere(mention, stuck, asked) }))
    const files = sure.filter(({ inFileName }) => inFileName)
    if (files.length > 0 && !client().workspace?.workspaceEdit?.resourceOperations?.includes('rename'))
      throw refused(
        say('rename.inFileName', {
          kind: mention.what,
          name: mention.name,
          file: files[0] ? baseName(files[0].of.file) : '',
        }),
      )
    return sure
  }
}

/** One place in words stands for all. */
function sayWhere({ what, name }: Mention, [first]: readonly Mention[], { linesOf }: Asked): Message {
  if (!first) return say('rename.somewhere', { kind: what, name })
  const line = (linesOf(first.place.file)?.position(first.place.span.start).line ?? 0) + 1
  return say('rename.alsoNamed', { kind: what, name, file: baseName(first.place.file), line })
}

/** The edits of all files, then the new names of files; undefined where a writer refuses. */
function toEdit(
  { what, name }: Mention,
  { edits, files }: Renaming,
  { texts, client, tell }: Served,
): WorkspaceEdit | undefined {
  const rendered = renderFix({ edits }, texts.textOf)
  if (!rendered) return undefined
  const annotated = client().workspace?.workspaceEdit?.changeAnnotationSupport !== undefined
  const changes = rendered.map(({ file, edits: inIt }) => ({
    textDocument: { uri: file, version: texts.versionOf(file) },
    edits: toEdits(inIt, texts.textOf(file) ?? '').map(edit =>
      annotated ? { ...edit, annotationId: 'rename' } : edit,
    ),
  }))
  return {
    documentChanges: [
      ...changes,
      ...files.map(({ from, to }) => ({ kind: 'rename' as const, oldUri: from, newUri: to })),
    ],
    ...(annotated
      ? {
          changeAnnotations: {
            rename: {
              label: tell(say('rename.label', { kind: what, name })),
              description: tell(say('rename.consequence', { kind: what })),
            },
          },
        }
      : {}),
  }
}
