import type { Db } from '../../assess/db.ts'
import type { Destination } from '../../assess/destination.ts'
import { clustersOf, platformOf, strayParts, type Part } from '../../assess/platform.ts'
import { isAnswered, isUnplaced, type PathEntry } from '../../assess/path-entry.ts'
import { blanksOf } from '../../assess/residency-gaps.ts'
import { pathsOf, type PathItem } from '../../assess/residency-paths.ts'
import { destinationsOf } from '../../assess/residency.ts'
import { configurationFor } from '../../assess/declared.ts'
import { poolsOf } from '../../model/link.ts'
import type { Cluster, Entity } from '../../model/entities.ts'
import { byPlace, knownValue, placeOf, type Place } from '../../model/fact.ts'
import { pathOf, type ItemName } from '../../model/residency.ts'
import { compareTexts, uniqueBy } from '../../text/order.ts'
import type { Basis } from '../cells.ts'
import { basisOf } from '../recipients.ts'
import { itemOfFinding } from './finding-items.ts'
import type { Against, ClusterCard, ItemCard, Line, Scorecard } from './card.ts'
import { gatesOf } from './gates.ts'

/** The scorecard of what files declare; `findings` are those of the same files. */
export function scorecardOf(db: Db, findings: Iterable<Against> = []): Scorecard {
  const open = [...findings].sort((a, b) => byPlace(a.at, b.at) || compareTexts(a.code, b.code))
  const clusters = clustersOf(db)
    .map(cluster => cardOf(db, cluster, open))
    .sort((a, b) => compareTexts(a.name, b.name) || byPlace(a.at, b.at))
  return { clusters, stray: strayParts(db).flatMap(part => strayLines(db, part, open)) }
}

function cardOf(db: Db, cluster: Cluster, findings: readonly Against[]): ClusterCard {
  const paths = pathsOf(db, cluster)
  const { topics, members } = platformOf(db, cluster)
  const entities: readonly Entity[] = [
    cluster,
    ...poolsOf(db.estate, cluster).pools,
    ...topics,
    ...members.map(({ of }) => of),
  ]
  const cards = paths.items.map(item => itemCard(item))
  const lines = cards.flatMap(card => card.lines)
  const placed = new Map<Line | ItemCard, Against[]>()
  for (const finding of findings) {
    const to = targetOf(db, finding, holderOf(entities, finding.at), cards, lines)
    if (to) placed.set(to, [...(placed.get(to) ?? []), finding])
  }
  const items = cards.map(card => ({
    ...card,
    lines: card.lines.map(line => ({ ...line, against: placed.get(line) ?? [] })),
    against: placed.get(card) ?? [],
  }))
  return {
    cluster,
    name: knownValue(cluster.name) ?? '?',
    at: placeOf(cluster.name),
    ...(paths.declared ? { declared: paths.declared } : {}),
    items,
    gates: gatesOf(db, cluster, items, configurationFor(db, cluster.file)?.residency?.gates),
  }
}

/** The innermost of some entities that holds a place. */
const holderOf = (entities: readonly Entity[], { file, span }: Place): Entity | undefined =>
  entities
    .filter(({ file: own, extent }) => own === file && extent.start <= span.start && span.start <= extent.end)
    .sort((a, b) => a.extent.end - a.extent.start - (b.extent.end - b.extent.start))[0]

/** What a finding speaks against: the line that stands at its place, else one of the same thing, else its item; undefined where it is of something else. */
function targetOf(
  db: Db,
  { at, code }: Against,
  holder: Entity | undefined,
  cards: readonly ItemCard[],
  lines: readonly Line[],
): Line | ItemCard | undefined {
  const there = lines.filter(line => standsAt(line, at))
  // What stands at no thing stands at a value that several may share: only whoever it is said of takes it.
  if (!holder)
    return there.find(({ item, destination }) => {
      // Of telemetry a code does not tell whether it is logs, metrics or traces.
      const spokenOf = destination?.role === 'telemetry' ? 'logs' : item
      return destination && itemOfFinding(db, code, destination.of) === spokenOf
    })
  const item = itemOfFinding(db, code, holder)
  if (!item) return undefined
  const name = knownValue(holder.name)
  return (
    there.find(line => line.item === item) ??
    there[0] ??
    lines.find(line => line.item === item && name !== undefined && line.names.includes(name)) ??
    cards.find(card => card.item === item)
  )
}

function itemCard(item: PathItem): ItemCard {
  const { declared } = item
  const blanks = blanksOf(item)
  return {
    item: item.item,
    path: pathOf(item.item),
    lines: gathered(item.entries.map(entry => lineOf(item.item, entry))),
    blanks,
    optional: item.entries.length === 0 && !item.asked,
    ...(item.owner ? { owner: item.owner } : {}),
    ...(item.tested ? { tested: item.tested } : {}),
    ...(declared?.reference ? { reference: declared.reference } : {}),
    ...(declared?.decision ? { decision: declared.decision } : {}),
    ...(declared?.none ? { none: declared.none } : {}),
    against: [],
  }
}

function lineOf(item: ItemName, entry: PathEntry): Line {
  const { of, names, at, destination, note, nearest } = entry
  return {
    item,
    kind: of.kind,
    names,
    placeable: !isAnswered(entry),
    basis: basisOfEntry(entry),
    places: destination?.declaration ? [at, destination.declaration.at] : [at],
    nearest: nearest === true,
    against: [],
    ...(note ? { note } : {}),
    ...(destination ? { destination } : {}),
  }
}

/** As the record has it: of a place, how that is known; of what has none, how it came to be said. */
function basisOfEntry(entry: PathEntry): Basis {
  const { destination, note, nearest } = entry
  if (note?.is === 'drill' || note?.is === 'supportFrom') return 'declared'
  if (note?.is === 'declaredIn') return 'proven'
  if (!destination || isUnplaced(entry)) return 'missing'
  const basis = basisOf(destination)
  return basis === 'proven' && (nearest || note?.is === 'withBrokers' || note?.is === 'calledBackup')
    ? 'inferred'
    : basis
}

/** Things of which nothing but their names differs are one line. */
function gathered(lines: readonly Line[]): Line[] {
  const open = lines.filter(({ destination, note }) => !destination && !note)
  const rest = lines.filter(line => !open.includes(line))
  const kinds = [...new Set(open.map(({ kind }) => kind))]
  return [
    ...uniqueBy(rest, ({ names, note, destination, places: [at] }) =>
      JSON.stringify([
        names,
        note,
        destination?.countries.map(({ code }) => code),
        destination?.provider?.id,
        destination?.host,
        destination ? '' : at,
      ]),
    ),
    ...kinds.flatMap(kind => {
      const same = open.filter(line => line.kind === kind)
      const [first] = same
      return first
        ? [{ ...first, names: same.flatMap(({ names }) => names), places: same.flatMap(({ places }) => places) }]
        : []
    }),
  ]
}

const strayItems = {
  cluster: 'brokers',
  'tiered-storage': 'tieredStorage',
  registry: 'schemas',
  telemetry: 'metrics',
  proxy: 'brokers',
  sink: 'sinks',
  replication: 'mirrors',
  state: 'provisioning',
  backup: 'backups',
  disks: 'brokers',
  'control-plane': 'controlPlane',
} as const satisfies Readonly<Record<Destination['role'], ItemName>>

/** What a part that belongs to no cluster sends data to; findings that stand at no single place are the first line's. */
function strayLines(db: Db, of: Part, findings: readonly Against[]): Line[] {
  const lines = destinationsOf(db, of).map(destination => {
    const name = knownValue(of.name)
    return lineOf(strayItems[destination.role], {
      of,
      names: name === undefined ? [] : [name],
      at: destination.at,
      destination,
    })
  })
  const placed = findings.filter(({ at }) => lines.some(line => standsAt(line, at)))
  const loose = findings.filter(
    one => !placed.includes(one) && holderOf([of], one.at) && itemOfFinding(db, one.code, of) !== undefined,
  )
  return lines.map((line, index) => ({
    ...line,
    against: [...placed.filter(({ at }) => standsAt(line, at)), ...(index === 0 ? loose : [])],
  }))
}

/** Whether one of the places of a line is where something begins. */
const standsAt = ({ places }: Line, { file, span }: Place): boolean =>
  places.some(place => place.file === file && place.span.start === span.start)
