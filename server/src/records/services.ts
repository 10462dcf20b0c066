import type { Destination } from '../assess/destination.ts'
import type { Place } from '../model/fact.ts'
import { compareTexts } from '../text/order.ts'
import { whoRuns } from './recipients.ts'
import type { Activity } from './record.ts'
import type { Words } from './words/words.ts'

/** What somebody else runs, for registers of such services: DORA Art. 28(3) asks for each contract, Art. 30(2)(b) for the countries, NIS2 Art. 21(2)(d) for the supply chain. */
export interface Service {
  /** The owner as people say it; the provider where nobody has looked up whose it is. */
  readonly operator: string
  readonly destinations: readonly Destination[]
  readonly activities: readonly Activity[]
  /** Whether somebody has declared with whom there is a contract. */
  readonly isContracted: boolean
}

/** The services of others that activities rest on, operator by operator. */
export function servicesOf(activities: readonly Activity[]): Service[] {
  const operators = new Set(
    activities.flatMap(({ destinations }) => destinations.flatMap(({ provider }) => provider?.short ?? [])),
  )
  return [...operators].sort(compareTexts).map(operator => {
    const ofIt = ({ provider }: Destination): boolean => provider?.short === operator
    const using = activities.filter(({ destinations }) => destinations.some(ofIt))
    return {
      operator,
      destinations: [...new Set(using.flatMap(({ destinations }) => destinations.filter(ofIt)))],
      activities: using,
      isContracted: !using.some(({ partiesMissing }) => partiesMissing.includes(operator)),
    }
  })
}

/** A service in words: what is run where, and for which activities. */
export function serviceWords({ operator, destinations, activities, isContracted }: Service, words: Words): string {
  const what = destinations.map(destination => {
    const { provider, countries } = destination
    const where = countries.map(({ code, name }) => words.country(code, name)).join(', ')
    const held = provider?.attested ? `, ${words.attested(provider.attested)}` : ''
    return `${whoRuns(destination) ?? ''}, ${where === '' ? words.countryUnknown : where}${held}`
  })
  return words.service(
    operator,
    [...new Set(what)],
    activities.map(({ name }) => name),
    isContracted,
  )
}

/** Where a service is named. */
export const placesOfService = ({ destinations }: Service): Place[] => destinations.map(({ at }) => at)
