import assert from 'node:assert/strict'
import { renderFix } from '../../server/src/fix.ts'
import { mentionsOf, type Mention, type Nameable } from '../../server/src/model/mentions.ts'
import { declarationsOf, mentionsAt, mentionsNamed, sameAs } from '../../server/src/model/references.ts'
import { renameAll, wrongName } from '../../server/src/model/rename.ts'
import type { Review } from '../../server/src/review.ts'
import { applyEdits } from '../../server/src/text/edit.ts'
import { reviewTexts, root, uriOf } from '../support/fixtures.ts'

const topic = (name: string, cluster = 'c'): string =>
  `apiVersion: kafka.strimzi.io/v1\nkind: KafkaTopic\nmetadata:\n  name: ${name}\n  labels:\n    strimzi.io/cluster: ${cluster}\nspec:\n  replicas: 3\n`
const sink = (settings: Readonly<Record<string, string>>, name = 's1'): string =>
  JSON.stringify({ name, config: { 'connector.class': 'io.confluent.connect.s3.S3SinkConnector', ...settings } })
const mirror = (topics: string): string =>
  `apiVersion: kafka.strimzi.io/v1\nkind: KafkaMirrorMaker2\nmetadata:\n  name: mm\nspec:\n  target:\n    alias: b\n    bootstrapServers: b:9092\n  mirrors:\n    - source:\n        alias: a\n        bootstrapServers: a:9092\n      topicsPattern: ${topics}\n`
const consumer = (group: string): string => `bootstrap.servers=c-kafka-bootstrap:9092\ngroup.id=${group}\n`
const may = (...resources: readonly string[]): string =>
  `apiVersion: kafka.strimzi.io/v1\nkind: KafkaUser\nmetadata:\n  name: u\nspec:\n  authorization:\n    acls:\n${resources.map(resource => `      - resource: { ${resource} }\n        operations: [Read]\n`).join('')}`

type Texts = Readonly<Record<string, string>>

const review = (texts: Texts): Review =>
  reviewTexts(Object.entries(texts).map(([path, text]) => ({ uri: uriOf(path), text })))

/** The texts after everything of a name was renamed; files that were renamed as `old -> new`, what nobody may write as `! file`. */
function renamed(texts: Texts, what: Nameable, name: string, to: string): Readonly<Record<string, string>> {
  const { edits, files, stuck } = renameAll(mentionsNamed(what, name, review(texts).estate), to)
  const rendered = renderFix({ edits }, uri => texts[uri.slice(root.length)]) ?? []
  return {
    ...Object.fromEntries(
      rendered.map(({ file, edits: changes }) => {
        const path = file.slice(root.length)
        return [path, applyEdits(texts[path] ?? '', changes)]
      }),
    ),
    ...Object.fromEntries(
      files.map(({ from, to: renamedTo }) => [from.slice(root.length), renamedTo.slice(root.length)]),
    ),
    ...Object.fromEntries(stuck.map(({ place }) => [`! ${place.file.slice(root.length)}`, ''])),
  }
}

describe('a new name', () => {
  it('is written in the place of the old one, in each form', () => {
    for (const [before, after, to = 'new'] of [
      [sink({ topics: 'old' }), sink({ topics: 'new' })],
      [sink({ topics: 'a, old ,older' }), sink({ topics: 'a, new ,older' })],
      [sink({ topics: 'old,b,old' }), sink({ topics: 'n.x,b,n.x' }), 'n.x'],
      [sink({ 'topics.regex': '^(old|b)$' }), sink({ 'topics.regex': '^(n\\.x|b)$' }), 'n.x'],
      [sink({ 'topics.regex': 'b|old' }), sink({ 'topics.regex': 'b|newer' }), 'newer'],
      [
        sink({ topics: 'a', 'errors.deadletterqueue.topic.name': 'old' }),
        sink({ topics: 'a', 'errors.deadletterqueue.topic.name': 'n.x' }),
        'n.x',
      ],
    ] as const)
      assert.deepEqual(renamed({ 'c.json': before }, 'topic', 'old', to), { 'c.json': after })
  })

  it('has its dots written as those were that stood there', () => {
    for (const [before, name, to, after] of [
      ['old', 'old', 'n.x', 'n\\.x'],
      ['o.d', 'o.d', 'n.x', 'n.x'],
      ['o\\.d', 'o.d', 'n.x', 'n\\.x'],
      ['a|o\\.d|b', 'o.d', 'n.x.y', 'a|n\\.x\\.y|b'],
      ['o.d', 'o.d', 'new', 'new'],
    ] as const) {
      assert.deepEqual(renamed({ 'c.json': sink({ 'topics.regex': before }) }, 'topic', name, to), {
        'c.json': sink({ 'topics.regex': after }),
      })
      assert.deepEqual(renamed({ 'm.yaml': mirror(`'${before}'`) }, 'topic', name, to), {
        'm.yaml': mirror(`'${after}'`),
      })
    }
  })

  it('of a topic is that of the files of its schemas', () => {
    const schema = '{"type":"record","name":"Order","fields":[]}'
    assert.deepEqual(
      renamed(
        { 'a/orders-value.avsc': schema, 'a/orders-key.avsc': schema, 'a/orders.avsc': schema },
        'topic',
        'orders',
        'sales',
      ),
      {
        'a/orders-value.avsc': 'a/sales-value.avsc',
        'a/orders-key.avsc': 'a/sales-key.avsc',
        'a/orders.avsc': 'a/sales.avsc',
      },
    )
  })

  it('stands in keys where it is a plain one', () => {
    const aliases = (name: string): string => `version: 1\ngroups:\n  aliases:\n    ${name}: reminders\n`
    const texts = { '.kafka-review.yaml': aliases('cg-5') }
    assert.deepEqual(renamed(texts, 'group', 'cg-5', 'cg-6.a_b'), { '.kafka-review.yaml': aliases('cg-6.a_b') })
    for (const name of ['6-cg', 'a b', 'a:b', '-a'])
      assert.deepEqual(renamed(texts, 'group', 'cg-5', name), { '! .kafka-review.yaml': '' }, name)
  })

  it('is written by nobody where a text is put together from several', () => {
    const texts = {
      'main.tf':
        'variable "p" {\n  default = "a"\n}\nresource "kafka_topic" "t" {\n  name = "${var.p}-b"\n  partitions = 1\n  replication_factor = 3\n}\n',
      'c.json': sink({ topics: 'a-b' }),
    }
    assert.deepEqual(renamed(texts, 'topic', 'a-b', 'new'), { '! main.tf': '', 'c.json': sink({ topics: 'new' }) })
  })
})

describe('a new name is refused', () => {
  const rows: readonly [
    what: Nameable,
    texts: Texts,
    name: string,
    wrong: readonly string[],
    right: readonly string[],
  ][] = [
    [
      'topic',
      { 'c.json': sink({ topics: 'orders' }) },
      'orders',
      ['', '.', '..', 'a b', 'ä', 'a/b', 'x'.repeat(250)],
      ['...', '.a', 'A_b-c.1', 'x'.repeat(249)],
    ],
    ['group', { 'a.properties': consumer('g') }, 'g', ['', ' a', 'a ', ' '], ['a', 'a b', 'ä:b', 'ab']],
    ['connector', { 'c.json': sink({}) }, 's1', ['', 'a,b', ' a', 'a ', 'a  b', 'a\tb'], ['a', 'a b', 'a b c', 'ä']],
    [
      'cluster',
      { 't.yaml': topic('t') },
      'c',
      ['', '-a', 'a-', '.a', 'a b', '_a', 'a_'],
      ['a', 'A', 'a_b', 'a.b-c', '1'],
    ],
    [
      'connect-cluster',
      {
        'w.yaml':
          'apiVersion: kafka.strimzi.io/v1\nkind: KafkaConnect\nmetadata:\n  name: w\nspec:\n  bootstrapServers: b:9092\n',
      },
      'w',
      ['', 'A', 'a_b', '-a', 'a-', 'a.'],
      ['a', '1', 'a.b-c'],
    ],
  ]
  for (const [what, texts, named, wrong, right] of rows)
    it(`where a ${what} cannot have it`, () => {
      const mentions = mentionsNamed(what, named, review(texts).estate)
      assert.ok(mentions.length > 0)
      for (const name of wrong) assert.equal(wrongName(mentions, name)?.id, `nameForm.${what}`, JSON.stringify(name))
      for (const name of right) assert.equal(wrongName(mentions, name), undefined, JSON.stringify(name))
      assert.equal(wrongName([], wrong[0] ?? ''), undefined, 'of nothing')
    })

  it('where it is the name of a resource of Kubernetes that cannot have it', () => {
    const orders = mentionsNamed(
      'topic',
      'orders',
      review({ 't.yaml': topic('orders'), 'c.json': sink({ topics: 'orders' }) }).estate,
    )
    for (const name of ['Sales', 'a_b', '-a', 'a-', '.a', 'a.'])
      assert.equal(wrongName(orders, name)?.id, 'nameForm.resource', name)
    for (const name of ['sales', 'a', 'a.b-c', '1']) assert.equal(wrongName(orders, name), undefined, name)
    const named = topic('t').replace('spec:\n', 'spec:\n  topicName: orders\n')
    assert.equal(wrongName(mentionsNamed('topic', 'orders', review({ 't.yaml': named }).estate), 'Sales'), undefined)
  })
})

describe('what means the same', () => {
  const show = (mentions: readonly Mention[]): string[] =>
    mentions.map(({ of, what, name }) => `${of.file.slice(root.length)} ${what} ${name}`)
  const all = (
    texts: Texts,
    file: string,
    what: Nameable,
    name: string,
  ): { sure: string[]; unsure: string[]; leads: string[] } => {
    const { estate } = review(texts)
    const mention =
      estate
        .entities(uriOf(file))
        .flatMap(of => mentionsOf(of, estate.topicSettings))
        .find(one => one.what === what && one.name === name) ?? assert.fail(`${file} does not name ${name}`)
    const { sure, unsure } = sameAs(mention, estate)
    return {
      sure: show(sure),
      unsure: show(unsure),
      leads: declarationsOf(mention, estate).map(of => of.file.slice(root.length)),
    }
  }

  it('is what leads to the same declaration', () => {
    const texts = {
      'a/t.yaml': topic('orders'),
      'a/c.json': sink({ topics: 'orders' }),
      'b/t.yaml': topic('orders'),
      'b/c.json': sink({ topics: 'orders' }),
      'far/c.json': sink({ topics: 'orders' }),
    }
    for (const file of ['a/c.json', 'a/t.yaml'])
      assert.deepEqual(all(texts, file, 'topic', 'orders'), {
        sure: ['a/c.json topic orders', 'a/t.yaml topic orders'],
        unsure: ['far/c.json topic orders'],
        leads: ['a/t.yaml'],
      })
    assert.deepEqual(all(texts, 'far/c.json', 'topic', 'orders'), {
      sure: [],
      unsure: ['a/c.json', 'a/t.yaml', 'b/c.json', 'b/t.yaml', 'far/c.json'].map(path => `${path} topic orders`),
      leads: ['a/t.yaml', 'b/t.yaml'],
    })
  })

  it('is, where nobody declares it, what nobody declares', () => {
    assert.deepEqual(
      all(
        { 'a/c.json': sink({ topics: 'orders' }), 'b/c.json': sink({ topics: 'orders, more' }) },
        'b/c.json',
        'topic',
        'orders',
      ),
      { sure: ['a/c.json topic orders', 'b/c.json topic orders'], unsure: [], leads: [] },
    )
  })

  it('is a group that the same place joins', () => {
    const texts = {
      'a/one.properties': consumer('g'),
      'a/two.properties': consumer('g'),
      'a/u.yaml': may('type: group, name: g'),
      'b/one.properties': consumer('g'),
    }
    assert.deepEqual(all(texts, 'a/u.yaml', 'group', 'g'), {
      sure: ['a/one.properties group g', 'a/two.properties group g', 'a/u.yaml group g'],
      unsure: [],
      leads: ['a/one.properties', 'a/two.properties'],
    })
    assert.deepEqual(
      all(texts, 'a/one.properties', 'group', 'g').sure,
      ['a/one.properties group g', 'a/two.properties group g', 'a/u.yaml group g'],
      'whoever is joined with it is found from it',
    )
    assert.deepEqual(all(texts, 'b/one.properties', 'group', 'g').sure, ['b/one.properties group g'])
    assert.deepEqual(all({ 'u.yaml': may('type: group, name: g') }, 'u.yaml', 'group', 'g'), {
      sure: ['u.yaml group g'],
      unsure: [],
      leads: [],
    })
  })

  it('is no group of two places because a configuration speaks of both', () => {
    const aliases = 'version: 1\ngroups:\n  aliases:\n    g: reminders\n'
    const texts = {
      '.kafka-review.yaml': aliases,
      'a/one.properties': consumer('g'),
      'b/one.properties': consumer('g'),
    }
    assert.deepEqual(all(texts, 'a/one.properties', 'group', 'g'), {
      sure: ['a/one.properties group g'],
      unsure: ['.kafka-review.yaml group g'],
      leads: ['a/one.properties'],
    })
  })
})

describe('at an offset', () => {
  it('stands what its characters name, its end included, declarations first', () => {
    const text = may('type: group, name: connect-s1')
    const { estate } = review({ 'u.yaml': text, 'c.json': sink({}) })
    const named = (offset: number): string[] => [
      ...new Set(mentionsAt(estate, uriOf('u.yaml'), offset).map(({ what, name }) => `${what} ${name}`)),
    ]
    const at = text.indexOf('connect-s1')
    assert.deepEqual(named(at - 1), [])
    assert.deepEqual(named(at), ['group connect-s1'])
    assert.deepEqual(named(at + 'connect-'.length), ['connector s1', 'group connect-s1'])
    assert.deepEqual(named(at + 'connect-s1'.length), ['connector s1', 'group connect-s1'])
    assert.deepEqual(named(at + 'connect-s1'.length + 1), [])
  })

  it('stands nothing of the name of a file', () => {
    const text = '{"type":"record","name":"Order","fields":[]}'
    const { estate } = review({ 'orders-value.avsc': text })
    assert.deepEqual(mentionsAt(estate, uriOf('orders-value.avsc'), text.indexOf('Order')), [])
  })
})
