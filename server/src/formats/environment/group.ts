import type { Entity } from '../../model/entities.ts'
import { writtenName } from '../../model/fact.ts'
import { faultOf, type Problem } from '../../model/problem.ts'
import type { Settings } from '../../model/settings.ts'
import { syntaxes } from '../../syntax/syntaxes.ts'
import { childOf, type Tree } from '../../syntax/tree.ts'
import { overlaps, type Span } from '../../text/span.ts'
import { baseName, folderOf, stepsUp, within, type Uri } from '../../text/uri.ts'
import { isHelpersOfChart, openCharts } from '../chart/charts.ts'
import { isTemplateOfChart } from '../../text/chart-paths.ts'
import type { Switches } from '../chart/switching.ts'
import { withoutBranches } from '../chart/branches.ts'
import { roundsOf } from '../chart/scope.ts'
import { speaks } from '../chart/speaking.ts'
import { followNamed, type Definition } from '../chart/named.ts'
import { openTemplate, readTemplate } from '../chart/work-out.ts'
import { agreed, layered, type ValueAt } from '../chart/values.ts'
import { readable } from '../completeness.ts'
import { down, entries, isThere, items, startAt } from '../cursor.ts'
import type { Group, GroupChange, Told } from '../format.ts'
import { readHead } from '../kubernetes-resource.ts'
import { extentOf, type Cursor, type Lies, type Lying } from '../position.ts'
import { text, turnedOff } from '../values.ts'
import { nowhere, readVariablesFile, type Elsewhere } from './containers.ts'
import { readVariables } from './variables.ts'

/** Reads a document as all formats of its file would, its variables with what stands elsewhere; without any where they belong to somebody else. */
export type ReadDocument = (root: Cursor, source: string, variables: Elsewhere | 'left out') => readonly Entity[]

/** Whether a text may be of some format: by a mark, or by all that stands in it. */
export interface Looks {
  marked(file: Uri, text: string): boolean
  ours(file: Uri, text: string): boolean
}

/** Variables that others refer to. */
interface Source {
  readonly file: Uri
  readonly key: string
  readonly namespace?: string
  readonly settings: Settings
  /** What a ConfigMap holds, as it stands there. */
  readonly data?: Cursor
}

/** A document with what is said in it. */
interface Part {
  readonly root: Cursor
  readonly source: string
  readonly entities: readonly Entity[]
}

/** A file that refers to variables elsewhere: what was looked for when it was read, and what was found. */
interface Referrer {
  readonly text: string
  /** Whether it may be about Kafka by itself. */
  readonly own: boolean
  readonly asked: Set<string>
  readonly used: Set<Source>
  /** The files of values that it is filled from, with the stretches of these. */
  readonly filledFrom: Map<Uri, Span[]>
  /** The files with texts that its pods mount and that tell their programs something, with the stretches of these. */
  readonly mounted: Map<Uri, Span[]>
  /** The files whose templates with names it uses. */
  readonly includes: Set<Uri>
  /** Whether the values of a chart decide what of it is given out. */
  isDecided: boolean
  /** Undefined as long as nothing is about Kafka that it or what completes it says: then it is not read. */
  parts: readonly Part[] | undefined
  /** What it says with the values of one environment each. */
  overlays: readonly Entity[]
}

const refers = /configMap(?:Ref|KeyRef)?\b|env_file/
const isConfigMap = /^kind:[ \t]*["']?ConfigMap\b|^configMapGenerator:/m
/** What variables for Kafka, or the values of some, hold. */
const concerns = /kafka|bootstrap|broker|sasl|registry|:\d{4,5}\b/i
/** Files of which one gives variables to the programs of another: ConfigMaps, files of variables; templates that values fill in, where a text may be of some format. Starts without any file. */
export function openEnvironments(read: ReadDocument, looks: Looks, lying: Lies): Group {
  const documentsOf = (file: Uri, whole: string, taken?: string): ReturnType<typeof documentsIn> =>
    documentsIn(lying(file), whole, taken)
  const referrers = new Map<Uri, Referrer>()
  const sources = new Map<Uri, { readonly text: string; readonly byKey: ReadonlyMap<string, Source> }>()
  /** Those of them that may be about Kafka, by the names under which files refer to them. */
  const speaking = new Map<Uri, readonly string[]>()
  /** The sources under the keys by which they are looked for. */
  const index = new Map<string, Set<Source>>()
  const users = new Map<Source, Set<Uri>>()
  const charts = openCharts(lying)
  /** The templates that the files of values are used in. */
  const filledBy = new Map<Uri, Set<Uri>>()
  /** The files whose pods mount texts of another one. */
  const mountedBy = new Map<Uri, Set<Uri>>()
  const faults = new Map<Uri, Problem>()
  /** What switches in other files make of a file. */
  const switches = new Map<Uri, Switches>()
  /** Whether a text may be of some format, until it changes. */
  const concerning = new Map<Uri, boolean>()
  const mayConcern = (file: Uri): boolean => {
    const known = concerning.get(file)
    if (known !== undefined) return known
    const now = looks.ours(file, charts.textOf(file) ?? '')
    concerning.set(file, now)
    return now
  }

  /** ConfigMaps that nobody has asked for: each is read when a name is that stands in it. */
  const waiting = new Map<Uri, string>()
  const readWaiting = (key: string): void => {
    const name = nameUnder(key)
    for (const [file, text] of waiting) if (text.includes(name)) take(file, text)
  }
  const isAskedFor = (text: string): boolean =>
    [...referrers.values()].some(({ asked }) => [...asked].some(key => isOfMap(key) && text.includes(nameUnder(key))))

  /** The nearest of the sources under a key; none where two are equally near. */
  const find = (key: string, from: Uri, namespace: string | undefined): Source | undefined => {
    if (isOfMap(key)) readWaiting(key)
    const fitting = [...(index.get(key) ?? [])].filter(
      source => namespace === undefined || source.namespace === undefined || source.namespace === namespace,
    )
    const least = Math.min(...fitting.map(({ file }) => distance(from, file)))
    const nearest = fitting.filter(({ file }) => distance(from, file) === least)
    return nearest.length === 1 ? nearest[0] : undefined
  }

  /** Whether a file may be about Kafka, with all that completes it. */
  const isWorthReading = (file: Uri, { text, own }: Referrer): boolean =>
    own ||
    charts.maySpeak(file, text) ||
    (refers.test(text) &&
      [...speaking].some(([one, names]) => charts.isSame(one, file) || names.some(name => text.includes(name))))

  const readReferrer = (file: Uri, referrer: Referrer): void => {
    const look = (key: string, namespace?: string): Source | undefined => {
      referrer.asked.add(key)
      const source = find(key, file, namespace)
      if (!source) return undefined
      referrer.used.add(source)
      users.set(source, (users.get(source) ?? new Set()).add(file))
      return source
    }
    const findNamed = (name: string): Definition | undefined => {
      referrer.asked.add(`define ${name}`)
      const found = charts.definitionOf(name, file)
      if (found) referrer.includes.add(found.file)
      return found
    }
    /** The documents of a template of this chart, as often as loops around them run. */
    const filledIn = (template: Uri, text: string, valueAt: ValueAt | undefined): (readonly [Cursor, string])[] => {
      const written = valueAt && readTemplate(text)
      if (!written) return switchedDocumentsOf(template, text)
      const named = { chartAt: charts.chartOf(template), include: followNamed(findNamed) }
      const filling = openTemplate(template, written, { valueAt, ...named })
      return documentsOf(template, text, withoutBranches(filling)).flatMap(([document, source]) =>
        roundsOf(document, filling).map(root => [root, source] as const),
      )
    }
    /** A source, with what the values of its chart make of it. */
    const filled = (source: Source | undefined, valueAt: ValueAt | undefined): Source | undefined => {
      const text = source && sources.get(source.file)?.text
      if (!text || !charts.isSame(source.file, file)) return source
      return sourcesAmong(source.file, filledIn(source.file, text, valueAt)).get(source.key)
    }
    const elsewhereWith = (valueAt: ValueAt | undefined): Elsewhere => ({
      configMap: (name, namespace) => filled(look(`map ${name}`, namespace), valueAt)?.settings,
      file: path => look(`file ${within(folderOf(file), path) ?? path}`)?.settings,
      texts: (name, namespace) => {
        const key = `map ${name}`
        referrer.asked.add(key)
        const data = filled(find(key, file, namespace), valueAt)?.data
        return data ? entries(data) : []
      },
      mounts: text => {
        const from = text.document.file
        referrer.mounted.set(from, [...(referrer.mounted.get(from) ?? []), extentOf(text)])
        mountedBy.set(from, (mountedBy.get(from) ?? new Set()).add(file))
      },
    })
    const readAll = (valueAt: ValueAt | undefined): Part[] => {
      const elsewhere = elsewhereWith(valueAt)
      return filledIn(file, referrer.text, valueAt).map(([root, source]) => ({
        root,
        source,
        entities: turnedOff(read(root, source, elsewhere), root.document.scope?.leavesOut?.(root)),
      }))
    }
    for (const key of charts.keysOf(file)) referrer.asked.add(key)
    const values = charts.valuesOf(file)
    if (!values) {
      referrer.parts = readAll(undefined)
      return
    }
    const { own, others, written, tellBrokers } = values
    const isTold = ({ kind }: Entity): boolean => tellBrokers !== true || kind !== 'cluster'
    referrer.isDecided = true
    const note = (given: Cursor): void => {
      const { file: from } = given.document
      const spans = referrer.filledFrom.get(from) ?? []
      if (isThere(given)) spans.push(extentOf(given))
      referrer.filledFrom.set(from, spans)
    }
    const noting =
      (valueAt: ValueAt): ValueAt =>
      (path, unused) => {
        const value = valueAt(path)
        if (!unused && isThere(value)) for (const root of written) note(down(root, ...path))
        return value
      }
    const split = new Set<Uri>()
    const ofAll = agreed(own, others, one => split.add(one))
    referrer.parts = readAll(noting(ofAll)).map(part => ({ ...part, entities: part.entities.filter(isTold) }))
    referrer.overlays = others
      .filter(({ document }) => split.has(document.file))
      .slice(0, mostEnvironments)
      .flatMap(over => {
        const rest = agreed(
          own,
          others.filter(other => other !== over),
          () => undefined,
        )
        return readAll(layered(rest, over)).flatMap(({ entities }) => entities.filter(isTold))
      })
    for (const one of referrer.filledFrom.keys()) filledBy.set(one, (filledBy.get(one) ?? new Set()).add(file))
  }

  /** The files that use templates with names of another one. */
  const includedBy = new Map<Uri, Set<Uri>>()

  /** Forgets what was found for a file; returns the files that it was found in. */
  const release = (file: Uri): Uri[] => {
    const referrer = referrers.get(file)
    const used = [...(referrer?.used ?? [])]
    const filledFrom = [...(referrer?.filledFrom.keys() ?? [])]
    const includes = [...(referrer?.includes ?? [])]
    const mounted = [...(referrer?.mounted.keys() ?? [])]
    for (const one of mounted) mountedBy.get(one)?.delete(file)
    referrer?.mounted.clear()
    for (const one of includes) includedBy.get(one)?.delete(file)
    for (const source of used) users.get(source)?.delete(file)
    for (const one of filledFrom) filledBy.get(one)?.delete(file)
    referrer?.used.clear()
    referrer?.filledFrom.clear()
    referrer?.includes.clear()
    referrer?.asked.clear()
    if (referrer) referrer.isDecided = false
    return [...used.map(source => source.file), ...filledFrom, ...includes, ...mounted]
  }

  /** The documents of a file with what switches in other files make of them, each with all that may speak of what is in it. */
  const switchedDocumentsOf = (file: Uri, text: string): (readonly [Cursor, string])[] => {
    const { roots = [], from = [] } = switches.get(file) ?? {}
    return documentsOf(file, text).map(([root, source]) => {
      const now = roots.find(({ document }) => document.start === root.document.start)
      return now ? [now, [source, ...from.map(one => charts.textOf(one) ?? '')].join('\n')] : [root, source]
    })
  }

  /** What is said in a file beside what its formats say of it alone; what switches in other files turn off with it is off. */
  const saidOf = (file: Uri): Told | undefined => {
    const told = isHelpersOfChart(file) ? saidOfHelpers(file) : saidBeside(file)
    const switching = switches.get(file)
    if (!switching) return told
    const text = referrers.get(file)?.text ?? charts.textOf(file) ?? ''
    const entities =
      told?.entities ?? switchedDocumentsOf(file, text).flatMap(([root, source]) => read(root, source, nowhere))
    return { ...told, entities: turnedOff(entities, switching.off) }
  }

  /** What is said in a file with what completes it: variables that somebody uses are told there. */
  const saidBeside = (file: Uri): Told | undefined => {
    const [referrer, given] = [referrers.get(file), sources.get(file)]
    const isUsed = ({ byKey }: { readonly byKey: ReadonlyMap<string, Source> }): boolean =>
      [...byKey.values()].some(source => (users.get(source)?.size ?? 0) > 0)
    const isCompleted =
      referrer?.isDecided === true ||
      [referrer?.used, referrer?.filledFrom, referrer?.includes, referrer?.mounted].some(one => one && one.size > 0)
    const spans = [...(mountedBy.get(file) ?? [])].flatMap(one => referrers.get(one)?.mounted.get(file) ?? [])
    if (!isCompleted && spans.length === 0 && !(given && isUsed(given))) return saidOfValues(file)
    const parts =
      referrer?.parts ??
      switchedDocumentsOf(file, given?.text ?? '').map(
        ([root, source]): Part => ({
          root,
          source,
          entities: read(root, source, nowhere),
        }),
      )
    return {
      ...(spans.length > 0 || (given && isUsed(given)) ? { toldElsewhere: true } : {}),
      ...(referrer?.overlays.length ? { overlays: referrer.overlays } : {}),
      entities: parts.flatMap(({ root, source, entities }) => {
        const own = keysOf(root).flatMap(key => given?.byKey.get(key) ?? [])
        const said = own.some(one => (users.get(one)?.size ?? 0) > 0) ? read(root, source, 'left out') : entities
        return said.filter(({ extent }) => !spans.some(span => span.start <= extent.start && extent.end <= span.end))
      }),
    }
  }

  /** Templates that others use are told there. */
  const saidOfHelpers = (file: Uri): Told | undefined =>
    includedBy.get(file)?.size ? { toldElsewhere: true, entities: [] } : undefined

  /** What is said in a file of values beside what is said where templates use it. */
  const saidOfValues = (file: Uri): Told | undefined => {
    const templates = [...(filledBy.get(file) ?? [])]
      .flatMap(one => referrers.get(one) ?? [])
      .filter(({ parts = [] }) => parts.some(({ entities }) => entities.length > 0))
    if (templates.length === 0) return undefined
    const isUsed = (entity: Entity): boolean =>
      templates.some(
        ({ parts = [], filledFrom }) =>
          filledFrom.get(file)?.some(span => overlaps(span, entity.extent)) === true &&
          parts.some(({ entities }) => entities.some(({ kind }) => kind === entity.kind)),
      )
    const entities = switchedDocumentsOf(file, charts.textOf(file) ?? '').flatMap(([root, source]) =>
      read(root, source, nowhere),
    )
    return { toldElsewhere: true, entities: entities.filter(entity => !isUsed(entity)) }
  }

  const drop = (file: Uri): string[] => {
    const known = [...(sources.get(file)?.byKey ?? [])]
    for (const [key, source] of known) {
      index.get(key)?.delete(source)
      users.delete(source)
    }
    sources.delete(file)
    waiting.delete(file)
    speaking.delete(file)
    return known.map(([key]) => key)
  }

  const take = (file: Uri, text: string): string[] => {
    waiting.delete(file)
    const byKey = sourcesAmong(file, documentsOf(file, text))
    if (byKey.size > 0) sources.set(file, { text, byKey })
    if (byKey.size > 0 && speaks(text)) speaking.set(file, [...byKey.keys()].map(nameUnder))
    for (const [key, source] of byKey) index.set(key, (index.get(key) ?? new Set()).add(source))
    return [...byKey.keys()]
  }

  /** Takes over what a file says now; returns the keys under which something else is found. */
  const takeOver = (file: Uri, given: string | undefined): string[] => {
    const before = [...drop(file), ...charts.put(file, given)]
    referrers.delete(file)
    if (given === undefined || isHelpersOfChart(file)) return before
    if (refers.test(given) || (isFilledIn(file, given) && looks.marked(file, given)))
      referrers.set(file, {
        text: given,
        own: speaks(given) || looks.ours(file, given),
        asked: new Set(),
        used: new Set(),
        filledFrom: new Map(),
        mounted: new Map(),
        includes: new Set(),
        isDecided: false,
        parts: undefined,
        overlays: [],
      })
    if (!(isEnvFile(file) || isConfigMap.test(given)) || !concerns.test(given)) return before
    if (isEnvFile(file) || speaks(given) || isAskedFor(given)) return [...before, ...take(file, given)]
    waiting.set(file, given)
    return before
  }

  /** Reads a file that refers to others once more; returns the files of which something else may be said now. */
  const readAgain = (file: Uri): Uri[] => {
    const referrer = referrers.get(file)
    if (!referrer) return []
    const before = release(file)
    referrer.parts = undefined
    referrer.overlays = []
    if (!isWorthReading(file, referrer)) return [file, ...before]
    try {
      readReferrer(file, referrer)
    } catch (error) {
      faults.set(file, faultOf(file, 'reading variables', error))
    }
    for (const one of referrer.includes) includedBy.set(one, (includedBy.get(one) ?? new Set()).add(file))
    return [
      ...[file, ...before, ...[...referrer.used].map(source => source.file)],
      ...[...referrer.filledFrom.keys(), ...referrer.includes, ...referrer.mounted.keys()],
    ]
  }

  /** Takes over one change; returns the files of which something else may be said now, and the keys under which something else is found. */
  const takeChange = ({ file, text }: GroupChange): { files: Uri[]; keys: string[] } => {
    faults.delete(file)
    concerning.delete(file)
    switches.delete(file)
    const before = referrers.has(file) || sources.has(file) ? [file] : []
    return { files: [...before, ...release(file)], keys: takeOver(file, text) }
  }

  /** Finds anew what switches make of the files under keys, and of templates; returns those of which something else may be said now. */
  const switchAgain = (keys: readonly string[], templates: readonly Uri[]): Uri[] =>
    [...charts.switchedUnder(keys), ...templates].filter(file => {
      const [before, now] = [switches.has(file), charts.switchesOf(file, mayConcern)]
      if (now) switches.set(file, now)
      else switches.delete(file)
      return before || now
    })

  return {
    update(changes) {
      const taken = changes.map(takeChange)
      const keys = new Set(taken.flatMap(one => one.keys))
      const changed = new Set(changes.map(({ file }) => file))
      const again = [...referrers].filter(
        ([file, { asked, parts }]) =>
          changed.has(file) || (keys.size > 0 && (!parts || [...asked].some(key => keys.has(key)))),
      )
      const referring = again.map(([file]) => file)
      const switched = switchAgain([...keys], referring)
      const reread = new Set([...referring, ...switched.filter(file => referrers.has(file))])
      const touched = new Set([...taken.flatMap(one => one.files), ...switched, ...[...reread].flatMap(readAgain)])
      return new Map([...touched].map(file => [file, saidOf(file)]))
    },
    problems: () => [...faults.values()],
    wanted: () => [],
  }
}

/** A template is read anew for each environment that changes it, whenever one of its values changes: for more, only what all agree on is said. */
const mostEnvironments = 12

/** Whether a file is a template of a chart that takes something from values, or from another template. */
const isFilledIn = (file: Uri, given: string): boolean =>
  isTemplateOfChart(file) && (given.includes('.Values') || /\b(?:include|template)\s+["`(]/.test(given))

const isEnvFile = (file: Uri): boolean => /^(?:\.env(?:\.[\w-]+){0,2}|[\w.-]+\.env)$/i.test(baseName(file))

/** The documents of a file as formats may read them; of a template, with what is taken of it in its place. */
function documentsIn(at: Lying, whole: string, taken = whole): (readonly [Cursor, string])[] {
  const syntax = isEnvFile(at.file) ? 'properties' : 'yaml'
  return syntaxes[syntax].documents(whole).flatMap(({ start, end }) => {
    const [source, written] = [taken.slice(start, end), whole.slice(start, end)]
    const tree = syntaxes[syntax].read(source)
    const root = readable(startAt({ ...at, syntax, source, start }, tree))
    if (!root) return []
    // Where the same steps lead elsewhere in what is written, nobody writes.
    const isElsewhere = source !== written && !liesAlike(tree, syntaxes[syntax].read(written))
    return [[isElsewhere ? { ...root, origin: { ...root.origin, kind: 'borrowed' } } : root, written] as const]
  })
}

/** Whether all of a tree stands in another one under the same steps. */
function liesAlike(one: Tree | undefined, other: Tree | undefined): boolean {
  if (one?.kind === 'map') return one.entries.every(({ key, value }) => liesAlike(value, other && childOf(other, key)))
  if (one?.kind === 'list')
    return other?.kind === 'list' && one.items.every((item, index) => liesAlike(item, other.items[index]))
  return (
    one === undefined || (one.kind === other?.kind && one.text === other.text && one.span.start === other.span.start)
  )
}

/** The keys under which a document is looked for: a ConfigMap by its name as it is written, those that Kustomize makes as well, a file of variables by itself; none for any other. */
function keysOf(filled: Cursor): string[] {
  // As its name is written, whatever values make of it.
  const { scope: _, ...document } = filled.document
  const root: Cursor = { ...filled, document }
  const { file } = document
  if (isEnvFile(file)) return [`file ${file}`]
  const made = generatedIn(root).map(({ key }) => key)
  return readHead(root, '')?.kind === 'ConfigMap'
    ? [`map ${writtenName(text(down(root, 'metadata', 'name')))}`, ...made]
    : made
}

const isOfMap = (key: string): boolean => key.startsWith('map ')

/** The name by which a file refers to what it looks for under a key: of a ConfigMap, of a file. */
const nameUnder = (key: string): string =>
  isOfMap(key) ? key.slice('map '.length) : baseName(key.slice('file '.length))

/** The variables that Kustomize puts into ConfigMaps. */
const generatedIn = (root: Cursor): { readonly key: string; readonly settings: Settings }[] =>
  items(down(root, 'configMapGenerator')).map(one => ({
    key: `map ${writtenName(text(down(one, 'name')))}`,
    settings: { ...readVariables(down(one, 'literals')), refers: 'secret' },
  }))

/** What a file gives to others, by the keys under which it is looked for. */
function sourcesAmong(file: Uri, documents: readonly (readonly [Cursor, string])[]): Map<string, Source> {
  const found = new Map<string, Source>()
  for (const [root] of documents) {
    const made = generatedIn(root)
    for (const { key, settings } of made) found.set(key, { file, key, settings })
    const [key] = keysOf(root).filter(one => !made.some(other => other.key === one))
    if (key === undefined) continue
    // What a file of variables does not set, nobody sets there.
    const { open: _, ...own } = readVariablesFile(root).variables
    const namespace = readHead(root, '')?.namespace
    found.set(key, {
      file,
      key,
      ...(isEnvFile(file)
        ? { settings: own }
        : { settings: { ...readVariables(down(root, 'data')), refers: 'secret' }, data: down(root, 'data') }),
      ...(namespace === undefined ? {} : { namespace }),
    })
  }
  return found
}

const distance = (from: Uri, to: Uri): number => {
  if (from === to) return -1
  return folderOf(from) === folderOf(to) ? 0 : stepsUp(from, to) + 1
}
