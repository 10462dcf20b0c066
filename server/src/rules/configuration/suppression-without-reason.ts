import type { Fix } from '../../model/semantic-edit.ts'
import { say } from '../../words/message.ts'
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
  mends: true,
  visits: ['suppression'],
  check({ at, codes: suppressed, reason, used }, { codes, report }) {
    if (suppressed.length === 0) return report('codeless', { at, data: {} })
    if (reason === '') return report('reasonless', { at, data: {} })
    const unused = suppressed.filter(({ code }) => !used.has(code))
    const [first, last] = [suppressed[0]?.at, suppressed.at(-1)?.at]
    const kept = suppressed
      .filter(({ code }) => used.has(code))
      .map(({ code }) => code)
      .join(', ')
    const list = first && last && { ...first, span: { start: first.span.start, end: last.span.end } }
    const fixes: Fix[] =
      kept === '' || !list
        ? [{ title: say('fix.removeSuppression'), safe: true, edits: [{ op: 'uncomment', at }] }]
        : [
            {
              title: say('fix.keepSuppression', { codes: kept }),
              safe: true,
              edits: [{ op: 'respell', at: list, text: kept }],
            },
          ]
    for (const { code, at: place } of unused)
      report(codes.has(code) ? 'unused' : 'unknown', { at: place, data: { code }, fixes })
  },
})
