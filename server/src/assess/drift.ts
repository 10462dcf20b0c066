import type { RunningTopic, Topic } from '../model/entities.ts'
import { knownValue, type Known } from '../model/fact.ts'
import { nearest } from '../model/link.ts'
import { byName } from '../model/link-key.ts'
import { spelling } from '../model/settings.ts'
import { query } from './db.ts'

/** Something that a topic declares and that runs otherwise. */
export interface Drift {
  /** As the declaration spells it. */
  readonly key: string
  readonly declared: Known<string | number>
  readonly running: Known<string | number>
}

/** What a running topic is known to do otherwise than its declaration says. What was not printed proves nothing. */
export const driftOf = query((db, topic: Topic): readonly Drift[] => {
  const name = knownValue(topic.name)
  if (name === undefined) return []
  const drifts = new Map<string, Drift>()
  for (const running of runningAs(db.estate.find(byName('running-topic', name)), topic))
    for (const drift of differences(topic, running)) drifts.set(drift.key, drift)
  return [...drifts.values()]
})

/** The prints of a topic: all of the nearest file; of two files at the same distance, none. */
function runningAs(printed: readonly RunningTopic[], topic: Topic): readonly RunningTopic[] {
  const files = new Map(printed.map(one => [one.file, one]))
  const link = nearest(topic, [...files.values()])
  return link.state === 'linked' ? printed.filter(({ file }) => file === link.to.file) : []
}

function differences(topic: Topic, running: RunningTopic): Drift[] {
  const [declared, found] = [topic.replicationFactor, running.replicationFactor]
  const factor: Drift[] =
    declared.state === 'known' && found.state === 'known' && declared.value > 0 && declared.value !== found.value
      ? [{ key: 'replicas', declared, running: found }]
      : []
  const settings = topic.settings.all.flatMap(({ key, value }): Drift[] => {
    const other = running.settings.all.find(one => one.key === key)?.value
    return value.state === 'known' && other?.state === 'known' && meaning(value.value) !== meaning(other.value)
      ? [{ key: spelling(topic.settings, key) ?? key, declared: value, running: other }]
      : []
  })
  return [...factor, ...settings]
}

/** A value without what makes no difference: quotes, spaces, the order of a list. */
const meaning = (value: string): string =>
  value
    .replace(/[[\]"'\s]/g, '')
    .toLowerCase()
    .split(',')
    .sort()
    .join(',')
