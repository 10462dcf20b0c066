import { Uri, workspace } from 'vscode'
import { engineScript, type Engine } from './web-engine.ts'

/** What a worker of a browser is to whoever started it; the library of types for browsers is not loaded for it. */
export interface WebWorker {
  postMessage(message: unknown): void
  terminate(): void
}

/** Starts the engine that ships with the extension, the same files that run on a desktop, in a worker. */
export async function openWorker(extension: Uri): Promise<WebWorker> {
  const read = async (name: string): Promise<Uint8Array> => workspace.fs.readFile(Uri.joinPath(extension, 'dist', name))
  const text = async (name: string): Promise<string> => new TextDecoder().decode(await read(name))
  const each = async <T>(names: readonly string[], of: (name: string) => Promise<T>): Promise<[string, T][]> =>
    Promise.all(names.map(async (name): Promise<[string, T]> => [name, await of(name)]))
  const { main, parts, binaries } = JSON.parse(await text('worker.json')) as Engine
  const script = engineScript(main, await each(parts, text))
  const { Worker: Made } = globalThis as unknown as { Worker: new (url: string) => WebWorker }
  const url = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }))
  const worker = new Made(url)
  worker.postMessage(Object.fromEntries(await each(binaries, read)))
  return worker
}
