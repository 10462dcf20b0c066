import type { Group, GroupChange, Told } from '../formats/format.ts'
import { faultOf, type Problem } from '../model/problem.ts'
import { knownValue } from '../model/fact.ts'
import type { Entity } from '../model/entities.ts'
import { syntaxes } from '../syntax/syntaxes.ts'
import type { MapTree, Tree } from '../syntax/tree.ts'
import { down, isThere, startAt } from '../formats/cursor.ts'
import type { Cursor, Lies } from '../formats/position.ts'
import { text } from '../formats/values.ts'
import { remembering } from '../text/remembering.ts'
import { folderOf, type Uri } from '../text/uri.ts'
import { mapOf, scalarOf } from '../formats/made.ts'
import { applyOperations, mergeStrategic, withValue, type Patched, type Path } from './merge.ts'
import { isKustomization, readKustomization, type Kustomization, type Patch, type Target } from './kustomization.ts'

/** Reads an object as all formats of its file would. */
export type ReadObject = (root: Cursor, source: string) => readonly Entity[]

/** A document of a file, as it is written. */
interface Document {
  readonly root: Cursor
  readonly source: string
}

/** An object on its way through overlays. */
interface Built {
  readonly from: Document
  readonly object: Cursor
  readonly source: string
  readonly written: readonly Path[]
  /** Names that it had before kustomizations put something around them: patches may still call it so. */
  readonly former: readonly string[]
}

/** The longest chain of overlays that is followed. */
const deepest = 20

/** The files of kustomizations, read together: a patch is its object changed, and alone it is nothing. Starts without any file. */
export function openKustomize(read: ReadObject, lying: Lies): Group {
  const texts = new Map<Uri, string>()
  const parsed = new Map<Uri, readonly Document[]>()
  const faults = new Map<Uri, Problem>()
  let told: ReadonlyMap<Uri, Told> = new Map()
  /** What kustomizations name, and they themselves. */
  let named: ReadonlySet<Uri> = new Set()

  const documentsOf = (file: Uri): readonly Document[] => {
    const known = parsed.get(file)
    if (known) return known
    const whole = texts.get(file) ?? ''
    const documents = syntaxes.yaml.documents(whole).map(({ start, end }): Document => {
      const source = whole.slice(start, end)
      return { source, root: startAt({ ...lying(file), syntax: 'yaml', source, start }, syntaxes.yaml.read(source)) }
    })
    parsed.set(file, documents)
    return documents
  }

  const kustomizations = (): Map<Uri, Kustomization> => {
    const found = new Map<Uri, Kustomization>()
    for (const file of texts.keys()) {
      const [first] = isKustomization(file) ? documentsOf(file) : []
      if (first)
        found.set(
          folderOf(file),
          readKustomization(first.root, uri => texts.has(uri)),
        )
    }
    return found
  }

  const readAll = (): Map<Uri, Told> => {
    const all = kustomizations()
    named = new Set([...all.values()].flatMap(namedBy))
    const patches = new Set([...all.values()].flatMap(one => one.patches.flatMap(({ file }) => file ?? [])))
    if (![...all.values()].some(one => one.patches.length > 0 || one.labels.some(isOfCluster))) return new Map()
    const overlays = new Map<Uri, Entity[]>([...patches].map(file => [file, []]))
    const builds = new Map<Uri, readonly Built[]>()
    const noted = new Set<Uri>()
    const build = (folder: Uri, depth = 0): readonly Built[] => {
      const one = all.get(folder)
      if (!one || depth > deepest) return []
      const known = builds.get(folder)
      if (known) return known
      builds.set(folder, [])
      const objects = one.resources
        .filter(resource => !patches.has(resource))
        .flatMap(resource => (resource.endsWith('/') ? build(resource, depth + 1) : documentsOf(resource).map(asBuilt)))
      const built = changeBy(one, objects, depth)
      builds.set(folder, built)
      const before = new Set(objects)
      for (const one of built.filter(made => !before.has(made))) {
        const { object, source } = one
        const { file } = object.document
        if (isOnlyNoted(one)) {
          noted.add(file)
          continue
        }
        overlays.set(file, [...(overlays.get(file) ?? []), ...read(object, source)])
      }
      return built
    }
    /** What a kustomization makes of objects: its components change them first, then its patches, then what all of them get. */
    const changeBy = (one: Kustomization, objects: readonly Built[], depth: number): readonly Built[] => {
      const changed = one.components.reduce<readonly Built[]>((current, folder) => {
        const component = all.get(folder)
        if (!component || depth > deepest) return current
        const added = component.resources.flatMap(resource =>
          resource.endsWith('/') ? build(resource, depth + 1) : documentsOf(resource).map(asBuilt),
        )
        return changeBy(component, current.concat(added), depth + 1)
      }, objects)
      return one.patches
        .reduce<readonly Built[]>(
          (current, patch) => applyPatch(current, patch, patch.inline ?? documentsIn(patch)),
          changed,
        )
        .map(built => renamed(labelled(built, one), one))
    }
    const documentsIn = ({ file }: Patch): Cursor[] => (file ? documentsOf(file).map(({ root }) => root) : [])
    for (const folder of all.keys()) build(folder)
    const called = new Set([...all.values()].flatMap(({ resources, components }) => [...resources, ...components]))
    const result = new Map<Uri, Told>()
    for (const [file, found] of overlays)
      result.set(file, { entities: [], overlays: found, ...(noted.has(file) ? { toldElsewhere: true } : {}) })
    for (const [file, entities] of changedBases(all, builds, called))
      result.set(file, { ...result.get(file), entities })
    return result
  }

  /** What all that start from a base change is not said of the base. */
  const changedBases = (
    all: ReadonlyMap<Uri, Kustomization>,
    builds: ReadonlyMap<Uri, readonly Built[]>,
    called: ReadonlySet<Uri>,
  ): Map<Uri, readonly Entity[]> => {
    const roots = [...all.keys()].filter(folder => !called.has(folder)).flatMap(folder => builds.get(folder) ?? [])
    const hidden = changedByAll(roots)
    const files = new Set([...hidden.keys()].map(({ root }) => root.document.file))
    return new Map(
      [...files].map(file => [
        file,
        documentsOf(file).flatMap(document => {
          const paths = hidden.get(document) ?? []
          const { root } = document
          return read({ ...root, tree: paths.reduce<Tree | undefined>(hide, root.tree) }, document.source)
        }),
      ]),
    )
  }

  return {
    update(changes) {
      const touched = changes.filter(keep)
      if (!touched.some(({ file }) => isKustomization(file) || named.has(file))) return new Map()
      const before = told
      faults.clear()
      try {
        told = readAll()
      } catch (error) {
        const [{ file }] = touched as [GroupChange]
        faults.set(file, faultOf(file, 'reading Kustomize', error))
        told = new Map()
      }
      return new Map([...before.keys(), ...told.keys()].map(file => [file, told.get(file)]))
    },
    problems: () => [...faults.values()],
    wanted: () => [],
  }

  /** Takes over a file; false where it can be of no kustomization. */
  function keep({ file, text: given }: GroupChange): boolean {
    const before = texts.has(file)
    parsed.delete(file)
    if (given === undefined || !(isKustomization(file) || /^(?:apiVersion|kind|- op|- path)\b/m.test(given))) {
      texts.delete(file)
      return before
    }
    texts.set(file, given)
    return true
  }
}

/** What a kustomization names, and itself. */
const namedBy = ({ file, resources, components, patches }: Kustomization): Uri[] => [
  file,
  ...resources,
  ...components,
  ...patches.flatMap(patch => patch.file ?? []),
]

/** The paths in documents that all that is built from them changes. */
function changedByAll(built: readonly Built[]): Map<Document, Path[]> {
  const uses = new Map<Document, (readonly Path[])[]>()
  for (const { from, written } of built) uses.set(from, [...(uses.get(from) ?? []), written])
  const changed = new Map<Document, Path[]>()
  for (const [document, [first = [], ...others]] of uses) {
    const common = first.filter(path => others.every(paths => paths.some(other => covers(other, path))))
    if (common.length > 0) changed.set(document, common)
  }
  return changed
}

const asBuilt = (from: Document): Built => ({ from, object: from.root, source: from.source, written: [], former: [] })

/** Whether a label tells to which cluster an object belongs. */
const isOfCluster = ({ name }: { readonly name: string }): boolean => name === 'strimzi.io/cluster'

/** An object with the cluster that a kustomization labels all of its objects with, where it has none of its own; other labels say nothing here. */
function labelled(built: Built, { labels }: Kustomization): Built {
  const label = labels.find(isOfCluster)
  const path = ['metadata', 'labels', 'strimzi.io/cluster']
  if (!label || isThere(down(built.object, ...path)) || !isOfStrimzi(built.object)) return built
  const at = isThere(down(built.object, 'metadata', 'labels'))
    ? built.object
    : withValue(built.object, ['metadata', 'labels'], mapOf(label, []))
  return { ...built, object: withValue(at, path, label), written: [...built.written, path] }
}

/** A changed object under the name and in the namespace that a kustomization gives to all; of one that nothing changes, its base tells. */
function renamed(built: Built, { around, namespace }: Kustomization): Built {
  if (built.written.length === 0) return built
  const at = down(built.object, 'metadata', 'name')
  const name = knownValue(text(at))
  const placed = namespace ? withValue(built.object, ['metadata', 'namespace'], namespace) : built.object
  if (!around || name === undefined) return { ...built, object: placed }
  const called = scalarOf(at, `${around.prefix}${name}${around.suffix}`)
  return {
    ...built,
    object: withValue(placed, ['metadata', 'name'], called),
    former: [...built.former, name],
  }
}

/** Whether all that is changed of an object are its annotations: its base tells all the rest. */
const isOnlyNoted = ({ written, former }: Built): boolean =>
  former.length === 0 &&
  written.length > 0 &&
  written.every(([part, which]) => part === 'metadata' && which === 'annotations')

const isOfStrimzi = (object: Cursor): boolean =>
  /^kafka\.strimzi\.io\//.test(knownValue(text(down(object, 'apiVersion'))) ?? '')

function applyPatch(objects: readonly Built[], patch: Patch, documents: readonly Cursor[]): readonly Built[] {
  return documents.reduce<readonly Built[]>((current, document) => {
    const operations = document.tree?.kind === 'list'
    const target = patch.target ?? (operations ? undefined : targetOf(document))
    if (!target) return current
    return current.flatMap(built => {
      if (!fits(built, target)) return [built]
      const patched: Patched | undefined = operations
        ? applyOperations(built.object, document)
        : mergeStrategic(built.object, document)
      // What cannot be told is not said.
      if (!patched) return []
      return patched.object
        ? [
            {
              ...built,
              object: patched.object,
              source: `${built.source}\n${document.document.source}`,
              written: [...built.written, ...patched.written],
            },
          ]
        : []
    })
  }, objects)
}

function targetOf(patch: Cursor): Target | undefined {
  const [kind, name] = [knownValue(text(down(patch, 'kind'))), knownValue(text(down(patch, 'metadata', 'name')))]
  return kind === undefined || name === undefined ? undefined : { kind, name, pattern: false }
}

function fits({ object, former }: Built, { kind, name, namespace, group, pattern }: Target): boolean {
  const own = identityOf(object)
  const same = (wanted: string | undefined, found: string | undefined): boolean =>
    wanted === undefined || wanted === '' || (pattern ? matches(wanted, found ?? '') : wanted === found)
  return (
    own.isObject &&
    same(kind, own.kind) &&
    (same(name, own.name) || former.some(one => same(name, one))) &&
    same(namespace, own.namespace) &&
    (group === undefined || (own.version ?? '').startsWith(`${group}/`))
  )
}

/** What an object is called by, for whoever asks for each of many patches. */
interface OwnNames {
  readonly isObject: boolean
  readonly kind: string | undefined
  readonly name: string | undefined
  readonly namespace: string | undefined
  readonly version: string | undefined
}

const identities = new WeakMap<Cursor, OwnNames>()

function identityOf(object: Cursor): OwnNames {
  const known = identities.get(object)
  if (known) return known
  const at = (...path: readonly string[]): string | undefined => knownValue(text(down(object, ...path)))
  const own = {
    isObject: isThere(down(object, 'kind')),
    kind: at('kind'),
    name: at('metadata', 'name'),
    namespace: at('metadata', 'namespace'),
    version: at('apiVersion'),
  }
  identities.set(object, own)
  return own
}

/** Whether a name fits a pattern as a whole. */
const matches = (pattern: string, name: string): boolean => alternativesOf(pattern).some(takes => takes(name))

/** Of patterns only alternatives and anything are read. */
const alternativesOf = remembering((pattern): readonly ((name: string) => boolean)[] =>
  pattern
    .replace(/^\^|\$$/g, '')
    .replace(/^\((.*)\)$/, '$1')
    .split('|')
    .filter(part => !/[()[\]?+*\\]/.test(part.replaceAll('.*', '')))
    .map(part => {
      const [head = '', ...rest] = part.split('.*')
      const tail = rest.at(-1)
      return name =>
        tail === undefined
          ? part === name
          : name.startsWith(head) && name.endsWith(tail) && name.length >= head.length + tail.length
    }),
)

const covers = (whole: Path, part: Path): boolean =>
  whole.length <= part.length && whole.every((step, index) => step === part[index])

/** A tree in which what stands at a path is not known. */
function hide(tree: Tree | undefined, [step, ...rest]: Path): Tree | undefined {
  if (!tree || step === undefined) return tree && { kind: 'unresolved', span: tree.span, text: '' }
  if (tree.kind === 'list' && typeof step === 'number') {
    const item = tree.items[step]
    const changed = hide(item, rest)
    return item && changed ? { ...tree, items: tree.items.with(step, changed) } : tree
  }
  if (tree.kind !== 'map') return tree
  // What only overlays add may be there all the same.
  if (!tree.entries.some(({ key }) => key === String(step))) return { ...tree, open: true } satisfies MapTree
  return {
    ...tree,
    entries: tree.entries.map(entry => {
      const value = entry.key === String(step) ? hide(entry.value, rest) : entry.value
      return value ? { ...entry, value } : entry
    }),
  }
}
