import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { compileGlob } from '../server/src/text/glob.ts'
import { compileJavaPattern } from '../server/src/text/java-pattern.ts'

interface Row {
  readonly pattern: string
  /** Texts that `java.util.regex` of Java 17 takes as a whole, and texts that it does not. */
  readonly takes: readonly string[]
  readonly refuses: readonly string[]
  /** Whether our reading knows what the pattern means. */
  readonly known: boolean
}

const rows = JSON.parse(readFileSync('test/patterns/java.json', 'utf8')) as Row[]

describe('patterns of topics and groups', () => {
  it('mean what Java makes of them, or nothing', () => {
    for (const { pattern, takes, refuses, known } of rows) {
      const compiled = compileJavaPattern(pattern)
      assert.equal(compiled !== undefined, known, pattern)
      for (const text of takes) assert.notEqual(compiled?.matches(text), false, `${pattern} takes ${text}`)
      for (const text of refuses) assert.notEqual(compiled?.matches(text), true, `${pattern} refuses ${text}`)
    }
  })

  for (const [pattern, text, taken] of [
    ['.*', 'orders', true],
    ['orders', 'orders-eu', false],
    ['^orders\\.(eu|us)\\..*$', 'orders.eu.created', true],
    ['^(?!__).*', '__consumer_offsets', false],
    ['^(?!__).*', 'orders', true],
    ['(?!.*\\.internal$)(?!mm2-).+', 'a.internal', false],
    ['(?!a)b|c.*', 'cd', true],
    ['[\\w.-]+', 'orders-1.eu', true],
    ['(?i)orders', 'ORDERS', true],
    ['orders-[0-9]{1,3}', 'orders-1234', false],
  ] as const)
    it(`${pattern} ${taken ? 'takes' : 'refuses'} ${text}`, () => {
      assert.equal(compileJavaPattern(pattern)?.matches(text), taken)
    })

  for (const pattern of [
    '*',
    '(a)\\1',
    '(?<=a)b',
    'a++',
    '[a-z&&[^b]]',
    '[a-c[x-z]]',
    '\\0101',
    '\\bword',
    'a(?!b).*',
    '(',
    'a{200}{200}',
    '(a{200}){200}',
  ])
    it(`nobody knows what ${pattern} matches`, () => {
      assert.equal(compileJavaPattern(pattern), undefined)
    })

  it('answer in linear time, whatever the pattern', () => {
    for (const pattern of ['(a+)+', '((a+))+', '(a|aa)+', '(.*a){20}', '(a*)*b'])
      assert.equal(compileJavaPattern(pattern)?.matches(`${'a'.repeat(50_000)}!`), false, pattern)
  })

  for (const [pattern, replacement, expected] of [
    ['([^.]+)\\.([^.]+)', '$2', 'orders'],
    ['.*', 'all', 'all'],
    ['shop\\.orders', 'x$0', 'xshop.orders'],
    ['shop', 'x', 'shop.orders'],
    ['(shop)\\.(orders)', '$21\\$$1', 'orders1$shop'],
    ['(shop)(x)?.*', 'a$2', 'a'],
    ['(shop).*', '$2', undefined],
    ['(shop).*', '${one}', undefined],
    ['(?<a>shop).*', '$1', undefined],
    ['shop.*|orders', 'x', undefined],
  ] as const)
    it(`make ${expected ?? 'what nobody knows'} of shop.orders by ${pattern} and ${replacement}`, () =>
      assert.equal(compileJavaPattern(pattern)?.replacedIn('shop.orders', replacement), expected))

  it('are replaced where they are a name, as a whole', () => {
    assert.equal(compileJavaPattern('orders')?.replacedIn('orders', 'x'), 'x')
    assert.equal(compileJavaPattern('orders')?.replacedIn('orders2', 'x'), 'orders2')
  })

  it('are found anywhere in a name, where a rule asks so', () => {
    assert.equal(compileJavaPattern('^cg-[0-9a-f]{6}$')?.finds('cg-5be1aa'), true)
    assert.equal(compileJavaPattern('^cg-')?.finds('x-cg-1'), false)
    assert.equal(compileJavaPattern('cg-')?.finds('x-cg-1'), true)
    assert.equal(compileJavaPattern('(?!x)a')?.finds('a'), undefined)
  })
})

describe('globs of the configuration', () => {
  for (const [glob, path, taken] of [
    ['dev/**', 'dev/a/b.yaml', true],
    ['dev/**', 'dev', false],
    ['dev/*', 'dev/a/b.yaml', false],
    ['**/dev/**', 'a/b/dev/c.yaml', true],
    ['**/dev/**', 'dev/c.yaml', true],
    ['**/dev/**', 'mydev/c.yaml', false],
    ['**', '.hidden/a', true],
    ['*.yaml', 'a.yaml', true],
    ['*.yaml', 'b/a.yaml', false],
    ['./a.yaml', 'a.yaml', true],
    ['{dev,test}/**', 'test/a.yaml', true],
    ['{dev,test}/**', 'prod/a.yaml', false],
    ['env-[ab].yaml', 'env-b.yaml', true],
    ['env-[!ab].yaml', 'env-b.yaml', false],
    ['env-?.yaml', 'env-é.yaml', true],
    ['a\\*b', 'a*b', true],
    ['a.b', 'axb', false],
    ['a+(b)', 'a+(b)', false],
  ] as const)
    it(`${glob} ${taken ? 'takes' : 'refuses'} ${path}`, () => {
      assert.equal(compileGlob(glob)?.takes(path) ?? false, taken)
    })

  for (const glob of ['', ' ', '{a', '[a', 'a}', '!a', '+(a)', 'a\\', '{a,{b}}', 'x'.repeat(70_000)])
    it(`${glob.slice(0, 10)} is none`, () => {
      assert.equal(compileGlob(glob), undefined)
    })

  it('answer in linear time', () => {
    assert.equal(compileGlob(`**/${'*a'.repeat(30)}b`)?.takes(`x/${'a'.repeat(5000)}`), false)
  })
})
