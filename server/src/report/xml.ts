import { plain } from './plain.ts'

/** A text of a file in XML, between tags or quotes: without control characters, which XML has no words for. */
export const xml = (text: string): string =>
  plain(text)
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/[&<>"'\t]/g, mark => `&#${mark.charCodeAt(0)};`)
    .replace(/[\ufffe\uffff]/g, '\ufffd')
