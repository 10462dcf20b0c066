import { english } from '../../server/src/words/en/english.ts'
import assert from 'node:assert/strict'
import { parse } from 'dot-properties'
import avsc from 'avsc'
import { parse as parseToml } from 'smol-toml'
import { parse as parseJson, parseTree, type ParseError } from 'jsonc-parser'
import type { Node } from 'web-tree-sitter'
import { parseAllDocuments } from 'yaml'
import { refusalBy } from '../../server/src/host/schema-libraries.ts'
import { renderFix, type FileEdits } from '../../server/src/fix.ts'
import { syntaxes, type SyntaxName } from '../../server/src/syntax/syntaxes.ts'
import type { Tree } from '../../server/src/syntax/tree.ts'
import { formatsOf, syntaxFor } from '../../server/src/reader/formats.ts'
import { openReader } from '../../server/src/reader/reader.ts'
import type { Fix, SemanticEdit } from '../../server/src/model/semantic-edit.ts'
import { levels } from '../../server/src/model/configuration.ts'
import type { Review } from '../../server/src/review.ts'
import type { Finding } from '../../server/src/rules/finding.ts'
import { withHcl } from '../../server/src/syntax/hcl-parser.ts'
import { readHcl, splitHcl } from '../../server/src/syntax/hcl.ts'
import { applyEdits } from '../../server/src/text/edit.ts'
import type { Uri } from '../../server/src/text/uri.ts'
import { word } from '../../server/src/words/message.ts'

type Texts = ReadonlyMap<Uri, string>

/** Applies a fix; undefined where a person has to make the change. */
export function applyFix(fix: Fix, texts: Texts): { texts: Map<Uri, string>; edits: readonly FileEdits[] } | undefined {
  const files = renderFix(fix, uri => texts.get(uri))
  if (!files) return undefined
  const next = new Map(texts)
  for (const { file, create, edits } of files) next.set(file, applyEdits(create ?? texts.get(file) ?? '', edits))
  return { texts: next, edits: files }
}

/** The property of every fix: the files still parse, the finding is gone, nothing of the same rule and nothing graver has appeared, nothing else has changed. The review is left as it was. Where texts are garbled, a fix may `reveal` what the mistake has hidden. */
export function assertFixSettles(
  finding: Finding,
  fix: Fix,
  before: Texts,
  review: Review,
  { reveals = false }: { readonly reveals?: boolean } = {},
): void {
  const label = `${finding.code} "${word(fix.title, english)}"`
  const applied = applyFix(fix, before)
  assert.ok(applied, `${label}: the writer refuses`)
  const { texts: after } = applied
  const changed = [...after].filter(([uri, text]) => before.get(uri) !== text).map(([uri]) => uri)
  // The files of a module are read together.
  const isGrouped = (uri: string): boolean => formatsOf(uri).some(format => 'group' in format)
  const together = changed.some(isGrouped) ? [...after.keys()].filter(isGrouped) : []
  const update = (texts: Texts): void =>
    void review.update(
      openReader().read([...new Set([...changed, ...together])].map(uri => [uri, texts.get(uri) ?? ''])),
    )
  const was = openFindings(review)
  update(after)
  const is = openFindings(review)
  update(before)
  const asked = fix.asks ? ['KR902', 'KR903'] : []
  const count = (findings: readonly Finding[], key: string): number =>
    findings.filter(other => keyOf(other) === key).length
  assert.ok(fix.asks || count(is, keyOf(finding)) < count(was, keyOf(finding)), `${label}: the finding is still there`)
  for (const other of reveals ? [] : is) {
    if (asked.includes(other.code) || count(is, keyOf(other)) <= count(was, keyOf(other))) continue
    assert.notEqual(other.code, finding.code, `${label}: ${other.code} appeared: ${word(other.message, english)}`)
    assert.ok(
      levels.indexOf(other.level) <= levels.indexOf(finding.level),
      `${label}: ${other.code} ${other.level} appeared: ${word(other.message, english)}`,
    )
  }
  for (const uri of changed) {
    const [old = '', text = ''] = [before.get(uri), after.get(uri)]
    assert.ok(syntaxErrors(uri, text) <= syntaxErrors(uri, old), `${label}: ${uri} does not parse any more\n${text}`)
    assertOnlyThere(label, uri, old, text, fix.edits)
  }
}

const openFindings = (review: Review): Finding[] =>
  [...review.files()].flatMap(uri => review.findings(uri)).filter(({ suppressed }) => !suppressed)

const keyOf = ({ code, message, at }: Finding): string => `${code} ${at.file} ${word(message, english)}`

/** A text whose aliases stand for more counts as a mistake. */
const mostAliases = 100

/** How many mistakes a parser of somebody else's finds in a text; templates stand for something that is right. */
export function syntaxErrors(uri: string, text: string): number {
  const syntax = syntaxFor(uri, text)
  return syntax === undefined ? 0 : mistakes[syntax](text)
}

const mistakes: Readonly<Record<SyntaxName, (text: string) => number>> = {
  yaml: text =>
    parseAllDocuments(withoutTemplates(text), { prettyErrors: false, uniqueKeys: false, logLevel: 'silent' }).reduce(
      (sum, document) => sum + document.errors.length + refusals(() => document.toJS({ maxAliasCount: mostAliases })),
      0,
    ),
  json: jsonErrors,
  script: text =>
    syntaxes.script.documents(text).reduce((sum, { start, end }) => {
      const part = text.slice(start, end)
      return sum + (part.startsWith('{') ? jsonErrors(part) : (part.match(/'/g)?.length ?? 0) % 2)
    }, 0),
  // Nobody writes these.
  print: () => 0,
  dockerfile: () => 0,
  blocks: () => 0,
  hcl: text => withHcl(text, errorsIn) ?? 0,
  // The format takes whatever is written, but for half an escape.
  properties: text => text.match(/(?<!\\)(?:\\\\)*\\u(?![0-9a-fA-F]{4})/g)?.length ?? 0,
  toml: text => refusals(() => parseToml(withoutTemplates(text))),
  proto: text => (refusalBy('protobuf', text) === undefined ? 0 : 1),
  avdl: text =>
    refusals(
      () => avsc.readProtocol(text),
      () => avsc.readSchema(text),
    ),
}

function jsonErrors(text: string): number {
  const errors: ParseError[] = []
  parseTree(text, errors, { allowTrailingComma: true })
  return errors.length
}

/** 1 where none of some parsers takes it. */
const refusals = (...parsers: readonly (() => unknown)[]): number => {
  const refuses = (parse: () => unknown): boolean => {
    try {
      parse()
      return false
    } catch {
      return true
    }
  }
  return parsers.every(refuses) ? 1 : 0
}

/** A text with words in place of its templates, and comments in place of lines that hold nothing else; a lone carriage return ends a line in YAML 1.2, and not in the library. */
const withoutTemplates = (text: string): string =>
  text
    .replace(/\r(?!\n)/g, '\n')
    .replace(/^([ \t]*)\{\{.*\}\}[ \t]*$/gm, '$1#')
    .replace(/\{\{.*?\}\}/g, 'x')

const errorsIn = (node: Node): number =>
  (node.isError || node.isMissing ? 1 : 0) +
  node.children.reduce((sum, child) => sum + (child ? errorsIn(child) : 0), 0)

/** Nothing but what the edits name has changed its value. */
function assertOnlyThere(
  label: string,
  uri: string,
  before: string,
  after: string,
  edits: readonly SemanticEdit[],
): void {
  if (before === after) return
  const [was, is] = [before, after].map(text => leaves(uri, text))
  const respelled = edits.filter(edit => edit.op === 'respell' && edit.at.file === uri).length
  if (respelled > 0) {
    // A key that stands twice is one value for whoever reads it.
    if (!holdsTwice(before)) assertRespelled(label, [...(was ?? [])], [...(is ?? [])], respelled)
    return
  }
  const paths = edits.flatMap(edit =>
    'at' in edit || edit.slot.file !== uri
      ? []
      : [
          edit.slot.path.join('/'),
          ...(edit.op === 'conceal' ? [`variable/${edit.variable}`, edit.slot.path.slice(0, 2).join('/')] : []),
        ],
  )
  const allowed = (path: string): boolean =>
    paths.some(
      edited =>
        path.slice(path.indexOf('/') + 1).startsWith(edited) || edited.startsWith(path.slice(path.indexOf('/') + 1)),
    )
  for (const path of new Set([...(was?.keys() ?? []), ...(is?.keys() ?? [])])) {
    if (was?.get(path) !== is?.get(path))
      assert.ok(
        allowed(path) || path.startsWith('0/imports/') || (before === '' && path.endsWith('version')),
        `${label}: ${path} of ${uri} changed from ${was?.get(path)} to ${is?.get(path)}`,
      )
  }
}

/** Whether a key stands twice in one map of a text in YAML, the only one in which words are spelled otherwise. */
const holdsTwice = (text: string): boolean =>
  parseAllDocuments(withoutTemplates(text), { prettyErrors: false, logLevel: 'silent' }).some(({ errors }) =>
    errors.some(({ code }) => code === 'DUPLICATE_KEY'),
  )

/** A word that is spelled otherwise may be a key: what stands below it has another path then, and the same value. */
function assertRespelled(
  label: string,
  was: readonly (readonly [string, string])[],
  is: readonly (readonly [string, string])[],
  respelled: number,
): void {
  const changed = was.filter(([, value], index) => is[index]?.[1] !== value)
  assert.equal(is.length, was.length, `${label}: values have come or gone`)
  assert.ok(changed.length <= respelled, `${label}: ${changed.map(([path]) => path).join(', ')} changed too`)
}

/** The values of a text by their paths, the number of the document first. */
function leaves(uri: string, text: string): Map<string, string> {
  const found = new Map<string, string>()
  const walk = (path: string, value: unknown): void => {
    if (typeof value === 'object' && value !== null)
      for (const [key, inner] of Object.entries(value)) walk(`${path}/${key}`, inner)
    else found.set(path, String(value))
  }
  const syntax = syntaxFor(uri, text)
  if (syntax === 'json') walk('0', parseJson(text, [], { allowTrailingComma: true }))
  else if (syntax === 'properties') walk('0', parse(text))
  else if (syntax === 'proto' || syntax === 'avdl') walkTree('0', syntaxes[syntax].read(text), found)
  else if (syntax === 'script')
    for (const [index, { start, end }] of syntaxes.script.documents(text).entries())
      walkTree(String(index), syntaxes.script.read(text.slice(start, end)), found)
  else if (syntax === 'hcl')
    for (const { start, end } of splitHcl(text))
      walk('0', plain(readHcl(text.slice(start, end)), text.slice(start, end)))
  else
    for (const [index, document] of [
      ...parseAllDocuments(withoutTemplates(text), { uniqueKeys: false, logLevel: 'silent' }),
    ].entries())
      walk(String(index), document.toJS({ maxAliasCount: mostAliases }))
  return found
}

/** A tree as values; what has to be worked out, as it is written. */
function plain(tree: Tree | undefined, source: string): unknown {
  if (tree?.kind === 'map') return Object.fromEntries(tree.entries.map(({ key, value }) => [key, plain(value, source)]))
  if (tree?.kind === 'list') return tree.items.map(item => plain(item, source))
  return tree && source.slice(tree.span.start, tree.span.end)
}

/** The values of a tree by their paths. */
function walkTree(path: string, tree: Tree | undefined, found: Map<string, string>): void {
  if (tree?.kind === 'map') for (const { key, value } of tree.entries) walkTree(`${path}/${key}`, value, found)
  else if (tree?.kind === 'list')
    for (const [index, item] of tree.items.entries()) walkTree(`${path}/${index}`, item, found)
  else if (tree) found.set(path, tree.text)
}
