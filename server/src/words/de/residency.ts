import { plural } from '../plural.ts'
import type { residency as english } from '../en/residency.ts'

/** KR45x: die vier Pfade eines Clusters und was dazu angegeben ist. */
export const residency: typeof english = {
  KR451: {
    blank: ({ cluster, entries, places, owners, tests }) =>
      `Speicherort und Wiederherstellung von Cluster ${cluster}: es fehlen ${listed([
        counted(entries, 'Eintrag', 'Einträge'),
        counted(places, 'Ort', 'Orte'),
        counted(owners, 'Verantwortliche', 'Verantwortliche'),
        counted(tests, 'Prüfdatum', 'Prüfdaten'),
      ])}`,
  },
  KR452: {
    drill: ({ cluster, day, months }) =>
      `Die letzte Wiederherstellungsübung von Cluster ${cluster} war am ${day}, vor mehr als ${months} Monaten`,
    outdated: ({ item, cluster, day, months }) =>
      `${item} von Cluster ${cluster}: zuletzt geprüft am ${day}, vor mehr als ${months} Monaten`,
  },
  blank: {
    item: ({ items }) => `nichts ersichtlich oder angegeben: ${items.join(', ')}`,
    place: ({ items }) => `kein Land bekannt: ${items.join(', ')}`,
    owner: ({ items }) => `niemand als verantwortlich genannt: ${items.join(', ')}`,
    test: ({ items }) => `keine Prüfung angegeben: ${items.join(', ')}`,
  },
  item: {
    producers: 'Produzenten',
    brokers: 'Broker',
    tieredStorage: 'gestufter Speicher',
    sinks: 'Zielsysteme',
    mirrors: 'Replikationen',
    backups: 'Datensicherungen',
    topics: 'Topics',
    groups: 'Gruppen und Offsets',
    access: 'Zugriffsrechte',
    schemas: 'Schemas',
    inventory: 'Bestand der Cluster',
    provisioning: 'Bereitstellung und ihr Zustand',
    controlPlane: 'Steuerungsebene',
    supportAccess: 'Zugriff des Supports',
    logs: 'Protokolle',
    metrics: 'Metriken',
    traces: 'Traces',
    alerting: 'Alarmierung',
    standby: 'Ausweichcluster',
    restore: 'Rücksicherung',
    replay: 'erneutes Lesen',
    offsets: 'Offsets am Ausweichcluster',
    connectors: 'Konnektoren am Ausweichcluster',
    registry: 'Schemas am Ausweichcluster',
    drills: 'Übungen',
  },
}

const counted = (count: number, one: string, many: string): string[] => (count === 0 ? [] : [plural(count, one, many)])

const listed = (parts: readonly (readonly string[])[]): string => {
  const all = parts.flat()
  const last = all.at(-1) ?? ''
  return all.length < 2 ? last : `${all.slice(0, -1).join(', ')} und ${last}`
}
