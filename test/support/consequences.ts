import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { syntaxOf } from '../../server/src/reader/formats.ts'
import type { Slot } from '../../server/src/model/fact.ts'

/** A row of `consequences.yaml`: what a change of an attribute does. */
export interface PlaceRow {
  readonly tool: string
  readonly resource: string
  readonly attribute: string
  readonly does: string
  readonly on?: 'lower' | 'higher' | 'first'
  readonly where?: string
  readonly settings?: string
  readonly instead?: string
  readonly source: string
}

/** The table of consequences, as it stands in its file. */
export interface Consequences {
  readonly classes: readonly { readonly id: string; readonly offered: string }[]
  readonly places: readonly PlaceRow[]
  readonly holders: readonly { readonly holder: string; readonly does: string }[]
  readonly settings: readonly {
    readonly holder: string
    readonly key: string
    readonly does: string
    readonly on?: string
  }[]
}

export const consequences = parse(readFileSync('server/src/knowledge/consequences.yaml', 'utf8')) as Consequences

/** What a slot edits, in the words of the table; undefined where it stands in a variable, a local, the arguments of a module or in settings that no resource holds. */
export interface EditedPlace {
  readonly tool: string
  readonly resource: string
  readonly attribute: string
}

/** The attribute that a slot of a Terraform file or of a Kubernetes object edits. */
export function editedPlace(slot: Slot, text: string): EditedPlace | undefined {
  const path = slot.path.filter(part => typeof part === 'string')
  if (slot.file.endsWith('.kafka-review.yaml'))
    return { tool: 'kafka-review', resource: 'configuration', attribute: path.join('.') }
  const syntax = syntaxOf(slot.file)
  if (syntax === 'hcl' || /\.tf(vars)?\.json$/.test(slot.file)) return terraformPlace(path, slot, text)
  if (syntax !== 'yaml') return undefined
  return kubernetesPlace(/^kind: *(\w+)/m.exec(text.slice(slot.document))?.[1], path)
}

function terraformPlace(
  [block, type = '', name = '', ...below]: readonly string[],
  slot: Slot,
  text: string,
): EditedPlace | undefined {
  if (block === 'provider') return { tool: 'terraform', resource: `provider.${type}`, attribute: name }
  if (block !== 'resource') return undefined
  const kind = /kind *[:=] *"?(\w+)/.exec(text)?.[1]
  if (type === 'kubernetes_manifest') return kubernetesPlace(kind, below.slice(1))
  if (type === 'kubectl_manifest') return kubernetesPlace(kind, (slot.inner?.path ?? []).map(String))
  return { tool: 'terraform', resource: type, attribute: below.join('.') }
}

function kubernetesPlace(kind: string | undefined, path: readonly string[]): EditedPlace | undefined {
  const row = consequences.places.find(({ tool, resource }) => tool !== 'terraform' && resource === kind)
  return row && { tool: row.tool, resource: row.resource, attribute: path.join('.') }
}

/** The rows that hold for an edited attribute: those with the longest path that begins it. */
export function rowsFor({ tool, resource, attribute }: EditedPlace): readonly PlaceRow[] {
  const holding = consequences.places.filter(
    row =>
      row.tool === tool &&
      (row.resource === resource || row.resource === '*') &&
      (row.attribute === '' || attribute === row.attribute || attribute.startsWith(`${row.attribute}.`)),
  )
  const longest = Math.max(-1, ...holding.map(row => row.attribute.length))
  return holding.filter(row => row.attribute.length === longest)
}
