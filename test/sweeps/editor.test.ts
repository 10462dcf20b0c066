import type { Diagnostic, DocumentDiagnosticReport, Position } from 'vscode-languageserver'
import { readCompany } from '../support/company.ts'
import { eventually, pulling, startClient, type TestClient } from '../support/client.ts'
import { readFixtures, root } from '../support/fixtures.ts'
import { assertGolden } from '../support/golden.ts'

/** Folders that an editor opens: the example company, and fixtures of several files. */
const folders: Readonly<Record<string, Readonly<Record<string, string>>>> = Object.fromEntries([
  ['test/examples', textsOf(readCompany())] as const,
  ...[
    'KR107-unmasked-personal-data-at-sink',
    'KR301-replication-factor-below-three',
    'KR451-blank-residency-cell',
    'KR106-transfer-of-personal-data',
    'KR713-missing-at-standby',
    'KR904-declaration-contradicted',
  ].flatMap(rule =>
    readFixtures(`test/rules/${rule}`)
      .filter(({ files }) => files.length > 1)
      .slice(0, 2)
      .map(({ name, files }) => [name, textsOf(files)] as const),
  ),
])

function textsOf(files: readonly { readonly uri: string; readonly text: string }[]): Readonly<Record<string, string>> {
  return Object.fromEntries(files.map(({ uri, text }) => [decodeURIComponent(uri.slice(root.length)), text]))
}

/** Where words begin, and in the middle of each. */
const wordsIn = (text: string): { word: string; position: Position }[] =>
  text.split('\n').flatMap((content, line) =>
    [...content.matchAll(/[\w.*-]{2,}/g)].map(({ 0: word, index }) => ({
      word,
      position: { line, character: index + 1 },
    })),
  )

/** What is asked of a word, and of a whole file. */
const atWords = {
  definition: 'textDocument/definition',
  type: 'textDocument/typeDefinition',
  references: 'textDocument/references',
  'can be renamed': 'textDocument/prepareRename',
  rename: 'textDocument/rename',
  hover: 'textDocument/hover',
  flow: 'textDocument/prepareCallHierarchy',
  offers: 'textDocument/completion',
} as const
const atFiles = {
  symbols: 'textDocument/documentSymbol',
  lenses: 'textDocument/codeLens',
  hints: 'textDocument/inlayHint',
} as const

const isThing = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

/** An answer in a line: positions as line and column from 1, files by their paths, long texts by their beginning. */
function told(value: unknown, base: string): string {
  const tell = (one: unknown): string => {
    if (typeof one === 'string') return short(decodeURIComponent(one.replace(base, '')))
    if (Array.isArray(one)) return one.length > 12 ? `${one.length}: ${list(one.slice(0, 3))}, ...` : list(one)
    if (!isThing(one)) return String(one)
    if ('line' in one) return `${Number(one.line) + 1}:${Number(one.character) + 1}`
    return 'start' in one ? `${tell(one.start)}-${tell(one.end)}` : `{${members(one)}}`
  }
  const list = (all: readonly unknown[]): string => all.map(tell).join(', ')
  const members = (one: Readonly<Record<string, unknown>>): string =>
    Object.entries(one)
      .filter(([key, inner]) => inner !== null && inner !== undefined && key !== 'data' && key !== 'selectionRange')
      .map(([key, inner]) => `${key} ${key === 'version' ? '' : tell(inner)}`)
      .join(', ')
  const short = (text: string): string => {
    const [first = ''] = text.trim().split('\n')
    return first.length < text.trim().length ? `${first.slice(0, 100)} ... ${text.length}` : first
  }
  return tell(value)
}

/** How a server is asked, and its answers are told. */
interface Asking {
  readonly ask: (method: string, params: object) => Promise<unknown>
  readonly tell: (value: unknown) => string
}

const isSomething = (answer: unknown): boolean =>
  answer !== null && answer !== undefined && !(Array.isArray(answer) && answer.length === 0)

async function* ofFile({ ask, tell }: Asking, textDocument: object): AsyncIterable<string> {
  const range = { start: { line: 0, character: 0 }, end: { line: 9999, character: 0 } }
  for (const [what, method] of Object.entries(atFiles)) {
    const answer = (await ask(method, { textDocument, range })) as unknown[] | null
    for (const one of answer ?? []) yield `${what}: ${tell(one)}`
  }
  const report = (await ask('textDocument/diagnostic', { textDocument })) as DocumentDiagnosticReport
  for (const diagnostic of report.kind === 'full' ? report.items : [])
    yield* actionsFor({ ask, tell }, textDocument, diagnostic)
}

async function* ofWords({ ask, tell }: Asking, textDocument: object, text: string): AsyncIterable<string> {
  const more = { newName: 'zz-9', context: { includeDeclaration: true } }
  for (const { word, position } of wordsIn(text))
    for (const [what, method] of Object.entries(atWords)) {
      const answer = await ask(method, { textDocument, position, ...more })
      if (isSomething(answer)) yield `${position.line + 1} ${word}, ${what}: ${tell(answer)}`
    }
}

/** What was answered: what the next word of the same value is answered as well stands once. */
async function notedIn(asking: Asking, uri: string, text: string, known: Set<string>): Promise<string[]> {
  const textDocument = { uri }
  const lines: string[] = []
  for (const answers of [ofFile(asking, textDocument), ofWords(asking, textDocument, text)])
    for await (const line of answers) {
      const answer = line.slice(line.indexOf(':'))
      if (!known.has(answer)) lines.push(`  ${line}\n`)
      known.add(answer)
    }
  return lines
}

async function* actionsFor({ ask, tell }: Asking, textDocument: object, diagnostic: Diagnostic): AsyncIterable<string> {
  const { range, code } = diagnostic
  yield `finding: ${tell(diagnostic)}`
  const context = { diagnostics: [diagnostic] }
  const actions = (await ask('textDocument/codeAction', { textDocument, range, context })) as object[] | null
  for (const action of actions ?? []) {
    const { edit, title } = (await ask('codeAction/resolve', action)) as { edit?: unknown; title: string }
    yield `  ${code}, ${title}: ${tell(edit)}`
  }
}

describe('what an editor is answered at every word', function () {
  // Many fixtures are asked one after another.
  this.timeout(120_000)
  for (const [name, files] of Object.entries(folders)) {
    describe(`of ${name}`, () => {
      let client: TestClient
      before(async () => {
        client = await startClient(files, {
          ...pulling,
          textDocument: { ...pulling.textDocument, hover: { contentFormat: ['markdown'] }, callHierarchy: {} },
          workspace: { ...pulling.workspace, workspaceEdit: { documentChanges: true, resourceOperations: ['rename'] } },
        })
        for (const [path, text] of Object.entries(files)) client.open(path, text)
        const [first = ''] = Object.keys(files)
        await eventually(
          () => asking.ask('textDocument/diagnostic', { textDocument: { uri: client.uri(first) } }),
          answer => isThing(answer),
        )
      })
      after(() => client.end())

      const asking: Asking = {
        ask: (method, params) =>
          client.connection.sendRequest<unknown>(method, params).catch((error: Error) => error.message),
        tell: value => told(value, client.uri('').replace(/\/?$/, '/')),
      }

      it('is what it was', async () => {
        const known = new Set<string>()
        const lines: string[] = []
        for (const [path, text] of Object.entries(files))
          lines.push(`${path}\n`, ...(await notedIn(asking, client.uri(path), text, known)))
        const golden = name
          .replace(/^test\/(?:rules\/)?/, '')
          .replaceAll('/', '-')
          .replace(/\.[a-z]+$/, '')
        assertGolden(`test/sweeps/editor/${golden}.golden.txt`, lines.join(''))
      })
    })
  }
})
