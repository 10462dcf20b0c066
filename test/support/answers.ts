import { alternativesTo, storesOf } from '../../server/src/assess/alternatives.ts'
import { keptForEver } from '../../server/src/assess/archive.ts'
import { brokersOf, controllersOf } from '../../server/src/assess/brokers.ts'
import { everyTopicOf, unlistedBy } from '../../server/src/assess/capture.ts'
import { directionOf, isRunByConfluent } from '../../server/src/assess/connector-kind.ts'
import { controlPlaneOf } from '../../server/src/assess/control-plane.ts'
import { uncoveredBy } from '../../server/src/assess/counterparts.ts'
import { topicsCopied, topicsOf } from '../../server/src/assess/data-flow.ts'
import type { Db } from '../../server/src/assess/db.ts'
import { isSender } from '../../server/src/assess/destination.ts'
import { driftOf } from '../../server/src/assess/drift.ts'
import { replicationSettingsOf, type Durable, type ReplicationSetting } from '../../server/src/assess/durability.ts'
import { engineAt, engineOf } from '../../server/src/assess/engine.ts'
import { keptRowBy, tieredBesideCompaction, unreachedBy } from '../../server/src/assess/erasure.ts'
import {
  everyRecordBy,
  hasPublicAddress,
  limitlessBy,
  openByDefault,
  openListOf,
  opennessOf,
  superUsersOf,
  unguardedBy,
  unsignedTokens,
  usesRecords,
} from '../../server/src/assess/exposure.ts'
import { mirrorBehind, unpreparedFor } from '../../server/src/assess/failover.ts'
import { groupUsesOf } from '../../server/src/assess/group-uses.ts'
import { takenAlong } from '../../server/src/assess/keeping.ts'
import { tracedBy } from '../../server/src/assess/logging.ts'
import { maskingsOf } from '../../server/src/assess/masking.ts'
import {
  copiesOf,
  isAnswered,
  isOfMirror,
  isOneWayByIntent,
  keepsNames,
  leftBehindBy,
  loopOf,
  notSynchronised,
  policyClashOf,
  renamesFor,
} from '../../server/src/assess/mirror.ts'
import { revealedBy } from '../../server/src/assess/naming.ts'
import { openAddressLinks, openKafkaLinks, switchedOffLinks } from '../../server/src/assess/open-links.ts'
import { known, partiesOf, possibleTakersOf } from '../../server/src/assess/parties.ts'
import { platformOf } from '../../server/src/assess/platform.ts'
import { beyondLimits } from '../../server/src/assess/replicator-limits.ts'
import { destinationsOf, homeOf, undeterminedOf } from '../../server/src/assess/residency.ts'
import { erasureOf, retentionOf } from '../../server/src/assess/retention.ts'
import { secretsOf } from '../../server/src/assess/secrets.ts'
import { isForDevelopment } from '../../server/src/assess/stage.ts'
import { shortfallsOf, weaknessesOf } from '../../server/src/assess/standby.ts'
import { outOfSupport } from '../../server/src/assess/support.ts'
import { switchedOffBy, type Protection } from '../../server/src/assess/switches.ts'
import { bagsOf } from '../../server/src/model/bags.ts'
import type { Entity } from '../../server/src/model/entities.ts'
import { knownValue, placeKey } from '../../server/src/model/fact.ts'
import { groupBy } from '../../server/src/text/order.ts'
import type { Destination } from '../../server/src/assess/destination.ts'

const protections: readonly Protection[] = [
  'acknowledgement',
  'certificate',
  'encryption',
  'authorisation',
  'authorisation-on-error',
  'type-check',
  'current-tls',
]

/** All that is answered of an entity, by what is asked. */
export function* answersOf(db: Db, entity: Entity): Iterable<readonly [string, unknown]> {
  yield ['for development', isForDevelopment(db, entity)]
  for (const takes of protections) yield [`without ${takes}`, switchedOffBy(db, entity, takes)]
  yield ['secrets', bagsOf(entity).flatMap(secretsOf)]
  if (isSender(entity)) {
    yield ['sends to', destinationsOf(db, entity).map(one => toldDestination(db, one))]
    yield ['sends somewhere', undeterminedOf(db, entity)]
  }
  yield* answersOfKind(db, entity)
}

const toldDestination = (db: Db, { of: _, names, ...told }: Destination): unknown => ({
  ...told,
  names,
  alternatives: alternativesTo(db, { of: _, names, ...told }),
  stores: storesOf(db, { of: _, names, ...told }),
})

const toldCopies = ({ key, default: byDefault, factor }: ReplicationSetting): string =>
  `${key}${byDefault === undefined ? '' : ` by default ${byDefault}`}${factor ? ` beside ${factor.key}` : ''}`

/** Of the settings that decide about copies those that are written, or whose default is low: what one value, or the defaults, decide is told together. */
function copiesAt(db: Db, of: Durable): unknown[] {
  const told = replicationSettingsOf(db, of).filter(
    ({ value, default: byDefault }) => value.state !== 'absent' || byDefault === 1 || byDefault === 2,
  )
  return [...groupBy(told, ({ value }) => (value.state === 'absent' ? '' : placeKey(value.at))).values()].map(
    alike => ({
      value: alike[0]?.value,
      brokers: alike[0]?.brokers?.count,
      engine: alike[0]?.engine,
      // A template leaves all of them open.
      keys: alike.length > 5 && alike[0]?.value.state === 'unresolved' ? alike.length : alike.map(toldCopies),
    }),
  )
}

function answersOfKind(db: Db, of: Entity): readonly (readonly [string, unknown])[] {
  const name = knownValue(of.name) ?? ''
  switch (of.kind) {
    case 'topic': {
      const { into, out } = partiesOf(db, known(of))
      return [
        ['engine', engineOf(db, of)],
        ['kept', retentionOf(db, of)],
        ['erased', erasureOf(db, of)],
        ['drift', driftOf(db, of)],
        ['copies', copiesAt(db, of)],
        ['from', into],
        ['to', out],
        ['perhaps to', possibleTakersOf(db, known(of))],
        ['at home', homeOf(db, of)],
        ['tiered', tieredBesideCompaction(db, of)],
        ['reveals', revealedBy(db, name)],
      ]
    }
    case 'cluster':
      return [
        ['engine', engineOf(db, of)],
        ['brokers', brokersOf(db, of)?.count],
        ['controllers', controllersOf(db, of)?.count],
        ['kept', retentionOf(db, of)],
        ['copies', copiesAt(db, of)],
        ['listeners', of.listeners.map(opennessOf)],
        ['public', hasPublicAddress(of)],
        ['unsigned', of.listeners.map(listener => unsignedTokens(of, listener)).filter(one => one !== undefined)],
        ['everybody is', superUsersOf(db, of)],
        ['open by default', openByDefault(db, of)],
        ['open list', openListOf(db, of)],
        ['unguarded by', unguardedBy(db, of)],
        ['addresses', openAddressLinks(db, of, name)],
        ['goes with it', takenAlong(db, of)],
        ['control plane', controlPlaneOf(db, of)],
        ['support', outOfSupport(db, of)],
        ['platform', platformOf(db, of)],
      ]
    case 'node-pool':
      return [
        ['brokers', brokersOf(db, of)?.count],
        ['goes with it', takenAlong(db, of)],
      ]
    case 'access':
      return [
        ['without limit', limitlessBy(of)],
        ['every record', everyRecordBy(db, of)],
        ['records', usesRecords(db, of)],
      ]
    case 'group':
      return [
        ['of a mirror', isOfMirror(db, of)],
        ['reveals', revealedBy(db, name)],
        ['uses', groupUsesOf(db, name, of)],
      ]
    case 'connect-cluster':
      return [
        ['copies', copiesAt(db, of)],
        ['open', openKafkaLinks(db, of, name)],
        ['addresses', openAddressLinks(db, of, name)],
        ['traced', tracedBy(of)],
        ['engine', engineAt(db, of.kafka)],
      ]
    case 'client':
      return [
        ['copies', copiesAt(db, of)],
        ['open', openKafkaLinks(db, of, name)],
        ['addresses', openAddressLinks(db, of, name)],
        ['unprepared', unpreparedFor(of)],
        ['mirrored by', mirrorBehind(db, of)],
        ['engine', engineAt(db, of.kafka)],
      ]
    case 'connector':
      return [
        ['direction', directionOf(db, of)],
        ['run by Confluent', isRunByConfluent(of)],
        ['topics', topicsOf(of)],
        ['copies', copiesAt(db, of)],
        ['addresses', openAddressLinks(db, of, name)],
        ['switched off', switchedOffLinks(of, name, switchedOffBy(db, of, 'encryption'))],
        ['masks', maskingsOf(of.settings)],
        ['never erased', unreachedBy(db, of)],
        ['kept rows', keptRowBy(db, of)],
        ['kept for ever', keptForEver(db, of)],
        ['captures', unlistedBy(db, of)],
        ['every topic', everyTopicOf(db, of)],
        ['mirrors', copiesOf(db, of)],
        ['left behind', leftBehindBy(db, of)],
      ]
    case 'flow':
      return [
        ['open', openKafkaLinks(db, of, name)],
        ['copies', copiesAt(db, of)],
        ['topics', topicsCopied(db, of)],
        ['offsets', of.checkpoints && notSynchronised(of.checkpoints)],
        ['left behind', leftBehindBy(db, of)],
        ['keeps names', keepsNames(of)],
        ['in circles with', loopOf(db, of)],
        ['renames', renamesFor(db, of)],
        ['policies', policyClashOf(of)],
        ['answered', isAnswered(db, of)],
        ['mirrors', copiesOf(db, of)],
        ['one way', isOneWayByIntent(of)],
        ['weaker', weaknessesOf(db, of)],
        ['less', shortfallsOf(db, of)],
        ['uncovered', uncoveredBy(db, of)],
        ['limits', beyondLimits(db, of)],
      ]
    default:
      return []
  }
}
