import assert from 'node:assert/strict'
import { knowSecrets } from '../server/src/text/secrets.ts'

describe('known secrets', () => {
  const struck = (text: string, ...secrets: string[]): string => knowSecrets(secrets).struckFrom(text)

  it('are struck out wherever they stand, short ones as whole words', () => {
    assert.equal(struck('x-Ahornweg-17-y Ahornweg-17', 'Ahornweg-17'), 'x-***-y ***')
    assert.equal(struck('orders reorders orders.v1 (orders)', 'orders'), '*** reorders orders.v1 (***)')
    assert.equal(struck('abc', 'abc'), 'abc')
  })

  it('are struck out whole, of several that begin alike', () => {
    const alike = ['Ahornweg', 'Ahornweg-17', 'Ahornweg-17-b']
    assert.equal(struck('Ahornweg-17-b Ahornweg-17-c Ahornweg-18 Ahornwe', ...alike), '*** ***-c ***-18 Ahornwe')
    assert.equal(struck('abcde-f abcde', 'abcde', 'abcdef'), 'abcde-f ***')
  })

  it('are found in about the same time, however many there are and however alike', () => {
    const many = Array.from({ length: 50_000 }, (_, i) => `Ahornweg-${i}`)
    const long = Array.from({ length: 400 }, (_, i) => 'a'.repeat(i + 8))
    const start = performance.now()
    const found = knowSecrets([...many, ...long]).placesIn(`${'Ahornweg-x '.repeat(10_000)}${'a'.repeat(50_000)}`)
    assert.equal(found.length, 123)
    assert.ok(performance.now() - start < 10_000)
  })
})
