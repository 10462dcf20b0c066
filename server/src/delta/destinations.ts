import type { Db } from '../assess/db.ts'
import type { Destination } from '../assess/destination.ts'
import { decidingCountry, placeName, placeReasons, sending } from '../assess/place-messages.ts'
import { destinationsOf } from '../assess/residency.ts'
import type { Level } from '../model/configuration.ts'
import type { Client, Cluster, ConnectCluster, Connector, ReplicationFlow } from '../model/entities.ts'
import { say, type Message } from '../words/message.ts'
import type { Change } from './change.ts'
import { pairsOf, type Pair, type Side } from './pairs.ts'
import { categoriesAt } from './personal-data.ts'

type Sending = Connector | ReplicationFlow | ConnectCluster | Client | Cluster

/** Where data goes that it did not go before, who runs it, on what the transfer rests, and whose law reaches it. */
export const destinationChanges = (before: Side, after: Side): Change[] =>
  (['connector', 'flow', 'connect-cluster', 'client', 'cluster'] as const).flatMap(kind =>
    pairsOf(kind, before, after).flatMap(pair => ofSender(pair, before.db, after.db)),
  )

function ofSender({ before, after }: Pair<Sending>, old: Db, now: Db): Change[] {
  const [was, is] = [before ? told(destinationsOf(old, before)) : [], after ? told(destinationsOf(now, after)) : []]
  const left = [...was]
  const pairs = is.map((one): Pair<Destination> => {
    const at = left.findIndex(({ role }) => role === one.role)
    const [same] = at < 0 ? [] : left.splice(at, 1)
    return { after: one, ...(same ? { before: same } : {}) }
  })
  return [...pairs, ...left.map((one): Pair<Destination> => ({ before: one }))].flatMap(pair => compared(pair, now))
}

/** A place of the own network is none of somebody else's, and a schema is no record. */
const told = (destinations: readonly Destination[]): Destination[] =>
  destinations.filter(({ role, status }) => status !== 'inside' && role !== 'registry')

function compared({ before, after }: Pair<Destination>, now: Db): Change[] {
  if (!after) return before ? [gone(before)] : []
  if (!before) return [come(after, now)]
  if (countriesOf(before) !== countriesOf(after)) return [moved(before, after, now)]
  const changes: Change[] = []
  if (before.provider?.short !== after.provider?.short) changes.push(otherOwner(before, after))
  else if (reached(after) && !reached(before)) changes.push(newlyReached(after))
  if (needsBasis(after) && before.safeguard && !after.safeguard) changes.push(safeguardLost(before, after, now))
  if (!before.safeguard && after.safeguard) changes.push(safeguardDeclared(after))
  return changes
}

const countriesOf = ({ countries }: Destination): string =>
  countries
    .map(({ code }) => code)
    .sort()
    .join()

const isOutside = ({ status }: Destination): boolean => ['third', 'conditional', 'adequate'].includes(status)
const needsBasis = ({ status }: Destination): boolean => status === 'third' || status === 'conditional'
const reached = ({ provider }: Destination): boolean => provider?.cloudAct === 'yes'

/** How grave it is that data comes somewhere: what is certain to lack a basis, and what is in it. */
function levelOf(destination: Destination, now: Db): Level {
  const { special, names } = dataAt(destination, now)
  const lacks = needsBasis(destination) && !destination.safeguard
  if (destination.certainty === 'guessed') return lacks || special ? 'warning' : 'information'
  if (lacks) return destination.status === 'third' || special ? 'error' : 'warning'
  if (special) return 'error'
  return isOutside(destination) || names.length > 0 ? 'warning' : 'information'
}

const dataAt = ({ of, role }: Destination, db: Db): ReturnType<typeof categoriesAt> =>
  (of.kind === 'connector' || of.kind === 'flow') && (role === 'sink' || role === 'replication')
    ? categoriesAt(db, of)
    : { special: false, names: [] }

/** On what a transfer rests, who runs the place, and what comes there. */
function circumstances(destination: Destination, now: Db): Message[] {
  const { safeguard, provider } = destination
  const { names } = dataAt(destination, now)
  return [
    ...(names.length > 0 ? [say('delta.sends', { categories: names })] : []),
    ...(isOutside(destination)
      ? [
          say('delta.basis', {
            status: destination.status,
            safeguard: safeguard && say('place.safeguard', { kind: safeguard.kind, date: safeguard.date }),
          }),
        ]
      : []),
    ...(provider ? [say(reached(destination) ? 'delta.runReached' : 'delta.run', { owner: provider.short })] : []),
    ...(destination.certainty === 'guessed' ? [say('delta.guessed')] : []),
  ]
}

const come = (after: Destination, now: Db): Change => ({
  kind: kindOf(after, now),
  level: levelOf(after, now),
  message: say('delta.recipientNew', { sending: sending(after), details: circumstances(after, now) }),
  because: placeReasons(after),
  after: after.at,
})

function kindOf(after: Destination, now: Db): Change['kind'] {
  if (isOutside(after)) return 'new-transfer'
  return dataAt(after, now).special ? 'special' : 'recipient'
}

const gone = (before: Destination): Change => ({
  kind: 'recipient',
  level: 'hint',
  message: say('delta.recipientGone', { sending: sending(before) }),
  because: [],
  before: before.at,
})

function moved(before: Destination, after: Destination, now: Db): Change {
  const closer = !isOutside(after) && after.status !== 'open'
  return {
    kind: isOutside(after) ? 'new-transfer' : 'recipient',
    level: closer && isOutside(before) ? 'hint' : levelOf(after, now),
    message: say('delta.countryChanged', {
      sending: sending(after),
      before: placeName(before),
      details: circumstances(after, now),
    }),
    because: placeReasons(after),
    before: before.at,
    after: after.at,
  }
}

const otherOwner = (before: Destination, after: Destination): Change => ({
  kind: reached(after) && !reached(before) ? 'foreign-law' : 'recipient',
  level: 'information',
  message: say(reached(after) ? 'delta.ownerReached' : 'delta.ownerChanged', {
    sending: sending(after),
    before: before.provider?.short ?? say('place.unknownCountry'),
    after: after.provider?.short ?? say('place.unknownCountry'),
  }),
  because: [],
  before: before.at,
  after: after.at,
})

const newlyReached = (after: Destination): Change => ({
  kind: 'foreign-law',
  level: 'information',
  message: say('delta.recipientNew', {
    sending: sending(after),
    details: [say('delta.runReached', { owner: after.provider?.short ?? '' })],
  }),
  because: [],
  after: after.at,
})

function safeguardLost(before: Destination, after: Destination, now: Db): Change {
  const { expired } = after
  return {
    kind: 'safeguard',
    level: levelOf(after, now),
    message: expired
      ? say('delta.safeguardExpired', { sending: sending(after), expires: expired.expires?.value ?? '' })
      : say('delta.safeguardLost', { sending: sending(after), country: decidingCountry(after) }),
    because: [],
    ...(before.safeguard ? { before: before.safeguard.at } : {}),
    after: after.at,
  }
}

const safeguardDeclared = (after: Destination): Change => ({
  kind: 'safeguard',
  level: 'hint',
  message: say('delta.safeguardDeclared', {
    sending: sending(after),
    safeguard: say('place.safeguard', { kind: after.safeguard?.kind ?? 'other', date: after.safeguard?.date }),
  }),
  because: [],
  ...(after.safeguard ? { after: after.safeguard.at } : {}),
})
