import assert from 'node:assert/strict'
import { inEnglish } from '../server/src/locale/en.ts'
import { withoutSecrets } from '../server/src/locale/struck.ts'
import { knowSecrets } from '../server/src/text/secrets.ts'
import { say, word, type Message } from '../server/src/words/message.ts'

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

  it('are struck out of what a message names, and its own words stay, though a password is one of them', () => {
    const { words } = withoutSecrets(inEnglish, knowSecrets(['client', 'broker-7', 'unencrypted']))
    const from = (name: string): Message => say('client.named', { kind: 'client', name })
    assert.equal(
      word(say('KR502.kafka', { from: from('akhq') }), words),
      'Unencrypted connection of client akhq to Kafka; connect to a listener with TLS',
    )
    assert.match(word(say('KR502.kafka', { from: from('broker-7') }), words), /of client [*]{3} to Kafka/)
    assert.match(
      word(say('KR502.http', { from: from('akhq'), address: 'http://broker-7@registry' }), words),
      /client akhq to http:[/][/][*]{3}@registry/,
    )
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
