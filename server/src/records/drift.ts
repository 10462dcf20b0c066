import { cellsOf } from './cells.ts'
import type { Words } from './words/words.ts'

/** The language that a record was written in: the one whose headings it holds most of. */
export function writtenIn<L extends { readonly record: Words }>(
  text: string,
  [first, ...others]: readonly [L, ...L[]],
): L {
  const held = ({ record }: L): number =>
    cellsOf('controller').filter(cell => text.includes(record.heading(cell, 'controller'))).length
  return others.reduce((best, other) => (held(other) > held(best) ? other : best), first)
}

/** What a record that was written before says otherwise than one of now, in words; empty where they agree. Lines that only moved are no difference. */
export function driftOf(before: string, now: string): string[] {
  const [was, is] = [entriesOf(before), entriesOf(now)]
  const keys = [...new Set([...was.keys(), ...is.keys()])]
  return keys.flatMap(key => {
    const [old, fresh] = [was.get(key) ?? [], is.get(key) ?? []]
    const gone = old.filter(text => !fresh.includes(text))
    const come = fresh.filter(text => !old.includes(text))
    return [...gone.map(text => `${key}: no longer "${text}"`), ...come.map(text => `${key}: now "${text}"`)]
  })
}

/** The lines of a record below their activity and field, as far as its form tells them; places without the numbers of their lines. */
function entriesOf(text: string): Map<string, string[]> {
  const entries = new Map<string, string[]>()
  let activity = ''
  for (const line of text.replace(/^\uFEFF/, '').split(/\r?\n/)) {
    const heading = /^#+ (.*)$/.exec(line)?.[1]
    if (heading !== undefined) activity = heading
    const written = line.replace(/(\.[\w-]+):\d+(?=\W|$)/g, '$1').trim()
    const [, field, rest] = /^\| (.*?) \| (?:Art\.[^|]*\| )?(.*) \|$/.exec(written) ?? []
    if (written === '' || /^\|(?: ?-+ ?\|)+$/.test(written)) continue
    const key = [activity, field ?? ''].filter(part => part !== '').join(', ')
    entries.set(key, [...(entries.get(key) ?? []), ...(rest ?? written).split('<br>')])
  }
  return entries
}
