import { baseName, folderOf, type Uri } from '../text/uri.ts'
import type { Configuration } from './configuration.ts'
import type { Entity } from './entities.ts'
import { knownValue } from './fact.ts'
import type { FileFacts } from './file-facts.ts'
import { mentionsOf, topicPatternsOf, type Nameable, type TopicSetting } from './mentions.ts'
import { compareTexts } from '../text/order.ts'

type Linked = Entity | Configuration

/** Everything that is known of a workspace, found by link keys such as `cluster:orders`. */
export interface Estate {
  facts(file: Uri): FileFacts | undefined
  files(): Iterable<Uri>
  /** The workspace folder that holds a file, with the slash at its end. */
  rootOf(file: Uri): Uri | undefined
  /** The entities under a key. Who asks is remembered, also for keys that nobody has yet. */
  find<K extends Linked['kind']>(kind: K, key: string): readonly Extract<Linked, { kind: K }>[]
  /** What names a thing, its declarations included; remembered like `find`. */
  naming(what: Nameable, name: string): readonly Linked[]
  /** What names topics by patterns. */
  matching(): readonly Linked[]
  /** The settings that name topics. */
  readonly topicSettings: readonly TopicSetting[]
}

/** An estate that files come and go in. */
export interface GrowingEstate extends Estate {
  /** Replaces what a file says; returns the files whose findings may change with it, itself included. */
  put(file: Uri, facts: FileFacts | undefined): Set<Uri>
  /** Notes every key that is asked for during `review` as one that the file's findings rest on, in the place of those that were noted before. */
  observe<T>(file: Uri, review: () => T): T
  /** Like `observe`, beside those that were noted before. */
  observeMore<T>(file: Uri, review: () => T): T
}

/** The key of all prefixes of groups that somebody may use: they cannot be found by the names that they cover. */
export const accessPrefixes = '*prefix'

/** The keys under which an entity is found. */
function keysOf(entity: Linked): string[] {
  switch (entity.kind) {
    case 'node-pool':
      return named(knownValue(entity.cluster))
    case 'topic':
      return [...named(knownValue(entity.name)), ...named(knownValue(entity.cluster)).map(cluster => `@${cluster}`)]
    case 'schema':
      return [...named(knownValue(entity.name)), baseName(entity.file), entity.file]
    case 'flow': {
      const [source, target] = [knownValue(entity.source.alias), knownValue(entity.target.alias)]
      return [
        ...named(knownValue(entity.name)),
        ...(source !== undefined && target !== undefined ? [`${source}->${target}`] : []),
      ]
    }
    case 'group':
      return [...named(knownValue(entity.name)), ...(entity.role === 'access-prefix' ? [accessPrefixes] : [])]
    case 'configuration':
      return [folderOf(entity.file)]
    default:
      return named(knownValue(entity.name))
  }
}

const named = (name: string | undefined): string[] => (name === undefined ? [] : [name])

/** The keys under which is found what an entity names. */
function mentionKeys(entity: Linked, settings: readonly TopicSetting[]): string[] {
  const names = mentionsOf(entity, settings).map(({ what, name }) => `named ${what}:${name}`)
  const patterns = topicPatternsOf(entity, settings).length > 0 ? [byPattern] : []
  return names.length > 1 ? [...new Set([...names, ...patterns])] : [...names, ...patterns]
}

const byPattern = 'named by pattern'

/** What is found under a link key. */
interface Entry {
  readonly byFile: Map<Uri, Linked[]>
  /** All of it in the order of files, once somebody has asked. */
  found: readonly Linked[] | undefined
}

/** Starts an empty estate; `roots` answers the workspace folders of the moment, with the slash at their end. */
export function startEstate(roots: () => readonly Uri[], topicSettings: readonly TopicSetting[]): GrowingEstate {
  const files = new Map<Uri, FileFacts>()
  const index = new Map<string, Entry>()
  const asked = new Map<string, Set<Uri>>()
  const askedBy = new Map<Uri, Set<string>>()
  let asker: Uri | undefined

  const linkKeys = (facts: FileFacts | undefined): [string, Linked][] =>
    (facts?.entities ?? []).flatMap(entity =>
      [...keysOf(entity).map(key => `${entity.kind}:${key}`), ...mentionKeys(entity, topicSettings)].map(
        (link): [string, Linked] => [link, entity],
      ),
    )

  const forget = (file: Uri): void => {
    for (const key of askedBy.get(file) ?? []) asked.get(key)?.delete(file)
    askedBy.delete(file)
  }

  const observeMore = <T>(file: Uri, review: () => T): T => {
    const outer = asker
    asker = file
    try {
      return review()
    } finally {
      asker = outer
    }
  }

  const lookUp = (link: string): readonly Linked[] => {
    if (asker !== undefined) {
      upsert(asked, link, newSet).add(asker)
      upsert(askedBy, asker, newSet).add(link)
    }
    const entry = index.get(link)
    if (!entry) return []
    // In the order of files, whichever was read last.
    entry.found ??= [...entry.byFile].sort(([a], [b]) => compareTexts(a, b)).flatMap(([, entities]) => entities)
    return entry.found
  }

  return {
    topicSettings,
    facts: file => files.get(file),
    files: () => files.keys(),
    rootOf: file =>
      roots()
        .filter(root => file.startsWith(root))
        .sort((a, b) => b.length - a.length)[0],
    find: (kind, key) => lookUp(`${kind}:${key}`) as never,
    naming: (what, name) => lookUp(`named ${what}:${name}`),
    matching: () => lookUp(byPattern),
    put(file, facts) {
      const before = linkKeys(files.get(file))
      const after = linkKeys(facts)
      for (const [key] of before) {
        const entry = index.get(key)
        entry?.byFile.delete(file)
        if (entry) entry.found = undefined
        if (entry?.byFile.size === 0) index.delete(key)
      }
      for (const [key, entity] of after) {
        const entry = upsert(index, key, (): Entry => ({ byFile: new Map(), found: undefined }))
        entry.found = undefined
        upsert(entry.byFile, file, () => []).push(entity)
      }
      if (facts) files.set(file, facts)
      else files.delete(file)
      const touched = new Set<Uri>([file])
      // An entity that was taken over unread is the same: whoever found it has nothing new to learn.
      const known = new Set(before.map(([, entity]) => entity))
      const same = new Set(after.flatMap(([, entity]) => (known.has(entity) ? [entity] : [])))
      for (const [key, entity] of [...before, ...after])
        if (!same.has(entity)) for (const reader of asked.get(key) ?? []) touched.add(reader)
      if (!facts) forget(file)
      return touched
    },
    observe(file, review) {
      forget(file)
      return observeMore(file, review)
    },
    observeMore,
  }
}

const newSet = <T>(): Set<T> => new Set()

function upsert<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  let value = map.get(key)
  if (value === undefined) map.set(key, (value = make()))
  return value
}
