import type { Cluster } from '../model/entities.ts'
import type { Fact, Known } from '../model/fact.ts'
import { poolsOf } from '../model/link.ts'
import { tableOf } from '../text/table.ts'
import { carriesBrokers } from './brokers.ts'
import type { Db } from './db.ts'

/** Sizes that providers have words for, from the smallest; `2xlarge` and more count on from `xlarge`. */
const words: readonly string[] = ['nano', 'micro', 'small', 'medium', 'large', 'xlarge']

/** How large a machine is among those of its family: `kafka.m7g.large`, `business-8`, `2 CKU`; undefined for a word of another form. */
function sizeOf(machine: string): { family: string; size: number } | undefined {
  if (machine.length > 64) return undefined
  const [, family, count, word] = /^(.+?)[.-](?:(\d+)|(\d*[a-z]+))$/.exec(machine) ?? []
  const units = /^(\d+) (CKU)$/.exec(machine)
  if (units) return { family: units[2] ?? '', size: Number(units[1]) }
  if (family === undefined) return undefined
  if (count !== undefined) return { family, size: Number(count) }
  const [, times, plain = ''] = /^(\d*)([a-z]+)$/.exec(word ?? '') ?? []
  const rank = words.indexOf(plain)
  if (rank < 0) return undefined
  return { family, size: rank + (times ? Number(times) : 0) }
}

/** Whether one machine is smaller than another of its family; nothing is said across families. */
export function isSmaller(one: string, other: string): boolean {
  const [a, b] = [sizeOf(one), sizeOf(other)]
  return a !== undefined && b !== undefined && a.family === b.family && a.size < b.size
}

/** Of Kubernetes: its suffixes for powers of two and of ten. */
const suffixes = tableOf({ '': 1, M: 1e6, Mi: 2 ** 20, G: 1e9, Gi: 2 ** 30, T: 1e12, Ti: 2 ** 40 })

function bytesOf(quantity: string): number | undefined {
  const [, count, suffix = ''] = /^(\d+(?:\.\d+)?)([A-Z]i?)?$/.exec(quantity.trim()) ?? []
  const factor = suffixes.get(suffix)
  return count === undefined || factor === undefined ? undefined : Number(count) * factor
}

/** The disk of each broker of a cluster. */
export interface Disk {
  readonly bytes: number
  readonly size: Known<string>
}

/** How much disk each broker has; undefined where no file says so, where brokers differ, or where they have several disks. */
export function diskOf({ estate }: Db, cluster: Cluster): Disk | undefined {
  const { pools, ambiguous } = poolsOf(estate, cluster)
  const holders = pools.length > 0 ? pools.filter(carriesBrokers) : [cluster]
  const [first, ...others] = holders.map(({ disks = [] }) => onlyOne(disks))
  if (ambiguous || !first || others.some(other => other?.bytes !== first.bytes)) return undefined
  return first
}

function onlyOne([size, another]: readonly Fact<string>[]): Disk | undefined {
  const bytes = size?.state === 'known' && !another ? bytesOf(size.value) : undefined
  return size?.state === 'known' && bytes !== undefined ? { bytes, size } : undefined
}
