import assert from 'node:assert/strict'
import type { DataFlowParams, DataFlowResult } from '../../server/src/lsp/protocol.ts'
import { indexLines } from '../../server/src/text/line-index.ts'
import { startClient, type TestClient } from '../support/client.ts'
import { sink, topic } from '../support/shop.ts'

describe('the map of the data flow around the cursor', () => {
  let client: TestClient
  afterEach(() => client.end())

  const files = { 'topics.yaml': `${topic(3)}---\n${topic(3, 'returns')}`, 'sink.json': sink, 'notes.yaml': 'a: 1\n' }
  /** The station that the map is about when it is asked for at the beginning of a text. */
  const stationAt = async (path: keyof typeof files, text: string): Promise<string | undefined> => {
    const { focus, stations } = await client.connection.sendRequest<DataFlowResult>('kafkaReview/dataFlow', {
      at: { uri: client.uri(path), position: indexLines(files[path]).position(files[path].indexOf(text)) },
    })
    return stations.find(({ id }) => id === focus)?.title
  }

  it('is about the station that is named there, or whose resource stands around it', async () => {
    client = await startClient(files)
    assert.equal(await stationAt('topics.yaml', 'orders'), 'orders')
    assert.equal(await stationAt('topics.yaml', 'replicas'), 'orders')
    assert.equal(await stationAt('topics.yaml', 'returns'), 'returns')
    assert.equal(await stationAt('sink.json', 's3.region'), 's-1')
  })

  it('shows what breaks under a supposition that it offers, named in the language of the reader', async () => {
    client = await startClient(files)
    const request = (params: DataFlowParams): Promise<DataFlowResult> =>
      client.connection.sendRequest<DataFlowResult>('kafkaReview/dataFlow', params)
    const { suppositions, stations } = await request({})
    assert.deepEqual(
      suppositions.map(({ title }) => title),
      ['nothing of Amazon.com, Inc.', 'nobody in reach of the law: United States', 'only in EEA'],
    )
    assert.ok(stations.every(({ says }) => !says.includes('breaks')))
    const [first] = suppositions
    const supposed = await request(first ? { suppose: first.suppose } : {})
    assert.deepEqual(
      supposed.stations.map(({ says }) => says.split(', ').at(-1)),
      ['✕ breaks', '? no file tells whether it breaks', '? no file tells whether it breaks'],
    )
  })

  it('is the whole map where nothing of it stands', async () => {
    client = await startClient(files)
    assert.equal(await stationAt('notes.yaml', 'a'), undefined)
  })
})
