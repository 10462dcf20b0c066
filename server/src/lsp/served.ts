import type { ClientCapabilities, Connection, Location } from 'vscode-languageserver'
import { TextDocuments } from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { openDb, type Db, type Library } from '../assess/db.ts'
import type { Files } from '../host/files.ts'
import type { Place } from '../model/fact.ts'
import { indexLines, type LineIndex } from '../text/line-index.ts'
import { baseName, pathBelow, toUri, type Uri } from '../text/uri.ts'
import { fromRange } from './from-lsp.ts'
import type { Baselines } from './baseline.ts'
import type { InitializationOptions, Settings, Status } from './protocol.ts'
import { toRange } from './to-lsp.ts'
import { openWorkspace, type Workspace } from './workspace.ts'
import { inEnglish } from '../locale/en.ts'
import type { Locale } from '../locale/locale.ts'
import { withoutSecrets } from '../locale/struck.ts'
import { word, type Language, type Message } from '../words/message.ts'

/** Where texts and versions come from. */
export interface Texts {
  textOf(uri: Uri): string | undefined
  /** The version of an open file, null for a closed one. */
  versionOf(uri: Uri): number | null
}

/** What changes while a server runs; written where the client says so. */
export interface State {
  client: ClientCapabilities
  /** The language of the editor. */
  locale: Locale
  options: InitializationOptions
  settings: Settings
  /** Set by `Review Workspace`: everything is shown until the scope changes. */
  reviewsAll: boolean
  /** The files that differ from what was committed; undefined where nobody tells. */
  changedFiles: ReadonlySet<Uri> | undefined
  baselines: Baselines
  workspace: Workspace
  /** Resolves once the folders have been read; never rejects. */
  loaded: Promise<unknown>
  phase: Status['state']
}

/** What a feature needs of the server that it is part of. */
export interface Served {
  readonly connection: Connection
  readonly library: Library
  readonly files: Files
  readonly documents: TextDocuments<TextDocument>
  readonly texts: Texts
  readonly state: State
  workspace(): Workspace
  client(): ClientCapabilities
  settings(): Settings
  /** The language of the editor, which tells no secret. */
  locale(): Locale
  /** The text of a message in the language of the editor. */
  tell(message: Message): string
  /** Resolves once the folders have been read. */
  loaded(): Promise<unknown>
  /** Open files, of whatever kind. */
  openFiles(): Uri[]
  /** Tells everyone that the findings of files, or what is known of them, may be others; `edited` is the file whose own edit the client already knows of. */
  changed(files: ReadonlySet<Uri>, edited?: Uri): void
  /** Looks at what was put off, in slices between which others are served; returns the files whose findings may have changed. */
  catchUp(): Promise<Set<Uri>>
  /** Looks at once at all that was put off, for who asks for all findings; everyone is told of what changed. */
  lookAtAll(): void
  onChange(listener: (files: ReadonlySet<Uri>, edited?: Uri) => void): void
  /** Calls back once the client takes requests, in the order in which features are listed. */
  onInitialized(listener: () => void): void
  initialized(): void
  /** Does what nobody waits for: a throw ends in the output channel, never the server. */
  background(doing: string, run: () => unknown): void
}

/** Starts without a folder. */
export function openServed(connection: Connection, library: Library, files: Files): Served {
  const documents = new TextDocuments(TextDocument)
  const listeners: Parameters<Served['onChange']>[0][] = []
  const starting: (() => void)[] = []
  const state: State = {
    client: {},
    locale: inEnglish,
    options: {},
    settings: { scope: 'openFiles', inlayHints: true, codeLens: true },
    reviewsAll: false,
    changedFiles: undefined,
    baselines: new Map(),
    workspace: openWorkspace(library, files, []),
    loaded: Promise.resolve(),
    phase: 'reading',
  }
  const background: Served['background'] = (doing, run) =>
    void (async () => run())().catch((error: unknown) => logTo(connection, `${doing}: ${textOf(error)}`))
  const locale = (): Locale => withoutSecrets(state.locale, state.workspace.review.estate.secrets)
  let isCatchingUp = false
  const tell: Served['changed'] = (changed, edited) => {
    for (const listener of listeners) background('telling of findings', () => listener(changed, edited))
    // While folders are read, more comes: what they put off is looked at when all have been.
    if (!isCatchingUp && state.phase === 'ready' && state.workspace.review.isBehind())
      background('checking what was put off', async () => tell(await catchUp()))
  }
  const catchUp = async (): Promise<Set<Uri>> => {
    isCatchingUp = true
    try {
      return await catchUpInSlices(state)
    } finally {
      isCatchingUp = false
    }
  }
  return {
    connection,
    library,
    files,
    documents,
    texts: {
      textOf: uri => documents.get(uri)?.getText() ?? state.workspace.textOf(uri),
      versionOf: uri => documents.get(uri)?.version ?? null,
    },
    state,
    workspace: () => state.workspace,
    client: () => state.client,
    settings: () => state.settings,
    locale,
    tell: message => word(message, locale().words),
    loaded: () => state.loaded,
    openFiles: () => documents.keys().map(toUri),
    changed: tell,
    catchUp,
    lookAtAll: () => tell(state.workspace.review.catchUp()),
    onChange: listener => void listeners.push(listener),
    onInitialized: listener => void starting.push(listener),
    initialized() {
      for (const listener of starting) background('starting', listener)
    },
    background,
  }
}

/** So long nobody else is served, in milliseconds. */
const slice = 30

/** Looks at what was put off; between two slices, requests are answered, and what is typed is taken over. */
async function catchUpInSlices({ workspace: { review } }: State): Promise<Set<Uri>> {
  const changed = new Set<Uri>()
  while (review.isBehind()) {
    await new Promise(resolve => setTimeout(resolve))
    const end = performance.now() + slice
    for (const file of review.catchUp(() => performance.now() > end)) changed.add(file)
  }
  return changed
}

/** Writes to the output channel; a connection that is gone takes nothing. */
export function logTo(connection: Connection, text: string): void {
  try {
    connection.console.error(text)
  } catch {
    // nobody is there to read it
  }
}

const textOf = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error))

/** Runs something once things have been quiet for a while; what it throws goes where the server's throws go. */
export function debounce({ background }: Served, doing: string, milliseconds: number, run: () => unknown): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  return () => {
    clearTimeout(timer)
    timer = setTimeout(() => background(doing, run), milliseconds)
  }
}

/** One question to the server: the estate as it is now, and lines of its files. */
export interface Asked {
  readonly db: Db
  readonly words: Language
  linesOf(file: Uri): LineIndex | undefined
  /** The offset of a position; undefined in a file that is gone. */
  offsetOf(file: Uri, position: { readonly line: number; readonly character: number }): number | undefined
  /** Where a place is; none where its text is gone. */
  locate(place: Place): Location[]
  /** A file as a reader of its workspace would name it: its path below the folder that is open. */
  nameOf(file: Uri): string
  /** A place as a reader would name it: `kafka/topics.yaml:12`. */
  show(place: Place): string
}

/** Opens a question. */
export function ask({ workspace, library, texts, locale }: Served): Asked {
  const linesOf = linesIn(texts)
  const db = openDb(workspace().review.estate, library)
  const nameOf = (file: Uri): string => pathInWorkspace(db, file)
  return {
    db,
    words: locale().words,
    linesOf,
    nameOf,
    show: ({ file, span }) => `${nameOf(file)}:${(linesOf(file)?.position(span.start).line ?? 0) + 1}`,
    offsetOf(file, position) {
      const lines = linesOf(file)
      return lines && fromRange({ start: position, end: position }, lines).start
    },
    locate({ file, span }) {
      const lines = linesOf(file)
      return lines ? [{ uri: file, range: toRange(span, lines) }] : []
    },
  }
}

/** The path of a file below the folder that is open; its name where it lies in none. */
export function pathInWorkspace(db: Db, file: Uri): string {
  const root = db.estate.rootOf(file)
  return (root && pathBelow(root, file)) ?? baseName(file)
}

/** The lines of files, each counted once. */
export function linesIn({ textOf }: Texts): Asked['linesOf'] {
  const known = new Map<Uri, LineIndex | undefined>()
  return file => {
    if (!known.has(file)) {
      const text = textOf(file)
      known.set(file, text === undefined ? undefined : indexLines(text))
    }
    return known.get(file)
  }
}
