import type { Entity, RunningAccess } from '../model/entities.ts'
import { knownValue, mapFact, placeOf, type Known } from '../model/fact.ts'
import { resourceType } from './access-list.ts'
import { down, items, reportingAt } from './cursor.ts'
import { extentOf, type Cursor } from './position.ts'
import { fixed, fixedSettings, integer, settings, text } from './values.ts'

/** Reads what a tool has printed of a running topic, of a resource's access list, or of groups. */
export function readPrinted(root: Cursor): readonly Entity[] {
  const name = fixed(text(down(root, 'topic')))
  if (name.state === 'known') return [topicAt(root, name)]
  return [
    ...items(down(root, 'entries')).flatMap(entry => accessAt(root, entry)),
    ...items(down(root, 'groups')).map(
      (group): Entity => ({
        kind: 'running-group',
        name: fixed(text(group)),
        file: root.document.file,
        extent: extentOf(root),
      }),
    ),
  ]
}

function topicAt(root: Cursor, name: Known<string>): Entity {
  const at = reportingAt(root, placeOf(name))
  return {
    kind: 'running-topic',
    name,
    file: root.document.file,
    extent: extentOf(root),
    partitions: fixed(integer(down(at, 'partitions'))),
    replicationFactor: fixed(integer(down(at, 'replicationFactor'))),
    settings: fixedSettings(settings(down(at, 'configs'), name.at)),
  }
}

function accessAt(root: Cursor, entry: Cursor): RunningAccess[] {
  const type = resourceType(knownValue(text(down(root, 'resource'))))
  if (type === undefined) return []
  return [
    {
      kind: 'running-access',
      name: fixed(text(down(root, 'name'))),
      file: root.document.file,
      extent: extentOf(root),
      resource: type,
      prefix: knownValue(text(down(root, 'pattern'))) === 'PREFIXED',
      operations: mapFact(fixed(text(down(entry, 'operation'))), one => [one]),
      principal: fixed(text(down(entry, 'principal'))),
      host: fixed(text(down(entry, 'host'))),
      denies: knownValue(text(down(entry, 'permission'))) === 'DENY',
    },
  ]
}
