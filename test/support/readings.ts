import type { FileFacts } from '../../server/src/model/file-facts.ts'
import { openReader, type Change } from '../../server/src/reader/reader.ts'
import { indexLines } from '../../server/src/text/line-index.ts'
import type { Span } from '../../server/src/text/span.ts'
import type { Uri } from '../../server/src/text/uri.ts'
import type { FixtureFile } from './fixtures.ts'

/** A text with one thing otherwise: a line left out, or a word written in another way. */
interface Otherwise extends Span {
  readonly instead: string
  /** The number of the line, and what is otherwise in brackets. */
  readonly shown: string
}

/** How a word is written otherwise: with something before it, behind it, or not at all. */
const spellings: readonly ((word: string) => string)[] = [word => `x${word}`, word => `${word}x`, () => '']

/** What is tried on a text: each of its lines left out, each of its words written otherwise where the same line has not stood before. */
function* otherwiseIn(text: string): Iterable<Otherwise> {
  const tried = new Set<string>()
  let start = 0
  for (const [at, line] of text.split('\n').entries()) {
    const [number, end, words] = [at + 1, Math.min(start + line.length + 1, text.length), line.trim()]
    if (words !== '' && !/^(?:#(?!!)|\/\/|---$)/.test(words)) {
      yield { start, end, instead: '', shown: `${number}: [${words.slice(0, 40)}]` }
      if (!tried.has(words))
        for (const one of otherwiseInLine(line, start)) yield { ...one, shown: `${number}: ${one.shown}` }
      tried.add(words)
    }
    start += line.length + 1
  }
}

function* otherwiseInLine(line: string, start: number): Iterable<Otherwise> {
  for (const { 0: word, index } of line.matchAll(/[\w$%]+/g)) {
    const behind = index + word.length
    for (const spell of spellings) {
      const instead = spell(word)
      const shown = `${line.slice(0, index).trimStart().slice(-24)}[${instead}]${line.slice(behind).slice(0, 24).trimEnd()}`
      yield { start: start + index, end: start + behind, instead, shown }
    }
  }
}

type Place = { readonly file: Uri; readonly span: Span; readonly usedBy?: Place }
type Tell = (place: Place) => string
/** The lines that tell an entity, by what of it they tell. */
type Lines = ReadonlyMap<string, string>

/** All that is read of some files together. */
export function toldOf(files: readonly FixtureFile[]): string {
  const facts = openReader().read(files.map(({ uri, text }) => [uri, text]))
  return [
    ...linesOf(
      facts.map(([, said]) => said),
      tellerOf(files),
    ),
  ]
    .map(([key, lines]) => `${key}\n${[...lines].map(([what, line]) => ` ${what}: ${line}\n`).join('')}`)
    .join('')
}

/** What is read otherwise of some files when one of them says one thing otherwise; of changes that make the same of it, all in one place. */
export function readOtherwise(files: readonly FixtureFile[]): string {
  const reader = openReader()
  const said = new Map<Uri, FileFacts | undefined>()
  const texts = new Map(files.map(({ uri, text }) => [uri, text]))
  const read = (changes: readonly (readonly [Uri, string])[], tell: Tell): ReadonlyMap<string, Lines> => {
    // Schemas are compared with what the file says, so that what they promise is told as well.
    const compared = changes.map(([uri, text]): Change => [uri, text, undefined, texts.get(uri)])
    for (const [uri, facts] of reader.read(compared)) said.set(uri, facts)
    return linesOf(
      files.map(({ uri }) => said.get(uri)),
      tell,
    )
  }
  const before = read(
    files.map(({ uri, text }) => [uri, text]),
    tellerOf(files),
  )
  return files
    .map(({ uri, text }) => {
      const alike = new Map<string, string[]>()
      for (const one of otherwiseIn(text)) {
        const { start, end, instead, shown } = one
        const now = read([[uri, text.slice(0, start) + instead + text.slice(end)]], tellerOf(files, uri, one))
        const word = text.slice(start, end)
        const changed = differences(before, now, line => (instead === '' ? line : line.replaceAll(instead, word)))
        alike.set(changed, [...(alike.get(changed) ?? []), shown])
      }
      read([[uri, text]], tellerOf(files))
      alike.delete('')
      return [...alike].map(([changed, ways]) => `${ways.join('\n')}\n${changed}`).join('')
    })
    .join('')
}

/** Tells places as they were before a file said something otherwise. */
function tellerOf(files: readonly FixtureFile[], changed?: Uri, otherwise?: Otherwise): Tell {
  const lines = new Map(files.map(({ uri, text }) => [uri, indexLines(text)]))
  const before = (file: Uri, offset: number): number => {
    if (file !== changed || !otherwise || offset <= otherwise.start) return offset
    const { start, end, instead } = otherwise
    const behind = start + instead.length
    return offset >= behind ? offset - behind + end : Math.min(offset, end)
  }
  return function tell({ file, span, usedBy }: Place): string {
    const { line, character } = lines.get(file)?.position(before(file, span.start)) ?? { line: -1, character: -1 }
    return `${line + 1}:${character + 1}${usedBy ? ` for ${tell(usedBy)}` : ''}`
  }
}

/** What is told otherwise of each entity, and which have gone or come; one that has come in the place of another is told as that one. */
function differences(
  before: ReadonlyMap<string, Lines>,
  now: ReadonlyMap<string, Lines>,
  asBefore: (line: string) => string,
): string {
  const kindOf = (key: string): string => key.slice(0, key.indexOf(' '))
  const told = new Map([...now].map(([key, lines]) => [asBefore(key), lines]))
  const left = new Map([...before].filter(([key]) => !told.has(key)))
  const changed = [...told].flatMap(([key, lines]) => {
    const place = before.has(key) ? key : [...left.keys()].find(other => kindOf(other) === kindOf(key))
    const earlier = before.get(place ?? '')
    left.delete(place ?? '')
    return [
      ...(earlier ? [] : [`+ ${key}`]),
      ...otherLines(earlier ?? new Map(), lines, asBefore).map(line => `${place ?? key}${line}`),
    ]
  })
  return [...[...left.keys()].map(key => `- ${key}`), ...changed].map(line => `  ${line}\n`).join('')
}

/** What is told otherwise; of what has gone as a whole, the whole. */
function otherLines(before: Lines, now: Lines, asBefore: (line: string) => string): string[] {
  const lines = new Map([...now].map(([what, line]) => [asBefore(what), asBefore(line)]))
  const pathsOf = (what: string): string[] => [...what.matchAll(/(?= |$)/g)].map(({ index }) => what.slice(0, index))
  const there = new Set([...lines.keys()].flatMap(pathsOf))
  const gone = [...before.keys()]
    .filter(what => !lines.has(what))
    .map(what => pathsOf(what).find(part => part !== '' && !there.has(part)))
  return [
    ...[...lines].flatMap(([what, line]) => {
      const was = before.get(what)
      return was === line ? [] : [`${what}: ${was === undefined ? '' : `${was} -> `}${line}`]
    }),
    ...[...new Set(gone)].map(what => `${what}: gone`),
  ]
}

/** All that is read of some files, as lines with the place of each value, by the entity that they tell. */
function linesOf(all: readonly (FileFacts | undefined)[], tell: Tell): ReadonlyMap<string, Lines> {
  const told = new Map<string, Lines>()
  const add = (entities: readonly object[] = [], where = ''): void => {
    for (const entity of entities) {
      const { kind, name, ...rest } = entity as { readonly kind: string; readonly name?: unknown }
      let key = `${where}${kind} ${[...linesIn(name, '', tell)].map(([, line]) => line.replace(/ fixed$/, '')).join()}`
      while (told.has(key)) key += ' again'
      told.set(key, new Map(linesIn({ name, ...rest }, '', tell)))
    }
  }
  for (const facts of all) {
    add(facts?.entities)
    add(facts?.off, 'off:')
    add(facts?.overlays, 'overlay:')
  }
  return told
}

/** A fact, a bag of settings, or any other object. */
interface Told {
  readonly state?: string
  readonly value?: unknown
  readonly text?: string
  readonly at: Place
  readonly near: Place
  readonly slot?: { readonly path: readonly unknown[] }
  readonly all?: readonly { readonly key: string; readonly value: unknown }[]
  readonly open?: unknown
}

function* linesIn(
  value: unknown,
  path: string,
  tell: Tell,
  above: readonly unknown[] = [],
): Iterable<[string, string]> {
  // What a schema refers to may be what holds it.
  if (value === undefined || typeof value === 'function' || above.includes(value)) return
  const line = lineOf(value, tell)
  if (line !== undefined) {
    yield [path, line]
    return
  }
  const { all, open, near } = value as Told
  const bag = all && near ? [...all.map(one => [one.key, one.value] as const), ['open', open] as const] : undefined
  const parts: Iterable<readonly [string, unknown]> = value instanceof Map ? value : (bag ?? partsOf(value as object))
  for (const [key, inner] of parts) yield* linesIn(inner, `${path} ${key}`, tell, [...above, value])
}

/** The parts of an object; the records of a schema are told by themselves. */
const partsOf = (value: object): [string, unknown][] =>
  Object.entries(value).filter(([key]) => !/^(?:file|extent|records|earlier)$/.test(key))

/** A value as one line; undefined where it takes several. */
function lineOf(value: unknown, tell: Tell): string | undefined {
  if (typeof value !== 'object' || value === null) return String(value)
  if (value instanceof Set) return [...value].join()
  const { state, at, near, slot, ...fact } = value as Told
  switch (state) {
    case 'known':
      return `${String(fact.value)} @${tell(at)}${slot ? '' : ' fixed'}`
    case 'unresolved':
      return `? ${fact.text} @${tell(at)}`
    case 'absent':
      return `- @${tell(near)}${slot ? ` ${slot.path.join('/')}` : ''}`
  }
  if ('span' in value) return `@${tell(value as Place)}`
  if ('document' in value && 'path' in value) return (value.path as readonly unknown[]).join('/')
  return 'tool' in value && 'there' in value ? 'attribute' : undefined
}
