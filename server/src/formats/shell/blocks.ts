import { openShown } from '../../syntax/script-shown.ts'
import type { Piece } from './values.ts'
import { endOfLine, mostRuns, wordsFrom, type Words } from './words.ts'

/** A function, or a loop. */
export interface Block {
  readonly start: number
  readonly end: number
  /** What a function is called. */
  readonly name?: string
  readonly each?: Each
}

/** What a loop goes over; of lines, what parts their fields. */
export interface Each extends Words {
  readonly variables: readonly string[]
  readonly by?: string
}

const functionHead = /^([ \t]*)(?:function[ \t]+([\w:.-]+)[ \t]*(?:\([ \t]*\))?|([\w:.-]+)[ \t]*\([ \t]*\))\s{0,80}\{/gm
const loopHead = /^([ \t]*)for[ \t]+(\w+)[ \t]+in(?=[ \t])/gm
const lineLoop = /\bwhile[ \t]+(?:IFS=(?:["'](.)["']|\\?([^\s"']))?[ \t]+)?read[ \t]([^\n;]*)/g
const arrayHead = /^[ \t]*(?:(?:local|declare|readonly|typeset|export)[ \t]+(?:-\w+[ \t]+)?)?(\w+)(\+?)=\(/gm
const commandWord = /(?:^|[;&|({])[ \t]*(?:(?:then|do|else|if|sudo|!)[ \t]+)?([A-Za-z_][\w:.-]*)/gm

/** The functions and loops of a script, the outer before those in them. */
export function blocksOf(text: string): Block[] {
  const functions = blocksIn(text, functionHead).map(
    ({ match, start, end }): Block => ({ start, end, name: match[2] ?? match[3] ?? '' }),
  )
  const loops = blocksIn(text, loopHead).map(({ match, start, end }): Block => {
    const variable = match[2] ?? ''
    return { start, end, each: { variables: [variable], ...wordsFrom(text, match.index + match[0].length, '\n') } }
  })
  return [...functions, ...loops, ...readingLoopsIn(text)].sort((one, other) => one.start - other.start)
}

/** What begins with a head and ends where a line as far to the right closes it, or on its own line. */
function blocksIn(text: string, head: RegExp): { match: RegExpExecArray; start: number; end: number }[] {
  const isFunction = head === functionHead
  return [...text.matchAll(head)].flatMap(match => {
    const [whole, indent = ''] = match
    const start = match.index + whole.length
    const lineEnd = endOfLine(text, start)
    const line = text.slice(start, lineEnd)
    if (isFunction ? /\}[ \t]*(?:#.*)?$/.test(line) : /\bdone\b/.test(line)) return [{ match, start, end: lineEnd }]
    const closing = text.indexOf(`\n${indent}${isFunction ? '}' : 'done'}`, start)
    return closing < 0 ? [] : [{ match, start, end: closing }]
  })
}

/** Loops that read lines: those of a text that stands behind them, or lines that nobody knows. */
const readingLoopsIn = (text: string): Block[] =>
  [...text.matchAll(lineLoop)].flatMap((match): Block[] => {
    const [whole, letter, bare, names = ''] = match
    const start = match.index + whole.length
    const line = text.lastIndexOf('\n', match.index) + 1
    const indent = /^[ \t]*/.exec(text.slice(line, start))?.[0] ?? ''
    const end = text.indexOf(`\n${indent}done`, start)
    if (end < 0) return []
    const behind = end + indent.length + 'done'.length + 1
    const variables = names.split(/[ \t]+/).filter(name => /^\w+$/.test(name))
    return [{ start, end, each: { variables, by: letter ?? bare ?? ' ', ...linesFrom(text, behind) } }]
  })

/** The lines of a text that is given to a loop. */
function linesFrom(text: string, from: number): Words {
  const lineEnd = endOfLine(text, from)
  const word = /^[ \t]*<<-?[ \t]*["']?(\w+)/.exec(text.slice(from, lineEnd))?.[1]
  const closing = word === undefined ? undefined : new RegExp(`^[ \\t]*${word}[ \\t]*\\r?$`, 'm')
  const content = text.slice(lineEnd + 1, lineEnd + 1 + longestText)
  const end = closing?.exec(content)
  if (!end) return { words: [], isOpen: true }
  const words: Piece[] = []
  let at = lineEnd + 1
  for (const line of content.slice(0, end.index).split('\n')) {
    const written = line.trim()
    const start = at + line.indexOf(written)
    if (written !== '' && !written.startsWith('#'))
      words.push({ text: written, span: { start, end: start + written.length } })
    at += line.length + 1
  }
  return { words, isOpen: words.length > mostRuns }
}

/** Longer texts are not read line by line. */
const longestText = 20_000

/** An element of an array, with its name where it has one. */
export interface Element {
  readonly name?: Piece
  readonly value: Piece
}

/** The arrays that a script writes down once. */
export function arraysIn(text: string): ReadonlyMap<string, readonly Element[] | undefined> {
  const found = new Map<string, readonly Element[] | undefined>()
  for (const match of text.matchAll(arrayHead)) {
    const [whole, name = '', more] = match
    const { words, isOpen } = wordsFrom(text, match.index + whole.length, ')')
    const known = !isOpen && !words.some(word => /[$`*?]/.test(word.text.replace(/^\[[^\]]*\]=/, '')))
    const before = found.has(name) || more === '+'
    found.set(name, before || !known ? undefined : words.map(elementOf))
  }
  return found
}

function elementOf(word: Piece): Element {
  const [, key, value] = /^\[["']?([^\]"']*)["']?\]=(.*)$/s.exec(word.text) ?? []
  if (key === undefined || value === undefined) return { value: word }
  const { end } = word.span
  return { name: { text: key, span: word.span }, value: { text: value, span: { start: end - value.length, end } } }
}

/** A command that calls a function. */
export interface Call extends Words {
  readonly at: number
}

/** The commands of a script that call one of its functions, with their words. */
export function callsOf(text: string, blocks: readonly Block[]): ReadonlyMap<string, readonly Call[]> {
  const named = new Set(blocks.flatMap(({ name }) => name ?? []))
  const found = new Map<string, Call[]>()
  if (named.size === 0) return found
  const isShown = openShown(text)
  for (const match of text.matchAll(commandWord)) {
    const [whole, name = ''] = match
    const end = match.index + whole.length
    if (!named.has(name) || /^[ \t]*\([ \t]*\)/.test(text.slice(end, end + 20)) || isShown(end - name.length)) continue
    const all = found.get(name) ?? []
    all.push({ at: end - name.length, ...wordsFrom(text, end, '\n') })
    found.set(name, all)
  }
  return found
}
