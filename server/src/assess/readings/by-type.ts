import type { Field } from '../../model/entities.ts'
import { gradeOf, type Scene } from '../field-evidence.ts'
import type { NameReading, ReadName } from '../field-name.ts'
import { singular, type Hit } from '../lexicon.ts'
import type { Subject } from '../person-words.ts'
import { kindOf } from '../weights.ts'
import { doubtOf, isMeant } from './by-person.ts'
import { meansSomethingElse } from './by-record.ts'
import type { Draft } from './reading.ts'
import { speaksOfPeople } from './whose.ts'

/** A field whose type is a person, or a datum: `owner: UserId`, `home: PostalAddress`. */
export function typeReading(field: Field, scene: Scene, vocabulary: NameReading): Draft | undefined {
  const { about } = scene
  const { named, base } = field.type
  if (named === undefined || base === 'enum') return undefined
  const name = vocabulary.readName(named)
  let end = name.words.length
  while (end > 1 && vocabulary.typeForms.has(singular(name.words[end - 1] ?? ''))) end--
  const person = name.subjects.findLast(candidate => candidate.end === end && isMeant(candidate, scene))
  const mention = name.mentions.find(
    one => one.hit.end === end && gradeOf(one.hit, scene) !== undefined && !meansSomethingElse(one, scene),
  )
  const category = person ? vocabulary.categories.get('person-id') : mention?.hit.entry.category
  if (!category) return undefined
  const grade = person
    ? kindOf('typed as a person', isEitherWay(name, person, vocabulary) ? ' or a thing' : '')
    : kindOf('typed as a datum, ', mention?.hit.entry.grade ?? '')
  return {
    category,
    subject: person?.entry.id ?? about.who,
    words: named,
    own: [
      grade,
      kindOf(grade, kindOf(', record: ', about.standing)),
      ...(name.things.length > 0 ? ['typed: a thing too'] : []),
      ...(end === name.words.length ? [] : ['typed: with a form']),
      kindOf('category: ', category.id),
    ],
    proven: !category.special || speaksOfPeople(about),
  }
}

/** Whether a noun for people may also be a thing, or a part that somebody plays. */
const isEitherWay = (name: ReadName, { start, end }: Hit<Subject>, vocabulary: NameReading): boolean =>
  doubtOf(name.words.slice(start, end).map(singular), vocabulary) !== ''
