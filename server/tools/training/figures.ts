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

/** The probabilities from which fields are found: of a special category, and others. */
export interface Cut {
  readonly shown: number
  readonly special: number
}

const reaches = ({ probability, special }: Judged, { shown, special: ofSpecial }: Cut): boolean =>
  probability >= (special ? Math.max(ofSpecial, shown) : shown)

/** Counts what is found from a probability up. */
export function figuresOf(judged: readonly Judged[], from: Cut): Figures {
  const known = judged.filter(({ labelled }) => labelled.label !== 'ambiguous')
  const isFound = (one: Judged): boolean => reaches(one, from)
  const found = known.filter(isFound)
  const personal = known.filter(isPersonal)
  const special = known.filter(isSpecial)
  const saidSpecial = found.filter(({ special: said }) => said)
  const repos = [...grouped(known, repoOf).values()]
  const personalByRepo = repos.map(repo => repo.filter(isPersonal)).filter(repo => repo.length > 0)
  const technical = repos.filter(repo => !repo.some(isPersonal)).flat()
  return {
    precision: percent(found.filter(isPersonal).length, found.length),
    recall: percent(personal.filter(isFound).length, personal.length),
    macro: percent(
      personalByRepo.reduce((sum, repo) => sum + repo.filter(isFound).length / repo.length, 0),
      personalByRepo.length,
    ),
    specialRecall: percent(special.filter(isFound).length, special.length),
    specialPrecision: percent(saidSpecial.filter(isSpecial).length, saidSpecial.length),
    technical: percent(technical.filter(isFound).length, technical.length) * 10,
    positives: personal.length,
    specials: special.length,
  }
}

/** Of a field whose label is not ambiguous. */
const isPersonal = ({ labelled }: Judged): boolean => labelled.label !== 'not'
const isSpecial = ({ labelled }: Judged): boolean => labelled.label === 'special'
const repoOf = ({ labelled }: Judged): string => labelled.repo

/** Fields by group, both in the order in which they come. */
function grouped(judged: readonly Judged[], groupOf: (one: Judged) => string): Map<string, Judged[]> {
  const groups = new Map<string, Judged[]>()
  for (const one of judged) {
    const group = groupOf(one)
    const list = groups.get(group)
    if (list) list.push(one)
    else groups.set(group, [one])
  }
  return groups
}

const percent = (part: number, whole: number): number =>
  whole === 0 ? Number.NaN : Math.round((1000 * part) / whole) / 10

/** The lowest probability from which on at least so many percent of what is found are right. */
export const cutFor = (judged: readonly Judged[], precision: number): number => lowestCut(judged, precision, isPersonal)

/** The lowest probability from which on at least so many percent of what is said to be of a special category are. */
export const specialCutFor = (judged: readonly Judged[], precision: number): number =>
  lowestCut(
    judged.filter(({ special }) => special),
    precision,
    isSpecial,
  )

function lowestCut(judged: readonly Judged[], precision: number, isRight: (one: Judged) => boolean): number {
  const ranked = judged
    .filter(({ labelled, probability }) => labelled.label !== 'ambiguous' && probability > 0)
    .sort((a, b) => b.probability - a.probability)
  let [right, cut] = [0, 1]
  for (const [i, one] of ranked.entries()) {
    if (isRight(one)) right++
    if ((100 * right) / (i + 1) >= precision && ranked[i + 1]?.probability !== one.probability) cut = one.probability
  }
  return cut
}

/** A figure with its 95 % interval, drawn over repositories; the draws are the same each time. */
export function interval(judged: readonly Judged[], from: Cut, of: keyof Figures, draws = 300): [number, number] {
  const repos = [...grouped(judged, repoOf).values()]
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
export function byGroup(judged: readonly Judged[], groupOf: (one: Judged) => string, from: Cut): Map<string, Figures> {
  return new Map([...grouped(judged, groupOf)].map(([group, list]) => [group, figuresOf(list, from)]))
}
