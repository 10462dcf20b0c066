import { called } from '../../assess/called.ts'
import { brokersOf, controllersOf, spreadOverZones } from '../../assess/brokers.ts'
import { namesDevelopment } from '../../assess/stage.ts'
import { engineOf } from '../../assess/engine.ts'
import type { Cluster } from '../../model/entities.ts'
import { placeOf, knownValue, type Place } from '../../model/fact.ts'
import { say } from '../../words/message.ts'
import type { Related } from '../finding.ts'
import { alikeInFolder } from '../alike.ts'
import { defineRule } from '../rule.ts'
import { onceFor } from './broker-facts.ts'
import page from './uneven-brokers.md'

/** Numbers of brokers, zones and controllers that do not go together. */
export const unevenBrokers = defineRule({
  code: 'KR307',
  name: 'uneven-brokers',
  family: 'durability',
  level: 'warning',
  law: ['gdpr-32'],
  page,
  mends: 'follows',
  alike: alikeInFolder(['KR307.oneZone', 'KR307.oneZoneOfBasic']),
  visits: ['cluster'],
  check(cluster, { db, report }) {
    const name = called(cluster.name)
    // One number stands where it is written, a sum of several at the cluster.
    const at = (places: readonly Place[]): Place =>
      places.length === 1 && places[0] ? places[0] : placeOf(cluster.name)
    const related = (places: readonly Place[]): Related[] =>
      places.length > 1 ? places.map(place => ({ at: place, message: say('related.someOfThem') })) : []
    const brokers = engineOf(db, cluster)?.copies === 'elsewhere' ? undefined : brokersOf(db, cluster)
    const zones = cluster.zones && knownValue(cluster.zones)
    if (brokers?.count === 2)
      // Amazon MSK takes a multiple of its subnets only.
      report(engineOf(db, cluster)?.id === 'msk' ? 'twoOfSubnets' : 'two', {
        at: at(brokers.places),
        data: { name },
        certainty: 'derived',
        // A third broker is what production needs.
        ...(namesDevelopment(cluster) ? { level: 'hint' } : {}),
        related: related(brokers.places),
      })
    else if (brokers && zones !== undefined && zones > 1 && brokers.count % zones !== 0)
      report('zones', {
        at: at(brokers.places),
        data: { name, count: brokers.count, zones },
        certainty: 'derived',
        related: related(brokers.places),
      })
    if (zones === 1 && cluster.zones && knownValue(cluster.engine) === 'confluent-cloud')
      report(saidOfOneZone(cluster), {
        at: placeOf(cluster.zones),
        data: { name },
        level: 'information',
      })
    const spread = spreadOverZones(db, cluster)
    if (spread)
      report('noRack', { at: spread.at, data: { name, key: spread.value }, level: 'information', certainty: 'derived' })
    const controllers = controllersOf(db, cluster)
    if (controllers && controllers.count % 2 === 0)
      report('controllers', {
        at: at(controllers.places),
        data: { name, count: controllers.count },
        certainty: 'derived',
        related: related(controllers.places),
        ...onceFor(brokers, 'controllers'),
      })
  },
})

/** A cluster of Confluent's type basic has no choice of zones: another type has. */
const saidOfOneZone = ({ machine }: Cluster): 'oneZone' | 'oneZoneOfBasic' =>
  machine && knownValue(machine) === 'basic' ? 'oneZoneOfBasic' : 'oneZone'
