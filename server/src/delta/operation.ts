import { consequenceOf, type Consequence } from '../assess/consequence.ts'
import { mainTopicOf } from '../assess/data-flow.ts'
import type { Effect } from '../knowledge/consequences.ts'
import type { Level } from '../model/configuration.ts'
import type { Cluster, ConsumerGroup, Entity, EntityKind, Topic } from '../model/entities.ts'
import { secretPlacesIn } from '../assess/secrets.ts'
import { knownValue, placeKey, placeOf, type Fact } from '../model/fact.ts'
import { bagsOf } from '../model/bags.ts'
import { setting } from '../model/settings.ts'
import { say } from '../words/message.ts'
import type { Change } from './change.ts'
import { entitiesOf, nameOf, pairsOf, type Pair, type Side } from './pairs.ts'

/** What the platform will do when the files are applied: replace, restart, move or lose; which groups begin anew, and where fewer copies are kept. */
export function operationChanges(before: Side, after: Side): Change[] {
  const renamed = groupsRenamed(before, after)
  const told = new Set(renamed.flatMap(({ after: at }) => (at ? [placeKey(at)] : [])))
  const done = changedKinds.flatMap(kind =>
    pairsOf(kind, before, after).flatMap(pair => consequences(pair, before, after)),
  )
  return [
    // A group's new name is told with the old one.
    ...gathered(done.filter(({ changed }) => !changed.every(one => told.has(placeKey(placeOf(one.after)))))),
    ...pairsOf('topic', before, after).flatMap(ofTopic),
    ...pairsOf('cluster', before, after).flatMap(pair => noLonger(pair)),
    ...renamed,
  ]
}

const changedKinds = [
  'cluster',
  'node-pool',
  'topic',
  'connect-cluster',
  'connector',
  'client',
  'flow',
] as const satisfies EntityKind[]

/** A value that has changed, by the name under which it is written. */
interface Changed {
  readonly name: string
  readonly before: Fact<unknown>
  readonly after: Fact<unknown>
  /** Its text is a secret, or may be one. */
  readonly secret: boolean
  /** A fact of the entity itself, no setting. */
  readonly own: boolean
}

/** What a change of values does to one entity. */
interface Done {
  readonly of: Entity
  readonly does: Consequence
  readonly says: Set<string>
  readonly changed: Changed[]
}

/** What the change of an entity's values does, an effect a line, with the values that bring it about. */
function consequences({ before, after }: Pair<Entity>, old: Side, { db }: Side): Done[] {
  if (!before || !after) return []
  const isSecret = secretIn(old.db, before, db, after)
  const byEffect = new Map<string, Done>()
  for (const changed of changedValues(before, after, isSecret)) {
    const does = doneBy(changed, after, db)
    if (!does || !isClaimed(does, changed)) continue
    // What only restarts is one line, whatever brings it about.
    const key = does.does === 'restarts' ? does.does : `${does.does} ${does.says}`
    const known = byEffect.get(key)
    if (known) {
      known.changed.push(changed)
      known.says.add(does.says)
    } else byEffect.set(key, { of: after, does, says: new Set([does.says]), changed: [changed] })
  }
  return [...byEffect.values()]
}

/** Whether an effect is told: not where nobody has looked it up, not of clients where nobody can tell whether they are refused or let in, and what is let in is told as a change of protection where an entity itself says it. */
function isClaimed({ does, sources, unsure }: Consequence, { own }: Changed): boolean {
  if (does === 'safe' || sources.length === 0) return false
  if (does === 'opens') return !unsure && !own
  return does !== 'clients-cut-off' || !unsure
}

/** The same effect of the same values is one change, however many entities it is about. */
function gathered(all: readonly Done[]): Change[] {
  const groups = new Map<string, [Done, ...Done[]]>()
  for (const done of all) {
    const { of, does, says, changed } = done
    const key = JSON.stringify([of.kind, does.does, does.unsure, [...says], changed.map(described)])
    const known = groups.get(key)
    if (known) known.push(done)
    else groups.set(key, [done])
  }
  return [...groups.values()].map(group => {
    const [{ of, does, says, changed }] = group
    const names = [...new Set(group.map(one => nameOf(one.of)))]
    const [first] = changed
    const kind = of.kind as (typeof changedKinds)[number]
    return {
      kind: 'operation',
      level: does.unsure && levels[does.does] === 'error' ? 'warning' : levels[does.does],
      message: say(does.unsure ? 'delta.mayDo' : 'delta.does', {
        who:
          names.length === 1 ? say('delta.named', { kind, name: nameOf(of) }) : say('delta.several', { kind, names }),
        changed: changed.map(described),
        says: clausesOf(says),
      }),
      because: does.instead === '' ? [] : [say('delta.instead', { instead: does.instead })],
      ...(first ? { before: placeOf(first.before), after: placeOf(first.after) } : {}),
    }
  })
}

/** Clauses that are said several times are said once. */
const clausesOf = (says: ReadonlySet<string>): string =>
  [...new Set([...says].flatMap(text => text.split('; ')))].filter(clause => clause !== '').join('; ')

/** A value that has changed: its name, and what it was and is where both are numbers. */
function described(changed: Changed): string {
  const { name, before, after } = changed
  return areNumbers(changed) ? `${name} ${textOf(before)} → ${textOf(after)}` : name
}

/** Whether both values are numbers that are no secret. */
const areNumbers = ({ before, after, secret }: Changed): boolean =>
  !secret && [before, after].every(fact => /^-?\d+$/.test(textOf(fact) ?? ''))

const textOf = (fact: Fact<unknown>): string | undefined => (fact.state === 'known' ? String(fact.value) : undefined)

/** The last name of the path that a value of an entity's own stands under. */
function writtenName(name: string, fact: Fact<unknown>): string {
  const path = fact.state === 'unresolved' ? [] : (fact.slot?.path ?? [])
  const last = path.at(-1)
  return typeof last === 'string' && last !== 'type' ? last : name
}

const levels: Readonly<Record<Effect, Level>> = {
  replaces: 'error',
  'loses-data': 'error',
  refused: 'error',
  'clients-cut-off': 'warning',
  'positions-lost': 'warning',
  opens: 'warning',
  'moves-data': 'information',
  restarts: 'information',
  safe: 'hint',
}

/** Whether the text of a fact is one of the secrets of its file. */
function secretIn(oldDb: Side['db'], before: Entity, db: Side['db'], after: Entity): (fact: Fact<unknown>) => boolean {
  const places = new Set([...secretPlacesIn(oldDb, before.file), ...secretPlacesIn(db, after.file)].map(placeKey))
  return fact => fact.state === 'known' && places.has(placeKey(fact.at))
}

/** What one changed value does: as if an edit of the file before had written it. */
function doneBy(changed: Changed, of: Entity, db: Side['db']): Consequence | undefined {
  const { before, after } = changed
  // What taking a value out does, the defaults decide: the table knows what writing one does.
  if (after.state === 'absent') return undefined
  const from = before.state === 'unresolved' ? undefined : before
  const slot = from?.slot ?? (after.state === 'unresolved' ? undefined : after.slot)
  if (!slot) return undefined
  const [was, is] = [textOf(before), textOf(after) ?? '']
  return consequenceOf(db, [{ op: 'set', slot: { ...slot, ...(was === undefined ? {} : { is: was }) }, value: is }], of)
}

/** The values of an entity that are known on either side and differ; a value that a template decides is not compared. */
function changedValues(before: Entity, after: Entity, isSecret: (fact: Fact<unknown>) => boolean): Changed[] {
  const [old, now] = [factsOf(before), factsOf(after)]
  const changedFrom = (name: string, was: Fact<unknown>, is: Fact<unknown>, own: boolean): Changed => ({
    name,
    before: was,
    after: is,
    secret: isSecret(was) || isSecret(is),
    own,
  })
  const own = [...now].flatMap(([name, is]) => {
    const was = old.get(name)
    return was ? [changedFrom(writtenName(name, is), was, is, true)] : []
  })
  const [oldBags, nowBags] = [bagsOf(before), bagsOf(after)]
  const inBags = nowBags.flatMap((bag, index) => {
    const was = oldBags[index]
    if (!was) return []
    const keys = new Set([...was.all, ...bag.all].map(({ key }) => key))
    return [...keys].map(key => changedFrom(key, setting(was, key), setting(bag, key), false))
  })
  return [...own, ...inBags].filter(differs)
}

const differs = ({ before, after }: Changed): boolean => {
  if (before.state === 'unresolved' || after.state === 'unresolved') return false
  const [was, is] = [knownValue(before), knownValue(after)]
  return JSON.stringify(was) !== JSON.stringify(is)
}

/** The facts that stand in an entity itself, by their names. */
function factsOf(entity: Entity): Map<string, Fact<unknown>> {
  const facts = new Map<string, Fact<unknown>>()
  for (const [name, value] of Object.entries(entity)) {
    if (isFact(value)) facts.set(name, value)
    if (Array.isArray(value))
      for (const [index, item] of value.entries()) if (isFact(item)) facts.set(`${name} ${index + 1}`, item)
  }
  return facts
}

const isFact = (value: unknown): value is Fact<unknown> =>
  typeof value === 'object' && value !== null && 'state' in value && ('at' in value || 'near' in value)

function ofTopic(pair: Pair<Topic>): Change[] {
  const { before, after } = pair
  if (!before || !after) return noLonger(pair)
  const [was, is] = [knownValue(before.replicationFactor), knownValue(after.replicationFactor)]
  if (was === undefined || is === undefined || is >= was) return []
  return [
    {
      kind: 'replication',
      level: is < 2 ? 'warning' : 'information',
      message: say('delta.replicationLower', { topic: nameOf(after), before: was, after: is }),
      because: [],
      before: placeOf(before.replicationFactor),
      after: placeOf(after.replicationFactor),
    },
  ]
}

/** What no file declares any more: whether it is deleted, only whoever applies the files knows. */
function noLonger({ before, after }: Pair<Topic | Cluster>): Change[] {
  if (!before || after || before.name.state !== 'known') return []
  const follows = before.kind === 'topic' && mainTopicOf(nameOf(before)) !== undefined
  return [
    {
      kind: 'operation',
      level: follows ? 'information' : 'warning',
      message: say(before.kind === 'topic' ? 'delta.topicGone' : 'delta.clusterGone', { name: nameOf(before) }),
      because: [],
      before: placeOf(before.name),
    },
  ]
}

/** Groups of consumers that go by another name in the same place: what they have committed stays with the old one. */
function groupsRenamed(before: Side, after: Side): Change[] {
  const committing = (one: ConsumerGroup): boolean =>
    ['consumer', 'sink', 'sinks', 'streams'].includes(one.role) &&
    one.name.state === 'known' &&
    one.engine === undefined
  const keyOf = ({ file, role, owner }: ConsumerGroup): string => JSON.stringify([file, role, owner])
  const [old, now] = [entitiesOf('group', before).filter(committing), entitiesOf('group', after).filter(committing)]
  const names = (groups: readonly ConsumerGroup[]): Set<string> => new Set(groups.map(nameOf))
  const [oldNames, nowNames] = [names(old), names(now)]
  return old.flatMap((was): Change[] => {
    const here = now.filter(one => keyOf(one) === keyOf(was))
    const [is] = here
    const alone = old.filter(one => keyOf(one) === keyOf(was)).length === 1 && here.length === 1
    if (!is || !alone || nowNames.has(nameOf(was)) || oldNames.has(nameOf(is))) return []
    return [
      {
        kind: 'groups',
        level: 'warning',
        message: say('delta.groupRenamed', { owner: is.owner, before: nameOf(was), after: nameOf(is) }),
        because: [],
        before: placeOf(was.name),
        after: placeOf(is.name),
      },
    ]
  })
}
