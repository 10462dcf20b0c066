/** A text of a file as plain words in Markdown: no markup, no address that an editor would fetch, no line of its own. */
export const escapeMarkdown = (text: string): string =>
  flat(text).replace(/[\\*_`~[\]<>!&#|]/g, character => `\\${character}`)

/** A text of a file as code within a line. */
export function codeSpan(text: string): string {
  const ticks = '`'.repeat(longestRun(text) + 1)
  return ticks.length === 1 ? `\`${flat(text)}\`` : `${ticks} ${flat(text)} ${ticks}`
}

/** A block of code that nothing in it can end. */
export function fence(language: string, text: string): string {
  const ticks = '`'.repeat(Math.max(3, longestRun(text) + 1))
  return `${ticks}${language}\n${text}\n${ticks}`
}

/** A text of a file on one line, without control characters. */
export const flat = (text: string): string => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')

const longestRun = (text: string): number => Math.max(0, ...(text.match(/`+/g) ?? []).map(({ length }) => length))
