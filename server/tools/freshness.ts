import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { lazy } from '../src/text/lazy.ts'

interface DataFile {
  readonly asOf: string
  readonly decisions?: Readonly<Record<string, { readonly instrument: string; readonly validUntil?: string }>>
}

const folder = join(import.meta.dirname, '../src/knowledge')
const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000

const dataFiles = lazy(() =>
  readdirSync(folder)
    .filter(name => name.endsWith('.yaml'))
    .map(name => {
      const text = readFileSync(join(folder, name), 'utf8')
      return { name, text, data: parse(text) as DataFile }
    }),
)

/** What of the data files has to be looked up again on a day (`2027-01-31`): files older than a year, decisions that have ended or end within half a year, entries that nobody has looked up yet. */
export function staleOn(day: string): string[] {
  return dataFiles().flatMap(({ name, text, data: { asOf, decisions = {} } }) => {
    const unverified = text.match(/\bsource: memory\b/g)?.length ?? 0
    return [
      ...(daysBetween(asOf, day) > 365 ? [`${name}: looked up on ${asOf}, more than a year ago`] : []),
      ...(unverified > 0 ? [`${name}: ${unverified} entries from memory`] : []),
      ...Object.values(decisions).flatMap(({ instrument, validUntil }) =>
        validUntil !== undefined && daysBetween(day, validUntil) < 183
          ? [`${name}: ${instrument} ${validUntil < day ? 'ended' : 'ends'} on ${validUntil}`]
          : [],
      ),
    ]
  })
}

if (process.argv[1] === import.meta.filename)
  console.log(staleOn(process.argv[2] ?? new Date().toISOString().slice(0, 10)).join('\n') || 'all fresh')
