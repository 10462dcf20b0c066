import type { Field } from '../../model/entities.ts'
import { groupOf } from '../category-groups.ts'
import { docSpeaksOf } from '../doc-subject.ts'
import { fieldEvidence, isOneNumber, type Scene } from '../field-evidence.ts'
import type { NameReading, ReadName } from '../field-name.ts'
import { singular } from '../lexicon.ts'
import type { About, ReadField } from '../record-subject.ts'
import { docReading } from './by-doc.ts'
import { personReading } from './by-person.ts'
import { recordReading } from './by-record.ts'
import { typeReading } from './by-type.ts'
import { mentionReading } from './by-word.ts'
import type { Draft, Reading } from './reading.ts'

/** All ways to understand a field. */
export function readingsOf(asWritten: ReadField, scene: Scene, vocabulary: NameReading): Reading[] {
  const read = asAnswer(asWritten)
  const drafts = draftsOf(read, scene, vocabulary)
  if (drafts.length === 0) return []
  const common = fieldEvidence(read.field, scene, vocabulary)
  return drafts.map(draft => ({ ...draft, common }))
}

/** A whole number that is asked for as a yes or a no, as one: `is_friend`, `can_post`. */
const asAnswer = (read: ReadField): ReadField =>
  isOneNumber(read.field.type) && asking.has(read.name.words[0] ?? '')
    ? { ...read, field: { ...read.field, type: { ...read.field.type, base: 'boolean' } } }
    : read

const asking: ReadonlySet<string> = new Set(['is', 'has', 'can'])

function draftsOf(read: ReadField, scene: Scene, vocabulary: NameReading): Draft[] {
  const { field } = read
  if (read.name.setting || isReference(field, vocabulary)) return []
  const found = draftsOfName(read.name, read, scene, vocabulary)
  found.push(...draftsOfPart(read, scene, vocabulary))
  add(found, typeReading(field, scene, vocabulary))
  add(found, recordReading(read, scene, vocabulary))
  if (found.length === 0) add(found, docReading(read, scene, vocabulary))
  if (found.length === 0) return found
  if (!parts.has(scene.about.named) && docSpeaksOf(field.doc, vocabulary) === 'organisation')
    return found.filter(draft => !isOfOrganisations(draft))
  if (scene.animal) return found.filter(draft => !describesAnimal(draft, scene))
  if (isOfLedger(scene)) return found.filter(({ category }) => !keyed.has(groupOf(category)))
  return isAccess(scene, vocabulary) ? found.filter(({ category }) => !admitting.has(groupOf(category))) : found
}

/** Data that let a program in. */
const admitting: ReadonlySet<string> = new Set(['credential', 'name', 'id'])

/** Whether a record gets a program into another: `WebhookAuthorization`, the credentials of a gateway; those of a user, or of a sign-in, are somebody's. */
function isAccess({ about, around, record }: Scene, { access, eitherWay }: NameReading): boolean {
  if (!record.words.some(word => access.has(singular(word)))) return false
  // The profile of a connector is nobody's.
  if (
    record.subjects.some(
      ({ start, end }) => !record.words.slice(start, end).every(word => eitherWay.has(singular(word))),
    )
  )
    return false
  const isSomebodys = ({ evidence, contexts }: About): boolean =>
    evidence.includes('a person in its name') || contexts.has('request') || contexts.has('account')
  return around.length > 0 ? !around.some(isSomebodys) : about.thing !== undefined || record.things.length > 0
}

/** Data that an organisation has as well: "name of the company". */
const ofOrganisations: ReadonlySet<string> = new Set(['name', 'contact', 'address'])

/** What a record is named after that no organisation is; a contact may be one. */
const parts: ReadonlySet<About['named']> = new Set(['person', 'role'])

/** Whether a reading describes an organisation as well as a person: its name, but not a first name. */
const isOfOrganisations = ({ category, owner, own }: Draft): boolean =>
  owner === undefined &&
  (category.id === 'ip' ||
    (ofOrganisations.has(groupOf(category)) && !(groupOf(category) === 'name' && own.includes('strong word'))))

/** Data that an animal has as well. */
const ofAnimals: ReadonlySet<string> = new Set(['name', 'birth', 'trait', 'special'])

/** Whether a reading describes an animal; a record of something of one tells no more of it than its health. */
const describesAnimal = ({ category, owner }: Draft, { animal }: Scene): boolean =>
  owner === undefined && (category.special || (animal === 'itself' && ofAnimals.has(groupOf(category))))

/** Data that are keys on a public ledger: an address, an owner, a balance, a signature. */
const keyed: ReadonlySet<string> = new Set(['address', 'id', 'money', 'content', 'online', 'credential'])

/** Whether a record is part of a public ledger, and describes nobody. */
const isOfLedger = ({ file, about, strong }: Scene): boolean =>
  file.ledger && !(strong > 1 && about.standing === 'about')

/** Whether a field only says where a secret stands: `username: SecretKeySelector`. */
const isReference = ({ type }: Field, vocabulary: NameReading): boolean =>
  type.named !== undefined && vocabulary.readName(type.named).words.includes('secret')

const none: readonly Draft[] = []

/** What a name says without the words that its record's columns repeat. */
function draftsOfPart(read: ReadField, scene: Scene, vocabulary: NameReading): readonly Draft[] {
  const short = scene.shorten(read.field.name.value)
  if (short === undefined) return none
  const part = vocabulary.readName(short)
  // `invoice_id` of an invoice is the invoice's, whoever it is for.
  if (part.bareKey && namesThing(read.name, vocabulary)) return none
  return (
    draftsOfName(part, read, scene, vocabulary)
      // `customer_id` of a customer is that, and not somebody's `id`.
      .filter(({ owner }) => !read.name.identifierOf || owner !== undefined)
      .filter(draft => !isOfOrganisations(draft) || !isOfOrganisation(read.name))
      .map(draft => ({ ...draft, own: [...draft.own, 'read without a repeated word'] }))
  )
}

/** Whether a name says itself that what it names is an organisation's, whatever word its record repeats: the `bank_address` of a bank account. */
const isOfOrganisation = ({ mentions }: ReadName): boolean => mentions.some(({ before }) => before === 'organisation')

/** Whether a name names a thing, a datum or a deal, and so is no person's key. */
const namesThing = ({ words, things, mentions }: ReadName, { contexts }: NameReading): boolean =>
  things.length > 0 || mentions.length > 0 || (contexts.get('order')?.find(words).length ?? 0) > 0

function draftsOfName(name: ReadName, read: ReadField, scene: Scene, vocabulary: NameReading): Draft[] {
  const drafts: Draft[] = []
  for (const mention of name.mentions) add(drafts, mentionReading(mention, name, read, scene, vocabulary))
  add(drafts, personReading(name, read.field, scene, vocabulary))
  return drafts
}

function add(drafts: Draft[], draft: Draft | undefined): void {
  if (draft) drafts.push(draft)
}
