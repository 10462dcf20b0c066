import { phrase } from './phrases.ts'
import { plural } from './plural.ts'
import type { reports as english } from '../en/reports.ts'
import type { Like } from '../message.ts'

/** Reports for people, and the map of the data flow. */
export const reports: Like<typeof english> = {
  unread: {
    comparison: 'un test y compare des ressources ; il ne configure rien',
    kind: ({ kind, api }) => `rien n’est lu de ce type ${kind} (${api})`,
    template: 'un modèle que seul son propre outil sait évaluer',
    format: 'aucun type de fichier connu',
    script: 'aucune commande n’y déclare quoi que ce soit',
    beside: 'ne se rattache à rien de ce qui a été compris',
  },
  report: {
    suppressed: ({ reason }) => `ignoré : ${reason}`,
    summary: ({ errors, warnings, notes, hints }) => {
      const counts = [
        ...count(errors, 'erreur'),
        ...count(warnings, 'avertissement'),
        ...count(notes, 'note'),
        ...count(hints, 'indication'),
      ]
      return counts.length === 0 ? 'Rien à signaler.' : `${counts.join(', ')}.`
    },
    folded: ({ path, count: findings }) => `${path} : hint : ${foldedInto(findings)} ; --level hint les montre`,
    copies: ({ places, more }) =>
      `aussi ${places.join(', ')}${more > 0 ? ` et ${plural(more, 'autre emplacement', 'autres emplacements')}` : ''}`,
    noCoverage: 'Aucun fichier ne parle de Kafka.',
    coverage: ({ understood, part, not }) =>
      `${plural(understood, 'fichier compris', 'fichiers compris')}, ${part} en partie, ${not} non compris.`,
    unread: ({ place, why }) => `${place} : non compris : ${why}`,
    moreUnread: ({ count: places }) =>
      `${plural(places, 'autre emplacement non compris', 'autres emplacements non compris')} ; --format json les énumère tous`,
    root: 'le dossier vérifié',
    problem: ({ path, message }) => `${path} : ${message}`,
  },
  flow: {
    inside: 'Réseau propre',
    eea: 'Espace économique européen',
    adequate: 'Pays adéquat (art. 45 RGPD)',
    conditional: 'Adéquat en partie (art. 45 RGPD)',
    third: 'Pays tiers sans décision d’adéquation',
    open: 'Pays inconnu',
    special: '◆ catégorie particulière',
    personal: '● données personnelles',
    untold: 'aucun schéma connu',
    named: ({ mark, what }) => `${mark} d’après le nom : ${phrase(what)}`,
    bundle: ({ first, count: topics }) => `${first} et ${topics - 1} autres`,
    bundled: ({ count: topics }) => `${plural(topics, 'topic')} au même flux`,
    breaks: '✕ disparaît',
    unclear: '? aucun fichier ne dit si cela disparaît',
    possible: 'possible : aucun fichier ne dit lequel de plusieurs topics est visé',
    holding: ({ mark, categories }) => `${mark} : ${categories.join(', ')}`,
    station: ({ kind, name, detail, place, holds, effect }) =>
      [
        `${kind} ${name}`,
        ...(detail === undefined ? [] : [detail]),
        place,
        ...(holds.length > 0 ? [`données personnelles : ${holds.join(', ')}`] : []),
        ...(effect === undefined ? [] : [effect]),
      ].join(', '),
    leftOut: ({ count: topics }) => `${topics} topics aux données moins sensibles ne sont pas montrés`,
    specialEdge: 'particulières',
    summary: ({ topics, special, personal, untold, countries, leftOut, breaks, unclear }) =>
      `Flux de données : ${plural(topics, 'topic')}, ${special} avec des catégories particulières de données personnelles, ${personal} avec d’autres données personnelles, ${untold > 0 ? `${untold} sans schéma connu, ` : ''}${plural(countries, 'pays', 'pays')}${leftOut > 0 ? ` ; ${leftOut} topics aux données moins sensibles ne sont pas montrés` : ''}${breaks > 0 ? ` ; ${plural(breaks, 'station disparaît', 'stations disparaissent')}` : ''}${unclear > 0 ? ` ; pour ${unclear}, aucun fichier ne le dit` : ''}`,
  },
}

/** What stands for findings that matter little where they are. */
export const foldedInto = (findings: number): string =>
  `broker de développement : ${plural(findings, 'constat')} de durabilité et de transport`

const count = (number: number, one: string): string[] => (number === 0 ? [] : [plural(number, one)])
