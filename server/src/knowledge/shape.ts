/** The part of JSON Schema that the configuration's schema uses. */
export interface Shape {
  readonly type?: 'object' | 'array' | 'string' | 'integer'
  readonly properties?: Readonly<Record<string, Shape>>
  readonly additionalProperties?: boolean | Shape
  readonly required?: readonly string[]
  readonly items?: Shape
  readonly enum?: readonly (string | number)[]
  readonly pattern?: string
  readonly format?: Format
  readonly description?: string
  readonly oneOf?: readonly Shape[]
  readonly $ref?: string
  readonly definitions?: Readonly<Record<string, Shape>>
}

/** How a text is written. */
export type Format = 'glob' | 'regex'

/** A shape, or what it refers to. */
export function resolveShape(shape: Shape, root: Shape): Shape {
  const name = shape.$ref?.split('/').at(-1)
  return (name && root.definitions?.[name]) || shape
}
