import { placeOf } from '../../model/fact.ts'
import { called } from '../../assess/called.ts'
import type { Destination } from '../../assess/destination.ts'
import { categoryName } from '../../assess/category-message.ts'
import { personalDataIn, schemaOf, topicsOf } from '../../assess/data-flow.ts'
import { placeFacts, placeName, placeReasons, placeSources } from '../../assess/place-messages.ts'
import { destinationsOf } from '../../assess/residency.ts'
import { say } from '../../words/message.ts'
import type { Schema } from '../../model/entities.ts'
import { defineRule, type RuleContext } from '../rule.ts'
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
    const registries = destinationsOf(db, entity).filter(isForeignRegistry)
    if (registries.length === 0) return
    const schemas =
      entity.kind === 'schema' ? [entity] : topicsOf(entity).flatMap(topic => schemaOf(db, topic, entity) ?? [])
    for (const schema of new Set(schemas)) reportSchema(schema, registries, { db, report })
  },
})

/** One finding a schema, whoever brings it to the registry: findings at one place come as one. */
function reportSchema(
  schema: Schema,
  registries: readonly Destination[],
  { db, report }: Pick<RuleContext<'KR106'>, 'db' | 'report'>,
): void {
  const described = schema.records.flatMap(record => personalDataIn(db, record)).filter(({ grade }) => grade !== 'weak')
  const fields = [...new Set(described.map(({ field }) => field.name.value))]
  for (const destination of fields.length > 0 ? registries : [])
    report(isOutside(destination) ? 'outside' : 'foreign', {
      at: placeOf(schema.name),
      data: {
        place: placeName(destination),
        name: called(schema.name),
        owner: destination.provider?.short ?? '',
        fields:
          fields.length > 2
            ? say('fields.first', { field: fields[0] ?? '', others: fields.length - 1 })
            : say('fields.all', { fields }),
      },
      certainty: destination.certainty === 'guessed' ? 'guessed' : 'derived',
      because: placeReasons(destination),
      sources: placeSources(destination),
      facts: placeFacts(destination),
      related: [
        { at: destination.at, message: say('related.registry') },
        ...described.slice(0, 5).map(({ field, category }) => ({ at: field.name.at, message: categoryName(category) })),
      ],
    })
}

const isOutside = ({ status }: Destination): boolean => status === 'third' || status === 'conditional'

/** Whether a registry lies outside the EEA, or belongs to somebody under foreign law, and nobody has allowed it. */
const isForeignRegistry = (destination: Destination): boolean =>
  destination.role === 'registry' &&
  destination.policy !== 'allowed' &&
  (isOutside(destination) || destination.provider?.cloudAct === 'yes')
