import type { Db } from '../assess/db.ts'
import type { Destination } from '../assess/destination.ts'
import { erasureOf, retentionOf, type Erasure, type Retention } from '../assess/retention.ts'
import type { Topic } from '../model/entities.ts'
import { nameOf } from './gather.ts'
import type { Value } from './record.ts'

/** A limit stands in a file; when that erases at the latest may rest on a default. */
function basisOf({ kind }: Retention, erasure: Erasure | undefined): Value['basis'] {
  if (kind === 'unknown') return 'missing'
  return erasure?.assumed ? 'inferred' : 'proven'
}

/** How long topics keep their records, those of one limit together, and that copies at sinks have limits of their own. */
export function retentionsOf(topics: readonly Topic[], destinations: readonly Destination[], db: Db): Value[] {
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
  const copies = destinations.filter(({ role }) => role === 'sink')
  return [
    ...[...limits.values()].map(
      ({ retention, erasure, names, places }): Value => ({
        text: words => words.retention([...names], retention, erasure),
        basis: basisOf(retention, erasure),
        places,
      }),
    ),
    ...(copies.length > 0
      ? [
          {
            text: words => words.copyAt([...new Set(copies.map(({ name }) => name))]),
            basis: 'missing',
            places: copies.map(({ at }) => at),
          } satisfies Value,
        ]
      : []),
  ]
}
