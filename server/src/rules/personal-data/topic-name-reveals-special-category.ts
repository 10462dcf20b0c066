import { called } from '../../assess/called.ts'
import { byName } from '../../model/link-key.ts'
import { isSomebodys, revealedBy } from '../../assess/naming.ts'
import { setting } from '../../model/settings.ts'
import { say } from '../../words/message.ts'
import { defineRule } from '../rule.ts'
import page from './topic-name-reveals-special-category.md'

/** Topics whose name alone tells that data under Art. 9 or 10 is in them. */
export const topicNameRevealsSpecialCategory = defineRule({
  code: 'KR105',
  name: 'topic-name-reveals-special-category',
  family: 'personal-data',
  level: 'warning',
  law: ['gdpr-9', 'gdpr-25'],
  page,
  mends: 'follows',
  visits: ['topic', 'connector'],
  check(visited, { db, report }) {
    const fact = visited.kind === 'topic' ? visited.name : setting(visited.settings, 'topics')
    if (fact.state !== 'known') return
    const names = visited.kind === 'topic' ? [fact.value] : fact.value.split(',').map(name => name.trim())
    for (const topic of names) {
      const revelation = revealedBy(db, topic)
      // A topic that is declared somewhere is said there, once.
      if (
        revelation?.of !== 'special' ||
        (visited.kind === 'connector' && db.estate.find(byName('topic', topic)).length > 0)
      )
        continue
      report('reveals', {
        at: fact.at,
        data: { topic, what: revelation.what },
        ...(isSomebodys(db, revelation, topic, visited) ? {} : { level: 'hint' }),
        certainty: 'guessed',
        because: [
          say('because.topicName', {
            words: revelation.words,
            reader: visited.kind === 'connector' ? called(visited.name) : undefined,
          }),
        ],
      })
    }
  },
})
