import type { BreakKind, Contract, Direction, SchemaBreak } from '../model/contract.ts'
import type { Schema } from '../model/entities.ts'
import { knownValue, type Known } from '../model/fact.ts'
import { matchesName } from '../text/match.ts'
import { baseName } from '../text/uri.ts'
import { avroDifferences } from './compatibility/avro.ts'
import type { Difference } from './compatibility/difference.ts'
import { jsonDifferences } from './compatibility/json-schema.ts'
import { protobufDifferences } from './compatibility/protobuf.ts'
import { query } from './db.ts'
import { configurationFor } from './declared.ts'

/** What holds where nobody declares a mode. Source: Confluent Platform 8, "Schema Evolution and Compatibility": the default is BACKWARD. */
const byDefault = 'BACKWARD'

/** In which directions each mode lets versions be read. */
const directions: ReadonlyMap<string, readonly Direction[]> = new Map([
  ['BACKWARD', ['backward']],
  ['FORWARD', ['forward']],
  ['FULL', ['backward', 'forward']],
  ['NONE', []],
])

/** What no registry refuses, and what matters to the new schema only. */
const advice: readonly BreakKind[] = ['meaning-changed', 'number-freed']

/** The mode in which the registry compares versions of a schema: as declared, else its default. */
export const compatibilityOf = query(
  (db, schema: Schema): { readonly mode: string; readonly declared?: Known<string> } => {
    const names = [knownValue(schema.name) ?? '', baseName(schema.file).replace(/\.[a-z]+$/i, '')]
    const declared =
      configurationFor(db, schema.file)?.schemas.find(({ match }) => names.some(name => matchesName(match, name)))
        ?.compatibility ?? schema.compatibility
    return declared ? { mode: declared.value, declared } : { mode: byDefault }
  },
)

/** What breaks those who use the version of a schema that it is compared with, in the order of the text; none where there is none. */
export const breaksOf = query((db, schema: Schema): readonly SchemaBreak[] => {
  const { contract, earlier } = schema
  const wanted = directions.get(compatibilityOf(db, schema).mode.replace('_TRANSITIVE', '')) ?? []
  if (!contract || !earlier) return []
  return wanted
    .flatMap(direction =>
      direction === 'backward'
        ? differencesBetween(contract, earlier).map(backward)
        : differencesBetween(earlier, contract)
            .filter(({ what }) => !advice.includes(what))
            .map(forward),
    )
    .sort((a, b) => a.at.span.start - b.at.span.start)
})

/** Why data that was written with one schema cannot be read with another of the same language; empty where it can. */
export function differencesBetween(reader: Contract, writer: Contract): readonly Difference[] {
  if (reader.language === 'avro' && writer.language === 'avro') return avroDifferences(reader, writer)
  if (reader.language === 'protobuf' && writer.language === 'protobuf') return protobufDifferences(reader, writer)
  return reader.language === 'json' && writer.language === 'json' ? jsonDifferences(reader, writer) : []
}

const backward = ({ what, reader, subject, expects, wrote }: Difference): SchemaBreak => ({
  what,
  at: reader,
  direction: 'backward',
  isRefused: !advice.includes(what),
  subject,
  was: wrote,
  now: expects,
})

const forward = ({ what, writer, subject, expects, wrote }: Difference): SchemaBreak => ({
  what,
  at: writer,
  direction: 'forward',
  isRefused: true,
  subject,
  was: expects,
  now: wrote,
})
