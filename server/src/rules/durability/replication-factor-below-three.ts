import { knobsOf } from '../../assess/durability.ts'
import { say } from '../../words/message.ts'
import { defineRule } from '../rule.ts'
import { brokerFacts, onceFor } from './broker-facts.ts'
import page from './replication-factor-below-three.md'

/** Topics that keep fewer than three copies. */
export const replicationFactorBelowThree = defineRule({
  code: 'KR301',
  name: 'replication-factor-below-three',
  family: 'durability',
  level: 'warning',
  law: ['gdpr-32', 'gdpr-5-1-f'],
  page,
  mends: true,
  visits: ['topic', 'cluster', 'connect-cluster', 'connector', 'client', 'flow'],
  check(entity, { db, report }) {
    for (const { means, scope, key, of, value, default: inForce, brokers, engine } of knobsOf(db, entity)) {
      if (means !== 'replication-factor' || value.state === 'unresolved') continue
      const title = say('fix.replicationFactor', { value: 3 })
      const fixes =
        value.slot && (!brokers || brokers.count >= 3)
          ? [{ title, edits: [{ op: 'set', slot: value.slot, value: 3 } as const] }]
          : []
      if (value.state === 'absent') {
        if (scope === 'cluster-default' && inForce !== undefined && inForce < 3 && brokers && brokers.count >= 3)
          report('absent', {
            at: value.near,
            data: { key, actual: inForce },
            absent: true,
            ...onceFor(brokers),
            ...brokerFacts(brokers),
            fixes,
          })
        continue
      }
      const actual = value.value
      if (engine?.copies === 'odd' && actual > 0 && actual % 2 === 0) {
        const expected = Math.max(3, Math.min(actual + 1, brokers?.count ?? 3))
        report('even', {
          at: value.at,
          data: { key, actual, engine: engine.name, expected },
          ...brokerFacts(brokers),
          fixes:
            value.slot && (!brokers || brokers.count >= expected) && expected % 2 === 1
              ? [
                  {
                    title: say('fix.replicationFactor', { value: expected }),
                    edits: [{ op: 'set', slot: value.slot, value: expected }],
                  },
                ]
              : [],
        })
        continue
      }
      // NATS takes 0 for 1, Kafka does not take it at all.
      if (actual < (engine?.remote ? 1 : 0) || actual >= 3) continue
      const data = { key, actual, of }
      const { because = [], ...known } = brokerFacts(brokers)
      const facts = {
        ...known,
        because: entity.kind === 'topic' ? because : [say('because.holdsFor', { what: of }), ...because],
      }
      if (brokers?.count === 1 && actual > 0) {
        // A cluster in the same file is the one that is meant; one in another file may be one of several environments.
        const here = brokers.places.every(({ file }) => file === value.at.file)
        if (here) report('single', { at: value.at, data, level: 'hint', group: 'single-broker', ...facts })
        else report('singleElsewhere', { at: value.at, data, level: 'information', ...facts })
      } else
        report(entity.kind === 'topic' ? 'topic' : 'setting', {
          at: value.at,
          data,
          level: scope !== 'topic' && brokers && brokers.count >= 3 ? 'error' : 'warning',
          ...facts,
          fixes,
        })
    }
  },
})
