import { wordsOf } from '../text/words.ts'
import type { Vocabulary } from './vocabulary.ts'

/** What the name of a group, a connector or a topic tells whoever runs the cluster. */
export interface Telling {
  /** special: Art. 9 or 10; person: people are concerned; business: an object of the business only. */
  readonly of: 'special' | 'person' | 'business'
  /** With its verb: `health data is`, `payments are`. */
  readonly says: string
  /** The words that tell it. */
  readonly words: string
}

/** Reads a name; undefined where it tells nothing. */
export function tellingOf(name: string, vocabulary: Vocabulary): Telling | undefined {
  const words = wordsOf(name)
  const at = ({ start, end }: { start: number; end: number }): string => words.slice(start, end).join(' ')
  const concepts = vocabulary.concepts.find(words).filter(hit => hit.entry.grade === 'strong' && !hit.gated)
  const purposes = vocabulary.purposes.find(words)
  const special = concepts.find(hit => hit.entry.category.special)
  if (special) return { of: 'special', says: special.entry.category.many, words: at(special) }
  const medical = purposes.find(hit => hit.entry.touches === 'special')
  if (medical) return { of: 'special', says: medical.entry.says, words: at(medical) }
  const purpose = purposes.find(hit => hit.entry.touches === 'person')
  if (purpose) return { of: 'person', says: purpose.entry.says, words: at(purpose) }
  const subject = vocabulary.subjects.find(words).find(hit => !vocabulary.software.has(at(hit)))
  if (subject) return { of: subject.entry.id === 'patient' ? 'special' : 'person', says: `data of ${subject.entry.many} is`, words: at(subject) }
  const [concept] = concepts
  if (concept) return { of: 'person', says: concept.entry.category.many, words: at(concept) }
  const [business] = purposes
  return business && { of: 'business', says: business.entry.says, words: at(business) }
}
