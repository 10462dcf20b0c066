import data from '../knowledge/terraform-modules.yaml'
import { knownValue, wholeOf } from '../model/fact.ts'
import { down, isThere } from '../formats/cursor.ts'
import type { Cursor, Part } from '../formats/position.ts'
import { text } from '../formats/values.ts'
import { mapOf, scalarOf, unnamed } from '../formats/made.ts'

interface PublicModule {
  readonly sources: readonly string[]
  readonly resource: string
  readonly arguments: Readonly<Record<string, string>>
  readonly defaults?: Readonly<Record<string, string>>
}

const { modules } = data() as { modules: readonly PublicModule[] }

/** The resource that the call of a public module stands for, its arguments under the names that they have there; undefined for any other call. */
export function asResource(body: Cursor): { type: string; body: Cursor } | undefined {
  const source = knownValue(text(down(body, 'source')))
    ?.replace(/^(?:git::)?(?:(?:https?|ssh):\/\/)?(?:git@)?/, '')
    .replace(/\.git(?=\/\/|\?|$)/, '')
    .replace('github.com:', 'github.com/')
    .replace(/^(?:registry\.terraform\.io|registry\.opentofu\.org)\//, '')
  const known =
    source === undefined ? undefined : modules.find(({ sources }) => sources.includes(source.replace(/\?.*/s, '')))
  if (!known) return undefined
  const given = Object.entries(known.arguments).flatMap(([argument, path]): Placed[] => {
    const cursor = down(body, argument)
    return isThere(cursor) || cursor.unseen ? [{ path: path.split('.'), part: unnamed(cursor) }] : []
  })
  const defaults = Object.entries(known.defaults ?? {}).flatMap(([path, value]): Placed[] =>
    given.some(one => one.path.join('.') === path)
      ? []
      : [{ path: path.split('.'), part: { name: '', key: undefined, cursor: scalarOf(body, value) } }],
  )
  const made = build(body, [...given, ...defaults])
  const attribute = wholeOf('terraform', known.resource)
  return { type: known.resource, body: { ...made, near: body.near, key: body.key, attribute } }
}

interface Placed {
  readonly path: readonly string[]
  readonly part: Part
}

/** A map of maps from values with their paths. */
function build(at: Cursor, placed: readonly Placed[]): Cursor {
  const names = [...new Set(placed.map(({ path }) => path[0] ?? ''))]
  return mapOf(
    at,
    names.map((name): Part => {
      const below = placed.filter(({ path }) => path[0] === name)
      const [only] = below
      if (only && below.length === 1 && only.path.length === 1) return { ...only.part, name }
      return {
        name,
        key: only?.part.key,
        cursor: {
          ...build(
            at,
            below.map(({ path, part }) => ({ path: path.slice(1), part })),
          ),
          key: only?.part.key ?? at.key,
        },
      }
    }),
  )
}
