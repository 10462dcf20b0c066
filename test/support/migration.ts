import assert from 'node:assert/strict'
import { readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { parseAllDocuments } from 'yaml'
import { loadLibrary, openDb } from '../../server/src/assess/db.ts'
import { openTextReview } from '../../server/src/host/text-review.ts'
import { loadLocale } from '../../server/src/locale/load.ts'
import type { LocaleId } from '../../server/src/locale/locale.ts'
import { managedClusters } from '../../server/src/migration/inventory.ts'
import { aliases } from '../../server/src/migration/mirrors.ts'
import { connectorNames } from '../../server/src/migration/checks.ts'
import { migrationOf, type Migration } from '../../server/src/migration/migrate.ts'
import type { Resource, Value } from '../../server/src/migration/resource.ts'
import { prepareReading } from '../../server/src/reader/reader.ts'
import { reviewSheets } from '../../server/src/migration/self-review.ts'
import { indexLines } from '../../server/src/text/line-index.ts'
import type { Uri } from '../../server/src/text/uri.ts'
import { strimziErrors } from './strimzi-schemas.ts'

const library = loadLibrary(() => '2026-11-21')
const root = 'file:///estate/'

/** The move of the first managed cluster among texts. */
export async function move(texts: Readonly<Record<string, string>>, lang: LocaleId = 'en'): Promise<Migration> {
  await prepareReading()
  const locale = await loadLocale(lang)
  const review = openTextReview(library, () => [root as Uri])
  const files = Object.keys(texts).map(name => `${root}${name}` as Uri)
  review.take(Object.entries(texts).map(([name, text]) => [`${root}${name}` as Uri, text]))
  const db = openDb(review.review.estate, library)
  const [cluster] = managedClusters(db, files)
  assert.ok(cluster, 'no managed cluster')
  return migrationOf(db, files, cluster, {
    words: locale.words,
    record: locale.record,
    showFile: file => file.slice(root.length),
    showPlace: ({ file, span }) =>
      `${file.slice(root.length)}:${indexLines(texts[file.slice(root.length)] ?? '').position(span.start).line + 1}`,
    configuration: texts['.kafka-review.yaml'],
  })
}

/** The texts below a folder, by their paths. */
export const textsBelow = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter(name => statSync(join(folder, name)).isFile())
      .sort()
      .map(name => [name.replaceAll('\\', '/'), readFileSync(join(folder, name), 'utf8')]),
  )

/** All resources that are written. */
export const resourcesIn = ({ files }: Migration): Resource[] =>
  [...files].flatMap(([name, text]) =>
    /^\d-.*\.yaml$/.test(name) ? [...parseAllDocuments(text)].map(document => document.toJS() as Resource) : [],
  )

/** The resource with answers in the place of questions: numbers where the schema asks for them. */
const answered = (value: Value): Value => {
  if (typeof value === 'string') {
    if (/^\$\{PARTITIONS_\w+\}$/.test(value)) return 12
    return value.replaceAll(/\$\{[A-Z0-9_]+\}/g, 'answer')
  }
  if (typeof value !== 'object') return value
  if (Array.isArray(value)) return value.map(answered)
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, answered(inner)]))
}

/** Holds the resources to the schemas of Strimzi. */
export function assertValid(migration: Migration): void {
  for (const resource of resourcesIn(migration)) {
    const kind = String(resource['kind'])
    const errors = strimziErrors(kind, answered(resource['spec'] ?? ''))
    if (String(resource['apiVersion']).startsWith('kafka.strimzi.io/')) assert.ok(errors, kind)
    if (errors && errors.length > 0) assert.fail(`${kind}: ${errors.join(', ')}\n${JSON.stringify(resource, null, 1)}`)
  }
}

/** Holds that our own review warns of nothing that is written. */
export function assertSilent({ plan, files }: Migration): void {
  const findings = reviewSheets(plan.sheets, files.get('.kafka-review.yaml'), library)
  assert.deepEqual(
    findings.map(({ code, message }) => `${code} ${JSON.stringify(message.data)}`),
    [],
  )
}

/** What of a `KafkaMirrorMaker2` the rehearsal looks at. */
interface Mirror {
  readonly metadata: { readonly name: string }
  readonly spec: {
    readonly mirrors: readonly {
      readonly topicsPattern: string
      readonly groupsPattern: string
      readonly groupsExcludePattern: string
      readonly sourceConnector: { readonly config: object }
      readonly checkpointConnector: { readonly config: object }
    }[]
  }
}

/** The settings of a connector. */
interface Settings {
  readonly [key: string]: unknown
}

/** A mirror as two connectors. */
interface Mirroring {
  readonly source: { readonly name: string; readonly config: Settings }
  readonly checkpoint: { readonly name: string; readonly config: Settings }
}

/** What a rehearsal runs. */
export interface Rehearsal {
  readonly topics: readonly object[]
  readonly groups: readonly string[]
  readonly forward: Mirroring
  readonly back: Mirroring
  readonly heartbeat: { readonly config: Settings }
}

/** What `npm run verify` rehearses: the mirrors that are generated, as Strimzi makes connectors of them. */
export function rehearsalOf(migration: Migration): Rehearsal {
  const resources = resourcesIn(migration)
  const ofKind = (kind: string): Resource[] => resources.filter(resource => resource.kind === kind)
  const was = new Map(
    migration.questions.flatMap(({ variable, ask }) =>
      variable !== undefined && typeof ask.data.was === 'string' ? [[variable, ask.data.was] as const] : [],
    ),
  )
  /** Groups keep their names here. */
  const answered = (text: string): string => text.replaceAll(/\$\{(\w+)\}/g, (_, name: string) => was.get(name) ?? name)

  const [forward, back] = ofKind('KafkaMirrorMaker2') as unknown as readonly Mirror[]

  function connectorsOf(mirror: Mirror | undefined, source: string, target: string): Mirroring {
    const [flow] = mirror?.spec.mirrors ?? []
    if (!flow) throw new Error('no mirror is generated')
    const names = connectorNames(source, target)
    const shared = { 'source.cluster.alias': source, 'target.cluster.alias': target }
    const groups = { groups: answered(flow.groupsPattern), 'groups.exclude': flow.groupsExcludePattern }
    return {
      source: {
        name: names.copies,
        config: {
          'connector.class': 'org.apache.kafka.connect.mirror.MirrorSourceConnector',
          ...shared,
          ...flow.sourceConnector.config,
          topics: flow.topicsPattern,
          'tasks.max': '2',
        },
      },
      checkpoint: {
        name: names.offsets,
        config: {
          'connector.class': 'org.apache.kafka.connect.mirror.MirrorCheckpointConnector',
          ...shared,
          ...flow.checkpointConnector.config,
          ...groups,
          topics: flow.topicsPattern,
        },
      },
    }
  }

  const [heartbeat] = ofKind('KafkaConnector').filter(({ spec }) =>
    String((spec as { readonly class?: string }).class).endsWith('MirrorHeartbeatConnector'),
  ) as unknown as readonly { readonly spec: { readonly class: string; readonly config: object } }[]
  /** Nobody signs in to a broker of the rehearsal. */
  const open = (config: object): object =>
    Object.fromEntries(
      Object.entries(config).filter(([key]) => !/^target\.cluster\.(?:security|sasl|ssl|bootstrap)\./.test(key)),
    )

  return {
    topics: ofKind('KafkaTopic')
      .filter(({ metadata }) => !(metadata as { readonly name: string }).name.startsWith('mm2-'))
      .map(({ metadata, spec }) => {
        const {
          topicName,
          partitions,
          config = {},
        } = spec as {
          readonly topicName?: string
          readonly partitions: number | string
          readonly config?: object
        }
        return {
          name: topicName ?? (metadata as { readonly name: string }).name,
          partitions: typeof partitions === 'number' ? partitions : 3,
          config,
        }
      }),
    groups: migration.inventory.groups.map(({ name }) => name),
    forward: connectorsOf(forward, aliases.source, aliases.target),
    back: connectorsOf(back, aliases.target, aliases.source),
    heartbeat: {
      config: { 'connector.class': heartbeat?.spec.class, ...open(heartbeat?.spec.config ?? {}) },
    },
  }
}
