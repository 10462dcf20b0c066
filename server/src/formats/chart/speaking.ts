/** What programs are told of Kafka, or what that is made from, holds one of these words: a name of Kafka's, or one that tells a setting of its clients wherever it stands (`knowledge/spellings.yaml`). */
const words =
  /kafka|redpanda|msk|broker|bootstrap.?(?:server|broker|ur[il])|sasl|schema[^a-z0-9]?registry|security.?protocol|connect_|debezium|ksql|config_storage|control_center|messaging|cloud_stream|consumer.?group|transactional.?id|topics?.?repli|advertised.?listener|identification.?algorithm|certificate.?verification/i

/** Whether a text may be about Kafka, comments aside. */
export const speaks = (text: string): boolean =>
  words.test(text) && text.split('\n').some(line => words.test(line) && words.test(withoutComment(line)))

/** A line without the comment at its end; one with quotes in it may be none. */
function withoutComment(line: string): string {
  const at = line.search(/(?:^|\s)#/)
  const isNone = at < 0 || (line.slice(0, at).trim() !== '' && /["']/.test(line.slice(at)))
  return isNone ? line : line.slice(0, at)
}

/** Where values may be about Kafka. */
export interface Ways {
  /** The paths of the keys that lead there: to what may be, and all above it. */
  readonly to: ReadonlySet<string>
  readonly above: ReadonlySet<string>
  /** Whether other ways lead there as well. */
  readonly others: boolean
}

/** What a template, or one with a name, takes of values and of others. */
export interface Use {
  /** The paths that it takes of values, with an empty one where it takes them all. */
  readonly paths: readonly string[]
  /** The templates with names that it includes; empty where a name is worked out. */
  readonly includes: readonly string[]
  readonly speaks: boolean
}

/** The ways to what may be about Kafka in values; undefined where there is none. What is filled in may be anything. */
export function waysIn(values: string): Ways | undefined {
  if (!speaks(values)) return undefined
  const paths = keysByLine(values).flatMap(({ line, keys }) => (words.test(line) || line.includes('{{') ? [keys] : []))
  return {
    to: new Set(paths.map(keys => keys.join('.'))),
    above: new Set(paths.flatMap(keys => keys.map((_, depth) => keys.slice(0, depth).join('.')))),
    others: alias.test(values) || paths.some(keys => keys.length === 0),
  }
}

/** The lines of a text of YAML, comments aside, each with the keys that it stands below and its own, by how lines are indented. */
function keysByLine(text: string): { readonly line: string; readonly keys: readonly string[] }[] {
  let open: readonly { readonly indent: number; readonly key: string }[] = []
  return text.split('\n').flatMap(whole => {
    const line = withoutComment(whole)
    if (line.trim() === '') return []
    const [, before, key] = keyAt.exec(line) ?? []
    const indent = before?.length ?? line.search(/\S/) + 1
    open = open.filter(one => one.indent < indent)
    if (key !== undefined) open = [...open, { indent, key }]
    return [{ line, keys: open.map(one => one.key) }]
  })
}

const keyAt = /^([ ]*(?:-[ ]+)*)["']?([\w.-]+)["']?[ \t]*:(?=\s|$)/
/** What an alias says stands elsewhere. */
const alias = /[:-][ \t]+\*[\w-]/

/** What a text of a template takes. */
export function useOf(text: string): Use {
  return {
    paths: [...text.matchAll(/\.(Values|Chart)\b((?:\.\w+)*)|"Values"/g)].map(([, from, path = '']) =>
      from === 'Chart' ? ofChart(path.slice(1)) : path.slice(1),
    ),
    includes: [...text.matchAll(included)].flatMap(([, name = '', file]) => (file === undefined ? [name] : [])),
    speaks: speaks(text),
  }
}

/** A chart calls what it says of itself `AppVersion` in its templates. */
const ofChart = (path: string): string => path.charAt(0).toLowerCase() + path.slice(1)

/** Another file, which templates include to tell whether it has changed, has no name. */
const included = /\b(?:include|template)\s+(?:["`]([^"`]+)["`]|(\(\s*print\s+\$?\.Template\.))?/g

/** Whether what is taken of values may be what they say of Kafka; `below` are the names of the charts, the outermost first, that lead from the chart of the values to the one that takes them. */
export function leadsThere({ paths }: Use, { to, above, others }: Ways, below: readonly string[]): boolean {
  if (others) return true
  return paths.some(path => {
    const whole = path === '' || /^global\b/.test(path) ? path : [...below, path].join('.')
    const steps = whole.split('.')
    return path === '' || above.has(whole) || steps.some((_, depth) => to.has(steps.slice(0, depth + 1).join('.')))
  })
}
