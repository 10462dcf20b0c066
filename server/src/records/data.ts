import type { Db } from '../assess/db.ts'
import type { PersonalData } from '../assess/personal-data.ts'
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

/** Which data it is, with its fields. */
export function categoriesOf(data: readonly PersonalData[]): Value[] {
  const byCategory = new Map<string, PersonalData[]>()
  for (const found of data) byCategory.set(found.category.id, [...(byCategory.get(found.category.id) ?? []), found])
  return [...byCategory.values()].flatMap(found => {
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

/** Whether an impact assessment is likely to be needed: Art. 35(3)(b) names data of special categories and on convictions. */
export function assessmentOf(data: readonly PersonalData[]): Value[] {
  const special = data.filter(({ category }) => category.special)
  if (special.length === 0)
    return data.length === 0 ? [] : [{ text: words => words.assessmentNoReason, basis: 'inferred', places: [] }]
  const categories = [...new Map(special.map(({ category }) => [category.id, category])).values()]
  return [
    {
      text: words => words.assessmentToExamine(categories.map(category => words.special(category)).join(', ')),
      basis: 'inferred',
      places: special.map(({ field }) => field.name.at),
    },
  ]
}
