import { mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { loadLibrary, openDb } from '../assess/db.ts'
import { today } from '../host/today.ts'
import type { Locale } from '../locale/locale.ts'
import { withoutSecrets } from '../locale/struck.ts'
import { managedClusters } from '../migration/inventory.ts'
import { configurationAmong, migrationOf } from '../migration/migrate.ts'
import type { Cluster } from '../model/entities.ts'
import { knownValue } from '../model/fact.ts'
import { say, word } from '../words/message.ts'
import { oneOf, parse, usage, UsageError } from './arguments.ts'
import { complain } from './complain.ts'
import { reviewAsked } from './review-facts.ts'
import { placesIn, show } from './review-paths.ts'
import { writeWhole } from './write.ts'

/** `kafka-review migrate`: writes the resources and the document of a move to a cluster of one's own; returns the exit status. */
export async function migrate(args: readonly string[], locale: Locale): Promise<number> {
  const { paths, options } = parse(args, {
    to: 'string',
    out: 'string',
    cluster: 'string',
    overwrite: 'boolean',
    'no-ignore': 'boolean',
  })
  oneOf('to', options.to ?? '', ['strimzi'])
  const { out } = options
  if (out === undefined) throw new UsageError(say('cli.noOut'))
  if (options.overwrite !== true && (await isFilled(out))) throw new UsageError(say('cli.outFilled', { path: out }))
  const library = loadLibrary(today)
  const reviewed = await reviewAsked(paths, library, options, locale.words)
  const { review, uris, textOf, failures } = reviewed
  const { words, record } = withoutSecrets(locale, review.estate.secrets)
  const db = openDb(review.estate, library)
  const cluster = chosen(managedClusters(db, uris), options.cluster)
  const configuration = configurationAmong(uris)
  const migration = migrationOf(db, uris, cluster, {
    words,
    record,
    showPlace: placesIn(reviewed),
    showFile: show,
    configuration: configuration && textOf(configuration),
  })
  await usage(writeAll(out, migration.files))
  complain(reviewed, words)
  process.stdout.write(
    word(
      say('move.written', { folder: out, files: migration.files.size, questions: migration.questions.length }),
      words,
    ),
  )
  return failures.length > 0 ? 2 : 0
}

/** Whether a folder holds anything. */
async function isFilled(folder: string): Promise<boolean> {
  try {
    return (await readdir(folder)).length > 0
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

/** The cluster that is moved: the one that is named, or the only one. */
function chosen(clusters: readonly Cluster[], name: string | undefined): Cluster {
  const names = clusters.flatMap(cluster => knownValue(cluster.name) ?? [])
  if (names.length === 0) throw new UsageError(say('cli.noManaged'))
  if (name !== undefined) oneOf('cluster', name, names)
  const found =
    name === undefined && clusters.length === 1 ? clusters[0] : clusters.find(one => knownValue(one.name) === name)
  if (!found) throw new UsageError(say('cli.manyManaged', { names }))
  return found
}

async function writeAll(folder: string, files: ReadonlyMap<string, string>): Promise<void> {
  await mkdir(folder, { recursive: true })
  for (const [name, text] of files) await writeWhole(join(folder, name), text)
}
