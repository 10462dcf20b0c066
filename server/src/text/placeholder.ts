import { wordsOf } from './words.ts'

/**
 * Whether a text leaves something for another tool to fill in: `${env:X}`, `{{ .Values.x }}`, `{% if x %}`, `$VAR`, `<NAME>`, `[NAME]`, `%s`, `@NAME@`, and the command of a shell, `$(hostname)`, where it is all of it.
 * `${X:default}` counts too: what holds at run time is not in the file.
 */
export const isPlaceholder = (text: string): boolean =>
  marks.test(text) &&
  (/\$\{[^}]*\}?|\{\{|\{%|<[^<>\s]{1,80}>|\[[A-Z][A-Z0-9_]+\]|%\(?[a-z]\w*\)?s|%s/.test(text) ||
    /^(?:\$[A-Za-z_]\w*|\$\$?\(.*\)|@[\w.]+@|%[A-Z_]+%|__\w+__)$/s.test(text.trim()))

/** What each of them begins with. */
const marks = /[$<[{%@_]/

/**
 * Whether a word only shows where a name, an address or a secret is to be written: `TBD`, `your-cluster`, `BROKER_HOST`, `A_host1`, `xxx`, `<broker`.
 * Of what a tool fills in `isPlaceholder` tells.
 */
export function isStandIn(text: string): boolean {
  const word = text.trim()
  return (
    /[<>{}[\]]/.test(word) ||
    /^[A-Z]{2,}(?:[_-][A-Z0-9]+)+$/.test(word) ||
    /^[a-z]+_host\d*$/i.test(word) ||
    /^(?:x{3,}|\.{3,}|\?+|(?:x{1,3}\.){2,}x{1,3})$/i.test(word) ||
    wordsOf(word).some((part, i, all) => toBeReplaced.has(part) || toBeReplaced.has(`${part} ${all[i + 1] ?? ''}`))
  )
}

/** Words that ask the reader to write another one. */
const toBeReplaced = new Set([
  ...['tbd', 'tba', 'todo', 'fixme', 'your', 'placeholder', 'changeme', 'replaceme', 'insert', 'redacted', 'dummy'],
  ...['change me', 'replace me', 'replace with', 'to replace', 'fill me', 'fill in', 'some host', 'put your'],
])
