import { factsVersion } from '../src/facts/facts-file.ts'
import { fileCoverage, fileFacts, problem } from '../src/facts/model-shapes.ts'
import type { Shape, Taken } from '../src/facts/shape.ts'

type JsonSchema = Readonly<Record<string, unknown>>

/** The JSON schema of what `kafka-review facts` writes: the shape that its reader asks for, in the words in which values are packed. */
export function factsSchema(): object {
  const drawn = new Drawing()
  const items = (of: Shape<unknown>): JsonSchema => ({ type: 'array', items: drawn.shared(of, 'file') })
  const properties = {
    kafkaReviewFacts: { description: 'The version of this form.', const: factsVersion },
    program: { description: 'The version of the program that wrote it.', type: 'string' },
    repository: {
      description: 'What the repository is called; its files are shown below this name.',
      type: 'string',
      pattern: '\\S',
    },
    files: {
      description: 'What each file says, without its text.',
      type: 'array',
      items: open({
        path: {
          description: 'Below the folder of the repository, with / between folders.',
          type: 'string',
          minLength: 1,
        },
        facts: drawn.shared(fileFacts, 'facts'),
      }),
    },
    coverage: { description: 'How far each file was understood.', ...items(fileCoverage) },
    problems: { description: 'What kept files from being read.', ...items(problem) },
  }
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: 'https://unpkg.com/kafka-review/facts.schema.json',
    title: 'Facts of Kafka Review',
    description:
      'What the files of a repository say of Kafka, without their texts and secrets: written by `kafka-review facts`, read by `--facts`. What stands in several places is written once, {"$id": 1, "$is": …}, and named elsewhere, {"$ref": 1}.',
    ...open(properties),
    definitions: { ...fixed, ...drawn.definitions() },
  }
}

/** An object with these members and no others, all of them needed but those that are named. */
const strict = (
  properties: Readonly<Record<string, JsonSchema>>,
  optional: ReadonlySet<string> = new Set(),
): JsonSchema => ({
  type: 'object',
  additionalProperties: false,
  required: Object.keys(properties).filter(name => !optional.has(name)),
  properties,
})

/** An object with these members, and whatever later versions add. */
const open = (properties: Readonly<Record<string, JsonSchema>>): JsonSchema => ({
  type: 'object',
  required: Object.keys(properties),
  properties,
})

const positive = { type: 'integer', minimum: 1 }

/** Line, column and end column, all from 1; with the line of the end before the last where that is another. */
const range = { type: 'array', items: positive, minItems: 3, maxItems: 4 }

const fixed: Readonly<Record<string, JsonSchema>> = {
  place: {
    description:
      'Line, column and end column, or line and column with end line and end column, all from 1; `file` where that is another than that of the whole, `usedBy` where a value is used that stands elsewhere.',
    ...strict(
      { $at: range, file: { type: 'string' }, usedBy: { $ref: '#/definitions/place' } },
      new Set(['file', 'usedBy']),
    ),
  },
  span: { description: 'A stretch of the file itself, written as in a place.', ...strict({ $span: range }) },
  again: { description: 'What stands in the same file under `$id`.', ...strict({ $ref: positive }) },
}

const plain: ReadonlyMap<Taken['is'], JsonSchema> = new Map<Taken['is'], JsonSchema>([
  ['text', { type: 'string' }],
  ['truth', { type: 'boolean' }],
  ['number', { type: 'number' }],
  ['count', { type: 'integer', minimum: 0 }],
  ['place', { $ref: '#/definitions/place' }],
  ['span', { $ref: '#/definitions/span' }],
])

/** Draws shapes as schemas, each once, under the name of the member that it is first met as. */
class Drawing {
  readonly #names = new Map<Shape<unknown>, string>()
  readonly #drawn = new Map<string, JsonSchema>()

  definitions(): JsonSchema {
    return Object.fromEntries([...this.#drawn].sort(([one], [other]) => (one < other ? -1 : 1)))
  }

  /** A value wherever it stands: itself, or named by a number where it stands elsewhere too. */
  shared(of: Shape<unknown>, called: string): JsonSchema {
    const simple = plain.get(of.takes.is)
    if (simple) return simple
    if (of.takes.is === 'values') return { enum: of.takes.values }
    const known = this.#names.get(of)
    if (known !== undefined) return { $ref: `#/definitions/${known}` }
    const name = this.#freeName(called)
    this.#names.set(of, name)
    // It may hold itself: its name is taken before it is drawn.
    this.#drawn.set(name, {})
    this.#drawn.set(name, this.#anywhere(of, name))
    return { $ref: `#/definitions/${name}` }
  }

  #freeName(called: string): string {
    const taken = new Set([...this.#drawn.keys(), ...Object.keys(fixed)])
    let name = called
    for (let next = 2; taken.has(name); next++) name = `${called}-${next}`
    return name
  }

  #anywhere(of: Shape<unknown>, name: string): JsonSchema {
    if (of.takes.is === 'either') return { anyOf: of.takes.of.map(one => this.shared(one, nameOfKind(one) ?? name)) }
    const whole = this.#whole(of.takes, name)
    return { anyOf: [whole, { $ref: '#/definitions/again' }, strict({ $id: positive, $is: whole })] }
  }

  #whole(takes: Taken, name: string): JsonSchema {
    switch (takes.is) {
      case 'object': {
        const members = [...takes.members]
        const optional = members.flatMap(([key, member]) => ('maybe' in member ? [key] : []))
        return strict(
          Object.fromEntries(
            members.map(([key, member]) => [key, this.shared('maybe' in member ? member.maybe : member, key)]),
          ),
          new Set(optional),
        )
      }
      case 'list':
        return { type: 'array', items: this.shared(takes.of, `${name}-item`) }
      case 'table':
        return { type: 'object', additionalProperties: this.shared(takes.of, `${name}-value`) }
      case 'map': {
        const entry = [this.shared(takes.key, `${name}-key`), this.shared(takes.of, `${name}-value`)]
        return strict({
          $map: {
            type: 'array',
            items: { type: 'array', items: entry, minItems: 2, maxItems: 2, additionalItems: false },
          },
        })
      }
      default:
        return strict({ [`$${takes.is}`]: { type: 'string' } })
    }
  }
}

/** What tells one of several kinds apart: the one value of its first member that has just one. */
function nameOfKind({ takes }: Shape<unknown>): string | undefined {
  if (takes.is !== 'object') return undefined
  for (const key of ['kind', 'state']) {
    const member = takes.members.get(key)
    if (member && !('maybe' in member) && member.takes.is === 'values') return String(member.takes.values[0])
  }
  return undefined
}
