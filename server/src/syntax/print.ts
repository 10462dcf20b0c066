import type { Span } from '../text/span.ts'
import type { Entry, MapTree, ScalarTree, Tree } from './tree.ts'

/** What `kafka-topics --describe` says of a topic, in a line, and `kafka-configs --describe`, in a heading with lines below. */
const described =
  /^Topic: ?[^\s:][^\r\n]*\bReplicationFactor:[^\r\n]*$|^Dynamic configs for topic .*$(?:\r?\n[ \t]+\S.*$)*/gm

/** Cuts what tells of one topic out of a print; what stands between is nobody's. */
export const splitPrint = (text: string): Span[] =>
  [...text.matchAll(described)].map(({ index, 0: found }) => ({ start: index, end: index + found.length }))

const heading = /^Dynamic configs for topic '?([^\s']+)'? (?:are|is):/d
const line = /^Topic: ?(\S+)/d
const factor = /\bReplicationFactor: ?(\d+)/d
const configs = /\bConfigs: ?(\S+)/d
const pair = /(?:^|,)([a-z][\w.-]*)=((?:(?!,[a-z][\w.-]*=).)*)/dg
const lines = /^[ \t]+([a-z][\w.-]*)=(.*?)(?= sensitive=| *$)/dgm

/** Reads one part of a print: `topic`, `replicationFactor` and its `configs`. */
export function readPrint(source: string): Tree {
  const whole = { start: 0, end: source.length }
  const at = (found: RegExpExecArray | null, key: string): Entry[] => {
    const span = found?.indices?.[1]
    return span ? [entry(key, { start: span[0], end: span[0] }, scalar(source, span))] : []
  }
  const list = configs.exec(source)
  const from = list?.indices?.[1]?.[0] ?? 0
  const pairs = list ? pairsOf(source, pair, list[1] ?? '', from) : pairsOf(source, lines, source, 0)
  const bag: MapTree = { kind: 'map', span: whole, entries: pairs }
  return {
    kind: 'map',
    span: whole,
    entries: [
      ...at(heading.exec(source) ?? line.exec(source), 'topic'),
      ...at(factor.exec(source), 'replicationFactor'),
      entry('configs', { start: 0, end: 'Topic'.length }, bag),
    ],
  }
}

const pairsOf = (source: string, pattern: RegExp, text: string, from: number): Entry[] =>
  [...text.matchAll(pattern)].flatMap(({ 1: key = '', indices }): Entry[] => {
    const [, name, value] = indices ?? []
    return name && value
      ? [entry(key, { start: from + name[0], end: from + name[1] }, scalar(source, [from + value[0], from + value[1]]))]
      : []
  })

const entry = (key: string, keySpan: Span, value: Tree): Entry => ({ key, keySpan, value })

const scalar = (source: string, [start, end]: readonly [number, number]): ScalarTree => ({
  kind: 'scalar',
  span: { start, end },
  text: source.slice(start, end),
  quoted: false,
  multiline: false,
})
