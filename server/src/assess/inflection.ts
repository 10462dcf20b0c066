/** The endings of nouns by which languages say number and case, in families of languages that share them. */
const families: readonly { readonly languages: readonly string[]; readonly endings: RegExp }[] = [
  {
    languages: ['hr', 'sl', 'cs', 'sk', 'pl'],
    endings:
      /(?:ovima|evima|[ai]mi|[aeioy]ch|ima|ama|[aei]h|[eo]g[ao]|[eo]mu|ov[eiy]|owie|owe|[oe][vw]|[aeioy]m|ej|ou|[aeiouy])$/,
  },
  { languages: ['hu'], endings: /(?:[aeo]k(?:at|et|nak|nek|ban|ben)|[aeo]k|j?[ae]i?|nak|nek|[eoikt])$/ },
  { languages: ['fi', 'et'], endings: /(?:iden|ien|jen|ten|den|ssa|sta|lla|lta|lle|[aeintd])$/ },
  { languages: ['ro'], endings: /(?:ului|ilor|elor|lor|ul|ii|ei|le|ea|[aei])$/ },
  { languages: ['de', 'nl'], endings: /(?:innen|in|ern|en|er|es|[ens])$/ },
  { languages: ['sv', 'da', 'no', 'is'], endings: /(?:arna|orna|erna|erne|ene|ens|ets|[aeo]r|e[nt]|[aenst])$/ },
  { languages: ['tr'], endings: /(?:l[ae]r(?:in?)?|n[iu]n|[iu]n|s[iu]|[iuae])$/ },
  { languages: ['lt', 'lv'], endings: /(?:i?ams|i?oms|i?ai|i?ui|i?em|[aeiuyo]s|i[ou]|[aeious])$/ },
]

/** What is left of a noun without its ending has at least so many letters. */
const least = 5

const familyOf = new Map(families.flatMap(({ languages }, at) => languages.map(language => [language, at] as const)))

/** The stems that a word has where languages inflect it, one a family of languages: `korisnica`, `korisnici` and `korisnik` have one. */
export function stemsOf(word: string): readonly string[] {
  const known = stems.get(word)
  if (known) return known
  if (stems.size > 20_000) stems.clear()
  const made = word.length < least ? [] : families.map(({ endings }, at) => stemWith(endings, word, at))
  stems.set(word, made)
  return made
}

/** The stems by which other forms of a listed word are known in a language: its own, and the whole word, to which they may only add. */
export function stemsIn(language: string, word: string): readonly string[] {
  const family = familyOf.get(language)
  return family === undefined || word.length < least
    ? []
    : [...new Set([stemsOf(word)[family] ?? '', keyOf(family, word)])]
}

const stems = new Map<string, readonly string[]>()

function stemWith(endings: RegExp, word: string, family: number): string {
  const ending = endings.exec(word)?.[0].length ?? 0
  return keyOf(family, word.length - ending < least ? word : word.slice(0, word.length - ending))
}

/** Slavic nouns soften before some endings: `radnik`, `radnici`. */
const keyOf = (family: number, stem: string): string => `${family} ${family === 0 ? stem.replace(/c$/, 'k') : stem}`
