import { inEnglish } from './en.ts'
import type { Locale, LocaleId } from './locale.ts'

/** Loads a language; one that nobody asks for costs nothing. */
export async function loadLocale(id: LocaleId): Promise<Locale> {
  switch (id) {
    case 'en':
      return inEnglish
    case 'de':
      return (await import('./de.ts')).inGerman(inEnglish.words)
    case 'fr':
      return (await import('./fr.ts')).inFrench(inEnglish.words)
  }
}
