import { plural } from './plural.ts'
import type { reasons as english } from '../en/reasons.ts'
import type { Like } from '../message.ts'
import { dateOf, ofPeople } from './people.ts'
import { phrase } from './phrases.ts'

/** Why something is said: how it was read, step by step. */
export const reasons: Like<typeof english> = {
  because: {
    brokers: ({ count }) => plural(count, 'broker est connu', 'brokers sont connus'),
    holdsFor: ({ what }) => `vaut pour ${what}`,
    defaultTrue: ({ key }) => `${key} n’est pas défini, et sa valeur par défaut est true`,
    defaultFalse: ({ key }) => `${key} n’est pas défini, et sa valeur par défaut est false`,
    absentMeansTrue: ({ engine }) => `non défini ; la valeur par défaut de ${engine ?? 'ce système'} est true`,
    acksAllOnly: 'min.insync.replicas ne protège que les écritures avec acks=all',
    notIdempotent:
      'sans idempotence, un nouvel essai après un acquittement perdu peut écrire un doublon et changer l’ordre des enregistrements',
    connectorName: ({ words }) =>
      `« ${words} » dans le nom du connecteur ; le groupe de consommateurs d’un connecteur sink est connect-<nom> sauf si consumer.override.group.id est défini`,
    groupName: ({ words, owner }) => `« ${words} » dans le nom, utilisé par ${phrase(owner)}`,
    topicName: ({ words, reader }) =>
      `« ${words} » dans le nom du topic${reader === undefined ? '' : `, lu par « ${reader} »`} ; les noms de topics figurent dans les métriques, les journaux, les ACL et les factures`,
    allGroups: 'aucun groupe n’est énuméré ; par défaut, tous les groupes',
    allTopics: 'aucun topic n’est énuméré ; par défaut, tous les topics',
    groupAccess:
      'l’accès en lecture à un groupe permet aussi de le rejoindre, de consommer ses enregistrements et de valider ses offsets',
    annotated: ({ annotation }) => `le schéma le dit : ${annotation}`,
    declaredPersonal: 'la configuration le déclare personnel',
    reads: ({ field, words, datum, owner }) =>
      `\`${field}\` : ${phrase(words)}, ${datum}${owner === undefined ? '' : ` ${ofPeople(owner)}`}`,
    identifies: ({ field, who }) => `\`${field}\` : identifiant ${ofPeople(who)}`,
    recordAbout: ({ who }) => `l’enregistrement traite ${ofPeople(who)}`,
    recordEvent: ({ who }) => `l’enregistrement traite d’actions ${ofPeople(who)}`,
    recordAboutNobody: 'rien ne dit que l’enregistrement traite d’une personne',
    recordClinical: 'l’enregistrement est médical',
    recordThing: 'l’enregistrement porte le nom d’une chose',
    recordOrganisation: 'l’enregistrement porte le nom d’une organisation',
    recordManner: 'l’enregistrement interroge, règle ou compte, plutôt qu’il ne contient',
    besidePersonal: 'd’autres champs de l’enregistrement sont des données personnelles',
    besideSpecial: 'd’autres champs de l’enregistrement relèvent de catégories particulières',
    aroundPerson: 'l’enregistrement fait partie d’un enregistrement sur une personne',
    docPerson: 'sa documentation parle d’une personne',
    docThing: 'sa documentation parle d’une chose',
    typePerson: 'son type porte le nom d’une personne',
    typeSeldom: ({ type }) => `un champ de type ${type} en contient rarement`,
    wordsBefore: 'les mots qui précèdent peuvent en faire autre chose',
    wordsAfter: 'les mots qui suivent peuvent en faire autre chose',
    otherLanguage: 'le mot a un autre sens dans d’autres langues',
    keySchema: ({ subject }) => `« ${subject} » est un schéma de clé, d’après son nom`,
    passedField: ({ field, record, topic, category }) => `${field} de ${record} dans le topic ${topic} : ${category}`,
    personalDataGoes: ({ fields }) => `transfère des données personnelles : ${fields.join(', ')}`,
    noSchemaProves: 'aucun schéma de l’espace de travail ne montre que des données personnelles sont transférées',
    needsOtherDirection: 'ce mode exige un réplicateur en sens inverse ; l’espace de travail n’en contient pas',
    asItRuns: 'une sortie du cluster en service, enregistrée dans l’espace de travail, le dit',
    noOtherDirection: 'l’espace de travail ne contient pas de réplication en sens inverse',
    topicNames: ({ value }) => `noms de topics : ${value}`,
    noCycleCheck: 'avec des noms identiques, MirrorMaker 2 ne distingue pas une copie d’un original',
    offsetsByName:
      'le connecteur de checkpoint cherche les topics d’un groupe sur la cible sous les noms que donne sa propre politique',
    defaultPolicy:
      'la politique de réplication par défaut préfixe l’alias de la source ; IdentityReplicationPolicy garde les noms',
    secondMirrorLoops:
      'avec des noms identiques, une seconde réplication bouclerait : ne lancer le retour qu’une fois celle-ci arrêtée',
    topicNamesByDefault: 'les noms de topics ne sont pas définis ; par défaut, l’alias de la source est placé devant',
    emptyPolicyRefused: ({ key }) => `${key} vide n’est pas valide avant Kafka 4.2`,
    emptyPolicy: ({ key }) => `avec ${key} vide, aucun enregistrement n’est supprimé`,
    compacted: ({ key, value }) => `${key}=${value} garde le dernier enregistrement de chaque clé`,
    settingIs: ({ key, value }) => `${key} vaut ${value}`,
    negativeRetention: 'une durée négative signifie : pas de limite',
    zeroUnlimited: ({ key }) => `${key}=0 signifie : pas de limite`,
    ofTopic: ({ key }) => `${key} du topic`,
    ofBrokers: 'la valeur par défaut des brokers',
    engineDefault: ({ engine }) => `non défini ; la valeur par défaut de ${engine}`,
    segmentOpen: ({ duration }) =>
      `un segment reçoit des enregistrements pendant ${duration} au plus et n’est effacé que lorsque le plus récent est assez ancien`,
    nothingSet: 'non défini, et les réglages des brokers ne sont pas dans l’espace de travail',
    listsDecide: 'l’accès est régi par des ACL ; une ressource sans ACL est ouverte à tout client authentifié',
    noAuthorization: 'authorization n’est pas défini ; par défaut, aucune',
    noLogging: 'logging_info n’active aucune destination ; par défaut, aucune',
    unchecked: 'la connexion est chiffrée, mais l’identité du serveur n’est pas vérifiée',
    noByok: 'byok_key n’est pas défini ; il ne peut l’être qu’à la création du cluster',
    besideVolumes: 'le dossier de log.dirs ne se trouve dans aucun volume que le pod monte',
    managedKey: 'encryption_at_rest_kms_key_arn n’est pas défini ; par défaut, la clé gérée par AWS aws/msk',
    endUnknown: 'le fichier ne dit pas où se trouve le serveur',
    endInside: 'le serveur est dans le même réseau ou cluster',
    endOutside: 'le serveur est hors du cluster',
    plaintextSet: 'le protocole est réglé en clair',
    plaintextByDefault: 'TLS n’est pas défini ; par défaut, la connexion est en clair',
    leavesOut: ({ key, value }) => `${key} excepte ${value}`,
    variableDefault: 'c’est la valeur par défaut d’une variable ; l’environnement peut en donner une autre',
    recordsLogged:
      'd’un enregistrement source qui ne peut être traité, Kafka Connect journalise la clé, la valeur et les en-têtes',
    plaintextByPort:
      'aucun réglage ici ne mentionne TLS, et ce port est celui du trafic en clair ; le programme peut encore l’activer',
    listenerType: ({ type }) => `le type de listener ${type} est joignable depuis l’extérieur du cluster`,
    policy: 'une politique réseau de l’opérateur ferme le port là où le réseau de Kubernetes applique ces politiques',
    publicAddress: 'les brokers ont des adresses publiques',
    noPublicAddress: 'sans accès public, les brokers sont joignables depuis leur réseau et ce qui y est relié',
    noAuthentication: 'le type d’authentification n’est pas défini ; par défaut, NONE',
    reachableOutside: 'joignable depuis l’extérieur du cluster',
    reachableInside: 'joignable depuis son propre réseau',
    noSuchScope:
      'le champ déclaré d’une décision d’adéquation n’existe pas : le pays n’a pas de décision, ou une qui ne couvre que des destinataires inscrits',
    rulesOfWhom:
      'les règles d’entreprise contraignantes ne lient que les membres d’un groupe : la déclaration ne nomme aucun importateur',
    derogation:
      'une dérogation de l’art. 49 est déclarée : en règle générale elle couvre des transferts isolés, pas un flux',
    listingElsewhere:
      'l’inscription déclarée sur la liste du cadre de protection des données ne couvre que des destinataires aux États-Unis',
    declared: ({ values }) => `déclaré dans la configuration : ${values.join(', ')}`,
    ownNetwork: 'une adresse du même réseau ou cluster',
    serviceRegion: ({ service, region }) => `${phrase(service)} dans la région ${region}`,
    settingHost: ({ key }) => `\`${key}\` fixe l’hôte`,
    settingRegion: ({ key, region, provider }) => `\`${key}\` est la région ${region} de ${provider}`,
    settingRegionAnywhere: ({ key, region }) =>
      `\`${key}\` est la région ${region}, située dans le même pays chez tout fournisseur qui a une région de ce nom`,
    providerNoRegion: ({ provider }) => `${provider} : le fichier ne fixe pas de région`,
    noHost: 'le fichier ne fixe ni hôte ni région',
    hostRegion: ({ host, provider, region }) => `${host} est ${provider}, région ${region}`,
    hostCountry: ({ host, provider }) => `${host} est ${provider}`,
    hostNoRegion: ({ host, provider }) => `${host} est ${provider}, dont les noms d’hôte ne contiennent pas la région`,
    hostUnknown: ({ host }) => `${host} ne correspond à aucun fournisseur connu`,
    countryStatus: ({ country, status }) => `${country} : ${countryStatuses[status]}`,
    decision: ({ instrument, scope, until, notes }) =>
      `${inFrench(phrase(instrument))}, ${phrase(scope)}${until === undefined ? '' : `, jusqu’au ${dateOf(until)}`}${notes === undefined ? '' : `. ${phrase(notes)}`}`,
    providerDenied: ({ provider }) => `la politique exclut ${provider}`,
    attested: ({ provider, scheme, of, seen }) =>
      `${provider} dispose de ${scheme} pour ${phrase(of)}, au ${dateOf(seen)}`,
    providerOwner: ({ provider, owner }) => `${provider} appartient à ${owner}`,
    safeguardReference: ({ reference }) => `référence déclarée : ${reference}`,
    recordsInRegion: 'les enregistrements sont stockés dans la région du cluster',
    controlPlane:
      'noms de topics et de groupes, métriques et configuration sont traités par un plan de contrôle dont la région n’est pas documentée',
    compatibilityDeclared: ({ mode }) => `la compatibilité du sujet est déclarée ${mode}`,
    breaksToo: ({ change }) => `aussi : ${change}`,
    compatibilityDefault: ({ mode }) =>
      `aucune compatibilité n’est déclarée pour le sujet : ${mode} est supposé, la valeur par défaut du registre de Confluent`,
    knownKeys: ({ keys }) => `clés valides : ${keys}`,
    families: ({ families }) => `familles : ${families.join(', ')}`,
  },
  hindrance: {
    id: 'les brokers reconnaissent l’application à cet identifiant',
    worker: 'l’identifiant du groupe de workers désigne le cluster Connect',
    streams: 'l’identifiant d’application fait aussi partie des noms des state stores et des topics changelog',
    prefix: 'c’est le préfixe d’autres noms',
    accessPrefix: 'le préfixe couvre aussi d’autres groupes de consommateurs',
    rightLast:
      'renommer le groupe là où est son consommateur ; ce droit en dernier, quand plus personne n’utilise l’ancien nom',
    accessOnly:
      'aucune application de l’espace de travail n’utilise le groupe, et ne renommer que l’ACL retirerait l’accès',
    covered: ({ owner, prefix }) => `l’accès n’est accordé que par le préfixe « ${prefix} » (${phrase(owner)})`,
    unwritable: 'l’un des emplacements ne se modifie pas automatiquement',
  },
  related: {
    residency: 'où c’est déclaré',
    asItRuns: 'tel qu’il tourne',
    used: 'utilisé ici',
    registry: 'le registre qui le contient',
    again: 'ici aussi',
    compatibility: 'le mode de compatibilité est déclaré ici',
    declared: 'déclaré ici',
    someOfThem: 'comptés ici',
    brokersInAll: ({ count }) => `${plural(count, 'broker')} au total`,
    replicationFactor: ({ count }) => `facteur de réplication ${count}`,
    groupUser: ({ owner }) => `utilisé par ${phrase(owner)}`,
    renamed: 'les topics sont renommés ici',
    mirror: 'copié par cette réplication',
    otherDirection: 'la réplication en sens inverse',
    brokersPolicy: 'cleanup.policy des brokers',
    atSource: ({ kept }) => `${kept} à la source`,
    copiedBy: 'copié par cette réplication',
    writtenBy: 'écrit par ce connecteur sink',
    bucket: 'déclaré ici, sans règle qui supprime',
    inheriting: 'un topic sans durée de conservation propre',
    stateInheriting:
      'contient l’état d’un programme et en a besoin : lui donner d’abord une conservation illimitée propre',
    retentionOf: ({ topic }) => `durée de conservation du topic ${topic}`,
    allowed: ({ countries }) => `autorisés : ${countries.join(', ')}`,
  },
}

const countryStatuses = {
  eu: 'État membre de l’Union',
  eea: 'partie de l’Espace économique européen',
  adequate: 'niveau de protection adéquat',
  conditional: 'niveau adéquat pour certains destinataires ou données seulement',
  third: 'pays tiers sans décision d’adéquation',
} as const

/** `Commission Decision 2000/518/EC` is `décision 2000/518/CE de la Commission`. */
const inFrench = (instrument: string): string =>
  instrument.replace(
    /^Commission (Implementing )?Decision (\S+|\(EU\) \S+)/,
    (_whole, implementing: string | undefined, number: string) =>
      `décision${implementing === undefined ? '' : ' d’exécution'} ${number.replace('(EU)', '(UE)').replace('/EC', '/CE').replace('/EU', '/UE')} de la Commission`,
  )
