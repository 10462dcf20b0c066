/** Whether a word says that something has happened: created, sent. */
export const isHappening = (word: string): boolean => /(?:ed|sent|paid|made|begun|lost|left|sold|bought)$/.test(word)
