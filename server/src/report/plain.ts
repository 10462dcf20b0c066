/** What would move the cursor of a terminal, break a line, or turn the order of what is read: shown by its number instead. */
const unseen = /[\p{Cc}\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu

/** A longer text than this is no name that anybody wrote. In UTF-16 units. */
const longest = 1000

/** A text of a file for a terminal or a log: on one line, without control characters, and no command of a build server (`##[error]`, `##vso[...]`). Tabs stay. */
export const plain = (text: string): string =>
  (text.length > longest ? `${text.slice(0, longest)}…` : text)
    .replace(unseen, found => (found === '\t' ? found : `\\u{${found.codePointAt(0)?.toString(16)}}`))
    .replace(/##(?=\w*\[)/g, '#\\#')

/** The same for what begins a line: `::error::` there is a command of a build server, also behind blanks. */
export const plainLine = (text: string): string => plain(text).replace(/^(?=\s*::)/, '\\')
