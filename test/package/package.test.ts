import assert from 'node:assert/strict'
import { spawn, spawnSync, type SpawnSyncReturns } from 'node:child_process'
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { DocumentDiagnosticReport, InitializeResult } from 'vscode-languageserver'
import { build } from 'esbuild'
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node'
import { bundles } from '../../server/tools/bundles.ts'
import { repository } from '../vscode/host/cache.ts'
import { runIn } from '../support/command-line.ts'
import { temporaryFolder } from '../vscode/host/temporary.ts'
import { oldestNode } from './oldest-node.ts'
import { unpack } from './unpack.ts'
import { findingsInWorker } from './worker.ts'

const archive = join(repository, 'kafka-review.vsix')
const examples = join(repository, 'test', 'examples')

describe('the package', function () {
  this.timeout(300_000)
  const folder = temporaryFolder()
  const program = join(folder, 'extension', 'dist', 'kafka-review.cjs')
  let files: readonly string[]
  let node: string

  before(async () => {
    const { status, stderr } = spawnSync('npm', ['run', 'package', '--silent'], {
      cwd: repository,
      encoding: 'utf8',
      shell: process.platform === 'win32',
    })
    assert.equal(status, 0, stderr)
    files = await unpack(archive, folder)
    node = await oldestNode()
  })

  it('holds what runs and nothing else, in less than 1.5 MB, of which two further languages are a tenth', () => {
    assert.deepEqual(
      [
        ...new Set(
          files.map(file =>
            file.replace(/part-[\w-]+/, 'part-*').replace(/(test\/examples|media\/walkthrough)\/.*/, '$1/*'),
          ),
        ),
      ],
      [
        '[Content_Types].xml',
        'extension.vsixmanifest',
        'extension/LICENSE.txt',
        'extension/changelog.md',
        'extension/client/l10n/bundle.l10n.de.json',
        'extension/client/l10n/bundle.l10n.fr.json',
        'extension/client/media/data-flow.js',
        'extension/client/media/icon.png',
        'extension/client/media/record.js',
        'extension/client/media/view.svg',
        'extension/client/media/walkthrough/*',
        'extension/dist/THIRD_PARTY_NOTICES.txt',
        'extension/dist/configuration.schema.json',
        'extension/dist/extension-web.cjs',
        'extension/dist/extension.cjs',
        'extension/dist/kafka-review-worker.cjs',
        'extension/dist/kafka-review.cjs',
        'extension/dist/locale-de.cjs',
        'extension/dist/locale-fr.cjs',
        'extension/dist/part-*.cjs',
        'extension/dist/schema-libraries.cjs',
        'extension/dist/tree-sitter-terraform.wasm',
        'extension/dist/web-tree-sitter.wasm',
        'extension/dist/worker.json',
        'extension/package.json',
        'extension/package.nls.de.json',
        'extension/package.nls.fr.json',
        'extension/package.nls.json',
        'extension/readme.md',
        'extension/syntaxes/avro-idl.language.json',
        'extension/syntaxes/avro-idl.tmLanguage.json',
        'extension/syntaxes/suppression.tmLanguage.json',
        'extension/syntaxes/terraform-kafka.tmLanguage.json',
        'extension/test/examples/*',
      ],
    )
    assert.ok(statSync(archive).size < 1_500_000, `${statSync(archive).size} bytes`)
    const desktop = statSync(join(folder, 'extension/dist/extension.cjs')).size
    assert.ok(desktop < 50_000, `${desktop} bytes: the client of desktops holds what the one of browsers gives it`)
  })

  it('uses no network and makes no code at run time: of Node only this', () => {
    const used = (bundle: RegExp): string[] => {
      const texts = files.filter(file => bundle.test(file)).map(file => readFileSync(join(folder, file), 'utf8'))
      const names = texts.flatMap(text => [...text.matchAll(/\brequire\(["'`]([^."'`][^"'`]*)["'`]\)/g)])
      return [...new Set(names.map(([, name = '']) => name.replace(/^node:/, '')))].sort()
    }
    // module: how the runtime of tree-sitter asks for files; net and child_process: transports of the language server protocol's libraries, for hosts that ask for a socket or a pipe.
    assert.deepEqual(used(/dist\/(?:kafka-review|part-[\w-]+)\.cjs$/), [
      'buffer',
      'child_process',
      'crypto',
      'fs',
      'fs/promises',
      'module',
      'net',
      'os',
      'path',
      'process',
      'url',
      'util',
      'zlib',
    ])
    assert.deepEqual(used(/dist\/extension\.cjs$/), [
      'child_process',
      'crypto',
      'fs',
      'net',
      'os',
      'path',
      'readline',
      'util',
      'vscode',
    ])
    // A method that is called eval (re2js has one) evaluates nothing.
    // avsc makes functions of schemas: it stays apart, and is loaded when a schema is judged.
    for (const file of files.filter(path => path.endsWith('.cjs') && !path.endsWith('schema-libraries.cjs')))
      assert.doesNotMatch(
        readFileSync(join(folder, file), 'utf8'),
        /(?<!\.)\beval\((?![\w$,]*\)\{)|globalThis\.eval|\bFunction\(|\bfetch\(|XMLHttpRequest|\bWebSocket\b/,
        file,
      )
  })

  it('says whose work it holds: the licence of every package in a bundle', async () => {
    const inputs = await Promise.all(
      bundles.map(async bundle => {
        const { metafile } = await build({ ...bundle, write: false, metafile: true })
        return Object.keys(metafile.inputs)
      }),
    )
    const packages = new Set(
      inputs
        .flat()
        .flatMap(input => input.match(/(?<=.*node_modules\/)(?:@[^/]+\/)?[^/]+(?=\/(?!.*node_modules\/))/) ?? []),
    )
    const notices = readFileSync(join(folder, 'extension/dist/THIRD_PARTY_NOTICES.txt'), 'utf8')
    const named = new Set([...notices.matchAll(/^(\S+) \d+\.\d+\.\d+\S* \(.+\)$/gm)].map(([, name]) => name))
    assert.deepEqual([...named].sort(), [...packages].sort())
    for (const section of notices.split(/^-{80}$/m))
      assert.match(section, /copyright|permission|licen[cs]ed? under/i, section.slice(0, 80))
  })

  it('has nothing of protobufjs that could load a file', () => {
    for (const file of files.filter(path => path.endsWith('.cjs')))
      assert.doesNotMatch(readFileSync(join(folder, file), 'utf8'), /XMLHttpRequest/, file)
  })

  it('runs in a worker that has nothing of Node, with files that only its client can reach', async () => {
    const found = await findingsInWorker(join(folder, 'extension/dist'), {
      'main.tf':
        'variable "copies" {\n  default = 2\n}\n\nresource "kafka_topic" "orders" {\n  name = "orders"\n  partitions = 3\n  replication_factor = var.copies\n}\n',
      'kafka/topic.yaml':
        'apiVersion: kafka.strimzi.io/v1\nkind: KafkaTopic\nmetadata:\n  name: orders\nspec:\n  replicas: 2\n',
      'schemas/Order.avsc': '{"type": "record", "name": "Order", "fields": [{"name": "email", "type": "string"}]}',
    })
    assert.deepEqual(found, { 'main.tf': ['KR301'], 'kafka/topic.yaml': ['KR301'], 'schemas/Order.avsc': ['KR101'] })
  })

  describe('on Node 20, from any working directory', () => {
    const run = (...args: string[]): SpawnSyncReturns<string> =>
      spawnSync(node, [program, ...args], { cwd: folder, encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } })

    it('reviews a folder', () => {
      assert.match(spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout, /^v20\./)
      const { status, stdout, stderr } = run('check', examples, '--format', 'json', '--fail-on', 'warning')
      assert.equal(stderr, '')
      assert.equal(status, 1)
      assert.ok((JSON.parse(stdout) as { findings: unknown[] }).findings.length > 10)
    })

    it('tells of every fixture, with its evidence, what the sources tell: the tables that ship are whole', async () => {
      const args = ['check', '.', '--level', 'hint', '--explain', '--fail-on', 'never', '--lang', 'en']
      const { out, problems } = await runIn(join(repository, 'test', 'rules'), {}, ...args)
      const env = { ...process.env, LC_ALL: 'C' }
      const packed = spawnSync(node, [program, ...args], {
        cwd: join(repository, 'test', 'rules'),
        encoding: 'utf8',
        env,
      })
      assert.equal(packed.stderr, problems)
      assert.equal(packed.stdout, out)
      assert.doesNotMatch(problems, /internal error/)
      assert.match(out, /KR404/)
    })

    it('writes the record', () => {
      const { status, stdout, stderr } = run('record', examples)
      assert.deepEqual({ status, stderr }, { status: 0, stderr: '' })
      assert.match(stdout, /^# Records? of processing activities/)
    })

    it('draws the map of the data flow', () => {
      for (const [format, begins] of [
        ['svg', /^<svg /],
        ['mermaid', /^flowchart LR\n/],
      ] as const) {
        const { status, stdout, stderr } = run('flow', examples, '--format', format)
        assert.deepEqual({ status, stderr }, { status: 0, stderr: '' })
        assert.match(stdout, begins)
      }
    })

    it('says what is wrong with its arguments', () => {
      for (const [args, message] of [
        [[], 'no command given'],
        [['chek'], 'unknown command "chek"'],
        [['check'], 'no path given'],
        [['check', 'nowhere'], 'no such file or folder: nowhere'],
        [
          ['check', '.', '--format', 'xml'],
          '--format xml: expected one of text, json, sarif, github, gitlab, junit, checkstyle',
        ],
      ] as const) {
        const { status, stdout, stderr } = run(...args)
        assert.deepEqual(
          { status, stdout, stderr: stderr.split('\n')[0] },
          { status: 2, stdout: '', stderr: `kafka-review: ${message}` },
        )
      }
    })

    /** Other editors, each with a script that tells what its user sees. */
    const editors = [
      ['Neovim', 'nvim', ['--headless', '-u', 'NONE', '-c', `luafile ${join(repository, 'test/package/neovim.lua')}`]],
      ['Emacs by eglot', 'emacs', ['--batch', '-l', join(repository, 'test/package/emacs.el')]],
    ] as const
    for (const [name, editor, args] of editors)
      it(`serves ${name}: findings as it types, a fix, the record`, function () {
        const workspace = join(folder, `in-${editor}`)
        mkdirSync(workspace)
        writeFileSync(join(workspace, 'producer.properties'), 'bootstrap.servers=kafka:9092\nacks=1\n')
        const { stdout, stderr, error } = spawnSync(editor, args, {
          encoding: 'utf8',
          timeout: 120_000,
          env: {
            ...process.env,
            KR_NODE: node,
            KR_PROGRAM: program,
            KR_FOLDER: workspace,
            KR_FILE: 'producer.properties',
            KR_CODE: 'KR308',
          },
        })
        const said = JSON.parse(/^\{.*\}$/m.exec(`${stdout}\n${stderr}`)?.[0] ?? '{}') as { readonly absent?: true }
        if ((error && 'code' in error && error.code === 'ENOENT') || said.absent) {
          console.log(`      ${name} is not installed here`)
          this.skip()
        }
        assert.deepEqual(said, {
          before: ['KR502', 'KR308'],
          fix: 'Set acks to all (writes wait for the in-sync replicas from the next start on)',
          after: ['KR502'],
          line: 'acks=all',
          record: '# Record of processing activities',
        })
      })

    it('serves any editor over stdio', async () => {
      const server = spawn(node, [program, 'lsp', '--stdio'], { cwd: folder })
      const connection = createProtocolConnection(
        new StreamMessageReader(server.stdout),
        new StreamMessageWriter(server.stdin),
      )
      connection.listen()
      const uri = pathToFileURL(join(folder, 'topic.yaml')).href
      const { serverInfo } = await connection.sendRequest<InitializeResult>('initialize', {
        processId: process.pid,
        rootUri: null,
        capabilities: { textDocument: { diagnostic: {} } },
      })
      assert.equal(serverInfo?.name, 'Kafka Review')
      await connection.sendNotification('initialized', {})
      await connection.sendNotification('textDocument/didOpen', {
        textDocument: {
          uri,
          languageId: 'yaml',
          version: 1,
          text: 'apiVersion: kafka.strimzi.io/v1\nkind: KafkaTopic\nmetadata:\n  name: orders\nspec:\n  replicas: 1\n',
        },
      })
      const report = await connection.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', {
        textDocument: { uri },
      })
      assert.deepEqual(report.kind === 'full' && report.items.map(({ code }) => code), ['KR301'])
      const ended = new Promise<number | null>(resolve => server.once('close', resolve))
      await connection.sendRequest('shutdown')
      await connection.sendNotification('exit')
      assert.equal(await ended, 0)
      connection.dispose()
    })
  })
})
