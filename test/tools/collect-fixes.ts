import { writeFileSync } from 'node:fs'
import { parseAllDocuments } from 'yaml'
import { syntaxOf } from '../../server/src/reader/formats.ts'
import type { Slot } from '../../server/src/model/fact.ts'
import { applyFix } from '../support/fixes.ts'
import avsc from 'avsc'
import { Ajv } from 'ajv'
import { refusalBy } from '../../server/src/host/schema-libraries.ts'
import type { Uri } from '../../server/src/text/uri.ts'
import { reviewTexts } from '../support/fixtures.ts'
import { strimziErrors } from '../support/strimzi-schemas.ts'
import { fixtureEdits, type FixtureEdit } from '../support/fixture-edits.ts'

/** What one edit of a fix writes, for the trial against a real Kafka: the setting, and the settings that stand beside it afterwards. */
interface Written {
  readonly code: string
  /** What it does to what runs, and the sources that say so. */
  readonly does: string
  readonly sources: readonly string[]
  /** Who else than Kafka judges it: the schema of the operator, a library of the schema's language, the program that reads the file. */
  readonly judge?: string
  /** What the judge says against it that it did not say before; empty where it takes it. */
  readonly refused?: readonly string[]
  readonly where: string
  readonly key: string
  readonly value: unknown
  readonly beside: Readonly<Record<string, string>>
}

/** The settings of a text: of properties by line, of HCL those with a key in quotes, of JSON and YAML by the map that holds the slot. */
function besides(text: string, slot: Slot): Record<string, string> {
  const syntax = syntaxOf(slot.file)
  if (syntax === 'properties')
    return Object.fromEntries(
      [...text.matchAll(/^\s*([^#!\s=:]+)\s*[=:]\s*(.*)$/gm)].map(([, key = '', value = '']) => [key, value.trim()]),
    )
  if (syntax === 'hcl')
    return Object.fromEntries(
      [...text.matchAll(/^\s*"([\w.$-]+)"\s*=\s*"([^"]*)"/gm)].map(([, key = '', value = '']) => [key, value]),
    )
  if (syntax !== 'json' && syntax !== 'yaml') return {}
  let inner: unknown = parseAllDocuments(text.slice(slot.document), { logLevel: 'silent' })[0]?.toJS()
  for (const part of slot.path.slice(0, -1)) inner = (inner as Record<string | number, unknown> | undefined)?.[part]
  return Object.fromEntries(
    Object.entries((inner as object | undefined) ?? {}).flatMap(([key, value]) =>
      typeof value === 'object' ? [] : [[key, String(value)]],
    ),
  )
}

/** What applies the edit: a resource of a tool, our own configuration, else the syntax of the file. */
function whereOf({ file, of }: Slot): string {
  if (of) return `${of.tool} ${of.resource}`
  return file.endsWith('.kafka-review.yaml') ? 'kafka-review configuration' : (syntaxOf(file) ?? '')
}

/** What Strimzi says against a resource after an edit, and not before; all that it says where the edit writes the version. */
function byOperator(before: string, after: string, slot: Slot): Judged {
  const said = (text: string): string[] | undefined => {
    const resource = parseAllDocuments(text.slice(slot.document), { logLevel: 'silent' })[0]?.toJS() as
      | Readonly<Record<string, unknown>>
      | undefined
    return strimziErrors(String(resource?.['kind']), resource?.['spec'] ?? {})
  }
  const errors = said(after)
  // A value of another type no version takes.
  const known =
    slot.path[0] === 'apiVersion'
      ? (errors ?? []).filter(error => /must be (?:integer|boolean)$/.test(error))
      : (said(before) ?? [])
  return errors ? { judge: 'the schema of Strimzi 1.2.0', refused: errors.filter(error => !known.includes(error)) } : {}
}

type Judged = Pick<Written, 'judge' | 'refused'>

/** What our own review says of a configuration after an edit: it is what reads it. */
function byReview(after: ReadonlyMap<Uri, string>, { file }: Slot): Judged {
  const review = reviewTexts([...after].map(([uri, text]) => ({ uri, text })))
  return {
    judge: 'the review that reads the file',
    refused: review
      .findings(file)
      .filter(({ code }) => code === 'KR902')
      .map(({ message }) => message.id),
  }
}

/** What a library of the language says of a schema after an edit; of Avro, also whether it reads with it what was written before. Nothing where it did not take the schema before. */
function byLibrary(before: string, after: string, file: string): Judged {
  const judge = judgeOf(before, file)
  const error = (now: string): string | undefined => {
    try {
      judge?.run(before, now)
      return undefined
    } catch (thrown) {
      return String(thrown)
    }
  }
  if (!judge || error(before) !== undefined) return {}
  const refusal = error(after)
  return { judge: judge.name, refused: refusal === undefined ? [] : [refusal] }
}

interface Judge {
  readonly name: string
  run(before: string, now: string): void
}

function judgeOf(text: string, file: string): Judge | undefined {
  const parsed = (schema: string): unknown => parseAllDocuments(schema, { logLevel: 'silent' })[0]?.toJS()
  if (file.endsWith('.avdl')) return { name: 'avsc', run: (_, now) => void avsc.readProtocol(now) }
  if (file.endsWith('.proto') || /^\s*(?:syntax|package|message)\b/.test(text))
    return {
      name: 'protobufjs',
      run: (_, now) => {
        const refusal = refusalBy('protobuf', now)
        if (refusal !== undefined) throw new Error(refusal.reason)
      },
    }
  const value = parsed(text)
  if (typeof value !== 'object' || value === null) return undefined
  if ('$schema' in value || 'properties' in value)
    return {
      name: 'Ajv',
      run: (_, now) => {
        const { $schema: __, ...schema } = parsed(now) as { readonly $schema?: unknown }
        new Ajv({ strict: false, validateFormats: false }).compile(schema)
      },
    }
  if (!('type' in value)) return undefined
  const typeOf = (schema: string): avsc.Type => avsc.Type.forSchema(parsed(schema) as avsc.Schema)
  return {
    name: 'avsc, which also reads with it what was written before,',
    run: (old, now) => void typeOf(now).createResolver(typeOf(old)),
  }
}

/** The text that holds an edit: the file, or the schema that stands in it. */
function around(text: string, { inner, path, document }: Slot): string {
  if (!inner) return text
  const held = parseAllDocuments(text.slice(document), { logLevel: 'silent' })[0]?.getIn(path)
  return typeof held === 'string' ? held : ''
}

function written({ code, fix, edit, files }: FixtureEdit): Written[] {
  if (edit.op !== 'set') return []
  const { slot } = edit
  const before = new Map(files.map(({ uri, text }) => [uri, text]))
  const texts = applyFix(fix, before)?.texts
  const after = texts?.get(slot.file)
  const path = slot.inner ? slot.inner.path : slot.path
  const where = whereOf(slot)
  const judged = (): Judged => {
    if (after === undefined || texts === undefined) return {}
    if (where === 'kafka-review configuration') return byReview(texts, slot)
    if (slot.of?.tool === 'strimzi') return byOperator(before.get(slot.file) ?? '', after, slot)
    return /^KR10[1-3]$/.test(code) && !slot.of
      ? byLibrary(around(before.get(slot.file) ?? '', slot), around(after, slot), slot.file)
      : {}
  }
  return [
    {
      code,
      does: fix.does,
      sources: fix.sources,
      ...judged(),
      where,
      key: String(path.at(-1)),
      value: edit.value,
      beside: after === undefined || slot.inner ? {} : besides(after, slot),
    },
  ]
}

const [file] = process.argv.slice(2)
if (file === undefined) console.error('usage: collect-fixes.ts FILE')
else {
  const all = new Map([...fixtureEdits()].flatMap(written).map(one => [JSON.stringify(one), one]))
  writeFileSync(file, JSON.stringify([...all.values()]))
  console.log(`${all.size} different edits of fixes`)
}
