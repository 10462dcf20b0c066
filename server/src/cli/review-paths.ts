import { pathToFileURL } from 'node:url'
import { openDb, type Library } from '../assess/db.ts'
import { secretPlacesIn } from '../assess/secrets.ts'
import { longestText } from '../reader/read-file.ts'
import { openReader } from '../reader/reader.ts'
import type { FileFacts } from '../model/file-facts.ts'
import type { Problem, Report } from '../report/report.ts'
import { startReview, type Review } from '../review.ts'
import { isYaml } from '../syntax/yaml.ts'
import { filesIn, findFiles, readText, show, type Candidate } from './files.ts'
import { baseName, toUri, type Uri } from '../text/uri.ts'
import { say } from '../words/message.ts'

/** A review of files on disk. */
export interface PathReview extends Report {
  readonly review: Review
  /** Configurations that are no YAML: what they settle is unknown. */
  readonly unreadable: readonly string[]
}

/** Reviews the files below the given paths; throws with a message when a path does not exist. */
export function reviewPaths(paths: readonly string[], library: Library): PathReview {
  const review = startReview(library, () => [toUri(`${pathToFileURL(process.cwd()).href}/`)])
  const texts = new Map<Uri, string>()
  const problems: Problem[] = []
  const unreadable: string[] = []
  const textAt = ({ path, uri, asked }: Candidate): string | undefined => {
    const read = readText(path)
    if ('problem' in read) {
      if (read.problem && asked) problems.push({ path: show(path), message: read.problem })
      return undefined
    }
    if (baseName(uri) === '.kafka-review.yaml' && !isYaml(read.text)) unreadable.push(show(path))
    if (read.text.length > longestText && asked) problems.push({ path: show(path), message: say('cli.tooLong') })
    if (asked) texts.set(uri, read.text)
    return read.text
  }
  const candidates = findFiles(paths)
  const known = new Set(candidates.map(({ uri }) => uri))
  const reader = openReader()
  const facts = new Map<Uri, FileFacts | undefined>()
  // What is read together is completed by what it names, wherever that lies.
  for (let next: readonly Candidate[] = candidates; next.length > 0; ) {
    const changes = next.flatMap(candidate => {
      const text = textAt(candidate)
      return text === undefined ? [] : [[candidate.uri, text] as const]
    })
    for (const [file, found] of reader.read(changes)) facts.set(file, found)
    next = reader
      .wanted()
      .flatMap(({ uri, takes }) => filesIn(uri).filter(other => takes(other.uri)))
      .filter(({ uri }) => !known.has(uri) && known.add(uri))
  }
  review.update(facts)
  const db = openDb(review.estate, library)
  const files = candidates.flatMap(({ path, uri }) => {
    const text = texts.get(uri)
    return text === undefined || !review.estate.facts(uri)
      ? []
      : [
          {
            uri,
            path: show(path),
            text,
            secrets: secretPlacesIn(db, uri).map(({ span }) => span),
            findings: review.findings(uri),
          },
        ]
  })
  return { review, files, problems, unreadable }
}
