import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, statSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { openRepository } from '../../server/src/cli/git/repository.ts'
import { snapshotFiles } from '../../server/src/cli/git/snapshot-files.ts'
import { UsageError } from '../../server/src/cli/arguments.ts'
import { mostBytes } from '../../server/src/host/node.ts'
import { toUri } from '../../server/src/text/uri.ts'
import { runIn } from '../support/command-line.ts'
import { git, makeRepository, writeFiles, writePack, type Packed } from '../support/git.ts'
import { memoryFiles } from '../support/memory-files.ts'
import { topic } from '../support/shop.ts'

/** Lines that have nothing in common, the same ones each time. */
function linesOf(seed: number): () => string {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return `key-${state}: ${createHash('sha1').update(String(state)).digest('base64')}`
  }
}

describe('a repository', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'kafka-review-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  const at = (...names: string[]): string => join(folder, ...names)
  /** The text of a file at a revision, or what is wrong. */
  const textAt = async (root: string, revision: string, path = 'a/b.yaml'): Promise<string> => {
    try {
      const repository = await openRepository(root)
      const snapshot = revision === 'staged' ? await repository.staged() : await repository.at(revision)
      const files = snapshotFiles(snapshot, toUri('file:///here/'), memoryFiles(new Map()))
      const content = await files.read(toUri(`file:///here/${path}`))
      return content ? Object.values(content).join() : 'nothing'
    } catch (error) {
      if (error instanceof UsageError && typeof error.said !== 'string') return error.said.id
      throw error
    }
  }

  it('answers what stood at a revision, however it is named', async () => {
    makeRepository(at('r'), { 'a/b.yaml': '1' }, { 'a/b.yaml': '2' }, { 'a/b.yaml': '3' })
    git(at('r'), 'tag', '-a', 'v1', '-m', 'x', 'HEAD~1')
    git(at('r'), 'update-ref', 'refs/remotes/origin/main', 'HEAD~2')
    git(at('r'), 'checkout', '-q', '-b', 'side', 'HEAD~2')
    writeFiles(at('r'), { 'a/b.yaml': '4', 'c.yaml': '' })
    git(at('r'), 'commit', '-qam', '4')
    const id = git(at('r'), 'rev-parse', 'main')
    for (const packed of [false, true]) {
      if (packed) git(at('r'), 'gc', '-q')
      for (const [revision, text] of [
        ['HEAD', '4'],
        ['@', '4'],
        ['side', '4'],
        ['main', '3'],
        ['refs/heads/main', '3'],
        [id, '3'],
        [id.slice(0, 8), '3'],
        ['main~1', '2'],
        ['main^', '2'],
        ['main^1~1', '1'],
        ['main~2', '1'],
        ['v1', '2'],
        ['v1^', '1'],
        ['origin/main', '1'],
        ['main~3', 'git.unknown'],
        ['main^2', 'git.unknown'],
        ['no', 'git.unknown'],
        ['../HEAD', 'git.unknown'],
        ['', 'git.unknown'],
      ] as const)
        assert.equal(await textAt(at('r'), revision), text, `${revision}${packed ? ', packed' : ''}`)
      const fork = await (await openRepository(at('r'))).forkOf('main', 'side')
      assert.deepEqual(
        (await fork.list(''))?.map(({ name }) => name),
        ['a'],
      )
    }
  })

  it('answers what is staged', async () => {
    makeRepository(at('r'), { 'a/b.yaml': '1', 'a/c/d.yaml': '' })
    writeFiles(at('r'), { 'a/b.yaml': '2' })
    git(at('r'), 'add', '-A')
    writeFiles(at('r'), { 'a/b.yaml': '3' })
    assert.equal(await textAt(at('r'), 'staged'), '2')
    writeFiles(at('r'), { 'a/announced.yaml': 'x' })
    git(at('r'), 'add', '-N', 'a/announced.yaml')
    for (const version of ['3', '4']) {
      git(at('r'), 'update-index', '--index-version', version)
      assert.equal(await textAt(at('r'), 'staged'), '2')
      assert.equal(await textAt(at('r'), 'staged', 'a/c/d.yaml'), '')
      assert.equal(await textAt(at('r'), 'staged', 'a/announced.yaml'), 'nothing')
    }
    git(at('r'), 'update-index', '--split-index')
    assert.equal(await textAt(at('r'), 'staged'), 'git.noIndex', 'a part of it lies elsewhere')
  })

  it('is found from a folder in it, from a linked working tree, and with objects that it borrows', async () => {
    makeRepository(at('r'), { 'a/b.yaml': '1' })
    assert.equal(await textAt(at('r', 'a'), 'HEAD'), '1')
    git(at('r'), 'worktree', 'add', '-q', '-b', 'side', at('linked'))
    writeFiles(at('linked'), { 'a/b.yaml': '2' })
    git(at('linked'), 'commit', '-qam', '2')
    assert.equal(await textAt(at('linked'), 'HEAD'), '2')
    assert.equal(await textAt(at('linked'), 'staged'), '2')
    assert.equal(await textAt(at('linked'), 'main'), '1')
    git(folder, 'clone', '-q', '--shared', at('r'), at('borrows'))
    assert.equal(await textAt(at('borrows'), 'origin/side'), '2')
    assert.equal(await textAt(folder, 'HEAD'), 'git.none')
  })

  it('says what helps where objects are missing', async () => {
    makeRepository(at('r'), { 'a/b.yaml': '1' }, { 'a/b.yaml': '2' }, { 'a/b.yaml': '3' })
    git(at('r'), 'config', 'uploadpack.allowFilter', 'true')
    git(folder, 'clone', '-q', '--depth', '1', `file://${at('r')}`, at('shallow'))
    assert.equal(await textAt(at('shallow'), 'HEAD'), '3')
    assert.equal(await textAt(at('shallow'), 'HEAD~1'), 'git.shallow')
    assert.equal(await textAt(at('shallow'), 'origin/other'), 'git.unknownShallow')
    git(at('shallow'), 'fetch', '-q', '--unshallow')
    assert.equal(await textAt(at('shallow'), 'HEAD~1'), '2', 'the cure cures')
    git(folder, 'clone', '-q', '--filter=blob:none', `file://${at('r')}`, at('partial'))
    assert.equal(await textAt(at('partial'), 'HEAD'), '3')
    assert.equal(await textAt(at('partial'), 'HEAD~1'), 'git.partial')
    git(at('partial'), 'fetch', '-q', '--refetch', '--no-filter')
    assert.equal(await textAt(at('partial'), 'HEAD~1'), '2', 'the cure cures')
    git(folder, 'init', '-q', '--object-format=sha256', at('other'))
    assert.equal(await textAt(at('other'), 'HEAD'), 'git.format')
  })

  it('is read while git packs it anew', async () => {
    makeRepository(at('r'), { 'a/b.yaml': '1', 'c.yaml': '2' }, { 'a/b.yaml': '3' })
    git(at('r'), 'gc', '-q')
    const repository = await openRepository(at('r'))
    const before = await repository.at('HEAD~1')
    const [c] = ((await before.list('')) ?? []).filter(({ name }) => name === 'c.yaml')
    writeFiles(at('r'), { 'd.yaml': '4' })
    git(at('r'), 'add', '-A')
    git(at('r'), 'commit', '-qm', '3')
    git(at('r'), 'gc', '-q')
    assert.ok(c)
    assert.equal(String(await before.read(c)), '2')
    const after = await repository.at('HEAD')
    assert.deepEqual(
      (await after.list(''))?.map(({ name }) => name),
      ['a', 'c.yaml', 'd.yaml'],
    )
  })

  it('follows links, in it and not out of it, and in no circle', async () => {
    makeRepository(at('r'), { 'a/b.yaml': '1' })
    symlinkSync('a', at('r', 'linked'))
    symlinkSync('../linked/b.yaml', at('r', 'a', 'c.yaml'))
    symlinkSync('/etc/hostname', at('r', 'out.yaml'))
    symlinkSync('round/x', at('r', 'round'))
    git(at('r'), 'add', '-A')
    git(at('r'), 'commit', '-qm', '2')
    assert.equal(await textAt(at('r'), 'HEAD', 'linked/b.yaml'), '1')
    assert.equal(await textAt(at('r'), 'HEAD', 'linked/c.yaml'), '1')
    assert.equal(await textAt(at('r'), 'HEAD', 'out.yaml'), 'nothing')
    assert.equal(await textAt(at('r'), 'HEAD', 'round/y.yaml'), 'nothing')
  })

  it('is not waited for where what should be a file is a pipe or never ends', async () => {
    for (const [path, revision, expected] of [
      ['HEAD', 'HEAD', 'git.none'],
      ['config', 'main', '1'],
      ['packed-refs', 'nobody', 'git.unknown'],
      ['refs/heads/main', 'main', 'git.unknown'],
      ['objects/info/alternates', 'main', '1'],
      ['index', 'staged', 'git.noIndex'],
      ['commondir', 'main', '1'],
    ] as const)
      for (const what of ['pipe', '/dev/zero']) {
        const root = at(`${path.replaceAll('/', '-')}-${what.replaceAll('/', '-')}`)
        makeRepository(root, { 'a/b.yaml': '1' })
        rmSync(join(root, '.git', path), { force: true })
        if (what === 'pipe') execFileSync('mkfifo', [join(root, '.git', path)])
        else symlinkSync(what, join(root, '.git', path))
        assert.equal(await textAt(root, revision), expected, `${path} ${what}`)
      }
    writeFiles(at('linked'), { 'x.yaml': '' })
    execFileSync('mkfifo', [at('linked', '.git')])
    assert.equal(await textAt(at('linked'), 'HEAD'), 'git.none')
  })

  /** A repository with a file of which a pack says something else. */
  const packing = async (...objects: readonly Omit<Packed, 'id'>[]): Promise<string> => {
    const root = at(`r${readdirSync(folder).length}`)
    makeRepository(root, { 'a/b.yaml': '1' })
    const id = git(root, 'rev-parse', 'HEAD:a/b.yaml')
    writePack(
      root,
      objects.map((object, index) => ({
        ...object,
        id: index === 0 ? id : String(index).repeat(40),
        ...(object.base?.length === 1 && object.kind === 7 ? { base: Buffer.from(id, 'hex') } : {}),
      })),
    )
    return textAt(root, 'HEAD')
  }
  const blob = (content: Uint8Array, size = content.length): Omit<Packed, 'id'> => ({
    kind: 3,
    size,
    packed: deflateSync(content),
  })
  const difference = (kind: 6 | 7, base: Uint8Array, bytes: readonly number[]): Omit<Packed, 'id'> => ({
    kind,
    size: bytes.length,
    base,
    packed: deflateSync(Buffer.from(bytes)),
  })
  const own = Buffer.from([0])
  const tooLarge = /^left out, \d+ MB is more than a review takes$/
  const unreadable = /^git\.unreadable$/
  const huge = Buffer.alloc(40_000_000)
  const attacks: readonly (readonly [string, () => Promise<string>, RegExp])[] = [
    ['as it is', () => packing(blob(Buffer.from('1'))), /^1$/],
    ['of another content', () => packing(blob(Buffer.from('2'))), unreadable],
    ['that differs from itself, by offset', () => packing(difference(6, Buffer.from([0]), [1, 1, 1, 49])), unreadable],
    [
      'that differs from what stands before the pack',
      () => packing(difference(6, Buffer.from([0x80, 0x7f]), [1, 1, 1, 49])),
      unreadable,
    ],
    ['that differs from itself, by id', () => packing(difference(7, own, [1, 1, 1, 49])), unreadable],
    [
      'that differs from what differs from it',
      () =>
        packing(difference(7, Buffer.from('1'.repeat(40), 'hex'), [1, 1, 1, 49]), difference(7, own, [1, 1, 1, 49])),
      unreadable,
    ],
    ['that differs from nothing', () => packing(difference(7, Buffer.alloc(20, 7), [1, 1, 1, 49])), unreadable],
    ['that unpacks to more than it says', () => packing(blob(huge, 1)), unreadable],
    ['that unpacks to less than it says', () => packing(blob(Buffer.from('1'), 1000)), unreadable],
    ['that unpacks to forty megabytes', () => packing(blob(huge)), tooLarge],
    ['that says that it is of a terabyte', () => packing(blob(Buffer.from('1'), 2 ** 40)), tooLarge],
    [
      'that is made of a terabyte',
      () =>
        packing(
          difference(7, Buffer.from('1'.repeat(40), 'hex'), [1, ...[255, 255, 255, 255, 255, 31], 49]),
          blob(Buffer.from('1')),
        ),
      tooLarge,
    ],
    [
      'that copies more than it says',
      () =>
        packing(
          difference(7, Buffer.from('1'.repeat(40), 'hex'), [1, 1, ...Array(1000).fill([0x91, 0, 1]).flat()]),
          blob(Buffer.from('1')),
        ),
      unreadable,
    ],
    [
      'that copies from behind the end',
      () => packing(difference(7, Buffer.from('1'.repeat(40), 'hex'), [1, 1, 0x91, 200, 1]), blob(Buffer.from('1'))),
      unreadable,
    ],
    ['of a kind that is none', () => packing({ ...blob(Buffer.from('1')), kind: 5 }), unreadable],
    ['that is cut off', () => packing({ ...blob(Buffer.from('1')), packed: Buffer.from([0x78]) }), unreadable],
  ]
  for (const [what, told, expected] of attacks)
    it(`with a pack of an object ${what} is read, or told`, async () => assert.match(await told(), expected))

  it('with a pack of five gigabytes is read piece by piece', async function () {
    // Where files have no holes, it would take as much room.
    if (process.platform === 'win32') this.skip()
    makeRepository(at('r'), { 'a/b.yaml': '1' })
    const packed = ['HEAD', 'HEAD^{tree}', 'HEAD:a', 'HEAD:a/b.yaml'].map((name): Packed => {
      const id = git(at('r'), 'rev-parse', name)
      const kind = git(at('r'), 'cat-file', '-t', id)
      const content = execFileSync('git', ['cat-file', kind, id], { cwd: at('r') })
      return {
        id,
        kind: ['', 'commit', 'tree', 'blob'].indexOf(kind),
        size: content.length,
        packed: deflateSync(content),
      }
    })
    writePack(at('r'), packed, 5 * 2 ** 30)
    assert.ok(statSync(at('r', '.git/objects/pack/pack-x.pack')).size > 5 * 2 ** 30)
    assert.equal(await textAt(at('r'), 'HEAD'), '1')
  })

  it('with a loose object that unpacks to forty megabytes leaves the file out', async () => {
    makeRepository(at('r'), { 'a/b.yaml': '1', 'c.yaml': '2' })
    const id = git(at('r'), 'rev-parse', 'HEAD:a/b.yaml')
    const path = at('r', '.git/objects', id.slice(0, 2), id.slice(2))
    rmSync(path)
    writeFileSync(path, deflateSync(Buffer.concat([Buffer.from(`blob ${huge.length}\0`), huge])))
    assert.match(await textAt(at('r'), 'HEAD'), tooLarge)
    assert.equal(await textAt(at('r'), 'HEAD', 'c.yaml'), '2')
    const { status, problems } = await runIn(at('r'), { 'c.yaml': topic(2, 'orders') }, 'diff', 'HEAD')
    assert.deepEqual([status, problems], [0, ''])
  })

  it('with an index of a pack, or of what is staged, that says anything is told', async () => {
    makeRepository(at('r'), { 'a/b.yaml': '1' })
    git(at('r'), 'gc', '-q')
    const [name = ''] = readdirSync(at('r', '.git/objects/pack')).filter(one => one.endsWith('.idx'))
    const change = (path: string, bytes: (whole: Buffer) => Uint8Array): void => {
      const whole = readFileSync(at('r', '.git', path))
      rmSync(at('r', '.git', path))
      writeFileSync(at('r', '.git', path), bytes(whole))
    }
    const changes: readonly ((whole: Buffer) => Uint8Array)[] = [
      whole => whole.subarray(0, whole.length / 2),
      whole => Buffer.concat([whole.subarray(0, 8), Buffer.alloc(whole.length - 8, 255)]),
      () => Buffer.alloc(0),
      () => Buffer.alloc(5000, 255),
    ]
    const index = `objects/pack/${name}`
    for (const [path, revision, expected] of [
      [index, 'HEAD', 'git.unreadable'],
      ['index', 'staged', 'git.noIndex'],
    ] as const) {
      const kept = readFileSync(at('r', '.git', path))
      for (const one of changes) {
        change(path, one)
        assert.equal(await textAt(at('r'), revision), expected)
        change(path, () => kept)
      }
    }
    assert.equal(await textAt(at('r'), 'HEAD'), '1')
    // The sum is left out, as those do who write large ones quickly.
    for (const [staged, expected] of [
      ['a/b.yaml', '1'],
      ['../.yaml', 'git.noIndex'],
      ['a/../yam', 'git.noIndex'],
      ['a//.yaml', 'git.noIndex'],
    ] as const) {
      const kept = readFileSync(at('r', '.git/index'))
      change('index', whole =>
        Buffer.concat([
          Buffer.from(whole.subarray(0, -20).toString('latin1').replace('a/b.yaml', staged), 'latin1'),
          Buffer.alloc(20),
        ]),
      )
      assert.equal(await textAt(at('r'), 'staged'), expected)
      change('index', () => kept)
    }
  })

  it('with names that lead elsewhere is told, with names that mean something is shown as data', async () => {
    makeRepository(at('r'), { 'x.yaml': '1' })
    const blobId = git(at('r'), 'rev-parse', 'HEAD:x.yaml')
    const commitOf = (name: string, mode = '100644'): string => {
      const entry = Buffer.concat([Buffer.from(`${mode} ${name}\0`), Buffer.from(blobId, 'hex')])
      const tree = execFileSync('git', ['hash-object', '-t', 'tree', '-w', '--stdin', '--literally'], {
        cwd: at('r'),
        encoding: 'utf8',
        input: entry,
      }).trim()
      return git(at('r'), 'commit-tree', tree, '-m', 'x')
    }
    for (const name of ['..', '.', '', 'a/b', '../../x.yaml'])
      assert.equal(await textAt(at('r'), commitOf(name), 'x.yaml'), 'git.unreadable', name)
    assert.equal(await textAt(at('r'), commitOf('sub', '160000'), 'sub/x.yaml'), 'nothing')
    const named = commitOf('a\\b\n\u001b[2J::error::.yaml')
    assert.equal(await textAt(at('r'), named, 'a%5Cb%0A%1B%5B2J%3A%3Aerror%3A%3A.yaml'), '1')
    const { status, out, problems } = await runIn(at('r'), {}, 'diff', 'main', named)
    assert.deepEqual([status, problems], [0, ''])
    assert.ok(!out.includes('\u001b'))
    assert.equal((await runIn(at('r'), {}, 'diff', 'main~999999999999')).status, 2)
  })

  it('answers every version of a file that is packed as differences, by offset or by id', async () => {
    makeRepository(at('r'))
    const random = linesOf(5)
    const lines = Array.from({ length: 6000 }, random)
    const versions: string[] = []
    // Beginnings, ends, a piece of every length, and more than 64 KiB that stay the same.
    for (const change of [0, 1, 5999, 3000, 17, 4500, 2, 2999]) {
      lines.splice(change, change % 3, ...Array.from({ length: 1 + (change % 40) }, random))
      versions.push(lines.join('\n'))
      writeFiles(at('r'), { 'a/b.yaml': lines.join('\n'), 'a/small.yaml': `${'x'.repeat(change % 300)}${change}` })
      git(at('r'), 'add', '-A')
      git(at('r'), 'commit', '-qm', String(change))
    }
    for (const base of ['true', 'false']) {
      git(at('r'), '-c', `repack.useDeltaBaseOffset=${base}`, 'repack', '-adfq', '--window=50', '--depth=50')
      git(at('r'), 'prune-packed', '-q')
      const [index = ''] = readdirSync(at('r', '.git/objects/pack')).filter(name => name.endsWith('.idx'))
      assert.match(git(at('r'), 'verify-pack', '-v', `.git/objects/pack/${index}`), /chain length = [3-9]/)
      for (const [back, text] of [...versions].reverse().entries()) {
        assert.ok((await textAt(at('r'), `HEAD~${back}`)) === text, `${back} back, by offset: ${base}`)
        assert.equal(
          await textAt(at('r'), `HEAD~${back}`, 'a/small.yaml'),
          git(at('r'), 'show', `HEAD~${back}:a/small.yaml`),
        )
      }
    }
  })

  it('knows an abbreviated id where no other begins so, packed or not', async () => {
    makeRepository(at('r'), { 'a/b.yaml': '1' })
    const id = git(at('r'), 'rev-parse', 'HEAD')
    const blobId = (text: string): string => createHash('sha1').update(`blob ${text.length}\0${text}`).digest('hex')
    let twin = 0
    while (!blobId(String(twin)).startsWith(id.slice(0, 4))) twin++
    const steps: Readonly<Record<string, () => void>> = {
      alone: () => {},
      'with another': () => {
        writeFiles(at('r'), { 'twin.yaml': String(twin) })
        git(at('r'), 'add', '-A')
        git(at('r'), 'commit', '-qm', '2')
      },
      packed: () => void git(at('r'), 'gc', '-q'),
      'half packed': () => {
        const [pack = ''] = readdirSync(at('r', '.git/objects/pack')).filter(name => name.endsWith('.pack'))
        const bytes = readFileSync(at('r', '.git/objects/pack', pack))
        rmSync(at('r', '.git/objects/pack'), { recursive: true, force: true })
        execFileSync('git', ['unpack-objects', '-q'], { cwd: at('r'), input: bytes })
        execFileSync('git', ['pack-objects', '-q', '.git/objects/pack/pack'], { cwd: at('r'), input: `${id}\n` })
        git(at('r'), 'prune-packed', '-q')
      },
    }
    const digits = [...id].findIndex((digit, index) => digit !== blobId(String(twin))[index]) + 1
    for (const [step, take] of Object.entries(steps)) {
      take()
      assert.equal(await textAt(at('r'), id.slice(0, 4)), step === 'alone' ? '1' : 'git.unknown', step)
      for (const known of [id.slice(0, digits), id.slice(0, 39), id])
        assert.equal(await textAt(at('r'), known), '1', step)
      assert.equal(await textAt(at('r'), id.slice(0, 3)), 'git.unknown', 'too short')
      assert.equal(await textAt(at('r'), `${id.slice(0, 39)}${id.endsWith('0') ? 1 : 0}`), 'git.unknown', 'another')
    }
  })

  it('follows tags of tags to a commit, and says where they lead to none', async () => {
    makeRepository(at('r'), { 'a/b.yaml': '1' })
    let target = 'HEAD'
    for (let nth = 1; nth <= 11; nth++) {
      git(at('r'), 'tag', '-a', `t${nth}`, '-m', 'x', target)
      target = `t${nth}`
    }
    git(at('r'), 'tag', '-a', 'tree', '-m', 'x', 'HEAD^{tree}')
    git(at('r'), 'tag', 'light', 'HEAD:a/b.yaml')
    for (const [revision, expected] of [
      ['t1', '1'],
      ['t2', '1'],
      ['t10', '1'],
      ['t11', 'git.unreadable'],
      ['tree', 'git.unreadable'],
      ['light', 'git.unreadable'],
    ] as const)
      assert.equal(await textAt(at('r'), revision), expected, revision)
  })

  it('follows references that name each other, and none that leads nowhere or round', async () => {
    makeRepository(at('r'), { 'a/b.yaml': '1' })
    const chain = ['main', 's1', 's2', 's3', 's4', 's5', 's6', 's7']
    const leads = [
      ...chain.slice(1).map((name, nth) => [name, chain[nth] ?? '']),
      ['round', 'round'],
      ['gone', 'nobody'],
    ]
    for (const [name, to] of leads) git(at('r'), 'symbolic-ref', `refs/heads/${name}`, `refs/heads/${to}`)
    writeFiles(at('r'), { '.git/refs/heads/odd': 'main\n', '.git/refs/heads/short': 'abc123\n' })
    for (const packed of [false, true]) {
      if (packed) git(at('r'), 'pack-refs', '--all')
      for (const [revision, expected] of [
        ['s1', '1'],
        ['s5', '1'],
        ['s7', 'git.unknown'],
        ['round', 'git.unknown'],
        ['gone', 'git.unknown'],
        ['odd', 'git.unknown'],
        ['short', 'git.unknown'],
        ['heads/main', '1'],
        ['ain', 'git.unknown'],
      ] as const)
        assert.equal(await textAt(at('r'), revision), expected, `${revision}${packed ? ', packed' : ''}`)
    }
  })

  it('begins where histories part: at the newest commit that both have', async () => {
    makeRepository(at('r'), { 'a/b.yaml': '1' }, { 'a/b.yaml': '2' })
    const commit = (text: string, seconds: number, ...parents: string[]): string => {
      writeFiles(at('r'), { 'a/b.yaml': text })
      git(at('r'), 'add', '-A')
      const tree = git(at('r'), 'write-tree')
      const made = execFileSync('git', ['commit-tree', tree, '-m', text, ...parents.flatMap(id => ['-p', id])], {
        cwd: at('r'),
        encoding: 'utf8',
        env: {
          ...process.env,
          ...Object.fromEntries(
            ['AUTHOR', 'COMMITTER'].flatMap(who => [
              [`GIT_${who}_NAME`, 'a'],
              [`GIT_${who}_EMAIL`, 'a@example.org'],
              [`GIT_${who}_DATE`, `${1_700_000_000 + seconds} +0200`],
            ]),
          ),
        },
      })
      return made.trim()
    }
    const [first, other] = [commit('1', 0), commit('x', 0)]
    const second = commit('2', 10, first)
    const [left, right] = [commit('3', 20, second), commit('4', 30, second)]
    const merged = commit('5', 40, left, right)
    const beyond = commit('6', 50, merged)
    const side = commit('7', 60, right)
    const forkAt = async (one: string, two: string): Promise<string> => {
      try {
        const found = await (await openRepository(at('r'))).forkOf(one, two)
        const files = snapshotFiles(found, toUri('file:///here/'), memoryFiles(new Map()))
        return Object.values((await files.read(toUri('file:///here/a/b.yaml'))) ?? {}).join()
      } catch (error) {
        return error instanceof UsageError && typeof error.said !== 'string' ? error.said.id : String(error)
      }
    }
    for (const [one, two, expected] of [
      [left, right, '2'],
      [beyond, side, '4'],
      [beyond, left, '3'],
      [beyond, beyond, '6'],
      [first, beyond, '1'],
      [left, other, 'git.noFork'],
    ] as const) {
      assert.equal(await forkAt(one, two), expected)
      assert.equal(await forkAt(two, one), expected)
    }
    git(at('r'), 'update-ref', 'refs/heads/merged', merged)
    for (const [revision, expected] of [
      ['merged^', '3'],
      ['merged^1', '3'],
      ['merged^2', '4'],
      ['merged^2^', '2'],
      ['merged~2', '2'],
      ['merged^0', '5'],
      ['merged~0', '5'],
      ['merged^^^', '1'],
      ['merged^3', 'git.unknown'],
      ['merged~4', 'git.unknown'],
    ] as const)
      assert.equal(await textAt(at('r'), revision), expected, revision)
  })

  it('borrows objects by paths of any kind, and from no circle', async () => {
    makeRepository(at('lends'), { 'a/b.yaml': '1' })
    git(folder, 'clone', '-q', '--shared', at('lends'), at('r'))
    const alternates = '.git/objects/info/alternates'
    for (const [lines, expected] of [
      ['../../../lends/.git/objects\n', '1'],
      [`# x\n\n  ${at('lends', '.git/objects')}  \n`, '1'],
      [`${at('r', '.git/objects')}\n${at('lends', '.git/objects')}\n`, '1'],
      [`${Array.from({ length: 60 }, (_, nth) => at('none', String(nth), 'objects')).join('\n')}\n`, 'git.unreadable'],
      [`#${at('lends', '.git/objects')}\n`, 'git.unreadable'],
      ['', 'git.unreadable'],
    ] as const) {
      writeFiles(at('r'), { [alternates]: lines })
      assert.equal(await textAt(at('r'), 'HEAD'), expected, lines)
    }
    writeFiles(at('lends'), { [alternates]: `${at('r', '.git/objects')}\n` })
    writeFiles(at('r'), { [alternates]: `${at('lends', '.git/objects')}\n` })
    assert.equal(await textAt(at('r'), 'HEAD'), '1', 'round')
  })

  it('says what of its format is not read', async () => {
    makeRepository(at('r'), { 'a/b.yaml': '1' })
    for (const [key, value, expected] of [
      ['extensions.objectFormat', 'sha1', '1'],
      ['extensions.objectFormat', 'SHA1', '1'],
      ['extensions.objectFormat', 'sha256', 'git.format'],
      ['extensions.refStorage', 'files', '1'],
      ['extensions.refStorage', 'reftable', 'git.references'],
    ] as const) {
      const kept = readFileSync(at('r', '.git/config'))
      writeFileSync(at('r', '.git/config'), `${kept}[extensions]\n\t${key.split('.')[1]} = ${value}\n`)
      assert.equal(await textAt(at('r'), 'HEAD'), expected, `${key} ${value}`)
      writeFileSync(at('r', '.git/config'), kept)
    }
  })

  it('refuses objects that are other than they are called, in files of their own', async () => {
    makeRepository(at('r'), { 'a/b.yaml': '1', 'c.yaml': '2' })
    const id = git(at('r'), 'rev-parse', 'HEAD:a/b.yaml')
    const path = at('r', '.git/objects', id.slice(0, 2), id.slice(2))
    for (const [content, expected] of [
      ['blob 1\u00001', '1'],
      ['blob 2\u00001', 'git.unreadable'],
      ['blob 1\u00002', 'git.unreadable'],
      ['tree 1\u00001', 'git.unreadable'],
      ['x blob 1\u00001', 'git.unreadable'],
      ['blob 1 x\u00001', 'git.unreadable'],
      ['blob 1', 'git.unreadable'],
      ['blob\u00001', 'git.unreadable'],
      ['', 'git.unreadable'],
    ] as const) {
      rmSync(path, { force: true })
      writeFileSync(path, deflateSync(Buffer.from(content)))
      assert.equal(await textAt(at('r'), 'HEAD'), expected, JSON.stringify(content))
      assert.equal(await textAt(at('r'), 'HEAD', 'c.yaml'), '2')
    }
    writeFileSync(path, 'packed by nobody')
    assert.equal(await textAt(at('r'), 'HEAD'), 'git.unreadable')
    const parent = git(at('r'), 'rev-parse', 'HEAD')
    for (const [object, expected] of [
      [`tree ${id}\nauthor a <a> 1 +0000\ncommitter a <a> 1 +0000\n\nx`, 'git.unreadable'],
      ['author a <a> 1 +0000\n\ntree 1', 'git.unreadable'],
      [`author a <a> 1 +0000\n\ntree ${git(at('r'), 'rev-parse', 'HEAD^{tree}')}\n`, 'git.unreadable'],
      [
        `tree ${git(at('r'), 'rev-parse', 'HEAD^{tree}')}\nnote parent ${parent}\nauthor a <a> 1 +0000\n\nparent ${parent}\n`,
        '2',
      ],
    ] as const) {
      const made = execFileSync('git', ['hash-object', '-t', 'commit', '-w', '--stdin', '--literally'], {
        cwd: at('r'),
        encoding: 'utf8',
        input: object,
      })
      assert.equal(await textAt(at('r'), made.trim(), 'c.yaml'), expected, object)
      assert.notEqual(await textAt(at('r'), `${made.trim()}^`, 'c.yaml'), '2', 'it names no parent')
    }
  })

  it('has files as large as a review takes, in whatever way they are stored', async () => {
    const sizes = [mostBytes, mostBytes + 1, mostBytes + 30]
    makeRepository(at('r'), Object.fromEntries(sizes.map(size => [`${size}.yaml`, 'x'.repeat(size)])))
    for (const packed of [false, true]) {
      if (packed) git(at('r'), 'gc', '-q')
      for (const size of sizes) {
        const text = await textAt(at('r'), 'HEAD', `${size}.yaml`)
        if (size === mostBytes) assert.equal(text.length, size)
        else assert.match(text, tooLarge)
      }
    }
  })

  it('is not walked for ever where trees hold the same trees again and again', async () => {
    makeRepository(at('r'), { 'x.yaml': '1' })
    let tree = git(at('r'), 'rev-parse', 'HEAD^{tree}')
    for (let level = 0; level < 9; level++) {
      const entries = Array.from({ length: 9 }, (_, i) => `040000 tree ${tree}\td${i}`).join('\n')
      tree = execFileSync('git', ['mktree'], { cwd: at('r'), encoding: 'utf8', input: entries }).trim()
    }
    const commit = git(at('r'), 'commit-tree', tree, '-m', 'x')
    git(at('r'), 'update-ref', 'refs/heads/bomb', commit)
    const { status, problems } = await runIn(at('r'), {}, 'diff', 'main', 'bomb')
    assert.equal(status, 2)
    assert.match(problems, /bomb: more than 10000 folders, nearly all of them alike/)
  }).timeout(60_000)
})

describe('check --changed', function () {
  this.timeout(120_000)
  it('reports what differs from HEAD, or from where the branch left another', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'kafka-review-'))
    try {
      makeRepository(folder, { 'old.yaml': topic(2, 'old'), 'sub/edited.yaml': topic(2, 'edited') })
      git(folder, 'checkout', '-q', '-b', 'side')
      writeFiles(folder, { 'added.yaml': topic(2, 'added') })
      git(folder, 'add', '-A')
      git(folder, 'commit', '-qm', '2')
      git(folder, 'checkout', '-q', 'main')
      writeFiles(folder, { 'old.yaml': topic(1, 'old') })
      git(folder, 'commit', '-qam', '3')
      git(folder, 'checkout', '-q', 'side')
      const reported = async (...args: string[]): Promise<string[]> => {
        const { out, problems } = await runIn(folder, {}, 'check', '.', ...args, '--format', 'json')
        assert.equal(problems, '')
        const { findings } = JSON.parse(out) as { findings: { file: string }[] }
        return findings.map(({ file }) => file)
      }
      assert.deepEqual(await reported('--changed'), [])
      writeFiles(folder, {
        'sub/edited.yaml': `${topic(2, 'edited')}# x\n`,
        'untracked.yaml': topic(2, 'untracked'),
        'old.yaml': topic(2, 'old').replaceAll('\n', '\r\n'),
      })
      assert.deepEqual(
        await reported('--changed'),
        ['sub/edited.yaml', 'untracked.yaml'],
        'other line ends are no change',
      )
      assert.deepEqual(await reported('--changed=main'), ['added.yaml', 'sub/edited.yaml', 'untracked.yaml'])
      const { status, problems } = await runIn(folder, {}, 'check', '.', '--changed=none')
      assert.deepEqual([status, problems.split('\n')[0]], [2, 'kafka-review: no such revision: none'])
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
})

describe('check --against', () => {
  it('compares schemas with what they were at a revision, as --changed does', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'kafka-review-'))
    const schema = (...fields: string[]): string =>
      JSON.stringify({ type: 'record', name: 'Parcel', fields: fields.map(name => ({ name, type: 'int' })) })
    try {
      makeRepository(folder, { 'parcel.avsc': schema('code') }, { 'parcel.avsc': schema('code', 'pieces') })
      const breaks = async (...args: string[]): Promise<string[]> => {
        const { out, problems } = await runIn(folder, {}, 'check', '.', ...args, '--format', 'json')
        assert.equal(problems, '')
        const { findings } = JSON.parse(out) as { findings: { code: string; message: string }[] }
        return findings.filter(({ code }) => code === 'KR802').map(({ message }) => message.split(';')[0] ?? '')
      }
      assert.deepEqual(await breaks(), [])
      assert.deepEqual(await breaks('--against', 'HEAD'), [])
      assert.deepEqual(await breaks('--against', 'HEAD~1'), ['New field Parcel.pieces has no default'])
      writeFiles(folder, { 'parcel.avsc': schema('code', 'pieces', 'weight'), 'new.avsc': schema('other') })
      assert.deepEqual(await breaks('--changed'), ['New field Parcel.weight has no default'])
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
})
