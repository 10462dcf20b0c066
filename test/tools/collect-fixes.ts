import { writeFileSync } from 'node:fs'
import { parseAllDocuments } from 'yaml'
import { syntaxOf } from '../../server/src/reader/formats.ts'
import type { Slot } from '../../server/src/model/fact.ts'
import { applyFix } from '../support/fixes.ts'
import { strimziErrors } from '../support/strimzi-schemas.ts'
import { fixtureEdits, type FixtureEdit } from '../support/fixture-edits.ts'

/** What one edit of a fix writes, for the trial against a real Kafka: the setting, and the settings that stand beside it afterwards. */
interface Written {
  readonly code: string
  /** What it does to what runs, and the sources that say so. */
  readonly does: string
  readonly sources: readonly string[]
  /** What the schema of the operator says against it that it did not say before; empty where it takes it. */
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
function refusedBy(before: string, after: string, slot: Slot): Pick<Written, 'refused'> {
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
  return errors ? { refused: errors.filter(error => !known.includes(error)) } : {}
}

function written({ code, fix, edit, files }: FixtureEdit): Written[] {
  if (edit.op !== 'set') return []
  const { slot } = edit
  const before = new Map(files.map(({ uri, text }) => [uri, text]))
  const after = applyFix(fix, before)?.texts.get(slot.file)
  const path = slot.inner ? slot.inner.path : slot.path
  return [
    {
      code,
      does: fix.does,
      sources: fix.sources,
      ...(slot.of?.tool === 'strimzi' && after !== undefined
        ? refusedBy(before.get(slot.file) ?? '', after, slot)
        : {}),
      where: whereOf(slot),
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
