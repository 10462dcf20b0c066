import data from '../knowledge/group-places.yaml'
import type { ConsumerGroup } from '../model/entities.ts'
import { orFallback, type Fact } from '../model/fact.ts'
import type { Settings } from '../model/settings.ts'

/** Whose settings they are. */
type Holder = 'client' | 'worker' | 'connector'

const { places } = data() as { places: readonly { key: string; in: Holder; role: ConsumerGroup['role'] }[] }

/** The groups, and the ids that tell as much, that settings name. */
export const groupsIn = (
  settings: Settings,
  holder: Holder,
  of: Pick<ConsumerGroup, 'file' | 'extent' | 'namespace' | 'owner'>,
): ConsumerGroup[] => {
  const { file, extent, namespace, owner } = of
  const common = { kind: 'group', file, extent, owner, ...(namespace === undefined ? {} : { namespace }) } as const
  return settings.all.flatMap(({ key, value }) =>
    places
      .filter(place => place.in === holder && place.key === key)
      .map(({ role }): ConsumerGroup => ({ ...common, ...groupNamed(value), role })),
  )
}

/** What names a group, or what its variable falls back to. */
export function groupNamed(value: Fact<string>): Pick<ConsumerGroup, 'name' | 'byDefault'> {
  const name = orFallback(value)
  return { name, ...(name === value ? {} : { byDefault: true }) }
}

/** The names in a pattern of groups: the parts of a list, or of an expression that only says "or". Any other expression tells nothing. */
export function groupsListed(pattern: Fact<string>, of: Parameters<typeof groupsIn>[2]): ConsumerGroup[] {
  if (pattern.state !== 'known') return []
  const { file, extent, namespace, owner } = of
  const common = {
    kind: 'group',
    role: 'pattern',
    file,
    extent,
    owner,
    within: pattern,
    ...(namespace === undefined ? {} : { namespace }),
  } as const
  const quotes = pattern.at.span.end - pattern.at.span.start - pattern.value.length
  let from = 0
  return pattern.value.split(/[,|]/).flatMap((part): ConsumerGroup[] => {
    const text = part.trim()
    const start = pattern.at.span.start + (quotes === 2 ? 1 : 0) + from + part.indexOf(text)
    from += part.length + 1
    if (!/^[.-]*\w[\w.-]*(?:\.[*+])?$/.test(text)) return []
    // Where the text is written with escapes, all of them stand at the whole.
    const at = quotes === 0 || quotes === 2 ? { ...pattern.at, span: { start, end: start + text.length } } : pattern.at
    return [{ ...common, name: { state: 'known', value: text, at } }]
  })
}
