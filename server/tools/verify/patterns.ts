import { Draw } from './draw.ts'

/** A pattern, and a text that it may or may not match as a whole. */
export type Pair = readonly [pattern: string, text: string]

const words = ['orders', 'payments', 'eu', 'prod', 'v1', 'dlq', 'audit', 'user', 'a', 'mm2', 'internal', 'cdc']
const joints = ['.', '-', '_']

/** What people write for topics and groups. */
const usual: readonly string[] = [
  '.*',
  '.+',
  '',
  'orders',
  'orders.*',
  'orders\\..*',
  '^orders\\..*$',
  'orders|payments',
  '(orders|payments)\\..*',
  '(?!__).*',
  '^(?!connect-).*',
  '[^_].*',
  '.*[\\-\\.]internal',
  '.*\\.replica',
  '__.*',
  'console-consumer-.*',
  '[a-z]+-v\\d+',
  '\\w+\\.\\w+',
  'orders,payments',
  '*',
  'orders*',
  '*.orders',
  'orders.**',
  '(?i)ORDERS.*',
  'eu\\.(?:prod|audit)\\.[a-z0-9]{1,12}',
  '\\Qorders.eu\\E.*',
  '[a-z&&[^b]]+',
  '\\p{Alpha}+',
  '\\p{Lower}[\\w.]*',
  'orders.++',
  '(a+)+b',
  '(a|a)*b',
  '(?<name>orders)\\..*',
  '(orders)\\.\\1',
  '[[:alpha:]]+',
  '\\Aorders\\z',
  '\\borders\\b.*',
  'orders(?=\\.eu).*',
  'orders(?<!x)',
  '[orders',
  'orders)',
  'a{2,1}',
  'x{,3}',
  '\\',
  '(?x) orders # of customers',
]

/** A pattern and a text that it often matches. */
type Part = readonly [pattern: string, text: string]

/** A repetition, how often its text repeats what stands before it at least, and otherwise. */
const quantifiers: readonly (readonly [written: string, fewest: number, more: number])[] = [
  ['', 1, 1],
  ['', 1, 1],
  ['', 1, 1],
  ['*', 0, 2],
  ['+', 1, 3],
  ['?', 0, 1],
  ['{1,3}', 1, 3],
  ['{2}', 2, 2],
  ['*?', 0, 2],
  ['+?', 1, 2],
]

/** How a group opens, and whether it takes text. */
const openings: readonly (readonly [written: string, consumes: boolean])[] = [
  ['(', true],
  ['(?:', true],
  ['(?:', true],
  ['(?:', true],
  ['(?=', false],
  ['(?!', false],
]

const names: readonly Part[] = words.map(word => [word, word])
const singles: readonly Part[] = [
  ['\\.', '.'],
  ['-', '-'],
  ['_', '_'],
  ['.', 'x'],
  ['.*', 'orders'],
]
const classes: readonly Part[] = [
  ['\\w', 'a'],
  ['\\d', '1'],
  ['\\s', ' '],
  ['\\W', '.'],
  ['[a-z]', 'b'],
  ['[^.]', 'x'],
  ['[\\w-]', '-'],
  ['[a-z0-9._-]', '.'],
  ['[.]', '.'],
  ['[^a-c]', 'd'],
]
const anchors: readonly Part[] = [
  ['^', ''],
  ['$', ''],
  ['\\b', ''],
  ['\\B', ''],
]
const javaOnly: readonly Part[] = [
  ['\\p{Alpha}', 'a'],
  ['\\p{L}', 'é'],
  ['\\h', ' '],
  ['\\Q.\\E', '.'],
  ['\\x61', 'a'],
  ['\\u0061', 'a'],
  ['\\t', '\t'],
  ['\\Z', ''],
]

/** What a part may be, as often as it stands here. */
const kinds: readonly (readonly Part[] | 'group')[] = [
  names,
  names,
  names,
  names,
  singles,
  singles,
  classes,
  anchors,
  javaOnly,
  'group',
  'group',
  'group',
]

/** Draws patterns and names. */
class PatternDraw extends Draw {
  name(): string {
    return this.some(3, () => this.pick(words)).reduce((all, word) => all + this.pick(joints) + word)
  }

  /** A part with its repetition; behind a word it holds for the last letter. */
  piece(depth: number): Part {
    const [pattern, text] = this.#atom(depth)
    const [quantifier, fewest, more] = this.pick(quantifiers)
    const whole = /[)\]*]$/.test(pattern) || pattern.startsWith('\\') || pattern.length === 1
    const [head, last] = whole ? ['', text] : [text.slice(0, -1), text.slice(-1)]
    return [pattern + quantifier, head + last.repeat(this.chance(0.5) ? fewest : more)]
  }

  #atom(depth: number): Part {
    const kind = this.pick(kinds)
    if (kind === 'group' && depth > 0) return this.#group(depth)
    return this.pick(kind === 'group' ? singles : kind)
  }

  #group(depth: number): Part {
    const parts = this.some(3, () => this.piece(depth - 1))
    const [open, consumes] = this.pick(openings)
    const either = this.chance(0.5)
    const text = either ? this.pick(parts)[1] : parts.map(part => part[1]).join('')
    return [`${open}${parts.map(part => part[0]).join(either ? '|' : '')})`, consumes ? text : '']
  }
}

/** Makes pairs of the kinds that people write and of odd ones: `count` patterns, two texts each. */
export function makePairs(count: number, seed = 20_261_121): Pair[] {
  const draw = new PatternDraw(seed)
  const pairs = usual.flatMap((pattern): Pair[] => [
    [pattern, draw.name()],
    [pattern, 'orders.eu'],
  ])
  while (pairs.length < count * 2) {
    const parts = draw.some(4, () => draw.piece(2))
    const pattern = parts.map(part => part[0]).join('')
    pairs.push(
      [pattern, parts.map(part => part[1]).join('')],
      [pattern, draw.chance(0.5) ? draw.name() : draw.pick([...words, 'orders.eu', 'a', '', 'user_dlq'])],
    )
  }
  return pairs
}
