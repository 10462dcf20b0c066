import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { DocumentDiagnosticReport } from 'vscode-languageserver'
import { engineScript, type Engine } from '../../client/src/web-engine.ts'
import type { FileParams } from '../../server/src/lsp/protocol.ts'

/** What a worker of a browser has, and nothing of Node. */
const asInBrowsers = `
const { parentPort } = require('node:worker_threads')
globalThis.postMessage = message => parentPort.postMessage(message)
globalThis.addEventListener = () => undefined
parentPort.on('message', data => globalThis.onmessage?.({ data }))
for (const name of ['process', 'Buffer', 'require', 'module', 'setImmediate']) delete globalThis[name]
`

const root = 'vscode-vfs://github/shop/platform/'

/** The codes that the packed engine finds in files of a virtual workspace, by their paths, when a client asks for each. */
export async function findingsInWorker(
  dist: string,
  files: Readonly<Record<string, string>>,
): Promise<Record<string, string[]>> {
  const read = (name: string): Buffer => readFileSync(join(dist, name))
  const { main, parts, binaries } = JSON.parse(read('worker.json').toString()) as Engine
  const script = engineScript(
    main,
    parts.map(name => [name, read(name).toString()]),
  )
  const worker = new Worker(asInBrowsers + script, { eval: true })
  try {
    worker.postMessage(Object.fromEntries(binaries.map(name => [name, new Uint8Array(read(name))])))
    const ask = clientOf(worker, files)
    await ask('initialize', { processId: null, capabilities: {}, workspaceFolders: [{ uri: root, name: 'platform' }] })
    worker.postMessage({ jsonrpc: '2.0', method: 'initialized', params: {} })
    const found: Record<string, string[]> = {}
    for (const [path, text] of Object.entries(files)) {
      const uri = root + path
      worker.postMessage({
        jsonrpc: '2.0',
        method: 'textDocument/didOpen',
        params: { textDocument: { uri, languageId: 'plaintext', version: 1, text } },
      })
      const report = (await ask('textDocument/diagnostic', { textDocument: { uri } })) as DocumentDiagnosticReport
      found[path] = report.kind === 'full' ? report.items.map(({ code }) => String(code)) : []
    }
    return found
  } finally {
    await worker.terminate()
  }
}

/** Asks the server, and answers what it asks: files and configuration. */
function clientOf(worker: Worker, files: Readonly<Record<string, string>>) {
  const open = new Map<number, { done(result: unknown): void; failed(error: Error): void }>()
  const answers: Readonly<Record<string, (params: FileParams) => unknown>> = {
    'kafkaReview/files/find': ({ uri }) => standingAt(uri, files),
    'kafkaReview/files/list': ({ uri }) => listedIn(uri, files),
    'kafkaReview/files/read': ({ uri }) => {
      const text = files[uri.slice(root.length)]
      return text === undefined ? null : { base64: Buffer.from(text).toString('base64') }
    },
  }
  worker.on(
    'message',
    (message: { id?: number; method?: string; params: FileParams; result: unknown; error?: unknown }) => {
      const { id, method, params, result, error } = message
      if (method === undefined) {
        const asked = open.get(id ?? -1)
        if (error) asked?.failed(new Error(JSON.stringify(error)))
        else asked?.done(result)
      } else if (id !== undefined) worker.postMessage({ jsonrpc: '2.0', id, result: answers[method]?.(params) ?? null })
    },
  )
  worker.on('error', error => {
    for (const { failed } of open.values()) failed(error)
  })
  let last = 0
  return async (method: string, params: object): Promise<unknown> =>
    new Promise((done, failed) => {
      open.set(++last, { done, failed })
      worker.postMessage({ jsonrpc: '2.0', id: last, method, params })
    })
}

const standingAt = (uri: string, files: Readonly<Record<string, string>>): object | null => {
  const path = uri.slice(root.length)
  if (path in files) return { name: '', kind: 'file' }
  return Object.keys(files).some(one => one.startsWith(path)) ? { name: '', kind: 'folder' } : null
}

function listedIn(folder: string, files: Readonly<Record<string, string>>): object[] {
  const below = Object.keys(files).flatMap(path =>
    (root + path).startsWith(folder) ? (root + path).slice(folder.length) : [],
  )
  const names = new Map(below.map(path => [path.split('/')[0] ?? '', path.includes('/')]))
  return [...names].map(([name, isFolder]) => ({ name, kind: isFolder ? 'folder' : 'file' }))
}
