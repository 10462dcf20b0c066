import { directionOf } from '../assess/connector-kind.ts'
import { query, type Db } from '../assess/db.ts'
import { replicationSettingsOf } from '../assess/durability.ts'
import { isAnywhere } from '../text/hosts.ts'
import { maskingsOf } from '../assess/masking.ts'
import type { PersonalData } from '../assess/personal-data.ts'
import type { Cluster, Connector, Peer, Quota } from '../model/entities.ts'
import type { Estate } from '../model/estate.ts'
import { placeKey, placeOf, knownValue, writtenName, type Place } from '../model/fact.ts'
import type { Processing } from './cells.ts'
import { nameOf } from './gather.ts'
import type { Value } from './record.ts'

/** What files prove of protection, and what they show to be weak: that is no measure. */
export interface Measured {
  readonly measures: readonly Value[]
  readonly weaknesses: readonly Value[]
}

/** The technical measures that the files prove, and those that they show to be absent. */
export function measuresOf(
  of: Processing,
  clusters: readonly Cluster[],
  data: readonly PersonalData[],
  db: Db,
): Measured {
  const links = peersOf(of).flatMap(linkMeasures)
  const tagged = data.filter(({ grade }) => grade === 'stated')
  const each = [...new Set(clusters)]
  return {
    measures: [
      ...each.flatMap(clusterMeasures),
      ...each.flatMap(cluster => quotasOf(cluster, db)),
      ...(of.kind === 'connector' ? maskings(of, db) : []),
      ...links.filter(({ weak }) => !weak).map(({ value }) => value),
      ...(tagged.length > 0
        ? [
            {
              text: words => words.tagged(tagged.length, data.length),
              basis: 'proven',
              places: tagged.map(({ field }) => field.name.at),
            } satisfies Value,
          ]
        : []),
    ],
    weaknesses: [...each.flatMap(clusterWeaknesses), ...links.filter(({ weak }) => weak).map(({ value }) => value)],
  }
}

/** How many copies of the data there are: of several topics those of one number together; one that is declared differently has as many as every declaration promises. */
export function copiesOf(members: readonly Processing[], db: Db): Value[] {
  const named = new Map<string, { least: number; places: Place[] }>()
  for (const of of members) {
    if (of.kind !== 'topic' && of.kind !== 'flow') continue
    const copies = replicationSettingsOf(db, of).find(
      ({ means, key }) => means === 'replication-factor' && (key === 'replicas' || key === 'replication.factor'),
    )
    const count = (copies && knownValue(copies.value)) ?? 0
    const before = named.get(nameOf(of)) ?? { least: count, places: [] }
    named.set(nameOf(of), {
      least: Math.min(before.least, count),
      places: [...before.places, ...(copies ? [placeOf(copies.value)] : [])],
    })
  }
  const counts = new Map<number, { names: string[]; places: Place[] }>()
  for (const [name, { least, places }] of named) {
    const same = counts.get(least) ?? { names: [], places: [] }
    counts.set(least, { names: [...same.names, name], places: [...same.places, ...places] })
  }
  return [...counts].flatMap(([count, { names, places }]): Value[] =>
    // What holds for all topics of an activity needs no names.
    count > 1
      ? [{ text: words => words.copies(count, names.length < named.size ? names : []), basis: 'proven', places }]
      : [],
  )
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
  const authenticated = cluster.listeners.filter(({ authentication }) => authentication.state === 'known')
  const access = knownValue(cluster.authorization) ?? ''
  const { encryptionKey, logging } = cluster
  const proven = (of: Value['of'], said: boolean, text: Value['text'], places: Value['places']): Value[] =>
    said ? [{ text, basis: 'proven', places, ...(of ? { of } : {}) }] : []
  return [
    ...proven(
      'encryption',
      listeners.length > 0 &&
        listeners.length === cluster.listeners.length &&
        listeners.every(({ encrypted }) => knownValue(encrypted) === true),
      words => words.encrypted(name),
      listeners.map(({ encrypted }) => placeOf(encrypted)),
    ),
    ...proven(
      'access',
      authenticated.length > 0,
      words =>
        words.authentication(
          [...new Set(authenticated.map(({ authentication }) => knownValue(authentication)))].join(', '),
          authenticated.length,
          cluster.listeners.length,
          name,
        ),
      authenticated.map(({ authentication }) => placeOf(authentication)),
    ),
    ...(cluster.authorization.state === 'known'
      ? [
          {
            text: words => words.accessControl(access, name),
            // What only follows from how clients prove who they are is not written as an access list.
            basis: authenticated.some(
              ({ authentication }) => placeKey(placeOf(authentication)) === placeKey(placeOf(cluster.authorization)),
            )
              ? 'inferred'
              : 'proven',
            places: [placeOf(cluster.authorization)],
            of: 'access',
          } satisfies Value,
        ]
      : []),
    ...(encryptionKey?.state === 'known' && !encryptionKey.value.includes('alias/aws/')
      ? proven('encryption', true, words => words.ownKey(name), [encryptionKey.at])
      : []),
    ...segmentsOf(cluster, name),
    ...(logging?.state === 'known' && logging.value.length > 0
      ? proven('traces', true, words => words.brokerLogs(name), [logging.at])
      : []),
  ]
}

/** Listeners that only take connections from sources that a file lists. */
function segmentsOf(cluster: Cluster, name: string): Value[] {
  const limited = cluster.listeners.flatMap(({ name: listener, allowed }) =>
    allowed?.state === 'known' && allowed.value.length > 0 && !allowed.value.some(isAnywhere)
      ? [{ name: knownValue(listener) ?? '', at: allowed.at }]
      : [],
  )
  return limited.length === 0
    ? []
    : [
        {
          text: words =>
            words.segmented(
              limited.map(({ name: listener }) => listener),
              name,
            ),
          basis: 'proven',
          places: limited.map(({ at }) => at),
          of: 'access',
        },
      ]
}

/** The quotas of all users. */
const quotasIn = query((_db, estate: Estate): Quota[] =>
  [...estate.files()].flatMap(file => estate.entities(file).filter((of): of is Quota => of.kind === 'quota')),
)

/** The quotas of the users of a cluster. */
const quotasAt = query((db, cluster: Cluster): Quota[] => {
  const name = knownValue(cluster.name)
  return name === undefined ? [] : quotasIn(db, db.estate).filter(of => knownValue(of.cluster) === name)
})

/** What the users of a cluster may not exceed. */
function quotasOf(cluster: Cluster, db: Db): Value[] {
  const quotas = quotasAt(db, cluster)
  return quotas.length === 0
    ? []
    : [
        {
          text: words => words.quotas(quotas.map(({ name }) => knownValue(name) ?? '')),
          basis: 'proven',
          places: quotas.map(({ name }) => placeOf(name)),
        },
      ]
}

function clusterWeaknesses(cluster: Cluster): Value[] {
  const name = knownValue(cluster.name) ?? ''
  const open = cluster.listeners.filter(({ encrypted }) => knownValue(encrypted) === false)
  return open.length > 0
    ? [
        {
          text: words => words.unencrypted(open.map(listener => knownValue(listener.name)).join(', '), name),
          basis: 'proven',
          places: open.map(({ encrypted }) => placeOf(encrypted)),
        },
      ]
    : []
}

/** Whether a link to a Kafka cluster is encrypted, where the file says it. */
function linkMeasures({ alias, bootstrap, encrypted }: Peer): { weak: boolean; value: Value }[] {
  const name = knownValue(alias) ?? knownValue(bootstrap)
  return encrypted.state === 'known' && name !== undefined
    ? [
        {
          weak: !encrypted.value,
          value: {
            text: words => words.linkEncrypted(name, encrypted.value),
            basis: 'proven',
            places: [encrypted.at],
            of: 'encryption',
          },
        },
      ]
    : []
}

/** The transforms that take something out of the data before it leaves; what a class only promises is not proven. */
function maskings(of: Connector, db: Db): Value[] {
  const role = directionOf(db, of) === 'source' ? 'source' : 'sink'
  return maskingsOf(of.settings).flatMap(({ does, fields, at }): Value[] =>
    does === 'masks' || does === 'drops'
      ? [
          {
            text: words => {
              const who = words.party(role, writtenName(of.name))
              return does === 'masks' ? words.masked(fields.join(', '), who) : words.dropped(fields.join(', '), who)
            },
            basis: 'proven',
            places: [at],
          },
        ]
      : [],
  )
}
