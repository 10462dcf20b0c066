import type { Block } from './blocks.ts'
import type { Piece } from './values.ts'
import { endOfLine, wordsFrom } from './words.ts'

/** What variables hold; undefined where that is not one text. */
export type Names = ReadonlyMap<string, Piece | undefined>

/** `NAME=value` of shells, perhaps exported; `NAME := value` and `NAME ?= value` of make; `$name = 'value'` of PowerShell. */
const assignment =
  /(?:^|[;&|{(])[ \t]*(?:(?:then|do|else)[ \t]+)?(?:(?:(export|readonly|local|declare|typeset|set|SET)[ \t]+(?:-\w+[ \t]+)?)|\$)?([A-Za-z_]\w*)[ \t]*([:?]?)=(?!\()[ \t]*("[^"\n]*"|'[^'\n]*'|(?:\$\{[^{}\n]*\}|\$(?!\{)|[^\s;#&|"'$])*)/gm
const reading =
  /(?:\bIFS=(?:["'](.)["']|\\?([^\s"']))[ \t]+)?\bread[ \t]+((?:-?\w+[ \t]+)+)<<<[ \t]*"?\$\{?(\w+(?:\[["']?\$\{?\w+\}?["']?\])?)\}?"?/g
const cutting =
  /^[ \t]*(?:(?:local|declare|typeset|export|readonly)[ \t]+)?(\w+)=["']?\$\([ \t]*(?:echo|printf)[ \t]+(?:-n[ \t]+|["']?%s(?:\\n)?["']?[ \t]+)?"?\$\{?(\w+)\}?"?[ \t]*\|[ \t]*(?:cut[ \t]+(?:-d[ \t]*["']?([^\s"'])["']?[ \t]+-f[ \t]*(\d)|-f[ \t]*(\d)[ \t]+-d[ \t]*["']?([^\s"'])["']?)|awk[ \t]+-F[ \t]*["']?([^\s"'])["']?[ \t]+'\{[ \t]*print[ \t]+\$(\d)[ \t]*\}')[ \t]*\)/gm

/** What each function of a script, and the script itself, sets a variable to; undefined where that is not one text. */
export function setIn(
  text: string,
  ownerOf: (offset: number) => Block | undefined,
): ReadonlyMap<Block | undefined, Names> {
  const found = new Map<Block | undefined, Map<string, Piece | undefined>>()
  const put = (owner: Block | undefined, name: string, piece: Piece): void => {
    const all = found.get(owner) ?? new Map<string, Piece | undefined>()
    all.set(name, all.has(name) && !isSame(all.get(name), piece) ? undefined : piece)
    found.set(owner, all)
  }
  const cuts = cutIn(text)
  for (const { name, at, piece } of [...cuts, ...readIn(text)]) put(ownerOf(at), name, piece)
  const isCut = new Set(cuts.map(({ at }) => at))
  for (const { name, at, piece, how } of assignedIn(text)) {
    if (isCut.has(at)) continue
    const owner = ownerOf(at)
    if (owner) put(owner, name, piece)
    if (!owner || !isOfFunction.test(how)) put(undefined, name, piece)
  }
  for (const { name, at } of takenFromElsewhere(text))
    for (const owner of [ownerOf(at), undefined]) found.get(owner)?.delete(name)
  return found
}

const isOfFunction = /^(?:local|declare|typeset)$/

/** A variable that is set. */
interface Setting {
  readonly name: string
  readonly at: number
  readonly piece: Piece
}

function assignedIn(text: string): (Setting & { readonly how: string })[] {
  const asked = new Set([...text.matchAll(/-z[ \t]+"?\$\{?(\w+)/g)].map(([, name = '']) => name))
  return [...text.matchAll(assignment)].flatMap(match => {
    const [whole, how = '', name = '', mark, written = ''] = match
    const quoted = /^["']/.test(written)
    const value = quoted ? written.slice(1, -1) : written
    const end = match.index + whole.length - (quoted ? 1 : 0)
    const span = { start: end - value.length, end }
    const mayBeGiven = mark === '?' || asked.has(name)
    const at = match.index + whole.search(/\S/)
    const more = how === '' ? [] : furtherIn(text, match.index + whole.length)
    return [
      { how, name, at, piece: { text: mayBeGiven ? `\${${name}:-${value}}` : value, span } },
      ...more.map(one => ({ how, at, ...one })),
    ]
  })
}

/** What one command sets beside its first variable: `local a=$1 b=$2`. */
const furtherIn = (text: string, from: number): Pick<Setting, 'name' | 'piece'>[] =>
  wordsFrom(text, from, '\n').words.flatMap(({ text: written, span }) => {
    const [, name, value] = /^([A-Za-z_]\w*)=(.*)$/s.exec(written) ?? []
    if (name === undefined || value === undefined) return []
    // Quotes stand around the value alone.
    const end = span.end - (span.end - span.start > written.length ? 1 : 0)
    return [{ name, piece: { text: value, span: { start: end - value.length, end } } }]
  })

/** Variables that a program cuts out of another one. */
const cutIn = (text: string): Setting[] =>
  [...text.matchAll(cutting)].map(match => {
    const [whole, name = '', of = '', byFirst, fieldLast, fieldFirst, byLast, byAwk, fieldAwk] = match
    const field = Number(fieldLast ?? fieldFirst ?? fieldAwk) - 1
    const span = { start: match.index, end: match.index + whole.length }
    return {
      name,
      at: match.index + whole.search(/\S/),
      piece: { text: '', span, cut: { of, by: byFirst ?? byLast ?? byAwk ?? '', field } },
    }
  })

/** Variables that are filled with the fields of another one. */
const readIn = (text: string): Setting[] =>
  [...text.matchAll(reading)].flatMap(({ index: at, 0: whole, 1: quoted, 2: bare, 3: written = '', 4: of = '' }) => {
    const fields = written
      .trim()
      .split(/[ \t]+/)
      .filter(word => !word.startsWith('-'))
    const span = { start: at, end: at + whole.length }
    return fields.map((name, field): Setting => {
      const rest = field === fields.length - 1 ? ({ rest: true } as const) : {}
      return { name, at, piece: { text: '', span, cut: { of, by: quoted ?? bare ?? ' ', field, ...rest } } }
    })
  })

const taking =
  /(?:^|[;&|({!]|\b(?:then|do|else|if|until|(while))\b)[ \t]*(?:IFS=(?:["'].["']|\S{0,9})[ \t]+)?(for|read)[ \t]/gm

/** Variables whose values no line of the script writes: of loops, and what somebody types in. */
const takenFromElsewhere = (text: string): Pick<Setting, 'name' | 'at'>[] =>
  [...text.matchAll(taking)].flatMap(({ index, 0: whole, 1: ofLoop, 2: how }) => {
    const at = index + whole.length
    if (ofLoop || text.slice(at, endOfLine(text, at)).includes('<<<')) return []
    const { words } = wordsFrom(text, at, '\n')
    return (how === 'for' ? words.slice(0, 1) : words).map(({ text: name }) => ({ name, at }))
  })

const isSame = (one: Piece | undefined, other: Piece): boolean =>
  one?.text === other.text &&
  one.cut?.of === other.cut?.of &&
  one.cut?.by === other.cut?.by &&
  one.cut?.field === other.cut?.field
