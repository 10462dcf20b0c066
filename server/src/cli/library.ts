import { loadLibrary, openDb } from '../assess/db.ts'
import { secretSpansIn } from '../assess/secrets.ts'
import { nodePaths } from '../host/node.ts'
import { today } from '../host/today.ts'
import { checkSchemas } from '../host/schema-check.ts'
import { openTextReview } from '../host/text-review.ts'
import { loadLocale } from '../locale/load.ts'
import { withoutSecrets } from '../locale/struck.ts'
import { prepareReading } from '../reader/reader.ts'
import { reportJson } from '../report/json.ts'
import { indexLines } from '../text/line-index.ts'
import { fileIn, type Uri } from '../text/uri.ts'
import type { Review, ReviewTexts } from './library-types.ts'
import { findingsOf } from './review-paths.ts'

/** Reviews texts together, as if they were all the files of a folder. */
export const review: ReviewTexts = async (texts, options = {}) => {
  await prepareReading()
  const locale = await loadLocale(options.language ?? 'en')
  const library = loadLibrary(today)
  const root = nodePaths().uriOf('/review/')
  const uris = new Map(
    Object.keys(texts).map(path => [path, path.split('/').reduce<Uri>(inFolder, root).slice(0, -1) as Uri]),
  )
  const opened = openTextReview(library, () => [root])
  opened.take([...uris].map(([path, uri]) => [uri, texts[path]]))
  await checkSchemas(
    opened.review,
    [...uris].map(([path, uri]) => [uri, texts[path] ?? '']),
  )
  const db = openDb(opened.review.estate, library)
  const pathOf = new Map([...uris].map(([path, uri]) => [uri, path]))
  const files = [...uris].sort(([a], [b]) => (a < b ? -1 : 1))
  const report = {
    files: files.map(([path, uri]) => ({
      uri,
      path,
      text: texts[path] ?? '',
      lines: indexLines(texts[path] ?? ''),
      secrets: secretSpansIn(db, uri, texts[path] ?? ''),
      ...findingsOf(opened.review, uri),
    })),
    problems: opened.problems().map(problem => ({ ...problem, path: pathOf.get(problem.file) ?? problem.file })),
    coverage: [],
  }
  const { findings, problems } = JSON.parse(
    reportJson(report, withoutSecrets(locale, opened.review.estate.secrets)),
  ) as Review
  return { findings, problems }
}

const inFolder = (folder: Uri, name: string): Uri => `${fileIn(folder, name)}/` as Uri
