import { areTooFew } from '../../assess/brokers.ts'
import { isDefaultBelow, replicationSettingsOf, type ReplicationSetting } from '../../assess/durability.ts'
import type { Entity } from '../../model/entities.ts'
import { knownValue, placeOf, type Known } from '../../model/fact.ts'
import { fixBySetting, type Fix } from '../../model/semantic-edit.ts'
import { say } from '../../words/message.ts'
import { defineRule, type RuleContext } from '../rule.ts'
import { besideBrokers, brokerFacts, onceFor } from './broker-facts.ts'
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
    for (const setting of replicationSettingsOf(db, entity).filter(({ means }) => means === 'min-insync-replicas')) {
      const { value, brokers } = setting
      if (value.state === 'known') reportLow(setting, value, entity.kind, report)
      else if (value.state === 'absent' && isDefaultBelow(setting, 2))
        report('absent', {
          at: besideBrokers(entity, value.near, brokers),
          data: {},
          absent: true,
          ...onceFor(brokers),
          ...brokerFacts(brokers),
          fixes: confirmedByTwo(setting),
        })
    }
  },
})

function reportLow(
  setting: ReplicationSetting,
  { value: actual, at }: Known<number>,
  kind: Entity['kind'],
  report: RuleContext<'KR302'>['report'],
): void {
  const { key, brokers } = setting
  // Of two brokers, a minimum of two stops writes as soon as one is down: their number is the finding (KR307).
  if ((brokers && areTooFew(brokers)) || (actual !== 0 && actual !== 1)) return
  const factor = copiesOf(setting)
  report(factor < 1 ? 'below' : 'belowOf', {
    at,
    data: { key, actual, factor },
    // No more than one can confirm where there is one: the number of copies is the finding. Where a placeholder tells it, there may be one.
    ...(factor === 1 || setting.factor?.value.state === 'unresolved' ? { level: 'information' } : {}),
    // Before copies can confirm, there have to be some.
    ...(setting.factor && (factor === 1 || factor === 2)
      ? { follows: { code: 'KR301', at: placeOf(setting.factor.value) } }
      : {}),
    ...(kind === 'cluster' ? onceFor(brokers, `${key} ${actual}`) : {}),
    ...brokerFacts(brokers),
    fixes: confirmedByTwo(setting),
  })
}

/** The copies that there are; 0 where that is not known. */
const copiesOf = ({ factor }: ReplicationSetting): number => (factor && knownValue(factor.value)) ?? 0

/** Only with three copies or more: of two, a minimum of two blocks writes as soon as one broker is down. */
const confirmedByTwo = (setting: ReplicationSetting): Fix[] =>
  copiesOf(setting) >= 3 && setting.value.state !== 'unresolved'
    ? fixBySetting(setting.value.slot, 2, say('fix.minInsyncTwo', { key: setting.key }))
    : []
