import data from './law.yaml'

/** An article of law in one sentence, with its ELI link. */
export interface Article {
  readonly id: string
  readonly cite: string
  readonly says: string
  readonly url: string
}

/** Builds the look-up table of articles, by their id. */
export function loadLaw(): ReadonlyMap<string, Article> {
  const { articles } = data as { articles: Record<string, Omit<Article, 'id'>> }
  return new Map(Object.entries(articles).map(([id, row]) => [id, { id, ...row }]))
}
