import { parseTree } from 'jsonc-parser'
import protobuf from 'protobufjs'
import { openReader } from '../../server/src/reader/reader.ts'
import { startReview } from '../../server/src/review.ts'
import { withHcl } from '../../server/src/syntax/hcl-parser.ts'
import { toUri, type Uri } from '../../server/src/text/uri.ts'
import { theLibrary } from '../support/fixtures.ts'
import { moduleOf, terraformOf } from './terraform.ts'

/** The same text with something typed before a mark in its middle: longer by one character each time, up to a word. */
export function typing(text: string, mark: string, comment: string): () => string {
  const at = text.indexOf(mark, text.length / 2) + 1
  let typed = 0
  return () => {
    typed = (typed + 1) % 10
    return `${text.slice(0, at)}${comment}${'abcdefghij'.slice(0, typed)}\n${text.slice(at)}`
  }
}

/** Keeps a review of files open, as the server does, and returns what a keystroke in the first of them costs. */
export function reviewOpen(...files: readonly (readonly [Uri, string])[]): (next: string) => number {
  const [review, reader] = [startReview(theLibrary()), openReader()]
  const [[first] = [toUri('')]] = files
  const update = (changes: typeof files): number => {
    let found = 0
    for (const file of review.update(reader.read(changes))) found += review.findings(file).length
    return found
  }
  update(files)
  return next => update([[first, next]])
}

/** Files that somebody types in, beside what else parses them. */
export function edited(): {
  readonly name: string
  readonly uri: Uri
  readonly text: string
  readonly next: () => string
  readonly parse: (text: string) => unknown
  readonly beside?: readonly (readonly [Uri, string])[]
}[] {
  const list = (count: number, make: (i: number) => string, between: string): string =>
    Array.from({ length: count }, (_, i) => make(i)).join(between)
  const names = ['email', 'order_number', 'delivery_date', 'quantity']
  const fields = list(
    300,
    i => `    {"name": "${names[i % 4]}_${i}", "type": ["null", "string"], "default": null}`,
    ',\n',
  )
  const avro = `{"type": "record", "name": "Order", "fields": [\n${fields}\n]}\n`
  const message = (i: number): string =>
    `// What is told of ${i}.\nmessage Order${i} {\n  string order_number = 1;\n  string email = 2;\n  int64 cents = 3;\n}`
  const proto = `syntax = "proto3";\npackage bench;\n${list(20_000, message, '\n')}\n`
  const module = moduleOf(30, 2100)
  const [[uri, terraform] = [toUri(''), '']] = module
  const parseTerraform = (text: string): unknown => withHcl(text, root => root.endIndex)
  return [
    {
      name: 'Avro of 300 fields',
      uri: toUri('file:///bench/order.avsc'),
      text: avro,
      // The name of a field grows.
      next: typingIn(avro, 'order_number_'),
      parse: text => parseTree(text),
    },
    {
      name: 'a module of 30 files of Terraform',
      uri,
      text: terraform,
      next: typing(terraform, '\nresource', '# '),
      parse: parseTerraform,
      beside: module.slice(1),
    },
    {
      name: `Protobuf, ${(proto.length / 1e6).toFixed(1)} MB`,
      uri: toUri('file:///bench/orders.proto'),
      text: proto,
      next: typing(proto, '\nmessage', '// '),
      parse: text => protobuf.parse(text, new protobuf.Root(), { keepCase: true }),
    },
    ...[13_000, 1_000_000].map(size => {
      const text = terraformOf(size)
      return {
        name: `Terraform, ${size / 1000} kB`,
        uri: toUri('file:///bench/main.tf'),
        text,
        next: typing(text, '\nresource', '# '),
        parse: parseTerraform,
      }
    }),
  ]
}

/** The same text with a name in its middle that grows by one letter each time. */
function typingIn(text: string, name: string): () => string {
  const at = text.indexOf(name, text.length / 2) + name.length
  let typed = 0
  return () => {
    typed = (typed + 1) % 10
    return `${text.slice(0, at)}${'abcdefghij'.slice(0, typed)}${text.slice(at)}`
  }
}
