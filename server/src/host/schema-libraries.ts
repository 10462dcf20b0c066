// Loaded only when a schema has to be judged: avsc makes functions of schemas, which nothing else here does.
import avsc from 'avsc'
import protobuf from 'protobufjs'

/** Why a library does not take a schema, in its own words, and on which line, counted from 1, where it tells. */
export interface Refusal {
  readonly reason: string
  readonly line: number | undefined
}

/** Why a library does not take a schema of a language; undefined where it does, or where it only lacks a type of another file. */
export function refusalBy(language: 'avro' | 'protobuf', text: string): Refusal | undefined {
  try {
    if (language === 'protobuf') judgeProtobuf(text)
    else judgeAvro(JSON.parse(text))
    return undefined
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    // What stands in another file is not missing.
    return error instanceof SyntaxError ||
      /undefined type|unknown type|no such|unresolvable|cannot import|import/i.test(message)
      ? undefined
      : refusalIn(message.split('\n')[0] ?? message)
  }
}

/** avsc makes functions of each type that it meets, so those that every schema names are made once. */
const primitives: Record<string, avsc.Type> = {}
for (const name of ['null', 'boolean', 'int', 'long', 'float', 'double', 'bytes', 'string'])
  avsc.Type.forSchema(name, { registry: primitives })

/** protobufjs ends a message with the line. */
function refusalIn(message: string): Refusal {
  const [end = '', line] = / \(line (\d+)\)$/.exec(message) ?? []
  return { reason: message.slice(0, message.length - end.length), line: line === undefined ? undefined : Number(line) }
}

/** Types of a list, or of one schema, in their order: later ones may name earlier ones. */
function judgeAvro(value: unknown): void {
  const registry = { ...primitives }
  for (const schema of Array.isArray(value) ? value : [value]) {
    if (typeof schema === 'object' && schema !== null && !('protocol' in schema))
      avsc.Type.forSchema(schema as Parameters<typeof avsc.Type.forSchema>[0], { registry })
  }
}

function judgeProtobuf(text: string): void {
  // The library knows no options of a group.
  const known = text.replace(/(\bgroup\s+\w+\s*=\s*\d+\s*)\[[^\][{}]*\](?=\s*\{)/g, '$1')
  const { root } = protobuf.parse(known, { keepCase: true })
  root.resolveAll()
}
