import { namersByPattern, namersOf } from '../server/src/model/link-key.ts'
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { readFile, type ReadResult } from '../server/src/reader/read-file.ts'
import { startEstate } from '../server/src/model/estate.ts'
import { mentionsOf } from '../server/src/model/mentions.ts'
import { startReview } from '../server/src/review.ts'
import { company } from './bench/estate.ts'
import { readFixtures, reviewTexts, root, theLibrary, uriOf } from './support/fixtures.ts'
import { openReader } from '../server/src/reader/reader.ts'
import { toUri, type Uri } from '../server/src/text/uri.ts'

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
      assert.equal(touchedOf(150, ending, change), small, ending)
    }
  })

  it('asks a mirror again when a topic is called otherwise, leaves its cluster or is new, and not for its settings', () => {
    const files = company(50)
    const review = startReview(theLibrary())
    const reader = openReader()
    review.update(reader.read(files))
    const mirror = toUri('file:///company/domain-0/mirror.yaml')
    const [topic, text] = files.find(([path]) => path.endsWith('/topic.yaml')) ?? [toUri(''), '']
    const saidOf = (): string => JSON.stringify(review.findings(mirror))
    const isTouched = (typed: string): boolean => {
      const before = saidOf()
      const touched = review.update(reader.read([[topic, typed]])).has(mirror)
      assert.equal(touched, saidOf() !== before)
      return touched
    }
    assert.equal(isTouched(text.replace('replicas: 3', 'replicas: 2')), false)
    assert.equal(isTouched(`# why\n${text}`), false)
    assert.equal(isTouched(text.replace('name: orders-0', 'name: orders-zero')), true)
    assert.equal(isTouched(text), true)
    assert.equal(isTouched(text.replace('lindenhof-0', 'elsewhere')), true)
    assert.equal(isTouched(`${text}---\n${text.replace('name: orders-0', 'name: payments-0')}`), true)
    assert.equal(isTouched(text), true)
  })

  it('touches nobody with a comment, in the configuration of all least of all', () => {
    const files = company(50)
    const review = startReview(theLibrary())
    const reader = openReader()
    review.update(reader.read(files))
    const typeInto = (ending: string, change: (text: string) => string): number => {
      const [uri, text] = files.find(([path]) => path.endsWith(ending)) ?? [toUri(''), '']
      return review.update(reader.read([[uri, change(text)]])).size
    }
    assert.equal(
      typeInto('/.kafka-review.yaml', text => `${text}\n# why`),
      1,
    )
    assert.equal(
      typeInto('/topic.yaml', text => `${text}\n# why`),
      1,
    )
    assert.ok(typeInto('/.kafka-review.yaml', text => `# why\n${text}`) > 40, 'places of declarations have moved')
    assert.ok(typeInto('/.kafka-review.yaml', text => `# why\n${text}\nrules: { KR301: off }\n`) > 40)
  })

  it('asks what seems personal in a folder again only when much else becomes personal there, or no longer is', () => {
    const texts = ['plant', 'valve'].map(name => {
      const path = `test/rules/KR101-personal-data-field/rare/${name}.proto`
      return [toUri(`file:///rare/${name}.proto`), readFileSync(path, 'utf8').replace(/^\/\/ +\^.*\n/gm, '')] as const
    })
    const review = startReview(theLibrary())
    const reader = openReader()
    review.update(reader.read(texts))
    const [[uri, text], [other]] = texts as [readonly [Uri, string], readonly [Uri, string]]
    const levels = (): string =>
      review
        .findings(other)
        .map(({ level }) => level)
        .join()
    const type = (typed: string): [boolean, string] => [review.update(reader.read([[uri, typed]])).has(other), levels()]
    assert.equal(levels(), 'hint,information')
    assert.deepEqual(type(`${text}\nmessage Fan { int32 speed = 1; }\n`), [false, 'hint,information'])
    assert.deepEqual(type('syntax = "proto3";\n'), [true, 'information,information'])
    assert.deepEqual(type(text), [true, 'hint,information'])
  })

  it('touches nobody with what was taken over unread', () => {
    const uri = toUri('file:///a/topics.yaml')
    const sink = toUri('file:///a/sink.json')
    const topic = (name: string, replicas: number): string =>
      `apiVersion: kafka.strimzi.io/v1\nkind: KafkaTopic\nmetadata:\n  name: ${name}\n  labels:\n    strimzi.io/cluster: c\nspec:\n  replicas: ${replicas}\n`
    const estate = startEstate(() => [], theLibrary().knowledge.topicPlaces)
    const before: ReadResult | undefined = readFile(uri, `${topic('one', 3)}---\n${topic('two', 3)}`)
    estate.put(uri, before?.facts)
    estate.observe(sink, () => estate.find(namersOf('topic', 'one')))
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
      estate.find(namersOf(what, name)).map(of => of.name.state === 'known' && of.name.value)
    assert.deepEqual(namers('topic', 'x'), ['a', 'b'])
    assert.deepEqual(namers('topic', 'z.1'), ['b'])
    assert.deepEqual(namers('connector', 'd'), ['d'])
    assert.deepEqual(
      estate.find(namersByPattern).map(of => of.name.state === 'known' && of.name.value),
      ['c'],
    )
    const [first] = estate.find(namersOf('topic', 'z.1'))
    assert.deepEqual(
      first &&
        mentionsOf(first, estate.topicSettings).map(
          ({ what, name, written }) =>
            `${what} ${name} ${written?.value.slice(written.start, written.start + written.length)}`,
        ),
      ['connector b b', 'topic x x', 'topic z.1 z\\.1'],
    )
  })

  it('loses no more than the file by which nothing can be linked', () => {
    const topic = (name: string): string =>
      `apiVersion: kafka.strimzi.io/v1\nkind: KafkaTopic\nmetadata:\n  name: ${name}\nspec:\n  replicas: 1\n`
    const review = startReview(theLibrary(), () => [root])
    const read = openReader().read([
      [uriOf('a.yaml'), topic('a')],
      [uriOf('b.yaml'), topic('b')],
    ])
    const broken = read.map(([file, facts]) =>
      file === uriOf('a.yaml') && facts
        ? ([file, { ...facts, entities: facts.entities.map(entity => ({ ...entity, name: null as never })) }] as const)
        : ([file, facts] as const),
    )
    review.update(broken)
    assert.deepEqual(review.findings(uriOf('a.yaml')), [])
    assert.equal(review.findings(uriOf('b.yaml')).length, 1)
    assert.match(
      review
        .problems()
        .map(({ file, message }) => `${file} ${message}`)
        .join(),
      /a\.yaml internal error while linking/,
    )
    review.update(read)
    assert.equal(review.findings(uriOf('a.yaml')).length, 1)
    assert.deepEqual(review.problems(), [])
  })

  it('says the same whichever file was read last', () => {
    const pool = (name: string, cluster: string): string =>
      `apiVersion: kafka.strimzi.io/v1\nkind: KafkaNodePool\nmetadata:\n  name: ${name}\n  labels:\n    strimzi.io/cluster: ${cluster}\nspec:\n  replicas: 1\n  roles: [broker]\n  storage:\n    type: persistent-claim\n`
    const kafka = `apiVersion: kafka.strimzi.io/v1\nkind: Kafka\nmetadata:\n  name: one\nspec:\n  kafka:\n    config:\n      default.replication.factor: 3\n`
    const topic = (name: string): string =>
      `resource "kafka_topic" "${name}" {\n  name = "${name}"\n  partitions = 1\n  replication_factor = var.copies\n}\n`
    const texts: Readonly<Record<string, string>> = {
      ...Object.fromEntries(
        readFixtures('test/rules/KR904-declaration-contradicted')
          .filter(({ name }) => name.endsWith('policy'))
          .flatMap(({ files }) => files.map(({ uri, text }) => [uri.slice(root.length), text])),
      ),
      'kafka/kafka.yaml': kafka,
      'kafka/pool-a.yaml': pool('a', 'one'),
      'kafka/pool-b.yaml': pool('b', 'one'),
      'terraform/a.tf': topic('a'),
      'terraform/b.tf': topic('b'),
      'terraform/variables.tf': 'variable "copies" {\n}\n',
      'terraform/terraform.tfvars': 'copies = 1\n',
      'module/main.tf': `${topic('c')}variable "copies" {}\n`,
      'live/one/main.tf': 'module "m" {\n  source = "../../module"\n  copies = 1\n}\n',
      'live/two/main.tf': 'module "m" {\n  source = "../../module"\n  copies = 2\n}\n',
    }
    const said = (order: readonly string[], again: readonly string[]): unknown => {
      const reader = openReader()
      const review = startReview(theLibrary(), () => [root])
      const put = (name: string, text: string | undefined): void =>
        void review.update(reader.read([[uriOf(name), text]]))
      for (const name of order) put(name, texts[name])
      for (const name of again) {
        put(name, undefined)
        put(name, texts[name])
      }
      return Object.fromEntries(Object.keys(texts).map(name => [name, review.findings(uriOf(name))]))
    }
    const names = Object.keys(texts)
    const expected = said(names, [])
    assert.match(JSON.stringify(expected), /KR904.*KR301/)
    for (const order of [names.toReversed(), [...names.slice(5), ...names.slice(0, 5)]])
      assert.deepEqual(said(order, []), expected)
    for (const name of names) assert.deepEqual(said(names, [name]), expected, `${name} was read again`)
  })

  it('hears of a configuration where no rule has asked for one', () => {
    const reader = openReader()
    const review = startReview(theLibrary(), () => [root])
    const pool = uriOf('pool.yaml')
    const codes = (): string[] => review.findings(pool).map(({ code }) => code)
    const configure = (text: string | undefined): Set<string> =>
      review.update(reader.read([[uriOf('.kafka-review.yaml'), text]]))
    review.update(
      reader.read([
        [
          pool,
          'apiVersion: kafka.strimzi.io/v1\nkind: KafkaNodePool\nmetadata:\n  name: p\n  labels:\n    strimzi.io/cluster: c\nspec:\n  replicas: 3\n  roles: [broker]\n  storage:\n    type: ephemeral\n',
        ],
      ]),
    )
    assert.deepEqual(codes(), ['KR306'])
    assert.ok(configure('version: 1\nrules:\n  KR306: off\n').has(pool))
    assert.deepEqual(codes(), [])
    assert.ok(configure(undefined).has(pool))
    assert.deepEqual(codes(), ['KR306'])
  })
})
