/** Data subjects of Art. 30, in the plural. */
export const subjects: Readonly<Record<string, string>> = {
  user: 'utilisateurs',
  customer: 'clients',
  employee: 'salariés',
  driver: 'conducteurs',
  subscriber: 'abonnés',
  patient: 'patients',
  person: 'personnes, sans autre précision',
  voter: 'électeurs',
  passenger: 'passagers',
  child: 'enfants',
  student: 'élèves et étudiants',
  offender: 'personnes mises en cause ou condamnées',
}

/** Data subjects behind `de`, which is part of it. */
export function ofPeople(id: string): string {
  const people = id === 'person' ? 'personnes' : (subjects[id] ?? id)
  return /^[aeiouyéèêh]/i.test(people) ? `d’${people}` : `de ${people}`
}

/** Categories of personal data. */
export const categories: Readonly<Record<string, string>> = {
  name: 'nom',
  username: 'nom d’utilisateur',
  'contact-email': 'adresse électronique',
  'contact-phone': 'numéro de téléphone',
  'contact-address': 'adresse postale',
  'contact-other': 'autre coordonnée',
  'person-id': 'identifiant d’une personne',
  'national-id': 'identifiant national',
  'account-id': 'compte d’une personne',
  'online-id': 'identifiant en ligne',
  'device-id': 'identifiant d’un appareil',
  ip: 'adresse IP',
  'user-agent': 'agent utilisateur',
  birth: 'date ou lieu de naissance',
  age: 'âge',
  gender: 'sexe',
  demographic: 'donnée démographique',
  location: 'localisation',
  financial: 'donnée financière',
  credential: 'données d’authentification',
  photo: 'photographie',
  content: 'contenu d’un message',
  behaviour: 'comportement',
  employment: 'vie professionnelle',
  education: 'formation',
  family: 'situation familiale',
  child: 'donnée sur un enfant',
  vehicle: 'véhicule d’une personne',
  personal: 'donnée à caractère personnel',
  health: 'données de santé',
  genetic: 'données génétiques',
  biometric: 'données biométriques',
  ethnic: 'origine ethnique',
  religion: 'convictions religieuses',
  politics: 'opinions politiques',
  'trade-union': 'appartenance syndicale',
  'sex-life': 'vie ou orientation sexuelle',
  criminal: 'condamnations pénales',
}

/** Names of countries by their codes. */
export const countries = new Intl.DisplayNames('fr', { type: 'region' })

/** An article as French lawyers cite it: `art. 30, par. 1, point a), du RGPD`. */
export const citeOf = (cite: string): string =>
  `${cite
    .replace(/^GDPR /, '')
    .replaceAll('Art.', 'art.')
    .replace(
      /\((\d+)\)(?:\(([a-z])\))?/g,
      (_whole, paragraph: string, letter: string | undefined) =>
        `, par. ${paragraph}${letter ? `, point ${letter})` : ''}`,
    )}${cite.startsWith('GDPR ') ? `${cite.includes('(') ? ',' : ''} du RGPD` : ''}`

/** A day as it is written: 27/12/2031. */
export const dateOf = (date: string): string => date.replace(/^(\d{4})-(\d{2})-(\d{2})$/, '$3/$2/$1')
