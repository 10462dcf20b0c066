/** Names of the files that make the engine, told by the build: programs, the one that starts, and others. */
export interface Engine {
  readonly main: string
  readonly parts: readonly string[]
  readonly binaries: readonly string[]
}

type Part = (
  module: { exports: object },
  exports: object,
  require: (name: string) => unknown,
  filename: string,
  dirname: string,
) => void

/** A program for a worker of a browser that loads parts, given with their texts, as Node would; its first message is to bring the binaries by their names. */
export function engineScript(main: string, parts: readonly (readonly [name: string, text: string])[]): string {
  const functions = parts.map(
    ([name, text]) => `${JSON.stringify(name)}: (module, exports, require, __filename, __dirname) => {${text}\n}`,
  )
  return `'use strict';(${boot.toString()})(${JSON.stringify(main)}, {${functions.join(',\n')}})`
}

/** Runs in the worker. Of Node there is what reads binaries; libraries that make functions of schemas stay out: our own reading has judged them. */
function boot(main: string, parts: Readonly<Record<string, Part>>): void {
  const loaded = new Map<string, { exports: object }>()
  const load = (name: string): object => {
    const known = loaded.get(name)
    if (known) return known.exports
    const part = parts[name]
    if (!part) throw new Error(`not there in a browser: ${name}`)
    const module = { exports: {} }
    loaded.set(name, module)
    part(module, module.exports, wanted => instead[wanted] ?? load(wanted.replace('./', '')), name, '')
    return module.exports
  }
  let binaries: Readonly<Record<string, Uint8Array>> = {}
  const instead: Readonly<Record<string, object>> = {
    'node:fs': { readFileSync: (path: string) => binaries[path.split('/').at(-1) ?? ''] },
    process: { env: {} },
    buffer: {},
    url: { pathToFileURL: (path: string) => ({ href: `file:///${path}` }) },
    './schema-libraries.cjs': { refusalBy: () => undefined },
  }
  const scope = globalThis as unknown as { onmessage: ((event: { data: typeof binaries }) => void) | null }
  scope.onmessage = ({ data }) => {
    scope.onmessage = null
    binaries = data
    load(main)
  }
}
