/** The known word that a mistyped one is most likely meant to be; undefined where none is near. */
export function nearestTo(word: string, known: readonly string[]): string | undefined {
  let best: string | undefined
  let least = Math.min(3, Math.ceil(word.length / 3) + 1)
  for (const candidate of known) {
    const distance = distanceBetween(word.toLowerCase(), candidate.toLowerCase())
    if (distance < least || (distance === least && best === undefined)) [best, least] = [candidate, distance]
  }
  return best
}

/** The known word that a text is a slip of: other capitals or separators, or a single letter; undefined where it may be meant otherwise. */
export function slipOf(word: string, known: readonly string[]): string | undefined {
  const plain = (text: string): string => text.toLowerCase().replace(/[-_ ]/g, '')
  const same = known.filter(candidate => plain(candidate) === plain(word))
  if (same.length > 0) return onlyOne(same)
  if (word.length < 4) return undefined
  return onlyOne(known.filter(candidate => distanceBetween(word.toLowerCase(), candidate.toLowerCase()) === 1))
}

const onlyOne = (found: readonly string[]): string | undefined => (found.length === 1 ? found[0] : undefined)

/** Letters to add, drop or change (Levenshtein). */
function distanceBetween(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++)
      next.push(
        Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)),
      )
    row = next
  }
  return row[b.length] ?? 0
}
