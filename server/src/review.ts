import { consequenceOf } from './assess/consequence.ts'
import { notYetIn, type NotYet } from './assess/engine.ts'
import { openDb, type Db, type Library } from './assess/db.ts'
import { configurationFor } from './assess/declared.ts'
import { secretTextsIn } from './assess/secrets.ts'
import {
  folds,
  foldsByNames,
  foldsDurability,
  isForShow,
  isIdle,
  isMild,
  isOfNoAccount,
  isSample,
  staysHere,
} from './assess/stage.ts'
import type { Level } from './model/configuration.ts'
import type { Entity } from './model/entities.ts'
import { knownValue } from './model/fact.ts'
import { startEstate, type Estate } from './model/estate.ts'
import type { FileFacts } from './model/file-facts.ts'
import { faultOf, type Problem } from './model/problem.ts'
import type { Fix } from './model/semantic-edit.ts'
import type { Finding } from './rules/finding.ts'
import { rules } from './rules/registry.ts'
import type { Report, Rule, RuleContext, Visited } from './rules/rule.ts'
import {
  foldable,
  gatherGroups,
  inOrder,
  isAt,
  merge,
  mostRelated,
  policyFor,
  yieldTo,
  type Said,
} from './consolidate.ts'
import { say, type MessageId, type RuleCode } from './words/message.ts'
import { kept } from './text/appended.ts'
import { lazy } from './text/lazy.ts'
import type { Uri } from './text/uri.ts'
import { compareTexts } from './text/order.ts'

/** A review of a workspace that files come and go in. Synchronous, without any input or output of its own. */
export interface Review {
  readonly estate: Estate
  /** Replaces what files say (undefined: the file is gone); returns the files whose findings may have changed. Those that can wait are put off. */
  update(changes: Iterable<readonly [Uri, FileFacts | undefined]>, canWait?: CanWait): Set<Uri>
  /** Whether files were put off, or somebody has not been told of all that changed. */
  isBehind(): boolean
  /** Looks at what was put off until nothing is left, or it is over; returns the files whose findings may have changed. */
  catchUp(isOver?: () => boolean): Set<Uri>
  /** The findings at places of a file, in the order of the text; suppressed ones carry their reason. */
  findings(file: Uri): readonly Finding[]
  /** The findings of files that a comment or the configuration accepts, those included that were put off; where nothing accepts any, no rule is asked. */
  accepted(files: Iterable<Uri>): Finding[]
  /** All files that have been read. */
  files(): Iterable<Uri>
  /** What threw while findings were made or consolidated: a rule costs its findings in that file, nothing else. */
  problems(): Problem[]
}

/** Whether a file that has to be looked at anew can wait; `among` so many that have to. */
export type CanWait = (file: Uri, among: number) => boolean

/** Starts a review; `roots` answers the workspace folders of the moment (URIs with the slash at their end). */
export function startReview(library: Library, roots: () => readonly Uri[] = () => []): Review {
  const estate = startEstate(roots, library.knowledge.topicPlaces, secretTextsIn)
  /** What the rules said while they visited a file; most of it is about that file. */
  const said = new Map<Uri, readonly Said[]>()
  /** By file, the visited files whose findings lie in it. */
  const visited = new Map<Uri, Set<Uri>>()
  const results = new Map<Uri, readonly Finding[]>()
  /** By file: of its links, of its visit, of its consolidating. */
  const faults = {
    linking: new Map<Uri, Problem[]>(),
    visiting: new Map<Uri, Problem[]>(),
    consolidating: new Map<Uri, Problem[]>(),
  }
  /** For one visit: the next one has to ask the estate for itself, which remembers who asked. */
  const open = (): Db => openDb(estate, library)

  const visit = (file: Uri): Set<Uri> => {
    const facts = estate.facts(file)
    const before = said.get(file) ?? []
    const threw: Problem[] = []
    const now = facts ? estate.observe(file, () => visitEntities(facts, open(), noteFaults(file, threw))) : []
    note(faults.visiting, file, threw)
    for (const { at } of before) visited.get(at.file)?.delete(file)
    for (const { at } of now) visited.set(at.file, (visited.get(at.file) ?? new Set()).add(file))
    if (facts) said.set(file, now)
    else said.delete(file)
    return new Set([file, ...before.map(({ at }) => at.file), ...now.map(({ at }) => at.file)])
  }

  /** Files that were put off. */
  const late = new Set<Uri>()
  /** Files whose findings may be others than those that were told last. */
  let changed = new Set<Uri>()
  const lookAt = (file: Uri): void => {
    late.delete(file)
    for (const place of visit(file)) {
      results.delete(place)
      changed.add(place)
    }
  }
  /** Facts by which nothing can be linked cost their file: it counts as gone, and that is told. */
  const put = (file: Uri, facts: FileFacts | undefined): Set<Uri> => {
    faults.linking.delete(file)
    try {
      return estate.put(file, facts)
    } catch (error) {
      faults.linking.set(file, [faultOf(file, 'linking', error)])
      return estate.put(file, undefined)
    }
  }
  const takeChanged = (): Set<Uri> => {
    const taken = changed
    changed = new Set()
    return taken
  }

  const findings = (file: Uri): readonly Finding[] => {
    for (const from of [file, ...(visited.get(file) ?? [])]) if (late.has(from)) lookAt(from)
    const known = results.get(file)
    if (known) return known
    // Of several that say the same, the first stands: in the order of files, whichever was read last.
    const here = [...(visited.get(file) ?? [])]
      .sort(compareTexts)
      .flatMap(from => (said.get(from) ?? []).filter(({ at }) => at.file === file))
    const threw: Problem[] = []
    // What lowers or accepts them is asked for like what says them: a configuration that changes reaches them too.
    const result = estate.observeMore(file, () => consolidate(file, here, open(), noteFaults(file, threw)))
    note(faults.consolidating, file, threw)
    results.set(file, result)
    return result
  }

  return {
    estate,
    update(changes, canWait = () => false) {
      const stale = new Set<Uri>()
      for (const [file, facts] of changes) {
        // Lines and columns of a file that says the same may be others.
        changed.add(file)
        for (const reader of put(file, facts)) stale.add(reader)
      }
      for (const reader of estate.turned()) stale.add(reader)
      for (const file of stale) {
        if (canWait(file, stale.size)) late.add(file)
        else lookAt(file)
      }
      return takeChanged()
    },
    isBehind: () => late.size + changed.size > 0,
    catchUp(isOver = () => false) {
      for (const file of late) {
        if (isOver()) break
        lookAt(file)
      }
      return takeChanged()
    },
    findings,
    accepted(files) {
      if (![...estate.files()].some(file => accepts(estate.facts(file)))) return []
      for (const file of late) lookAt(file)
      return [...files].flatMap(findings).filter(({ suppressed }) => suppressed)
    },
    files: () => estate.files(),
    problems: () => Object.values(faults).flatMap(files => [...files.values()].flat()),
  }
}

/** Whether a file accepts any finding, by a comment or as a configuration. */
const accepts = (facts: FileFacts | undefined): boolean =>
  facts !== undefined &&
  (facts.suppressions.length > 0 ||
    facts.entities.some(entity => entity.kind === 'configuration' && entity.ignore.length > 0))

const codes = new Set(rules.map(({ code }) => code))
const families = new Set(rules.map(({ family }) => family))
const silentBeside = new Map(rules.flatMap(({ code, yieldsTo }) => (yieldsTo ? [[code, yieldsTo] as const] : [])))
const visitors = new Map<string, Rule[]>()
for (const rule of rules) for (const kind of rule.visits) visitors.set(kind, [...(visitors.get(kind) ?? []), rule])

/** Keeps what threw for a file, and nothing where nothing did. */
function note(faults: Map<Uri, Problem[]>, file: Uri, threw: Problem[]): void {
  if (threw.length > 0) faults.set(file, threw)
  else faults.delete(file)
}

/** Runs something that may throw; the throw is noted, and `instead` stands. */
type Guard = <T>(doing: string, run: () => T, instead: T) => T

/** A guard that notes a throw once, however many entities bring it about. */
function noteFaults(file: Uri, noted: Problem[]): Guard {
  return (doing, run, instead) => {
    try {
      return run()
    } catch (error) {
      const fault = faultOf(file, doing, error)
      if (!noted.some(({ message }) => message === fault.message)) noted.push(fault)
      return instead
    }
  }
}

const visitEntities = (facts: FileFacts, db: Db, guard: Guard): Said[] =>
  [...facts.entities, ...(facts.overlays ?? []), ...(facts.off ?? [])].flatMap(entity => runRules(entity, db, guard))

/** What runs a thing, where its format tells. */
function engineOf(visited: Visited): string | undefined {
  if (!('engine' in visited) || visited.engine === undefined) return undefined
  return typeof visited.engine === 'string' ? visited.engine : knownValue(visited.engine)
}

/** Whether what a rule says is a hint: of another system than Kafka, of the operation of what is of no account as it stands, and of what only production needs where there is none. */
function softnessOf(visited: Visited, db: Db): (rule: Rule, given: Report) => boolean {
  if (!isEntity(visited)) return () => false
  const engine = engineOf(visited)
  const isRemote = engine !== undefined && db.knowledge.engines.kinds.get(engine)?.remote === true
  return ({ family, ofProduction }, { outside }) =>
    isRemote ||
    (ofOperation.has(family) && (isOfNoAccount(db, visited) || (!foldable.has(family) && staysHere(visited)))) ||
    (ofProduction === true && (isIdle(db, visited) || (!outside && isMild(db, visited))))
}

function runRules(visited: Visited, db: Db, guard: Guard): Said[] {
  const found: Said[] = []
  const isSoft = softnessOf(visited, db)
  const transport = lazy(() => ({ is: isEntity(visited) && folds(db, visited) }))
  const durability = lazy(() => ({ is: isEntity(visited) && foldsDurability(db, visited) }))
  const byNames = lazy(() => ({ is: isEntity(visited) && foldsByNames(db, visited) }))
  const isOff = isEntity(visited) && visited.off !== undefined
  for (const rule of visitors.get(visited.kind) ?? []) {
    if (isOff && !rule.evenOff) continue
    const before = found.length
    const report = (message: string, given: Report): void => {
      const finding = makeFinding(rule, message, isSoft(rule, given) ? { ...given, level: 'hint' } : given, visited, db)
      const folding = rule.family === 'durability' ? durability : transport
      const isFolded = foldable.has(rule.family) && folding().is && (!given.outside || byNames().is)
      found.push(isFolded ? { ...finding, folded: true } : finding)
    }
    const check = (): boolean => {
      rule.check(visited, { db, codes, families, report: report as RuleContext<RuleCode>['report'] })
      return true
    }
    // What a rule said before it threw is not said.
    if (!guard(`checking ${rule.code}`, check, false)) found.length = before
  }
  return found
}

/** What is of no account where nothing runs yet. */
const ofOperation: ReadonlySet<string> = new Set(['durability', 'transport', 'recovery', 'group-name'])

const isEntity = (visited: Visited): visited is Entity =>
  visited.kind !== 'configuration' && visited.kind !== 'suppression'

/** Neither a guess is an error, nor what nobody runs as it stands; what is to be copied and filled in runs nothing, and what would only be good to know of that is a hint. */
function levelAt(file: Uri, level: Level, { family }: Rule, certainty: Finding['certainty'], db: Db): Level {
  if (level === 'error') return certainty === 'guessed' || isForShow(db, file) ? 'warning' : level
  const isOfRunning = ofOperation.has(family) || family === 'access'
  return level === 'information' && isOfRunning && isSample(db, file) ? 'hint' : level
}

function makeFinding(
  rule: Rule,
  message: string,
  {
    at,
    data,
    level = rule.level,
    certainty = 'stated',
    because = [],
    sources = [],
    law,
    related = [],
    fixes = [],
    unfixed,
    absent,
    outside,
    facts = {},
    follows,
    group,
  }: Report,
  visited: Visited,
  db: Db,
): Said {
  const weighed = weighFixes(fixes, visited, db)
  return {
    code: rule.code,
    name: rule.name,
    family: rule.family,
    level: levelAt(at.file, level, rule, certainty, db),
    certainty,
    message: { id: `${rule.code}.${message}` as MessageId, data },
    at,
    related: kept(
      [...(at.usedBy ? [{ at: at.usedBy, message: say('related.used') }] : []), ...related]
        .filter(other => !isAt(other.at, at))
        .slice(0, mostRelated),
    ),
    merged: kept([]),
    because: kept(because),
    sources: kept(sources),
    law: law ?? rule.law,
    data: { ...facts, ...(absent ? { absent } : {}), ...(outside ? { outside } : {}) },
    fixes: kept(weighed.fixes),
    unfixed: kept([...weighed.unfixed, ...(unfixed ? [unfixed] : [])]),
    ...(follows === undefined ? {} : { follows }),
    ...(group === undefined ? {} : { group }),
  }
}

/** What a fix does is added to its title; one that could harm is not offered, and the finding says what to do instead. */
function weighFixes(fixes: readonly Fix[], visited: Visited, db: Db): Pick<Finding, 'fixes' | 'unfixed'> {
  if (fixes.length === 0) return { fixes: [], unfixed: [] }
  const late = fixes.map(({ edits }) => tooLate(edits, visited, db))
  const weighed = fixes
    .filter(({ edits }, index) => edits.length > 0 && !late[index])
    .map(fix => ({ fix, does: consequenceOf(db, fix.edits, visited) }))
  return {
    fixes: weighed.flatMap(({ fix, does: { offered, says, does, sources } }) =>
      offered === 'never'
        ? []
        : [{ ...fix, does, sources, title: says === '' ? fix.title : say('fix.with', { change: fix.title, says }) }],
    ),
    unfixed: [
      ...late.flatMap(one => (one ? [say('unfixed.notYet', { ...one })] : [])),
      ...weighed.flatMap(({ does: { offered, does, says, instead, what } }) => {
        if (offered !== 'never') return []
        if (says === '') return [say('unfixed.unknown', { what })]
        return [say('unfixed.harms', { what, says, instead, does })]
      }),
    ],
  }
}

/** What a fix would write that the Kafka of its cluster does not know yet. */
const tooLate = (edits: Fix['edits'], visited: Visited, db: Db): NotYet | undefined =>
  visited.kind === 'cluster' || visited.kind === 'topic'
    ? notYetIn(
        db,
        visited,
        edits.flatMap(edit => ('slot' in edit ? [String((edit.slot.inner ?? edit.slot).path.at(-1))] : [])),
      )
    : undefined

/** Why a finding has no quick fix, where it has none. */
function withReason(finding: Said): Said {
  if (finding.fixes.length > 0 || finding.unfixed.length > 0) return finding
  if (finding.merged.length > 0) return { ...finding, unfixed: [say('unfixed.several')] }
  const mends = mending.get(finding.code) ?? 'choice'
  return { ...finding, unfixed: [say(mends === true ? 'unfixed.unwritable' : `unfixed.${mends}`)] }
}

const mending: ReadonlyMap<string, Rule['mends']> = new Map(rules.map(({ code, mends }) => [code, mends]))

/** What stands in the end at the places of a file: merged, with levels, suppressions and the configuration applied, in the order of the text. */
function consolidate(file: Uri, said: readonly Said[], db: Db, guard: Guard): Finding[] {
  const merged = merge(said)
  const consolidated = guard('applying the configuration', () => applied(file, merged, db, guard), merged)
  return consolidated.map(withReason).map(withoutGroup).sort(inOrder)
}

function withoutGroup(said: Said): Finding {
  if (said.group === undefined) return said
  const { group: _, ...finding } = said
  return finding
}

function applied(file: Uri, merged: readonly Said[], db: Db, guard: Guard): readonly Said[] {
  const { level, accept } = policyFor(file, configurationFor(db, file), db.estate.facts(file)?.suppressions ?? [])
  const accepted = gatherGroups(yieldTo(merged.flatMap(level), silentBeside)).map(accept.finding)
  const about = accept.used().flatMap(suppression => runRules(suppression, db, guard))
  return [...accepted, ...about.flatMap(level)]
}
