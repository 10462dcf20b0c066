import { createHash } from 'node:crypto'
import { entryOf, type GitEntry } from './objects.ts'

// The index as gitformat-index(5) has it, in versions 2 to 4.

const idLength = 20
/** From the beginning of an entry to its id, and from there to its path. */
const toId = 40
const toFlags = toId + idLength

/** What an index says is staged, by path; throws where it is none, or where other files hold a part of it. */
export function stagedIn(index: Buffer): ReadonlyMap<string, GitEntry> {
  const version = versionOf(index)
  const end = index.length - idLength
  const entries = new Map<string, GitEntry>()
  let at = 12
  let path: Buffer = Buffer.alloc(0)
  for (let left = index.readUInt32BE(8); left > 0; left--) {
    const flags = flagsAt(index, at + toFlags, version)
    const named = version === 4 ? nextPath(index, flags.end, path) : wholePath(index, at, flags.end)
    path = named.path
    if (path.length > longestPath) throw new Error('path')
    if (flags.isStaged) entries.set(path.toString('utf8'), entryAt(index, at, path.toString('utf8')))
    at = named.end
  }
  refuseParts(index, at, end)
  return entries
}

function versionOf(index: Buffer): number {
  const version = index.length < 12 + idLength ? 0 : index.readUInt32BE(4)
  if (index.toString('latin1', 0, 4) !== 'DIRC' || version < 2 || version > 4) throw new Error(`version ${version}`)
  const end = index.length - idLength
  const sum = index.subarray(end)
  // Who writes large ones quickly leaves the sum out.
  const isLeftOut = sum.every(byte => byte === 0)
  if (!isLeftOut && !createHash('sha1').update(index.subarray(0, end)).digest().equals(sum)) throw new Error('checksum')
  return version
}

/** What is only announced is not staged; of what is not merged yet, our side is. */
function flagsAt(index: Buffer, at: number, version: number): { isStaged: boolean; end: number } {
  const flags = index.readUInt16BE(at)
  const isLong = version > 2 && (flags & 0x4000) !== 0
  const isAnnounced = isLong && (index.readUInt16BE(at + 2) & 0x2000) !== 0
  const stage = (flags >> 12) & 3
  return { isStaged: !isAnnounced && (stage === 0 || stage === 2), end: at + (isLong ? 4 : 2) }
}

function entryAt(index: Buffer, at: number, path: string): GitEntry {
  const mode = index.readUInt32BE(at + 24).toString(8)
  const oid = index.toString('hex', at + toId, at + toFlags)
  const entry = path
    .split('/')
    .map(name => entryOf(name, mode, oid))
    .at(-1)
  if (!entry || entry.kind === 'folder') throw new Error(path)
  return entry
}

/** Longer ones no system opens. In bytes. */
const longestPath = 4096

interface Named {
  readonly path: Buffer
  /** Where the next entry begins. */
  readonly end: number
}

/** A path, which zeros fill up to a multiple of eight bytes. */
function wholePath(index: Buffer, entry: number, from: number): Named {
  const end = endOf(index, from)
  return { path: index.subarray(from, end), end: entry + Math.ceil((end + 1 - entry) / 8) * 8 }
}

/** A path that begins like the one before, but for so many bytes at its end. */
function nextPath(index: Buffer, from: number, before: Buffer): Named {
  let at = from
  let byte = index.readUInt8(at++)
  let left = byte & 127
  while (byte >= 128) {
    byte = index.readUInt8(at++)
    left = (left + 1) * 128 + (byte & 127)
  }
  if (left > before.length) throw new Error('path')
  const end = endOf(index, at)
  return { path: Buffer.concat([before.subarray(0, before.length - left), index.subarray(at, end)]), end: end + 1 }
}

function endOf(index: Buffer, from: number): number {
  const end = index.indexOf(0, from)
  if (end < 0) throw new Error('path')
  return end
}

/** An extension whose name begins with a small letter is one without which the index cannot be understood: another file holds a part of it, or a folder stands for what lies in it. */
function refuseParts(index: Buffer, from: number, end: number): void {
  for (let at = from; at + 8 <= end; at += 8 + index.readUInt32BE(at + 4)) {
    const name = index.toString('latin1', at, at + 4)
    if (/^[a-z]/.test(name)) throw new Error(`extension ${name}`)
  }
}
