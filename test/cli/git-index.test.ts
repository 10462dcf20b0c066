import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { stagedIn } from '../../server/src/cli/git/index-file.ts'

/** An entry as gitformat-index(5) has it. */
interface Staged {
  readonly path: string
  readonly mode?: number
  readonly stage?: number
  /** The second pair of flags, which versions 3 and 4 know. */
  readonly more?: number
  /** How many bytes of the path before are cut off, where that is not what both have in common. */
  readonly cut?: number
}

/** The id that the nth entry has. */
const idOf = (nth: number): string => String(nth % 10).repeat(40)

/** How much of the path before is cut off, seven bits a byte, each byte but the last one less than it says. */
function varint(value: number): number[] {
  const bytes = [value & 127]
  for (let rest = Math.floor(value / 128); rest > 0; rest = Math.floor(rest / 128)) bytes.unshift(128 | (--rest & 127))
  return bytes
}

function entryIn(
  version: number,
  { path, mode = 0o100644, stage = 0, more, cut }: Staged,
  nth: number,
  before: string,
) {
  const head = Buffer.alloc(62)
  head.writeUInt32BE(mode, 24)
  head.write(idOf(nth), 40, 'hex')
  head.writeUInt16BE((more === undefined ? 0 : 0x4000) | (stage << 12) | Math.min(path.length, 0xfff), 60)
  const flags = more === undefined ? [] : [more >> 8, more & 255]
  const fixed = Buffer.concat([head, Buffer.from(flags)])
  if (version === 4) {
    let common = 0
    while (common < Math.min(before.length, path.length) && before[common] === path[common]) common++
    return Buffer.concat([
      fixed,
      Buffer.from(varint(cut ?? before.length - common)),
      Buffer.from(`${path.slice(common)}\0`),
    ])
  }
  const length = fixed.length + Buffer.byteLength(path)
  return Buffer.concat([fixed, Buffer.from(path), Buffer.alloc(8 - (length % 8))])
}

const extension = (name: string, content: string): Buffer => {
  const size = Buffer.alloc(4)
  size.writeUInt32BE(content.length)
  return Buffer.concat([Buffer.from(name), size, Buffer.from(content)])
}

const signed = (bytes: Buffer): Buffer => Buffer.concat([bytes, createHash('sha1').update(bytes).digest()])

function indexOf(version: number, entries: readonly Staged[], ...extensions: readonly Buffer[]): Buffer {
  const head = Buffer.alloc(12)
  head.write('DIRC')
  head.writeUInt32BE(version, 4)
  head.writeUInt32BE(entries.length, 8)
  const parts = entries.map((entry, nth) => entryIn(version, entry, nth, entries[nth - 1]?.path ?? ''))
  return signed(Buffer.concat([head, ...parts, ...extensions]))
}

/** What is staged, as `path kind first-digit-of-its-id`. */
const told = (index: Buffer): string[] =>
  [...stagedIn(index)].map(([path, { kind, oid, name }]) => {
    assert.equal(name, path.split('/').at(-1))
    assert.equal(oid.length, 40)
    return `${path} ${kind} ${oid[0]}`
  })

const named = (...paths: readonly string[]): Staged[] => paths.map(path => ({ path }))

describe('an index of git', () => {
  it('has entries of every length behind each other, in each version', () => {
    const paths = Array.from({ length: 20 }, (_, length) => `${'a'.repeat(length)}b.yaml`)
    for (const version of [2, 3, 4])
      assert.deepEqual(
        told(indexOf(version, named(...paths))),
        paths.map((path, nth) => `${path} file ${nth % 10}`),
        `version ${version}`,
      )
  })

  it('is empty where nothing is staged', () => assert.deepEqual(told(indexOf(2, [])), []))

  it('shares the beginnings of paths in version 4, however much is cut off', () => {
    for (const cut of [0, 1, 2, 126, 127, 128, 129, 200, 255, 256, 300, 2000, 4000]) {
      const paths = [`x/${'a'.repeat(cut)}`, 'x/b', `x/b/${'c'.repeat(cut)}d`, 'x/e']
      assert.deepEqual(
        told(indexOf(4, named(...paths.slice(cut === 0 ? 1 : 0)))).map(line => line.split(' ')[0]),
        paths.slice(cut === 0 ? 1 : 0),
        `${cut} bytes`,
      )
    }
  })

  it('says what kind of thing an entry is', () => {
    const modes = [0o100644, 0o100755, 0o120000, 0o160000]
    assert.deepEqual(
      told(
        indexOf(
          2,
          modes.map((mode, nth) => ({ path: `${nth}`, mode })),
        ),
      ),
      ['0 file 0', '1 file 1', '2 link 2', '3 other 3'],
    )
  })

  it('has our side of what is not merged yet, and not what is only announced', () => {
    for (const version of [3, 4])
      assert.deepEqual(
        told(
          indexOf(version, [
            ...[1, 2, 3].map(stage => ({ path: 'both', stage })),
            ...[1, 3].map(stage => ({ path: 'gone', stage })),
            { path: 'left-out', more: 0x4000 },
            { path: 'new', more: 0x2000 },
            { path: 'skipped', more: 0 },
          ]),
        ),
        ['both file 1', 'left-out file 5', 'skipped file 7'],
        `version ${version}`,
      )
    const [line] = told(indexOf(2, [{ path: 'a' }]))
    assert.equal(line, 'a file 0')
  })

  it('is read past what else it holds, where that may be left unread', () => {
    const index = indexOf(
      2,
      named('a'),
      extension('TREE', 'xyz'),
      extension('REUC', ''),
      extension('UNTR', '12345'),
      extension('Xyzw', '1'),
    )
    assert.deepEqual(told(index), ['a file 0'])
  })

  it('needs no sum where its writer leaves it out', () => {
    const index = indexOf(2, named('a', 'b'))
    assert.deepEqual(told(Buffer.concat([index.subarray(0, -20), Buffer.alloc(20)])), ['a file 0', 'b file 1'])
  })

  it('has paths as long as a system opens', () => {
    const long = `${'a/'.repeat(2047)}bc`
    assert.equal(long.length, 4096)
    for (const version of [2, 4]) assert.deepEqual(told(indexOf(version, named(long))), [`${long} file 0`])
  })

  const whole = indexOf(2, named('a/b', 'c'))
  const changed = (at: number, byte: number): Buffer => {
    const bytes = Buffer.from(whole.subarray(0, -20))
    bytes.writeUInt8(byte, at)
    return signed(bytes)
  }
  const refused: readonly (readonly [string, Buffer, RegExp])[] = [
    ['is called otherwise', changed(0, 88), /^version 2$/],
    ['is of version 1', changed(7, 1), /^version 1$/],
    ['is of version 5', changed(7, 5), /^version 5$/],
    ['is shorter than an empty one', Buffer.alloc(31), /^version 0$/],
    ['has another sum', Buffer.concat([whole.subarray(0, -1), Buffer.from([1])]), /^checksum$/],
    ['announces more than it holds', changed(11, 9), /./],
    ['names a part in another file', indexOf(2, named('a'), extension('link', 'x'.repeat(24))), /^extension link$/],
    [
      'names one behind others',
      indexOf(2, named('a'), extension('TREE', 'abc'), extension('sdir', '')),
      /^extension sdir$/,
    ],
    ['has a folder among its files', indexOf(2, [{ path: 'a', mode: 0o040000 }]), /^a$/],
    ['has a path that is too long', indexOf(2, named('a'.repeat(4097))), /^path$/],
    ['leads out of the tree', indexOf(2, named('../a')), /^"\.\."$/],
    ['leads to the same place', indexOf(2, named('a/./b')), /^"\."$/],
    ['names nothing', indexOf(2, named('a//b')), /^""$/],
    ['cuts off more than there was', indexOf(4, [{ path: 'ab' }, { path: 'c', cut: 3 }]), /^path$/],
    ['cuts off more than nothing', indexOf(4, [{ path: 'ab', cut: 1 }]), /^path$/],
  ]
  for (const [what, index, problem] of refused)
    it(`is refused where it ${what}`, () => assert.throws(() => stagedIn(index), { message: problem }))
})
