import { inEnglish } from '../../server/src/locale/en.ts'
import assert from 'node:assert/strict'
import { openDb } from '../../server/src/assess/db.ts'
import { flowGraph, type FlowGraph } from '../../server/src/assess/flow-graph.ts'
import { flowMermaid } from '../../server/src/report/flow/mermaid.ts'
import { describe as say, flowSvg } from '../../server/src/report/flow/svg.ts'
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

describe('the map of the data flow', () => {
  it('is what the golden files show of the example company', () => {
    const graph = graphOf(readCompany())
    assertGolden('test/report/flow.golden.svg', flowSvg(graph, inEnglish.words))
    assertGolden('test/report/flow.golden.mmd', flowMermaid(graph, inEnglish.words))
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
        'client svc-7: inside - -, none',
        'group cg-5: inside - -, personal',
        'mirror standby: adequate United Kingdom Amazon, personal',
        'sink erp: open - Amazon, personal',
        'sink s-17: conditional United States Amazon, personal',
        'source tables: inside - -, none',
        'source web: inside - -, personal',
        'topic orders: inside - -, personal',
        'topic returns: inside - -, none',
      ],
    )
    assert.equal(
      say(graph, inEnglish.words),
      'Data flow: 2 topics, 0 with special categories of personal data, 1 with other personal data, 2 countries',
    )
  })

  it('shows a transform that takes personal data away', () => {
    const sink = (shop['connectors/archive.json'] ?? '').replace(
      '"s3.region"',
      '"transforms": "m", "transforms.m.type": "org.apache.kafka.connect.transforms.MaskField$Value", "transforms.m.fields": "email", "s3.region"',
    )
    const graph = graphOf(texts({ ...shop, 'connectors/archive.json': sink }))
    assert.equal(graph.stations.find(({ name }) => name === 's-17')?.sensitivity, 'none')
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
    const many = Array.from({ length: 200 }, (_, i) => ({
      uri: `file:///fixtures/t${i}.yaml`,
      text: (shop['kafka/topics.yaml'] ?? '').replace('name: orders', `name: t${i}`).split('---')[0] ?? '',
    }))
    const graph = graphOf(many)
    assert.equal(graph.stations.length, 150)
    assert.match(flowMermaid(graph, inEnglish.words), /%% 50 topics with less sensitive data are not shown/)
    assert.match(say(graph, inEnglish.words), /; 50 topics with less sensitive data are not shown$/)
  })

  it('shows what tells of people first where topics are too many', () => {
    const topicText = (name: string): string =>
      (shop['kafka/topics.yaml'] ?? '').replace('name: orders', `name: ${name}`).split('---')[0] ?? ''
    const graph = graphOf([
      ...Array.from({ length: 200 }, (_, i) => ({ uri: uriOf(`t${i}.yaml`), text: topicText(`t${i}`) })),
      { uri: uriOf('z.yaml'), text: topicText('zz') },
      {
        uri: uriOf('zz-value.avsc'),
        text: '{"type":"record","name":"Customer","fields":[{"name":"email","type":"string"}]}',
      },
    ])
    assert.equal(graph.stations.find(({ name }) => name === 'zz')?.sensitivity, 'personal')
  })
})
