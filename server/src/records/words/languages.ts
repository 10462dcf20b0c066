import { english } from './en.ts'
import { french } from './fr.ts'
import { german } from './de.ts'
import type { Words } from './words.ts'

/** The languages that a record can be written in. */
export const languages: Readonly<Record<Words['language'], Words>> = { en: english, de: german, fr: french }
