import assert from 'node:assert/strict'
import type { Connection } from 'vscode-languageserver'
import type { Files } from '../../server/src/host/files.ts'
import { clientFiles, withClientFiles } from '../../server/src/lsp/client-files.ts'
import { toUri } from '../../server/src/text/uri.ts'

/** A client that answers so; a request that is not among its answers fails. */
const answering = (answers: Readonly<Record<string, unknown>>, asked: string[] = []): Connection =>
  ({
    sendRequest: async (method: string, { uri }: { uri: string }): Promise<unknown> => {
      asked.push(`${method} ${uri}`)
      if (!(method in answers)) throw new Error('unhandled method')
      return answers[method]
    },
  }) as unknown as Connection

const folder = toUri('vscode-vfs://github/a/b/')
const file = toUri('vscode-vfs://github/a/b/c.yaml')
const base64 = (bytes: readonly number[]): string => Buffer.from(bytes).toString('base64')

describe('files that only a client reaches', () => {
  it('are found as what they are, folders with a slash behind them', async () => {
    for (const [uri, answer, expected] of [
      [file, { name: 'c.yaml', kind: 'file' }, { uri: file, name: 'c.yaml', kind: 'file' }],
      [folder, { name: 'b', kind: 'folder' }, { uri: folder, name: 'b', kind: 'folder' }],
      [folder.slice(0, -1) as typeof folder, { name: 'b', kind: 'folder' }, { uri: folder, name: 'b', kind: 'folder' }],
      [file, { name: 'c.yaml', kind: 'other' }, { uri: file, name: 'c.yaml', kind: 'other' }],
      [file, null, undefined],
    ] as const)
      assert.deepEqual(await clientFiles(answering({ 'kafkaReview/files/find': answer })).find(uri), expected)
  })

  it('are listed below their folder', async () => {
    const listed = [
      { name: 'c.yaml', kind: 'file' },
      { name: 'd e', kind: 'folder' },
    ]
    const files = clientFiles(answering({ 'kafkaReview/files/list': listed }))
    assert.deepEqual(await files.list(folder), [
      { uri: file, name: 'c.yaml', kind: 'file' },
      { uri: toUri('vscode-vfs://github/a/b/d e/'), name: 'd e', kind: 'folder' },
    ])
    assert.deepEqual(await clientFiles(answering({ 'kafkaReview/files/list': null })).list(folder), [])
  })

  it('are read as texts, whatever their bytes', async () => {
    for (const [answer, expected] of [
      [{ base64: base64([97, 58, 32, 0xc3, 0xa4]) }, { text: 'a: ä' }],
      [{ base64: base64([0xef, 0xbb, 0xbf, 97]) }, { text: 'a' }],
      [{ base64: '' }, { text: '' }],
      [{ problem: 'too large' }, { problem: 'too large' }],
      [null, undefined],
    ] as const)
      assert.deepEqual(await clientFiles(answering({ 'kafkaReview/files/read': answer })).read(file), expected)
  })

  it('are none where the client answers nothing', async () => {
    const files = clientFiles(answering({}))
    assert.deepEqual(
      [await files.find(file), await files.list(folder), await files.read(file)],
      [undefined, [], undefined],
    )
  })

  it('are asked of the client by every scheme but that of the disk', async () => {
    const asked: string[] = []
    const disk: Files = {
      find: async uri => void asked.push(`disk find ${uri}`) as undefined,
      list: async uri => {
        asked.push(`disk list ${uri}`)
        return []
      },
      read: async uri => void asked.push(`disk read ${uri}`) as undefined,
    }
    const both = withClientFiles(disk, answering({}, asked))
    const [here, there] = [toUri('file:///a/b/'), folder]
    for (const uri of [here, there]) {
      await both.find(uri)
      await both.list(uri)
      await both.read(uri)
    }
    assert.deepEqual(asked, [
      ...['find', 'list', 'read'].map(what => `disk ${what} ${here}`),
      ...['find', 'list', 'read'].map(what => `kafkaReview/files/${what} ${there}`),
    ])
  })
})
