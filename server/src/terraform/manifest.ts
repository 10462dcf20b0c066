import type { Entity } from '../model/entities.ts'
import { readStrimzi } from '../formats/strimzi/read.ts'
import { down, inside } from '../formats/cursor.ts'
import type { Cursor } from '../formats/position.ts'
import type { Resource } from './resource.ts'

/** Reads the Strimzi resources of a `kubernetes_manifest` or a `kubectl_manifest`: as a map, or as a text of YAML. */
export function readManifest({ body }: Resource): readonly Entity[] {
  return [down(body, 'manifest'), down(body, 'yaml_body')].flatMap(documentsAt).flatMap(root => readStrimzi(root))
}

const documentsAt = (cursor: Cursor): Cursor[] => (cursor.tree?.kind === 'map' ? [cursor] : inside(cursor, 'yaml'))
