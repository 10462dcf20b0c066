import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { factsFileOf, readFactsFile, type ToldRepository } from '../server/src/facts/facts-file.ts'
import { linesOfFacts } from '../server/src/facts/position.ts'
import { startReview, type Review } from '../server/src/review.ts'
import type { Place } from '../server/src/model/fact.ts'
import type { Finding } from '../server/src/rules/finding.ts'
import { indexLines, type LineIndex } from '../server/src/text/line-index.ts'
import { readFixtures, reviewTexts, root, theLibrary, type Fixture } from './support/fixtures.ts'
import { anEighthOf } from './support/random.ts'
import type { Uri } from '../server/src/text/uri.ts'

/** A finding with its places in lines and columns, without what only a writer of texts needs. */
function told(finding: Finding, folder: Uri, linesOf: (uri: Uri) => LineIndex): unknown {
  const place = ({ file, span, usedBy }: Place): unknown => ({
    file: decodeURIComponent(file.slice(folder.length)),
    from: linesOf(file).position(span.start),
    to: linesOf(file).position(span.end),
    ...(usedBy ? { usedBy: place(usedBy) } : {}),
  })
  const { fixes: _, unfixed: __, at, related, merged, suppressed, ...rest } = finding
  return {
    ...rest,
    at: place(at),
    related: related.map(one => ({ ...one, at: place(one.at) })),
    merged: merged.map(place),
    ...(suppressed ? { suppressed: { ...suppressed, by: place(suppressed.by) } } : {}),
  }
}

function reTold({ files }: Fixture, review: Review): ToldRepository {
  const file = factsFileOf(
    { program: '0.0.0', repository: 'all' },
    files.flatMap(({ uri, text }) => {
      const facts = review.estate.facts(uri)
      return facts ? [{ uri, path: decodeURIComponent(uri.slice(root.length)), lines: indexLines(text), facts }] : []
    }),
    review.estate.secrets,
    { coverage: [], problems: [] },
  )
  const read = readFactsFile(JSON.stringify(file))
  assert.ok(typeof read === 'object', JSON.stringify(read))
  return read
}

/** What a schema was before is known where its texts are. */
const isKept = ({ code }: Finding): boolean => code !== 'KR802'

describe('the findings from facts', () => {
  it('are those of the texts, over an eighth of all fixtures, another one with another seed', function () {
    this.timeout(60_000)
    const fixtures = anEighthOf(readdirSync('test/rules').flatMap(name => readFixtures(`test/rules/${name}`)))
    for (const fixture of fixtures) {
      const review = reviewTexts(fixture.files)
      const repository = reTold(fixture, review)
      const joined = startReview(theLibrary(), () => [repository.root])
      joined.update(repository.files.map(({ uri, facts }) => [uri, facts]))
      const texts = new Map(fixture.files.map(({ uri, text }) => [uri, indexLines(text)]))
      const linesOf = (uri: Uri): LineIndex => texts.get(uri) ?? linesOfFacts
      const expected = fixture.files
        .flatMap(({ uri }) => review.findings(uri).filter(isKept))
        .map(finding => told(finding, root, linesOf))
      const found = repository.files
        .flatMap(({ uri }) => joined.findings(uri))
        .map(finding => told(finding, repository.root, () => linesOfFacts))
      assert.deepEqual(found, expected, fixture.name)
    }
  })
})
