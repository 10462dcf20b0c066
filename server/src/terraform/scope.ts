import type { Entity } from '../model/entities.ts'
import { knownValue, wholeOf, type Attribute } from '../model/fact.ts'
import { down, isThere, startAt } from '../formats/cursor.ts'
import type { Elsewhere } from '../formats/environment/containers.ts'
import type { Cursor } from '../formats/position.ts'
import { text } from '../formats/values.ts'
import { alternativesFor, askAlso, declaredAs, moduleBehind, noting, type Asking, type Questions } from './asked.ts'
import { documentOf, type Declared } from './file.ts'
import { instancesOf } from './instances.ts'
import type { Module } from './module.ts'
import { within, type Uri } from '../text/uri.ts'

/** A module as one caller uses it, or as it stands by itself. */
export interface Scope {
  readonly module: Module
  /** The calls that lead to it, each with the number of its copy; empty where it stands by itself. */
  readonly path: string
  /** The block that calls it, read where it stands, and what was asked to find it. */
  readonly call?: { readonly body: Cursor; readonly scope: Scope; readonly depth: number; readonly asked: Questions }
  /** Names of a repetition: `each`, `count`, those of a `for`. */
  readonly names: ReadonlyMap<string, Cursor>
  /** What has been looked up; undefined while it is being looked up, so that circles end. */
  readonly memo: Map<string, { readonly found: Cursor | undefined; readonly asked: Questions } | undefined>
  /** The modules that were opened from here, by the name of the call. */
  readonly called: Map<string, { readonly scopes: readonly Scope[]; readonly asked: Questions } | undefined>
  readonly shared: Shared
}

/** Reads what is of another format than Terraform's. */
export interface OtherFormats {
  /** A script that stands at a cursor, under the name of what it sets up. */
  readScript(script: Cursor, title: string): readonly Entity[]
  /** An object of Kubernetes, its variables with what stands elsewhere. */
  readObject(object: Cursor, variables: Elsewhere): readonly Entity[]
}

/** What all scopes of one reading share. */
export interface Shared extends Asking, OtherFormats {
  /** Opens a declaration. */
  open(declared: Declared, scope: Scope): Cursor
  /** Works out what stands at a cursor. */
  evaluate(cursor: Cursor, scope: Scope): Cursor
  depth: number
  steps: number
}

const deepestCall = 8

/** Opens a module by itself, or as a caller uses it. */
export const openScope = (module: Module, shared: Shared, path = '', call?: Scope['call']): Scope => ({
  module,
  path,
  shared,
  names: new Map(),
  memo: new Map(),
  called: new Map(),
  ...(call ? { call } : {}),
})

/** The same scope with further names. */
const withNames = (scope: Scope, names: ReadonlyMap<string, Cursor>): Scope => ({
  ...scope,
  names: new Map([...scope.names, ...names]),
})

/** The scope that a scope was called from in the end: Terraform runs in its folder. */
export const rootOf = (scope: Scope): Scope => (scope.call ? rootOf(scope.call.scope) : scope)

/** A cursor at a declaration; its values are read in the scope. */
export function openAt({ chunk, path }: Declared, scope: Scope): Cursor {
  const root = startAt({ ...documentOf(chunk), scope: documentScope(scope) }, chunk.tree())
  const at = down(root, ...path)
  const attribute = attributeOf(path)
  return { ...at, ...(at.key ? { near: at.key } : {}), ...(attribute ? { attribute } : {}) }
}

/** The resource that a declaration is. */
function attributeOf([block, type = '']: Declared['path']): Attribute | undefined {
  if (block !== 'resource' && block !== 'provider') return undefined
  return wholeOf('terraform', block === 'provider' ? `provider.${type}` : type)
}

const documentScope = (scope: Scope): NonNullable<Cursor['document']['scope']> => ({
  resolve: cursor => scope.shared.evaluate(cursor, scope),
  bind: (cursor, names) => ({
    ...cursor,
    document: { ...cursor.document, scope: documentScope(withNames(scope, names)) },
  }),
})

/** Looks something up once; a circle leads nowhere. */
function once(scope: Scope, key: string, look: () => Cursor | undefined): Cursor | undefined {
  if (!scope.memo.has(key)) {
    scope.memo.set(key, undefined)
    scope.memo.set(key, noting(scope.shared, look))
  }
  const known = scope.memo.get(key)
  if (known) askAlso(scope.shared, known.asked)
  return known?.found
}

/** The value of a local. */
export const localOf = (scope: Scope, name: string): Cursor | undefined =>
  once(scope, `local.${name}`, () => {
    const declared = declaredAs(scope, 'locals', name)
    return declared && openAt(declared, scope)
  })

/** The value of a variable: the caller's, else that of a file of values, else its default. A file that Terraform is always told of is believed wholly; of those that it may be told of, all have to agree. */
export const variableOf = (scope: Scope, name: string): Cursor | undefined =>
  once(scope, `var.${name}`, () => {
    const given = scope.call && down(scope.call.body, name)
    if (given && isThere(given)) return given
    const declared = declaredAs(scope, 'variables', name)
    const written = declared && down(openAt(declared, scope), 'default')
    const fallback = written?.tree ? written : undefined
    return scope.call ? fallback : valueIn(scope, name, fallback)
  })

function valueIn(scope: Scope, name: string, fallback: Cursor | undefined): Cursor | undefined {
  const value = declaredAs(scope, 'values', name)
  if (value) return openAt(value, scope)
  const given = alternativesFor(scope, name)
  const others = given.others.map(other => openAt(other, scope))
  if (given.isNeeded && others.length > 0) return others[0]
  // An empty default is there to be replaced.
  return agreed(fallback && !isEmpty(fallback) ? [fallback, ...others] : others)
}

/** The first of several values, where all say the same; one alone need not be known. */
function agreed([first, ...others]: readonly Cursor[]): Cursor | undefined {
  if (!first || others.length === 0) return first
  const said = knownValue(text(first))
  return said !== undefined && others.every(other => knownValue(text(other)) === said) ? first : undefined
}

const isEmpty = (value: Cursor): boolean =>
  knownValue(text(value)) === '' ||
  (value.tree?.kind === 'list' && value.tree.items.length === 0) ||
  (value.tree?.kind === 'map' && value.tree.entries.length === 0)

/** The scopes of a module that a block of this one calls, one for each of its copies; none where it lies in no file. */
export function calledScopes(scope: Scope, name: string): readonly Scope[] {
  if (!scope.called.has(name)) {
    scope.called.set(name, undefined)
    scope.called.set(name, openCalled(scope, name))
  }
  const known = scope.called.get(name)
  if (known) askAlso(scope.shared, known.asked)
  return known?.scopes ?? []
}

/** Opens what a block calls, with what was asked for it. */
function openCalled(scope: Scope, name: string): { readonly scopes: readonly Scope[]; readonly asked: Questions } {
  const depth = (scope.call?.depth ?? 0) + 1
  const { found, asked } = noting(scope.shared, () => (depth > deepestCall ? undefined : findCalled(scope, name)))
  const open = (module: Module, body: Cursor, copy: number): Scope =>
    openScope(module, scope.shared, `${scope.path}${name}[${copy}].`, { body, scope, depth, asked })
  return { scopes: found?.copies.map((body, copy) => open(found.module, body, copy)) ?? [], asked }
}

function findCalled(scope: Scope, name: string): { module: Module; copies: readonly Cursor[] } | undefined {
  const declared = declaredAs(scope, 'calls', name)
  if (!declared) return undefined
  const whole = openAt(declared, scope)
  const source = knownValue(text(down(whole, 'source')))
  const folder = source === undefined ? undefined : folderBehind(scope.module.folder, source)
  const module = folder === undefined || isCalledFrom(scope, folder) ? undefined : moduleBehind(scope, folder)
  return module && { module, copies: instancesOf(whole)?.map(({ body }) => body) ?? [whole] }
}

/** Whether a folder is among those that a scope was called from. */
const isCalledFrom = (scope: Scope, folder: Uri): boolean =>
  scope.module.folder === folder || (scope.call !== undefined && isCalledFrom(scope.call.scope, folder))

/** The folder that a local source names, seen from another; undefined for any other source. */
export function folderBehind(folder: Uri, source: string): Uri | undefined {
  return /^\.\.?(?:\/|$)/.test(source) ? within(folder, `${source}/`) : undefined
}
