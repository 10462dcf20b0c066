import type { Group, GroupChange, GroupFormat } from '../formats/format.ts'
import type { Lies } from '../formats/position.ts'
import { readSuppressions } from '../formats/suppressions.ts'
import type { Contract } from '../model/contract.ts'
import type { Schema } from '../model/entities.ts'
import type { Place } from '../model/fact.ts'
import { runningApart, type FileFacts } from '../model/file-facts.ts'
import { faultOf, type Problem } from '../model/problem.ts'
import { loadHcl } from '../syntax/hcl-parser.ts'
import { isTerraform } from '../terraform/file.ts'
import { formats, formatsOf, holdsAny, syntaxOf } from './formats.ts'
import { groupBy } from '../text/order.ts'
import { longestText, readFile, withEarlier, type ReadResult } from './read-file.ts'
import { lazy } from '../text/lazy.ts'
import type { Uri } from '../text/uri.ts'

/** Loads all that reading can need; to be awaited once, before anything is read. */
export const prepareReading = (): Promise<void> =>
  loadHcl(async () => (await import('../syntax/hcl-binaries.ts')).hclBinaries)

/** Whether a file is read by what has to be loaded first. */
export const needsPreparing = (file: string, language?: string): boolean =>
  isTerraform(file) || syntaxOf(file, language) === 'hcl'

/** Loads what reading these files needs; to be awaited before they are read. */
export const prepareFor = async (files: readonly Uri[]): Promise<void> => {
  if (files.some(file => needsPreparing(file))) await prepareReading()
}

/** What a file says now; no text where it is gone. The language is the editor's, for files without an ending; what the file said before is given where schemas are compared with it. */
export type Change = readonly [
  file: Uri,
  text: string | undefined,
  language?: string | undefined,
  before?: string | undefined,
]

/** What files name that nobody has given to the reader. */
export interface Wanted {
  /** A file, or a folder with a slash at its end. */
  readonly uri: Uri
  /** Whether a file in that folder would be of use. */
  takes(file: Uri): boolean
}

/** Reads files that come and go, and remembers what the next reading can take over. Files that are read together are read again together. */
export interface Reader {
  /** Takes over what files say; returns what has been read anew, undefined where nothing is ours. */
  read(changes: Iterable<Change>): [Uri, FileFacts | undefined][]
  /** What threw while files were read (a file, or what is read together with it, costs nothing else), and where more stands than is followed. */
  problems(): Problem[]
  /** What lies elsewhere and would complete what has been read. */
  wanted(): Wanted[]
}

/** Starts without any file; `lying` tells under which folder a file is reviewed. */
export function openReader(lying: Lies = file => ({ file })): Reader {
  const alone = openAlone(lying)
  const groups = [...new Set(formats.flatMap(format => ('group' in format ? [format.group] : [])))].map(open =>
    openGroup(open, lying),
  )
  return {
    read(changes) {
      const all = [...changes]
      const facts = new Map(all.map(change => [change[0], alone.read(change)]))
      for (const group of groups)
        for (const { file, found, isNamed } of group.read(all.filter(([file]) => group.takes(file)))) {
          const own = alone.factsOf(file)
          facts.set(file, isNamed && own ? filledIn(own, found) : (found ?? own))
        }
      return [...facts]
    },
    problems: () => [...alone.problems(), ...groups.flatMap(group => group.problems())],
    wanted: () =>
      groups.flatMap(({ wanted, takes, isOwn }) =>
        wanted().map(uri => ({ uri, takes: uri.endsWith('/') ? isOwn : takes })),
      ),
  }
}

/** What a file says by itself, with what is open there as others say it who fill it in: its resources are theirs. */
function filledIn(own: FileFacts, found: FileFacts | undefined): FileFacts {
  const placeOf = ({ kind, extent }: FileFacts['entities'][number]): string => `${kind} ${extent.start}`
  const filled = groupBy(found?.entities ?? [], placeOf)
  const entities = own.entities.flatMap(entity => {
    const theirs = filled.get(placeOf(entity))
    return theirs && isOpen(entity) ? theirs : [entity]
  })
  return { ...own, entities }
}

/** Whether something in it is left to a placeholder. */
const isOpen = (told: unknown): boolean =>
  typeof told === 'object' &&
  told !== null &&
  (('state' in told && told.state === 'unresolved') || Object.values(told).some(isOpen))

/** The files as each is read by itself. */
function openAlone(lying: Lies): {
  read(change: Change): FileFacts | undefined
  factsOf(file: Uri): FileFacts | undefined
  problems(): Iterable<Problem>
} {
  const readings = new Map<Uri, ReadResult>()
  const faults = new Map<Uri, Problem>()
  const tryToRead = ([file, text, language, before]: Change): ReadResult | undefined => {
    faults.delete(file)
    try {
      return text === undefined
        ? undefined
        : readFile(file, text, readings.get(file), language, before, lying(file).root)
    } catch (error) {
      faults.set(file, faultOf(file, 'reading', error))
      return undefined
    }
  }
  return {
    read(change) {
      const [file] = change
      const isAgain = readings.has(file)
      const reading = tryToRead(change)
      // Most files are read once: trees are kept of those that are edited.
      if (reading) readings.set(file, isAgain ? reading : { ...reading, documents: new Map() })
      else readings.delete(file)
      return reading?.facts
    },
    problems: () => [
      ...faults.values(),
      ...[...readings]
        .filter(([, { cut }]) => cut !== undefined)
        .map(([file, { cut = '' }]) => ({ file, message: cut })),
    ],
    factsOf: file => readings.get(file)?.facts,
  }
}

interface OpenGroup {
  takes(file: Uri): boolean
  /** Whether a file is of the group by itself, and not only where others name it. */
  isOwn(file: Uri): boolean
  read(changes: readonly Change[]): { file: Uri; found: FileFacts | undefined; isNamed: boolean }[]
  problems(): readonly Problem[]
  wanted(): readonly Uri[]
}

/** A change of a file of a group, and what is compared with it. */
type Taken = readonly [now: GroupChange, before: string | undefined]

/** A group, with the comments of its files. It is opened with the first file of its own: those that only such a file could name wait for it. */
function openGroup(open: GroupFormat['group'], lying: Lies): OpenGroup {
  let opened: { readonly group: Group; readonly earlier: ReturnType<typeof openEarlier> | undefined } | undefined
  const waiting = new Map<Uri, Taken>()
  const suppressions = new Map<Uri, FileFacts['suppressions']>()
  const known = new WeakMap<ReturnType<typeof formatsOf>, readonly GroupFormat[]>()
  const formatsIn = (file: Uri): readonly GroupFormat[] => {
    const all = formatsOf(file)
    const before = known.get(all)
    if (before) return before
    const own = all.filter((format): format is GroupFormat => 'group' in format && format.group === open)
    known.set(all, own)
    return own
  }

  const take = ([file, given, , before]: Change): Taken => {
    const own = formatsIn(file)
    const text = given !== undefined && given.length <= longestText ? given : undefined
    const marks = own.find(({ comments }) => comments)?.comments ?? []
    if (text === undefined) suppressions.delete(file)
    else
      suppressions.set(
        file,
        marks.flatMap(mark => readSuppressions(file, text, mark)),
      )
    const isMarked = lazy(() => text !== undefined && holdsAny(text, own))
    const compared = before === undefined ? {} : { isCompared: true as const }
    return [{ file, text, isMarked, ...compared }, before]
  }
  const isOwn = (file: Uri): boolean => formatsIn(file).some(({ onlyNamed }) => !onlyNamed)
  /** What the group has to be told of changes: nothing before it is opened, then all that has waited. */
  const toTell = (changes: readonly Taken[]): readonly Taken[] => {
    if (opened) return changes
    for (const change of changes) waiting.set(change[0].file, change)
    if (!changes.some(([{ file, text }]) => text !== undefined && isOwn(file))) return []
    const group = open(lying)
    opened = { group, earlier: group.compares ? openEarlier(open(lying)) : undefined }
    const all = [...waiting.values()]
    waiting.clear()
    return all
  }

  return {
    takes: file => formatsIn(file).length > 0,
    isOwn,
    read(changes) {
      if (changes.length === 0) return []
      const taken = toTell(changes.map(take))
      if (!opened) return []
      const promised = opened.earlier?.(taken)
      return [...opened.group.update(taken.map(([now]) => now))].map(([file, told]) => {
        const { named, ...said } = told ?? { entities: [] }
        const before = promised?.get(file)
        const entities = before ? withEarlier(said.entities, before) : said.entities
        const found = told && runningApart({ file, ...said, entities, suppressions: suppressions.get(file) ?? [] })
        return { file, found, isNamed: named === true }
      })
    },
    problems: () => opened?.group.problems() ?? [],
    wanted: () => opened?.group.wanted() ?? [],
  }
}

/** The schemas that the files of a group held before, by file: each read together with the others as these were, or are where nobody compares them. Nothing is read before something is compared. */
function openEarlier(group: Group): (changes: readonly Taken[]) => ReadonlyMap<Uri, Schema[]> {
  const waiting = new Map<Uri, GroupChange>()
  const texts = new Map<Uri, string | undefined>()
  const schemas = new Map<Uri, Schema[]>()
  let isCompared = false
  return changes => {
    for (const [now, before] of changes) {
      isCompared ||= before !== undefined
      const then = before === undefined ? now : { ...now, text: before }
      // Who types changes the text that is compared, not the one that it is compared with.
      if (texts.has(then.file) && texts.get(then.file) === then.text) continue
      texts.set(then.file, then.text)
      waiting.set(then.file, then)
    }
    if (!isCompared || waiting.size === 0) return schemas
    for (const [file, told] of group.update([...waiting.values()]))
      schemas.set(file, (told?.entities ?? []).filter(isWrittenHere))
    waiting.clear()
    return schemas
  }
}

/** A schema whose text stands in the file itself: one that lies in a file of its own is compared there. */
const isWrittenHere = (entity: FileFacts['entities'][number]): entity is Schema =>
  entity.kind === 'schema' &&
  entity.contract !== undefined &&
  placesIn(entity.contract).every(({ file }) => file === entity.file)

/** Where what a schema promises begins. */
function placesIn(contract: Contract): Place[] {
  switch (contract.language) {
    case 'avro':
      return contract.types.map(({ at }) => at)
    case 'protobuf':
      return contract.messages.map(({ at }) => at)
    case 'json':
      return [contract.root.at]
  }
}
