import type { Db } from '../assess/db.ts'
import { knobsOf } from '../assess/durability.ts'
import { maskingsOf } from '../assess/masking.ts'
import type { PersonalData } from '../assess/personal-data.ts'
import type { Cluster, Peer } from '../model/entities.ts'
import { placeOf, knownValue } from '../model/fact.ts'
import type { Processing } from './cells.ts'
import type { Value } from './record.ts'
import type { Words } from './words/words.ts'

/** The technical measures that the files prove, and those that they show to be absent. */
export function measuresOf(
  of: Processing,
  clusters: readonly Cluster[],
  data: readonly PersonalData[],
  db: Db,
): Value[] {
  const measures: Value[] = []
  for (const cluster of new Set(clusters)) measures.push(...clusterMeasures(cluster))
  const knobs = of.kind === 'topic' || of.kind === 'flow' ? knobsOf(db, of) : []
  const copies = knobs.find(
    ({ means, key }) => means === 'replication-factor' && (key === 'replicas' || key === 'replication.factor'),
  )
  const count = copies?.value.state === 'known' ? copies.value.value : 0
  if (copies?.value.state === 'known' && count > 0)
    measures.push({ text: words => words.copies(count), basis: 'proven', places: [copies.value.at] })
  if (of.kind === 'connector') measures.push(...maskings(of))
  for (const peer of peersOf(of)) measures.push(...linkMeasures(peer))
  const tagged = data.filter(({ grade }) => grade === 'stated')
  if (tagged.length > 0)
    measures.push({
      text: words => words.tagged(tagged.length, data.length),
      basis: 'proven',
      places: tagged.map(({ field }) => field.name.at),
    })
  return measures
}

/** The Kafka clusters that a processing talks to. */
function peersOf(of: Processing): Peer[] {
  switch (of.kind) {
    case 'flow':
      return [of.source, of.target]
    case 'client':
    case 'connect-cluster':
      return [of.kafka]
    default:
      return []
  }
}

function clusterMeasures(cluster: Cluster): Value[] {
  const name = knownValue(cluster.name) ?? ''
  const listeners = cluster.listeners.filter(({ encrypted }) => encrypted.state === 'known')
  const open = listeners.filter(({ encrypted }) => knownValue(encrypted) === false)
  const authenticated = listeners.filter(({ authentication }) => authentication.state === 'known')
  const access = knownValue(cluster.authorization) ?? ''
  const places = (some: typeof listeners): Value['places'] => some.map(({ encrypted }) => placeOf(encrypted))
  return [
    ...(listeners.length > 0 && open.length === 0
      ? [{ text: (words: Words) => words.encrypted(name), basis: 'proven', places: places(listeners) } as const]
      : []),
    ...(open.length > 0
      ? [
          {
            text: (words: Words) => words.unencrypted(open.map(listener => knownValue(listener.name)).join(', '), name),
            basis: 'proven',
            places: places(open),
          } as const,
        ]
      : []),
    ...(authenticated.length > 0
      ? [
          {
            text: (words: Words) =>
              words.authentication(
                [...new Set(authenticated.map(({ authentication }) => knownValue(authentication)))].join(', '),
                authenticated.length,
                cluster.listeners.length,
              ),
            basis: 'proven',
            places: authenticated.map(({ authentication }) => placeOf(authentication)),
          } as const,
        ]
      : []),
    ...(cluster.authorization.state === 'known'
      ? [
          {
            text: (words: Words) => words.accessControl(access),
            basis: 'proven',
            places: [cluster.authorization.at],
          } as const,
        ]
      : []),
  ]
}

/** Whether a link to a Kafka cluster is encrypted, where the file says it. */
function linkMeasures({ alias, bootstrap, encrypted }: Peer): Value[] {
  const name = knownValue(alias) ?? knownValue(bootstrap)
  return encrypted.state === 'known' && name !== undefined
    ? [{ text: words => words.linkEncrypted(name, encrypted.value), basis: 'proven', places: [encrypted.at] }]
    : []
}

/** The transforms that take something out of the data before it leaves; what a class only promises is not proven. */
const maskings = ({ settings }: Extract<Processing, { kind: 'connector' }>): Value[] =>
  maskingsOf(settings).flatMap(({ does, fields, at }): Value[] =>
    does === 'masks' || does === 'drops'
      ? [
          {
            text: words => (does === 'masks' ? words.masked(fields.join(', ')) : words.dropped(fields.join(', '))),
            basis: 'proven',
            places: [at],
          },
        ]
      : [],
  )
