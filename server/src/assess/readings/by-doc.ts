import { firstPhrase, links } from '../doc-head.ts'
import type { Scene } from '../field-evidence.ts'
import type { NameReading, ReadName } from '../field-name.ts'
import { singular, type Hit } from '../lexicon.ts'
import type { Concept } from '../person-words.ts'
import { fits, type ReadField } from '../record-subject.ts'
import { kindOf } from '../weights.ts'
import type { Draft } from './reading.ts'

/** Whether a doc begins with what it speaks of: "the e-mail address of the user"; not "the description of the e-mail address", nor "e-mail address creation time". */
function isSubject({ start, end }: Hit<Concept>, words: readonly string[], { subjects, plain }: NameReading): boolean {
  const before = words.slice(0, start)
  const after = words[end]
  return (
    !before.some(word => links.has(word)) &&
    (after === undefined || links.has(after) || plain.has(after) || subjects.has(after) || !/^[a-z]/.test(after))
  )
}

/** A datum of which a doc may speak, with the words that it was found in. */
interface Told {
  readonly hit: Hit<Concept>
  readonly words: readonly string[]
}

/** What docs were found to speak of, by the words that they were read with. */
const known = new WeakMap<NameReading['concepts'], Map<string, readonly Told[]>>()

/** The data that the first words of a doc begin with. */
function toldBy(doc: string, vocabulary: NameReading): readonly Told[] {
  const read = known.get(vocabulary.concepts) ?? new Map<string, readonly Told[]>()
  known.set(vocabulary.concepts, read)
  const before = read.get(doc)
  if (before) return before
  if (read.size > 20_000) read.clear()
  const words = firstPhrase(doc).slice(0, 7)
  const told = vocabulary.concepts
    .find(words)
    .filter(hit => hit.entry.grade === 'strong' && !hit.gated && isSubject(hit, words, vocabulary))
    .map(hit => ({ hit, words }))
  read.set(doc, told)
  return told
}

/** What a name says that its field is, where it does not say of what: a time, a key. */
function namedAs({ words }: ReadName, { times, keys, aspects }: NameReading): string {
  const last = singular(words.at(-1) ?? '')
  if (times.has(last)) return 'a time'
  if (keys.has(last)) return 'a key'
  return aspects.has(last) ? 'an aspect' : 'other'
}

/** What the first words of its doc name, where the name says nothing: `fn`, "Surname". */
export function docReading({ field, name }: ReadField, { about }: Scene, vocabulary: NameReading): Draft | undefined {
  if (field.doc === '' || field.type.base === 'boolean') return undefined
  const told = toldBy(field.doc, vocabulary).find(({ hit }) => fits(hit.entry, field))
  if (!told) return undefined
  const { hit, words } = told
  const named = namedAs(name, vocabulary)
  // Who updated an entry does not stand in when it was.
  if (named === 'a time' && hit.entry.category.id === 'person-id') return undefined
  return {
    category: hit.entry.category,
    subject: about.who,
    ...(hit.entry.identifier ? { identifier: hit.entry.identifier } : {}),
    words: words.slice(hit.start, hit.end).join(' '),
    own: [
      'told by the doc',
      kindOf('told by the doc, record: ', about.standing),
      kindOf('told by the doc, its name: ', named),
      kindOf('told by the doc at word ', String(Math.min(hit.start, 3))),
      kindOf('category: ', hit.entry.category.id),
      ...(hit.end - hit.start > 1 ? ['several words'] : []),
    ],
    proven: about.standing === 'about' || about.contexts.has('clinical'),
  }
}
