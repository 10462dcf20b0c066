import { withoutSecrets } from './struck.ts'
import { byName } from '../model/link-key.ts'
import { directionOf } from '../assess/connector-kind.ts'
import {
  personalDataAt,
  personalDataBehind,
  personalDataIn,
  personalDataOfTopic,
  schemaOf,
  topicsCopied,
  topicsOf,
} from '../assess/data-flow.ts'
import type { Db } from '../assess/db.ts'
import type { Destination, Sender } from '../assess/destination.ts'
import { known, partiesOf, partiesOfTopic, possibleTakersOf, type Parties, type Party } from '../assess/parties.ts'
import type { PersonalData } from '../assess/personal-data.ts'
import { destinationsWithRunners, homeOf, undeterminedOf, type Home } from '../assess/residency.ts'
import { configurationFor } from '../assess/declared.ts'
import { ownOfProgramBy } from '../assess/state-topics.ts'
import type { ActivityDeclaration, ProcessorDeclaration } from '../model/configuration.ts'
import type { Cluster, Connector, Topic } from '../model/entities.ts'
import type { FileFacts } from '../model/file-facts.ts'
import { connectClusterOf, nearest } from '../model/link.ts'
import { aliasesOf, readerOf } from './aliases.ts'
import { assessmentOf, categoriesOf, legalBasisMissing, namedCategoriesOf, specialNamesOf, subjectsOf } from './data.ts'
import { declarationsFor, declaredCells, declaredRole } from './declared.ts'
import { gather, leadersOf, nameOf, nameTellsOfPeople, undeclaredTopicsOf, type Gathering } from './gather.ts'
import { looseSchemas } from './loose-schemas.ts'
import { broughtBy, originOf } from './origins.ts'
import { copiesOf, measuresOf } from './measures.ts'
import { cellDeclarations, cellsBy, type Basis, type CellName, type Processing } from './cells.ts'
import type { AcceptedRisk, Activity, ProcessingRecord, Source, System, UnreadPlace, Value } from './record.ts'
import { calledIn, isRecipient, locationOf, recipientOf, transferOf, ambiguous } from './recipients.ts'
import { processorFor, remoteAccessTo } from './remote-access.ts'
import { retentionsOf, type Sink } from './retention.ts'
import { sayingOf } from './saying.ts'
import type { Uri } from '../text/uri.ts'
import { byPlace, placeKey, placeOf } from '../model/fact.ts'
import { compareTexts, groupBy } from '../text/order.ts'

/** The record of everything that an estate processes, by activities; `findings` are those of the same files. */
export function recordOf(
  db: Db,
  files: Iterable<Uri>,
  findings: Iterable<Accepted> = [],
  unread: readonly UnreadPlace[] = [],
): ProcessingRecord {
  const all = [...files].flatMap(file => processingsOf(db, file)).sort(inOrder)
  const processings = all.filter(({ kind }) => kind !== 'schema')
  const { gatherings, without, untold, own } = gather(processings, db)
  const activities = gatherings.map(gathering => activityFrom(gathering, db)).sort(inRecord)
  const accepted = [...findings].flatMap(({ code, message, at, suppressed }) =>
    suppressed ? [{ code, message, at, ...suppressed }] : [],
  )
  const systems = systemsBeside(processings, activities, db)
  const record = {
    activities,
    systems,
    without: without.map(sourceOf),
    untold: [...untold.map(sourceOf), ...undeclared(processings, activities, db)],
    own: own.map(topic => ({ ...sourceOf(topic), basis: basisOfOwn(topic, db) })),
    schemas: looseSchemas(
      all.filter(of => of.kind === 'schema'),
      processings,
      db,
    ),
    weaknesses: distinct(activities.flatMap(({ weaknesses }) => weaknesses)),
    unread,
    accepted: accepted.sort((a, b) => byPlace(a.at, b.at) || compareTexts(a.code, b.code)),
  }
  return withoutSecrets(record, db.estate.secrets)
}

/** What the record takes of a finding. */
export type Accepted = Pick<AcceptedRisk, 'code' | 'message' | 'at'> & {
  readonly suppressed?: Pick<AcceptedRisk, 'reason' | 'by'>
}

const ranks: readonly string[] = [
  'topic',
  'schema',
  'flow',
  'connector',
  'connect-cluster',
  'client',
  'cluster',
  'supporting-service',
]
const inOrder = (a: Processing, b: Processing): number =>
  ranks.indexOf(a.kind) - ranks.indexOf(b.kind) ||
  compareTexts(nameOf(a), nameOf(b)) ||
  compareTexts(a.file, b.file) ||
  a.extent.start - b.extent.start
const weight = ({ special, data }: Activity): number => {
  if (special) return 0
  return data.length > 0 ? 1 : 2
}
const inRecord = (a: Activity, b: Activity): number =>
  weight(a) - weight(b) || compareTexts(a.name, b.name) || compareSources(a, b)
const compareSources = ({ sources: [a] }: Activity, { sources: [b] }: Activity): number =>
  a && b ? ranks.indexOf(a.kind) - ranks.indexOf(b.kind) || byPlace(a.at, b.at) : 0

/** What belongs to no activity, as far as it sends data where no activity does or nobody knows where, or brings in what no topic tells. */
function systemsBeside(processings: readonly Processing[], activities: readonly Activity[], db: Db): System[] {
  const told = new Set(activities.flatMap(({ destinations }) => destinations.map(standingOf)))
  const members = new Set(activities.flatMap(({ sources }) => sources.map(({ at }) => placeKey(at))))
  const all = processings.flatMap((of): System[] => {
    const destinations =
      of.kind === 'topic' ? [] : destinationsWithRunners(db, of).filter(one => !told.has(standingOf(one)))
    const source = sourceOf(of)
    const isTold = members.has(placeKey(source.at))
    const senders = isTold ? [] : senderAt(of)
    const system = {
      source,
      categories: isTold ? [] : broughtBy(of, db),
      recipients: distinct([...destinations.filter(isRecipient).map(recipientOf), ...unplacedRecipients(senders, db)]),
      transfers: distinct([...destinations.flatMap(transferOf), ...undetermined(senders, db)]),
    }
    // A registry in the own network is neither.
    return system.categories.length + system.recipients.length + system.transfers.length > 0 ? [system] : []
  })
  return [...groupBy(all, ({ source }) => `${source.name} ${placeKey(source.at)}`).values()].flatMap(together)
}

/** One resource is told once, whatever the calls of its module make of it: MirrorMaker 2 is a mirror, and its Connect cluster as well. */
const together = (systems: readonly System[]): System[] =>
  systems.slice(0, 1).map(({ source }) => ({
    source,
    categories: distinct(systems.flatMap(({ categories }) => categories)),
    recipients: distinct(systems.flatMap(({ recipients }) => recipients)),
    transfers: distinct(systems.flatMap(({ transfers }) => transfers)),
  }))

/** A destination by what stands where: a topic and its cluster may tell of one. */
const standingOf = ({ role, at }: Destination): string => `${role} ${placeKey(at)}`

/** Topics that connectors name, and of which no file tells more: neither what they hold, nor by what they are called, nor somebody who declares what the connector is for. */
function undeclared(processings: readonly Processing[], activities: readonly Activity[], db: Db): Source[] {
  const declared = activities.filter(activity => activity.declared)
  const members = new Set(declared.flatMap(({ sources }) => sources.map(({ at }) => placeKey(at))))
  const named = processings
    .filter(of => !members.has(placeKey(placeOf(of.name))))
    .flatMap(of =>
      undeclaredTopicsOf(of, db).filter(
        ({ name }) => schemaOf(db, name, of) === undefined && !nameTellsOfPeople(db, name, of),
      ),
    )
  return [...new Map(named.map(({ name, at }) => [name, { kind: 'topic' as const, name, at }])).values()].sort((a, b) =>
    compareTexts(a.name, b.name),
  )
}

/** The processings that a file declares. */
export const processingsOf = (db: Db, file: Uri): Processing[] =>
  db.estate.entities(file).filter((entity): entity is Processing => isProcessing(entity, db))

function isProcessing(entity: FileFacts['entities'][number], db: Db): boolean {
  switch (entity.kind) {
    case 'topic':
    case 'flow':
    case 'schema':
      return true
    case 'connector':
      return directionOf(db, entity) !== undefined
    case 'supporting-service':
      // A state holds names and a class of disks holds nothing; what serves all that stands beside it may know nothing of Kafka.
      return entity.role !== 'state' && entity.role !== 'disks' && !entity.general
    case 'connect-cluster':
    case 'client':
    case 'cluster':
      // Somebody else runs what they talk to, or somebody has said what it is for.
      return (
        aliasesOf(entity, db).length > 0 ||
        destinationsWithRunners(db, entity).some(
          ({ provider, countries }) => provider !== undefined || countries.length > 0,
        )
      )
    default:
      return false
  }
}

const sourceOf = (of: Processing): Source => ({ kind: of.kind, name: nameOf(of), at: placeOf(of.name) })

const basisOfOwn = (topic: Topic, db: Db): Basis => (ownOfProgramBy(db, topic) === 'setting' ? 'proven' : 'inferred')

/** What stands at one place, as an activity of its own. */
export const activityOf = (group: readonly Processing[], db: Db): Activity =>
  activityFrom({ proposal: group[0] ? nameOf(group[0]) : '', members: group }, db)

/** One activity, of everything in the files that belongs to it. */
function activityFrom({ declaration, proposal, members }: Gathering, db: Db): Activity {
  const file = members[0]?.file ?? ('' as Uri)
  const names = members.map(nameOf)
  const declarations = declarationsFor(declaration, names, file, db)
  const { name: declaredName, cells: declared } = declaredCells(declarations, file, db)
  const parts = members.map(of => provenOf(of, members, db))
  const data = [
    ...new Map(parts.flatMap(part => part.data).map(found => [placeKey(found.field.name.at), found])).values(),
  ]
  const topics = members.flatMap(of =>
    (of.kind === 'topic' ? [{ name: nameOf(of), at: placeOf(of.name) }] : undeclaredTopicsOf(of, db)).filter(
      ({ name }) => schemaOf(db, name, of) === undefined && (of.kind !== 'topic' || leadersOf(of, db).length === 0),
    ),
  )
  const named = namedCategoriesOf(topics, db)
  const handlers = parts.flatMap(({ handlers: each }) => each)
  const destinations = [...new Set(parts.flatMap(part => part.destinations))]
  const processors = [
    ...(configurationFor(db, file)?.record.processors ?? []),
    ...declarations.flatMap(one => one.processors),
  ]
  const shown: Partial<Record<CellName, readonly Value[]>> = {
    subjects: subjectsOf(data, db),
    categories: [
      ...categoriesOf(data),
      ...named.map(({ value }) => value),
      ...members.flatMap(of => broughtBy(of, db)),
    ],
    transfers: remoteAccessTo(
      [...new Set(parts.flatMap(({ clusters }) => clusters))],
      destinations,
      processors,
      file,
      db,
    ),
    retention: retentionsOf(
      parts.flatMap(part => part.topics),
      [...destinations.filter(({ role }) => role === 'sink'), ...parts.flatMap(part => part.unplacedSinks)],
      configurationFor(db, file)?.record.copies ?? [],
      db,
    ),
    measures: copiesOf(members, db),
    assessment: assessmentOf(
      data,
      [...members.map(of => ({ name: nameOf(of), at: placeOf(of.name) })), ...topics, ...handlers],
      specialNamesOf(topics, db),
      declarations.some(({ assessment }) => assessment !== undefined),
    ),
    legalBasis: legalBasisMissing(data, declarations),
  }
  const cell = (name: CellName): readonly Value[] => {
    const [ofAll, ofEach] = [shown[name] ?? [], parts.flatMap(part => part.cells[name] ?? [])]
    const found = name === 'transfers' || name === 'measures' ? [...ofEach, ...ofAll] : [...ofAll, ...ofEach]
    return complete(name, distinct([...(declared[name] ?? []), ...found]))
  }
  return {
    name:
      declaredName ?? (members.length > 1 ? declaration?.match : undefined) ?? (declaration && names[0]) ?? proposal,
    role: declaredRole(declarations),
    declared: declarations.length > 0,
    special: data.some(({ category }) => category.special) || named.some(({ special }) => special),
    sources: members.map(sourceOf),
    cells: cellsBy(cell),
    administration: administrationOf(declarations),
    weaknesses: distinct(parts.flatMap(({ weaknesses }) => weaknesses)),
    partiesMissing: partiesMissing(destinations, processors),
    data,
    destinations,
  }
}

/** Those who run something and are nobody's declared processor with a contract. */
const partiesMissing = (destinations: readonly Destination[], processors: readonly ProcessorDeclaration[]): string[] =>
  destinations.flatMap(destination =>
    destination.provider && processorFor(destination, processors)?.contract === undefined
      ? [destination.provider.short]
      : [],
  )

/** Of several declarations of one activity, the first that says something counts. */
function administrationOf(declarations: readonly ActivityDeclaration[]): Activity['administration'] {
  const first = (key: 'owner' | 'since' | 'reviewed'): string | undefined =>
    declarations.flatMap(declaration => declaration[key]?.value ?? [])[0]
  const [owner, since, reviewed] = [first('owner'), first('since'), first('reviewed')]
  return {
    ...(owner === undefined ? {} : { owner }),
    ...(since === undefined ? {} : { since }),
    ...(reviewed === undefined ? {} : { reviewed }),
  }
}

/** What the files prove of one processing. */
interface Part {
  readonly data: readonly PersonalData[]
  readonly topics: readonly Topic[]
  readonly clusters: readonly Cluster[]
  readonly destinations: readonly Destination[]
  /** Sinks of which nothing tells where they are. */
  readonly unplacedSinks: readonly Sink[]
  /** Who takes the data, for what their names tell. */
  readonly handlers: readonly { readonly name: string; readonly at: Party['at'] }[]
  readonly cells: Partial<Record<CellName, readonly Value[]>>
  readonly weaknesses: readonly Value[]
}

function provenOf(of: Processing, group: readonly Processing[], db: Db): Part {
  const topics = topicsFor(of, db)
  const data = dataOf(of, topics, db)
  const told = of.kind === 'connector' ? partiesBeside(of, db) : { into: [], out: [] }
  const isOfTopic = of.kind === 'topic' || of.kind === 'schema'
  const { into, out } = isOfTopic ? partiesAround(topics, db) : { into: [], out: isSource(of, db) ? told.out : [] }
  const homes = topics.map(topic => homeOf(db, topic))
  const located = homes.filter(({ clusters }) => clusters.length < 2)
  const clusters = located.flatMap(home => home.clusters)
  const perhaps = [
    ...homes.filter(home => home.clusters.length > 1).flatMap(home => home.destinations),
    ...topics.flatMap(topic => possibleTakersOf(db, known(topic))).flatMap(party => destinationsAt(party, db)),
  ]
  const sure = [
    ...new Set([
      ...located.flatMap(home => home.destinations),
      ...(isOfTopic ? [] : sentBy(of, db)),
      ...out.flatMap(party => destinationsAt(party, db)),
      ...into.flatMap(party => destinationsAt(party, db)),
    ]),
  ]
  // A local address of Kafka that a taker of the topic's records names is the topic's own cluster.
  const own = new Set(located.flatMap(home => home.destinations))
  const stands = new Set([...own].map(({ at }) => placeKey(at)))
  const elsewhere = sure.filter(
    one =>
      own.has(one) ||
      one.role !== 'cluster' ||
      !(stands.has(placeKey(one.at)) || (one.status === 'inside' && topics.length > 0)),
  )
  const open = [...new Set(perhaps)].filter(one => !sure.includes(one))
  const senders = [...clusters, ...[...into, ...out].map(party => party.of), of].flatMap(one => senderAt(one))
  const untold = [...(of.kind === 'connector' ? [] : unplaced(topics, homes)), ...undetermined(senders, db)]
  const { measures, weaknesses } = measuresOf(of, clusters, data, db)
  const cells = {
    purposes: aliasesOf(of, db),
    recipients: [
      ...elsewhere.filter(isRecipient).map(recipientOf),
      ...open.filter(isRecipient).map(recipientOf).map(ambiguous),
      ...unplacedRecipients(senders, db),
    ],
    readers: [...out, ...told.out].flatMap(taker => readerOf(taker, db)),
    transfers: [...untold, ...elsewhere.flatMap(transferOf), ...open.flatMap(transferOf).map(ambiguous)],
    measures,
    location: [...untold, ...elsewhere.flatMap(locationOf), ...open.flatMap(locationOf).map(ambiguous)],
    // What an activity writes for itself, such as its dead letters, comes from nowhere else.
    origins: [...into, ...told.into]
      .filter(({ role, of: giver }) => role === 'source' || !group.some(other => other === giver))
      .map(giver => originOf(giver, db)),
  }
  return {
    data,
    topics,
    clusters,
    destinations: [...sure, ...open],
    unplacedSinks: senders.flatMap(sender => undeterminedOf(db, sender)).filter(({ role }) => role === 'sink'),
    handlers: out,
    cells,
    weaknesses,
  }
}

/** Who brings records into the topics that only a connector names, and who else takes them out. */
function partiesBeside(of: Connector, db: Db): Parties {
  const all = undeclaredTopicsOf(of, db).map(({ name, at }) => partiesOf(db, { name, at, file: of.file }))
  return {
    into: all.flatMap(({ into }) => into),
    out: all.flatMap(({ out }) => out.filter(party => party.of !== of)),
  }
}

const isSource = (of: Processing, db: Db): boolean => of.kind === 'connector' && directionOf(db, of) === 'source'

/** Topics that no file puts on a cluster. */
function unplaced(topics: readonly Topic[], homes: readonly Home[]): Value[] {
  const lost = topics.filter(
    (_topic, index) =>
      homes[index]?.clusters.length === 0 && !homes[index]?.destinations.some(({ role }) => role === 'cluster'),
  )
  return lost.length === 0
    ? []
    : [
        {
          text: words => words.noCluster,
          basis: 'missing',
          places: lost.map(({ name }) => placeOf(name)),
          declaration: 'topics, clusters',
        },
      ]
}

/** What sends records somewhere that neither a file nor a declaration tells. */
const undetermined = (senders: readonly Sender[], db: Db): Value[] =>
  senders.flatMap(sender =>
    undeterminedOf(db, sender)
      .filter(({ role, runBy }) => role !== 'registry' && !runBy)
      .map(
        (sighting): Value => ({
          text: words => `${calledIn(words, sighting)}${words.colon}${words.countryUnknown}`,
          basis: 'missing',
          places: [sighting.at],
          declaration: sighting.role === 'cluster' ? 'clusters' : 'destinations',
        }),
      ),
  )

/** Who receives data at a place that neither a file nor a declaration tells, as far as what sends it there is known. */
const unplacedRecipients = (senders: readonly Sender[], db: Db): Value[] =>
  senders.flatMap(sender =>
    undeterminedOf(db, sender)
      .filter(({ role, runBy }) => role !== 'registry' && role !== 'cluster' && !runBy)
      .map(
        ({ role, name, service, at }): Value => ({
          text: words =>
            words.recipient(words.placeOf(role, name), role, service ?? words.unknown, words.countryUnknown, undefined),
          basis: 'missing',
          places: [at],
        }),
      ),
  )

const senderAt = (of: Party['of'] | Processing): Sender[] =>
  of.kind === 'connector' || of.kind === 'flow' || of.kind === 'cluster' ? [of] : []

/** Where somebody who takes part in a topic's flow lets its records come to, and where whatever runs them does. */
function destinationsAt({ of }: Party, db: Db): readonly Destination[] {
  switch (of.kind) {
    case 'connector':
      return sentBy(of, db)
    case 'flow':
    case 'client':
      return destinationsWithRunners(db, of)
    default:
      return []
  }
}

function sentBy(of: Processing, db: Db): readonly Destination[] {
  if (of.kind !== 'connector') return destinationsWithRunners(db, of)
  const worker = connectClusterOf(db.estate, of)
  return [
    ...destinationsWithRunners(db, of),
    ...(worker.state === 'linked' ? destinationsWithRunners(db, worker.to) : []),
  ]
}

function partiesAround(topics: readonly Topic[], db: Db): Parties {
  const all = topics.map(topic => partiesOfTopic(db, topic))
  // A sink that writes its dead letters there takes its records from other topics.
  return {
    into: all.flatMap(({ into }) => into.filter(({ role }) => role !== 'sink')),
    out: all.flatMap(({ out }) => out),
  }
}

/** The personal data that passes through a processing. */
function dataOf(of: Processing, topics: readonly Topic[], db: Db): PersonalData[] {
  if (of.kind === 'schema') return of.records.flatMap(record => personalDataIn(db, record))
  if (of.kind === 'connector' || of.kind === 'flow')
    return [
      ...personalDataAt(db, of).map(({ data }) => data),
      // Topics that it alone names hold also what it masks.
      ...undeclaredTopicsOf(of, db).flatMap(({ name }) => personalDataBehind(db, name, of)),
    ]
  return topics.flatMap(topic => personalDataOfTopic(db, topic))
}

/** The declared topics that a processing is about. */
function topicsFor(of: Processing, db: Db): Topic[] {
  const named = (name: string): Topic[] => {
    const link = nearest(of, db.estate.find(byName('topic', name)))
    return link.state === 'linked' ? [link.to] : []
  }
  switch (of.kind) {
    case 'topic':
      return [of]
    case 'connector':
      return topicsOf(of).flatMap(named)
    case 'flow':
      return [...topicsCopied(db, of)]
    case 'schema':
      return named(nameOf(of).replace(/-(?:value|key)$/, ''))
    default:
      return []
  }
}

/** Values that say the same come once, with the places of all; what is declared is no longer inferred. */
function distinct(values: readonly Value[]): Value[] {
  const bySaying = new Map<string, Value>()
  for (const value of values) {
    const saying = sayingOf(value)
    const before = bySaying.get(saying)
    bySaying.set(
      saying,
      before
        ? {
            ...before,
            places: [
              ...before.places,
              ...value.places.filter(place => !before.places.some(other => placeKey(other) === placeKey(place))),
            ],
          }
        : value,
    )
  }
  return [...bySaying.values()]
}

/** Fills what nobody says: missing where it has to be declared, else nothing is known. */
function complete(cell: CellName, values: readonly Value[]): readonly Value[] {
  if (values.length > 0) return values
  const shown = cell === 'transfers' || cellDeclarations[cell] === undefined
  return [
    {
      text: words => (shown ? words.noneKnown(cell) : words.toBeDeclared),
      basis: shown ? 'unknown' : 'missing',
      places: [],
    },
  ]
}
