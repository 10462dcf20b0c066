import type { Db } from '../../assess/db.ts'
import type { Configuration, Flaw } from '../../model/configuration.ts'
import type { Fix } from '../../model/semantic-edit.ts'
import { nearestTo, slipOf } from '../../text/nearest.ts'
import { say, type Message } from '../../words/message.ts'
import { defineRule, type Report } from '../rule.ts'
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
  check(configuration, { db, codes, families, report }) {
    for (const flaw of configuration.flaws) report(flaw.what, ofFlaw(flaw))
    const { rules, ignore } = configuration
    for (const { value: rule, at } of [...rules.map(entry => entry.rule), ...ignore.map(entry => entry.code)])
      if (!codes.has(rule) && !families.has(rule))
        report('unknown-rule', {
          at,
          data: { subject: rule },
          because: [say('because.families', { families: [...families] })],
          fixes: respell(at, codes.has(rule.toUpperCase()) ? rule.toUpperCase() : slipOf(rule, [...families])),
        })
    const wrong = [
      ...unknownCategories(configuration, db),
      ...unknownCountries(configuration, db),
      ...unknownProviders(configuration, db),
    ]
    for (const { at, ...data } of wrong) report('wrong-value', { at, data })
  },
})

/** A flaw with what was probably meant; what is missing cannot be corrected where it stands. */
function ofFlaw({ at, what, subject, expected }: Flaw): Report<WrongValue> {
  if (what !== 'unknown-key') {
    const fixes = what === 'missing-key' ? [] : respell(at, slipOf(subject, expected.split(' | ')))
    return { at, data: { subject, expected }, fixes }
  }
  const known = expected.split(', ')
  return {
    at,
    data: { subject, expected: nearestTo(subject, known) ?? say('expected.knownKey') },
    because: [say('because.knownKeys', { keys: expected })],
    fixes: respell(at, slipOf(subject, known)),
  }
}

interface WrongValue {
  readonly subject: string
  readonly expected: string | Message
}

type Wrong = WrongValue & Pick<Flaw, 'at'>

const unknownCategories = ({ personal }: Configuration, db: Db): Wrong[] =>
  personal.flatMap(({ category, at }) =>
    category === undefined || db.vocabulary.categories.has(category)
      ? []
      : [{ at, subject: category, expected: say('expected.category') }],
  )

/** Two letters that are no country's; `EEA` and `adequate` are sets of countries. */
const unknownCountries = ({ policy, destinations, clusters }: Configuration, { knowledge }: Db): Wrong[] =>
  [...(policy.allowedCountries ?? []), ...[...destinations, ...clusters].flatMap(({ country }) => country ?? [])]
    .filter(({ value }) => value.length === 2 && !knowledge.countries.has(value))
    .map(({ value, at }) => ({ at, subject: value, expected: say('expected.country') }))

function unknownProviders({ policy }: Configuration, { knowledge }: Db): Wrong[] {
  const known = new Set([...knowledge.providers.values()].flatMap(({ id, short }) => [id, short]))
  return policy.deniedProviders
    .filter(({ value }) => !known.has(value))
    .map(({ value, at }) => ({
      at,
      subject: value,
      expected: nearestTo(value, [...known]) ?? say('expected.provider'),
    }))
}

/** Corrects a slip; what a word may mean otherwise is left to a person. */
const respell = (at: Flaw['at'], text: string | undefined): Fix[] =>
  text === undefined ? [] : [{ title: say('fix.correct', { text }), safe: true, edits: [{ op: 'respell', at, text }] }]
