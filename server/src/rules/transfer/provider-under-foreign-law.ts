import type { Db } from '../../assess/db.ts'
import type { Destination } from '../../assess/destination.ts'
import { foreignLawOf, type ForeignLaw } from '../../assess/foreign-law.ts'
import { countryName, placeFacts, placeReasons, placeSources, sending } from '../../assess/place-messages.ts'
import { destinationsOf } from '../../assess/residency.ts'
import { configurationFor } from '../../assess/declared.ts'
import type { Provider } from '../../knowledge/providers.ts'
import type { Level } from '../../model/configuration.ts'
import { say, type Message } from '../../words/message.ts'
import { defineRule, type Report } from '../rule.ts'
import page from './provider-under-foreign-law.md'

/** Destinations inside the EEA whose owner foreign law reaches, and any that the policy denies. */
export const providerUnderForeignLaw = defineRule({
  code: 'KR405',
  name: 'provider-under-foreign-law',
  family: 'foreign-law',
  level: 'information',
  law: ['cloud-act', 'fisa-702', 'gdpr-48', 'gdpr-28', 'data-act-32'],
  page,
  mends: 'decision',
  perEnvironment: true,
  visits: ['connector', 'flow', 'connect-cluster', 'client', 'cluster'],
  yieldsTo: ['KR401', 'KR402', 'KR403', 'KR404'],
  check(entity, { db, report }) {
    const weight = configurationFor(db, entity.file)?.policy.foreignLaw
    for (const destination of destinationsOf(db, entity).filter(isReached)) {
      const { provider, denied } = destination
      if (!provider) continue
      const common = saidOf(destination, provider)
      if (denied) {
        report('denied', { ...common, level: 'error' })
        continue
      }
      const law = lawOver(destination, db)
      if (!law || weight === 'ignore') continue
      const weighed = { ...common, level: levelOf(law, provider, weight), group: provider.short }
      if (law.is === 'elsewhere')
        report('elsewhere', {
          ...weighed,
          data: { ...common.data, country: countryName(law.country) },
          law: lawsOf(db, law.country.code),
        })
      else report(law.is, law.is === 'unsettled' ? { ...weighed, law: ['gdpr-28'] } : weighed)
    }
  },
})

/** The foreign law that counts for a destination; where other rules speak of it, none. */
const lawOver = (destination: Destination, db: Db): ForeignLaw | undefined =>
  destination.provider && isHere(destination) ? foreignLawOf(db, destination.provider) : undefined

const saidOf = (
  destination: Destination,
  { id, name, owner, ownerSource, short, home, attested }: Provider,
): Report<{ readonly sending: Message; readonly owner: string }> => ({
  at: destination.at,
  data: { sending: sending(destination), owner: short },
  certainty: destination.certainty,
  because: [
    ...placeReasons(destination),
    ...(owner === undefined ? [] : [say('because.providerOwner', { provider: name, owner })]),
    ...(attested ? [say('because.attested', { provider: name, ...attested })] : []),
  ],
  sources: [
    ...placeSources(destination),
    ...(owner === undefined || ownerSource === undefined ? [] : [`${owner}: ${ownerSource}`]),
  ],
  facts: { ...placeFacts(destination), provider: id, ...(home === undefined ? {} : { home }) },
})

/** Whether records lie there. */
const isReached = ({ role }: Destination): boolean =>
  ['sink', 'replication', 'cluster', 'tiered-storage'].includes(role)

/** Whether it lies in the EEA, or is a cluster of somebody else in a country that nothing tells: other rules speak of the rest. */
const isHere = ({ status, role, of }: Destination): boolean =>
  status === 'eea' || (status === 'open' && role === 'cluster' && of.kind !== 'connector' && of.kind !== 'flow')

/** What is possible, unsettled, or the law of a country that the Commission has found adequate, is only a hint. */
function levelOf(law: ForeignLaw, { cloudAct }: Provider, weight: Level | undefined): Level {
  const isSure =
    law.is === 'reached' ||
    (law.is === 'possible' && cloudAct === 'disputed') ||
    (law.is === 'elsewhere' && law.country.status === 'third')
  return isSure ? (weight ?? 'information') : 'hint'
}

/** The articles that speak of what authorities of a country may demand. */
const lawsOf = ({ knowledge }: Db, country: string): string[] => [
  ...[...knowledge.law.values()].filter(({ of }) => of?.includes(country)).map(({ id }) => id),
  'gdpr-48',
  'gdpr-28',
  'data-act-32',
]
