import type { groupName as english } from '../en/group-name.ts'
import type { Like } from '../message.ts'
import { ofPeople } from './people.ts'
import { phrase } from './phrases.ts'

/** KR2xx: what names of groups, connectors and ids reveal. */
export const groupName: Like<typeof english> = {
  KR201: {
    reveals: ({ role, name, what }) =>
      `${roles[role]} „${name}“ verrät den Betreibern des Clusters den Zweck (${phrase(what)}); einen neutralen Namen verwenden`,
  },
  KR202: {
    reveals: ({ name, what }) =>
      `Consumer-Gruppe „connect-${name}“ verrät den Betreibern des Clusters den Zweck (${phrase(what)}); einen neutralen Namen verwenden`,
  },
  KR203: {
    outside: ({ name }) =>
      `Replikation „${name}“ überträgt die Namen aller Consumer-Gruppen an ein Ziel außerhalb des EWR; die Gruppen einzeln aufführen`,
    foreign: ({ name, owner }) =>
      `Replikation „${name}“ überträgt die Namen aller Consumer-Gruppen an ${owner} und damit unter ausländisches Recht; die Gruppen einzeln aufführen`,
    inside: ({ name }) =>
      `Replikation „${name}“ überträgt die Namen aller Consumer-Gruppen an ihr Ziel; die Gruppen einzeln aufführen`,
  },
  KR204: {
    all: ({ owner }) =>
      `${phrase(owner)} hat Zugriff auf jede Consumer-Gruppe; nur Zugriff auf die eigenen Gruppen gewähren`,
  },
  naming: {
    unnamed: 'ohne Namen',
    subject: ({ id }) => `Daten von ${ofPeople(id)}`,
  },
}

const roles = {
  worker: 'Worker-Gruppe',
  access: 'Consumer-Gruppe',
  'access-prefix': 'Präfix von Consumer-Gruppen',
  consumer: 'Consumer-Gruppe',
  sink: 'Consumer-Gruppe',
  sinks: 'Consumer-Gruppe',
  streams: 'Anwendungs-ID',
  prefix: 'Präfix von Consumer-Gruppen',
  pattern: 'Muster für Consumer-Gruppen',
  'transactional-id': 'Transaktions-ID',
  'client-id': 'Client-ID',
} as const
