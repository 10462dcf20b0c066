import { placeName, placeReasons } from '../../assess/place-messages.ts'
import { destinationOf } from '../../assess/residency.ts'
import { asBoolean, knownValue } from '../../model/fact.ts'
import { setting } from '../../model/settings.ts'
import { defineRule } from '../rule.ts'
import page from './offsets-outside-eea.md'

/** Positions of consumer groups that are carried out of the EEA: a log of who read what, and when. */
export const offsetsOutsideEea = defineRule({
  code: 'KR410',
  name: 'offsets-outside-eea',
  family: 'transfer',
  level: 'information',
  law: ['gdpr-5-1-c', 'gdpr-44'],
  page,
  mends: 'decision',
  visits: ['flow', 'connector'],
  check(entity, { db, report }) {
    const destination = destinationOf(db, entity)
    const settings = entity.kind === 'flow' ? entity.checkpoints : entity.settings
    if (
      !settings ||
      destination?.role !== 'replication' ||
      destination.policy === 'allowed' ||
      !['adequate', 'conditional', 'third'].includes(destination.status)
    )
      return
    const synchronised = setting(settings, 'sync.group.offsets.enabled')
    if (synchronised.state !== 'known' || knownValue(asBoolean(synchronised)) !== true) return
    report('synchronised', {
      at: synchronised.at,
      data: { name: destination.name, place: placeName(destination) },
      because: placeReasons(destination),
    })
  },
})
