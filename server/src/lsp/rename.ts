import {
  LSPErrorCodes,
  MessageType,
  ResponseError,
  ShowMessageNotification,
  type ServerCapabilities,
  type WorkspaceEdit,
} from 'vscode-languageserver'
import { renderFix } from '../fix.ts'
import type { Mention, Nameable } from '../model/mentions.ts'
import { sameAs } from '../model/references.ts'
import { renameAll, wrongName, type Renaming } from '../model/rename.ts'
import { at } from './navigation.ts'
import { ask, type Asked, type Served } from './served.ts'
import { toEdits, toRange } from './to-lsp.ts'
import { baseName, toUri } from '../text/uri.ts'

/** What renaming offers. */
export const renameCapabilities: ServerCapabilities = { renameProvider: { prepareProvider: true } }

const words: Readonly<Record<Nameable, string>> = {
  topic: 'Topic',
  group: 'Group',
  connector: 'Connector',
  'connect-cluster': 'Connect cluster',
  cluster: 'Cluster',
}

/** What a new name does not bring about by itself. */
const consequences: Readonly<Record<Nameable, string>> = {
  topic:
    'The data does not move by itself: its records stay in the topic of the old name, and programs that name it are not changed.',
  group: 'A group of a new name starts without committed offsets, and programs that name it are not changed.',
  connector: 'A connector of a new name starts without the offsets of the old one.',
  'connect-cluster':
    'A Connect cluster of a new name is another one: the old one goes, with its connectors, once its resource is deleted.',
  cluster: 'A cluster of a new name is another one: no data moves there by itself.',
}

/** Serves giving things another name wherever they are named, in all formats. */
export function serveRename(served: Served): void {
  const { connection, loaded, texts, client } = served
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
      throw refused(`"${params.newName}" is no name for a ${words[mention.what].toLowerCase()}; expected ${expected}`)
    const renaming = renameAll(mentions, params.newName)
    const edit = toEdit(mention, renaming, served)
    if (!edit)
      throw refused(
        `${sayWhere(
          mention,
          mentions.filter(
            one => !renderFix({ title: '', edits: renameAll([one], params.newName).edits }, texts.textOf),
          ),
          asked,
        )}, where no writer can change it: change that place by hand first`,
      )
    void connection.sendNotification(ShowMessageNotification.type, {
      type: MessageType.Info,
      message: `${words[mention.what]} ${mention.name} is ${params.newName} in ${mentions.length} ${mentions.length === 1 ? 'place' : 'places'}. ${consequences[mention.what]}`,
    })
    return edit
  })

  const writable = (mention: Mention, asked: Asked): Mention[] => {
    const { sure, unsure } = sameAs(mention, asked.db.estate)
    if (unsure.length > 0)
      throw refused(
        `${sayWhere(mention, unsure, asked)}, and several of this name are equally near there: rename them by hand`,
      )
    const stuck = renameAll(sure, mention.name).stuck
    if (stuck.length > 0)
      throw refused(
        `${sayWhere(mention, stuck, asked)}, where no writer can change it: change that place by hand first`,
      )
    const files = sure.filter(({ inFileName }) => inFileName)
    if (files.length > 0 && !client().workspace?.workspaceEdit?.resourceOperations?.includes('rename'))
      throw refused(
        `${words[mention.what]} ${mention.name} also stands in the name of ${files[0] ? baseName(files[0].of.file) : ''}, and this editor cannot rename files`,
      )
    return sure
  }
}

/** One place in words stands for all. */
function sayWhere({ what, name }: Mention, [first]: readonly Mention[], { linesOf }: Asked): string {
  if (!first) return `${words[what]} ${name} is named somewhere`
  const line = (linesOf(first.place.file)?.position(first.place.span.start).line ?? 0) + 1
  return `${words[what]} ${name} is also named in ${baseName(first.place.file)}:${line}`
}

const refused = (message: string): ResponseError<void> => new ResponseError(LSPErrorCodes.RequestFailed, message)

/** The edits of all files, then the new names of files; undefined where a writer refuses. */
function toEdit(
  { what, name }: Mention,
  { edits, files }: Renaming,
  { texts, client }: Served,
): WorkspaceEdit | undefined {
  const rendered = renderFix({ title: '', edits }, texts.textOf)
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
            rename: { label: `Rename ${words[what].toLowerCase()} ${name}`, description: consequences[what] },
          },
        }
      : {}),
  }
}
