import { syntaxOf } from '../reader/formats.ts'
import { fileIn, type Uri } from '../text/uri.ts'
import type { Exclusions } from './exclusions.ts'
import type { Entry, Files } from './files.ts'

/** The files below a folder that may be ours, in the order of their names. What links lead to comes last, and once: not where it was walked already, not where a link leads back to a folder that holds it. `trouble` is told what cannot be read. */
export async function* walk(
  files: Files,
  root: Uri,
  exclusions: Exclusions,
  trouble: (uri: Uri, problem: string) => void,
): AsyncGenerator<Uri> {
  const start = (await files.find(root))?.target ?? root
  /** Where things really lie. */
  const seen = new Set<Uri>([start])
  const links: Entry[] = []

  async function* below(folder: Uri, real: Uri): AsyncGenerator<Uri> {
    const entries = await files.list(folder)
    if ('problem' in entries) return trouble(folder, entries.problem)
    for (const entry of entries) {
      if (await exclusions.excludes(entry.uri)) continue
      const there = fileIn(real, entry.name)
      if (entry.target) links.push(entry)
      else if (entry.kind === 'folder') yield* enter(entry.uri, `${there}/` as Uri)
      else yield* take(entry, there)
    }
  }
  async function* enter(folder: Uri, real: Uri): AsyncGenerator<Uri> {
    seen.add(real)
    yield* below(folder, real)
  }
  function* take({ uri, kind, problem }: Entry, real: Uri): Generator<Uri> {
    if (!syntaxOf(uri)) return
    if (kind !== 'file') return trouble(uri, problem ?? '')
    seen.add(real)
    yield uri
  }

  yield* below(root, start)
  // What a link leads to may hold further links.
  for (const entry of links) {
    const { target } = entry
    if (!target || seen.has(target) || start.startsWith(target)) continue
    if (entry.kind === 'folder') yield* enter(entry.uri, target)
    else yield* take(entry, target)
  }
}

/** Takes things together, so that they can be read at the same time. */
export async function* batches<T>(items: AsyncIterable<T>, size: number): AsyncGenerator<T[]> {
  let batch: T[] = []
  for await (const item of items) {
    batch.push(item)
    if (batch.length < size) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}
