import type { Field } from '../model/entities.ts'
import { wordsOf } from '../text/words.ts'
import { isPartOf, splitName, type Mention, type ReadName } from './field-name.ts'
import { singular, type Hit } from './lexicon.ts'
import type { Concept, Context, Subject, Words } from './person-words.ts'
import { kindOf, probability, sum, type Evidence, type Weights } from './weights.ts'

/** How surely a record is about a person: `about` one, `probably`, what one does (`event`), `perhaps`, `hardly`, `no`. */
export type Standing = 'about' | 'probably' | 'event' | 'perhaps' | 'hardly' | 'no'

/** What a record is about. */
export interface About {
  /** The data subject of Art. 30; `person` where nothing says more. */
  readonly who: string
  readonly contexts: ReadonlySet<Context>
  /** A thing or an organisation by its name. */
  readonly thing: 'technical' | 'organisation' | undefined
  /** What the last noun of its name is. */
  readonly named: RecordName['head']
  readonly standing: Standing
  /** The same without its words for data of special categories: whose these are, they do not prove themselves. */
  readonly apart: Standing
  /** What speaks for and against its being about a person. */
  readonly evidence: Evidence
  /** Of the evidence, what its name says of how it speaks of many: as a filter, a setting, a count. */
  readonly manners: Evidence
}

/** A field with its name read. */
export interface ReadField {
  readonly field: Field
  readonly name: ReadName
}

/** A field with what it says by its words alone. */
export interface ToldField extends ReadField {
  readonly strong: Concept | undefined
}

/** What the name of a record says by itself. */
export interface RecordName {
  readonly words: readonly string[]
  readonly subject: Subject | undefined
  /** What its last noun is; a part that somebody plays and a noun that may mean software say less than a person. */
  readonly head: 'person' | 'role' | 'either' | 'technical' | 'organisation' | 'unknown'
  /** A person is named in it. */
  readonly mentioned: Subject | undefined
  readonly contexts: readonly Context[]
  readonly maybeMessage: boolean
  readonly maybeClinical: boolean
  /** What is only said about many, or asked for: filters, settings, counts. */
  readonly manner: readonly string[]
  /** The words of public ledgers in its full name. */
  readonly ledger: readonly string[]
}

/** Reads the own name of a record; `space` are the words of its namespace and of what encloses it. */
export function readRecordName(
  name: string,
  fullName: string,
  space: readonly string[],
  vocabulary: Words,
): RecordName {
  const words = splitName(name, vocabulary)
  const head = headWords(words, vocabulary)
  const peopleIn = (own: readonly string[]): Hit<Subject>[] => {
    const things = [...vocabulary.technical.find(own), ...vocabulary.organisations.find(own)]
    return vocabulary.subjects.find(own).filter(subject => !isPartOf(subject, things))
  }
  const subjects = peopleIn(head)
  const atHead = subjects.findLast(hit => hit.end === head.length)
  const mentioned = peopleIn(words)
    .filter(hit => !words.slice(hit.start, hit.end).every(word => vocabulary.eitherWay.has(singular(word))))
    .at(-1)
  return {
    words,
    subject: atHead?.entry ?? mentioned?.entry,
    head: atHead ? headOf(atHead, head, vocabulary) : (thingAt(head, vocabulary) ?? 'unknown'),
    mentioned: mentioned?.entry,
    contexts: contextsOf(withoutChoice(words), head, space, vocabulary),
    maybeMessage: endsIn('maybe-message', words, vocabulary),
    maybeClinical: endsIn('maybe-clinical', words, vocabulary),
    manner: [...vocabulary.manners].flatMap(([manner, known]) =>
      words.some(word => known.has(singular(word))) ? [manner] : [],
    ),
    ledger: wordsOf(fullName).filter(word => vocabulary.ledger.has(word)),
  }
}

/** The name of a record without what it is nested in; one that is only a version is named by the part of its full name before: `heart_rate_1._1`. */
export function ownName(fullName: string): string {
  const parts = fullName.split('.')
  const named = parts.findLastIndex(part => /[a-z]{2}/i.test(part))
  return parts.slice(Math.max(named, 0)).join('_')
}

function headOf(hit: Hit<Subject>, words: readonly string[], { eitherWay, roles }: Words): RecordName['head'] {
  const own = words.slice(hit.start, hit.end).map(singular)
  if (own.some(word => eitherWay.has(word))) return 'either'
  return own.some(word => roles.has(word)) ? 'role' : 'person'
}

/** What a record says by itself. */
export interface Alone {
  readonly name: RecordName
  readonly fields: readonly ToldField[]
  readonly thing: About['thing']
  readonly contexts: ReadonlySet<Context>
  readonly evidence: Evidence
  /** What the evidence weighs, for being about a person and for being about anybody. */
  readonly person: number
  readonly anybody: number
  /** The same without its words for data of special categories. */
  readonly apart: { readonly person: number; readonly anybody: number }
  /** How many fields describe a person by their words alone. */
  readonly describing: number
  /** Whether it carries somebody's identifier. */
  readonly linked: boolean
}

/** What stands around a record: the records that enclose it or use it, the other ones of its file. */
export interface Around {
  readonly users: readonly Alone[]
  /** The records that the record itself holds. */
  readonly parts: readonly Alone[]
  /** The records that are held beside it. */
  readonly beside: readonly Alone[]
  /** How many of ten records of the file are named after people. */
  readonly people: number
}

/** Reads a record by itself: its name and its fields. */
export function recordAlone(
  name: RecordName,
  fields: readonly ToldField[],
  vocabulary: Words,
  { person, anybody }: Weights,
): Alone {
  const thing = name.head === 'technical' || name.head === 'organisation' ? name.head : undefined
  const contexts = recordContexts(name, fields, thing, vocabulary)
  const evidence = recordEvidence(name, fields, contexts, vocabulary)
  const others = evidence.filter(kind => !isOfSpecial(kind, fields))
  return {
    name,
    fields,
    thing,
    contexts,
    evidence,
    person: sum(evidence, person),
    anybody: sum(evidence, anybody),
    apart: { person: sum(others, person), anybody: sum(others, anybody) },
    describing: fields.filter(({ strong }) => strong?.category.describes).length,
    linked: fields.some(field => field.name.identifierOf || field.name.person),
  }
}

/** Whether a kind of evidence comes from words for data of special categories. */
const isOfSpecial = (kind: string, fields: readonly ToldField[]): boolean =>
  kind.startsWith(specialWords) ||
  fields.some(({ strong }) => strong?.category.special === true && kind === kindOf(holding, strong.category.id))

const specialWords = 'special words: '
const holding = 'holds: '

/** What a record is about: what it says by itself and what the records around it tell, weighed. */
export function aboutRecord(alone: Alone, around: Around, weights: Weights): About {
  const { name, fields, thing } = alone
  const told = aroundEvidence(around)
  const standingFrom = ({ person, anybody }: Alone['apart']): Standing =>
    standingOf(probability(sum(told, weights.person, person)), probability(sum(told, weights.anybody, anybody)))
  const standing = standingFrom(alone)
  const contexts = new Set(alone.contexts)
  if (standing === 'about' || standing === 'probably') contexts.add('person')
  else contexts.delete('person')
  if (standing === 'about') contexts.add('named')
  return {
    who: subjectOf(name, fields, contexts, around),
    contexts,
    thing,
    named: name.head,
    standing,
    apart: standingFrom(alone.apart),
    evidence: [...alone.evidence, ...told],
    manners: name.manner.map(mannerOf),
  }
}

const mannerOf = (manner: string): string => kindOf('manner: ', manner)

/** What a record is by its name and its fields, before it is asked whose. */
function recordContexts(
  name: RecordName,
  fields: readonly ToldField[],
  thing: About['thing'],
  vocabulary: Words,
): Set<Context> {
  const proofs = fields.map(read => proves(read, vocabulary))
  const contexts = new Set<Context>(name.contexts)
  // One address of a client among the fields of a server or a log does not make it a request.
  const seen = (context: Context): boolean =>
    context !== 'request' || !thing || proofs.filter(proof => proof.includes(context)).length > 1
  for (const context of proofs.flat()) if (seen(context)) contexts.add(context)
  if (name.maybeClinical && fields.some(field => field.name.subjects.some(({ entry }) => entry.id === 'patient')))
    contexts.add('clinical')
  if (!thing && signsIn(fields) >= enoughSigns) contexts.add('clinical')
  if (name.mentioned) contexts.add('linked')
  if (name.maybeMessage && (contexts.has('linked') || corresponds(fields))) contexts.add('message')
  return contexts
}

/** Of how many different signs of life a record tells: the rates of a heart and of breathing, the heat of a body. */
const signsIn = (fields: readonly ToldField[]): number =>
  new Set(
    fields.flatMap(({ name, strong }) =>
      strong?.proves === 'clinical'
        ? name.mentions.flatMap(({ hit }) => (hit.entry === strong ? [singular(name.words[hit.start] ?? '')] : []))
        : [],
    ),
  ).size

/** One may be of something else; so many are of a body. */
const enoughSigns = 3

/** The data subject: by the name of the record, by what it is, by whose identifier it carries, by what is around it. */
function subjectOf(
  name: RecordName,
  fields: readonly ReadField[],
  contexts: ReadonlySet<Context>,
  { users }: Around,
): string {
  if (name.subject) return name.subject.id
  if (contexts.has('clinical')) return 'patient'
  const keyed = fields.find(field => field.name.identifierOf)?.name.identifierOf
  return keyed?.entry.id ?? users.find(other => other.name.subject)?.name.subject?.id ?? 'person'
}

/** Cut from the two probabilities that a record is about a person, and that it is about one or what one does. */
function standingOf(person: number, anybody: number): Standing {
  if (person >= 0.7) return 'about'
  if (person >= 0.4) return 'probably'
  if (anybody >= 0.55) return 'event'
  if (anybody >= 0.25) return 'perhaps'
  return anybody >= 0.08 ? 'hardly' : 'no'
}

const upTo = (count: number, most: number): string => (count >= most ? `${most}+` : `${count}`)

/** What speaks for and against a record's being about a person, by the names of its kinds. */
function recordEvidence(
  name: RecordName,
  fields: readonly ToldField[],
  contexts: ReadonlySet<Context>,
  vocabulary: Words,
): Evidence {
  return [
    'record',
    kindOf('named: ', name.head),
    ...(name.mentioned ? ['a person in its name'] : []),
    ...name.contexts.map(context => kindOf('name: ', context)),
    ...name.manner.map(mannerOf),
    ...(name.maybeClinical ? ['name: maybe clinical'] : []),
    ...(name.maybeMessage ? ['name: maybe message'] : []),
    ...fieldsEvidence(name, fields, vocabulary),
    ...[...contexts].filter(context => !name.contexts.includes(context)).map(context => kindOf('proven: ', context)),
  ]
}

/** What the fields of a record tell of it, counted. */
function fieldsEvidence({ head }: RecordName, fields: readonly ToldField[], vocabulary: Words): string[] {
  const strong = fields.map(told => told.strong?.category)
  const describing = strong.filter(category => category?.describes).length
  const special = strong.filter(category => category?.special).length
  const weak = fields.filter(({ name }, i) => !strong[i] && name.mentions.some(endsName)).length
  const linked = fields.filter(({ name }) => name.identifierOf || name.person).length
  const byPart = fields.filter(
    ({ name }) => name.identifierOf && isPart(name.identifierOf, name.words, vocabulary),
  ).length
  const things = fields.filter(({ name }) => name.things.length > 0).length
  const size = Math.max(fields.length, 1)
  const named = kindOf('named: ', head)
  const ofFields = ' of 5 fields'
  return [
    kindOf('describing fields: ', upTo(describing, 4)),
    kindOf(named, kindOf(', describing: ', upTo(describing, 2))),
    kindOf('identifiers of people: ', upTo(linked, 3)),
    kindOf(named, kindOf(', identifiers: ', upTo(linked, 1))),
    ...(linked > 0 && byPart === linked ? ['identifiers of people: by a part only'] : []),
    kindOf('weak words: ', upTo(weak, 3)),
    kindOf(specialWords, upTo(special, 2)),
    kindOf('words for things: ', kindOf(upTo(Math.floor((5 * things) / size), 4), ofFields)),
    kindOf('words for people: ', kindOf(upTo(Math.floor((5 * (describing + linked)) / size), 3), ofFields)),
    ...new Set(strong.flatMap(category => (category ? [kindOf(holding, category.id)] : []))),
  ]
}

/** Whether a noun is for a part that somebody or something plays: the owner of a file, the caller of a service. */
const isPart = ({ start, end }: Hit<Subject>, words: readonly string[], { eitherWay, roles }: Words): boolean =>
  words.slice(start, end).some(word => roles.has(singular(word)) || eitherWay.has(singular(word)))

const mostDescribing = (records: readonly Alone[]): number =>
  records.reduce((most, { describing }) => Math.max(most, describing), 0)

const endsName = ({ after }: Mention): boolean => after === 'nothing' || after === 'neutral'

/** What the records around one tell of it. */
function aroundEvidence({ users, parts, beside, people }: Around): string[] {
  const kinds: string[] = []
  if (users.length > 0)
    kinds.push(
      kindOf('around, describing fields: ', upTo(mostDescribing(users), 2)),
      kindOf('around, identifiers of people: ', users.some(({ linked }) => linked) ? '1+' : '0'),
    )
  if (parts.length > 0) kinds.push(kindOf('parts, describing fields: ', upTo(mostDescribing(parts), 2)))
  if (beside.length > 0) kinds.push(kindOf('beside, describing fields: ', upTo(mostDescribing(beside), 2)))
  for (const manner of new Set(users.flatMap(({ name }) => name.manner))) kinds.push(kindOf('around, manner: ', manner))
  kinds.push(kindOf('people in the file: ', kindOf(upTo(people, 6), ' of 10')))
  for (const head of new Set(users.map(({ name }) => name.head))) kinds.push(kindOf('around: ', head))
  if (users.some(({ name }) => name.contexts.includes('clinical'))) kinds.push('around: clinical')
  if (users.some(({ name }) => name.mentioned)) kinds.push('around: a person in its name')
  return kinds
}

/** Words after which a name says only how something is chosen, or what comes with it: `GetUserByEmail`, `CheckWithDiagnosis`. */
const selectors = new Set(['by', 'with', 'where'])

/** The words of a record's name before those that say how it is chosen or what comes with it. */
export function withoutChoice(words: readonly string[]): readonly string[] {
  const by = words.findIndex((word, at) => at > 0 && selectors.has(word))
  return by < 0 ? words : words.slice(0, by)
}

/** The words of a record's name without those that only say which form of it this is: `user` of `GetUserRequest`. */
export function headWords(words: readonly string[], { forms }: Pick<Words, 'forms'>): readonly string[] {
  const kept = withoutChoice(words).filter(word => !/^\d+$/.test(word))
  let end = kept.length
  while (end > 1 && forms.has(singular(kept[end - 1] ?? ''))) end--
  return kept.slice(0, end)
}

function thingAt(head: readonly string[], { technical, organisations }: Words): About['thing'] {
  const ends = ({ end }: Hit<true>): boolean => end === head.length
  if (organisations.find(head).some(ends)) return 'organisation'
  return technical.find(head).some(ends) ? 'technical' : undefined
}

const endsIn = (context: string, words: readonly string[], { contexts }: Words): boolean =>
  contexts
    .get(context)
    ?.find(words)
    .some(hit => hit.end === words.length) === true

/** What else the name of a record says that it is. */
function contextsOf(
  words: readonly string[],
  head: readonly string[],
  space: readonly string[],
  vocabulary: Words,
): Context[] {
  const is = (id: string): boolean => endsIn(id, head, vocabulary) || endsIn(id, words, vocabulary)
  const foreign = words.some(word => vocabulary.thingTypes.has(singular(word)))
  const handheld = vocabulary.contexts.get('handheld')?.find(words).length
  const usual = (
    ['request', 'message', 'device', 'card', 'order', 'account', 'naming', 'contact-point'] as const
  ).filter(is)
  const medical = vocabulary.contexts.get('clinical-space')?.find([...space, ...words])
  const clinical =
    is('clinical') ||
    vocabulary.contexts.get('clinical')?.find(words).length ||
    (is('maybe-clinical') && medical?.length)
  return [
    ...usual,
    ...(handheld && !usual.includes('device') ? (['device'] as const) : []),
    ...(is('address') && !foreign ? (['address'] as const) : []),
    ...(clinical ? (['clinical'] as const) : []),
  ]
}

/** Whether fields name both ends of a message. */
const corresponds = (fields: readonly ReadField[]): boolean =>
  fields.filter(({ name }) =>
    name.mentions.some(
      ({ hit: { entry } }) => entry.category.id === 'contact-other' && entry.contexts.includes('message'),
    ),
  ).length > 1

/** What a field says by its words alone, where nothing in its name takes it to something else. */
export function strongOf({ mentions, negated }: ReadName, field: Field): Concept | undefined {
  if (negated) return undefined
  return mentions.findLast(
    ({ hit: { entry, gated }, before, after }) =>
      entry.grade === 'strong' &&
      !gated &&
      fits(entry, field) &&
      before !== 'thing' &&
      before !== 'organisation' &&
      before !== 'switch' &&
      (after === 'nothing' || after === 'neutral' || after === 'telling' || after === 'person'),
  )?.hit.entry
}

/** What a field shows its record to be: about a person (a name, a birth date), linked to one (their identifier), a request, a card. */
function proves({ field, name, strong }: ToldField, vocabulary: Words): Context[] {
  const { identifierOf, words } = name
  const either =
    identifierOf &&
    words.slice(identifierOf.start, identifierOf.end).some(word => vocabulary.eitherWay.has(singular(word)))
  if (identifierOf && !either && field.type.base !== 'boolean') return ['linked']
  if (!strong) return []
  const { category, proves: proven } = strong
  return [
    ...(category.describes || category.id === 'person-id' ? (['linked'] as const) : []),
    ...(proven && proven !== 'clinical' && !(proven === 'address' && field.type.base === 'record') ? [proven] : []),
  ]
}

/** Whether a field of this type can hold it. */
export const fits = (concept: Concept, { type }: Field): boolean =>
  type.base === 'boolean' ? concept.flag : concept.types.includes(type.base)
