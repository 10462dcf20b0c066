import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pagePath, sectionOf, summaryOf } from '../server/src/rules/page.ts'
import { rules } from '../server/src/rules/registry.ts'
import { markOf, reviewTexts, root } from './support/fixtures.ts'
import { updating } from './support/golden.ts'
import { asMarkers, readMarkers, writeMarkers } from './support/markers.ts'

const sections = ['Why it matters', 'What to do', 'Examples', 'When to ignore']
const block = /^(Reported|Silent):\n\n```(\S+)\n([\s\S]*?)\n```$/gm


for (const rule of rules) {
  describe(`the page of ${rule.code} ${rule.name}`, () => {
    it('has its heading, its summary and its sections', () => {
      assert.ok(rule.page.startsWith(`# ${rule.code} ${rule.name}\n`))
      assert.match(summaryOf(rule), /^[A-Z].*\.$/)
      for (const section of sections) assert.notEqual(sectionOf(rule, section), '', section)
      assert.deepEqual([...rule.page.matchAll(/^## (.*)$/gm)].map(([, heading]) => heading), sections)
    })

    it('has examples that hold', () => {
      const path = join('server/src/rules', pagePath(rule))
      const page = readFileSync(path, 'utf8')
      const seen: string[] = []
      const updated = page.replace(block, (_whole, kind: string, language: string, code: string) => {
        seen.push(kind)
        const uri = root + (language.startsWith('.') ? language : `example.${language}`)
        const { text, markers } = readMarkers(code)
        const found = reviewTexts([{ uri, text }]).findings(uri).filter(finding => finding.code === rule.code)
        if (kind === 'Silent') assert.deepEqual(asMarkers(text, found.filter(({ suppressed }) => !suppressed)), [])
        else {
          assert.ok(found.length > 0, 'nothing is reported')
          if (!updating) assert.deepEqual(asMarkers(text, found), markers)
        }
        return `${kind}:\n\n\`\`\`${language}\n${kind === 'Silent' ? text : writeMarkers(text, found, markOf(uri))}\n\`\`\``
      })
      assert.deepEqual(seen, ['Reported', 'Silent'])
      if (updating) writeFileSync(path, updated)
    })
  })
}

describe('the README', () => {
  it('shows a configuration that holds', () => {
    const [text = ''] = [...readFileSync('README.md', 'utf8').matchAll(/```yaml\n(version: 1\n[\s\S]*?)```/g)].map(([, body]) => body)
    const uri = `${root}.kafka-review.yaml`
    assert.deepEqual(reviewTexts([{ uri, text }]).findings(uri), [])
    assert.match(text, /^record:/m)
  })
})
