/** A sentence of the reference data in French, as a whole or clause by clause; what is none of its sentences stays. */
export const phrase = (text: string): string =>
  phrases.get(text) ??
  text
    .split('; ')
    .map(clause => phrases.get(clause) ?? named(clause))
    .join(' ; ')

/** Who uses something, as the readers of files call them: `application shop`; and an attribute of a resource. */
const named = (text: string): string =>
  text
    .replace(/^(\S+) of (\S+)$/, '$1 de $2')
    .replace(
      /^(application|user|client|mirror|connector|Connect cluster|bridge|exporter of|function|security group)(?= )/,
      kind => kinds[kind as keyof typeof kinds],
    )

const kinds = {
  application: 'application',
  user: 'utilisateur',
  client: 'client',
  mirror: 'réplication',
  connector: 'connecteur',
  'Connect cluster': 'cluster Connect',
  bridge: 'bridge',
  'exporter of': 'exporteur de',
  function: 'fonction',
  'security group': 'groupe de sécurité',
} as const

/** What the reference data says in English, by its words. */
export const phrases: ReadonlyMap<string, string> = new Map(
  Object.entries({
    // What a change does to what runs
    'where the certificate of the token server has another name, nobody signs in':
      'si le certificat du serveur de jetons porte un autre nom, personne ne s’authentifie',
    'where the address does not answer with TLS, nobody signs in':
      'si l’adresse ne répond pas en TLS, personne ne s’authentifie',
    'workers take it while they run': 'les workers l’appliquent en marche',
    'an image is built anew, then workers restart one after another and their connectors with them':
      'une image est reconstruite, puis les workers redémarrent l’un après l’autre, et leurs connecteurs avec eux',
    'where the download fails, the old image stays': 'si le téléchargement échoue, l’ancienne image reste',
    'while the policy engine does not answer, clients are refused':
      'tant que le moteur de politiques ne répond pas, les clients sont refusés',
    'Cruise Control reassigns its partitions': 'Cruise Control réaffecte ses partitions',
    'Kafka changes the number of replicas of a topic that exists only by reassignment':
      'Kafka ne change le nombre de réplicas d’un topic existant que par réaffectation',
    'Terraform itself connects otherwise': 'Terraform lui-même se connecte autrement',
    'Terraform looks for all that the provider made in the other region and makes it there anew, with no data':
      'Terraform cherche dans l’autre région tout ce que le provider a créé et l’y crée à nouveau, sans données',
    'a block where none was destroys the cluster and creates it anew, unless it says what already holds':
      'un bloc là où il n’y en avait pas détruit le cluster et le recrée, sauf s’il dit ce qui vaut déjà',
    'a broker does not start on the folders of another number':
      'un broker ne démarre pas sur les dossiers d’un autre numéro',
    'a cluster that names a revision keeps it': 'un cluster qui nomme une révision la garde',
    'a new version of the schema is registered': 'une nouvelle version du schéma est enregistrée',
    'a new version of the secret is written': 'une nouvelle version du secret est écrite',
    'a partition without an in-sync replica waits for one': 'une partition sans réplica synchronisé en attend un',
    'a source that names no offset.storage.topic starts without its stored offsets':
      'un connecteur source sans offset.storage.topic commence sans ses offsets enregistrés',
    'a stream cannot change its storage': 'un stream ne peut pas changer de stockage',
    'a topic cannot lose partitions': 'un topic ne peut pas perdre de partitions',
    'another Connect cluster starts beside the connectors of the old one':
      'un autre cluster Connect démarre à côté des connecteurs de l’ancien',
    'another application starts without offsets and state': 'une autre application commence sans offsets ni état',
    'another connector: a sink reads as another group, a source starts without its stored offsets':
      'un autre connecteur : un sink lit comme un autre groupe, une source commence sans ses offsets enregistrés',
    'another name is another object': 'un autre nom est un autre objet',
    'applications that count on topics appearing are refused':
      'les applications qui comptent sur l’apparition des topics sont refusées',
    'applied at once where brokers take it, else brokers restart one after another':
      'appliqué aussitôt là où les brokers le prennent, sinon les brokers redémarrent l’un après l’autre',
    'brokers join': 'des brokers s’ajoutent',
    'brokers of the old and the new protocol do not understand each other: it takes two rounds':
      'les brokers de l’ancien et du nouveau protocole ne se comprennent pas : il faut deux passes',
    'brokers refuse each other where a certificate names another host':
      'les brokers se refusent mutuellement là où un certificat nomme un autre hôte',
    'brokers restart and look in another store': 'les brokers redémarrent et cherchent dans un autre stockage',
    'brokers restart one after another': 'les brokers redémarrent l’un après l’autre',
    'brokers restart one after another when the cluster takes the new revision':
      'les brokers redémarrent l’un après l’autre quand le cluster prend la nouvelle révision',
    'brokers start with empty folders': 'les brokers démarrent avec des dossiers vides',
    'brokers take it at once': 'les brokers le prennent aussitôt',
    'brokers that hold partitions cannot leave': 'les brokers qui détiennent des partitions ne peuvent pas partir',
    'brokers that hold partitions do not leave': 'les brokers qui détiennent des partitions ne partent pas',
    'brokers that hold partitions keep their role': 'les brokers qui détiennent des partitions gardent leur rôle',
    'clients of a listener that changes are refused': 'les clients d’un listener qui change sont refusés',
    'clients of the listener that come without TLS are refused':
      'les clients du listener qui viennent sans TLS sont refusés',
    'clients of the listener that do not authenticate are refused':
      'les clients du listener qui ne s’authentifient pas sont refusés',
    'clients of the listener that do not follow are refused': 'les clients du listener qui ne suivent pas sont refusés',
    'clients that do not authenticate so are refused': 'les clients qui ne s’authentifient pas ainsi sont refusés',
    'clients that come over another network are refused': 'les clients qui viennent d’un autre réseau sont refusés',
    'clients that come without TLS are refused': 'les clients qui viennent sans TLS sont refusés',
    'clients that do not follow are refused': 'les clients qui ne suivent pas sont refusés',
    'clients with the old credentials are refused': 'les clients avec les anciens identifiants sont refusés',
    'it fails where the other side does not offer TLS with a certificate that it trusts':
      'il échoue là où l’autre côté n’offre pas TLS avec un certificat qu’il reconnaît',
    'it fails where the certificate is not trusted or names another host':
      'il échoue là où le certificat n’est pas reconnu ou nomme un autre hôte',
    'they refuse brokers whose certificate names another host':
      'ils refusent les brokers dont le certificat nomme un autre hôte',
    'new topics need as many brokers': 'les nouveaux topics demandent autant de brokers',
    'they refuse a token server whose certificate names another host':
      'ils refusent un serveur de jetons dont le certificat nomme un autre hôte',
    'clients without a certificate are refused': 'les clients sans certificat sont refusés',
    'a protection is taken away': 'une protection est supprimée',
    'clients that come without TLS are let in': 'les clients qui viennent sans TLS sont admis',
    'with PLAINTEXT those that come with TLS are refused': 'avec PLAINTEXT, ceux qui viennent avec TLS sont refusés',
    'clients that authenticate so are refused': 'les clients qui s’authentifient ainsi sont refusés',
    'clients may also authenticate so': 'les clients peuvent aussi s’authentifier ainsi',
    'clients that do not authenticate are refused': 'les clients qui ne s’authentifient pas sont refusés',
    'clients that do not authenticate are let in': 'les clients qui ne s’authentifient pas sont admis',
    'volumes cannot shrink': 'les volumes ne peuvent pas rétrécir',
    'clients that come over the internet are refused': 'les clients qui viennent par Internet sont refusés',
    'brokers get addresses of the internet': 'les brokers reçoivent des adresses d’Internet',
    'clients of the listener that come with TLS are refused, the others speak in plain text':
      'les clients du listener qui viennent avec TLS sont refusés, les autres communiquent en clair',
    'clients of the listener that do not authenticate so are refused':
      'les clients du listener qui ne s’authentifient pas ainsi sont refusés',
    'topics appear when somebody uses their names': 'les topics apparaissent dès que quelqu’un utilise leur nom',
    'everybody may use what no access list names': 'tous peuvent utiliser ce qu’aucune liste d’accès ne nomme',
    'everybody may do everything': 'tous peuvent tout faire',
    'brokers take any signed certificate for that of another broker':
      'les brokers prennent tout certificat signé pour celui d’un autre broker',
    'clients without a certificate are let in': 'les clients sans certificat sont admis',
    'the application takes any signed certificate for that of the broker':
      'l’application prend tout certificat signé pour celui du broker',
    'closed segments are copied to the second tier': 'les segments fermés sont copiés vers le second niveau',
    'committed offsets are left behind: records are read again or skipped':
      'les offsets validés restent en arrière : des enregistrements sont relus ou sautés',
    'consumers do not find theirs': 'les consommateurs ne trouvent pas les leurs',
    'controllers and brokers cannot change places while they hold data':
      'contrôleurs et brokers ne peuvent pas échanger leurs places tant qu’ils détiennent des données',
    'copies are moved between brokers': 'des copies sont déplacées entre brokers',
    'destroyed and created anew': 'détruit et recréé',
    'fewer copies confirm a write': 'moins de copies confirment une écriture',
    'in topics without a bound of their own records older than that are deleted':
      'dans les topics sans limite propre, les enregistrements plus anciens sont supprimés',
    'in topics without a bound of their own the oldest records beyond that size are deleted':
      'dans les topics sans limite propre, les plus anciens enregistrements au-delà de cette taille sont supprimés',
    'in topics without a policy of their own records are kept by another rule':
      'dans les topics sans politique propre, les enregistrements sont conservés selon une autre règle',
    'internal topics that exist keep their number': 'les topics internes existants gardent leur nombre',
    'it cannot fall again': 'on ne revient pas en arrière',
    'its partitions are reassigned at once': 'ses partitions sont réaffectées aussitôt',
    'keys go to other partitions from then on': 'dès lors, les clés vont vers d’autres partitions',
    'marks of deletion go sooner or later: a slow reader may miss them':
      'les marques de suppression disparaissent tôt ou tard : un lecteur lent peut les manquer',
    'messages older than that are deleted at once': 'les messages plus anciens sont supprimés aussitôt',
    'nothing that runs changes its behaviour': 'rien de ce qui tourne ne change de comportement',
    'offsets of groups that do not read at the target are set there':
      'les offsets des groupes qui ne lisent pas sur la cible y sont fixés',
    'offsets of groups that no longer match are no longer copied':
      'les offsets des groupes qui ne correspondent plus ne sont plus copiés',
    'older segments are read from the second tier': 'les segments anciens sont lus depuis le second niveau',
    'clients that speak none of these versions of TLS are refused':
      'les clients qui ne connaissent aucune de ces versions de TLS sont refusés',
    'the application is refused by brokers that speak none of these versions of TLS':
      'l’application est refusée par les brokers qui ne connaissent aucune de ces versions de TLS',
    'brokers that speak none of these versions of TLS refuse them':
      'les brokers qui ne connaissent aucune de ces versions de TLS les refusent',
    'it fails where the other side speaks none of these versions of TLS':
      'il échoue là où l’autre partie ne connaît aucune de ces versions de TLS',
    'clusters that speak none of these versions of TLS refuse them':
      'les clusters qui ne connaissent aucune de ces versions de TLS les refusent',
    'the service migrates to other nodes': 'le service migre vers d’autres nœuds',
    'clients that come over the other network are refused': 'les clients qui passent par l’autre réseau sont refusés',
    'the disks grow': 'les disques sont agrandis',
    'the service can be deleted': 'le service peut être supprimé',
    'it counts only when the service is created: the change has no effect':
      'il ne compte qu’à la création du service : le changement reste sans effet',
    'clients of the REST proxy are refused': 'les clients du proxy REST sont refusés',
    'users of the REST proxy without an ACL are refused': 'les utilisateurs du proxy REST sans ACL sont refusés',
    'the REST proxy no longer applies the ACLs': 'le proxy REST n’applique plus les ACL',
    'clients from other addresses are refused': 'les clients d’autres adresses sont refusés',
    'the service gets addresses of the internet': 'le service reçoit des adresses sur Internet',
    'clients that use the private name are refused': 'les clients qui utilisent le nom privé sont refusés',
    'clients that come over the private link are refused': 'les clients qui passent par le lien privé sont refusés',
    'clients of the schema registry are refused': 'les clients du registre de schémas sont refusés',
    'the registry no longer finds its schemas, and clients cannot read what was written with them':
      'le registre ne retrouve plus ses schémas, et les clients ne peuvent pas lire ce qui a été écrit avec eux',
    'records can be read in the console and over the interface of the provider':
      'les enregistrements peuvent être lus dans la console et par l’interface du fournisseur',
    'Terraform can delete the topic with its records': 'Terraform peut supprimer le topic avec ses enregistrements',
    'delete the ACL that allows everything in the service': 'supprimer dans le service l’ACL qui permet tout',
    'producers of larger batches are refused': 'les producteurs de lots plus grands sont refusés',
    'producers of later timestamps are refused': 'les producteurs d’horodatages postérieurs sont refusés',
    'producers of older timestamps are refused': 'les producteurs d’horodatages antérieurs sont refusés',
    'producers with acks=all are refused while fewer replicas are in sync':
      'les producteurs avec acks=all sont refusés tant que moins de réplicas sont synchronisés',
    'records are deleted': 'des enregistrements sont supprimés',
    'records are kept by another rule: with compact all but the last of a key go, with delete all that are older than the retention':
      'les enregistrements sont conservés selon une autre règle : avec compact, tous partent sauf le dernier d’une clé ; avec delete, tous ceux qui dépassent la durée',
    'records get the time of the broker or of the producer from then on':
      'dès lors, les enregistrements portent l’heure du broker ou du producteur',
    'records of open and aborted transactions are not read':
      'les enregistrements de transactions ouvertes ou annulées ne sont pas lus',
    'records older than that are deleted at once': 'les enregistrements plus anciens sont supprimés aussitôt',
    'records that fail go to that topic': 'les enregistrements en échec vont dans ce topic',
    'it gets three replicas unless errors.deadletterqueue.topic.replication.factor says otherwise, and the sink fails where there are fewer brokers':
      'il reçoit trois réplicas sauf si errors.deadletterqueue.topic.replication.factor en décide autrement, et le sink échoue là où il y a moins de brokers',
    'with TLS they use other addresses': 'avec TLS, ils utilisent d’autres adresses',
    'they are refused where the listener speaks another protocol':
      'ils sont refusés là où le listener parle un autre protocole',
    'records that the old one holds cannot be read any more':
      'les enregistrements que détient l’ancien ne peuvent plus être lus',
    'records that were written before stay as they are': 'les enregistrements écrits auparavant restent tels quels',
    'replaced values become eligible for removal after that time':
      'les valeurs remplacées peuvent être retirées après ce délai',
    'replaced values stay at least that long': 'les valeurs remplacées restent au moins aussi longtemps',
    'retries write no record twice from the next start on':
      'dès le prochain démarrage, les nouveaux essais n’écrivent aucun enregistrement deux fois',
    'rights are set to these at once: who still uses the old name is refused':
      'les droits valent ainsi aussitôt : qui utilise encore l’ancien nom est refusé',
    'some releases of the provider replace it, others report a change that does not happen':
      'certaines versions du provider le remplacent, d’autres annoncent un changement qui n’a pas lieu',
    'source connectors start without their stored offsets':
      'les connecteurs source commencent sans leurs offsets enregistrés',
    'states are told anew': 'les états sont annoncés à nouveau',
    'tasks move between workers': 'des tâches changent de worker',
    'the address has to be that of a listener with TLS': 'l’adresse doit être celle d’un listener avec TLS',
    'the application is refused where the listener speaks another protocol':
      'l’application est refusée là où le listener parle un autre protocole',
    'the application refuses brokers whose certificate names another host':
      'l’application refuse les brokers dont le certificat nomme un autre hôte',
    'the application takes it at its next start': 'l’application le prend à son prochain démarrage',
    'the bridge restarts': 'le bridge redémarre',
    'the change is refused and blocks later ones': 'le changement est refusé et bloque les suivants',
    'the checkpoint connector of the mirror restarts': 'le connecteur de checkpoint de la réplication redémarre',
    'the cluster is destroyed and created anew with no data': 'le cluster est détruit et recréé sans données',
    'the configuration is destroyed and created anew': 'la configuration est détruite et recréée',
    'the connector is destroyed and created anew': 'le connecteur est détruit et recréé',
    'the connector is destroyed and created anew under another name, a sink as another consumer group':
      'le connecteur est détruit et recréé sous un autre nom, un sink comme un autre groupe de consommateurs',
    'the connector restarts': 'le connecteur redémarre',
    'the connector writes to topics of other names and starts without its stored offsets':
      'le connecteur écrit dans des topics d’autres noms et commence sans ses offsets enregistrés',
    'the connectors of the mirror restart': 'les connecteurs de la réplication redémarrent',
    'the flow is destroyed and created anew': 'la réplication est détruite et recréée',
    'the flow restarts': 'la réplication redémarre',
    'the group starts without committed offsets: records are read again or skipped':
      'le groupe commence sans offsets validés : des enregistrements sont relus ou sautés',
    'the heartbeat connector of the mirror restarts': 'le connecteur de heartbeat de la réplication redémarre',
    'the link copies otherwise from then on': 'dès lors, le lien copie autrement',
    'the link is destroyed and created anew': 'le lien est détruit et recréé',
    'the module writes another revision of its configuration, and brokers restart one after another':
      'le module écrit une autre révision de sa configuration, et les brokers redémarrent l’un après l’autre',
    'the new right stands beside the old one': 'le nouveau droit est à côté de l’ancien',
    'the oldest records beyond that size are deleted at once':
      'les plus anciens enregistrements au-delà de cette taille sont supprimés aussitôt',
    'the operator keeps the old storage': 'l’opérateur garde l’ancien stockage',
    'the operator refuses another name': 'l’opérateur refuse un autre nom',
    'the operator refuses fewer partitions': 'l’opérateur refuse moins de partitions',
    'the operator refuses to change the number of replicas of a topic that exists, and every later change of it':
      'l’opérateur refuse de changer le nombre de réplicas d’un topic existant, et toute modification ultérieure de celui-ci',
    'the registry is deleted with its schemas': 'le registre est supprimé avec ses schémas',
    'the replicator copies otherwise from then on': 'dès lors, le réplicateur copie autrement',
    'the pipe is destroyed and created anew': 'le pipe est détruit et recréé',
    'it begins to read where its starting position says': 'il commence à lire là où le dit sa position de départ',
    'the delivery stream is destroyed and created anew': 'le flux de diffusion est détruit et recréé',
    'the replicator is destroyed and created anew': 'le réplicateur est détruit et recréé',
    'the replicator is destroyed and created anew and copies records again that were copied before':
      'le réplicateur est détruit et recréé et copie à nouveau des enregistrements déjà copiés',
    'the replicator is destroyed and created anew and fills topics of other names':
      'le réplicateur est détruit et recréé et remplit des topics d’autres noms',
    'the right is taken away and given anew: in between its holder is refused':
      'le droit est retiré puis redonné : entre-temps, son titulaire est refusé',
    'the same object in another version of the interface': 'le même objet dans une autre version de l’API',
    'the schema is deleted': 'le schéma est supprimé',
    'the bucket is destroyed and created anew under another name': 'le bucket est détruit et recréé sous un autre nom',
    'objects that are older than a rule allows are deleted':
      'les objets plus anciens que ne le permet une règle sont supprimés',
    'the bucket cannot move and is created anew': 'le bucket ne peut pas être déplacé et est recréé',
    'the account is destroyed and created anew under another name': 'le compte est détruit et recréé sous un autre nom',
    'the account is destroyed and created anew elsewhere': 'le compte est détruit et recréé ailleurs',
    'make a second bucket, copy what is to be kept, and point the sink to it':
      'créer un second bucket, copier ce qui doit rester et y diriger le sink',
    'decide how long the archive is kept, and add the rule yourself':
      'décider combien de temps l’archive est gardée et ajouter la règle soi-même',
    'make a second account, copy what is to be kept, and point the sink to it':
      'créer un second compte, copier ce qui doit rester et y diriger le sink',
    'the schema is deleted with its versions': 'le schéma est supprimé avec ses versions',
    'the service is destroyed and created anew with no data': 'le service est détruit et recréé sans données',
    'the service migrates to other nodes while it runs': 'le service migre vers d’autres nœuds sans s’arrêter',
    'the service migrates to the other cloud or region while it runs':
      'le service migre vers l’autre cloud ou région sans s’arrêter',
    'the sink starts without committed offsets and writes records again':
      'le sink commence sans offsets validés et écrit à nouveau des enregistrements',
    'the source connector of the mirror restarts': 'le connecteur source de la réplication redémarre',
    'the topic is deleted with its records': 'le topic est supprimé avec ses enregistrements',
    'the topic is deleted with its records and created anew':
      'le topic est supprimé avec ses enregistrements et recréé',
    'the topic keeps its number where it exists': 'un topic existant garde son nombre',
    'the version of the metadata rises': 'la version des métadonnées augmente',
    'the volumes grow': 'les volumes grandissent',
    'the worker configuration is destroyed and created anew and its connectors with it':
      'la configuration des workers est détruite et recréée, et ses connecteurs avec elle',
    'the workers and the connectors of the mirror restart':
      'les workers et les connecteurs de la réplication redémarrent',
    'the workers know no connector any more': 'les workers ne connaissent plus aucun connecteur',
    'topics of other names are filled': 'des topics d’autres noms sont remplis',
    'topics that exist keep their number': 'les topics existants gardent leur nombre',
    'topics that no longer match are no longer copied': 'les topics qui ne correspondent plus ne sont plus copiés',
    'topics that were copied keep their number': 'les topics déjà copiés gardent leur nombre',
    'transactions are refused while fewer replicas are in sync':
      'les transactions sont refusées tant que moins de réplicas sont synchronisés',
    'what exists stays behind unmanaged': 'ce qui existe reste en arrière, sans gestion',
    'what exists stays where it is until it is reassigned': 'ce qui existe reste où il est jusqu’à sa réaffectation',
    'what only the second tier holds is deleted': 'ce que seul le second niveau détient est supprimé',
    'what reads it takes it at its next start': 'ce qui le lit le prend à son prochain démarrage',
    'what runs restarts': 'ce qui tourne redémarre',
    'what was copied stays': 'ce qui a été copié reste',
    'where the old one is pruned, what it stands for is deleted':
      'là où l’ancien est élagué, ce qu’il représente est supprimé',
    'where the schema is registered, as a new version of it':
      'là où le schéma est enregistré, comme nouvelle version de celui-ci',
    'who has no right is refused': 'qui n’a pas de droit est refusé',
    'with brokers older than 2.4 the topic is deleted with its records, with newer ones its partitions are reassigned at once':
      'avec des brokers antérieurs à 2.4, le topic est supprimé avec ses enregistrements ; avec des plus récents, ses partitions sont réaffectées aussitôt',
    'with recreate_on_update = true the plan fails': 'avec recreate_on_update = true, le plan échoue',
    'workers restart one after another': 'les workers redémarrent l’un après l’autre',
    'workers restart one after another and their connectors with them':
      'les workers redémarrent l’un après l’autre, et leurs connecteurs avec eux',
    'writes wait for the in-sync replicas from the next start on':
      'dès le prochain démarrage, les écritures attendent les réplicas synchronisés',
    // What to do instead
    'add a node pool with the new storage and move the partitions to it':
      'ajouter un pool de nœuds avec le nouveau stockage et y déplacer les partitions',
    'add a second right, let everybody move, then remove the first':
      'ajouter un second droit, laisser chacun passer, puis retirer le premier',
    'add nodes with the other role': 'ajouter des nœuds avec l’autre rôle',
    'announce the bound, then set it': 'annoncer la limite, puis la fixer',
    'announce the change, then make it': 'annoncer le changement, puis le faire',
    'keep it and make a second service': 'le garder et créer un second service',
    'keep the name': 'garder le nom',
    'keep the number': 'garder le nombre',
    'keep the size': 'garder la taille',
    'keep the version': 'garder la version',
    'let the retention run out first': 'laisser d’abord expirer la durée de conservation',
    'make a second cluster and link it before its clients move':
      'créer un second cluster et le relier avant que ses clients ne passent',
    'make a second cluster and replicate to it before its clients move':
      'créer un second cluster et y répliquer avant que ses clients ne passent',
    'make a second cluster at the other provider and link it before its clients move':
      'créer un second cluster chez l’autre fournisseur et le relier avant que ses clients ne passent',
    'make a second cluster in the other region and link it before its clients move':
      'créer un second cluster dans l’autre région et le relier avant que ses clients ne passent',
    'make a second cluster with it and replicate to it before its clients move':
      'créer ainsi un second cluster et y répliquer avant que ses clients ne passent',
    'make a second cluster with the key and replicate to it before its clients move':
      'créer un second cluster avec la clé et y répliquer avant que ses clients ne passent',
    'make a second cluster with the new store and mirror to it':
      'créer un second cluster avec le nouveau stockage et y répliquer',
    'make a second cluster with the new value and replicate to it before its clients move':
      'créer un second cluster avec la nouvelle valeur et y répliquer avant que ses clients ne passent',
    'make a second configuration': 'créer une seconde configuration',
    'make a second connector and stop this one': 'créer un second connecteur et arrêter celui-ci',
    'make a second connector that authenticates and stop this one':
      'créer un second connecteur qui s’authentifie et arrêter celui-ci',
    'make a second connector with TLS and stop this one': 'créer un second connecteur avec TLS et arrêter celui-ci',
    'make a second connector with the new value and stop this one':
      'créer un second connecteur avec la nouvelle valeur et arrêter celui-ci',
    'make a second flow': 'créer une seconde réplication',
    'make a second link': 'créer un second lien',
    'make a second pipe and stop this one': 'créer un second pipe et arrêter celui-ci',
    'make a second delivery stream and stop this one': 'créer un second flux de diffusion et arrêter celui-ci',
    'make a second replicator': 'créer un second réplicateur',
    'make a second replicator that starts at EARLIEST and writes to topics that are empty':
      'créer un second réplicateur qui commence à EARLIEST et écrit dans des topics vides',
    'make a second replicator with the other names and let the consumers move to them':
      'créer un second réplicateur avec les autres noms et y faire passer les consommateurs',
    'make a second worker configuration': 'créer une seconde configuration de workers',
    'make another stream with file storage and copy the messages':
      'créer un autre stream avec stockage file et copier les messages',
    'make another topic': 'créer un autre topic',
    'make another topic and copy the records': 'créer un autre topic et copier les enregistrements',
    'move the folders first': 'déplacer d’abord les dossiers',
    'move their partitions away first': 'déplacer d’abord leurs partitions',
    'reassign its partitions with kafka-reassign-partitions, then write the new number':
      'réaffecter ses partitions avec kafka-reassign-partitions, puis écrire le nouveau nombre',
    'register another subject': 'enregistrer un autre sujet',
    'write the resources of the other region beside these, replicate, and let the clients move':
      'écrire les ressources de l’autre région à côté de celles-ci, répliquer et faire passer les clients',
    // What a name reveals
    'health data': 'données de santé',
    'biometric or genetic data': 'données biométriques ou génétiques',
    'belief, trade union membership or origin': 'convictions, appartenance syndicale ou origine',
    'data on criminal offences': 'données sur des infractions',
    'patient data': 'données de patients',
    'customer data': 'données de clients',
    'user data': 'données d’utilisateurs',
    'employee data': 'données de salariés',
    'data of people': 'données de personnes',
    payments: 'paiements',
    'fraud checks': 'contrôles de fraude',
    'scoring of people': 'notation de personnes',
    'personal insurance': 'assurance de personnes',
    'marketing to people': 'prospection de personnes',
    'job applications': 'candidatures',
    'data subject requests': 'demandes de personnes concernées',
    'customer complaints': 'réclamations de clients',
    'messages to people': 'messages à des personnes',
    identities: 'identités',
    'behaviour of people': 'comportement de personnes',
    'pupil and student data': 'données d’élèves et d’étudiants',
    'personal taxes': 'impôts personnels',
    orders: 'commandes',
    deliveries: 'livraisons',
    'stocks or prices': 'stocks ou prix',
    messages: 'messages',
    'reviews or comments': 'avis ou commentaires',
    'bookings, contracts or accounts': 'réservations, contrats ou comptes',
    // What is expected
    'a list of fields': 'une liste de champs',
    'letters, digits and _': 'lettres, chiffres et _',
    name: 'name',
    field: 'champ',
    'a declaration': 'une déclaration',
    'a closing brace behind it': 'une accolade fermante derrière',
    'a field number': 'un numéro de champ',
    'an ISO 3166 country code, EEA or adequate': 'un code pays ISO 3166, EEA ou adequate',
    'an ISO 3166 country code such as DE': 'un code pays ISO 3166 comme DE',
    'a date such as 2026-03-01, of signature or of the listing':
      'une date comme 2026-03-01, celle de la signature ou de l’inscription',
    'where the document is found': 'où se trouve le document',
    'who receives the data in the third country': 'qui reçoit les données dans le pays tiers',
    'a date such as 2026-03-01, of the transfer impact assessment':
      'une date comme 2026-03-01, celle de l’analyse d’impact du transfert',
    'a date such as 2027-03-01, from which it does not hold any more':
      'une date comme 2027-03-01, à partir de laquelle elle ne vaut plus',
    'a reason': 'un motif',
    'a map of keys and values': 'un ensemble de clés et de valeurs',
    'a list': 'une liste',
    'a single value': 'une valeur unique',
    'a duration such as 15 minutes: how much data may be lost':
      'une durée comme 15 minutes : combien de données peuvent être perdues',
    'a duration such as 4 hours: how long recovery may take':
      'une durée comme 4 hours : combien de temps la reprise peut prendre',
    'a date such as 2026-03-01': 'une date comme 2026-03-01',
    'an ISO 3166 country code such as DE, or none': 'un code pays ISO 3166 comme DE, ou none',
    'an ISO 3166 country code such as DE, where no file tells':
      'un code pays ISO 3166 comme DE, là où aucun fichier ne le dit',
    'The day on which the activity began': 'le jour où l’activité a commencé',
    'The day on which this entry was last reviewed': 'le jour où cette entrée a été revue pour la dernière fois',
    'one of the symbols': 'l’un des symboles',
    'a path with *, **, ?, {a,b} or [abc], such as dev/**': 'un chemin avec *, **, ?, {a,b} ou [abc], comme dev/**',
    'a regular expression as Kafka takes, without look-behind or references':
      'une expression rationnelle que Kafka accepte, sans lookbehind ni références',
    'a time, or the event that it begins with': 'une durée, ou l’événement à partir duquel elle court',
    'what the data is used for': 'à quoi servent les données',
    'who receives the data': 'qui reçoit les données',
    // Whom records come to
    'Relational database over JDBC': 'base de données relationnelle par JDBC',
    'Relational database (CDC)': 'base de données relationnelle (CDC)',
    'HTTP endpoint': 'point d’accès HTTP',
    'AWS regional API': 'API régionale d’AWS',
    'cloud services': 'services cloud',
    'Another Kafka cluster': 'un autre cluster Kafka',
    'Local file on the worker': 'fichier local sur le worker',
    'Mail server': 'serveur de messagerie',
    'Generated test data': 'données de test générées',
    Other: 'autre',
    'JMS broker': 'broker JMS',
    'MQTT broker': 'broker MQTT',
    'SFTP/FTP server': 'serveur SFTP/FTP',
    'AWS service': 'service AWS',
    'Azure service': 'service Azure',
    'Google service': 'service Google',
    'AWS/Google/IBM AI service': 'service d’IA d’AWS/Google/IBM',
    'a user': 'un utilisateur',
    'a semicolon before it': 'un point-virgule devant',
    // What takes the place of what is gone
    'KafkaConnect with spec.build': 'KafkaConnect avec spec.build',
    'node pools with the controller role': 'des pools de nœuds avec le rôle controller',
    'template volumes': 'des volumes dans template',
    'spec.target and mirrors[].source': 'spec.target et mirrors[].source',
    'a KafkaConnector': 'un KafkaConnector',
    'a pool for each zone': 'un pool par zone',
    'type custom': 'type custom',
    'type opentelemetry': 'type opentelemetry',
    'a KafkaNodePool': 'un KafkaNodePool',
    // The law
    'Personal data is any information about an identified or identifiable person, an identifier, a location or an online identifier included.':
      'Est une donnée à caractère personnel toute information se rapportant à une personne identifiée ou identifiable, y compris un numéro d’identification, une localisation ou un identifiant en ligne.',
    'Processing is lawful only on one of six bases: consent, contract, legal obligation, vital interests, public task, legitimate interests.':
      'Un traitement n’est licite que sur l’une de six bases : consentement, contrat, obligation légale, intérêts vitaux, mission d’intérêt public, intérêts légitimes.',
    'People have the right not to be subject to a decision based solely on automated processing, profiling included, that has legal or similarly significant effects on them; exceptions are listed.':
      'La personne concernée a le droit de ne pas faire l’objet d’une décision fondée exclusivement sur un traitement automatisé, y compris le profilage, produisant des effets juridiques la concernant ou l’affectant de manière significative de façon similaire ; les exceptions sont énumérées.',
    'Joint controllers settle their duties in an arrangement between them, as far as the law does not settle them.':
      'Les responsables conjoints définissent leurs obligations par un accord entre eux, dans la mesure où le droit ne les définit pas.',
    'Where an impact assessment indicates a high risk in the absence of measures that mitigate it, the supervisory authority is consulted before the processing.':
      'Lorsqu’une analyse d’impact indique un risque élevé en l’absence de mesures pour l’atténuer, l’autorité de contrôle est consultée avant le traitement.',
    'A data protection officer is designated where core activities consist of regular and systematic monitoring of people, or of processing data under Art. 9 or 10, on a large scale, and by public authorities.':
      'Un délégué à la protection des données est désigné lorsque les activités de base consistent en un suivi régulier et systématique à grande échelle de personnes ou en un traitement à grande échelle de données relevant des art. 9 ou 10, et par les autorités publiques.',
    'Financial entities keep a register of information on all contractual arrangements for ICT services of third parties.':
      'Les entités financières tiennent un registre d’informations de tous les accords contractuels portant sur des services TIC de prestataires tiers.',
    'Before financial entities contract for ICT services that support critical or important functions, they assess the risk of concentration, subcontractors and providers in third countries included.':
      'Avant de conclure un accord sur des services TIC qui soutiennent des fonctions critiques ou importantes, les entités financières évaluent le risque de concentration, y compris les sous-traitants et les prestataires de pays tiers.',
    'Contracts of financial entities on ICT services name the regions or countries where services are provided and data is processed and stored, and oblige the provider to announce a change of them.':
      'Les contrats des entités financières portant sur des services TIC indiquent les régions ou pays où les services sont fournis et où les données sont traitées et stockées, et obligent le prestataire à annoncer tout changement.',
    'Under the laws of the Member States, essential and important entities take measures to manage the risks of their systems, the supply chain included.':
      'En vertu du droit des États membres, les entités essentielles et importantes prennent des mesures pour gérer les risques de leurs systèmes, y compris dans la chaîne d’approvisionnement.',
    'Providers of data processing services take measures against access of third-country authorities to non-personal data held in the Union that would conflict with Union law or the law of a Member State.':
      'Les fournisseurs de services de traitement de données prennent des mesures contre un accès d’autorités de pays tiers à des données non personnelles détenues dans l’Union qui serait contraire au droit de l’Union ou d’un État membre.',
    'Where public or national security organs need data to safeguard national security or to investigate crimes, they follow strict approval procedures, and the organisations and individuals concerned cooperate.':
      'Lorsque les organes de sécurité publique ou nationale ont besoin de données pour préserver la sécurité nationale ou enquêter sur des infractions, ils suivent une procédure d’autorisation stricte, et les organisations et personnes concernées coopèrent.',
    'Organisations and citizens support, assist and cooperate with state intelligence work in accordance with the law.':
      'Les organisations et les citoyens soutiennent le travail de renseignement de l’État et y coopèrent conformément à la loi.',
    'A study made for the EDPB, whose opinion it is not, describes the law and practice of access of authorities in China, India and Russia to personal data that companies hold.':
      'Une étude réalisée pour le CEPD, dont elle n’est pas l’avis, décrit le droit et la pratique de l’accès des autorités chinoises, indiennes et russes aux données à caractère personnel traitées par les entreprises.',
    'the measure itself, such as encryption with an own key':
      'la mesure elle-même, par exemple un chiffrement avec une clé propre',
    'a point of Art. 6(1)': 'un point de l’art. 6, par. 1, du RGPD',
    'a point of Art. 9(2), or the law that Art. 10 asks for':
      'un point de l’art. 9, par. 2, du RGPD, ou le droit qu’exige l’art. 10',
    'from whom or from which source the data comes': 'de qui ou de quelle source proviennent les données',
    'where the assessment is found, or why none is needed':
      'où se trouve l’analyse, ou pourquoi aucune n’est nécessaire',
    'the logic of the decision and what follows from it': 'la logique de la décision et ses conséquences',
    'Only what the purpose needs may be processed.': 'Seul ce qui est nécessaire à la finalité peut être traité.',
    'Data may be kept in identifiable form no longer than the purpose needs; longer only for archiving, research and statistics under Art. 89(1).':
      'Les données ne peuvent être conservées sous une forme identifiante plus longtemps que la finalité ne l’exige ; plus longtemps seulement à des fins d’archives, de recherche ou de statistiques au titre de l’art. 89, par. 1.',
    'Data is to be secured against unlawful access, loss and damage.':
      'Les données sont à protéger contre l’accès illicite, la perte et les dégâts.',
    'The controller must be able to show that it complies.':
      'Le responsable du traitement doit être en mesure de démontrer qu’il respecte le règlement.',
    'Genetic data, biometric data that identifies, and data on health, racial or ethnic origin, political opinions, religious or philosophical beliefs, trade union membership, sex life and sexual orientation may only be processed where a listed exception applies.':
      'Les données génétiques, les données biométriques aux fins d’identification et les données concernant la santé, l’origine raciale ou ethnique, les opinions politiques, les convictions religieuses ou philosophiques, l’appartenance syndicale, la vie sexuelle et l’orientation sexuelle ne peuvent être traitées que si l’une des exceptions énumérées s’applique.',
    'Data on criminal convictions and offences may only be processed under the control of official authority or where Union or Member State law with safeguards authorises it.':
      'Les données relatives aux condamnations pénales et aux infractions ne peuvent être traitées que sous le contrôle de l’autorité publique, ou si le droit de l’Union ou d’un État membre, qui prévoit des garanties appropriées, l’autorise.',
    'People can have their data erased without undue delay in listed cases, such as when the purpose no longer needs it.':
      'Dans les cas énumérés, les personnes peuvent obtenir l’effacement de leurs données dans les meilleurs délais, par exemple quand la finalité ne les exige plus.',
    'Protection and minimisation are to be built in, by design and by default.':
      'La protection et la minimisation des données sont à assurer dès la conception et par défaut.',
    'A processor must give sufficient guarantees, under a written contract or other legal act with listed content.':
      'Un sous-traitant doit présenter des garanties suffisantes, dans le cadre d’un contrat écrit ou d’un autre acte juridique au contenu prescrit.',
    'Controllers and processors keep a record of their processing activities; paragraph 5 exempts small organisations in narrow cases.':
      'Responsables du traitement et sous-traitants tiennent un registre de leurs activités de traitement ; le paragraphe 5 en dispense de petites organisations dans des cas étroits.',
    'Security is to fit the risk: encryption, confidentiality, integrity, availability, resilience, restoring in time.':
      'La sécurité doit être adaptée au risque : chiffrement, confidentialité, intégrité, disponibilité, résilience, rétablissement dans des délais appropriés.',
    'A breach is notified to the supervisory authority without undue delay, where feasible within 72 hours of becoming known, unless a risk to people is unlikely.':
      'Une violation est notifiée à l’autorité de contrôle dans les meilleurs délais, si possible dans les 72 heures après en avoir pris connaissance, à moins qu’elle ne soit pas susceptible d’engendrer un risque pour les personnes.',
    'Where a processing is likely to result in a high risk, its impact is assessed before it begins.':
      'Lorsqu’un traitement est susceptible d’engendrer un risque élevé, son impact est analysé avant qu’il ne commence.',
    'A transfer to a third country is only lawful under Chapter V, onward transfers included.':
      'Un transfert vers un pays tiers n’est licite que dans les conditions du chapitre V, transferts ultérieurs compris.',
    'Where the Commission has found the level of protection adequate, a transfer needs no specific authorisation.':
      'Là où la Commission a constaté un niveau de protection adéquat, un transfert ne requiert pas d’autorisation particulière.',
    'Elsewhere a transfer needs safeguards with enforceable rights, such as standard contractual clauses or binding corporate rules.':
      'Ailleurs, un transfert exige des garanties assorties de droits opposables, comme des clauses contractuelles types ou des règles d’entreprise contraignantes.',
    'An order of a foreign court or authority may be recognised or enforced only on the basis of an international agreement, without prejudice to other grounds for transfer under Chapter V.':
      'Une décision d’une juridiction ou autorité étrangère ne peut être reconnue ou exécutée que sur la base d’un accord international, sans préjudice d’autres motifs de transfert en vertu du chapitre V.',
    'Exceptions for specific situations, to be read restrictively: as a rule none carries a continuous stream.':
      'Dérogations pour des situations particulières, d’interprétation stricte : en règle générale, aucune ne fonde un flux continu.',
    'Member States may set conditions for the processing of national identification numbers.':
      'Les États membres peuvent préciser les conditions du traitement d’un numéro d’identification national.',
    'On valid legal process, a provider of communication or remote computing services under United States jurisdiction must disclose data in its possession, custody or control, wherever it is stored.':
      'Sur réquisition judiciaire valable, un fournisseur de services de communication ou d’informatique à distance relevant de la juridiction des États-Unis doit communiquer les données en sa possession, sous sa garde ou sous son contrôle, où qu’elles soient stockées.',
    'While authorised, it lets the United States direct providers of electronic communication services to assist in surveillance of people who are reasonably believed to be outside the United States and no US persons. Its authorisation is reported to have lapsed on 2026-06-12, with certifications that run into 2027: whether it has been renewed is to be checked.':
      'Tant que l’autorisation est en vigueur, les États-Unis peuvent enjoindre aux fournisseurs de services de communications électroniques de participer à la surveillance de personnes dont il est raisonnable de penser qu’elles se trouvent hors des États-Unis et ne sont pas des personnes américaines. L’autorisation aurait expiré le 12/06/2026, des certifications courant jusqu’en 2027 : il est à vérifier si elle a été renouvelée.',
    // Decisions of adequacy: what they are and whom they cover
    'Commission Implementing Decision (EU) 2021/1772, extended in June 2025 to 2025-12-27, renewed by C(2025) 8771 final of 2025-12-19':
      'décision d’exécution (UE) 2021/1772 de la Commission, prorogée en juin 2025 jusqu’au 27/12/2025, renouvelée par C(2025) 8771 final du 19/12/2025',
    Andorra: 'Andorre',
    Argentina: 'Argentine',
    'Controllers and processors in Brazil that are subject to the LGPD (not purely public-security / defence processing)':
      'Responsables du traitement et sous-traitants au Brésil soumis à la LGPD (non les traitements relevant de la seule sécurité publique ou défense)',
    'For senders in Iceland, Liechtenstein and Norway: not yet part of the EEA Agreement on 2026-05-06.':
      'Pour les exportateurs d’Islande, du Liechtenstein et de Norvège : pas encore intégrée à l’accord EEE au 06/05/2026.',
    'Only recipients subject to PIPEDA (commercial organisations). Public bodies and much provincial/employee data fall outside':
      'Seulement les destinataires soumis à la LPRPDE (organisations commerciales). Les organismes publics et beaucoup de données provinciales ou de salariés en sont exclus',
    'Faroe Islands': 'Îles Féroé',
    Guernsey: 'Guernesey',
    'State of Israel; Art. 1(1): automated international transfers (or data further processed by automated means in Israel). Territory as defined by international law: not the occupied territories':
      'État d’Israël ; art. 1er, par. 1 : transferts internationaux automatisés (ou données traitées ensuite par des moyens automatisés en Israël). Territoire au sens du droit international : non les territoires occupés',
    'Isle of Man': 'Île de Man',
    Jersey: 'Jersey',
    'Business operators under the APPI plus the Supplementary Rules (Annex I); press, universities, religious and political bodies carved out for certain purposes':
      'Entreprises soumises à l’APPI et aux règles complémentaires (annexe I) ; presse, universités, organismes religieux et politiques exclus pour certaines finalités',
    'Republic of Korea, PIPA plus supplementary notification; Art. 1 of the decision leaves recipients out, such as religious bodies and political parties, and is to be read before credit information is sent':
      'République de Corée, PIPA et notification complémentaire ; l’art. 1er de la décision exclut des destinataires, comme les organismes religieux et les partis politiques, et est à lire avant d’envoyer des informations de crédit',
    'New Zealand (not Tokelau)': 'Nouvelle-Zélande (sans les Tokelau)',
    Switzerland: 'Suisse',
    Uruguay: 'Uruguay',
    'United Kingdom (GDPR decision; a parallel LED decision exists, C(2025) 8782 final). The renewal removed the immigration-control carve-out (old Art. 1(2))':
      'Royaume-Uni (décision au titre du RGPD ; une décision parallèle existe au titre de la directive (UE) 2016/680, C(2025) 8782 final). Le renouvellement a supprimé l’exclusion relative au contrôle de l’immigration (ancien art. 1er, par. 2)',
    'Gibraltar is not covered.': 'Gibraltar n’est pas couvert.',
    'Only US organisations that are active on the DPF List (dataprivacyframework.gov/list), only for the certified data type (HR / non-HR), and only the certified entities':
      'Seulement les organisations américaines actives sur la liste du DPF (dataprivacyframework.gov/list), seulement pour le type de données certifié (RH / non RH) et seulement les entités certifiées',
    'An action against it was dismissed (T-553/23); the appeal C-703/25 P is pending. The decision is still in force; on 2026-06-29 the independence of the FTC, on which it rests, fell (Trump v. Slaughter).':
      'Un recours contre elle a été rejeté (T-553/23) ; le pourvoi C-703/25 P est pendant. La décision est toujours en vigueur ; le 29/06/2026, l’indépendance de la FTC, sur laquelle elle repose, a pris fin (Trump v. Slaughter).',
    'European Patent Organisation: first decision for an international organisation':
      'Organisation européenne des brevets : première décision relative à une organisation internationale',
    'An organisation, not a country.': 'Une organisation, non un pays.',
  }),
)
