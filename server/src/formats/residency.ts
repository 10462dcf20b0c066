import type { Known } from '../model/fact.ts'
import {
  pathItems,
  type ClusterResidency,
  type Drill,
  type ItemName,
  type ResidencyDeclaration,
} from '../model/residency.ts'
import { down, entries, isThere, items } from './cursor.ts'
import { matching, placed, required, written } from './declared-values.ts'
import { placeHere, type Cursor } from './position.ts'

/** Reads what a configuration declares of residency and recovery; undefined where it has no such section. */
export function readResidency(section: Cursor): ResidencyDeclaration | undefined {
  if (!isThere(section)) return undefined
  const months = Number(required(section, 'months')[0]?.value ?? NaN)
  return {
    at: section.key ?? placeHere(section),
    months: Number.isInteger(months) && months > 0 ? months : usualMonths,
    clusters: items(down(section, 'clusters')).flatMap(readCluster),
    gates: new Map(
      entries(down(section, 'gates')).flatMap(answer => written(answer).map(said => [answer.name, said] as const)),
    ),
  }
}

/** What is tested once a year: DORA Art. 24(6) asks that of systems that support critical or important functions. */
const usualMonths = 12

const readCluster = (entry: Cursor): ClusterResidency[] =>
  required(entry, 'match').map(match => ({
    ...matching(match),
    ...placed(entry, 'owner'),
    ...placed(entry, 'rpo'),
    ...placed(entry, 'rto'),
    supportAccess: [down(entry, 'supportAccess'), ...items(down(entry, 'supportAccess'))].flatMap(written),
    drills: items(down(entry, 'drills')).flatMap(readDrill),
    items: new Map(
      entries(down(entry, 'items')).flatMap(item =>
        isItem(item.name)
          ? [
              [
                item.name,
                {
                  at: item.written ?? placeHere(item),
                  ...placed(item, 'owner'),
                  ...dated(item, 'tested'),
                  ...placed(item, 'reference'),
                  ...placed(item, 'decision'),
                  ...placed(item, 'country'),
                  ...placed(item, 'provider'),
                  ...placed(item, 'none'),
                },
              ] as const,
            ]
          : [],
      ),
    ),
  }))

const readDrill = (entry: Cursor): Drill[] =>
  days(required(entry, 'date')).map(date => ({
    date,
    ...placed(entry, 'reference'),
    ...placed(entry, 'rto'),
    ...placed(entry, 'rpo'),
  }))

function dated<K extends string>(entry: Cursor, key: K): { [P in K]?: Known<string> } {
  const [day] = days(required(entry, key))
  return (day ? { [key]: day } : {}) as { [P in K]?: Known<string> }
}

const days = (said: readonly Known<string>[]): Known<string>[] =>
  said.filter(({ value }) => /^\d{4}-\d{2}-\d{2}$/.test(value))

const itemNames: ReadonlySet<string> = new Set(Object.values(pathItems).flat())

const isItem = (name: string): name is ItemName => itemNames.has(name)
