import type { security as english } from '../en/security.ts'
import type { Like } from '../message.ts'
import { capital } from '../capital.ts'
import { dateOf } from './people.ts'
import { phrase } from './phrases.ts'

/** KR5xx: encryption, authentication, access, secrets. */
export const security: Like<typeof english> = {
  KR501: {
    between: ({ key, value, cluster }) =>
      `${key} vaut ${value} : le trafic entre les brokers de ${cluster} n’est pas chiffré ; donner à chaque broker un listener avec TLS, puis utiliser SSL ou SASL_SSL`,
    open: ({ listener, cluster }) =>
      `Le listener « ${listener} » du cluster ${cluster} accepte des connexions non chiffrées ; faire passer ses clients à un listener avec TLS`,
  },
  KR502: {
    kafka: ({ from }) => `Connexion non chiffrée à Kafka : ${from} ; se connecter à un listener avec TLS`,
    off: ({ from, key, value }) =>
      `Connexion non chiffrée : ${from}, ${key} vaut ${value} ; activer TLS là où le serveur l’offre`,
    unlessSet: ({ from, value }) =>
      `Connexion non chiffrée tant qu’aucune variable n’en décide autrement : ${from} retombe sur ${value} ; faire de TLS la valeur par défaut`,
    protocol: ({ from }) =>
      `Connexion non chiffrée : ${from}, le protocole est en clair ; se connecter à un listener avec TLS`,
    http: ({ from, address }) => `Connexion non chiffrée : ${from} vers ${address} ; utiliser https`,
    scheme: ({ from, address, use }) => `Connexion non chiffrée : ${from} vers ${address} ; utiliser ${use}`,
  },
  KR503: {
    anybody: ({ listener, cluster, expected }) =>
      `Le listener « ${listener} » du cluster ${cluster} n’exige pas d’authentification ; faire passer ses clients à un listener avec ${expected}`,
    unsigned: ({ listener, cluster }) =>
      `Le listener « ${listener} » du cluster ${cluster} accepte des jetons OAuth que personne n’a signés : les clients prétendent à n’importe quel nom ; les vérifier avec sasl.oauthbearer.jwks.endpoint.url`,
    management: ({ name }) =>
      `JMX de ${name} n’exige pas de mot de passe : quiconque atteint son port peut administrer le processus ; définir jmxOptions.authentication`,
    cruiseControl: ({ name }) =>
      `Cruise Control du cluster ${name} n’exige pas d’authentification : quiconque l’atteint peut déplacer et supprimer des réplicas ; régler webserver.security.enable sur true`,
    anyOrigin: ({ name }) =>
      `Le bridge ${name} répond aux pages web de toute origine et n’exige lui-même aucune authentification : une page ouverte agit sur Kafka au nom du bridge ; énumérer les origines`,
    console: ({ name, entrance }) =>
      `La console ${name} ne demande aucune connexion, et ${entrance} l’ouvre à des clients hors du cluster Kubernetes : quiconque l’atteint agit sur Kafka avec ses droits ; exiger une connexion`,
    rest: ({ name, entrance }) =>
      `L’interface REST du cluster Connect ${name} ne demande aucune authentification, et ${entrance} l’ouvre à des clients hors du cluster Kubernetes : quiconque l’atteint crée des connecteurs ; la protéger`,
    bridge: ({ name, entrance }) =>
      `Le bridge ${name} ne demande aucune authentification, et ${entrance} l’ouvre à des clients hors du cluster Kubernetes : quiconque l’atteint agit sur Kafka avec ses droits ; le protéger`,
    consolePublished: ({ name, port }) =>
      `La console ${name} ne demande aucune connexion, et le port ${port} de sa machine l’ouvre au réseau : quiconque l’atteint agit sur Kafka avec ses droits ; lier le port à 127.0.0.1 ou exiger une connexion`,
    restPublished: ({ name, port }) =>
      `L’interface REST du cluster Connect ${name} ne demande aucune authentification, et le port ${port} de sa machine l’ouvre au réseau : quiconque l’atteint crée des connecteurs ; lier le port à 127.0.0.1 ou la protéger`,
    worker: ({ name, expected }) =>
      `Le cluster Connect ${name} se connecte à Kafka sans authentification ; utiliser ${expected}`,
  },
  KR504: {
    service: ({ cluster, service }) =>
      `Le Service ${service} ouvre les brokers du cluster ${cluster} aux clients extérieurs à Kubernetes et admet toute adresse IP ; restreindre les adresses sources`,
    rule: ({ listener, cluster }) =>
      `${capital(phrase(listener))} (cluster ${cluster}) admet toute adresse IP ; restreindre les adresses sources`,
    open: ({ listener, cluster }) =>
      `Le listener « ${listener} » du cluster ${cluster} admet toute adresse IP ; restreindre les adresses sources`,
    anonymous: ({ listener, cluster }) =>
      `Le listener « ${listener} » du cluster ${cluster} admet toute adresse IP sans authentification ; restreindre les adresses sources`,
    nodes: ({ listener, cluster }) =>
      `Le listener « ${listener} » du cluster ${cluster} ouvre un port sur chaque nœud et admet toute adresse IP qui en atteint un ; restreindre par une politique réseau (Strimzi : networkPolicyPeers)`,
    public: ({ listener, cluster }) =>
      `Le listener « ${listener} » du cluster ${cluster} a des adresses publiques : seuls ses groupes de sécurité limitent qui se connecte ; restreindre leurs adresses sources`,
  },
  KR505: {
    literal: ({ key, owner }) => `${key} (${phrase(owner)}) est un secret en clair ; utiliser une référence`,
    embedded: ({ key, owner, form }) => `${key} (${phrase(owner)}) contient ${form} en clair ; utiliser une référence`,
    fallback: ({ key, owner }) =>
      `${key} (${phrase(owner)}) a un secret pour valeur par défaut ; utiliser une référence sans valeur par défaut`,
    dummy: ({ key, owner }) =>
      `${key} (${phrase(owner)}) utilise un secret par défaut bien connu ; utiliser une référence`,
  },
  KR506: {
    setting: ({ key, owner, expected }) =>
      `${key} (${phrase(owner)}) désactive la vérification de l’identité du serveur ; le régler sur ${expected}`,
    address: ({ key, owner, phrase: text }) =>
      `${key} (${phrase(owner)}) contient ${text}, ce qui désactive la vérification de l’identité du serveur ; à supprimer`,
  },
  KR507: {
    nobodyDecides: ({ cluster }) =>
      `Le cluster ${cluster} n’a pas d’autorisation : tout client peut effectuer toute opération ; configurer l’autorisation avec les droits de chaque client`,
    everyoneIfNone: ({ key, value }) =>
      `${key} vaut ${value} : les ressources sans ACL sont ouvertes à tout client ; le régler sur false dès que tous les clients ont des ACL`,
    everyoneByDefault: ({ key, engine }) =>
      `${key} n’est pas défini et vaut true par défaut avec ${engine} : les ressources sans ACL sont ouvertes à tout client ; le régler sur false dès que tous les clients ont des ACL`,
    openOnError: ({ key, cluster }) =>
      `${key} vaut true : tant que le moteur de politiques ne répond pas, tout client du cluster ${cluster} peut effectuer toute opération ; régler sur false`,
    superUser: ({ user, cluster }) =>
      `Le super-utilisateur ${user} du cluster ${cluster} ne désigne aucun administrateur ; énumérer les administrateurs et les brokers par leur nom`,
    everything: ({ user }) =>
      `${user === undefined ? 'L’utilisateur' : capital(phrase(user))} peut effectuer toute opération sur tous les clusters, topics et groupes ; n’accorder que ses propres ressources`,
    noAuthorizer: ({ cluster }) =>
      `Les brokers de ${cluster} n’ont pas d’authorizer : tout client peut effectuer toute opération ; définir authorizer.class.name, avec les brokers parmi super.users et des ACL pour chaque client`,
    rest: ({ cluster }) =>
      `Le proxy REST du cluster ${cluster} n’applique pas ses ACL : quiconque s’y connecte peut utiliser tous les topics ; régler kafka_rest_authorization sur true dès que ses utilisateurs ont des ACL`,
    everyAccount:
      'La politique du cluster nomme tout compte AWS comme principal : quiconque a un compte peut faire ce qu’elle permet ; nommer les comptes',
    openList: ({ cluster }) =>
      `default_acl crée le cluster ${cluster} avec une ACL qui permet toute opération à tout utilisateur ; le régler sur false, et dès que tous les utilisateurs ont leurs propres ACL, supprimer celle-ci d’un cluster existant`,
    everyTopic: ({ user }) =>
      `${user === undefined ? 'L’utilisateur' : capital(phrase(user))} peut effectuer toute opération sur tous les topics ; n’accorder que ses propres topics et opérations`,
    everyRecord: ({ user, reads, writes }) =>
      `${user === undefined ? 'L’utilisateur' : capital(phrase(user))} peut ${[reads ? 'lire' : [], writes ? 'écrire dans' : []].flat().join(' et ')} tous les topics ; n’accorder que ses propres topics`,
  },
  KR508: {
    theirs: ({ cluster }) =>
      `Le cluster ${cluster} est chiffré au repos avec une clé gérée par AWS ; seul un nouveau cluster accepte une clé que vous gérez`,
    confluent: ({ cluster }) =>
      `Le cluster ${cluster} est chiffré au repos avec une clé gérée par Confluent ; seul un nouveau cluster accepte une clé que vous gérez (byok_key)`,
  },
  KR509: {
    off: ({ cluster }) =>
      `Le cluster ${cluster} ne livre nulle part les journaux de ses brokers ; configurer un groupe de journaux, un bucket ou un flux de livraison`,
  },
  KR511: {
    trusted: ({ owner, key }) =>
      `${key} (${phrase(owner)}) laisse un enregistrement désigner la classe qui en est instanciée ; énumérer les paquets de vos propres types`,
  },
  KR512: {
    msk: ({ cluster, version, ended }) =>
      `Kafka ${version} du cluster ${cluster} : Amazon MSK a cessé de le prendre en charge le ${dateOf(ended)} et met de tels clusters à niveau de lui-même ; mettre à niveau`,
    strimzi: ({ cluster, version, operator }) =>
      `Kafka ${version} du cluster ${cluster} : Strimzi ${operator} et les versions suivantes ne l’exécutent pas ; mettre à niveau`,
    kafka: ({ cluster, version, newest }) =>
      `Kafka ${version} du cluster ${cluster} est antérieur aux trois versions mineures maintenues (jusqu’à ${newest}) ; mettre à niveau`,
  },
  KR513: {
    theirs: ({ name }) =>
      `Le secret ${name} n’a pas de clé KMS propre : Amazon MSK ne l’accepte pas pour SCRAM ; définir kms_key_id`,
  },
  KR514: {
    offered: ({ key, owner, versions, expected }) =>
      `${key} de ${owner} propose ${versions}, déclaré obsolète par l’IETF ; régler sur ${expected}`,
    least: ({ key, owner, value, expected }) =>
      `${key} de ${owner} accepte TLS ${value}, déclaré obsolète par l’IETF ; régler sur ${expected}`,
  },
  secret: {
    urlQuery: 'le mot de passe dans la requête de l’URL',
    urlUser: 'le mot de passe devant l’hôte',
    loginModule: 'le mot de passe du module de connexion',
    connectionString: 'la clé dans la chaîne de connexion',
    awsKeyId: 'un identifiant de clé d’accès AWS',
    privateKey: 'une clé privée',
  },
}
