import assert from 'node:assert/strict'
import { isYaml } from '../server/src/syntax/yaml.ts'
import { syntaxes } from '../server/src/syntax/syntaxes.ts'
import { reviewTexts, root } from './support/fixtures.ts'

describe('a lone carriage return', () => {
  it('is no part of a word of YAML before it', () => {
    const text = 'a: b\r\nc: d\r'
    const tree = syntaxes.yaml.read(text)
    assert.ok(tree?.kind === 'map')
    assert.deepEqual(
      tree.entries.map(({ key, value }) => [
        key,
        value?.kind === 'scalar' && value.text,
        text.slice(value?.span.start, value?.span.end),
      ]),
      [
        ['a', 'b', 'b'],
        ['c', 'd', 'd'],
      ],
    )
  })

  it('makes no value of a configuration unknown', () => {
    const uri = `${root}.kafka-review.yaml`
    const review = reviewTexts([{ uri, text: 'version: 1\npolicy:\n  foreignLaw: ignore\r' }])
    assert.deepEqual(
      [...review.files()].flatMap(file => review.findings(file)),
      [],
    )
  })
  it('ends a line: what stands below is read as YAML says, and settings apply', () => {
    const text = 'version: 1\rrules:\r  KR301: off\r\r\n'
    const topic = 'apiVersion: kafka.strimzi.io/v1\nkind: KafkaTopic\nmetadata:\n  name: a\nspec:\n  replicas: 1\n'
    const codes = (configuration: string): string[] => {
      const review = reviewTexts([
        { uri: `${root}.kafka-review.yaml`, text: configuration },
        { uri: `${root}t.yaml`, text: topic },
      ])
      return [...review.files()].flatMap(file => review.findings(file)).map(({ code }) => code)
    }
    assert.ok(codes('version: 1\n').includes('KR301'))
    assert.ok(isYaml(text))
    assert.deepEqual(
      codes(text),
      codes('version: 1\n').filter(code => code !== 'KR301'),
    )
  })
})
