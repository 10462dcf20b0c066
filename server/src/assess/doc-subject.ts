import { wordsOf } from '../text/words.ts'
import { singular } from './lexicon.ts'
import type { Words } from './person-words.ts'

const links = new Set(['for', 'by', 'from', 'to'])
const articles = new Set(['the', 'a', 'an', 'this', 'that', 'each', 'every', 'your', 'our', 'their'])

/** What docs were found to speak of, by the words that they were read with. */
const known = new WeakMap<Words['subjects'], Map<string, Speaking>>()
type Speaking = 'person' | 'organisation' | 'thing' | 'form' | undefined

/** Whom or what the first words of a doc speak of: "name of the user", "the customer's e-mail", "resource name of the contact". Only a tie-breaker, but for what is told of an organisation. */
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
  let organisation: Speaking
  for (const [at, word] of words.entries()) {
    const next = words[at + 1] ?? ''
    if (word === 'resource' && (next === 'name' || next === 'id')) return 'thing'
    const from = nounFrom(words, at, doc)
    const said = from === undefined ? undefined : saidFrom(words, from, vocabulary)
    // The merchant's customer is a person.
    if (said === 'organisation') organisation = said
    else if (said) return said
  }
  return organisation
}

/** Whom or what the noun is that begins at a word; in "the company's customer" and "the company owner" it is the last one. */
function saidFrom(words: readonly string[], from: number, vocabulary: Words): Speaking {
  const one = speakingOf(words.slice(from, from + 1), vocabulary)
  if (one === 'organisation' && words[from + 1] === 's')
    return speakingOf(words.slice(from + 2, from + 3), vocabulary) ?? one
  const two = speakingOf(words.slice(from, from + 2), vocabulary)
  return one === 'organisation' ? (two ?? one) : (one ?? two)
}

/** Where the noun begins that a word points to: `of the user`, `for a user`, `user's`. */
function nounFrom(words: readonly string[], at: number, doc: string): number | undefined {
  const word = words[at] ?? ''
  if (words[at + 1] === 's' && doc.includes("'")) return at
  const article = articles.has(words[at + 1] ?? '')
  if (word !== 'of' && !(links.has(word) && article)) return undefined
  return article ? at + 2 : at + 1
}

/** Where somebody lives or lies. */
const places = new Set(['building', 'house', 'apartment', 'room', 'floor', 'bed', 'ward'])

/** What a noun is. */
function speakingOf(noun: readonly string[], vocabulary: Words): Speaking {
  if (noun.length === 0) return undefined
  const person = vocabulary.subjects.find(noun).find(hit => hit.end === noun.length)
  if (person && !noun.slice(person.start, person.end).some(part => vocabulary.eitherWay.has(singular(part))))
    return 'person'
  if (vocabulary.technical.find(noun).some(hit => hit.end === noun.length)) return 'thing'
  if (vocabulary.organisations.find(noun).some(hit => hit.end === noun.length) && !places.has(noun.at(-1) ?? ''))
    return 'organisation'
  return vocabulary.forms.has(noun.at(-1) ?? '') ? 'form' : undefined
}
