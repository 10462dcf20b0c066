import { english } from '../en/english.ts'
import type { Language } from '../message.ts'

/** All words in French. */
export const french: Language = { ...english }
