import schema from '../knowledge/configuration.schema.json' with { type: 'json' }
import type { Db } from '../assess/db.ts'
import { destinationsOf, undeterminedOf } from '../assess/residency.ts'
import { countryName } from '../assess/place-messages.ts'
import { isSender } from '../assess/destination.ts'
import { resolveShape, type Shape } from '../knowledge/shape.ts'
import type { Locale } from '../locale/locale.ts'
import { knownValue } from '../model/fact.ts'
import { processingsOf } from '../records/activities.ts'
import { summaryOf } from '../rules/page.ts'
import { rules } from '../rules/registry.ts'
import { compareTexts } from '../text/order.ts'
import { folderOf, pathBelow, type Uri } from '../text/uri.ts'
import { word } from '../words/message.ts'

/** Something that may stand at a place of the configuration. */
export interface Offer {
  readonly label: string
  /** What it is, in few words. */
  readonly detail?: string
  readonly documentation?: string
  readonly kind: 'key' | 'word' | 'name'
}

/** What is asked of. */
interface Asking {
  readonly db: Db
  /** The configuration. */
  readonly file: Uri
  readonly locale: Locale
}

const root = schema as Shape

/** The shape at a path of the configuration; undefined where nothing may stand. */
export function shapeAt(path: readonly string[]): Shape | undefined {
  let at: Shape | undefined = root
  for (const name of path) {
    const wanted: Shape | undefined = at && optionFor(resolveShape(at, root), name)
    if (!wanted) return undefined
    at = name === '[]' ? wanted.items : (wanted.properties?.[name] ?? otherOf(wanted))
  }
  return at && resolveShape(at, root)
}

const otherOf = ({ additionalProperties }: Shape): Shape | undefined =>
  typeof additionalProperties === 'object' ? additionalProperties : undefined

/** Of several shapes the one that can hold a name. */
const optionFor = (shape: Shape, name: string): Shape | undefined =>
  shape.oneOf
    ? shape.oneOf
        .map(option => resolveShape(option, root))
        .find(({ type }) => type === (name === '[]' ? 'array' : 'object'))
    : shape

/** The keys that may stand at a path. */
export function keysAt(path: readonly string[], asking: Asking): Offer[] {
  const found = shapeAt(path)
  const shape = found && optionFor(found, '')
  const keys = Object.entries(shape?.properties ?? {}).map(
    ([label, { description }]): Offer => ({
      label,
      kind: 'key',
      ...(description === undefined ? {} : { documentation: description }),
    }),
  )
  if (path.join('.') === 'rules') return [...keys, ...codes(asking), ...families()].map(asKey)
  if (path.join('.') === 'groups.aliases') return names('group', asking).map(asKey)
  return keys
}

const asKey = (offer: Offer): Offer => ({ ...offer, kind: 'key' })

/** The values that may stand at a path. */
export function valuesAt(path: readonly string[], asking: Asking): Offer[] {
  const shape = shapeAt(path)
  const fixed = allowedBy(shape)
  // The last name of a path may be that of a value elsewhere: `record` is a section as well as a name.
  return fixed.length > 0 || shape?.type === 'object' ? fixed : (sourceOf(path)?.(asking) ?? [])
}

/** The words that a shape allows. */
function allowedBy(shape: Shape | undefined): Offer[] {
  const options = shape?.oneOf?.map(option => resolveShape(option, root)) ?? (shape ? [shape] : [])
  return options.flatMap(option => option.enum ?? []).map(value => ({ label: String(value), kind: 'word' }))
}

/** What is known by a code: a country, a provider, a rule. */
export const meaningOf = (path: readonly string[], text: string, asking: Asking): Offer | undefined =>
  [...valuesAt(path, asking), ...keysAt(path.slice(0, -1), asking)].find(
    ({ label, detail, documentation }) => label === text && (detail ?? documentation) !== undefined,
  )

/** Where a value is looked up: by its whole path, else by its last name. */
function sourceOf(path: readonly string[]): Source | undefined {
  const written = path.filter(name => name !== '[]')
  return sources.get(written.join('.')) ?? sources.get(written.at(-1) ?? '')
}

type Source = (asking: Asking) => Offer[]

const sources: ReadonlyMap<string, Source> = new Map(
  Object.entries({
    'policy.allowedCountries': asking => [
      { label: 'EEA', kind: 'word' },
      { label: 'adequate', kind: 'word' },
      ...countries(asking),
    ],
    'policy.deniedProviders': asking => providers(asking),
    'ignore.code': asking => codes(asking),
    'ignore.path': ({ db, file }) => paths([...db.estate.files()], file),
    'topics.match': asking => names('topic', asking),
    'topics.schema': ({ db, file }) =>
      paths(
        [...db.estate.files()].filter(uri => /\.(?:avsc|avdl|avpr|proto|json)$/.test(uri)),
        file,
      ),
    'topics.cluster': asking => clusters(asking),
    'clusters.match': asking => clusters(asking),
    'residency.clusters.match': asking => clusters(asking),
    'schemas.match': asking => names('schema', asking),
    'record.activities.match': asking => activities(asking),
    'destinations.match': asking => destinations(asking),
    'safeguards.destination': asking => destinations(asking),
    country: asking => countries(asking),
    supportAccess: asking => countries(asking),
    provider: asking => providers(asking),
    code: asking => codes(asking),
    record: asking => names('record', asking),
    field: asking => fields(asking),
  } satisfies Record<string, Source>),
)

/** The codes of the rules. */
export const codes = ({ locale }: Pick<Asking, 'locale'>): Offer[] =>
  rules.map(rule => ({
    label: rule.code,
    detail: rule.name.replaceAll('-', ' '),
    documentation: summaryOf(locale.pageOf(rule)),
    kind: 'word',
  }))

const families = (): Offer[] =>
  [...new Set(rules.map(({ family }) => family))].map(family => ({
    label: family,
    detail: rules.flatMap(rule => (rule.family === family ? rule.code : [])).join(', '),
    kind: 'word',
  }))

const countries = ({ db, locale }: Asking): Offer[] =>
  [...db.knowledge.countries.values()].map(country => ({
    label: country.code,
    detail: word(countryName(country), locale.words),
    kind: 'word',
  }))

const providers = ({ db }: Asking): Offer[] =>
  [...db.knowledge.providers.values()].map(({ id, name, owner, home }) => ({
    label: id,
    detail: [...new Set([name, owner, home])].join(' · '),
    kind: 'word',
  }))

const paths = (uris: readonly Uri[], file: Uri): Offer[] =>
  uris
    .flatMap(uri => pathBelow(folderOf(file), uri) ?? [])
    .sort(compareTexts)
    .map(label => ({ label, kind: 'name' }))

/** The names of everything of a kind in the workspace. */
const names = (kind: string, { db }: Asking): Offer[] =>
  distinct(
    [...db.estate.files()].flatMap(file =>
      db.estate.entities(file).flatMap(entity => {
        return (entity.kind === kind && 'name' in entity && knownValue(entity.name)) || []
      }),
    ),
  )

/** The names of clusters: of those that files declare, and of those that topics are said to be on. */
export const clusters = ({ db }: Pick<Asking, 'db'>): Offer[] =>
  distinct(
    [...db.estate.files()].flatMap(file =>
      db.estate.entities(file).flatMap(entity => {
        if (entity.kind === 'cluster') return knownValue(entity.name) ?? []
        return (entity.kind === 'topic' && knownValue(entity.cluster)) || []
      }),
    ),
  )

const fields = ({ db }: Asking): Offer[] =>
  distinct(
    [...db.estate.files()].flatMap(file =>
      db.estate
        .entities(file)
        .flatMap(entity => (entity.kind === 'record' ? entity.fields.map(({ name }) => name.value) : [])),
    ),
  )

const activities = ({ db }: Asking): Offer[] =>
  distinct(
    [...db.estate.files()].flatMap(file => processingsOf(db, file).flatMap(({ name }) => knownValue(name) ?? [])),
  )

/** Names and hosts of what data is sent to, those of unknown place first. */
function destinations({ db }: Pick<Asking, 'db'>): Offer[] {
  const senders = [...db.estate.files()].flatMap(file => db.estate.entities(file).filter(isSender))
  return distinct([
    ...senders.flatMap(sender => undeterminedOf(db, sender).map(({ name }) => name)),
    ...senders.flatMap(sender => destinationsOf(db, sender).flatMap(({ names: known }) => known)),
  ])
}

const distinct = (labels: readonly string[]): Offer[] => [...new Set(labels)].map(label => ({ label, kind: 'name' }))
