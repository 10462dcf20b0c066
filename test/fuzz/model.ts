import { inEnglish } from '../../server/src/locale/en.ts'
import assert from 'node:assert/strict'
import { mkdirSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import type { Diagnostic, DocumentDiagnosticReport } from 'vscode-languageserver'
import { openTextReview } from '../../server/src/host/text-review.ts'
import type { Status } from '../../server/src/lsp/protocol.ts'
import { linesIn } from '../../server/src/lsp/served.ts'
import { toDiagnostics } from '../../server/src/lsp/to-lsp.ts'
import { compareTexts } from '../../server/src/text/order.ts'
import { toUri, type Uri } from '../../server/src/text/uri.ts'
import { eventually, startClient, type TestClient } from '../support/client.ts'
import { theLibrary } from '../support/fixtures.ts'
import { choices, folders, names, type Path } from './model-texts.ts'

/** What the files are, as whoever works on them knows it. */
interface Model {
  readonly disk: Map<Path, string>
  readonly open: Map<Path, Buffer>
}

interface Buffer {
  text: string
  /** It showed what lay on disk when that went away. */
  gone: boolean
}

type Event = readonly [path: string, type: 1 | 2 | 3]

/** Every step that a run of the model has taken, of all runs. */
export const steps = { taken: 0 }

const paths = folders.flatMap(folder => names.map((name): Path => `${folder}${name}`))
const textOf = (path: Path, choice: number): string => {
  const texts = choices[path.slice(path.lastIndexOf('/') + 1)] ?? ['']
  return texts[choice % texts.length] ?? ''
}

/** A thing that people and editors do to files. */
abstract class Step implements fc.AsyncCommand<Model, TestClient> {
  protected label = ''
  check(_: Readonly<Model>): boolean {
    return true
  }
  async run(model: Model, client: TestClient): Promise<void> {
    steps.taken++
    await this.act(model, client)
    await assertCold(model, client)
  }
  toString(): string {
    return this.label
  }
  protected abstract act(model: Model, client: TestClient): Promise<void> | void
}

const tell = (client: TestClient, events: readonly Event[]): Promise<void> =>
  client.connection.sendNotification('workspace/didChangeWatchedFiles', {
    changes: events.map(([path, type]) => ({ uri: client.uri(path), type })),
  })

/** What lies on disk now counts for buffers too. */
const cameBack = (model: Model, path: Path): void => {
  const buffer = model.open.get(path)
  if (buffer) buffer.gone = false
}

function writeOnDisk(model: Model, client: TestClient, path: Path, text: string): Event {
  const event: Event = [path, model.disk.has(path) ? 2 : 1]
  client.write(path, text)
  model.disk.set(path, text)
  cameBack(model, path)
  return event
}

function goneFromDisk(model: Model, path: Path): void {
  const buffer = model.open.get(path)
  if (buffer && buffer.text === model.disk.get(path)) buffer.gone = true
  model.disk.delete(path)
}

function deleteOnDisk(model: Model, client: TestClient, path: Path): Event {
  rmSync(join(client.folder, path))
  goneFromDisk(model, path)
  return [path, 3]
}

const languages: Readonly<Record<string, string>> = {
  json: 'json',
  tf: 'terraform',
  tfvars: 'terraform-vars',
  avsc: 'avro',
  proto: 'proto',
  properties: 'properties',
}

function openBuffer(model: Model, client: TestClient, path: Path, text: string): void {
  client.open(path, text, languages[path.slice(path.lastIndexOf('.') + 1)] ?? 'yaml')
  model.open.set(path, { text, gone: false })
}

/** What is done to one of the files for which it can be done; which one, a number says. */
abstract class FileStep extends Step {
  readonly #which: number
  constructor(which: number) {
    super()
    this.#which = which
  }
  override check(model: Readonly<Model>): boolean {
    return this.candidates(model).length > 0
  }
  protected act(model: Model, client: TestClient): Promise<void> | void {
    const candidates = this.candidates(model)
    const path = candidates[this.#which % candidates.length] ?? ''
    this.label = `${this.constructor.name} ${path}`
    return this.actOn(path, model, client)
  }
  protected abstract candidates(model: Readonly<Model>): readonly Path[]
  protected abstract actOn(path: Path, model: Model, client: TestClient): Promise<void> | void
}

class Open extends FileStep {
  protected candidates({ disk, open }: Readonly<Model>): readonly Path[] {
    return [...disk.keys()].filter(path => !open.has(path))
  }
  protected actOn(path: Path, model: Model, client: TestClient): void {
    openBuffer(model, client, path, model.disk.get(path) ?? '')
  }
}

abstract class BufferStep extends FileStep {
  protected candidates({ open }: Readonly<Model>): readonly Path[] {
    return [...open.keys()]
  }
}

class Edit extends BufferStep {
  readonly #choice: number
  readonly #cut: number
  constructor(which: number, choice: number, cut: number) {
    super(which)
    this.#choice = choice
    this.#cut = cut
  }
  protected actOn(path: Path, model: Model, client: TestClient): void {
    const whole = textOf(path, this.#choice)
    const text = whole.slice(0, Math.max(0, whole.length - this.#cut))
    this.label += ` as ${this.#choice}, without its last ${this.#cut} characters`
    client.change(path, text)
    model.open.set(path, { text, gone: false })
  }
}

class Save extends BufferStep {
  protected async actOn(path: Path, model: Model, client: TestClient): Promise<void> {
    const event = writeOnDisk(model, client, path, model.open.get(path)?.text ?? '')
    client.save(path)
    await tell(client, [event])
  }
}

class Close extends BufferStep {
  protected actOn(path: Path, model: Model, client: TestClient): void {
    client.close(path)
    model.open.delete(path)
  }
}

abstract class DiskStep extends FileStep {
  protected candidates({ disk }: Readonly<Model>): readonly Path[] {
    return [...disk.keys()]
  }
}

class Rewrite extends DiskStep {
  readonly #choice: number
  constructor(which: number, choice: number) {
    super(which)
    this.#choice = choice
  }
  protected async actOn(path: Path, model: Model, client: TestClient): Promise<void> {
    this.label += ` as ${this.#choice}`
    await tell(client, [writeOnDisk(model, client, path, textOf(path, this.#choice))])
  }
}

class Delete extends DiskStep {
  protected async actOn(path: Path, model: Model, client: TestClient): Promise<void> {
    await tell(client, [deleteOnDisk(model, client, path)])
  }
}

/** A file goes to another folder, in the editor too. */
class Rename extends DiskStep {
  readonly #to: string
  constructor(which: number, to: string) {
    super(which)
    this.#to = to
  }
  protected async actOn(path: Path, model: Model, client: TestClient): Promise<void> {
    const to = `${this.#to}${path.slice(path.lastIndexOf('/') + 1)}`
    this.label += ` to ${to}`
    if (model.disk.has(to) || model.open.has(to)) return
    await move(
      model,
      client,
      [[path, to]],
      [
        [path, 3],
        [to, 1],
      ],
    )
  }
}

class Create extends Step {
  readonly #path: Path
  readonly #choice: number
  constructor(path: Path, choice: number) {
    super()
    this.#path = path
    this.#choice = choice
    this.label = `Create ${path} as ${choice}`
  }
  protected async act(model: Model, client: TestClient): Promise<void> {
    await tell(client, [writeOnDisk(model, client, this.#path, textOf(this.#path, this.#choice))])
  }
}

/** A folder is moved: of the old one editors tell the folder only. */
class MoveFolder extends Step {
  readonly #from: string
  readonly #to: string
  constructor(from: string, to: string) {
    super()
    this.#from = from
    this.#to = to
    this.label = `MoveFolder ${from} to ${to}`
  }
  override check({ disk, open }: Readonly<Model>): boolean {
    const isBelow =
      (folder: string) =>
      (path: Path): boolean =>
        path.startsWith(folder)
    return (
      !this.#to.startsWith(this.#from) &&
      !this.#from.startsWith(this.#to) &&
      [...disk.keys()].some(isBelow(this.#from)) &&
      ![...disk.keys(), ...open.keys()].some(isBelow(this.#to))
    )
  }
  protected async act(model: Model, client: TestClient): Promise<void> {
    const moved = [...model.disk.keys()]
      .filter(path => path.startsWith(this.#from))
      .map((path): [Path, Path] => [path, `${this.#to}${path.slice(this.#from.length)}`])
    await move(model, client, moved, [[this.#from.slice(0, -1), 3], ...moved.map(([, to]): Event => [to, 1])])
  }
}

async function move(
  model: Model,
  client: TestClient,
  moved: readonly (readonly [Path, Path])[],
  events: readonly Event[],
): Promise<void> {
  for (const [from, to] of moved) {
    const text = model.disk.get(from) ?? ''
    mkdirSync(dirname(join(client.folder, to)), { recursive: true })
    renameSync(join(client.folder, from), join(client.folder, to))
    const buffer = model.open.get(from)
    if (buffer) {
      client.close(from)
      model.open.delete(from)
    }
    model.disk.delete(from)
    model.disk.set(to, text)
    if (buffer) openBuffer(model, client, to, buffer.text)
  }
  await tell(client, events)
}

/** Many files change at once, under whatever is open; what is told of them comes in any order. */
class SwitchBranch extends Step {
  readonly #changes: readonly (readonly [Path, number | undefined])[]
  constructor(changes: readonly (readonly [Path, number | undefined])[]) {
    super()
    this.#changes = changes
    this.label = `SwitchBranch ${changes.map(([path, choice]) => `${path}=${choice ?? 'gone'}`).join(' ')}`
  }
  protected async act(model: Model, client: TestClient): Promise<void> {
    const events = this.#changes.flatMap(([path, choice]): Event[] => {
      if (choice !== undefined) return [writeOnDisk(model, client, path, textOf(path, choice))]
      return model.disk.has(path) ? [deleteOnDisk(model, client, path)] : []
    })
    await tell(client, events)
  }
}

const which = fc.nat(1000)
const choice = fc.nat(5)
const folder = fc.oneof(
  { weight: 3, arbitrary: fc.constant('') },
  { weight: 3, arbitrary: fc.constant('a/') },
  { weight: 1, arbitrary: fc.constantFrom(...folders) },
)
const file = fc.tuple(folder, fc.constantFrom(...names)).map(([above, name]) => `${above}${name}`)
const movable = fc.constantFrom(...folders.filter(name => name !== ''))

const commands = [
  which.map(n => new Open(n)),
  which.map(n => new Open(n)),
  ...[1, 2, 3].map(() =>
    fc.tuple(which, choice, fc.constantFrom(0, 0, 0, 1, 7, 30)).map(([n, text, cut]) => new Edit(n, text, cut)),
  ),
  which.map(n => new Save(n)),
  which.map(n => new Close(n)),
  fc.tuple(which, choice).map(([n, text]) => new Rewrite(n, text)),
  fc.tuple(which, choice).map(([n, text]) => new Rewrite(n, text)),
  fc.tuple(file, choice).map(([path, text]) => new Create(path, text)),
  which.map(n => new Delete(n)),
  fc.tuple(which, folder).map(([n, to]) => new Rename(n, to)),
  fc.tuple(movable, movable).map(([from, to]) => new MoveFolder(from, to)),
  fc
    .uniqueArray(fc.tuple(file, fc.option(choice, { nil: undefined })), {
      minLength: 2,
      maxLength: 8,
      selector: ([path]) => path,
    })
    .map(changes => new SwitchBranch(changes)),
]

/** Runs of the server from some files on disk, which lead through the given number of steps at most. */
export const modelRuns = (most: number): fc.IAsyncPropertyWithHooks<unknown> =>
  fc.asyncProperty(
    fc.uniqueArray(fc.tuple(file, choice), { minLength: 8, maxLength: 20, selector: ([path]) => path, size: 'max' }),
    fc.commands(commands, { maxCommands: most, size: 'max' }),
    async (given, run) => {
      const disk = new Map(given.map(([path, text]) => [path, textOf(path, text)]))
      const client = await startClient(Object.fromEntries(disk))
      try {
        await ready(client)
        await fc.asyncModelRun(() => ({ model: { disk, open: new Map() }, real: client }), run)
      } finally {
        client.end()
      }
    },
  )

async function ready(client: TestClient): Promise<void> {
  let status: Status | undefined
  client.connection.onNotification('kafkaReview/status', (next: Status) => {
    status = next
  })
  await eventually(
    () => status?.state,
    state => state === 'ready',
    60_000,
  )
}

type Shown = Readonly<Record<string, readonly Diagnostic[]>>

/** Every file's findings are those of a review that has never known anything else. */
async function assertCold(model: Model, client: TestClient): Promise<void> {
  const expected = coldFindings(model, client)
  let found: Shown = {}
  const same = (): boolean => JSON.stringify(found) === JSON.stringify(expected)
  for (let wait = 0; wait < 14; wait++) {
    found = Object.fromEntries(await Promise.all(paths.map(async path => [path, await pull(client, path)] as const)))
    if (same()) return
    await new Promise(resolve => setTimeout(resolve, 2 ** wait))
  }
  assert.deepEqual(found, expected)
}

async function pull(client: TestClient, path: Path): Promise<readonly Diagnostic[]> {
  const report = await client.connection.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', {
    textDocument: { uri: client.uri(path) },
  })
  return report.kind === 'full' ? report.items.map(canonical) : []
}

/** A finding with the addresses that we know files by. */
const canonical = (item: Diagnostic): Diagnostic =>
  item.relatedInformation
    ? {
        ...item,
        relatedInformation: item.relatedInformation.map(({ location, message }) => ({
          location: { ...location, uri: toUri(location.uri) },
          message,
        })),
      }
    : item

function coldFindings({ disk, open }: Model, client: TestClient): Shown {
  const uriOf = (path: string): Uri => toUri(client.uri(path))
  const texts = new Map([...disk].map(([path, text]) => [path, text]))
  for (const [path, { text, gone }] of open) {
    if (gone) texts.delete(path)
    else texts.set(path, text)
  }
  const review = openTextReview(theLibrary(), () => [uriOf('/')])
  review.take([...texts].sort(([a], [b]) => compareTexts(a, b)).map(([path, text]) => [uriOf(path), text]))
  const linesOf = linesIn({ textOf: review.textOf, versionOf: () => null })
  return Object.fromEntries(
    paths.map(path => {
      const lines = linesOf(uriOf(path))
      const found = lines
        ? toDiagnostics(review.review.findings(uriOf(path)), lines, linesOf, undefined, inEnglish.words)
        : []
      return [path, JSON.parse(JSON.stringify(found)) as Diagnostic[]]
    }),
  )
}
