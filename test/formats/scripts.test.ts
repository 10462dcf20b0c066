import assert from 'node:assert/strict'
import type { Entity } from '../../server/src/model/entities.ts'
import type { Fact } from '../../server/src/model/fact.ts'
import { readFile } from '../../server/src/reader/read-file.ts'
import { prepareReading } from '../../server/src/reader/reader.ts'
import { fallbackOf } from '../../server/src/text/fallback.ts'
import { indexLines } from '../../server/src/text/line-index.ts'
import { uriOf } from '../support/fixtures.ts'

/** Scripts, line by line, and the topics that they make: `name copies`, `?` where nobody knows, with what holds where nobody sets it, `-` where nothing is said. */
type Row = readonly [what: string, script: readonly string[], topics: readonly string[]]

const entitiesIn = (lines: readonly string[], path = 'topics.sh'): readonly Entity[] =>
  (readFile(uriOf(path), `${lines.join('\n')}\n`)?.facts.entities ?? []) as readonly Entity[]

const word = (fact: Fact<unknown> | undefined): string => {
  if (fact?.state === 'known') return String(fact.value)
  return fact?.state === 'unresolved' ? `?${fallbackOf(fact.text) ?? ''}` : '-'
}

const topicsIn = (lines: readonly string[], path?: string): string[] =>
  entitiesIn(lines, path).flatMap(one =>
    one.kind === 'topic' ? [`${word(one.name)} ${word(one.replicationFactor)}`] : [],
  )

const create = (topic: string, copies = '2'): string =>
  `kafka-topics --bootstrap-server shop:9092 --create --topic ${topic} --replication-factor ${copies}`
/** As many words as a list may have, and some more. */
const words = (more: number): string[] => Array.from({ length: 200 + more }, (_, i) => `t${i}`)
/** So many functions, of which each calls the next one, and the last makes a topic. */
const chain = (depth: number): string[] =>
  Array.from({ length: depth }, (_, i) => [
    `f${i + 1}() {`,
    `  ${i + 1 < depth ? `f${i + 2} "$1"` : create('"$1"')}`,
    '}',
  ]).flat()
/** A function that makes the topic of its first argument, in as many copies as its second says. */
const make = ['make() {', `  ${create('"$1"', '"$2"')}`, '}']
const each = (head: string, topic = '"$t"', copies?: string): string[] => [head, `  ${create(topic, copies)}`, 'done']

const rows: readonly Row[] = [
  // Variables.
  ['a variable', ['T=orders', create('$T')], ['orders 2']],
  ['a variable in braces', ['T=orders', create('"${T}-v1"')], ['orders-v1 2']],
  ['a variable between single quotes', ['T=orders', create("'$T'")], ['? 2']],
  ['a variable of variables', ['A=orders', 'T=$A', create('$T')], ['orders 2']],
  ['a variable in a value', ['A=shop', 'T="$A.orders"', create('$T')], ['shop.orders 2']],
  ['a variable that nobody sets', [create('$T')], ['? 2']],
  ['a variable that is empty', ['T=', create('shop$T')], ['shop 2']],
  ['two values', ['T=a', create('$T'), 'T=b'], ['? 2']],
  ['one value twice', ['T=a', create('$T'), 'T="a"'], ['a 2']],
  ['a value that somebody else may give', ['RF=${RF:-1}', create('a', '$RF')], ['a ?1']],
  ['a value or that of another', ['B=b', 'T=${A:-$B}', create('$T')], ['?b 2']],
  ['values of each other', ['A=$B', 'B=$A', create('$A')], ['? 2']],
  ['a test for an empty one without quotes', ['[ -z  $T ] && T=a', create('$T')], ['?a 2']],
  ['what one command is given', ['A=1 RF=1 run', create('a', '$RF')], ['a ?']],
  ['what is typed in beside what is given', ['RF=1', 'read RF', 'cat <<< x', create('a', '$RF')], ['a ?']],
  ['what a loop goes over', ['A=1', 'for x in A; do', '  :', 'done', create('a', '$A')], ['a 1']],
  ['options in a variable', ['ALL="--replication-factor 1"', 'kafka-topics --create --topic a $ALL'], ['a 1']],
  ['a value in a test for an empty one', ['if [ -z "${RF}" ]; then', '  RF=1', 'fi', create('a', '$RF')], ['a ?1']],
  ['a value behind then', ['if true; then RF=1; fi', create('a', '$RF')], ['a 1']],
  ['an exported variable', ['export RF=1', create('a', '$RF')], ['a 1']],
  ['several in one line', ['export A=b RF="1" # RF=4', create('$A', '$RF')], ['b 1']],
  ['an option of declare', ['declare -r RF=1 T=a', create('$T', '$RF')], ['a 1']],
  ['what is typed in', ['RF=1', 'read -r -p x RF', create('a', '$RF')], ['a ?']],
  [
    'what is typed in behind words',
    ['RF=1 T=a', 'if true; then read -rp "How many? " T RF; fi', create('$T', '$RF')],
    ['? ?'],
  ],
  ['what a remark says', ['RF=1', '# read RF from nowhere', 'echo please read RF', create('a', '$RF')], ['a 1']],
  ['what a loop sets', ['RF=1', 'for RF in $ALL; do', '  :', 'done', create('a', '$RF')], ['a ?']],
  ['what a program says', ['RF=$(count)', create('a', '$RF')], ['a ?']],
  ['what a program says in older words', ['RF=`count`', create('a', '$RF')], ['a ?']],
  [
    'what a program says in the command',
    [create('$(name of)', '$(count)'), create('a', '$(count) --config x=1')],
    ['? ?', 'a ?'],
  ],
  ['a command in what is run', [`if ! OUT=$(${create('a', '1')}); then :; fi`], ['a 1']],
  ['an array as a text', ['RF=(1 2)', create('a', '$RF')], ['a ?']],

  // Parameters with more than a name.
  ['without an end', ['for e in orders:1; do', `  ${create('${e%:*}', '${e#*:}')}`, 'done'], ['orders 1']],
  ['without the shortest end', each('for t in a:b:c; do', '${t%:*}'), ['a:b 2']],
  ['without the longest end', each('for t in a:b:c; do', '${t%%:*}'), ['a 2']],
  ['without the shortest beginning', each('for t in a:b:c; do', '${t#*:}'), ['b:c 2']],
  ['without the longest beginning', each('for t in a:b:c; do', '${t##*:}'), ['c 2']],
  ['without a mark', each('for t in a#b; do', '${t%#*}'), ['? 2']],
  ['without the end of what nobody knows', [create('${A%:*}')], ['? 2']],
  ['without the end of what a program says', ['A=$(list)', create('${A%:*}')], ['? 2']],
  ['without an end that is not there', each('for t in abc; do', '${t%:*}'), ['abc 2']],
  [
    'an argument or what stands for it',
    ['f() {', `  ${create('$1', '${2:-1}')}`, '}', 'f a # c', 'f b 3'],
    ['a 1', 'b 3'],
  ],
  ['an argument or another', ['f() {', `  ${create('${2:-$1}')}`, '}', 'f a', 'f a b'], ['a 2', 'b 2']],
  ['an argument or a complaint', ['f() {', `  ${create('${1:?name}')}`, '}', 'f a', 'f'], ['a 2', '? 2']],

  // Functions.
  ['calls of a function', [...make, 'make a 1', 'make b 2'], ['a 1', 'b 2']],
  ['a call without an argument', [...make, 'make a'], ['a ?']],
  [
    'a call with words of its own',
    [...make, 'make "a" \'1\' # 3', 'make b \\', '  2 && make c 3'],
    ['a 1', 'b 2', 'c 3'],
  ],
  ['a call with what a program says', [...make, 'make a $(count)', 'make b "`count`"'], ['a ?', 'b ?']],
  ['a call with an array', [...make, 'make "${all[@]}"'], ['? ?']],
  [
    'a call in a condition',
    [...make, 'if make a 1; then', '  make b 2', 'else make c 3', 'fi', '! make d 4'],
    ['a 1', 'b 2', 'c 3', 'd 4'],
  ],
  ['a function that nobody calls', make, ['? ?']],
  ['a function that is only named', [...make, 'echo make a 1'], ['? ?']],
  ['a call that hands on what may be set', [...make, 'make a "${RF:-1}"'], ['a ?1']],
  ['a call with a sign and a name', ['T=x', ...make, "make '$T' 1"], ['? 1']],
  ['a call with words of several parts', [...make, 'make or"de"rs 1', 'make a\\-b 1'], ['orders 1', 'a-b 1']],
  ['a call in a function above', ['both() {', '  make "$1" 1', '}', ...make, 'both a'], ['a 1']],
  ['four calls in each other', [...chain(4), 'f1 a'], ['a 2']],
  ['five calls in each other', [...chain(5), 'f1 a'], ['? 2']],
  [
    'calls more often than anybody counts',
    [...make, 'for t in $ALL; do', ...words(1).map(t => `  make ${t} 1`), 'done'],
    ['? ?'],
  ],
  ['arguments that are moved elsewhere', ['g() {', '  shift', '}', ...make, 'make a 1'], ['a 1']],
  ['a call that is only shown', [...make, "cat <<'X'", 'make a 1', 'X'], ['? ?']],
  ['a function that moves its arguments', ['f() {', '  shift', `  ${create('$1')}`, '}', 'f a b'], ['? 2']],
  ['a function that calls itself', ['f() {', `  ${create('$1')}`, '  f "$1"', '}', 'f a'], ['a 2']],
  [
    'a function in a function',
    [...make, 'both() {', '  make "$1" 1', '  make "$1-dlq" 2', '}', 'both a'],
    ['a 1', 'a-dlq 2'],
  ],
  ['a function in one line', [`f() { ${create('$1')}; }`, 'f a'], ['a 2']],
  ['a function in one line with a remark', [`f() { ${create('$1')}; } # one`, 'g() {', '  shift', '}', 'f a'], ['a 2']],
  ['a function that begins on its first line', ['f() { local t="${1}"', `  ${create('$t')}`, '}', 'f a'], ['a 2']],
  ['a function that never ends', ['f() {', `  ${create('$1')}`, 'f a'], ['? 2']],
  ['a function with a word before it', ['function f {', `  ${create('$1')}`, '}', 'f a'], ['a 2']],
  ['a function with both', ['function shop::f() {', `  ${create('$1')}`, '}', 'shop::f a'], ['a 2']],
  ['a brace on the next line', ['f()', '{', `  ${create('$1')}`, '}', 'f a'], ['a 2']],
  [
    'a variable of a function',
    ['f() {', '  local RF=1', `  ${create('a', '$RF')}`, '}', 'f', create('b', '$RF')],
    ['a 1', 'b ?'],
  ],
  ['a variable that a function leaves', ['f() {', '  RF=1', '}', 'f', create('b', '$RF')], ['b 1']],
  [
    'arguments under names',
    ['f() {', '  local t=$1 c="$2"', `  ${create('$t', '$c')}`, '}', 'f a 1', 'f b 2'],
    ['a 1', 'b 2'],
  ],

  // Loops over words.
  ['a loop', each('for t in a b; do'), ['a 2', 'b 2']],
  ['a loop with do on a line of its own', ['for t in a "b c"', 'do', `  ${create('"$t"')}`, 'done'], ['a 2', 'b c 2']],
  ['a loop on one line', [`for t in a b; do ${create('$t')}; done`], ['a 2', 'b 2']],
  ['a loop over a text', ['ALL="a b"', ...each('for t in $ALL; do')], ['a 2', 'b 2']],
  ['a loop over a text and more', ['ALL="a b"', ...each('for t in $ALL c; do')], ['a 2', 'b 2', 'c 2']],
  ['a loop over what nobody knows', each('for t in $ALL; do'), ['? 2']],
  ['a loop over files', each('for t in topics/*; do'), ['? 2']],
  ['a loop over what a program says', each('for t in a $(all); do'), ['? 2']],
  ['a loop over numbers', each('for t in {1..3}; do'), ['? 2']],
  [
    'a loop in a loop',
    ['for a in x y; do', '  for t in 1 2; do', `    ${create('$a$t')}`, '  done', 'done'],
    ['x1 2', 'x2 2', 'y1 2', 'y2 2'],
  ],
  ['a loop over calls', [...make, 'for t in a b; do', '  make "$t" 1', 'done'], ['a 1', 'b 1']],
  ['a loop over an array', ['ALL=(a "b")', ...each('for t in "${ALL[@]}"; do')], ['a 2', 'b 2']],
  [
    'a loop over an array on lines',
    ['ALL=(', '  a # first', '  b', ')', ...each('for t in ${ALL[*]}; do')],
    ['a 2', 'b 2'],
  ],
  ['a loop over an array that grows', ['ALL=(a)', 'ALL+=(b)', ...each('for t in "${ALL[@]}"; do')], ['? 2']],
  ['a loop over an array that is set twice', ['ALL=(a)', 'ALL=(b)', ...each('for t in "${ALL[@]}"; do')], ['? 2']],
  ['a loop over an array of what nobody knows', ['ALL=(a $B)', ...each('for t in "${ALL[@]}"; do')], ['? 2']],
  ['a loop over an array of what a program says', ['ALL=(a $(all))', ...each('for t in "${ALL[@]}"; do')], ['? 2']],
  [
    'a loop over keys',
    ['declare -A ALL=([orders]=1 ["a b"]=3)', ...each('for t in "${!ALL[@]}"; do', '"$t"', '${ALL["$t"]}')],
    ['orders 1', 'a b 3'],
  ],
  [
    'a loop over keys of which nobody knows one',
    ['declare -A ALL=([a]=1 [$K]=3)', ...each('for t in "${!ALL[@]}"; do', '$t', '"${ALL[${t}]}"')],
    ['a 1', '? 3'],
  ],
  ['elements of other names', ['declare -A ALL=([a]=1)', ...each('for t in b; do', '"$t"', '${ALL[$t]}')], ['b ?']],
  ['an element by its number', ['ALL=(a b)', 'i=1', create('${ALL[$i]}')], ['? 2']],
  ['an element of nothing', ['i=1', create('${ALL[$i]}')], ['? 2']],
  ['an element by what nobody knows', ['declare -A ALL=([a]=1)', create('a', '${ALL[$i]}')], ['a ?']],
  ['a loop over values', ['declare -A ALL=([a]=x [b]=y)', ...each('for t in "${ALL[@]}"; do')], ['x 2', 'y 2']],

  // Pieces.
  [
    'a piece by cut',
    [
      'for e in a:1; do',
      '  t=$(echo $e | cut -d: -f1)',
      '  c=$(echo "$e" | cut -f2 -d:)',
      `  ${create('$t', '$c')}`,
      'done',
    ],
    ['a 1'],
  ],
  [
    'a piece by awk',
    [
      'for e in a,1; do',
      "  t=$(echo $e | awk -F, '{print $1}')",
      "  c=$(printf '%s' \"$e\" | awk -F ',' '{ print $2 }')",
      `  ${create('$t', '$c')}`,
      'done',
    ],
    ['a 1'],
  ],
  ['a piece of what nobody knows', ['t=$(echo $e | cut -d: -f1)', create('$t')], ['? 2']],
  [
    'a piece that is not there',
    ['for e in a:1; do', '  c=$(echo $e | cut -d: -f3)', `  ${create('a', '$c')}`, 'done'],
    ['a ?'],
  ],
  [
    'pieces by read',
    ['for e in a:1:x:y; do', '  IFS=: read -r t c rest <<< "$e"', `  ${create('$t-$rest', '$c')}`, 'done'],
    ['a-x:y 1'],
  ],
  [
    'pieces by read at blanks',
    ['for e in "orders 1"; do', '  read t c <<< $e', `  ${create('$t', '$c')}`, 'done'],
    ['orders 1'],
  ],

  [
    'pieces by read at quoted letters',
    ['for e in "a|1"; do', '  IFS=\'|\' read t c <<< "${e}"', `  ${create('$t', '$c')}`, 'done'],
    ['a 1'],
  ],

  [
    'a piece of a piece',
    ['e=a-b:1', 't=$(echo $e | cut -d: -f1)', 's=$(echo "$t" | cut -d- -f2)', create('$s')],
    ['b 2'],
  ],
  [
    'two pieces under one name',
    ['e=a:1', 't=$(echo $e | cut -d: -f1)', 't=$(echo $e | cut -d: -f2)', create('$t')],
    ['? 2'],
  ],
  [
    'pieces at two letters under one name',
    ['e=a:1', 't=$(echo $e | cut -d: -f1)', 't=$(echo $e | cut -d- -f1)', create('$t')],
    ['? 2'],
  ],
  [
    'pieces of two under one name',
    ['e=a:1', 'd=b:1', 't=$(echo $e | cut -d: -f1)', 't=$(echo $d | cut -d: -f1)', create('$t')],
    ['? 2'],
  ],
  ['one piece twice', ['e=a:1', 't=$(echo $e | cut -d: -f1)', 't=$(echo "$e" | cut -d: -f1)', create('$t')], ['a 2']],

  // Loops over lines.
  [
    'lines',
    ['while read -r t c; do', `  ${create('$t', '$c')}`, 'done <<X', 'a 1', '# b 2', '', '  c 3', 'X'],
    ['a 1', 'c 3'],
  ],
  [
    'lines with a letter between',
    ['while IFS=: read t c; do', `  ${create('$t', '$c')}`, 'done << "X"', 'a:1', 'X'],
    ['a 1'],
  ],
  [
    'lines with a quoted letter between',
    ["while IFS=',' read -r t c", 'do', `  ${create('$t', '$c')}`, "done <<-'X'", '\ta,1', '\tX'],
    ['a 1'],
  ],
  [
    'lines with more fields than names',
    ['while read -r t; do', `  ${create('"$t"')}`, 'done <<X', 'a b', 'X'],
    ['a b 2'],
  ],
  ['lines with what nobody knows', ['while read -r t; do', `  ${create('$t')}`, 'done <<X', '$A', 'X'], ['? 2']],
  [
    'lines of more than one loop',
    ['while read -r t all; do', '  for c in $all; do', `    ${create('$t$c')}`, '  done', 'done <<X', 'a 1 2', 'X'],
    ['a1 2', 'a2 2'],
  ],
  [
    'lines in a function',
    [
      'f() {',
      '  while read -r t; do',
      '    for c in 1; do',
      `      ${create('$t', '$c')}`,
      '    done',
      '  done<<X',
      'a',
      'X',
      '}',
      'f',
    ],
    ['a 1'],
  ],
  [
    'lines of another text',
    ['while read -r t; do', `  ${create('$t')}`, 'done < topics.txt; cat <<X', 'a', 'X'],
    ['? 2'],
  ],
  [
    'as many lines as are looked at',
    ['while read -r t; do', `  ${create('$t')}`, 'done <<X', ...words(0), 'X'],
    words(0).map(t => `${t} 2`),
  ],
  ['more lines', ['while read -r t; do', `  ${create('$t')}`, 'done <<X', ...words(1), 'X'], ['? 2']],
  ['lines of a file', ['while read -r t; do', `  ${create('$t')}`, 'done < topics.txt'], ['? 2']],
  ['lines of a program', ['list | while read -r t; do', `  ${create('$t')}`, 'done'], ['? 2']],
  ['lines without an end', ['while read -r t; do', `  ${create('$t')}`, 'done <<X', 'a'], ['? 2']],
]

describe('a script', () => {
  before(prepareReading)

  for (const [what, script, topics] of rows)
    it(`makes of ${what}: ${topics.join(', ')}`, () => assert.deepEqual(topicsIn(script), topics))

  it('of make and of PowerShell sets variables in its own way', () => {
    const recipe = `all:\n\t${create('$(T)', '$(RF)')}`
    for (const [path, script, topic] of [
      ['Makefile', `T := orders\nRF ?= 1\n${recipe}`, 'orders ?1'],
      ['Makefile', `T = orders\nRF = 1 # one\n${recipe}`, 'orders 1'],
      ['topics.ps1', `$T = 'orders'\n$RF = "1"\n${create('$T', '$RF')}`, 'orders 1'],
    ] as const)
      assert.deepEqual(topicsIn(script.split('\n'), path), [topic], script)
  })

  it('says where it is written what a topic is called, and in how many copies', () => {
    const script = `
create() {
  local name=$1 copies="\${2:-9}"
#                       ^ \${2:-9}
  kafka-topics --bootstrap-server shop:9092 --create --topic "$name" --replication-factor "$copies"
}
create orders 1
#      ^ orders
#             ^ 1
create "returns"
#       ^ returns
readonly A=1 LAST='carts-2' NEXT=carts-3
#                  ^ carts-2
#                                ^ carts-3
create "$LAST" 7
#              ^ 7
create $NEXT 7
#            ^ 7
ALL="carts  bills"
#    ^ carts
#           ^ bills
for topic in $ALL; do
  create "\${topic}" 2
#                   ^ 2
#                   ^ 2
done
for entry in stock:3:x stores:4; do
#            ^ stock
#                  ^ 3
#                      ^ stores
#                             ^ 4
  IFS=: read -r name copies rest <<< "$entry"
  create "$name" "$copies"
done
while read -r topic count; do
  create "$topic" "$count"
done <<LIST
  lines 6
# ^ lines
#       ^ 6
LIST
`
    const shown: string[] = []
    const written: string[] = []
    let line = 0
    for (const [at, text] of script.split('\n').entries()) {
      const [, dots, what] = /^#( +)\^ (.+)$/.exec(text) ?? []
      if (dots === undefined) line = at + 1
      else shown.push(`${what} @${line}:${dots.length + 2}`)
    }
    const lines = indexLines(script)
    const place = (fact: Fact<unknown>): void => {
      if (fact.state !== 'known') return
      const { line: row, character } = lines.position(fact.at.span.start)
      const { start, end } = fact.at.span
      written.push(`${script.slice(start, end)} @${row + 1}:${character + 1}`)
    }
    for (const one of (readFile(uriOf('a.sh'), script)?.facts.entities ?? []) as readonly Entity[])
      if (one.kind === 'topic') for (const fact of [one.name, one.replicationFactor]) place(fact)
    assert.deepEqual(written.sort(), shown.sort())
  })
})
