import { placeOf } from '../../model/fact.ts'
import { defineRule } from '../rule.ts'
import page from './destination-undetermined.md'

/** Destinations whose country no file tells. */
export const destinationUndetermined = defineRule({
  code: 'KR407',
  name: 'destination-undetermined',
  family: 'transfer',
  level: 'hint',
  law: ['gdpr-44', 'gdpr-30'],
  page,
  visits: ['connector', 'flow'],
  messages: {
    open: '{who} "{name}" sends to {what}: country unknown; declare it once under destinations',
  },
  check(entity, { assess, report }) {
    const destination = assess.destination(entity)
    if (destination?.status !== 'open' || (entity.kind === 'flow' && entity.target.bootstrap.state === 'absent')) return
    const { role, name, host, provider, service, certainty, because } = destination
    report('open', {
      at: entity.kind === 'flow' ? destination.at : placeOf(entity.name),
      data: { who: role === 'sink' ? 'Sink' : 'Mirror', name, what: host ?? service ?? provider?.name ?? 'somewhere' },
      certainty,
      because,
    })
  },
})
