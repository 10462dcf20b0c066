import type { Library } from '../assess/db.ts'
import { openExclusions, type Exclusions } from '../host/exclusions.ts'
import type { Files } from '../host/files.ts'
import { openTextReview } from '../host/text-review.ts'
import { batches, walk } from '../host/walk.ts'
import type { Problem } from '../model/problem.ts'
import { syntaxOf } from '../reader/formats.ts'
import type { Change } from '../reader/reader.ts'
import type { Review } from '../review.ts'
import { baseName, type Uri } from '../text/uri.ts'

/** A review that takes longer is told in the status, in milliseconds. */
const slowAfter = 200

/** The files of a workspace: those that are open as the editor has them, the others as they lie on disk. What concerns the disk is done one after the other, in the order in which it was asked for. */
export interface Workspace {
  readonly review: Review
  /** Files whose last reading and review took long, in milliseconds. */
  readonly slow: ReadonlyMap<Uri, number>
  problems(): Problem[]
  /** Takes over the text of an open file; returns the files whose findings may have changed. */
  setOpen(uri: Uri, text: string, language: string): Set<Uri>
  /** Goes back to what lies on disk. */
  close(uri: Uri): Promise<Set<Uri>>
  /** Reads files again that have changed on disk, and forgets those that are gone, with all that lay in folders that are gone; what an editor holds stays as it is. */
  refresh(changed: readonly Uri[], gone: readonly Uri[]): Promise<Set<Uri>>
  /** Reads all folders; `progress` is called now and then, with the number of files looked at, and may stop it by returning false. */
  load(progress?: (files: number) => boolean): Promise<Set<Uri>>
  setFolders(folders: readonly Uri[]): void
  /** The text that the findings of a file belong to; undefined when it is none of ours. */
  textOf(uri: Uri): string | undefined
}

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
  const open = new Set<Uri>()
  const slow = new Map<Uri, number>()

  let queue: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(run: () => Promise<T>): Promise<T> => {
    const done = queue.then(run)
    queue = done.catch(() => undefined)
    return done
  }

  const timed = (uri: Uri, run: () => Set<Uri>): Set<Uri> => {
    const start = performance.now()
    const changed = run()
    const milliseconds = performance.now() - start
    if (milliseconds > slowAfter) slow.set(uri, Math.round(milliseconds))
    else slow.delete(uri)
    return changed
  }

  /** What lies on disk; no text where it is gone, left out, or none of ours. */
  const fromDisk = async (uri: Uri): Promise<Change> => {
    const content = syntaxOf(uri) ? await files.read(uri) : undefined
    if (open.has(uri)) return [uri, undefined]
    texts.leaveOut(uri, content && 'problem' in content ? content.problem : undefined)
    return [uri, content && 'text' in content ? content.text : undefined]
  }
  /** What was opened while it was read stays as the editor has it. */
  const takeClosed = async (uris: readonly Uri[]): Promise<Set<Uri>> => {
    const changes = await Promise.all(uris.filter(uri => !open.has(uri)).map(fromDisk))
    return texts.take(changes.filter(([uri]) => !open.has(uri)))
  }
  const isOurs = async (uri: Uri): Promise<boolean> => {
    for (const [root, exclusions] of roots) if (uri.startsWith(root) && !(await exclusions.excludes(uri))) return true
    return false
  }
  const forget = (uris: Iterable<Uri>): Set<Uri> =>
    texts.take([...uris].filter(uri => !open.has(uri)).map(uri => [uri, undefined]))

  const load = async (progress: (files: number) => boolean): Promise<Set<Uri>> => {
    const changed = new Set<Uri>()
    const gone = new Set(texts.files())
    let looked = 0
    setFolders([...roots.keys()])
    for (const [root, exclusions] of roots) {
      for await (const batch of batches(walk(files, root, exclusions, texts.leaveOut), 50)) {
        looked += batch.length
        for (const uri of batch) gone.delete(uri)
        for (const uri of await takeClosed(batch)) changed.add(uri)
        if (!progress(looked)) return changed
      }
      for (const { file, message } of exclusions.problems()) texts.leaveOut(file, message)
    }
    for (const uri of forget(gone)) changed.add(uri)
    return changed
  }

  return {
    review: texts.review,
    slow,
    problems: texts.problems,
    setOpen(uri, text, language) {
      open.add(uri)
      return timed(uri, () => texts.take([[uri, text, language]]))
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
        const forgotten = forget(
          [...texts.files()].filter(file => gone.some(uri => file === uri || file.startsWith(`${uri}/`))),
        )
        const taken = await takeClosed(changed.filter((_, i) => ours[i]))
        return new Set([...forgotten, ...taken])
      }),
    load: (progress = () => true) => inTurn(() => load(progress)),
    setFolders,
    textOf: texts.textOf,
  }
}
