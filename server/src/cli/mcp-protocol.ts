import type { Readable, Writable } from 'node:stream'
import { version } from '../version.ts'

/** A tool that an assistant may call: it only reads. */
export interface Tool {
  readonly name: string
  readonly description: string
  readonly properties: Readonly<Record<string, { readonly type: 'string'; readonly enum?: readonly string[] }>>
  readonly required?: readonly string[]
  /** Answers in text; a throw is told to the caller. */
  call(given: Readonly<Record<string, string | undefined>>): Promise<string>
}

interface Request {
  readonly id?: string | number
  readonly method?: unknown
  readonly params?: {
    readonly protocolVersion?: string
    readonly name?: string
    readonly arguments?: Readonly<Record<string, unknown>>
  }
}

/** Versions of the Model Context Protocol whose messages these are, the newest first. */
const versions: readonly string[] = ['2025-06-18', '2025-03-26', '2024-11-05']

class RpcError extends Error {
  readonly code: number
  constructor(code: number, message: string) {
    super(message)
    this.code = code
  }
}

/** Answers requests of the Model Context Protocol, one JSON a line, in their order, until the input ends. */
export async function answerLines(input: Readable, output: Writable, tools: readonly Tool[]): Promise<void> {
  for await (const line of linesOf(input)) {
    const answer = line.trim() === '' ? undefined : await answerLine(line, tools)
    if (answer) output.write(`${JSON.stringify(answer)}\n`)
  }
}

/** More UTF-16 units than any request has. */
const longestLine = 2 ** 24

/** The lines of what comes in; of one that is too long, its beginning, which is no request. */
async function* linesOf(input: Readable): AsyncGenerator<string> {
  input.setEncoding('utf8')
  let pieces: string[] = []
  let length = 0
  for await (const chunk of input) {
    const [first = '', ...others] = String(chunk).split('\n')
    if (length <= longestLine) pieces.push(first)
    length += first.length
    for (const next of others) {
      yield pieces.join('')
      pieces = [next]
      length = next.length
    }
  }
}

/** The answer to one line; undefined to a notification. */
export async function answerLine(line: string, tools: readonly Tool[]): Promise<object | undefined> {
  const request = read(line)
  if (!request) return { jsonrpc: '2.0', id: null, error: { code: -32700, message: 'Parse error' } }
  const { id } = request
  try {
    const result = await answer(request, tools)
    return id === undefined ? undefined : { jsonrpc: '2.0', id, result }
  } catch (error) {
    const code = error instanceof RpcError ? error.code : -32603
    const message = error instanceof Error ? error.message : String(error)
    return id === undefined ? undefined : { jsonrpc: '2.0', id, error: { code, message } }
  }
}

function read(line: string): Request | undefined {
  try {
    const request: unknown = JSON.parse(line)
    return typeof request === 'object' && request !== null && !Array.isArray(request) ? request : undefined
  } catch {
    return undefined
  }
}

async function answer({ method, params }: Request, tools: readonly Tool[]): Promise<object> {
  if (typeof method !== 'string') throw new RpcError(-32600, 'Invalid Request')
  switch (method) {
    case 'initialize':
      return {
        protocolVersion: versions.find(known => known === params?.protocolVersion) ?? versions[0],
        capabilities: { tools: {} },
        serverInfo: { name: 'kafka-review', version },
      }
    case 'tools/list':
      return { tools: tools.map(describe) }
    case 'tools/call':
      return callTool(params, tools)
    case 'ping':
      return {}
    default:
      if (method.startsWith('notifications/')) return {}
      throw new RpcError(-32601, 'Method not found')
  }
}

const describe = ({ name, description, properties, required = [] }: Tool): object => ({
  name,
  description,
  inputSchema: { type: 'object', properties, required, additionalProperties: false },
  annotations: { readOnlyHint: true, openWorldHint: false },
})

const takes = (property: Tool['properties'][string] | undefined, value: unknown): boolean =>
  typeof value === 'string' && (property?.enum?.includes(value) ?? true)

async function callTool(params: Request['params'], tools: readonly Tool[]): Promise<object> {
  const tool = tools.find(({ name }) => name === params?.name)
  const given = Object.entries(params?.arguments ?? {})
  const missing = tool?.required?.some(name => !given.some(([known]) => known === name))
  const isWrong = given.some(
    ([name, value]) => !tool || !Object.hasOwn(tool.properties, name) || !takes(tool.properties[name], value),
  )
  if (!tool || missing || isWrong) throw new RpcError(-32602, 'Invalid params')
  try {
    const text = await tool.call(Object.fromEntries(given) as Record<string, string>)
    return { content: [{ type: 'text', text }] }
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error)
    return { content: [{ type: 'text', text }], isError: true }
  }
}
