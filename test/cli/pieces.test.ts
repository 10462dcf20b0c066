import assert from 'node:assert/strict'
import { Readable, Writable } from 'node:stream'
import { snapshotFiles } from '../../server/src/cli/git/snapshot-files.ts'
import { entryOf } from '../../server/src/cli/git/objects.ts'
import { answerLine, answerLines, type Tool } from '../../server/src/cli/mcp-protocol.ts'
import { withText } from '../../server/src/cli/given-text.ts'
import type { Files } from '../../server/src/host/files.ts'
import { toUri, type Uri } from '../../server/src/text/uri.ts'

describe('a request of an assistant', () => {
  const tool: Tool = {
    name: 'echo',
    description: 'Says it again',
    properties: { text: { type: 'string' }, mood: { type: 'string', enum: ['calm', 'loud'] } },
    required: ['text'],
    async call({ text, mood }) {
      if (text === 'fail') throw new Error('cannot')
      if (text === 'fail oddly') throw 'odd'
      return `${text} ${mood}`
    },
  }
  const asked = async (method: unknown, params?: unknown, id: unknown = 7): Promise<unknown> => {
    const answer = (await answerLine(JSON.stringify({ jsonrpc: '2.0', id, method, params }), [tool])) as
      | { result?: unknown; error?: unknown }
      | undefined
    return answer && (answer.error ?? answer.result)
  }
  const called = (name: string, given?: unknown): Promise<unknown> => asked('tools/call', { name, arguments: given })
  const wrong = { code: -32602, message: 'Invalid params' }
  const said = (text: string): object => ({ content: [{ type: 'text', text }] })

  it('is answered with its id, a notification not at all', async () => {
    assert.deepEqual(await answerLine('{"id":"a","method":"ping"}', []), { jsonrpc: '2.0', id: 'a', result: {} })
    assert.equal(await answerLine('{"method":"ping"}', []), undefined)
    assert.equal(await answerLine('{"method":"nonsense"}', []), undefined)
    assert.deepEqual(await asked('notifications/initialized'), {})
  })

  it('that is none is told so', async () => {
    const unread = { jsonrpc: '2.0', id: null, error: { code: -32700, message: 'Parse error' } }
    for (const line of ['{', '[]', 'null', '7', '"ping"']) assert.deepEqual(await answerLine(line, []), unread, line)
    assert.deepEqual(await asked(undefined), { code: -32600, message: 'Invalid Request' })
    assert.deepEqual(await asked(7), { code: -32600, message: 'Invalid Request' })
    assert.deepEqual(await asked('nonsense'), { code: -32601, message: 'Method not found' })
  })

  it('that begins agrees on a version, the newest where it asks for none of ours', async () => {
    const version = async (protocolVersion?: string): Promise<unknown> =>
      ((await asked('initialize', { protocolVersion })) as { protocolVersion: string }).protocolVersion
    assert.deepEqual(
      [await version('2024-11-05'), await version('2025-03-26'), await version('1999-01-01'), await version()],
      ['2024-11-05', '2025-03-26', '2025-06-18', '2025-06-18'],
    )
    const { capabilities, serverInfo } = (await asked('initialize', {})) as {
      capabilities: unknown
      serverInfo: { name: string }
    }
    assert.deepEqual([capabilities, serverInfo.name], [{ tools: {} }, 'kafka-review'])
  })

  it('for the tools names what they take, and that they only read', async () => {
    assert.deepEqual(await asked('tools/list'), {
      tools: [
        {
          name: 'echo',
          description: 'Says it again',
          inputSchema: {
            type: 'object',
            properties: tool.properties,
            required: ['text'],
            additionalProperties: false,
          },
          annotations: { readOnlyHint: true, openWorldHint: false },
        },
      ],
    })
  })

  it('that calls a tool is held to what that takes', async () => {
    assert.deepEqual(await called('echo', { text: 'a', mood: 'loud' }), said('a loud'))
    assert.deepEqual(await called('echo', { text: 'a' }), said('a undefined'))
    for (const given of [
      undefined,
      {},
      { mood: 'calm' },
      { text: 7 },
      { text: 'a', mood: 'sad' },
      { text: 'a', toString: 'b' },
    ])
      assert.deepEqual(await called('echo', given), wrong, JSON.stringify(given))
    assert.deepEqual(await called('other', {}), wrong)
    assert.deepEqual(await asked('tools/call'), wrong)
  })

  it('whose tool fails is told why, as an answer', async () => {
    assert.deepEqual(await called('echo', { text: 'fail' }), { ...said('cannot'), isError: true })
    assert.deepEqual(await called('echo', { text: 'fail oddly' }), { ...said('odd'), isError: true })
  })

  it('stands on a line of its own, whatever pieces it comes in', async () => {
    let written = ''
    const output = new Writable({
      write(chunk, _encoding, done) {
        written += String(chunk)
        done()
      },
    })
    const pieces = [
      '{"id":1,"met',
      'hod":"ping"}\n\n  \n{"id":2,',
      '"method":"ping"}\n{"method":"ping"}\n{"id":3,"method":"ping"}',
    ]
    await answerLines(Readable.from(pieces.map(piece => Buffer.from(piece))), output, [])
    assert.deepEqual(
      written
        .trim()
        .split('\n')
        .map(line => (JSON.parse(line) as { id: number }).id),
      [1, 2],
      'what does not end is no line',
    )
  })
})

describe('the files of a revision', () => {
  const root = toUri('file:///shop/')
  const tree: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    '': {
      'a.yaml': '100644 one',
      b: '040000',
      'to-a': '120000 a.yaml',
      'to-b': '120000 ./b/',
      out: '120000 ../x',
      abs: '120000 /etc',
      round: '120000 round',
      sub: '160000',
    },
    b: { 'c.yaml': '100755 two', 'up.yaml': '120000 ../a.yaml', 'gone.yaml': '120000 none', big: '100644 problem' },
  }
  const snapshot = {
    list: async (path: string) => {
      const entries = tree[path]
      return entries && Object.entries(entries).map(([name, told]) => entryOf(name, told.split(' ')[0] ?? '', told))
    },
    read: async ({ oid }: { oid: string }) => {
      const [, text = ''] = oid.split(' ')
      return text === 'problem' ? { problem: 'is too large' } : Buffer.from(text)
    },
  }
  const elsewhere: Files = {
    find: async uri => ({ uri, name: 'elsewhere', kind: 'file' }),
    list: async () => [],
    read: async () => ({ text: 'elsewhere' }),
  }
  const files = snapshotFiles(snapshot as never, root, elsewhere)
  const at = (path: string): Uri => toUri(`${root}${path}`)

  it('are read where they stand, and where links lead', async () => {
    const read = async (path: string): Promise<string | undefined> => {
      const told = await files.read(at(path))
      return told && ('problem' in told ? `problem: ${String(told.problem)}` : told.text)
    }
    for (const [path, text] of [
      ['a.yaml', 'one'],
      ['b/c.yaml', 'two'],
      ['to-a', 'one'],
      ['b/up.yaml', 'one'],
      ['to-b/c.yaml', 'two'],
      ['b/gone.yaml', undefined],
      ['out', undefined],
      ['abs', undefined],
      ['round', undefined],
      ['none.yaml', undefined],
      ['none/a.yaml', undefined],
      ['b', undefined],
      ['sub', undefined],
      ['b/big', 'problem: is too large'],
    ] as const)
      assert.equal(await read(path), text, path)
    assert.deepEqual(await files.read(toUri('file:///other/a.yaml')), { text: 'elsewhere' })
  })

  it('are found as what they are, links with their target', async () => {
    const found = async (path: string): Promise<string | undefined> => {
      const entry = await files.find(at(path))
      return (
        entry &&
        `${entry.kind} ${entry.name} ${entry.uri.slice(root.length)}${entry.target ? ` -> ${entry.target.slice(root.length)}` : ''}`
      )
    }
    for (const [path, told] of [
      ['a.yaml', 'file a.yaml a.yaml'],
      ['b/', 'folder b b/'],
      ['b/c.yaml', 'file c.yaml b/c.yaml'],
      ['to-a', 'file to-a to-a -> a.yaml'],
      ['to-b', 'folder to-b to-b/ -> b/'],
      ['round', 'other round round'],
      ['out', 'other out out'],
      ['sub', 'other sub sub'],
      ['none', undefined],
      ['.git', 'folder .git .git/'],
    ] as const)
      assert.equal(await found(path), told, path)
    assert.equal((await files.find(toUri('file:///other/a.yaml')))?.name, 'elsewhere')
  })

  it('are listed by folder, nothing of one that is not there', async () => {
    const listed = async (path: string): Promise<string> => {
      const entries = await files.list(at(path))
      return 'problem' in entries ? 'problem' : entries.map(({ name }) => name).join()
    }
    assert.equal(await listed('b/'), 'c.yaml,up.yaml,gone.yaml,big')
    assert.equal(await listed('to-b/'), 'c.yaml,up.yaml,gone.yaml,big')
    assert.equal(await listed('none/'), '')
    assert.equal((await listed('')).split(',').length, 8)
  })

  it('have no name that leads elsewhere', () => {
    for (const name of ['', '.', '..', 'a/b']) assert.throws(() => entryOf(name, '100644', 'x'), name)
    assert.deepEqual(
      ['40000', '040000', '100644', '100755', '120000', '160000', '0'].map(mode => entryOf('a', mode, 'x').kind),
      ['folder', 'folder', 'file', 'file', 'link', 'other', 'other'],
    )
  })
})

describe('a text in the place of a file', () => {
  const disk: Files = {
    find: async uri => ({ uri, name: 'of the disk', kind: 'file' }),
    list: async folder =>
      folder.endsWith('/none/')
        ? { problem: 'is not there' as never }
        : [
            { uri: toUri('file:///shop/a.yaml'), name: 'a.yaml', kind: 'file' },
            { uri: toUri('file:///shop/b.yaml'), name: 'b.yaml', kind: 'file' },
          ],
    read: async () => ({ text: 'of the disk' }),
  }
  const uri = toUri('file:///shop/a.yaml')
  const files = withText(disk, uri, 'given')
  it('is read there, and stands once in its folder', async () => {
    assert.deepEqual(await files.read(uri), { text: 'given' })
    assert.deepEqual(await files.read(toUri('file:///shop/b.yaml')), { text: 'of the disk' })
    assert.equal((await files.find(uri))?.name, 'a.yaml')
    assert.equal((await files.find(toUri('file:///shop/b.yaml')))?.name, 'of the disk')
    const names = async (folder: string): Promise<string> => {
      const entries = await files.list(toUri(folder))
      return 'problem' in entries ? 'problem' : entries.map(({ name }) => name).join()
    }
    assert.equal(await names('file:///shop/'), 'b.yaml,a.yaml')
    assert.equal(await names('file:///other/'), 'a.yaml,b.yaml')
    assert.equal(await names('file:///none/'), 'problem')
  })
})
