import { wordsOf } from '../text/words.ts'

/** Tells of offsets in a script whether what stands there only shows a command and runs none: a comment, what `echo` prints, a text that `cat` prints or writes into a document. */
export function openShown(text: string): (offset: number) => boolean {
  let texts: readonly Heredoc[] | undefined
  return offset => {
    const start = text.lastIndexOf('\n', offset - 1) + 1
    const after = text.indexOf('\n', offset)
    const before = text.slice(start, offset)
    if (isComment(before) || isPrinted(before, text.slice(start, after < 0 ? text.length : after))) return true
    texts ??= heredocsIn(text)
    return texts.some(one => one.shown && one.start <= offset && offset < one.end)
  }
}

/** A line with its quoted parts and its variables taken out; a quote that is still open stays. */
const unquoted = (line: string): string => line.replace(/\\.|"(?:[^"\\]|\\.)*"|'[^']*'|\$\{[^{}]*\}/g, '_')

const isComment = (before: string): boolean =>
  /^[^"']*?(?:^|\s)#/.test(unquoted(before)) || /^\s*(?:rem\s|::)/i.test(before)

/** Whether a line prints what stands behind a part of it; what is handed on to another program may be run. */
function isPrinted(before: string, line: string): boolean {
  const open = unquoted(before)
  const [, command = open, quoted = ''] = /^([^"']*)(["'].*)$/s.exec(open) ?? []
  const verb = verbIn(command)
  return !verb.includes('=') && prints.has(wordsOf(verb)[0] ?? '') && !isCaptured(quoted) && goesNowhere(unquoted(line))
}

/** Whether a text in quotes stands in a command of its own: `"made: $(…"`. */
const isCaptured = (text: string): boolean => /\$\([^)]*$/.test(text) || text.split('`').length % 2 === 0

/** The command that a line ends in: behind what ends another one, or begins a list of them. */
const verbIn = (command: string): string =>
  /^\s*[@-]?(\S*)/.exec(command.slice(lastBreak(command)).replace(/^(?:\s*(?:then|do|else|sudo|!)\s)+/, ''))?.[1] ?? ''

const lastBreak = (command: string): number => Math.max(...[...';&|({`'].map(mark => command.lastIndexOf(mark))) + 1

/** First words of the names of commands and functions that print: `echo`, `log_info`, `Write-Host`. */
const prints: ReadonlySet<string> = new Set([
  ...['echo', 'printf', 'print', 'write', 'log', 'logger', 'info', 'warn', 'warning', 'error', 'err', 'debug', 'fatal'],
  ...['die', 'note', 'msg', 'message', 'say', 'usage', 'help'],
])

/** Whether what a line prints goes to whoever runs it, or into a document, and no program reads it. */
function goesNowhere(line: string): boolean {
  if (/[^|]\|[^|]/.test(line)) return false
  const into = />{1,2}\s*([^\s&>]+)/.exec(line.replace(/\d?>&\d?/g, ''))?.[1]
  return into === undefined || /^\/dev\//.test(into) || document.test(into)
}

/** Files that a person reads. */
const document = /(?:\.(?:txt|md|markdown|rst|adoc|html?|log)|\bREADME|\/motd)["']?$/i

/** A text between two words in a script. */
interface Heredoc {
  readonly start: number
  readonly end: number
  readonly shown: boolean
}

/** Longer texts are not looked at. */
const longest = 100_000

function heredocsIn(text: string): Heredoc[] {
  const found: Heredoc[] = []
  let from = 0
  for (const { index, 0: mark, 1: word = '' } of text.matchAll(/(?<!<)<<-?[ \t]{0,9}["']?([A-Za-z_]\w*)/g)) {
    const start = text.indexOf('\n', index) + 1
    if (index < from || start === 0) continue
    const content = text.slice(start, start + longest)
    const closing = new RegExp(`^[ \\t]*${word}[ \\t]*\\r?$`, 'm').exec(content)
    if (!closing) continue
    from = start + closing.index
    const before = text.slice(text.lastIndexOf('\n', index) + 1, index)
    const behind = text.slice(index + mark.length, start).replace(/^["']/, '')
    found.push({ start, end: from, shown: isShownBy(before, `${before} ${behind}`) })
  }
  return found
}

/** Whether a command only shows the text that it is given: `cat`, and what does nothing, by which people write comments. */
function isShownBy(before: string, line: string): boolean {
  const verb = verbIn(unquoted(before))
  if (verb === ':') return true
  if (isCaptured(before)) return false
  return (verb === 'cat' || prints.has(wordsOf(verb)[0] ?? '')) && goesNowhere(line)
}
