import { say, type Message } from '../words/message.ts'
import type { Category } from './person-words.ts'

/** What a category of personal data is called. */
export const categoryName = ({ id, one }: Pick<Category, 'id' | 'one'>): Message =>
  say('category.one', { id, name: one })
