import { today } from '../host/node.ts'
import { readFile } from 'node:fs/promises'
import { loadLibrary, openDb } from '../assess/db.ts'
import type { Place } from '../model/fact.ts'
import { recordOf } from '../records/activities.ts'
import { driftOf } from '../records/drift.ts'
import { recordFormats, type RecordFormatName } from '../records/formats.ts'
import { languages } from '../records/words/languages.ts'
import { indexLines } from '../text/line-index.ts'
import { say, word } from '../words/message.ts'
import { oneOf, parse, usage, UsageError } from './arguments.ts'
import { complain } from './complain.ts'
import { reviewPaths, show } from './review-paths.ts'

/** `kafka-review record`: prints the record, or compares it with one that was written before; returns the exit status. */
export async function record(args: readonly string[]): Promise<number> {
  const { paths, options } = parse(args, { format: 'string', lang: 'string', check: 'string', 'no-ignore': 'boolean' })
  const format = oneOf('format', options.format ?? 'markdown', Object.keys(recordFormats) as RecordFormatName[])
  const words = languages[oneOf('lang', options.lang ?? 'en', ['en', 'de', 'fr'])]
  const library = loadLibrary(today)
  const reviewed = await usage(reviewPaths(paths, library, { honourIgnored: options['no-ignore'] !== true }))
  const { review, files, failures } = reviewed
  const lines = new Map(files.map(({ uri, text }) => [uri, indexLines(text)]))
  const showPlace = ({ file, span }: Place): string =>
    `${show(file)}:${(lines.get(file)?.position(span.start).line ?? 0) + 1}`
  const db = openDb(review.estate, library)
  const written = recordFormats[format].write(
    recordOf(
      db,
      files.map(({ uri }) => uri),
      files.flatMap(({ findings }) => findings),
      reviewed.coverage.flatMap(({ path, unread }) =>
        unread.map(({ line, why }) => ({ place: `${path}:${line}`, why })),
      ),
    ),
    words,
    { show: showPlace },
    db,
  )
  complain(reviewed)
  if (options.check === undefined) process.stdout.write(written)
  const drifted = options.check !== undefined && (await drift(options.check, written))
  if (failures.length > 0) return 2
  return drifted ? 1 : 0
}

async function drift(path: string, written: string | Uint8Array): Promise<boolean> {
  if (typeof written !== 'string') throw new UsageError(word(say('cli.workbookDrift')))
  const differences = driftOf(await usage(readFile(path, 'utf8')), written)
  process.stdout.write(
    word(differences.length === 0 ? say('cli.agrees', { path }) : say('cli.drifted', { path, differences })),
  )
  return differences.length > 0
}
