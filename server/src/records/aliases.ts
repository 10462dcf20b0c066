import type { Db } from '../assess/db.ts'
import type { Party } from '../assess/parties.ts'
import { configurationFor } from '../assess/declared.ts'
import type { Processing } from './cells.ts'
import type { Value } from './record.ts'

/** What the neutral names of the groups that a processing reads with stand for, from the private alias lists: a purpose that somebody has declared. */
export function aliasesOf(of: Processing, db: Db): Value[] {
  if (of.kind !== 'connector' && of.kind !== 'client') return []
  const aliases = configurationFor(db, of.file)?.groups.aliases
  const groups = db.estate
    .entities(of.file)
    .flatMap(entity =>
      entity.kind === 'group' &&
      entity.extent.start === of.extent.start &&
      entity.extent.end === of.extent.end &&
      entity.name.state === 'known'
        ? [entity.name]
        : [],
    )
  return groups.flatMap(({ value, at }): Value[] => {
    const meaning = aliases?.get(value)
    return meaning ? [{ text: () => meaning, basis: 'declared', places: [at] }] : []
  })
}

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
