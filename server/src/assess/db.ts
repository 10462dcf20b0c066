import { loadKnowledge, type Knowledge } from '../knowledge/load.ts'
import type { Estate } from '../model/estate.ts'
import { lazy } from '../text/lazy.ts'
import { loadVocabulary, type Vocabulary } from './vocabulary.ts'

/** All reference data, loaded once. */
export interface Library {
  readonly knowledge: Knowledge
  readonly vocabulary: Vocabulary
  /** The day of the review, as `2026-03-01`: what is declared may have run out. */
  readonly today: string
}

/** Loads the reference data, the words for personal data when a name is first judged; `day` tells the day whenever a review is made. */
export function loadLibrary(day: () => string): Library {
  const knowledge = loadKnowledge()
  const vocabulary = lazy(loadVocabulary)
  return {
    knowledge,
    get vocabulary() {
      return vocabulary()
    },
    get today() {
      return day()
    },
  }
}

/** What every answer is worked out from: the files as they are now, and the reference data. */
export interface Db extends Library {
  readonly estate: Estate
  /** What has been answered, by question; only `query` reads and writes it. */
  readonly answers: (Map<unknown, unknown> | undefined)[]
}

/** Opens an estate for questions. What is answered stays answered: a change, or another file whose questions are noted, needs a new one. */
export const openDb = (estate: Estate, library: Library): Db => ({
  estate,
  answers: [],
  knowledge: library.knowledge,
  get vocabulary() {
    return library.vocabulary
  },
  get today() {
    return library.today
  },
})

let questions = 0

/** Declares an answer that is worked out once for each thing asked about, as long as the database is open; things are told apart by identity, names by their text. */
export function query<K, V>(answer: (db: Db, about: K) => V): (db: Db, about: K) => V {
  const question = questions++
  return (db, about) => {
    const known = db.answers[question] ?? new Map<unknown, unknown>()
    db.answers[question] = known
    const before = known.get(about)
    if (before !== undefined || known.has(about)) return before as V
    const answered = answer(db, about)
    known.set(about, answered)
    return answered
  }
}
