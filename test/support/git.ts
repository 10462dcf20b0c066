import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { closeSync, mkdirSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Runs git in a folder, without anybody's settings. */
export function git(folder: string, ...args: readonly string[]): string {
  return execFileSync('git', args, {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_CONFIG_SYSTEM: '/dev/null',
      GIT_AUTHOR_NAME: 'a',
      GIT_AUTHOR_EMAIL: 'a@example.org',
      GIT_COMMITTER_NAME: 'a',
      GIT_COMMITTER_EMAIL: 'a@example.org',
    },
  }).trim()
}

/** Writes files into a folder. */
export function writeFiles(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
}

/** Makes a repository in a folder, with a commit on `main` for each set of files. */
export function makeRepository(folder: string, ...commits: readonly Readonly<Record<string, string>>[]): void {
  mkdirSync(folder, { recursive: true })
  git(folder, 'init', '-q', '-b', 'main')
  for (const [index, files] of commits.entries()) {
    writeFiles(folder, files)
    git(folder, 'add', '-A')
    git(folder, 'commit', '-q', '--allow-empty', '-m', String(index + 1))
  }
}

/** Something that is written into a pack, whatever it says of itself. */
export interface Packed {
  /** The id under which the index has it. */
  readonly id: string
  /** 1 commit, 2 tree, 3 blob, 4 tag, 6 a difference by offset, 7 one by id. */
  readonly kind: number
  /** What it says that it unpacks to, in bytes. */
  readonly size: number
  /** What stands between its head and what is packed: an id, or how far back. */
  readonly base?: Uint8Array
  readonly packed: Uint8Array
}

/** Writes a pack and its index into a repository, in the place of the same objects in files of their own; behind so many bytes of nothing, which take no room on a disk. */
export function writePack(root: string, objects: readonly Packed[], hole = 0, name = 'pack-x'): void {
  const parts: Buffer[] = []
  let at = heading.length + hole
  const offsets = new Map<string, number>()
  for (const { id, kind, size, base = Buffer.alloc(0), packed } of objects) {
    const whole = Buffer.concat([headOf(kind, size), base, packed])
    offsets.set(id, at)
    parts.push(whole)
    at += whole.length
    rmSync(join(root, '.git/objects', id.slice(0, 2), id.slice(2)), { force: true })
  }
  const sorted = [...offsets].sort(([a], [b]) => (a < b ? -1 : 1))
  const upTo = (first: number): number => sorted.filter(([id]) => Number.parseInt(id.slice(0, 2), 16) <= first).length
  const folder = join(root, '.git/objects/pack')
  const sum = Buffer.alloc(20)
  mkdirSync(folder, { recursive: true })
  const file = openSync(join(folder, `${name}.pack`), 'w')
  writeSync(file, heading)
  const content = Buffer.concat([...parts, sum])
  writeSync(file, content, 0, content.length, heading.length + hole)
  closeSync(file)
  const far = sorted.map(([, offset]) => offset).filter(offset => offset >= 2 ** 31)
  const nearOrFar = (offset: number): number => (offset < 2 ** 31 ? offset : 2 ** 31 + far.indexOf(offset))
  writeFileSync(
    join(folder, `${name}.idx`),
    signed([
      numbers(0xff744f63, 2, ...Array.from({ length: 256 }, (_, first) => upTo(first))),
      ...sorted.map(([id]) => Buffer.from(id, 'hex')),
      numbers(...sorted.map(() => 0), ...sorted.map(([, offset]) => nearOrFar(offset))),
      numbers(...far.flatMap(offset => [Math.floor(offset / 2 ** 32), offset % 2 ** 32])),
      sum,
    ]),
  )
}

/** Of a pack in version 2; how many objects it has is told by its index. */
const heading = Buffer.concat([Buffer.from('PACK'), numbers(2, 0)])

function headOf(kind: number, size: number): Buffer {
  const bytes = [(kind << 4) | (size % 16)]
  for (let rest = Math.floor(size / 16); rest > 0; rest = Math.floor(rest / 128)) {
    bytes.push(rest % 128)
    bytes[bytes.length - 2] = (bytes.at(-2) ?? 0) | 128
  }
  return Buffer.from(bytes)
}

function numbers(...given: readonly number[]): Buffer {
  const bytes = Buffer.alloc(given.length * 4)
  for (const [index, number] of given.entries()) bytes.writeUInt32BE(number, index * 4)
  return bytes
}

const signed = (parts: readonly Uint8Array[]): Buffer =>
  Buffer.concat([...parts, createHash('sha1').update(Buffer.concat(parts)).digest()])
