import assert from 'node:assert/strict'
import type { Finding } from '../server/src/rules/finding.ts'
import { readCompany } from './support/company.ts'
import { reviewTexts, uriOf } from './support/fixtures.ts'

const levels = ['hint', 'information', 'warning', 'error']
const configured = (lines: string): ReturnType<typeof readCompany> => [
  ...readCompany().filter(({ uri }) => !uri.endsWith('.kafka-review.yaml')),
  { uri: uriOf('.kafka-review.yaml'), text: `version: 1\n${lines}` },
]

/** Levels by file, code and place, of what is reported. */
function levelsOf(lines: string): Map<string, Finding> {
  const review = reviewTexts(configured(lines))
  return new Map(
    [...review.files()]
      .flatMap(uri => review.findings(uri))
      .filter(({ family }) => family !== 'configuration')
      .map(finding => [`${finding.code} ${finding.at.file}:${finding.at.span.start}`, finding]),
  )
}

describe('what runs in development', () => {
  const [before, after] = [levelsOf(''), levelsOf('environments:\n  development: ["kafka/**", "connectors/**"]\n')]
  const inDevelopment = ({ at }: Finding): boolean => /\/(?:kafka|connectors)\//.test(at.file)

  it('is reported one level lower, durability as a hint, the rest as ever', () => {
    assert.ok(before.size > 30)
    for (const [key, { level, family }] of after) {
      const finding = before.get(key)
      assert.ok(finding, key)
      if (!inDevelopment(finding)) assert.equal(level, finding.level, key)
      else if (family === 'durability') assert.equal(level, 'hint', key)
      else assert.equal(level, levels[Math.max(0, levels.indexOf(finding.level) - 1)], key)
    }
  })

  it('loses no finding but those of durability that say the same again', () => {
    for (const [key, finding] of before)
      assert.ok(after.has(key) || (finding.family === 'durability' && inDevelopment(finding)), key)
  })

  it('shows each level going down', () => {
    const fallen = new Set(
      [...after]
        .map(([key, { level }]) => `${before.get(key)?.level} to ${level}`)
        .filter(text => !/(\w+) to \1/.test(text)),
    )
    assert.ok(fallen.has('warning to information') && fallen.has('error to warning'), [...fallen].join(', '))
  })
})

describe('a level in the configuration', () => {
  const rows: readonly [string, string][] = [
    ['rules:\n  KR301: error\n', 'error'],
    ['rules:\n  durability: hint\n', 'hint'],
    ['rules:\n  durability: hint\n  KR301: error\n', 'error'],
    ['rules:\n  KR301: off\n', 'off'],
  ]
  for (const [lines, expected] of rows)
    it(`${lines.replace(/\s+/g, ' ')}is obeyed`, () => {
      const said = [...levelsOf(lines).values()].filter(({ code }) => code === 'KR301').map(({ level }) => level)
      assert.deepEqual([...new Set(said)], expected === 'off' ? [] : [expected])
    })
})
