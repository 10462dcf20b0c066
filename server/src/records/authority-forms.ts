import { compareTexts } from '../text/order.ts'
import type { CellName } from './cells.ts'
import type { Activity, ProcessingRecord, Value } from './record.ts'
import { titleOf } from './rows.ts'
import type { Words } from './words/words.ts'
import { tableXlsx } from './xlsx.ts'

/** A column of an authority's form: how it is headed there, how wide it is in characters, and what an activity says in it. */
interface Column {
  readonly heading: string
  readonly width: number
  of(activity: Activity, words: Words, number: number): string
}

const told = (values: readonly Value[], words: Words): string => values.map(({ text }) => text(words)).join('\n')
const cell =
  (name: CellName, wanted: (value: Value) => boolean = () => true) =>
  ({ cells }: Activity, words: Words): string =>
    told(cells[name].filter(wanted), words)
const each =
  (...parts: readonly Column['of'][]): Column['of'] =>
  (...about) =>
    parts
      .map(part => part(...about))
      .filter(text => text !== '')
      .join('\n')
/** Who is named in a column that already says as what. */
const names =
  (kind: Value['of'], said: (words: Words) => string): Column['of'] =>
  ({ cells }, words) =>
    cells.controller
      .filter(is(kind))
      .map(({ text }) => text(words))
      .map(text => (text.startsWith(said(words)) ? text.slice(said(words).length) : text))
      .join('\n')
const administered =
  (key: keyof Activity['administration']) =>
  ({ administration }: Activity): string =>
    administration[key] ?? ''
const numbered = (_activity: Activity, _words: Words, number: number): string => String(number)
const named = (activity: Activity, words: Words): string => titleOf(activity, words)
const blank = (): string => ''
/** The things in the files that an activity is. */
const systems = ({ sources }: Activity, words: Words): string =>
  sources.map(({ kind, name }) => words.source(kind, name)).join('\n')
/** The countries outside the EEA that data goes to; a country that nothing tells is among the safeguards. */
const thirdCountries = ({ destinations }: Activity, words: Words): string =>
  [
    ...new Set(
      destinations
        .filter(({ status }) => status === 'adequate' || status === 'conditional' || status === 'third')
        .flatMap(({ countries }) => countries.map(({ code, name }) => words.country(code, name))),
    ),
  ]
    .sort(compareTexts)
    .join('\n')

const is =
  (...kinds: readonly Value['of'][]) =>
  ({ of }: Value): boolean =>
    kinds.includes(of)
const isNot =
  (...kinds: readonly Value['of'][]) =>
  (value: Value): boolean =>
    !is(...kinds)(value)

const joint = names('joint', words => words.jointly(''))

const column = (heading: string, width: number, of: Column['of']): Column => ({ heading, width, of })

/** The sheet of the German authorities for controllers: the points of Art. 30(1) in the order of the Datenschutzkonferenz's model, as public forms follow it. The original could not be had; what it does not ask stands behind. */
const dsk: readonly Column[] = [
  column('Lfd. Nr.', 6, numbered),
  column('Bezeichnung der Verarbeitungstätigkeit', 28, named),
  column('Datum der Einführung', 12, administered('since')),
  column('Datum der letzten Änderung', 12, administered('reviewed')),
  column('Verantwortliche Fachabteilung', 24, administered('owner')),
  column('Verantwortlicher', 36, cell('controller', isNot('joint', 'representative', 'officer', 'authority', 'entry'))),
  column('Gemeinsam Verantwortliche', 28, joint),
  column(
    'Vertreter des Verantwortlichen',
    28,
    names('representative', words => words.representedBy('')),
  ),
  column(
    'Datenschutzbeauftragte Person',
    28,
    names('officer', words => words.dataProtectionOfficer('')),
  ),
  column(
    'Zuständige Aufsichtsbehörde',
    28,
    names('authority', words => words.supervisedBy('')),
  ),
  column('Zwecke der Verarbeitung (Art. 30 Abs. 1 Satz 2 Buchst. b)', 36, cell('purposes')),
  column('Name des eingesetzten Verfahrens', 28, systems),
  column('Kategorien betroffener Personen (Art. 30 Abs. 1 Satz 2 Buchst. c)', 24, cell('subjects')),
  column('Kategorien personenbezogener Daten (Art. 30 Abs. 1 Satz 2 Buchst. c)', 44, cell('categories')),
  column('Kategorien von Empfängern (Art. 30 Abs. 1 Satz 2 Buchst. d): intern', 28, cell('readers')),
  column('Kategorien von Empfängern (Art. 30 Abs. 1 Satz 2 Buchst. d): extern', 44, cell('recipients')),
  column('Drittland oder internationale Organisation (Art. 30 Abs. 1 Satz 2 Buchst. e)', 24, thirdCountries),
  column('Übermittlungen an ein Drittland, Dokumentation geeigneter Garantien', 44, cell('transfers')),
  column('Fristen für die Löschung (Art. 30 Abs. 1 Satz 2 Buchst. f)', 32, cell('retention')),
  column('Technische und organisatorische Maßnahmen (Art. 32 Abs. 1)', 44, cell('measures')),
  column('Rechtsgrundlage', 28, cell('legalBasis')),
  column('Speicherort', 28, cell('location')),
  column('Datenschutz-Folgenabschätzung', 32, cell('assessment')),
]

/** The kinds of data of the CNIL's model sheet, in its order and words; ids of categories. */
const cnilKinds: readonly (readonly [string, readonly string[]])[] = [
  [
    'État-civil, identité, données d’identification, images',
    [
      'name',
      'contact-email',
      'contact-phone',
      'contact-address',
      'contact-other',
      'person-id',
      'national-id',
      'birth',
      'age',
      'gender',
      'photo',
    ],
  ],
  ['Vie personnelle', ['family', 'child', 'demographic', 'behaviour']],
  ['Vie professionnelle', ['employment', 'education']],
  ['Informations d’ordre économique et financier', ['financial', 'account-id']],
  ['Données de connexion', ['ip', 'device-id', 'online-id', 'user-agent', 'username', 'credential']],
  ['Données de localisation', ['location']],
]
const otherKind = 'Autres catégories de données'

/** The data of an activity that is under neither Art. 9 nor Art. 10, by the kinds of the CNIL. */
function cnilData({ data, cells }: Activity, words: Words): string {
  const ordinary = data.filter(({ category }) => !category.special)
  if (data.length === 0) return told(cells.categories, words)
  const kindOf = (id: string): string => cnilKinds.find(([, ids]) => ids.includes(id))?.[0] ?? otherKind
  return [...cnilKinds.map(([kind]) => kind), otherKind]
    .flatMap(kind => {
      const found = ordinary.filter(({ category }) => kindOf(category.id) === kind)
      const fields = [...new Set(found.map(({ field }) => field.name.value))]
      return fields.length === 0 ? [] : [`${kind}${words.colon}${fields.join(', ')}`]
    })
    .join('\n')
}

/** What of an activity is under Art. 9 or 10. That nothing is seen is no No. */
function sensitive({ data }: Activity, words: Words): string {
  const special = data.filter(({ category }) => category.special)
  const categories = [...new Map(special.map(({ category }) => [category.id, category])).values()]
  return categories.length === 0
    ? words.noneKnown('categories')
    : categories
        .map(category =>
          words.category(
            category,
            [
              ...new Set(special.filter(one => one.category.id === category.id).map(({ field }) => field.name.value)),
            ].join(', '),
          ),
        )
        .join('\n')
}

/** The kinds of measures of the CNIL's model sheet that files can show, in its words. */
const cnilMeasures: readonly (readonly [string, Value['of']])[] = [
  ['Contrôle d’accès des utilisateurs', 'access'],
  ['Mesures de traçabilité', 'traces'],
  ['Chiffrement des données', 'encryption'],
]
const otherMeasures = 'Autres mesures'

const measures = ({ cells }: Activity, words: Words): string =>
  [...cnilMeasures, [otherMeasures, undefined] as const]
    .flatMap(([kind, of]) => {
      const values = cells.measures.filter(value => value.of === of)
      return values.length === 0 ? [] : [`${kind}${words.colon}${values.map(({ text }) => text(words)).join(' ; ')}`]
    })
    .join('\n')

/** The CNIL's model of a sheet of the register (registre de base): its fields, kinds of data and kinds of measures in its order and words. What it does not ask stands behind. */
const cnil: readonly Column[] = [
  column('N°', 6, numbered),
  column('Nom de l’activité', 28, named),
  column('Date de création de la fiche', 12, administered('since')),
  column('Date de dernière mise à jour de la fiche', 12, administered('reviewed')),
  column('Nom du responsable conjoint du traitement', 28, joint),
  column('Nom du logiciel ou de l’application', 28, systems),
  column('Objectifs poursuivis', 36, cell('purposes')),
  column('Catégories de personnes concernées', 24, cell('subjects')),
  column('Catégories de données collectées', 44, cnilData),
  column('Des données sensibles sont-elles traitées ?', 36, sensitive),
  column('Durées de conservation des catégories de données', 32, cell('retention')),
  column('Destinataires internes', 28, cell('readers')),
  column('Organismes externes', 44, cell('recipients', isNot('processor'))),
  column('Sous-traitants', 44, cell('recipients', is('processor'))),
  column('Transferts des données hors UE', 44, each(thirdCountries, cell('transfers'))),
  column('Mesures de sécurité', 44, measures),
  column(
    'Responsable du traitement, représentant, délégué à la protection des données',
    36,
    cell('controller', isNot('joint', 'entry')),
  ),
  column('Service responsable', 24, administered('owner')),
  column('Base légale', 28, cell('legalBasis')),
  column('Source des données', 28, cell('origins')),
  column('Analyse d’impact', 32, cell('assessment')),
]

/** The ICO's documentation template for controllers: the columns A to AD of its sheet, in its words and order; those that neither files nor declarations answer stay empty. Who the controller is stands behind: there it is in a block of its own. */
const ico: readonly Column[] = [
  column('Business function', 24, administered('owner')),
  column('Purpose of processing', 36, each(named, cell('purposes'))),
  column('Name and contact details of joint controller (if applicable)', 28, joint),
  column('Categories of individuals', 24, cell('subjects')),
  column('Categories of personal data', 44, cell('categories')),
  column('Categories of recipients', 44, each(cell('recipients', isNot('processor')), cell('readers'))),
  column('Link to contract with processor', 44, cell('recipients', is('processor'))),
  column(
    'Names of third countries or international organisations that personal data are transferred to (if applicable)',
    28,
    thirdCountries,
  ),
  column(
    'Safeguards for exceptional transfers of personal data to third countries or international organisations (if applicable)',
    44,
    cell('transfers'),
  ),
  column('Retention schedule (if possible)', 32, cell('retention')),
  column('General description of technical and organisational security measures (if possible)', 44, cell('measures')),
  column('Article 6 lawful basis for processing personal data', 28, cell('legalBasis', isNot('condition'))),
  column('Article 9 condition for processing special category data', 28, cell('legalBasis', is('condition'))),
  column('Legitimate interests for the processing (if applicable)', 20, blank),
  column('Link to record of legitimate interests assessment (if applicable)', 20, blank),
  column('Rights available to individuals', 20, blank),
  column(
    'Existence of automated decision-making, including profiling (if applicable)',
    32,
    cell('assessment', is('profiling')),
  ),
  column('The source of the personal data (if applicable)', 28, cell('origins')),
  column('Link to record of consent', 20, blank),
  column('Location of personal data', 32, cell('location')),
  column('Data Protection Impact Assessment required?', 32, cell('assessment', isNot('assessed'))),
  column('Data Protection Impact Assessment progress', 20, blank),
  column('Link to Data Protection Impact Assessment', 28, cell('assessment', is('assessed'))),
  column('Has a personal data breach occurred?', 20, blank),
  column('Link to record of personal data breach', 20, blank),
  column('Data Protection Act 2018 Schedule 1 Condition for processing', 20, blank),
  column('GDPR Article 6 lawful basis for processing', 28, cell('legalBasis', isNot('condition'))),
  column('Link to retention and erasure policy document', 20, blank),
  column('Is personal data retained and erased in accordance with the policy document?', 20, blank),
  column('Reasons for not adhering to policy document (if applicable)', 20, blank),
  column('Controller, representative, data protection officer', 36, cell('controller', isNot('joint', 'entry'))),
  column('Last reviewed', 12, administered('reviewed')),
]

/** The columns of authorities' forms, each of which is filled in one language. */
export const authorityForms = {
  dsk: { columns: dsk, sheet: 'Verzeichnis', language: 'de' },
  cnil: { columns: cnil, sheet: 'Registre', language: 'fr' },
  ico: { columns: ico, sheet: 'Template', language: 'en' },
} as const

type Form = (typeof authorityForms)[keyof typeof authorityForms]

/** The activities of which a company is the controller, in an authority's columns: the first row names them. */
export const authorityTable = ({ activities }: ProcessingRecord, { columns }: Form, words: Words): string[][] => [
  columns.map(({ heading }) => heading),
  ...activities
    .filter(({ role }) => role === 'controller')
    .map((activity, index) => columns.map(({ of }) => of(activity, words, index + 1))),
]

/** The record as a workbook in an authority's columns. */
export const authorityXlsx = (record: ProcessingRecord, form: Form, words: Words): Uint8Array =>
  tableXlsx(
    form.sheet,
    form.columns.map(({ width }) => width),
    authorityTable(record, form, words),
  )
