import { english } from '../en/english.ts'
import type { Language } from '../message.ts'
import { migration } from './migration.ts'

/** All words in French. */
export const french: Language = { ...english, ...migration }
