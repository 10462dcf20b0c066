import { openReader } from '../../server/src/reader/reader.ts'
import { startReview, type Review } from '../../server/src/review.ts'
import { rules } from '../../server/src/rules/registry.ts'
import type { Uri } from '../../server/src/text/uri.ts'
import { english } from '../../server/src/words/en/english.ts'
import { word } from '../../server/src/words/message.ts'
import { changesTo, readFixtures, root, theLibrary, type Fixture } from '../support/fixtures.ts'
import { assertGolden } from '../support/golden.ts'
import { answers, mentions, record, scorecard, tellingOf, type Told } from '../support/questions.ts'
import { variantsOf, type Said } from '../support/variants.ts'

/** What is found, and how sure it is. */
const findings = ({ review, files }: Told): string[] =>
  files
    .flatMap(({ uri }) => review.findings(uri))
    .map(
      ({ code, level, certainty, message, because }) =>
        `${code} ${level}, ${certainty}: ${[message, ...because].map(one => word(one, english)).join('; ')}`,
    )

const questions = [findings, answers, mentions, record, scorecard]

const linesOf = (review: Review, files: Fixture['files']): Set<string> => {
  const about = tellingOf(review, files)
  return new Set(questions.flatMap(ask => ask(about)).map(line => line.replaceAll('\n', ' ')))
}

const questionIn = (line: string): string => line.slice(0, line.indexOf(':'))

/** What is told otherwise: new lines, and those that nothing of their question has come in the place of. */
function differences(before: ReadonlySet<string>, now: ReadonlySet<string>): string[] {
  const come = [...now].filter(line => !before.has(line))
  const asked = new Set(come.map(questionIn))
  const gone = [...before].filter(line => !now.has(line) && !asked.has(questionIn(line)))
  return [...come.map(line => `+ ${line}`), ...gone.map(line => `- ${line}`)]
}

/** What changes in all that is told of a fixture when something in it is absent, unresolved, left out or turned. */
function* changesIn({ files }: Fixture, isNew: (variant: string) => boolean, said: Said): Iterable<[string, string[]]> {
  const texts = new Map(files.map(({ uri, text }): [Uri, string] => [uri, text]))
  const read = [...openReader().read(changesTo(texts))]
  const review = startReview(theLibrary(), () => [root])
  review.update(read)
  const before = linesOf(review, files)
  for (const [uri, facts] of read)
    for (const { where, now, facts: otherwise } of facts ? variantsOf(facts, said) : []) {
      const variant = `${where} ${now}`
      if (!isNew(variant)) continue
      review.update([[uri, otherwise]])
      yield [variant, differences(before, linesOf(review, files))]
      review.update([[uri, facts]])
    }
}

/** The changes in some fixtures, each variant in the first that has it, and each difference once. */
function told(fixtures: readonly Fixture[]): string {
  const [tried, known] = [new Set<string>(), new Set<string>()]
  const said: Said = new Map()
  const isNewIn = (set: Set<string>) => (one: string) => !set.has(one) && set.add(one).has(one)
  return fixtures
    .flatMap(fixture =>
      [...changesIn(fixture, isNewIn(tried), said)].map(([variant, changed]) => {
        const lines = changed.filter(isNewIn(known)).map(line => `  ${line}\n`)
        return lines.length === 0
          ? ''
          : `${fixture.name.slice(fixture.name.lastIndexOf('/') + 1)}: ${variant}\n${lines.join('')}`
      }),
    )
    .join('')
}

describe('each fact is taken in its three states, and what that changes is what it was,', function () {
  // Many fixtures are asked one after another.
  this.timeout(120_000)
  for (const { code, name } of rules)
    it(`in the fixtures of ${code} ${name}`, () =>
      assertGolden(`test/sweeps/variants/${code}.golden.txt`, told(readFixtures(`test/rules/${code}-${name}`))))
})
