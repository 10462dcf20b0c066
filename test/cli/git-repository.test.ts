import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { UsageError } from '../../server/src/cli/arguments.ts'
import { openRepository, type Snapshot } from '../../server/src/cli/git/repository.ts'
import { english } from '../../server/src/words/en/english.ts'
import { word } from '../../server/src/words/message.ts'

describe('a repository that is written by hand', () => {
  let root = ''
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'kafka-review-'))
  })
  afterEach(() => rmSync(root, { recursive: true }))

  const write = (path: string, content: string | Uint8Array, at = root): void => {
    mkdirSync(dirname(join(at, path)), { recursive: true })
    writeFileSync(join(at, path), content)
  }
  /** Stores an object in a file of its own; answers its id. */
  const store = (type: string, content: string | Buffer, folder = '.git', called?: string): string => {
    const bytes = Buffer.from(content)
    const whole = Buffer.concat([Buffer.from(`${type} ${bytes.length}\0`), bytes])
    const id = called ?? createHash('sha1').update(whole).digest('hex')
    write(`${folder}/objects/${id.slice(0, 2)}/${id.slice(2)}`, deflateSync(whole))
    return id
  }
  const tree = (...entries: readonly (readonly [mode: string, name: string, id: string])[]): Buffer =>
    Buffer.concat(entries.flatMap(([mode, name, id]) => [Buffer.from(`${mode} ${name}\0`), Buffer.from(id, 'hex')]))
  /** Stores a commit whose only file says a word. */
  const commit = (says: string, parents: readonly string[] = [], time = 1, folder = '.git'): string => {
    const blob = store('blob', says, folder)
    const id = store('tree', tree(['100644', 'a.yaml', blob]), folder)
    return store(
      'commit',
      `tree ${id}\n${parents.map(parent => `parent ${parent}\n`).join('')}author a <a> 1 +0000\ncommitter a <a> ${time} +0000\n\n${says}\n\nparent ${'0'.repeat(40)}\n`,
      folder,
    )
  }
  const textOf = async (snapshot: Snapshot, path = 'a.yaml'): Promise<string> => {
    const entries = await snapshot.list(dirname(path) === '.' ? '' : dirname(path))
    const entry = entries?.find(({ name }) => path.endsWith(name))
    if (!entry) return 'nothing'
    const bytes = await snapshot.read(entry)
    return 'problem' in bytes ? 'problem' : bytes.toString()
  }
  const at = async (revision: string): Promise<string> => {
    try {
      return await textOf(await (await openRepository(root)).at(revision))
    } catch (error) {
      assert.ok(error instanceof UsageError, String(error))
      return typeof error.said === 'string' ? error.said : word(error.said, english)
    }
  }

  it('is found under every name that a revision has', async () => {
    const first = commit('one')
    const second = commit('two', [first], 2)
    const tag = store('tag', `object ${first}\ntype commit\ntag v1\n\nx\n`)
    write('.git/HEAD', 'ref: refs/heads/main\n')
    write('.git/refs/heads/main', `${second}\n`)
    write('.git/refs/heads/a/b-c', `${first}\n`)
    write('.git/refs/tags/v1', `${tag}\n`)
    write('.git/refs/remotes/origin/main', `${first}\n`)
    write(
      '.git/packed-refs',
      `# pack-refs with: peeled\n${first} refs/tags/old\n^${second}\n${first} refs/heads/main\n`,
    )
    for (const name of [
      'HEAD',
      '@',
      'main',
      'heads/main',
      'refs/heads/main',
      second,
      second.slice(0, 12),
      'main^0',
      'main~0',
    ])
      assert.equal(await at(name), 'two', name)
    for (const name of [
      'HEAD~1',
      'HEAD~',
      'HEAD^',
      'main^1',
      '@~',
      'a/b-c',
      'v1',
      'tags/v1',
      'origin/main',
      'old',
      first,
      `${second}~1`,
    ])
      assert.equal(await at(name), 'one', name)
    const repository = await openRepository(root)
    assert.deepEqual(
      [await repository.knows('main'), await repository.knows('v1'), await repository.knows('nobody')],
      [true, true, false],
    )
    assert.equal(repository.root, root)
  })

  it('has nothing under other names', async () => {
    const first = commit('one')
    write('.git/HEAD', `${first}\n`)
    write('secret', `${first}\n`)
    write('.git/refs/heads/text', 'no id\n')
    write('.git/refs/heads/round', 'ref: refs/heads/round\n')
    write('.git/packed-refs', `${first} refs/heads/packed\n`)
    assert.equal(await at('HEAD'), 'one')
    assert.equal(await at('packed'), 'one')
    for (const name of [
      'nobody',
      'text',
      'round',
      '../secret',
      '../../secret',
      'HEAD~1',
      'HEAD^2',
      'HEAD~999999999999',
      'pack',
      'refs/heads',
      'a b',
      first.slice(0, 3),
      'ffffffff',
      '',
    ])
      assert.match(await at(name), /^no such revision: /, name)
  })

  it('of several parents has each, and the nearest that two sides have in common', async () => {
    const base = commit('base')
    const old = commit('old', [base], 2)
    const left = commit('left', [old], 3)
    const right = commit('right', [old], 4)
    const merged = commit('merged', [left, right], 5)
    const later = commit('later', [right], 6)
    const alone = commit('alone', [], 7)
    write('.git/HEAD', `${merged}\n`)
    const names = {
      'HEAD^1': 'left',
      'HEAD^2': 'right',
      'HEAD^2~1': 'old',
      'HEAD~2^': 'base',
      'HEAD^2^^': 'base',
      'HEAD^^0': 'left',
    }
    for (const [name, says] of Object.entries(names)) assert.equal(await at(name), says, name)
    const repository = await openRepository(root)
    const fork = async (one: string, other: string): Promise<string> => textOf(await repository.forkOf(one, other))
    assert.equal(await fork(left, right), 'old')
    assert.equal(await fork(merged, later), 'right')
    assert.equal(await fork(later, merged), 'right')
    assert.equal(await fork(merged, merged), 'merged')
    assert.equal(await fork(base, merged), 'base')
    await assert.rejects(fork(merged, alone), UsageError)
  })

  it('borrows objects from others, round or not', async () => {
    const first = commit('one', [], 1, 'other/.git')
    write('.git/HEAD', `${first}\n`)
    mkdirSync(join(root, '.git/objects/info'), { recursive: true })
    assert.notEqual(await at('HEAD'), 'one')
    write('.git/objects/info/alternates', '# said\n\n  ../../other/.git/objects  \n')
    write('other/.git/objects/info/alternates', '../../../.git/objects\n')
    assert.equal(await at('HEAD'), 'one')
  })

  it('is that of a linked working tree, or of none', async () => {
    const [first, second] = [commit('one'), commit('two')]
    write('.git/HEAD', 'ref: refs/heads/main\n')
    write('.git/refs/heads/main', first)
    write('.git/refs/heads/side', second)
    write('.git/worktrees/w/HEAD', 'ref: refs/heads/side\n')
    write('.git/worktrees/w/commondir', '../..\n')
    write('w/.git', 'gitdir: ../.git/worktrees/w\n')
    mkdirSync(join(root, 'w/deep/er'), { recursive: true })
    const linked = await openRepository(join(root, 'w/deep/er'))
    assert.equal(linked.root, join(root, 'w'))
    assert.deepEqual([await textOf(await linked.at('HEAD')), await textOf(await linked.at('main'))], ['two', 'one'])
    mkdirSync(join(root, 'empty/.git'), { recursive: true })
    assert.equal((await openRepository(join(root, 'empty'))).root, root, 'a folder of that name without a HEAD is none')
  })

  it('says what keeps it from being read', async () => {
    const opened = (): Promise<string> =>
      openRepository(root).then(
        () => 'opened',
        (error: unknown) => {
          assert.ok(error instanceof UsageError)
          return 'refused'
        },
      )
    write('.git/HEAD', 'ref: refs/heads/main\n')
    for (const [config, expected] of [
      ['', 'opened'],
      ['[extensions]\n\tobjectformat = sha256\n', 'refused'],
      ['[extensions]\n\tObjectFormat=SHA1\n', 'opened'],
      ['[extensions]\n\trefstorage = reftable\n', 'refused'],
      ['[extensions]\n\trefStorage = files\n', 'opened'],
      ['# objectformat = sha256\n', 'opened'],
    ] as const) {
      write('.git/config', config)
      assert.equal(await opened(), expected, config)
    }
    write('.git/config', '')
    write('.git/refs/heads/main', commit('lost', ['f'.repeat(40)]))
    const cure = async (): Promise<string> => at('HEAD~1')
    const [plain, unknown] = [await cure(), await at('nobody')]
    write('.git/config', '[remote "origin"]\n\tpromisor = true\n')
    const partial = await cure()
    write('.git/shallow', `${'0'.repeat(40)}\n`)
    const all = [plain, unknown, partial, await cure(), await at('nobody')]
    assert.equal(new Set(all).size, 5, all.join('\n'))
  })

  it('holds objects to what they are called, and to what they say of themselves', async () => {
    const whole = store('blob', 'whole')
    const wrong = store('blob', 'other', '.git', 'a'.repeat(40))
    const root1 = store(
      'tree',
      tree(
        ['100644', 'a.yaml', whole],
        ['100644', 'b.yaml', wrong],
        ['40000', 'folder', store('tree', tree(['100644', 'c.yaml', whole]))],
      ),
    )
    const head = store('commit', `tree ${root1}\ncommitter a <a> 1 +0000\n\nx\n`)
    write('.git/HEAD', head)
    const snapshot = await (await openRepository(root)).at('HEAD')
    assert.deepEqual([await textOf(snapshot), await textOf(snapshot, 'folder/c.yaml')], ['whole', 'whole'])
    await assert.rejects(textOf(snapshot, 'b.yaml'), UsageError)
    assert.equal(await snapshot.list('none'), undefined)
    assert.equal(await snapshot.list('a.yaml'), undefined)
    for (const content of ['author a <a> 1 +0000\n\nx', 'tree x\n\nx']) {
      write('.git/HEAD', store('commit', content))
      assert.notEqual(await at('HEAD'), 'whole')
    }
    write('.git/HEAD', store('commit', 'tree 4b825dc642cb6eb9a060e54bf8d69288fbee4904\ncommitter a <a> 1 +0000\n\nx'))
    assert.equal(await at('HEAD'), 'nothing', 'the empty tree is stored nowhere')
    write('.git/HEAD', whole)
    assert.notEqual(await at('HEAD'), 'whole')
  })
})
