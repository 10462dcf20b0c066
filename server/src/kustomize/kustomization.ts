import { baseName, folderOf, toUri, within, type Uri } from '../text/uri.ts'
import { knownValue } from '../model/fact.ts'
import { down, entries, inside, isThere, items } from '../formats/cursor.ts'
import type { Cursor } from '../formats/position.ts'
import { text } from '../formats/values.ts'

/** What a `kustomization.yaml` says. */
export interface Kustomization {
  readonly file: Uri
  /** What it takes objects from: files, and folders with a kustomization of their own, with a slash at their end. */
  readonly resources: readonly Uri[]
  /** Folders whose kustomization changes what this one takes. */
  readonly components: readonly Uri[]
  readonly patches: readonly Patch[]
  /** What all its objects get: labels, a namespace, something before and behind their names. */
  readonly labels: readonly (Cursor & { readonly name: string })[]
  readonly namespace?: Cursor
  readonly around?: { readonly prefix: string; readonly suffix: string }
}

/** A patch: a file or a text, and whose objects it changes. */
export interface Patch {
  readonly file?: Uri
  /** Where it stands in the kustomization itself. */
  readonly inline?: readonly Cursor[]
  readonly target?: Target
}

/** Which objects a patch is about; what is left out fits any. */
export interface Target {
  readonly kind?: string
  readonly name?: string
  readonly namespace?: string
  readonly group?: string
  /** Names are patterns that fit as a whole. */
  readonly pattern: boolean
}

/** Whether a file is one that Kustomize starts from. */
export const isKustomization = (file: Uri): boolean => /^(?:kustomization\.ya?ml|Kustomization)$/.test(baseName(file))

const lists = ['resources', 'bases'] as const

/** Reads a kustomization; `isFile` tells files from folders. */
export function readKustomization(root: Cursor, isFile: (uri: Uri) => boolean): Kustomization {
  const { file } = root.document
  const at = (path: string): Uri | undefined => below(folderOf(file), path)
  const listed = (cursor: Cursor): Uri[] =>
    items(cursor).flatMap(item => {
      const path = knownValue(text(item))
      const found = path === undefined ? undefined : at(path)
      return found ? [isFile(found) || found.endsWith('/') ? found : toUri(`${found}/`)] : []
    })
  const [prefix, suffix] = ['namePrefix', 'nameSuffix'].map(key => knownValue(text(down(root, key))) ?? '')
  const namespace = down(root, 'namespace')
  return {
    file,
    resources: lists.flatMap(name => listed(down(root, name))),
    components: listed(down(root, 'components')),
    labels: [
      ...entries(down(root, 'commonLabels')),
      ...items(down(root, 'labels')).flatMap(item => entries(down(item, 'pairs'))),
    ],
    ...(text(namespace).state === 'known' ? { namespace } : {}),
    ...(prefix || suffix ? { around: { prefix: prefix ?? '', suffix: suffix ?? '' } } : {}),
    patches: [
      ...items(down(root, 'patches')).flatMap(item => readPatch(item, at)),
      ...items(down(root, 'patchesJson6902')).flatMap(item => readPatch(item, at)),
      ...items(down(root, 'patchesStrategicMerge')).flatMap((item): Patch[] => {
        if (item.tree?.kind === 'scalar' && item.tree.multiline) return [{ inline: inside(item, 'yaml') }]
        const path = knownValue(text(item))
        const found = path === undefined ? undefined : at(path)
        return found ? [{ file: found }] : []
      }),
    ],
  }
}

function readPatch(item: Cursor, at: (path: string) => Uri | undefined): Patch[] {
  const [path, patch, target] = [text(down(item, 'path')), down(item, 'patch'), down(item, 'target')]
  const selected = isThere(target) ? { target: readTarget(target) } : {}
  if (patch.tree?.kind === 'scalar') return [{ inline: inside(patch, 'yaml'), ...selected }]
  const file = path.state === 'known' ? at(path.value) : undefined
  return file ? [{ file, ...selected }] : []
}

function readTarget(target: Cursor): Target {
  const one = (key: string): Record<string, string> => {
    const value = knownValue(text(down(target, key)))
    return value === undefined ? {} : { [key]: value }
  }
  // What is chosen by its labels may be any object: none is sure.
  const byLabel = entries(target).some(({ name }) => /Selector$/.test(name))
  return {
    ...one('kind'),
    ...(byLabel ? { name: '(?!)' } : one('name')),
    ...one('namespace'),
    ...one('group'),
    pattern: true,
  }
}

/** The file or folder behind a relative path; undefined for an address. */
const below = (folder: Uri, path: string): Uri | undefined =>
  /^\w+:|^git@|\?ref=|^github\.com/.test(path) ? undefined : within(folder, path)
