import type { Db } from '../../assess/db.ts'
import type { Destination } from '../../assess/destination.ts'
import type { PersonalData } from '../../assess/personal-data.ts'
import { configurationFor } from '../../assess/settled.ts'
import type { Report } from '../rule.ts'
import { placeFacts, placeReasons, placeSources, placeWords } from './place-words.ts'
import { transferFixes } from './transfer-fixes.ts'

/** The messages of rules about a place outside: nothing covers it, a decision that covers some recipients only, or the policy is against it. */
export const outsideMessages = {
  outside: '{who} "{name}" {does} {place}: outside the EEA, no safeguard declared',
  conditional: '{who} "{name}" {does} {place}: outside the EEA, recipient not declared covered',
  refused: '{who} "{name}" {does} {place}: the policy does not allow {country}',
} as const

/** What to say of a destination that nothing covers or that the policy refuses; undefined for any other. */
export function outsideReport(
  destination: Destination,
  passed: readonly { topic: string; data: PersonalData }[],
  db: Db,
): { message: keyof typeof outsideMessages; report: Report } | undefined {
  const { status, policy, denied, safeguard, declaration, certainty } = destination
  const uncovered = (status === 'third' || status === 'conditional') && !safeguard && policy !== 'allowed'
  if (!uncovered && policy !== 'refused') return undefined
  // A guess from words that only mean a person among other fields proves nothing.
  const proven = passed.filter(({ data }) => data.grade !== 'weak')
  const certain = denied || (status === 'third' && certainty === 'stated' && proven.length > 0 && !safeguard)
  return {
    message: !uncovered ? 'refused' : status === 'third' ? 'outside' : 'conditional',
    report: {
      at: destination.at,
      data: placeWords(destination),
      level: certain ? 'error' : 'warning',
      certainty: certainty === 'guessed' ? 'guessed' : proven.length > 0 ? 'derived' : 'stated',
      because: [
        ...placeReasons(destination),
        ...(denied && destination.provider ? [`the policy denies ${destination.provider.name}`] : []),
        ...knownData(destination, proven),
      ],
      sources: placeSources(destination),
      facts: placeFacts(destination),
      related: [
        ...(declaration ? [{ at: declaration.at, text: 'declared here' }] : []),
        ...(policy === 'refused' ? policyPlace(destination, db) : []),
        ...proven
          .slice(0, 5)
          .map(({ topic, data }) => ({ at: data.field.name.at, text: `${data.category.one} in topic ${topic}` })),
      ],
      fixes: transferFixes(destination, db),
    },
  }
}

function knownData({ role }: Destination, proven: readonly { data: PersonalData }[]): string[] {
  if (proven.length > 0)
    return [`personal data goes there: ${[...new Set(proven.map(({ data }) => data.field.name.value))].join(', ')}`]
  return role === 'sink' || role === 'replication'
    ? ['no schema in the workspace proves that personal data goes there']
    : []
}

const policyPlace = ({ of }: Destination, db: Db): { at: Report['at']; text: string }[] => {
  const allowed = configurationFor(db, of.file)?.policy.allowedCountries ?? []
  const [first] = allowed
  return first ? [{ at: first.at, text: `allowed: ${allowed.map(({ value }) => value).join(', ')}` }] : []
}
