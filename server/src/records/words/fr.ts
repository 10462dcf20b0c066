import { largestUnit, rounded } from '../../assess/duration.ts'
import type { Erasure } from '../../assess/retention.ts'
import { plural } from '../../words/fr/plural.ts'
import type { Criterion } from '../../assess/impact-assessment.ts'
import { decisionNumber } from './decision.ts'
import { french as messages } from '../../words/fr/french.ts'
import { categories, citeOf, countries, dateOf, subjects } from '../../words/fr/people.ts'
import { phrase } from '../../words/fr/phrases.ts'
import type { Words } from './words.ts'

const roles = {
  sink: 'système cible',
  replication: 'réplication',
  cluster: 'cluster Kafka de',
  source: 'cluster source de',
  'tiered-storage': 'stockage hiérarchisé de',
  registry: 'registre de schémas de',
  telemetry: 'télémétrie de',
  proxy: 'proxy de',
  state: 'état Terraform de',
  backup: 'sauvegarde de',
  disks: 'disques de',
  'control-plane': 'plan de contrôle de',
} as const
const kinds = {
  topic: 'topic',
  connector: 'connecteur',
  flow: 'réplication',
  schema: 'schéma',
  'connect-cluster': 'cluster Connect',
  client: 'client',
  cluster: 'cluster',
  'supporting-service': 'service',
} as const
const safeguards = {
  scc: ['clauses contractuelles types', 'art. 46, par. 2, point c)'],
  bcr: ['règles d’entreprise contraignantes', 'art. 47'],
  dpf: ['inscription sur la liste du cadre de protection des données', 'art. 45'],
  adequacy: ['destinataire dans le champ de la décision d’adéquation', 'art. 45'],
  'code-of-conduct': ['code de conduite approuvé', 'art. 46, par. 2, point e)'],
  certification: ['certification approuvée', 'art. 46, par. 2, point f)'],
  'ad-hoc': ['clauses contractuelles autorisées par une autorité de contrôle', 'art. 46, par. 3, point a)'],
  derogation: ['dérogation pour une situation particulière', 'art. 49'],
  other: ['autre garantie', 'art. 46'],
} as const
const units = {
  day: ['jour', 'jours'],
  hour: ['heure', 'heures'],
  minute: ['minute', 'minutes'],
  second: ['seconde', 'secondes'],
  millisecond: ['milliseconde', 'millisecondes'],
} as const
/** A duration in its largest whole unit. */
export const duration = (milliseconds: number): string => {
  const { count, unit } = largestUnit(milliseconds)
  return plural(count, units[unit][0], units[unit][1])
}

const underArticle10: Readonly<Record<string, string>> = { criminal: ', art. 10' }
const places = { ...roles, cluster: 'cluster Kafka', replication: 'réplication' } as const
const safeguardParts = {
  module: 'module des clauses',
  importer: 'importateur',
  assessed: 'évaluation du droit local',
} as const
const criteria: Readonly<Record<Criterion, string>> = {
  special: 'catégories particulières, si le traitement est à grande échelle',
  criminal: 'condamnations ou infractions, si le traitement est à grande échelle',
  profiling: 'profilage, notation ou décision automatisée',
  monitoring: 'surveillance systématique',
  location: 'données de localisation',
  vulnerable: 'personnes vulnérables',
}

/** Some of several: `, dont 3 proposées et 1 avec …`. */
const among = (parts: readonly string[]): string => (parts.length === 0 ? '' : `, dont ${parts.join(' et ')}`)
/** By the timestamps of records: a file proves no more. */
const erased = (milliseconds: number, { earliest, latest }: Erasure): string =>
  `effacement ${earliest === undefined ? `plus tôt si une taille est atteinte, sinon pas avant ${duration(milliseconds)}` : `au plus tôt ${duration(earliest)}`}, au plus tard environ ${duration(rounded(latest))} après l’horodatage de l’enregistrement`

/** The record in French; headings as the template of the CNIL has them. */
export const french: Words = {
  language: 'fr',
  messages,
  colon: ' : ',
  semicolon: ' ; ',
  title: 'Registre des activités de traitement',
  introduction:
    'Projet, lu dans les fichiers de la plateforme : **constaté** figure dans un fichier, **déclaré** dans `.kafka-review.yaml`, **déduit** se conclut des noms ou de valeurs par défaut ; **inconnu** n’apparaît pas dans les fichiers, ce qui ne prouve pas l’absence ; **manquant** reste à déclarer. Les articles sans mention sont ceux du RGPD. Les délais d’effacement supposent des brokers en fonctionnement.',
  nothing: 'Aucune activité de traitement ne ressort de ces fichiers ; cela ne prouve rien.',
  roles: {
    controller: 'Art. 30, par. 1, du RGPD, en tant que responsable du traitement',
    processor: 'Art. 30, par. 2, du RGPD, en tant que sous-traitant',
  },
  columns: {
    activity: 'Activité',
    source: 'Origine',
    article: 'Article',
    field: 'Rubrique',
    value: 'Contenu',
    status: 'Statut',
    evidence: 'Source',
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
      readers: 'Groupes de consommation et programmes qui lisent',
      transfers: 'Transferts hors EEE',
      retention: 'Durées de conservation',
      measures: 'Mesures de sécurité',
      location: 'Localisation des données',
      origins: 'Source des données',
      assessment: 'Analyse d’impact (AIPD)',
    })[cell],
  bases: { proven: 'constaté', declared: 'déclaré', inferred: 'déduit', unknown: 'inconnu', missing: 'manquant' },
  source: (kind, name) => `${kinds[kind]} ${name}`,
  proposed: name => `${name} (proposition)`,
  toBeDeclared: 'à déclarer',
  blank: fields => ` ; à déclarer : ${fields.join(', ')}`,
  noneKnown: () => 'rien n’apparaît dans les fichiers',
  declareIt: where => `à déclarer sous ${where}`,
  more: count => `+${count}`,
  jointly: name => `conjointement avec ${name}`,
  representedBy: name => `représenté par ${name}`,
  dataProtectionOfficer: name => `délégué à la protection des données : ${name}`,
  onBehalfOf: name => `pour le compte de ${name}`,
  supervisedBy: name => `autorité de contrôle : ${name}`,
  ownedBy: name => `service responsable : ${name}`,
  since: date => `mis en œuvre le ${dateOf(date)}`,
  reviewed: date => `dernière mise à jour le ${dateOf(date)}`,
  processor: (name, contract, others) =>
    `sous-traitant ${name} : ${contract ? `contrat ${contract}` : 'contrat (art. 28, par. 3) à déclarer'}${others.length > 0 ? ` ; sous-traitants ultérieurs ${others.join(', ')}` : ''}`,
  subPurpose: text => `sous-finalité : ${text}`,
  version: text => `version du registre : ${text}`,
  condition: text => `exception de l’art. 9, par. 2, ou texte visé à l’art. 10 : ${text}`,
  conditionMissing: (special, criminal) =>
    `${[...(special ? ['exception de l’art. 9, par. 2'] : []), ...(criminal ? ['texte visé à l’art. 10'] : [])].join(', et ')}, à déclarer`,
  basisMissing: 'base de l’art. 6 à déclarer',
  profiling: text => `profilage et décisions automatisées : ${text}`,
  assessmentAt: reference => `analyse d’impact : ${reference}`,
  subject: (id, many) => subjects[id] ?? many,
  category: ({ id, one, special }, fields) =>
    `${categories[id] ?? one} (${fields})${special ? (underArticle10[id] ?? ', catégorie particulière, art. 9') : ''}`,
  recipient: (what, role, who, where, owner) =>
    `${what} : ${phrase(who)}, ${where}${role === 'cluster' ? ', avec noms de topics et de groupes, et offsets' : ''}${owner === undefined ? '' : ` ; groupe ${owner}`}`,
  placeOf: (role, name) => `${roles[role]} ${name}`,
  owned: (name, owner) => `${phrase(name)}, groupe ${owner}`,
  contractParties: owners =>
    `Cocontractant (art. 28, par. 3, du RGPD) pour les services suivants : ${owners.join(', ')}`,
  localAddress: 'à une adresse locale, lieu à déclarer',
  toSettle: what => `à préciser, plusieurs éléments de ce nom étant aussi proches : ${what}`,
  place: (role, name) => `${places[role]} ${name}`,
  noCluster: 'aucun fichier n’indique de quel cluster Kafka il s’agit : pays à déclarer',
  countryUnknown: 'pays à déclarer',
  unknown: 'inconnu',
  country: (code, name) => countries.of(code) ?? name,
  transfer: (name, country, basis) => `${name}, ${country} : ${basis}`,
  adequacy: ({ instrument, validUntil }) =>
    `décision d’adéquation ${decisionNumber(instrument).replace('(EU)', '(UE)').replace('/EC', '/CE').replace('/EU', '/UE')}${validUntil ? `, jusqu’au ${dateOf(validUntil)}` : ''}`,
  safeguardMissing: 'garantie à déclarer',
  remoteAccess: {
    open: 'accès depuis des pays tiers, par exemple par le support, à déclarer',
    inside: 'aucun accès depuis des pays tiers',
    from: (who, country, basis) => `accès à ${who} depuis un pays tiers, ${country} : ${basis}`,
  },
  coversSome: adequacy => `garantie à déclarer ; la ${adequacy} ne couvre que certains destinataires`,
  safeguard: ({ kind, date, reference, module, importer, assessed, expires }) =>
    [
      `${safeguards[kind][0]}${date ? ` du ${dateOf(date)}` : ''}, ${safeguards[kind][1]}${reference ? ` (${reference})` : ''}`,
      ...(module ? [`module ${module}`] : []),
      ...(importer ? [`importateur ${importer}`] : []),
      ...(assessed ? [`droit du pays tiers évalué le ${dateOf(assessed)}`] : []),
      ...(expires ? [`jusqu’au ${dateOf(expires.value)}`] : []),
    ].join(' ; '),
  safeguardLacks: (name, parts) => `${name} : ${parts.map(part => safeguardParts[part]).join(', ')} à déclarer`,
  retention: (topics, { kind, milliseconds = 0 }, erasure) =>
    `${{ limited: erasure ? erased(milliseconds, erasure) : `durée ${duration(milliseconds)}, appliquée à des segments entiers`, unlimited: 'aucune limite de durée', compacted: 'le dernier enregistrement de chaque clé est conservé jusqu’à sa suppression', unknown: 'à déclarer' }[kind]}${topics.length === 0 ? '' : ` (${topics.join(', ')})`}`,
  copyAt: names => `copies dans ${names.join(', ')} : à déclarer`,
  copyKept: (name, retention) => `copies dans ${name} : ${retention}`,
  encrypted: cluster => `chiffrement en transit : tous les listeners du cluster ${cluster} utilisent TLS`,
  unencrypted: (listeners, cluster) => `pas de chiffrement en transit : ${listeners} du cluster ${cluster}`,
  linkEncrypted: (name, encrypted) => `${encrypted ? 'chiffrement' : 'pas de chiffrement'} en transit : ${name}`,
  authentication: (how, listeners, of, cluster) =>
    `authentification : ${how} sur ${listeners === of ? 'tous les listeners' : `${plural(listeners, 'listener', 'listeners')} sur ${of}`} du cluster ${cluster}`,
  accessControl: (how, cluster) =>
    `contrôle d’accès : ${how === 'simple' ? 'listes d’accès' : how} sur le cluster ${cluster}`,
  ownKey: cluster => `chiffrement au repos : clé gérée en propre sur le cluster ${cluster}`,
  brokerLogs: cluster => `journalisation : les journaux des brokers du cluster ${cluster} sont exportés`,
  segmented: (listeners, cluster) =>
    `cloisonnement : ${listeners.join(', ')} du cluster ${cluster} joignables seulement depuis les sources énumérées`,
  quotas: users => `disponibilité : quotas pour ${users.join(', ')}`,
  copies: (count, topics) =>
    `disponibilité : ${plural(count, 'copie', 'copies')} des données${topics.length === 0 ? '' : ` (${topics.join(', ')})`}`,
  masked: (fields, who) => `pseudonymisation ou minimisation : le ${who} masque ${fields}`,
  dropped: (fields, who) => `pseudonymisation ou minimisation : le ${who} retire ${fields}`,
  tagged: (count, of) =>
    `classification : ${plural(count, 'champ', 'champs')} à caractère personnel sur ${of} ${count === 1 ? 'étiqueté' : 'étiquetés'} dans le schéma`,
  location: (what, country, owner) => `${what} : ${country}${owner ? `, chez ${owner}` : ''}`,
  named: (topics, special) =>
    `${topics.length === 1 ? `le nom du topic ${topics.join()} évoque` : `les noms des topics ${topics.join(', ')} évoquent`} ${special ? 'des données relevant des art. 9 ou 10 du RGPD' : 'des personnes'} ; ${topics.length === 1 ? 'son' : 'leur'} contenu est à déclarer`,
  brought: (how, names) =>
    ({
      tables: `tables ou collections ${names.join(', ')} : topics et contenu à déclarer`,
      unlisted: `tables ou collections${names.length > 0 ? ` de ${names.join(', ')}` : ''} : non énumérées ; contenu à déclarer`,
      query: 'ce qu’une requête sélectionne : contenu à déclarer',
      unknown: 'données apportées : à déclarer',
    })[how],
  party: (role, name) =>
    `${{ source: 'connecteur', sink: 'système cible', mirror: 'réplication', group: 'groupe de consommation Kafka', client: 'programme' }[role]} ${name}`,
  assessmentSign: (criterion, article, by) =>
    `à examiner : ${criteria[criterion]} (${citeOf(article)}) : ${by.join(', ')}`,
  assessmentNoSign:
    'à examiner : ce qui a été compris des fichiers ne montre aucun critère de l’art. 35, par. 3, du RGPD ; la finalité, l’ampleur et la liste de l’autorité de contrôle sont déterminantes',
  article: citeOf,
  parts: {
    summary: 'Synthèse',
    common: 'Pour toutes les activités',
    proposed: 'Activités proposées d’après les noms',
    missing: 'Ce qui manque',
    systems: 'Systèmes sans activité de traitement',
    without: 'Topics dont le schéma ne montre pas de données personnelles',
    untold: 'Topics dont aucun schéma ne dit le contenu : à préciser',
    own: 'Topics que les outils tiennent pour eux-mêmes, comme les offsets, les réglages et l’historique des schémas',
    schemas: 'Schémas contenant des données personnelles qui ne relèvent d’aucune activité : à rattacher',
    weaknesses: 'Faiblesses',
    services:
      'Services de tiers (pour le registre de l’art. 28, par. 3, DORA et la chaîne d’approvisionnement de l’art. 21, par. 2, point d), NIS2, lorsqu’ils s’appliquent)',
    annex: 'Annexe',
    every: 'toutes les activités',
  },
  attested: ({ scheme, of, seen }) => `${scheme} (${phrase(of)}, au ${dateOf(seen)})`,
  onlyMissing: 'seulement ce qui manque',
  service: (operator, what, activities, isContracted) =>
    `${operator} : ${what.map(phrase).join(' ; ')} ; pour ${activities.join(', ')}${isContracted ? '' : ' ; contrat à déclarer'}`,
  sharedBy: (label, activities) => `En commun ${label} : ${activities.join(', ')}`,
  seeShared: labels => ` ; voir En commun ${labels.join(', ')}`,
  summary: ({ activities, proposed, special, missing }) =>
    `${plural(activities, 'activité', 'activités')}${among([...(proposed > 0 ? [plural(proposed, 'proposée', 'proposées')] : []), ...(special > 0 ? [`${special} avec des données relevant des art. 9 ou 10 du RGPD`] : [])])} ; ${plural(missing, 'élément manque', 'éléments manquent')}.`,
  unread: {
    title: 'Ce qui n’a pas été lu',
    place: 'Emplacement',
    reason: 'Raison',
    note: 'Ces endroits parlent de Kafka et n’ont pas été compris. Le registre n’en dit rien.',
  },
  accepted: { title: 'Risques acceptés', finding: 'Constat', reason: 'Accepté parce que', place: 'Emplacement' },
}
