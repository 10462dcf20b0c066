import file from '../knowledge/impact-assessment.yaml'
import type { Place } from '../model/fact.ts'
import { lazy } from '../text/lazy.ts'
import { remembering } from '../text/remembering.ts'
import { wordsOf } from '../text/words.ts'
import { buildLexicon, type Lexicon, type Terms } from './lexicon.ts'
import type { PersonalData } from './personal-data.ts'

/** What speaks for an impact assessment: criteria of the authorities (WP 248 rev.01), as far as names and schemas show them. */
export type Criterion = 'special' | 'criminal' | 'profiling' | 'monitoring' | 'location' | 'vulnerable'

/** A reason to examine whether an impact assessment is due. */
export interface Sign {
  readonly criterion: Criterion
  /** `Art. 35(3)(a), Art. 22`. */
  readonly article: string
  /** The names that show it. */
  readonly by: readonly string[]
  readonly places: readonly Place[]
}

/** A name and where it stands. */
export interface NamedPlace {
  readonly name: string
  readonly at: Place
}

/** A name that tells of data under Art. 9 or 10. */
export interface SpecialName extends NamedPlace {
  readonly criterion: 'special' | 'criminal'
}

interface Row {
  readonly article: string
  readonly categories?: readonly string[]
  readonly subjects?: readonly string[]
  readonly terms?: Terms
}

interface Reader extends Row {
  readonly criterion: Criterion
  readonly lexicon: Lexicon<true>
}

const readers = lazy((): readonly Reader[] =>
  Object.entries((file() as { criteria: Record<Criterion, Row> }).criteria).map(([criterion, row]) => ({
    ...row,
    criterion: criterion as Criterion,
    lexicon: buildLexicon([{ entry: true, terms: row.terms ?? {} }]),
  })),
)

/** The criteria of which a name gives a sign; the names of fields come again and again. */
const criteriaIn = remembering((name): ReadonlySet<Criterion> => {
  const words = wordsOf(name)
  return new Set(readers().flatMap(({ criterion, lexicon }) => (lexicon.find(words).length > 0 ? [criterion] : [])))
}, 5000)

/** The signs that personal data and the names of what handles it give; `special` are names that tell of data under Art. 9 or 10. That there is none proves nothing. */
export function signsOf(
  data: readonly PersonalData[],
  names: readonly NamedPlace[],
  special: readonly SpecialName[] = [],
): Sign[] {
  const fields = [...new Set(data.map(({ record }) => record))].flatMap(({ fields: all }) =>
    all.map(({ name }): NamedPlace => ({ name: name.value, at: name.at })),
  )
  return readers().flatMap(({ criterion, article, categories = [], subjects = [] }): Sign[] => {
    const held = data
      .filter(({ category, subject }) => categories.includes(category.id) || subjects.includes(subject))
      .map(({ field }): NamedPlace => ({ name: field.name.value, at: field.name.at }))
    const said = [...fields, ...names].filter(({ name }) => criteriaIn(name).has(criterion))
    const named = special.filter(one => one.criterion === criterion)
    const shown = [...held, ...named, ...said]
    return shown.length === 0
      ? []
      : [{ criterion, article, by: [...new Set(shown.map(({ name }) => name))], places: shown.map(({ at }) => at) }]
  })
}
