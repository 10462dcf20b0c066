import { openDb } from '../../server/src/assess/db.ts'
import { secretSpansIn } from '../../server/src/assess/secrets.ts'
import { compareStates, type Delta, type State } from '../../server/src/delta/delta.ts'
import { sheetOf, type Places, type Sheet } from '../../server/src/delta/sheet.ts'
import { inEnglish } from '../../server/src/locale/en.ts'
import type { Locale } from '../../server/src/locale/locale.ts'
import { findingsOf } from '../../server/src/cli/review-paths.ts'
import { indexLines } from '../../server/src/text/line-index.ts'
import type { Review } from '../../server/src/review.ts'
import type { Uri } from '../../server/src/text/uri.ts'
import { reviewTexts, root, theLibrary, uriOf } from './fixtures.ts'

/** Files by their paths. */
export type Texts = Readonly<Record<string, string>>

/** What a review says of texts, to be compared; schemas are compared with what they were before. */
export function stateOf(texts: Texts, before: Texts = {}): State {
  const files = Object.entries(texts).map(([path, text]) => ({ uri: uriOf(path), path, text }))
  const earlier = Object.entries(before).map(([path, text]) => ({ uri: uriOf(`before/${path}`), text }))
  return stateIn(reviewTexts([...files, ...earlier]), files)
}

/** What a review says of files that it holds. */
export function stateIn(
  review: Review,
  files: readonly { readonly uri: Uri; readonly path: string; readonly text: string }[],
): State {
  const db = openDb(review.estate, theLibrary())
  return {
    db,
    files: files.map(({ uri }) => uri),
    reviewed: files.map(({ uri, path, text }) => ({
      uri,
      path,
      text,
      lines: indexLines(text),
      secrets: secretSpansIn(db, uri, text),
      ...findingsOf(review, uri),
    })),
  }
}

/** What a change of texts means. */
export const deltaOf = (before: Texts, after: Texts): Delta => compareStates(stateOf(before), stateOf(after, before))

/** The same in words. */
export function sheetBetween(before: Texts, after: Texts, locale: Locale = inEnglish): Sheet {
  const places = (texts: Texts): Places['before'] => {
    return ({ file, span }) => {
      const path = decodeURIComponent(file.slice(root.length))
      const { line, character } = indexLines(texts[path] ?? '').position(span.start)
      return { file: path, line: line + 1, column: character + 1 }
    }
  }
  return sheetOf(deltaOf(before, after), locale, { before: places(before), after: places(after) })
}
