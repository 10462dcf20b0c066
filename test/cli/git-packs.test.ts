import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { openPacks, TooLarge, type Packs } from '../../server/src/cli/git/packs.ts'
import { writePack, type Packed } from '../support/git.ts'

/** An id that begins with two digits and goes on with others. */
const idOf = (first: number, rest = '0'): string => first.toString(16).padStart(2, '0') + rest.padEnd(38, '0')

const object = (id: string, content: string, kind = 3): Packed => ({
  id,
  kind,
  size: Buffer.byteLength(content),
  packed: deflateSync(content),
})

describe('packs of git', () => {
  let root = ''
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'kafka-review-'))
  })
  afterEach(() => rmSync(root, { recursive: true }))

  const folder = (): string => join(root, '.git/objects/pack')
  const most = 1000
  const told = async (packs: Packs, id: string): Promise<string> => {
    const found = await packs.find(id, most)
    return found ? `${found.type} ${found.content}` : 'nothing'
  }
  /** What is made of `0123456789` by a difference, which is called by offset and by id. */
  const made = async (bytes: readonly number[]): Promise<string> => {
    const [base, byOffset, byId] = [object(idOf(1), '0123456789'), idOf(2), idOf(3)]
    const back = base.packed.length + 1
    assert.ok(back < 128)
    const packed = deflateSync(Buffer.from(bytes))
    writePack(root, [
      base,
      { id: byOffset, kind: 6, size: bytes.length, base: Buffer.from([back]), packed },
      { id: byId, kind: 7, size: bytes.length, base: Buffer.from(base.id, 'hex'), packed },
    ])
    const results = await Promise.all(
      [byOffset, byId].map(id => told(openPacks(folder()), id).catch((error: Error) => error.message)),
    )
    assert.equal(results[0], results[1])
    return results[0] ?? ''
  }

  it('have each object under its id, and nothing under those before, between and behind them', async () => {
    const ids = [0x10, 0x11, 0x80, 0xfe].flatMap(first => ['1', '5', 'f'].map(rest => idOf(first, rest)))
    writePack(
      root,
      [...ids].reverse().map((id, nth) => object(id, `${id} of ${nth}`, (nth % 4) + 1)),
    )
    const packs = openPacks(folder())
    const types = ['commit', 'tree', 'blob', 'tag']
    for (const [nth, id] of [...ids].reverse().entries())
      assert.equal(await told(packs, id), `${types[nth % 4]} ${id} of ${nth}`)
    for (const id of [idOf(0), idOf(0x10), idOf(0x10, '3'), idOf(0x12), idOf(0xfe, 'ff'), idOf(0xff, 'f'.repeat(38))])
      assert.equal(await told(packs, id), 'nothing', id)
  })

  it('know ids by their first digits, and of many alike that there are several', async () => {
    const ids = [idOf(0xab, 'c1'), idOf(0xab, 'c2'), idOf(0xab, 'c3'), idOf(0xff, 'f'.repeat(38))]
    writePack(
      root,
      ids.map(id => object(id, id)),
    )
    const packs = openPacks(folder())
    for (const [short, expected] of [
      ['ab', ids.slice(0, 2)],
      ['abc2', [ids[1]]],
      ['abc3', [ids[2]]],
      ['abc4', []],
      ['ff', [ids[3]]],
      ['f'.repeat(40), [ids[3]]],
      ['00', []],
    ] as const)
      assert.deepEqual(await packs.beginningWith(short), expected, short)
  })

  it('know no ids behind their last one', async () => {
    writePack(root, [object(idOf(0, '1'), 'first')])
    const { beginningWith } = openPacks(folder())
    for (const short of ['0', '00', '001']) assert.deepEqual(await beginningWith(short), [idOf(0, '1')], short)
    for (const short of ['000', '002', '01']) assert.deepEqual(await beginningWith(short), [], short)
  })

  const differences: readonly (readonly [what: string, bytes: readonly number[], expected: string | RegExp])[] = [
    ['copies from a place', [10, 3, 0x91, 4, 3], 'blob 456'],
    ['copies from the beginning', [10, 2, 0x90, 2], 'blob 01'],
    ['copies all', [10, 10, 0x90, 10], 'blob 0123456789'],
    ['copies by more than one byte', [10, 2, 0x80 | 1 | 2 | 16 | 32, 8, 0, 2, 0], 'blob 89'],
    ['writes what is new', [10, 2, 2, 97, 98], 'blob ab'],
    ['writes and copies in turn', [10, 5, 1, 97, 0x91, 9, 1, 2, 98, 99, 0x90, 1], 'blob a9bc0'],
    ['makes nothing', [10, 0], 'blob '],
    ['is of something longer', [11, 1, 1, 97], 'base'],
    ['is of something shorter', [9, 1, 1, 97], 'base'],
    ['makes less than it says', [10, 2, 1, 97], 'difference'],
    ['makes more than it says', [10, 1, 2, 97, 98], 'difference'],
    ['copies more than it says', [10, 1, 0x90, 2], 'difference'],
    ['copies from behind the end', [10, 2, 0x91, 9, 2], 'difference'],
    ['copies as much as sixteen bits hold', [10, 2, 0x80], 'difference'],
    ['has a command that is kept for later', [10, 1, 0, 97], 'difference'],
    ['ends in a command', [10, 5, 0x91, 1], /out of range/],
    ['writes more than it has', [10, 3, 3, 97, 98], 'difference'],
  ]
  for (const [what, bytes, expected] of differences)
    it(`have an object as a difference that ${what}`, async () => {
      const found = await made(bytes)
      if (typeof expected === 'string') assert.equal(found, expected)
      else assert.match(found, expected)
    })

  it('have what is as large as is asked for, and say the size of what is larger', async () => {
    writePack(root, [object(idOf(1), 'x'.repeat(most)), object(idOf(2), 'x'.repeat(most + 1))])
    assert.equal(await told(openPacks(folder()), idOf(1)), `blob ${'x'.repeat(most)}`)
    await assert.rejects(told(openPacks(folder()), idOf(2)), error => {
      assert.ok(error instanceof TooLarge)
      return error.size === most + 1
    })
  })

  it('are read without those of which the index is broken, or the objects are gone', async () => {
    const broken: readonly ((index: Buffer) => Uint8Array)[] = [
      () => Buffer.alloc(0),
      index => index.subarray(0, 8 + 256 * 4 - 1),
      index => index.subarray(0, -41),
      index => Buffer.concat([Buffer.from([0]), index.subarray(1)]),
      index => Buffer.concat([index.subarray(0, 7), Buffer.from([3]), index.subarray(8)]),
      // It counts more than it holds.
      index => Buffer.concat([index.subarray(0, 8 + 255 * 4), Buffer.from([0, 0, 0, 9]), index.subarray(8 + 256 * 4)]),
    ]
    writePack(root, [object(idOf(1), 'first'), object(idOf(2), 'second')], 0, 'pack-a')
    writePack(root, [object(idOf(1), 'other'), object(idOf(3), 'third')], 0, 'pack-b')
    const index = readFileSync(join(folder(), 'pack-a.idx'))
    const all = async (): Promise<string[]> => {
      const packs = openPacks(folder())
      return Promise.all([1, 2, 3].map(first => told(packs, idOf(first))))
    }
    const [first, ...others] = await all()
    assert.ok(first === 'blob first' || first === 'blob other')
    assert.deepEqual(others, ['blob second', 'blob third'])
    for (const make of broken) {
      writeFileSync(join(folder(), 'pack-a.idx'), make(index))
      assert.deepEqual(await all(), ['blob other', 'nothing', 'blob third'])
    }
    writeFileSync(join(folder(), 'pack-a.idx'), index)
    rmSync(join(folder(), 'pack-a.pack'))
    assert.deepEqual(await all(), ['blob other', 'nothing', 'blob third'])
  })

  it('are looked for again once, since git may have packed anew', async () => {
    const packs = openPacks(folder())
    assert.equal(await told(packs, idOf(1)), 'nothing')
    writePack(root, [object(idOf(1), 'new')])
    assert.equal(await told(packs, idOf(1)), 'nothing', 'what was there is known')
    assert.equal((await packs.findAgain(idOf(1), most))?.content.toString(), 'new')
    assert.equal(await packs.findAgain(idOf(1), most), undefined)
    assert.equal(await told(packs, idOf(1)), 'blob new')
  })
})
