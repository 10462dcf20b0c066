import { knownValue, type Fact } from '../model/fact.ts'
import { expressionOf, type Tree } from '../syntax/tree.ts'
import { down, isThere } from '../formats/cursor.ts'
import type { Cursor } from '../formats/position.ts'
import { text } from '../formats/values.ts'
import { allDeclared, declaredAs } from './asked.ts'
import { openAt, type Scope } from './scope.ts'

/** Where the region of a resource is written: its own, else its provider's. */
export function regionAt(body: Cursor, scope: Scope): Cursor {
  const own = down(body, 'region')
  if ((own.tree || own.unseen) && !isLeftOut(body, scope)) return own
  const provider = providerOf(body, scope, 'aws')
  return provider
    ? {
        ...down(provider, 'region'),
        near: body.near,
        origin: { ...down(provider, 'region').origin, usedBy: body.near },
      }
    : own
}

/** Whether the region is a variable that the caller does not give, and that no file in sight declares: then its default leaves the region to the provider. */
function isLeftOut(body: Cursor, scope: Scope): boolean {
  const { call } = scope
  const [root, name] = nameOf(
    body.tree?.kind === 'map' ? body.tree.entries.findLast(({ key }) => key === 'region')?.value : undefined,
  )
  return (
    call !== undefined &&
    root === 'var' &&
    name !== undefined &&
    !declaredAs(scope, 'variables', name) &&
    !isThere(down(call.body, name))
  )
}

/** The region of a resource as its cloud calls it; an empty one is left to the environment. */
export function regionOf(body: Cursor, scope: Scope): Fact<string> {
  const at = regionAt(body, scope)
  const region = text(at)
  return region.state === 'known' && region.value.trim() === ''
    ? { state: 'unresolved', at: region.at, text: '' }
    : region
}

/** The provider block that a resource uses. */
export function providerOf(body: Cursor, scope: Scope, kind: string): Cursor | undefined {
  const [named = kind, alias] = nameOf(
    body.tree?.kind === 'map' ? body.tree.entries.findLast(({ key }) => key === 'provider')?.value : undefined,
  )
  return findProvider(scope, named, alias)
}

function findProvider(scope: Scope, kind: string, alias: string | undefined): Cursor | undefined {
  for (const declared of allDeclared(scope, 'providers')) {
    if (declared.path[1] !== kind) continue
    const body = openAt(declared, scope)
    if (knownValue(text(down(body, 'alias'))) === alias) return body
  }
  if (!scope.call) return undefined
  const { body, scope: caller } = scope.call
  const key = alias === undefined ? kind : `${kind}.${alias}`
  const { tree } = down(body, 'providers')
  const passed = nameOf(tree?.kind === 'map' ? tree.entries.findLast(entry => entry.key === key)?.value : undefined)
  if (passed.length > 0) return findProvider(caller, passed[0] ?? kind, passed[1])
  return alias === undefined ? findProvider(caller, kind, undefined) : undefined
}

/** `aws.us` in its parts, as HCL or as JSON writes it. */
function nameOf(tree: Tree | undefined): string[] {
  const expression = expressionOf(tree)
  if (expression?.op === 'name')
    return [expression.name, ...expression.steps.flatMap(step => (step.kind === 'attribute' ? [step.name] : []))]
  return tree?.kind === 'scalar' ? tree.text.split('.') : []
}
