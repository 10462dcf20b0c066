import assert from 'node:assert/strict'
import { differencesBetween } from '../../server/src/assess/compatibility.ts'
import type { Contract } from '../../server/src/model/contract.ts'
import { readFile } from '../../server/src/reader/read-file.ts'
import { toUri } from '../../server/src/text/uri.ts'

type Language = Contract['language']

const paths: Readonly<Record<Language, string>> = { avro: 'a.avsc', protobuf: 'a.proto', json: 'a-value.json' }

function contracts(language: Language, before: string, now: string): readonly [Contract, Contract] {
  const { facts } = readFile(toUri(`file:///${paths[language]}`), now, undefined, undefined, before) ?? {}
  const schema = facts?.entities.find(entity => entity.kind === 'schema')
  return schema?.contract && schema.earlier ? [schema.contract, schema.earlier] : assert.fail('not compared')
}

/** Why data of one text cannot be read with the other, a line each: what, where, what the reader expects and the writer wrote, and the two places. */
function unread(language: Language, reader: string, writer: string): string[] {
  const [now, before] = contracts(language, writer, reader)
  return differencesBetween(now, before).map(({ what, subject, expects, wrote, reader: at, writer: other }) =>
    [
      `${what} ${subject}`.trim(),
      expects === '' && wrote === '' ? '' : ` (${expects} <- ${wrote})`,
      ` at ${reader.slice(at.span.start, at.span.end)}, ${writer.slice(other.span.start, other.span.end)}`,
    ].join(''),
  )
}

/** An older and a newer text, what the new one cannot read of the old one, and what the old one cannot read of the new one. */
type Row = readonly [what: string, before: string, now: string, backward: readonly string[], forward: readonly string[]]

const json = (schema: object): string =>
  JSON.stringify({ $schema: 'http://json-schema.org/draft-07/schema#', ...schema })
const object = (properties: object, more: object = {}): string =>
  json({ type: 'object', properties: { z: { type: 'string' }, ...properties }, ...more })
const closed = { additionalProperties: false }
const a = { a: { type: 'string' } }

/** One property `a` of either kind. */
const of = (before: object | boolean, now: object | boolean): [string, string] => [
  object({ a: before }),
  object({ a: now }),
]

const jsonRows: readonly Row[] = [
  ['the same', object(a), object(a), [], []],
  [
    'another type',
    ...of({ type: 'string' }, { type: 'number' }),
    ['type-narrowed a (number <- string) at "number", "string"'],
    ['type-narrowed a (string <- number) at "string", "number"'],
  ],
  [
    'one type more',
    ...of({ type: 'string' }, { type: ['string', 'null'] }),
    [],
    ['type-narrowed a (string <- string | null) at "string", "type"'],
  ],
  [
    'integers and numbers',
    ...of({ type: 'integer' }, { type: 'number' }),
    [],
    ['type-narrowed a (integer <- number) at "integer", "number"'],
  ],
  ['a type and anything', ...of({ type: 'string' }, {}), [], ['type-narrowed a (string <- true) at "a", "a"']],
  ['a type and true', ...of({ type: 'string' }, true), [], ['type-narrowed a (string <- true) at "a", "a"']],
  ['a type and nothing', ...of({ type: 'string' }, false), ['type-narrowed a (false <- string) at "a", "a"'], []],
  ['nothing and anything', ...of(false, true), [], ['type-narrowed a (false <- true) at "a", "a"']],
  [
    'a type and limits without one',
    ...of({ type: 'string' }, { maxLength: 5 }),
    ['limit-narrowed a (maxLength 5 <- ) at 5, "a"'],
    ['type-narrowed a (string <- true) at "string", "a"'],
  ],
  ...(['maxLength', 'maximum', 'exclusiveMaximum', 'maxItems', 'maxProperties'] as const).map(
    (key): Row => [
      `a lower ${key}`,
      ...of({ [key]: 10 }, { [key]: 9 }),
      [`limit-narrowed a (${key} 9 <- 10) at 9, "a"`],
      [],
    ],
  ),
  ...(['minLength', 'minimum', 'exclusiveMinimum', 'minItems', 'minProperties'] as const).map(
    (key): Row => [
      `a lower ${key}`,
      ...of({ [key]: 10 }, { [key]: 9 }),
      [],
      [`limit-narrowed a (${key} 10 <- 9) at 10, "a"`],
    ],
  ),
  [
    'a limit that was none',
    ...of({ type: 'string' }, { type: 'string', maxLength: 5 }),
    ['limit-narrowed a (maxLength 5 <- ) at 5, "a"'],
    [],
  ],
  ['the same limit', ...of({ maxLength: 5 }, { maxLength: 5 }), [], []],
  [
    'another pattern',
    ...of({ pattern: 'a' }, { pattern: 'b' }),
    ['limit-narrowed a (pattern "b" <- "a") at "b", "a"'],
    ['limit-narrowed a (pattern "a" <- "b") at "a", "a"'],
  ],
  [
    'limits that are switches',
    ...of({ exclusiveMaximum: true }, { exclusiveMaximum: false }),
    ['limit-narrowed a (exclusiveMaximum false <- true) at false, "a"'],
    ['limit-narrowed a (exclusiveMaximum true <- false) at true, "a"'],
  ],
  ['multiples', ...of({ multipleOf: 4 }, { multipleOf: 2 }), [], ['limit-narrowed a (multipleOf 4 <- 2) at 4, "a"']],
  [
    'decimal multiples',
    ...of({ multipleOf: 0.3 }, { multipleOf: 0.1 }),
    [],
    ['limit-narrowed a (multipleOf 0.3 <- 0.1) at 0.3, "a"'],
  ],
  [
    'multiples that are none',
    ...of({ multipleOf: 3 }, { multipleOf: 2 }),
    ['limit-narrowed a (multipleOf 2 <- 3) at 2, "a"'],
    ['limit-narrowed a (multipleOf 3 <- 2) at 3, "a"'],
  ],
  [
    'unique items',
    ...of({ uniqueItems: true }, { uniqueItems: false }),
    [],
    ['limit-narrowed a (uniqueItems true <- false) at true, "a"'],
  ],
  [
    'unique items that were none',
    ...of({ type: 'array' }, { type: 'array', uniqueItems: true }),
    ['limit-narrowed a (uniqueItems true <- ) at true, "a"'],
    [],
  ],
  [
    'one value more',
    ...of({ enum: ['x'] }, { enum: ['x', 'y'] }),
    [],
    ['values-narrowed a ("x" <- "y") at "enum", "a"'],
  ],
  [
    'values and a type',
    ...of({ type: 'string' }, { type: 'string', enum: ['x'] }),
    ['values-narrowed a ("x" <- ) at "enum", "a"'],
    [],
  ],
  [
    'values and the type that they have',
    ...of(
      { enum: ['x', 1, 1.5, true, [], {}] },
      { type: ['string', 'integer', 'number', 'boolean', 'array', 'object'] },
    ),
    [],
    ['values-narrowed a ("x", 1, 1.5, true, [], {} <- ) at "enum", "a"'],
  ],
  [
    'values and one type',
    ...of({ enum: ['x', 1] }, { type: 'string' }),
    ['type-narrowed a (string <- string | integer) at "string", "a"'],
    ['values-narrowed a ("x", 1 <- ) at "enum", "a"'],
  ],
  ['values of objects in any order of keys', ...of({ enum: [{ a: 1, b: 2 }] }, { enum: [{ b: 2, a: 1 }] }), [], []],
  [
    'a constant',
    ...of({ const: 'x' }, { const: 'y' }),
    ['values-narrowed a (const "y" <- "x") at "y", "a"'],
    ['values-narrowed a (const "x" <- "y") at "x", "a"'],
  ],
  [
    'a constant and its values',
    ...of({ const: 'x' }, { enum: ['x', 'y'] }),
    [],
    ['values-narrowed a (const "x" <- ) at "x", "a"'],
  ],
  [
    'a constant and a limit',
    ...of({ const: 'x' }, { type: 'string', maxLength: 5 }),
    [],
    ['values-narrowed a (const "x" <- ) at "x", "a"'],
  ],
  ['a property more where others may stand', object({}), object(a), ['property-into-open a at "a", '], []],
  ['a property of any kind more', object({}), object({ a: {} }), [], []],
  [
    'a property more where no other may stand',
    object({}, closed),
    object(a, closed),
    [],
    ['property-out-of-closed a at false, "a"'],
  ],
  [
    'a required property more',
    object({}, closed),
    object(a, { ...closed, required: ['a'] }),
    ['property-required a at "a", '],
    ['property-out-of-closed a at false, "a"'],
  ],
  [
    'a required property with a default more',
    object({}, closed),
    object({ a: { type: 'string', default: '' } }, { ...closed, required: ['a'] }),
    [],
    ['property-out-of-closed a at false, "a"'],
  ],
  ['a property that is required', object(a), object(a, { required: ['a'] }), ['property-required a at "a", "a"'], []],
  [
    'a property with a default that is required',
    object({ a: { type: 'string', default: '' } }),
    object({ a: { type: 'string', default: '' } }, { required: ['a'] }),
    [],
    [],
  ],
  ['a property that nothing may be', object({ a: false }, closed), object({}, closed), [], []],
  ['others that may stand beside', object(a, closed), object(a), [], ['content-closed at false, ']],
  [
    'others of a type beside',
    object(a, { additionalProperties: { type: 'string' } }),
    object(a, { additionalProperties: { type: 'number' } }),
    ['type-narrowed (number <- string) at "number", "string"'],
    ['type-narrowed (string <- number) at "string", "number"'],
  ],
  [
    'others of a type beside, and none',
    object(a, { additionalProperties: { type: 'string' } }),
    object(a, closed),
    ['content-closed at false, '],
    [],
  ],
  [
    'others of a type beside, and any',
    object(a, { additionalProperties: { type: 'string' } }),
    object(a),
    [],
    ['content-closed at "additionalProperties", '],
  ],
  [
    'a property that others covered',
    object({}, { additionalProperties: { type: 'string' } }),
    object(a, { additionalProperties: { type: 'string' } }),
    [],
    [],
  ],
  [
    'a property that others of another type covered',
    object({}, { additionalProperties: { type: 'number' } }),
    object(a, { additionalProperties: { type: 'number' } }),
    ['type-narrowed a (string <- number) at "string", "number"'],
    ['type-narrowed a (number <- string) at "number", "string"'],
  ],
  [
    'properties by patterns',
    object(a, { patternProperties: { '^x': {} } }),
    object({ ...a, b: { type: 'string' } }, { ...closed, patternProperties: { '^x': {} } }),
    [],
    [],
  ],
  [
    'properties of properties',
    object({ o: { type: 'object', properties: a } }),
    object({ o: { type: 'object', properties: { a: { type: 'number' } } } }),
    ['type-narrowed o.a (number <- string) at "number", "string"'],
    ['type-narrowed o.a (string <- number) at "string", "number"'],
  ],
  [
    'items',
    ...of({ type: 'array', items: { type: 'string' } }, { type: 'array', items: { type: 'number' } }),
    ['type-narrowed a[] (number <- string) at "number", "string"'],
    ['type-narrowed a[] (string <- number) at "string", "number"'],
  ],
  [
    'items of a list of anything',
    ...of({ type: 'array' }, { type: 'array', items: { type: 'string' } }),
    ['type-narrowed a (string <- true) at "items", "a"'],
    [],
  ],
  ['items of what is no list', ...of({ type: 'string' }, { type: 'string', items: { type: 'string' } }), [], []],
  ['items of anything', ...of({ type: 'array' }, { type: 'array', items: {} }), [], []],
  [
    'items by their positions',
    ...of({ type: 'array', items: [{ type: 'string' }] }, { type: 'array', items: [{ type: 'number' }] }),
    [],
    [],
  ],
  [
    'what must not be',
    ...of({ type: 'string' }, { type: 'string', not: { const: 'x' } }),
    ['type-narrowed a (not <- ) at "not", "a"'],
    [],
  ],
  [
    'what must not be, of less',
    ...of({ type: 'string', not: { enum: ['x'] } }, { type: 'string', not: { enum: ['x', 'y'] } }),
    ['type-narrowed a (not <- not) at "not", "a"'],
    [],
  ],
  [
    'one alternative more',
    ...of({ anyOf: [{ type: 'string' }] }, { anyOf: [{ type: 'string' }, { type: 'number' }] }),
    [],
    ['alternatives-changed a (anyOf <- anyOf) at "a", "a"'],
  ],
  [
    'one alternative more, of which one has to be',
    ...of({ oneOf: [{ type: 'string' }] }, { oneOf: [{ type: 'string' }, { type: 'number' }] }),
    [],
    ['alternatives-changed a (oneOf <- oneOf) at "a", "a"'],
  ],
  [
    'one more of what all have to be',
    ...of({ allOf: [{ type: 'string' }] }, { allOf: [{ type: 'string' }, { maxLength: 5 }] }),
    ['alternatives-changed a (allOf <- allOf) at "a", "a"'],
    [],
  ],
  [
    'alternatives and one of them',
    ...of({ type: 'string' }, { anyOf: [{ type: 'string' }, { type: 'number' }] }),
    [],
    ['alternatives-changed a (string <- anyOf) at "a", "a"'],
  ],
  [
    'alternatives and none of them',
    ...of({ type: 'boolean' }, { oneOf: [{ type: 'string' }, { type: 'number' }] }),
    ['alternatives-changed a (oneOf <- boolean) at "a", "a"'],
    ['alternatives-changed a (boolean <- oneOf) at "a", "a"'],
  ],
  [
    'what all have to be, and one of them',
    ...of({ type: 'string' }, { allOf: [{ type: 'string' }, { maxLength: 5 }] }),
    ['alternatives-changed a (allOf <- string) at "a", "a"'],
    [],
  ],
  [
    'alternatives otherwise',
    ...of({ oneOf: [{ type: 'string' }, { type: 'number' }] }, { anyOf: [{ type: 'string' }, { type: 'number' }] }),
    [],
    ['alternatives-changed a (oneOf <- anyOf) at "a", "a"'],
  ],
  ['one alternative otherwise', ...of({ oneOf: [{ type: 'string' }] }, { allOf: [{ type: 'string' }] }), [], []],
  [
    'alternatives in another order',
    ...of({ anyOf: [{ type: 'string' }, { type: 'number' }] }, { anyOf: [{ type: 'number' }, { type: 'string' }] }),
    [],
    [],
  ],
  [
    'alternatives beside other keywords',
    ...of({ type: 'string', anyOf: [{ maxLength: 5 }] }, { type: 'number', anyOf: [{ maximum: 5 }] }),
    ['alternatives-changed a (anyOf <- anyOf) at "a", "a"'],
    ['alternatives-changed a (anyOf <- anyOf) at "a", "a"'],
  ],
  [
    'alternatives beside limits',
    ...of({ maxLength: 9, anyOf: [{ type: 'string' }] }, { maxLength: 9, anyOf: [{ type: 'number' }] }),
    [],
    [],
  ],
  [
    'two kinds of alternatives',
    ...of({ anyOf: [{ type: 'string' }], oneOf: [{ type: 'string' }] }, { type: 'number' }),
    [],
    [],
  ],
  [
    'references',
    object({ a: { $ref: '#/definitions/a' } }, { definitions: { a: { type: 'string' } } }),
    object({ a: { $ref: '#/definitions/b' } }, { definitions: { b: { type: 'number' } } }),
    ['type-narrowed a (number <- string) at "number", "string"'],
    ['type-narrowed a (string <- number) at "string", "number"'],
  ],
  [
    'references to names with slashes',
    object({ a: { $ref: '#/definitions/a~1b~0' } }, { definitions: { 'a/b~': { type: 'string' } } }),
    object({ a: { type: 'number' } }),
    ['type-narrowed a (number <- string) at "number", "string"'],
    ['type-narrowed a (string <- number) at "string", "number"'],
  ],
  ['references to other files', ...of({ $ref: 'other.json' }, { type: 'number' }), [], []],
  ['references to what is not there', ...of({ $ref: '#/definitions/x' }, { type: 'number' }), [], []],
  [
    'schemas that hold themselves',
    object({ next: { $ref: '#' }, n: { type: 'string' } }),
    object({ next: { $ref: '#' }, n: { type: 'number' } }),
    [
      'type-narrowed next.n (number <- string) at "number", "string"',
      'type-narrowed n (number <- string) at "number", "string"',
    ],
    [
      'type-narrowed next.n (string <- number) at "string", "number"',
      'type-narrowed n (string <- number) at "string", "number"',
    ],
  ],
  ['references that lead to themselves', ...of({ $ref: '#/properties/a' }, { type: 'number' }), [], []],
  ...(['dependencies', 'if', 'contains', 'propertyNames', 'unevaluatedProperties', 'prefixItems'] as const).map(
    (key): Row => [
      `the keyword ${key}, that nobody follows`,
      ...of({ type: 'string', [key]: {} }, { type: 'number' }),
      [],
      [],
    ],
  ),
]

const avro = (fields: readonly object[], more: object = {}): string =>
  JSON.stringify({ type: 'record', name: 'R', namespace: 'n', fields, ...more })
const field = (type: unknown, more: object = {}): string => avro([{ name: 'f', type, ...more }])
const enumOf = (symbols: readonly string[], more: object = {}): object => ({
  type: 'enum',
  name: 'E',
  symbols,
  ...more,
})
const fixed = (size: number, more: object = {}): object => ({ type: 'fixed', name: 'F', size, ...more })
const inner = (type: unknown): object => ({ type: 'record', name: 'I', fields: [{ name: 'x', type }] })
const types = (before: unknown, now: unknown): [string, string] => [field(before), field(now)]

const avroRows: readonly Row[] = [
  ['the same', ...types('string', 'string'), [], []],
  ...[
    'int long',
    'int float',
    'int double',
    'long float',
    'long double',
    'float double',
    'string bytes',
    'bytes string',
  ].map((pair): Row => {
    const [before = '', now = ''] = pair.split(' ')
    const narrowed =
      now === 'bytes' || now === 'string' ? [] : [`type-changed R.f (${before} <- ${now}) at "${before}", "${now}"`]
    return [pair, ...types(before, now), [], narrowed]
  }),
  ...['int string', 'boolean int', 'null string', 'double bytes'].map((pair): Row => {
    const [before = '', now = ''] = pair.split(' ')
    const changed = (one: string, other: string): string =>
      `type-changed R.f (${one} <- ${other}) at "${one}", "${other}"`
    return [pair, ...types(before, now), [changed(now, before)], [changed(before, now)]]
  }),
  ['a field more', avro([]), field('string'), ['field-without-default R.f (string <- ) at "f", "R"'], []],
  ['a field with a default more', avro([]), field('string', { default: '' }), [], []],
  [
    'a field under another name',
    field('string'),
    avro([{ name: 'g', type: 'string' }]),
    ['field-without-default R.g (string <- ) at "g", "R"'],
    ['field-without-default R.f (string <- ) at "f", "R"'],
  ],
  [
    'a field under an alias',
    field('string'),
    avro([{ name: 'g', type: 'string', aliases: ['f'] }]),
    [],
    ['field-without-default R.f (string <- ) at "f", "R"'],
  ],
  [
    'a field under an alias, of another type',
    field('string'),
    avro([{ name: 'g', type: 'int', aliases: ['f'] }]),
    ['type-changed R.g (int <- string) at "int", "string"'],
    ['field-without-default R.f (string <- ) at "f", "R"'],
  ],
  [
    'fields of one name',
    avro([
      { name: 'f', type: 'string' },
      { name: 'f', type: 'int' },
    ]),
    field('string'),
    [],
    [],
  ],
  [
    'a type that may be missing',
    ...types('string', ['null', 'string']),
    [],
    ['branch-unknown R.f (string <- null) at "string", "type"'],
  ],
  [
    'one branch more',
    ...types(['null', 'string'], ['null', 'string', 'int']),
    [],
    ['branch-unknown R.f (null | string <- int) at "type", "type"'],
  ],
  [
    'branches of another width',
    ...types(['int'], ['long']),
    [],
    ['branch-unknown R.f (int <- long) at "type", "type"'],
  ],
  [
    'one branch on both sides',
    ...types([inner('string')], [inner('int')]),
    ['branch-unknown R.f (I <- I) at "type", "type"'],
    ['branch-unknown R.f (I <- I) at "type", "type"'],
  ],
  [
    'one branch on one side',
    ...types([inner('string')], inner('int')),
    ['type-changed I.x (int <- string) at "int", "string"'],
    ['type-changed I.x (string <- int) at "string", "int"'],
  ],
  [
    'a record that may be missing',
    ...types(inner('string'), ['null', inner('int')]),
    ['type-changed I.x (int <- string) at "int", "string"'],
    ['branch-unknown R.f (I <- null) at "I", "type"', 'branch-unknown R.f (I <- I) at "I", "type"'],
  ],
  [
    'lists',
    ...types({ type: 'array', items: 'string' }, { type: 'array', items: 'int' }),
    ['type-changed R.f (int <- string) at "int", "string"'],
    ['type-changed R.f (string <- int) at "string", "int"'],
  ],
  [
    'maps',
    ...types({ type: 'map', values: 'int' }, { type: 'map', values: 'long' }),
    [],
    ['type-changed R.f (int <- long) at "int", "long"'],
  ],
  [
    'lists and maps',
    ...types({ type: 'array', items: 'string' }, { type: 'map', values: 'string' }),
    ['type-changed R.f (map<string> <- array<string>) at "map", "array"'],
    ['type-changed R.f (array<string> <- map<string>) at "array", "map"'],
  ],
  [
    'logical types',
    ...types({ type: 'long', logicalType: 'timestamp-millis' }, { type: 'long', logicalType: 'timestamp-micros' }),
    ['meaning-changed R.f (timestamp-micros <- timestamp-millis) at "long", "long"'],
    ['meaning-changed R.f (timestamp-millis <- timestamp-micros) at "long", "long"'],
  ],
  ['a logical type that was none', ...types('long', { type: 'long', logicalType: 'timestamp-micros' }), [], []],
  [
    'decimals',
    ...types(
      { type: 'bytes', logicalType: 'decimal', precision: 9, scale: 2 },
      { type: 'bytes', logicalType: 'decimal', precision: 9, scale: 3 },
    ),
    ['meaning-changed R.f (decimal(9,3) <- decimal(9,2)) at "bytes", "bytes"'],
    ['meaning-changed R.f (decimal(9,2) <- decimal(9,3)) at "bytes", "bytes"'],
  ],
  ['a symbol more', ...types(enumOf(['a']), enumOf(['a', 'b'])), [], ['symbols-unknown R.f (a <- b) at "E", "E"']],
  ['symbols with one for the unknown', ...types(enumOf(['a', 'b']), enumOf(['a'], { default: 'a' })), [], []],
  [
    'sizes',
    ...types(fixed(8), fixed(16)),
    ['size-changed R.f (16 <- 8) at "F", "F"'],
    ['size-changed R.f (8 <- 16) at "F", "F"'],
  ],
  [
    'sizes that mean something else',
    ...types(fixed(8, { logicalType: 'decimal', precision: 9 }), fixed(8, { logicalType: 'decimal', precision: 8 })),
    ['meaning-changed R.f (decimal(8,0) <- decimal(9,0)) at "F", "F"'],
    ['meaning-changed R.f (decimal(9,0) <- decimal(8,0)) at "F", "F"'],
  ],
  ['sizes that mean something', ...types(fixed(8), fixed(8, { logicalType: 'decimal', precision: 8 })), [], []],
  [
    'records and enums',
    ...types(inner('string'), { ...enumOf(['a']), name: 'I' }),
    ['type-changed R.f (enum <- record) at "I", "I"'],
    ['type-changed R.f (record <- enum) at "I", "I"'],
  ],
  [
    'another name of a record',
    ...types(inner('string'), { ...inner('string'), name: 'J' }),
    ['type-renamed R.f (n.J <- n.I) at "J", "I"'],
    ['type-renamed R.f (n.I <- n.J) at "I", "J"'],
  ],
  [
    'another name of a record, with an alias',
    ...types(inner('string'), { ...inner('string'), name: 'J', aliases: ['I'] }),
    [],
    ['type-renamed R.f (n.I <- n.J) at "I", "J"'],
  ],
  ['another namespace', avro([]), avro([], { namespace: 'm' }), [], []],
  [
    'another name of the whole',
    avro([]),
    avro([], { name: 'Q' }),
    ['type-renamed Q (n.Q <- n.R) at "Q", "R"'],
    ['type-renamed R (n.R <- n.Q) at "R", "Q"'],
  ],
  [
    'a record and a text',
    ...types(inner('string'), 'string'),
    ['type-changed R.f (string <- I) at "string", "I"'],
    ['type-changed R.f (I <- string) at "I", "string"'],
  ],
  [
    'a record that is used twice',
    avro([
      { name: 'f', type: inner('string') },
      { name: 'g', type: 'n.I' },
    ]),
    avro([
      { name: 'f', type: inner('int') },
      { name: 'g', type: 'I' },
    ]),
    ['type-changed I.x (int <- string) at "int", "string"'],
    ['type-changed I.x (string <- int) at "string", "int"'],
  ],
  [
    'a record that holds itself',
    field(['null', 'n.R'], { default: null }),
    avro([
      { name: 'f', type: ['null', 'R'], default: null },
      { name: 'g', type: 'int' },
    ]),
    ['field-without-default R.g (int <- ) at "g", "R"'],
    [],
  ],
  ['a type of another file', ...types('other.T', 'string'), [], []],
  ['types of other files', ...types('other.T', 'other.U'), [], []],
  [
    'several types in a file',
    JSON.stringify([inner('string'), fixed(8)]),
    JSON.stringify([fixed(16), inner('int')]),
    ['size-changed F (16 <- 8) at "F", "F"', 'type-changed I.x (int <- string) at "int", "string"'],
    ['type-changed I.x (string <- int) at "string", "int"', 'size-changed F (8 <- 16) at "F", "F"'],
  ],
]

const proto = (...lines: readonly string[]): string =>
  `syntax = "proto3";\npackage p;\n${lines.map(line => `${line}\n`).join('')}`
const proto2 = (...lines: readonly string[]): string => proto(...lines).replace('proto3', 'proto2')
const message = (...fields: readonly string[]): string =>
  proto(`message M {\n${fields.map(one => `  ${one}\n`).join('')}}`)

const protobufRows: readonly Row[] = [
  ['the same', message('string a = 1;'), message('string a = 1;'), [], []],
  ...[
    'int32 int64',
    'int32 uint32',
    'int32 uint64',
    'int32 bool',
    'sint32 sint64',
    'string bytes',
    'fixed32 sfixed32',
    'fixed64 sfixed64',
  ].map((pair): Row => {
    const [before, now] = pair.split(' ')
    return [pair, message(`${before} a = 1;`), message(`${now} a = 1;`), [], []]
  }),
  ...['int32 sint32', 'fixed32 fixed64', 'float double', 'float fixed32', 'string int32'].map((pair): Row => {
    const [before = '', now = ''] = pair.split(' ')
    const retyped = (one: string, other: string): string => `number-retyped M.a (${one} <- ${other}) at a, a`
    return [pair, message(`${before} a = 1;`), message(`${now} a = 1;`), [retyped(now, before)], [retyped(before, now)]]
  }),
  ['another name', message('string a = 1;'), message('string b = 1;'), [], []],
  [
    'another number',
    message('string a = 1;'),
    message('string a = 2;'),
    ['number-freed M.a ( <- 1) at M, a'],
    ['number-freed M.a ( <- 2) at M, a'],
  ],
  [
    'a number that is gone',
    message('string a = 1;', 'string b = 2;'),
    message('string b = 2;'),
    ['number-freed M.a ( <- 1) at M, a'],
    [],
  ],
  ['a number that is kept', message('string a = 1;', 'string b = 2;'), message('string b = 2;', 'reserved 1;'), [], []],
  ['a number that is kept in a range', message('string a = 5;'), message('reserved 3, 5 to 9, "x";'), [], []],
  ['a number that is kept in a range without end', message('string a = 5;'), message('reserved 2 to max;'), [], []],
  [
    'a number before a range',
    message('string a = 4;', 'string b = 10;'),
    message('reserved 5 to 9;'),
    ['number-freed M.a ( <- 4) at M, a', 'number-freed M.b ( <- 10) at M, b'],
    [],
  ],
  ['one number of two fields', message('string a = 1;', 'int32 b = 1;'), message('string a = 1;'), [], []],
  ['a repeated text', message('string a = 1;'), message('repeated string a = 1;'), [], []],
  [
    'a repeated number',
    message('int32 a = 1;'),
    message('repeated int32 a = 1;'),
    ['label-changed M.a (repeated <- singular) at a, a'],
    ['label-changed M.a (singular <- repeated) at a, a'],
  ],
  ['an optional number', message('int32 a = 1;'), message('optional int32 a = 1;'), [], []],
  [
    'a message that is gone',
    proto('message M {\n  string a = 1;\n}', 'message N {\n  message O {\n  }\n}'),
    proto('message M {\n  string a = 1;\n}'),
    ['message-removed N ( <- N) at M, N'],
    [],
  ],
  [
    'a message in a message that is gone',
    proto('message M {\n  message N {\n    string a = 1;\n  }\n}'),
    proto('message M {\n}'),
    ['message-removed M.N ( <- M.N) at M, N'],
    [],
  ],
  [
    'required fields',
    proto2('message M {\n  required string a = 1;\n  optional string b = 2;\n}'),
    proto2('message M {\n  optional string b = 2;\n}'),
    ['required-removed M.a at M, a'],
    ['required-field M.a (required <- ) at a, M'],
  ],
  [
    'alternatives that were fields',
    message('string a = 1;', 'string b = 2;'),
    message('oneof x {', '  string a = 1;', '  string b = 2;', '}'),
    ['oneof-joined M.b (x <- ) at b, M'],
    [],
  ],
  ['one alternative that was a field', message('string a = 1;'), message('oneof x {', '  string a = 1;', '}'), [], []],
  [
    'alternatives of two',
    message('oneof x {', '  string a = 1;', '}', 'oneof y {', '  string b = 2;', '}'),
    message('oneof x {', '  string a = 1;', '  string b = 2;', '}'),
    ['oneof-joined M.b (x <- ) at b, M'],
    [],
  ],
  [
    'an alternative that is gone',
    message('oneof x {', '  string a = 1;', '  string b = 2;', '}'),
    message('oneof x {', '  string a = 1;', '}'),
    ['oneof-field-removed M.b ( <- x) at M, b'],
    [],
  ],
  [
    'an alternative that is gone, and the others no alternatives',
    message('oneof x {', '  string a = 1;', '  string b = 2;', '}'),
    message('string a = 1;'),
    ['oneof-field-removed M.b ( <- x) at M, b'],
    [],
  ],
  [
    'all alternatives gone',
    message('oneof x {', '  string a = 1;', '  string b = 2;', '}'),
    message('string c = 3;'),
    [],
    ['number-freed M.c ( <- 3) at M, c'],
  ],
  [
    'maps',
    message('map<string, int32> a = 1;'),
    message('map<string, string> a = 1;'),
    ['number-retyped M.a (map<string,string> <- map<string,int32>) at a, a'],
    ['number-retyped M.a (map<string,int32> <- map<string,string>) at a, a'],
  ],
  ['maps of alike types', message('map<int32, string> a = 1;'), message('map<int64, bytes> a = 1;'), [], []],
  [
    'maps by other keys',
    message('map<int32, string> a = 1;'),
    message('map<string, string> a = 1;'),
    ['number-retyped M.a (map<string,string> <- map<int32,string>) at a, a'],
    ['number-retyped M.a (map<int32,string> <- map<string,string>) at a, a'],
  ],
  [
    'a map and a message',
    message('map<int32, string> a = 1;'),
    message('N a = 1;', 'message N {', '}'),
    ['number-retyped M.a (N <- map<int32,string>) at a, a'],
    ['number-retyped M.a (map<int32,string> <- N) at a, a', 'message-removed M.N ( <- M.N) at M, N'],
  ],
  ['an enum and a number', message('enum E {', '  X = 0;', '}', 'E a = 1;'), message('int32 a = 1;'), [], []],
  [
    'an enum and a text',
    message('enum E {', '  X = 0;', '}', 'E a = 1;'),
    message('string a = 1;'),
    ['number-retyped M.a (string <- E) at a, a'],
    ['number-retyped M.a (E <- string) at a, a'],
  ],
  [
    'a message and another',
    proto('message A {\n}\nmessage B {\n}\nmessage M {\n  A a = 1;\n}'),
    proto('message A {\n}\nmessage B {\n}\nmessage M {\n  B a = 1;\n}'),
    ['number-retyped M.a (B <- A) at a, a'],
    ['number-retyped M.a (A <- B) at a, a'],
  ],
  [
    'a message by its full name',
    proto('message A {\n}\nmessage M {\n  A a = 1;\n}'),
    proto('message A {\n}\nmessage M {\n  .p.A a = 1;\n}'),
    [],
    [],
  ],
  [
    'the message of the name that is nearest',
    proto('message A {\n}\nmessage M {\n  message A {\n  }\n  A a = 1;\n}'),
    proto('message A {\n}\nmessage M {\n  message A {\n  }\n  .p.A a = 1;\n}'),
    ['number-retyped M.a (.p.A <- A) at a, a'],
    ['number-retyped M.a (A <- .p.A) at a, a'],
  ],
  [
    'an enum by its full name',
    proto('enum E {\n  X = 0;\n}\nmessage M {\n  int32 a = 1;\n}'),
    proto('enum E {\n  X = 0;\n}\nmessage M {\n  p.E a = 1;\n}'),
    [],
    [],
  ],
  ['a type of another file and a number', message('x.T a = 1;'), message('int32 a = 1;'), [], []],
  [
    'a type of another file and a text',
    message('x.T a = 1;'),
    message('string a = 1;'),
    ['number-retyped M.a (string <- x.T) at a, a'],
    ['number-retyped M.a (x.T <- string) at a, a'],
  ],
  [
    'a type of another file and a map',
    message('x.T a = 1;'),
    message('map<string, string> a = 1;'),
    ['number-retyped M.a (map<string,string> <- x.T) at a, a'],
    ['number-retyped M.a (x.T <- map<string,string>) at a, a'],
  ],
  [
    'a type of another file and a message',
    message('x.T a = 1;'),
    message('N a = 1;', 'message N {', '}'),
    [],
    ['message-removed M.N ( <- M.N) at M, N'],
  ],
  ['types of other files', message('x.T a = 1;'), message('x.U a = 1;'), [], []],
  [
    'a type of Protobuf and a number',
    message('google.protobuf.Timestamp a = 1;'),
    message('int64 a = 1;'),
    ['number-retyped M.a (int64 <- google.protobuf.Timestamp) at a, a'],
    ['number-retyped M.a (google.protobuf.Timestamp <- int64) at a, a'],
  ],
  [
    'types of Protobuf',
    message('google.protobuf.Timestamp a = 1;'),
    message('google.protobuf.Duration a = 1;'),
    ['number-retyped M.a (google.protobuf.Duration <- google.protobuf.Timestamp) at a, a'],
    ['number-retyped M.a (google.protobuf.Timestamp <- google.protobuf.Duration) at a, a'],
  ],
  ['the null of Protobuf and a number', message('google.protobuf.NullValue a = 1;'), message('int64 a = 1;'), [], []],
]

for (const [language, rows] of [
  ['json', jsonRows],
  ['avro', avroRows],
  ['protobuf', protobufRows],
] as const)
  describe(`what breaks in ${language}`, () => {
    for (const [what, before, now, backward, forward] of rows)
      it(`by ${what}`, () => {
        assert.deepEqual(unread(language, now, before), backward, 'the new one reads the old one')
        assert.deepEqual(unread(language, before, now), forward, 'the old one reads the new one')
      })
  })
