import { english } from '../en/english.ts'
import type { Language } from '../message.ts'
import { migration } from './migration.ts'

/** All words in German. */
export const german: Language = { ...english, ...migration }
