import { folderOf, parentOf, type Uri } from '../../text/uri.ts'
import { down, entries, isThere, items } from '../cursor.ts'
import type { Cursor } from '../position.ts'
import type { LookUp } from './work-out.ts'

/** How strong what a file says of variables is: defaults of a role, of all hosts, of a group, of a host, of a play, of a role. */
const strengths = ['defaults', 'all', 'group', 'host', 'play', 'role'] as const
type Strength = (typeof strengths)[number]

/** A place that sets variables, for the roles below a folder. */
interface Source {
  readonly strength: Strength
  readonly values: Cursor
}

/** The folder whose parts lie in `tasks`, `templates`, `defaults` and `vars`: of a role, or of a playbook. */
export const roleOf = (file: Uri): Uri | undefined =>
  /^(.*\/)(?:tasks|handlers|templates|defaults|vars)\//.exec(file)?.[1] as Uri | undefined

/** Whether variables of hosts, groups or roles stand in a file, by its folder. */
export const isOfVariables = (file: Uri): boolean => /\/(?:group_vars|host_vars|defaults|vars)\//.test(file)

/** The folder that a role or an inventory lies in with its playbooks. */
const projectOf = (role: Uri): Uri => (/^(.*\/)roles\/.*$/.exec(role)?.[1] ?? role) as Uri

/** What sets the variables of a role, the weakest first. */
function sourcesFor(role: Uri, roots: ReadonlyMap<Uri, readonly Cursor[]>): Source[] {
  const project = projectOf(role)
  const found = [...roots].flatMap(([file, all]) =>
    all.flatMap((root): Source[] => {
      if (root.tree?.kind === 'list') return isNear(folderOf(file), role, project) ? setByPlays(root) : []
      const strength = strengthOf(file, role, project)
      return strength ? [{ strength, values: root }] : []
    }),
  )
  return found.sort((one, other) => strengths.indexOf(one.strength) - strengths.indexOf(other.strength))
}

/** What plays set, for all of their roles or for one. */
const setByPlays = (plays: Cursor): Source[] =>
  items(plays)
    .flatMap(play => [down(play, 'vars'), ...items(down(play, 'roles')).flatMap(one => [down(one, 'vars'), one])])
    .flatMap((values): Source[] => (values.tree?.kind === 'map' ? [{ strength: 'play', values }] : []))

/** How strong what a file says is for a role; undefined where it is of another one. */
function strengthOf(file: Uri, role: Uri, project: Uri): Strength | undefined {
  const [, base, kind] = /^(.*\/)(group_vars|host_vars)\//.exec(file) ?? []
  if (base !== undefined) {
    if (!isNear(base as Uri, role, project)) return undefined
    if (kind === 'host_vars') return 'host'
    return /\/group_vars\/all(?:\/|\.ya?ml$)/.test(file) ? 'all' : 'group'
  }
  const own = roleOf(file)
  if (/\/defaults\//.test(file))
    return own === role && /\/defaults\/main(?:\/|\.ya?ml$)/.test(file) ? 'defaults' : undefined
  if (own === role) return 'role'
  return own === project ? 'play' : undefined
}

/** Whether a file may set variables of a role, as far as its path and its words tell: what does not is not parsed for it. */
export function maySet(file: Uri, text: string, role: Uri): boolean {
  const project = projectOf(role)
  if (isOfVariables(file)) return strengthOf(file, role, project) !== undefined
  return /\b(?:vars|roles)\b/.test(text) && isNear(folderOf(file), role, project)
}

/** Whether what stands in a folder may be meant for a role: it lies above it, or beside its playbooks. */
const isNear = (folder: Uri, role: Uri, project: Uri): boolean =>
  role.startsWith(folder) || folder.startsWith(parentOf(project))

/** What an inventory sets for hosts and groups, by names; for which of them is not looked at. */
export interface Inventory {
  readonly file: Uri
  readonly values: ReadonlyMap<string, ReadonlySet<string>>
}

/** `name=value` beside a host or below `[group:vars]`, `name: value` in YAML. */
const assignment = /\b([A-Za-z_]\w*)(?:=|[ \t]*:[ \t]+|[ \t]+=[ \t]*)("[^"\n]*"|'[^'\n]*'|[^\s#"']\S*)/g

/** Reads what an inventory sets. */
export function hostsIn(file: Uri, text: string): Inventory {
  const values = new Map<string, Set<string>>()
  for (const [, name = '', written = ''] of text.matchAll(assignment))
    values.set(name, (values.get(name) ?? new Set()).add(written.replace(/^["']|["']$/g, '')))
  return { file, values }
}

/** What is known of the variables of a role. */
export interface Variables {
  readonly lookUp: LookUp
  /** The names of those that are told where templates use them. */
  readonly used: Set<string>
  /** The files that set its variables. */
  readonly setIn: ReadonlySet<Uri>
}

/** The variables of a role: of each what the strongest say, as far as they agree. */
export function variablesOf(
  role: Uri,
  roots: ReadonlyMap<Uri, readonly Cursor[]>,
  inventories: readonly Inventory[],
): Variables {
  const sources = sourcesFor(role, roots)
  const near = inventories.filter(({ file }) => isNear(folderOf(file), role, projectOf(role)))
  return {
    used: new Set(),
    setIn: new Set(sources.flatMap(({ strength, values }) => (strength === 'play' ? [] : [values.document.file]))),
    lookUp: name => {
      const set = sources
        .map(({ strength, values }) => ({ strength, value: down(values, name) }))
        .filter(({ value }) => isThere(value))
      const strongest = set.at(-1)
      if (!strongest) return near.some(({ values }) => values.has(name)) ? 'unknown' : undefined
      const peers = set.filter(({ strength }) => strength === strongest.strength || isOfSome(strongest.strength))
      const byHosts = strongest.strength === 'role' ? [] : near.flatMap(({ values }) => [...(values.get(name) ?? [])])
      const texts = new Set([...peers.map(({ value }) => sayingOf(value)), ...byHosts])
      if (texts.size > 1) return 'unknown'
      return strongest.value
    },
  }
}

/** Whether what such a source says may hold for some of the hosts only. */
const isOfSome = (strength: Strength): boolean => strength === 'host' || strength === 'play'

/** What a value says, however it is written. */
function sayingOf(value: Cursor): string {
  const { tree } = value
  if (tree?.kind === 'map')
    return `{${entries(value)
      .map(one => `${one.name}:${sayingOf(one)}`)
      .join(',')}}`
  if (tree?.kind === 'list') return `[${items(value).map(sayingOf).join(',')}]`
  return tree?.text ?? ''
}
