import { readFileSync, readdirSync } from 'node:fs'
import { readFile } from '../../src/reader/read-file.ts'
import { toUri } from '../../src/text/uri.ts'
import type { SchemaRecord } from '../../src/model/entities.ts'
import { partOf } from './learn.ts'

/** Records of technical interfaces without labels, one file of some hundred; what is about people there (advertising, maps, chats) is left out. */
export function technicalRecords(folder: string): { record: SchemaRecord; beside: readonly SchemaRecord[] }[] {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    path =>
      path.endsWith('.proto') &&
      !/^(?:ads|shopping|chat|apps|maps|identity|home|area120|marketingplatform|analytics)\//.test(path) &&
      partOf(path, 7) === 0,
  )
  return paths.sort().flatMap(path => {
    const text = readFileSync(`${folder}/${path}`, 'utf8')
    const beside = (readFile(toUri(`file:///${path}`), text)?.facts.entities ?? []).flatMap(entity =>
      entity.kind === 'record' ? [entity] : [],
    )
    return beside.map(record => ({ record, beside }))
  })
}
