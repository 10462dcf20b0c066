import type { Entity, Site } from '../model/entities.ts'
import { mapFact, placeOf, type Fact, type Place } from '../model/fact.ts'
import type { Span } from '../text/span.ts'
import { down, items } from '../formats/cursor.ts'
import type { Elsewhere } from '../formats/environment/containers.ts'
import { extentOf, type Cursor } from '../formats/position.ts'
import { attribute } from './instances.ts'
import { titleFor } from '../formats/title.ts'
import { text } from '../formats/values.ts'
import { providerOf, regionOf } from './provider.ts'
import { entryOf, type Entry } from '../syntax/tree.ts'
import { allDeclared, resourcesOf } from './asked.ts'
import type { Scope } from './scope.ts'
import type { Uri } from '../text/uri.ts'

/** A resource, a data source or the call of a module, as one reading sees it. */
export interface Resource {
  readonly type: string
  readonly file: Uri
  /** Absent values below it are reported at its name. */
  readonly body: Cursor
  /** The name in front of the brace. */
  readonly label: Place
  readonly labelled: string
  readonly extent: Span
  /** The region that it stands in. */
  region(): Fact<string>
  /** The provider block that it uses. */
  provider(kind: string): Cursor | undefined
  /** The bodies of the resources that are declared beside it, of the types that fit. */
  beside(type: RegExp): readonly Cursor[]
  /** What of the language keeps it when its declaration is deleted: the key, where it is written, and the beginning of the values that keep it; left out where nothing is declared. */
  kept?(): { readonly key: string; readonly at: Cursor; readonly by: string }
  /** Reads a script that stands in it, under the name of what that sets up; left out where no script can. */
  readScript?(script: Cursor, title: string): readonly Entity[]
  /** Reads an object of Kubernetes that it makes, its variables with what stands elsewhere; left out where none is made. */
  readObject?(object: Cursor, variables: Elsewhere): readonly Entity[]
  /** Whether its module gives it to another one: what that adds to it is not in sight here. */
  handedOn(): boolean
}

/** Opens a resource at the cursor of its body. */
export function openResource(type: string, labelled: string, written: Cursor, scope: Scope): Resource {
  const body = withIgnored(written)
  return {
    type,
    labelled,
    file: body.document.file,
    body,
    label: body.near,
    extent: extentOf(body),
    region: () => regionOf(body, scope),
    provider: kind => providerOf(body, scope, kind),
    beside: fits => resourcesOf(scope, fits).map(declared => scope.shared.open(declared, scope)),
    kept: () => ({ key: 'prevent_destroy', at: attribute(body, 'lifecycle', 'prevent_destroy'), by: 'true' }),
    readScript: (script, title) => scope.shared.readScript(script, title),
    readObject: (object, variables) => scope.shared.readObject(object, variables),
    handedOn: () => isHandedOn(`${type}.${labelled}`, scope),
  }
}

/** A body in which what `ignore_changes` leaves to somebody else is not known, where it is not written: its absence proves nothing. */
function withIgnored(body: Cursor): Cursor {
  const { tree } = body
  if (tree?.kind !== 'map') return body
  const ignored = attribute(body, 'lifecycle', 'ignore_changes')
  if ([ignored, ...items(ignored)].some(one => writtenIn(one) === 'all'))
    return { ...body, tree: { ...tree, open: true } }
  const elsewhere = items(ignored).flatMap((item): Entry[] => {
    const text = writtenIn(item)
    return item.tree && /^\w+$/.test(text) && !entryOf(tree, text)
      ? [{ key: text, keySpan: item.tree.span, value: { kind: 'unresolved', span: item.tree.span, text } }]
      : []
  })
  return elsewhere.length === 0 ? body : { ...body, tree: { ...tree, entries: [...tree.entries, ...elsewhere] } }
}

const writtenIn = ({ tree }: Cursor): string => (tree && 'text' in tree ? tree.text : '')

/** Whether a call of a module names a resource, or an output that others can take: those of a module that sets up its own provider are nobody's. */
function isHandedOn(address: string, scope: Scope): boolean {
  const takes = scope.call !== undefined || allDeclared(scope, 'providers').length === 0
  return [...allDeclared(scope, 'calls'), ...(takes ? allDeclared(scope, 'outputs') : [])].some(({ chunk }) =>
    chunk.source.includes(address),
  )
}

/** The fields that every entity takes over from its resource; its name is the attribute's, else the one in front of the brace. */
export function named(
  { body, file, extent, labelled, label }: Resource,
  attribute: string,
): { name: Fact<string>; file: Uri; extent: Span } {
  const written = text(down(body, attribute))
  const called: Fact<string> = { state: 'known', value: titleFor(labelled, body.document), at: label }
  return { name: written.state === 'absent' ? called : written, file, extent }
}

/** Where a resource of AWS stands. */
export const siteOf = (resource: Resource, service: string, provider = 'aws-regional'): Site => ({
  provider,
  service,
  region: resource.region(),
})

/** The region of an ARN; unresolved where it has none. */
export function regionOfArn(arn: Fact<string>): Fact<string> {
  const region = mapFact(arn, value => /^arn:[\w-]+:[\w-]*:([a-z0-9-]+):/.exec(value.trim())?.[1])
  // It is a part of a longer text: no writer sets it alone.
  return region.state === 'known' ? { state: 'known', value: region.value, at: region.at } : region
}

/** The value of a fact as another one, at the same place. */
export const known = <T>(value: T, like: Fact<unknown>): Fact<T> => ({ state: 'known', value, at: placeOf(like) })
