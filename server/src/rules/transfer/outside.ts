import type { Assessment } from '../../assess/assessment.ts'
import type { PersonalData } from '../../assess/personal-data.ts'
import type { Destination } from '../../assess/residency.ts'
import type { Report } from '../rule.ts'
import { placeReasons, placeWords } from './place-words.ts'
import { transferFixes } from './transfer-fixes.ts'

/** What to say of a destination outside the EEA that nothing covers; undefined for any other. */
export function outsideReport(destination: Destination | undefined, passed: readonly { topic: string; data: PersonalData }[], assess: Assessment): { message: 'outside' | 'conditional'; report: Report } | undefined {
  if (!destination || destination.safeguard || (destination.status !== 'third' && destination.status !== 'conditional')) return undefined
  // A guess from words that only mean a person among other fields proves nothing.
  const proven = passed.filter(({ data }) => data.grade !== 'weak')
  const certain = destination.status === 'third' && destination.certainty === 'stated' && proven.length > 0
  const { declaration } = destination
  return {
    message: destination.status === 'third' ? 'outside' : 'conditional',
    report: {
      at: destination.at,
      data: placeWords(destination),
      level: certain ? 'error' : 'warning',
      certainty: destination.certainty === 'guessed' ? 'guessed' : proven.length > 0 ? 'derived' : 'stated',
      because: [...placeReasons(destination), ...(proven.length > 0 ? [`personal data goes there: ${[...new Set(proven.map(({ data }) => data.field.name.value))].join(', ')}`] : ['no schema in the workspace proves that personal data goes there'])],
      related: [
        ...(declaration ? [{ at: declaration.at, text: 'declared here' }] : []),
        ...proven.slice(0, 5).map(({ topic, data }) => ({ at: data.field.name.at, text: `${data.category.one} in topic ${topic}` })),
      ],
      fixes: transferFixes(destination, assess),
    },
  }
}
