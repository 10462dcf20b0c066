import { spawn, spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { build } from 'esbuild'
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node'
import { URI } from 'vscode-uri'
import { bundles } from '../../server/tools/bundles.ts'
import { company } from './estate.ts'

/** What a process costs: milliseconds of the processors, and its peak memory. */
export interface Cost {
  readonly milliseconds: number
  readonly megabytes: number
}

/** The program as it is shipped, in a folder of its own, with other files that are told. */
export interface Programs {
  readonly folder: string
  /** The path of a file of the folder. */
  path(name: string): string
  /** Writes files below a folder of the folder; returns its path. */
  write(name: string, files: Iterable<readonly [path: string, text: string]>): string
  /** Runs commands of the program in turn, so many times each; the medians. A command of Node itself begins with `-`. */
  run<K extends string>(commands: Readonly<Record<K, readonly string[]>>, turns: number): Readonly<Record<K, Cost>>
  /** Milliseconds from the start of a language server to its first diagnostics of a file, in turn with the YAML language server; the medians. */
  firstDiagnostics(file: string, turns: number): Promise<{ readonly own: number; readonly peer: number }>
  end(): void
}

/** What judges schemas lies beside the program. */
const judges = 'schema-libraries.cjs'

/** What the YAML language server waits for before it looks at what was typed. */
const peerWaits = 200

export async function buildPrograms(): Promise<Programs> {
  const folder = mkdtempSync(join(tmpdir(), 'kafka-review-bench-'))
  const path = (name: string): string => join(folder, name)
  for (const { outfile, ...bundle } of bundles) {
    if (bundle.splitting) await build({ ...bundle, outdir: folder, minify: true })
    else if (outfile?.endsWith(judges)) await build({ ...bundle, outfile: path(judges), minify: true })
  }
  const program = path('kafka-review.cjs')
  writeFileSync(
    path('costs.cjs'),
    "process.on('exit', () => { const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage(); require('fs').writeFileSync(process.env.COSTS, JSON.stringify([userCPUTime + systemCPUTime, maxRSS])) })",
  )
  const once = (command: readonly string[]): Cost => {
    const args = command[0]?.startsWith('-') ? command : [program, ...command]
    const { status, stderr } = spawnSync(process.execPath, ['-r', path('costs.cjs'), ...args], {
      encoding: 'utf8',
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, COSTS: path('costs.json') },
    })
    if (status !== 0) throw new Error(`${command.join(' ')}: ${status} ${stderr.slice(0, 1000)}`)
    const [microseconds, kilobytes] = JSON.parse(readFileSync(path('costs.json'), 'utf8')) as [number, number]
    return { milliseconds: microseconds / 1000, megabytes: kilobytes / 1024 }
  }
  return {
    folder,
    path,
    write(name, files) {
      for (const [file, text] of files) {
        mkdirSync(dirname(path(join(name, file))), { recursive: true })
        writeFileSync(path(join(name, file)), text)
      }
      return path(name)
    },
    run<K extends string>(commands: Readonly<Record<K, readonly string[]>>, turns: number) {
      const names = Object.keys(commands) as K[]
      const costs = new Map(names.map(name => [name, [] as Cost[]]))
      for (let turn = 0; turn < turns; turn++) for (const name of names) costs.get(name)?.push(once(commands[name]))
      const all = (name: K, of: keyof Cost): number => median((costs.get(name) ?? []).map(cost => cost[of]))
      return Object.fromEntries(
        names.map(name => [name, { milliseconds: all(name, 'milliseconds'), megabytes: all(name, 'megabytes') }]),
      ) as Record<K, Cost>
    },
    async firstDiagnostics(file, turns) {
      const peer = 'node_modules/yaml-language-server/bin/yaml-language-server'
      const [own, others]: [number[], number[]] = [[], []]
      for (let turn = 0; turn < turns; turn++) {
        own.push(await firstOf([program, 'lsp', '--stdio'], file))
        others.push((await firstOf([peer, '--stdio'], file)) - peerWaits)
      }
      return { own: median(own), peer: median(others) }
    },
    end: () => rmSync(folder, { recursive: true }),
  }
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0

/** Starts a language server, opens a file and waits for what it says of it. */
async function firstOf(args: readonly string[], file: string): Promise<number> {
  const start = performance.now()
  const server = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'ignore'] })
  const connection = createProtocolConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  )
  const uri = URI.file(file).toString()
  const first = new Promise<void>(resolve =>
    connection.onNotification(
      'textDocument/publishDiagnostics',
      (said: { uri: string }) => void (said.uri === uri && resolve()),
    ),
  )
  connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) => items.map(() => null))
  connection.onRequest('client/registerCapability', () => null)
  connection.listen()
  try {
    await connection.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {} })
    await connection.sendNotification('initialized', {})
    await connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'yaml', version: 1, text: readFileSync(file, 'utf8') },
    })
    await first
    return performance.now() - start
  } finally {
    connection.dispose()
    server.kill()
  }
}

/** The company of linked files, by their paths. */
export const companyFiles = (count: number): [path: string, text: string][] =>
  company(count).map(([uri, text]) => [uri.replace('file:///company/', ''), text])

/** What Node reads and the libraries parse of a folder, and nothing else: as a program. */
export function parsingAlone(programs: Programs): (folder: string) => readonly string[] {
  const script = programs.path('parse.cjs')
  const library = (name: string): string => JSON.stringify(join(process.cwd(), 'node_modules', name))
  writeFileSync(
    script,
    `const { readdirSync, readFileSync } = require('fs'), { join } = require('path')
const { parseTree } = require(${library('jsonc-parser')}), { parseAllDocuments } = require(${library('yaml')})
const read = folder => {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) read(path)
    else if (/\\.ya?ml$/.test(path)) parseAllDocuments(readFileSync(path, 'utf8'), { uniqueKeys: false, prettyErrors: false })
    else parseTree(readFileSync(path, 'utf8'), [], { allowTrailingComma: true })
  }
}
read(process.argv.at(-1))`,
  )
  // An option goes before the script, so that it is told from a command of ours.
  return folder => ['--no-warnings', script, folder]
}

/** Milliseconds that kubeconform takes for a folder, from outside, with a schema that takes everything; undefined where it is not installed. */
export function kubeconform(programs: Programs, folder: string): number | undefined {
  const schema = programs.path('any.json')
  if (!existsSync(schema)) writeFileSync(schema, '{}')
  const start = performance.now()
  const { error } = spawnSync('kubeconform', ['-schema-location', schema, '-ignore-missing-schemas', folder], {
    stdio: 'ignore',
  })
  return error ? undefined : performance.now() - start
}

/** The example of topics as a file of its own. */
export function oneFile(programs: Programs): string {
  mkdirSync(programs.path('one'), { recursive: true })
  copyFileSync('test/examples/kafka/topics.yaml', programs.path('one/topics.yaml'))
  return programs.path('one/topics.yaml')
}
