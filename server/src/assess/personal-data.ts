import type { Configuration, FieldDeclaration } from '../model/configuration.ts'
import type { Field, SchemaRecord } from '../model/entities.ts'
import type { Place } from '../model/fact.ts'
import { matchesName } from '../text/match.ts'
import { readAnnotations } from './annotations.ts'
import { classify } from './field-meaning.ts'
import type { About } from './record-subject.ts'
import { unnamed, type Category, type Vocabulary } from './vocabulary.ts'

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
  /** Set on national identifiers: what it is called, and the ISO 3166-1 code of the country whose it is, where one is meant. */
  readonly identifier?: { readonly name: string; readonly country: string }
}

/** The personal data of a record, field by field, in their order; `beside` are all records of its file. */
export function personalDataOf(
  record: SchemaRecord,
  vocabulary: Vocabulary,
  configuration?: Configuration,
  beside: readonly SchemaRecord[] = [record],
): PersonalData[] {
  const fields = record.fields.map(field => ({ field, name: vocabulary.readName(field.name.value) }))
  const about = amidst(record, beside, vocabulary)
  const speaks = (language: string): boolean => vocabulary.surroundings(beside).languages().has(language)
  return fields.flatMap((read): PersonalData[] => {
    const { field } = read
    if (configuration?.notPersonal.some(declaration => declares(declaration, record, field))) return []
    const annotated = readAnnotations(field.annotations)
    const declared = configuration?.personal.find(declaration => declares(declaration, record, field))
    const found = classify(read, about, speaks, vocabulary)
    const category =
      (declared?.category === undefined ? undefined : vocabulary.categories.get(declared.category)) ??
      found?.category ??
      unnamed
    const base = {
      record,
      field,
      category,
      subject: found?.subject ?? about.who,
      ...(found?.identifier ? { identifier: found.identifier } : {}),
    }
    if (annotated && annotated !== 'public')
      return [{ ...base, grade: 'stated', because: `the schema says so: ${annotated}` }]
    if (declared)
      return [
        { ...base, grade: 'declared', because: 'the configuration declares it personal', declaredAt: declared.at },
      ]
    if (annotated) return []
    return found ? [{ ...base, grade: found.grade, because: found.because }] : []
  })
}

const declares = (declaration: FieldDeclaration, record: SchemaRecord, field: Field): boolean =>
  matchesName(declaration.field, field.name.value) &&
  (matchesName(declaration.record, record.name.value) || matchesName(declaration.record, record.fullName))

/** What a record is about, seen from the records that enclose it or use it as the type of a field. */
function amidst(record: SchemaRecord, beside: readonly SchemaRecord[], vocabulary: Vocabulary): About {
  const { about, around } = vocabulary.surroundings(beside)
  const own = about(record)
  if (own.contexts.has('named')) return own
  const others = around(record)
  if (others.length === 0 || others.length > 20) return own
  const seen = others.map(about)
  const person = seen.find(other => other.contexts.has('person'))
  if (person && !own.thing)
    return { ...own, who: own.who === 'person' ? person.who : own.who, contexts: new Set([...own.contexts, 'linked']) }
  return seen.every(other => other.thing === 'organisation')
    ? { ...own, contexts: new Set(), thing: 'organisation' }
    : own
}
