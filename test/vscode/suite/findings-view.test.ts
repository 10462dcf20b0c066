import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { act, screenshot, screenshots } from './look.ts'
import { activeIn, closeAll, show } from './places.ts'

const view = '[id="workbench.view.extension.kafkaReview"]'

describe('the view of findings', () => {
  before(async () => {
    await show('kafka/topics.yaml')
    await vscode.commands.executeCommand('kafkaReview.findings.focus')
  })

  after(async () => {
    await vscode.commands.executeCommand('kafkaReview.groupByRule')
    await vscode.commands.executeCommand('workbench.view.explorer')
    await closeAll()
  })

  it('lists the findings of all files by rule, counted as Problems counts them', async function () {
    const steps = [
      { click: `${view} >> KR101 Personal data field` },
      { press: 'ArrowRight' },
      { hover: `${view} >> Field "email" of Order is not tagged as personal data: e-mail address` },
      { wait: 300 },
    ]
    if (!(await act('view-by-rule', steps))) return this.skip()
    await act('view-counts', [{ hover: `${view} >> 0 errors, 3 warnings, 5 notes` }])
    await screenshots('view-by-rule')
  })

  it('opens the place of a finding, also in a file that is not open', async function () {
    if (!(await act('view-open', [{ click: `${view} >> Field "email" of Order is not tagged` }]))) return this.skip()
    const { selection } = await activeIn('orders-value.avsc')
    assert.equal(selection.active.line, 6)
  })

  it('groups by recipient country and by activity of the record', async function () {
    await vscode.commands.executeCommand('kafkaReview.groupByCountry')
    if (!(await act('view-country', [{ click: `${view} >> United States` }, { press: 'ArrowRight' }, { wait: 300 }])))
      return this.skip()
    await screenshots('view-by-country')
    await vscode.commands.executeCommand('kafkaReview.groupByActivity')
    await act('view-activity', [{ click: `${view} >> orders` }, { press: 'ArrowRight' }, { wait: 300 }])
    await screenshot('view-by-activity')
  })

  it('filters, and offers fixes and acceptance at the place', async function () {
    void vscode.commands.executeCommand('kafkaReview.filterFindings')
    if (!(await act('view-filter', [{ wait: 800 }]))) return this.skip()
    await screenshot('view-filter')
    await act('view-filter-away', [{ press: 'Escape' }])
  })
})
