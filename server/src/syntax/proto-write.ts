import type { TextEdit } from '../text/edit.ts'
import { readProto } from './proto.ts'
import { tokensOf } from './tokens.ts'
import { descend } from './tree.ts'
import { isList, lineEndAfter, lineEndOf, type Path, type Value } from './write.ts'
import { tableOf } from '../text/table.ts'

/** Which file declares an option that the writer may have to add. */
const declaredIn = tableOf<string>({ '(confluent.field_meta)': 'confluent/meta.proto' })

/** Writes an option of a field (`types / 0 / fields / 2 / options / name`), with the import that declares it; undefined where a person has to do it. */
export function setInProto(source: string, path: Path, value: Value): TextEdit[] | undefined {
  const name = path.at(-1)
  const field = descend(readProto(source), path.slice(0, -2))
  const fieldName = field?.kind === 'map' ? field.entries.find(({ key }) => key === 'name')?.value : undefined
  const written = field?.kind === 'map' ? field.entries.find(({ key }) => key === 'options')?.value : undefined
  if (path.at(-2) !== 'options' || typeof name !== 'string' || !fieldName || written?.kind !== 'map') return undefined
  const holder = /^\([\w.]+\)/.exec(name)?.[0]
  if (written.entries.some(({ key }) => key === name || key === holder)) return undefined
  const [only] = isList(value) && value.length === 1 ? value : [value]
  if (typeof only !== 'string') return undefined
  const text = `${name} = ${JSON.stringify(only)}`
  const last = written.entries.at(-1)?.value?.span.end
  const option =
    last === undefined ? openOptions(source, fieldName.span.start, text) : addOption(source, last, `, ${text}`)
  const file = holder === undefined ? undefined : declaredIn.get(holder)
  return option && [option, ...(file === undefined ? [] : importOf(source, file))]
}

/** Writes behind the last option; what is read of half-typed ones does not end where they do. */
const addOption = (source: string, last: number, text: string): TextEdit | undefined =>
  tokensOf(source).find(({ start }) => start >= last)?.text === ']'
    ? { span: { start: last, end: last }, text }
    : undefined

/** Writes the first option of a field. */
function openOptions(source: string, nameStart: number, text: string): TextEdit | undefined {
  const tokens = tokensOf(source)
  const name = tokens.findIndex(token => token.start === nameStart)
  const [digits, next, end] = tokens.slice(tokens[name + 2]?.text === '-' ? name + 3 : name + 2)
  if (tokens[name + 1]?.text !== '=' || digits?.kind !== 'number' || !next) return undefined
  if (next.text === '[' && end?.text === ']') return { span: { start: next.end, end: next.end }, text }
  return next.text === ';' || next.text === '{'
    ? { span: { start: digits.end, end: digits.end }, text: ` [${text}]` }
    : undefined
}

/** Behind the last import, else behind the package or the syntax, else at the top. */
function importOf(source: string, file: string): TextEdit[] {
  const root = readProto(source)
  const imports = descend(root, ['imports'])
  if (imports?.kind !== 'list' || imports.items.some(item => item?.kind === 'scalar' && item.text === file)) return []
  const last = imports.items.at(-1)
  const tokens = tokensOf(source)
  const head = tokens.findLast(
    (token, i) =>
      (token.text === 'syntax' || token.text === 'edition' || token.text === 'package') &&
      (i === 0 || tokens[i - 1]?.text === ';'),
  )
  const behind = last?.span.end ?? head?.end
  const line = `import ${JSON.stringify(file)};`
  if (behind === undefined) return [{ span: { start: 0, end: 0 }, text: `${line}${lineEndOf(source)}` }]
  const at = lineEndAfter(source, behind)
  return [{ span: { start: at, end: at }, text: `${last ? '' : lineEndOf(source)}${lineEndOf(source)}${line}` }]
}
