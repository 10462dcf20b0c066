import type { Topic } from '../../model/entities.ts'
import { placeOf, type Fact } from '../../model/fact.ts'
import { wordsOf } from '../../text/words.ts'
import { isTopicModule } from '../ansible/read.ts'
import { down, entries, isThere, items, reportingAt } from '../cursor.ts'
import { extentOf, type Cursor } from '../position.ts'
import { fixed, fixedSettings, integer, settings, switchedOffBy, text, turnedOff } from '../values.ts'

const deepest = 8
/** Keys below which nobody makes a topic by this list: the reader of a chart looks there by itself, an API is described. */
const elsewhere: ReadonlySet<string> = new Set(['provisioning', 'example', 'examples'])
/** What programs call the parts of a topic, without what stands between words. */
const [names, factors, partitions, configs] = [
  ['name', 'topic', 'topicname'],
  ['replicas', 'replicationfactor', 'replication', 'replicafactor', 'replicacount', 'numreplicas', 'numofreplicas'],
  ['partitions', 'numpartitions', 'partitioncount', 'partition', 'numofpartitions', 'numberofpartitions'],
  ['config', 'configs', 'configuration', 'settings', 'properties'],
] as const

/** Reads the topics that a program makes by a list of its own: maps with a factor and partitions, named in themselves or by their key, below a word for topics. */
export function readOwnTopics(root: Cursor, fileName: string): readonly Topic[] {
  const visit = (cursor: Cursor, name: Fact<string> | undefined, isBelow: boolean, depth: number): readonly Topic[] => {
    const topic = isBelow ? topicAt(cursor, name) : undefined
    if (!topic && depth === deepest) return []
    const found = topic
      ? [topic]
      : [
          ...entries(cursor)
            .filter(
              ({ name: below, tree }) => !elsewhere.has(below) && (tree?.kind === 'list' || !isTopicModule(below)),
            )
            .flatMap(entry => visit(entry, keyOf(entry), isBelow || saysTopics(entry.name), depth + 1)),
          ...items(cursor).flatMap(item => visit(item, undefined, isBelow, depth + 1)),
        ]
    return found.length > 0 ? turnedOff(found, switchedOffBy(cursor)) : found
  }
  return visit(root, undefined, saysTopics(fileName.replace(/\.\w+$/, '')), 0)
}

const saysTopics = (name: string): boolean => wordsOf(name).some(word => word === 'topic' || word === 'topics')

const keyOf = ({ key, name }: Cursor & { readonly name: string }): Fact<string> | undefined =>
  key && { state: 'known', value: name, at: key }

function topicAt(cursor: Cursor, key: Fact<string> | undefined): Topic | undefined {
  if (cursor.tree?.kind !== 'map') return undefined
  const one = (of: readonly string[]): Cursor => {
    const found = entries(cursor).find(({ name }) => of.includes(wordsOf(name).join('')))
    return found ?? down(cursor, of[0] ?? '')
  }
  if (!isThere(one(factors)) || !isThere(one(partitions))) return undefined
  const own = fixed(text(one(names)))
  const name = own.state === 'absent' ? key : own
  if (!name) return undefined
  const near = placeOf(name)
  return {
    kind: 'topic',
    name,
    file: cursor.document.file,
    extent: extentOf(cursor),
    cluster: { state: 'absent', near },
    partitions: fixed(integer(one(partitions))),
    replicationFactor: fixed(integer(reportingAt(one(factors), near))),
    settings: fixedSettings(settings(one(configs), near)),
  }
}
