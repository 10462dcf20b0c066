import type { Configuration, FieldDeclaration } from '../model/configuration.ts'
import type { Field, SchemaRecord } from '../model/entities.ts'
import type { Place } from '../model/fact.ts'
import { matchesName } from '../text/match.ts'
import { readAnnotations } from './annotations.ts'
import { meaningOf, type Meaning, type Scene } from './field-meaning.ts'
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
  const scene = vocabulary.surroundings(beside).scene(record)
  return record.fields.flatMap((field): PersonalData[] => {
    if (configuration?.notPersonal.some(declaration => declares(declaration, record, field))) return []
    const annotated = readAnnotations(field.annotations)
    const declared = configuration?.personal.find(declaration => declares(declaration, record, field))
    const found = meaningOf({ field, name: vocabulary.readName(field.name.value) }, scene, vocabulary)
    const category =
      (declared?.category === undefined ? undefined : vocabulary.categories.get(declared.category)) ??
      found?.category ??
      unnamed
    const base = {
      record,
      field,
      category,
      subject: found?.subject ?? scene.about.who,
      ...(found?.identifier ? { identifier: found.identifier } : {}),
    }
    if (annotated && annotated !== 'public')
      return [{ ...base, grade: 'stated', because: `the schema says so: ${annotated}` }]
    if (declared)
      return [
        { ...base, grade: 'declared', because: 'the configuration declares it personal', declaredAt: declared.at },
      ]
    if (annotated || !found) return []
    const { levels } = vocabulary.weights
    return found.probability < levels.shown
      ? []
      : [{ ...base, grade: found.probability >= levels.sure ? 'strong' : 'weak', because: 'TODO' }]
  })
}

const declares = (declaration: FieldDeclaration, record: SchemaRecord, field: Field): boolean =>
  matchesName(declaration.field, field.name.value) &&
  (matchesName(declaration.record, record.name.value) || matchesName(declaration.record, record.fullName))

/** What the name of a field tells that is named outside of a schema: in the settings of a connector. */
export function readAlone(name: string, at: Place, vocabulary: Vocabulary): Meaning | undefined {
  const field: Field = {
    name: { state: 'known', value: name, at },
    type: { text: '', base: 'unknown' },
    doc: '',
    annotations: [],
    tag: { state: 'absent', near: at },
  }
  const read = { field, name: vocabulary.readName(name) }
  const scene: Scene = {
    about: { who: 'person', contexts: new Set(), thing: undefined, standing: 'perhaps', evidence: [] },
    around: [],
    strong: 0,
    special: 0,
    size: 1,
    record: vocabulary.readName(''),
    speaks: () => false,
    shorten: () => undefined,
  }
  const found = meaningOf(read, scene, vocabulary)
  return found && found.probability >= vocabulary.weights.levels.shown ? found : undefined
}
