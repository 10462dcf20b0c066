import { baseName, fileIn, folderOf, type Uri } from '../text/uri.ts'
import { say, type Message } from '../words/message.ts'
import { slotKey, type Slot } from './fact.ts'
import type { Mention, Nameable } from './mentions.ts'
import type { SemanticEdit } from './semantic-edit.ts'

/** What gives a thing another name. */
export interface Renaming {
  readonly edits: readonly SemanticEdit[]
  /** Files that carry the name in theirs. */
  readonly files: readonly { readonly from: Uri; readonly to: Uri }[]
  /** Mentions that no writer may change. */
  readonly stuck: readonly Mention[]
}

/** Gives what the mentions mean another name; the edits of one value come as one. */
export function renameAll(mentions: readonly Mention[], name: string): Renaming {
  const bySlot = new Map<string, { slot: Slot; mentions: Mention[] }>()
  const files = new Map<Uri, Uri>()
  const stuck: Mention[] = []
  const keys: SemanticEdit[] = []
  for (const mention of mentions) {
    if (mention.inFileName) files.set(mention.of.file, renamedFile(mention, name))
    else if (mention.isKey && isPlainKey(name)) keys.push({ op: 'respell', at: mention.place, text: name })
    else if (!mention.written) stuck.push(mention)
    else {
      const key = slotKey(mention.written.slot)
      const known = bySlot.get(key)
      if (known) known.mentions.push(mention)
      else bySlot.set(key, { slot: mention.written.slot, mentions: [mention] })
    }
  }
  const edits = [...bySlot.values()].map(
    ({ slot, mentions: inIt }): SemanticEdit => ({ op: 'set', slot, value: rewritten(inIt, name) }),
  )
  return { edits: [...edits, ...keys], files: [...files].map(([from, to]) => ({ from, to })), stuck }
}

const isPlainKey = (name: string): boolean => /^[A-Za-z_][\w.-]*$/.test(name)

/** The value that holds the mentions, with the name in their place. */
function rewritten(mentions: readonly Mention[], name: string): string {
  const pieces = mentions.flatMap(({ written }) => written ?? []).sort((a, b) => b.start - a.start)
  return pieces.reduce(
    (value, { start, length, pattern }) =>
      value.slice(0, start) +
      (pattern ? inPattern(value.slice(start, start + length), name) : name) +
      value.slice(start + length),
    pieces[0]?.value ?? '',
  )
}

/** A dot is written as it was written before. */
const inPattern = (before: string, name: string): string =>
  before.includes('.') && !before.includes('\\.') ? name : name.replace(/\./g, '\\.')

const renamedFile = ({ of, name }: Mention, to: string): Uri =>
  fileIn(folderOf(of.file), to + baseName(of.file).slice(name.length))

/** What names of a kind may hold. */
const forms: Readonly<Record<Nameable, RegExp>> = {
  topic: /^(?!\.{1,2}$)[\w.-]{1,249}$/,
  group: /^\S(?:.*\S)?$/,
  connector: /^[^\s,]+(?: [^\s,]+)*$/,
  'connect-cluster': /^[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$/,
  cluster: /^[A-Za-z0-9](?:[A-Za-z0-9_.-]*[A-Za-z0-9])?$/,
}

const resourceName = /^[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$/

/** What the new name may hold, where it holds anything else: also what the places ask where it is written. */
export function wrongName(mentions: readonly Mention[], name: string): Message | undefined {
  const [first] = mentions
  const inResource = mentions.some(
    ({ written }) => written?.slot.path.join('.') === 'metadata.name' && !written.slot.inner,
  )
  if (first && !forms[first.what].test(name)) return say(`nameForm.${first.what}`)
  return inResource && !resourceName.test(name) ? say('nameForm.resource') : undefined
}
