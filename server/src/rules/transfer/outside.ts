import { categoryName } from '../../assess/category-message.ts'
import type { Db } from '../../assess/db.ts'
import type { Destination } from '../../assess/destination.ts'
import type { PersonalData } from '../../assess/personal-data.ts'
import { decidingCountry, placeFacts, placeReasons, placeSources, sending } from '../../assess/place-messages.ts'
import { configurationFor } from '../../assess/declared.ts'
import { say, type DataOf, type EntryOf, type Message } from '../../words/message.ts'
import type { Related } from '../finding.ts'
import type { Report } from '../rule.ts'
import { transferFixes } from './transfer-fixes.ts'

/** What to say of a destination that nothing covers or that the policy refuses; undefined for any other, of which nobody asks what is passed there. */
export function outsideReport(
  destination: Destination,
  passed: () => readonly { topic: string; data: PersonalData }[],
  db: Db,
): { message: EntryOf<'KR401'>; report: Report<DataOf<`KR401.${EntryOf<'KR401'>}`>> } | undefined {
  const { status, policy, denied, safeguard, declaration, certainty } = destination
  const uncovered = (status === 'third' || status === 'conditional') && !safeguard && policy !== 'allowed'
  if (!uncovered && policy !== 'refused') return undefined
  // A guess from words that only mean a person among other fields proves nothing.
  const proven = passed().filter(({ data }) => data.grade !== 'weak')
  const certain = denied || (status === 'third' && certainty === 'stated' && proven.length > 0 && !safeguard)
  return {
    message: uncovered ? uncoveredBy(status) : 'refused',
    report: {
      at: destination.at,
      data: { sending: sending(destination), country: decidingCountry(destination) },
      level: certain ? 'error' : 'warning',
      certainty: certainty === 'stated' && proven.length > 0 ? 'derived' : certainty,
      because: [
        ...placeReasons(destination),
        ...(denied && destination.provider
          ? [say('because.providerDenied', { provider: destination.provider.name })]
          : []),
        ...knownData(destination, proven),
      ],
      sources: placeSources(destination),
      facts: placeFacts(destination),
      related: [
        ...(declaration ? [{ at: declaration.at, message: say('related.declared') }] : []),
        ...(policy === 'refused' ? policyPlace(destination, db) : []),
        ...proven.slice(0, 5).map(({ topic, data }) => ({
          at: data.field.name.at,
          message: say('category.inTopic', { category: categoryName(data.category), topic }),
        })),
      ],
      fixes: transferFixes(destination, db),
    },
  }
}

const uncoveredBy = (status: Destination['status']): 'outside' | 'conditional' =>
  status === 'third' ? 'outside' : 'conditional'

function knownData({ role }: Destination, proven: readonly { data: PersonalData }[]): Message[] {
  if (proven.length > 0)
    return [say('because.personalDataGoes', { fields: [...new Set(proven.map(({ data }) => data.field.name.value))] })]
  return role === 'sink' || role === 'replication' ? [say('because.noSchemaProves')] : []
}

const policyPlace = ({ of }: Destination, db: Db): Related[] => {
  const allowed = configurationFor(db, of.file)?.policy.allowedCountries ?? []
  const [first] = allowed
  return first
    ? [{ at: first.at, message: say('related.allowed', { countries: allowed.map(({ value }) => value) }) }]
    : []
}
