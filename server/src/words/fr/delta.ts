import type { delta as english } from '../en/delta.ts'
import { capital } from '../capital.ts'
import type { Like } from '../message.ts'
import { kindNames } from './kinds.ts'
import { dateOf } from './people.ts'
import { phrase } from './phrases.ts'
import { plural } from './plural.ts'

/** What a change of the files means. */
export const delta: Like<typeof english> = {
  delta: {
    named: ({ kind, name }) => `${capital(kindNames[kind])}${name === '' ? '' : ` « ${name} »`}`,
    several: ({ kind, names }) =>
      `${names.length} × ${kindNames[kind]} (${names.slice(0, 5).join(', ')}${names.length > 5 ? ', …' : ''})`,
    categoryNew: ({ who, category, fields }) => `${who} contient désormais : ${category} (${fields.join(', ')})`,
    categoryGone: ({ who, category, fields }) => `${who} ne contient plus : ${category} (${fields.join(', ')})`,
    newlySent: ({ who, category, fields, place }) =>
      `${who} transmet désormais${to(place)} : ${category} (${fields.join(', ')})`,
    noLongerSent: ({ who, category, fields }) => `${who} ne transmet plus : ${category} (${fields.join(', ')})`,
    maskingLost: ({ who, category, fields, place }) =>
      `${who} transmet${to(place)} ce qui était masqué ou omis auparavant : ${category} (${fields.join(', ')})`,
    tagTaken: ({ record, field, tags }) =>
      `Le champ « ${field} » de ${record} perd ${tags.length === 1 ? 'l’étiquette' : 'les étiquettes'} ${tags.join(', ')}`,
    recipientNew: ({ sending, details }) => `Nouveau : ${sending}${list(details)}`,
    recipientGone: ({ sending }) => `Disparu : ${sending}`,
    countryChanged: ({ sending, before, details }) => `${sending} ; avant : ${before}${list(details)}`,
    sends: ({ categories }) => `avec : ${categories.join(', ')}`,
    basis: ({ status, safeguard }) => {
      if (safeguard !== undefined) return `garantie : ${safeguard}`
      if (status === 'adequate') return 'couvert par une décision d’adéquation'
      return status === 'conditional'
        ? 'la décision d’adéquation ne couvre qu’une partie des destinataires, et aucune garantie n’est déclarée'
        : 'aucune garantie n’est déclarée'
    },
    run: ({ owner }) => `exploité par ${owner}`,
    runReached: ({ owner }) => `exploité par ${owner}, soumis au droit des États-Unis`,
    guessed: 'le lieu est supposé',
    ownerChanged: ({ sending, before, after }) => `${sending} : exploité par ${after}, avant par ${before}`,
    ownerReached: ({ sending, before, after }) =>
      `${sending} : exploité par ${after}, soumis au droit des États-Unis, avant par ${before}`,
    safeguardLost: ({ sending, country }) => `${sending} : la garantie pour ${country} n’est plus déclarée`,
    safeguardExpired: ({ sending, expires }) => `${sending} : la garantie déclarée a expiré le ${dateOf(expires)}`,
    safeguardDeclared: ({ sending, safeguard }) => `${sending} : garantie déclarée : ${safeguard}`,
    keptLonger: ({ topic, before, after }) =>
      `Le topic ${topic} conserve les enregistrements plus longtemps : ${after}, avant ${before}`,
    keptShorter: ({ topic, before, after }) =>
      `Le topic ${topic} conserve les enregistrements moins longtemps : ${after}, avant ${before}`,
    keptPerKey: 'le dernier de chaque clé jusqu’à sa suppression',
    accessNew: ({ principal, operations, resource, name, prefix }) =>
      `${principal} reçoit de nouveaux droits (${operations.join(', ')}) : ${resource} ${name}${prefix ? '*' : ''}`,
    somebody: 'Quelqu’un',
    authorizationGone: ({ cluster }) => `Le cluster ${cluster} ne contrôle plus les droits de ses clients`,
    listenerWider: ({ cluster, listener, before, after }) =>
      `Le listener « ${listener} » du cluster ${cluster} est joignable depuis un réseau plus large : ${after}, avant ${before}`,
    everybodyLetIn: ({ cluster, listener }) =>
      `Le listener « ${listener} » du cluster ${cluster} ne limite plus qui se connecte`,
    keyGone: ({ cluster }) => `Le cluster ${cluster} n’indique plus de clé propre pour les données stockées`,
    listenerOpen: ({ cluster, listener }) =>
      `Le listener « ${listener} » du cluster ${cluster} n’exige plus de chiffrement`,
    linkOpen: ({ who }) => `${who} : la connexion à Kafka n’est plus chiffrée`,
    authenticationGone: ({ cluster, listener }) =>
      `Le listener « ${listener} » du cluster ${cluster} n’exige plus d’authentification`,
    secretNew: ({ finding }) => `Nouveau secret : ${finding}`,
    does: ({ who, changed, says }) => `${who} : ${phrase(says)} (${changed.join(', ')})`,
    mayDo: ({ who, changed, says }) =>
      `${who}, selon ce que les fichiers ne montrent pas : ${phrase(says)} (${changed.join(', ')})`,
    instead: ({ instead }) => `à la place : ${phrase(instead)}`,
    topicGone: ({ name }) =>
      `Le topic ${name} n’est plus déclaré : ce qui applique les fichiers peut le supprimer avec ses enregistrements`,
    clusterGone: ({ name }) =>
      `Le cluster ${name} n’est plus déclaré : ce qui applique les fichiers peut le supprimer avec ses données`,
    replicationLower: ({ topic, before, after }) => `Le topic ${topic} a ${plural(after, 'réplica')}, avant ${before}`,
    groupRenamed: ({ owner, before, after }) =>
      `Le groupe de consommateurs « ${before} » (${phrase(owner)}) s’appelle désormais « ${after} » : les offsets de l’ancien nom ne comptent plus, des enregistrements sont relus ou sautés`,
    title: 'Ce que signifie cette modification',
    nothing:
      'Rien ne change dans ce que l’on sait des données, des destinataires, de la protection et de l’exploitation.',
    officer: 'Pour la protection des données',
    engineer: 'Pour la plateforme',
    record: 'Le registre des activités de traitement',
    findings: 'Constats',
    noneHere: 'Rien.',
    more: ({ count }) => `${count} de plus ci-dessous`,
    cells: ({ cells, activities, missing }) =>
      `${plural(cells, 'rubrique')} du registre ${cells < 2 ? 'change' : 'changent'} dans ${plural(activities, 'activité')}${missing > 0 ? ` ; ${missing} à compléter` : ''}`,
    assessment: ({ activities }) =>
      `Revoir l’analyse d’impact relative à la protection des données : ${activities.join(', ')}`,
    counts: ({ come, errors, gone, unchanged }) =>
      `Constats : ${plural(come, 'nouveau', 'nouveaux')}${errors > 0 ? ` (dont ${errors} error)` : ''}, ${plural(gone, 'disparu')}, ${plural(unchanged, 'inchangé')}`,
    unread: ({ files }) =>
      `${plural(files.length, 'fichier modifié', 'fichiers modifiés')} non compris ou seulement en partie : ${files.slice(0, 5).join(', ')}${files.length > 5 ? ', …' : ''}`,
    was: ({ text }) => `ne figure plus : ${text}`,
    is: ({ text }) => `désormais : ${text}`,
    missing: ({ text }) => `à compléter : ${text}`,
    activity: 'Traitement',
    entry: 'Rubrique',
    change: 'Modification',
    activityNew: 'nouvelle activité',
    activityGone: 'disparue',
    before: ({ place }) => `avant : ${place}`,
    beforeAfter: ({ before, after }) => `${after}, avant ${before}`,
  },
}

const to = (place: string | undefined): string => (place === undefined ? '' : ` vers ${place}`)
const list = (details: readonly string[]): string => (details.length > 0 ? ` ; ${details.join(' ; ')}` : '')
