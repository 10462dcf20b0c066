import type { Db } from '../assess/db.ts'
import { renaming } from '../assess/group-uses.ts'
import type { ConsumerGroup } from '../model/entities.ts'
import type { Fix, SemanticEdit } from '../model/semantic-edit.ts'
import { say } from '../words/message.ts'
import { configurationSlot } from './configuration-slot.ts'
import { shellWord } from '../text/shell.ts'
import type { Uri } from '../text/uri.ts'

/** A stable name that tells nothing: `cg-` and a hash of the old name. */
function neutralName(name: string): string {
  let hash = 0x811c9dc5
  for (const character of name) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193)
  return `cg-${(hash >>> 0).toString(16).padStart(8, '0').slice(0, 6)}`
}

/** What is to be renamed. */
interface Renaming {
  readonly name: string
  readonly places: readonly ConsumerGroup[]
  /** The file of the finding. */
  readonly file: Uri
  readonly title: 'fix.renameGroup' | 'fix.overrideGroup'
  /** What is written beside the places. */
  readonly more?: (neutral: string) => SemanticEdit
}

/** The fix that gives a group its neutral name everywhere at once, and keeps what it stands for in the private alias lists. */
export function renameGroup({ name, places, file, title, more }: Renaming, db: Db): Fix {
  const neutral = neutralName(name)
  const files = new Set([file, ...places.map(place => place.file)])
  const aliases = new Map(
    [...files].map(one => configurationSlot(one, db, 'groups', 'aliases', neutral)).map(slot => [slot.file, slot]),
  )
  return {
    title: say(title, { name: neutral, files: files.size }),
    edits: [
      ...(more ? [more(neutral)] : []),
      ...places.flatMap(place => renaming(place, neutral) ?? []),
      ...[...aliases.values()].map((slot): SemanticEdit => ({ op: 'set', slot, value: name })),
    ],
    beside: {
      says: say('fix.carryOffsets', { name, rights: places.filter(({ granted }) => granted).length }),
      commands: carryOver(name, neutral),
    },
  }
}

/** The lines that give a new group the offsets of an old one. */
const carryOver = (from: string, to: string): string[] => [
  `kafka-consumer-groups --bootstrap-server BROKER --group ${shellWord(from)} --reset-offsets --all-topics --to-current --export --dry-run > offsets.csv`,
  `kafka-consumer-groups --bootstrap-server BROKER --group ${to} --reset-offsets --from-file offsets.csv --execute`,
]
