import { knownValue } from '../model/fact.ts'
import type { MigrateParams, MigrateResult } from './protocol.ts'
import { ask, type Served } from './served.ts'

/** Serves the move of a managed cluster: what could be moved, and what is written for one. */
export function serveMigration(served: Served): void {
  const { connection, loaded, workspace, locale, texts } = served
  connection.onRequest('kafkaReview/migrate', async ({ cluster: chosen }: MigrateParams): Promise<MigrateResult> => {
    const [{ managedClusters }, { configurationAmong, migrationOf }] = await Promise.all([
      import('../migration/inventory.ts'),
      import('../migration/migrate.ts'),
    ])
    await loaded()
    const { db, nameOf, show } = ask(served)
    const files = [...workspace().review.files()]
    const clusters = managedClusters(db, files)
    const names = clusters.flatMap(({ name }) => knownValue(name) ?? [])
    const cluster = clusters.find(({ name }) => chosen !== undefined && knownValue(name) === chosen)
    if (!cluster) return { clusters: names, files: [], questions: 0 }
    const { words, record } = locale()
    const configuration = configurationAmong(files)
    const migration = migrationOf(db, files, cluster, {
      words,
      record,
      showPlace: show,
      showFile: nameOf,
      configuration: configuration && texts.textOf(configuration),
    })
    return {
      clusters: names,
      files: [...migration.files].map(([name, text]) => ({ name, text })),
      questions: migration.questions.length,
    }
  })
}
