import type { Library } from '../assess/db.ts'
import type { FileFacts } from '../model/file-facts.ts'
import type { Problem } from '../model/problem.ts'
import { concernsKafka, coverageOf, marksIn, type Coverage, type Marks } from '../assess/coverage.ts'
import { formatsOf, syntaxFor } from '../reader/formats.ts'
import { longestText } from '../reader/read-file.ts'
import { openReader, type Change, type Wanted } from '../reader/reader.ts'
import { startReview, type CanWait, type Review } from '../review.ts'
import { compareTexts } from '../text/order.ts'
import { isAccountOrAbove, type Uri } from '../text/uri.ts'

/** A review on texts: what is said of a file always belongs to the text that is held of it. */
export interface TextReview {
  readonly review: Review
  /** Takes over what files say; returns those whose findings may have changed. Those that can wait are put off. Never throws. */
  take(changes: readonly Change[], canWait?: CanWait): Set<Uri>
  /** Takes over what files said before, with which their schemas are compared (undefined: with nothing any more); returns the files whose findings may have changed. */
  compareWith(before: Iterable<readonly [Uri, string | undefined]>): Set<Uri>
  /** The text of a file of ours, or of one that speaks of Kafka, as it was taken over last. */
  textOf(file: Uri): string | undefined
  /** All files that were taken over and are there, also those that say nothing of Kafka. */
  files(): Iterable<Uri>
  /** Remembers why a file was not read, until it is taken over; undefined: nothing is known against it any more. */
  leaveOut(file: Uri, why: string | undefined): void
  /** What kept files, or parts of them, from being reviewed. */
  problems(): Problem[]
  /** How far the files that speak of Kafka were understood, in the order of their names. */
  coverage(): Coverage[]
  /** What lies elsewhere and would complete what has been read. */
  wanted(): Wanted[]
}

/** Starts without any file; `roots` answers the folders of the moment, with the slash at their end. */
export function openTextReview(library: Library, roots: () => readonly Uri[]): TextReview {
  const review = startReview(library, roots)
  const reader = openReader(file => {
    const root = outermost(roots(), file)
    return { file, ...(root === undefined ? {} : { root }) }
  })
  const texts = new Map<Uri, string | undefined>()
  const before = new Map<Uri, string>()
  const languages = new Map<Uri, string>()
  const left = new Map<Uri, string>()
  /** Whether a file has marks. They are looked for when somebody asks, and again for the next one: nobody else needs them. Where nothing was read of a file, at once, since they decide whether its text is kept. */
  const marked = new Map<Uri, boolean>()
  /** How far a file was understood, as long as it says the same. */
  const covered = new Map<Uri, { readonly facts: FileFacts | undefined; readonly coverage: Coverage | undefined }>()
  const isKept = (file: Uri): boolean =>
    review.estate.facts(file) !== undefined || formatsOf(file).some(format => 'group' in format) || isMarked(file)
  const marksOf = (file: Uri): Marks | undefined => {
    const text = texts.get(file)
    const syntax = text === undefined ? undefined : syntaxFor(file, text, languages.get(file))
    const marks = text === undefined || !syntax ? undefined : marksIn(file, text, syntax)
    marked.set(file, marks !== undefined)
    return marks
  }
  const isMarked = (file: Uri): boolean => marked.get(file) ?? marksOf(file) !== undefined
  const hold = ([file, text, language]: Change): void => {
    marked.delete(file)
    covered.delete(file)
    put(texts, file, text)
    put(languages, file, text === undefined ? undefined : language)
    left.delete(file)
    if (text !== undefined && text.length > longestText) left.set(file, 'left out, longer than a review takes')
  }

  const dropText = (file: Uri): void => {
    texts.set(file, undefined)
  }
  const coverageIn = (file: Uri): Coverage | undefined => {
    const facts = review.estate.facts(file)
    const known = covered.get(file)
    if (known && known.facts === facts) return known.coverage
    const coverage = coverageOf(file, marked.get(file) === false ? undefined : marksOf(file), facts)
    covered.set(file, { facts, coverage })
    return coverage
  }

  const take = (changes: readonly Change[], canWait?: CanWait): Set<Uri> => {
    for (const change of changes) hold(change)
    const changed = review.update(
      reader.read(changes.map(([file, text, language]) => [file, text, language, before.get(file)])),
      canWait,
    )
    for (const [file, text] of changes) if (text !== undefined && !isKept(file)) dropText(file)
    return changed
  }

  return {
    review,
    take,
    compareWith(given) {
      const known = [...given].filter(([file, text]) => before.get(file) !== text)
      for (const [file, text] of known) put(before, file, text)
      return take(
        known.flatMap(([file]) => {
          const text = texts.get(file)
          return text === undefined ? [] : [[file, text, languages.get(file)] as const]
        }),
      )
    },
    textOf: file => texts.get(file),
    files: () => texts.keys(),
    leaveOut: (file, why) => put(left, file, why),
    problems: () => [
      ...[...left].map(([file, message]) => ({ file, message })),
      ...reader.problems(),
      ...review.problems(),
    ],
    coverage: () => {
      const all = [...texts.keys()].flatMap(file => coverageIn(file) ?? [])
      all.sort((a, b) => compareTexts(a.file, b.file))
      return all.length > 0 && [...texts.keys()].some(isMarked)
        ? all
        : all.filter(one => concernsKafka(one) || review.findings(one.file).length > 0)
    },
    wanted: () => reader.wanted(),
  }
}

/** The outermost folder that holds a file, whichever others are named beside it: two who review a part and the whole call things alike. The account of somebody is none. */
const outermost = (roots: readonly Uri[], file: Uri): Uri | undefined =>
  roots
    .filter(root => file.startsWith(root) && !isAccountOrAbove(root))
    .reduce<Uri | undefined>((known, root) => (known && known.length <= root.length ? known : root), undefined)

/** Keeps what there is of a file, and nothing where there is nothing. */
function put<V>(map: Map<Uri, V>, file: Uri, value: V | undefined): void {
  if (value === undefined) map.delete(file)
  else map.set(file, value)
}
