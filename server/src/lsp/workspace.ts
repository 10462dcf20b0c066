import type { Library } from '../assess/db.ts'
import { openExclusions, type Exclusions } from '../host/exclusions.ts'
import type { Content, Files } from '../host/files.ts'
import { openTextReview } from '../host/text-review.ts'
import { batches, walk } from '../host/walk.ts'
import type { Problem } from '../model/problem.ts'
import { syntaxOf } from '../reader/formats.ts'
import type { Coverage } from '../assess/coverage.ts'
import { prepareFor, type Change } from '../reader/reader.ts'
import type { Review } from '../review.ts'
import { baseName, type Uri } from '../text/uri.ts'

/** A review that takes longer is told in the status, in milliseconds. */
const slowAfter = 200

/** More files than these are not looked at anew while somebody waits for a few of them. */
const mostAtOnce = 200

/** The files of a workspace: those that are open as the editor has them, the others as they lie on disk. What concerns the disk is done one after the other, in the order in which it was asked for. */
export interface Workspace {
  readonly review: Review
  /** Files whose last reading and review took long, in milliseconds. */
  readonly slow: ReadonlyMap<Uri, number>
  problems(): Problem[]
  /** How far the files that speak of Kafka were understood. */
  coverage(): Coverage[]
  /** Takes over the text of an open file; returns the files whose findings may have changed. */
  setOpen(uri: Uri, text: string, language: string): Set<Uri>
  /** Compares the schemas of a file with what it said before; with nothing, where that is not known. Returns the files whose findings may have changed. */
  compareWith(uri: Uri, before: string | undefined): Set<Uri>
  /** An open file lies on disk as the editor has it. */
  saved(uri: Uri): void
  /** Goes back to what lies on disk. */
  close(uri: Uri): Promise<Set<Uri>>
  /** Reads files again that have changed on disk, and forgets those that are gone, with all that lay in folders that are gone. What an editor holds stays as it is, unless it is no more than the text that has gone. */
  refresh(changed: readonly Uri[], gone: readonly Uri[]): Promise<Set<Uri>>
  /** Reads all folders; `progress` is called now and then, with the number of files looked at, and may stop it by returning false. */
  load(progress?: (files: number) => boolean): Promise<Set<Uri>>
  setFolders(folders: readonly Uri[]): void
  /** The folders that are open, with the slash at their end. */
  folders(): Uri[]
  /** The text that the findings of a file belong to; undefined when it is none of ours. */
  textOf(uri: Uri): string | undefined
}

/** A file as the editor has it. */
interface OpenFile {
  readonly uri: Uri
  readonly text: string
  readonly language: string
  /** As it lies on disk, as far as that is known. */
  disk: string | undefined
}

const union = (sets: readonly ReadonlySet<Uri>[]): Set<Uri> => new Set(sets.flatMap(uris => [...uris]))

/** Opens a workspace of the given folders. */
export function openWorkspace(library: Library, files: Files, initial: readonly Uri[]): Workspace {
  let roots = new Map<Uri, Exclusions>()
  const setFolders = (folders: readonly Uri[]): void => {
    roots = new Map(
      folders.map(folder => {
        const root = (folder.endsWith('/') ? folder : `${folder}/`) as Uri
        return [root, openExclusions(files, root, true)] as const
      }),
    )
  }
  setFolders(initial)
  const texts = openTextReview(library, () => [...roots.keys()])
  const open = new Map<Uri, OpenFile>()
  const slow = new Map<Uri, number>()

  let queue: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(run: () => Promise<T>): Promise<T> => {
    const done = queue.then(run)
    queue = done.catch(() => undefined)
    return done
  }

  /** What nobody looks at can wait, where many have to be looked at anew or others are still to come. */
  let isLoading = false
  const take = (changes: readonly Change[]): Set<Uri> =>
    texts.take(changes, (uri, among) => (isLoading || among > mostAtOnce) && !open.has(uri))
  const timed = (uri: Uri, run: () => Set<Uri>): Set<Uri> => {
    const start = performance.now()
    const changed = run()
    const milliseconds = performance.now() - start
    if (milliseconds > slowAfter) slow.set(uri, Math.round(milliseconds))
    else slow.delete(uri)
    return changed
  }

  /** What lies on disk; nothing where it is gone or none of ours. */
  const fromDisk = async (uri: Uri): Promise<readonly [Uri, Content]> => [
    uri,
    syntaxOf(uri) ? await files.read(uri) : undefined,
  ]
  /** What was opened while it was read stays as the editor has it. */
  const takeClosed = async (uris: readonly Uri[]): Promise<Set<Uri>> => {
    const read = await Promise.all(uris.filter(uri => !open.has(uri)).map(fromDisk))
    await prepareFor(read.flatMap(([uri, content]) => (content && 'text' in content ? [uri] : [])))
    const closed = read.filter(([uri]) => !open.has(uri))
    const changed = take(closed.map(([uri, content]) => [uri, content && 'text' in content ? content.text : undefined]))
    for (const [uri, content] of closed) if (content && 'problem' in content) texts.leaveOut(uri, content.problem)
    return changed
  }
  const isOurs = async (uri: Uri): Promise<boolean> => {
    for (const [root, exclusions] of roots) if (uri.startsWith(root) && !(await exclusions.excludes(uri))) return true
    return false
  }
  const forget = (uris: Iterable<Uri>): Set<Uri> =>
    take([...uris].filter(uri => !open.has(uri)).map(uri => [uri, undefined]))

  /** What is saved in an open file has gone with it; what is not is still in force. */
  const forgetSaved = (file: OpenFile): Set<Uri> =>
    file.text === file.disk ? take([[file.uri, undefined]]) : new Set()
  /** An open file lies on disk again, or otherwise than before: its text in the editor is in force. */
  const lookAgain = async (file: OpenFile): Promise<Set<Uri>> => {
    const content = await files.read(file.uri)
    if (open.get(file.uri) !== file || !content || !('text' in content)) return new Set()
    file.disk = content.text
    return texts.textOf(file.uri) === undefined ? take([[file.uri, file.text, file.language]]) : new Set()
  }

  /** What may be ours in all folders. */
  async function* found(): AsyncGenerator<Uri> {
    for (const [root, exclusions] of roots) {
      yield* walk(files, root, exclusions, texts.leaveOut)
      for (const { file, message } of exclusions.problems()) texts.leaveOut(file, message)
    }
  }
  /** Each file is looked at once, when all have been read: `review.catchUp` does it. */
  const load = async (progress: (files: number) => boolean): Promise<Set<Uri>> => {
    isLoading = true
    try {
      return await loadAll(progress)
    } finally {
      isLoading = false
    }
  }
  const loadAll = async (progress: (files: number) => boolean): Promise<Set<Uri>> => {
    setFolders([...roots.keys()])
    // What could not be read is tried again.
    for (const { file } of texts.problems()) if (!open.has(file)) texts.leaveOut(file, undefined)
    const changed: Set<Uri>[] = []
    const gone = new Set(texts.files())
    let looked = 0
    for await (const batch of batches(found(), 50)) {
      looked += batch.length
      for (const uri of batch) gone.delete(uri)
      changed.push(await takeClosed(batch))
      if (!progress(looked)) return union(changed)
    }
    return union([...changed, forget(gone)])
  }

  return {
    review: texts.review,
    slow,
    coverage: () => texts.coverage(),
    problems: texts.problems,
    setOpen(uri, text, language) {
      open.set(uri, { uri, text, language, disk: open.has(uri) ? open.get(uri)?.disk : (texts.textOf(uri) ?? text) })
      return timed(uri, () => take([[uri, text, language]]))
    },
    compareWith: (uri, before) => timed(uri, () => texts.compareWith([[uri, before]])),
    saved(uri) {
      const file = open.get(uri)
      if (file) file.disk = file.text
    },
    close(uri) {
      open.delete(uri)
      return inTurn(async () => ((await isOurs(uri)) ? takeClosed([uri]) : forget([uri])))
    },
    refresh: (changed, gone) =>
      inTurn(async () => {
        // Other rules of what is left out: everything is looked at again.
        if ([...changed, ...gone].some(uri => baseName(uri) === '.gitignore')) return load(() => true)
        const ours = await Promise.all(changed.map(isOurs))
        const hasGone = (file: Uri): boolean => gone.some(uri => file === uri || file.startsWith(`${uri}/`))
        const known = [...texts.files(), ...texts.problems().map(({ file }) => file)]
        const results = [forget(known.filter(hasGone))]
        results.push(...[...open.values()].filter(({ uri }) => hasGone(uri)).map(forgetSaved))
        for (const uri of changed) {
          const file = open.get(uri)
          if (file) results.push(await lookAgain(file))
        }
        results.push(await takeClosed(changed.filter((_, i) => ours[i])))
        return union(results)
      }),
    load: (progress = () => true) => inTurn(() => load(progress)),
    setFolders,
    folders: () => [...roots.keys()],
    textOf: texts.textOf,
  }
}
