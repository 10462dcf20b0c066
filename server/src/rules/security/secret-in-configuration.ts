import { valueOf } from '../../model/fact.ts'
import type { Settings } from '../../model/settings.ts'
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
  visits: ['connector', 'connect-cluster', 'client', 'cluster', 'flow'],
  messages: {
    literal: '{key} of {owner} is a secret in plain text; expected a reference',
    embedded: '{key} of {owner} holds {form} in plain text; expected a reference',
    dummy: '{key} of {owner} holds a default that everybody knows; expected a reference',
  },
  check(entity, { assess, report }) {
    const bags: readonly (Settings | undefined)[] = entity.kind === 'flow' ? [entity.copying, entity.checkpoints, entity.heartbeats] : [entity.settings]
    const owner = valueOf(entity.name) ?? entity.kind
    for (const settings of bags) {
      for (const { key, value, form, dummy, reference, referenced } of settings ? assess.secrets(settings) : []) {
        report(dummy ? 'dummy' : form ? 'embedded' : 'literal', {
          at: value.at,
          data: { key, owner, form: form ?? '' },
          level: dummy ? 'warning' : 'error',
          fixes: value.state === 'known' && value.slot ? [{ title: `Replace by \${env:${reference}} (the worker needs config.providers=env; change the secret, it is in the history)`, edits: [{ op: 'set', slot: value.slot, value: referenced }] }] : [],
        })
      }
    }
  },
})
