import assert from 'node:assert/strict'
import { appendToJson, setInJson } from '../server/src/syntax/json-write.ts'
import type { Path, Value } from '../server/src/syntax/write.ts'
import { setInProto } from '../server/src/syntax/proto-write.ts'
import { appendToYaml, setInYaml } from '../server/src/syntax/yaml-write.ts'
import { applyEdits, type TextEdit } from '../server/src/text/edit.ts'

type Writer = (source: string, path: Path, value: Value) => TextEdit[] | undefined
type Row = readonly [what: string, source: string, path: Path, value: Value, expected: string | undefined]

function check(writer: Writer, rows: readonly Row[]): void {
  for (const [what, source, path, value, expected] of rows) {
    it(what, () => {
      const edits = writer(source, path, value)
      assert.equal(edits && applyEdits(source, edits), expected)
    })
  }
}

describe('setting a value in YAML', () => {
  check(setInYaml, [
    ['replaces a plain number', 'a:\n  b: 1 # why\n', ['a', 'b'], 3, 'a:\n  b: 3 # why\n'],
    ['keeps double quotes', 'a: "1"\n', ['a'], 3, 'a: "3"\n'],
    ['keeps single quotes', "a: 'x'\n", ['a'], "it's", "a: 'it''s'\n"],
    ['quotes what would mean something else', 'a: x\n', ['a'], 'true', 'a: "true"\n'],
    ['quotes a reference', 'a: secret\n', ['a'], '${env:A}', 'a: "${env:A}"\n'],
    ['leaves a path as it is', 'a: x\n', ['a'], '/opt/keys: all', 'a: "/opt/keys: all"\n'],
    ['replaces the last of two keys', 'a: 1\na: 2\n', ['a'], 3, 'a: 1\na: 3\n'],
    [
      'replaces inside a list',
      'l:\n  - name: x\n    tls: false\n  - name: y\n',
      ['l', 0, 'tls'],
      true,
      'l:\n  - name: x\n    tls: true\n  - name: y\n',
    ],
    ['replaces inside a flow map', 'a: { b: 1, c: 2 }\n', ['a', 'b'], 3, 'a: { b: 3, c: 2 }\n'],
    [
      'adds behind the last key',
      'a:\n  b: 1\n  c: 2 # last\nd: 4\n',
      ['a', 'e'],
      3,
      'a:\n  b: 1\n  c: 2 # last\n  e: 3\nd: 4\n',
    ],
    [
      'adds behind a nested last key',
      'a:\n  b:\n    c: 1\n\n# end\n',
      ['a', 'e'],
      3,
      'a:\n  b:\n    c: 1\n  e: 3\n\n# end\n',
    ],
    [
      'adds behind a block scalar',
      'a:\n  b: |\n    x\n    y\nd: 4\n',
      ['a', 'e'],
      3,
      'a:\n  b: |\n    x\n    y\n  e: 3\nd: 4\n',
    ],
    [
      'adds what is missing above',
      'spec:\n  replicas: 3\n',
      ['spec', 'config', 'min.insync.replicas'],
      2,
      'spec:\n  replicas: 3\n  config:\n    min.insync.replicas: 2\n',
    ],
    [
      'adds with the indentation of the file',
      'spec:\n    replicas: 3\n',
      ['spec', 'config', 'x'],
      2,
      'spec:\n    replicas: 3\n    config:\n        x: 2\n',
    ],
    [
      'fills a key without a value',
      'spec:\n  config:\n  x: 1\n',
      ['spec', 'config', 'y'],
      2,
      'spec:\n  config:\n    y: 2\n  x: 1\n',
    ],
    ['fills a scalar', 'a:\nb: 1\n', ['a'], 2, 'a: 2\nb: 1\n'],
    ['adds to a flow map', 'a: { b: 1 }\n', ['a', 'c'], 3, 'a: { b: 1, c: 3 }\n'],
    ['adds to an empty flow map', 'a: {}\n', ['a', 'c'], 3, 'a: {c: 3}\n'],
    [
      'adds a map with a list',
      'a:\n  b: 1\n',
      ['a', 'tls'],
      { trustedCertificates: [{ secretName: 's', pattern: '*.crt' }] },
      'a:\n  b: 1\n  tls:\n    trustedCertificates:\n      - secretName: s\n        pattern: "*.crt"\n',
    ],
    [
      'adds to a list item',
      'l:\n  - name: x\n    port: 1\n',
      ['l', 0, 'tls'],
      true,
      'l:\n  - name: x\n    port: 1\n    tls: true\n',
    ],
    ['keeps CRLF', 'a:\r\n  b: 1\r\n', ['a', 'c'], 3, 'a:\r\n  b: 1\r\n  c: 3\r\n'],
    ['writes to a file without a line end', 'a:\n  b: 1', ['a', 'c'], 3, 'a:\n  b: 1\n  c: 3'],
    ['writes into an empty file', '', ['a', 'b'], 3, 'a:\n  b: 3\n'],
    ['refuses an alias', 'x: &x 1\na: *x\n', ['a'], 3, undefined],
    ['refuses an anchor', 'a: &x 1\nb: *x\n', ['a'], 3, undefined],
    ['refuses what a merge key brings', 'x: &x { b: 1 }\na:\n  <<: *x\n', ['x', 'b'], 3, undefined],
    ['writes beside a key behind a line feed', '\n  b: 1c  b: 1', ['z'], 3, '\n  b: 1c  b: 1\n  z: 3'],
    ['writes beside a key behind a stray carriage return', '\r  b: 1c  b: 1', ['z'], 3, '\r  b: 1c  b: 1\n  z: 3'],
    ['sets what stands behind a stray carriage return', 'a: 1\rb: 2\r', ['b'], 3, 'a: 1\rb: 3\r'],
    [
      'writes at the top of a file with stray carriage returns',
      'a:\r\r\n  b: 1\r\r\n',
      ['c'],
      3,
      'a:\r\r\n  b: 1\r\nc: 3\r\r\n',
    ],
    ['refuses a block scalar', 'a: |\n  x\n', ['a'], 'y', undefined],
    ['refuses a templated value', 'a: {{ .Values.a }}\n', ['a'], 3, undefined],
    ['refuses a map where a scalar would go', 'a:\n  b: 1\n', ['a'], 3, undefined],
    ['refuses a flow map of several lines', 'a: {\n  b: 1\n}\n', ['a', 'c'], 3, undefined],
  ])
})

describe('adding to a list in YAML', () => {
  check(appendToYaml, [
    [
      'adds behind the last item',
      'l:\n  - a\n  - b # last\nm: 1\n',
      ['l'],
      'c',
      'l:\n  - a\n  - b # last\n  - c\nm: 1\n',
    ],
    ['adds a map', 'l:\n- a: 1\n  b: 2\n', ['l'], { a: 3, b: 4 }, 'l:\n- a: 1\n  b: 2\n- a: 3\n  b: 4\n'],
    ['adds to a flow list', 'l: [a, b]\n', ['l'], 'c', 'l: [a, b, c]\n'],
    [
      'makes the list',
      'version: 1\n',
      ['personalData', 'not'],
      { record: 'A', field: 'b' },
      'version: 1\npersonalData:\n  not:\n    - record: A\n      field: b\n',
    ],
    ['fills an empty list', 'version: 1\nl:\n', ['l'], 'a', 'version: 1\nl:\n  - a\n'],
    ['refuses a map', 'l:\n  a: 1\n', ['l'], 'c', undefined],
  ])
})

describe('setting a value in JSON', () => {
  check(setInJson, [
    ['replaces a string', '{"a": "1"}', ['a'], 3, '{"a": "3"}'],
    ['replaces a number', '{"a": 1}', ['a'], 3, '{"a": 3}'],
    ['escapes', '{"a": "x"}', ['a'], 'say "hi"', '{"a": "say \\"hi\\""}'],
    ['replaces the last of two keys', '{"a": 1, "a": 2}', ['a'], 3, '{"a": 1, "a": 3}'],
    ['adds on the same line', '{"a": 1, "b": {"c": 2}}', ['b', 'd'], 'x', '{"a": 1, "b": {"c": 2, "d": "x"}}'],
    [
      'adds on a line of its own',
      '{\n  "a": {\n    "b": 1\n  }\n}',
      ['a', 'c'],
      'x',
      '{\n  "a": {\n    "b": 1,\n    "c": "x"\n  }\n}',
    ],
    ['adds to an empty object', '{"a": {}}', ['a', 'c'], 'x', '{"a": {"c": "x"}}'],
    ['adds without spaces where there are none', '{"a":1}', ['c'], 'x', '{"a":1, "c":"x"}'],
    ['adds a list', '{"a": 1}', ['tags'], ['PII'], '{"a": 1, "tags": ["PII"]}'],
    ['keeps CRLF and tabs', '{\r\n\t"a": 1\r\n}', ['b'], 2, '{\r\n\t"a": 1,\r\n\t"b": 2\r\n}'],
    [
      'writes where outer braces are missing',
      '"name": "s",\n"config": {"a": 1}',
      ['config', 'a'],
      2,
      '"name": "s",\n"config": {"a": 2}',
    ],
    ['writes inside a list', '[{"a": 1}, {"a": 2}]', [1, 'a'], 3, '[{"a": 1}, {"a": 3}]'],
    ['refuses a half-typed key', '{"a": ', ['a'], 3, undefined],
    ['refuses an open text in front of it', '{"a": {"b": "x\n}}', ['a', 'c'], 3, undefined],
    ['refuses an open text at the end', '{"a": {"b": "x', ['a', 'c'], 3, undefined],
    ['refuses an open map in front of it', '{"a": {"b": {"c": 1', ['a', 'd'], 3, undefined],
    ['refuses a key without a value in front of it', '{"a": {"b": ', ['a', 'c'], 3, undefined],
    ['writes into an open map', '{"a": {"b": 1', ['a', 'c'], 3, '{"a": {"b": 1, "c": 3'],
    ['refuses a templated text', '{"a": {{ .a }}, "b": 1}', ['b'], 3, undefined],
    ['refuses an object where a scalar would go', '{"a": {}}', ['a'], 3, undefined],
  ])
})

describe('adding to a list in JSON', () => {
  check(appendToJson, [
    ['adds behind the last item', '{"l": ["a"]}', ['l'], 'b', '{"l": ["a", "b"]}'],
    ['makes the list', '{"a": 1}', ['l'], 'b', '{"a": 1, "l": ["b"]}'],
  ])
})

describe('writing an option of a field in Protobuf', () => {
  const option: Path = ['types', 0, 'fields', 0, 'options', '(confluent.field_meta).tags']
  const head = 'syntax = "proto3";\n\nimport "confluent/meta.proto";\n'
  const of = (field: string): string => `${head}message M { string ${field} }\n`
  check(setInProto, [
    ['writes the first', of('email = 1;'), option, ['PII'], of('email = 1 [(confluent.field_meta).tags = "PII"];')],
    [
      'writes behind the last',
      of('email = 1 [deprecated = true];'),
      option,
      ['PII'],
      of('email = 1 [deprecated = true, (confluent.field_meta).tags = "PII"];'),
    ],
    [
      'refuses beside one that is half typed',
      of('email = 1 [(confluent.field_meta)[[ = {}];'),
      option,
      ['PII'],
      undefined,
    ],
    ['refuses behind one that is half typed', of('email = 1 [deprecated = true (json'), option, ['PII'], undefined],
    [
      'refuses where the option stands',
      of('email = 1 [(confluent.field_meta).tags = "PII"];'),
      option,
      ['PII'],
      undefined,
    ],
  ])
})
