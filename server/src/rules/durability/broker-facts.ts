import type { Brokers } from '../../assess/brokers.ts'
import type { Durable } from '../../assess/durability.ts'
import { say } from '../../words/message.ts'
import type { Report } from '../rule.ts'
import { placeKey, type Place } from '../../model/fact.ts'

/** What a finding says of the brokers that it was judged against. */
export const brokerFacts = (brokers: Brokers | undefined): Pick<Report, 'certainty' | 'because' | 'related'> =>
  brokers === undefined
    ? {}
    : {
        certainty: 'derived',
        because: [say('because.brokers', { count: brokers.count })],
        related: brokers.places.map(at => ({
          at,
          message: say('related.brokersInAll', { count: brokers.count }),
        })),
      }

/** Where a default is told that the number of brokers makes too low: beside that number where an overlay gives it, since what the overlay changes has fewer. */
export const besideBrokers = ({ file }: Durable, near: Place, brokers: Brokers | undefined): Place =>
  near.file === file ? near : (brokers?.places.find(place => place.file === file) ?? near)

/** What holds for a cluster is said once, however many of its brokers have settings of their own; `fact` tells apart what a rule says of them. */
export const onceFor = (brokers: Brokers | undefined, fact = ''): Pick<Report, 'group'> =>
  brokers?.places[0] ? { group: `cluster at ${placeKey(brokers.places[0])} ${fact}` } : {}
