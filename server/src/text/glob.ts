import { RE2JS } from 're2js'
import { remembering } from './remembering.ts'

/** A pattern of paths. */
export interface Glob {
  readonly source: string
  /** Whether it takes the whole of a path with slashes, relative to the folder that the pattern is for. */
  takes(path: string): boolean
}

/**
 * Compiles a pattern of paths; undefined where it is none. It matches in time linear in the path, hidden files included:
 * `*` takes anything but slashes, `?` one character, a segment of `**` any number of folders (at the end: all below),
 * `{a,b}` one of several, `[abc]` and `[!abc]` one character of some or of others, and `\` the character behind it.
 */
export const compileGlob = remembering((source: string): Glob | undefined => {
  if (source.trim() === '' || source.length > longest || /^!|[@!+*?]\(|\p{Surrogate}/u.test(source)) return undefined
  const written = translate(source.replace(/^\.\//, ''))
  if (written === undefined) return undefined
  const pattern = RE2JS.compile(written, RE2JS.DOTALL)
  return { source, takes: path => pattern.testExact(path) }
})

const longest = 1000

const token = /(?<=^|\/)\*\*(?:\/|$)|\\[\s\S]|\[!?[^\]/\\]{1,99}\]|[\s\S]/gu

/** A pattern of paths as a regular expression; undefined where braces or brackets are left open. */
function translate(source: string): string | undefined {
  const tokens = [...source.matchAll(token)].map(([text]) => text)
  // Every brace that opens is closed before the next, and no bracket is left.
  const braces = tokens.filter(text => text === '{' || text === '}').join('')
  if (!/^(?:\{\})*$/.test(braces) || tokens.includes('[') || tokens.includes('\\')) return undefined
  let inBraces = false
  return tokens
    .map(text => {
      if (text === '{' || text === '}') inBraces = text === '{'
      return inBraces && text === ',' ? '|' : asRegularExpression(text)
    })
    .join('')
}

const forms: ReadonlyMap<string, string> = new Map([
  ['**/', '(?:[^/]*/)*'],
  ['**', '.*'],
  ['*', '[^/]*'],
  ['?', '[^/]'],
  ['{', '(?:'],
  ['}', ')'],
])

function asRegularExpression(text: string): string {
  const form = forms.get(text)
  if (form !== undefined) return form
  const [, not, members] = /^\[(!?)(.+)\]$/s.exec(text) ?? []
  if (members === undefined) return RE2JS.quote(text.replace(/^\\/, ''))
  return `[${not ? '^/' : ''}${members.replace(/[\^[\]&]/g, '\\$&')}]`
}
