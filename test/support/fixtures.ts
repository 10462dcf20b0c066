import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { loadLibrary, type Library } from '../../server/src/assess/db.ts'
import { syntaxOf } from '../../server/src/reader/formats.ts'
import { openReader, prepareReading, type Change } from '../../server/src/reader/reader.ts'
import { startReview, type Review } from '../../server/src/review.ts'
import { readMarkers } from './markers.ts'
import { toUri, type Uri } from '../../server/src/text/uri.ts'

/** One review: a single file, or a folder of files that belong together. */
export interface Fixture {
  readonly name: string
  readonly files: readonly FixtureFile[]
}

export interface FixtureFile {
  readonly path: string
  readonly uri: Uri
  /** As it is reviewed: without its markers. */
  readonly text: string
  readonly markers: readonly string[]
}

await prepareReading()

/** The folder that all fixtures lie in. */
export const root = toUri('file:///fixtures/')

let library: Library | undefined

/** The reference data, loaded once for all tests: it is frozen. */
export const theLibrary = (): Library => (library ??= loadLibrary(() => '2026-11-21'))

/** Loads it anew for whoever asks next, with nothing remembered. */
export function forgetLibrary(): void {
  library = undefined
}

/** The fixtures of a folder: each file alone, each folder as one. */
export function readFixtures(folder: string): Fixture[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter(name => !name.includes('.golden'))
    .map(name => {
      const path = join(folder, name)
      const files = statSync(path).isDirectory()
        ? readdirSync(path, { recursive: true, encoding: 'utf8' })
            .map(inner => join(path, inner))
            .filter(inner => statSync(inner).isFile() && !inner.includes('.golden'))
        : [path]
      return {
        name: path,
        files: files.sort().map(file => ({
          path: file,
          uri: uriOf(
            relative(statSync(path).isDirectory() ? path : folder, file)
              .split(sep)
              .join('/'),
          ),
          ...readMarkers(readFileSync(file, 'utf8')),
        })),
      }
    })
}

/** The URI of a fixture by its path. */
export const uriOf = (path: string): Uri => toUri(root + path.split('/').map(encodeURIComponent).join('/'))

/** Reviews texts together; their URIs may be spelled in any way. */
export function reviewTexts(files: readonly { uri: string; text: string }[]): Review {
  const review = startReview(theLibrary(), () => [root])
  review.update(openReader().read(changesTo(new Map(files.map(({ uri, text }) => [toUri(uri), text])))))
  return review
}

/** What files say, each with what it said before: that is what lies under its path in the folder `before`. */
export function changesTo(texts: ReadonlyMap<Uri, string | undefined>): Change[] {
  const earlier = `${root}before/`
  return [...texts].flatMap(([uri, text]): Change[] =>
    uri.startsWith(earlier) ? [] : [[uri, text, undefined, texts.get(toUri(uri.replace(root, earlier)))]],
  )
}

/** How comments begin in a file, for markers; JSON has none, its markers are cut out before it is read. */
export const markOf = (uri: string): '#' | '//' =>
  ['json', 'proto', 'avdl'].includes(syntaxOf(uri) ?? '') ? '//' : '#'
