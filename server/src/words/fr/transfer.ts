import type { transfer as english } from '../en/transfer.ts'
import type { Like } from '../message.ts'
import { dateOf } from './people.ts'

/** What is said of a destination outside: nothing covers it, a decision that covers some recipients only, or the policy is against it. */
const outside = {
  outside: ({ sending }: { sending: string }) => `${sending} : hors de l’EEE, sans garantie déclarée`,
  conditional: ({ sending }: { sending: string }) =>
    `${sending} : hors de l’EEE ; il n’est pas déclaré que la décision d’adéquation couvre le destinataire`,
  refused: ({ sending, country }: { sending: string; country: string }) =>
    `${sending} : la politique n’autorise pas ce pays (${country})`,
}

/** KR4xx: where data goes, and under whose law it comes there. */
export const transfer: Like<typeof english> = {
  KR401: outside,
  KR402: {
    adequate: ({ sending, until }) =>
      `${sending} : hors de l’EEE, couvert par une décision d’adéquation${until === undefined ? '' : ` jusqu’au ${dateOf(until)}`}`,
    declared: ({ sending, basis }) => `${sending} : hors de l’EEE, garantie déclarée : ${basis}`,
    allowed: ({ sending }) => `${sending} : hors de l’EEE, autorisé par la politique, sans garantie déclarée`,
  },
  KR403: outside,
  KR404: outside,
  KR405: {
    reached: ({ sending, owner }) => `${sending} : exploité par ${owner}, soumis au droit américain`,
    possible: ({ sending, owner }) => `${sending} : exploité par ${owner}, peut-être soumis au droit américain`,
    elsewhere: ({ sending, owner, country }) =>
      `${sending} : exploité par ${owner}, dont la société mère est soumise au droit de l’État suivant : ${country}`,
    unsettled: ({ sending, owner }) =>
      `${sending} : exploité par ${owner} ; vérifier de quel droit relève sa société mère`,
    denied: ({ sending, owner }) => `${sending} : exploité par ${owner}, que la politique exclut`,
  },
  KR406: {
    outside: ({ sending }) => `${sending} : hors de l’EEE`,
    foreign: ({ sending, owner }) => `${sending} : exploité par ${owner}, soumis au droit américain`,
  },
  KR407: {
    open: ({ sending }) => `${sending} : pays indéterminable ; le déclarer sous destinations`,
  },
  KR408: {
    outside: ({ name }) =>
      `La réplication « ${name} » copie tous les topics vers une cible hors de l’EEE ; énumérer les topics à répliquer`,
    foreign: ({ name, owner }) =>
      `La réplication « ${name} » copie tous les topics chez ${owner}, soumis à un droit étranger ; énumérer les topics à répliquer`,
    inside: ({ name }) =>
      `La réplication « ${name} » copie tous les topics, y compris ceux créés plus tard ; énumérer les topics à répliquer`,
  },
  KR409: {
    unstated: ({ cluster }) =>
      `Le cluster ${cluster} est serverless : la région de son plan de contrôle n’est pas documentée ; consigner une déclaration écrite du fournisseur`,
  },
  KR410: {
    synchronised: ({ name, place }) =>
      `La réplication « ${name} » synchronise les offsets de ses groupes vers ${place} : des métadonnées sur qui lit quoi quittent l’EEE`,
  },
  KR411: {
    none: ({ name, key }) =>
      `Le connecteur « ${name} » capture toutes les tables, y compris celles créées plus tard ; les énumérer dans ${key}`,
    schemas: ({ name, key }) =>
      `Le connecteur « ${name} » capture toutes les tables de ${key}, y compris celles créées plus tard ; énumérer les tables`,
    except: ({ name, key }) =>
      `Le connecteur « ${name} » capture toute table que ${key} n’exclut pas, y compris celles créées plus tard ; énumérer les tables à capturer`,
    all: ({ name, key, value }) =>
      `Le connecteur « ${name} » capture toute table à laquelle correspond ${key}=${value}, y compris celles créées plus tard ; énumérer les tables`,
  },
  KR412: {
    every: ({ name }) =>
      `Le connecteur sink « ${name} » prend tous les topics, y compris ceux créés plus tard ; énumérer les topics`,
  },
  KR413: {
    named: ({ cluster, level }) =>
      `Les métriques du cluster ${cluster} portent les noms de ses topics dans Amazon CloudWatch (enhanced_monitoring vaut ${level})`,
  },
}
