import type { Setting, Settings } from '../../model/settings.ts'
import { leavesOf } from '../application/leaves.ts'
import type { Cursor } from '../position.ts'
import { fits, meaningOf, wordsOfPath } from './spelling.ts'

/** The settings of a client of Kafka that stand below a place under names of its program's own, under Kafka's: by what they mean. */
export function meantSettings(at: Cursor, near: Settings['near']): Settings {
  const all = leavesOf(at).flatMap(({ steps, keyPlace, value }): Setting[] => {
    const meaning = meaningOf(['kafka', ...wordsOfPath(steps.map(step => step.replace(/^rdkafka\./, '')))])
    if (!meaning || (value.state === 'known' && !fits(value.value, meaning.form))) return []
    return [{ key: meaning.key, written: steps.join('.'), keyPlace, value }]
  })
  return { all, near, refers: 'variable' }
}
