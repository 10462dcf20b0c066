import type { Span } from '../text/span.ts'
import type { Entry, MapTree, ScalarTree, Tree } from './tree.ts'

/**
 * What `kafka-topics --describe` says of a topic, in a line; `kafka-configs --describe`, in a heading with lines below;
 * `kafka-acls --list` of a resource, the same way; `rpk topic describe`, in a summary with a table; and `kafka-consumer-groups --describe`, in tables.
 */
const described =
  /^Topic: ?[^\s:][^\r\n]*\bReplicationFactor:[^\r\n]*$|^(?:Dynamic|All) configs for topic .*$(?:\r?\n[ \t]+\S.*$)*|^Current ACLs for resource .*$(?:\r?\n[ \t]+\S.*$)*|^NAME[ \t]+\S.*\r?\nPARTITIONS[ \t]+\d+\r?\nREPLICAS[ \t]+\d+(?:\s+CONFIGS\r?\n=+)?(?:\s+KEY[ \t]+VALUE[ \t]+SOURCE.*(?:\r?\n\S.*$)*)?|^GROUP[ \t]+(?:TOPIC|COORDINATOR|CONSUMER-ID)\b.*$(?:\r?\n(?!GROUP[ \t])\S.*$)*/gm

/** Cuts what tells of one topic out of a print; what stands between is nobody's. */
export const splitPrint = (text: string): Span[] =>
  [...text.matchAll(described)].map(({ index, 0: found }) => ({ start: index, end: index + found.length }))

const heading = /^(?:Dynamic|All) configs for topic '?([^\s']+)'? (?:are|is):/d
const count = /\bPartitionCount: ?(\d+)/d
const line = /^Topic: ?(\S+)/d
const factor = /\bReplicationFactor: ?(\d+)/d
const configs = /\bConfigs: ?(\S+)/d
const pair = /(?:^|,)([a-z][\w.-]*)=((?:(?!,[a-z][\w.-]*=).)*)/dg
const lines = /^[ \t]+([a-z][\w.-]*)=(.*?)(?= sensitive=|(?<! ) *$)/dgm
/** With the defaults of the brokers beside: only what is set at the topic itself. */
const ownLines = /^[ \t]+([a-z][\w.-]*)=(.*?)(?= sensitive=.*\bDYNAMIC_TOPIC_CONFIG:)/dgm
const resource = /^Current ACLs for resource `?ResourcePattern\(resourceType=(\w+), name=(.+), patternType=(\w+)\)/d
const allowed = /^[ \t]+\(principal=(.+), host=(\S+), operation=(\w+), permissionType=(\w+)\)/dgm
const group = /^(?!GROUP[ \t])(\S+)[ \t]/dgm

/** Reads one part of a print: a `topic` with `partitions`, `replicationFactor` and its `configs`, a `resource` with the `entries` of its access list, or `groups`. */
export function readPrint(source: string): Tree {
  const whole = { start: 0, end: source.length }
  if (source.startsWith('Current ACLs')) return readAccess(source, whole)
  if (source.startsWith('GROUP')) return readGroups(source, whole)
  if (source.startsWith('NAME')) return readRpk(source, whole)
  const at = (found: RegExpExecArray | null, key: string): Entry[] => {
    const span = found?.indices?.[1]
    return span ? [entry(key, { start: span[0], end: span[0] }, scalar(source, span))] : []
  }
  const list = configs.exec(source)
  const from = list?.indices?.[1]?.[0] ?? 0
  const pairs = list
    ? pairsOf(source, pair, list[1] ?? '', from)
    : pairsOf(source, source.startsWith('All') ? ownLines : lines, source, 0)
  const bag: MapTree = { kind: 'map', span: whole, entries: pairs }
  return {
    kind: 'map',
    span: whole,
    entries: [
      ...at(heading.exec(source) ?? line.exec(source), 'topic'),
      ...at(count.exec(source), 'partitions'),
      ...at(factor.exec(source), 'replicationFactor'),
      entry('configs', { start: 0, end: 'Topic'.length }, bag),
    ],
  }
}

/** The named parts of a match, each where it stands. */
const partsOf = (source: string, found: RegExpMatchArray | null, ...names: readonly string[]): Entry[] =>
  names.flatMap((name, index) => {
    const span = found?.indices?.[index + 1]
    return span ? [entry(name, { start: span[0], end: span[0] }, scalar(source, span))] : []
  })

const summary = /^NAME[ \t]+(\S+)\s+PARTITIONS[ \t]+(\d+)\s+REPLICAS[ \t]+(\d+)/d
const ownRows = /^([a-z][\w.-]*)[ \t]+(\S+)[ \t]+DYNAMIC_TOPIC_CONFIG/dgm

/** What `rpk topic describe` says of a topic: only what is set at the topic itself. */
function readRpk(source: string, whole: Span): Tree {
  const bag: MapTree = { kind: 'map', span: whole, entries: pairsOf(source, ownRows, source, 0) }
  return {
    kind: 'map',
    span: whole,
    entries: [
      ...partsOf(source, summary.exec(source), 'topic', 'partitions', 'replicationFactor'),
      entry('configs', { start: 0, end: 'NAME'.length }, bag),
    ],
  }
}

function readAccess(source: string, whole: Span): Tree {
  const found = resource.exec(source)
  const items = [...source.matchAll(allowed)].map(
    (line): Tree => ({
      kind: 'map',
      span: { start: line.index, end: line.index + line[0].length },
      entries: partsOf(source, line, 'principal', 'host', 'operation', 'permission'),
    }),
  )
  return {
    kind: 'map',
    span: whole,
    entries: [
      ...(found ? partsOf(source, found, 'resource', 'name', 'pattern') : []),
      entry('entries', { start: 0, end: 'Current'.length }, { kind: 'list', span: whole, items }),
    ],
  }
}

function readGroups(source: string, whole: Span): Tree {
  const named = new Map([...source.matchAll(group)].toReversed().map(line => [line[1], line]))
  const items = [...named.values()].toReversed().flatMap(({ indices }) => {
    const span = indices?.[1]
    return span ? [scalar(source, span)] : []
  })
  return {
    kind: 'map',
    span: whole,
    entries: [entry('groups', { start: 0, end: 'GROUP'.length }, { kind: 'list', span: whole, items })],
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
