import type { Connection } from 'vscode-languageserver'
import { decodeText } from '../host/decode.ts'
import type { Content, Entry, Files } from '../host/files.ts'
import { fileIn, type Uri } from '../text/uri.ts'
import type { FileParams, ReadAnswer, Standing } from './protocol.ts'

/** The files that only a client can reach: of a virtual workspace, or all of them where there is no disk. A client that answers nothing has none. */
export function clientFiles(connection: Connection): Files {
  const ask = async <T>(what: string, uri: Uri): Promise<T | undefined> => {
    try {
      const found = await connection.sendRequest<T | null>(`kafkaReview/files/${what}`, { uri } satisfies FileParams)
      return found ?? undefined
    } catch {
      return undefined
    }
  }
  const entryOf = ({ name, kind }: Standing, uri: Uri): Entry => ({
    uri: kind === 'folder' && !uri.endsWith('/') ? (`${uri}/` as Uri) : uri,
    name,
    kind,
  })
  return {
    async find(uri) {
      const found = await ask<Standing>('find', uri)
      return found && entryOf(found, uri)
    },
    async list(folder) {
      const found = (await ask<readonly Standing[]>('list', folder)) ?? []
      return found.map(one => entryOf(one, fileIn(folder, one.name)))
    },
    async read(file): Promise<Content> {
      const found = await ask<ReadAnswer>('read', file)
      if (!found || 'problem' in found) return found
      return { text: decodeText(Uint8Array.from(atob(found.base64), character => character.charCodeAt(0))) }
    },
  }
}

/** The files of the disk, and by other schemes those of the client. */
export function withClientFiles(disk: Files, connection: Connection): Files {
  const beyond = clientFiles(connection)
  const of = (uri: Uri): Files => (uri.startsWith('file:') ? disk : beyond)
  return {
    find: async uri => of(uri).find(uri),
    list: async folder => of(folder).list(folder),
    read: async file => of(file).read(file),
  }
}
