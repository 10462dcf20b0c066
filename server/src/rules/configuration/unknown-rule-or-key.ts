import type { Flaw } from '../../model/configuration.ts'
import type { Fix } from '../../model/semantic-edit.ts'
import { nearestTo, slipOf } from '../../text/nearest.ts'
import { defineRule } from '../rule.ts'
import page from './unknown-rule-or-key.md'

/** What the configuration says and nobody understands: it would be taken for settled while nothing is. */
export const unknownRuleOrKey = defineRule({
  code: 'KR902',
  name: 'unknown-rule-or-key',
  family: 'configuration',
  level: 'error',
  law: [],
  page,
  visits: ['configuration'],
  messages: {
    'unknown-key': 'Unknown key "{subject}"; expected {expected}',
    'wrong-value': 'Unexpected value "{subject}"; expected {expected}',
    'missing-key': 'Missing key "{subject}"',
    'unknown-rule': 'Unknown rule "{subject}"; expected a code such as KR301, or a family such as durability',
  },
  check({ flaws, rules, ignore, personal, policy, destinations }, { db, codes, families, report }) {
    for (const { at, what, subject, expected } of flaws) {
      const known = what === 'unknown-key' ? expected.split(', ') : expected.split(' | ')
      const near = what === 'unknown-key' ? (nearestTo(subject, known) ?? 'a known one') : expected
      report(what, {
        at,
        data: { subject, expected: near },
        because: what === 'unknown-key' ? [`known here: ${expected}`] : [],
        fixes: what === 'missing-key' ? [] : respell(at, slipOf(subject, known)),
      })
    }
    for (const { value: rule, at } of [...rules.map(entry => entry.rule), ...ignore.map(entry => entry.code)])
      if (!codes.has(rule) && !families.has(rule))
        report('unknown-rule', {
          at,
          data: { subject: rule },
          because: [`families: ${[...families].join(', ')}`],
          fixes: respell(at, codes.has(rule.toUpperCase()) ? rule.toUpperCase() : slipOf(rule, [...families])),
        })
    const wrong = (at: Flaw['at'], subject: string, expected: string): void =>
      report('wrong-value', { at, data: { subject, expected } })
    for (const { category, at } of personal)
      if (category !== undefined && !db.vocabulary.categories.has(category))
        wrong(at, category, 'a category such as contact-email, person-id, health')
    const { countries, providers } = db.knowledge
    const named = [...(policy.allowedCountries ?? []), ...destinations.flatMap(({ country }) => country ?? [])]
    for (const { value, at } of named)
      if (value.length === 2 && !countries.has(value))
        wrong(at, value, 'an ISO 3166 country code such as DE, or GB for the United Kingdom')
    const known = new Set([...providers.values()].flatMap(({ id, short }) => [id, short]))
    for (const { value, at } of policy.deniedProviders)
      if (!known.has(value))
        wrong(at, value, nearestTo(value, [...known]) ?? 'a provider such as snowflake, or an owner such as Amazon')
  },
})

/** Corrects a slip; what a word may mean otherwise is left to a person. */
const respell = (at: Flaw['at'], text: string | undefined): Fix[] =>
  text === undefined ? [] : [{ title: `Correct to "${text}"`, safe: true, edits: [{ op: 'respell', at, text }] }]
