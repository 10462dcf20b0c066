import { inEnglish } from '../server/src/locale/en.ts'
import assert from 'node:assert/strict'
import { factsFileOf } from '../server/src/facts/facts-file.ts'
import { openDb } from '../server/src/assess/db.ts'
import { secretSpansIn } from '../server/src/assess/secrets.ts'
import { renderHover } from '../server/src/lsp/hover.ts'
import { toDiagnostic } from '../server/src/lsp/to-lsp.ts'
import { recordOf } from '../server/src/records/activities.ts'
import { recordFormats } from '../server/src/records/formats.ts'
import { english } from '../server/src/records/words/en.ts'
import { reportJson } from '../server/src/report/json.ts'
import type { Report } from '../server/src/report/report.ts'
import { reportSarif } from '../server/src/report/sarif.ts'
import { identitiesOf } from '../server/src/rules/identity.ts'
import { reportText } from '../server/src/report/text.ts'
import { rules } from '../server/src/rules/registry.ts'
import { indexLines } from '../server/src/text/line-index.ts'
import { readFixtures, reviewTexts, theLibrary, type Fixture } from './support/fixtures.ts'

/** Secrets of fixtures are a tree, a bird or a place, and a number: nothing else in them looks so. */
const secret = /\b\p{Lu}\p{Ll}{2,}[-.]\d{2,}\b/gu

describe('secrets', () => {
  let seen = 0
  function assertHidden(fixture: Fixture): void {
    const review = reviewTexts(fixture.files)
    const db = openDb(review.estate, theLibrary())
    const files = fixture.files.map(({ uri, path, text }) => ({
      uri,
      path,
      text,
      lines: indexLines(text),
      secrets: secretSpansIn(db, uri, text),
      findings: review.findings(uri),
      identities: identitiesOf(review.findings(uri), review.estate.entities(uri)),
    }))
    const secrets = new Set(
      files.flatMap(({ text, secrets: spans }) =>
        spans.flatMap(({ start, end }) => [...text.slice(start, end).matchAll(secret)].map(([word]) => word)),
      ),
    )
    if (secrets.size === 0) return
    seen += secrets.size
    const report: Report = { files, problems: [], coverage: [] }
    const record = recordOf(db, review.files())
    const outputs: Record<string, string> = {
      facts: JSON.stringify(
        factsFileOf(
          { program: '0.0.0', repository: 'r' },
          files.flatMap(file => {
            const facts = review.estate.facts(file.uri)
            return facts ? [{ ...file, facts }] : []
          }),
          review.estate.secrets,
          report,
        ),
      ),
      text: reportText(report, inEnglish.words),
      json: reportJson(report, inEnglish),
      sarif: reportSarif(report, '0.0.0', theLibrary().knowledge, inEnglish),
      hovers: files
        .flatMap(({ findings }) => findings.map(finding => renderHover(finding, theLibrary().knowledge, {}, inEnglish)))
        .join('\n'),
      diagnostics: JSON.stringify(
        files.flatMap(({ findings, text }) =>
          findings.map(finding =>
            toDiagnostic(finding, indexLines(text), () => indexLines(text), undefined, inEnglish.words),
          ),
        ),
      ),
      titles: files
        .flatMap(({ findings }) => findings.flatMap(({ fixes }) => fixes.map(({ title }) => title)))
        .join('\n'),
      ...Object.fromEntries(
        Object.entries(recordFormats).map(([name, { write }]) => [
          `the record as ${name}`,
          String(write(record, english, { show: () => 'somewhere' }, db)),
        ]),
      ),
    }
    for (const [name, output] of Object.entries(outputs))
      for (const word of secrets)
        assert.ok(
          !output.includes(word),
          `${fixture.name}: ${word} in ${name}: ${output.split('\n').find(line => line.includes(word))}`,
        )
  }

  for (const { code, name } of rules) {
    const fixtures = readFixtures(`test/rules/${code}-${name}`)
    it(`of the fixtures of ${code} are in no output`, () => fixtures.forEach(assertHidden))
  }

  it('are there to be looked for', () => assert.ok(seen > 15, `only ${seen}`))
})
