import { Draw } from './draw.ts'

/** Two versions of a schema: data is written with the first and read with the second. */
export type SchemaPair = readonly [language: 'avro' | 'protobuf' | 'json', writer: string, reader: string]

/** Makes `count` pairs a language: a schema, and the same after one to three changes such as people make. */
export function makeSchemaPairs(count: number, seed = 20_261_121): SchemaPair[] {
  const draw = new Draw(seed)
  const each = <T>(
    language: SchemaPair[0],
    make: () => T,
    change: (of: T) => T,
    print: (of: T) => string,
  ): SchemaPair[] =>
    Array.from({ length: count }, () => {
      const first = make()
      let second = first
      for (const _ of draw.some(3, () => 0)) second = change(second)
      return [language, print(first), print(second)] as const
    })
  const [avro, protobuf, json] = [new AvroDraw(draw), new ProtobufDraw(draw), new JsonDraw(draw)]
  return [
    ...each(
      'avro',
      () => avro.schema(),
      schema => avro.changed(schema),
      schema => JSON.stringify(schema),
    ),
    ...each(
      'protobuf',
      () => protobuf.file(),
      file => protobuf.changed(file),
      printProtobuf,
    ),
    ...each(
      'json',
      () => json.schema(),
      schema => json.changed(schema),
      schema => JSON.stringify(schema),
    ),
  ]
}

/** What the generator knows of a schema of Avro or JSON. */
interface Json {
  readonly type?: unknown
  readonly name?: string
  readonly fields?: readonly AvroField[]
  readonly symbols?: readonly string[]
  readonly aliases?: readonly string[]
  readonly default?: unknown
  readonly size?: number
  readonly items?: unknown
  readonly const?: unknown
  readonly multipleOf?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly maxLength?: number
  readonly minLength?: number
  readonly pattern?: string
  readonly maxItems?: number
  readonly values?: unknown
  readonly properties?: Readonly<Record<string, Json>>
  readonly required?: readonly string[]
  readonly additionalProperties?: unknown
  readonly enum?: readonly string[]
  readonly anyOf?: readonly Json[]
  readonly oneOf?: readonly Json[]
}

/** A list with one of its items changed. */
const withOne = <T>(draw: Draw, list: readonly T[], change: (item: T) => T): T[] => {
  const chosen = draw.pick(list)
  return list.map(item => (item === chosen ? change(item) : item))
}

/** A list without one of its items. */
const withoutOne = <T>(draw: Draw, list: readonly T[]): T[] => {
  const chosen = draw.pick(list)
  return list.filter(item => item !== chosen)
}

interface AvroField extends Json {
  readonly name: string
  readonly type: unknown
}

const avroPrimitives = ['int', 'long', 'float', 'double', 'string', 'bytes', 'boolean', 'null']

class AvroDraw {
  readonly #draw: Draw
  #names = 0

  constructor(draw: Draw) {
    this.#draw = draw
  }

  schema(): Json {
    this.#names = 0
    return { type: 'record', name: 'Root', fields: this.#fields(2) }
  }

  changed(schema: Json): Json {
    return this.#changedRecord(schema)
  }

  #name(prefix: string): string {
    return `${prefix}${++this.#names}`
  }

  #fields(depth: number): AvroField[] {
    return this.#draw.some(4, () => this.#field(depth))
  }

  #field(depth: number): AvroField {
    const type = this.#type(depth)
    const fallback = this.#draw.chance(0.3) ? defaultOf(type) : undefined
    return { name: this.#name('f'), type, ...(fallback === undefined ? {} : { default: fallback }) }
  }

  #type(depth: number): unknown {
    const draw = this.#draw
    if (depth > 0 && draw.chance(0.55))
      switch (draw.pick(['array', 'map', 'union', 'enum', 'fixed', 'record', 'self'])) {
        case 'array':
          return { type: 'array', items: this.#type(depth - 1) }
        case 'map':
          return { type: 'map', values: this.#type(depth - 1) }
        case 'union':
          return ['null', draw.pick(['string', 'long', 'int', 'double'])]
        case 'enum':
          return { type: 'enum', name: this.#name('E'), symbols: ['A', 'B', 'C'].slice(0, draw.pick([1, 2, 3])) }
        case 'fixed':
          return { type: 'fixed', name: this.#name('F'), size: draw.pick([4, 8]) }
        case 'self':
          return ['null', 'Root']
        default:
          return { type: 'record', name: this.#name('R'), fields: this.#fields(depth - 1) }
      }
    return draw.pick(avroPrimitives)
  }

  #changedRecord(record: Json): Json {
    const draw = this.#draw
    const fields = record.fields ?? []
    const inside = (): Json => ({ ...record, fields: withOne(draw, fields, field => this.#changedField(field)) })
    switch (draw.pick(['add', 'drop', 'inside', 'inside', 'inside', 'order'])) {
      case 'add':
        return { ...record, fields: [...fields, this.#field(1)] }
      case 'drop':
        return fields.length > 1 ? { ...record, fields: withoutOne(draw, fields) } : inside()
      case 'order':
        return { ...record, fields: fields.toReversed() }
      default:
        return inside()
    }
  }

  #changedField(field: AvroField): AvroField {
    const { default: _, ...bare } = field
    switch (this.#draw.pick(['name', 'alias', 'type', 'type', 'type', 'default'])) {
      case 'name':
        return { ...field, name: this.#name('f') }
      case 'alias':
        return { ...field, name: this.#name('f'), aliases: [field.name] }
      case 'default':
        return bare as AvroField
      default:
        return { ...(bare as AvroField), type: this.#changedType(field.type) }
    }
  }

  #changedType(type: unknown): unknown {
    const draw = this.#draw
    if (Array.isArray(type)) return draw.chance(0.5) ? type.at(-1) : [...(type as unknown[]), 'boolean']
    if (typeof type === 'string')
      return draw.chance(0.3) && type !== 'null' ? ['null', type] : draw.pick(avroPrimitives)
    const complex = type as Json
    switch (complex.type) {
      case 'array':
        return { ...complex, items: this.#changedType(complex.items) }
      case 'map':
        return { ...complex, values: this.#changedType(complex.values) }
      case 'enum':
        return this.#changedEnum(complex)
      case 'fixed':
        return { ...complex, size: draw.pick([4, 8, 16]) }
      default:
        return draw.chance(0.3) ? this.#renamed(complex) : this.#changedRecord(complex)
    }
  }

  #renamed(type: Json): Json {
    const before = type.name ?? ''
    return { ...type, name: this.#name('N'), ...(this.#draw.chance(0.5) ? { aliases: [before] } : {}) }
  }

  #changedEnum(type: Json): Json {
    const symbols = type.symbols ?? []
    switch (this.#draw.pick(['add', 'drop', 'default', 'name'])) {
      case 'add':
        return { ...type, symbols: [...symbols, this.#name('S')] }
      case 'drop':
        return symbols.length > 1 ? { ...type, symbols: symbols.slice(1), default: undefined } : type
      case 'default':
        return { ...type, symbols: [...symbols.slice(1), 'Z'], default: 'Z' }
      default:
        return this.#renamed(type)
    }
  }
}

/** A default that a type takes; undefined where there is no simple one. */
function defaultOf(type: unknown): unknown {
  if (Array.isArray(type)) return null
  const defaults: Readonly<Record<string, unknown>> = {
    int: 0,
    long: 0,
    float: 0.5,
    double: 0.5,
    string: '',
    bytes: '',
    boolean: false,
    null: null,
  }
  if (typeof type === 'string') return defaults[type]
  const kind = (type as Json).type
  if (kind === 'array') return []
  return kind === 'map' ? {} : undefined
}

interface Message {
  readonly name: string
  readonly fields: readonly Member[]
  readonly reserved: readonly number[]
}

interface Member {
  readonly label: '' | 'optional ' | 'repeated ' | 'required '
  readonly type: string
  readonly name: string
  readonly number: number
  readonly oneof?: string
}

const protobufTypes = [
  'int32',
  'int64',
  'uint32',
  'sint32',
  'sint64',
  'bool',
  'string',
  'bytes',
  'fixed32',
  'sfixed32',
  'fixed64',
  'float',
  'double',
  'Kind',
  'Part',
  'map<string, int32>',
  'map<string, string>',
]

class ProtobufDraw {
  readonly #draw: Draw

  constructor(draw: Draw) {
    this.#draw = draw
  }

  file(): Message[] {
    return ['Root', 'Part', 'Other'].map(name => {
      const count = this.#draw.pick([1, 2, 3, 4])
      return {
        name,
        fields: Array.from({ length: count }, (_, index) => this.#member(index + 1)),
        reserved: [],
      }
    })
  }

  changed(file: readonly Message[]): Message[] {
    if (file.length > 2 && this.#draw.chance(0.08)) return file.slice(0, 2)
    return withOne(this.#draw, file, message => this.#changedMessage(message))
  }

  #member(number: number): Member {
    const type = this.#draw.pick(protobufTypes)
    const label = type.startsWith('map') ? '' : this.#draw.pick(['', '', 'repeated '] as const)
    return { label, type, name: `f${number}`, number }
  }

  #changedMessage(message: Message): Message {
    const draw = this.#draw
    const { fields, reserved } = message
    const next = Math.max(0, ...fields.map(({ number }) => number), ...reserved) + 1
    switch (draw.pick(['add', 'drop', 'reserve', 'type', 'type', 'name', 'label', 'oneof', 'number'])) {
      case 'add':
        return { ...message, fields: [...fields, this.#member(next)] }
      case 'drop':
        return { ...message, fields: withoutOne(draw, fields) }
      case 'reserve': {
        const kept = withoutOne(draw, fields)
        const gone = fields.filter(field => !kept.includes(field)).map(({ number }) => number)
        return { ...message, fields: kept, reserved: [...reserved, ...gone] }
      }
      case 'name':
        return this.#withMember(message, member => ({ ...member, name: `${member.name}x` }))
      case 'label':
        return this.#withMember(message, ({ oneof: _, ...member }) => ({
          ...member,
          label: member.type.startsWith('map') || member.label === 'repeated ' ? '' : 'repeated ',
        }))
      case 'oneof':
        return this.#joined(message)
      case 'number':
        return this.#withMember(message, member => ({ ...member, number: next }))
      default:
        return this.#withMember(message, ({ oneof: _, ...member }) => ({
          ...member,
          label: '',
          type: draw.pick(protobufTypes),
        }))
    }
  }

  #withMember(message: Message, change: (member: Member) => Member): Message {
    return message.fields.length === 0 ? message : { ...message, fields: withOne(this.#draw, message.fields, change) }
  }

  /** Some members in a oneof, or one of them out of it. */
  #joined(message: Message): Message {
    const fits = ({ label, type }: Member): boolean => label === '' && !type.startsWith('map')
    const share = this.#draw.pick([0.3, 1])
    return {
      ...message,
      fields: message.fields.map(({ oneof: _, ...member }) =>
        fits(member) && this.#draw.chance(share) ? { ...member, oneof: 'choice' } : member,
      ),
    }
  }
}

function printProtobuf(file: readonly Message[]): string {
  const line = ({ label, type, name, number }: Member): string => `  ${label}${type} ${name} = ${number};`
  const body = ({ fields, reserved }: Message): string[] => {
    const inside = fields.filter(({ oneof }) => oneof !== undefined)
    return [
      ...(reserved.length > 0 ? [`  reserved ${reserved.join(', ')};`] : []),
      ...fields.filter(({ oneof }) => oneof === undefined).map(line),
      ...(inside.length > 0 ? ['  oneof choice {', ...inside.map(line), '  }'] : []),
    ]
  }
  return [
    'syntax = "proto3";',
    'package shop;',
    ...file.flatMap(message => [`message ${message.name} {`, ...body(message), '}']),
    'enum Kind {',
    '  NONE = 0;',
    '}',
    '',
  ].join('\n')
}

class JsonDraw {
  readonly #draw: Draw

  constructor(draw: Draw) {
    this.#draw = draw
  }

  schema(): Json {
    return this.#object(2)
  }

  #object(depth: number): Json {
    const draw = this.#draw
    const names = ['a', 'b', 'c', 'd'].slice(0, draw.pick([1, 2, 3]))
    return {
      type: 'object',
      properties: Object.fromEntries(names.map(name => [name, this.#type(depth - 1)])),
      ...(draw.chance(0.4) ? { required: [draw.pick(names)] } : {}),
      ...this.#content(),
    }
  }

  #content(): Json {
    return this.#draw.pick([{}, { additionalProperties: false }, { additionalProperties: { type: 'string' } }])
  }

  #type(depth: number): Json {
    const draw = this.#draw
    switch (draw.pick(['string', 'number', 'integer', 'boolean', 'enum', 'array', 'object', 'anyOf', 'const'])) {
      case 'string':
        return {
          type: 'string',
          ...draw.pick([
            {},
            { maxLength: draw.pick([5, 10]) },
            { minLength: draw.pick([1, 3]) },
            { pattern: draw.pick(['^a', '^b']) },
          ]),
        }
      case 'number':
        return { type: 'number', ...draw.pick([{}, { minimum: draw.pick([0, 5]) }, { maximum: draw.pick([10, 20]) }]) }
      case 'integer':
        return {
          type: 'integer',
          ...draw.pick([{}, { multipleOf: draw.pick([2, 3, 6]) }, { minimum: draw.pick([0, 5]) }]),
        }
      case 'enum':
        return { enum: ['x', 'y', 'z'].slice(0, draw.pick([1, 2, 3])) }
      case 'const':
        return { const: draw.pick(['x', 'y']) }
      case 'array':
        return depth > 0
          ? { type: 'array', items: this.#type(depth - 1), ...draw.pick([{}, { maxItems: 3 }]) }
          : { type: 'boolean' }
      case 'object':
        return depth > 0 ? this.#object(depth) : { type: 'boolean' }
      case 'anyOf':
        return depth > 0
          ? {
              [draw.pick(['anyOf', 'oneOf'])]: [{ type: 'string' }, { type: 'integer' }].slice(0, draw.pick([1, 2, 2])),
            }
          : { type: 'string' }
      default:
        return { type: 'boolean' }
    }
  }

  changed(schema: Json): Json {
    const draw = this.#draw
    if (schema.type !== 'object') return this.#changedValue(schema)
    const properties = Object.entries(schema.properties ?? {})
    const having = (entries: readonly (readonly [string, Json])[]): Json => ({
      ...schema,
      properties: Object.fromEntries(entries),
      ...('required' in schema
        ? { required: schema.required.filter(name => entries.some(([own]) => own === name)) }
        : {}),
    })
    switch (draw.pick(['add', 'drop', 'inside', 'inside', 'inside', 'required', 'content'])) {
      case 'add':
        return having([...properties, [`n${properties.length}`, this.#type(1)]])
      case 'drop':
        return having(withoutOne(draw, properties))
      case 'required':
        return { ...schema, required: draw.chance(0.5) ? [] : properties.map(([name]) => name) }
      case 'content': {
        const { additionalProperties: _, ...open } = schema
        return { ...open, ...this.#content() }
      }
      default:
        return properties.length === 0
          ? schema
          : having(withOne(draw, properties, ([name, type]) => [name, this.changed(type as Json)] as const as never))
    }
  }

  #changedValue(schema: Json): Json {
    const draw = this.#draw
    if ('items' in schema && draw.chance(0.6)) return { ...schema, items: this.changed(schema.items as Json) }
    if ('enum' in schema && draw.chance(0.7)) return { enum: ['w', 'x', 'y', 'z'].slice(draw.pick([0, 1, 2])) }
    for (const key of ['anyOf', 'oneOf'])
      if (key in schema && draw.chance(0.7))
        return {
          [key]: draw.pick([
            [{ type: 'string' }],
            [{ type: 'string' }, { type: 'integer' }, { type: 'boolean' }],
            [{ type: 'boolean' }, { type: 'string' }],
          ]),
        }
    if (schema.type === 'integer' && draw.chance(0.4)) return { ...schema, type: 'number' }
    if (schema.type === 'number' && draw.chance(0.4)) return { ...schema, type: 'integer' }
    return this.#type(1)
  }
}
