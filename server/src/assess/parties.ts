import type { Access, Client, Connector, ConsumerGroup, ReplicationFlow, Topic } from '../model/entities.ts'
import { clusterOf } from '../model/link.ts'
import { mentionsOf, topicPatternsOf, type Mention, type Namer } from '../model/mentions.ts'
import { declarationsOf, mentionsNamed, sameAs } from '../model/references.ts'
import type { Assessment } from './assessment.ts'
import { takes } from './data-flow.ts'
import type { Uri } from '../text/uri.ts'
import { knownValue, placeKey, placeOf, type Place } from '../model/fact.ts'

/** A topic as the files know it: declared, or only named. */
export interface KnownTopic {
  readonly name: string
  readonly declared?: Topic
  /** Where it is declared, else the first place that names it. */
  readonly at: Place
  /** From where its schema and its cluster are looked for. */
  readonly file: Uri
}

/** Who takes part in the flow of a topic's records. */
export interface Party {
  readonly role: 'source' | 'sink' | 'mirror' | 'group' | 'client'
  readonly name: string
  readonly of: Connector | ReplicationFlow | Client | ConsumerGroup | Access
  /** Where it is named or declared itself. */
  readonly at: Place
  /** Where it names the topic. */
  readonly through: Place
}

/** The topic that a mention means; undefined where it may be one of several. */
export function topicOf(mention: Mention, { estate }: Assessment): KnownTopic | undefined {
  const [declared, ...others] = declarationsOf(mention, estate)
  if (others.length > 0) return undefined
  if (declared?.kind === 'topic') return known(declared)
  const [first] = sameAs(mention, estate).sure.filter(
    ({ inFileName, of }) => !inFileName && of.kind !== 'configuration',
  )
  return { name: mention.name, at: (first ?? mention).place, file: (first ?? mention).file }
}

/** A declared topic. */
export function known(declared: Topic): KnownTopic {
  const [own] = mentionsOf(declared, [])
  return {
    name: knownValue(declared.name) ?? '',
    declared,
    at: own?.declares ? own.place : placeOf(declared.name),
    file: declared.file,
  }
}

/** Who brings records into a topic, and who takes them out, in the order of files. */
export function partiesOf(
  topic: KnownTopic,
  assess: Assessment,
): { readonly into: readonly Party[]; readonly out: readonly Party[] } {
  const { estate } = assess
  const [into, out]: [Party[], Party[]] = [[], []]
  const seed = mentionsNamed('topic', topic.name, estate).find(({ of }) =>
    topic.declared ? of === topic.declared : of.file === topic.file,
  )
  for (const mention of seed ? sameAs(seed, estate).sure : []) {
    for (const use of mention.uses)
      if (use !== 'keeps') (use === 'reads' ? out : into).push(...partiesAt(mention.of, use, mention.place, assess))
  }
  for (const of of estate.matching()) {
    for (const { use, form, text } of topicPatternsOf(of, estate.topicSettings)) {
      if (
        of.kind !== 'connector' ||
        use === 'keeps' ||
        !(form === 'pattern' ? takes(text, topic.name) : topic.name.startsWith(text))
      )
        continue
      ;(use === 'reads' ? out : into).push(...partiesAt(of, use, placeOf(of.name), assess))
    }
  }
  for (const flow of topic.declared ? flowsAt(topic.declared, assess) : []) {
    const party: Party = {
      role: 'mirror',
      name: knownValue(flow.name) ?? 'mirror',
      of: flow,
      at: placeOf(flow.name),
      through: placeOf(flow.topics),
    }
    if (assess.topicsCopied(flow).some(copied => copied === topic.declared)) out.push(party)
    if (assess.copies(flow).some(({ copy }) => copy === topic.declared)) into.push(party)
  }
  return { into: distinct(into), out: distinct(out) }
}

/** The flows that name the cluster of a topic as their source or their target. */
function flowsAt(topic: Topic, { estate }: Assessment): ReplicationFlow[] {
  const cluster = clusterOf(estate, topic)
  const name = cluster.state === 'linked' ? knownValue(cluster.to.name) : undefined
  return name === undefined ? [] : estate.naming('cluster', name).filter(of => of.kind === 'flow')
}

function partiesAt(of: Namer, use: 'reads' | 'writes', through: Place, assess: Assessment): Party[] {
  switch (of.kind) {
    case 'connector': {
      const direction = assess.direction(of)
      // A source reads no topic; what a sink could not write goes to one of its own.
      if (direction === undefined || (direction === 'source' && use === 'reads')) return []
      return [
        {
          role: direction === 'replication' ? 'mirror' : direction === 'source' ? 'source' : 'sink',
          name: knownValue(of.name) ?? knownValue(of.class) ?? 'connector',
          of,
          at: placeOf(of.name),
          through,
        },
      ]
    }
    case 'flow':
      // A mirror copies what its source cluster holds: a topic that no file declares is taken at its word.
      return [{ role: 'mirror', name: knownValue(of.name) ?? 'mirror', of, at: placeOf(of.name), through }]
    case 'client':
      return [{ role: 'client', name: knownValue(of.name) ?? 'client', of, at: placeOf(of.name), through }]
    case 'access':
      return partiesOfAccess(of, use, through, assess)
    default:
      return []
  }
}

/** Whoever may read a topic reads it in the groups that they may use; whoever may write is known by name. */
function partiesOfAccess(of: Access, use: 'reads' | 'writes', through: Place, { estate }: Assessment): Party[] {
  const principal = knownValue(of.principal)
  if (principal === undefined) return []
  const groups =
    use === 'writes'
      ? []
      : (estate.facts(of.file)?.entities ?? [])
          .filter(
            other =>
              other.kind === 'access' && /^group$/i.test(other.resource) && knownValue(other.principal) === principal,
          )
          .flatMap((other): Party[] =>
            other.kind === 'access' && other.name.state === 'known'
              ? [
                  {
                    role: 'group',
                    name: other.prefix ? `${other.name.value}*` : other.name.value,
                    of: other,
                    at: mentionsOf(other, [])[0]?.place ?? other.name.at,
                    through,
                  },
                ]
              : [],
          )
  return groups.length > 0
    ? groups
    : [{ role: 'client', name: principal.replace(/^User:/, ''), of, at: through, through }]
}

/** Each party once. */
const distinct = (parties: readonly Party[]): Party[] => [
  ...new Map(parties.map(party => [`${party.role} ${party.name} ${placeKey(party.at)}`, party])).values(),
]
