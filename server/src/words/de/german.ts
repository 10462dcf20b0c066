import { english } from '../en/english.ts'
import type { Language } from '../message.ts'

/** All words in German. */
export const german: Language = { ...english }
