import { called } from '../../assess/called.ts'
import { asDefault, isHeeded, switchedOffBy } from '../../assess/switches.ts'
import { say } from '../../words/message.ts'
import { defineRule } from '../rule.ts'
import page from './every-class-trusted.md'

/** Consumers that make objects of whatever class a record names. */
export const everyClassTrusted = defineRule({
  code: 'KR511',
  name: 'every-class-trusted',
  family: 'access',
  level: 'information',
  law: ['gdpr-32'],
  page,
  ofProduction: true,
  visits: ['client'],
  check(client, { db, report }) {
    for (const switched of switchedOffBy(db, client, 'type-check')) {
      const { setting, value, fallback } = switched
      report('trusted', {
        at: value.at,
        data: { owner: called(client.name), key: setting.written ?? setting.key },
        ...(isHeeded(db, switched, client) ? asDefault(switched, 'hint') : { level: 'hint', certainty: 'guessed' }),
        ...(fallback ? { because: [say('because.variableDefault')] } : {}),
      })
    }
  },
})
