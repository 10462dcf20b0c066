import { removedFrom } from '../../assess/removed.ts'
import { placeOf } from '../../model/fact.ts'
import { say } from '../../words/message.ts'
import { defineRule } from '../rule.ts'
import page from './removed-by-strimzi.md'

/** What the operator does not take any more, or soon will not. */
export const removedByStrimzi = defineRule({
  code: 'KR901',
  name: 'removed-by-strimzi',
  family: 'configuration',
  level: 'error',
  law: ['gdpr-32'],
  page,
  mends: true,
  sameByWords: true,
  visits: ['api-resource'],
  check(resource, { db, report }) {
    const { kind, version, fields, movable } = removedFrom(db, resource)
    if (kind)
      report('kind', {
        at: resource.resource.at,
        level: 'warning',
        data: { kind: kind.kind, since: kind.since, instead: kind.instead },
      })
    for (const { path, at, refused, instead, since = '1.0', value } of fields) {
      if (refused)
        report('refused', {
          at,
          data: { kind: resource.resource.value, path, value, instead },
        })
      else report('gone', { at, level: 'warning', data: { path, since, instead } })
    }
    if (!version) return
    const { version: written } = resource
    report('version', {
      at: placeOf(written),
      level: version.level === 'gone' ? 'warning' : 'hint',
      data: { kind: resource.resource.value, version: version.version, since: version.since },
      fixes:
        movable && written.state === 'known' && written.slot
          ? [
              {
                title: say('fix.strimziVersion'),
                edits: [{ op: 'set', slot: written.slot, value: 'kafka.strimzi.io/v1' }],
              },
            ]
          : [],
    })
  },
})
