import type { Judged } from './learn.ts'

/** Precision, recall and their kin in percent; undefined where nothing can be counted. */
export interface Figures {
  readonly precision: number
  readonly recall: number
  readonly macro: number
  readonly specialRecall: number
  readonly specialPrecision: number
  /** Findings per 1,000 fields of repositories that hold no personal data. */
  readonly technical: number
  readonly positives: number
  readonly specials: number
}

/** Counts what is found from a probability up. */
export function figuresOf(judged: readonly Judged[], from: number): Figures {
  const repos = new Map<string, { hit: number; all: number; fields: number; found: number }>()
  let [hit, wrong, all, special, specialHit, specialSaid, specialRight] = [0, 0, 0, 0, 0, 0, 0]
  for (const { labelled, probability, special: saysSpecial, proven } of judged) {
    const { label, repo } = labelled
    if (label === 'ambiguous') continue
    const row = repos.get(repo) ?? { hit: 0, all: 0, fields: 0, found: 0 }
    repos.set(repo, row)
    const found = probability >= from
    row.fields++
    if (found) row.found++
    if (label === 'not') {
      if (found) wrong++
    } else {
      all++
      row.all++
      if (found) {
        hit++
        row.hit++
      }
    }
    if (label === 'special') {
      special++
      if (found) specialHit++
    }
    if (found && saysSpecial && proven) {
      specialSaid++
      if (label === 'special') specialRight++
    }
  }
  const people = [...repos.values()].filter(row => row.all > 0)
  const others = [...repos.values()].filter(row => row.all === 0)
  const total = (rows: typeof others, of: 'fields' | 'found'): number => rows.reduce((sum, row) => sum + row[of], 0)
  return {
    precision: percent(hit, hit + wrong),
    recall: percent(hit, all),
    macro: percent(
      people.reduce((sum, row) => sum + row.hit / row.all, 0),
      people.length,
    ),
    specialRecall: percent(specialHit, special),
    specialPrecision: percent(specialRight, specialSaid),
    technical: percent(total(others, 'found'), total(others, 'fields')) * 10,
    positives: all,
    specials: special,
  }
}

const percent = (part: number, whole: number): number =>
  whole === 0 ? Number.NaN : Math.round((1000 * part) / whole) / 10

/** The lowest probability from which on at least so many percent of what is found are right. */
export function cutFor(judged: readonly Judged[], precision: number): number {
  const ranked = judged
    .filter(({ labelled, probability }) => labelled.label !== 'ambiguous' && probability > 0)
    .sort((a, b) => b.probability - a.probability)
  let [right, cut] = [0, 1]
  for (const [i, { labelled, probability }] of ranked.entries()) {
    if (labelled.label !== 'not') right++
    if ((100 * right) / (i + 1) >= precision && ranked[i + 1]?.probability !== probability) cut = probability
  }
  return cut
}

/** A figure with its 95 % interval, drawn over repositories; the draws are the same each time. */
export function interval(judged: readonly Judged[], from: number, of: keyof Figures, draws = 300): [number, number] {
  const byRepo = new Map<string, Judged[]>()
  for (const one of judged) byRepo.set(one.labelled.repo, [...(byRepo.get(one.labelled.repo) ?? []), one])
  const repos = [...byRepo.values()]
  let seed = 12345
  const random = (): number => {
    seed = (Math.imul(seed, 1103515245) + 12345) >>> 0
    return (seed >>> 8) / 16777216
  }
  const values = Array.from(
    { length: draws },
    () =>
      figuresOf(
        repos.flatMap(() => repos[Math.floor(random() * repos.length)] ?? []),
        from,
      )[of],
  ).sort((a, b) => a - b)
  return [values[Math.floor(0.025 * draws)] ?? Number.NaN, values[Math.floor(0.975 * draws)] ?? Number.NaN]
}

/** The figures of groups of fields: by language, by category. */
export function byGroup(
  judged: readonly Judged[],
  groupOf: (one: Judged) => string,
  from: number,
): Map<string, Figures> {
  const groups = new Map<string, Judged[]>()
  for (const one of judged) {
    const group = groupOf(one)
    const list = groups.get(group)
    if (list) list.push(one)
    else groups.set(group, [one])
  }
  return new Map([...groups].map(([group, list]) => [group, figuresOf(list, from)]))
}
