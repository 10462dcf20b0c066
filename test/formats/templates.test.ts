import assert from 'node:assert/strict'
import { readActions, readBlocks } from '../../server/src/formats/chart/actions.ts'
import { readPipeline, type Term } from '../../server/src/formats/chart/pipeline.ts'
import { openReader, prepareReading } from '../../server/src/reader/reader.ts'
import { toUri } from '../../server/src/text/uri.ts'

/** A term as its author could have written it: literals in quotes, calls in brackets. */
function told(term: Term | undefined): string {
  if (term === undefined) return 'nothing'
  if (term.kind === 'literal') return `'${term.text}'`
  if (term.kind === 'path') return [term.from, ...term.steps].join(' ')
  if (term.kind === 'below') return `${told(term.of)} / ${term.steps.join(' ')}`
  return `${term.name}(${term.given.map(told).join(', ')})`
}

describe('the pipeline of a Go template', () => {
  const rows: readonly (readonly [action: string, term: string])[] = [
    ['.', '.'],
    ['$', '$'],
    ['.Values.a.b', '. Values a b'],
    ['.Values.a-b.', '. Values a-b'],
    ['$x', '$x'],
    ['$x.y', '$x y'],
    ['$.Values.a', '$ Values a'],
    ['"text"', "'text'"],
    ['"a \\"b\\" | c"', '\'a "b" | c\''],
    ['`raw "x"`', '\'raw "x"\''],
    ['"(a)"', "'(a)'"],
    ['3', "'3'"],
    ['-3', "'-3'"],
    ['3.5', "'3.5'"],
    ['true', "'true'"],
    ['false', "'false'"],
    ['truest', 'truest()'],
    ['untrue', 'untrue()'],
    ['x3', 'x3()'],
    ['include "a.b" .', "include('a.b', .)"],
    ['.Values.a | quote', 'quote(. Values a)'],
    ['.Values.a | default 3 | int', "int(default('3', . Values a))"],
    ['default (int 3) .Values.a', "default(int('3'), . Values a)"],
    ['(.Values.a)', '. Values a'],
    ['((.Values.a) | int)', 'int(. Values a)'],
    ['not (or .a .b)', 'not(or(. a, . b))'],
    ['(.a).b', '. a / b'],
    ['((.a.b).c-d | int).e', 'int(. a b / c-d) / e'],
    ['eq (.a).b "x"', "eq(. a / b, 'x')"],
    // What only looks like one.
    ['', 'nothing'],
    ['|', 'nothing'],
    ['a |', 'nothing'],
    ['| a', 'nothing'],
    ['(', 'nothing'],
    [')', 'nothing'],
    ['(.a', 'nothing'],
    ['().a', 'nothing'],
    ['(.a).', 'nothing'],
    ['.a)', 'nothing'],
    ['()', 'nothing'],
    ['a ()', 'nothing'],
    ['"open', 'nothing'],
    ['.a .b', 'nothing'],
    ['.a | .b', 'nothing'],
    ['"a" | "b"', 'nothing'],
    ['a-b', 'nothing'],
    ['$a-b', 'nothing'],
    ['.a..b', 'nothing'],
    ['a (b %)', 'nothing'],
  ]
  for (const [action, term] of rows)
    it(`reads ${action === '' ? 'nothing' : action}`, () => assert.equal(told(readPipeline(action)), term))
})

describe('the actions of a Go template', () => {
  it('are what stands between braces, without the dashes that eat blanks', () =>
    assert.deepEqual(
      readActions('a {{ .b }}{{- c -}} {{-d-}}{{/* e */}}').map(({ words }) => words),
      ['.b', 'c', 'd', '/* e */'],
    ))

  it('are not read where they are very long', () => {
    const long = (length: number): (string | number)[] =>
      readActions(`{{ ${'x'.repeat(length - 6)} }}`).map(({ words }) => words.length)
    assert.deepEqual(long(400), [394])
    assert.deepEqual(long(401), [0])
  })

  it('make blocks, which end where the next side of them begins', () => {
    const text =
      '{{ end }}{{ else }}{{ if .a }}1{{ range .b }}2{{ end }}{{ else if .c }}3{{ else }}4{{ end }}{{ with .d }}5{{ end }}{{ define "e" }}6{{ end }}{{ block "f" . }}7'
    const blocks = readBlocks(readActions(text))
    assert.deepEqual(
      blocks.map(({ word, head, inner, end, above, instead }) =>
        [
          word,
          head,
          end === Infinity ? 'open' : text.slice(inner, end).replace(/\{\{.*\}\}/, '*'),
          `in ${above?.word}`,
          `not ${instead?.head}`,
        ].join(' | '),
      ),
      [
        'if | .a | 1* | in undefined | not undefined',
        'range | .b | 2 | in if | not undefined',
        'else | .c | 3 | in undefined | not .a',
        'else |  | 4 | in undefined | not .c',
        'with | .d | 5 | in undefined | not undefined',
        'define | "e" | 6 | in undefined | not undefined',
        'block | "f" . | open | in undefined | not undefined',
      ],
    )
  })
})

describe('what the actions of a chart lead to', () => {
  before(prepareReading)

  const values =
    'yes: true\nno: false\nzero: 0\none: 1\ntext: "false"\nsize: two\nempty: ""\nnone: {}\nlist: []\nmap: {a: 1}\nfilled: [x]\nn: 2\n'
  const replicas = (spec: string): unknown => {
    const [[, facts] = []] = openReader()
      .read([
        [
          toUri('file:///c/templates/t.yaml'),
          `apiVersion: kafka.strimzi.io/v1\nkind: KafkaTopic\nmetadata:\n  name: orders\nspec:\n  partitions: 5\n${spec}`,
        ],
        [toUri('file:///c/values.yaml'), values],
      ])
      .filter(([uri]) => uri.endsWith('t.yaml'))
    const [topic] = facts?.entities ?? []
    assert.ok(topic?.kind === 'topic')
    const { replicationFactor: found } = topic
    return found.state === 'known' ? found.value : found.state
  }

  const conditions: readonly (readonly [condition: string, holds: boolean | undefined])[] = [
    ['.Values.yes', true],
    ['.Values.no', false],
    ['.Values.zero', false],
    ['.Values.one', true],
    ['.Values.text', true],
    ['.Values.size', true],
    ['.Values.empty', false],
    ['.Values.none', false],
    ['.Values.list', false],
    ['.Values.map', true],
    ['.Values.filled', true],
    ['.Values.missing', false],
    ['.Release.IsInstall', undefined],
    ['include "c.x" .', undefined],
    ['not .Values.yes', false],
    ['not .Values.no', true],
    ['not .Values.missing', true],
    ['and .Values.yes .Values.one', true],
    ['and .Values.yes .Values.no', false],
    ['and .Values.missing .Values.no', false],
    ['and .Values.yes .Values.missing', false],
    ['or .Values.no .Values.one', true],
    ['or .Values.no .Values.zero', false],
    ['or .Values.missing .Values.yes', true],
    ['or .Values.no .Values.missing', false],
    ['eq .Values.size "two"', true],
    ['eq .Values.size "one"', false],
    ['eq .Values.n 2', true],
    ['eq .Values.missing "two"', undefined],
    ['eq .Values.size', undefined],
    ['eq .Values.size "one" "two"', true],
    ['eq .Values.size "one" "three"', false],
    ['eq .Values.size "one" .Release.Name', undefined],
    // Below what nobody says Helm fails, unless brackets stand around it.
    ['.Values.missing.deep', undefined],
    ['(.Values.missing).deep', false],
    ['((.Values.map).a)', true],
    ['(.Values.map).b', false],
    ['.Values.map.b', false],
    ['(include "c.x" .).b', undefined],
    ['gt (int .Values.n) 1', true],
    ['ge .Values.n 3', false],
    ['lt .Values.n 3', true],
    ['le .Values.n 1', false],
    ['gt .Values.size 1', undefined],
    ['gt .Values.n', undefined],
    ['gt .Values.missing 1', undefined],
    ['empty .Values.list', true],
    ['empty .Values.filled', false],
    ['empty .Release.Name', undefined],
    ['(eq .Values.size "two" | not)', false],
    ['ne .Values.size "one"', true],
    ['ne .Values.size "two"', false],
    ['ne .Values.missing "two"', undefined],
    ['default false .Values.empty', false],
    ['default true .Values.empty', true],
    ['default true .Values.no', true],
    ['.Values.empty | default "false"', true],
    ['.Values.missing | default false', false],
    ['and (not .Values.no) (eq .Values.size "two")', true],
  ]
  for (const [condition, holds] of conditions)
    it(`follows if ${condition}`, () => {
      const spec = `  {{- if ${condition} }}\n  replicas: 1\n  {{- else }}\n  replicas: 3\n  {{- end }}\n`
      const taken = holds ? 1 : 3
      assert.equal(replicas(spec), holds === undefined ? 'unresolved' : taken)
    })

  const branches: readonly (readonly [what: string, spec: string, expected: unknown])[] = [
    ['what a variable is set to once', '  {{- $n := .Values.n }}\n  replicas: {{ $n }}\n', 2],
    [
      'nothing of a variable that is made further down',
      '  replicas: {{ $n }}\n  {{- $n := .Values.n }}\n',
      'unresolved',
    ],
    ['a variable as it was last made', '  {{- $n := 5 }}\n  {{- $n := .Values.n }}\n  replicas: {{ $n }}\n', 2],
    [
      'nothing of a variable of another block',
      '  {{- if .Values.n }}\n  {{- $n := 5 }}\n  {{- end }}\n  replicas: {{ $n }}\n',
      'unresolved',
    ],
    ['what a variable is given last', '  {{- $n := .Values.n }}\n  {{- $n = 5 }}\n  replicas: {{ $n }}\n', 5],
    [
      'what a variable keeps where a branch is not taken',
      '  {{- $n := 5 }}\n  {{- if .Values.no }}\n  {{- $n = 7 }}\n  {{- end }}\n  replicas: {{ $n }}\n',
      5,
    ],
    [
      'what a variable is given in a branch that is',
      '  {{- $n := 5 }}\n  {{- if .Values.yes }}\n  {{- $n = 7 }}\n  {{- end }}\n  replicas: {{ $n }}\n',
      7,
    ],
    [
      'nothing of a variable that a branch may give',
      '  {{- $n := 5 }}\n  {{- if .Release.IsInstall }}\n  {{- $n = 7 }}\n  {{- end }}\n  replicas: {{ $n }}\n',
      'unresolved',
    ],
    [
      'nothing of a variable that a loop gives',
      '  {{- $n := 5 }}\n  {{- range .Values.filled }}\n  {{- $n = 7 }}\n  {{- end }}\n  replicas: {{ $n }}\n',
      'unresolved',
    ],
    [
      'a test that a variable keeps',
      '  {{- $is := eq .Values.size "two" }}\n  {{- if $is }}\n  replicas: 1\n  {{- else }}\n  replicas: 3\n  {{- end }}\n',
      1,
    ],
    [
      'a text by a test that a variable keeps',
      '  {{- $is := ne .Values.size "two" }}\n  replicas: {{ ternary 1 3 $is }}\n',
      3,
    ],
    ['not what is never set', '  replicas: {{ $n }}\n', 'unresolved'],
    ['a dot within what is looked into', '  {{- with .Values.map }}\n  replicas: {{ .a }}\n  {{- end }}\n', 1],
    ['a dot that is called as well', '  {{- with $m := .Values.map }}\n  replicas: {{ .a }}\n  {{- end }}\n', 1],
    ['the whole from within', '  {{- with .Values.map }}\n  replicas: {{ $.Values.n }}\n  {{- end }}\n', 2],
    [
      'no dot of what is only defined',
      '  {{- define "x" }}\n  replicas: {{ .Values.n }}\n  {{- end }}\n',
      'unresolved',
    ],
    ['an element by its key', '  replicas: {{ index .Values.map "a" }}\n', 1],
    ['no element by what nobody knows', '  replicas: {{ index .Values.map .Values.size }}\n', 'unresolved'],
    ['no element of what is made', '  replicas: {{ index (default .Values.map .Values.none) "a" }}\n', 'unresolved'],
    ['the first that is not empty', '  replicas: {{ coalesce .Values.empty .Values.none .Values.n }}\n', 2],
    ['nought as it is', '  replicas: {{ .Values.zero }}\n', 0],
    ['the default of what is nought', '  replicas: {{ .Values.zero | default 3 }}\n', 3],
    ['none where the first may be there', '  replicas: {{ coalesce .Release.Revision .Values.n }}\n', 'unresolved'],
    ['the value rather than its default', '  replicas: {{ default 7 .Values.n }}\n', 2],
    ['what goes through functions that keep it', '  replicas: {{ .Values.n | toString | trim | int64 }}\n', 2],
    ['nothing of the whole', '  replicas: {{ .Values }}\n', 'unresolved'],
    ['nothing below a text', '  replicas: {{ .Values.n.a }}\n', 'unresolved'],
  ]
  for (const [what, spec, expected] of branches) it(`takes ${what}`, () => assert.equal(replicas(spec), expected, spec))
})
