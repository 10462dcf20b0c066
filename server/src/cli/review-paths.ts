import { pathToFileURL } from 'node:url'
import { assess, type Library } from '../assess/assessment.ts'
import { longestText } from '../formats/read-file.ts'
import { openReader, type Change } from '../formats/reader.ts'
import { calledFolders } from '../formats/terraform/workspace.ts'
import type { Problem, Report } from '../report/report.ts'
import { startReview, type Review } from '../review.ts'
import { isYaml } from '../syntax/yaml.ts'
import { baseName } from '../text/uri.ts'
import { say } from '../words/message.ts'
import { filesIn, findFiles, readText, show } from './files.ts'

/** A review of files on disk. */
export interface PathReview extends Report {
  readonly review: Review
  /** Configurations that are no YAML: what they settle is unknown. */
  readonly unreadable: readonly string[]
}

/** Reviews the files below the given paths; throws with a message when a path does not exist. */
export function reviewPaths(paths: readonly string[], library: Library): PathReview {
  const review = startReview(library, () => [`${pathToFileURL(process.cwd()).href}/`])
  const texts = new Map<string, string>()
  const problems: Problem[] = []
  const unreadable: string[] = []
  const changes: Change[] = []
  const candidates = findFiles(paths)
  const known = new Set(candidates.map(({ path }) => path))
  // Modules that are called are read wherever they lie; they come behind the others as the loop goes on.
  for (const { path, uri, asked } of candidates) {
    const read = readText(path)
    if ('problem' in read) {
      if (read.problem && asked) problems.push({ path: show(path), message: read.problem })
      continue
    }
    if (baseName(uri) === '.kafka-review.yaml' && !isYaml(read.text)) unreadable.push(show(path))
    if (read.text.length > longestText && asked) problems.push({ path: show(path), message: say('cli.tooLong') })
    changes.push([uri, read.text])
    for (const other of calledFolders(uri, read.text).flatMap(filesIn))
      if (!known.has(other.path) && known.add(other.path)) candidates.push(other)
    if (asked) texts.set(uri, read.text)
  }
  review.update(openReader().read(changes))
  const assessment = assess(review.estate, library)
  const files = candidates.flatMap(({ path, uri }) => {
    const text = texts.get(uri)
    return text === undefined || !review.estate.facts(uri)
      ? []
      : [
          {
            uri,
            path: show(path),
            text,
            secrets: assessment.secretPlaces(uri).map(({ span }) => span),
            findings: review.findings(uri),
          },
        ]
  })
  return { review, files, problems, unreadable }
}
