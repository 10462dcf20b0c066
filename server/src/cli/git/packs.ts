import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { inflateSync } from 'node:zlib'
import { readPlain } from './plain-files.ts'

// Packs as gitformat-pack(5) has them. They are read piece by piece: one may hold gigabytes, or say anything of itself.

/** What kind of thing an object is, with its content. */
export interface GitObject {
  readonly type: string
  readonly content: Buffer
}

/** An object that is larger than whoever asked for it takes. */
export class TooLarge extends Error {
  readonly size: number
  constructor(size: number) {
    super(`${size} bytes`)
    this.size = size
  }
}

/** More bytes than a commit or a folder has, or what a file is worked out from. */
export const mostInObject = 2 ** 26

/** More differences than git stores on top of each other. */
const mostDeltas = 4096

/** The packs of a folder of objects. */
export interface Packs {
  /** The object of an id; undefined where no pack has it. Throws where it cannot be read, or is larger than that. */
  find(oid: string, most: number): Promise<GitObject | undefined>
  /** The same, where it is nowhere: git may pack anew while we read, so once it is looked again what there is. */
  findAgain(oid: string, most: number): Promise<GitObject | undefined>
  /** The ids that begin so; of many, some. */
  beginningWith(short: string): Promise<string[]>
}

/** Opens the packs in a folder. */
export function openPacks(folder: string): Packs {
  let opened: Promise<readonly Pack[]> | undefined
  let again = true
  const packs = (): Promise<readonly Pack[]> => {
    opened ??= openAll(folder)
    return opened
  }
  const find = async (oid: string, most: number): Promise<GitObject | undefined> => {
    for (const pack of await packs()) {
      const offset = offsetOf(pack, oid)
      const found = offset === undefined ? undefined : objectAt(pack, offset, most)
      if (found) return found
    }
    return undefined
  }
  const findAgain = async (oid: string, most: number): Promise<GitObject | undefined> => {
    if (!again) return undefined
    again = false
    opened = undefined
    return find(oid, most)
  }
  return {
    find,
    findAgain,
    beginningWith: async short => (await packs()).flatMap(pack => idsIn(pack, short)),
  }
}

interface Pack {
  readonly path: string
  readonly index: Buffer
  /** How many objects it has. */
  readonly count: number
  /** Objects that were read, by their offsets, the newest last; and their bytes. */
  readonly known: Map<number, GitObject>
  kept: number
}

/** What cannot be read, since it is broken or gone meanwhile, holds nothing: an object that is nowhere else is missed. */
async function openAll(folder: string): Promise<Pack[]> {
  const names = await readdir(folder).catch(() => [])
  const indexes = names.filter(name => name.endsWith('.idx'))
  return (await Promise.all(indexes.map(name => openPack(join(folder, name)).catch(() => [])))).flat()
}

const heading = 8
const fanout = 256 * 4
const idLength = 20

async function openPack(path: string): Promise<Pack> {
  const index = await readPlain(path)
  if (index.length < heading + fanout || index.readUInt32BE(0) !== 0xff744f63 || index.readUInt32BE(4) !== 2)
    throw new Error(path)
  const count = index.readUInt32BE(heading + fanout - 4)
  if (index.length < heading + fanout + count * (idLength + 8) + 2 * idLength) throw new Error(path)
  return { path: path.replace(/\.idx$/, '.pack'), index, count, known: new Map(), kept: 0 }
}

const idAt = ({ index }: Pack, position: number): Buffer => {
  const at = heading + fanout + position * idLength
  return index.subarray(at, at + idLength)
}

/** The position of the first id that is no less than another. */
function positionOf(pack: Pack, id: Buffer): number {
  let [low, high] = [0, pack.count]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (Buffer.compare(idAt(pack, middle), id) < 0) low = middle + 1
    else high = middle
  }
  return low
}

function offsetOf(pack: Pack, oid: string): number | undefined {
  const id = Buffer.from(oid, 'hex')
  const position = positionOf(pack, id)
  if (position >= pack.count || !idAt(pack, position).equals(id)) return undefined
  const { index, count } = pack
  const offsets = heading + fanout + count * (idLength + 4)
  const offset = index.readUInt32BE(offsets + position * 4)
  // Of a pack of more than two gigabytes, the offset stands in a table of its own.
  return offset < 2 ** 31 ? offset : Number(index.readBigUInt64BE(offsets + count * 4 + (offset - 2 ** 31) * 8))
}

/** Two are enough to know that there is more than one. */
function idsIn(pack: Pack, short: string): string[] {
  const first = positionOf(pack, Buffer.from(short.padEnd(idLength * 2, '0'), 'hex'))
  return [first, first + 1]
    .filter(position => position < pack.count)
    .map(position => idAt(pack, position).toString('hex'))
    .filter(id => id.startsWith(short))
}

/** Something in a pack: an object, or what it differs in from another one. */
interface Stored {
  readonly kind: number
  /** Of what is unpacked from there, in bytes. */
  readonly size: number
  /** Where the packed bytes begin. */
  readonly at: number
  /** What it differs from, by its offset or its id. */
  readonly base?: number | string
}

const types: readonly (string | undefined)[] = [undefined, 'commit', 'tree', 'blob', 'tag']
const byOffset = 6
const byId = 7

/** Undefined where the pack is gone. */
function objectAt(pack: Pack, offset: number, most: number): GitObject | undefined {
  const file = openIfThere(pack.path)
  if (file === undefined) return undefined
  try {
    const stats = fstatSync(file)
    if (!stats.isFile()) throw new Error(pack.path)
    const found = resolved(pack, { file, size: stats.size }, offset)
    if (found.content.length > most) throw new TooLarge(found.content.length)
    return found
  } finally {
    closeSync(file)
  }
}

function openIfThere(path: string): number | undefined {
  try {
    return openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
  } catch {
    return undefined
  }
}

interface OpenFile {
  readonly file: number
  readonly size: number
}

/** What stands at an offset, worked out from what it differs from. */
function resolved(pack: Pack, file: OpenFile, offset: number): GitObject {
  const way: { readonly offset: number; readonly difference: Buffer }[] = []
  const seen = new Set<number>()
  let [next, unpacked] = [offset, 0]
  let object = pack.known.get(next)
  while (!object) {
    const stored = storedAt(file, next)
    const bytes = unpack(file, stored)
    unpacked += bytes.length
    if (way.length > mostDeltas || unpacked > 2 * mostInObject) throw new TooLarge(unpacked)
    if (seen.size === seen.add(next).size) throw new Error('circle')
    if (stored.base === undefined) {
      object = { type: types[stored.kind] ?? '', content: bytes }
      remember(pack, next, object)
    } else {
      way.push({ offset: next, difference: bytes })
      next = typeof stored.base === 'number' ? stored.base : baseOf(pack, stored.base)
      object = pack.known.get(next)
    }
  }
  for (const { offset: at, difference } of way.reverse()) {
    object = { type: object.type, content: applied(difference, object.content) }
    remember(pack, at, object)
  }
  return object
}

/** What an object differs from is in the same pack. */
function baseOf(pack: Pack, oid: string): number {
  const offset = offsetOf(pack, oid)
  if (offset === undefined) throw new Error(`object ${oid}`)
  return offset
}

/** More bytes than are kept for what comes next. */
const mostKept = 2 ** 25

function remember(pack: Pack, offset: number, object: GitObject): void {
  pack.known.set(offset, object)
  pack.kept += object.content.length
  for (const [oldest, { content }] of pack.known) {
    if (pack.kept <= mostKept) break
    pack.known.delete(oldest)
    pack.kept -= content.length
  }
}

function storedAt(file: OpenFile, offset: number): Stored {
  const bytes = piece(file, offset, 64)
  let at = 0
  const next = (): number => bytes.readUInt8(at++)
  let byte = next()
  const kind = (byte >> 4) & 7
  let size = byte & 15
  for (let unit = 16; byte >= 128; unit *= 128) {
    byte = next()
    size += (byte & 127) * unit
  }
  if (size > mostInObject) throw new TooLarge(size)
  if (kind === byOffset) {
    byte = next()
    let back = byte & 127
    while (byte >= 128) {
      byte = next()
      back = (back + 1) * 128 + (byte & 127)
    }
    // What an object differs from stands before it: so nothing leads back to itself.
    if (back <= 0 || back > offset) throw new Error('base')
    return { kind, size, at: offset + at, base: offset - back }
  }
  if (kind === byId)
    return { kind, size, at: offset + at + idLength, base: bytes.subarray(at, at + idLength).toString('hex') }
  if (types[kind] === undefined) throw new Error('kind')
  return { kind, size, at: offset + at }
}

function unpack(file: OpenFile, { size, at }: Stored): Buffer {
  // What does not shrink grows by a few bytes each sixteen thousand.
  const packed = piece(file, at, size + Math.ceil(size / 1000) + 1000)
  const bytes = inflateSync(packed, { maxOutputLength: Math.max(1, size) })
  if (bytes.length !== size) throw new Error('size')
  return bytes
}

/** The bytes from an offset on; at the end of the file, fewer. */
function piece({ file, size }: OpenFile, offset: number, length: number): Buffer {
  if (offset < 0 || offset >= size) throw new Error('offset')
  const bytes = Buffer.alloc(Math.min(length, size - offset))
  let read = 0
  while (read < bytes.length) {
    const count = readSync(file, bytes, read, bytes.length - read, offset + read)
    if (count === 0) break
    read += count
  }
  return bytes.subarray(0, read)
}

/** What a difference makes of what it is from. */
function applied(difference: Buffer, from: Buffer): Buffer {
  let at = 0
  const next = (): number => difference.readUInt8(at++)
  const length = (): number => {
    let result = 0
    for (let unit = 1; ; unit *= 128) {
      const byte = next()
      result += (byte & 127) * unit
      if (byte < 128) return result
    }
  }
  /** A number of which only the bytes stand there that a mask names. */
  const masked = (mask: number, bytes: number): number => {
    let result = 0
    for (let i = 0; i < bytes; i++) if (mask & (1 << i)) result += next() * 2 ** (8 * i)
    return result
  }
  if (length() !== from.length) throw new Error('base')
  const size = length()
  if (size > mostInObject) throw new TooLarge(size)
  const result = Buffer.alloc(size)
  let done = 0
  const take = (source: Buffer, start: number, count: number): void => {
    if (start + count > source.length || done + count > size) throw new Error('difference')
    done += source.copy(result, done, start, start + count)
  }
  while (at < difference.length) {
    const command = next()
    if (command >= 128) {
      const start = masked(command, 4)
      take(from, start, masked(command >> 4, 3) || 0x10000)
    } else {
      // Zero is kept for later versions of the format.
      if (command === 0) throw new Error('difference')
      take(difference, at, command)
      at += command
    }
  }
  if (done !== size) throw new Error('difference')
  return result
}
