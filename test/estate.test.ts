import assert from 'node:assert/strict'
import { readFile, type Reading } from '../server/src/reader/read-file.ts'
import { startEstate } from '../server/src/model/estate.ts'
import { mentionsOf } from '../server/src/model/mentions.ts'
import { startReview } from '../server/src/review.ts'
import { company } from './bench/estate.ts'
import { reviewTexts, theLibrary } from './support/fixtures.ts'
import { toUri } from '../server/src/text/uri.ts'

describe('the estate', () => {
  it('touches as few files in a large company as in a small one', () => {
    const touchedOf = (count: number, ending: string, change: (text: string) => string): number => {
      const files = company(count)
      const review = startReview(theLibrary())
      review.update(files.map(([uri, text]) => [uri, readFile(uri, text)?.facts] as const))
      const [uri, text] = files.find(([path]) => path.endsWith(ending)) ?? [toUri(''), '']
      return review.update([[uri, readFile(uri, change(text))?.facts]]).size
    }
    for (const [ending, change] of [
      ['/topic.yaml', (text: string) => text.replace('replicas: 3', 'replicas: 2')],
      ['-value.avsc', (text: string) => text.replace('"email"', '"mail"')],
      ['/sink.json', (text: string) => text.replace('"2"', '"3"')],
    ] as const) {
      const small = touchedOf(50, ending, change)
      assert.ok(small <= 4, `${ending}: ${small}`)
      assert.equal(touchedOf(350, ending, change), small, ending)
    }
  })

  it('touches nobody with what was taken over unread', () => {
    const uri = toUri('file:///a/topics.yaml')
    const sink = toUri('file:///a/sink.json')
    const topic = (name: string, replicas: number): string =>
      `apiVersion: kafka.strimzi.io/v1\nkind: KafkaTopic\nmetadata:\n  name: ${name}\n  labels:\n    strimzi.io/cluster: c\nspec:\n  replicas: ${replicas}\n`
    const estate = startEstate(() => [], theLibrary().knowledge.topicPlaces)
    const before: Reading | undefined = readFile(uri, `${topic('one', 3)}---\n${topic('two', 3)}`)
    estate.put(uri, before?.facts)
    estate.observe(sink, () => estate.naming('topic', 'one'))
    assert.deepEqual(
      [...estate.put(uri, readFile(uri, `${topic('one', 3)}---\n${topic('two', 5)}`, before)?.facts)],
      [uri],
    )
    assert.deepEqual([...estate.put(uri, readFile(uri, topic('one', 5))?.facts)], [uri, sink])
  })

  it('finds what names a thing, and what names it by a pattern', () => {
    const connector = (name: string, more: object): { uri: string; text: string } => ({
      uri: `file:///fixtures/${name}.json`,
      text: JSON.stringify({ name, config: { 'connector.class': 'io.confluent.connect.s3.S3SinkConnector', ...more } }),
    })
    const { estate } = reviewTexts([
      connector('a', { topics: 'x, y' }),
      connector('b', { 'topics.regex': '^(x|z\\.1)$' }),
      connector('c', { 'topics.regex': 'x.*' }),
      connector('d', { topics: '${env:T}' }),
    ])
    const namers = (what: 'topic' | 'connector', name: string): unknown[] =>
      estate.naming(what, name).map(of => of.name.state === 'known' && of.name.value)
    assert.deepEqual(namers('topic', 'x'), ['a', 'b'])
    assert.deepEqual(namers('topic', 'z.1'), ['b'])
    assert.deepEqual(namers('connector', 'd'), ['d'])
    assert.deepEqual(
      estate.matching().map(of => of.name.state === 'known' && of.name.value),
      ['c'],
    )
    const [first] = estate.naming('topic', 'z.1')
    assert.deepEqual(
      first &&
        mentionsOf(first, estate.topicSettings).map(
          ({ what, name, written }) =>
            `${what} ${name} ${written?.value.slice(written.start, written.start + written.length)}`,
        ),
      ['connector b b', 'topic x x', 'topic z.1 z\\.1'],
    )
  })
})
