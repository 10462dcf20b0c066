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
  visits: ['schema'],
  messages: {
    'unknown-type': 'Avro has no type "{subject}"; expected {expected}',
    'duplicate-field': 'Field "{subject}" stands twice in its record; expected {expected}',
    'duplicate-type': 'Type "{subject}" stands twice; expected {expected}',
    'duplicate-symbol': 'Symbol "{subject}" stands twice in its enum; expected {expected}',
    'duplicate-number': 'Field number {subject} stands twice in its message; expected {expected}',
    reserved: '"{subject}" is reserved in its message; expected {expected}',
    missing: '{subject} has no {expected}; no reader takes the schema',
    'invalid-name': 'Name "{subject}" is not one that Avro takes; expected {expected}',
    'wrong-default': 'Default {subject} does not fit; expected {expected}',
    'nested-union': 'A union stands directly in a union; expected {expected}',
    syntax: '"{subject}" has no place here; expected {expected}',
    refused: 'No reader takes this schema: {subject}',
  },
  check({ flaws = [] }, { report }) {
    // Readers stop at the first; what follows is often its consequence.
    const [first] = flaws
    if (first) report(first.what, { at: first.at, data: { subject: first.subject, expected: first.expected } })
  },
})
