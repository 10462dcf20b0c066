import type { residency as english } from '../en/residency.ts'
import { plural } from './plural.ts'

/** KR45x : les quatre chemins d’un cluster et ce qui en est déclaré. */
export const residency: typeof english = {
  KR451: {
    blank: ({ cluster, entries, places, owners, tests }) =>
      `Localisation et reprise du cluster ${cluster} : il manque ${listed([
        counted(entries, 'entrée', 'entrées'),
        counted(places, 'lieu', 'lieux'),
        counted(owners, 'responsable', 'responsables'),
        counted(tests, 'date de test', 'dates de test'),
      ])}`,
  },
  KR452: {
    drill: ({ cluster, day, months }) =>
      `Le dernier exercice de reprise du cluster ${cluster} date du ${day}, il y a plus de ${months} mois`,
    outdated: ({ item, cluster, day, months }) =>
      `${item} du cluster ${cluster} : dernier test le ${day}, il y a plus de ${months} mois`,
  },
  blank: {
    item: ({ items }) => `rien de visible ni de déclaré : ${items.join(', ')}`,
    place: ({ items }) => `aucun pays connu : ${items.join(', ')}`,
    owner: ({ items }) => `aucun responsable nommé : ${items.join(', ')}`,
    test: ({ items }) => `aucun test déclaré : ${items.join(', ')}`,
  },
  item: {
    producers: 'producteurs',
    brokers: 'brokers',
    tieredStorage: 'stockage hiérarchisé',
    sinks: 'systèmes cibles',
    mirrors: 'réplications',
    backups: 'sauvegardes',
    topics: 'topics',
    groups: 'groupes et offsets',
    access: 'droits d’accès',
    schemas: 'schémas',
    inventory: 'inventaire des clusters',
    provisioning: 'provisionnement et son état',
    controlPlane: 'plan de contrôle',
    supportAccess: 'accès du support',
    logs: 'journaux',
    metrics: 'métriques',
    traces: 'traces',
    alerting: 'alertes',
    standby: 'cluster de secours',
    restore: 'restauration',
    replay: 'relecture',
    offsets: 'offsets sur le cluster de secours',
    connectors: 'connecteurs sur le cluster de secours',
    registry: 'schémas sur le cluster de secours',
    drills: 'exercices',
  },
}

const counted = (count: number, one: string, many: string): string[] => (count === 0 ? [] : [plural(count, one, many)])

const listed = (parts: readonly (readonly string[])[]): string => {
  const all = parts.flat()
  const last = all.at(-1) ?? ''
  return all.length < 2 ? last : `${all.slice(0, -1).join(', ')} et ${last}`
}
