import { readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** The files of the example company, as URIs with their texts. */
export function readCompany(folder = 'test/examples'): { uri: string; text: string }[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(path => statSync(join(folder, path)).isFile())
    .sort()
    .map(path => ({
      uri: `file:///fixtures/${path.split('/').map(encodeURIComponent).join('/')}`,
      text: readFileSync(join(folder, path), 'utf8'),
    }))
}
