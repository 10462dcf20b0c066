import type { RunningTopic } from '../model/entities.ts'
import { placeOf } from '../model/fact.ts'
import { down, reportingAt } from './cursor.ts'
import { extentOf, type Cursor } from './position.ts'
import { fixed, fixedSettings, integer, settings, text } from './values.ts'

/** Reads what a tool has printed of a running topic. */
export function readPrinted(root: Cursor): readonly RunningTopic[] {
  const name = fixed(text(down(root, 'topic')))
  if (name.state !== 'known') return []
  const at = reportingAt(root, placeOf(name))
  return [
    {
      kind: 'running-topic',
      name,
      file: root.document.file,
      extent: extentOf(root),
      replicationFactor: fixed(integer(down(at, 'replicationFactor'))),
      settings: fixedSettings(settings(down(at, 'configs'), name.at)),
    },
  ]
}
