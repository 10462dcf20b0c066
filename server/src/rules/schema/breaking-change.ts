import { breaksOf, compatibilityOf } from '../../assess/compatibility.ts'
import type { BreakKind, SchemaBreak } from '../../model/contract.ts'
import { placeKey } from '../../model/fact.ts'
import { say, type DataOf } from '../../words/message.ts'
import { defineRule } from '../rule.ts'
import page from './breaking-change.md'

/** Changes of a schema that break those who use the version before. */
export const breakingChange = defineRule({
  code: 'KR802',
  name: 'breaking-change',
  family: 'schema',
  level: 'warning',
  law: [],
  page,
  mends: 'choice',
  visits: ['schema'],
  check(schema, { db, report }) {
    const { mode, declared } = compatibilityOf(db, schema)
    const said = say(declared ? 'because.compatibilityDeclared' : 'because.compatibilityDefault', { mode })
    for (const { first, others } of byPlace(breaksOf(db, schema))) {
      const { what, at, direction, isRefused } = first
      report(what, {
        at,
        data: toldOf(first),
        ...(isRefused && declared ? { level: 'error' } : {}),
        ...(what === 'number-freed' ? { level: 'information' } : {}),
        because: [
          ...others.map(other => say('because.breaksToo', { change: say(`KR802.${other.what}`, toldOf(other)) })),
          ...(isRefused ? [said] : []),
        ],
        related: declared ? [{ at: declared.at, message: say('related.compatibility') }] : [],
        facts: { direction, change: what },
      })
    }
  },
})

/** What the messages name. */
const toldOf = ({ subject, was, now, direction }: SchemaBreak): DataOf<`KR802.${BreakKind}`> => ({
  subject,
  was,
  now,
  direction,
})

/** What is gone is told where it was: of several breaks at one place, the first that registries refuse stands for all. */
function byPlace(breaks: readonly SchemaBreak[]): { readonly first: SchemaBreak; readonly others: SchemaBreak[] }[] {
  const places = new Map<string, SchemaBreak[]>()
  for (const one of breaks) places.set(placeKey(one.at), [...(places.get(placeKey(one.at)) ?? []), one])
  return [...places.values()].flatMap(here => {
    const first = here.find(({ isRefused }) => isRefused) ?? here[0]
    return first ? [{ first, others: here.filter(other => other !== first) }] : []
  })
}
