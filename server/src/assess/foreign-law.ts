import type { Country } from '../knowledge/countries.ts'
import type { Provider } from '../knowledge/providers.ts'
import { query } from './db.ts'

/** Whose law reaches whoever owns a provider, where it is not the law of the EEA alone. reached, possible: that of the United States; elsewhere: that of the country in which the owner sits; unsettled: nobody has looked up whose it is. */
export type ForeignLaw =
  | { readonly is: 'reached' | 'possible' }
  | { readonly is: 'unsettled' }
  | { readonly is: 'elsewhere'; readonly country: Country }

/** The foreign law that a provider stands under, as far as it has been looked up. */
export const foreignLawOf = query(({ knowledge }, { home, cloudAct }: Provider): ForeignLaw | undefined => {
  if (cloudAct === 'yes') return { is: 'reached' }
  if (cloudAct === 'unknown') return { is: 'unsettled' }
  const country = knowledge.countries.get(home ?? '')
  if (country && country.code !== 'US' && country.status !== 'eu' && country.status !== 'eea')
    return { is: 'elsewhere', country }
  return cloudAct === 'none-known' ? undefined : { is: 'possible' }
})
