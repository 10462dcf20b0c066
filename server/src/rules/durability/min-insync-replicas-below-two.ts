import { isDefaultBelow, knobsOf, type Knob } from '../../assess/durability.ts'
import type { Entity } from '../../model/entities.ts'
import { knownValue, type Known } from '../../model/fact.ts'
import { fixBySetting, type Fix } from '../../model/semantic-edit.ts'
import { say } from '../../words/message.ts'
import { defineRule, type RuleContext } from '../rule.ts'
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
      const { value, brokers } = knob
      if (value.state === 'known') reportLow(knob, value, entity.kind, report)
      else if (value.state === 'absent' && brokers?.count !== 1 && isDefaultBelow(knob, 2))
        report('absent', {
          at: value.near,
          data: {},
          absent: true,
          ...onceFor(brokers),
          ...brokerFacts(brokers),
          fixes: confirmedByTwo(knob),
        })
    }
  },
})

function reportLow(
  knob: Knob,
  { value: actual, at }: Known<number>,
  kind: Entity['kind'],
  report: RuleContext<'KR302'>['report'],
): void {
  const { key, brokers } = knob
  if (brokers?.count === 1 || (actual !== 0 && actual !== 1)) return
  const factor = copiesOf(knob)
  report(factor < 1 ? 'below' : 'belowOf', {
    at,
    data: { key, actual, factor },
    ...(kind === 'cluster' ? onceFor(brokers, `${key} ${actual}`) : {}),
    ...brokerFacts(brokers),
    fixes: confirmedByTwo(knob),
  })
}

/** The copies that there are; 0 where that is not known. */
const copiesOf = ({ factor }: Knob): number => (factor && knownValue(factor.value)) ?? 0

/** Only with three copies or more: of two, a minimum of two blocks writes as soon as one broker is down. */
const confirmedByTwo = (knob: Knob): Fix[] =>
  copiesOf(knob) >= 3 && knob.value.state !== 'unresolved'
    ? fixBySetting(knob.value.slot, 2, say('fix.minInsyncTwo', { key: knob.key }))
    : []
