import type { Consequences, Effect, EffectRow, Holder, PlaceRow, SettingRow } from '../knowledge/consequences.ts'
import { bagsOf } from '../model/bags.ts'
import type { Entity } from '../model/entities.ts'
import { knownValue, slotKey, type Attribute, type Slot } from '../model/fact.ts'
import type { SemanticEdit } from '../model/semantic-edit.ts'
import { remembering } from '../text/remembering.ts'
import { query, type Db } from './db.ts'
import { clusterOf } from '../model/link.ts'

/** What a change does to what runs, as the table of consequences has it. */
export interface Consequence {
  readonly does: Effect
  /** May be made together with others, one at a time, or by nobody but a person who knows more. */
  readonly offered: 'always' | 'asked' | 'never'
  /** What happens, in words; empty where nothing does. */
  readonly says: string
  /** What to do where the change is never offered. */
  readonly instead: string
  /** What would be changed: `replication_factor of aws_msk_topic`. */
  readonly what: string
  /** Set where files leave open whether it happens: in which direction a value goes, what runs beside it. For a fix, it counts as happening. */
  readonly unsure?: true
  /** Ids of the sources of the rows that say so; empty where no row does. */
  readonly sources: readonly string[]
}

/** What a change is about: an entity, or what of ours says something of entities. */
type Changed = Entity | { readonly kind: 'configuration' | 'suppression' }

/** What a change does; of several edits the gravest counts, and what each does is said. */
export function consequenceOf(db: Db, edits: readonly SemanticEdit[], changed: Changed): Consequence {
  const known = remembered(db, edits)
  const before = known.get(changed)
  if (before) return before
  const is = worstOf(db, edits, changed)
  known.set(changed, is)
  return is
}

/** What edits come to that several findings offer: the same list. */
const remembered = query((_db, _edits: readonly SemanticEdit[]) => new Map<Changed, Consequence>())

function worstOf(db: Db, edits: readonly SemanticEdit[], changed: Changed): Consequence {
  const { effects } = db.knowledge.consequences
  const rank = ({ does }: Consequence): number => effects.indexOf(does)
  const each = edits.map(edit => ofEdit(db, edit, changed))
  const [only] = each
  if (only && each.length === 1 && only.does !== nothing.does) return only
  const gravest = each.reduce((one, other) => (rank(other) > rank(one) ? other : one), nothing)
  return gravest.offered === 'never'
    ? gravest
    : {
        ...gravest,
        says: inOne(each.map(({ says }) => says)),
        sources: [...new Set(each.flatMap(({ sources }) => sources))],
      }
}

/** Clauses that are said several times, or in what another one says, are said once. */
const inOne = (said: readonly string[]): string => {
  const [first = '', ...others] = new Set(said)
  return others.length === 0 && !first.includes('; ') ? first : clausesOf([first, ...others])
}

const clausesOf = (said: readonly string[]): string =>
  [...new Set(said.flatMap(text => text.split('; ')))]
    .filter((clause, _, all) => clause !== '' && !all.some(other => other !== clause && other.includes(clause)))
    .join('; ')

const nothing: Consequence = { does: 'safe', offered: 'always', says: '', instead: '', what: '', sources: [] }

function ofEdit(db: Db, edit: SemanticEdit, changed: Changed): Consequence {
  // A comment or a word of our own configuration: nothing that runs reads it.
  if (!('slot' in edit)) return nothing
  const { slot } = edit
  const of = attributeOf(slot, changed)
  const holder = of ? undefined : holders[changed.kind]
  const key = of ? '' : settingAt(db, slot, changed, holder)
  const change: Edit = {
    is: slot.is,
    next: 'value' in edit ? edit.value : undefined,
    adds: edit.op === 'append',
    reassigned: isReassigned(db, changed),
  }
  const known = weighed.get(db.knowledge.consequences) ?? new Map<string, Consequence>()
  const about = of ? [of.tool, of.resource, of.there, ...of.path] : [holder, key]
  const text = [...about, change.is, typeof change.next, change.next, change.adds, change.reassigned].join('\0')
  const before = known.get(text)
  if (before) return before
  const does = of ? ofAttribute(db, of, change) : ofSetting(db, holder, key, change)
  if (known.size >= mostWeighed) known.clear()
  weighed.set(db.knowledge.consequences, known.set(text, does))
  return does
}

/** What edits of the same do that write the same over the same: findings offer few of them, again and again. */
const weighed = new WeakMap<Consequences, Map<string, Consequence>>()
const mostWeighed = 2000

/** What an edit changes, where it is no setting that a process reads. */
function attributeOf(slot: Slot, changed: Changed): Attribute | undefined {
  if (slot.file.endsWith('/.kafka-review.yaml')) return ours
  if (slot.of) return slot.of
  if (changed.kind === 'record' || changed.kind === 'schema') return label
  const factor = changed.kind === 'topic' ? changed.replicationFactor : undefined
  const isFactor = factor && factor.state !== 'unresolved' && factor.slot && slotKey(factor.slot) === slotKey(slot)
  return isFactor ? replicas : undefined
}

const replicas: Attribute = { tool: 'kafka', resource: 'topic', path: ['replicas'], there: 1 }
const ours: Attribute = { tool: 'kafka-review', resource: 'configuration', path: [], there: 0 }
const label: Attribute = { tool: 'schema', resource: 'file', path: ['tags'], there: 0 }

/** Who takes the settings that an entity holds, where no resource of a tool does. */
const holders: { readonly [K in Changed['kind']]?: Holder } = {
  cluster: 'broker',
  'node-pool': 'broker',
  topic: 'topic',
  client: 'client',
  group: 'client',
  'connect-cluster': 'worker',
  connector: 'connector',
  flow: 'mirror',
}

interface Edit {
  /** The text that stands there now. */
  readonly is: string | undefined
  readonly next: unknown
  /** It puts one more item into a list. */
  readonly adds: boolean
  /** Whether something moves the partitions of what is changed by itself; undefined where no file tells. */
  readonly reassigned: boolean | undefined
}

const ofSetting = (db: Db, holder: Holder | undefined, key: string, edit: Edit): Consequence =>
  holder ? summed(db, settingRows(db, holder, key, edit), key, edit) : unknown(db, key)

function ofAttribute(db: Db, of: Attribute, edit: Edit): Consequence {
  const rows = placeRows(db, of, edit)
  if (rows.length === 0) return unknown(db, `${of.path.join('.')} of ${of.resource}`)
  const held = rows.find(({ settings }) => settings)
  const name = of.path.slice(held?.path.length ?? 0)
  const below = held?.settings ? settingRows(db, held.settings, keyOf(name), edit, true) : []
  const own = held ? name : (rows[0]?.path ?? [])
  return summed(db, [...rows, ...below], `${(own.length > 0 ? own : of.path).join('.')} of ${of.resource}`, edit)
}

/** The setting that a slot holds: by the keys that lead to it or, where these tell nothing, by what the entity has there, such as a variable in a list of names and values. */
function settingAt({ knowledge }: Db, slot: Slot, changed: Changed, holder: Holder | undefined): string {
  const key = keyOf([...slot.path, ...(slot.inner?.path ?? [])])
  if (!holder || !isEntity(changed) || rowsNaming(knowledge.consequences, holder, key).length > 0) return key
  return asSetting(meantAt(slotKey(slot), changed) ?? key)
}

const isEntity = (changed: Changed): changed is Entity =>
  changed.kind !== 'configuration' && changed.kind !== 'suppression'

/** Kafka's word for what an entity has at a slot. */
function meantAt(slot: string, changed: Entity): string | undefined {
  const isHere = (other: Slot | undefined): boolean => other !== undefined && slotKey(other) === slot
  const here = bagsOf(changed)
    .flatMap(({ all }) => all)
    .find(({ value }) => value.state === 'known' && isHere(value.slot))
  if (here) return here.key
  if (changed.kind === 'group') return 'group.id'
  if (changed.kind === 'client' || changed.kind === 'connect-cluster')
    return isHere(changed.kafka.encryption?.slot) ? 'security.protocol' : undefined
  const ofListener = (changed.kind === 'cluster' ? changed.listeners : []).some(
    ({ encrypted, authentication, encryption }) =>
      [encrypted, authentication].some(fact => fact.state !== 'unresolved' && isHere(fact.slot)) ||
      isHere(encryption?.slot),
  )
  return ofListener ? 'listener.security.protocol.map' : undefined
}

/** Nobody has looked it up. */
function unknown(db: Db, what: string): Consequence {
  const { offered } = db.knowledge.consequences.classes.get('replaces') ?? { offered: 'never' as const }
  return { does: 'replaces', offered, says: '', instead: '', what, sources: [] }
}

/** The rows that hold for an attribute: the longest that begin its path, and those about what is written for the first time. */
function placeRows(db: Db, { tool, resource, path, there }: Attribute, edit: Edit): PlaceRow[] {
  const { begun, longest } = begunBy(db.knowledge.consequences, tool, resource, path)
  const holding = begun.filter(row =>
    row.on === 'first' ? there < row.path.length : row.path.length === longest && holds(db, row, edit),
  )
  const added = holding.filter(({ on }) => on === 'added')
  return added.length > 0 ? added : holding
}

/** The rows about an attribute or what it stands below, and the length of the longest of their paths. */
function begunBy(
  consequences: Consequences,
  tool: string,
  resource: string,
  path: readonly string[],
): { readonly begun: readonly PlaceRow[]; readonly longest: number } {
  const begun = [resource, '*']
    .flatMap(name => consequences.places.get(`${tool} ${name}`) ?? [])
    .filter(row => row.path.every((name, index) => name === '*' || name === path[index]))
  const longest = Math.max(-1, ...begun.filter(({ on }) => on !== 'first').map(row => row.path.length))
  return { begun, longest }
}

/** The rows that hold for a setting; `held`: a row about the resource that holds it says what happens to any setting. */
function settingRows(db: Db, holder: Holder, key: string, edit: Edit, held = false): EffectRow[] {
  const { holders: defaults, dynamic } = db.knowledge.consequences
  const own = rowsNaming(db.knowledge.consequences, holder, key).filter(row => holds(db, row, edit))
  const general = defaults.get(holder)
  // What happens to any setting, the resource says in its own words.
  if (held) return own.map(row => ({ ...row, says: withoutClause(row.says, general?.says) }))
  if (own.length > 0 || !general) return own
  const isDynamic = (): boolean => [...dynamic].some(name => key === name || key.endsWith(`.${name}`))
  return [holder === 'broker' && isDynamic() ? { does: 'safe', source: general.source } : general]
}

/** The rows about a setting: of those whose key it ends with, the longest. */
function rowsNaming(consequences: Consequences, holder: Holder, key: string): readonly SettingRow[] {
  const rows = consequences.settings.get(holder) ?? []
  const named = rows.filter(row => key === row.key || key.endsWith(`.${row.key}`))
  const longest = Math.max(0, ...named.map(row => row.key.length))
  return named.filter(row => row.key.length === longest)
}

/** What is said in clauses, without one of them. */
const withoutClause = (said = '', clause = ''): string =>
  said
    .split('; ')
    .filter(one => one !== clause)
    .join('; ')

/** A path as a setting is spelled: `KAFKA_LOG_RETENTION_MS` is `kafka.log.retention.ms`. */
const keyOf = (path: readonly (string | number)[]): string =>
  asSetting(path.filter(part => typeof part === 'string').join('.'))

const asSetting = remembering((path: string) =>
  path
    .replace(/([a-z])([A-Z])/g, '$1.$2')
    .toLowerCase()
    .replace(/[_-]/g, '.'),
)

/** Whether a row holds for a change; what nobody can tell counts as holding. */
const holds = (db: Db, row: EffectRow, edit: Edit): boolean => verdictOn(db, row, edit) ?? true

/** The same; undefined where nobody can tell. */
function verdictOn(
  db: Db,
  { does, on, where, unbounded }: EffectRow,
  { is, next, adds, reassigned }: Edit,
): boolean | undefined {
  if (on === 'added') return adds
  // Whatever a bound was before: without one, nothing goes beyond it.
  if (unbounded !== undefined && on === 'lower' && String(next) === String(unbounded)) return false
  // Whatever a switch was before: written on, it does not open what it guards.
  if (does === 'opens' && on === 'lower' && is === undefined && next === true) return false
  const direction = directionOf(db, is, next, unbounded)
  const isTold = on === undefined || on === 'first' || direction !== undefined
  if (isTold && on !== undefined && on !== 'first' && on !== direction) return false
  const condition = where === undefined ? true : conditions.get(where)?.(reassigned)
  if (condition === false) return false
  return isTold && condition ? true : undefined
}

const conditions: ReadonlyMap<string, (reassigned: boolean | undefined) => boolean | undefined> = new Map([
  ['cruise-control', is => is],
  ['no-cruise-control', is => (is === undefined ? undefined : !is)],
])

/** Whether something moves the partitions of a topic by itself when its number of replicas changes; undefined where no file tells. */
function isReassigned(db: Db, changed: Changed): boolean | undefined {
  const link = changed.kind === 'topic' ? clusterOf(db.estate, changed) : undefined
  if (link?.state !== 'linked') return undefined
  const { rebalancer } = link.to
  return rebalancer !== undefined && rebalancer.state !== 'unresolved' && knownValue(rebalancer) === true
}

/** Whether a value rises or falls; undefined where that cannot be told. A negative number stands for something else; nothing is less than a name. */
function directionOf(
  db: Db,
  was: string | undefined,
  next: unknown,
  unbounded: number | undefined,
): 'lower' | 'higher' | undefined {
  if (was === undefined) return undefined
  const [from, to] = [was, String(next)].map(value => value.trim().toLowerCase())
  const [before, after] = ordersOf(db, from ?? '', to ?? '', unbounded)
  if (before === undefined || after === undefined || before === after) return undefined
  return after < before ? 'lower' : 'higher'
}

/** Two values as numbers that can be compared. */
function ordersOf(db: Db, from: string, to: string, unbounded: number | undefined): readonly (number | undefined)[] {
  const scale = db.knowledge.consequences.scales.find(each => each.has(from) && each.has(to))
  if (scale) return [scale.get(from), scale.get(to)]
  return from === '' || to === ''
    ? [Math.sign(from.length), Math.sign(to.length)]
    : [from, to].map(value => numberOf(value, unbounded))
}

function numberOf(text: string, unbounded?: number): number | undefined {
  if (text === String(unbounded)) return Infinity
  if (text === 'true' || text === 'false') return text === 'true' ? 1 : 0
  return /^\d+$/.test(text) ? Number(text) : undefined
}

/** What several rows come to: the gravest class, and what all say that name something. */
function summed(db: Db, rows: readonly EffectRow[], what: string, edit: Edit): Consequence {
  const { effects, classes } = db.knowledge.consequences
  const [gravest] = [...rows].sort((a, b) => effects.indexOf(b.does) - effects.indexOf(a.does))
  const row = gravest && classes.get(gravest.does)
  if (!gravest || !row) return nothing
  // Where nobody can tell the direction, the gravest of what may happen is said.
  const isTold = (one: EffectRow): boolean => one === gravest || verdictOn(db, one, edit) === true
  const said = row.offered === 'never' ? [gravest] : rows.filter(isTold)
  return {
    does: gravest.does,
    offered: row.offered,
    says: inOne(said.map(({ says, does }) => says ?? (does === 'safe' ? '' : (classes.get(does)?.says ?? '')))),
    instead: gravest.instead ?? '',
    what,
    ...(said.some(one => verdictOn(db, one, edit) === undefined) ? { unsure: true } : {}),
    sources: [...new Set(rows.map(({ source }) => source))],
  }
}
