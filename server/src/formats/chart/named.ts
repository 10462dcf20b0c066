import { cover } from '../../syntax/mask.ts'
import { syntaxes } from '../../syntax/syntaxes.ts'
import type { Span } from '../../text/span.ts'
import type { Uri } from '../../text/uri.ts'
import { startAt } from '../cursor.ts'
import { scalarOf, textOf } from '../made.ts'
import type { Cursor } from '../position.ts'
import type { Action, Block } from './actions.ts'
import { notTaken } from './branches.ts'
import { readPipeline } from './pipeline.ts'
import { scopeOf } from './scope.ts'
import { isEmpty } from './values.ts'
import { holds, isCursor, leadsTo, type Found, type Here, type Template, type Written } from './work-out.ts'

/** A template with a name: `{{ define "x" }}` to its `end`. */
export interface Definition {
  readonly file: Uri
  readonly written: Written
  readonly block: Block
}

/** The templates with names in a file. */
export const definitionsIn = (file: Uri, written: Written): ReadonlyMap<string, Definition> =>
  new Map(
    written.blocks.flatMap(block => {
      const name = /^["`]([^"`]+)["`]/.exec(block.head)?.[1]
      return /^(?:define|block)$/.test(block.word) && name !== undefined && block.end !== Infinity
        ? [[name, { file, written, block }] as const]
        : []
    }),
  )

/** More uses of named templates in one template are not followed: they may double with each step. */
const mostUses = 5000

/** Follows templates with names, by who knows what is called so from where they are used. */
export function followNamed(find: (name: string) => Definition | undefined): Template['include'] {
  let left = mostUses
  return (name, given, here) => {
    // The library of charts that most charts share gives out a value, filled in.
    if (name === 'common.tplvalues.render')
      return given instanceof Map ? filled(given.get('value') as Found) : undefined
    const found = left-- > 0 ? find(name) : undefined
    return found && givenOut(found, given, here)
  }
}

/** A value that holds no template of its own. */
const filled = (value: Found): Cursor | undefined =>
  isCursor(value) && (value.tree?.kind !== 'scalar' || textOf(value) !== undefined) ? value : undefined

/** What stands between actions, or an action that gives something out. */
type Piece = string | Action

/** What a template with a name gives out: the value that its only action leads to, the text of one line, else YAML of its own; undefined where a text cannot be told. */
function givenOut(
  { file, written, block }: Definition,
  given: Found,
  { template: above, from, depth }: Here,
): Cursor | undefined {
  const template: Template = { ...above, ...written, file, given, defined: block }
  const here: Here = { template, rounds: new Map(), from, offset: block.inner, depth: depth + 1 }
  const body: Span = { start: block.inner, end: block.end }
  const off = notTaken(template, body)
  const isOff = ({ start, end }: Span): boolean => off.some(one => one.inner <= start && end <= one.end)
  const pieces = piecesOf(template, body, off)
  const said = pieces.filter(piece => typeof piece !== 'string' || piece.trim() !== '')
  const [first] = said
  const isLine =
    !pieces.some(piece => typeof piece === 'string' && piece.trim().includes('\n')) &&
    !(typeof first === 'string' && beginsEntries.test(first))
  if (isLine && said.some(piece => typeof piece !== 'string')) {
    const isOpen = written.blocks.some(
      one => body.start <= one.start && one.end < body.end && !isOff(one) && holds(one, here) === undefined,
    )
    return isOpen ? undefined : lineOf(said, here)
  }
  const text = cover(
    written.source,
    off.map(({ inner, end }) => ({ start: inner, end, by: ' ' })),
  )
  const source = written.source.slice(body.start, body.end)
  const root = startAt(
    { file, syntax: 'yaml', source, start: body.start, scope: scopeOf(template, new Map()) },
    syntaxes.yaml.read(text.slice(body.start, body.end)),
  )
  // Several use it: nobody changes it for one of them.
  return { ...root, origin: { ...root.origin, kind: 'borrowed' } }
}

/** An entry of a map or an item of a list, with what stands behind it. */
const beginsEntries = /^\s*(?:-\s|["']?[\w./-]+["']?:\s)/

/** A line of texts and values. */
function lineOf(said: readonly Piece[], here: Here): Cursor | undefined {
  const [only, ...more] = said
  const valueAt = (action: Action): Cursor | undefined =>
    leadsTo(readPipeline(action.words), { ...here, offset: action.start })
  if (only !== undefined && typeof only !== 'string' && more.length === 0) return valueAt(only)
  let line = ''
  for (const piece of said) {
    const text = typeof piece === 'string' ? piece : textAt(valueAt(piece))
    if (text === undefined) return undefined
    line += text
  }
  return scalarOf(here.from, line.trim())
}

const textAt = (value: Cursor | undefined): string | undefined => (value && !isEmpty(value) ? textOf(value) : undefined)

/** Actions that give nothing out. */
const silent = /^(?:if|else|end|range|with|define|block|\/\*|\$\w*\s*(?:,\s*\$\w+\s*)?:?=)/

/** What a stretch of a template gives out, without branches that are not taken and the white space that actions take away. */
function piecesOf({ source, actions }: Written, body: Span, off: readonly Block[]): Piece[] {
  const pieces: Piece[] = []
  let text = ''
  let at = body.start
  let trims = false
  const add = (until: number): void => {
    const written = source.slice(at, until)
    text += trims ? written.trimStart() : written
  }
  for (const action of actions) {
    const { start, end, words } = action
    if (start < at || end > body.end) continue
    add(start)
    if (source.startsWith('{{-', start)) text = text.trimEnd()
    const skipped = off.find(({ inner }) => inner === end)
    at = skipped?.end ?? end
    trims = !skipped && source.startsWith('-}}', end - 3)
    if (silent.test(words) || source.slice(start, start + 6).includes('/*')) continue
    if (text !== '') pieces.push(text)
    pieces.push(action)
    text = ''
  }
  add(body.end)
  return text === '' ? pieces : [...pieces, text]
}
