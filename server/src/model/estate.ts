import { baseName, folderOf } from '../text/uri.ts'
import type { Configuration } from './configuration.ts'
import type { Entity } from './entities.ts'
import { valueOf } from './fact.ts'
import type { FileFacts } from './file-facts.ts'

type Linked = Entity | Configuration

/** Everything that is known of a workspace, found by link keys such as `cluster:orders`. */
export interface Estate {
  facts(file: string): FileFacts | undefined
  files(): Iterable<string>
  /** The workspace folder that holds a file, with the slash at its end. */
  rootOf(file: string): string | undefined
  /** The entities under a key. Who asks is remembered, also for keys that nobody has yet. */
  find<K extends Linked['kind']>(kind: K, key: string): readonly Extract<Linked, { kind: K }>[]
}

/** An estate that files come and go in. */
export interface GrowingEstate extends Estate {
  /** Replaces what a file says; returns the files whose findings may change with it, itself included. */
  put(file: string, facts: FileFacts | undefined): Set<string>
  /** Notes every key that is asked for during `review` as one that the file's findings rest on. */
  observe<T>(file: string, review: () => T): T
}

/** The keys under which an entity is found. */
function keysOf(entity: Linked): string[] {
  switch (entity.kind) {
    case 'node-pool':
      return named(valueOf(entity.cluster))
    case 'topic':
      return [...named(valueOf(entity.name)), ...named(valueOf(entity.cluster)).map(cluster => `@${cluster}`)]
    case 'schema':
      return [...named(valueOf(entity.name)), baseName(entity.file), entity.file]
    case 'configuration':
      return [folderOf(entity.file)]
    default:
      return named(valueOf(entity.name))
  }
}

const named = (name: string | undefined): string[] => (name === undefined ? [] : [name])

/** Starts an empty estate of the given workspace folders (with the slash at their end). */
export function startEstate(roots: readonly string[] = []): GrowingEstate {
  const files = new Map<string, FileFacts>()
  const index = new Map<string, Linked[]>()
  const asked = new Map<string, Set<string>>()
  const askedBy = new Map<string, Set<string>>()
  let asker: string | undefined

  const linkKeys = (facts: FileFacts | undefined): [string, Linked][] => (facts?.entities ?? []).flatMap(entity => keysOf(entity).map((key): [string, Linked] => [`${entity.kind}:${key}`, entity]))

  const forget = (file: string): void => {
    for (const key of askedBy.get(file) ?? []) asked.get(key)?.delete(file)
    askedBy.delete(file)
  }

  return {
    facts: file => files.get(file),
    files: () => files.keys(),
    rootOf: file => roots.filter(root => file.startsWith(root)).sort((a, b) => b.length - a.length)[0],
    find(kind, key) {
      const link = `${kind}:${key}`
      if (asker !== undefined) {
        upsert(asked, link).add(asker)
        upsert(askedBy, asker).add(link)
      }
      return (index.get(link) ?? []) as never
    },
    put(file, facts) {
      const before = linkKeys(files.get(file))
      const after = linkKeys(facts)
      for (const [key, entity] of before) {
        const rest = (index.get(key) ?? []).filter(other => other !== entity)
        if (rest.length > 0) index.set(key, rest)
        else index.delete(key)
      }
      for (const [key, entity] of after) index.set(key, [...(index.get(key) ?? []), entity])
      if (facts) files.set(file, facts)
      else files.delete(file)
      const touched = new Set([file])
      for (const [key] of [...before, ...after]) for (const reader of asked.get(key) ?? []) touched.add(reader)
      if (!facts) forget(file)
      return touched
    },
    observe(file, review) {
      forget(file)
      const outer = asker
      asker = file
      try {
        return review()
      } finally {
        asker = outer
      }
    },
  }
}

function upsert(map: Map<string, Set<string>>, key: string): Set<string> {
  const set = map.get(key) ?? new Set()
  map.set(key, set)
  return set
}
