import { inside, resolve, startAt } from '../formats/cursor.ts'
import { locate, type Cursor } from '../formats/position.ts'
import { readHcl } from '../syntax/hcl.ts'
import type { ScalarTree, Tree } from '../syntax/tree.ts'
import type { Uri } from '../text/uri.ts'

const [head, tail] = ['x = <<KAFKA_REVIEW\n', '\nKAFKA_REVIEW\n']

/** A text of a file as the body of a heredoc: its characters keep their places. */
const wrapped = (file: Uri, text: string): Cursor['document'] => ({
  file,
  syntax: 'hcl',
  source: `${head}${text}${tail}`,
  start: -head.length,
})

/** What `file` gives: the text of another file, as it stands there. Nobody writes it through here. */
export function openText(file: Uri, text: string): Cursor {
  const document = wrapped(file, text)
  const start = head.length
  const tree: ScalarTree = {
    kind: 'scalar',
    span: { start: head.indexOf('<<'), end: document.source.length - 1 },
    text,
    quoted: true,
    multiline: true,
    stretches: [
      { inner: 0, outer: start },
      { inner: text.length, outer: start + text.length },
    ],
  }
  return borrowed(begun(document, tree))
}

/** What `templatefile` gives: the text of another file with the names that hold in it filled in; what cannot be told stays as it is written. */
export function openTemplate(file: Uri, text: string, scope: Cursor['document']['scope']): Cursor {
  const document = { ...wrapped(file, text), ...(scope ? { scope } : {}) }
  const whole = readHcl(document.source)
  const tree: Tree | undefined = whole?.kind === 'map' ? whole.entries[0]?.value : undefined
  return borrowed(resolve(begun(document, tree)))
}

/** The text that `file` gave, as the template that a `template_file` makes of it. */
export function asTemplate({ document }: Cursor, scope: Cursor['document']['scope']): Cursor | undefined {
  const { file, source } = document
  return source.startsWith(head) && source.endsWith(tail)
    ? openTemplate(file, source.slice(head.length, -tail.length), scope)
    : undefined
}

/** What has no place of its own stands where the file begins, not before it. */
const begun = (document: Cursor['document'], tree: Tree | undefined): Cursor => ({
  ...startAt(document, tree),
  near: locate(document, { start: head.length, end: head.length }),
})

const borrowed = (cursor: Cursor): Cursor => ({ ...cursor, origin: { ...cursor.origin, kind: 'borrowed' } })

/** What a text says in JSON or YAML; the text itself where it is none. */
export const decoded = (value: Cursor, syntax: 'json' | 'yaml'): Cursor =>
  value.tree?.kind === 'scalar' ? (inside(value, syntax).find(({ tree }) => tree) ?? value) : value
