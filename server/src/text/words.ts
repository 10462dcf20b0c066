import { tableOf } from './table.ts'

const german = tableOf<string>({ ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss', æ: 'ae', ø: 'o', å: 'a' })

/** The words of an identifier, lower case and without accents: `clientIPAddress_v2` is client, ip, address, v, 2. */
export function wordsOf(identifier: string): string[] {
  const folded = /^[ -~]*$/.test(identifier) ? identifier : fold(identifier)
  return (folded.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+/g) ?? []).map(word => word.toLowerCase())
}

const fold = (identifier: string): string =>
  identifier
    .replace(/[äöüßæøå]/giu, letter => german.get(letter.toLowerCase()) ?? letter)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
