import assert from 'node:assert/strict'
import type { Field } from '../../server/src/model/entities.ts'
import { readFile } from '../../server/src/reader/read-file.ts'
import { uriOf } from '../support/fixtures.ts'

/** The fields of the first record of a text, a line each: name, type, what carries the value, what it is named, its logical type, its doc and tags. */
function fieldsIn(path: string, text: string): string[] {
  const records = (readFile(uriOf(path), text)?.facts.entities ?? []).filter(entity => entity.kind === 'record')
  return records.flatMap(({ fullName, fields }) => fields.map(field => `${fullName}.${told(field)}`))
}

function told({ name, type, doc, annotations, tag }: Field): string {
  const { named, logical } = type
  return [
    `${name.value} ${type.text || '?'} (${type.base})`,
    ...(named === undefined ? [] : [`named ${named}`]),
    ...(logical === undefined ? [] : [`as ${logical}`]),
    ...(doc === '' ? [] : [`doc ${JSON.stringify(doc)}`]),
    ...annotations.map(({ key, value }) => `${key}=${value}`),
    ...tagged(tag),
  ].join(', ')
}

function tagged(tag: Field['tag']): string[] {
  if (tag.state === 'absent') return []
  return [`tags ${tag.state === 'known' ? tag.value.join('+') : '?'}`]
}

const proto = (...lines: readonly string[]): string =>
  `syntax = "proto3";\npackage p;\nmessage M {\n${lines.map(line => `  ${line}\n`).join('')}}\n`
const json = (properties: object, more: object = {}): string =>
  JSON.stringify({
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'M',
    type: 'object',
    properties,
    ...more,
  })
const avro = (...fields: readonly object[]): string =>
  JSON.stringify({ type: 'record', name: 'M', namespace: 'p', fields })

describe('the type of a field', () => {
  const scalars = [
    'double',
    'float',
    'int32',
    'int64',
    'uint32',
    'uint64',
    'sint32',
    'sint64',
    'fixed32',
    'fixed64',
    'sfixed32',
    'sfixed64',
    'bool',
    'string',
    'bytes',
  ]
  const wrappers = ['Double', 'Float', 'Int32', 'Int64', 'UInt32', 'UInt64', 'Bool', 'String', 'Bytes'].map(
    name => `google.protobuf.${name}Value`,
  )
  const cases: readonly (readonly [what: string, path: string, text: string, expected: readonly string[]])[] = [
    [
      'Protobuf, by its scalars',
      'm.proto',
      proto(...scalars.map((type, i) => `${type} f${i} = ${i + 1};`)),
      [
        'p.M.f0 double (decimal)',
        'p.M.f1 float (decimal)',
        'p.M.f2 int32 (integer)',
        'p.M.f3 int64 (integer)',
        'p.M.f4 uint32 (integer)',
        'p.M.f5 uint64 (integer)',
        'p.M.f6 sint32 (integer)',
        'p.M.f7 sint64 (integer)',
        'p.M.f8 fixed32 (integer)',
        'p.M.f9 fixed64 (integer)',
        'p.M.f10 sfixed32 (integer)',
        'p.M.f11 sfixed64 (integer)',
        'p.M.f12 bool (boolean)',
        'p.M.f13 string (string)',
        'p.M.f14 bytes (bytes)',
      ],
    ],
    [
      'Protobuf, by its wrappers',
      'm.proto',
      proto(...wrappers.map((type, i) => `${type} f${i} = ${i + 1};`)),
      [
        'p.M.f0 DoubleValue (decimal)',
        'p.M.f1 FloatValue (decimal)',
        'p.M.f2 Int32Value (integer)',
        'p.M.f3 Int64Value (integer)',
        'p.M.f4 UInt32Value (integer)',
        'p.M.f5 UInt64Value (integer)',
        'p.M.f6 BoolValue (boolean)',
        'p.M.f7 StringValue (string)',
        'p.M.f8 BytesValue (bytes)',
      ],
    ],
    [
      'Protobuf, by names',
      'm.proto',
      proto(
        'N a = 1;',
        'p.N b = 2;',
        '.p.E c = 3;',
        'repeated E d = 4;',
        'optional string e = 5;',
        'map<string, N> f = 6;',
        'map<string, int32> g = 7;',
        'google.protobuf.Timestamp h = 8;',
        'StringValue i = 9;',
        'x.Double j = 10;',
        'enum E {',
        '  X = 0;',
        '}',
        'message N {',
        '  string x = 1;',
        '}',
      ),
      [
        'p.M.a N (record), named N',
        'p.M.b N (record), named N',
        'p.M.c E (enum), named E',
        'p.M.d E[] (enum), named E',
        'p.M.e string (string)',
        'p.M.f N{} (record), named N',
        'p.M.g int32{} (integer)',
        'p.M.h Timestamp (unknown), named Timestamp, as timestamp',
        'p.M.i StringValue (unknown), named StringValue',
        'p.M.j Double (unknown), named Double',
        'p.M.N.x string (string)',
      ],
    ],
    [
      'Protobuf, with options',
      'm.proto',
      proto(
        'string a = 1 [deprecated = true];',
        'string b = 2 [(confluent.field_meta).tags = "PII"];',
        'string c = 3 [(confluent.field_meta) = { doc: "x", tags: ["PII", "GDPR"] }];',
        'string d = 4 [(own.option) = { a: 1, b: { c: "x" } }];',
        '// of the customer',
        'string e = 5;',
        'string f = 6; // behind it',
      ),
      [
        'p.M.a string (string), deprecated=true',
        'p.M.b string (string), (confluent.field_meta).tags=PII, tags ?',
        'p.M.c string (string), (confluent.field_meta).doc=x, (confluent.field_meta).tags=PII GDPR, tags ?',
        'p.M.d string (string), (own.option).a=1, (own.option).b.c=x',
        'p.M.e string (string), doc "of the customer"',
        'p.M.f string (string), doc "behind it"',
      ],
    ],
    [
      'JSON Schema, by its types',
      'm-value.json',
      json(
        Object.fromEntries(
          ['string', 'integer', 'number', 'boolean', 'object', 'array', 'null'].map(type => [type, { type }]),
        ),
      ),
      [
        'M.string string (string)',
        'M.integer integer (integer)',
        'M.number number (decimal)',
        'M.boolean boolean (boolean)',
        'M.object object (record)',
        'M.array [] (unknown)',
        'M.null null (unknown)',
      ],
    ],
    [
      'JSON Schema, of several',
      'm-value.json',
      json({
        a: { type: ['string', 'null'] },
        b: { type: ['string', 'integer'] },
        c: { oneOf: [{ type: 'null' }, { type: 'integer' }] },
        d: { anyOf: [{ type: 'string' }, { type: 'integer' }] },
        e: {},
        f: { enum: ['x'] },
        g: { type: 'string', enum: ['x'] },
        h: { type: 'integer', enum: [1] },
      }),
      [
        'M.a string (string)',
        'M.b ? (unknown)',
        'M.c integer (integer)',
        'M.d ? (unknown)',
        'M.e ? (unknown)',
        'M.f ? (unknown)',
        'M.g string (enum)',
        'M.h integer (integer)',
      ],
    ],
    [
      'JSON Schema, of lists',
      'm-value.json',
      json({
        a: { type: 'array', items: { type: 'string' } },
        b: { type: 'array', items: { type: 'array', items: { type: 'integer' } } },
        c: { type: 'array', items: { $ref: '#/definitions/N' } },
      }),
      ['M.a string[] (string)', 'M.b integer[][] (integer)', 'M.c N[] (record), named N'],
    ],
    [
      'JSON Schema, by references',
      'm-value.json',
      json({
        a: { $ref: '#/definitions/N' },
        b: { $ref: 'other/n.json' },
        c: { $ref: 'n.schema.json' },
        d: { $ref: '#/$defs/x.y' },
        e: { type: 'object', title: 'N' },
        f: { type: 'object', title: 'two words' },
      }),
      [
        'M.a N (record), named N',
        'M.b n (record), named n',
        'M.c n (record), named n',
        'M.d x.y (record), named x.y',
        'M.e object (record), named N',
        'M.f object (record)',
      ],
    ],
    [
      'JSON Schema, with what is said of it',
      'm-value.json',
      json({
        a: { type: 'string', format: 'email', description: 'of the customer' },
        b: { type: 'string', 'confluent:tags': ['PII', 'GDPR'] },
        c: { type: 'string', 'x-privacy': { level: 'high', of: ['x', 'y'] } },
      }),
      [
        'M.a string (string), as email, doc "of the customer"',
        'M.b string (string), confluent:tags=PII GDPR, tags PII+GDPR',
        'M.c string (string), x-privacy=high x y',
      ],
    ],
    [
      'Avro, by its types',
      'm.avsc',
      avro(
        ...['null', 'boolean', 'int', 'long', 'float', 'double', 'bytes', 'string'].map((type, i) => ({
          name: `f${i}`,
          type,
        })),
      ),
      [
        'p.M.f0 null (unknown), named null',
        'p.M.f1 boolean (boolean)',
        'p.M.f2 int (integer)',
        'p.M.f3 long (integer)',
        'p.M.f4 float (decimal)',
        'p.M.f5 double (decimal)',
        'p.M.f6 bytes (bytes)',
        'p.M.f7 string (string)',
      ],
    ],
    [
      'Avro, of several',
      'm.avsc',
      avro(
        { name: 'a', type: ['null', 'string'] },
        { name: 'b', type: ['string', 'int'] },
        { name: 'c', type: ['null'] },
        { name: 'd', type: ['null', { type: 'array', items: 'long' }] },
      ),
      ['p.M.a string? (string)', 'p.M.b string | int (unknown)', 'p.M.c ? (unknown)', 'p.M.d long[]? (integer)'],
    ],
    [
      'Avro, of lists and maps',
      'm.avsc',
      avro(
        { name: 'a', type: { type: 'array', items: 'string' } },
        { name: 'b', type: { type: 'map', values: 'int' } },
        { name: 'c', type: { type: 'array', items: { type: 'map', values: 'N' } } },
      ),
      ['p.M.a string[] (string)', 'p.M.b int{} (integer)', 'p.M.c N{}[] (unknown), named N'],
    ],
    [
      'Avro, by names',
      'm.avsc',
      avro(
        { name: 'a', type: { type: 'record', name: 'N', fields: [] } },
        { name: 'b', type: 'p.N' },
        { name: 'c', type: { type: 'enum', name: 'E', symbols: ['X'] } },
        { name: 'd', type: 'E' },
        { name: 'e', type: { type: 'fixed', name: 'F', size: 8 } },
        { name: 'f', type: 'other.T' },
      ),
      [
        'p.M.a N (record), named N',
        'p.M.b N (record), named N',
        'p.M.c E (enum), named E',
        'p.M.d E (enum), named E',
        'p.M.e fixed (bytes)',
        'p.M.f T (unknown), named T',
      ],
    ],
    [
      'Avro, with what is said of it',
      'm.avsc',
      avro(
        { name: 'a', type: { type: 'long', logicalType: 'timestamp-millis' }, doc: 'when' },
        { name: 'b', type: 'string', 'confluent:tags': ['PII'] },
        { name: 'c', type: 'string', sensitivity: 'high', default: 'x', order: 'ignore' },
        { name: 'd', type: ['null', { type: 'int', logicalType: 'date' }] },
      ),
      [
        'p.M.a long (integer), as timestamp-millis, doc "when"',
        'p.M.b string (string), confluent:tags=PII, tags PII',
        'p.M.c string (string), sensitivity=high',
        'p.M.d int? (integer), as date',
      ],
    ],
    [
      'ksqlDB',
      'm.ksql',
      "CREATE STREAM m (a INT, b BIGINT, c DOUBLE, d DECIMAL(9, 2), e BOOLEAN, f VARCHAR, g STRING, h BYTES, i TIMESTAMP, j DATE, k TIME, m MAP<STRING, DOUBLE>, n STRUCT<x INT>, o INTEGER) WITH (KAFKA_TOPIC='m', VALUE_FORMAT='JSON');\n",
      [
        'm.a INT (integer)',
        'm.b BIGINT (integer)',
        'm.c DOUBLE (decimal)',
        'm.d DECIMAL(9, 2) (decimal)',
        'm.e BOOLEAN (boolean)',
        'm.f VARCHAR (string)',
        'm.g STRING (string)',
        'm.h BYTES (bytes)',
        'm.i TIMESTAMP (integer)',
        'm.j DATE (integer)',
        'm.k TIME (integer)',
        'm.m MAP<STRING, DOUBLE> (decimal)',
        'm.n STRUCT<x INT> (record), named n',
        'm.o INTEGER (integer)',
        'm.n.x INT (integer)',
      ],
    ],
    [
      'Flink',
      'm.sql',
      "CREATE TABLE m (a CHAR(3), b TINYINT, c SMALLINT, d FLOAT, e BINARY, f VARBINARY, g TIMESTAMP_LTZ(3), h ROW<x INT>, i STRING NOT NULL) WITH ('connector' = 'kafka', 'topic' = 'm', 'properties.bootstrap.servers' = 'k:9092', 'format' = 'json');\n",
      [
        'm.a CHAR(3) (string)',
        'm.b TINYINT (integer)',
        'm.c SMALLINT (integer)',
        'm.d FLOAT (decimal)',
        'm.e BINARY (bytes)',
        'm.f VARBINARY (bytes)',
        'm.g TIMESTAMP_LTZ(3) (integer)',
        'm.h ROW<x INT> (record), named h',
        'm.i STRING NOT NULL (string)',
        'm.h.x INT (integer)',
      ],
    ],
  ]
  for (const [what, path, text, expected] of cases)
    it(`in ${what}`, () => assert.deepEqual(fieldsIn(path, text), expected))
})
