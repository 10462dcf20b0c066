import { capital } from '../capital.ts'
import { plural } from './plural.ts'
import type { durability as english } from '../en/durability.ts'
import type { Like } from '../message.ts'

/** KR3xx: copies, acknowledgements, and what a lost broker takes along. */
export const durability: Like<typeof english> = {
  KR301: {
    topic: ({ of, actual }) => `${capital(of)} : ${replicas(actual)} ; en prévoir au moins 3, sur autant de brokers`,
    topicOfTwo: ({ of }) => `${capital(of)} : 1 réplica sur 2 brokers ; en prévoir 2`,
    settingOfTwo: ({ key }) => `${key} vaut 1 avec 2 brokers ; choisir 2`,
    internalOfTwo: ({ key }) => `${key} vaut 1 avec 2 brokers ; choisir 2`,
    topicElsewhere: ({ of, actual }) =>
      `${capital(of)} : ${replicas(actual)}, un seul broker est connu ; en production, en prévoir au moins 3`,
    setting: ({ key, actual }) => `${key} vaut ${actual} ; choisir au moins 3, sur autant de brokers`,
    internal: ({ key, actual }) => `${key} vaut ${actual} ; choisir au moins 3, sur autant de brokers`,
    absent: ({ key, actual }) =>
      `${key} n’est pas défini : les topics sans facteur de réplication propre reçoivent ${replicas(actual)} ; le régler sur 3`,
    even: ({ key, actual, engine, expected }) =>
      `${key} vaut ${actual} : ${engine} n’accepte que des facteurs de réplication impairs ; choisir ${expected}`,
    single: ({ key, actual }) =>
      `${key} vaut ${actual} : un broker unique n’en permet pas plus, et ses données sont perdues avec son disque`,
    singleElsewhere: ({ key, actual }) =>
      `${key} vaut ${actual} : un seul broker est connu ; en production, choisir au moins 3`,
  },
  KR302: {
    below: ({ key, actual }) =>
      `${key} vaut ${actual} : le leader peut acquitter seul les écritures ; avec trois réplicas, le régler sur 2`,
    belowOf: ({ key, actual, factor }) =>
      `${key} vaut ${actual} pour un facteur de réplication de ${factor} : ${factor === 1 ? 'le seul réplica acquitte les écritures' : 'le leader peut acquitter seul les écritures'} ; ${factor < 3 ? 'passer le facteur de réplication à 3 et le régler sur 2' : 'le régler sur 2'}`,
    absent:
      'min.insync.replicas n’est pas défini et vaut 1 par défaut : le leader peut acquitter seul les écritures ; avec trois réplicas, le régler sur 2',
  },
  KR303: {
    refused: ({ key, actual, factor, remedy }) =>
      `${key} vaut ${actual} avec ${replicas(factor)} : avant Kafka 3.7, toute écriture avec acks=all est rejetée ; ${remedyFor(remedy)}`,
    blocks: ({ key, actual, factor, remedy }) =>
      `${key} vaut ${actual} avec ${replicas(factor)} : les écritures avec acks=all échouent dès qu’un broker est arrêté ; ${remedyFor(remedy)}`,
  },
  KR304: {
    on: ({ value }) =>
      `unclean.leader.election.enable ${value === 'absent' ? 'n’est pas défini et vaut true par défaut' : `vaut ${value}`} : un réplica désynchronisé peut devenir leader, et des écritures acquittées sont perdues ; le régler sur false`,
  },
  KR305: {
    aboveOfOne: ({ key, actual, count, name }) =>
      `${key} vaut ${actual}, mais le cluster ${name} a ${plural(count, 'broker', 'brokers')} ; d’autres qui partagent la ligne en ont assez : ajouter des brokers à celui-ci ou lui donner une valeur propre`,
    above: ({ key, actual, count }) =>
      `${key} vaut ${actual}, mais ${plural(count, 'broker seulement est connu', 'brokers seulement sont connus')} ; choisir au plus ${count}`,
  },
  KR306: {
    only: 'Stockage éphémère sur le seul broker : un redémarrage fait perdre toutes les données ; utiliser persistent-claim',
    onlyController:
      'Stockage éphémère sur le seul contrôleur : un redémarrage fait perdre les métadonnées ; utiliser persistent-claim',
    memory: ({ name }) =>
      `Le stream ${name} garde ses messages en mémoire : un redémarrage les fait perdre ; utiliser le stockage file`,
    some: 'Stockage éphémère : un broker redémarré perd ses réplicas ; utiliser persistent-claim',
  },
  KR307: {
    two: ({ name }) =>
      `Le cluster ${name} a 2 brokers : si l’un s’arrête, les écritures échouent ou il ne reste qu’un réplica ; en prévoir 3`,
    twoOfSubnets: ({ name }) =>
      `Le cluster ${name} a 2 brokers : si l’un s’arrête, les écritures échouent ou il ne reste qu’un réplica ; en prévoir 4, ou un nouveau cluster de 3 sur des sous-réseaux de trois zones`,
    zones: ({ name, count, zones }) =>
      `Le cluster ${name} a ${count} brokers dans ${zones} zones : les réplicas se répartissent inégalement ; choisir un multiple de ${zones}`,
    oneZone: ({ name }) =>
      `Le cluster ${name} est dans une seule zone de disponibilité : si elle tombe, plus rien ne peut être lu ni écrit ; seul un nouveau cluster s’étend sur plusieurs zones`,
    oneZoneOfBasic: ({ name }) =>
      `Le cluster ${name} est du type basic, qui est dans une seule zone de disponibilité : si elle tombe, plus rien ne peut être lu ni écrit ; pour la production, choisir le type standard, enterprise ou dedicated`,
    noRack: ({ name, key }) =>
      `Le cluster ${name} répartit ses brokers entre des zones (${key}) sans le dire à Kafka : tous les réplicas d’une partition peuvent se trouver dans une même zone ; définir rack.topologyKey`,
    controllers: ({ name, count }) =>
      `Le cluster ${name} a ${count} contrôleurs, qui ne tolèrent pas plus de pannes que ${count - 1} ; en prévoir ${count === 2 ? '3' : `${count - 1} ou ${count + 1}`}`,
  },
  KR308: {
    none: ({ key, value, owner, expected }) =>
      `${key}=${value} (${owner}) : aucun broker n’acquitte les écritures ; le régler sur ${expected}`,
    leader: ({ key, value, owner, expected }) =>
      `${key}=${value} (${owner}) : les écritures sont acquittées avant qu’un follower les ait ; le régler sur ${expected}`,
    repeated: ({ key, value, owner, expected }) =>
      `${key}=${value} (${owner}) : de nouveaux essais peuvent écrire des doublons ; le régler sur ${expected}`,
  },
  KR309: {
    on: ({ copies, enough, key, factorKey }) =>
      `Les topics créés automatiquement reçoivent ${replicas(copies)} ; déclarer les topics et régler ${key} sur false, ou ${factorKey} sur ${enough}`,
  },
  KR310: {
    absent: ({ name }) =>
      `La réplication « ${name} » ne définit pas replication.factor : les topics répliqués reçoivent 2 réplicas, la valeur par défaut ; le régler sur 3`,
  },
  KR311: {
    dropped: ({ name }) =>
      `Le connecteur sink « ${name} » abandonne les enregistrements qu’il ne peut pas traiter ; définir errors.deadletterqueue.topic.name`,
    unnoticed: ({ name }) =>
      `Le connecteur source « ${name} » abandonne les enregistrements qu’il ne peut pas convertir, sans noter lesquels ; définir errors.log.enable à true`,
  },
}

const replicas = (count: number): string => plural(count, 'réplica')

const remedyFor = (remedy: number | 'replicas'): string =>
  remedy === 'replicas' ? 'prévoir 3 réplicas' : `le régler sur ${remedy}`
