import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { Ajv } from 'ajv'
import { factsFileOf, readFactsFile, type FactsFile } from '../../server/src/facts/facts-file.ts'
import { linesOfFacts } from '../../server/src/facts/position.ts'
import { startReview, type Review } from '../../server/src/review.ts'
import type { Place } from '../../server/src/model/fact.ts'
import type { Finding } from '../../server/src/rules/finding.ts'
import { indexLines, type LineIndex } from '../../server/src/text/line-index.ts'
import { factsSchema } from '../../server/tools/facts-schema.ts'
import { readFixtures, reviewTexts, root, theLibrary, type Fixture } from '../support/fixtures.ts'
import { anEighthOf, seed } from '../support/random.ts'
import { say } from '../../server/src/words/message.ts'
import fc from 'fast-check'
import type { Uri } from '../../server/src/text/uri.ts'

/** A finding with its places in lines and columns, without what only a writer of texts needs. */
function told(finding: Finding, folder: Uri, linesOf: (uri: Uri) => LineIndex): unknown {
  const place = ({ file, span, usedBy }: Place): unknown => ({
    file: decodeURIComponent(file.slice(folder.length)),
    from: linesOf(file).position(span.start),
    to: linesOf(file).position(span.end),
    ...(usedBy ? { usedBy: place(usedBy) } : {}),
  })
  const { fixes: _, unfixed: __, at, related, merged, follows, suppressed, ...rest } = finding
  return {
    ...rest,
    at: place(at),
    related: related.map(one => ({ ...one, at: place(one.at) })),
    merged: merged.map(place),
    ...(follows ? { follows: 'at' in follows ? { ...follows, at: place(follows.at) } : follows } : {}),
    ...(suppressed ? { suppressed: { ...suppressed, by: place(suppressed.by) } } : {}),
  }
}

function toldOf({ files }: Fixture, review: Review): FactsFile {
  return factsFileOf(
    { program: '0.0.0', repository: 'all' },
    files.flatMap(({ uri, text }) => {
      const facts = review.estate.facts(uri)
      return facts ? [{ uri, path: decodeURIComponent(uri.slice(root.length)), lines: indexLines(text), facts }] : []
    }),
    review.estate.secrets,
    {
      coverage: [
        {
          path: 'x',
          state: 'part',
          entities: { topic: 1 },
          unread: [{ line: 1, column: 2, why: say('unread.kind', { kind: 'KafkaAccess', api: 'v1' }) }],
        },
      ],
      problems: [{ path: 'x', message: 'y' }],
    },
  )
}

/** What a schema was before is known where its texts are. */
const isKept = ({ code }: Finding): boolean => code !== 'KR802'

describe('the findings from facts', () => {
  it('are those of the texts, over an eighth of all fixtures, another one with another seed', function () {
    this.timeout(60_000)
    const fixtures = anEighthOf(readdirSync('test/rules').flatMap(name => readFixtures(`test/rules/${name}`)))
    for (const fixture of fixtures) {
      const review = reviewTexts(fixture.files)
      const repository = readFactsFile(JSON.stringify(toldOf(fixture, review)))
      assert.ok(typeof repository === 'object', JSON.stringify(repository))
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

/** A part of a file of facts: where it stands, and what holds it. */
interface Part {
  readonly holder: Record<string, unknown>
  readonly key: string
  readonly at: string
}

/** All that a text of facts is made of, but what `$` names: places, and what is said again. */
function partsOf(value: unknown, at = ''): Part[] {
  if (typeof value !== 'object' || value === null) return []
  const holder = value as Record<string, unknown>
  return Object.entries(holder).flatMap(([key, inner]) => [
    ...(key.startsWith('$') ? [] : [{ holder, key, at: `${at}/${key}` }]),
    ...(key.startsWith('$') && key !== '$is' ? [] : partsOf(inner, `${at}/${key}`)),
  ])
}

const others: readonly unknown[] = [null, {}, [], 'x', -1, 1.5, true, undefined]

/** The text with one part changed or added, and which; undefined where only the reader can tell: what is named elsewhere must not go, and a path leads somewhere. */
function garbled(text: string, [at, other, adds]: readonly [number, number, boolean]): [string, string] | undefined {
  const told = JSON.parse(text) as Record<string, unknown>
  const parts = ['files', 'coverage', 'problems'].flatMap(key => partsOf(told[key], key))
  const part = parts[at % parts.length]
  if (!part || /"\$id"/.test(JSON.stringify(part.holder[part.key])) || /\/(?:path|file)$/.test(part.at))
    return undefined
  const isMembers = !Array.isArray(part.holder) && !Object.keys(part.holder).some(key => key.startsWith('$'))
  const changed = adds && isMembers ? 'added' : part.key
  part.holder[changed] = others[other] ?? (Array.isArray(part.holder) ? null : undefined)
  return [JSON.stringify(told), `${part.at} ${changed} ${JSON.stringify(others[other])}`]
}

describe(`the JSON schema of facts (SEED=${seed})`, () => {
  const ajv = new Ajv({ strict: true })
  const takes = ajv.compile(factsSchema())

  it('takes what is written, and otherwise what the reader takes and no more', function () {
    this.timeout(120_000)
    const fixtures = anEighthOf(readdirSync('test/rules').flatMap(name => readFixtures(`test/rules/${name}`)))
    const counts = { taken: 0, refused: 0 }
    const pick = fc.tuple(fc.nat(), fc.nat(others.length - 1), fc.boolean())
    const picks = fc.sample(fc.array(pick, { minLength: 8, maxLength: 8 }), { seed, numRuns: fixtures.length })
    for (const [index, fixture] of fixtures.entries()) {
      const text = JSON.stringify(toldOf(fixture, reviewTexts(fixture.files)))
      assert.ok(takes(JSON.parse(text)), `${fixture.name} ${ajv.errorsText(takes.errors)}`)
      for (const [again, what] of picks[index]?.flatMap(one => [garbled(text, one) ?? []]) ?? []) {
        if (again === undefined) continue
        const isRead = typeof readFactsFile(again) === 'object'
        assert.equal(takes(JSON.parse(again)), isRead, `${fixture.name} ${what}: ${ajv.errorsText(takes.errors)}`)
        counts[isRead ? 'taken' : 'refused']++
      }
    }
    assert.ok(counts.taken > 20 && counts.refused > 100, JSON.stringify(counts))
  })
})
