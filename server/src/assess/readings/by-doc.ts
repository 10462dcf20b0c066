import type { Field } from '../../model/entities.ts'
import { wordsOf } from '../../text/words.ts'
import type { Scene } from '../field-evidence.ts'
import type { NameReading } from '../field-name.ts'
import { fits } from '../record-subject.ts'
import { kindOf, type Evidence } from '../weights.ts'
import type { Reading } from './reading.ts'

/** What the first words of its doc name, where the name says nothing: `fn`, "Surname". */
export function docReading(
  field: Field,
  { about }: Scene,
  common: Evidence,
  vocabulary: NameReading,
): Reading | undefined {
  if (field.doc === '' || field.type.base === 'boolean') return undefined
  const words = wordsOf(field.doc.slice(0, 60)).slice(0, 6)
  const hit = vocabulary.concepts
    .find(words)
    .find(found => found.entry.grade === 'strong' && !found.gated && fits(found.entry, field))
  if (!hit) return undefined
  return {
    category: hit.entry.category,
    subject: about.who,
    ...(hit.entry.identifier ? { identifier: hit.entry.identifier } : {}),
    words: words.slice(hit.start, hit.end).join(' '),
    common,
    own: [
      'told by the doc',
      kindOf('told by the doc, record: ', about.standing),
      kindOf('told by the doc at word ', String(Math.min(hit.start, 3))),
      kindOf('category: ', hit.entry.category.id),
      ...(hit.end - hit.start > 1 ? ['several words'] : []),
    ],
    proven: about.standing === 'about' || about.contexts.has('clinical'),
  }
}
