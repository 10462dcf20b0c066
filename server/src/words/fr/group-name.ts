import type { groupName as english } from '../en/group-name.ts'
import type { Like } from '../message.ts'
import { capital } from '../capital.ts'
import { ofPeople } from './people.ts'
import { phrase } from './phrases.ts'

/** KR2xx: what names of groups, connectors and ids reveal. */
export const groupName: Like<typeof english> = {
  KR201: {
    reveals: ({ role, name, what }) =>
      `${roles[role]} « ${name} » révèle sa finalité aux exploitants du cluster (${phrase(what)}) ; utiliser un nom neutre`,
  },
  KR202: {
    reveals: ({ name, what }) =>
      `Le groupe de consommateurs « connect-${name} » révèle sa finalité aux exploitants du cluster (${phrase(what)}) ; utiliser un nom neutre`,
  },
  KR203: {
    outside: ({ name }) =>
      `La réplication « ${name} » transmet les noms de tous les groupes de consommateurs à une cible hors de l’EEE ; énumérer les groupes à répliquer`,
    foreign: ({ name, owner }) =>
      `La réplication « ${name} » transmet les noms de tous les groupes de consommateurs à ${owner}, soumis à un droit étranger ; énumérer les groupes à répliquer`,
    inside: ({ name }) =>
      `La réplication « ${name} » transmet les noms de tous les groupes de consommateurs à sa cible ; énumérer les groupes à répliquer`,
  },
  KR204: {
    all: ({ owner }) =>
      `${capital(phrase(owner))} : accès à tous les groupes de consommateurs ; n’accorder l’accès qu’à ses propres groupes`,
  },
  naming: {
    unnamed: 'sans nom',
    subject: ({ id }) => `données ${ofPeople(id)}`,
  },
}

const roles = {
  worker: 'Le groupe de workers',
  access: 'Le groupe de consommateurs',
  'access-prefix': 'Le préfixe de groupes de consommateurs',
  consumer: 'Le groupe de consommateurs',
  sink: 'Le groupe de consommateurs',
  sinks: 'Le groupe de consommateurs',
  streams: 'L’identifiant d’application',
  prefix: 'Le préfixe de groupes de consommateurs',
  pattern: 'Le motif de groupes de consommateurs',
  'transactional-id': 'L’identifiant de transaction',
  'client-id': 'L’identifiant de client',
} as const
