import { plural } from './plural.ts'
import type { fixes as english } from '../en/fixes.ts'
import type { Like } from '../message.ts'
import { phrase } from './phrases.ts'

const inHistory = 'renouveler le secret : il reste dans l’historique Git'

/** Titles of quick fixes, and why there is none. What a change does is no part of them: the table of consequences says it. */
export const fixes: Like<typeof english> = {
  unfixed: {
    inLine: ({ message, says }) => `${message} (modifié sur place : ${phrase(says)})`,
    harms: ({ what, says, instead }) =>
      `Aucune correction rapide ne modifie ${phrase(what)} : ${phrase(says)}.${instead === '' ? '' : ` À la place : ${phrase(instead)}.`}`,
    unknown: ({ what }) =>
      `Aucune correction rapide ne modifie ${phrase(what)} : on ignore ici si cela détruit ce qui tourne. Le vérifier d’abord.`,
    notYet: ({ key, from, version }) =>
      `Pas de correction rapide : ${key} existe depuis Kafka ${from}, et ce cluster tourne avec ${version}. Mettre à niveau d’abord.`,
    hindered: ({ hindrance }) => `Pas de correction rapide : ${hindrance}.`,
    several: 'Pas de correction rapide : cela vaut à plusieurs emplacements, et chacun est à juger séparément.',
    unwritable:
      'Pas de correction rapide : aucune valeur écrite ici n’en décide à elle seule, ou la bonne réponse dépend de plus que ce que disent les fichiers.',
    choice: 'Pas de correction rapide : vous seul savez ce qui convient ici.',
    follows: 'Pas de correction rapide : ce qui existe doit suivre, ce qu’aucune modification de fichier ne fait.',
    elsewhere: 'Pas de correction rapide : quelque chose doit d’abord exister ailleurs.',
    decision: 'Pas de correction rapide : c’est une décision, non un réglage.',
    nothing: 'Pas de correction rapide : il n’y a rien à corriger.',
  },
  fix: {
    with: ({ change, says }) => `${change} (${phrase(says)})`,
    acceptHere: ({ code }) => `Ignorer ${code} sur cette ligne, avec un motif`,
    acceptInFile: ({ code }) => `Ignorer ${code} dans ce fichier, avec un motif dans .kafka-review.yaml`,
    acceptBelow: ({ code, folder }) => `Ignorer ${code} sous ${folder}, avec un motif dans .kafka-review.yaml`,
    switchOff: ({ code }) => `Désactiver ${code} partout, dans .kafka-review.yaml`,
    correct: ({ text }) => `Remplacer par « ${text} »`,
    removeSuppression: 'Retirer l’exception',
    keepSuppression: ({ codes }) => `Ne garder que l’exception pour ${codes}`,
    strimziVersion: 'Passer à kafka.strimzi.io/v1, que Strimzi sert à partir de 0.49',
    replicationFactor: ({ value }) => `Régler le facteur de réplication sur ${value}`,
    replicationFactorOfBrokers: ({ count }) =>
      `Régler le facteur de réplication sur ${count}, le nombre de brokers connus`,
    minInsyncTwo: ({ key }) => `Régler ${key} sur 2`,
    minInsync: ({ key, value }) => `Régler ${key} sur ${value}`,
    noUncleanElection: 'Régler unclean.leader.election.enable sur false',
    storageFile: 'Régler le stockage sur file',
    recordsNotTraced: 'Régler le niveau sur INFO ; les enregistrements ne sont plus journalisés',
    recordsNotLogged: 'Laisser clés et valeurs hors du journal ; il nomme toujours le topic et l’erreur',
    acknowledgeAll: ({ key, value }) => `Régler ${key} sur ${value}`,
    idempotence: ({ key, value }) => `Régler ${key} sur ${value} et acks sur all`,
    noTopicsOnUse: ({ key }) => `Régler ${key} sur false`,
    mirrorThree: 'Régler replication.factor sur 3',
    mirrorTarget: 'Régler replication.factor sur -1, la valeur par défaut du cluster cible',
    logErrors: 'Journaliser les erreurs du connecteur, sans les enregistrements',
    deadLetterQueue: ({ topic }) =>
      `Envoyer les enregistrements en échec, avec toutes leurs données, au topic ${topic}`,
    renameGroup: ({ name, files }) => `Renommer le groupe en ${name}${inFiles(files)}`,
    overrideGroup: ({ name, files }) =>
      `Régler consumer.override.group.id sur ${name}${inFiles(files)}, ce que le worker doit permettre`,
    carryOffsets: ({ name, rights }) =>
      `Les offsets validés restent sous « ${name} ». Dans cet ordre : ${rights > 0 ? 'ajouter le nouveau droit à côté de l’ancien ; ' : ''}arrêter les consommateurs ; copier les offsets ; les démarrer sous le nouveau nom${rights > 0 ? ' ; retirer l’ancien droit' : ''}.`,
    tagField: 'Étiqueter le champ comme PII',
    tagFields: ({ count, record }) => `Étiqueter les ${count} champs personnels de ${record} comme PII`,
    notPersonal: ({ field, record }) =>
      `Déclarer « ${field} » de ${record} comme non personnel dans .kafka-review.yaml`,
    maskFields: ({ fields }) => `Masquer ${fields} avec MaskField`,
    dropFields: ({ fields }) => `Retirer ${fields} avec ReplaceField`,
    maskAndDropFields: ({ masked, dropped }) =>
      `Masquer ${masked} avec MaskField, retirer ${dropped} avec ReplaceField`,
    detectNewTopics: 'Détecter les nouveaux topics',
    detectNewGroups: 'Détecter les nouveaux groupes de consommateurs',
    identicalNames: 'Utiliser des noms de topics IDENTICAL',
    synchroniseOffsets: ({ key }) => `Régler ${key} sur true`,
    earliest: 'Commencer à EARLIEST',
    asPrimary: ({ key, value }) => `Régler ${key} sur ${value}, comme sur le primaire`,
    compactionLag: ({ key, value }) => `Régler ${key} sur ${value}, 7 jours`,
    asSource: ({ value }) => `Régler retention.ms sur ${value}, comme à la source`,
    deletePolicy: ({ key, value }) => `Régler ${key} sur ${value}`,
    sevenDays: ({ key, value }) => `Régler ${key} sur ${value}, 7 jours`,
    denyByDefault: ({ key }) => `Régler ${key} sur false`,
    secure: ({ key, value }) => `Régler ${key} sur ${value}`,
    https: 'Utiliser https, que le serveur doit prendre en charge',
    tlsToListener: 'Activer TLS ; l’adresse doit être celle d’un listener TLS',
    tlsListener: ({ listener }) =>
      `Activer TLS pour le listener « ${listener} » ; ses clients ont alors besoin du certificat de son autorité`,
    authenticateListener: ({ listener, mechanism }) => `Exiger ${mechanism} sur le listener « ${listener} »`,
    authenticateIam:
      'S’authentifier avec IAM ; le rôle des workers a besoin d’un accès, et le listener doit prendre IAM en charge',
    secretVariable: ({ name }) => `Remplacer par \${${name}} ; définir la variable d’environnement ; ${inHistory}`,
    secretProvider: ({ name, holder }) =>
      `Remplacer par \${env:${name}} ; le ${holders[holder]} a besoin de config.providers=env ; ${inHistory}`,
    sensitiveVariable: `Déplacer vers une variable Terraform marquée sensitive ; la définir là où Terraform s’exécute ; ${inHistory}`,
    kubernetesSecret: ({ name }) => `Lire dans le Secret ${name}, à créer d’abord ; ${inHistory}`,
    declareDestination: ({ match }) => `Déclarer le pays de « ${match} » dans .kafka-review.yaml`,
    topicsOfSource: ({ count }) =>
      count === 1
        ? 'Ne répliquer que le topic déclaré pour la source dans l’espace de travail'
        : `Ne répliquer que les ${count} topics déclarés pour la source dans l’espace de travail`,
    move: ({ role, region, name, from, stores }) =>
      `Déplacer ${movers[role]} vers ${region}, ${name} ; ${
        stores.length > 0
          ? `« ${stores.join(' », « ')} » ${stores.length > 1 ? 'restent' : 'reste'} à ${from} : en créer d’abord un là-bas et le nommer ici`
          : `les données existantes restent à ${from}`
      }`,
    declareListing: ({ destination }) =>
      `Déclarer dans .kafka-review.yaml l’inscription du destinataire sur la liste du cadre de protection des données pour « ${destination} »`,
    declareScope: ({ destination }) =>
      `Déclarer dans .kafka-review.yaml que le destinataire « ${destination} » est dans le champ de la décision d’adéquation`,
    declareClauses: ({ destination }) =>
      `Déclarer dans .kafka-review.yaml des clauses contractuelles types pour « ${destination} » : module, importateur, référence, évaluation, échéance`,
    declareProcessing: ({ name }) => `Déclarer le traitement de ${name}`,
  },
}

const inFiles = (files: number): string => (files > 1 ? ` dans ${plural(files, 'fichier')}` : '')

const holders = { worker: 'worker', client: 'client', broker: 'broker' } as const

const movers = {
  sink: 'la destination du sink',
  replication: 'la réplication',
  cluster: 'le cluster',
  'tiered-storage': 'le stockage hiérarchisé',
  registry: 'le registre de schémas',
  telemetry: 'la télémétrie',
  proxy: 'le proxy',
  state: 'l’état Terraform',
  backup: 'la sauvegarde',
  disks: 'les disques',
  'control-plane': 'le plan de contrôle',
} as const
