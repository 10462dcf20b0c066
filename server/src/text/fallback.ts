/** What holds where a variable is not set, `PLAINTEXT` of `${PROTOCOL:PLAINTEXT}` or `${PROTOCOL:-PLAINTEXT}`; undefined where the text is more than one variable, or has nothing in its place. */
export const fallbackOf = (text: string): string | undefined =>
  /^\$\{[^:{}]+:(?:-|(?!-))([^{}]+)\}$/.exec(text.trim())?.[1]?.trim()
