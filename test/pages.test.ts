import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pagePath, sectionOf, summaryOf } from '../server/src/rules/page.ts'
import { rules } from '../server/src/rules/registry.ts'
import { markOf, reviewTexts, uriOf } from './support/fixtures.ts'
import { updating } from './support/golden.ts'
import { languages } from './support/languages.ts'
import { asMarkers, readMarkers, writeMarkers } from './support/markers.ts'

const sections = ['Why it matters', 'What to do', 'Examples', 'When to ignore']
/** One or more files that belong together: a fence names its language, and the file where that matters. */
const example = /^(Reported|Silent):((?:\n\n```[^\n]+\n[\s\S]*?\n```)+)$/gm
const fence = /```(\S+)(?: (\S+))?\n([\s\S]*?)\n```/g

for (const rule of rules) {
  describe(`the page of ${rule.code} ${rule.name}`, () => {
    it('has its heading, its summary and its sections', () => {
      assert.ok(rule.page.startsWith(`# ${rule.code} ${rule.name}\n`))
      assert.match(summaryOf(rule.page), /^[A-Z].*\.$/)
      for (const section of sections) assert.notEqual(sectionOf(rule.page, section), '', section)
      assert.deepEqual(
        [...rule.page.matchAll(/^## (.*)$/gm)].map(([, heading]) => heading),
        sections,
      )
    })

    it('has examples that hold', () => {
      const path = join('server/src/rules', pagePath(rule))
      const page = readFileSync(path, 'utf8')
      const seen: string[] = []
      const updated = page.replace(example, (_whole, kind: string, body: string) => {
        seen.push(kind)
        const files = [...body.matchAll(fence)].map(([, language = '', name, code = '']) => ({
          language,
          name,
          uri: uriOf(name ?? (language.startsWith('.') ? language : `example.${language === 'hcl' ? 'tf' : language}`)),
          ...readMarkers(code),
        }))
        const review = reviewTexts(files)
        const blocks = files.map(({ language, name, uri, text, markers }) => {
          const found = review.findings(uri).filter(finding => finding.code === rule.code)
          if (kind === 'Silent')
            assert.deepEqual(
              asMarkers(
                text,
                found.filter(({ suppressed }) => !suppressed),
              ),
              [],
            )
          else if (!updating) assert.deepEqual(asMarkers(text, found), markers)
          return {
            found: found.length,
            code: `\n\n\`\`\`${[language, name].flatMap(word => word ?? []).join(' ')}\n${kind === 'Silent' ? text : writeMarkers(text, found, markOf(uri))}\n\`\`\``,
          }
        })
        if (kind === 'Reported')
          assert.ok(
            blocks.some(({ found }) => found > 0),
            'nothing is reported',
          )
        return `${kind}:${blocks.map(({ code }) => code).join('')}`
      })
      assert.deepEqual(seen, ['Reported', 'Silent'])
      if (updating) writeFileSync(path, updated)
    })
  })
}

const codesIn = (text: string): string[] => [...new Set(text.match(/`[^`]+`|KR\d{3}/g))].sort()
/** Articles, versions, sizes and all other numbers in figures. */
const numbersIn = (text: string): string[] =>
  [...new Set(text.replace(/`[^`]+`/g, '').match(/\d+(?:[.,/]\d+)*/g))].sort()

for (const { id, words, pageOf } of languages.filter(locale => locale.id !== 'en'))
  describe(`the pages in ${id}`, () => {
    const headings = Object.values(words.page)
    for (const rule of rules) {
      it(`say of ${rule.code} what the English one says`, () => {
        const page = pageOf(rule)
        const path = pagePath(rule).replace('.md', `.${id}.md`)
        assert.ok(readFileSync(join('server/src/rules', path), 'utf8').startsWith(`# ${rule.code} ${rule.name}\n`))
        assert.notEqual(summaryOf(page), summaryOf(rule.page))
        assert.match(summaryOf(page), /^\p{Lu}.*\.$/u)
        assert.deepEqual(
          [...page.matchAll(/^## (.*)$/gm)].map(([, heading]) => heading),
          headings,
        )
        assert.deepEqual(page.match(fence), rule.page.match(fence), 'the same examples')
        const [own, english] = [headings, sections].map((names, index) =>
          names.filter((_name, at) => at !== 2).map(name => sectionOf(index === 0 ? page : rule.page, name)),
        )
        for (const [at, text] of (own ?? []).entries()) {
          assert.notEqual(text, '')
          assert.notEqual(text, english?.[at])
          assert.deepEqual(codesIn(text), codesIn(english?.[at] ?? ''))
          assert.deepEqual(numbersIn(text), numbersIn(english?.[at] ?? ''))
        }
      })
    }
  })

describe('the README', () => {
  it('shows a configuration that holds', () => {
    const [text = ''] = [...readFileSync('README.md', 'utf8').matchAll(/```yaml\n(version: 1\n[\s\S]*?)```/g)].map(
      ([, body]) => body,
    )
    const uri = uriOf('.kafka-review.yaml')
    assert.deepEqual(reviewTexts([{ uri, text }]).findings(uri), [])
    assert.match(text, /^record:/m)
  })
})
