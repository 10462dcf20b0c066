import { namersOf } from '../model/link-key.ts'
import { SymbolKind, type CallHierarchyItem, type Range, type ServerCapabilities } from 'vscode-languageserver'
import { directionOf } from '../assess/connector-kind.ts'
import { personalDataIn, schemaOf, topicsCopied } from '../assess/data-flow.ts'
import type { Destination } from '../assess/destination.ts'
import { categoryName } from '../assess/category-message.ts'
import { dataOf, detailOf } from '../assess/flow-graph.ts'
import { copiesOf } from '../assess/mirror.ts'
import { known, partiesOf, topicOf, type KnownTopic, type Party } from '../assess/parties.ts'
import { whereabouts } from '../assess/place-messages.ts'
import { destinationOf } from '../assess/residency.ts'
import { configurationFor } from '../assess/declared.ts'
import type { Connector, ReplicationFlow, Schema } from '../model/entities.ts'
import { mentionsOf } from '../model/mentions.ts'
import { mentionsAt } from '../model/references.ts'
import { say, word, type Message } from '../words/message.ts'
import { at } from './navigation.ts'
import { ask, type Asked, type Served } from './served.ts'
import { flat } from '../text/markdown.ts'
import { toUri, type Uri } from '../text/uri.ts'
import { knownValue, placeKey, placeOf, type Place } from '../model/fact.ts'

/** What data flow as a call hierarchy offers. */
export const callHierarchyCapabilities: ServerCapabilities = { callHierarchyProvider: true }

/** A station of the flow: a field or a record of a schema, a topic, whoever brings records in or takes them out, a place. */
interface Station {
  readonly name: string
  readonly kind: SymbolKind
  readonly detail: string
  readonly at: Place
  /** Where the next station is named in this one, or this one in the one before. */
  readonly through: Place
}

/** Serves the flow of data: who brings records into a topic is incoming, who takes them out is outgoing, with the country. */
export function serveCallHierarchy(served: Served): void {
  const { connection, loaded } = served
  const toItem = ({ name, kind, detail, at: place }: Station, { locate, db }: Asked): CallHierarchyItem[] =>
    locate(place).map(({ uri, range }) => ({
      name: flat(db.estate.secrets.struckFrom(name)),
      kind,
      detail: flat(db.estate.secrets.struckFrom(detail)),
      uri,
      range,
      selectionRange: range,
      data: place,
    }))

  connection.languages.callHierarchy.onPrepare(async params => {
    await loaded()
    const asked = ask(served)
    const offset = asked.offsetOf(toUri(params.textDocument.uri), params.position)
    const [mention] = at(params, asked)
    const here = mention ? mention.place : fieldAt(toUri(params.textDocument.uri), offset, asked)
    const station = here && stationAt(here, asked)
    return station ? toItem(station, asked) : null
  })
  const follow = (item: CallHierarchyItem, way: 'into' | 'out'): { item: CallHierarchyItem; ranges: Range[] }[] => {
    const asked = ask(served)
    return next(item.data as Place, way, asked).flatMap(station =>
      toItem(station, asked).map(there => ({
        item: there,
        ranges:
          way === 'out'
            ? [item.selectionRange]
            : asked.locate(station.through).flatMap(({ uri, range }) => (uri === there.uri ? [range] : [])),
      })),
    )
  }
  connection.languages.callHierarchy.onIncomingCalls(({ item }) =>
    follow(item, 'into').map(({ item: from, ranges }) => ({ from, fromRanges: ranges })),
  )
  connection.languages.callHierarchy.onOutgoingCalls(({ item }) =>
    follow(item, 'out').map(({ item: to, ranges }) => ({ to, fromRanges: ranges })),
  )
}

/** The record or field of a schema that an offset touches. */
function fieldAt(uri: Uri, offset: number | undefined, { db }: Asked): Place | undefined {
  const names = db.estate
    .entities(uri)
    .flatMap(entity => (entity.kind === 'record' ? [entity.name, ...entity.fields.map(({ name }) => name)] : []))
  return offset === undefined
    ? undefined
    : names.find(({ at: { file, span } }) => file === uri && span.start <= offset && offset <= span.end)?.at
}

const same = (a: Place, b: Place): boolean => a.file === b.file && a.span.start === b.span.start

/** Whether a name stands in a value, quotes around it or not. */
const holds = (value: Place, name: Place): boolean =>
  value.file === name.file && value.span.start <= name.span.start && name.span.end <= value.span.end

/** The station that stands at a place: the same that was given out for it. */
function stationAt(place: Place, asked: Asked): Station | undefined {
  const {
    words,
    db: { estate },
  } = asked
  const [mention] = mentionsAt(estate, place.file, place.span.start)
  if (mention?.what === 'topic') {
    const topic = topicOf(asked.db, mention)
    return topic && topicStation(topic, place, asked)
  }
  if (mention?.what === 'group')
    return {
      name: mention.name,
      kind: SymbolKind.Interface,
      detail: word(say('station.group'), words),
      at: place,
      through: place,
    }
  const [sender] = sendersAt(place, asked)
  if (sender)
    return partyStation(
      { role: 'sink', name: knownValue(sender.name) ?? '', of: sender, at: placeOf(sender.name), through: place },
      asked,
    )
  for (const entity of estate.entities(place.file)) {
    if (entity.kind !== 'record') continue
    const field = entity.fields.find(({ name }) => same(name.at, place))
    if (field)
      return {
        name: field.name.value,
        kind: SymbolKind.Field,
        detail: word(
          say('station.field', { record: entity.name.value, category: categoryOf(field.name.at, asked) }),
          words,
        ),
        at: field.name.at,
        through: field.name.at,
      }
    if (same(entity.name.at, place))
      return {
        name: entity.name.value,
        kind: SymbolKind.Struct,
        detail: word(say('station.record'), words),
        at: entity.name.at,
        through: entity.name.at,
      }
  }
  return undefined
}

function categoryOf(place: Place, { db }: Asked): Message | undefined {
  const records = db.estate
    .entities(place.file)
    .flatMap(entity => (entity.kind === 'record' ? personalDataIn(db, entity) : []))
  const found = records.find(({ field }) => same(field.name.at, place))
  return found && categoryName(found.category)
}

const topicStation = (topic: KnownTopic, through: Place, { db, words }: Asked): Station => {
  const categories = [...new Set(dataOf(db, topic).map(({ category }) => word(categoryName(category), words)))].join(
    ', ',
  )
  return {
    name: topic.name,
    kind: SymbolKind.Event,
    detail: [word(say('station.topic'), words), ...(categories === '' ? [] : [categories])].join(' · '),
    at: topic.at,
    through,
  }
}

const kinds: Readonly<Record<Party['role'], SymbolKind>> = {
  source: SymbolKind.Function,
  sink: SymbolKind.Function,
  mirror: SymbolKind.Function,
  group: SymbolKind.Interface,
  client: SymbolKind.Class,
}

function partyStation(party: Party, { db, words }: Asked): Station {
  const { name, of, at: place, through } = party
  const sends = of.kind === 'connector' || of.kind === 'flow'
  const direction = of.kind === 'connector' ? directionOf(db, of) : undefined
  const mirrors = of.kind === 'flow' || direction === 'replication'
  const role = mirrors ? 'mirror' : (direction ?? party.role)
  const destination = sends ? destinationOf(db, of) : undefined
  const detail = detailOf(db, party, destination)
  return {
    name,
    kind: kinds[role],
    detail: [
      word(say(`station.${role}`), words),
      detail === undefined ? [] : word(say('station.detail', { detail }), words),
      destination ? word(whereabouts(destination), words) : [],
    ]
      .flat()
      .join(' · '),
    at: place,
    through,
  }
}

/** The connector or the mirrors whose name stands at a place. */
function sendersAt(place: Place, { db }: Asked): (Connector | ReplicationFlow)[] {
  return db.estate
    .entities(place.file)
    .filter(
      (entity): entity is Connector | ReplicationFlow =>
        (entity.kind === 'connector' || entity.kind === 'flow') && holds(placeOf(entity.name), place),
    )
}

function next(place: Place, way: 'into' | 'out', asked: Asked): Station[] {
  const { db } = asked
  const [mention] = mentionsAt(db.estate, place.file, place.span.start)
  if (mention?.what === 'topic') {
    const topic = topicOf(db, mention)
    return topic ? partiesOf(db, topic)[way].map(party => partyStation(party, asked)) : []
  }
  const senders = sendersAt(place, asked)
  if (senders.length > 0)
    return senders.flatMap(sender =>
      way === 'into'
        ? topicsOfSender(sender, 'out', asked)
        : [...topicsOfSender(sender, 'into', asked), ...placesOfSender(sender, asked)],
    )
  if (mention?.what === 'group') return way === 'into' ? topicsOfGroup(place, asked) : []
  return way === 'out' ? topicsOfSchema(place, asked) : []
}

/** The topics that a sender takes records out of, or brings them into: those that know it as such. */
function topicsOfSender(of: Connector | ReplicationFlow, way: 'into' | 'out', asked: Asked): Station[] {
  const { db } = asked
  const named = mentionsOf(of, db.estate.topicSettings).flatMap(mention =>
    mention.what === 'topic' ? (topicOf(db, mention) ?? []) : [],
  )
  const copied = of.kind === 'flow' ? copiesOf(db, of).flatMap(({ source, copy }) => [known(source), known(copy)]) : []
  const matched = of.kind === 'flow' ? topicsCopied(db, of).map(known) : []
  const topics = new Map([...named, ...copied, ...matched].map(topic => [placeKey(topic.at), topic]))
  return [...topics.values()].flatMap(topic =>
    partiesOf(db, topic)
      [way].filter(party => party.of === of)
      .slice(0, 1)
      .map(({ through }) => topicStation(topic, through, asked)),
  )
}

const placesOfSender = (of: Connector | ReplicationFlow, { db, words }: Asked): Station[] => {
  const destination = destinationOf(db, of)
  return destination
    ? [
        {
          name: nameOf(destination),
          kind: SymbolKind.Constant,
          detail: word(whereabouts(destination), words),
          at: destination.at,
          through: destination.at,
        },
      ]
    : []
}

const nameOf = ({ service, host, provider, name }: Destination): string =>
  service ?? provider?.name ?? (host === '' ? undefined : host) ?? name

/** The topics that a group may read. */
function topicsOfGroup(place: Place, asked: Asked): Station[] {
  const { db } = asked
  const topics = db.estate
    .entities(place.file)
    .flatMap(of => mentionsOf(of, db.estate.topicSettings))
    .flatMap(mention =>
      mention.what === 'topic' && mention.uses.includes('reads') ? (topicOf(db, mention) ?? []) : [],
    )
  return topics.flatMap(topic =>
    partiesOf(db, topic)
      .out.filter(({ at: there }) => holds(there, place))
      .slice(0, 1)
      .map(({ through }) => topicStation(topic, through, asked)),
  )
}

/** The topics whose values a schema describes, from a record or a field of it. */
function topicsOfSchema(place: Place, asked: Asked): Station[] {
  const { db } = asked
  const schemas = db.estate.entities(place.file).filter((entity): entity is Schema => entity.kind === 'schema')
  const declared = (configurationFor(db, place.file)?.topics ?? []).flatMap(({ match }) =>
    match.includes('*') ? [] : [match],
  )
  return schemas.flatMap(schema => {
    const names = new Set([...mentionsOf(schema, db.estate.topicSettings).map(({ name }) => name), ...declared])
    return [...names].flatMap(name => {
      const mentions = [...new Set(db.estate.find(namersOf('topic', name)))]
        .flatMap(of => mentionsOf(of, db.estate.topicSettings))
        .filter(
          mention => mention.what === 'topic' && mention.name === name && (mention.declares || mention.uses.length > 0),
        )
      const topics = new Map(
        mentions.flatMap(mention => topicOf(db, mention) ?? []).map(topic => [placeKey(topic.at), topic]),
      )
      return [...topics.values()]
        .filter(topic => schemaOf(db, topic.name, topic) === schema)
        .map(topic => topicStation(topic, place, asked))
    })
  })
}
