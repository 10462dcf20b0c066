import { undecidedDataIn, personalDataIn } from '../../server/src/assess/data-flow.ts'
import { openDb, type Db } from '../../server/src/assess/db.ts'
import { flowGraph } from '../../server/src/assess/flow-graph.ts'
import type { Entity } from '../../server/src/model/entities.ts'
import type { Place } from '../../server/src/model/fact.ts'
import { mentionsOf, type Mention } from '../../server/src/model/mentions.ts'
import { declarationsOf, sameAs } from '../../server/src/model/references.ts'
import { recordOf } from '../../server/src/records/activities.ts'
import { rowsOf } from '../../server/src/records/rows.ts'
import type { Line } from '../../server/src/records/scorecard/card.ts'
import { scorecardOf } from '../../server/src/records/scorecard/scorecard.ts'
import { english } from '../../server/src/records/words/en.ts'
import type { Review } from '../../server/src/review.ts'
import { placesBeside } from '../../server/src/rules/finding.ts'
import { answersOf } from './answers.ts'
import { theLibrary, type Fixture } from './fixtures.ts'
import { briefTeller, isSomething } from './telling.ts'

/** Some files that are reviewed together, and how answers on them are told. */
export interface Told {
  readonly db: Db
  readonly review: Review
  readonly files: Fixture['files']
  readonly entities: readonly Entity[]
  readonly tell: (value: unknown) => string
  readonly show: (place: Place) => string
}

/** Opens what a review knows of some files. */
export function tellingOf(review: Review, files: Fixture['files']): Told {
  const texts = new Map(files.map(({ uri, text }) => [String(uri), text]))
  const show = ({ file, span }: Place): string => texts.get(file)?.slice(span.start, span.end) ?? '?'
  return {
    db: openDb(review.estate, theLibrary()),
    review,
    files,
    entities: files
      .flatMap(({ uri }) => review.estate.entities(uri))
      .filter((entity): entity is Entity => entity.kind !== 'configuration'),
    tell: briefTeller(file => texts.get(file)),
    show,
  }
}

/** What is answered of each entity, an answer with many items in as many lines. */
export const answers = ({ db, entities, tell }: Told): string[] =>
  entities.flatMap(entity =>
    [...answersOf(db, entity)]
      .flatMap(([asked, answer]) => (Array.isArray(answer) ? answer : [answer]).map(one => [asked, one] as const))
      .filter(([, answer]) => isSomething(answer))
      .map(([asked, answer]) => `${entity.kind}, ${asked}: ${tell(answer)}`),
  )

/** Whom the fields of each record tell something of. */
export const people = ({ db, entities, tell }: Told): string[] =>
  entities.flatMap(entity => {
    if (entity.kind !== 'record') return []
    const lines = (data: ReturnType<typeof personalDataIn>, how: string): string[] =>
      data.map(
        ({ field, category, subject, grade, identifier }) =>
          `field ${field.name.value}: ${how} ${category.id} of ${subject}, ${grade}${identifier ? ` ${tell(identifier)}` : ''}`,
      )
    return [...lines(personalDataIn(db, entity), 'holds'), ...lines(undecidedDataIn(db, entity), 'may hold')]
  })

/** What is named, by whom, and where that leads. */
export const mentions = ({ review: { estate }, entities, tell }: Told): string[] =>
  entities.flatMap(of => mentionsOf(of, estate.topicSettings)).map(mention => toldMention(mention, estate, tell))

function toldMention(mention: Mention, estate: Review['estate'], tell: Told['tell']): string {
  const { what, place, of, uses, declares, written, isKey, inFileName } = mention
  const { sure, unsure } = sameAs(mention, estate)
  const marks = [
    ...uses,
    ...(written ? [] : ['cannot be renamed']),
    ...(isKey ? ['a key'] : []),
    ...(inFileName ? ['name of the file'] : []),
  ]
  const leads = declares ? 'here' : declarationsOf(mention, estate).map(tell).join(', ')
  return `${of.kind} names ${what} ${tell(place)}${marks.map(mark => `, ${mark}`).join('')}; declared ${leads || 'nowhere'}; ${sure.length} places${unsure.length > 0 ? `, and perhaps ${unsure.length}` : ''}`
}

/** The rows of the record. */
export const record = ({ db, review, files, show }: Told): string[] => {
  const findings = files.flatMap(({ uri }) => review.accepted([uri]))
  const accepted = findings.flatMap(finding => {
    const [beside] = placesBeside(finding)
    return finding.suppressed ? [{ ...finding, beside }] : []
  })
  return rowsOf(recordOf(db, review.estate.files(), accepted), english, place => `‹${show(place)}›`).map(
    ({ field, value, status, evidence }) => `${field}: ${value} (${status}${evidence === '' ? '' : `, ${evidence}`})`,
  )
}

/** The items and gates of the scorecard. */
export const scorecard = ({ db, review, files, tell }: Told): string[] => {
  const { clusters, stray } = scorecardOf(
    db,
    files.flatMap(({ uri }) => review.findings(uri)),
  )
  const of = (against: readonly { readonly code: string }[]): string[] => [...new Set(against.map(({ code }) => code))]
  // What things are called, and where they go, other answers tell.
  const toldLine = ({ item: _, names: __, places: ___, destination, against, ...line }: Line): string =>
    tell({ ...line, service: destination?.service, countries: destination?.countries, against: of(against) })
  const lines = clusters.flatMap(({ items }) =>
    items.flatMap(({ item, path, lines: own, against, ...rest }) => [
      `${path} path, ${item}: ${tell({ ...rest, against: of(against) })}`,
      ...own.map(line => `${path} path, ${item}, line: ${toldLine(line)}`),
    ]),
  )
  const strays = stray.map(line => `no cluster's ${line.item}: ${toldLine(line)}`)
  const gates = clusters.flatMap(one => one.gates.map(({ gate, ...rest }) => `gate ${gate}: ${tell(rest)}`))
  return [...lines, ...strays, ...gates]
}

/** The stations and flows of the map. */
export const map = ({ db, review, tell }: Told): string[] => {
  const { stations, flows, zones } = flowGraph(db, review.estate.files())
  const nameOfStation = new Map(stations.map(({ id, kind, name }) => [id, `${kind} ${name}`]))
  return [
    ...zones.map(zone => `zone: ${tell(zone)}`),
    ...stations.map(({ id: _, destination: __, ...station }) => `station: ${tell({ ...station })}`),
    ...flows.map(
      ({ from, to, ...flow }) => `flow: ${nameOfStation.get(from)} to ${nameOfStation.get(to)}, ${tell({ ...flow })}`,
    ),
  ]
}
