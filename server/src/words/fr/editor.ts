import { capital } from '../capital.ts'
import { plural } from './plural.ts'
import type { editor as english } from '../en/editor.ts'
import type { Like } from '../message.ts'
import { kindNames } from './kinds.ts'
import { citeOf } from './people.ts'
import { phrase } from './phrases.ts'
import { foldedInto } from './reports.ts'

/** What the editor shows beside findings. Headings are Markdown's. */
export const editor: Like<typeof english> = {
  hover: {
    howRead: 'Éléments retenus',
    whatToDo: 'Que faire',
    howSure: 'Fiabilité',
    sources: 'Sources',
    beside: 'Après la correction',
    quickFix: ({ title }) => `Correction rapide : ${title}`,
    stated: 'écrit dans le fichier',
    derived: 'déduit de plusieurs emplacements',
    guessed: 'déduit d’un nom ; si c’est inexact, le corriger dans .kafka-review.yaml',
    topicOn: ({ topic, cluster }) => `**Topic ${topic}** sur le cluster ${cluster}`,
    topic: ({ topic }) => `**Topic ${topic}**`,
    topicUndeclared: ({ topic }) => `**Topic ${topic}** : déclaré dans aucun fichier`,
    noPersonalData: 'Aucune donnée personnelle n’est connue dans son schéma.',
    noSchema: 'Aucun schéma n’est connu.',
    personalData: 'Données personnelles',
    comesFrom: 'Écrit par',
    goesTo: 'Lu par',
  },
  law: {
    cite: ({ cite }) => citeOf(cite),
    says: ({ says }) => phrase(says),
  },
  page: {
    why: 'Pourquoi c’est important',
    todo: 'Que faire',
    examples: 'Exemples',
    ignore: 'Quand l’accepter',
  },
  /** How the examples of a page are headed. */
  example: {
    reported: 'Signalé :',
    silent: 'Non signalé :',
  },
  folded: {
    one: ({ count }) => foldedInto(count),
  },
  action: {
    fixAll: 'Appliquer toutes les corrections qui ne changent rien à ce qui tourne',
    fixRuleInFile: ({ code }) => `Corriger tous les ${code} de ce fichier`,
    fixRuleEverywhere: ({ code, files }) => `Corriger tous les ${code} dans ${plural(files, 'fichier')}, avec aperçu`,
    openPage: ({ code }) => `Expliquer ${code}`,
    writeRest: 'Compléter l’emplacement réservé',
    declareActivity: 'Déclarer l’activité de traitement',
  },
  lens: {
    personal: ({ fields, special }) =>
      [
        plural(fields, 'champ personnel', 'champs personnels'),
        ...(special > 0 ? [`${plural(special, 'sensible')}`] : []),
        'art. 30',
      ].join(' · '),
  },
  kind: kindNames,
  station: {
    source: 'source',
    sink: 'sink',
    mirror: 'réplication',
    group: 'groupe',
    client: 'client',
    topic: 'topic',
    record: 'enregistrement',
    detail: ({ detail }) => phrase(detail),
    field: ({ record, category }) => `champ de ${record}${category === undefined ? '' : `, ${category}`}`,
  },
  skeleton: {
    head: 'Les lignes en ## expliquent ; celles en # comptent dès que leur # est retiré.',
  },
  list: {
    noCountry: 'Pays inconnu',
    ownNetwork: 'Réseau propre',
  },
  rename: {
    wrongName: ({ name, kind, expected }) =>
      `« ${name} » n’est pas un nom valide (${kindNames[kind]}) ; attendu : ${expected}`,
    stuck: ({ where }) => `${where}, emplacement qui ne se modifie pas automatiquement : le modifier d’abord à la main`,
    unsure: ({ where }) => `${where}, où plusieurs déclarations conviennent également : renommer à la main`,
    inFileName: ({ kind, name, file }) =>
      `${capital(kindNames[kind])} ${name} figure aussi dans le nom de fichier ${file}, et cet éditeur ne peut pas renommer de fichiers`,
    somewhere: ({ kind, name }) => `${capital(kindNames[kind])} ${name} figure aussi ailleurs`,
    alsoNamed: ({ kind, name, file, line }) => `${capital(kindNames[kind])} ${name} figure aussi dans ${file}:${line}`,
    done: ({ kind, name, to, places }) =>
      `${capital(kindNames[kind])} ${name} s’appelle désormais ${to}, modifié à ${plural(places, 'emplacement')}. ${consequences[kind]}`,
    label: ({ kind, name }) => `Renommer ${kindNames[kind]} ${name}`,
    consequence: ({ kind }) => consequences[kind],
  },
  nameForm: {
    topic: 'lettres, chiffres, « . », « _ » et « - », 249 caractères au plus',
    group: 'un nom',
    connector: 'un nom sans virgule',
    'connect-cluster': 'lettres minuscules, chiffres, « . » et « - »',
    cluster: 'lettres, chiffres, « . », « _ » et « - »',
    resource: 'lettres minuscules, chiffres, « . » et « - » : c’est le nom d’une ressource Kubernetes',
  },
  server: {
    loaded: ({ files, milliseconds, problems }) =>
      `${plural(files, 'fichier')} lus en ${milliseconds} ms, ${problems} laissés de côté`,
    slow: ({ file, milliseconds }) => `${file} : ${milliseconds} ms pour une revue`,
    cancelled: 'la vérification a été annulée',
    notApplied: 'l’éditeur n’a pas appliqué la modification',
    fault: ({ file, message, issues, fault }) => `${file} : ${message}\nMerci de le signaler sur ${issues}\n${fault}`,
    noForm: ({ form }) => `format de registre inconnu : ${form}`,
  },
}

/** What a new name does not bring about by itself. */
const consequences = {
  topic:
    'Aucune donnée n’est déplacée : les enregistrements existants restent dans le topic de l’ancien nom, et les applications qui utilisent l’ancien nom ne changent pas.',
  group:
    'Un groupe de consommateurs renommé commence sans offsets validés, et les applications qui utilisent l’ancien nom ne changent pas.',
  connector: 'Un connecteur renommé commence sans les offsets de l’ancien.',
  'connect-cluster':
    'Un cluster Connect renommé est un nouveau cluster : l’ancien et ses connecteurs restent jusqu’à la suppression de sa ressource.',
  cluster: 'Un cluster renommé est un nouveau cluster : aucune donnée n’est déplacée.',
} as const
