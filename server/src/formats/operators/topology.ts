import type { ConsumerGroup, Entity, Topic } from '../../model/entities.ts'
import { knownValue, mapFact, placeOf, type Fact } from '../../model/fact.ts'
import { down, entries, isThere, items } from '../cursor.ts'
import { extentOf, type Cursor } from '../position.ts'
import { asInteger } from '../../model/fact.ts'
import { setting } from '../../model/settings.ts'
import { fixedSettings, settings, text } from '../values.ts'

/** Reads a topology of Julie (Kafka Topology Builder): projects with their topics, and who uses them. A topic is called after its context, its project and itself. */
export function readTopology(root: Cursor): readonly Entity[] {
  if (!isThere(down(root, 'context')) || isThere(down(root, 'apiVersion'))) return []
  const before: (string | undefined)[] = []
  for (const entry of entries(root)) {
    if (entry.name === 'projects') break
    if (entry.tree?.kind !== 'map' && entry.tree?.kind !== 'list') before.push(knownValue(text(entry)))
  }
  return items(down(root, 'projects')).flatMap(project => readProject(project, before))
}

function readProject(project: Cursor, before: readonly (string | undefined)[]): Entity[] {
  const names = [...before, knownValue(text(down(project, 'name')))]
  return [
    ...items(down(project, 'topics')).map(topic => readTopic(topic, names)),
    ...items(down(project, 'consumers')).flatMap(consumer => readGroup(consumer, 'group', 'access')),
    ...items(down(project, 'streams')).flatMap(streams => readGroup(streams, 'applicationId', 'streams')),
  ]
}

function readTopic(topic: Cursor, names: readonly (string | undefined)[]): Topic {
  const written = text(down(topic, 'name'))
  const near = placeOf(written)
  const type = text(down(topic, 'dataType'))
  const full = names.includes(undefined) || type.state === 'unresolved' ? undefined : names
  const name: Fact<string> =
    written.state === 'known' && full
      ? {
          state: 'known',
          value: [...full, written.value, ...(type.state === 'known' ? [type.value] : [])].join('.'),
          at: written.at,
        }
      : mapFact(written, (): string | undefined => undefined)
  // What the tool does about a topic that exists nobody has looked up: nothing is written here.
  const bag = fixedSettings(settings(down(topic, 'config'), near))
  return {
    kind: 'topic',
    name,
    file: topic.document.file,
    extent: extentOf(topic),
    cluster: { state: 'absent', near },
    replicationFactor: asInteger(setting(bag, 'replication.factor')),
    settings: bag,
  }
}

function readGroup(user: Cursor, key: string, role: ConsumerGroup['role']): ConsumerGroup[] {
  const name = text(down(user, key))
  if (name.state === 'absent') return []
  return [
    {
      kind: 'group',
      name,
      file: user.document.file,
      extent: extentOf(user),
      role,
      owner: knownValue(text(down(user, 'principal'))) ?? 'a user',
    },
  ]
}
