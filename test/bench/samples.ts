import { parseTree } from 'jsonc-parser'
import { parseAllDocuments } from 'yaml'
import { readFileSync } from 'node:fs'
import protobuf from 'protobufjs'
import { toUri, type Uri } from '../../server/src/text/uri.ts'

/** A file of the example company, told apart from its copies by a number. */
const copy = (path: string, rename: (text: string, number: number) => string): ((number: number) => string) => {
  const text = readFileSync(`test/examples/${path}`, 'utf8')
  return number => rename(text, number)
}

const topics = copy('kafka/topics.yaml', (text, number) => text.replace(/^( {2}name: .*)$/gm, `$1-${number}`))
const sink = copy('connectors/orders-warehouse.json', (text, number) =>
  text.trim().replace('"name": "', `"name": "n${number}-`),
)
const schema = copy('schemas/orders-value.avsc', (text, number) =>
  text.trim().replace(/"name": "([A-Z]\w*)"/g, `"name": "$1${number}"`),
)

const component = (number: number): string => `[sinks.archive_${number}]
type = "kafka"
inputs = ["orders"]
bootstrap_servers = "kafka-${number}.example.eu:9093"
topic = "orders.archive"
tls.enabled = true
`
const started = (number: number): string =>
  `docker run -d --name orders-${number} -e KAFKA_BROKERS=kafka-${number}.example.eu:9093 -e KAFKA_SSL_ENABLED=true example/orders\n`
const pipeline = (number: number): string => `  job-${number}:
    services:
      kafka:
        image: apache/kafka:4.1.0
        env:
          KAFKA_NODE_ID: ${number}
          KAFKA_PROCESS_ROLES: broker,controller
          KAFKA_ADVERTISED_LISTENERS: SSL://kafka-${number}:9093
`
const variables = (number: number): string => `ORDERS_${number}_KAFKA_BROKERS=kafka-${number}.example.eu:9093\n`

/** Puts copies together until the text has a size, in UTF-16 units. */
function fill(size: number, open: string, between: string, close: string, make: (number: number) => string): string {
  const parts: string[] = []
  for (let length = 0, number = 0; length < size; number++) {
    const part = make(number)
    parts.push(part)
    length += part.length + between.length
  }
  return open + parts.join(between) + close
}

/** Files of one format, of a size. */
export const samples: readonly {
  readonly format: string
  readonly uri: Uri
  readonly make: (size: number) => string
}[] = [
  { format: 'Strimzi', uri: toUri('file:///bench/topics.yaml'), make: size => fill(size, '', '---\n', '', topics) },
  { format: 'connectors', uri: toUri('file:///bench/sinks.json'), make: size => fill(size, '[', ',\n', ']\n', sink) },
  {
    format: 'Avro',
    uri: toUri('file:///bench/orders-value.avsc'),
    make: size => fill(size, '[', ',\n', ']\n', schema),
  },
  { format: 'TOML', uri: toUri('file:///bench/vector.toml'), make: size => fill(size, '', '\n', '', component) },
  { format: 'scripts', uri: toUri('file:///bench/start.sh'), make: size => fill(size, '', '', '', started) },
  {
    format: 'workflows',
    uri: toUri('file:///bench/workflow.yaml'),
    make: size => fill(size, 'on: push\njobs:\n', '', '', pipeline),
  },
  { format: 'variables', uri: toUri('file:///bench/orders.env'), make: size => fill(size, '', '', '', variables) },
]

/** A YAML file of many documents with a number of lines, about. */
export function linesOf(count: number): string {
  const one = topics(0)
  return samples[0]?.make(one.length * Math.ceil(count / one.split('\n').length) - 1) ?? one
}

/** Schemas with what else parses them: a large .proto against protobufjs, Avro against the parser of its JSON. */
export function schemas(): {
  readonly name: string
  readonly uri: Uri
  readonly text: string
  readonly parse: () => unknown
}[] {
  const proto = readFileSync('node_modules/google-proto-files/google/privacy/dlp/v2/dlp.proto', 'utf8')
  const avro = samples.find(({ format }) => format === 'Avro')?.make(100_000) ?? ''
  return [
    {
      name: 'Protobuf',
      uri: toUri('file:///bench/dlp.proto'),
      text: proto,
      parse: () => protobuf.parse(proto, new protobuf.Root(), { keepCase: true }),
    },
    { name: 'Avro', uri: toUri('file:///bench/orders-value.avsc'), text: avro, parse: () => parseTree(avro) },
  ]
}

/** What the libraries of YAML and JSON make of a text, and nothing else. */
export const bare = (uri: Uri, text: string): unknown =>
  uri.endsWith('.yaml')
    ? parseAllDocuments(text, { uniqueKeys: false, prettyErrors: false })
    : parseTree(text, [], { allowTrailingComma: true })
