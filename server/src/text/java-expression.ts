import { RE2JS, RE2JSException } from 're2js'

/**
 * A regular expression of Java, as Kafka takes for topics and groups, that answers in time linear in the text.
 */
export interface JavaPattern {
  readonly source: string
  /** Tells whether it takes the whole of a text, as `Matcher.matches` does; undefined where that cannot be told. */
  matches(text: string): boolean | undefined
  /** Tells whether it takes some part of a text, as `Matcher.find` does. */
  finds(text: string): boolean | undefined
  /** A text that it takes as a whole with what `Matcher.replaceFirst` puts in its place, the text itself where it does not take it; undefined where that cannot be told. */
  replacedIn(text: string, replacement: string): string | undefined
}

/**
 * Compiles a regular expression of Java; undefined where Java would refuse it, and where this reading does not know
 * for certain what Java makes of it: then nobody knows what it matches. What is taken is what RE2 and Java answer
 * alike, or can be written for RE2 so that they do; look-aheads are taken where an alternative begins.
 * Source: java.util.regex.Pattern of Java 17; RE2 syntax.
 */
export function compileExpression(source: string): JavaPattern | undefined {
  if (source.length > longest || halfPair.test(source)) return undefined
  try {
    if (sizeOf(source) > largest) return undefined
    const alternatives = splitAlternatives(source).map(readAlternative)
    return {
      source,
      matches: text => {
        if (alternatives.some(alternative => isBeyond(alternative, text))) return undefined
        return alternatives.some(
          ({ body, ahead }) =>
            body.testExact(text) && ahead.every(({ expected, pattern }) => startsWith(pattern, text) === expected),
        )
      },
      finds: text => {
        if (alternatives.some(one => isBeyond(one, text) || one.ahead.length > 0)) return undefined
        return alternatives.some(({ body, fromStart }) => (fromStart ? startsWith(body, text) : body.test(text)))
      },
      replacedIn(text, replacement) {
        const [one, ...others] = alternatives
        // The groups of several patterns would be counted on, and those with a name are none for RE2.
        if (!one || others.length > 0 || one.ahead.length > 0 || isBeyond(one, text) || source.includes('(?<'))
          return undefined
        if (!one.body.testExact(text)) return text
        const matcher = one.body.matcher(text)
        const written = matcher.find() ? expanded(replacement, matcher) : undefined
        return written === undefined ? undefined : text.slice(0, matcher.start()) + written + text.slice(matcher.end())
      },
    }
  } catch (error) {
    // RE2 says itself what it does not take.
    if (error instanceof NotTaken || error instanceof RE2JSException) return undefined
    throw error
  }
}

/** What a replacement comes to: `$1` is what a group took, `\\$` a sign; undefined where Java would refuse it. */
function expanded(replacement: string, groups: ReturnType<RE2JS['matcher']>): string | undefined {
  if (!/^(?:[^\\$]|\\[\s\S]|\$\d)*$/.test(replacement)) return undefined
  let isRefused = false
  const text = replacement.replace(/\\([\s\S])|\$(\d+)/g, (_all, sign: string | undefined, digits = '') => {
    if (sign !== undefined) return sign
    // As many of the digits are the number as make one of a group; the others are text.
    let length = digits.length
    while (length > 1 && Number(digits.slice(0, length)) > groups.groupCount()) length--
    const group = Number(digits.slice(0, length))
    isRefused ||= group > groups.groupCount()
    return isRefused ? '' : (groups.group(group) ?? '') + digits.slice(length)
  })
  return isRefused ? undefined : text
}

/** Longer patterns are nobody's: topics have names of 249 characters. */
const longest = 4000

/** The characters of a pattern with its repetitions written out: what time and memory grow with. */
const largest = 20_000

const halfPair = /\p{Surrogate}/u

/** How many characters a pattern has when its counted repetitions are written out. */
function sizeOf(source: string): number {
  const groups = [{ size: 0, last: 0 }]
  const grow = (size: number): void => {
    const group = groups.at(-1) ?? refuse('a group that nobody opened')
    group.last = size
    group.size += size
  }
  for (const { text } of tokensOf(source)) {
    if (opens(text)) groups.push({ size: 0, last: 0 })
    else if (text === ')') grow(groups.pop()?.size ?? 0)
    else grow((groups.at(-1)?.last ?? 0) * (countOf(text) - 1) || text.length)
  }
  return groups.length === 1 ? (groups[0]?.size ?? 0) : refuse('an open group')
}

/** How often a counted repetition repeats what stands before it at most; 1 for anything else. */
function countOf(text: string): number {
  const [, least = '1', most] = /^\{(\d+)(?:,(\d*))?\}$/.exec(text) ?? []
  return Number(most || least)
}

const opens = (text: string): boolean => text.startsWith('(') && !text.endsWith(')')

/** Something that Java refuses, or that RE2 would read otherwise. */
class NotTaken extends Error {}

function refuse(what: string): never {
  throw new NotTaken(what)
}

/** One of the patterns that `|` separates: what the whole text must be, and what must or must not stand at its start. */
interface Alternative {
  readonly body: RE2JS
  readonly ahead: readonly { readonly expected: boolean; readonly pattern: RE2JS }[]
  /** It begins with `^`. */
  readonly fromStart: boolean
  /** Ends of lines mean something else to Java. */
  readonly asksForEnd: boolean
  /** Java folds the case of ASCII only. */
  readonly ignoresCase: boolean
}

const isBeyond = ({ asksForEnd, ignoresCase }: Alternative, text: string): boolean =>
  (asksForEnd && /[\n\r\u0085\u2028\u2029]/.test(text)) ||
  (ignoresCase && /[^\0-\x7f]/.test(text)) ||
  halfPair.test(text)

const startsWith = (pattern: RE2JS, text: string): boolean => pattern.matcher(text).lookingAt()

function readAlternative(source: string): Alternative {
  const ahead: Alternative['ahead'][number][] = []
  const flags = { asksForEnd: false, ignoresCase: false }
  const written = (part: string): RE2JS => {
    const { pattern, asksForEnd, ignoresCase } = translate(part)
    flags.asksForEnd ||= asksForEnd
    flags.ignoresCase ||= ignoresCase
    return RE2JS.compile(pattern)
  }
  let rest = source.replace(/^\^/, '')
  for (let kind = aheadOf(rest); kind !== undefined; kind = aheadOf(rest)) {
    const end = endOfGroup(rest)
    ahead.push({ expected: kind === '(?=', pattern: written(rest.slice(3, end)) })
    rest = rest.slice(end + 1)
    if (/^[*+?{]/.test(rest)) refuse('a repeated look-ahead')
  }
  return { body: written(rest), ahead, fromStart: source.startsWith('^'), ...flags }
}

const aheadOf = (source: string): '(?=' | '(?!' | undefined =>
  /^\(\?[=!]/.exec(source)?.[0] as '(?=' | '(?!' | undefined

/** Where the group that a text begins with ends: at its `)`. */
function endOfGroup(source: string): number {
  let depth = 0
  for (const { text, at } of tokensOf(source)) {
    if (opens(text)) depth++
    if (text === ')' && --depth === 0) return at
  }
  return refuse('an open group')
}

/** The parts of a pattern between its outermost `|`. */
function splitAlternatives(source: string): string[] {
  const parts: string[] = []
  let depth = 0
  let from = 0
  for (const { text, at } of tokensOf(source)) {
    if (opens(text)) depth++
    if (text === ')') depth--
    if (text === '|' && depth === 0) {
      parts.push(source.slice(from, at))
      from = at + 1
    }
  }
  const all = [...parts, source.slice(from)]
  // A flag that is set in one alternative holds for those behind it.
  if (all.length > 1 && all.some(part => part.includes('(?i)'))) refuse('flags among alternatives')
  return all
}

interface Token {
  readonly text: string
  readonly at: number
}

const token =
  /\\Q[\s\S]*?(?:\\E|$)|\\x\{[0-9a-fA-F]+\}|\\x[0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\[\s\S]|\((?:\?(?:<[A-Za-z][A-Za-z0-9]*>|[:=!]|i\)|i:))?|\[\^?|[*+?]|\{\d+(?:,\d*)?\}|[\s\S]/uy

/** The tokens of a pattern; a class of characters is one. */
function* tokensOf(source: string): Generator<Token> {
  token.lastIndex = 0
  for (let at = 0; at < source.length; ) {
    token.lastIndex = at
    const text = token.exec(source)?.[0] ?? refuse('half a character')
    const whole = text.startsWith('[') ? classAt(source, at) : text
    yield { text: whole, at }
    at += whole.length
  }
}

/** The text of the class of characters at an offset. */
function classAt(source: string, at: number): string {
  for (let end = at + 1; end < source.length; end++) {
    if (source[end] === '\\') end++
    else if (source[end] === '[') refuse('a class in a class')
    else if (source[end] === ']') return source.slice(at, end + 1)
  }
  return refuse('an open class')
}

interface Translation {
  readonly pattern: string
  readonly asksForEnd: boolean
  readonly ignoresCase: boolean
}

/** Writes a pattern of Java for RE2. */
function translate(source: string): Translation {
  let pattern = ''
  let asksForEnd = false
  let ignoresCase = false
  /** Whether what stands before can be repeated; `lazy`: a repetition does, that `?` may follow. */
  let before: 'nothing' | 'something' | 'repetition' = 'nothing'
  for (const { text } of tokensOf(source)) {
    if (isRepetition(text)) {
      pattern += repeat(text, before)
      before = before === 'repetition' ? 'nothing' : 'repetition'
      continue
    }
    asksForEnd ||= text === '$'
    ignoresCase ||= text.startsWith('(?i')
    pattern += translateToken(text)
    before = /^(?:\(|\||\^|\$)/.test(text) ? 'nothing' : 'something'
  }
  return { pattern, asksForEnd, ignoresCase }
}

const isRepetition = (text: string): boolean => /^(?:[*+?]|\{\d+(?:,\d*)?\})$/.test(text)

function repeat(text: string, before: 'nothing' | 'something' | 'repetition'): string {
  // `+` behind a repetition makes it possessive in Java, anything but `?` is refused.
  if (before === 'nothing' || (before === 'repetition' && text !== '?')) refuse('nothing to repeat')
  const [, least = 0, most] = /^\{(\d+),(\d+)\}$/.exec(text) ?? []
  if (most !== undefined && Number(most) < Number(least)) refuse('a range that ends before it starts')
  return text
}

/** What Java takes for the end of a line, which `.` never takes. */
const notLineEnd = '[^\\n\\r\\x{85}\\x{2028}\\x{2029}]'
const space = '\\t\\n\\x0B\\f\\r '

function translateToken(text: string): string {
  if (text === '.') return notLineEnd
  if (text === '{') refuse('an open repetition')
  if (text.startsWith('[')) return translateClass(text)
  if (text.startsWith('(')) return translateGroup(text)
  return text.startsWith('\\') ? translateEscape(text) : text
}

function translateGroup(text: string): string {
  if (text === '(?=' || text === '(?!') refuse('a look-ahead in the middle')
  return text.startsWith('(?<') ? '(?:' : text
}

function translateEscape(text: string): string {
  if (text === '\\s') return `[${space}]`
  if (text === '\\S') return `[^${space}]`
  if (text.startsWith('\\Q')) return [...text.slice(2).replace(/\\E$/, '')].map(literal).join('')
  return character(text) ?? (/^\\[dDwW]$/.test(text) ? text : refuse(text))
}

/** A character that an escape stands for, as RE2 writes it; undefined where it stands for something else. */
function character(text: string): string | undefined {
  const [, hex] = /^\\(?:x\{([0-9a-fA-F]+)\}|[xu]([0-9a-fA-F]+))$/.exec(text)?.filter(part => part !== undefined) ?? []
  if (hex !== undefined) {
    const code = Number.parseInt(hex, 16)
    return code > 0x10ffff || (code >= 0xd800 && code < 0xe000) ? refuse(text) : `\\x{${code.toString(16)}}`
  }
  if (/^\\[tnrfa]$/.test(text)) return text
  return /^\\[^A-Za-z0-9]$/u.test(text) ? literal(text.slice(1)) : undefined
}

const literal = (text: string): string => `\\x{${(text.codePointAt(0) ?? 0).toString(16)}}`

const member = /\\x\{[0-9a-fA-F]+\}|\\x[0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\[\s\S]|[\s\S]/uy

/** A class of characters: single ones, ranges between two, `\d`, `\w`, `\s`. */
function translateClass(text: string): string {
  const inner = text.replace(/^\[\^?/, '').slice(0, -1)
  if (inner === '' || inner.includes('&&')) refuse('a class that Java reads otherwise')
  const members = membersOf(inner)
  let written = ''
  for (let index = 0; index < members.length; index++) {
    const [one = '', sign, other] = members.slice(index, index + 3)
    if (sign !== '-' || other === undefined) {
      written += single(one)
      continue
    }
    written += `${rangeEnd(one)}-${rangeEnd(other)}`
    index += 2
    // The sign of a range behind a range is read in several ways, unless it is the last.
    if (members[index + 1] === '-' && index + 2 < members.length) refuse('a sign of a range behind a range')
  }
  return `${text.startsWith('[^') ? '[^' : '['}${written}]`
}

function membersOf(inner: string): string[] {
  const members: string[] = []
  for (let at = 0; at < inner.length; at += members.at(-1)?.length ?? 1) {
    member.lastIndex = at
    members.push(member.exec(inner)?.[0] ?? refuse('half a character'))
  }
  return members
}

const rangeEnd = (text: string): string =>
  text === '-' || /^\\[dws]$/.test(text) ? refuse('a range of classes') : single(text)

/** One member of a class of characters that is no range. */
function single(text: string): string {
  if (text === '\\s') return space
  if (/^\\[dw]$/.test(text)) return text
  return text.startsWith('\\') ? (character(text) ?? refuse(text)) : literal(text)
}
