import data from './law.yaml'

/** An article of law in one sentence, with its ELI link. */
export interface Article {
  readonly id: string
  readonly cite: string
  readonly says: string
  readonly url: string
  /** ISO 3166-1 alpha-2 codes of the countries whose authorities it lets demand data; only on foreign law beside that of the United States. */
  readonly of?: readonly string[]
}

/** Builds the look-up table of articles, by their id. */
export function loadLaw(): ReadonlyMap<string, Article> {
  const { articles } = data() as { articles: Record<string, Omit<Article, 'id'>> }
  return new Map(Object.entries(articles).map(([id, row]) => [id, { id, ...row }]))
}
