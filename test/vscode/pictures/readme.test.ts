import * as vscode from 'vscode'
import { act, screenshot } from '../suite/look.ts'
import { closeAll, codesIn, eventually, show } from '../suite/places.ts'

// The pictures of the README, from a real editor on the examples: `npm run pictures`.
describe('the pictures of the README', () => {
  it('shows findings, their fixes and where data goes', async () => {
    const editor = await show('connectors/customer-complaints.json')
    await eventually(
      () => codesIn('connectors/customer-complaints.json'),
      found => found.length > 2,
    )
    await vscode.commands.executeCommand('kafkaReview.findings.focus')
    await vscode.commands.executeCommand('kafkaReview.groupByCountry')
    const region = editor.document.positionAt(editor.document.getText().indexOf('ap-south-1'))
    await vscode.window.showTextDocument(editor.document)
    editor.selection = new vscode.Selection(region, region)
    await act('findings', [{ wait: 2500 }, { press: 'Control+.' }, { wait: 1500 }])
    await screenshot('findings')
    await act('away', [{ press: 'Escape' }])
    await vscode.commands.executeCommand('workbench.action.closeSidebar')
  })

  it('shows the record', async () => {
    await closeAll()
    await vscode.commands.executeCommand('kafkaReview.generateRecord')
    await act('record', [{ wait: 2500 }])
    await screenshot('record')
  })

  it('shows the map', async () => {
    await closeAll()
    await vscode.commands.executeCommand('kafkaReview.showDataFlow')
    await act('data-flow', [{ wait: 2500 }])
    await screenshot('data-flow')
  })
})
