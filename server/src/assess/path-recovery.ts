import { backupWords } from '../knowledge/connectors.ts'
import type { Topic } from '../model/entities.ts'
import { knownValue } from '../model/fact.ts'
import { clusterAt } from '../model/link.ts'
import { setting } from '../model/settings.ts'
import { wordsOf } from '../text/words.ts'
import { connectorKindOf } from './connector-kind.ts'
import type { Db } from './db.ts'
import { mirrorPartsOf, notSynchronised } from './mirror.ts'
import { type Mirror, type Note, type PathEntry, memberEntry } from './path-entry.ts'
import { type Member, type Platform, platformOf } from './platform.ts'
import { destinationOf } from './residency.ts'
import { retentionOf } from './retention.ts'

/** How long the records of topics can be read again. */
export function keptOf(db: Db, topics: readonly Topic[]): Note {
  const kept = topics.map(topic => retentionOf(db, topic))
  const times = kept.flatMap(({ kind, milliseconds }) =>
    kind === 'limited' && milliseconds !== undefined ? [milliseconds] : [],
  )
  const count = (kind: string): number => kept.filter(one => one.kind === kind).length
  return {
    is: 'kept',
    topics: topics.length,
    ...(times.length > 0 ? { shortest: Math.min(...times), longest: Math.max(...times) } : {}),
    unlimited: count('unlimited'),
    compacted: count('compacted'),
    unknown: count('unknown'),
  }
}

/** Whether groups find their place at the target; nothing where files leave that open. */
export function offsetNote(db: Db, flow: Mirror): Pick<PathEntry, 'note'> {
  if (flow.replicator) return flow.groups.state === 'absent' ? { note: { is: 'offsets', synchronised: false } } : {}
  const checkpoints = mirrorPartsOf(db, flow)?.checkpoints
  if (!checkpoints) return { note: { is: 'offsets', synchronised: false } }
  if (setting(checkpoints, 'sync.group.offsets.enabled').state === 'unresolved') return {}
  return { note: { is: 'offsets', synchronised: notSynchronised(checkpoints) === undefined } }
}

/** Sinks that only add to a store and are called a backup: by their name, or by the name of what they write to. */
export function backupSinks(db: Db, members: readonly Member[]): PathEntry[] {
  return members.flatMap(member => {
    const { of } = member
    const kind = of.kind === 'connector' ? connectorKindOf(db, of) : undefined
    if (of.kind !== 'connector' || kind?.direction !== 'sink' || kind.deletes !== 'never') return []
    const names = [of.name, ...kind.containers.map(key => setting(of.settings, key))]
    if (!names.some(name => wordsOf(knownValue(name) ?? '').some(word => backupWords.has(word)))) return []
    return [{ ...memberEntry(member, destinationOf(db, of)), note: { is: 'calledBackup' } as const }]
  })
}

/** How many connectors of a cluster stand ready at its standby. */
export function connectorsThere(db: Db, { members }: Platform, mirrors: readonly Member<Mirror>[]): PathEntry[] {
  const here = members.filter(({ of }) => of.kind === 'connector')
  if (here.length === 0) return []
  return mirrors.flatMap(member => {
    const target = clusterAt(db.estate, member.of, member.of.target)
    if (target.state !== 'linked') return []
    const names = new Set(
      platformOf(db, target.to).members.flatMap(({ of }) =>
        of.kind === 'connector' ? (knownValue(of.name) ?? []) : [],
      ),
    )
    const ready = here.filter(({ of }) => names.has(knownValue(of.name) ?? '')).length
    return [
      {
        ...memberEntry(member, destinationOf(db, member.of)),
        note: { is: 'there', count: ready, of: here.length } as const,
      },
    ]
  })
}
