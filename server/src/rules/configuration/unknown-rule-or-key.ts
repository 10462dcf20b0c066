import type { Flaw } from '../../model/configuration.ts'
import type { Fix } from '../../model/semantic-edit.ts'
import { nearestTo, slipOf } from '../../text/nearest.ts'
import { say, type Message } from '../../words/message.ts'
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
  mends: true,
  visits: ['configuration'],
  check({ flaws, rules, ignore, personal, policy, destinations, clusters }, { db, codes, families, report }) {
    for (const { at, what, subject, expected } of flaws) {
      const known = what === 'unknown-key' ? expected.split(', ') : expected.split(' | ')
      const near = what === 'unknown-key' ? (nearestTo(subject, known) ?? say('expected.knownKey')) : expected
      report(what, {
        at,
        data: { subject, expected: near },
        because: what === 'unknown-key' ? [say('because.knownKeys', { keys: expected })] : [],
        fixes: what === 'missing-key' ? [] : respell(at, slipOf(subject, known)),
      })
    }
    for (const { value: rule, at } of [...rules.map(entry => entry.rule), ...ignore.map(entry => entry.code)])
      if (!codes.has(rule) && !families.has(rule))
        report('unknown-rule', {
          at,
          data: { subject: rule },
          because: [say('because.families', { families: [...families] })],
          fixes: respell(at, codes.has(rule.toUpperCase()) ? rule.toUpperCase() : slipOf(rule, [...families])),
        })
    const wrong = (at: Flaw['at'], subject: string, expected: string | Message): void =>
      report('wrong-value', { at, data: { subject, expected } })
    for (const { category, at } of personal)
      if (category !== undefined && !db.vocabulary.categories.has(category))
        wrong(at, category, say('expected.category'))
    const { countries, providers } = db.knowledge
    const named = [
      ...(policy.allowedCountries ?? []),
      ...[...destinations, ...clusters].flatMap(({ country }) => country ?? []),
    ]
    for (const { value, at } of named)
      if (value.length === 2 && !countries.has(value)) wrong(at, value, say('expected.country'))
    const known = new Set([...providers.values()].flatMap(({ id, short }) => [id, short]))
    for (const { value, at } of policy.deniedProviders)
      if (!known.has(value)) wrong(at, value, nearestTo(value, [...known]) ?? say('expected.provider'))
  },
})

/** Corrects a slip; what a word may mean otherwise is left to a person. */
const respell = (at: Flaw['at'], text: string | undefined): Fix[] =>
  text === undefined ? [] : [{ title: say('fix.correct', { text }), safe: true, edits: [{ op: 'respell', at, text }] }]
