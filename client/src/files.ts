import { FileSystemError, FileType, Uri, workspace, type Disposable } from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import type { FileParams, ReadAnswer, Standing } from '../../server/src/lsp/protocol.ts'

/** Answers the server's questions about files that only the editor can reach: of github.dev, of a virtual workspace. */
export const answerForFiles = (client: BaseLanguageClient): Disposable[] => [
  client.onRequest('kafkaReview/files/find', async ({ uri }: FileParams): Promise<Standing | null> => {
    const found = await present(workspace.fs.stat(Uri.parse(uri)))
    return found ? { name: '', kind: kindOf(found.type) } : null
  }),
  client.onRequest('kafkaReview/files/list', async ({ uri }: FileParams): Promise<Standing[]> => {
    const found = (await present(workspace.fs.readDirectory(Uri.parse(uri)))) ?? []
    return found.map(([name, type]) => ({ name, kind: kindOf(type) })).sort((a, b) => (a.name < b.name ? -1 : 1))
  }),
  client.onRequest<ReadAnswer | null, void>(
    'kafkaReview/files/read',
    async ({ uri }: FileParams): Promise<ReadAnswer | null> => {
      try {
        return { base64: inBase64(await workspace.fs.readFile(Uri.parse(uri))) }
      } catch (error) {
        return isGone(error) ? null : { problem: error instanceof Error ? error.message : String(error) }
      }
    },
  ),
]

async function present<T>(answer: Thenable<T>): Promise<T | undefined> {
  try {
    return await answer
  } catch {
    return undefined
  }
}

/** In pieces: an engine takes so many arguments and no more. */
function inBase64(bytes: Uint8Array): string {
  const pieces: string[] = []
  for (let at = 0; at < bytes.length; at += 8192) pieces.push(String.fromCharCode(...bytes.subarray(at, at + 8192)))
  return btoa(pieces.join(''))
}

const isGone = (error: unknown): boolean => error instanceof FileSystemError && error.code === 'FileNotFound'

function kindOf(type: FileType): Standing['kind'] {
  if (type & FileType.File) return 'file'
  return type & FileType.Directory ? 'folder' : 'other'
}
