import type { Span } from '../text/span.ts'
import { shift } from '../text/span.ts'
import type { Entry, Tree } from './tree.ts'

/** Cuts a Dockerfile into its stages, each from its `FROM` on; what stands before the first one is nobody's. */
export function splitDockerfile(text: string): Span[] {
  const starts = [...text.matchAll(/^[ \t]*FROM[ \t]/gim)].map(({ index }) => index)
  return starts.map((start, i) => ({ start, end: starts[i + 1] ?? text.length }))
}

/** An instruction with its arguments, over the lines that a backslash joins. */
const instruction = /^[ \t]*(FROM|ENV)[ \t]+((?:[^\\\n]|\\[^\n]|\\[ \t]*\r?\n(?:[ \t]*#[^\n]*\n)*)+)/gim
/** `NAME=value`, the value perhaps in quotes. */
const pair = /(?<![\w.])([A-Za-z_][\w.]*)=("(?:[^"\\]|\\[\s\S])*"|'[^']*'|(?:[^\s\\]|\\\S)*)/g
/** The form of old: all behind the name is its value. */
const single = /^([A-Za-z_][\w.]*)[ \t]+(\S[^\n]*)$/

/** Reads a stage: the image that it begins with under `from`, what it sets by `ENV` under `env`. */
export function readDockerfile(source: string): Tree | undefined {
  const variables: Entry[] = []
  const from: Entry[] = []
  for (const { index, 0: whole, 1: name = '', 2: rest = '' } of source.matchAll(instruction)) {
    const start = index + whole.length - rest.length
    if (/^env$/i.test(name)) variables.push(...variablesIn(rest, start))
    else {
      const image = /^(?:--\S+[ \t]+)*(\S+)/d.exec(rest)
      const [begin, end] = image?.indices?.[1] ?? [0, 0]
      const span = shift({ start: begin, end }, start)
      from.push({ key: 'from', keySpan: { start: index, end: start }, value: valueAt(span, image?.[1] ?? '', false) })
    }
  }
  const whole = { start: 0, end: source.length }
  const env: Tree = { kind: 'map', span: whole, entries: variables }
  return variables.length === 0
    ? undefined
    : { kind: 'map', span: whole, entries: [...from, { key: 'env', keySpan: { start: 0, end: 0 }, value: env }] }
}

function variablesIn(rest: string, start: number): Entry[] {
  const entry = (key: string, at: number, value: string, valueAtIndex: number): Entry => {
    const quoted = /^(["'])([\s\S]*)\1$/.exec(value)?.[2]
    return {
      key,
      keySpan: shift({ start: at, end: at + key.length }, start),
      value: valueAt(
        shift({ start: valueAtIndex, end: valueAtIndex + value.length }, start),
        quoted ?? value,
        quoted !== undefined,
      ),
    }
  }
  const [, key, whole] = single.exec(rest) ?? []
  const value = whole?.trimEnd()
  if (key !== undefined && value !== undefined) return [entry(key, 0, value, rest.indexOf(value, key.length))]
  return [...rest.matchAll(pair)].map(({ index, 1: name = '', 2: text = '' }) =>
    entry(name, index, text, index + name.length + 1),
  )
}

/** A value; one that a build fills in is not known. */
const valueAt = (span: Span, text: string, quoted: boolean): Tree =>
  /\$\{?\w/.test(text)
    ? { kind: 'unresolved', span, text }
    : { kind: 'scalar', span, text, quoted, multiline: text.includes('\n') }
