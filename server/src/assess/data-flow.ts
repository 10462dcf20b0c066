import { entriesOf } from '../text/list.ts'
import { byName, isRareAmong, schemasIn, schemasInFolder } from '../model/link-key.ts'
import type { Cluster, Connector, ReplicationFlow, Schema, SchemaRecord, Topic } from '../model/entities.ts'
import type { Configuration } from '../model/configuration.ts'
import type { Estate } from '../model/estate.ts'
import { knownValue, type Fact } from '../model/fact.ts'
import { clusterAt, nearest, topicNamesOn, topicsOn } from '../model/link.ts'
import { kept } from '../text/appended.ts'
import { setting, writtenAs, type Settings } from '../model/settings.ts'
import type { JavaPattern } from '../text/java-expression.ts'
import { compileJavaPattern } from '../text/java-pattern.ts'
import { matchesName } from '../text/match.ts'
import { folderOf, within, type Uri } from '../text/uri.ts'
import { query, type Db } from './db.ts'
import { maskingsOf, reaches } from './masking.ts'
import { personalDataOf, type PersonalData, type RecordData } from './personal-data.ts'
import { configurationFor } from './declared.ts'
import { isOfTopic } from './interface.ts'

/** The topics that a sink reads, where they are listed by name; a mirror may list patterns among them. */
export function topicsOf(connector: Connector): string[] {
  const listed = setting(connector.settings, 'topics')
  return listed.state === 'known' ? entriesOf(listed.value).filter(topic => /^[\w.-]+$/.test(topic)) : []
}

/** The topic to which a sink writes what it cannot pass on; a source has none, whatever is set. */
export const deadLettersOf = ({ settings }: Connector): string | undefined =>
  knownValue(setting(settings, 'errors.deadletterqueue.topic.name'))

/** The topic whose dead letters, retries or changes a topic holds, by the customs of Kafka's frameworks; undefined for a topic of its own. */
export function mainTopicOf(topic: string): string | undefined {
  const [, before, behind] =
    /^(.+?)[._-](?:dlq|dlt|dead[._-]?letters?|errors?|retry(?:[._-]?\d+)?|changelog|repartition)$/i.exec(topic) ??
    /^()(?:dlq|dlt|dead[._-]?letters?)[._-](.+)$/i.exec(topic) ??
    []
  return before || behind
}

/** The pattern of the topics or groups that a mirror copies, absent where that means all of them; undefined where it copies none by pattern. */
export function copiedBy(
  { knowledge }: Db,
  of: Connector | ReplicationFlow,
  what: 'topics' | 'groups',
): Fact<string> | undefined {
  if (of.kind === 'flow') return of[what]
  const copies = of.class.state === 'known' ? knowledge.connectors.get(of.class.value)?.copies : undefined
  const pattern = copies?.[what] === undefined ? undefined : setting(of.settings, copies[what])
  return pattern?.state === 'absent' && !copies?.everything ? undefined : pattern
}

/** The declared topics that a mirror copies: those of its source cluster that its pattern takes, without those that it is told to leave out. */
export const topicsCopied = query(({ estate }, flow: ReplicationFlow): readonly Topic[] => {
  const copying = copyingOf(estate, flow)
  return copying ? topicsOn(estate, copying.source).filter(({ name }) => copying.copies(knownValue(name) ?? '')) : []
})

/** What the topics are called that are declared for a cluster. */
export const topicNamesAt = query(({ estate }, cluster: Cluster): readonly string[] => topicNamesOn(estate, cluster))

/** What the topics are called that a mirror copies: for those who ask for nothing else of them. */
export const topicNamesCopied = query((db, flow: ReplicationFlow): readonly string[] => {
  const copying = copyingOf(db.estate, flow)
  return copying ? topicNamesAt(db, copying.source).filter(copying.copies) : []
})

/** From which cluster a mirror copies, and which topics; undefined where the files do not tell. */
function copyingOf(
  estate: Db['estate'],
  flow: ReplicationFlow,
): { readonly source: Cluster; copies(topic: string): boolean } | undefined {
  const source = clusterAt(estate, flow, flow.source)
  if (source.state !== 'linked' || flow.topics.state === 'unresolved') return undefined
  const taken = patternsOf(flow.topics.state === 'known' ? flow.topics.value : '.*')
  const left = exclusions.flatMap(key => patternsOf(knownValue(setting(flow.copying, key)) ?? ''))
  return {
    source: source.to,
    copies(topic) {
      const fits = (pattern: JavaPattern): boolean => pattern.matches(topic) === true
      return taken.some(fits) && !left.some(fits)
    },
  }
}

/** The settings of MirrorMaker 2 that name the topics it leaves out, the former one last. */
export const exclusions = ['topics.exclude', 'topics.blacklist'] as const

/** The settings of MirrorMaker 2 that name the groups it leaves out, the former one last. */
const groupExclusions = ['groups.exclude', 'groups.blacklist'] as const

/** What a mirror that takes everything is told to leave out, by the setting that names it as the file spells it. */
export function leftOutBy(
  settings: Settings | undefined,
  what: 'topics' | 'groups',
): { key: string; value: string } | undefined {
  for (const key of what === 'topics' ? exclusions : groupExclusions) {
    const written = settings && writtenAs(settings, key)
    if (written?.value.state === 'known') return { key: written.written ?? key, value: written.value.value }
  }
  return undefined
}

const patternsOf = (list: string): JavaPattern[] =>
  list.split(',').flatMap(pattern => compileJavaPattern(pattern.trim()) ?? [])

/** Whether a pattern is known to take the whole of a topic's name. */
export const takes = (pattern: string, topic: string): boolean => compileJavaPattern(pattern)?.matches(topic) ?? false

/** Whether a pattern of a mirror, or one of its list, takes everything. */
export const takesAll = (patterns: string): boolean =>
  patterns.split(',').some(pattern => ['.*', '.+', '*'].includes(pattern.trim()))

/** The schema of a topic's values: the one that the configuration names, else `<topic>-value` or `<topic>` as file name or subject. */
export function schemaOf(db: Db, topic: string, from: { readonly file: Uri }): Schema | undefined {
  const { estate } = db
  const configuration = configurationFor(db, from.file)
  const declared = configuration?.topics.find(({ match, schema }) => schema !== undefined && matchesName(match, topic))
  if (configuration && declared?.schema) {
    const file = within(folderOf(configuration.file), declared.schema)
    return file && estate.find(schemasIn(file))[0]
  }
  // A registration whose definition stands elsewhere tells nothing of the records.
  const shown = (name: string): Schema[] =>
    estate.find(byName('schema', name)).filter(({ registry, records }) => !registry || records.length > 0)
  const link = nearest(from, shown(`${topic}-value`))
  const fallback = link.state === 'none' ? nearest(from, shown(topic)) : link
  return fallback.state === 'linked' ? fallback.to : undefined
}

/** A datum, and the topic that brings it. */
export interface DataOfTopic {
  readonly topic: string
  readonly data: PersonalData
}

/** The personal data that a connector or a mirror passes on: that of its topics' schemas, without what the connector's transforms mask or drop. */
export const personalDataAt = query((db, of: Connector | ReplicationFlow): readonly DataOfTopic[] => {
  const maskings = of.kind === 'connector' ? maskingsOf(of.settings) : []
  const topics = of.kind === 'connector' ? topicsOf(of) : topicNamesCopied(db, of)
  const configuration = configurationFor(db, of.file)
  return topics.flatMap(topic => {
    const schema = schemaOf(db, topic, of)
    return (schema ? dataOfSchema(db, schema, configuration) : [])
      .filter(({ field }) => !maskings.some(masking => reaches(masking, field.name.value)))
      .map(data => ({ topic, data }))
  })
})

/** The personal data of all records of a schema. A mirror asks for those of all its topics: what was found last is kept as long as schema and configuration are the same. */
function dataOfSchema(
  { vocabulary }: Db,
  schema: Schema,
  configuration: Configuration | undefined,
): readonly PersonalData[] {
  const known = foundLast.get(schema)
  if (known?.vocabulary === vocabulary && known.configuration === configuration) return known.found
  const { records } = schema
  const found = records.flatMap(record => personalDataOf(record, vocabulary, configuration, records).found)
  foundLast.set(schema, { vocabulary, configuration, found: kept(found) })
  return found
}

const foundLast = new WeakMap<
  Schema,
  {
    readonly vocabulary: Db['vocabulary']
    readonly configuration: Configuration | undefined
    readonly found: readonly PersonalData[]
  }
>()

/** The personal data of a record, as its own file tells it. */
export const personalDataIn = query((db, record: SchemaRecord): readonly PersonalData[] => dataIn(db, record).found)

/** What may be personal data in a record and is to be decided; only said at the field itself. */
export const undecidedDataIn = query(
  (db, record: SchemaRecord): readonly PersonalData[] => dataIn(db, record).undecided,
)

const dataIn = query((db, record: SchemaRecord): RecordData => {
  const data = personalDataOf(record, db.vocabulary, configurationFor(db, record.file), recordsIn(db, record.file))
  const unsure = data.found.filter(isUnsure)
  // What only seems personal mostly is not where hardly anything else does; an address there is a place's.
  return unsure.length > 0 && isHardlyOfPeople(db, record.file)
    ? { found: data.found.filter(one => !isUnsure(one)), undecided: [...data.undecided, ...unsure] }
    : data
})

const isUnsure = ({ grade, ofPlaces }: PersonalData): boolean =>
  grade === 'weak' || (grade === 'strong' && ofPlaces === true)

/** Whether a schema of no topic lies among schemas of which hardly a field holds personal data: those of a program's interfaces, of machines, of goods. */
function isHardlyOfPeople(db: Db, file: Uri): boolean {
  const { estate, vocabulary } = db
  if (estate.find(schemasIn(file)).some(schema => isOfTopic(db, schema))) return false
  const folder = folderOf(file)
  return estate.whether(isRareAmong(folder), () => isRareIn(estate, vocabulary, folder))
}

/** Below this part of all fields personal data is rare: of 1,942 findings in interfaces of 128 repositories half of the unsure ones were right there, and eight of ten elsewhere. */
const rare = 0.05

function isRareIn(estate: Estate, vocabulary: Db['vocabulary'], folder: Uri): boolean {
  let [fields, found] = [0, 0]
  for (const schema of estate.find(schemasInFolder(folder))) {
    for (const record of schema.records) fields += record.fields.length
    found += seemingIn(vocabulary, schema)
  }
  return found < rare * fields
}

/** How many fields of a schema seem personal, whatever is declared of them: what is decided of one tells nothing of others. */
function seemingIn(vocabulary: Db['vocabulary'], schema: Schema): number {
  const known = seeming.get(schema)
  if (known?.vocabulary === vocabulary) return known.count
  const { records } = schema
  const count = records.reduce(
    (sum, record) => sum + personalDataOf(record, vocabulary, undefined, records).found.length,
    0,
  )
  seeming.set(schema, { vocabulary, count })
  return count
}

const seeming = new WeakMap<Schema, { readonly vocabulary: Db['vocabulary']; readonly count: number }>()

const recordsIn = query(({ estate }, file: Uri): readonly SchemaRecord[] =>
  estate.entities(file).filter(entity => entity.kind === 'record'),
)

/** What the schema of a topic's values holds of people, seen from a file. */
export function personalDataBehind(db: Db, topic: string, from: { readonly file: Uri }): readonly PersonalData[] {
  const schema = schemaOf(db, topic, from)
  const [first, ...others] = schema?.records ?? []
  if (!schema || !first) return []
  if (others.every(({ file }) => file === first.file)) return dataOfSchema(db, schema, configurationFor(db, first.file))
  return schema.records.flatMap(
    record => personalDataOf(record, db.vocabulary, configurationFor(db, record.file), schema.records).found,
  )
}

/** What the schema of a declared topic holds of people. */
export const personalDataOfTopic = query((db, topic: Topic): readonly PersonalData[] =>
  personalDataBehind(db, knownValue(topic.name) ?? '', topic),
)

/** Whether a datum tells who somebody is, or something about them; an identifier that only its own system can resolve is what masking leaves. */
export const isRevealing = ({ grade, category }: PersonalData): boolean =>
  grade !== 'weak' && !category.fides.startsWith('user.unique_id')
