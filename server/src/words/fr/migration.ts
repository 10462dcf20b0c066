import type { Language } from '../message.ts'

/** Un nombre avec son mot ; zéro est au singulier. */
const count = (n: number, one: string, many = `${one}s`): string => `${n} ${n < 2 ? one : many}`

/** Ce que les fichiers d’un cluster qui déménage ne disent pas, et le document qui guide la migration. */
export const migration: Pick<Language, 'ask' | 'moved' | 'move'> = {
  ask: {
    namespace: 'Namespace Kubernetes du nouveau cluster',
    bootstrap: ({ cluster }) =>
      `Adresse bootstrap de ${cluster}, telle que le nouveau cluster l’atteint (MSK : \`aws kafka get-bootstrap-brokers\`)`,
    sourceUser: ({ cluster }) => `Utilisateur SCRAM avec lequel la migration se connecte à ${cluster}`,
    sourceAuthentication: ({ cluster }) =>
      `Comment les programmes s’authentifient-ils auprès de ${cluster} ? Aucun fichier ne le dit. Compléter \`authentication\` dans 4-mirror.yaml et 7-way-back.yaml.`,
    storageSize: ({ cluster }) =>
      `Stockage par broker, par exemple 500Gi (MSK : taille des volumes de ${cluster} et métrique \`KafkaDataLogsDiskUsed\`)`,
    storageClass: 'StorageClass des disques des brokers ; elle décide du lieu où se trouvent les données',
    brokerSettings: ({ cluster }) =>
      `Les paramètres des brokers de ${cluster} ne figurent dans aucun fichier (MSK : \`aws kafka describe-configuration-revision\`). Lesquels faut-il au nouveau cluster ?`,
    brokerSetting: ({ key }) => `Valeur du paramètre de broker ${key} ; un autre outil la fournit`,
    brokers: ({ count: brokers }) =>
      `Le nombre de brokers ne figure dans aucun fichier ; ${brokers} sont générés. Supportent-ils la charge ?`,
    outsideClients:
      'Des programmes hors de Kubernetes utilisent-ils le cluster ? Ajouter alors un listener (`route`, `loadbalancer`, `nodeport` ou `ingress`) avec TLS et authentification.',
    zones:
      'Les nœuds de Kubernetes se trouvent-ils dans plusieurs zones ? Définir alors `spec.kafka.rack.topologyKey` pour répartir les réplicas d’une partition.',
    openTopics: ({ topics }) =>
      `Aucun droit n’est connu sur ${topics.join(', ')}. L’ancien cluster ouvre peut-être à tous un topic qu’aucune liste d’accès ne cite (\`allow.everyone.if.no.acl.found\`, valeur par défaut de MSK) ; le nouveau ne l’ouvre à personne. Qui les utilise ?`,
    partitions: ({ topic }) =>
      `Nombre de partitions du topic ${topic} ; ni ce nombre ni ses propres paramètres ne figurent dans un fichier (\`kafka-topics.sh --describe --topic ${topic}\`)`,
    topicSetting: ({ topic, key }) => `Valeur de ${key} du topic ${topic} ; un autre outil la fournit`,
    topicSettings: ({ topic }) => `Que définit le topic ${topic} lui-même ? Aucun fichier ne le montre.`,
    noCounterpart: ({ topic, key, value }) =>
      `Le topic ${topic} définit ${key}=${value} ; le nouveau cluster n’a pas d’équivalent. Par quoi le remplacer ?`,
    groupsUnseen:
      'Seuls les groupes cités dans les fichiers sont générés. Enregistrer la sortie de `kafka-consumer-groups.sh --describe --all-groups` à côté des fichiers et générer à nouveau : un groupe absent démarre sans offsets.',
    groupUnlisted: ({ group }) =>
      `Le nom du groupe ${group} contient une virgule, qui sépare les listes de MirrorMaker. Ses offsets sont à définir à la main.`,
    groupOfService: ({ connector }) =>
      `Confluent Cloud lit pour le sink ${connector} avec un groupe à lui, connect-lcc-..., et non avec connect-${connector} : rien ne montre où il en est. Les offsets de connect-${connector} sont à définir d’après ce groupe avant le démarrage du sink ; sans eux, il commence là où ses consommateurs doivent commencer.`,
    right: ({ principal, type, resource, action }) =>
      `${principal} a sur ${type} ${resource} un droit que les listes d’accès de Kafka ne savent pas exprimer${action === '' ? '' : ` (${action})`}. Par quoi le remplacer ?`,
    everybody: ({ type, resource, operation }) =>
      `Tous ont le droit ${operation} sur ${type} ${resource} ; Strimzi n’accorde de droits qu’à des utilisateurs nommés. Lesquels en ont besoin ?`,
    image: ({ classes }) =>
      `Image de Kafka Connect, fondée sur celle de Strimzi, avec les plug-ins pour ${classes.join(', ')}`,
    mirrorImage:
      'Image de Kafka, fondée sur celle de Strimzi, avec aws-msk-iam-auth dans le classpath : l’ancien cluster exige IAM',
    workerSetting: ({ connector, key }) =>
      `Valeur de ${key} pour le connecteur ${connector} ; les paramètres de ses workers actuels ne figurent dans aucun fichier`,
    connectorClass: ({ connector }) => `Classe du connecteur ${connector} ; un autre outil la fournit`,
    connectorSetting: ({ connector, key }) => `Valeur de ${key} du connecteur ${connector} auprès du nouveau cluster`,
    sourceOffsets: ({ connector }) =>
      `La source ${connector} tient sa position dans un topic de ses workers actuels, qui n’est pas déplacé. Reprend-elle à une position que vous définissez (\`spec.alterOffsets\`), ou relit-elle sa source, avec des enregistrements en double ?`,
    unmovedTopics: ({ connector }) =>
      `Le connecteur ${connector} ne cite aucun topic lisible. De quels droits les workers Connect ont-ils besoin pour lui ?`,
    subject: ({ schema }) => `Subject sous lequel le schéma ${schema} est enregistré`,
    flow: ({ flow, cluster }) =>
      `La réplication ${flow} part de ${cluster} ou y mène ; elle n’est pas générée. Quelle réplication du nouveau cluster la remplace, et à partir de quand ?`,
    unclear: ({ kind, name }) =>
      `Cet élément appartient-il à ce cluster : ${kind} ${name} ? Les fichiers ne le disent pas ; rien n’est généré pour lui.`,
    finding: ({ finding, code, was }) => `${finding} (${code}). Jusqu’ici : \`${was}\`.`,
    withheld: ({ finding, code, resource }) => `${resource} n’est pas généré : ${finding} (${code})`,
  },
  moved: {
    topic: 'topic',
    group: 'groupe de consommation Kafka',
    right: 'droit',
    connector: 'connecteur',
    schema: 'schéma',
  },
  move: {
    title: ({ cluster }) => `Migration de ${cluster} vers Strimzi`,
    introduction: ({ cluster, target }) =>
      `Généré à partir des fichiers de la plateforme. *Ancien* désigne le cluster géré ${cluster}, *nouveau* le cluster \`${target}\` de Strimzi. MirrorMaker 2 copie les topics et les offsets des groupes sous les mêmes noms ; les consommateurs basculent d’abord, puis les producteurs. Jusqu’à la dernière étape, un retour est possible.`,
    inventory: 'Ce qui est déplacé',
    topics: 'Topics',
    users: 'Utilisateurs',
    connectors: 'Connecteurs',
    counts: n =>
      [
        count(n.topics, 'topic'),
        count(n.groups, 'groupe de consommation', 'groupes de consommation'),
        `${count(n.rights, 'droit')} de ${count(n.users, 'utilisateur')}`,
        count(n.connectors, 'connecteur'),
        count(n.schemas, 'schéma'),
      ].join(', '),
    topic: 'Topic',
    partitions: 'Partitions',
    retention: 'Conservation',
    personalData: 'Données à caractère personnel',
    none: 'aucune visible',
    asked: 'demandé',
    user: 'Utilisateur',
    was: 'Jusqu’ici',
    authentication: 'Authentification',
    policy: ({ name }) => `Politique IAM ${name} : les programmes qui l’ont reçoivent cet utilisateur`,
    connector: 'Connecteur',
    class: 'Classe',
    groups: 'Groupes de consommation Kafka',
    schemas: 'Schémas',
    changes: 'Ce qui change',
    changed: ({ topic, key, was, is }) => `Topic ${topic} : \`${key}\` valait ${was}, vaut ${is}`,
    dropped: ({ topic, key, was }) =>
      `Topic ${topic} : \`${key}\` (${was}) est omis ; la valeur du cluster s’applique, ou Kafka 4 ne connaît plus ce paramètre`,
    left: 'Ce qui reste',
    internal: ({ names }) =>
      `Topics internes, que chaque cluster et chaque worker crée pour lui-même : ${names.join(', ')}`,
    brokerRights: ({ count: rights }) => `${count(rights, 'droit')} des anciens brokers eux-mêmes`,
    questions: 'Questions',
    questionsIntroduction: ({ open, decisions }) =>
      `Ce que les fichiers ne disent pas n’est pas deviné. À remplir avant l’étape 1 : ${count(open, 'valeur')} dans \`answers.env\`. À décider par vous : ${count(decisions, 'question')} sans variable.`,
    question: 'Question',
    variable: 'Variable',
    places: 'Source',
    decision: 'décision',
    record: 'Le registre avant et après',
    recordIntroduction:
      'Art. 30 RGPD. Ce qui prend fin ne prend fin qu’à la dernière étape ; jusque-là, l’ancien cluster contient encore les données.',
    party: 'Destinataire ou transfert',
    compacted: 'dernier enregistrement de chaque clé',
    after: 'Après',
    stopThere: ({ connector }) => `# arrêter ${connector} auprès de ses workers actuels`,
    ends: 'prend fin à la dernière étape',
    stays: 'demeure : la migration n’y touche pas',
    machines:
      'Fournisseur des machines et du stockage : à déclarer. Sur votre propre matériel, il n’y a pas de sous-traitant ; dans un cloud, son fournisseur en est un (art. 28), et le transfert est à réexaminer.',
    check: 'Vérification',
    back: 'Retour',
    steps: 'Étapes',
    prepare: 'Préparer',
    prepareText: ({ target }) =>
      `Nécessaires : Kubernetes avec le Cluster Operator de Strimzi (API \`kafka.strimzi.io/v1\`), \`kubectl\`, \`jq\`, \`envsubst\`, les outils en ligne de commande de Kafka, une machine qui atteint les deux clusters, et deux configurations de client : \`managed.properties\` pour l’utilisateur de la migration sur l’ancien cluster, \`own.properties\` pour le sien sur le nouveau (\`${target}-mirror\`, son certificat se trouve dans le secret du même nom). Sur l’ancien cluster, l’utilisateur de la migration peut lire tous les topics et décrire tous les groupes ; pour les heartbeats et le retour, il peut aussi y écrire. Remplir \`answers.env\`, prendre les décisions, puis :`,
    prepareCheck:
      'La première commande n’affiche rien ; la seconde accepte chaque fichier. Dans les vérifications qui suivent, `FAILED` signifie qu’un cluster n’a pas pu être lu, et ne prouve rien.',
    prepareBack: 'Rien n’a été modifié.',
    cluster: 'Démarrer le nouveau cluster',
    clusterText: 'Trois contrôleurs, les brokers, TLS pour tous, des listes d’accès.',
    clusterCheck: 'Le cluster est `Ready`.',
    clusterBack: 'Supprimer le cluster. L’ancien n’a pas été touché.',
    usersTopics: 'Utilisateurs et topics',
    usersTopicsText:
      'Les topics sont créés avant la copie, pour que MirrorMaker les trouve avec leurs paramètres. Geler la liste dès maintenant : un topic ou un groupe créé ensuite n’est pas copié ; comparer, et générer à nouveau.',
    usersTopicsCheck:
      'Chaque utilisateur et chaque topic est `Ready` ; l’ancien cluster n’a aucun topic qui manque ici.',
    usersTopicsBack: 'Les supprimer. Aucun programme ne les utilise encore.',
    mirror: 'Commencer la copie',
    mirrorText:
      'Le secret contient ce qui authentifie la migration auprès de l’ancien cluster. Les offsets des copies sont tenus sur le nouveau ; l’ancien ne reçoit que des heartbeats. Les checkpoints démarrent d’abord, la copie ensuite : ce qui a été copié avant eux, ils ne savent pas le traduire.',
    mirrorCheck:
      'Tous les connecteurs tournent, `heartbeats` croît sur le nouveau cluster, le retard diminue et reste faible. Attendre jusque-là. Les offsets d’un groupe apparaissent après son premier checkpoint, en deux minutes ; un groupe qui n’a jamais validé d’offset n’en a pas.',
    mirrorBack: 'Supprimer la réplication. Les topics du nouveau cluster peuvent être vidés et copiés à nouveau.',
    registry: 'Registre de schémas',
    registryText: 'Toutes les versions sont enregistrées dans leur ordre. Personne ne les utilise encore.',
    registryGlue:
      'Les identifiants sont nouveaux : Glue numérote les versions par des UUID, placés devant chaque enregistrement. Les enregistrements copiés les gardent. Jusqu’à l’expiration du dernier d’entre eux, les consommateurs lisent les deux : le désérialiseur de Glue pour les anciens, celui du nouveau registre pour les nouveaux ; les producteurs n’écrivent avec le nouveau qu’une fois tous les consommateurs prêts. Dans les topics compactés, ces enregistrements ne disparaissent que lorsque chaque clé a été réécrite.',
    registryCheck: 'Chaque subject a autant de versions qu’avant, au même contenu.',
    registryBack: 'Personne ne l’utilise encore : le supprimer.',
    connect: 'Connect, tous les connecteurs arrêtés',
    connectText:
      'Créer les secrets auxquels les connecteurs renvoient, puis démarrer les workers. Chaque connecteur est déclaré `stopped` : deux qui tournent écriraient en double.',
    connectCheck: 'Les workers sont `Ready`, chaque connecteur indique STOPPED et non FAILED.',
    connectBack: 'Les supprimer.',
    secretsNeeded: 'Secrets à créer',
    consumers: 'Basculer les consommateurs, groupe par groupe',
    consumersText:
      'Les producteurs écrivent encore dans l’ancien cluster. Pour chaque groupe : arrêter tous les membres, attendre deux checkpoints, vérifier, les démarrer avec la nouvelle adresse et le nouvel utilisateur. MirrorMaker n’écrit d’offsets que dans des groupes sans membres. Les offsets traduits se trouvent à la position validée ou avant, jamais après : des enregistrements arrivent deux fois, aucun n’est perdu. Les consommateurs qui ne doivent pas voir deux fois un enregistrement doivent le reconnaître à sa clé. Les offsets ne suivent un groupe que sous son nom. Les programmes qui lisent et écrivent, comme Kafka Streams, basculent avec les producteurs : ce qu’ils écrivent ici, personne ne le lit sur l’ancien cluster.',
    consumersCheck:
      '`ready` n’affiche rien : chaque partition dont le groupe a lu quelque chose a un offset sur le nouveau cluster. S’il en affiche une, le groupe se trouve avant le point où les checkpoints ont démarré en dernier : le laisser poursuivre sa lecture sur l’ancien cluster jusqu’à ce que son offset apparaisse. Là où le groupe n’a rien lu, aucun offset n’est traduit, et `auto.offset.reset=latest` sauterait des enregistrements : `unread` le place au début.',
    consumersBack:
      'Arrêter le groupe, le démarrer sur l’ancien cluster : il reprend où il s’y était arrêté, et relit ce qu’il a lu depuis.',
    sinks: 'Basculer les sinks',
    sinksText:
      'Un sink lit comme un groupe (`connect-NOM`) et bascule de même. L’arrêter là-bas ; MSK Connect ne sait pas arrêter un connecteur : le supprimer, garder sa déclaration. Vérifier ensuite son groupe comme ci-dessus et le démarrer ici.',
    sinksCheck: 'Le connecteur et ses tâches indiquent RUNNING, son retard diminue.',
    sinksBack: 'L’arrêter ici, le recréer là-bas à partir de sa déclaration ; son groupe y a encore ses offsets.',
    producers: 'Basculer les producteurs',
    producersText:
      'La seule interruption. Arrêter tous les producteurs et toutes les sources sur l’ancien cluster. Quand tout est copié, arrêter la réplication, noter la position du nouveau cluster, et y démarrer les producteurs. La réplication s’arrête avant que le retour ne s’ouvre : avec des noms identiques, deux sens ouverts copieraient en boucle. Où GitOps applique les ressources, changer `state` dans les fichiers au lieu de les patcher.',
    producersCheck:
      '`drained` n’affiche rien : chaque partition est copiée jusqu’à sa fin. Là où une partition se termine par une transaction, son marqueur et ce qu’elle a annulé ne sont pas copiés, et la partition reste dans la liste : s’assurer, avec un consommateur qui ne lit que les enregistrements validés (`isolation.level=read_committed`), qu’il ne reste rien après l’offset copié.',
    producersBack:
      'Avant que les producteurs ne démarrent ici : redémarrer la réplication, les démarrer sur l’ancien cluster.',
    between: 'Ouvrir le retour',
    betweenText:
      'La réplication de retour commence aux offsets notés : l’ancien cluster reçoit ce qui est nouveau, et rien deux fois. Les sources démarrent maintenant, une fois leur position définie.',
    betweenCheck:
      'La réplication de retour tourne ; ce que les producteurs écrivent arrive sur l’ancien cluster, et `counts` y croît de même.',
    betweenBack:
      'Arrêter les producteurs ici, attendre que `drained_back` n’affiche rien, arrêter la réplication de retour, démarrer producteurs et consommateurs sur l’ancien cluster. Les offsets des groupes y ont été reportés.',
    last: 'En dernier',
    lastText:
      'Quand plus personne ne voudrait revenir (un cycle d’activité complet, au moins le plus long intervalle entre deux exécutions d’un consommateur). Dans cet ordre :',
    lastItems: ({ cluster, target }) =>
      [
        `La réplication de retour et les heartbeats ; puis l’utilisateur \`${target}-mirror\`, qui peut écrire dans tous les topics, et le secret de la migration.`,
        'Les connecteurs restants de MSK Connect, leurs rôles, leurs journaux.',
        `Les brokers de \`${cluster}\` : les données qu’ils portent sont effacées (art. 5, § 1, e) ; noter la date.`,
        'Les journaux et métriques des brokers (CloudWatch, buckets, flux), avec leur propre durée de conservation ; des noms de topics et de groupes y figurent.',
        'Les politiques IAM, rôles, secrets `AmazonMSK_*`, groupes de sécurité, points de terminaison privés, noms DNS.',
        'Le registre de schémas de Glue : seulement quand aucun enregistrement n’y renvoie plus (plus longue conservation depuis la bascule des producteurs ; topics compactés réécrits).',
        'La clé KMS, en tout dernier : d’abord ce qu’elle protège, sauvegardes comprises.',
        'Le registre des traitements : le mettre à jour, ainsi que le contrat avec le sous-traitant.',
      ].join('\n'),
    lastCheck:
      'Plus rien ne se connecte à l’ancien cluster : sa métrique `ClientConnectionCount` vaut zéro, la réplication mise à part.',
    lastBack: 'À partir de la suppression des brokers, il n’y en a plus.',
    rehearsal:
      'La copie, les deux bascules et le retour ont été répétés sur de vrais brokers Kafka sur une seule machine, sans TLS, comptes, droits, connecteurs ni registre ; aucun enregistrement n’y a été perdu. Répétez-les auparavant sur un cluster de test avec vos propres réglages, ceux-ci compris.',
    written: ({ folder, files, questions }) =>
      `${count(files, 'fichier')} dans ${folder} ; ${count(questions, 'question')} dans MIGRATION.md et answers.env\n`,
    answersHead: 'Réponses à ce que les fichiers ne disent pas. NOM=valeur ; voir les questions dans MIGRATION.md.',
  },
}
