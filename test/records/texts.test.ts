import assert from 'node:assert/strict'
import { inEnglish } from '../../server/src/locale/en.ts'
import { cellsBy, cellsOf, type Basis, type CellName, type Role } from '../../server/src/records/cells.ts'
import { changesBetween } from '../../server/src/records/changes.ts'
import { citationsIn, withCitations } from '../../server/src/records/citations.ts'
import {
  keptIn,
  plainOf,
  readComment,
  readCsv,
  readJson,
  readLines,
  withoutComment,
  withoutLines,
} from '../../server/src/records/kept.ts'
import { layoutOf } from '../../server/src/records/layout.ts'
import type { Activity, ProcessingRecord, Value } from '../../server/src/records/record.ts'
import { placesOf, proposalGap, rowsOf, sourceWords, titleOf } from '../../server/src/records/rows.ts'
import { servicesOf, serviceWords } from '../../server/src/records/services.ts'

const { record: words } = inEnglish
const place = (start: number): Value['places'][number] => ({ file: 'file:///a' as never, span: { start, end: start } })
const value = (
  text: string,
  basis: Basis = 'proven',
  at: readonly number[] = [1],
  more: Partial<Value> = {},
): Value => ({
  text: () => text,
  basis,
  places: at.map(place),
  ...more,
})
const blank = value(words.toBeDeclared, 'missing', [])
const activity = (
  name: string,
  cells: Partial<Record<CellName, readonly Value[]>>,
  more: Partial<Activity> = {},
): Activity => ({
  name,
  role: 'controller',
  declared: true,
  special: false,
  sources: [{ kind: 'topic', name, at: place(9) }],
  cells: cellsBy(cell => cells[cell] ?? []),
  administration: {},
  weaknesses: [],
  partiesMissing: [],
  data: [],
  destinations: [],
  ...more,
})
const record = (activities: readonly Activity[], more: Partial<ProcessingRecord> = {}): ProcessingRecord => ({
  activities,
  systems: [],
  without: [],
  untold: [],
  own: [],
  schemas: [],
  weaknesses: [],
  unread: [],
  accepted: [],
  ...more,
})

describe('the layout of a record', () => {
  const told = (activities: readonly Activity[]): unknown => {
    const { common, shares, activities: each, gaps, owners } = layoutOf(record(activities))
    const line = ({ cell, values }: { cell: CellName; values: readonly Value[] }): string =>
      `${cell}: ${values.map(one => `${one.text(words)} at ${one.places.map(({ span }) => span.start).join()}`).join('; ')}`
    return {
      common: common.map(line),
      shares: shares.map(
        ({ label, activities: members, lines }) =>
          `${label} of ${members.map(({ name }) => name).join()}: ${lines.map(line).join(' | ')}`,
      ),
      own: each.map(
        ({ activity: { name }, lines, shares: labels, blanks }) =>
          `${name}${labels.length > 0 ? ` with ${labels.join()}` : ''}: ${lines.map(line).join(' | ')}${blanks.length > 0 ? `, blank ${blanks.join()}` : ''}`,
      ),
      gaps: gaps.map(
        ({ cell, activities: names, value: what, declaration }) =>
          `${cell}${what ? ` ${what.text(words)}` : ''} of ${names.join() || 'all'}${declaration ? ` in ${declaration}` : ''}`,
      ),
      owners,
    }
  }
  it('of one activity shares nothing', () => {
    assert.deepEqual(told([activity('a', { purposes: [value('p')], subjects: [blank] })]), {
      common: [],
      shares: [],
      own: ['a: purposes: p at 1, blank subjects'],
      gaps: ['subjects of a in record.activities: subjects'],
      owners: [],
    })
  })
  it('says once what all say, with the places of all', () => {
    const both = { purposes: [value('p', 'proven', [1])], legalBasis: [value('l')] }
    assert.deepEqual(
      told([activity('a', both), activity('b', { ...both, purposes: [value('p', 'proven', [2])], legalBasis: [] })]),
      {
        common: ['purposes: p at 1,2'],
        shares: [],
        own: ['a: legalBasis: l at 1', 'b: '],
        gaps: [],
        owners: [],
      },
    )
  })
  it('says once what some say, from three values on', () => {
    const three = { purposes: [value('p'), value('q')], measures: [value('m')] }
    const own = told([activity('a', three), activity('b', three), activity('c', {})]) as Record<string, unknown>
    assert.deepEqual(own.shares, ['A of a,b: purposes: p at 1,1; q at 1,1 | measures: m at 1,1'])
    assert.deepEqual(own.own, ['a with A: ', 'b with A: ', 'c: '])
    const two = { purposes: [value('p')], measures: [value('m')] }
    const less = told([activity('a', two), activity('b', two), activity('c', {})]) as Record<string, unknown>
    assert.deepEqual(less.shares, [])
    assert.deepEqual(less.own, [
      'a: purposes: p at 1 | measures: m at 1',
      'b: purposes: p at 1 | measures: m at 1',
      'c: ',
    ])
  })
  it('shares nothing between a controller and a processor', () => {
    const same = { purposes: [value('p')] }
    const { common } = told([activity('a', same), activity('b', same, { role: 'processor' })]) as { common: unknown }
    assert.deepEqual(common, [])
  })
  it('lists what is missing, of all where it is missing in all, in the order of the cells', () => {
    const lost = value('x to be settled', 'missing', [3], { declaration: 'topics' })
    const { gaps } = told([
      activity('a', { measures: [lost], purposes: [blank] }),
      activity('b', { purposes: [blank], subjects: [blank] }),
    ]) as { gaps: unknown }
    assert.deepEqual(gaps, [
      'purposes of all in record.activities: purposes',
      'subjects of b in record.activities: subjects',
      'measures x to be settled of a in topics',
    ])
  })
  it('does not list where a place is settled with the transfer, nor says a location twice', () => {
    const there = value('x in India', 'missing', [5])
    const { gaps, own } = told([
      activity('a', {
        recipients: [there],
        transfers: [value('x to India', 'missing', [5])],
        location: [value('x lies there', 'missing', [5]), value('y', 'proven', [6])],
      }),
    ]) as { gaps: unknown; own: unknown }
    assert.deepEqual(gaps, ['transfers x to India of a in clusters, destinations, safeguards'])
    assert.deepEqual(own, ['a: recipients: x in India at 5 | transfers: x to India at 5 | location: y at 6'])
  })
  it('says nowhere else what only the list says', () => {
    const listed = value('lacks', 'missing', [5], { isListed: true })
    const { gaps, own } = told([activity('a', { transfers: [listed] })]) as { gaps: unknown; own: unknown }
    assert.deepEqual([gaps, own], [['transfers lacks of a in clusters, destinations, safeguards'], ['a: ']])
  })
  it('names the owners with whom no contract is declared once, in order', () => {
    const { owners } = told([
      activity('a', {}, { partiesMissing: ['B', 'A'] }),
      activity('b', {}, { partiesMissing: ['A'] }),
    ]) as { owners: unknown }
    assert.deepEqual(owners, ['A', 'B'])
  })
})

describe('the rows of a record', () => {
  const show = ({ span }: Value['places'][number]): string => `at ${span.start}`
  it('have a value each, in the order of the cells that are asked of its role', () => {
    const cells = { measures: [value('m', 'inferred', [4, 4, 5])], purposes: [value('p')], subjects: [value('s')] }
    const rows = (role: Role): string[] =>
      rowsOf(record([activity('a', cells, { role, declared: false })]), words, show).map(row =>
        Object.values(row).join(' | '),
      )
    assert.deepEqual(rows('controller'), [
      'a (proposed) | topic a | Art. 30(1)(b) | Purposes | p | proven | at 1',
      'a (proposed) | topic a | Art. 30(1)(c) | Data subjects | s | proven | at 1',
      'a (proposed) | topic a | Art. 30(1)(g) | Technical and organisational measures | m | inferred | at 4, at 5',
    ])
    assert.deepEqual(rows('processor'), [
      'a (proposed) | topic a | Art. 30(2)(b) | Categories of processing | p | proven | at 1',
      'a (proposed) | topic a | Art. 30(2)(d) | Technical and organisational measures | m | inferred | at 4, at 5',
    ])
    assert.deepEqual(cellsOf('processor'), ['controller', 'purposes', 'transfers', 'measures', 'location'])
  })
  it('have what belongs to no activity behind them', () => {
    const rows = rowsOf(
      record([], {
        systems: [
          {
            source: { kind: 'client', name: 'x', at: place(1) },
            categories: [value('b', 'missing')],
            recipients: [value('r')],
            transfers: [value('t', 'missing')],
          },
        ],
        untold: [{ kind: 'topic', name: 'u', at: place(2) }],
        without: [{ kind: 'topic', name: 'w', at: place(3) }],
        schemas: [{ source: { kind: 'schema', name: 's', at: place(4) }, categories: [value('c')], special: false }],
        unread: [{ place: 'a.yaml:3', why: 'a template' }],
      }),
      words,
      show,
    ).map(row => `${row.activity} | ${row.source} | ${row.article} | ${row.value} | ${row.status} | ${row.evidence}`)
    const { parts } = words
    assert.deepEqual(rows, [
      `${parts.systems} | client x | Art. 30(1)(c) | b | missing | at 1`,
      `${parts.systems} | client x | Art. 30(1)(d) | r | proven | at 1`,
      `${parts.systems} | client x | Art. 30(1)(e) | t | missing | at 1`,
      `${parts.annex} | topic u | Art. 30(1)(c) | ${parts.untold} | missing | at 2`,
      `${parts.annex} | topic w | Art. 30(1)(c) | ${parts.without} | unknown | at 3`,
      `${parts.schemas} | schema s | Art. 30(1)(c) | c | proven | at 1`,
      `${words.unread.title} | a.yaml:3 | Art. 5(2) | a template | missing | a.yaml:3`,
    ])
  })
  it('call an activity by its name, and what is proposed so', () => {
    const [a, b] = [activity('a', {}), activity('b', {}, { declared: false })]
    assert.deepEqual([titleOf(a, words), titleOf(b, words), sourceWords(a, words)], ['a', 'b (proposed)', 'topic a'])
    assert.deepEqual(proposalGap([a], words), [])
    assert.deepEqual(proposalGap([a, b], words), [`${words.parts.proposed} (b)`])
    assert.deepEqual(placesOf({ places: [place(1), place(2), place(1)] }, show), ['at 1', 'at 2'])
  })
})

describe('the services of others', () => {
  const at = (short: string, host: string, countries: readonly string[] = []): never =>
    ({
      provider: { short, name: `${short} Storage`, owner: short },
      host,
      countries: countries.map(code => ({ code, name: code })),
      at: place(1),
    }) as never
  it('are those that activities rest on, by who runs them', () => {
    const shared = at('B', 'h')
    const services = servicesOf([
      activity('x', {}, { destinations: [shared, at('A', 'g', ['DE'])], partiesMissing: ['A'] }),
      activity('y', {}, { destinations: [shared, { countries: [], at: place(2) } as never] }),
    ])
    assert.deepEqual(
      services.map(({ operator, activities, destinations, isContracted }) => [
        operator,
        activities.map(({ name }) => name).join(),
        destinations.length,
        isContracted,
      ]),
      [
        ['A', 'x', 1, false],
        ['B', 'x,y', 1, true],
      ],
    )
    assert.deepEqual(
      services.map(one => serviceWords(one, words)),
      ['A: A Storage, DE; for x; contract to be declared', `B: B Storage, ${words.countryUnknown}; for x, y`],
    )
  })
})

describe('articles that a text names', () => {
  for (const [text, ...expected] of [
    ['Art. 6(1)(b)', '6 1 b'],
    ['Article 9 (2) (h) GDPR', '9 2 h'],
    ['Art. 6 Abs. 1 S. 1 lit. b DSGVO', '6 1 b'],
    ['Artikel 6 Absatz 1 Buchstabe f', '6 1 f'],
    ['art. 6, paragraphe 1, point c)', '6 1 c'],
    ['art. 9, par. 2, let. a', '9 2 a'],
    ['Art. 6 § 1 lit. B', '6 1 b'],
    ['Art. 10', '10'],
    ['Art. 6(1)(b), Art. 9(2)(h)', '6 1 b', '9 2 h'],
    ['part 6'],
    ['our contract'],
  ] as const)
    it(`${text} are ${expected.join(', ') || 'none'}`, () =>
      assert.deepEqual(
        citationsIn(text).map(({ article, paragraph, letter }) =>
          [article, paragraph, letter].filter(part => part !== undefined).join(' '),
        ),
        expected,
      ))
  it('are cited as a language does, where they are written with brackets', () => {
    const cite = (article: string): string => `<${article}>`
    assert.equal(withCitations('x Art. 6(1)(b) y', cite), 'x <Art. 6(1)(b)> y')
    assert.equal(withCitations('Article 9 (2)', cite), '<Art. 9(2)>')
    assert.equal(withCitations('Art. 6 Abs. 1 lit. b and Art. 10', cite), 'Art. 6 Abs. 1 lit. b and Art. 10')
  })
})

describe('what a written record says', () => {
  it('is without the numbers of lines', () => {
    assert.equal(withoutLines('a.yaml:12, b/c.tf:3 and d.json:7'), 'a.yaml, b/c.tf and d.json')
    assert.equal(withoutLines('12:30, a:3, x.y:3z'), '12:30, a:3, x.y:3z')
    assert.deepEqual(
      readLines('  a.yaml:3 \r\n\n  \nb').map(one => one.value),
      ['a.yaml', 'b'],
    )
  })
  it('stands in a comment that nothing ends', () => {
    const text = keptIn(
      record([activity('a --> b', { purposes: [value('<p>'), value('q')] })]),
      words,
      () => 'x.yaml:1',
    )
    assert.ok(text.startsWith('<!-- kafka-review record en\n') && text.endsWith('\n-->\n'))
    assert.equal(text.indexOf('-->'), text.length - 4)
    const said = [
      { activity: 'a --> b', field: 'Source', value: 'topic a --> b' },
      { activity: 'a --> b', field: 'Purposes', value: '<p> (proven)' },
      { activity: 'a --> b', field: 'Purposes', value: 'q (proven)' },
    ]
    assert.deepEqual(readComment(text), said)
    assert.deepEqual(readComment(`before\n${text.replaceAll('\n', '\r\n').replace('en\r\n', 'en\n')}`)?.length, 3)
    assert.equal(withoutComment(`before${text}behind`), 'before\nbehind')
    for (const broken of ['', 'no comment', text.replace('-->', '')])
      assert.equal(readComment(broken), undefined, broken)
    assert.equal(readComment(text.replace('["', '[')), undefined)
    assert.equal(withoutComment('no comment'), 'no comment')
  })
  it('is read from CSV of either separator, quoted or not', () => {
    const head = 'Activity,Source,Article,Field,Value,Status,Evidence'
    const rows = (text: string): string[] =>
      readCsv(text, words).map(({ activity: of, field, value: said }) => `${of} | ${field} | ${said}`)
    assert.deepEqual(rows(`${head}\r\na,s,x,F,v,proven,e\r\na,s,x,G,w,missing,e\r\n`), [
      'a | Source | s',
      'a | F | v (proven)',
      'a | G | w (missing)',
    ])
    assert.deepEqual(rows(`\uFEFF${head.replaceAll(',', ';')}\na;s;x;F;"v; ""w""\nz";proven;e`), [
      'a | Source | s',
      'a | F | v; "w"\nz (proven)',
    ])
    assert.deepEqual(rows(`${head}\n${words.parts.annex},x.yaml:3,x,F,v,proven,e\n`), [
      ` | ${words.parts.annex}, x.yaml, F | v (proven)`,
    ])
    assert.deepEqual(rows(head), [])
    assert.deepEqual(rows(''), [])
  })
  it('is read from JSON, activities by their cells', () => {
    assert.deepEqual(
      readJson(
        JSON.stringify({
          activities: [
            {
              name: 'a',
              sources: [{ at: 'x.yaml:3' }],
              cells: { purposes: { values: [{ text: 'p', basis: 'proven' }] } },
            },
          ],
          language: 'en',
          weaknesses: [{ at: 'y.yaml:4' }],
        }),
      ),
      [
        { activity: 'a', field: 'sources', value: '[{"at":"x.yaml"}]' },
        { activity: 'a', field: 'purposes', value: 'p (proven)' },
        { activity: '', field: 'language', value: '"en"' },
        { activity: '', field: 'weaknesses', value: '{"at":"y.yaml"}' },
      ],
    )
    assert.deepEqual(readJson('{}'), [])
  })
  it('of a workbook that cannot be unpacked is nothing', () => {
    const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
    assert.equal(plainOf(bytes('# A record')), '# A record')
    assert.equal(plainOf(bytes('PK and more')), '')
    assert.equal(plainOf(bytes('P')), 'P')
  })
  it('and what is said now differ field by field, in the order of now', () => {
    const entry = (of: string, field: string, said: string): { activity: string; field: string; value: string } => ({
      activity: of,
      field,
      value: said,
    })
    const changes = changesBetween(
      [entry('a', 'F', 'x'), entry('b', 'F', 'x'), entry('a', 'G', 'X')],
      [entry('c', 'F', 'y'), entry('a', 'H', 'z'), entry('a', 'F', 'x'), entry('a', 'G', 'x')],
      said => said.toLowerCase(),
    )
    assert.deepEqual(
      changes.map(
        ({ activity: of, field, of: kind, gone, come }) => `${of} ${field} ${kind}: ${gone.join()} > ${come.join()}`,
      ),
      ['c F new:  > y', 'a H changed:  > z', 'b F gone: x > '],
    )
  })
})
