import type { Backup, Site, SupportingService } from '../model/entities.ts'
import { knownValue, mapFact, type Fact } from '../model/fact.ts'
import { tableOf } from '../text/table.ts'
import { down, entries, isThere, items } from './cursor.ts'
import { diskDriver } from './disk-drivers.ts'
import type { KubernetesResource } from './kubernetes-resource.ts'
import { extentOf, placeHere, type Cursor } from './position.ts'
import { boolean, text, texts } from './values.ts'

/** Readers of the resources of Kubernetes that copy disks, or keep copies: Velero's (velero.io/docs, API types) and those of volume snapshots. */
export const backupResources: Readonly<Record<string, (resource: KubernetesResource) => readonly SupportingService[]>> =
  {
    'velero.io/BackupStorageLocation': readStore,
    'velero.io/VolumeSnapshotLocation': readStore,
    'velero.io/Schedule': ({ root, name }) => planAt(root, name, down(root, 'spec')),
    'velero.io/Backup': ({ root, name }) => [veleroAt(root, name, 'copy', down(root, 'spec'))],
    'snapshot.storage.k8s.io/VolumeSnapshotClass': readSnapshotClass,
    'snapshot.storage.k8s.io/VolumeSnapshot': readSnapshot,
  }

/** Where the values of Velero's chart say that backups lie, and when they are made. */
export function backupsInValues(root: Cursor): SupportingService[] {
  return [root, down(root, 'velero')].flatMap(values => {
    const stores = down(values, 'configuration', 'backupStorageLocation')
    if (!isThere(stores)) return []
    return [
      ...items(stores).map(one => storeAt(one, nameIn(one, stores), one)),
      ...entries(down(values, 'schedules')).flatMap(schedule =>
        planAt(
          schedule,
          { state: 'known', value: schedule.name, at: schedule.written ?? placeHere(schedule) },
          schedule,
        ),
      ),
    ]
  })
}

function nameIn(at: Cursor, list: Cursor): Fact<string> {
  const written = text(down(at, 'name'))
  return written.state === 'absent'
    ? { state: 'known', value: list.path.at(-1)?.toString() ?? '?', at: list.key ?? placeHere(list) }
    : written
}

const backupOf = (
  at: Cursor,
  name: Fact<string>,
  called: string,
  backup: Backup,
  rest: Pick<SupportingService, 'endpoint' | 'site'> = {},
): SupportingService => ({
  kind: 'supporting-service',
  name,
  file: at.document.file,
  extent: extentOf(at),
  role: 'backup',
  service: called,
  clusters: [],
  tells: [],
  general: true,
  backup,
  ...rest,
})

const stores = tableOf<{ readonly service: string; readonly provider: string }>({
  aws: { service: 'Amazon S3', provider: 'aws-s3' },
  'velero.io/aws': { service: 'Amazon S3', provider: 'aws-s3' },
  gcp: { service: 'Google Cloud Storage', provider: 'gcp-apis' },
  'velero.io/gcp': { service: 'Google Cloud Storage', provider: 'gcp-apis' },
  azure: { service: 'Azure Blob Storage', provider: 'azure-blob' },
  'velero.io/azure': { service: 'Azure Blob Storage', provider: 'azure-blob' },
})

function readStore({ root, name }: KubernetesResource): SupportingService[] {
  return [storeAt(root, name, down(root, 'spec'))]
}

/** A store of backups: an address of its own wins over the region of its provider. */
function storeAt(at: Cursor, name: Fact<string>, spec: Cursor): SupportingService {
  const provider = text(down(spec, 'provider'))
  const row = stores.get(knownValue(provider) ?? '')
  const site: Site | undefined = row && { ...row, region: text(down(spec, 'config', 'region')) }
  const url = down(spec, 'config', 's3Url')
  const usual = knownValue(boolean(down(spec, 'default'))) ?? knownValue(name) === 'default'
  return backupOf(
    at,
    name,
    // Others speak the protocol of Amazon S3 too.
    isThere(url) ? 'S3' : (row?.service ?? knownValue(provider) ?? '?'),
    { is: 'store', ...(usual ? { usual } : {}) },
    { ...(isThere(url) ? { endpoint: text(url) } : {}), ...(site && !isThere(url) ? { site } : {}) },
  )
}

/** A schedule of Velero; one that is paused, or switched off in the values of the chart, makes nothing. */
function planAt(at: Cursor, name: Fact<string>, spec: Cursor): SupportingService[] {
  if (['paused', 'disabled'].some(key => knownValue(boolean(down(spec, key))) === true)) return []
  const plan = veleroAt(at, name, 'plan', down(spec, 'template'))
  return [{ ...plan, backup: { is: 'plan', ...plan.backup, schedule: text(down(spec, 'schedule')) } }]
}

function veleroAt(at: Cursor, name: Fact<string>, is: 'plan' | 'copy', spec: Cursor): SupportingService {
  const namespaces = texts(down(spec, 'includedNamespaces'))
  const all = namespaces.state === 'absent' || knownValue(namespaces)?.includes('*')
  return backupOf(at, name, 'Velero', {
    is,
    keptIn: text(down(spec, 'storageLocation')),
    kept: mapFact(text(down(spec, 'ttl')), millisecondsOf),
    ...(all ? {} : { namespaces }),
    ...(leavesDisks(spec) ? { withoutDisks: true } : {}),
  })
}

/** Whether what is on the disks is left out: snapshots are switched off, and files are not copied instead. */
const leavesDisks = (spec: Cursor): boolean =>
  knownValue(boolean(down(spec, 'snapshotVolumes'))) === false &&
  knownValue(boolean(down(spec, 'defaultVolumesToFsBackup'))) !== true

/** A duration as Go writes it, `720h0m0s`. */
function millisecondsOf(written: string): number | undefined {
  const parts = /^(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?$/.exec(written)
  if (!parts || written === '') return undefined
  const [hours, minutes, seconds] = parts.slice(1).map(part => Number(part ?? 0))
  return ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000
}

const usualClass = 'snapshot.storage.kubernetes.io/is-default-class'

function readSnapshotClass({ root, name }: KubernetesResource): SupportingService[] {
  const driver = diskDriver(text(down(root, 'driver')), root.near)
  const usual = knownValue(boolean(down(root, 'metadata', 'annotations', usualClass))) === true
  return [
    backupOf(
      root,
      name,
      driver.service,
      { is: 'class', ...(usual ? { usual } : {}) },
      driver.site ? { site: driver.site } : {},
    ),
  ]
}

function readSnapshot({ root, name }: KubernetesResource): SupportingService[] {
  return [
    backupOf(root, name, 'VolumeSnapshot', {
      is: 'copy',
      keptIn: text(down(root, 'spec', 'volumeSnapshotClassName')),
      claim: text(down(root, 'spec', 'source', 'persistentVolumeClaimName')),
    }),
  ]
}
