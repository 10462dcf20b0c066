import assert from 'node:assert/strict'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { generated } from '../server/tools/generate.ts'
import { rules } from '../server/src/rules/registry.ts'

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && /\.ts$/.test(entry.name) && !entry.name.endsWith('.d.ts'))
    .map(entry => join(entry.parentPath, entry.name))
    .sort()

const sources = filesBelow('server/src')
const read = (path: string): string => readFileSync(path, 'utf8')
const imports = (path: string): string[] =>
  [...read(path).matchAll(/^(?:import|export)(?: type)?(?: [\w\s{},*]*? from)? '([^']+)'|import\('([^']+)'\)/gm)].map(
    ([, plain, lazy]) => plain ?? lazy ?? '',
  )
const roomOf = (path: string): string => path.replace(/^server\/src\//, '').split('/')[0] ?? ''

/** Which rooms a room may look into; knowledge is a leaf that formats read for names only. */
const walls: Readonly<Record<string, readonly string[]>> = {
  text: [],
  syntax: ['text'],
  words: [],
  model: ['text', 'syntax', 'words'],
  knowledge: ['words'],
  formats: ['text', 'syntax', 'model', 'knowledge'],
  terraform: ['text', 'syntax', 'model', 'knowledge', 'formats'],
  kustomize: ['text', 'syntax', 'model', 'formats', 'terraform'],
  cloudformation: ['text', 'syntax', 'model', 'knowledge', 'formats', 'terraform'],
  reader: ['text', 'syntax', 'model', 'formats', 'terraform', 'cloudformation', 'kustomize'],
  assess: ['text', 'model', 'knowledge', 'words'],
  rules: ['text', 'model', 'knowledge', 'assess', 'words'],
  'consolidate.ts': ['text', 'model', 'rules', 'words'],
  'review.ts': ['text', 'model', 'assess', 'rules', 'consolidate.ts', 'words'],
  'fix.ts': ['text', 'syntax', 'model', 'reader'],
  'version.ts': [],
  records: ['text', 'model', 'knowledge', 'assess', 'words'],
  migration: ['text', 'model', 'knowledge', 'assess', 'rules', 'records', 'host', 'words'],
  locale: ['text', 'records', 'rules', 'words'],
  report: ['text', 'model', 'knowledge', 'assess', 'rules', 'locale', 'words'],
  facts: ['text', 'model', 'knowledge', 'assess', 'report', 'words'],
  delta: ['text', 'model', 'knowledge', 'assess', 'rules', 'records', 'report', 'locale', 'words'],
  host: ['text', 'model', 'reader', 'assess', 'review.ts', 'words'],
  lsp: [
    'text',
    'model',
    'host',
    'knowledge',
    'reader',
    'assess',
    'rules',
    'review.ts',
    'fix.ts',
    'records',
    'migration',
    'locale',
    'report',
    'version.ts',
    'words',
  ],
  web: ['assess', 'host', 'lsp'],
  cli: [
    'text',
    'syntax',
    'model',
    'host',
    'reader',
    'assess',
    'rules',
    'review.ts',
    'records',
    'migration',
    'locale',
    'facts',
    'report',
    'delta',
    'lsp',
    'version.ts',
    'words',
  ],
}

/** Packages, and the rooms that may use them. */
const packages: Readonly<Record<string, readonly string[]>> = {
  yaml: ['syntax', 'records', 'migration'],
  'jsonc-parser': ['syntax'],
  'dot-properties': ['syntax'],
  'fflate/browser': ['records'],
  'web-tree-sitter': ['syntax'],
  'web-tree-sitter/web-tree-sitter.wasm': ['syntax'],
  '@tree-sitter-grammars/tree-sitter-hcl/tree-sitter-terraform.wasm': ['syntax'],
  avsc: ['host'],
  protobufjs: ['host'],
  ignore: ['host'],
  re2js: ['text'],
  '@dagrejs/dagre': ['report'],
  sarif: ['report', 'delta'],
  'vscode-languageserver': ['lsp'],
  'vscode-languageserver/node': ['cli'],
  'vscode-languageserver/browser': ['web'],
  'vscode-languageserver-textdocument': ['lsp'],
}

/** The texts of a program between its quotes; comments and regular expressions are passed over, and so is what is put into a template. */
function textsIn(source: string): string[] {
  const texts: string[] = []
  const open: Open[] = []
  let at = 0
  while (at < source.length) {
    const piece = open.at(-1) === 'template' ? templatePiece(source, at) : programPiece(source, at)
    if (!piece) break
    if (piece.text !== undefined) texts.push(piece.text)
    openOrClose(open, piece.mark)
    at = piece.end
  }
  return texts
}

/** What stands open: a template, or a brace, inside of a template or not. */
type Open = 'brace' | 'template'

/** A piece of a program up to an offset: the text that it holds, and what it ends with or is. */
interface Piece {
  readonly text: string | undefined
  readonly mark: string | undefined
  readonly end: number
}

/** The text of a template up to its end, or to what is put into it. */
function templatePiece(source: string, at: number): Piece {
  const end = /(?<!\\)(?:`|\$\{)/g
  end.lastIndex = at
  const found = end.exec(source)
  return { text: source.slice(at, found?.index), mark: found?.[0], end: found ? end.lastIndex : source.length }
}

/** The next comment, text between quotes, regular expression, brace or beginning of a template. */
function programPiece(source: string, at: number): Piece | undefined {
  const pieces =
    /\/\/[^\n]*|\/\*[\s\S]*?\*\/|'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"|(?<=[(,=:[!&|?{};\n+]\s*)\/(?![*/])(?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*|[`{}]/g
  pieces.lastIndex = at
  const piece = pieces.exec(source)
  return piece ? { text: piece[1] ?? piece[2], mark: piece[0], end: pieces.lastIndex } : undefined
}

function openOrClose(open: Open[], mark: string | undefined): void {
  if (mark === '}' || (mark === '`' && open.at(-1) === 'template')) open.pop()
  else if (mark === '`') open.push('template')
  else if (mark === '{' || mark === '${') open.push('brace')
}

const importing =
  /(?:import|export)\s+(?:type\s+)?\{[^}]*\}|\{[^}]*\}\s*=\s*await import\(|import\([^)]*\)\)?\.(?:then\(\(?\{[^}]*\}|\w+)/g

/** The names that a source takes from others. */
function importedBy(text: string): Set<string> {
  const statements = [...text.matchAll(importing)].map(([statement]) => statement)
  const wholes = [...text.matchAll(/import \* as (\w+)/g)].map(
    ([, whole = '']) => new RegExp(`\\b${whole}\\.\\w+`, 'g'),
  )
  const parts = wholes.flatMap(whole => [...text.matchAll(whole)].map(([part]) => part))
  return new Set([...statements, ...parts].flatMap(statement => statement.match(/\w+/g) ?? []))
}

describe('the house', () => {
  it('lets imports run one way', () => {
    for (const path of sources) {
      const room = roomOf(path)
      assert.ok(walls[room], `${path}: no such room`)
      for (const target of imports(path).filter(name => name.startsWith('.'))) {
        const resolved = normalize(join(dirname(path), target))
        if (!resolved.startsWith('server/src/')) continue
        const other = roomOf(resolved)
        assert.ok(other === room || walls[room]?.includes(other), `${path} looks into ${other}`)
      }
    }
  })

  it('keeps packages, Node and the editor to the rooms that need them', () => {
    for (const path of sources) {
      const room = roomOf(path)
      for (const name of imports(path).filter(target => !target.startsWith('.'))) {
        if (name.startsWith('node:'))
          assert.ok(room === 'cli' || path === 'server/src/host/node.ts', `${path} uses ${name}`)
        else assert.ok(packages[name]?.includes(room), `${path} uses ${name}`)
      }
      if (room !== 'cli')
        assert.doesNotMatch(
          read(path),
          /\bprocess\.(?!roles)|\bconsole\.log|\brequire\(/,
          `${path} reaches for the process`,
        )
    }
  })

  it('lets the client know the types of the requests only', () => {
    for (const path of filesBelow('client/src')) {
      for (const [line] of read(path).matchAll(/^import.*server\/src.*$/gm))
        assert.match(line, /^import type .*'\.\.\/\.\.\/server\/src\/lsp\/protocol\.ts'$/, path)
      for (const name of imports(path).filter(target => !target.startsWith('.')))
        assert.ok(
          ['vscode', 'vscode-languageclient', 'vscode-languageclient/node', 'vscode-languageclient/browser'].includes(
            name,
          ),
          `${path} uses ${name}`,
        )
    }
  })

  it('keeps line and column at the edge', () => {
    const edge = [
      'server/src/text/line-index.ts',
      'server/src/lsp',
      'server/src/report',
      'server/src/cli',
      // What is told without its text keeps its lines.
      'server/src/facts',
      'server/src/formats/suppressions.ts',
    ]
    for (const path of sources)
      if (!edge.some(allowed => path.startsWith(allowed)))
        assert.doesNotMatch(read(path), /\bindexLines\b|\.character\b/, path)
  })

  it('names files for what they say', () => {
    for (const path of [...sources, ...filesBelow('client/src'), ...filesBelow('test')]) {
      assert.match(path, /\/[a-z0-9]+(?:-[a-z0-9]+)*(?:\.(?:test|prepared))?\.ts$/, path)
    }
  })

  it('words nothing outside of the words', () => {
    // The record has tables of its own, one a language.
    const rooms = ['model', 'assess', 'rules', 'consolidate.ts', 'review.ts', 'report', 'lsp', 'cli']
    const allowed: Readonly<Record<string, RegExp>> = {
      // Evidence goes by the names of its kinds, which nobody is shown.
      'server/src/assess/doc-head.ts': /./,
      'server/src/assess/field-evidence.ts': /./,
      'server/src/assess/readings/by-doc.ts': /./,
      'server/src/assess/readings/by-person.ts': /./,
      'server/src/assess/readings/by-record.ts': /./,
      'server/src/assess/readings/by-type.ts': /./,
      'server/src/assess/readings/by-word.ts': /./,
      'server/src/assess/readings/readings.ts': /./,
      'server/src/assess/readings/whose.ts': /./,
      'server/src/assess/record-subject.ts': /./,
      // What personal data is called whose category nobody names.
      'server/src/assess/person-words.ts': /^personal data(?: is)?$/,
      // Why a text is no secret, for whoever reads the program.
      'server/src/assess/secrets.ts': /./,
      // Names that people write in the configuration, styles.
      'server/src/assess/residency.ts': /^cluster of $/,
      'server/src/rules/durability/broker-facts.ts': /^cluster at $/,
      'server/src/lsp/configuration-file.ts': /^ {2,6}(?:field: quantity|durability: information|- path: legacy)/,
      // What the specification of JSON-RPC calls errors.
      'server/src/cli/mcp-protocol.ts': /^(?:Parse error|Invalid Request|Method not found|Invalid params)$/,
      'server/src/report/flow/mermaid.ts': /^ {2}classDef /,
      'server/src/report/flow/svg.ts': /^\n\.flow /,
    }
    // What the program was doing when it threw, for its log.
    const doing =
      /^(?:applying|asking|changing|checking|closing|reading|refreshing|telling|watching) |^internal error while $/
    const found = sources
      .filter(path => rooms.includes(roomOf(path)))
      .flatMap(path =>
        textsIn(read(path))
          .filter(
            text =>
              /(?:^|[\s"'(])[A-Za-z]?[a-z]+[,;:]? [a-z]{2,}\b/.test(text) &&
              !allowed[path]?.test(text) &&
              !doing.test(text),
          )
          .map(text => `${path}: ${text}`),
      )
    assert.deepEqual(found, [])
  })

  it('says in a line what every exported name is', () => {
    const missing: string[] = []
    for (const path of [...sources, ...filesBelow('client/src'), ...filesBelow('server/tools')]) {
      const lines = read(path).split('\n')
      lines.forEach((line, index) => {
        if (
          /^export (?:const|function|async function|interface|type|class|default)/.test(line) &&
          !/\*\/$/.test(lines[index - 1] ?? '') &&
          !path.endsWith('protocol.ts')
        )
          missing.push(`${path}:${index + 1} ${line}`)
      })
    }
    assert.deepEqual(missing, [])
  })

  it('exports what another file imports', () => {
    const imported = new Map<string, Set<string>>()
    for (const path of ['server', 'client', 'test'].flatMap(filesBelow))
      for (const name of importedBy(read(path))) imported.set(name, (imported.get(name) ?? new Set()).add(path))
    // An editor asks an extension for these two.
    const entry = ['activate', 'deactivate']
    const unused = sources.flatMap(path =>
      [...read(path).matchAll(/^export (?:async )?(?:function\*?|const|class) (\w+)/gm)].flatMap(([, name = '']) =>
        [...(imported.get(name) ?? [])].some(other => other !== path) || entry.includes(name)
          ? []
          : [`${path}: ${name}`],
      ),
    )
    assert.deepEqual(unused, [])
  })

  it('looks texts of files up in maps, never in object literals', () => {
    // `constructor` and `toString` are in every object literal: use tableOf.
    const rooms = ['text', 'syntax', 'formats', 'terraform', 'reader']
    for (const path of sources.filter(source => rooms.includes(roomOf(source))))
      assert.doesNotMatch(
        read(path),
        /(?:Record<string,[^=;]*>+|\[\w+: string\][^=;]*\}?) = \{|\bas keyof\b|\bas Record<string|Object\.fromEntries\(/,
        path,
      )
  })

  it('has no any, no default export, no line that silences the compiler', () => {
    for (const path of [...sources, ...filesBelow('client/src')])
      assert.doesNotMatch(
        read(path),
        /:\s*any\b|\bas any\b|^export default|@ts-(?:ignore|expect-error|nocheck)|eslint-disable/m,
        path,
      )
  })

  it('names nothing of the place where it was built', () => {
    for (const path of [
      ...sources,
      ...filesBelow('client/src'),
      ...filesBelow('test'),
      ...filesBelow('server/tools'),
      'README.md',
      'server/README.md',
      'package.json',
    ].filter(existsSync)) {
      if (path !== 'test/house.test.ts')
        assert.doesNotMatch(
          read(path),
          /\/work\/|\bshared\/|registry\.npmjs|\bsession\b(?!_|["' ]?(?:,|id|length))/i,
          path,
        )
    }
  })

  it('starts in an editor with what is there', () => {
    const json = (path: string): unknown => JSON.parse(read(path))
    const { scripts } = json('package.json') as { scripts: Record<string, string> }
    const { tasks } = json('.vscode/tasks.json') as { tasks: { label: string; script: string }[] }
    const { configurations } = json('.vscode/launch.json') as {
      configurations: { preLaunchTask?: string; args: string[] }[]
    }
    for (const { script } of tasks) assert.ok(scripts[script], script)
    for (const { preLaunchTask, args } of configurations) {
      assert.ok(preLaunchTask === undefined || tasks.some(({ label }) => label === preLaunchTask), preLaunchTask)
      for (const path of args.filter(arg => arg.includes('test/')))
        assert.ok(existsSync(path.replace('${workspaceFolder}/', '')), path)
    }
  })

  it('asks in its manifest for the editor that its client needs, which asks no more', () => {
    const editorOf = (path: string): unknown =>
      (JSON.parse(read(path)) as { engines: { vscode: string } }).engines.vscode
    assert.equal(editorOf('package.json'), editorOf('node_modules/vscode-languageclient/package.json'))
    const [, needed] =
      /REQUIRED_VSCODE_VERSION = '(.*?)'/.exec(read('node_modules/vscode-languageclient/lib/node/main.js')) ?? []
    assert.equal(editorOf('package.json'), needed)
  })

  it('installs the version that it is, wherever it says how', () => {
    const { version } = JSON.parse(read('package.json')) as { version: string }
    for (const path of [
      '.pre-commit-hooks.yaml',
      '.github/actions/kafka-review/action.yml',
      '.github/gitlab/kafka-review.yml',
      'README.md',
    ]) {
      const named = [...read(path).matchAll(/kafka-review(?:@|\/raw\/v)(\d+\.\d+\.\d+)/g)].map(([, one]) => one)
      assert.ok(named.length > 0, path)
      assert.deepEqual(new Set(named), new Set([version]), path)
    }
  })

  it('has what is generated fresh', () => {
    for (const [path, refresh] of Object.entries(generated))
      assert.equal(read(path), refresh(read(path)), `${path}: npm run generate`)
  })
})

describe('the rules', () => {
  it('have codes and names of their own', () => {
    for (const key of ['code', 'name'] as const)
      assert.equal(new Set(rules.map(rule => rule[key])).size, rules.length, key)
    for (const { code, name } of rules) {
      assert.match(code, /^KR\d{3}$/)
      assert.match(name, /^[a-z]+(?:-[a-z]+)*$/)
    }
    assert.deepEqual(
      rules.map(({ code }) => code),
      rules.map(({ code }) => code).sort(),
      'in the order of their codes',
    )
  })

  it('lie in a file of their name, with their page beside it', () => {
    for (const { name } of rules) {
      const file = sources.find(path => path.endsWith(`/${name}.ts`))
      assert.ok(file, name)
      assert.ok(file.startsWith('server/src/rules/'), name)
      assert.ok(existsSync(file.replace(/\.ts$/, '.md')), name)
    }
  })

  it('have a failing, a silent and an unresolved fixture', () => {
    for (const { code, name } of rules) {
      const fixtures = readdirSync(join('test/rules', `${code}-${name}`), { recursive: true, encoding: 'utf8' })
      assert.ok(
        fixtures.some(fixture => /^ok/.test(fixture)),
        `${code}: nothing silent`,
      )
      assert.ok(
        fixtures.some(fixture => /^unresolved/.test(fixture)),
        `${code}: nothing unresolved`,
      )
    }
  })

  it('cite articles that are known', async () => {
    const { theLibrary } = await import('./support/fixtures.ts')
    for (const { code, law } of rules)
      for (const id of law) assert.ok(theLibrary().knowledge.law.has(id), `${code}: ${id}`)
  })
})
