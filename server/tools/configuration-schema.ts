import { loadKnowledge } from '../src/knowledge/load.ts'
import schema from '../src/knowledge/configuration.schema.json' with { type: 'json' }
import { summaryOf } from '../src/rules/page.ts'
import { rules } from '../src/rules/registry.ts'

/** The schema of `.kafka-review.yaml` as it is shipped: with the names that an editor can offer. */
export function shippedSchema(): object {
  const { countries, providers } = loadKnowledge()
  const level = { $ref: '#/properties/rules/additionalProperties' }
  const families = new Set(rules.map(({ family }) => family))
  const offering = (names: Iterable<string>): object => ({
    anyOf: [{ enum: [...new Set(names)].sort() }, { type: 'string' }],
  })
  const { policy, rules: levels, ignore, destinations } = schema.properties
  const codes = offering(rules.map(({ code }) => code))
  const country = {
    items: { ...policy.properties.allowedCountries.items, ...offering(['EEA', 'adequate', ...countries.keys()]) },
  }
  const named = Object.fromEntries([
    ...rules.map(rule => [rule.code, { ...level, description: `${rule.name}: ${summaryOf(rule.page)}` }] as const),
    ...[...families].map(family => [family, { ...level, description: `All rules of the family ${family}.` }] as const),
  ])
  return {
    ...schema,
    properties: {
      ...schema.properties,
      policy: {
        ...policy,
        properties: {
          ...policy.properties,
          allowedCountries: { ...policy.properties.allowedCountries, ...country },
          deniedProviders: {
            ...policy.properties.deniedProviders,
            items: offering([...providers.values()].flatMap(({ id, short }) => [id, short])),
          },
        },
      },
      rules: { ...levels, properties: named },
      ignore: {
        ...ignore,
        items: {
          ...ignore.items,
          properties: { ...ignore.items.properties, code: { ...ignore.items.properties.code, ...codes } },
        },
      },
      destinations: {
        ...destinations,
        items: {
          ...destinations.items,
          properties: {
            ...destinations.items.properties,
            country: { ...destinations.items.properties.country, ...offering(countries.keys()) },
            provider: { ...destinations.items.properties.provider, ...offering(providers.keys()) },
          },
        },
      },
    },
  }
}
