import { vagueIn } from '../../assess/vagueness.ts'
import { defineRule } from '../rule.ts'
import page from './vague-declaration.md'

/** Declarations that authorities send back: they use words and say nothing. */
export const vagueDeclaration = defineRule({
  code: 'KR905',
  name: 'vague-declaration',
  family: 'configuration',
  level: 'warning',
  law: ['gdpr-30', 'gdpr-5-2'],
  page,
  mends: 'choice',
  visits: ['configuration'],
  check({ record }, { report }) {
    for (const { entry, said, expected } of vagueIn(record))
      report('vague', { at: said.at, data: { entry, said: said.value, expected } })
  },
})
