import { isDefaultBelow, knobsOf, type Knob } from '../../assess/durability.ts'
import { knownValue } from '../../model/fact.ts'
import { fixBySetting, type Fix } from '../../model/semantic-edit.ts'
import { say } from '../../words/message.ts'
import { defineRule } from '../rule.ts'
import { brokerFacts, onceFor } from './broker-facts.ts'
import page from './min-insync-replicas-below-two.md'

/** Writes that the leader alone may confirm. */
export const minInsyncReplicasBelowTwo = defineRule({
  code: 'KR302',
  name: 'min-insync-replicas-below-two',
  family: 'durability',
  level: 'warning',
  law: ['gdpr-32', 'gdpr-5-1-f'],
  page,
  mends: true,
  visits: ['topic', 'cluster'],
  check(entity, { db, report }) {
    for (const knob of knobsOf(db, entity).filter(({ means }) => means === 'min-insync-replicas')) {
      const { key, value, brokers } = knob
      if (value.state === 'unresolved' || brokers?.count === 1) continue
      const facts = { ...brokerFacts(brokers), fixes: confirmedByTwo(knob) }
      if (value.state === 'absent') {
        if (isDefaultBelow(knob, 2))
          report('absent', { at: value.near, data: {}, absent: true, ...onceFor(brokers), ...facts })
      } else if (value.value === 0 || value.value === 1) {
        const factor = copiesOf(knob)
        report(factor < 1 ? 'below' : 'belowOf', {
          at: value.at,
          data: { key, actual: value.value, factor },
          ...(entity.kind === 'cluster' ? onceFor(brokers, `${key} ${value.value}`) : {}),
          ...facts,
        })
      }
    }
  },
})

/** The copies that there are; 0 where that is not known. */
const copiesOf = ({ factor }: Knob): number => (factor && knownValue(factor.value)) ?? 0

/** Only with three copies or more: of two, a minimum of two blocks writes as soon as one broker is down. */
const confirmedByTwo = (knob: Knob): Fix[] =>
  copiesOf(knob) >= 3 && knob.value.state !== 'unresolved'
    ? fixBySetting(knob.value.slot, 2, say('fix.minInsyncTwo', { key: knob.key }))
    : []
