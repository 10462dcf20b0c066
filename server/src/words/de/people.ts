/** Data subjects of Art. 30, in the plural. */
export const subjects: Readonly<Record<string, string>> = {
  user: 'Nutzende',
  customer: 'Kundinnen und Kunden',
  employee: 'Beschäftigte',
  driver: 'Fahrerinnen und Fahrer',
  subscriber: 'Anschlussinhaberinnen und Anschlussinhaber',
  patient: 'Patientinnen und Patienten',
  person: 'Personen, nicht näher bestimmt',
  voter: 'Wählerinnen und Wähler',
  passenger: 'Fahrgäste',
  child: 'Kinder',
  student: 'Lernende und Studierende',
  offender: 'Straffällige und Verdächtige',
}

/** Data subjects behind `von`. */
export const ofPeople = (id: string): string => dative[id] ?? subjects[id] ?? id

const dative: Readonly<Record<string, string>> = {
  user: 'Nutzenden',
  employee: 'Beschäftigten',
  driver: 'Fahrerinnen und Fahrern',
  subscriber: 'Anschlussinhaberinnen und Anschlussinhabern',
  person: 'Personen',
  voter: 'Wählerinnen und Wählern',
  passenger: 'Fahrgästen',
  child: 'Kindern',
  student: 'Lernenden und Studierenden',
  offender: 'Straffälligen und Verdächtigen',
}

/** Categories of personal data. */
export const categories: Readonly<Record<string, string>> = {
  name: 'Name',
  username: 'Benutzername',
  'contact-email': 'E-Mail-Adresse',
  'contact-phone': 'Telefonnummer',
  'contact-address': 'Anschrift',
  'contact-other': 'sonstige Kontaktangabe',
  'person-id': 'Kunden- oder Personen-ID',
  'national-id': 'nationale Kennziffer',
  'account-id': 'Konto einer Person',
  'online-id': 'Online-Kennung',
  'device-id': 'Gerätekennung',
  ip: 'IP-Adresse',
  'user-agent': 'Browserkennung',
  birth: 'Geburtsdatum oder Geburtsort',
  age: 'Alter',
  gender: 'Geschlecht',
  demographic: 'demografische Angabe',
  location: 'Standort',
  financial: 'Finanz- oder Bankdaten',
  credential: 'Zugangsdaten',
  photo: 'Lichtbild',
  content: 'Inhalt einer Nachricht',
  behaviour: 'Verhalten',
  employment: 'Angabe zur Beschäftigung',
  education: 'Angabe zur Ausbildung',
  family: 'Angabe zur Familie',
  child: 'Angabe über ein Kind',
  vehicle: 'Fahrzeug einer Person',
  personal: 'personenbezogene Angabe',
  health: 'Gesundheitsdaten',
  genetic: 'genetische Daten',
  biometric: 'biometrische Daten',
  ethnic: 'ethnische Herkunft',
  religion: 'religiöse Überzeugung',
  politics: 'politische Meinung',
  'trade-union': 'Gewerkschaftszugehörigkeit',
  'sex-life': 'Sexualleben oder sexuelle Orientierung',
  criminal: 'strafrechtliche Verurteilungen',
}

/** Names of countries by their codes. */
export const countries = new Intl.DisplayNames('de', { type: 'region' })

/** An article as German lawyers cite it: `Art. 30 Abs. 1 Buchst. a DSGVO`. */
export const citeOf = (cite: string): string =>
  `${cite
    .replace(/^GDPR /, '')
    .replace(
      /\((\d+)\)(?:\(([a-z])\))?/g,
      (_whole, paragraph: string, letter: string | undefined) =>
        ` Abs. ${paragraph}${letter ? ` Buchst. ${letter}` : ''}`,
    )}${cite.startsWith('GDPR ') ? ' DSGVO' : ''}`

/** A day as it is written: 27.12.2031. */
export const dateOf = (date: string): string => date.replace(/^(\d{4})-(\d{2})-(\d{2})$/, '$3.$2.$1')
