/** Something that a record says of a field of an activity. */
export interface Entry<F extends string, V> {
  readonly activity: string
  readonly field: F
  readonly value: V
}

/** A field of an activity that says something else now. */
export interface FieldChange<F extends string, V> {
  readonly activity: string
  readonly field: F
  /** new, gone: the whole activity is. */
  readonly of: 'new' | 'gone' | 'changed'
  readonly gone: readonly V[]
  readonly come: readonly V[]
}

/** What two records say differently, activity by activity and field by field, in the order of the later one; values of one key say the same. */
export function changesBetween<F extends string, V>(
  before: readonly Entry<F, V>[],
  after: readonly Entry<F, V>[],
  keyOf: (value: V) => string,
): FieldChange<F, V>[] {
  const [was, is] = [byActivity(before), byActivity(after)]
  return [...new Set([...is.keys(), ...was.keys()])].flatMap(activity => {
    const [old, now] = [was.get(activity), is.get(activity)]
    return [...new Set([...(now?.keys() ?? []), ...(old?.keys() ?? [])])].flatMap((field): FieldChange<F, V>[] => {
      const [gone, come] = [old?.get(field) ?? [], now?.get(field) ?? []]
      const [keysGone, keysCome] = [new Set(gone.map(keyOf)), new Set(come.map(keyOf))]
      const lost = gone.filter(value => !keysCome.has(keyOf(value)))
      const won = come.filter(value => !keysGone.has(keyOf(value)))
      return lost.length === 0 && won.length === 0
        ? []
        : [{ activity, field, of: kindOf(old, now), gone: lost, come: won }]
    })
  })
}

function kindOf(old: unknown, now: unknown): FieldChange<string, unknown>['of'] {
  if (!old) return 'new'
  return now ? 'changed' : 'gone'
}

function byActivity<F extends string, V>(entries: readonly Entry<F, V>[]): Map<string, Map<F, V[]>> {
  const activities = new Map<string, Map<F, V[]>>()
  for (const { activity, field, value } of entries) {
    const fields = activities.get(activity) ?? new Map<F, V[]>()
    const values = fields.get(field) ?? []
    values.push(value)
    activities.set(activity, fields.set(field, values))
  }
  return activities
}
