import { defineRule } from '../rule.ts'
import page from './suppression-without-reason.md'

/** Suppressions that explain nothing or silence nothing. */
export const suppressionWithoutReason = defineRule({
  code: 'KR903',
  name: 'suppression-without-reason',
  family: 'configuration',
  level: 'warning',
  law: ['gdpr-5-2'],
  page,
  visits: ['suppression'],
  messages: {
    reasonless: 'Suppression without a reason silences nothing; expected "-- " and why it is accepted',
    codeless: 'Suppression without a code silences nothing; expected a code such as KR301',
    unknown: 'Suppression of an unknown code {code}; expected a code such as KR301',
    unused: 'Unused suppression: {code} says nothing here',
  },
  check({ at, codes: suppressed, reason, used }, { codes, report }) {
    if (suppressed.length === 0) return report('codeless', { at, data: {} })
    if (reason === '') return report('reasonless', { at, data: {} })
    const unused = suppressed.filter(({ code }) => !used.has(code))
    const fixes = unused.length === suppressed.length ? [{ title: 'Remove the suppression', edits: [{ op: 'uncomment', at } as const] }] : []
    for (const { code, at: place } of unused) report(codes.has(code) ? 'unused' : 'unknown', { at: place, data: { code }, fixes })
  },
})
