import type { recovery as english } from '../en/recovery.ts'
import type { Like } from '../message.ts'

/** KR7xx: what is there after a failover. */
export const recovery: Like<typeof english> = {
  KR701: {
    latest: ({ name }) =>
      `Le réplicateur « ${name} » commence au dernier offset : les enregistrements existants ne sont pas copiés ; utiliser EARLIEST`,
    unset: ({ name }) =>
      `Le réplicateur « ${name} » ne définit pas de position de départ et commence par défaut au dernier offset : les enregistrements existants ne sont pas copiés`,
  },
  KR702: {
    off: ({ name, key }) =>
      `La réplication « ${name} » ne synchronise pas les offsets des consommateurs : après une bascule, auto.offset.reset décide ; régler ${key} sur true`,
    none: ({ name }) =>
      `La réplication « ${name} » n’a pas de connecteur de checkpoint en marche : après une bascule, auto.offset.reset décide`,
  },
  KR703: {
    renamed: ({ name }) =>
      `Le réplicateur « ${name} » utilise la synchronisation d’offsets ENHANCED mais renomme les topics ; utiliser des noms de topics IDENTICAL`,
    alone: ({ name, source, target }) =>
      `Le réplicateur « ${name} » utilise la synchronisation d’offsets ENHANCED, qui exige aussi un réplicateur de ${target} vers ${source}`,
  },
  KR704: {
    topics: ({ name, key }) =>
      `La réplication « ${name} » ne copie pas les topics créés plus tard ; régler ${key} sur true`,
    groups: ({ name, key }) =>
      `La réplication « ${name} » ne copie pas les groupes de consommateurs créés plus tard ; régler ${key} sur true`,
  },
  KR705: {
    oneWay: ({ name, source, target }) =>
      `La réplication « ${name} » ne copie que de ${source} vers ${target} : il n’y a pas de chemin de retour`,
  },
  KR706: {
    weaker: ({ target, source, key, standby, primary }) =>
      `Le secours ${target} a ${key}=${standby}, moins que ${primary} sur son primaire ${source} ; choisir au moins ${primary}`,
    fewer: ({ target, source, standby, primary }) =>
      `Le secours ${target} a moins de brokers (${standby}) que son primaire ${source} (${primary}) ; prévoir la charge d’une bascule`,
    smaller: ({ target, source, standby, primary }) =>
      `Les brokers du secours ${target} tournent sur ${standby}, plus petit que ${primary} du primaire ${source} ; prévoir la charge d’une bascule`,
    disk: ({ target, source, standby, primary }) =>
      `Les brokers du secours ${target} ont des disques de ${standby}, plus petits que ${primary} du primaire ${source} ; les copies doivent y tenir`,
    older: ({ target, source, standby, primary }) =>
      `Le secours ${target} exécute Kafka ${standby}, plus ancien que ${primary} sur son primaire ${source} ; utiliser la même version`,
    shorter: ({ target, source, standby, primary }) =>
      `Le secours ${target} conserve les enregistrements ${standby}, moins longtemps que son primaire ${source} (${primary}) ; fixer la même durée`,
    topic: ({ target, source, name, standby, primary }) =>
      `Le topic ${name} est déclaré conservé ${standby} sur le secours ${target}, moins longtemps que sur son primaire ${source} (${primary}) ; fixer la même durée`,
    open: ({ target, source, standby }) =>
      `Le listener « ${standby} » du secours ${target} n’exige pas d’authentification, son primaire ${source} l’exige sur tous les listeners ; l’exiger`,
    admits: ({ target, source, name }) =>
      `${name} peut utiliser des topics du secours ${target} et aucun de son primaire ${source}, dont il contient les copies ; accorder les mêmes droits sur les deux`,
  },
  KR707: {
    loop: ({ name, other }) =>
      `Les réplications « ${name} » et « ${other} » copient les mêmes topics dans les deux sens sous des noms identiques : les enregistrements tournent sans fin`,
  },
  KR708: {
    differ: ({ name, key, copying, checkpoints }) =>
      `La réplication « ${name} » nomme les topics selon ${key} ${lastPart(copying)} et cherche les offsets selon ${lastPart(checkpoints)} : les offsets n’atteignent jamais les copies`,
  },
  KR709: {
    configurations: ({ name, key }) =>
      `La réplication « ${name} » ne copie pas la configuration des topics (${key} vaut false) : durées et limites diffèrent sur la cible`,
    access: ({ name, key }) =>
      `La réplication « ${name} » ne copie pas les ACL des topics (${key} vaut false) ; les déclarer sur la cible`,
  },
  KR710: {
    renamed: ({ name, example }) =>
      `La réplication « ${name} » renomme les topics (${example}) : les consommateurs qui passent à la cible doivent s’abonner aux nouveaux noms`,
  },
  KR711: {
    latest: ({ name, key }) =>
      `Le client ${name} d’un cluster répliqué saute tout ce qui attend là où aucun offset n’a été transmis (${key} vaut latest)`,
    unset: ({ name, key }) =>
      `Le client ${name} d’un cluster répliqué ne définit pas ${key} : là où aucun offset n’a été transmis, il saute tout ce qui attend`,
    hasty: ({ name, key, kept }) =>
      `Le client ${name} d’un cluster répliqué abandonne les enregistrements après ${kept} (${key}) : une bascule plus longue les perd`,
    sticky: ({ name, key }) =>
      `Le client ${name} d’un cluster répliqué ne résout plus jamais son nom d’amorçage (${key} vaut none) : il faut le redémarrer quand le nom se déplace`,
  },
  KR712: {
    records: ({ name, topic, bytes, most }) =>
      `Le topic ${topic} admet des enregistrements de ${bytes} octets ; le replicator « ${name} » n’en copie aucun de plus de ${most}`,
    topics: ({ name, count, most }) =>
      `Le replicator « ${name} » prend ${count} topics déclarés et copie les ${most} premiers par ordre de nom ; les répartir entre plusieurs`,
  },
  KR713: {
    connector: ({ name, source, target }) =>
      `Le connecteur « ${name} » n’existe que du côté du cluster primaire ${source} ; le déclarer aussi du côté du standby ${target}, arrêté jusqu’à la bascule`,
    schemas: ({ source, target, here, there }) =>
      `Les schémas ne sont enregistrés que dans ${here}, du côté du cluster primaire ${source} ; le standby ${target} n’en trouve aucun dans ${there}`,
    registry: ({ source, target, here, there }) =>
      `Les workers du standby ${target} (${there}) cherchent les schémas dans ${here}, la région du cluster primaire ${source}, contre la panne de laquelle il est prêt`,
  },
  KR714: {
    disks: ({ name, key, expected }) =>
      `${key} est activé pour ${name} : avec la ressource partent les claims de ses disques et, le plus souvent, les disques avec leurs enregistrements ; régler sur ${expected}`,
    cluster: ({ name, key, expected }) =>
      `Rien dans la déclaration du cluster ${name} n’empêche qu’il soit supprimé avec tous ses enregistrements ; régler ${key} sur ${expected}`,
  },
  KR720: {
    otherwise: ({ topic, key, declared, running }) =>
      `Le topic ${topic} déclare ${key} ${declared} mais tourne avec ${running} ; appliquer la déclaration ou la corriger`,
  },
}

/** A class by its last segment; a separator as it is. */
const lastPart = (text: string): string => text.split('.').at(-1) || `« ${text} »`
