import { entriesOf } from '../text/list.ts'
import type { Library } from '../assess/db.ts'
import { isKnownProvider, type Supposition } from '../assess/what-if.ts'
import { say } from '../words/message.ts'
import { UsageError } from './arguments.ts'

/** The options that suppose something. */
export const supposing = {
  without: 'string',
  'without-law': 'string',
  only: 'string',
  'adequacy-falls': 'string',
} as const

/** What is supposed; a country, a set or a provider that nobody knows is wrong use. */
export function suppositionsIn(
  options: { readonly [N in keyof typeof supposing]?: string },
  library: Library,
): Supposition[] {
  const { countries } = library.knowledge
  const listed = (option: keyof typeof supposing, allowed: (one: string) => boolean): string[] => {
    const given = entriesOf(options[option] ?? '')
    const unknown = given.find(one => !allowed(one))
    if (unknown !== undefined) throw new UsageError(say('cli.unknownName', { option, given: unknown }))
    return given
  }
  const isCountry = (one: string): boolean => countries.has(one)
  const only = listed('only', one => isCountry(one) || one === 'EEA' || one === 'adequate')
  return [
    ...listed('without', one => isKnownProvider(library, one)).map(provider => ({ is: 'without', provider }) as const),
    ...listed('without-law', isCountry).map(country => ({ is: 'withoutLaw', country }) as const),
    ...(only.length > 0 ? [{ is: 'only', allowed: only } as const] : []),
    ...listed('adequacy-falls', isCountry).map(country => ({ is: 'adequacyFalls', country }) as const),
  ]
}
