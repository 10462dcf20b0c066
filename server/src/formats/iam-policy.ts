import { everyAccount, type Access, type ConsumerGroup, type Denial } from '../model/entities.ts'
import { knownValue, placeOf, type Fact, type Place } from '../model/fact.ts'
import type { Span } from '../text/span.ts'
import { baseName, type Uri } from '../text/uri.ts'
import { accessTo, resourceType } from './access-list.ts'
import { down, isThere, items } from './cursor.ts'
import { extentOf, type Cursor } from './position.ts'
import { text } from './values.ts'

/** What holds a policy of IAM, and what it is called. */
export interface Policy {
  readonly file: Uri
  readonly extent: Span
  readonly labelled: string
  readonly label: Place
}

/** Reads a file that is a policy of IAM, or holds one as the command line takes it. */
export function readPolicyFile(root: Cursor): (Access | ConsumerGroup | Denial)[] {
  const inner = down(root, 'PolicyDocument')
  const policy = isThere(inner) ? inner : root
  const { file } = root.document
  const label = down(policy, 'Statement').key ?? root.near
  return readStatements({ file, extent: extentOf(root), labelled: baseName(file).replace(/\.\w+$/, ''), label }, policy)
}

/** Reads what a policy says of groups, topics and transactional ids of MSK. */
export const readStatements = (policy: Policy, root: Cursor): (Access | ConsumerGroup | Denial)[] =>
  listed(down(root, 'Statement')).flatMap(statement =>
    readStatement(policy, statement, ['Effect', 'Action', 'Resource']),
  )

function listed(cursor: Cursor): Cursor[] {
  if (cursor.tree?.kind === 'list') return items(cursor)
  return cursor.tree ? [cursor] : []
}

/** Reads one statement, whose effect, actions and resources stand under keys of one's own. */
export function readStatement(
  policy: Policy,
  statement: Cursor,
  [effect, action, resources]: readonly [string, string, string],
): (Access | ConsumerGroup | Denial)[] {
  const told = text(down(statement, effect))
  // IAM takes no statement without an effect; what Terraform writes one for allows by default.
  if (told.state === 'unresolved' || (told.state === 'absent' && effect === 'Effect')) return []
  const denies = knownValue(told) === 'Deny'
  const actions = listed(down(statement, action)).map(text)
  const allowed = actions.flatMap(fact => knownValue(fact) ?? [])
  return [
    ...(denies ? [] : openToAccounts(policy, statement, allowed)),
    ...readActions(policy, statement, resources, actions, denies),
  ]
}

/** What a statement about a cluster gives to every account there is: its principal is an asterisk, and no condition narrows it. */
function openToAccounts(policy: Policy, statement: Cursor, allowed: readonly string[]): Access[] {
  const principal = down(statement, 'Principal')
  const named = [principal, ...listed(down(principal, 'AWS'))].map(text)
  const identifiers = listed(down(statement, 'principals'))
    .filter(one => knownValue(text(down(one, 'type'))) !== 'Service')
    .flatMap(one => listed(down(one, 'identifiers')).map(text))
  const everybody = [...named, ...identifiers].find(fact => knownValue(fact) === '*')
  const isNarrowed = ['Condition', 'condition'].some(name => isThere(down(statement, name)))
  const operations = allowed.filter(name => /^kafka(?:-cluster)?:/.test(name))
  if (!everybody || isNarrowed || operations.length === 0) return []
  const at = placeOf(everybody)
  return [
    {
      kind: 'access',
      file: policy.file,
      extent: policy.extent,
      name: { state: 'known', value: '*', at },
      resource: 'cluster',
      prefix: false,
      operations: { state: 'known', value: operations, at },
      principal: { state: 'known', value: everyAccount, at },
    },
  ]
}

/** What a statement says of groups, topics and transactional ids. */
function readActions(
  policy: Policy,
  statement: Cursor,
  resources: string,
  actions: readonly Fact<string>[],
  denies: boolean,
): (Access | ConsumerGroup | Denial)[] {
  const allowed = actions.flatMap(fact => knownValue(fact) ?? [])
  if (!allowed.some(name => name.startsWith('kafka-cluster:'))) return []
  const [first] = actions
  const all = allowed.includes('kafka-cluster:*')
  const operations: Access['operations'] = first
    ? {
        state: 'known',
        value: all ? ['All'] : allowed.map(name => name.replace('kafka-cluster:', '')),
        at: placeOf(first),
      }
    : { state: 'absent', near: policy.label }
  const kinds = [
    ...(allowed.some(name => /:(?:AlterGroup|\*Group\*?)$/.test(name)) ? ['group'] : []),
    ...(allowed.some(name => /:(?:(?:Read|Write)(?:\*|Data\*?)|\*Data\*?)$/.test(name)) ? ['topic'] : []),
  ]
  return listed(down(statement, resources)).flatMap((at): (Access | ConsumerGroup | Denial)[] => {
    const arn = text(at)
    if (arn.state === 'absent') return []
    const targets = arn.state === 'known' ? targetsOf(arn.value, all ? ['any'] : kinds) : everyBehind(arn.text)
    return targets.flatMap(({ type, name }) =>
      accessTo(
        {
          name: { state: 'known', value: name.length > 1 ? name.replace(/\*$/, '') : name, at: arn.at },
          file: policy.file,
          extent: policy.extent,
        },
        {
          type,
          prefix: name.length > 1 && name.endsWith('*'),
          operations,
          principal: { state: 'known', value: policy.labelled, at: policy.label },
          owner: policy.labelled,
          denies,
        },
      ),
    )
  })
}

/** What an ARN stands for of which all that tells one of its kind from another is an asterisk, whatever is filled in before it. */
function everyBehind(written: string): Target[] {
  const type = resourceType(/:(group|topic|transactional-id)\/[^*]*\/\*["']?$/.exec(written.trim())?.[1])
  return type === undefined ? [] : [{ type, name: '*' }]
}

/** What a statement is about. */
interface Target {
  readonly type: string
  readonly name: string
}

/** What an ARN, or an asterisk in its place, stands for; an asterisk for all that the actions are about. */
function targetsOf(arn: string, kinds: readonly string[]): Target[] {
  if (/^(?:\*|arn:[^:]*:kafka:[^:]*:[^:]*:\*)$/.test(arn)) return kinds.map(type => ({ type, name: '*' }))
  const [, word = '', path = ''] =
    /^arn:[^:]*:kafka:[^:]*:[^:]*:(cluster|group|topic|transactional-id)\/(.+)$/.exec(arn) ?? []
  if (word === 'cluster') return [{ type: 'cluster', name: path.split('/')[0] ?? '' }]
  // The cluster, its id and the name; an asterisk earlier on stands for all of what follows.
  const [, , ...names] = path.split('/')
  const name = names.join('/') || /\*$/.exec(path)?.[0] || ''
  const type = resourceType(word)
  return type === undefined || name === '' ? [] : [{ type, name }]
}
