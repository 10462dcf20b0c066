import type { Brokers } from '../../assess/brokers.ts'
import type { Report } from '../rule.ts'
import { placeKey } from '../../model/fact.ts'

/** What a finding says of the brokers that it was judged against. */
export const brokerFacts = (brokers: Brokers | undefined): Pick<Report, 'certainty' | 'because' | 'related'> =>
  brokers === undefined
    ? {}
    : {
        certainty: 'derived',
        because: [`${brokers.count} ${brokers.count === 1 ? 'broker is' : 'brokers are'} known`],
        related: brokers.places.map(at => ({
          at,
          text: `${brokers.count} ${brokers.count === 1 ? 'broker' : 'brokers'} in all`,
        })),
      }

/** What holds for a cluster is said once, however many of its brokers have settings of their own. */
export const onceFor = (brokers: Brokers | undefined): Pick<Report, 'group'> =>
  brokers?.places[0] ? { group: `cluster at ${placeKey(brokers.places[0])}` } : {}
