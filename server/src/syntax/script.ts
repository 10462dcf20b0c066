import type { TextEdit } from '../text/edit.ts'
import { outerOffset, type Embedded } from '../text/embedded.ts'
import { shift, type Span } from '../text/span.ts'
import { setInJson } from './json-write.ts'
import { embedInJson, readJson } from './json.ts'
import { descend, type Entry, type ScalarTree, type Tree } from './tree.ts'
import { openShown } from './script-shown.ts'
import type { Path, Value } from './write.ts'

/** What a script holds that is read: a JSON object, a statement of ksqlDB that makes a connector, a command of Kafka's own tools, one that starts a broker of Redpanda or a container, or that keeps keys, a file that it writes or hands on, the archive of the brokers that it starts. */
const beginning =
  /<<-?[ \t]*["']?(?=[A-Za-z_])|\{(?=\s*\\?")|\bCREATE\s+(?:SOURCE|SINK)\s+CONNECTOR\b|\bCREATE\s+(?:OR\s+REPLACE\s+)?(?:(?:SOURCE|TEMPORARY)\s+)?(?:STREAM|TABLE)\b|\bCREATE\s+(?:SOURCE|SINK)\b(?!\s+(?:CONNECTOR|STREAM|TABLE)\b)|\bkafka-(?:topics|acls|configs|consumer-groups|console-(?:producer|consumer))(?:\.sh)?(?=\s)|\bkafka-server-start(?:\.sh)?(?=\s+\S+\s+(?:\\\s+)?--override\s)|\brpk\s+topic\s+create(?=\s)|\bredpanda\s+start(?=\s)|\bexport(?=[ \t]+(?:KAFKA|CONNECT)_\w+=)|\b(?:docker|podman|nerdctl)\s+(?:container\s+)?run(?=\s)|\bkeytool(?=\s)|\bkafka_(?=(?:2\.1\d|\$)[^\s-]{0,40}-)/gi

/** What is run, rather than handed to something else. */
const isCommand = /^(?:kafka-|rpk|redpanda|export|docker|podman|nerdctl|keytool)/i
const isTool = /^(?:kafka-|rpk)/i

/** Cuts the JSON objects, the `CREATE SOURCE|SINK CONNECTOR` statements and the commands out of a script; what stands between them is nobody's, and so is a command that is only shown. */
export function splitScript(text: string): Span[] {
  const spans: Span[] = []
  const isShown = openShown(text)
  const endOfArchive = openArchives(text, isShown)
  let from = 0
  for (const { index, 0: found } of text.matchAll(beginning)) {
    if (index < from || (isCommand.test(found) && isShown(index))) continue
    const end = endAt(text, index, found, isShown, endOfArchive)
    if (end === undefined) continue
    spans.push({ start: found.startsWith('<<') ? index : beginOfPart(text, from, index, found), end })
    from = end
  }
  return spans
}

/** Where ends what begins at an offset; undefined where it is not read. */
function endAt(
  text: string,
  index: number,
  found: string,
  isShown: (offset: number) => boolean,
  endOfArchive: (index: number) => number | undefined,
): number | undefined {
  if (/^kafka_$/i.test(found)) return endOfArchive(index)
  if (!found.startsWith('<<')) return endOfPart(text, index, found)
  const end = endOfFile(text, index)
  return end === undefined || isShown(end - 1) ? undefined : end
}

/** Tells where the name of an archive of the brokers ends. One of them tells the version: the first that is not only shown, of a script that sets up a broker. */
function openArchives(text: string, isShown: (offset: number) => boolean): (index: number) => number | undefined {
  let isTold = false
  return index => {
    archive.lastIndex = index
    if (isTold || !archive.test(text)) return undefined
    const end = archive.lastIndex
    if (isShown(index)) return undefined
    isTold = true
    return startsBroker.test(text) ? end : undefined
  }
}

/** What tells that a script sets up a broker, and not only the tools that come with one. */
const startsBroker = /\bkafka-server-start\b|\bserver\.properties\b/

/** The name of the archive of the brokers: the version of Scala, then Kafka's, each perhaps a variable. */
const archive =
  /kafka_(?:2\.1\d|\$\{?\w{1,60}\}?)-(?:\$(?=\$))?(\d+(?:\.\d+)+|\$(?:\{\w{1,60}\}|\w{1,60}))(?![\w-]|\.\d)/dy

function beginOfPart(text: string, from: number, at: number, found: string): number {
  if (found === '{') return nameBefore(text, from, at)
  return isTool.test(found) ? launcherBefore(text, from, at) : at
}

/** Where the document of a body begins: at the name of the connector where the address before it, `connectors/NAME/config`, is the only place that has one. */
function nameBefore(text: string, from: number, brace: number): number {
  const before = text.slice(Math.max(from, brace - 600), brace)
  const [address] = [...before.matchAll(/\/connectors\/(?=[\w.-]+\/config\b)/g)].slice(-1)
  return address ? brace - before.length + address.index + address[0].length : brace
}

/** What lets a command run in a container that is there. */
const launcher = /\b(?:docker|podman|nerdctl)\b/g

/** Where a command begins that is run in a container: where the container is named, on its own line. */
function launcherBefore(text: string, from: number, at: number): number {
  const before = text.slice(Math.max(from, at - 300), at)
  const [begun] = [...before.matchAll(launcher)].slice(-1)
  return begun && containerOf(before.slice(begun.index)) ? at - before.length + begun.index : at
}

/** The word of `docker compose exec -T kafka ` that names the container, with its place; undefined where nothing is run in one, or another command begins. */
function containerOf(launch: string): ScalarTree | undefined {
  if (/[;&|#]|(?<!\\)\n/.test(launch)) return undefined
  const words = [...launch.matchAll(/[^\s\\]+/g)]
  const exec = words.findIndex(([one]) => one === 'exec')
  const named = words.find(
    ([one], index) => index > exec && !one.startsWith('-') && !takesNext.test(words[index - 1]?.[0] ?? ''),
  )
  if (exec < 1 || !named) return undefined
  const [name] = named
  return scalar({ start: named.index, end: named.index + name.length }, name, false)
}

/** Options of `exec` whose value is the next word. */
const takesNext = /^-(?:[euw]|-env|-env-file|-user|-workdir|-index)$/

const hereHead = /^<<-?[ \t]*["']?(\w+)\b[^\n]*\n/

/** Where a file ends that stands in a script between two words, resources of Kubernetes or properties of Kafka; undefined for any other text. */
function endOfFile(text: string, start: number): number | undefined {
  const rest = text.slice(start, start + longestFile)
  const [head, word] = hereHead.exec(rest) ?? []
  if (head === undefined) return undefined
  const end = new RegExp(`^[ \\t]*${word}[ \\t]*\\r?$`, 'm').exec(rest.slice(head.length))
  const content = rest.slice(head.length, end ? head.length + end.index : undefined)
  if (!isFile.test(content)) return undefined
  const stop = start + head.length + content.length
  return isForFormatting(text, start, stop) ? undefined : stop
}

/** Whether nothing is done with a file that a script writes but to format the storage of a broker by it: the broker itself runs by another one. */
function isForFormatting(text: string, start: number, stop: number): boolean {
  const before = text.slice(text.lastIndexOf('\n', start - 1) + 1, start)
  const path = /[>\s]["']?([\w./-]+)["']?[ \t]*$/.exec(before)?.[1]
  if (path === undefined) return false
  const uses = text
    .slice(stop, stop + longestFile)
    .replace(/\\\r?\n/g, ' ')
    .split('\n')
    .filter(line => line.includes(path))
  return uses.length > 0 && uses.every(line => /kafka-storage(?:\.sh)?\s/.test(line))
}

/** Longer files are not looked for in a script. */
const longestFile = 100_000
const isFile =
  /^(?:apiVersion:[ \t]*\S|[ \t]*(?:bootstrap\.servers|advertised\.listeners|listeners|process\.roles|connector\.class|zookeeper\.connect|config\.storage\.topic|security\.protocol|sasl\.jaas\.config)[ \t]*=|(?:export[ \t]+)?(?:[A-Z]\w*_)?KAFKA_\w+=)/m

function endOfPart(text: string, start: number, found: string): number {
  if (found === '{')
    return isEscaped(text.slice(start, start + 80)) ? endOfEscaped(text, start) : endOf(text, start, '{}', '"')
  if (/(?:stream|table|source|sink)$/i.test(found)) return endOfStatement(text, start)
  return /^create/i.test(found) ? endOf(text, start, '()', "'") : endOfCommand(text, start)
}

/** What a command is made of, up to where its line ends or the shell begins another one; what another program says is a part of it, and so is a variable of make, and what a template fills in. */
const commandPart = /\{\{[^{}\n]*\}\}|\$\([^()\n]*\)|\\[\s\S]|"(?:[^"\\\n]|\\[\s\S])*"|'[^'\n]*'|[^\n;&|)"']/y

/** Where a command ends: before the quote that is open around it, `sh -c "..."`; one that nobody closes was such a quote. */
function endOfCommand(text: string, start: number): number {
  const around = openQuote(text.slice(text.lastIndexOf('\n', start - 1) + 1, start))
  commandPart.lastIndex = start
  let end = start
  while (text[end] !== around && commandPart.test(text)) end = commandPart.lastIndex
  return end
}

/** The quote that a piece of a line leaves open. */
function openQuote(line: string): string | undefined {
  const rest = line.replace(/\\.|"(?:[^"\\]|\\.)*"|'[^']*'/g, '')
  return /["']/.exec(rest)?.[0]
}

/** Where a statement ends: at its semicolon. */
const statementPart = /'(?:[^']|'')*'|--[^\n]*|[^;'-]+|[-']/y

function endOfStatement(text: string, start: number): number {
  statementPart.lastIndex = start
  let end = start
  while (statementPart.test(text)) end = statementPart.lastIndex
  return end
}

/** Where an object ends that stands between the double quotes of a shell: at its last bracket, or where those are closed. */
function endOfEscaped(text: string, start: number): number {
  const part = /\\\\\\"|\\"|[{}"]/g
  part.lastIndex = start
  let [depth, quoted] = [0, false]
  for (let found = part.exec(text); found; found = part.exec(text)) {
    const [mark] = found
    if (mark === '"') return found.index
    if (mark === '\\"') quoted = !quoted
    else if (!quoted && mark === '{') depth++
    else if (!quoted && mark === '}' && --depth === 0) return part.lastIndex
  }
  return text.length
}

/** Where the bracket that opens first is closed; the end of the text where nothing closes it. */
function endOf(text: string, start: number, [open, close]: string | readonly string[], quote: string): number {
  let depth = 0
  let quoted = false
  for (let at = start; at < text.length; at++) {
    const letter = text[at]
    if (quoted && letter === '\\') at++
    else if (letter === quote) quoted = !quoted
    else if (!quoted && letter === open) depth++
    else if (!quoted && letter === close && --depth === 0) return at + 1
  }
  return text.length
}

/** Where the body begins behind the name that its address has; undefined in a statement. */
function bodyIn(source: string): number | undefined {
  const at = /^[\w.-]+\/config\b/.test(source) ? source.search(/\{(?=\s*\\?")/) : -1
  return at < 0 ? undefined : at
}

function readNamedBody(source: string, at: number): Tree | undefined {
  const body = readBody(source.slice(at))
  const name = /^[\w.-]+/.exec(source)?.[0] ?? ''
  if (!body) return undefined
  const span = { start: 0, end: name.length }
  return {
    kind: 'map',
    span: { start: 0, end: source.length },
    entries: [
      { key: 'name', keySpan: span, value: scalar(span, name, false) },
      { key: 'config', keySpan: span, value: moved(body, at) },
    ],
  }
}

/** Reads a JSON object; one that stands between the double quotes of a shell has a backslash before each of its own. */
function readBody(source: string): Tree | undefined {
  if (!isEscaped(source)) return readJson(withVariables(source))
  const text = unescaped(source)
  return text === undefined ? undefined : readJson(withVariables(text))
}

const isEscaped = (source: string): boolean => /^(?:[\w.-]+\/config\b[^{]*)?\{\s*\\"/.test(source)

/** The same text without these backslashes, with a space for each outside of its quotes: no place moves. Undefined where a text has quotes of its own. */
function unescaped(source: string): string | undefined {
  if (/\\[^"$\r\n]/.test(source)) return undefined
  let opens = false
  return source.replace(/\\(?:"|(?=\$|\r?\n))/g, mark => {
    if (mark === '\\') return ' '
    opens = !opens
    return opens ? ' "' : '" '
  })
}

/** A tree that stands further behind. */
function moved(tree: Tree, by: number): Tree {
  const span = shift(tree.span, by)
  switch (tree.kind) {
    case 'map':
      return {
        ...tree,
        span,
        entries: tree.entries.map(entry => ({
          ...entry,
          keySpan: shift(entry.keySpan, by),
          value: entry.value && moved(entry.value, by),
        })),
      }
    case 'list':
      return { ...tree, span, items: tree.items.map(item => item && moved(item, by)) }
    default:
      return { ...tree, span }
  }
}

/** Reads what `splitScript` has cut out. A statement becomes what the REST interface takes: a name beside a `config`; a command becomes a map of its options. */
export function readScript(source: string): Tree | undefined {
  if (source.startsWith('<<')) return readFileIn(source)
  if (source.startsWith('{')) return readBody(source)
  if (source.startsWith('kafka_')) return readArchive(source)
  const at = bodyIn(source)
  if (at !== undefined) return readNamedBody(source, at)
  if (stream.test(source)) return readStream(source)
  return /^create/i.test(source) ? readStatement(source) : readCommand(source)
}

/** The archive of the brokers: the version that its name tells under `version`. */
function readArchive(source: string): Tree | undefined {
  archive.lastIndex = 0
  const found = archive.exec(source)
  const span = spanOf(found?.indices?.[1])
  return found
    ? {
        kind: 'map',
        span: { start: 0, end: source.length },
        entries: entryNamed('version', scalar(span, found[1] ?? '', false)),
      }
    : undefined
}

/** A file that stands in a script: its text under `file`. */
function readFileIn(source: string): Tree {
  const [head = ''] = hereHead.exec(source) ?? []
  const span = { start: head.length, end: source.length }
  return {
    kind: 'map',
    span: { start: 0, end: source.length },
    entries: [
      {
        key: 'file',
        keySpan: { start: 0, end: head.trimEnd().length },
        value: scalar(span, source.slice(span.start), false, true),
      },
    ],
  }
}

const word = /(?:\$\([^()\n]*\)|"(?:[^"\\]|\\.)*"|'[^']*'|\\\r?\n|\\.|[^\s"'\\])+/gs

/** A command of Kafka's tools that is run in a container. */
const toolInContainer =
  /^(?:docker|podman|nerdctl)\b[\s\S]{0,300}?(?=\b(?:kafka-(?:topics|acls|configs|consumer-groups|console-(?:producer|consumer))(?:\.sh)?|rpk)\s)/i

/** Reads a command: its name under `command`, the container that it runs in under `container`, each option under its name, and what belongs to no option under `argument`. */
function readCommand(source: string): Tree {
  const [launch = ''] = toolInContainer.exec(source) ?? []
  const container = containerOf(launch)
  const begins = container ? launch.length : 0
  // What a template fills in is one word.
  const whole =
    ' '.repeat(begins) + source.slice(begins).replace(/\{\{[^{}\n]*\}\}/g, action => action.replace(/[\s"']/g, '_'))
  const words = wordsIn(whole)
  const [first] = words
  return {
    kind: 'map',
    span: { start: 0, end: source.length },
    entries: [...entryNamed('command', first), ...entryNamed('container', container), ...optionsAmong(words.slice(1))],
  }
}

/** The options among words, each under its name, and what belongs to none. */
export function optionsAmong(words: readonly ScalarTree[]): Entry[] {
  const entries: Entry[] = []
  let option: ScalarTree | undefined
  const close = (value?: ScalarTree): void => {
    if (option) entries.push({ key: option.text.replace(/^--?/, ''), keySpan: option.span, value })
    else if (value) entries.push({ key: 'argument', keySpan: value.span, value })
    option = undefined
  }
  for (const one of words) {
    const [, name, given] = /^(--?[A-Za-z][\w-]*)(?:=(.*))?$/s.exec(one.text) ?? []
    if (name === undefined) close(one)
    else {
      if (option) close()
      option = { ...one, text: name }
      if (given !== undefined) close(scalar({ start: one.span.end - given.length, end: one.span.end }, given, false))
    }
  }
  if (option) close()
  return entries
}

/** The options in what a variable holds: the shell parts it at its blanks. */
export const optionsIn = (text: string): Entry[] =>
  optionsAmong(
    [...text.matchAll(/\S+/g)].map(({ index, 0: one }) =>
      scalar({ start: index, end: index + one.length }, one, false),
    ),
  )

const entryNamed = (key: string, value: ScalarTree | undefined): Entry[] =>
  value ? [{ key, keySpan: value.span, value }] : []

/** The words of a command, without the quotes around them. */
const wordsIn = (command: string): ScalarTree[] =>
  [...command.matchAll(word)].flatMap(({ index, 0: written }): ScalarTree[] => {
    const inner = written.replace(/\\\r?\n/g, '')
    if (inner === '') return []
    const quoted = /^(["'])(.*)\1$/s.exec(inner)?.[2]
    return [scalar({ start: index, end: index + written.length }, quoted ?? inner, quoted !== undefined)]
  })

/** The variables that a shell puts into a text, `'"$X"'` and `$X`, as placeholders of the same length. */
const withVariables = (source: string): string =>
  source.replace(/'"?\$\{?(\w+)\}?"?'|\$([A-Z_][A-Z0-9_]{2,})/g, (whole, spliced?: string, plain?: string) =>
    whole.length < 4 ? whole : `\${${(spliced ?? plain ?? '').padEnd(whole.length, '_').slice(0, whole.length - 3)}}`,
  )

const head = /^CREATE\s+(?:SOURCE|SINK)\s+CONNECTOR\s+(?:IF\s+NOT\s+EXISTS\s+)?[`"]?([\w.-]+)[`"]?\s*WITH\s*\(/di
const pair = /(?:\s|,|--[^\n]*\n)*(?:'((?:[^']|'')*)'|"([^"]*)"|([\w.]+))\s*=\s*(?:'((?:[^']|'')*)'|([^,)\s']+))/dy

function readStatement(source: string): Tree | undefined {
  const begun = head.exec(source)
  const name = begun?.indices?.[1]
  if (!begun || !name) return undefined
  const start = begun[0].length
  const written: Entry[] = []
  pair.lastIndex = start
  for (let found = pair.exec(source); found; found = pair.exec(source)) written.push(entryOf(found, source))
  const config: Tree = { kind: 'map', span: { start: start - 1, end: source.length }, entries: written }
  const whole = { start: 0, end: source.length }
  return {
    kind: 'map',
    span: whole,
    entries: [
      { key: 'name', keySpan: spanOf(name), value: scalar(spanOf(name), begun[1] ?? '', false) },
      { key: 'config', keySpan: { start: 0, end: 'CREATE'.length }, value: config },
    ],
  }
}

function entryOf(found: RegExpExecArray, source: string): Entry {
  const [, key, other, bare, value, word] = found
  const keyAt = spanOf(found.indices?.[1] ?? found.indices?.[2] ?? found.indices?.[3])
  const quotedAt = found.indices?.[4]
  const span = quotedAt ? { start: quotedAt[0] - 1, end: quotedAt[1] + 1 } : spanOf(found.indices?.[5])
  const text = value?.replaceAll("''", "'") ?? word ?? ''
  return {
    key: key ?? other ?? bare ?? '',
    keySpan: keyAt,
    value: scalar(span, text, value !== undefined, source.slice(span.start, span.end).includes('\n')),
  }
}

const stream =
  /^CREATE\s+(?:OR\s+REPLACE\s+)?(?:(?:(?:SOURCE|TEMPORARY)\s+)?(?:STREAM|TABLE)|(?:SOURCE|SINK)(?!\s+CONNECTOR\b))\s+(?:IF\s+NOT\s+EXISTS\s+)?(?:[`"]?[\w-]+[`"]?\s*\.\s*)*[`"]?([\w.-]+)[`"]?/di
/** What makes a table of Flink, or a source of RisingWave, one of Kafka. */
const flinks = /\bconnector'?\s*=\s*'(?:upsert-)?kafka'/i
/** Where the settings begin of a table of ClickHouse that reads Kafka. */
const clickHouses = /\bENGINE\s*=\s*Kafka\b(?:\s*\(\s*\))?\s*SETTINGS\b/i
const column = /^(?:\s|--[^\n]*\n)*(?:[`"]([^`"\n]+)[`"]|(\w+))\s+(\S[\s\S]*)$/d
/** What begins a type that has fields of its own. */
const fielded = /\b(?:STRUCT|ROW)\s*[<(]/i
/** What matters where columns are parted: brackets and commas; texts and comments are passed over. */
const parting = /'[^']*'|--[^\n]*|\/\*[\s\S]*?\*\/|[<>(),;]/g

/** Reads a stream or a table of ksqlDB, or a table of Flink, that stands on a topic: its name, its columns with their types, what it is made with, ksqlDB's keys in capitals; undefined for a table of a database. */
function readStream(source: string): Tree | undefined {
  const begun = stream.exec(source)
  const name = begun?.indices?.[1]
  const ofFlink = flinks.test(source)
  const ofClickHouse = clickHouses.exec(source)
  const made = ofFlink || /\bKAFKA_TOPIC\b/i.test(source) ? /\bWITH\s*\(/i.exec(source) : ofClickHouse
  if (!begun || !name || !made) return undefined
  const written: Entry[] = []
  pair.lastIndex = made.index + made[0].length
  for (let found = pair.exec(source); found; found = pair.exec(source)) {
    const one = entryOf(found, source)
    written.push(ofFlink || ofClickHouse ? one : { ...one, key: one.key.toUpperCase() })
  }
  const whole = { start: 0, end: source.length }
  const at = { start: 0, end: 'CREATE'.length }
  return {
    kind: 'map',
    span: whole,
    entries: [
      { key: 'stream', keySpan: spanOf(name), value: scalar(spanOf(name), begun[1] ?? '', false) },
      { key: 'columns', keySpan: at, value: { kind: 'list', span: whole, items: columnsIn(source, begun[0].length) } },
      { key: 'with', keySpan: at, value: { kind: 'map', span: whole, entries: written } },
    ],
  }
}

/** The columns in the brackets behind a name; none where a query tells them. */
function columnsIn(source: string, from: number): Tree[] {
  const open = /^\s*\(/.exec(source.slice(from))
  return open ? columnsFrom(source, from + open[0].length, 0) : []
}

/** Types in types are not followed deeper. */
const deepestType = 12

/** The columns, or the fields of a type, from an offset to the bracket that closes them. */
const columnsFrom = (source: string, from: number, depth: number): Tree[] =>
  partsFrom(source, from).flatMap(part => {
    const found = column.exec(source.slice(part.start, part.end))
    if (!found) return []
    const [, quoted, plain = '', type = ''] = found
    const name = quoted ?? plain
    const [nameAt, typeAt] = [found.indices?.[quoted === undefined ? 2 : 1], found.indices?.[3]].map(at =>
      shift(spanOf(at), part.start),
    )
    if (!nameAt || !typeAt) return []
    const own = depth < deepestType ? fielded.exec(type) : null
    const fields = own ? columnsFrom(source, typeAt.start + own.index + own[0].length, depth + 1) : []
    return [
      {
        kind: 'map',
        span: { start: nameAt.start, end: typeAt.end },
        entries: [
          { key: 'name', keySpan: nameAt, value: scalar(nameAt, name, false) },
          { key: 'type', keySpan: typeAt, value: scalar(typeAt, type.trim(), false, type.includes('\n')) },
          ...(fields.length > 0
            ? [{ key: 'fields', keySpan: typeAt, value: { kind: 'list', span: typeAt, items: fields } as const }]
            : []),
        ],
      },
    ]
  })

/** What stands between the commas of one level, up to the bracket that closes it. */
function partsFrom(source: string, from: number): Span[] {
  const parts: Span[] = []
  let [start, depth] = [from, 0]
  parting.lastIndex = from
  for (let found = parting.exec(source); found; found = parting.exec(source)) {
    const [mark] = found
    if (mark === '<' || mark === '(') depth++
    const ends = mark === ';' || ((mark === '>' || mark === ')') && --depth < 0)
    if (ends || (mark === ',' && depth === 0)) {
      parts.push({ start, end: found.index })
      start = found.index + 1
    }
    if (ends) return parts
  }
  return parts
}

const spanOf = (at: readonly [number, number] | undefined): Span => ({ start: at?.[0] ?? 0, end: at?.[1] ?? 0 })

const scalar = (span: Span, text: string, quoted: boolean, multiline = false): ScalarTree => ({
  kind: 'scalar',
  span,
  text,
  quoted,
  multiline,
})

/** Writes a value at a path; undefined where a shell could read something else into it. */
export function setInScript(source: string, path: Path, value: Value): TextEdit[] | undefined {
  if ((typeof value === 'string' && /[$`'"\\]/.test(value)) || isEscaped(source)) return undefined
  if (source.startsWith('{')) return setInJson(source, path, value)
  const at = bodyIn(source)
  if (at === undefined) return setInStatement(source, path, value)
  if (path[0] === 'name')
    return typeof value === 'string' && /^[\w.-]+$/.test(value)
      ? [{ span: { start: 0, end: source.indexOf('/') }, text: value }]
      : undefined
  return setInJson(source.slice(at), path.slice(1), value)?.map(edit => ({ ...edit, span: shift(edit.span, at) }))
}

function setInStatement(source: string, path: Path, value: Value): TextEdit[] | undefined {
  if (typeof value === 'object') return undefined
  const tree = readStatement(source)
  const written = descend(tree, path)
  if (written)
    return written.kind === 'scalar'
      ? [{ span: written.span, text: path[0] === 'name' ? nameAt(source, written.span, String(value)) : `'${value}'` }]
      : undefined
  const config = descend(tree, path.slice(0, -1))
  const last = config?.kind === 'map' ? config.entries.at(-1)?.value : undefined
  if (!last) return undefined
  const lineStart = source.lastIndexOf('\n', last.span.start) + 1
  const indent = lineStart > 0 ? `\n${/^[ \t]*/.exec(source.slice(lineStart))?.[0] ?? ''}` : ' '
  const end = last.span.end
  return [{ span: { start: end, end }, text: `,${indent}'${String(path.at(-1))}' = '${String(value)}'` }]
}

/** A name is written bare where it is a word, and between backquotes where it is not. */
const nameAt = (source: string, { start }: Span, name: string): string =>
  /[`"]/.test(source[start - 1] ?? '') || /^[A-Za-z_]\w*$/.test(name) ? name : `\`${name}\``

/** Where a character of a text stands; one of a value that a variable has, no further than where the variable ends. */
function outerIn({ span, stretches }: ScalarTree): Embedded['outer'] {
  if (!stretches) return offset => span.start + offset
  return offset => {
    const next = stretches.find(({ inner }) => inner > offset)
    return Math.min(outerOffset(stretches, offset), next?.outer ?? Infinity)
  }
}

/** Opens a text that a string of the JSON holds; those of a statement hold none. */
export const embedInScript = (source: string, inner: ScalarTree): Embedded | undefined => {
  if (source.startsWith('{')) return embedInJson(source, inner)
  return source.startsWith('<<')
    ? {
        text: inner.text,
        outer: outerIn(inner),
        encode: piece => (/[$`\\]/.test(piece) ? undefined : piece),
      }
    : undefined
}
