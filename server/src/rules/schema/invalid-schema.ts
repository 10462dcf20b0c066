import type { SchemaFlaw } from '../../model/entities.ts'
import { defineRule } from '../rule.ts'
import page from './invalid-schema.md'

/** Schemas that no reader of their language takes. */
export const invalidSchema = defineRule({
  code: 'KR801',
  name: 'invalid-schema',
  family: 'schema',
  level: 'error',
  law: ['gdpr-5-2'],
  page,
  mends: 'choice',
  visits: ['schema'],
  check({ flaws = [] }, { report }) {
    // Readers stop at the first; what follows is often its consequence.
    const [first] = flaws
    if (first)
      report(first.what, {
        at: first.at,
        data: { subject: first.subject, expected: first.expected },
        ...(someTake.has(first.what) ? { level: 'warning' } : {}),
      })
  },
})

/** What the specification forbids and some readers take all the same. */
const someTake: ReadonlySet<SchemaFlaw['what']> = new Set([
  ...(['duplicate-field', 'duplicate-symbol', 'duplicate-branch', 'wrong-default', 'later-branch'] as const),
  ...(['nested-union', 'refused'] as const),
])
