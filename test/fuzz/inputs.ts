import { readdirSync } from 'node:fs'
import fc from 'fast-check'
import type { Uri } from '../../server/src/text/uri.ts'
import { readCompany } from '../support/company.ts'
import { readFixtures, uriOf } from '../support/fixtures.ts'
import { aliasBomb, hostile } from '../support/hostile.ts'

/** Texts that are reviewed together. */
export type Texts = readonly { readonly uri: Uri; readonly text: string }[]

/** What an input begins as: each fixture of the rules and formats, the example company, what is hostile. */
export const seeds: readonly Texts[] = [
  ...[...readdirSync('test/rules').map(rule => `test/rules/${rule}`), 'test/formats']
    .flatMap(readFixtures)
    .map(({ files }) => files.filter(({ path }) => !path.endsWith('.test.ts')).map(({ uri, text }) => ({ uri, text })))
    .filter(files => files.length > 0),
  readCompany(),
  ...Object.values(hostile)
    .map(({ files }) => Object.entries(files).map(([path, text]) => ({ uri: uriOf(path), text })))
    .filter(files => files.every(({ text }) => text.length < 10_000)),
]

const prototypes = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'valueOf',
  'prototype',
  '__defineGetter__',
]

/** What is typed, pasted or left behind in files. */
const pieces = [
  ...[
    '"',
    "'",
    '{',
    '}',
    '[',
    ']',
    '(',
    ')',
    ':',
    ',',
    ';',
    '=',
    '<',
    '|',
    '>',
    '-',
    '- ',
    '? ',
    '! ',
    '%',
    '@',
    '`',
    '\\',
    '/',
  ],
  ...[
    '\n',
    '\r',
    '\r\n',
    '\r\r\n',
    '\n\n',
    '\t',
    ' ',
    '  ',
    '\u0000',
    '\u001b[2J',
    '\u0085',
    '\u2028',
    '\uFEFF',
    '\uFFFE',
  ],
  ...['\uD83D', '\uDE00', '😀', 'e\u0301', '\u202e', 'İ', 'ß', 'ﬁ'],
  ...[
    '---\n',
    '...\n',
    '--- |\n',
    '&a ',
    '*a',
    '*b',
    '<<: *a',
    '<<: [*a, *a]',
    '!!binary ',
    '!secret x',
    '!!map ',
    '# ',
    '//',
    '/*',
    '*/',
  ],
  ...[
    '{{ x }}',
    '{{',
    '}}',
    '{{- if .Values.x }}\n',
    '{{- end }}\n',
    '${',
    '${x}',
    '${env:X}',
    '%{ if x }',
    '%{',
    '@@',
    '<%= x %>',
    '$(X)',
  ],
  ...[
    '<<<<<<< ours\n',
    '=======\n',
    '>>>>>>> theirs\n',
    '# kafka-review-ignore KR301 -- x\n',
    '# kafka-review-ignore-file KR301 -- x\n',
  ],
  ...[
    '<<-EOT\n',
    'EOT\n',
    'var.x',
    ' = ',
    'local.a',
    'module "m" {\n',
    'for_each = toset(["a"])\n',
    'dynamic "x" {\n',
    'count = 2\n',
  ],
  ...['null', '~', 'true', 'no', '0', '-1', '1e999', '99999999999999999999', '0x1F', '1_000', '.inf', 'NaN'],
  ...[
    'message X {',
    'oneof x {',
    'reserved 1 to max;',
    'import "x.proto";',
    'record R {',
    'union { null, string } x;',
    '@namespace("x") ',
  ],
  ...prototypes,
  ...['(a+)+$', '**/*a*a*a*b', '(?!x)a', '[a-z&&[^b]]', '\\Q', '(a|aa)+'],
]

/** So long that work which grows with the square of a length takes seconds. In UTF-16 units. */
const long = 30_000

/** What is hostile by its size; each costs a hundred times what another input does, so it comes less often. */
const bombs = [
  ...['[', '{', '(', '{"a":', '- ', 'a: '].map(open => open.repeat(300)),
  `\n${aliasBomb('[', ']', () => '')}`,
  `\n${aliasBomb('{', '}', i => `k${i}: `)}`,
  ...[
    ' ',
    '\t',
    '\n',
    '\r',
    'a',
    '0',
    ' a',
    'a.',
    '-',
    '_',
    '#',
    '=',
    ':',
    ',',
    ';',
    '/',
    '\\',
    '"',
    "'",
    '`',
    '|',
    '&',
    '*',
    '?',
  ].map(piece => piece.repeat(long / piece.length)),
  ...['(', '<', '>', '$', '%', '@', '${', '{{', '/*', '\u00df', '\uD83D'].map(piece =>
    piece.repeat(long / piece.length),
  ),
]
const bombEvery = 200
const pieceOf = (number: number): string =>
  (number % bombEvery === 0 ? bombs[(number / bombEvery) % bombs.length] : pieces[number % pieces.length]) ?? ''

/** A change of one of the files; numbers are taken modulo what is there. */
type Change = readonly [kind: (typeof kinds)[number], file: number, at: number, length: number, piece: number]
const kinds = [
  'insert',
  'insert',
  'insert',
  'cut',
  'cut',
  'end',
  'repeat',
  'splice',
  'name',
  'name',
  'ends',
  'line',
  'swap',
  'rest',
] as const

const lineEnds = ['\r\n', '\r', '\n\r', '\n']

/** The same texts with a change made. */
function change(texts: Texts, [kind, file, at, length, piece]: Change): Texts {
  const index = file % texts.length
  return texts.map((given, i) =>
    i === index ? { ...given, text: changeText(given.text, kind, at, length, piece) } : given,
  )
}

const splices: Readonly<Record<Change[0], (text: string, from: number, to: number, piece: number) => string>> = {
  insert: (text, from, _to, piece) => text.slice(0, from) + pieceOf(piece) + text.slice(from),
  cut: (text, from, to) => text.slice(0, from) + text.slice(to),
  end: (text, from) => text.slice(0, from),
  repeat: (text, from, to) => text.slice(0, to) + text.slice(from, to) + text.slice(to),
  splice: (text, from, to, piece) => {
    const other = seeds[piece % seeds.length]?.[0]?.text ?? ''
    return text.slice(0, from) + other.slice(from % (other.length + 1), to) + text.slice(from)
  },
  name: (text, from, _to, piece) => {
    const [word, start] = wordAt(text, from)
    return text.slice(0, start) + (prototypes[piece % prototypes.length] ?? '') + text.slice(start + word.length)
  },
  ends: (text, from, to, piece) =>
    text.slice(0, from) +
    text.slice(from, from + (to - from) * 8).replace(/\n/g, lineEnds[piece % lineEnds.length] ?? '\n') +
    text.slice(from + (to - from) * 8),
  line: (text, from) => {
    const start = text.lastIndexOf('\n', from - 1) + 1
    const end = text.indexOf('\n', from)
    return text.slice(0, start) + text.slice(end < 0 ? text.length : end + 1)
  },
  swap: (text, from, to) => {
    const middle = Math.floor((from + to) / 2)
    return text.slice(0, from) + text.slice(middle, to) + text.slice(from, middle) + text.slice(to)
  },
  rest: (text, from) => {
    const end = text.indexOf('\n', from)
    return text.slice(0, from) + (end < 0 ? '' : text.slice(end))
  },
}

function changeText(text: string, kind: Change[0], at: number, length: number, piece: number): string {
  const from = at % (text.length + 1)
  return splices[kind](text, from, Math.min(text.length, from + length), piece)
}

function wordAt(text: string, offset: number): [word: string, start: number] {
  const match = /\w+/.exec(text.slice(offset))
  return match ? [match[0], offset + match.index] : ['', text.length]
}

/** What is held to what a review promises: texts, what they were before, and whether the dear checks are made too. */
export interface Input {
  readonly before: Texts
  readonly texts: Texts
  /** On a share of inputs all is checked that is promised; on the others what is promised of every keystroke. */
  readonly isWhole: boolean
}

const sizeOf = (texts: Texts): number => texts.reduce((sum, { text }) => sum + text.length, 0)
/** A change of a small file meets something of Kafka's more often, and costs less. In UTF-16 units. */
const small = 350
const bases = {
  small: seeds.filter(texts => sizeOf(texts) <= small),
  large: seeds.filter(texts => sizeOf(texts) > small),
}
/** Of so many inputs one begins as a large one, one is checked as a whole. */
const largeEvery = 40
const wholeEvery = 50

/** What a text becomes by some changes. */
export const garble = (text: string, made: readonly Change[]): string =>
  made.reduce((current, [kind, , at, length, piece]) => changeText(current, kind, at, length, piece), text)

/** What stands in JSON in the place of something else. */
export const odd: readonly unknown[] = [
  ...[null, 0, -1, 1.5, 1e308, '', 'x', '\n::error::\u001b[2J', true, [], {}, [null], ['a', 'b']],
  ...[{ $ref: 1 }, { $ref: 99 }, { $at: [1, 1, 1] }, { $map: [[1]] }, { $glob: '**/*a*a*b' }, { $pattern: '(a+)+$' }],
  ...prototypes,
]

/** Some changes. */
export const changes: fc.Arbitrary<readonly Change[]> = fc.array(
  fc.tuple(fc.constantFrom(...kinds), fc.nat(50), fc.nat(100_000), fc.integer({ min: 1, max: 80 }), fc.nat(10_000)),
  { maxLength: 6, size: 'max' },
)

/** Inputs: what a seed becomes by some changes, or by none. */
export const inputs = (every = wholeEvery): fc.Arbitrary<Input> =>
  fc
    .noBias(
      fc.tuple(
        fc.oneof(
          { weight: largeEvery - 1, arbitrary: fc.constantFrom(...bases.small) },
          { weight: 1, arbitrary: fc.constantFrom(...bases.large) },
        ),
        changes,
        fc.nat(every - 1),
      ),
    )
    .map(([before, made, share]) => ({
      before,
      texts: made.reduce(change, before),
      isWhole: share === 0,
    }))
