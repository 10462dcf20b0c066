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

  /** Goes into a folder; `real` is where it lies. */
  const enter = async (folder: Uri, real: Uri): Promise<Entered> => {
    seen.add(real)
    const entries = await files.list(folder)
    if (!('problem' in entries)) return { real, left: [...(await exclusions.kept(folder, entries))].reverse() }
    trouble(folder, entries.problem)
    return { real, left: [] }
  }
  const isTaken = ({ uri, kind, problem }: Entry, real: Uri): boolean => {
    if (kind === 'file') seen.add(real)
    else trouble(uri, problem ?? '')
    return kind === 'file'
  }
  async function* below(folder: Uri, at: Uri): AsyncGenerator<Uri> {
    const entered = [await enter(folder, at)]
    for (let inner = entered.at(-1); inner; inner = entered.at(-1)) {
      const entry = inner.left.pop()
      if (!entry) {
        entered.pop()
        continue
      }
      const there = fileIn(inner.real, entry.name)
      if (entry.target) links.push(entry)
      else if (entry.kind === 'folder') entered.push(await enter(entry.uri, `${there}/` as Uri))
      else if (isTaken(entry, there)) yield entry.uri
    }
  }

  yield* below(root, start)
  // What a link leads to may hold further links.
  for (const entry of links) {
    const { target } = entry
    if (!target || seen.has(target) || start.startsWith(target)) continue
    if (entry.kind === 'folder') yield* below(entry.uri, target)
    else if (isTaken(entry, target)) yield entry.uri
  }
}

/** A folder that is being walked, with what is left of it, the next one last. */
interface Entered {
  readonly real: Uri
  readonly left: Entry[]
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
