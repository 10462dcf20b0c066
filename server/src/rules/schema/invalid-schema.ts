import { isForTests } from '../../assess/stage.ts'
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
  check({ flaws = [], file }, { db, report }) {
    // Readers stop at the first that they do not take; what follows is often its consequence.
    const first = flaws.find(flaw => !isTaken(flaw)) ?? flaws[0]
    if (first)
      report(first.what, {
        at: first.at,
        data: { subject: first.subject, expected: first.expected },
        ...(isTaken(first) ? { level: 'warning' } : {}),
        // A test may show that it is refused.
        ...(isForTests(db, file) ? { level: 'hint' } : {}),
      })
  },
})

/** Whether some readers take it all the same. */
const isTaken = (flaw: SchemaFlaw): boolean => someTake.has(flaw.what) || isOptional(flaw)

/** A record without fields, which fastavro takes. */
const isOptional = ({ what, expected }: SchemaFlaw): boolean => what === 'missing' && expected === 'fields'

/**
 * What the specification forbids and some readers take all the same: held on 2026-11-22 against Avro 1.11.4 and 1.12.2 for Java, 1.12.2 for Python, fastavro 1.13.1, avsc, protoc 35.1 and protobufjs.
 * What all of them refuse is an error.
 */
const someTake: ReadonlySet<SchemaFlaw['what']> = new Set([
  ...(['duplicate-field', 'duplicate-symbol', 'duplicate-branch', 'wrong-default', 'later-branch'] as const),
  ...(['nested-union', 'invalid-name', 'refused'] as const),
])
