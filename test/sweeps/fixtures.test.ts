import { coverageOf, marksIn } from '../../server/src/assess/coverage.ts'
import { syntaxOf } from '../../server/src/reader/formats.ts'
import { openReader } from '../../server/src/reader/reader.ts'
import { startReview } from '../../server/src/review.ts'
import { rules } from '../../server/src/rules/registry.ts'
import { readCompany } from '../support/company.ts'
import { readFixtures, reviewTexts, root, theLibrary, type Fixture } from '../support/fixtures.ts'
import { assertGolden } from '../support/golden.ts'
import { answers, map, mentions, people, record, scorecard, tellingOf, type Told } from '../support/questions.ts'

const nameOf = (file: string): string => file.slice(root.length)

/** What was read of each file, and what was not. */
const coverage = ({ files, review, tell }: Told): string[] =>
  files.flatMap(({ uri, text }) => {
    const syntax = syntaxOf(uri)
    const covered = coverageOf(uri, syntax && marksIn(uri, text, syntax), review.estate.facts(uri))
    if (!covered) return []
    const unread = covered.unread.map(({ span, why }) => `${tell(why)} at ${tell({ file: uri, span })}`)
    return [`${covered.state}: ${tell(covered.entities)}`, ...unread.map(one => `unread: ${one}`)]
  })

/** Whose findings may change when a file goes, and when it comes back. */
function changes({ files }: Told): string[] {
  if (files.length < 2) return []
  const reader = openReader()
  const review = startReview(theLibrary(), () => [root])
  review.update(reader.read(files.map(({ uri, text }) => [uri, text] as const)))
  for (const { uri } of files) review.findings(uri)
  const others = (touched: ReadonlySet<string>, file: string): string =>
    [...touched]
      .filter(one => one !== file)
      .map(nameOf)
      .sort()
      .join(', ') || 'none'
  return files.flatMap(({ uri, text }) => {
    const gone = review.update(reader.read([[uri, undefined]]))
    for (const other of files) review.findings(other.uri)
    const back = review.update(reader.read([[uri, text]]))
    for (const other of files) review.findings(other.uri)
    return [`without ${nameOf(uri)}, others: ${others(gone, uri)}; with it: ${others(back, uri)}`]
  })
}

const questions = [coverage, answers, people, mentions, record, scorecard, map, changes]

/** All that is told of some fixtures; what an earlier one of them tells as well stands there only. */
function linesOf(fixtures: readonly Fixture[]): string {
  const known = new Set<string>()
  return fixtures
    .map(({ name, files }) => {
      const about = tellingOf(reviewTexts(files), files)
      const lines = questions
        .flatMap(ask => ask(about))
        .map(line => `  ${line.replaceAll('\n', ' ')}\n`)
        .filter(line => !known.has(line) && known.add(line))
      return lines.length === 0 ? '' : `${name.slice(name.lastIndexOf('/') + 1)}\n${lines.join('')}`
    })
    .join('')
}

describe('all that is answered, whether a rule says it or not,', function () {
  // Many fixtures are asked one after another.
  this.timeout(120_000)
  for (const { code, name } of rules)
    it(`of the fixtures of ${code} ${name} is what it was`, () =>
      assertGolden(`test/sweeps/fixtures/${code}.golden.txt`, linesOf(readFixtures(`test/rules/${code}-${name}`))))

  for (const folder of ['test/examples', 'test/records/bank', 'test/records/msk'])
    it(`of ${folder} is what it was`, () => {
      const files = readCompany(folder).map(file => ({ ...file, path: file.uri, markers: [] }))
      assertGolden(
        `test/sweeps/fixtures/${folder.slice(folder.lastIndexOf('/') + 1)}.golden.txt`,
        linesOf([{ name: folder, files }]),
      )
    })
})
