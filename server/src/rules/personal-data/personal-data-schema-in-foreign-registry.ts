import { called } from '../../assess/called.ts'
import type { Destination } from '../../assess/destination.ts'
import { categoryName } from '../../assess/category-message.ts'
import { personalDataIn, schemaOf, topicsOf } from '../../assess/data-flow.ts'
import { placeFacts, placeName, placeReasons, placeSources } from '../../assess/place-messages.ts'
import { destinationsOf } from '../../assess/residency.ts'
import { say } from '../../words/message.ts'
import { defineRule } from '../rule.ts'
import page from './personal-data-schema-in-foreign-registry.md'

/** Registries of others that hold the schemas of personal data. */
export const personalDataSchemaInForeignRegistry = defineRule({
  code: 'KR106',
  name: 'personal-data-schema-in-foreign-registry',
  family: 'personal-data',
  level: 'warning',
  law: ['gdpr-28', 'gdpr-32', 'cloud-act'],
  page,
  mends: 'follows',
  visits: ['connector', 'schema'],
  check(entity, { db, report }) {
    const records =
      entity.kind === 'schema'
        ? entity.records
        : topicsOf(entity).flatMap(topic => schemaOf(db, topic, entity)?.records ?? [])
    const described = records.flatMap(record => personalDataIn(db, record)).filter(({ grade }) => grade !== 'weak')
    if (described.length === 0) return
    for (const destination of destinationsOf(db, entity).filter(isForeignRegistry)) {
      const { provider } = destination
      const fields = [...new Set(described.map(({ field }) => field.name.value))]
      report(isOutside(destination) ? 'outside' : 'foreign', {
        at: destination.at,
        data: {
          place: placeName(destination),
          name: called(entity.name),
          owner: provider?.short ?? '',
          fields:
            fields.length > 2
              ? say('fields.first', { field: fields[0] ?? '', others: fields.length - 1 })
              : say('fields.all', { fields }),
        },
        certainty: destination.certainty === 'guessed' ? 'guessed' : 'derived',
        because: placeReasons(destination),
        sources: placeSources(destination),
        facts: placeFacts(destination),
        related: described
          .slice(0, 5)
          .map(({ field, category }) => ({ at: field.name.at, message: categoryName(category) })),
      })
    }
  },
})

const isOutside = ({ status }: Destination): boolean => status === 'third' || status === 'conditional'

/** Whether a registry lies outside the EEA, or belongs to somebody under foreign law, and nobody has allowed it. */
const isForeignRegistry = (destination: Destination): boolean =>
  destination.role === 'registry' &&
  destination.policy !== 'allowed' &&
  (isOutside(destination) || destination.provider?.cloudAct === 'yes')
