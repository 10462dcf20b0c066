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
  (name: CellName) =>
  ({ cells }: Activity, words: Words): string =>
    told(cells[name], words)
const administered =
  (key: keyof Activity['administration']) =>
  ({ administration }: Activity): string =>
    administration[key] ?? ''
const numbered = (_activity: Activity, _words: Words, number: number): string => String(number)
const named = (activity: Activity, words: Words): string => titleOf(activity, words)
/** The things in the files that an activity is. */
const systems = ({ sources }: Activity, words: Words): string =>
  sources.map(({ kind, name }) => words.source(kind, name)).join('\n')

const column = (heading: string, width: number, of: Column['of']): Column => ({ heading, width, of })

/** The sheet of the German authorities for controllers. After the Datenschutzkonferenz's model for Art. 30(1); the headings were not held against the original. */
const dsk: readonly Column[] = [
  column('Lfd. Nr.', 6, numbered),
  column('Bezeichnung der Verarbeitungstätigkeit', 28, named),
  column('Datum der Einführung', 12, administered('since')),
  column('Datum der letzten Änderung', 12, administered('reviewed')),
  column('Verantwortliche Fachabteilung', 24, administered('owner')),
  column(
    'Verantwortlicher, gemeinsam Verantwortliche, Vertreter, Datenschutzbeauftragte Person',
    36,
    cell('controller'),
  ),
  column('Zwecke der Verarbeitung', 36, cell('purposes')),
  column('Rechtsgrundlage', 28, cell('legalBasis')),
  column('Name des eingesetzten Verfahrens', 28, systems),
  column('Kategorien betroffener Personen', 24, cell('subjects')),
  column('Kategorien personenbezogener Daten', 44, cell('categories')),
  column('Kategorien von Empfängern: intern', 28, cell('readers')),
  column('Kategorien von Empfängern: extern', 44, cell('recipients')),
  column('Übermittlung an Drittländer, Empfänger und geeignete Garantien', 44, cell('transfers')),
  column('Fristen für die Löschung', 32, cell('retention')),
  column('Technische und organisatorische Maßnahmen (Art. 32 DSGVO)', 44, cell('measures')),
  column('Datenschutz-Folgenabschätzung', 32, cell('assessment')),
]

/** The list of processings of the French authority. After the CNIL's model; the headings were not held against the original. */
const cnil: readonly Column[] = [
  column('N°', 6, numbered),
  column('Nom du traitement', 28, named),
  column('Date de création', 12, administered('since')),
  column('Dernière mise à jour', 12, administered('reviewed')),
  column('Service responsable', 24, administered('owner')),
  column(
    'Responsable du traitement, responsables conjoints, représentant, délégué à la protection des données',
    36,
    cell('controller'),
  ),
  column('Finalités', 36, cell('purposes')),
  column('Base légale', 28, cell('legalBasis')),
  column('Catégories de personnes concernées', 24, cell('subjects')),
  column('Catégories de données, dont données sensibles', 44, cell('categories')),
  column('Durées de conservation', 32, cell('retention')),
  column('Destinataires internes', 28, cell('readers')),
  column('Destinataires externes et sous-traitants', 44, cell('recipients')),
  column('Transferts hors de l’Union européenne : destinataires, pays, garanties', 44, cell('transfers')),
  column('Source des données', 28, cell('origins')),
  column('Mesures de sécurité', 44, cell('measures')),
  column('Analyse d’impact', 32, cell('assessment')),
]

/** The sheet of the British authority for controllers. After the ICO's documentation template; the headings were not held against the original. */
const ico: readonly Column[] = [
  column('Business function', 24, administered('owner')),
  column('Processing activity', 28, named),
  column('Purpose of processing', 36, cell('purposes')),
  column('Name and contact details of controller and joint controller', 36, cell('controller')),
  column('Categories of individuals', 24, cell('subjects')),
  column('Categories of personal data', 44, cell('categories')),
  column('Categories of recipients: internal', 28, cell('readers')),
  column('Categories of recipients: external, with contracts with processors', 44, cell('recipients')),
  column('Names of third countries, and safeguards for transfers', 44, cell('transfers')),
  column('Retention schedule', 32, cell('retention')),
  column('General description of technical and organisational security measures', 44, cell('measures')),
  column('Article 6 lawful basis, Article 9 and 10 conditions', 28, cell('legalBasis')),
  column('Source of the personal data', 28, cell('origins')),
  column('Location of personal data', 32, cell('location')),
  column('Data protection impact assessment, automated decision-making', 32, cell('assessment')),
  column('Last reviewed', 12, administered('reviewed')),
]

/** The columns of authorities' forms, each of which is filled in one language. */
export const authorityForms = {
  dsk: { columns: dsk, sheet: 'Verzeichnis', language: 'de' },
  cnil: { columns: cnil, sheet: 'Registre', language: 'fr' },
  ico: { columns: ico, sheet: 'Controller', language: 'en' },
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
