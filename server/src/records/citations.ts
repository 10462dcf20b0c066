/** An article of the GDPR that a text names: `{ article: 9, paragraph: '2', letter: 'b' }`. */
export interface Citation {
  readonly article: number
  readonly paragraph?: string
  readonly letter?: string
}

/** How English, German and French texts cite an article, its paragraph and its point. */
const form =
  /\bart(?:icle|ikel|\.)?\s*(\d+)(?:\s*\((\d+)\)|,?\s*(?:Abs\.|Absatz|para?\.|paragraphe?|§)\s*(\d+))?(?:\s*(?:S\.|Satz)\s*1)?(?:\s*\(([a-z])\)|,?\s*(?:Buchst\.|Buchstabe|lit\.|points?|let\.)\s*([a-z])\)?)?/giu

/** The articles that a text names, in its order. */
export const citationsIn = (text: string): Citation[] =>
  [...text.matchAll(form)].map(([, article, ...parts]) => citation(article, parts))

function citation(
  article: string | undefined,
  [bracketed, worded, point, lettered]: readonly (string | undefined)[],
): Citation {
  const [paragraph, letter] = [bracketed ?? worded, point ?? lettered]
  return {
    article: Number(article),
    ...(paragraph === undefined ? {} : { paragraph }),
    ...(letter === undefined ? {} : { letter: letter.toLowerCase() }),
  }
}

/** A text with its articles as a language cites them; `cite` takes `Art. 9(2)(b)`. What is not written with brackets is in the words of somebody's own language, and stays. */
export const withCitations = (text: string, cite: (article: string) => string): string =>
  text.replace(form, (whole: string, article: string, ...parts: (string | undefined)[]) => {
    const { paragraph, letter } = citation(article, parts)
    return whole.includes('(')
      ? cite(`Art. ${article}${paragraph ? `(${paragraph})` : ''}${letter ? `(${letter})` : ''}`)
      : whole
  })
