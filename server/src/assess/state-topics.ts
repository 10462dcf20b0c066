import type { Topic } from '../model/entities.ts'
import { mentionsNamed } from '../model/references.ts'
import { matchesName } from '../text/match.ts'
import { wordsOf } from '../text/words.ts'
import { query, type Db } from './db.ts'

/** Whether a program keeps its own state in a topic, which it has to read again from the beginning: a setting names it so, or it is called as such topics are. */
export const keepsState = query((db, { name }: Topic): boolean => {
  if (name.state === 'absent') return false
  if (name.state === 'unresolved') return saysState(db, name.text)
  return (
    isNamedForState(db, name.value) ||
    mentionsNamed('topic', name.value, db.estate).some(({ uses }) => uses.includes('keeps'))
  )
})

/** Whether a topic is called as those are in which programs keep their state. */
function isNamedForState({ knowledge }: Db, name: string): boolean {
  const words = wordsOf(name)
  return knowledge.stateNames.some(
    ({ names = [], phrases = [], among = [], last = [] }) =>
      names.some(pattern => matchesName(pattern, name)) ||
      speaks(words, phrases) ||
      (last.includes(words.at(-1) ?? '') && words.some(word => among.includes(word))),
  )
}

/** Whether what stands in the place of a name is called after such a topic: `${schemaHistoryTopic}`. */
const saysState = ({ knowledge }: Db, placeholder: string): boolean =>
  knowledge.stateNames.some(({ phrases = [] }) => speaks(wordsOf(placeholder), phrases))

const speaks = (words: readonly string[], phrases: readonly string[]): boolean =>
  phrases.some(phrase => ` ${words.join(' ')} `.includes(` ${phrase} `))
