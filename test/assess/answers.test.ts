import { openDb } from '../../server/src/assess/db.ts'
import { answersOf } from '../support/answers.ts'
import { readFixtures, reviewTexts, theLibrary, type Fixture } from '../support/fixtures.ts'
import { assertGolden } from '../support/golden.ts'
import { isSomething, teller } from '../support/telling.ts'

/** What is answered of all entities of some files that are reviewed together. */
function answersIn(files: Fixture['files']): string {
  const texts = new Map(files.map(({ uri, text }) => [String(uri), text]))
  const { estate } = reviewTexts(files)
  const db = openDb(estate, theLibrary())
  const tell = teller(file => texts.get(file))
  return files
    .flatMap(({ uri }) => estate.entities(uri))
    .flatMap(entity => {
      if (entity.kind === 'configuration') return []
      const answers = [...answersOf(db, entity)].filter(([, answer]) => isSomething(answer))
      return [`${tell(entity)}\n`, ...answers.map(([asked, answer]) => `  ${asked}: ${tell(answer)}\n`)]
    })
    .join('')
}

describe('what is answered', () => {
  for (const { name, files } of readFixtures('test/assess/answers'))
    it(`of ${name} is what it was`, () => assertGolden(`${name}.golden.txt`, answersIn(files)))
})
