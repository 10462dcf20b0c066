import assert from 'node:assert/strict'
import fc from 'fast-check'
import { answerLine, type Tool } from '../../server/src/cli/mcp-protocol.ts'
import { readKept } from '../../server/src/cli/record.ts'
import { openDb } from '../../server/src/assess/db.ts'
import { readFactsFile } from '../../server/src/facts/facts-file.ts'
import { linesOfFacts } from '../../server/src/facts/position.ts'
import { inEnglish } from '../../server/src/locale/en.ts'
import { recordFormats, type RecordFormatName } from '../../server/src/records/formats.ts'
import { driftOf, readsAs, writtenIn } from '../../server/src/records/drift.ts'
import { plainOf } from '../../server/src/records/kept.ts'
import {
  baselineOf,
  compareWith,
  readBaseline,
  writeBaseline,
  type BaselineFile,
} from '../../server/src/report/baseline.ts'
import { startReview } from '../../server/src/review.ts'
import { baseName } from '../../server/src/text/uri.ts'
import { reviewTexts, theLibrary } from '../support/fixtures.ts'
import { outputsOf } from '../support/outputs.ts'
import { stateIn } from '../support/states.ts'
import type { State } from '../../server/src/delta/delta.ts'
import { changes, garble, odd, seeds, type Texts } from './inputs.ts'

/** A text that a command is given to read back, as somebody may have left it. */
export interface Given {
  readonly kind: keyof typeof readers
  readonly text: string
}

const everyNth = 40
const bases: readonly Texts[] = seeds.filter((_, index) => index % everyNth === 0)

const states = new Map<Texts, State>()
function stateOf(texts: Texts): State {
  const files = texts.map(({ uri, text }) => ({ uri, text, path: baseName(uri) }))
  const state = states.get(texts) ?? stateIn(reviewTexts([...texts]), files)
  states.set(texts, state)
  return state
}

const inBaseline = ({ db, reviewed }: State): BaselineFile[] =>
  reviewed.map(({ uri, path, findings, identities }) => ({
    path,
    findings,
    identities,
    entities: db.estate.facts(uri)?.entities ?? [],
    secrets: db.estate.secrets,
  }))

const tools: readonly Tool[] = [
  { name: 'say', description: 'x', properties: { text: { type: 'string' } }, call: async ({ text = '' }) => text },
]
const requests = [
  '{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2024-11-05"}}',
  '{"jsonrpc":"2.0","id":1,"method":"tools/list"}',
  '{"jsonrpc":"2.0","id":"x","method":"tools/call","params":{"name":"say","arguments":{"text":"x"}}}',
  '{"jsonrpc":"2.0","method":"notifications/initialized"}',
]

/** What reads each kind of text; it throws where something does not hold. */
const readers = {
  facts(text: string, isWhole: boolean): void {
    const told = readFactsFile(text)
    if (typeof told === 'string') return
    const review = startReview(theLibrary(), () => [told.root])
    review.update(told.files.map(({ uri, facts }) => [uri, facts]))
    const reviewed = told.files.map(file => ({
      ...file,
      text: '',
      lines: linesOfFacts,
      secrets: [],
      findings: review.findings(file.uri),
      identities: new Map(),
    }))
    const [fault] = review.problems()
    assert.equal(fault?.fault, undefined)
    if (isWhole)
      outputsOf({ db: openDb(review.estate, theLibrary()), files: told.files.map(({ uri }) => uri), reviewed })
  },
  baseline(text: string): void {
    const baseline = readBaseline(text)
    const [first] = bases
    if (!baseline || !first) return
    const { left } = compareWith(baseline, inBaseline(stateOf(first)), () => true)
    assert.deepEqual(readBaseline(writeBaseline(left)), left)
  },
  async request(text: string): Promise<void> {
    for (const line of text.split('\n')) JSON.stringify((await answerLine(line, tools)) ?? null)
  },
  ...(Object.fromEntries(
    Object.keys(recordFormats).map(name => [
      name,
      (text: string): void => {
        const form = recordFormats[name as RecordFormatName]
        const bytes = Buffer.from(text, form.ending === 'xlsx' ? 'latin1' : 'utf8')
        writtenIn(plainOf(bytes), [inEnglish])
        const said = readKept(form, bytes, inEnglish.record) ?? []
        driftOf(said, said.slice(1))
        readsAs(text, '')
      },
    ]),
  ) as Record<RecordFormatName, (text: string) => void>),
}

function whole(kind: Given['kind'], texts: Texts, which: number): string {
  if (kind === 'baseline') return writeBaseline(baselineOf(inBaseline(stateOf(texts))))
  if (kind === 'request') return requests[which % requests.length] ?? ''
  const written = outputsOf(stateOf(texts)).get(kind === 'facts' ? kind : `record ${kind}`) ?? ''
  return typeof written === 'string' ? written : Buffer.from(written).toString('latin1')
}

const written = new Map<string, string>()

/** What is written of a base, once. */
function writtenOf(kind: Given['kind'], base: number): string {
  const key = `${kind} ${base}`
  const text = written.get(key) ?? whole(kind, bases[base % bases.length] ?? [], base)
  written.set(key, text)
  return text
}

/** The same JSON with something else in the place of a value; any other text as it is. */
function withOther(text: string, at: number, value: number): string {
  let read: unknown
  try {
    read = JSON.parse(text)
  } catch {
    return text
  }
  const places: [object: Record<string, unknown>, key: string][] = []
  const collect = (one: unknown): void => {
    if (typeof one !== 'object' || one === null) return
    const things = one as Record<string, unknown>
    for (const key of Object.keys(things)) {
      places.push([things, key])
      collect(things[key])
    }
  }
  collect(read)
  const [object, key] = places[at % Math.max(1, places.length)] ?? []
  const other = odd[value % (odd.length + 1)]
  if (object && key !== undefined)
    if (other === undefined) delete object[key]
    else object[key] = other
  return JSON.stringify(read)
}

/** Texts of all kinds, garbled: as text, or as JSON with other values. */
export const givens = (): fc.Arbitrary<Given & { readonly isWhole: boolean }> =>
  fc
    .noBias(
      fc.tuple(
        fc.constantFrom(...(Object.keys(readers) as Given['kind'][]), 'facts' as const, 'facts' as const),
        fc.nat(bases.length - 1),
        changes,
        fc.array(fc.tuple(fc.nat(100_000), fc.nat(1000)), { maxLength: 2, size: 'max' }),
        fc.nat(19),
      ),
    )
    .map(([kind, base, made, others, share]) => ({
      kind,
      text:
        share % 2 === 0
          ? garble(writtenOf(kind, base), made)
          : others.reduce((text, [at, value]) => withOther(text, at, value), writtenOf(kind, base)),
      isWhole: share < 4,
    }))

/** Holds what reads a text back to what it promises: it takes it or refuses it. Returns the seconds of work. */
export async function assertReadBack({ kind, text, isWhole }: Given & { readonly isWhole: boolean }): Promise<number> {
  const before = process.cpuUsage()
  await readers[kind](text, isWhole)
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6
}
