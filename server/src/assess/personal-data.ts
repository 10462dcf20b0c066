import type { Configuration, FieldDeclaration } from '../model/configuration.ts'
import type { Annotation, Field, SchemaRecord } from '../model/entities.ts'
import type { Place } from '../model/fact.ts'
import { matchesName } from '../text/match.ts'
import { wordsOf } from '../text/words.ts'
import type { Hit } from './lexicon.ts'
import type { Category, Concept, Vocabulary } from './vocabulary.ts'

/** What a field holds, as far as its schema tells. */
export interface PersonalData {
  readonly record: SchemaRecord
  readonly field: Field
  readonly category: Category
  /** The data subject of Art. 30: customer, patient, employee; `person` where the schema does not say. */
  readonly subject: string
  /** stated: an annotation in the schema says so; declared: the configuration does; strong: the words alone do; weak: the words do, in a record about a person. */
  readonly grade: 'stated' | 'declared' | 'strong' | 'weak'
  /** In one sentence. */
  readonly because: string
  readonly declaredAt?: Place
}

/** What a record is about. */
interface About {
  readonly kind: 'person' | 'linked' | 'technical' | 'unknown'
  readonly who: string
}

/** The personal data of a record, field by field, in their order. */
export function personalDataOf(record: SchemaRecord, vocabulary: Vocabulary, configuration?: Configuration): PersonalData[] {
  const about = aboutOf(record, vocabulary)
  const named = (id: string | undefined): Category | undefined => (id === undefined ? undefined : vocabulary.categories.get(id))
  const unknown: Category = { id: 'personal', one: 'personal data', many: 'personal data is', special: false }
  return record.fields.flatMap((field): PersonalData[] => {
    if (configuration?.notPersonal.some(declaration => declares(declaration, record, field))) return []
    const annotated = readAnnotations(field.annotations)
    const declared = configuration?.personal.find(declaration => declares(declaration, record, field))
    const found = classify(field, about, vocabulary)
    const category = named(declared?.category) ?? found?.category ?? unknown
    if (annotated && annotated !== 'public') return [{ record, field, category, subject: about.who, grade: 'stated', because: `the schema says so: ${annotated}` }]
    if (declared) return [{ record, field, category, subject: about.who, grade: 'declared', because: 'the configuration declares it personal', declaredAt: declared.at }]
    if (annotated) return []
    return found ? [{ record, field, subject: about.who, ...found }] : []
  })
}

const declares = (declaration: FieldDeclaration, record: SchemaRecord, field: Field): boolean =>
  matchesName(declaration.field, field.name.value) && (matchesName(declaration.record, record.name.value) || matchesName(declaration.record, record.fullName))

const telling = /(?:^|[^a-z])(?:pii|personal|gdpr|dsgvo|sensitiv\w*|classification|privacy)(?:[^a-z]|$)|confluent:tags/i
const denying = /^(?:|public|none|false|no|0|internal|non[-_ ]?personal|not[-_ ]?personal)$/i

/** What the schema's own annotations say: the key that declares a field personal, `public` where one denies it. */
function readAnnotations(annotations: readonly Annotation[]): string | 'public' | undefined {
  const [first] = annotations.filter(({ key }) => telling.test(key))
  return first && (denying.test(first.value.trim()) ? 'public' : first.key)
}

/** What a record is about: its own name first, then what its fields already prove. */
function aboutOf(record: SchemaRecord, vocabulary: Vocabulary): About {
  const words = wordsOf(record.name.value).filter(word => !/^\d+$/.test(word))
  let end = words.length
  while (end > 1 && vocabulary.forms.has(words[end - 1] ?? '')) end--
  const head = words.slice(0, end)
  const person = vocabulary.subjects.find(head).findLast(hit => hit.end === head.length)
  if (person) return { kind: 'person', who: person.entry.id }
  const mentioned = vocabulary.subjects.find(words).at(-1)
  const technical = vocabulary.technical.find(head).some(hit => hit.end === head.length)
  if (technical && !mentioned) return { kind: 'technical', who: 'person' }
  const linkedBy = record.fields.map(field => proves(field, vocabulary)).find(who => who !== undefined)
  if (linkedBy !== undefined) return { kind: technical ? 'technical' : 'linked', who: mentioned?.entry.id ?? linkedBy }
  return mentioned && !technical ? { kind: 'linked', who: mentioned.entry.id } : { kind: technical ? 'technical' : 'unknown', who: mentioned?.entry.id ?? 'person' }
}

/** Whether a field shows that its record is about one person: an id of a person, a name, a birth date. */
function proves(field: Field, vocabulary: Vocabulary): string | undefined {
  const words = wordsOf(field.name.value)
  const who = vocabulary.subjects.find(words)[0]
  if (who && who.end === words.length - 1 && words.at(-1) === 'id') return who.entry.id
  const hit = headHit(words, vocabulary)
  return hit && hit.entry.grade === 'strong' && ['name', 'birth', 'person-id'].includes(hit.entry.category.id) && fits(hit.entry, field) ? 'person' : undefined
}

interface Found {
  readonly category: Category
  readonly grade: 'strong' | 'weak'
  readonly because: string
}

function classify(field: Field, about: About, vocabulary: Vocabulary): Found | undefined {
  const words = wordsOf(field.name.value)
  const [who] = vocabulary.subjects.find(words)
  const context = `in a record ${about.kind === 'person' ? 'about' : 'with data of'} a ${about.who}`
  const identifier = field.type.base === 'boolean' ? undefined : vocabulary.categories.get('person-id')
  if (identifier && who && who.end === words.length - 1 && words.at(-1) === 'id') return { category: identifier, grade: 'strong', because: `\`${field.name.value}\`: identifier of a ${who.entry.id}` }
  if (identifier && words.length === 1 && words[0] === 'id' && about.kind === 'person') return { category: identifier, grade: 'weak', because: `\`${field.name.value}\`: identifier, ${context}` }
  const hit = headHit(words, vocabulary)
  if (!hit || !fits(hit.entry, field)) return undefined
  const owned = who !== undefined && who.start < hit.start
  const foreign = vocabulary.technical.find(words.slice(0, hit.start)).length > 0
  const personal = about.kind === 'person' || about.kind === 'linked' || owned
  if (hit.entry.grade === 'weak' && (!personal || foreign)) return undefined
  if (about.kind === 'technical' && !owned && (hit.entry.category.special || foreign)) return undefined
  const because = `\`${field.name.value}\`: ${words.slice(hit.start, hit.end).join(' ')}`
  return { category: hit.entry.category, grade: hit.entry.grade, because: personal && !owned ? `${because}, ${context}` : because }
}

/** The concept at the head of a field's name: the last one, unless a word after it makes it something about the datum. */
function headHit(words: readonly string[], vocabulary: Vocabulary): Hit<Concept> | undefined {
  const hit = vocabulary.concepts.find(words).findLast(candidate => !candidate.gated)
  if (!hit) return undefined
  const after = words.slice(hit.end)
  return after.every(word => vocabulary.neutral.has(word) || /^\d+$/.test(word)) ? hit : undefined
}

const fits = (concept: Concept, field: Field): boolean => (field.type.base === 'boolean' ? concept.flag : concept.types.includes(field.type.base))
