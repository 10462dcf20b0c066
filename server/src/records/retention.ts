import type { Db } from '../assess/db.ts'
import type { Sighting } from '../assess/destination.ts'
import { erasureOf, retentionOf, type Erasure, type Retention } from '../assess/retention.ts'
import type { Topic } from '../model/entities.ts'
import type { CopyDeclaration } from '../model/configuration.ts'
import { matchesName } from '../text/match.ts'
import { nameOf } from './gather.ts'
import type { Value } from './record.ts'

/** A limit stands in a file; when that erases at the latest may rest on a default. */
function basisOf({ kind }: Retention, erasure: Erasure | undefined): Value['basis'] {
  if (kind === 'unknown') return 'missing'
  return erasure?.assumed ? 'inferred' : 'proven'
}

/** A sink by the names that the configuration may know it by. */
export type Sink = Pick<Sighting, 'name' | 'names' | 'at'>

/** How long topics keep their records, those of one limit together, and how long copies at sinks are kept: no file tells that. */
export function retentionsOf(
  topics: readonly Topic[],
  sinks: readonly Sink[],
  declared: readonly CopyDeclaration[],
  db: Db,
): Value[] {
  const limits = new Map<
    string,
    { retention: Retention; erasure: Erasure | undefined; names: Set<string>; places: Retention['places'] }
  >()
  for (const topic of topics) {
    const retention = retentionOf(db, topic)
    const erasure = erasureOf(db, topic)
    const key = [retention.kind, retention.milliseconds, erasure?.earliest, erasure?.latest].join(' ')
    const before = limits.get(key)
    limits.set(key, {
      retention,
      erasure,
      names: (before?.names ?? new Set()).add(nameOf(topic)),
      places: [...(before?.places ?? []), ...retention.places],
    })
  }
  return [
    ...[...limits.values()].map(
      ({ retention, erasure, names, places }): Value => ({
        // What holds for all topics of an activity needs no names.
        text: words => words.retention(limits.size > 1 ? [...names] : [], retention, erasure),
        basis: basisOf(retention, erasure),
        places,
      }),
    ),
    ...copiesAt(sinks, declared),
  ]
}

/** How long each sink keeps what it was given, as far as it is declared. */
function copiesAt(sinks: readonly Sink[], declared: readonly CopyDeclaration[]): Value[] {
  const told = (sink: Sink): CopyDeclaration | undefined =>
    declared.find(({ match }) => [sink.name, ...sink.names].some(name => matchesName(match, name)))
  const untold = sinks.filter(sink => !told(sink))
  return [
    ...sinks.flatMap((sink): Value[] => {
      const known = told(sink)?.retention
      return known
        ? [{ text: words => words.copyKept(sink.name, known.value), basis: 'declared', places: [known.at] }]
        : []
    }),
    ...(untold.length > 0
      ? [
          {
            text: words => words.copyAt([...new Set(untold.map(({ name }) => name))]),
            basis: 'missing',
            places: untold.map(({ at }) => at),
            declaration: 'record.copies',
          } satisfies Value,
        ]
      : []),
  ]
}
