import { plural } from '../plural.ts'
/** KR45x: the four paths of a cluster, and what is declared of them. */
export const residency = {
  KR451: {
    blank: ({ cluster, entries, places, owners, tests }: Blanks) =>
      `Residency of cluster ${cluster}: ${listed([
        counted(entries, 'entry', 'entries'),
        counted(places, 'place'),
        counted(owners, 'owner'),
        counted(tests, 'test date'),
      ])} missing`,
  },
  KR452: {
    drill: ({ cluster, day, months }: { cluster: string; day: string; months: number }) =>
      `The last recovery drill of cluster ${cluster} was on ${day}, more than ${months} months ago`,
    outdated: ({ item, cluster, day, months }: { item: string; cluster: string; day: string; months: number }) =>
      `The last test of ${item} of cluster ${cluster} was on ${day}, more than ${months} months ago`,
  },
  /** What of the paths of a cluster nobody has told. */
  blank: {
    item: ({ items }: { items: readonly string[] }) => `nothing is seen or declared: ${items.join(', ')}`,
    place: ({ items }: { items: readonly string[] }) => `no country is known: ${items.join(', ')}`,
    owner: ({ items }: { items: readonly string[] }) => `nobody is named who answers for it: ${items.join(', ')}`,
    test: ({ items }: { items: readonly string[] }) => `no test is declared: ${items.join(', ')}`,
  },
  /** What is asked of each path of a cluster. */
  item: {
    producers: 'producers',
    brokers: 'brokers',
    tieredStorage: 'tiered storage',
    sinks: 'sinks',
    mirrors: 'mirrors',
    backups: 'backups',
    topics: 'topics',
    groups: 'groups and offsets',
    access: 'access rights',
    schemas: 'schemas',
    inventory: 'cluster inventory',
    provisioning: 'provisioning and its state',
    controlPlane: 'control plane',
    supportAccess: 'support access',
    logs: 'logs',
    metrics: 'metrics',
    traces: 'traces',
    alerting: 'alerting',
    standby: 'standby',
    restore: 'restore from backup',
    replay: 'replay',
    offsets: 'offsets at the standby',
    connectors: 'connectors at the standby',
    registry: 'schemas at the standby',
    drills: 'drills',
  },
}

interface Blanks {
  cluster: string
  entries: number
  places: number
  owners: number
  tests: number
}

const counted = (count: number, one: string, many?: string): string[] => (count === 0 ? [] : [plural(count, one, many)])

const listed = (parts: readonly (readonly string[])[]): string => {
  const all = parts.flat()
  const last = all.at(-1) ?? ''
  return all.length < 2 ? last : `${all.slice(0, -1).join(', ')} and ${last}`
}
