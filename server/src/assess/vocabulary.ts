import type { SchemaRecord } from '../model/entities.ts'
import { nameReader, type NameReading } from './field-name.ts'
import { loadWords } from './load-words.ts'
import { surroundingsReader, type Surroundings } from './surroundings.ts'
import { loadWeights, type Weights } from './weights.ts'

/** The words by which personal data and people are known, and what is read with them. */
export interface Vocabulary extends NameReading {
  /** What the records of a file tell of each other. */
  surroundings(records: readonly SchemaRecord[]): Surroundings
}

/** Builds the vocabulary from its data files. */
export function loadVocabulary(): Vocabulary {
  const words = loadWords()
  return withWeights({ ...words, readName: nameReader(words) }, loadWeights())
}

/** The same words, weighed otherwise. */
export function withWeights(words: Omit<NameReading, 'weights'>, weights: Weights): Vocabulary {
  const reading: NameReading = { ...words, weights }
  return { ...reading, surroundings: surroundingsReader(reading) }
}
