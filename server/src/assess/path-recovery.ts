import { loadBackupWords } from '../knowledge/connectors.ts'
import type { Backup, Cluster, Topic } from '../model/entities.ts'
import { knownValue, placeOf } from '../model/fact.ts'
import { clusterAt } from '../model/link.ts'
import { setting } from '../model/settings.ts'
import { lazy } from '../text/lazy.ts'
import { wordsOf } from '../text/words.ts'
import { connectorKindOf } from './connector-kind.ts'
import { isOfOperator } from './control-plane.ts'
import type { Db } from './db.ts'
import { mirrorPartsOf, notSynchronised } from './mirror.ts'
import { type Mirror, type Note, type PathEntry, isService, memberEntry } from './path-entry.ts'
import { registriesOf } from './path-items.ts'
import { type Member, type Platform, platformOf } from './platform.ts'
import { destinationOf, destinationsOf } from './residency.ts'
import { retentionOf } from './retention.ts'

const backupWords = lazy(loadBackupWords)

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

/** Copies of disks around a cluster: stores, plans and single copies. */
export function backupsOf(db: Db, { cluster, members }: Platform): PathEntry[] {
  return members.filter(isService).flatMap(member => {
    const { backup, service, role } = member.of
    if (role !== 'backup' || !backup || !isBesideDisks(backup, cluster)) return []
    const [schedule, kept] = [backup.schedule && knownValue(backup.schedule), backup.kept && knownValue(backup.kept)]
    const note = {
      is: 'backup',
      what: backup.is,
      service,
      ...(schedule === undefined ? {} : { schedule }),
      ...(kept === undefined ? {} : { kept }),
      reaches: mayHold(backup, cluster),
    } as const
    const entry = memberEntry(member, destinationsOf(db, member.of)[0])
    // Where its store stands is said with the store.
    return [
      { ...entry, ...(backup.is === 'plan' || backup.is === 'copy' ? { at: placeOf(member.of.name) } : {}), note },
    ]
  })
}

/** From which backups a cluster can be restored: those that hold its disks and that something makes, else the places where they may lie. */
export function restorableFrom(db: Db, platform: Platform): PathEntry[] {
  const reaching = backupsOf(db, platform).filter(({ note }) => note?.is === 'backup' && note.reaches)
  const made = reaching.filter(({ note }) => note?.is === 'backup' && (note.what === 'plan' || note.what === 'copy'))
  return made.length > 0 ? made : reaching
}

/** Whether copies of disks are made where a cluster stands: what is limited to namespaces copies those of no other. */
function isBesideDisks({ namespaces }: Backup, { namespace }: Cluster): boolean {
  const listed = namespaces && knownValue(namespaces)
  return listed === undefined || namespace === undefined || listed.includes(namespace)
}

/** Whether copies of disks may hold what the brokers of a cluster keep: nobody copies the disks of brokers that somebody else runs. */
const mayHold = ({ withoutDisks }: Backup, cluster: Cluster): boolean =>
  withoutDisks !== true && (cluster.site === undefined || isOfOperator(cluster))

/** Sinks that only add to a store and are called a backup: by their name, or by the name of what they write to. */
export function backupSinks(db: Db, members: readonly Member[]): PathEntry[] {
  return members.flatMap(member => {
    const { of } = member
    const kind = of.kind === 'connector' ? connectorKindOf(db, of) : undefined
    if (of.kind !== 'connector' || kind?.direction !== 'sink' || kind.deletes !== 'never') return []
    const names = [of.name, ...kind.containers.map(key => setting(of.settings, key))]
    if (!names.some(name => wordsOf(knownValue(name) ?? '').some(word => backupWords().has(word)))) return []
    return [{ ...memberEntry(member, destinationOf(db, of)), note: { is: 'calledBackup' } as const }]
  })
}

/** The registries that what stands at the standby names. */
export const registriesThere = (db: Db, mirrors: readonly Member<Mirror>[]): PathEntry[] =>
  mirrors.flatMap(({ of }) => {
    const target = clusterAt(db.estate, of, of.target)
    return target.state === 'linked' ? registriesOf(db, platformOf(db, target.to).members) : []
  })

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
