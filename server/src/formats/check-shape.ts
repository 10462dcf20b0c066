import type { Flaw } from '../model/configuration.ts'
import { resolveShape, type Format, type Shape } from '../knowledge/shape.ts'
import { tableOf } from '../text/table.ts'
import { compileGlob } from '../text/glob.ts'
import { compileJavaPattern } from '../text/java-pattern.ts'
import { entries, isThere, items } from './cursor.ts'
import { placeHere, type Cursor } from './position.ts'

/** What a text of a format has to be, for those who wrote another one. */
const formats: Readonly<Record<Format, { readonly takes: (text: string) => boolean; readonly expected: string }>> = {
  glob: {
    takes: text => compileGlob(text) !== undefined,
    expected: 'a path with *, **, ?, {a,b} or [abc], such as dev/**',
  },
  regex: {
    takes: text => compileJavaPattern(text) !== undefined,
    expected: 'a regular expression as Kafka takes, without look-behind or references',
  },
}

/** Compares what is written with a shape; each flaw stands at the key or value that is wrong. */
export function checkShape(cursor: Cursor, shape: Shape, root: Shape = shape): Flaw[] {
  const wanted = resolveShape(shape, root)
  if (wanted.oneOf) {
    const attempts = wanted.oneOf.map(option => checkShape(cursor, option, root))
    const kinds = wanted.oneOf.map(option => resolveShape(option, root).type)
    return attempts.find(flaws => flaws.length === 0) ?? attempts[kinds.indexOf(kindOf(cursor))] ?? attempts[0] ?? []
  }
  const { tree } = cursor
  if (!tree) return []
  const at = placeHere(cursor)
  const wrong = (expected: string): Flaw[] => [
    {
      at,
      what: 'wrong-value',
      subject: tree.kind === 'scalar' ? tree.text : (cursor.path.at(-1)?.toString() ?? ''),
      expected,
    },
  ]
  switch (wanted.type) {
    case 'object':
      return tree.kind === 'map' ? checkMap(cursor, wanted, root) : wrong('a map of keys and values')
    case 'array':
      return tree.kind === 'list'
        ? items(cursor).flatMap(item => checkShape(item, wanted.items ?? {}, root))
        : wrong('a list')
    default:
      return tree.kind === 'scalar' ? expectedOf(tree.text, wanted).flatMap(wrong) : wrong('a single value')
  }
}

/** What a single value should be instead; nothing where it is right. */
function expectedOf(text: string, wanted: Shape): string[] {
  if (wanted.enum && !wanted.enum.map(String).includes(text)) return [wanted.enum.join(' | ')]
  if (wanted.format && !formats[wanted.format].takes(text)) return [formats[wanted.format].expected]
  if (wanted.pattern && !new RegExp(wanted.pattern).test(text))
    return [wanted.description?.split('.')[0] ?? `the form ${wanted.pattern}`]
  return []
}

function checkMap(cursor: Cursor, shape: Shape, root: Shape): Flaw[] {
  const written = entries(cursor)
  const unknown = written.flatMap((entry): Flaw[] => {
    const known =
      shape.properties && Object.hasOwn(shape.properties, entry.name)
        ? shape.properties[entry.name]
        : shape.additionalProperties
    if (typeof known === 'object') return checkShape(entry, known, root)
    return known === false && entry.key
      ? [
          {
            at: entry.key,
            what: 'unknown-key',
            subject: entry.name,
            expected: Object.keys(shape.properties ?? {})
              .filter(key => !written.some(other => other.name === key))
              .join(', '),
          },
        ]
      : []
  })
  const missing = (shape.required ?? []).filter(key => !written.some(entry => entry.name === key && isThere(entry)))
  const first = written[0]?.key ?? cursor.key ?? cursor.near
  return [...unknown, ...missing.map((key): Flaw => ({ at: first, what: 'missing-key', subject: key, expected: key }))]
}

const kindOf = ({ tree }: Cursor): Shape['type'] => shapes.get(tree?.kind ?? 'scalar') ?? 'string'

const shapes = tableOf<'object' | 'array'>({ map: 'object', list: 'array' })
