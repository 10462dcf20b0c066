import { formatOf } from './formats/formats.ts'
import type { Slot } from './model/fact.ts'
import type { Fix, SemanticEdit } from './model/semantic-edit.ts'
import { appendToJson, setInJson } from './syntax/json-write.ts'
import { lineEndAfter } from './syntax/write.ts'
import { splitYaml } from './syntax/yaml.ts'
import { appendToYaml, setInYaml } from './syntax/yaml-write.ts'
import type { TextEdit } from './text/edit.ts'
import { shift } from './text/span.ts'
import { baseName } from './text/uri.ts'

/** The text edits of one file; `create` where the file does not exist yet: the edits are then against that text. */
export interface FileEdits {
  readonly file: string
  readonly create?: string
  readonly edits: readonly TextEdit[]
}

/** Turns a fix into text edits; undefined where some edit is for a person to make. `textOf` gives the text of a file as it is now. */
export function renderFix(fix: Fix, textOf: (file: string) => string | undefined): FileEdits[] | undefined {
  const byFile = new Map<string, { create?: string; edits: TextEdit[] }>()
  for (const edit of fix.edits) {
    const file = edit.op === 'uncomment' ? edit.at.file : edit.slot.file
    const written = textOf(file)
    const text = written ?? newText(file)
    const edits = render(edit, text)
    if (!edits) return undefined
    const entry = byFile.get(file) ?? { ...(written === undefined ? { create: text } : {}), edits: [] }
    entry.edits.push(...edits)
    byFile.set(file, entry)
  }
  return [...byFile].map(([file, entry]) => ({ file, ...entry }))
}

/** What a file begins with that a fix has to create. */
const newText = (file: string): string => (baseName(file) === '.kafka-review.yaml' ? 'version: 1\n' : '')

function render(edit: SemanticEdit, text: string): TextEdit[] | undefined {
  if (edit.op === 'uncomment') return [eraseComment(text, edit.at.span.start)]
  const { slot, value } = edit
  const syntax = formatOf(slot.file)?.syntax ?? 'yaml'
  if (syntax === 'json') return edit.op === 'set' ? setInJson(text, slot.path, value) : appendToJson(text, slot.path, value)
  const { start, end } = documentAt(text, slot)
  const source = text.slice(start, end)
  const edits = edit.op === 'set' ? setInYaml(source, slot.path, value) : appendToYaml(source, slot.path, value)
  return edits?.map(({ span, text: replacement }) => ({ span: shift(span, start), text: replacement }))
}

const documentAt = (text: string, slot: Slot): { start: number; end: number } => splitYaml(text).find(({ start }) => start === slot.document) ?? { start: 0, end: text.length }

/** Takes out the comment that an offset stands in; its line goes too when nothing else stands on it. */
function eraseComment(text: string, offset: number): TextEdit {
  const lineStart = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1
  const lead = /(?:^|\s)(?:#+|\/\/+)\s*$/.exec(text.slice(lineStart, offset))
  const start = lineStart + (lead?.index ?? offset - lineStart)
  const end = lineEndAfter(text, offset)
  if (text.slice(lineStart, start).trim() !== '') return { span: { start: lineStart + text.slice(lineStart, start).trimEnd().length, end }, text: '' }
  const lineBreak = /^\r?\n|^\r/.exec(text.slice(end))?.[0].length ?? 0
  return { span: { start: lineStart, end: end + lineBreak }, text: '' }
}
