import type { Db } from '../assess/db.ts'
import { signsOf, type NamedPlace, type SpecialName } from '../assess/impact-assessment.ts'
import { revealedBy } from '../assess/naming.ts'
import type { PersonalData } from '../assess/personal-data.ts'
import type { ActivityDeclaration } from '../model/configuration.ts'
import { citationsIn } from './citations.ts'
import type { Value } from './record.ts'

/** Whose data it is, as far as the schemas tell. */
export function subjectsOf(data: readonly PersonalData[], { vocabulary }: Db): Value[] {
  return [...new Set(data.map(({ subject }) => subject))].map(subject => ({
    text: words => words.subject(subject, vocabulary.subjects.find(subject.split(' '))[0]?.entry.many ?? `${subject}s`),
    basis: 'inferred',
    places: data
      .filter(found => found.subject === subject)
      .slice(0, 1)
      .map(({ record }) => record.name.at),
  }))
}

/** Which data it is, with its fields; data under Art. 9 and 10 first. */
export function categoriesOf(data: readonly PersonalData[]): Value[] {
  const byCategory = new Map<string, PersonalData[]>()
  for (const found of data) byCategory.set(found.category.id, [...(byCategory.get(found.category.id) ?? []), found])
  const rank = ([first]: readonly PersonalData[]): number => (first?.category.special ? 0 : 1)
  return [...byCategory.values()]
    .sort((a, b) => rank(a) - rank(b))
    .flatMap(found => {
      const [first] = found
      if (!first) return []
      const fields = [...new Set(found.map(({ field }) => field.name.value))].join(', ')
      return [
        {
          text: words => words.category(first.category, fields),
          basis: found.every(({ grade }) => grade === 'stated' || grade === 'declared') ? 'proven' : 'inferred',
          places: found.map(({ field }) => field.name.at),
        } satisfies Value,
      ]
    })
}

/** What the names of topics without a schema tell of their content. */
export const namedCategoriesOf = (topics: readonly NamedPlace[], db: Db): { special: boolean; value: Value }[] =>
  [true, false].flatMap(special => {
    const found = topics.filter(({ name }) => revealedBy(db, name)?.of === (special ? 'special' : 'person'))
    const names = [...new Set(found.map(({ name }) => name))]
    return names.length === 0
      ? []
      : [
          {
            special,
            value: {
              text: words => words.named(names, special),
              basis: 'missing',
              places: found.map(({ at }) => at),
            },
          },
        ]
  })

/** The names of topics that tell of data under Art. 9 or 10. */
export const specialNamesOf = (topics: readonly NamedPlace[], db: Db): SpecialName[] =>
  topics.flatMap(({ name, at }) => {
    const revealed = revealedBy(db, name)
    return revealed?.of === 'special' ? [{ name, at, criterion: revealed.criminal ? 'criminal' : 'special' }] : []
  })

/** Data under Art. 9 or 10 needs an exception or a law beside its basis of Art. 6: what of them nobody declares is missing. Who says it in words of their own, without an article, has said it. */
export function legalBasisMissing(
  data: readonly PersonalData[],
  declarations: readonly ActivityDeclaration[],
): Value[] {
  const bases = declarations.flatMap(({ legalBasis }) => legalBasis)
  const conditions = declarations.flatMap(({ conditions: each }) => each)
  const named = [...bases, ...conditions].flatMap(({ value }) => citationsIn(value))
  const isWorded = conditions.some(({ value }) => citationsIn(value).length === 0)
  const under = (article: 9 | 10): PersonalData[] =>
    isWorded || named.some(one => one.article === article)
      ? []
      : data.filter(({ category }) => category.special && (category.id === 'criminal') === (article === 10))
  const [special, criminal] = [under(9), under(10)]
  const values: Value[] = []
  if (bases.length === 0) values.push({ text: words => words.toBeDeclared, basis: 'missing', places: [] })
  else if (!bases.some(({ value }) => isOfArticle6(value)))
    values.push({ text: words => words.basisMissing, basis: 'missing', places: bases.map(({ at }) => at) })
  if (special.length + criminal.length > 0)
    values.push({
      text: words => words.conditionMissing(special.length > 0, criminal.length > 0),
      basis: 'missing',
      of: 'condition',
      declaration: 'record.activities: conditions',
      places: [...special, ...criminal].map(({ field }) => field.name.at),
    })
  return values
}

/** Whether a text may be a basis of Art. 6: one that names nothing but Art. 9 or 10 is none. */
function isOfArticle6(text: string): boolean {
  const named = citationsIn(text).map(({ article }) => article)
  return named.includes(6) || !named.some(article => article === 9 || article === 10)
}

/** What speaks for an impact assessment; `special` are names that tell of data under Art. 9 or 10. Where nothing is seen and none is declared, it is to be examined all the same. */
export function assessmentOf(
  data: readonly PersonalData[],
  names: readonly NamedPlace[],
  special: readonly SpecialName[],
  isDeclared: boolean,
): Value[] {
  const signs = signsOf(data, names, special)
  if (signs.length === 0 && isDeclared) return []
  if (signs.length === 0) return [{ text: words => words.assessmentNoSign, basis: 'missing', places: [] }]
  return signs.map(({ criterion, article, by, places }) => ({
    text: words => words.assessmentSign(criterion, article, by),
    basis: 'inferred',
    places,
    ...(criterion === 'profiling' ? { of: 'profiling' as const } : {}),
  }))
}
