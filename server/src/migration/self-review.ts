import { say } from '../words/message.ts'
import { isMap, isPair, isScalar, isSeq, parseAllDocuments, stringify, type Node, type Pair } from 'yaml'
import type { Library } from '../assess/db.ts'
import { openTextReview } from '../host/text-review.ts'
import type { Finding } from '../rules/finding.ts'
import type { Uri } from '../text/uri.ts'
import type { Sheet } from './plan.ts'
import type { Questions } from './questions.ts'
import type { Resource, Value } from './resource.ts'

/** A sheet as text. */
export const sheetText = ({ resources }: Pick<Sheet, 'resources'>): string =>
  resources.map(one => stringify(one, { lineWidth: 0, aliasDuplicateObjects: false })).join('---\n')

/** How often what is left is looked at again: a value that is asked for may have hidden another finding. */
const rounds = 8

/**
 * Turns whatever our own review would warn of into a question, until it warns of nothing: the value that a finding stands on is not
 * copied but asked for, with the finding as the reason. A resource with a finding that no question takes away is withheld, and its whole is the question.
 */
export function askAboutFindings(
  sheets: readonly Sheet[],
  configuration: string | undefined,
  library: Library,
  questions: Questions,
): Sheet[] {
  let left = sheets.map(sheet => ({ ...sheet, resources: [...sheet.resources] }))
  for (let round = 0; round < rounds; round++) {
    const graver = reviewSheets(left, configuration, library)
    if (graver.length === 0) return left
    const last = round >= rounds - 2
    for (const sheet of left)
      sheet.resources = mend(
        sheet,
        graver.filter(({ at }) => at.file === uriOf(sheet.name)).flatMap(atEachPlace),
        last,
        questions,
      )
    left = left.filter(({ resources }) => resources.length > 0)
  }
  return left
}

/** A finding that says the same of several places, once for each. */
const atEachPlace = (finding: Finding): Finding[] => [finding.at, ...finding.merged].map(at => ({ ...finding, at }))

const folder = 'file:///generated/'
const uriOf = (name: string): Uri => `${folder}${name}` as Uri

/** What our own review says of the sheets, from warnings on. */
export function reviewSheets(
  sheets: readonly Sheet[],
  configuration: string | undefined,
  library: Library,
): readonly Finding[] {
  const texts = openTextReview(library, () => [folder as Uri])
  texts.take([
    ...sheets.map(sheet => [uriOf(sheet.name), sheetText(sheet)] as const),
    ...(configuration === undefined ? [] : [[uriOf('.kafka-review.yaml'), configuration] as const]),
  ])
  return sheets
    .flatMap(({ name }) => texts.review.findings(uriOf(name)))
    .filter(({ level, suppressed }) => !suppressed && (level === 'warning' || level === 'error'))
}

/** Puts questions in the place of what findings stand on. */
function mend(sheet: Sheet, findings: readonly Finding[], withhold: boolean, questions: Questions): Resource[] {
  if (findings.length === 0) return [...sheet.resources]
  const text = sheetText(sheet)
  const documents = parseAllDocuments(text)
  return sheet.resources.flatMap((resource, index): Resource[] => {
    const document = Array.isArray(documents) ? documents[index] : undefined
    const root = document?.contents
    if (!root) return [resource]
    let now: Resource = resource
    for (const finding of findings) {
      const { start, end } = finding.at.span
      const found = pathTo(root as Node, start)
      if (!found) continue
      const asked = withhold ? undefined : replaced(now, found, text.slice(start, end), finding, questions)
      if (!asked) {
        questions.decide(
          say('ask.withheld', {
            finding: finding.message,
            code: finding.code,
            resource: `${String(resource.kind)} ${nameOf(resource)}`,
          }),
        )
        return []
      }
      now = asked
    }
    return [now]
  })
}

const nameOf = (resource: Resource): string => {
  const metadata = resource.metadata
  return typeof metadata === 'object' && 'name' in metadata ? String(metadata.name) : ''
}

type Path = readonly (string | number)[]

/** The way to the scalar, or to the value of the key, that holds an offset. */
function pathTo(node: Node, offset: number, path: Path = []): Path | undefined {
  if (isMap(node)) return pathInMap(node.items.filter(isPair) as Pair<Node, Node>[], offset, path)
  if (isSeq(node)) {
    const at = node.items.findIndex(item => holds(item, offset))
    return at < 0 ? undefined : pathTo(node.items[at] as Node, offset, [...path, at])
  }
  return isScalar(node) && holds(node, offset) ? path : undefined
}

function pathInMap(pairs: readonly Pair<Node, Node>[], offset: number, path: Path): Path | undefined {
  const pair = pairs.find(({ key, value }) => holds(key, offset) || holds(value, offset))
  if (!pair) return undefined
  const here = [...path, String(isScalar(pair.key) ? pair.key.value : pair.key)]
  return holds(pair.key, offset) || !pair.value ? here : pathTo(pair.value, offset, here)
}

function holds(node: unknown, offset: number): boolean {
  const range = (node as Node | null | undefined)?.range
  return range !== undefined && range !== null && range[0] <= offset && offset <= range[1]
}

/** The resource with a question in the place of a value, or of the part of it that the finding stands on; undefined where that is no single value, or has been asked for. */
function replaced(
  resource: Resource,
  path: Path,
  part: string,
  finding: Finding,
  questions: Questions,
): Resource | undefined {
  const was = valueAt(resource, path)
  if (was === undefined || typeof was === 'object') return undefined
  const text = String(was)
  const isPart = part !== text && part !== '' && text.includes(part)
  const subject = isPart ? part : text
  if (/^\$\{[A-Z0-9_]+\}$/.test(subject)) return undefined
  const isName = isPart || path.at(-1) === 'name'
  const variable = questions.value(
    `${finding.code}_${isName ? subject : [nameOf(resource), path.at(-1)].join('_')}`,
    say('ask.finding', { finding: finding.message, code: finding.code, was: subject }),
    [],
    JSON.stringify([finding.code, subject, ...(isName ? [] : [nameOf(resource), path.join('/')])]),
  )
  return withValue(resource, path, isPart ? text.replace(part, () => variable) : variable) as Resource
}

function valueAt(value: Value | undefined, [step, ...rest]: Path): Value | undefined {
  if (step === undefined || typeof value !== 'object') return value
  const next = Array.isArray(value) ? value[step as number] : (value as { readonly [key: string]: Value })[step]
  return valueAt(next, rest)
}

function withValue(value: Value, [step, ...rest]: Path, to: Value): Value {
  if (step === undefined) return to
  if (Array.isArray(value))
    return value.map((item: Value, index) => (index === step ? withValue(item, rest, to) : item))
  return Object.fromEntries(
    Object.entries(value as { readonly [key: string]: Value }).map(([key, item]) =>
      key === step ? [key, withValue(item, rest, to)] : [key, item],
    ),
  )
}
