import { readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { uriOf } from './fixtures.ts'
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
