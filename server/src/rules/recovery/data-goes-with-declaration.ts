import { called } from '../../assess/called.ts'
import { takenAlong } from '../../assess/keeping.ts'
import type { Keeper } from '../../model/entities.ts'
import { placeOf } from '../../model/fact.ts'
import type { Fix } from '../../model/semantic-edit.ts'
import { say } from '../../words/message.ts'
import { alikeInFolder } from '../alike.ts'
import { defineRule } from '../rule.ts'
import page from './data-goes-with-declaration.md'

/** Clusters and disks that are deleted with all records as soon as their declaration is. */
export const dataGoesWithDeclaration = defineRule({
  code: 'KR714',
  name: 'data-goes-with-declaration',
  family: 'recovery',
  level: 'information',
  law: ['gdpr-32'],
  page,
  mends: true,
  alike: alikeInFolder(['KR714.cluster', 'KR714.disks'], ['key']),
  visits: ['cluster', 'node-pool'],
  check(entity, { db, report }) {
    const { stated, unset, isMild } = takenAlong(db, entity)
    const [first = unset[0]] = stated
    if (!first) return
    const { key, keeps, value } = first
    report(first.of, {
      at: placeOf(value),
      data: { name: called(entity.name), key, expected: keeps },
      fixes: fixOf(stated.length > 0 ? stated : unset),
      ...(isMild ? { level: 'hint' } : {}),
      ...(value.state === 'absent' ? { level: 'hint', absent: true } : {}),
    })
  },
})

/** All switches of an entity at once; none where one cannot be written. */
function fixOf(keepers: readonly Keeper[]): Fix[] {
  const edits = keepers.flatMap(({ value, keeps }) =>
    value.state !== 'unresolved' && value.slot
      ? [{ op: 'set' as const, slot: value.slot, value: keeps === 'true' }]
      : [],
  )
  const [first] = keepers
  return first && edits.length === keepers.length
    ? [{ title: say('fix.secure', { key: first.key, value: first.keeps }), edits }]
    : []
}
