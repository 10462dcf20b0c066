import { loadEngines } from '../../knowledge/engines.ts'
import type { Settings } from '../../model/settings.ts'
import { lazy } from '../../text/lazy.ts'
import type { Cursor } from '../position.ts'
import { settings } from '../values.ts'

/** What Redpanda calls the settings of Kafka's brokers, the other way round. */
const meanings = lazy(
  (): ReadonlyMap<string, string> =>
    new Map(
      Object.entries(loadEngines().kinds.get('redpanda')?.names ?? {}).flatMap(([key, names]) =>
        names.map(name => [name, key] as const),
      ),
    ),
)

/** Reads settings of Redpanda in the vocabulary of Kafka; what is absent is not written, since its name there is another one. */
export function redpandaSettings(cursor: Cursor): Settings {
  const { slot: _, ...bag } = settings(cursor)
  return { ...bag, all: bag.all.map(one => ({ ...one, key: meanings().get(one.key) ?? one.key, written: one.key })) }
}
