import { knownValue } from '../../model/fact.ts'
import { bagsOf } from '../../model/bags.ts'
import type { Fix } from '../../model/semantic-edit.ts'
import type { Settings } from '../../model/settings.ts'
import { secretsOf, type LiteralSecret } from '../../assess/secrets.ts'
import { defineRule } from '../rule.ts'
import page from './secret-in-configuration.md'

/** Secrets that everybody who can read the repository can read. */
export const secretInConfiguration = defineRule({
  code: 'KR505',
  name: 'secret-in-configuration',
  family: 'secret',
  level: 'error',
  law: ['gdpr-32', 'gdpr-33'],
  page,
  visits: ['connector', 'connect-cluster', 'client', 'cluster', 'flow', 'topic'],
  messages: {
    literal: '{key} of {owner} is a secret in plain text; expected a reference',
    embedded: '{key} of {owner} holds {form} in plain text; expected a reference',
    fallback: '{key} of {owner} has a secret as its default; expected a reference without one',
    dummy: '{key} of {owner} holds a default that everybody knows; expected a reference',
  },
  check(entity, { report }) {
    const owner = knownValue(entity.name) ?? entity.kind
    for (const settings of bagsOf(entity)) {
      for (const secret of secretsOf(settings)) {
        const { key, value, form, mild, fallback } = secret
        report(form ? 'embedded' : mild ? 'dummy' : fallback ? 'fallback' : 'literal', {
          at: value.at,
          data: { key, owner, form: form ?? '' },
          level: mild ? 'warning' : 'error',
          fixes: refer(secret, settings, owner),
        })
      }
    }
  },
})

const inHistory = 'change the secret, it is in the history'

/** The reference in the idiom of the file: a variable of the process, a Secret of Kubernetes, a config provider. */
function refer({ value, reference, referenced, form }: LiteralSecret, { refers }: Settings, owner: string): Fix[] {
  if (value.state !== 'known' || !value.slot) return []
  const { slot } = value
  if (refers === 'variable')
    return [
      {
        title: `Replace by \${${reference}} (set the variable where it runs; ${inHistory})`,
        edits: [{ op: 'set', slot, value: referenced }],
      },
    ]
  if (refers === undefined)
    return [
      {
        title: `Replace by \${env:${reference}} (the worker needs config.providers=env; ${inHistory})`,
        edits: [{ op: 'set', slot, value: referenced }],
      },
    ]
  if (refers === 'sensitive-variable')
    return form === undefined
      ? [
          {
            title: `Take it from a sensitive variable (set it where Terraform runs; ${inHistory})`,
            edits: [
              { op: 'conceal', slot, variable: `${owner}_${reference}`.toLowerCase().replace(/[^a-z0-9]+/g, '_') },
            ],
          },
        ]
      : []
  const secretKeyRef = { name: `${owner}-credentials`, key: reference.toLowerCase() }
  return form === undefined && slot.path.at(-1) === 'value'
    ? [
        {
          title: `Take it from the Secret ${secretKeyRef.name} (create it first; ${inHistory})`,
          edits: [{ op: 'swap', slot, key: 'valueFrom', value: { secretKeyRef } }],
        },
      ]
    : []
}
