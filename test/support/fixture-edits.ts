import { readdirSync } from 'node:fs'
import type { SemanticEdit } from '../../server/src/model/semantic-edit.ts'
import type { OfferedFix } from '../../server/src/rules/finding.ts'
import { readFixtures, reviewTexts, type FixtureFile } from './fixtures.ts'

/** An edit of a fix of a finding in a fixture of a rule. */
export interface FixtureEdit {
  readonly code: string
  readonly fix: OfferedFix
  readonly edit: SemanticEdit
  readonly files: readonly FixtureFile[]
}

/** All edits of all fixes of the fixtures of rules; of those fixtures only that hold a file with an ending of `only`. */
export function* fixtureEdits(only: RegExp = /./): Generator<FixtureEdit> {
  for (const rule of readdirSync('test/rules'))
    for (const { files } of readFixtures(`test/rules/${rule}`))
      if (files.some(({ path }) => only.test(path))) yield* editsOf(files)
}

function* editsOf(files: readonly FixtureFile[]): Generator<FixtureEdit> {
  const review = reviewTexts(files)
  for (const { code, fixes } of [...review.files()].flatMap(uri => review.findings(uri)))
    for (const fix of fixes) for (const edit of fix.edits) yield { code, fix, edit, files }
}
