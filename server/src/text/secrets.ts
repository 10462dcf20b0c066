import type { Span } from './span.ts'
import { compareTexts } from './order.ts'

/** What stands where a secret stood. */
export const mask = '***'

/** From this length on a secret is struck out wherever its characters stand; a shorter one only as a whole word, since `kafka` may be a password too. In UTF-16 units. */
const telling = 8
/** What is shorter still is no secret that could be told from a word. */
const shortest = 4

/** The secrets that are known: found wherever they stand again, as a name or in an address. */
export interface Secrets {
  /** The length of the longest one, in UTF-16 units; 0 where none is known. */
  readonly longest: number
  /** Where they stand in a text, in its order; of several that begin at one place, the longest. */
  placesIn(text: string): Span[]
  /** The text with each of them struck out; one that is a plain word only where it is among those that are `named`, where these are given. */
  struckFrom(text: string, named?: ReadonlySet<string>): string
}

/** Where nobody knows any. */
export const noSecrets: Secrets = { longest: 0, placesIn: () => [], struckFrom: text => text }

/** Makes texts known as secrets. A search takes a logarithm of their number, however many a hostile repository has, and however alike they are. */
export function knowSecrets(texts: Iterable<string>): Secrets {
  const sorted = [...new Set(texts)].filter(isKept).sort(compareTexts)
  if (sorted.length === 0) return noSecrets
  const begins = new Set(sorted.map(text => text.slice(0, shortest)))
  const shorter = prefixesIn(sorted)
  const longest = sorted.reduce((most, { length }) => Math.max(most, length), 0)

  /** The end of the longest secret that begins at a place. */
  const endAt = (text: string, start: number): number | undefined => {
    if (!begins.has(text.slice(start, start + shortest))) return undefined
    const rest = text.slice(start, start + longest)
    for (let at: number | undefined = lastUpTo(sorted, rest); at !== undefined; at = shorter[at]) {
      const secret = sorted[at] ?? ''
      if (rest.startsWith(secret) && standsAlone(secret, text, start)) return start + secret.length
    }
    return undefined
  }

  const placesIn = (text: string): Span[] => {
    const found: Span[] = []
    for (let start = 0; start < text.length; ) {
      const end = endAt(text, start)
      if (end === undefined) start++
      else {
        found.push({ start, end })
        start = end
      }
    }
    return found
  }

  return {
    longest,
    placesIn,
    struckFrom: (text, named) =>
      strikeOut(
        text,
        placesIn(text).filter(({ start, end }) => {
          const secret = text.slice(start, end)
          return !named || named.has(secret) || !isWord.test(secret)
        }),
      ),
  }
}

/** A text with stretches of it struck out; they are in its order. */
function strikeOut(text: string, places: readonly Span[]): string {
  let [kept, done] = ['', 0]
  for (const { start, end } of places) {
    kept += text.slice(done, start) + mask
    done = end
  }
  return kept + text.slice(done)
}

/** A secret of several lines does not stand in a name. */
const isKept = (text: string): boolean => text.length >= shortest && !text.includes('\n')

/** The index of the last of sorted texts that is no greater than another. */
function lastUpTo(sorted: readonly string[], text: string): number | undefined {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (compareTexts(sorted[middle] ?? '', text) <= 0) low = middle + 1
    else high = middle
  }
  return low === 0 ? undefined : low - 1
}

/** For each of sorted texts, the index of the longest other one that it begins with. */
function prefixesIn(sorted: readonly string[]): (number | undefined)[] {
  const open: number[] = []
  return sorted.map((text, index) => {
    while (open.length > 0 && !text.startsWith(sorted[open.at(-1) ?? 0] ?? '')) open.pop()
    const prefix = open.at(-1)
    open.push(index)
    return prefix
  })
}

const isWord = /^\p{L}+$/u

const inWord = /[\w.-]/

const standsAlone = (secret: string, text: string, start: number): boolean =>
  secret.length >= telling || !(inWord.test(text[start - 1] ?? '') || inWord.test(text[start + secret.length] ?? ''))
