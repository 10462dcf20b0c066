import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'

/** What Strimzi's own API server would say: its schemas, closed as Kubernetes closes them. */
const crds = JSON.parse(readFileSync('test/migration/strimzi-crds.json', 'utf8')) as {
  readonly kinds: Readonly<Record<string, { readonly spec: object }>>
}
const closed = (schema: unknown): unknown => {
  if (Array.isArray(schema)) return schema.map(closed)
  if (typeof schema !== 'object' || schema === null) return schema
  const all = schema as Record<string, unknown>
  const { 'x-kubernetes-preserve-unknown-fields': open, 'x-kubernetes-int-or-string': either, ...rest } = all
  // What stands in an alternative narrows, it names not all fields.
  const inner = Object.fromEntries(
    Object.entries(rest).map(([key, value]) => [key, /^(?:oneOf|anyOf|allOf|not)$/.test(key) ? value : closed(value)]),
  )
  if (either === true) return { type: ['integer', 'string'] }
  return 'properties' in rest && open !== true && !('additionalProperties' in rest)
    ? { ...inner, additionalProperties: false }
    : inner
}
const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false })
const validators = new Map(
  Object.entries(crds.kinds).map(([kind, { spec }]) => [kind, ajv.compile(closed(spec) as object)]),
)

/** What the schema of a kind of Strimzi, version v1, says against a spec; undefined where there is none of that kind. */
export function strimziErrors(kind: string, spec: unknown): string[] | undefined {
  const validate = validators.get(kind)
  if (!validate) return undefined
  return validate(spec) ? [] : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
}
