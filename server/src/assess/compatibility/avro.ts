import { uniqueBy } from '../../text/order.ts'
import type { AvroField, AvroNamed, AvroType, Contract } from '../../model/contract.ts'
import { differing, type Difference, type Standing } from './difference.ts'

type AvroContract = Extract<Contract, { language: 'avro' }>
type Of<K extends AvroNamed['kind']> = Extract<AvroNamed, { kind: K }>

/** What a reader takes of other primitive types beside its own. Source: Avro specification 1.12, "Schema Resolution". */
const promotions = new Map([
  ['long', ['int']],
  ['float', ['int', 'long']],
  ['double', ['int', 'long', 'float']],
  ['string', ['bytes']],
  ['bytes', ['string']],
])

/** Why a reader cannot read what was written; empty where it can, or where types of other files decide. Source: Avro specification 1.12, "Schema Resolution". */
export function avroDifferences(reader: AvroContract, writer: AvroContract): Difference[] {
  const comparison = new AvroComparison(reader.named, writer.named)
  const [own, other] = [reader.types[0], writer.types[0]]
  if (own && other && reader.types.length === 1 && writer.types.length === 1)
    return comparison.types(own, other, { subject: nameOf(own), reader: own.at, writer: other.at })
  // Of several, those of one name are compared.
  return reader.types.flatMap(type => {
    const before = writer.types.find(candidate => nameOf(candidate) === nameOf(type))
    return before ? comparison.types(type, before, { subject: nameOf(type), reader: type.at, writer: before.at }) : []
  })
}

class AvroComparison {
  readonly #reader: ReadonlyMap<string, AvroNamed>
  readonly #writer: ReadonlyMap<string, AvroNamed>
  /** Pairs of names that have been compared, or are being compared: what they hold is said once. */
  readonly #seen: Set<string>

  constructor(
    reader: ReadonlyMap<string, AvroNamed>,
    writer: ReadonlyMap<string, AvroNamed>,
    seen: Iterable<string> = [],
  ) {
    this.#reader = reader
    this.#writer = writer
    this.#seen = new Set(seen)
  }

  types(reader: AvroType, writer: AvroType, at: Standing): Difference[] {
    const here = { ...at, reader: reader.at, writer: writer.at }
    if (writer.kind === 'union') return this.#fromUnion(reader, writer.branches, here)
    if (reader.kind === 'union') return this.#intoUnion(reader, writer, here)
    if (reader.kind === 'primitive' && writer.kind === 'primitive') return primitives(reader, writer, here)
    if ((reader.kind === 'array' || reader.kind === 'map') && reader.kind === writer.kind)
      return this.types(reader.of, writer.of, here)
    if (reader.kind === 'named' && writer.kind === 'named') return this.#named(reader, writer, here)
    return this.#isElsewhere(reader, writer)
      ? []
      : [differing(here, 'type-changed', avroText(reader), avroText(writer))]
  }

  /** Whether one of two types stands in another file. */
  #isElsewhere(reader: AvroType, writer: AvroType): boolean {
    return (
      (reader.kind === 'named' && !this.#reader.has(reader.fullName)) ||
      (writer.kind === 'named' && !this.#writer.has(writer.fullName))
    )
  }

  #fromUnion(reader: AvroType, branches: readonly AvroType[], at: Standing): Difference[] {
    const unread = branches.filter(branch => this.#attempt(reader, branch, at).length > 0)
    const [only] = unread
    // With one branch on either side, what stands in it says more.
    if (only && reader.kind !== 'union' && branches.length === 1) return this.types(reader, only, at)
    return unread.map(branch => this.#branch(reader, branch, at))
  }

  #intoUnion(reader: AvroType & { kind: 'union' }, writer: AvroType, at: Standing): Difference[] {
    if (reader.branches.some(branch => this.#attempt(branch, writer, at).length === 0)) return []
    // A branch of the same name shows what is wrong inside.
    const same = reader.branches.find(branch => branch.kind === writer.kind && nameOf(branch) === nameOf(writer))
    return same ? this.types(same, writer, at) : [this.#branch(reader, writer, at)]
  }

  #branch(reader: AvroType, writer: AvroType, at: Standing): Difference {
    return differing(at, 'branch-unknown', avroText(reader), avroText(writer))
  }

  /** What would be said beyond what has been; nothing of it is noted as said. */
  #attempt(reader: AvroType, writer: AvroType, at: Standing): Difference[] {
    const attempt = new AvroComparison(this.#reader, this.#writer, this.#seen)
    return attempt.types(reader, writer, at).filter(({ what }) => what !== 'meaning-changed')
  }

  #named(reader: AvroType & { kind: 'named' }, writer: AvroType & { kind: 'named' }, at: Standing): Difference[] {
    const [own, other] = [this.#reader.get(reader.fullName), this.#writer.get(writer.fullName)]
    if (!own || !other) return []
    const pair = `${reader.fullName}<${writer.fullName}`
    if (this.#seen.has(pair)) return []
    this.#seen.add(pair)
    return this.#definitions(own, other, { ...at, reader: own.at, writer: other.at })
  }

  #definitions(reader: AvroNamed, writer: AvroNamed, at: Standing): Difference[] {
    if (reader.kind !== writer.kind) return [differing(at, 'type-changed', reader.kind, writer.kind)]
    if (simple(reader.fullName) !== simple(writer.fullName) && !reader.aliases.includes(writer.fullName))
      return [differing(at, 'type-renamed', reader.fullName, writer.fullName)]
    if (reader.kind === 'enum') return symbols(reader, writer as Of<'enum'>, at)
    if (reader.kind === 'fixed') return sizes(reader, writer as Of<'fixed'>, at)
    // Of fields of one name, which is an error of its own, the first of both sides are compared.
    return uniqueBy(reader.fields, ({ name }) => name).flatMap(field =>
      this.#field(field, writer as Of<'record'>, reader, at),
    )
  }

  #field(field: AvroField, writer: Of<'record'>, reader: Of<'record'>, at: Standing): Difference[] {
    const subject = `${simple(reader.fullName)}.${field.name}`
    const here = { subject, reader: field.at, writer: at.writer }
    const names = [field.name, ...field.aliases]
    const written = writer.fields.find(({ name }) => names.includes(name))
    if (written) return this.types(field.type, written.type, { ...here, writer: written.at })
    return field.hasDefault ? [] : [differing(here, 'field-without-default', avroText(field.type))]
  }
}

function primitives(
  reader: AvroType & { kind: 'primitive' },
  writer: AvroType & { kind: 'primitive' },
  at: Standing,
): Difference[] {
  if (reader.name !== writer.name && !promotions.get(reader.name)?.includes(writer.name))
    return [differing(at, 'type-changed', avroText(reader), avroText(writer))]
  return reader.logical !== '' && writer.logical !== '' && reader.logical !== writer.logical
    ? [differing(at, 'meaning-changed', reader.logical, writer.logical)]
    : []
}

function symbols(reader: Of<'enum'>, writer: Of<'enum'>, at: Standing): Difference[] {
  const unknown = writer.symbols.filter(symbol => !reader.symbols.includes(symbol))
  return unknown.length === 0 || reader.fallback !== undefined
    ? []
    : [differing(at, 'symbols-unknown', reader.symbols.join(', '), unknown.join(', '))]
}

function sizes(reader: Of<'fixed'>, writer: Of<'fixed'>, at: Standing): Difference[] {
  if (reader.size !== writer.size) return [differing(at, 'size-changed', reader.size, writer.size)]
  return reader.logical !== '' && writer.logical !== '' && reader.logical !== writer.logical
    ? [differing(at, 'meaning-changed', reader.logical, writer.logical)]
    : []
}

const simple = (name: string): string => name.slice(name.lastIndexOf('.') + 1)

function nameOf(type: AvroType): string {
  if (type.kind === 'named') return simple(type.fullName)
  return type.kind === 'primitive' ? type.name : type.kind
}

/** A type as its users call it. */
function avroText(type: AvroType): string {
  switch (type.kind) {
    case 'primitive':
      return type.logical === '' ? type.name : `${type.name} (${type.logical})`
    case 'named':
      return simple(type.fullName)
    case 'union':
      return type.branches.map(avroText).join(' | ')
    default:
      return `${type.kind}<${avroText(type.of)}>`
  }
}
