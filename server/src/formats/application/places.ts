import data from '../../knowledge/applications.yaml'

/** Where an application keeps settings of Kafka clients. */
export interface ClientPlace {
  readonly family: string
  readonly part: 'common' | 'consumer' | 'producer' | 'admin' | 'streams'
  readonly only?: string
  readonly named?: true
  readonly binder?: true
}

/** A setting of Kafka that stands in an application's configuration. */
export interface Placed {
  readonly place: ClientPlace
  /** Tells parts of one kind apart: the name of a binding or a channel. */
  readonly instance: string
  /** Kafka's own key. */
  readonly key: string
}

const { places, keys, profile, otherBinders, serving } = data() as {
  places: readonly (ClientPlace & { at: string })[]
  keys: Readonly<Record<string, readonly string[]>>
  profile: readonly string[]
  otherBinders: readonly string[]
  serving: readonly string[]
}

/** A name as relaxed binding compares it. */
export const relaxed = (name: string): string => name.replace(/[-_. ]/g, '').toLowerCase()

const kafkaKeys = new Map(
  Object.entries(keys).flatMap(([key, others]) =>
    [key, ...others].map((name): [string, string] => [relaxed(name), key]),
  ),
)
const rows = places
  .map(({ at, ...place }) => ({
    place,
    steps: at.split('.').map(step => (step === '<n>' ? undefined : relaxed(step))),
  }))
  .sort((a, b) => b.steps.length - a.steps.length)
const profiles = new Set(profile.map(relaxed))

const servingWords: ReadonlySet<string> = new Set(serving)

/** Whether an application under a profile serves others than its developers, as far as its name tells: `prod`, `prod-eu`. */
export const isServing = (name: string): boolean =>
  !name.includes('!') &&
  name
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .some(word => servingWords.has(word))

const otherWords: ReadonlySet<string> = new Set(otherBinders)

/** Whether the name or the type of a binder tells that it is for something else than Kafka: `rabbit`, `rabbit_amqp`. */
export const isOtherBinder = (name: string): boolean =>
  name
    .toLowerCase()
    .split(/[^a-z]+/)
    .some(word => otherWords.has(word))

/** Whether a value makes its document hold under a profile only. */
export const namesProfile = (steps: readonly string[]): boolean => profiles.has(relaxed(steps.join('.')))

/** The setting of Kafka that a path leads to; undefined where it is something else. The longest place wins. */
export function placed(steps: readonly string[]): Placed | undefined {
  const { path, binder } = outOfBinder(steps)
  const compared = path.map(relaxed)
  const row = rows.find(
    candidate =>
      candidate.steps.length < path.length &&
      candidate.steps.every((step, i) => step === undefined || step === compared[i]),
  )
  if (!row) return undefined
  const rest = path.slice(row.steps.length)
  const key = kafkaKeys.get(relaxed(rest.join('.'))) ?? rest.join('.')
  const place = binder === undefined ? row.place : { ...row.place, family: `${row.place.family} ${binder}` }
  return { place, instance: row.steps.flatMap((step, i) => (step === undefined ? [path[i]] : [])).join('.'), key }
}

/** Whether a framework reads the setting that a path leads to, whatever file it stands in. */
export const isFrameworks = (steps: readonly string[]): boolean => {
  const at = placed(steps)
  return at !== undefined && !at.place.named
}

/** Whether a path names a group under a name of the program's own beside the framework's: `spring.kafka.consumer.orders-group`. */
export function namesOwnGroup(steps: readonly string[]): boolean {
  const at = placed(steps)
  const last = steps.at(-1) ?? ''
  return at?.place.part === 'consumer' && at.key === last && /[a-z][-_]?[Gg]roup(?:[-_]?[Ii]d)?$/.test(last)
}

/** Whether a path names a group where no framework says so, perhaps one of several: below a step that names Kafka. */
export function namesGroup(steps: readonly string[]): boolean {
  const [last = '', before = ''] = [...steps].reverse().map(relaxed)
  return (
    steps.slice(0, -1).some(step => /kafka/i.test(step)) &&
    (ownGroup.test(last) || ownGroup.test(before.replace(/s$/, '')) || (last === 'id' && before === 'group'))
  )
}

const ownGroup = /^(?:kafka|consumer|listener|default)*(?:groupid|consumergroup)$/

/** A binder may hold a whole configuration of its own: `spring.cloud.stream.binders.<n>.environment.spring...`. */
const outOfBinder = (steps: readonly string[]): { path: readonly string[]; binder?: string } =>
  relaxed(steps.slice(0, 4).join('.')) === 'springcloudstreambinders' && relaxed(steps[5] ?? '') === 'environment'
    ? { path: steps.slice(6), binder: steps[4] ?? '' }
    : { path: steps }
