import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { act, screenshot, screenshots } from './look.ts'
import { activeIn, at, closeAll, eventually, show, write } from './places.ts'

describe('the map of the data flow', () => {
  before(async () => {
    await closeAll()
    await show('kafka/topics.yaml')
  })
  after(async () => {
    await closeAll()
    await vscode.workspace.fs.delete(at('many'), { recursive: true }).then(undefined, () => undefined)
  })

  it('can be read at first sight, in every kind of theme', async function () {
    assert.equal(await vscode.commands.executeCommand<number>('kafkaReview.showDataFlow'), 3)
    if (!(await act('map', [{ hover: '[data-do=fit]' }, { settle: 2500 }]))) return this.skip()
    await screenshots('data-flow')
  })

  it('opens the line behind a station, beside itself', async function () {
    if (!(await act('station', [{ click: '[data-do=fit]' }, { wait: 300 }, { click: '.station.sink' }])))
      return this.skip()
    const { selection } = await activeIn('connectors/archive.json')
    assert.equal(selection.active.line, 1)
  })

  it('is narrowed to personal data and to one station, and has a list', async function () {
    const steps = [
      { click: '[data-do=list]' },
      { click: '[type=search]' },
      { type: 'orders' },
      { press: 'Enter' },
      { wait: 500 },
    ]
    if (!(await act('map-list', steps))) return this.skip()
    await screenshot('data-flow-list')
    const editor = await show('connectors/archive.json')
    editor.selection = new vscode.Selection(4, 6, 4, 6)
    assert.equal(await vscode.commands.executeCommand<number>('kafkaReview.showDataFlowHere'), 2)
    await act('map-focus', [{ settle: 1500 }])
    await screenshot('data-flow-focus')
  })

  it('shows what breaks under a supposition', async function () {
    assert.equal(await vscode.commands.executeCommand<number>('kafkaReview.showDataFlow'), 3)
    // The page is written anew when the command runs, and with it a list that is open.
    const steps = [
      { wait: 800 },
      { click: '[name=suppose]' },
      { wait: 300 },
      { press: 'ArrowDown' },
      { press: 'Enter' },
      { wait: 1200 },
      { click: '[data-do=list]' },
      { click: '[data-do=fit]' },
      { hover: '.station.sink.breaks' },
    ]
    if (!(await act('map-what-if', steps))) return this.skip()
    await screenshots('data-flow-what-if')
  })

  it('stays usable with 200 topics', async function () {
    for (let i = 0; i < 200; i++)
      await write(
        `many/t${i}.yaml`,
        `apiVersion: kafka.strimzi.io/v1\nkind: KafkaTopic\nmetadata:\n  name: metrics-${i}\nspec:\n  partitions: 3\n  replicas: 3\n`,
      )
    await write(
      'many/sink.json',
      '{"name": "s-9", "config": {"connector.class": "io.confluent.connect.s3.S3SinkConnector", "topics": "metrics-7", "s3.region": "eu-central-1"}}',
    )
    // Two with a flow of their own, their two sinks, and all others as one.
    assert.equal(
      await eventually(
        () => vscode.commands.executeCommand<number>('kafkaReview.showDataFlow'),
        stations => stations === 5,
      ),
      5,
    )
    if (!(await act('map-many', [{ hover: '[data-do=fit]' }, { settle: 2000 }]))) return this.skip()
    await screenshot('data-flow-many')
  })
})
