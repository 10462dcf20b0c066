import { largestUnit } from '../../assess/duration.ts'
import { plural } from '../../words/plural.ts'
import type { Words } from './words.ts'

const roles = {
  sink: 'connecteur de sortie',
  replication: 'miroir',
  cluster: 'Kafka de',
  'tiered-storage': 'stockage étagé de',
  registry: 'registre de schémas de',
  telemetry: 'télémétrie de',
  proxy: 'proxy de',
} as const
const kinds = {
  topic: 'topic',
  connector: 'connecteur',
  flow: 'miroir',
  schema: 'schéma',
  'connect-cluster': 'cluster Connect',
  client: 'client',
  cluster: 'cluster',
} as const
const safeguards = {
  scc: ['clauses contractuelles types', 'art. 46(2)(c)'],
  bcr: ['règles d’entreprise contraignantes', 'art. 47'],
  dpf: ['inscription sur la liste du cadre de protection des données', 'art. 45'],
  other: ['autre garantie', 'art. 46'],
} as const
const units = {
  day: ['jour', 'jours'],
  hour: ['heure', 'heures'],
  minute: ['minute', 'minutes'],
  second: ['seconde', 'secondes'],
  millisecond: ['milliseconde', 'millisecondes'],
} as const
const subjects: Readonly<Record<string, string>> = {
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
}
const categories: Readonly<Record<string, string>> = {
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
  credential: 'donnée de connexion',
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
const countries = new Intl.DisplayNames('fr', { type: 'region' })
const duration = (milliseconds: number): string => {
  const { count, unit } = largestUnit(milliseconds)
  return plural(count, units[unit][0], units[unit][1])
}

/** The record in French; headings as the template of the CNIL has them. */
export const french: Words = {
  language: 'fr',
  title: 'Registre des activités de traitement',
  introduction:
    'Lu dans les fichiers de la plateforme : **prouvé** figure dans un fichier, **déclaré** dans `.kafka-review.yaml`, **déduit** se conclut des noms, **manquant** reste à déclarer.',
  nothing: 'Rien dans ces fichiers n’est une activité de traitement.',
  roles: {
    controller: 'RGPD art. 30(1), en tant que responsable du traitement',
    processor: 'RGPD art. 30(2), en tant que sous-traitant',
  },
  columns: {
    activity: 'Activité',
    source: 'Origine',
    article: 'Article',
    field: 'Rubrique',
    value: 'Contenu',
    status: 'Statut',
    evidence: 'Preuve',
  },
  heading: (cell, role) =>
    ({
      controller:
        role === 'processor'
          ? 'Sous-traitant, et responsables pour le compte desquels il agit'
          : 'Responsable du traitement',
      purposes: role === 'processor' ? 'Catégories de traitements' : 'Finalités',
      legalBasis: 'Base légale',
      subjects: 'Personnes concernées',
      categories: 'Catégories de données',
      recipients: 'Destinataires',
      transfers: 'Transferts hors UE',
      retention: 'Durées de conservation',
      measures: 'Mesures de sécurité',
      location: 'Localisation des données',
      origins: 'Source des données',
      assessment: 'Analyse d’impact (AIPD)',
    })[cell],
  bases: { proven: 'prouvé', declared: 'déclaré', inferred: 'déduit', missing: 'manquant' },
  source: (kind, name) => `${kinds[kind]} ${name}`,
  toBeDeclared: 'à déclarer',
  noneKnown: 'les fichiers n’en montrent aucun',
  declareIt: where => `à déclarer sous ${where}`,
  more: count => `et ${count} de plus`,
  jointly: name => `conjointement avec ${name}`,
  representedBy: name => `représenté par ${name}`,
  dataProtectionOfficer: name => `délégué à la protection des données : ${name}`,
  onBehalfOf: name => `pour le compte de ${name}`,
  subject: (id, many) => subjects[id] ?? many,
  category: ({ id, one, special }, fields) =>
    `${categories[id] ?? one} (${fields})${special ? ', catégorie particulière' : ''}`,
  recipient: (role, name, who, where) => `${roles[role]} ${name} : ${who} (${where})`,
  owned: (name, owner) => `${name}, de ${owner}`,
  ownNetwork: 'dans le réseau interne',
  countryUnknown: 'pays à déclarer',
  unknown: 'inconnu',
  country: (code, name) => countries.of(code) ?? name,
  transfer: (name, country, basis) => `${name}, ${country} : ${basis}`,
  adequacy: ({ instrument, validUntil }) =>
    `décision d’adéquation ${instrument}${validUntil ? `, jusqu’au ${validUntil}` : ''}`,
  safeguardMissing: 'garantie à déclarer',
  coversSome: adequacy => `garantie à déclarer ; ${adequacy} ne couvre que certains destinataires`,
  safeguard: (kind, date, reference) =>
    `${safeguards[kind][0]}${date ? ` du ${date}` : ''}, ${safeguards[kind][1]}${reference ? ` (${reference})` : ''}`,
  retention: (topic, { kind, milliseconds = 0 }) =>
    `topic ${topic} : ${{ limited: `effacé après ${duration(milliseconds)}`, unlimited: 'conservé sans limite', compacted: 'le dernier enregistrement de chaque clé est conservé jusqu’à sa suppression', unknown: 'à déclarer' }[kind]}`,
  copyAt: name => `copie chez ${name} : à déclarer`,
  encrypted: cluster => `chiffrement en transit : tous les listeners du cluster ${cluster} utilisent TLS`,
  unencrypted: (listeners, cluster) => `pas de chiffrement en transit : ${listeners} du cluster ${cluster}`,
  linkEncrypted: (name, encrypted) => `${encrypted ? 'chiffrement' : 'pas de chiffrement'} en transit : ${name}`,
  authentication: (how, listeners, of) =>
    `authentification : ${how} sur ${listeners} de ${plural(of, 'listener', 'listeners')}`,
  accessControl: how => `contrôle d’accès : ${how === 'simple' ? 'listes d’accès' : how}`,
  copies: count => `disponibilité : ${plural(count, 'copie', 'copies')} des données`,
  masked: fields => `pseudonymisation ou minimisation : masque ${fields}`,
  dropped: fields => `pseudonymisation ou minimisation : retire ${fields}`,
  tagged: (count, of) =>
    `classification : ${count} sur ${plural(of, 'champ', 'champs')} à caractère personnel étiquetés dans le schéma`,
  location: (country, owner) => (owner ? `${country}, chez ${owner}` : country),
  party: (role, name) =>
    `${{ source: 'connecteur', sink: 'connecteur de sortie', mirror: 'miroir', group: 'groupe de consommateurs', client: 'programme' }[role]} ${name}`,
  assessmentToExamine: reasons => `à examiner : ${reasons}, si le traitement est à grande échelle`,
  assessmentNoReason: 'les fichiers n’en montrent pas la nécessité',
  special: ({ id, one }) => categories[id] ?? one,
  unread: {
    title: "Ce qui n'a pas été lu",
    place: 'Emplacement',
    reason: 'Raison',
    note: "Ces endroits parlent de Kafka et n'ont pas été compris. Le registre n'en dit rien.",
  },
  accepted: { title: 'Risques acceptés', finding: 'Constat', reason: 'Accepté parce que', place: 'Emplacement' },
}
