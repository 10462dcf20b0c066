import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { act, screenshot } from './look.ts'
import { at, findings, none, some, inWorker } from './places.ts'

async function show(path: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(at(path)))
}

/** Saves a file; the editor answers before it has written one that was just created. */
async function saved(path: string): Promise<void> {
  const document = await vscode.workspace.openTextDocument(at(path))
  for (const until = Date.now() + 15_000; document.isDirty && Date.now() < until; ) {
    await document.save()
    await new Promise(resolve => setTimeout(resolve, 50))
  }
  assert.equal(document.isDirty, false, path)
}

async function undoAll(): Promise<void> {
  for (const document of vscode.workspace.textDocuments)
    if (document.isDirty)
      await vscode.window
        .showTextDocument(document)
        .then(() => vscode.commands.executeCommand('workbench.action.files.revert'))
}

async function fixesAt(path: string, line: number, character: number): Promise<vscode.CodeAction[]> {
  const position = new vscode.Position(line - 1, character - 1)
  return vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    at(path),
    new vscode.Range(position, position),
    vscode.CodeActionKind.QuickFix.value,
    10,
  )
}

describe('Kafka Review in the editor', () => {
  afterEach(undoAll)

  it('underlines a finding when a file is opened', async () => {
    await show('kafka/topics.yaml')
    assert.deepEqual(await findings('kafka/topics.yaml', some), [
      'KR301 9:13 Topic orders has 2 replicas; use at least 3, on as many brokers',
    ])
    await act('squiggle-hover', [{ hover: '.squiggly-warning' }, { settle: 1200 }])
    await screenshot('hover')
    await act('away', [{ hover: '.part.statusbar' }, { settle: 600 }])
  })

  it('follows what is typed, before it is saved', async () => {
    const editor = await show('kafka/topics.yaml')
    await findings('kafka/topics.yaml', some)
    await editor.edit(edit => edit.replace(new vscode.Range(8, 12, 8, 13), '3'))
    assert.deepEqual(await findings('kafka/topics.yaml', none), [])
    await editor.edit(edit => edit.replace(new vscode.Range(8, 12, 8, 13), '7'))
    assert.deepEqual(await findings('kafka/topics.yaml', some), [
      'KR305 9:13 replicas is 7, but only 3 brokers are known; use at most 3',
    ])
  })

  it('says on hover what, why, how it was read and what to do', async () => {
    await show('connectors/archive.json')
    await findings('connectors/archive.json', some)
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      at('connectors/archive.json'),
      new vscode.Position(6, 20),
    )
    const text = hovers
      .flatMap(({ contents }) => contents.map(content => (typeof content === 'string' ? content : content.value)))
      .join('\n')
    for (const part of ['KR401', 'Chapter V', 'GDPR Art. 44', 'Evidence', 'us-east-1', 'What to do', 'Confidence'])
      assert.ok(text.includes(part), `"${part}" is not in:\n${text}`)
  })

  it('links the code of a finding to its page, which opens without a network', async function () {
    if (inWorker) return this.skip()
    await show('kafka/topics.yaml')
    await findings('kafka/topics.yaml', some)
    const [diagnostic] = vscode.languages.getDiagnostics(at('kafka/topics.yaml'))
    assert.ok(typeof diagnostic?.code === 'object')
    const page = await vscode.workspace.openTextDocument(diagnostic.code.target)
    assert.ok(page.getText().startsWith('# KR301 replication-factor-below-three'))
    await vscode.commands.executeCommand('vscode.open', diagnostic.code.target)
    await act('page', [{ settle: 1500 }])
    await screenshot('page')
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor')
  })

  it('offers fixes that settle the finding', async () => {
    const editor = await show('kafka/topics.yaml')
    await findings('kafka/topics.yaml', some)
    editor.selection = new vscode.Selection(8, 12, 8, 12)
    if (await act('light-bulb', [{ press: 'Control+.' }, { wait: 1000 }])) await screenshot('light-bulb')
    await act('escape', [{ press: 'Escape' }])
    const [fix] = await fixesAt('kafka/topics.yaml', 9, 13)
    assert.equal(fix?.title, 'Set replication factor to 3 (Cruise Control reassigns its partitions)')
    assert.ok(fix.edit)
    assert.ok(await vscode.workspace.applyEdit(fix.edit))
    assert.equal(editor.document.lineAt(8).text, '  replicas: 3 # since the move')
    assert.deepEqual(await findings('kafka/topics.yaml', none), [])
  })

  it('writes the configuration with a fix, and obeys it at once', async () => {
    await show('connectors/archive.json')
    await findings('connectors/archive.json', some)
    const fixes = await fixesAt('connectors/archive.json', 7, 20)
    const declare = fixes.find(({ title }) => title.includes('standard contractual clauses'))
    assert.ok(declare?.edit)
    assert.ok(await vscode.workspace.applyEdit(declare.edit))
    // A safeguard that nobody can look up settles nothing.
    const configuration = await vscode.workspace.openTextDocument(at('.kafka-review.yaml'))
    const start = configuration.getText().indexOf('reference: ""')
    assert.ok(start > 0)
    const reference = new vscode.WorkspaceEdit()
    const place = new vscode.Range(configuration.positionAt(start), configuration.positionAt(start + 13))
    reference.replace(configuration.uri, place, 'reference: DPA 1')
    assert.ok(await vscode.workspace.applyEdit(reference))
    const found = await findings('connectors/archive.json', all => all.some(line => line.startsWith('KR402')))
    assert.deepEqual(found, [
      'KR107 7:18 Sink "s-17" exports personal data without masking: email',
      'KR402 7:18 Sink "s-17" writes to us-east-1 (United States): outside the EEA, declared safeguard: standard contractual clauses',
      'KR604 2:11 Sink "s-17" only adds to Amazon S3: personal data that is deleted in Kafka has to be deleted there as well',
    ])
    await saved('.kafka-review.yaml')
    await vscode.workspace.fs.delete(at('.kafka-review.yaml'))
    assert.ok(
      (await findings('connectors/archive.json', all => all.some(line => line.startsWith('KR401')))).some(line =>
        line.startsWith('KR401'),
      ),
    )
  })

  it('shows country and owner behind the value that decides', async () => {
    await show('connectors/archive.json')
    await findings('connectors/archive.json', some)
    const hints = await vscode.commands.executeCommand<vscode.InlayHint[]>(
      'vscode.executeInlayHintProvider',
      at('connectors/archive.json'),
      new vscode.Range(0, 0, 99, 0),
    )
    assert.deepEqual(
      hints.map(
        ({ label, position }) =>
          `${position.line + 1} ${typeof label === 'string' ? label : label.map(({ value }) => value).join('')}`,
      ),
      ['7 US · covered only if in scope · Amazon'],
    )
    await act('hints', [{ settle: 1000 }])
    await screenshot('inlay-hints')
  })

  it('moves a sink to a region that is allowed', async () => {
    const editor = await show('connectors/archive.json')
    await findings('connectors/archive.json', some)
    const fixes = await fixesAt('connectors/archive.json', 7, 20)
    const move = fixes.find(({ title }) => title.startsWith('Move sink to eu-'))
    assert.ok(move?.edit, fixes.map(({ title }) => title).join('\n'))
    assert.ok(await vscode.workspace.applyEdit(move.edit))
    assert.match(editor.document.lineAt(6).text, /"s3\.region": "eu-/)
    const found = await findings('connectors/archive.json', all => all.some(line => line.startsWith('KR405')))
    assert.deepEqual(
      found.map(line => line.slice(0, 5)),
      ['KR107', 'KR405', 'KR604'],
    )
  })

  it('accepts a finding, and leaves the cursor where the reason goes', async function () {
    if (inWorker) return this.skip()
    await show('kafka/topics.yaml')
    await findings('kafka/topics.yaml', some)
    const accept = (await fixesAt('kafka/topics.yaml', 9, 13)).find(
      ({ title }) => title === 'Suppress KR301 on this line, with a reason',
    )
    assert.ok(accept?.edit && accept.command)
    assert.ok(await vscode.workspace.applyEdit(accept.edit))
    await vscode.commands.executeCommand(accept.command.command, ...(accept.command.arguments ?? []))
    const editor = vscode.window.activeTextEditor
    assert.ok(editor)
    assert.equal(editor.document.lineAt(8).text, '  # kafka-review-ignore KR301 -- ')
    assert.deepEqual(
      [editor.selection.active.line, editor.selection.active.character],
      [8, editor.document.lineAt(8).text.length],
    )
    await editor.edit(edit => edit.insert(editor.selection.active, 'one rack only'))
    assert.deepEqual(await findings('kafka/topics.yaml', none), [])
  })

  it('sees in one file what changes in another', async () => {
    await show('kafka/topics.yaml')
    const pools = await show('kafka/pools.yaml')
    await findings('kafka/topics.yaml', some)
    await pools.edit(edit => edit.replace(new vscode.Range(7, 12, 7, 13), '2'))
    // More replicas than brokers are none; what two brokers can hold is asked of them, not of each topic.
    const found = await findings('kafka/topics.yaml', all => all.some(line => line.startsWith('KR305')))
    assert.deepEqual(found, ['KR305 19:13 replicas is 3, but only 2 brokers are known; use at most 2'])
  })

  it('says nothing on a foreign file', async () => {
    await show('deployment.yaml')
    await show('kafka/topics.yaml')
    await findings('kafka/topics.yaml', some)
    assert.deepEqual(vscode.languages.getDiagnostics(at('deployment.yaml')), [])
  })
})
