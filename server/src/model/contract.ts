import type { Place } from './fact.ts'

/** What a schema promises to those who write and read its data, in full; kept only of schemas that are compared with an earlier version. */
export type Contract =
  | { readonly language: 'avro'; readonly types: readonly AvroType[]; readonly named: ReadonlyMap<string, AvroNamed> }
  | {
      readonly language: 'protobuf'
      readonly messages: readonly ProtobufMessage[]
      readonly enums: ReadonlySet<string>
    }
  | { readonly language: 'json'; readonly root: JsonType }

/** A type of Avro where it is used. */
export type AvroType =
  | { readonly kind: 'primitive'; readonly name: string; readonly logical: AvroLogical; readonly at: Place }
  | { readonly kind: 'array' | 'map'; readonly of: AvroType; readonly at: Place }
  | { readonly kind: 'union'; readonly branches: readonly AvroType[]; readonly at: Place }
  /** A record, an enum or a fixed by its full name; one that the file does not define stands in another. */
  | { readonly kind: 'named'; readonly fullName: string; readonly at: Place }

/** A logical type with what measures it: `decimal(10,2)`; empty where there is none. */
export type AvroLogical = string

/** What an Avro schema gives a name to. */
export type AvroNamed = {
  readonly fullName: string
  /** Full names it was known by. */
  readonly aliases: readonly string[]
  readonly at: Place
} & (
  | { readonly kind: 'record'; readonly fields: readonly AvroField[] }
  /** With the symbol that stands for unknown ones, where it has one. */
  | { readonly kind: 'enum'; readonly symbols: readonly string[]; readonly fallback: string | undefined }
  /** Size in bytes. */
  | { readonly kind: 'fixed'; readonly size: string; readonly logical: AvroLogical }
)

/** A field of an Avro record. */
export interface AvroField {
  readonly name: string
  readonly aliases: readonly string[]
  readonly type: AvroType
  readonly hasDefault: boolean
  readonly at: Place
}

/** A message of Protobuf, with those in it. */
export interface ProtobufMessage {
  /** Without its package: `Order.Line`. */
  readonly name: string
  readonly fields: readonly ProtobufField[]
  /** Numbers, ranges (`5-9`, `100-max`) and names that are not to be used again. */
  readonly reserved: readonly string[]
  readonly at: Place
}

/** A field of a Protobuf message. */
export interface ProtobufField {
  readonly number: string
  readonly name: string
  /** As written: `string`, `map<string,Line>`, `.shop.Line`. */
  readonly type: string
  readonly label: 'required' | 'repeated' | 'singular'
  /** The oneof that it is one of. */
  readonly oneof: string | undefined
  readonly at: Place
}

/** A JSON Schema: every keyword that the comparison knows, with its place. */
export interface JsonType {
  readonly at: Place
  /** `true` and `{}` take everything, `false` nothing; `unknown` is what cannot be followed, such as a reference to another file. */
  readonly kind: 'anything' | 'nothing' | 'unknown' | 'schema'
  /** Empty where any type may stand. */
  readonly types: readonly string[]
  readonly typesAt: Place
  /** Numbers and texts by keyword: `maxLength`, `pattern`, `const`. */
  readonly limits: ReadonlyMap<string, JsonLimit>
  readonly values: { readonly of: readonly string[]; readonly at: Place } | undefined
  readonly properties: ReadonlyMap<string, JsonType>
  readonly required: readonly string[]
  /** Patterns of property names, with what stands under them. */
  readonly patterns: ReadonlyMap<string, JsonType>
  readonly additional: JsonType | undefined
  readonly items: JsonType | undefined
  readonly tuple: readonly JsonType[]
  readonly additionalItems: JsonType | undefined
  readonly combined: ReadonlyMap<'allOf' | 'anyOf' | 'oneOf', readonly JsonType[]>
  readonly not: JsonType | undefined
  readonly hasDefault: boolean
  /** Of a reference: what it leads to in the same document. */
  readonly refersTo?: () => JsonType
}

/** A keyword of JSON Schema with its value as written. */
export interface JsonLimit {
  readonly value: string
  readonly at: Place
}

/** Who can no longer read whom: readers of the new schema old data (`backward`), readers of the old schema new data (`forward`). */
export type Direction = 'backward' | 'forward'

/** Something in a schema that breaks those who use an earlier version of it. */
export interface SchemaBreak {
  readonly what: BreakKind
  /** In the new schema: what changed, or what lost something. */
  readonly at: Place
  readonly direction: Direction
  /** Whether a registry in this mode refuses it; else it is advice. */
  readonly isRefused: boolean
  /** The name of what changed. */
  readonly subject: string
  readonly was: string
  readonly now: string
}

/** How a change breaks, in the words of the schema languages. */
export type BreakKind =
  | 'field-without-default'
  | 'type-changed'
  | 'type-renamed'
  | 'symbols-unknown'
  | 'size-changed'
  | 'meaning-changed'
  | 'branch-unknown'
  | 'message-removed'
  | 'number-retyped'
  | 'label-changed'
  | 'required-field'
  | 'required-removed'
  | 'number-freed'
  | 'oneof-joined'
  | 'oneof-field-removed'
  | 'property-required'
  | 'property-into-open'
  | 'property-out-of-closed'
  | 'content-closed'
  | 'limit-narrowed'
  | 'values-narrowed'
  | 'type-narrowed'
  | 'alternatives-changed'
