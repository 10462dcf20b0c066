import type { StateName } from '../knowledge/topic-places.ts'
import type { Topic } from '../model/entities.ts'
import { mentionsNamed } from '../model/references.ts'
import { matchesName } from '../text/match.ts'
import { wordsOf } from '../text/words.ts'
import { schemaOf } from './data-flow.ts'
import { query, type Db } from './db.ts'

/** Whether a program keeps its own state in a topic, which it has to read again from the beginning: a setting names it so, or it is called as such topics are. */
export const keepsState = query((db, topic: Topic): boolean => {
  const { name } = topic
  if (name.state === 'unresolved') return saysState(db, name.text)
  return name.state === 'known' && (bySetting(db, name.value) || rowsFor(db, name.value).length > 0)
})

/** By what a topic is known to hold nothing but what a program keeps for itself, such as offsets or the history of schemas; undefined where it may hold records, or a state that is made of records. */
export const ownOfProgramBy = query((db, { name, file }: Topic): 'setting' | 'name' | undefined => {
  if (name.state !== 'known') return undefined
  if (bySetting(db, name.value)) return 'setting'
  // What has a schema holds records, whatever it is called.
  if (schemaOf(db, name.value, { file })) return undefined
  return rowsFor(db, name.value).some(({ ofRecords }) => !ofRecords) ? 'name' : undefined
})

const bySetting = ({ estate }: Db, name: string): boolean =>
  mentionsNamed('topic', name, estate).some(({ uses }) => uses.includes('keeps'))

/** The rows for topics that are called so. */
function rowsFor({ knowledge }: Db, name: string): StateName[] {
  const words = wordsOf(name)
  return knowledge.stateNames.filter(
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
