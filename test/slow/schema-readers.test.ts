import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { globSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import avsc from 'avsc'
import protobuf from 'protobufjs'
import { personalDataOf } from '../../server/src/assess/personal-data.ts'
import { readFile } from '../../server/src/reader/read-file.ts'
import type { Annotation, SchemaRecord } from '../../server/src/model/entities.ts'
import { indexLines } from '../../server/src/text/line-index.ts'
import { theLibrary } from '../support/fixtures.ts'
import { readMarkers } from '../support/markers.ts'
import protoc from '../support/protoc.json' with { type: 'json' }
import { toUri } from '../../server/src/text/uri.ts'
import { temporaryFolder } from '../vscode/host/temporary.ts'

const recordsIn = (file: string, text: string): SchemaRecord[] =>
  (readFile(toUri(`file:///${file}`), text)?.facts.entities ?? []).flatMap(entity =>
    entity.kind === 'record' ? [entity] : [],
  )

// The types of avsc take the options for the path.
const assemble = avsc.assembleProtocol as unknown as (
  path: string,
  options: object,
  answer: (error: unknown, protocol: unknown) => void,
) => void

/** Fields by the name of their message; what extends others by the name of what it extends. */
function sketch(records: readonly SchemaRecord[]): Record<string, string[]> {
  const found: Record<string, string[]> = {}
  for (const { fullName, fields } of records)
    under(found, fullName).push(
      ...fields.map(
        ({ name, type }) =>
          `${name.value.toLowerCase()} ${type.text.replace(/(?:\[\]|\{\})$/, '').replace(/.*\./, '')}`,
      ),
    )
  return found
}

function under(found: Record<string, string[]>, fullName: string): string[] {
  const name = simple(fullName)
  found[name] ??= []
  return found[name]
}

const simple = (name: string): string => name.replace(/.*\./, '')

/** The same as protobufjs reads it. */
function oracle(text: string): Record<string, string[]> {
  const found: Record<string, string[]> = {}
  const add = (message: string, { name, type }: { name: string; type: string }): unknown =>
    under(found, message).push(`${name.toLowerCase()} ${type.replace(/.*\./, '')}`)
  const visitType = (message: protobuf.Type): void => {
    under(found, message.fullName)
    for (const field of message.fieldsArray) if (!field.name.startsWith('.')) add(message.fullName, field)
  }
  const isExtension = (nested: protobuf.ReflectionObject): nested is protobuf.Field & { extend: string } =>
    nested instanceof protobuf.Field && nested.extend !== undefined && !/^\.?google\.protobuf\./.test(nested.extend)
  const visit = (namespace: protobuf.NamespaceBase): void => {
    if (namespace instanceof protobuf.Type) visitType(namespace)
    for (const nested of namespace.nestedArray) {
      if (nested instanceof protobuf.Namespace) visit(nested)
      else if (isExtension(nested)) add(nested.extend, nested)
    }
  }
  visit(protobuf.parse(text, new protobuf.Root(), { keepCase: true }).root)
  return found
}

/** Every eighth of the thousands that come with packages, and all that test compilers. */
const protos = globSync('node_modules/{google-proto-files,protobufjs,google-gax,@grpc}/**/*.proto')
  .sort()
  .filter((path, index) => (index % 8 === 0 || /google\/protobuf\//.test(path)) && statSync(path).size < 100_000)

describe('what is read of a .proto file', function () {
  this.timeout(120_000)

  it('is what protobufjs reads, over those that come with packages', () => {
    assert.ok(protos.length > 200, `${protos.length} files`)
    let fields = 0
    for (const path of protos) {
      const text = readFileSync(path, 'utf8')
      let wanted: Record<string, string[]>
      try {
        wanted = oracle(text)
      } catch {
        continue // what protobufjs refuses is nobody's measure
      }
      const records = recordsIn(path, text)
      for (const { fields: own } of records)
        for (const { name } of own)
          assert.equal(text.slice(name.at.span.start, name.at.span.end).toLowerCase(), name.value.toLowerCase(), path)
      const found = sketch(records)
      const sorted = (all: Record<string, string[]>): [string, string[]][] =>
        Object.entries(all)
          .filter(([, list]) => list.length > 0)
          .map(([key, list]): [string, string[]] => [key, [...list].sort()])
          .sort(([a], [b]) => (a < b ? -1 : 1))
      assert.deepEqual(sorted(found), sorted(wanted), path)
      fields += Object.values(found).flat().length
    }
    assert.ok(fields > 5_000, `${fields} fields`)
  })
})

describe('what is read of Avro IDL', () => {
  for (const path of globSync('test/rules/**/*.avdl')) {
    it(`${path} is what avsc reads`, done => {
      const text = readFileSync(path, 'utf8')
        .replace(/^\s*\/\/ .*KR\d{3}.*\n/gm, '')
        .replace(/^\s*import .*\n/gm, '')
        .replaceAll('string?', 'union { null, string }')
        .replace('"none", email', '"none"; string email')
        .replace('decimal(9, 2)', 'bytes')
      if (!text.includes('protocol')) return done() // avsc knows protocols only
      assemble(
        'x',
        {
          importHook: (_path: string, _kind: string, answer: (error: null, text: string) => void) => answer(null, text),
        },
        (error: unknown, protocol: unknown) => {
          try {
            assert.equal(error, null)
            const types = (
              protocol as { types: { type: string; name: string; fields?: { name: string }[] }[] }
            ).types.filter(({ fields }) => fields)
            assert.deepEqual(
              recordsIn(path, text).map(({ name, fields }) => [name.value, fields.map(field => field.name.value)]),
              types.map(({ name, fields = [] }) => [name, fields.map(field => field.name)]),
            )
            done()
          } catch (failure) {
            done(failure)
          }
        },
      )
    })
  }
})

interface Refusal {
  readonly sha256: string
  readonly says: string
}

/** What protoc said of a fixture when it was held against it, of that very text; its version and the day are noted with it. */
const protocOf = (path: string): Refusal | undefined =>
  (protoc.refused as Readonly<Record<string, Refusal>>)[basename(path)]

/** The same of the text as it is: by the compiler that `PROTOC` names (`PROTOC=protoc npm run test:slow`), else as noted. */
function heldAgainstProtoc(path: string, text: string): Refusal {
  const sha256 = createHash('sha256').update(text).digest('hex')
  const compiler = process.env.PROTOC
  if (compiler === undefined) return { sha256, says: protocOf(path)?.says ?? '' }
  const file = join(temporaryFolder(), basename(path))
  writeFileSync(file, text)
  const { status, stderr } = spawnSync(
    compiler,
    [`-I${dirname(file)}`, `--descriptor_set_out=${file}.out`, basename(file)],
    { encoding: 'utf8' },
  )
  assert.equal(status, 1, `${compiler} takes ${path}`)
  return { sha256, says: /\.proto:\s*(.*)/.exec(stderr)?.[1] ?? '' }
}

describe('what is refused in a schema', () => {
  const folder = 'test/rules/KR801-invalid-schema'
  const accepted = (path: string, text: string): boolean => {
    try {
      if (path.endsWith('.proto')) protobuf.parse(text, new protobuf.Root(), { keepCase: true })
      else avsc.Type.forSchema(JSON.parse(text) as avsc.Schema)
      return true
    } catch {
      return false
    }
  }
  for (const path of globSync(`${folder}/*.{avsc,proto}`).filter(file => !/ok|unresolved/.test(file))) {
    it(`${path} is what its oracle refuses too`, () => {
      const { text, markers } = readMarkers(readFileSync(path, 'utf8'))
      assert.equal(markers.length, 1)
      if (path.endsWith('.proto')) assert.deepEqual(heldAgainstProtoc(path, text), protocOf(path))
      // What protoc alone refuses is told as that, and protobufjs takes it.
      assert.equal(accepted(path, text), markers.join().includes(' warning Schema is refused by protoc: '))
    })
  }

  it('was held against protoc, every .proto file of it and no other', () => {
    assert.deepEqual(
      Object.keys(protoc.refused).sort(),
      globSync(`${folder}/*.proto`)
        .map(file => basename(file))
        .filter(file => !/ok|unresolved/.test(file))
        .sort(),
    )
  })

  it('is nothing that an oracle takes', () => {
    for (const path of [...protos, ...globSync('test/rules/*/*.avsc')]) {
      const { text } = readMarkers(readFileSync(path, 'utf8'))
      if (!accepted(path, text)) continue
      const flaws = (readFile(toUri(`file:///${path}`), text)?.facts.entities ?? []).flatMap(entity =>
        entity.kind === 'schema' ? (entity.flaws ?? []) : [],
      )
      assert.deepEqual(flaws, [], path)
    }
  })
})

describe('one record in four languages', () => {
  const texts: Readonly<Record<string, string>> = {
    'visit.avsc': `{"type": "record", "name": "Visit", "namespace": "example.ward", "doc": "A visit of a patient", "fields": [
      {"name": "patient_id", "type": "string"}, {"name": "diagnosis", "type": ["null", "string"]}, {"name": "smoker", "type": "boolean"}, {"name": "full_name", "type": "string", "x-pii": true},
      {"name": "contact_email", "type": "string"}, {"name": "home_address", "type": {"type": "record", "name": "Address", "fields": [{"name": "street", "type": "string"}, {"name": "state", "type": "string"}]}},
      {"name": "ward", "type": "string"}, {"name": "email_verified", "type": "boolean"}, {"name": "weight", "type": "double"}, {"name": "kind", "type": {"type": "enum", "name": "Kind", "symbols": ["A"]}}]}`,
    'visit.avdl': `@namespace("example.ward") protocol Ward { record Address { string street; string state; } enum Kind { A }
      /** A visit of a patient */ record Visit { string patient_id; union { null, string } diagnosis; boolean smoker; string @x-pii(true) full_name; string contact_email; Address home_address; string ward; boolean email_verified; double weight; Kind kind; } }`,
    'visit.proto': `syntax = "proto3"; package example.ward; message Address { string street = 1; string state = 2; } enum Kind { A = 0; }
      // A visit of a patient
      message Visit { string patient_id = 1; optional string diagnosis = 2; bool smoker = 3; string full_name = 4 [(x_pii) = true]; string contact_email = 5; Address home_address = 6; string ward = 7; bool email_verified = 8; double weight = 9; Kind kind = 10; }`,
    'visit-value.json': `{"$schema": "http://json-schema.org/draft-07/schema#", "title": "Visit", "description": "A visit of a patient", "type": "object", "properties": {
      "patient_id": {"type": "string"}, "diagnosis": {"type": ["null", "string"]}, "smoker": {"type": "boolean"}, "full_name": {"type": "string", "x-pii": true}, "contact_email": {"type": "string"},
      "home_address": {"title": "Address", "type": "object", "properties": {"street": {"type": "string"}, "state": {"type": "string"}}}, "ward": {"type": "string"}, "email_verified": {"type": "boolean"}, "weight": {"type": "number"}, "kind": {"type": "string", "enum": ["A"]}}}`,
  }
  const classified = (file: string): string[] => {
    const records = recordsIn(file, texts[file] ?? '')
    return records
      .flatMap(record =>
        personalDataOf(record, theLibrary().vocabulary, undefined, records).found.map(
          ({ field, category, subject, grade }) =>
            `${record.name.value}.${field.name.value}: ${category.id} of a ${subject}, ${grade}`,
        ),
      )
      .sort()
  }

  it('is classified the same', () => {
    const expected = classified('visit.avsc')
    assert.ok(expected.length > 7, expected.join('\n'))
    for (const file of Object.keys(texts)) assert.deepEqual(classified(file), expected, file)
  })
})

describe('what a schema says of itself', () => {
  const gradeOf = (annotations: readonly Annotation[], name = 'nickname_of_pet'): string => {
    const json = JSON.stringify({
      type: 'record',
      name: 'Customer',
      fields: [{ name, type: 'string', ...Object.fromEntries(annotations.map(({ key, value }) => [key, value])) }],
    })
    const records = recordsIn('customer.avsc', json)
    return (
      records
        .flatMap(record => personalDataOf(record, theLibrary().vocabulary, undefined, records).found)
        .map(({ grade }) => grade)[0] ?? '-'
    )
  }
  const truths: Readonly<Record<string, string>> = {
    'confluent:tags': 'PII',
    'x-pii': 'true',
    pii: 'true',
    gdpr: 'name',
    classification: 'personal',
    'data-classification': 'restricted personal',
    sensitivity: 'high',
    'x-sap-dpp-is-potentially-personal': 'true',
  }
  for (const [key, value] of Object.entries(truths))
    it(`${key}: ${value} declares a field`, () => assert.equal(gradeOf([{ key, value }], 'remark'), 'stated'))
  for (const [key, value] of [
    ['confluent:tags', 'PUBLIC'],
    ['x-pii', 'false'],
    ['classification', 'none'],
    ['pii', 'no'],
  ] as const)
    it(`${key}: ${value} clears a field`, () => assert.equal(gradeOf([{ key, value }], 'email'), '-'))
  it('a secret is not a person', () => assert.equal(gradeOf([{ key: 'debug_redact', value: 'true' }], 'remark'), '-'))
})

describe('places in schemas', () => {
  it('are those of names, also in a text inside a text', () => {
    const text =
      '{"schemaType": "PROTOBUF", "schema": "syntax = \\"proto3\\";\\nmessage Rider {\\n  // \\u00e9t\\u00e9\\n  string first_name = 1;\\n}"}'
    const [record] = recordsIn('payload.json', text)
    const place = record?.fields[0]?.name.at.span
    assert.equal(text.slice(place?.start, place?.end), 'first_name')
    assert.equal(indexLines(text).position(place?.start ?? 0).line, 0)
  })
})
