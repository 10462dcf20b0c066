import type { Field } from '../../model/entities.ts'
import { groupOf } from '../category-groups.ts'
import {
  gradeOf,
  isContrasted,
  isOneNumber,
  isPointInTime,
  ownEvidence,
  placeOf,
  specialBeside,
  thingsAround,
  upToThree,
  type Scene,
} from '../field-evidence.ts'
import {
  asksHowMany,
  beginsWithAmount,
  isPlural,
  type Mention,
  type NameReading,
  type ReadName,
} from '../field-name.ts'
import type { Concept } from '../person-words.ts'
import { fits, type ReadField } from '../record-subject.ts'
import { kindOf } from '../weights.ts'
import type { Draft } from './reading.ts'
import {
  areAround,
  isCatalogue,
  isOfLetter,
  isOfOrganisation,
  isKeyOf,
  isOfCare,
  isOfOthers,
  isOwnKey,
  speaksOfPeople,
  whoseEvidence,
} from './whose.ts'

const measures: ReadonlySet<string> = new Set(['integer', 'decimal', 'boolean'])

/** Whether a name gives a name or a place to a thing or an organisation, or measures what it names: `lab_location`, `session_length_ms`. */
const isOfAnother = (before: Mention['before'], after: Mention['after'], group: string, { type }: Field): boolean =>
  (group === 'address' && before === 'organisation') ||
  (group === 'name' && (before === 'organisation' || before === 'thing')) ||
  (after === 'aspect' && group !== 'money' && group !== 'special' && measures.has(type.base))

/** Kinds of data that are keys themselves: the number of a card, of a passport. */
const areKeys: ReadonlySet<string> = new Set(['id', 'online', 'national', 'credential', 'money', 'vehicle', 'special'])

/** What before a common word makes something else of it. */
const foreign: ReadonlySet<Mention['before']> = new Set(['unknown', 'thing', 'organisation', 'switch'])

/** A mention where it stands: what it counts as, and the records around it. */
interface Placed extends Mention {
  readonly field: Field
  readonly scene: Scene
  readonly name: ReadName
  readonly grade: string
  readonly group: string
  /** A boolean that carries the datum itself: `has_disability`. */
  readonly flag: boolean
  /** Whether the record, or what encloses it, is about a person. */
  readonly people: boolean
  readonly clinical: boolean
}

/** What a word says that a field holds, where it stands in `name`, which is the field's own or a part of it; undefined where it means nothing there. */
export function mentionReading(
  mention: Mention,
  name: ReadName,
  { field, name: whole }: ReadField,
  scene: Scene,
  vocabulary: NameReading,
): Draft | undefined {
  const placed = place(mention, name, { field, name: whole }, scene, vocabulary)
  if (!placed) return undefined
  const { hit, owner, before, group } = placed
  const { entry } = hit
  const { who } = scene.about
  const own = [
    ...wordEvidence(placed),
    ...neighbourEvidence(placed),
    ...othersEvidence(placed),
    ...nameEvidence(placed),
    ...ownEvidence(field, [placed.grade, group], group, vocabulary),
  ]
  if (scene.about.thing) own.push(kindOf(group, kindOf(', record: ', scene.about.thing)))
  if (scene.about.standing === 'about' && !field.type.named && before === 'nothing' && placed.after === 'nothing')
    own.push("the bare word in a person's record")
  for (const named of scene.record.groups)
    own.push(
      kindOf(group, named === group ? ', record named after its kind' : kindOf(', record named after its ', named)),
    )
  if (!entry.category.special)
    own.push(
      ...mannerEvidence(group, scene),
      ...thingsAround(whole, scene).map(kind => kindOf(group, kindOf(', ', kind))),
    )
  if (placed.people) own.push(kindOf(placed.grade, ', people around'))
  if (entry.category.special) own.push(...specialEvidence(placed, specialBeside(whole, scene.special)))
  else own.push(kindOf(group, kindOf(', record named after: ', scene.about.named)))
  return {
    category: entry.category,
    subject: who === 'person' ? (owner?.entry.id ?? who) : who,
    ...(entry.identifier ? { identifier: entry.identifier } : {}),
    words: name.words.slice(hit.start, hit.end).join(' '),
    ...(owner ? { owner: owner.entry.id } : {}),
    own,
    proven: isProven(placed),
  }
}

/** What the manner of its record makes of a kind of data. */
const mannerEvidence = (group: string, { about }: Scene): string[] =>
  about.manners.map(kind => kindOf(group, kindOf(', ', kind)))

/** Whether a word means its datum in other records, or of other people or things. */
const isElsewhereMeant = (
  mention: Mention,
  name: ReadName,
  group: string,
  scene: Scene,
  { field, name: whole }: ReadField,
): boolean =>
  isOutOfPlace(mention.hit.entry, group, scene) ||
  (mention.hit.entry.bare && group === 'id' && isOwnKey(whole, scene)) ||
  (group === 'address' && (isOfOrganisation(scene) || isOfDevice(mention, whole, scene))) ||
  (group === 'id' && field.type.base === 'string' && !fits(mention.hit.entry, field) && isOfLetter(whole, scene)) ||
  isOfThing(mention, name, scene) ||
  isOfOthers(mention.hit.entry, mention.owner?.entry.id ?? scene.about.who)

/** Whether an address is where a device is reached: the `address` of a `ManagedDevice` or an `IpAddress` that is nobody's. */
const isOfDevice = ({ hit: { start } }: Mention, { mentions }: ReadName, { about, record }: Scene): boolean =>
  (about.contexts.has('device') || record.groups.has('online')) &&
  !speaksOfPeople(about) &&
  mentions.some(({ hit }) => hit.start === start && hit.entry.category.id === 'ip')

/** Whether a common word for a key has the name of its record's thing before it, the `billet_uid` of a billet, or one of another thing after it: `sub_building`. */
const isOfThing = (
  { hit: { entry, start }, before, after }: Mention,
  { words }: ReadName,
  { record }: Scene,
): boolean =>
  entry.bare &&
  groupOf(entry.category) === 'id' &&
  (after === 'unknown' ||
    after === 'thing' ||
    (foreign.has(before) && words.slice(0, start).some(word => record.words.includes(word))))

/** What follows a word in its name: in the key of what the record is named after, a key. */
const afterIn = (
  { after }: Mention,
  group: string,
  name: ReadName,
  scene: Scene,
  vocabulary: NameReading,
): Mention['after'] => (!areKeys.has(group) && isKeyOf(name, scene, vocabulary) ? 'key' : after)

/** Looks at what is around a mention; undefined where it means nothing there. */
function place(
  mention: Mention,
  name: ReadName,
  read: ReadField,
  scene: Scene,
  vocabulary: NameReading,
): Placed | undefined {
  const { field } = read
  const { hit, before, owner } = mention
  const { entry } = hit
  const grade = gradeOf(hit, scene)
  if (grade === undefined) return undefined
  const group = groupOf(entry.category)
  const after = afterIn(mention, group, name, scene, vocabulary)
  if (isElsewhereMeant(mention, name, group, scene, read) || isContrasted(hit, name.words, scene)) return undefined
  // What is pointed at stands elsewhere: `id_locatie`.
  const isElsewhere = before === 'key' || isOfAnother(before, after, group, field)
  if (grade !== 'strong word' && isElsewhere) return undefined
  const clinical = isOfCare(scene)
  const flag = entry.flag && field.type.base === 'boolean'
  const asked = flag ? asAnswered(mention) : mention
  if (entry.category.special && !isSomebodys(counted(asked, field), grade, { field, name, scene, clinical }))
    return undefined
  if (isAnswer(entry, field) || isAmount(mention, name, group, field) || isItsTime(after, group, field))
    return undefined
  if (group === 'address' && field.type.base === 'bytes') return undefined
  return {
    hit,
    before: asked.before,
    after,
    owner,
    field,
    scene,
    name,
    grade,
    group,
    flag,
    people: areAround(scene),
    clinical,
  }
}

/** What is asked by a boolean that carries the answer itself is said as plainly: `has_disability`. */
const asAnswered = (mention: Mention): Mention =>
  mention.before === 'switch' ? { ...mention, before: 'plain' } : mention

/** Whether a whole number says how many of them there are: `number_of_passports`, `num_docs`. */
const isAmount = ({ hit: { start, end } }: Mention, { words }: ReadName, group: string, { type }: Field): boolean =>
  isOneNumber(type) &&
  group !== 'money' &&
  ((start > 1 && asksHowMany(words)) || (beginsWithAmount(words) && isPlural(words[end - 1])))

/** Data that people have all the time: when one was set or confirmed is none. */
const lasting: ReadonlySet<string> = new Set(['name', 'contact', 'credential', 'online'])

/** Whether a field says when something happened to a datum: `password_updated_at`. */
const isItsTime = (after: Mention['after'], group: string, { type }: Field): boolean =>
  after === 'time' && lasting.has(group) && (isPointInTime(type) || isOneNumber(type))

/** Whether a word means its datum in other records only; a state beside a city and a postal code is no state of a machine. */
function isOutOfPlace(entry: Concept, group: ReturnType<typeof groupOf>, scene: Scene): boolean {
  const beside = group === 'address' && (scene.groups.get(group) ?? 0) > 2
  return entry.only && !beside && placeOf(entry, scene) === 'out of'
}

/** Whether a field only says yes or no about a datum, or when somebody did something: whether an address has been confirmed is no address, when it was no person. */
const isAnswer = ({ flag, category }: Concept, { type }: Field): boolean =>
  (type.base === 'boolean' && !flag && !category.special) || (category.id === 'person-id' && isPointInTime(type))

/** A whole number that a machine tells of a datum is how often it occurs: `religion_count`. */
const counted = (mention: Mention, { type }: Field): Mention =>
  mention.after === 'telling' && type.base === 'integer' ? { ...mention, after: 'aspect' } : mention

/** Whether a word for data of a special category can stand for somebody's. */
function isSomebodys(
  mention: Mention,
  grade: string,
  { field, name, scene, clinical }: Pick<Placed, 'field' | 'name' | 'scene' | 'clinical'>,
): boolean {
  const { hit, before, after } = mention
  const { entry } = hit
  const { about } = scene
  const somebodys = areAround(scene) || [about, ...scene.around].some(({ contexts }) => contexts.has('linked'))
  // What a machine is found to have is nobody's, whatever word it is called by.
  if (about.thing && grade !== 'strong word' && about.standing !== 'about') return false
  if (about.thing && !speaksOfPeople(about) && (!somebodys || after === 'aspect')) return false
  // One common word that something unknown goes before says nothing of anybody's health: `ward_code`.
  if (entry.bare && foreign.has(before)) return false
  // What a medicine costs, and who makes it, is no news of anybody.
  if (name.ofGoods || isCatalogue(scene)) return false
  if (clinical && somebodys) return true
  // `customer_result`, `ev_charge`: outside of a clinic a weak word with others before it says as little, and a clinic has people: `lake_temp`.
  return !isWeakOf(grade, before) && (grade === 'strong word' || canBeSaid(mention, field, scene, clinical))
}

/** Whether a record is one in which a weak word is of somebody: what is delivered has a weight, what is drawn or sold has a height. */
const canBeSaid = ({ hit: { entry } }: Mention, { type }: Field, scene: Scene, clinical: boolean): boolean =>
  !scene.element &&
  (clinical || !scene.about.contexts.has('order')) &&
  (type.base === 'boolean' || !measures.has(type.base) || placeOf(entry, scene) !== 'out of' || areAround(scene))

const isWeakOf = (grade: string, before: Mention['before']): boolean =>
  (grade === 'weak word' || grade === 'common word') && before !== 'nothing' && before !== 'plain'

/** What a word is, and how it stands in its record and its name. */
function wordEvidence({ hit: { entry }, before, after, grade, group, field, scene }: Placed): string[] {
  const where = placeOf(entry, scene)
  const { standing } = scene.about
  return [
    grade,
    kindOf('category: ', entry.category.id),
    kindOf(grade, kindOf(', record: ', standing)),
    kindOf(group, kindOf(', record: ', standing)),
    kindOf(grade, kindOf(', ', kindOf(where, ' context'))),
    kindOf(group, kindOf(', ', kindOf(where, ' context'))),
    kindOf(group, kindOf(', before it: ', before)),
    kindOf('before it: ', before),
    kindOf('after it: ', after),
    kindOf(grade, kindOf(', before it: ', before)),
    kindOf(grade, kindOf(', after it: ', after)),
    kindOf(group, kindOf(', after it: ', after)),
    fits(entry, field) ? 'type fits' : kindOf('type does not fit: ', field.type.base),
  ]
}

/** How many words of its kind stand beside one; a strong word needs no other. */
function neighbourEvidence({ grade, group, scene }: Placed): string[] {
  if (grade === 'strong word') return []
  const others = upToThree((scene.groups.get(group) ?? 0) - 1)
  return [
    kindOf(group, kindOf(', words of its kind beside it: ', others)),
    kindOf(grade, kindOf(', words of its kind beside it: ', others)),
  ]
}

/** Categories that together describe a person, whatever their words mean alone. */
const describing: ReadonlySet<string> = new Set([
  'name',
  'contact',
  'address',
  'national',
  'birth',
  'trait',
  'work',
  'money',
])

/** How many other kinds of data that describe people the record names. */
function othersEvidence({ grade, group, scene }: Placed): string[] {
  const others = [...scene.groups.keys()].filter(other => other !== group && describing.has(other)).length
  const count = upToThree(others)
  return [kindOf('other kinds beside it: ', count), kindOf(grade, kindOf(', other kinds beside it: ', count))]
}

/** What else its name says. */
function nameEvidence({ hit, owner, flag, field, grade, name, scene }: Placed): string[] {
  const kinds: string[] = []
  if (hit.entry.of && !hit.entry.of.includes(owner?.entry.id ?? scene.about.who)) kinds.push('not of this person')
  if (hit.end - hit.start > 1) kinds.push('several words')
  if (flag) kinds.push('a flag that carries it', kindOf(grade, ', a flag that carries it'))
  else if (field.type.base === 'boolean') kinds.push('type: boolean')
  if (!hit.languages.includes('en')) kinds.push('not an English word')
  if (name.negated) kinds.push('negated')
  if (name.otherwise) kinds.push('means something else')
  if (owner && owner.entry.id !== 'user') kinds.push('a person in the name')
  return kinds
}

/** What speaks for data of a special category. */
function specialEvidence({ grade, scene, people, clinical }: Placed, beside: string): string[] {
  const whose = whoseEvidence(scene)
  return [
    kindOf('special, ', clinical ? 'clinical' : 'not clinical'),
    kindOf('special, ', beside),
    kindOf('special, ', kindOf(grade, kindOf(', record: ', scene.about.standing))),
    kindOf('special, record named after: ', scene.about.named),
    ...(people ? [clinical ? 'special, clinical and of a person' : 'special, people around'] : []),
    ...whose,
    ...whose.slice(0, 1).map(kind => kindOf(grade, kindOf(', ', kind))),
    // Whose it is, such words do not prove themselves.
    kindOf(grade, kindOf(', special, apart: ', scene.about.apart)),
  ]
}

/** Whether more than one common word speaks for it. */
function isProven({ hit, before, owner, name, grade, scene, people, clinical }: Placed): boolean {
  const long = hit.end - hit.start > 1 || (name.words[hit.start] ?? '').length > 8
  const clear = grade === 'strong word' && (!hit.entry.category.special || long)
  return (
    clear || people || before === 'person' || (clinical && (scene.about.standing === 'event' || owner !== undefined))
  )
}
