import assert from 'node:assert/strict'
import { pathToFileURL } from 'node:url'
import { foldersOf, Spellings, toReference, toUri, within } from '../server/src/text/uri.ts'

describe('a URI', () => {
  for (const [why, canonical, ...others] of [
    ['a drive, as VS Code and as Node write it', 'file:///c:/a%2Bb', 'file:///c%3A/a+b', 'file:///C:/a%2Bb'],
    ['marks that VS Code escapes', 'file:///app%40v2/a%28b%29', 'file:///app@v2/a(b)', 'file:///app%40v2/a%28b%29'],
    ['unreserved characters', 'file:///a-b_c.d~e', 'file:///a%2Db%5fc%2E%64%7Ee'],
    ['letters beyond ASCII', 'file:///b%C3%BCro', 'file:///b%c3%bcro', 'file:///büro'],
    ['local files', 'file:///a/b', 'FILE:///a/b', 'file:/a/b', 'file://localhost/a/b'],
    ['a share', 'file://nas/a/b', 'file://NAS/a/b'],
    ['a remote window', 'vscode-remote://ssh-remote%2Bhost/a', 'vscode-remote://ssh-remote+host/a'],
    ['a virtual folder', 'vscode-vfs://github/o/r/a%40b', 'vscode-vfs://github/o/r/a@b'],
    ['a text without a file', 'untitled:Untitled-1', 'untitled:Untitled%2D1'],
    ['a query, of which nothing may be decoded that separates', 'git:/a.yaml?a%3Db=c', 'git:/a.yaml?a%3db=c'],
    ['a slash inside a name', 'file:///a%2Fb', 'file:///a%2fb'],
    ['what is no UTF-8', 'file:///a%FFb', 'file:///a%ffb'],
    ['a percent sign of its own', 'file:///100%25', 'file:///100%'],
  ] as const)
    it(`has one spelling: ${why}`, () => {
      assert.equal(toUri(canonical), canonical)
      for (const other of others) assert.equal(toUri(other), canonical)
    })

  it('is what Node makes of a path, spelled otherwise', () => {
    for (const path of ['/a b/c#d.yaml', "/it's/(a)!/[x].tf", '/100%/ü.json', '/a?b/c+d'])
      assert.equal(
        toUri(pathToFileURL(path).href),
        toUri(`file://${path.split('/').map(encodeURIComponent).join('/')}`),
      )
  })

  it('is a relative reference for what reads reports', () => {
    assert.equal(toReference('a b/c#1?.yaml'), 'a%20b/c%231%3F.yaml')
    assert.equal(toReference('\ud83dkafka.yaml'), '%EF%BF%BDkafka.yaml')
  })

  it('leads to paths below a folder, and to none above the root', () => {
    const folder = toUri('file:///a/b/')
    assert.equal(within(folder, './c d.yaml'), 'file:///a/b/c%20d.yaml')
    assert.equal(within(folder, '../c/'), 'file:///a/c/')
    assert.equal(within(folder, '..'), 'file:///a/')
    assert.equal(within(folder, 'c/.'), 'file:///a/b/c/')
    assert.equal(within(folder, 'c\ud83d/d'), 'file:///a/b/c%EF%BF%BD/d')
    assert.equal(within(folder, '../../../c/'), undefined)
    assert.equal(within(folder, '/c'), undefined)
  })

  it('lies in folders as far as its host', () => {
    assert.deepEqual(foldersOf(toUri('vscode-vfs://github/a/b.yaml')), [
      'vscode-vfs://github/a/',
      'vscode-vfs://github/',
    ])
    assert.deepEqual(foldersOf(toUri('untitled:Untitled-1')), [])
  })
})

describe('the spellings of a client', () => {
  it('are given back for what it named and for what lies below', () => {
    const spellings = new Spellings()
    const file = spellings.read('file:///c%3A/app@v2/a+b.yaml')
    spellings.read('file:///c%3A/app@v2')
    assert.equal(file, 'file:///c:/app%40v2/a%2Bb.yaml')
    assert.equal(spellings.write(file), 'file:///c%3A/app@v2/a+b.yaml')
    assert.equal(spellings.write(toUri('file:///C:/app@v2/sub/c.yaml')), 'file:///c%3A/app@v2/sub/c.yaml')
    assert.equal(spellings.write(toUri('file:///d/c.yaml')), 'file:///d/c.yaml')
  })
})
