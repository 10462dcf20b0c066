import { languages } from '../support/languages.ts'
import { inEnglish } from '../../server/src/locale/en.ts'
import assert from 'node:assert/strict'
import { openDb } from '../../server/src/assess/db.ts'
import { flowGraph, mapUnder, type FlowGraph } from '../../server/src/assess/flow-graph.ts'
import { suppositionsAbout, type Supposition } from '../../server/src/assess/what-if.ts'
import { flowMermaid } from '../../server/src/report/flow/mermaid.ts'
import { layOut } from '../../server/src/report/flow/layout.ts'
import { selectFlow } from '../../server/src/report/flow/select.ts'
import { flowStyle, describe as say, flowSvg } from '../../server/src/report/flow/svg.ts'
import { readCompany } from '../support/company.ts'
import { reviewTexts, theLibrary, uriOf } from '../support/fixtures.ts'
import { assertGolden } from '../support/golden.ts'
import { shop } from '../support/places.ts'

function graphOf(files: readonly { uri: string; text: string }[]): FlowGraph {
  const review = reviewTexts(files)
  return flowGraph(openDb(review.estate, theLibrary()), review.files())
}

const texts = (files: Readonly<Record<string, string>>): { uri: string; text: string }[] =>
  Object.entries(files).map(([path, text]) => ({ uri: `file:///fixtures/${path}`, text }))

/** Topics, and sinks in two regions that read so many of them each. */
const manyTopics = (count: number, each: number): { uri: string; text: string }[] => [
  ...Array.from({ length: count }, (_, i) => ({
    uri: `file:///fixtures/t${i}.yaml`,
    text: `apiVersion: kafka.strimzi.io/v1\nkind: KafkaTopic\nmetadata:\n  name: t${i}\nspec:\n  partitions: 3\n`,
  })),
  ...Array.from({ length: count + 1 - each }, (_, i) => ({
    uri: `file:///fixtures/s${i}.json`,
    text: `{"name": "s${i}", "config": {"connector.class": "io.confluent.connect.s3.S3SinkConnector", "topics": "${Array.from({ length: each }, (_topic, j) => `t${i + j}`).join(',')}", "s3.region": "${i % 2 ? 'us-east-1' : 'eu-central-1'}"}}`,
  })),
]

describe('the map of the data flow', () => {
  it('is what the golden files show of the example company', () => {
    const graph = graphOf(readCompany())
    assertGolden('test/report/flow.golden.svg', flowSvg(graph, inEnglish.words))
    assertGolden('test/report/flow.golden.mmd', flowMermaid(graph, inEnglish.words))
    for (const { id, words } of languages.filter(locale => locale.id !== 'en'))
      assertGolden(`test/report/flow.${id}.golden.mmd`, flowMermaid(graph, words))
  })

  it('is the same whatever the order of files', () => {
    const files = readCompany()
    assert.equal(flowSvg(graphOf([...files].reverse()), inEnglish.words), flowSvg(graphOf(files), inEnglish.words))
  })

  it('tells topics, who brings records in and who takes them out, where, and what they tell of people', () => {
    const graph = graphOf(texts(shop))
    const zones = new Map(
      graph.zones.map(zone => [zone.id, [zone.border, zone.country?.name ?? '-', zone.owner ?? '-'].join(' ')]),
    )
    assert.deepEqual(
      graph.stations.map(({ kind, name, zone, sensitivity }) => `${kind} ${name}: ${zones.get(zone)}, ${sensitivity}`),
      [
        'client svc-7: inside - -, untold',
        'group cg-5: inside - -, personal',
        'mirror standby: adequate United Kingdom Amazon, personal',
        'sink erp: open - Amazon, personal',
        'sink s-17: conditional United States Amazon, personal',
        'source tables: inside - -, untold',
        'source web: inside - -, personal',
        'topic orders: inside - -, personal',
        'topic returns: inside - -, untold',
      ],
    )
    assert.equal(
      say(graph, inEnglish.words),
      'Data flow: 2 topics, 0 with special categories of personal data, 1 with other personal data, 1 without a known schema, 2 countries',
    )
  })

  it('shows a transform that takes personal data away', () => {
    const sink = (shop['connectors/archive.json'] ?? '').replace(
      '"s3.region"',
      '"transforms": "m", "transforms.m.type": "org.apache.kafka.connect.transforms.MaskField$Value", "transforms.m.fields": "email", "s3.region"',
    )
    const graph = graphOf(texts({ ...shop, 'connectors/archive.json': sink }))
    assert.equal(
      graph.stations.find(({ name }) => name === 's-17')?.sensitivity,
      'untold',
      'only the topic without a schema is left',
    )
  })

  it('keeps what names say out of its own syntax', () => {
    const evil = {
      'a.json': `{"name": "</text><script>alert(1)</script> \\"]:::x", "config": {"connector.class": "io.confluent.connect.s3.S3SinkConnector", "topics": "a b];<b>&#", "s3.region": "us-east-1"}}`,
    }
    const graph = graphOf(texts(evil))
    const [svg, mermaid] = [flowSvg(graph, inEnglish.words), flowMermaid(graph, inEnglish.words)]
    assert.doesNotMatch(svg, /<script|<b>/)
    assert.doesNotMatch(svg, /\son\w+=|href|style="/)
    assert.doesNotMatch(mermaid, /<script|alert\(|\]:::x/)
  })

  it('is empty where nothing flows, and says what it leaves out of very many topics', () => {
    assert.match(flowSvg(graphOf([]), inEnglish.words), /^<svg/)
    const part = selectFlow(graphOf(manyTopics(200, 3)), {})
    assert.equal(part.stations.filter(({ kind }) => kind === 'topic').length, 150)
    assert.match(flowMermaid(part, inEnglish.words), /%% 50 topics with less sensitive data are not shown/)
    assert.match(say(part, inEnglish.words), /; 50 topics with less sensitive data are not shown$/)
  })

  it('shows what tells of people first where topics are too many', () => {
    const topicText = (name: string): string =>
      (shop['kafka/topics.yaml'] ?? '').replace('name: orders', `name: ${name}`).split('---')[0] ?? ''
    const graph = graphOf([
      ...manyTopics(200, 3),
      { uri: uriOf('z.yaml'), text: topicText('zz') },
      {
        uri: uriOf('zz-value.avsc'),
        text: '{"type":"record","name":"Customer","fields":[{"name":"email","type":"string"}]}',
      },
    ])
    const part = selectFlow(graph, {})
    assert.equal(part.leftOut, 51)
    assert.equal(part.stations.find(({ name }) => name === 'zz')?.sensitivity, 'personal')
  })

  it('says of a topic without a schema that none is known, and what its name reveals', () => {
    const topic = (name: string): string =>
      `apiVersion: kafka.strimzi.io/v1\nkind: KafkaTopic\nmetadata:\n  name: ${name}\nspec:\n  partitions: 3\n`
    const graph = graphOf(texts({ 'a.yaml': topic('hr-sick-notes'), 'b.yaml': topic('widget-ticks') }))
    assert.deepEqual(
      graph.stations.map(({ name, sensitivity }) => `${name} ${sensitivity}`),
      ['hr-sick-notes special', 'widget-ticks untold'],
    )
    const svg = flowSvg(graph, inEnglish.words)
    assert.match(svg, /◆ special category by its name/)
    assert.match(svg, /class="station topic untold".*no schema known/)
  })

  it('draws every colour with a contrast of 3:1 and more, in every kind of theme', () => {
    const luminance = (colour: string): number => {
      const [r = 0, g = 0, b = 0] = [1, 3, 5]
        .map(at => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
        .map(part => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
      return 0.2126 * r + 0.7152 * g + 0.0722 * b
    }
    const contrast = (a: string, b: string): number => {
      const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
      return (high + 0.05) / (low + 0.05)
    }
    const themes = [...flowStyle.matchAll(/^(\S* ?\.flow) \{ (--paper.*) \}$/gm)]
    assert.equal(themes.length, 4)
    for (const [, theme = '', list = ''] of themes) {
      const colours = new Map(
        [...list.matchAll(/--(\w+): (#\w{6})/g)].map(([, name = '', value = '']) => [name, value]),
      )
      for (const [name, colour] of colours)
        if (name !== 'paper') assert.ok(contrast(colour, colours.get('paper') ?? '') >= 3, `${theme} ${name} ${colour}`)
    }
  })

  it('shows a part: what tells of people, a country, one station with all before and behind it', () => {
    const graph = graphOf(texts(shop))
    const names = (part: FlowGraph): string[] => part.stations.map(({ kind, name }) => `${kind} ${name}`)
    assert.deepEqual(names(selectFlow(graph, { show: 'personal' })), [
      'group cg-5',
      'mirror standby',
      'sink erp',
      'sink s-17',
      'source web',
      'topic orders',
    ])
    assert.deepEqual(names(selectFlow(graph, { show: 'special' })), [])
    assert.deepEqual(names(selectFlow(graph, { country: 'GB' })), ['mirror standby', 'topic orders', 'topic returns'])
    const focus = graph.stations.find(({ name }) => name === 'erp')?.id ?? ''
    assert.deepEqual(names(selectFlow(graph, { focus })), ['sink erp', 'source web', 'topic orders'])
  })

  const underShop = (...suppositions: Supposition[]): string[] =>
    mapUnder(graphOf(texts(shop)), suppositions).stations.flatMap(({ kind, name, effect }) =>
      effect ? `${kind} ${name} ${effect}` : [],
    )

  it('tells under a supposition what breaks, and of what no file tells it; groups and clients run anywhere', () => {
    assert.deepEqual(underShop({ is: 'adequacyFalls', country: 'GB' }), [
      'mirror standby breaks',
      'sink erp unclear',
      'source tables unclear',
      'source web unclear',
      'topic orders unclear',
      'topic returns unclear',
    ])
    assert.deepEqual(
      underShop({ is: 'without', provider: 'aws' }).filter(one => one.endsWith('breaks')),
      ['mirror standby breaks', 'sink erp breaks', 'sink s-17 breaks'],
    )
    assert.deepEqual(
      underShop({ is: 'only', allowed: ['EEA', 'GB'] }).filter(one => one.endsWith('breaks')),
      ['sink s-17 breaks'],
    )
    assert.deepEqual(underShop(), [])
  })

  it('offers suppositions about those who stand on it: owners, laws that reach them, the EEA, decisions', () => {
    const { stations } = graphOf(texts(shop))
    assert.deepEqual(
      suppositionsAbout(
        theLibrary(),
        stations.flatMap(({ destination }) => destination ?? []),
      ),
      [
        { is: 'without', provider: 'Amazon.com, Inc.' },
        { is: 'withoutLaw', country: 'US' },
        { is: 'only', allowed: ['EEA'] },
        { is: 'adequacyFalls', country: 'GB' },
        { is: 'adequacyFalls', country: 'US' },
      ],
    )
  })

  it('shows what breaks in boxes, in sentences and in the summary, in each language', () => {
    const part = selectFlow(mapUnder(graphOf(texts(shop)), [{ is: 'adequacyFalls', country: 'GB' }]), {})
    assert.match(flowSvg(part, inEnglish.words), /<g class="station mirror personal breaks"/)
    for (const { words } of languages) {
      const mark = words.flow.breaks
      assert.ok(flowMermaid(part, words).includes(mark))
      assert.ok(say(part, words).length > say(selectFlow(graphOf(texts(shop)), {}), words).length)
    }
  })

  it('draws very many topics that flow alike as one, until somebody wants to see them', () => {
    const topics = Array.from({ length: 60 }, (_, i) => ({
      uri: `file:///fixtures/t${i}.yaml`,
      text: `apiVersion: kafka.strimzi.io/v1\nkind: KafkaTopic\nmetadata:\n  name: metrics-${i}\nspec:\n  partitions: 3\n`,
    }))
    const sink = {
      uri: 'file:///fixtures/s.json',
      text: '{"name": "s-1", "config": {"connector.class": "io.confluent.connect.s3.S3SinkConnector", "topics": "metrics-7", "s3.region": "eu-central-1"}}',
    }
    const part = selectFlow(graphOf([...topics, sink]), {})
    assert.deepEqual(
      part.stations.map(({ kind, name, several }) => `${kind} ${name} ${several?.length ?? 1}`),
      ['topic metrics-0 59', 'sink s-1 1', 'topic metrics-7 1'],
    )
    assert.match(say(part, inEnglish.words), /^Data flow: 60 topics/)
    assert.match(flowSvg(part, inEnglish.words), /metrics-0 and 58 more/)
    const bundle = part.stations[0]?.id ?? ''
    assert.equal(selectFlow(graphOf([...topics, sink]), { expanded: [bundle] }).stations.length, 61)
  })

  it('draws with topics that flow alike whoever alone gives or takes their records', () => {
    const part = selectFlow(graphOf(manyTopics(400, 1)), {})
    assert.deepEqual(
      part.stations.map(({ kind, name, several }) => `${kind} ${name} ${several?.length ?? 1}`),
      ['sink s0 200', 'sink s1 200', 'topic t0 200', 'topic t1 200'],
    )
    assert.equal(part.flows.length, 2)
    assert.equal(part.leftOut, 0)
  })

  it('wraps many stations: none covers another, each lies in its zone, and the picture is no ribbon', () => {
    const graph = selectFlow(graphOf(manyTopics(100, 3)), {})
    const { stations, bands, width, height } = layOut(graph, inEnglish.words)
    const boxes = stations.map(({ x, y, width: w, height: h }) => ({ left: x, right: x + w, top: y, bottom: y + h }))
    assert.equal(boxes.length, 198)
    for (const [index, one] of boxes.entries())
      for (const other of boxes.slice(index + 1))
        assert.ok(
          one.right <= other.left || other.right <= one.left || one.bottom <= other.top || other.bottom <= one.top,
        )
    const zones = bands.flatMap(band => band.zones)
    assert.equal(zones.length, 3)
    const inside = (box: (typeof boxes)[number]): number =>
      zones.filter(
        ({ x, y, width: w, height: h }) => x <= box.left && box.right <= x + w && y <= box.top && box.bottom <= y + h,
      ).length
    assert.deepEqual(new Set(boxes.map(inside)), new Set([1]))
    assert.ok(width < 2 * height && height < 2 * width, `${width} x ${height}`)
  })

  it('loses no recipient to an overlay that patches a topic', () => {
    const topic = (body: string): string =>
      `apiVersion: kafka.strimzi.io/v1\nkind: KafkaTopic\nmetadata:\n  name: orders\nspec:\n${body}`
    const files = {
      'base/topic.yaml': topic('  partitions: 3\n  replicas: 3\n'),
      'base/kustomization.yaml':
        'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources: [topic.yaml]\n',
      'overlays/dev/patch.yaml': topic('  replicas: 1\n'),
      'overlays/dev/kustomization.yaml':
        'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources: [../../base]\npatches:\n  - path: patch.yaml\n',
      'sink.json':
        '{"name": "s-1", "config": {"connector.class": "io.confluent.connect.s3.S3SinkConnector", "topics": "orders", "s3.region": "us-east-1"}}',
    }
    const graph = graphOf(texts(files))
    assert.deepEqual(
      graph.stations.map(({ kind, name }) => `${kind} ${name}`),
      ['sink s-1', 'topic orders'],
    )
    assert.equal(graph.flows.length, 1)
  })
})
