import assert from 'node:assert/strict'
import {
  asBoolean,
  asInteger,
  attributeBelow,
  byPlace,
  mapFact,
  partsOf,
  placeKey,
  placeOf,
  slotKey,
  writtenName,
  type Fact,
  type Known,
  type Place,
  type Slot,
} from '../../server/src/model/fact.ts'
import { lastDrill, pathItems, pathNames, pathOf, type ClusterResidency } from '../../server/src/model/residency.ts'
import { saysTheSame } from '../../server/src/model/same.ts'
import { setting, slotFor, spelling, writtenAs, type Setting, type Settings } from '../../server/src/model/settings.ts'
import { struckData } from '../../server/src/model/struck.ts'
import { knowSecrets } from '../../server/src/text/secrets.ts'
import { toUri } from '../../server/src/text/uri.ts'

const file = toUri('file:///w/a.yaml')
const at = (start: number, end: number, where = file): Place => ({ file: where, span: { start, end } })
const known = (value: string, place = at(0, value.length)): Known<string> => ({ state: 'known', value, at: place })
const absent: Fact<string> = { state: 'absent', near: at(3, 4) }
const unresolved: Fact<string> = { state: 'unresolved', at: at(5, 9), text: ' ${X} ' }
const told = <T>(fact: Fact<T>): T | string => (fact.state === 'known' ? fact.value : fact.state)

describe('a value', () => {
  it('is an integer where it is digits, and else for nobody to say', () => {
    for (const [text, value] of [
      ['3', 3],
      [' 3 ', 3],
      ['+3', 3],
      ['-1', -1],
      ['007', 7],
      ['', 'unresolved'],
      ['3.0', 'unresolved'],
      ['3 4', 'unresolved'],
      ['3k', 'unresolved'],
      ['x3', 'unresolved'],
      ['--1', 'unresolved'],
      ['three', 'unresolved'],
    ] as const)
      assert.equal(told(asInteger(known(text))), value, JSON.stringify(text))
    assert.deepEqual(asInteger(known('x', at(7, 8))), { state: 'unresolved', at: at(7, 8), text: 'x' })
    assert.deepEqual(asInteger(known('5', at(7, 8))), { state: 'known', value: 5, at: at(7, 8) })
  })

  it('is a boolean in the spellings of YAML 1.1', () => {
    for (const [value, texts] of [
      [true, ['true', 'yes', 'on', 'True', 'ON', ' yes ']],
      [false, ['false', 'no', 'off', 'FALSE', 'No', ' off']],
      ['unresolved', ['', '1', '0', 'y', 'n', 'truee', 'not']],
    ] as const)
      for (const text of texts) assert.equal(told(asBoolean(known(text))), value, JSON.stringify(text))
  })

  it('that is absent or unresolved stays what it is', () => {
    for (const fact of [absent, unresolved]) {
      assert.equal(asInteger(fact), fact)
      assert.equal(asBoolean(fact), fact)
      assert.equal(
        mapFact(fact, () => assert.fail('asked')),
        fact,
      )
    }
  })

  it('has a name to tell: what is written in its place where nobody knows it', () => {
    assert.equal(writtenName(known(' a ')), ' a ')
    assert.equal(writtenName(absent), '')
    assert.equal(writtenName(unresolved), '${X}')
    assert.equal(writtenName({ state: 'unresolved', at: at(0, 1), text: 'x'.repeat(81) }), 'x'.repeat(80))
  })

  it('stands where it stands, or where it should', () => {
    assert.deepEqual([known('a', at(1, 2)), absent, unresolved].map(placeOf), [at(1, 2), at(3, 4), at(5, 9)])
  })

  it('that is a list has parts, each where it stands', () => {
    const parts = (value: string, place: Place, separator = ','): string[] =>
      partsOf(known(value, place), separator).map(part => `${part.value} ${part.at.span.start}-${part.at.span.end}`)
    assert.deepEqual(parts('a,bc', at(10, 14)), ['a 10-11', 'bc 12-14'])
    assert.deepEqual(parts('a,bc', at(10, 16)), ['a 11-12', 'bc 13-15'], 'in quotes')
    assert.deepEqual(parts(' a , bc ,,', at(10, 20)), ['a 11-12', 'bc 15-17'])
    assert.deepEqual(parts('a, bc', at(10, 18)), ['a 10-18', 'bc 10-18'], 'written with escapes')
    assert.deepEqual(parts('a,bc', at(10, 15)), ['a 10-15', 'bc 10-15'], 'written with one escape')
    assert.deepEqual(parts('a, b;;c', at(0, 7), ';;'), ['a, b 0-4', 'c 6-7'])
    assert.deepEqual(parts('', at(0, 0)), [])
  })
})

describe('places', () => {
  it('are the same where file and characters are', () => {
    const other = toUri('file:///w/b.yaml')
    const places = [at(1, 2), at(1, 3), at(2, 2), at(1, 2, other)]
    assert.equal(new Set(places.map(placeKey)).size, places.length)
    assert.equal(placeKey(at(1, 2)), placeKey({ ...at(1, 2), usedBy: at(5, 6) }))
  })

  it('come in the order of files, then of their texts', () => {
    const other = toUri('file:///w/b.yaml')
    const ordered = [at(1, 2), at(1, 3), at(2, 2), at(10, 11), at(0, 1, other)]
    assert.deepEqual([...ordered].reverse().sort(byPlace), ordered)
    assert.equal(byPlace(at(1, 2), at(1, 2)), 0)
  })

  it('of a writer are the same where it would change the same text', () => {
    const slot: Slot = { file, document: 0, path: ['a', 0] }
    assert.equal(slotKey(slot), slotKey({ ...slot, is: 'x' }))
    const others: Slot[] = [
      { ...slot, file: toUri('file:///w/b.yaml') },
      { ...slot, document: 5 },
      { ...slot, path: ['a', '0'] },
      { ...slot, inner: { document: 0, path: [], syntax: 'json' } },
    ]
    assert.equal(new Set([slot, ...others].map(slotKey)).size, 5)
  })
})

const one = (key: string, value: string, written?: string): Setting => ({
  key,
  ...(written === undefined ? {} : { written }),
  keyPlace: at(0, 1),
  value: known(value),
})

describe('a bag of settings', () => {
  const bag = (all: readonly Setting[], more: Partial<Settings> = {}): Settings => ({ all, near: at(3, 4), ...more })
  const filler = ['p', 'q', 'r', 's'].map(key => one(key, key))

  it('answers with the last of what is written twice, however long it is', () => {
    for (const more of [[], filler]) {
      const settings = bag([one('a', '1'), one('b', '2', 'the.b'), one('a', '3', 'the.a'), ...more])
      assert.equal(told(setting(settings, 'a')), '3')
      assert.equal(told(setting(settings, 'b')), '2')
      assert.equal(writtenAs(settings, 'a'), settings.all[2])
      assert.equal(writtenAs(settings, 'c'), undefined)
      assert.equal(spelling(settings, 'a'), 'the.a')
      assert.equal(spelling(settings, 'c'), undefined)
      assert.deepEqual(setting(settings, 'c'), { state: 'absent', near: at(3, 4) })
    }
    assert.equal(spelling(bag([one('a', '1')]), 'a'), 'a')
  })

  it('leaves open what a template may say', () => {
    const open = { state: 'unresolved', at: at(5, 9), text: '{{ x }}' } as const
    assert.equal(told(setting(bag([one('a', '1')], { open }), 'a')), '1')
    assert.equal(setting(bag([one('a', '1')], { open }), 'b'), open)
  })

  it('tells where an absent key would be written', () => {
    const slot: Slot = { file, document: 7, path: ['spec', 'config'] }
    assert.equal(slotFor(bag([]), 'a'), undefined)
    assert.deepEqual(slotFor(bag([], { slot }), 'a.b'), { ...slot, path: ['spec', 'config', 'a.b'] })
    assert.deepEqual(slotFor(bag([], { slot, prefix: 'p.' }), 'a'), { ...slot, path: ['spec', 'config', 'p.a'] })
    assert.deepEqual(setting(bag([], { slot }), 'a'), {
      state: 'absent',
      near: at(3, 4),
      slot: { ...slot, path: ['spec', 'config', 'a'] },
    })
    assert.deepEqual(slotFor(bag([], { slot: { ...slot, is: 'x' } }), 'a'), { ...slot, path: ['spec', 'config', 'a'] })
  })

  it('tells it inside a text as well, and what it would be to its tool', () => {
    const inner = { document: 0, path: ['top'], syntax: 'properties' as const }
    const of = { tool: 'strimzi', resource: 'Kafka', path: ['config'], there: 1 }
    const slot: Slot = { file, document: 7, path: ['data', 'x'], inner, of, is: 'top=1' }
    assert.deepEqual(slotFor(bag([], { slot, prefix: 'p.' }), 'a'), {
      file,
      document: 7,
      path: ['data', 'x'],
      inner: { ...inner, path: ['top', 'p.a'] },
      of: { ...of, path: ['config', 'p.a'], there: 1 },
    })
    assert.deepEqual(slotFor(bag([], { slot: { file, document: 7, path: ['c'], of } }), 'a'), {
      file,
      document: 7,
      path: ['c', 'a'],
      of: { ...of, path: ['config', 'a'] },
    })
    assert.deepEqual(attributeBelow(of, 'a', true), { ...of, path: ['config', 'a'], there: 2 })
    assert.deepEqual(attributeBelow(of, 'a', false), { ...of, path: ['config', 'a'], there: 1 })
  })
})

describe('two values say the same', () => {
  it('where they are the same data', () => {
    for (const make of [
      () => 1,
      () => Number.NaN,
      () => null,
      () => undefined,
      () => 'a',
      () => [],
      () => [1, [2, { a: 3 }]],
      () => ({ a: 1, b: { c: [undefined] } }),
      () => new Map<unknown, unknown>([['a', { b: 1 }]]),
      () => new Set([1, 'a']),
    ])
      assert.equal(saysTheSame(make(), make()), true, String(make()))
    assert.equal(saysTheSame({ a: 1, b: 2 }, { b: 2, a: 1 }), true, 'in any order of keys')
  })

  it('and where a part of it is another, they do not', () => {
    const values: unknown[] = [
      1,
      2,
      '1',
      '',
      null,
      undefined,
      true,
      [],
      [1],
      [2],
      [1, 2],
      [2, 1],
      {},
      { a: 1 },
      { a: 2 },
      { b: 1 },
      { a: undefined },
      { b: undefined },
      { a: 1, b: 2 },
      { a: { b: 1 } },
      { a: { b: 2 } },
      new Map(),
      new Map([['a', 1]]),
      new Map([['a', 2]]),
      new Map([['b', 1]]),
      new Set(),
      new Set([1]),
      new Set([2]),
    ]
    for (const [i, a] of values.entries())
      for (const [j, b] of values.entries()) assert.equal(saysTheSame(a, b), i === j, `${i} and ${j}`)
  })
})

describe('data without secrets', () => {
  it('has none in any of its texts, and is else the same', () => {
    const data = { a: 'x hunter22 y', hunter22: ['hunter22', 5, null, { b: 'b hunter22' }], c: undefined, d: true }
    const struck = struckData(data, knowSecrets(['hunter22'])) as typeof data
    assert.deepEqual(Object.keys(struck), ['a', 'hunter22', 'c', 'd'])
    assert.ok(!JSON.stringify(Object.values(struck)).includes('hunter22'), JSON.stringify(struck))
    assert.match(struck.a, /^x .+ y$/)
    assert.deepEqual([struck.c, struck.d, struck.hunter22[1], struck.hunter22[2]], [undefined, true, 5, null])
    assert.equal(struckData(data, knowSecrets([])), data)
  })
})

describe('the paths of a platform', () => {
  it('hold each item once', () => {
    assert.deepEqual(pathNames, ['record', 'metadata', 'management', 'recovery'])
    for (const path of pathNames) for (const item of pathItems[path]) assert.equal(pathOf(item), path)
  })

  it('end with the last drill, whatever the order', () => {
    const drills = ['2025-03-01', '2026-01-31', '2025-12-31'].map(day => ({ date: known(day) }))
    const declared = { drills } as unknown as ClusterResidency
    assert.equal(lastDrill(declared)?.value, '2026-01-31')
    assert.equal(lastDrill({ ...declared, drills: drills.toReversed() })?.value, '2026-01-31')
    assert.equal(lastDrill({ ...declared, drills: [] }), undefined)
    assert.equal(lastDrill(undefined), undefined)
  })
})
