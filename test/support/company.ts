import { readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { readFixtures, uriOf, type Fixture } from './fixtures.ts'
import type { Uri } from '../../server/src/text/uri.ts'

/** The files of the example company, as URIs with their texts. */
export function readCompany(folder = 'test/examples'): { uri: Uri; text: string }[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(path => statSync(join(folder, path)).isFile())
    .sort()
    .map(path => ({
      uri: uriOf(path),
      text: readFileSync(join(folder, path), 'utf8'),
    }))
}

/** The fixtures of all rules, and the example companies. */
export const everyFixture = (): (Pick<Fixture, 'name'> & {
  readonly files: readonly { uri: Uri; text: string }[]
})[] => [
  ...readdirSync('test/rules')
    .filter(name => name.startsWith('KR'))
    .sort()
    .flatMap(name => readFixtures(`test/rules/${name}`)),
  ...['test/examples', 'test/records/bank', 'test/records/msk'].map(name => ({ name, files: readCompany(name) })),
]
