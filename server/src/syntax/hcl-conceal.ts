import { applyEdits, type TextEdit } from '../text/edit.ts'
import { setInHcl } from './hcl-write.ts'
import { readHcl } from './hcl.ts'
import { descend, type Tree } from './tree.ts'
import { lineEndAfter, lineEndOf, type Path } from './write.ts'

/** Puts a reference to a sensitive variable in the place of a value, and the variable behind the block; the default of a variable goes. */
export function concealInHcl(source: string, path: Path, name: string): TextEdit[] | undefined {
  const tree = readHcl(source)
  const value = descend(tree, path)
  const [root] = tree?.kind === 'map' ? tree.entries : []
  if (!value || value.kind === 'map' || value.kind === 'list' || !root?.value) return undefined
  if (path[0] === 'variable' && path.length === 3 && path[2] === 'default') return dropDefault(source, path, value)
  // In a file of values, the value is what somebody else has to give.
  if (path.length < 2) return undefined
  const lineEnd = lineEndOf(source)
  const end = root.value.span.end
  const declared = ['', `variable "${name}" {`, '  type      = string', '  sensitive = true', '}']
    .map(line => lineEnd + line)
    .join('')
  return [
    { span: value.span, text: `var.${name}` },
    { span: { start: end, end }, text: declared },
  ]
}

function dropDefault(source: string, path: Path, { span }: Tree): TextEdit[] | undefined {
  const start = source.lastIndexOf('\n', span.start) + 1
  const end = Math.min(source.length, lineEndAfter(source, span.end) + lineEndOf(source).length)
  if (!/^[ \t]*default[ \t]*=/.test(source.slice(start, span.start))) return undefined
  const without = applyEdits(source, [{ span: { start, end }, text: '' }])
  const edits = /^[ \t]*sensitive[ \t]*=/m.test(without)
    ? []
    : setInHcl(without, [...path.slice(0, -1), 'sensitive'], true)
  if (!edits) return undefined
  const next = applyEdits(without, edits)
  let same = 0
  while (same < Math.min(source.length, next.length) && source[same] === next[same]) same++
  let tail = 0
  while (tail < Math.min(source.length, next.length) - same && source.at(-1 - tail) === next.at(-1 - tail)) tail++
  return [{ span: { start: same, end: source.length - tail }, text: next.slice(same, next.length - tail) }]
}
