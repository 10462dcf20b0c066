import type { Entity, EntityKind } from '../model/entities.ts'
import type { FileFacts } from '../model/file-facts.ts'
import { bagsOf } from '../model/bags.ts'
import type { Span } from '../text/span.ts'
import { baseName, type Uri } from '../text/uri.ts'
import { say, type Message } from '../words/message.ts'

/** How far a file with a word of Kafka was understood. */
export interface Coverage {
  readonly file: Uri
  /** understood: all that speaks of Kafka belongs to something that was read; part: some of it does; not: none does. */
  readonly state: 'understood' | 'part' | 'not'
  /** What was read, by kind, with its number. */
  readonly entities: Readonly<Partial<Record<EntityKind, number>>>
  /** What was not, and why. */
  readonly unread: readonly Unread[]
}

/** A place that speaks of Kafka and was not understood. */
export interface Unread {
  readonly span: Span
  readonly why: Message
}

/** What a text has that speaks of Kafka, by document; kept of it when the text itself is not. */
export interface Marks {
  readonly documents: readonly MarkedDocument[]
}

interface MarkedDocument extends Span {
  readonly why: Message
  /** Where it speaks of Kafka. */
  readonly spans: readonly Span[]
  /** Those of them that set something. */
  readonly settings: readonly Span[]
}

/** What speaks of Kafka; the name of this program does not. */
const mark = /kafka(?!-?review)|redpanda|strimzi|bootstrap[._-]?servers|connector\.class/gi
/** What declares something in Terraform, by its type or its name; names of variables and outputs only lead to it. */
const block =
  /^[ \t]*(?:resource|module)[ \t]+(?:"[^"\n]*"[ \t]+)?"[^"\n]*(?:kafka|\bmsk|_msk|redpanda|strimzi|confluent)[^"\n]*"[^\n{]*/gim
/** What a Dockerfile tells the program in its image; most of the rest is how it is built. */
const told = /^[ \t]*(?:ENV[ \t]+)?[A-Z_]*(?:BOOTSTRAP|BROKERS?|LISTENERS?|SCHEMA_REGISTRY)[A-Z_]*(?==|[ \t]+\S)/gm
/** What is looked for in a syntax that has more to say than settings. */
const marksOf: Readonly<Record<string, RegExp>> = { hcl: block, dockerfile: told }
/** Lists of what programs are built from: libraries are no configuration. */
const manifest =
  /^(?:(?:package(?:-lock)?|composer|tsconfig.*|deno|renovate|angular|nx|lerna)\.json|(?:pnpm-lock|Chart|requirements)\.ya?ml|(?:dev-?|test-?)?(?:requirements|constraints)[\w.-]*\.txt|(?:Cargo|pyproject|Pipfile|Gopkg|poetry|libs\.versions|gradle\.versions)\.toml)$/i
/** The programs that Kafka comes with start its classes by one script: whoever keeps a copy of them configures nothing by it. */
const ownProgram = /^[^#\r\n\u2028\u2029]*\bkafka-run-class(?:\.sh|\.bat)?\b/m
/** Kinds of Kubernetes that name what they serve and configure nothing of Kafka. */
const named =
  /^(?:Service|ServiceAccount|ServiceMonitor|PodMonitor|PrometheusRule|PodDisruptionBudget|Namespace|(?:Cluster)?Role(?:Binding)?|(?:Horizontal|Vertical)PodAutoscaler|PersistentVolume(?:Claim)?|StorageClass|Certificate|Kustomization|CustomResourceDefinition|OperatorGroup|Subscription|CatalogSource)$/

/** A service that opens a port to those outside: what it lets in is not looked at. */
const opens = /^[ \t]+type:[ \t]*["']?(?:LoadBalancer|NodePort)\b/m

/** A kustomization may leave out its kind; it lists files. */
const isKustomization = /^(?:resources|patchesStrategicMerge|components):[ \t]*$/m

/** Whether a document of Kubernetes only names what it serves. */
const namesOnly = (source: string): boolean => {
  const kind = headOf(source).kind ?? ''
  // A user without rights is told nowhere.
  if (kind === 'KafkaUser') return !/^[ \t]+acls:/m.test(source)
  if (kind === '' && isKustomization.test(source)) return true
  if (kind === 'Application' && /^apiVersion:[ \t]*["']?argoproj\.io\//m.test(source))
    return !/^[ \t]+(?:helm|kustomize|plugin):/m.test(source)
  return named.test(kind) && !(kind === 'Service' && opens.test(source))
}

/** Whether a document is by what others are watched: rules and targets of Prometheus, routes of its alerts, a board of Grafana. It configures nothing of Kafka. */
const watches = (source: string): boolean =>
  (/^groups:/m.test(source) && /^[ \t-]+(?:alert|record):/m.test(source)) ||
  (/^scrape_configs:/m.test(source) && !/^[ \t-]+kafka:/m.test(source)) ||
  (/^route:/m.test(source) && /^receivers:/m.test(source)) ||
  (/"panels"\s*:\s*\[/.test(source) && /"schemaVersion"\s*:/.test(source))

/** Names of classes, by which a framework is told what to leave out: `org.example.kafka.KafkaAutoConfiguration`. */
const ofClass = /^[ \t]*(?:-[ \t]+)?["']?(?:[a-z][a-z0-9_]*\.)+[A-Z]\w*["']?,?$/

/** More marks than these say nothing more. */
const most = 2000

/** The places of a text that speak of Kafka, comments left out; undefined where none does. */
export function marksIn(file: Uri, text: string, syntax: string): Marks | undefined {
  const marked = [...text.matchAll(marksOf[syntax] ?? mark)]
  if (marked.length === 0 || manifest.test(baseName(file)) || (syntax === 'script' && ownProgram.test(text)))
    return undefined
  const found = marked
    .slice(0, most)
    .filter(({ index }) => !inComment(text, index) && !ofClass.test(lineAt(text, index)))
    .map(({ index, 0: { length } }): Span => ({ start: index, end: index + length }))
  const documents = (syntax === 'yaml' ? documentsOf(text) : [{ start: 0, end: text.length }]).flatMap(
    ({ start, end }): MarkedDocument[] => {
      const spans = found.filter(span => start <= span.start && span.start < end)
      const source = text.slice(start, end)
      if (spans.length === 0 || namesOnly(source) || watches(source)) return []
      return [
        {
          start,
          end,
          why: whyNot(file, source, syntax, isTemplated(text, source, spans)),
          spans,
          settings: spans.filter(span => sets(text, span)),
        },
      ]
    },
  )
  return documents.length === 0 ? undefined : { documents }
}

/** The documents of a text of YAML. */
function documentsOf(text: string): Span[] {
  const starts = [0, ...[...text.matchAll(/^---(?=\s|$)/gm)].map(({ index }) => index)]
  return starts.map((start, i) => ({ start, end: starts[i + 1] ?? text.length }))
}

const lineBefore = (text: string, at: number): string => text.slice(text.lastIndexOf('\n', at - 1) + 1, at)

/** What stands on a line around an offset, no more than some words of a long one. */
const lineAt = (text: string, at: number): string => {
  const before = text.slice(Math.max(0, at - nearby), at)
  const [after = ''] = text.slice(at, at + nearby).split(/\r?\n/, 1)
  return before.slice(before.lastIndexOf('\n') + 1) + after
}

const nearby = 200

/** Whether a template decides what stands where Kafka is spoken of: on its line, or by lines of its own; what CI, alerts and formats of output put in braces elsewhere has no part in it. */
const isTemplated = (text: string, source: string, spans: readonly Span[]): boolean =>
  /^[ \t]*\{(?:%|\{[-~]?[ \t]*(?:\/\*|#|(?:if|range|with|define|include|template|block|toYaml|end|else)\b))/m.test(
    source,
  ) || spans.some(({ start }) => /(?:^|[^$])\{\{/.test(lineAt(text, start)))

const inComment = (text: string, at: number): boolean =>
  /^\s*(?:#|\/\/|\*|\/\*|;|!)|\s(?:#|\/\/)\s/.test(lineBefore(text, at))

/** Whether a mark is part of a key that has a value beside it. */
const sets = (text: string, { start, end }: Span): boolean =>
  /^[\s\-"']*(?:[\w.][\w.-]*)?$/.test(lineBefore(text, start)) &&
  /^[\w.-]*["']?[ \t]*[:=][ \t]*[^\s{[|>#]/.test(text.slice(end, end + 200))

const headOf = (source: string): { kind?: string | undefined; api?: string | undefined } => ({
  kind: /^kind:[ \t]*["']?([\w.-]+)/m.exec(source)?.[1],
  api: /^apiVersion:[ \t]*["']?([\w./-]+)/m.exec(source)?.[1],
})

/** What the first block of Terraform that speaks of Kafka is. */
function ofBlock(source: string): Message {
  const [first = ''] = source.match(block) ?? []
  const [, word = 'block', type] = /^\s*(resource|module)(?:[ \t]+"([^"\n]*)"(?=[ \t]+"))?/.exec(first) ?? []
  return say('unread.kind', { kind: type ?? word, api: 'Terraform' })
}

/** Why nothing is read of a document that speaks of Kafka. */
function whyNot(file: Uri, source: string, syntax: string, templated: boolean): Message {
  if (syntax === 'hcl') return ofBlock(source)
  if (syntax === 'script') return say(templated ? 'unread.template' : 'unread.script')
  if (/(?:^|[/-])(?:asserts?|assertions?|errors?)\.ya?ml$/i.test(file)) return say('unread.comparison')
  const { kind, api } = headOf(source)
  if (kind !== undefined && api !== undefined) return say('unread.kind', { kind, api })
  return say(templated ? 'unread.template' : 'unread.format')
}

/** What a file's marks and what was read of it come to; undefined where it neither speaks of Kafka nor was read. */
export function coverageOf(file: Uri, marks: Marks | undefined, facts: FileFacts | undefined): Coverage | undefined {
  const entities = [...(facts?.entities ?? []), ...(facts?.overlays ?? []), ...(facts?.off ?? [])]
  const read = entities.filter(
    (one): one is Entity =>
      one.kind !== 'configuration' &&
      one.kind !== 'api-resource' &&
      one.kind !== 'supporting-service' &&
      one.kind !== 'bucket' &&
      one.kind !== 'entrance' &&
      one.file === file,
  )
  if (entities.some(({ kind }) => kind === 'configuration') || (read.length === 0 && !marks)) return undefined
  const unread = [...(marks?.documents ?? []).flatMap(document => unreadIn(document, read)), ...templatesIn(read)]
  const some = unread.length > 0 ? 'part' : 'understood'
  if (facts?.toldElsewhere) return { file, state: 'understood', entities: countsOf(read), unread: [] }
  return {
    file,
    state: read.length === 0 ? 'not' : some,
    entities: countsOf(read),
    unread: unread.slice(0, shown),
  }
}

/** Whether a file concerns Kafka by what it is: of schemas, only Avro does. */
export const concernsKafka = ({ file, entities }: Coverage): boolean =>
  file.endsWith('.avsc') ||
  file.endsWith('.avdl') ||
  Object.keys(entities).some(kind => kind !== 'schema' && kind !== 'record')

/** More places of a file than these a reader does not look at. */
const shown = 50

const countsOf = (entities: readonly Entity[]): Coverage['entities'] => {
  const counts: Partial<Record<EntityKind, number>> = {}
  for (const { kind } of entities) counts[kind] = (counts[kind] ?? 0) + 1
  return counts
}

/** A document of which nothing was read, at its first mark; of one that was, the settings that belong to nothing, those that follow each other once. */
function unreadIn({ start, end, spans, settings, why }: MarkedDocument, read: readonly Entity[]): Unread[] {
  const within = read.flatMap(({ extent, name }) => [extent, ...(name.state === 'absent' ? [] : [name.at.span])])
  const covers = (span: Span): boolean => within.some(other => other.start <= span.end && span.start <= other.end)
  const [first] = spans
  if (!within.some(other => other.start < end && start <= other.end)) return first ? [{ span: first, why }] : []
  return settings
    .filter((span, i) => !covers(span) && (i === 0 || covers(settings[i - 1] ?? span)))
    .map(span => ({ span, why: say('unread.beside') }))
}

/** Settings that a template may add to. */
const templatesIn = (read: readonly Entity[]): Unread[] => [
  ...new Map(
    read
      .flatMap(bagsOf)
      .flatMap(({ open }) => (open && /\{\{|<%/.test(open.text) ? [open] : []))
      .map(({ at }): [number, Unread] => [at.span.start, { span: at.span, why: say('unread.template') }]),
  ).values(),
]
