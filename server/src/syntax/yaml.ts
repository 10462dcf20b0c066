import type { Span } from '../text/span.ts'
import { maskForeign } from './mask.ts'
import type { Tree } from './tree.ts'
import { isWithoutMistake, readAnyYaml } from './yaml-any.ts'
import { readPlainYaml } from './yaml-plain.ts'

const documentStart = /^---(?=\s|$)/gm

/** The documents of a YAML text, cut before each `---` at the start of a line. */
export function splitYaml(text: string): Span[] {
  const cuts = [0]
  if (text.includes('---')) for (const { index } of text.matchAll(documentStart)) if (index > 0) cuts.push(index)
  return cuts.map((start, i) => ({ start, end: cuts[i + 1] ?? text.length }))
}

/** Reads one YAML document, however broken; undefined when it holds nothing. Throws a RangeError only where the library runs out of stack. */
export function readYaml(source: string): Tree | undefined {
  const isForeign = maskForeign(source, 'x').masks.length > 0
  return (isForeign ? undefined : readPlainYaml(source)) ?? readAnyYaml(source)
}

/** Whether a text is YAML without a mistake; what is written plainly has none. */
export const isYaml = (source: string): boolean =>
  splitYaml(source).every(({ start, end }) => {
    const document = source.slice(start, end)
    return readPlainYaml(document) !== undefined || isWithoutMistake(document)
  })
