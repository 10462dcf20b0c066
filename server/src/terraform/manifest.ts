import type { Entity } from '../model/entities.ts'
import { down, inside } from '../formats/cursor.ts'
import { nowhere } from '../formats/environment/containers.ts'
import type { Cursor } from '../formats/position.ts'
import type { Resource } from './resource.ts'

/** Reads the objects of a `kubernetes_manifest` or a `kubectl_manifest`: as a map, or as a text of YAML. */
export const readManifest = ({ body, readObject }: Resource): readonly Entity[] =>
  [down(body, 'manifest'), down(body, 'yaml_body')]
    .flatMap(documentsAt)
    .flatMap(object => readObject?.(object, nowhere) ?? [])

const documentsAt = (cursor: Cursor): Cursor[] => (cursor.tree?.kind === 'map' ? [cursor] : inside(cursor, 'yaml'))
