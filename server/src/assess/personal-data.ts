import type { Configuration, FieldDeclaration } from '../model/configuration.ts'
import type { Field, SchemaRecord } from '../model/entities.ts'
import type { Place } from '../model/fact.ts'
import { matchesName } from '../text/match.ts'
import { say, type Message } from '../words/message.ts'
import { readAnnotations } from './annotations.ts'
import { groupOf } from './category-groups.ts'
import type { Scene } from './field-evidence.ts'
import { meaningOf, type Meaning } from './field-meaning.ts'
import { reasonsFor } from './field-reasons.ts'
import { shownFrom, type Weights } from './weights.ts'
import { unnamed, type Category } from './person-words.ts'
import type { Vocabulary } from './vocabulary.ts'

/** What a field holds, as far as its schema tells. */
export interface PersonalData {
  readonly record: SchemaRecord
  readonly field: Field
  readonly category: Category
  /** The data subject of Art. 30: customer, patient, employee; `person` where the schema does not say. */
  readonly subject: string
  /** stated: an annotation in the schema says so; declared: the configuration does; strong: the evidence is overwhelming; weak: it is probable. */
  readonly grade: 'stated' | 'declared' | 'strong' | 'weak'
  /** What it rests on, the weightiest first. */
  readonly because: readonly Message[]
  readonly declaredAt?: Place
  /** Set on a guess that places and organisations have as well, where nobody is named whose it is: an address, a phone number. */
  readonly ofPlaces?: true
  /** Set on national identifiers: what it is called, and the ISO 3166-1 code of the country whose it is, where one is meant. */
  readonly identifier?: { readonly name: string; readonly country: string }
}

/** What a record holds. */
export interface RecordData {
  /** Its personal data, field by field, in their order. */
  readonly found: readonly PersonalData[]
  /** What may be personal data: more than a word speaks for it, and not enough to say so. */
  readonly undecided: readonly PersonalData[]
}

/** What is known of a scene: what fields mean in it, by what they say, and what its records were found to hold. */
interface Known {
  readonly meanings: Map<string, Understood>
  readonly data: WeakMap<SchemaRecord, { readonly configuration: Configuration | undefined; readonly data: RecordData }>
}

/** What a field means, and why, as it was told last: of fields that say the same, the types may be written otherwise. */
interface Understood {
  readonly meaning: Meaning | undefined
  told?: { readonly type: string; readonly because: readonly Message[] }
}

const memory = new WeakMap<Scene, Known>()

function knownIn(scene: Scene): Known {
  const known = memory.get(scene) ?? { meanings: new Map(), data: new WeakMap() }
  memory.set(scene, known)
  return known
}

/** The personal data of a record; `beside` are all records of its file. It is remembered as long as the record, what is around it and the configuration are the same. */
export function personalDataOf(
  record: SchemaRecord,
  vocabulary: Vocabulary,
  configuration?: Configuration,
  beside: readonly SchemaRecord[] = [record],
): RecordData {
  const scene = vocabulary.surroundings(beside).scene(record)
  const known = knownIn(scene).data
  const before = known.get(record)
  if (before && before.configuration === configuration) return before.data
  const data = dataIn({ scene, record, beside, vocabulary }, configuration)
  known.set(record, { configuration, data })
  return data
}

/** What a field means; one that says the same in the same scene is not looked at again. */
function understood(field: Field, scene: Scene, vocabulary: Vocabulary): Understood {
  const { meanings } = knownIn(scene)
  const { base, named, logical } = field.type
  const key = [field.name.value, base, named, logical, field.doc].join('\0')
  const before = meanings.get(key)
  if (before) return before
  const meaning = meaningOf({ field, name: vocabulary.readName(field.name.value) }, scene, vocabulary)
  const made: Understood = { meaning }
  meanings.set(key, made)
  return made
}

function dataIn(
  { scene, record, beside, vocabulary }: Looked & { readonly scene: Scene },
  configuration: Configuration | undefined,
): RecordData {
  const looked: Looked = { record, beside, vocabulary }
  const { levels } = vocabulary.weights
  const [found, undecided]: [PersonalData[], PersonalData[]] = [[], []]
  for (const field of record.fields) {
    if (configuration?.notPersonal.some(declaration => declares(declaration, record, field))) continue
    const { meaning } = understood(field, scene, vocabulary)
    const base = baseOf(record, field, meaning, scene)
    const declared = declaredBy(base, configuration, vocabulary)
    if (declared) found.push(declared)
    const level = declared === undefined && meaning ? levelOf(meaning, scene, levels) : undefined
    if (!meaning || !level) continue
    const guess = new Guess(base, gradeOf(meaning, levels), looked)
    ;(level === 'shown' ? found : undecided).push(guess)
  }
  return { found, undecided }
}

/** What a field would hold, before it is said how surely. */
const baseOf = (record: SchemaRecord, field: Field, meaning: Meaning | undefined, scene: Scene): Unsure => ({
  record,
  field,
  category: meaning?.category ?? unnamed,
  subject: meaning?.subject ?? scene.about.who,
  ...(meaning?.identifier ? { identifier: meaning.identifier } : {}),
  ...(meaning && isOfPlaces(meaning, scene) ? { ofPlaces: true } : {}),
})

/** Whether a guess is a finding or one to be decided; in a record that is nobody's there is nothing to decide. */
function levelOf(
  { probability, category, owner }: Meaning,
  { about }: Scene,
  levels: Weights['levels'],
): 'shown' | 'hint' | undefined {
  // What describes a company is a person's where the company is one: that is to be decided, unless its other fields tell of a person.
  const ofCompany =
    about.thing === 'organisation' && about.standing !== 'about' && category.describes && owner === undefined
  if (probability >= shownFrom(category.special, levels)) return ofCompany ? 'hint' : 'shown'
  return about.standing !== 'no' && probability >= levels.hint ? 'hint' : undefined
}

/** Whether a place or an organisation has such a datum as well, and neither field nor record is named after somebody. */
const isOfPlaces = ({ category, owner }: Meaning, { about }: Scene): boolean =>
  (groupOf(category) === 'address' || category.id === 'contact-phone') &&
  owner === undefined &&
  about.named !== 'person' &&
  about.named !== 'role'

const gradeOf = ({ probability, proven }: Meaning, { sure }: Weights['levels']): PersonalData['grade'] =>
  probability >= sure && proven ? 'strong' : 'weak'

type Unsure = Omit<PersonalData, 'grade' | 'because'>

/** What a record was read from. */
interface Looked {
  readonly record: SchemaRecord
  readonly beside: readonly SchemaRecord[]
  readonly vocabulary: Vocabulary
}

/** A guess, whose reasons are looked for when somebody asks: until then it holds nothing of what it was made from. There are many, and those of a class share their shape in memory. */
class Guess implements PersonalData {
  readonly record: SchemaRecord
  readonly field: Field
  readonly category: Category
  readonly subject: string
  readonly grade: PersonalData['grade']
  readonly identifier?: NonNullable<PersonalData['identifier']>
  readonly ofPlaces?: true
  readonly #looked: Looked
  #because: readonly Message[] | undefined

  constructor(
    { record, field, category, subject, identifier, ofPlaces }: Unsure,
    grade: PersonalData['grade'],
    looked: Looked,
  ) {
    this.record = record
    this.field = field
    this.category = category
    this.subject = subject
    this.grade = grade
    if (identifier) this.identifier = identifier
    if (ofPlaces) this.ofPlaces = ofPlaces
    this.#looked = looked
  }

  get because(): readonly Message[] {
    this.#because ??= this.#reasons()
    return this.#because
  }

  #reasons(): readonly Message[] {
    const { record, beside, vocabulary } = this.#looked
    const scene = vocabulary.surroundings(beside).scene(record)
    const known = understood(this.field, scene, vocabulary)
    const { text: type } = this.field.type
    if (known.told?.type !== type)
      known.told = { type, because: known.meaning ? reasonsFor(known.meaning, this.field, scene, vocabulary) : [] }
    return known.told.because
  }
}

/** What the schema or the configuration says of a field; null where the schema says that it is not personal, undefined where nobody says anything. */
function declaredBy(
  base: Unsure,
  configuration: Configuration | undefined,
  vocabulary: Vocabulary,
): PersonalData | null | undefined {
  const annotated = readAnnotations(base.field.annotations)
  const declared = configuration?.personal.find(declaration => declares(declaration, base.record, base.field))
  const category = vocabulary.categories.get(declared?.category ?? '') ?? base.category
  if (annotated && annotated !== 'public')
    return { ...base, category, grade: 'stated', because: [say('because.annotated', { annotation: annotated })] }
  if (declared)
    return { ...base, category, grade: 'declared', because: [say('because.declaredPersonal')], declaredAt: declared.at }
  return annotated ? null : undefined
}

const declares = (declaration: FieldDeclaration, record: SchemaRecord, field: Field): boolean =>
  matchesName(declaration.field, field.name.value) &&
  (matchesName(declaration.record, record.name.value) || matchesName(declaration.record, record.fullName))

/** What the name of a field tells that is named outside of a schema, in the settings of a connector: with the names beside it, and by what holds them. */
export function readOutside(
  name: string,
  { beside, within, at }: { readonly beside: readonly string[]; readonly within: string; readonly at: Place },
  vocabulary: Vocabulary,
): Pick<PersonalData, 'category' | 'because'> | undefined {
  const fields = beside.map(
    (one): Field => ({
      name: { state: 'known', value: one, at },
      type: { text: '', base: 'unknown' },
      doc: '',
      annotations: [],
      tag: { state: 'absent', near: at },
    }),
  )
  const field = fields.find(one => one.name.value === name)
  if (!field) return undefined
  const record: SchemaRecord = {
    kind: 'record',
    name: { state: 'known', value: within, at },
    fullName: within,
    file: at.file,
    extent: at.span,
    doc: '',
    fields,
  }
  const scene = vocabulary.surroundings([record]).scene(record)
  const found = meaningOf({ field, name: vocabulary.readName(name) }, scene, vocabulary)
  return found && found.probability >= shownFrom(found.category.special, vocabulary.weights.levels)
    ? { category: found.category, because: reasonsFor(found, field, scene, vocabulary) }
    : undefined
}
