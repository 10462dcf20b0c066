import assert from 'node:assert/strict'
import { yamlContextAt } from '../../server/src/lsp/yaml-context.ts'

const at = (marked: string): string => {
  const offset = marked.indexOf('|')
  const { path, isValue, word } = yamlContextAt(marked.replace('|', ''), offset)
  return `${path.join('.')}${isValue ? '=' : ''} ${word}`
}

describe('where a cursor is in YAML', () => {
  for (const [text, expected] of [
    ['|', ' '],
    ['pol|', ' pol'],
    ['policy:\n  |', 'policy '],
    ['policy:\n  allowedCountries: [EEA, D|', 'policy.allowedCountries.[]= D'],
    ['policy:\n  allowedCountries:\n    - EE|', 'policy.allowedCountries.[] EE'],
    ['policy:\n  allowedCountries:\n  - EE|', 'policy.allowedCountries.[] EE'],
    ['version: 1\nignore:\n  - path: a.yaml\n    co|', 'ignore.[] co'],
    ['ignore:\n  - path: a.yaml\n    code: KR3|\n', 'ignore.[].code= KR3'],
    ['ignore:\n- path: a.yaml\n  code: |', 'ignore.[].code= '],
    ['ignore:\n  - |', 'ignore.[] '],
    ['ignore:\n  -|', 'ignore.[] '],
    ['record:\n  controller: X\n  # a comment\n\n  activities:\n    - match: ord|', 'record.activities.[].match= ord'],
    ['rules:\n  "KR301": wa|', 'rules.KR301= wa'],
    [
      'personalData:\n  not:\n    - record: A\n      field: x\n    - record: B\n      field: |',
      'personalData.not.[].field= ',
    ],
    ['rules:\r\n  KR301: off\r\n  KR|', 'rules KR'],
    ['clusters:\n  - match: shop\n    country: D|\ntopics:\n', 'clusters.[].country= D'],
    ["rules:\n  'KR301' : wa|", 'rules.KR301= wa'],
    ['rules:\n  "KR 301":  wa|', 'rules.KR 301= wa'],
    ['a [x]: b|', 'a [x]= b'],
    ['rules:\n  - # KR301: wa|', 'rules.[] wa'],
    ['a:b|', ' a:b'],
    ['key :|', 'key= '],
    ['key : v|', 'key= v'],
    ['a: "x y|', 'a= y'],
    ["a: 'x|", 'a= x'],
    ['a: [b, "c|', 'a.[]= c'],
    ['a:\n  b: 1\n c|', 'a c'],
    ['a:\n  b: 1\nc|', ' c'],
  ] as const)
    it(`reads ${JSON.stringify(text)}`, () => assert.equal(at(text), expected))
})
