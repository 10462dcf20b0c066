import { placeSources, sending } from '../../assess/place-messages.ts'
import { destinationOf } from '../../assess/residency.ts'
import { placeOf } from '../../model/fact.ts'
import { say } from '../../words/message.ts'
import { configurationSlot } from '../configuration-slot.ts'
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
  mends: true,
  visits: ['connector', 'flow'],
  check(entity, { db, report }) {
    const destination = destinationOf(db, entity)
    if (destination?.status !== 'open' || (entity.kind === 'flow' && entity.target.bootstrap.state === 'absent')) return
    const { names, host, provider, service, certainty, because } = destination
    const match = host ?? names[0]
    report('open', {
      at: entity.kind === 'flow' ? destination.at : placeOf(entity.name),
      data: { sending: sending(destination, host ?? service ?? provider?.name ?? say('place.somewhere')) },
      certainty,
      because,
      sources: placeSources(destination),
      fixes:
        match === undefined
          ? []
          : [
              {
                title: say('fix.declareDestination', { match }),
                asks: 'country',
                edits: [
                  {
                    op: 'append',
                    slot: configurationSlot(entity.file, db, 'destinations'),
                    value: { match, country: '' },
                  },
                ],
              },
            ],
    })
  },
})
