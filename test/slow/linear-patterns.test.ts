import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { parse } from 'acorn'
import { full } from 'acorn-walk'
import { analyse } from 'scslre'
import { parseDocument, visit } from 'yaml'

interface Pattern {
  readonly where: string
  readonly source: string
  readonly flags: string
}

/** The regular expressions that a program writes as such. */
function patternsOf(path: string): Pattern[] {
  const found: Pattern[] = []
  const text = stripTypeScriptTypes(readFileSync(path, 'utf8'))
  full(parse(text, { ecmaVersion: 'latest', sourceType: 'module', locations: true }), node => {
    if (node.type !== 'Literal' || !('regex' in node)) return
    const { pattern, flags } = node.regex as { pattern: string; flags: string }
    found.push({ where: `${path}:${node.loc?.start.line}`, source: pattern, flags })
  })
  return found
}

/** Those that stand in data, under `pattern`. */
function patternsIn(path: string): Pattern[] {
  const found: Pattern[] = []
  visit(parseDocument(readFileSync(path, 'utf8')), {
    Pair: (_, { key, value }) => {
      if (String(key) !== 'pattern' || typeof (value as { value?: unknown } | null)?.value !== 'string') return
      found.push({ where: path, source: (value as { value: string }).value, flags: 'i' })
    },
  })
  return found
}

/** How the work of a pattern grows faster than the text that it is held to; undefined where it does not. */
function growthOf({ where, source, flags }: Pattern): string | undefined {
  const { reports } = analyse({ source, flags }, { reportTypes: { Move: true, Self: true, Trade: true } })
  const [report] = reports
  return report && `${where} /${source}/${flags}: ${report.type} on ${report.character.literal.source}`
}

describe('no regular expression', () => {
  it('takes time that grows faster than the text: whoever writes a file could stop who opens it', function () {
    this.timeout(60_000)
    const patterns = [
      ...globSync('{server,client}/src/**/*.ts').sort().flatMap(patternsOf),
      ...globSync('server/src/knowledge/*.yaml').sort().flatMap(patternsIn),
    ]
    assert.ok(patterns.length > 800)
    assert.deepEqual(
      patterns.flatMap(pattern => growthOf(pattern) ?? []),
      [],
    )
  })

  for (const source of ['\\s+$', '^(?:a+)+$', '^\\s*a', '\\{\\{.*?\\}\\}', '^a*[ab]*c'])
    it(`like /${source}/ gets by`, () => {
      assert.ok(growthOf({ where: 'here', source, flags: 'm' }))
    })
})
