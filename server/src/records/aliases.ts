import { query, type Db } from '../assess/db.ts'
import type { Party } from '../assess/parties.ts'
import { configurationFor } from '../assess/declared.ts'
import type { Known } from '../model/fact.ts'
import type { Uri } from '../text/uri.ts'
import type { Processing } from './cells.ts'
import type { Value } from './record.ts'

/** What the neutral names of the groups that a processing reads with stand for, from the private alias lists: a purpose that somebody has declared. */
export function aliasesOf(of: Processing, db: Db): Value[] {
  if (of.kind !== 'connector' && of.kind !== 'client') return []
  const aliases = configurationFor(db, of.file)?.groups.aliases
  if (!aliases || aliases.size === 0) return []
  const groups = groupsIn(db, of.file).get(extentKey(of)) ?? []
  return groups.flatMap(({ value, at }): Value[] => {
    const meaning = aliases.get(value)
    return meaning ? [{ text: () => meaning, basis: 'declared', places: [at] }] : []
  })
}

/** The groups of a file by the stretch of text that is theirs: who reads with one shares it. */
const groupsIn = query(({ estate }, file: Uri): ReadonlyMap<string, readonly Known<string>[]> => {
  const groups = new Map<string, Known<string>[]>()
  for (const entity of estate.entities(file))
    if (entity.kind === 'group' && entity.name.state === 'known') {
      const there = groups.get(extentKey(entity)) ?? []
      groups.set(extentKey(entity), there)
      there.push(entity.name)
    }
  return groups
})

const extentKey = ({ extent: { start, end } }: Pick<Processing, 'extent'>): string => `${start} ${end}`

/** A group or a program that reads a topic, with what its neutral name stands for; sinks and mirrors are told by where they lead. */
export function readerOf({ role, name, of, at }: Party, db: Db): Value[] {
  if (role !== 'group' && role !== 'client') return []
  const aliases = configurationFor(db, of.file)?.groups.aliases
  const meaning = aliases?.get(name)
  return [
    {
      text: words => (meaning ? `${words.party(role, name)}${words.colon}${meaning}` : words.party(role, name)),
      basis: 'proven',
      places: [at],
    },
  ]
}
