import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'

describe('the grammars', () => {
  it('colour what their carets say', () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['node_modules/vscode-tmgrammar-test/dist/unit.js', '-g', 'test/grammar/host.tmLanguage.json', '-g', 'test/grammar/json.tmLanguage.json', 'test/grammar/*.tf'], { encoding: 'utf8' })
    assert.equal(status, 0, stdout + stderr)
  })
})
