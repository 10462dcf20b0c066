import type { Field } from '../model/entities.ts'
import { singular } from './lexicon.ts'
import { splitName, type ReadName } from './field-name.ts'
import type { Concept, Context, Subject, Words } from './vocabulary.ts'

/** What a record is about. */
export interface About {
  /** The data subject of Art. 30; `person` where nothing says more. */
  readonly who: string
  /** Whether its own name says so, and not only its fields. */
  readonly named: boolean
  readonly contexts: ReadonlySet<Context>
  /** A thing or an organisation: nothing that is said of it is said of a person. */
  readonly thing: 'technical' | 'organisation' | undefined
}

/** A field with its name read. */
export interface ReadField {
  readonly field: Field
  readonly name: ReadName
}

/** What the name of a record says by itself. */
export interface RecordName {
  readonly subject: Subject | undefined
  /** The name ends in a noun for people. */
  readonly person: 'certain' | 'either way' | undefined
  /** A person is named in it, and not at its end. */
  readonly mentioned: Subject | undefined
  readonly thing: About['thing']
  readonly contexts: readonly Context[]
  readonly maybeMessage: boolean
  readonly maybeClinical: boolean
}

/** Reads the name of a record; `space` are the words of its namespace and of what encloses it. */
export function readRecordName(name: string, space: readonly string[], vocabulary: Words): RecordName {
  const words = splitName(name.slice(name.lastIndexOf('.') + 1), vocabulary)
  const head = withoutForms(words, vocabulary.forms)
  const atHead = vocabulary.subjects.find(head).findLast(hit => hit.end === head.length)
  const every = (
    hit: { start: number; end: number },
    of: readonly string[],
    sets: readonly ReadonlySet<string>[],
  ): boolean => of.slice(hit.start, hit.end).every(word => sets.some(set => set.has(singular(word))))
  const mentioned = vocabulary.subjects
    .find(words)
    .filter(hit => !every(hit, words, [vocabulary.eitherWay]))
    .at(-1)
  return {
    subject: atHead?.entry ?? mentioned?.entry,
    person:
      atHead &&
      (head
        .slice(atHead.start, atHead.end)
        .some(word => vocabulary.eitherWay.has(singular(word)) || vocabulary.roles.has(singular(word)))
        ? 'either way'
        : 'certain'),
    mentioned: mentioned?.entry,
    thing: thingAt(head, vocabulary),
    contexts: contextsOf(words, head, space, vocabulary),
    maybeMessage: endsIn('maybe-message', words, vocabulary),
    maybeClinical: endsIn('maybe-clinical', words, vocabulary),
  }
}

/** What a record is about: its own name first, then what its fields prove. */
export function aboutRecord(name: RecordName, fields: readonly ReadField[], vocabulary: Words): About {
  const proofs = fields.map(read => proves(read, vocabulary))
  const contexts = new Set<Context>(name.contexts)
  // One address of a client among the fields of a server or a log does not make it a request.
  const seen = (context: Context): boolean =>
    context !== 'request' || !name.thing || proofs.filter(proof => proof.includes(context)).length > 1
  for (const proof of proofs) for (const context of proof) if (seen(context)) contexts.add(context)
  if (name.maybeClinical && fields.some(field => field.name.subjects.some(({ entry }) => entry.id === 'patient')))
    contexts.add('clinical')
  const described = contexts.has('person')
  if (name.maybeMessage && (contexts.has('linked') || corresponds(fields))) contexts.add('message')
  // What proves a request, a message, a clinical record or an address outweighs a noun for a thing: logs, channels, statuses hold them too.
  const outweighed = (['address', 'request', 'message', 'clinical'] as const).some(context => contexts.has(context))
  const thing = name.person || outweighed ? undefined : name.thing
  const certain = name.person === 'certain'
  if (certain || (described && !thing) || (name.person !== undefined && contexts.has('linked'))) contexts.add('person')
  else contexts.delete('person')
  if (certain || (name.person && described)) contexts.add('named')
  if (name.mentioned) contexts.add('linked')
  const keyed = fields.find(field => field.name.identifierOf)?.name.identifierOf
  const who = name.subject?.id ?? (contexts.has('clinical') ? 'patient' : keyed?.entry.id)
  return { who: who ?? 'person', named: certain, contexts, thing: name.mentioned ? undefined : thing }
}

function withoutForms(words: readonly string[], forms: ReadonlySet<string>): readonly string[] {
  const kept = words.filter(word => !/^\d+$/.test(word))
  let end = kept.length
  while (end > 1 && forms.has(singular(kept[end - 1] ?? ''))) end--
  return kept.slice(0, end)
}

const thingAt = (head: readonly string[], { technical, organisations }: Words): About['thing'] =>
  organisations.find(head).some(hit => hit.end === head.length)
    ? 'organisation'
    : technical.find(head).some(hit => hit.end === head.length)
      ? 'technical'
      : undefined

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
    ...(handheld ? (['device'] as const) : []),
    ...(is('address') && !foreign ? (['address'] as const) : []),
    ...(clinical ? (['clinical'] as const) : []),
  ]
}

/** Whether fields name both ends of a message. */
const corresponds = (fields: readonly ReadField[]): boolean =>
  fields.filter(({ name }) =>
    name.concepts.some(({ entry }) => entry.category.id === 'contact-other' && entry.contexts.includes('message')),
  ).length > 1

/** What a field shows its record to be: about a person (a name, a birth date), linked to one (their identifier), a request, a card. */
function proves({ field, name }: ReadField, vocabulary: Words): Context[] {
  const { identifierOf, words } = name
  const either =
    identifierOf &&
    words.slice(identifierOf.start, identifierOf.end).some(word => vocabulary.eitherWay.has(singular(word)))
  if (identifierOf && !either && field.type.base !== 'boolean') return ['linked']
  const strong = name.concepts.find(({ entry, gated }) => entry.grade === 'strong' && !gated && fits(entry, field))
  if (!strong || isForeign(name, strong.start)) return []
  const { category, proves: proven } = strong.entry
  return [
    ...(category.describes
      ? (['person', 'linked'] as const)
      : category.id === 'person-id'
        ? (['linked'] as const)
        : []),
    ...(proven && !(proven === 'address' && field.type.base === 'record') ? [proven] : []),
  ]
}

/** Whether the noun nearest before a datum makes it a thing's or a company's. */
export function isForeign({ things, subjects }: ReadName, start: number): boolean {
  const thing = things.filter(hit => hit.end <= start).reduce((end, hit) => Math.max(end, hit.end), 0)
  const person = subjects.filter(hit => hit.end <= start).reduce((end, hit) => Math.max(end, hit.end), 0)
  return thing > person
}

/** Whether a field of this type can hold it. */
export const fits = (concept: Concept, { type }: Field): boolean =>
  type.base === 'boolean' ? concept.flag : concept.types.includes(type.base)
