import type { Assessment } from '../assess/assessment.ts'
import type { PersonalData } from '../assess/personal-data.ts'
import type { Cluster } from '../model/entities.ts'
import { placeOf, valueOf } from '../model/fact.ts'
import { setting } from '../model/settings.ts'
import type { Processing } from './activities.ts'
import type { Value } from './record.ts'

/** The technical measures that the files prove, and those that they show to be absent. */
export function measuresOf(of: Processing, clusters: readonly Cluster[], data: readonly PersonalData[], assess: Assessment): Value[] {
  const measures: Value[] = []
  for (const cluster of new Set(clusters)) measures.push(...clusterMeasures(cluster))
  const knobs = of.kind === 'topic' || of.kind === 'flow' ? assess.knobs(of) : []
  const copies = knobs.find(({ means, key }) => means === 'replication-factor' && (key === 'replicas' || key === 'replication.factor'))
  if (copies?.value.state === 'known' && copies.value.value > 0) measures.push({ text: `availability: ${copies.value.value} ${copies.value.value === 1 ? 'copy' : 'copies'} of the data`, basis: 'proven', places: [copies.value.at] })
  if (of.kind === 'connector') measures.push(...maskings(of))
  const tagged = data.filter(({ grade }) => grade === 'stated')
  if (tagged.length > 0) measures.push({ text: `classification: ${tagged.length} of ${data.length} fields with personal data are tagged in the schema`, basis: 'proven', places: tagged.map(({ field }) => field.name.at) })
  return measures
}

function clusterMeasures(cluster: Cluster): Value[] {
  const name = valueOf(cluster.name) ?? ''
  const listeners = cluster.listeners.filter(({ encrypted }) => encrypted.state === 'known')
  const open = listeners.filter(({ encrypted }) => valueOf(encrypted) === false)
  const authenticated = listeners.filter(({ authentication }) => authentication.state === 'known')
  const places = (some: typeof listeners): Value['places'] => some.map(({ encrypted }) => placeOf(encrypted))
  return [
    ...(listeners.length > 0 && open.length === 0 ? [{ text: `encryption in transit: all listeners of cluster ${name} use TLS`, basis: 'proven', places: places(listeners) } as const] : []),
    ...(open.length > 0 ? [{ text: `no encryption in transit on ${open.map(listener => valueOf(listener.name)).join(', ')} of cluster ${name}`, basis: 'proven', places: places(open) } as const] : []),
    ...(authenticated.length > 0 ? [{ text: `authentication: ${[...new Set(authenticated.map(({ authentication }) => valueOf(authentication)))].join(', ')} on ${authenticated.length} of ${cluster.listeners.length} listeners`, basis: 'proven', places: authenticated.map(({ authentication }) => placeOf(authentication)) } as const] : []),
    ...(cluster.authorization.state === 'known' ? [{ text: `access control: ${cluster.authorization.value === 'simple' ? 'access lists' : cluster.authorization.value}`, basis: 'proven', places: [cluster.authorization.at] } as const] : []),
  ]
}

/** The transforms that take something out of the data before it leaves. */
function maskings({ settings }: Extract<Processing, { kind: 'connector' }>): Value[] {
  const names = (valueOf(setting(settings, 'transforms')) ?? '').split(',').map(name => name.trim())
  return names.flatMap((name): Value[] => {
    const type = setting(settings, `transforms.${name}.type`)
    const fields = ['fields', 'exclude', 'blacklist'].flatMap(key => valueOf(setting(settings, `transforms.${name}.${key}`)) ?? [])
    if (type.state !== 'known' || !/(?:MaskField|ReplaceField)\$/.test(type.value) || fields.length === 0) return []
    return [{ text: `pseudonymisation or minimisation: ${/MaskField/.test(type.value) ? 'masks' : 'drops'} ${fields.join(', ')}`, basis: 'proven', places: [type.at] }]
  })
}
