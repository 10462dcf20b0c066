import data from '../knowledge/terraform-modules.yaml'
import { knownValue, wholeOf } from '../model/fact.ts'
import { completedBy, down, isThere } from '../formats/cursor.ts'
import type { Cursor, Part } from '../formats/position.ts'
import { text } from '../formats/values.ts'
import { mapOf, scalarOf, unnamed } from '../formats/made.ts'
import { wordsOf } from '../text/words.ts'

/** What the arguments of a module mean in the resource that it makes. */
interface Meant {
  readonly resource: string
  readonly arguments: Readonly<Record<string, string>>
  readonly defaults?: Readonly<Record<string, string>>
}

/** By what the call of a module that nobody has looked up is known. */
interface Shape {
  /** Of each list it gives one. */
  readonly needs: readonly (readonly string[])[]
  /** Arguments that only such a module has, the beginnings of its machines, words of its source. */
  readonly signs: Readonly<Record<'arguments' | 'machines' | 'words', readonly string[]>>
}

const { modules, unlisted } = data() as {
  readonly modules: readonly (Meant & { readonly sources: readonly string[] })[]
  readonly unlisted: readonly (Meant & Shape)[]
}

/** The resource that the call of a public module stands for, its arguments under the names that they have there; undefined for any other call. Of a module that nobody has looked up and that lies elsewhere, those that are called as the resource's are meant so, and what is not given is open. */
export function asResource(body: Cursor): { type: string; body: Cursor } | undefined {
  const source = knownValue(text(down(body, 'source')))
    ?.replace(/^(?:git::)?(?:(?:https?|ssh):\/\/)?(?:git@)?/, '')
    .replace(/\.git(?=\/\/|\?|$)/, '')
    .replace('github.com:', 'github.com/')
    .replace(/^(?:registry\.terraform\.io|registry\.opentofu\.org)\//, '')
    .replace(/\?.*/s, '')
  if (source === undefined || /^[./]/.test(source)) return undefined
  const listed = modules.find(({ sources }) => sources.includes(source))
  if (listed) return standingFor(listed, body)
  const meant = unlisted.find(one => hasShape(body, source, one))
  return meant && standingFor(meant, completedBy(body, 'what the module decides'), [regionOf(body)])
}

function hasShape(body: Cursor, source: string, { needs, signs, arguments: meant }: Meant & Shape): boolean {
  const isGiven = (argument: string): boolean => isThere(down(body, argument))
  if (!needs.every(spellings => spellings.some(isGiven))) return false
  const machines = Object.keys(meant).filter(argument => meant[argument]?.endsWith('.instance_type'))
  return (
    signs.arguments.some(isGiven) ||
    wordsOf(source).some(word => signs.words.includes(word)) ||
    machines.some(argument => {
      const machine = knownValue(text(down(body, argument)))
      return signs.machines.some(start => machine?.startsWith(start))
    })
  )
}

/** The region that a call gives; where it gives none, the module takes its caller's provider. */
const regionOf = (body: Cursor): Placed => ({ path: ['region'], part: unnamed(down(body, 'region')) })

function standingFor(meant: Meant, body: Cursor, more: readonly Placed[] = []): { type: string; body: Cursor } {
  const every = Object.entries(meant.arguments).flatMap(([argument, path]): Placed[] => {
    const cursor = down(body, argument)
    return isThere(cursor) || cursor.unseen !== body.unseen ? [{ path: path.split('.'), part: unnamed(cursor) }] : []
  })
  const given = [...new Map([...more, ...every].map(one => [one.path.join('.'), one])).values()]
  const defaults = Object.entries(meant.defaults ?? {}).flatMap(([path, value]): Placed[] =>
    given.some(one => one.path.join('.') === path)
      ? []
      : [{ path: path.split('.'), part: { name: '', key: undefined, cursor: scalarOf(body, value) } }],
  )
  const made = build(body, [...given, ...defaults])
  const attribute = wholeOf('terraform', meant.resource)
  return { type: meant.resource, body: { ...made, near: body.near, key: body.key, attribute } }
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
