import { inGerman } from '../../server/src/locale/de.ts'
import { inEnglish } from '../../server/src/locale/en.ts'
import { inFrench } from '../../server/src/locale/fr.ts'
import type { Locale } from '../../server/src/locale/locale.ts'

/** All languages, English first. */
export const languages: readonly Locale[] = [inEnglish, inGerman(inEnglish.words), inFrench(inEnglish.words)]
