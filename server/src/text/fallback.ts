/** A variable, and what holds where nobody sets it. */
export interface Fallback {
  readonly name: string
  readonly value: string
}

// `${X:?message}` and `${X:+other}` of shells and Compose say nothing that holds.
const behindColon = /^\$\{([\w.-]+):(?:-|(?![-?+]))([^{}]+)\}$/
const behindHyphen = /^\$\{([A-Z_][A-Z0-9_]*)-([^{}]+)\}$/
const innermost = /\$\{(?:[\w.-]+:(?:-|(?![-?+]))|[A-Z_][A-Z0-9_]*-)([^{}]+)\}/g

/**
 * Reads a text that is one variable with what it falls back to: `${X:value}`, `${X:-value}`, `${X-value}`. Nothing behind the colon is no fallback.
 * Where providers of Kafka fill in (`${file:/path}`), only a name in capitals is a variable's, and its value has no colon.
 */
export function fallbackIn(text: string, amongProviders = false): Fallback | undefined {
  const [, name, written] = behindColon.exec(text.trim()) ?? behindHyphen.exec(text.trim()) ?? []
  const value = written?.trim()
  if (name === undefined || value === undefined || value === '') return undefined
  return amongProviders && (!/^[A-Z][A-Z0-9_]*$/.test(name) || value.includes(':')) ? undefined : { name, value }
}

/** What a text says where nobody sets any of its variables, perhaps several or one in another: `${HOST:kafka}:${PORT:9092}`. Undefined where one has no fallback, and where there is none. */
export function fallbackOf(text: string): string | undefined {
  let filled = text.trim()
  for (let round = 0; round < deepest && filled.includes('${'); round++)
    filled = filled.replace(innermost, (_, value: string) => value.trim())
  return filled === text.trim() || filled === '' || /[$`{}]/.test(filled) ? undefined : filled
}

/** Fallbacks of fallbacks are followed so far. */
const deepest = 4
