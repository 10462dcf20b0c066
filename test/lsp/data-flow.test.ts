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

  it('shows the part that is asked for: around a station, in a country, of an owner, of what tells of people', async () => {
    client = await startClient({
      ...files,
      'returns-value.avsc': '{"type": "record", "name": "Return", "fields": [{"name": "email", "type": "string"}]}',
      'health-value.avsc': '{"type": "record", "name": "Patient", "fields": [{"name": "diagnosis", "type": "string"}]}',
      'more.yaml': topic(3, 'health'),
      'crm.json': sink.replace('s-1', 's-2').replace('orders', 'returns,health').replace('ap-south-1', 'eu-central-1'),
    })
    const titles = async (params: DataFlowParams): Promise<string[]> =>
      (await client.connection.sendRequest<DataFlowResult>('kafkaReview/dataFlow', params)).stations.map(
        ({ title }) => title,
      )
    const { stations, countries, owners } = await client.connection.sendRequest<DataFlowResult>(
      'kafkaReview/dataFlow',
      {},
    )
    assert.deepEqual(
      countries.map(({ code, name }) => `${code} ${name}`),
      ['DE Germany', 'IN India'],
    )
    assert.deepEqual(owners, ['Amazon'])
    const idOf = (wanted: string): string => stations.find(({ title }) => title === wanted)?.id ?? wanted
    const spot = (path: keyof typeof files, text: string): Required<DataFlowParams>['at'] => ({
      uri: client.uri(path),
      position: indexLines(files[path]).position(files[path].indexOf(text)),
    })
    for (const [params, expected] of [
      [{}, ['health', 'orders', 'returns', 's-1', 's-2']],
      [{ focus: idOf('orders') }, ['orders', 's-1']],
      [{ focus: idOf('s-2') }, ['health', 'returns', 's-2']],
      [{ focus: 'nobody' }, []],
      [{ at: spot('topics.yaml', 'returns') }, ['returns', 's-2']],
      [{ at: spot('sink.json', 's-1') }, ['orders', 's-1']],
      [{ country: 'IN' }, ['orders', 's-1']],
      [{ country: 'DE' }, ['health', 'returns', 's-2']],
      [{ country: 'FR' }, []],
      [{ owner: 'Amazon' }, ['health', 'orders', 'returns', 's-1', 's-2']],
      [{ owner: 'nobody' }, []],
      [{ show: 'special' }, ['health', 's-2']],
      [{ show: 'personal' }, ['health', 'returns', 's-2']],
      [{ show: 'special', country: 'IN' }, []],
    ] as const)
      assert.deepEqual((await titles(params)).sort(), expected, JSON.stringify(params))
  })

  it('is the whole map where nothing of it stands', async () => {
    client = await startClient(files)
    assert.equal(await stationAt('notes.yaml', 'a'), undefined)
  })
})
