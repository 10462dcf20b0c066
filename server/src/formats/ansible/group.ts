import type { Entity } from '../../model/entities.ts'
import { faultOf, type Problem } from '../../model/problem.ts'
import { syntaxes, type SyntaxName } from '../../syntax/syntaxes.ts'
import { folderOf, type Uri } from '../../text/uri.ts'
import { readable } from '../completeness.ts'
import { entries, startAt } from '../cursor.ts'
import type { Group, GroupChange, Told } from '../format.ts'
import { isVersion } from '../installed.ts'
import { mapOf } from '../made.ts'
import { partOf } from '../chart/values.ts'
import type { Cursor, Lies } from '../position.ts'
import { tasksWith } from './tasks.ts'
import { filled, includedIn, pathIn } from './template.ts'
import { hostsIn, isOfVariables, maySet, roleOf, variablesOf, type Variables } from './variables.ts'

/** Reads a document as all formats of its file would. */
export type ReadDocument = (root: Cursor, source: string) => readonly Entity[]

/** What files are to the roles of Ansible. */
type Part = 'template' | 'variables' | 'list' | 'inventory'

const actions = /\{\{|\{%/

/** What a file is to a role; undefined for any other. */
function kindOf(file: Uri, text: string): Part | undefined {
  if (/\/templates\/.*\.properties(?:\.[\w-]+)?\.j2$/.test(file)) return actions.test(text) ? 'template' : undefined
  if (/\.ini$|\/(?:hosts|inventory)$/.test(file)) return /^\[/m.test(text) ? 'inventory' : undefined
  if (!/\.ya?ml$/.test(file)) return undefined
  if (isOfVariables(file)) return 'variables'
  if (/^(?:all|[\w-]+:\r?\n[ ]+(?:hosts|children)):/m.test(text)) return 'inventory'
  // A playbook, or tasks: the document is a list.
  const first = /^(?![ \t]*(?:#|---|\r?$)).*$/m.exec(text)?.[0] ?? ''
  return first.startsWith('- ') && /^[ -]+(?:hosts|name|vars|roles):/m.test(text) ? 'list' : undefined
}

/** A file of a role. */
interface Taken {
  readonly text: string
  readonly part: Part
}

/** Whose variables a file takes: those of its role, else those that lie beside it. */
const roleFor = (file: Uri): Uri => roleOf(file) ?? folderOf(file)

/** Templates in templates are not followed deeper. */
const deepest = 4

/** The variables of a file without those of a name; the version that is installed is told where it stands. */
function without(root: Cursor, names: ReadonlySet<string>): Cursor {
  if (root.tree?.kind !== 'map') return root
  const left = entries(root).filter(
    ({ name, tree }) => !names.has(name) || (tree?.kind === 'scalar' && isVersion(tree.text)),
  )
  return mapOf(
    root,
    left.map(entry => partOf(entry, entry)),
    root.tree.open,
  )
}

/** Roles of Ansible: their templates and tasks with the variables that defaults, groups, hosts and plays set. Starts without any file. */
export function openRoles(read: ReadDocument, speaks: (file: Uri, text: string) => boolean, lying: Lies): Group {
  const texts = new Map<Uri, Taken>()
  const roots = new Map<Uri, readonly Cursor[]>()
  const faults = new Map<Uri, Problem>()
  let told: ReadonlyMap<Uri, Told> = new Map()

  const keep = ({ file, text }: GroupChange): boolean => {
    const before = texts.get(file)
    const part = text === undefined ? undefined : kindOf(file, text)
    if (before === undefined && part === undefined) return false
    if (before?.text === text && before?.part === part) return false
    roots.delete(file)
    if (text === undefined || part === undefined) texts.delete(file)
    else texts.set(file, { text, part })
    return true
  }

  const rootsOf = (file: Uri, text: string, syntax: SyntaxName): Cursor[] =>
    syntaxes[syntax].documents(text).flatMap(({ start, end }) => {
      const source = text.slice(start, end)
      return readable(startAt({ ...lying(file), syntax, source, start }, syntaxes[syntax].read(source))) ?? []
    })

  /** A template of the same role, by its path. */
  const beside = (file: Uri, path: string): Uri | undefined => {
    const role = roleOf(file)
    return [...texts.keys()].find(
      one => role !== undefined && one.startsWith(`${role}templates/`) && one.endsWith(`/${path}`),
    )
  }

  /** A template with those that it takes over. */
  const withIncluded = (file: Uri, text: string, depth = 0): string =>
    [text, ...(depth > deepest ? [] : includedIn(text))].reduce((all, path) => {
      const other = beside(file, path)
      return other ? `${all}\n${withIncluded(other, texts.get(other)?.text ?? '', depth + 1)}` : all
    })

  /** A template with its variables filled in, and what it takes over. */
  const templatesIn = (file: Uri, text: string, variables: Variables, depth = 0): Cursor[] =>
    rootsOf(file, text, 'properties').map(root =>
      filled(root, variables, words => {
        const path = pathIn(words)
        const other = path === undefined || depth > deepest ? undefined : beside(file, path)
        return other && templatesIn(other, texts.get(other)?.text ?? '', variables, depth + 1)[0]
      }),
    )

  const readOne = (file: Uri, { text, part }: Taken, variables: Variables): readonly Entity[] => {
    if (part !== 'template')
      return (roots.get(file) ?? []).flatMap(root => read(tasksWith(root, variables.lookUp), text))
    const own = { ...variables, used: new Set<string>() }
    const entities = templatesIn(file, text, own).flatMap(root => read(root, withIncluded(file, text)))
    if (entities.length > 0) for (const name of own.used) variables.used.add(name)
    return entities
  }

  const readAll = (): Map<Uri, Told> => {
    const isSpeaking = ([file, { text, part }]: readonly [Uri, Taken]): boolean =>
      (part === 'template' || part === 'list') && actions.test(text) && speaks(file, withIncluded(file, text))
    const speaking = [...texts].filter(isSpeaking)
    if (speaking.length === 0) return new Map()
    const telling = new Set(speaking.map(([file]) => file))
    const asking = new Set(speaking.map(([file]) => roleFor(file)))
    for (const [file, { text, part }] of texts) {
      if ((part !== 'variables' && part !== 'list') || roots.has(file)) continue
      if (telling.has(file) || [...asking].some(role => maySet(file, text, role)))
        roots.set(file, rootsOf(file, text, 'yaml'))
    }
    const inventories = [...texts]
      .filter(([, { part }]) => part === 'inventory')
      .map(([file, { text }]) => hostsIn(file, text))
    const roles = new Map<Uri, Variables>()
    const variablesFor = (file: Uri): Variables => {
      const role = roleFor(file)
      const variables = roles.get(role) ?? variablesOf(role, roots, inventories)
      roles.set(role, variables)
      return variables
    }
    const included = new Set(
      speaking.flatMap(([file, { text }]) => includedIn(text).flatMap(path => beside(file, path) ?? [])),
    )
    const told = speaking.map(([file, taken]): readonly [Uri, Told] =>
      included.has(file)
        ? [file, { entities: [], toldElsewhere: true }]
        : [file, { entities: readOne(file, taken, variablesFor(file)) }],
    )
    return new Map([...told, ...leftIn([...roles.values()])])
  }

  /** What files of variables say beside what is told where templates use it. */
  const leftIn = (all: readonly Variables[]): Map<Uri, Told> => {
    const names = new Map<Uri, Set<string>>()
    for (const { setIn, used } of all)
      if (used.size > 0) for (const file of setIn) names.set(file, new Set([...(names.get(file) ?? []), ...used]))
    const readLeft = (file: Uri, known: ReadonlySet<string>): readonly Entity[] =>
      (roots.get(file) ?? []).flatMap(root => read(without(root, known), texts.get(file)?.text ?? ''))
    return new Map([...names].map(([file, known]) => [file, { entities: readLeft(file, known), toldElsewhere: true }]))
  }

  return {
    update(changes) {
      const touched = changes.filter(keep)
      if (touched.length === 0) return new Map()
      const before = told
      faults.clear()
      try {
        told = readAll()
      } catch (error) {
        const [{ file }] = touched as [GroupChange]
        faults.set(file, faultOf(file, 'reading roles of Ansible', error))
        told = new Map()
      }
      return new Map([...before.keys(), ...told.keys()].map(file => [file, told.get(file)]))
    },
    problems: () => [...faults.values()],
    wanted: () => [],
  }
}
