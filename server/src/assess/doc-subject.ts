import { wordsOf } from '../text/words.ts'
import { singular } from './lexicon.ts'
import type { Words } from './person-words.ts'

const links = new Set(['for', 'by', 'from', 'to'])
const articles = new Set(['the', 'a', 'an', 'this', 'that', 'each', 'every', 'your', 'our', 'their'])

/** What docs were found to speak of, by the words that they were read with. */
const known = new WeakMap<Words['subjects'], Map<string, Speaking>>()
type Speaking = 'person' | 'thing' | undefined

/** Whom or what the first words of a doc speak of: "name of the user", "the customer's e-mail", "resource name of the contact". Only a tie-breaker. */
export function docSpeaksOf(doc: string, vocabulary: Words): Speaking {
  if (doc === '') return undefined
  const read = known.get(vocabulary.subjects) ?? new Map<string, Speaking>()
  known.set(vocabulary.subjects, read)
  if (!read.has(doc)) {
    if (read.size > 20_000) read.clear()
    read.set(doc, readDoc(doc, vocabulary))
  }
  return read.get(doc)
}

function readDoc(doc: string, vocabulary: Words): Speaking {
  const words = wordsOf(doc.slice(0, 160))
  for (const [at, word] of words.entries()) {
    if (word === 'resource' && (words[at + 1] === 'name' || words[at + 1] === 'id')) return 'thing'
    const possessive = words[at + 1] === 's' && doc.includes("'")
    if (!possessive && word !== 'of' && !(links.has(word) && articles.has(words[at + 1] ?? ''))) continue
    const from = possessive ? at : at + 1 + (articles.has(words[at + 1] ?? '') ? 1 : 0)
    for (const noun of [words.slice(from, from + 1), words.slice(from, from + 2)]) {
      if (noun.length === 0) continue
      const person = vocabulary.subjects.find(noun).find(hit => hit.end === noun.length)
      if (person && !noun.slice(person.start, person.end).some(part => vocabulary.eitherWay.has(singular(part))))
        return 'person'
      if (
        vocabulary.technical.find(noun).some(hit => hit.end === noun.length) ||
        vocabulary.forms.has(noun.at(-1) ?? '')
      )
        return 'thing'
    }
  }
  return undefined
}
