import { flat } from './markdown.ts'

/** A text of a file as one word of a POSIX shell: as it is where it holds nothing that a shell reads, else between quotes, on one line. */
export const shellWord = (text: string): string => (/^[\w./:@%+=,-]+$/.test(text) ? text : shellQuoted(text))

/** A text of a file as a word between quotes, whatever it holds. */
export const shellQuoted = (text: string): string => `'${flat(text).replaceAll("'", `'\\''`)}'`

/** A text of a file as a pattern that matches itself, for `grep` and for Java. */
export const literally = (text: string): string => text.replace(/[\\^$.|?*+()[\]{}]/g, '\\$&')
