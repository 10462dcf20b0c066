import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'

describe('the grammars', () => {
  const check = (...args: string[]): void => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['node_modules/vscode-tmgrammar-test/dist/unit.js', ...args],
      { encoding: 'utf8' },
    )
    assert.equal(status, 0, stdout + stderr)
  }

  it('colour what their carets say', () =>
    check('-g', 'test/grammar/host.tmLanguage.json', '-g', 'test/grammar/json.tmLanguage.json', 'test/grammar/*.tf'))
  it('colour Avro IDL', () => check('-g', 'syntaxes/avro-idl.tmLanguage.json', 'test/grammar/*.avdl'))
})
