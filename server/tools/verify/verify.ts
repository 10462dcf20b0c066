import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { compileJavaPattern } from '../../src/text/java-pattern.ts'
import { makePairs } from './patterns.ts'
import { makeSchemaPairs, type SchemaPair } from './schema-pairs.ts'
import { disagreement, ourVerdict, type JudgedPair } from './schema-verdicts.ts'

/** Where the Maven project lies. */
const home = fileURLToPath(new URL('.', import.meta.url))
const target = join(home, 'target')
const root = join(home, '../../..')
const separator = process.platform === 'win32' ? ';' : ':'

interface Artifacts {
  readonly kafka: string
  readonly connectors: readonly { readonly group: string; readonly artifact: string; readonly version: string }[]
  /** Groups that are not on Maven Central, or only with another repository: what a connector takes of them is left out. */
  readonly without: readonly string[]
}

/** The settings of one class: key to what its ConfigDef says. */
export type Settings = Readonly<Record<string, Setting>>

/** A setting: its type, its default (absent where it has to be written), the values that it takes, in the words of its validator. */
export interface Setting {
  readonly type: string
  readonly default?: string | number | boolean | null
  readonly valid?: string
  readonly importance: string
}

interface Dumped {
  readonly found: Readonly<Record<string, Settings>>
  readonly failed: Readonly<Record<string, string>>
}

const artifacts = JSON.parse(readFileSync(join(home, 'artifacts.json'), 'utf8')) as Artifacts

/** Runs a program to its end, at most half an hour: a busy machine takes its time. */
const run = (program: string, args: readonly string[], cwd = home): string =>
  execFileSync(program, args, { cwd, encoding: 'utf8', timeout: 1_800_000, stdio: ['ignore', 'pipe', 'inherit'] })

/** Compiles the Java side; the class path of Kafka itself. */
function kafkaClassPath(): string {
  run('mvn', ['-q', '-B', 'compile', 'dependency:build-classpath', '-Dmdep.outputFile=target/classpath.txt'])
  return [join(target, 'classes'), readFileSync(join(target, 'classpath.txt'), 'utf8').trim()].join(separator)
}

/** The class path of a connector, resolved on its own: their dependencies contradict each other. */
function connectorClassPath({ group, artifact, version }: Artifacts['connectors'][number]): string {
  const folder = join(target, 'connectors', artifact)
  const file = join(folder, `${version}.txt`)
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true })
    const exclusions = artifacts.without
      .map(name => `<exclusion><groupId>${name}</groupId><artifactId>*</artifactId></exclusion>`)
      .join('')
    writeFileSync(
      join(folder, 'pom.xml'),
      `<project><modelVersion>4.0.0</modelVersion><groupId>kafka-review</groupId><artifactId>of-${artifact}</artifactId><version>1</version><dependencies><dependency><groupId>${group}</groupId><artifactId>${artifact}</artifactId><version>${version}</version><exclusions>${exclusions}</exclusions></dependency></dependencies></project>`,
    )
    run('mvn', ['-q', '-B', 'dependency:build-classpath', `-Dmdep.outputFile=${file}`], folder)
  }
  return readFileSync(file, 'utf8').trim()
}

function dump(classPath: string, what: readonly string[], name: string): Dumped {
  const file = join(target, `${name}.json`)
  run('java', ['-cp', classPath, 'kafkareview.Dump', file, ...what])
  return JSON.parse(readFileSync(file, 'utf8')) as Dumped
}

const transforms = [
  'MaskField$Value',
  'MaskField$Key',
  'ReplaceField$Value',
  'ReplaceField$Key',
  'DropHeaders',
  'Filter',
  'ExtractField$Value',
  'HoistField$Value',
  'InsertField$Value',
  'RegexRouter',
  'TimestampConverter$Value',
  'ValueToKey',
  'Cast$Value',
  'Flatten$Value',
]

const ofKafka: Readonly<Record<string, string>> = {
  broker: 'org.apache.kafka.server.config.AbstractKafkaConfig',
  topic: 'org.apache.kafka.storage.internals.log.LogConfig',
  producer: 'org.apache.kafka.clients.producer.ProducerConfig',
  consumer: 'org.apache.kafka.clients.consumer.ConsumerConfig',
  admin: 'org.apache.kafka.clients.admin.AdminClientConfig',
  streams: 'org.apache.kafka.streams.StreamsConfig',
  'worker distributed': 'org.apache.kafka.connect.runtime.distributed.DistributedConfig',
  'worker standalone': 'org.apache.kafka.connect.runtime.standalone.StandaloneConfig',
  'sink connector': 'org.apache.kafka.connect.runtime.SinkConnectorConfig',
  'source connector': 'org.apache.kafka.connect.runtime.SourceConnectorConfig',
  'topic creation': 'org.apache.kafka.connect.runtime.TopicCreationConfig#defaultGroupConfigDef',
  'mirror source': 'org.apache.kafka.connect.mirror.MirrorSourceConnector',
  'mirror checkpoint': 'org.apache.kafka.connect.mirror.MirrorCheckpointConnector',
  'mirror heartbeat': 'org.apache.kafka.connect.mirror.MirrorHeartbeatConnector',
  'mirror maker': 'org.apache.kafka.connect.mirror.MirrorMakerConfig',
  'remote log metadata': 'org.apache.kafka.server.log.remote.metadata.storage.TopicBasedRemoteLogMetadataManagerConfig',
  ...Object.fromEntries(transforms.map(name => [`transform ${name}`, `org.apache.kafka.connect.transforms.${name}`])),
}

/** JSON with a line for each setting. */
const lineBySetting = (value: unknown): string =>
  `${JSON.stringify(value, null, 1).replace(/\{\n\s*("(?:type|default|valid|importance)": [^{}]*?)\n\s*\}/g, (_, inner: string) => `{ ${inner.replaceAll(/\n\s*/g, ' ')} }`)}\n`

/** Asks Kafka and each connector for their settings, and writes them, one line a setting, so that a diff reads well. */
function dumpAll(classPath: string): void {
  const kafka = dump(
    classPath,
    [
      'updates=org.apache.kafka.server.config.DynamicBrokerConfig',
      ...Object.entries(ofKafka).map(([name, type]) => `${name}=${type}`),
    ],
    'kafka',
  )
  const { updates = {}, ...found } = kafka.found
  const failed: Record<string, string> = { ...kafka.failed }
  const connectors: Record<string, unknown> = {}
  for (const artifact of artifacts.connectors) {
    const own = connectorClassPath(artifact)
    const jar = own.split(separator).find(path => path.includes(`${artifact.artifact}-${artifact.version}`)) ?? ''
    const asked = dump([join(target, 'classes'), own, classPath].join(separator), [`scan=${jar}`], artifact.artifact)
    Object.assign(failed, asked.failed)
    connectors[`${artifact.artifact} ${artifact.version}`] = asked.found
    console.log(`${artifact.artifact} ${artifact.version}: ${Object.keys(asked.found).join(', ') || 'nothing'}`)
  }
  for (const [name, why] of Object.entries(failed)) console.log(`not asked: ${name}: ${why}`)
  const defs = { kafka: artifacts.kafka, updates, found, connectors }
  writeFileSync(join(home, 'config-defs.json'), lineBySetting(defs))
  console.log(
    `${Object.values(found).reduce((sum, settings) => sum + Object.keys(settings).length, 0)} settings of Kafka`,
  )
}

/** How a kind of change ended, and what the table of consequences says that it does. */
interface Outcome {
  readonly outcome: 'proven' | 'contradicted' | 'not tried'
  readonly seen: string
  readonly does?: string
  readonly sources?: string
}

/** An edit of a fix, as test/tools/collect-fixes.ts writes it. */
interface Edit {
  readonly code: string
  readonly where: string
  readonly key: string
  readonly value: unknown
  readonly does: string
  readonly sources: readonly string[]
  readonly judge?: string
  readonly refused?: readonly string[]
  readonly beside: Readonly<Record<string, string>>
}

/** The kind of change under which the trial records an edit. */
const kindOf = ({ code, where, key }: Edit): string =>
  `${code} | ${where} | ${key.replace(/^(?:spring\.kafka\.producer\.|[\w-]+->[\w-]+\.)/, '')}`

/** What else judges an edit than Kafka itself: the schema of the operator, a library of the schema's language, the review that reads a configuration, or the ConfigDef of the connector. */
function judgedElsewhere(
  { judge, refused, beside, key, value }: Edit,
  connectors: Dumped['found'],
): Outcome | undefined {
  if (judge !== undefined && refused)
    return refused.length === 0
      ? { outcome: 'proven', seen: `${judge} takes it` }
      : { outcome: 'contradicted', seen: `${judge}: ${refused.join(', ')}` }
  const setting = connectors[beside['connector.class'] ?? '']?.[key]
  if (!setting) return undefined
  const taken = /^\[(.+)\]$/.exec(setting.valid ?? '')?.[1]?.split(', ')
  const isTaken =
    taken === undefined ||
    taken.some(one => one.includes('...')) ||
    taken.some(one => one.toLowerCase() === String(value).toLowerCase())
  return isTaken
    ? { outcome: 'proven', seen: 'the ConfigDef of the connector takes it' }
    : { outcome: 'contradicted', seen: `the connector takes ${setting.valid}` }
}

/** Makes the changes of all fixes of the fixtures on a broker and a worker of this machine, and prints how each kind ended. */
function tryAll(classPath: string): void {
  const [fixes, out] = [join(target, 'fixes.json'), join(target, 'trial.json')]
  run('node', ['--import', './server/tools/data-hook.ts', 'test/tools/collect-fixes.ts', fixes], root)
  run('java', ['-Xmx1g', '-cp', classPath, 'kafkareview.Trial', fixes, out])
  const tried = JSON.parse(readFileSync(out, 'utf8')) as Readonly<Record<string, Outcome>>
  const results = { ...tried, ...withConsequences(tried, JSON.parse(readFileSync(fixes, 'utf8')) as readonly Edit[]) }
  const counts = { proven: 0, contradicted: 0, 'not tried': 0 }
  for (const [kind, { outcome, seen, does = '', sources = '' }] of Object.entries(results)) {
    counts[outcome]++
    console.log([outcome, kind, does, sources, seen].join(' | '))
  }
  console.log(counts)
  writeFileSync(
    join(home, 'tried.json'),
    `{\n${Object.entries(results)
      .map(([kind, result]) => `${JSON.stringify(kind)}: ${JSON.stringify(result)}`)
      .join(',\n')}\n}\n`,
  )
  if (counts.contradicted > 0) process.exitCode = 1
}

/** The kinds of change with what each does and where that is from; what Kafka could not try, others judge. */
function withConsequences(tried: Readonly<Record<string, Outcome>>, edits: readonly Edit[]): Record<string, Outcome> {
  const defs = JSON.parse(readFileSync(join(home, 'config-defs.json'), 'utf8')) as {
    readonly connectors: Readonly<Record<string, Dumped['found']>>
  }
  const connectors = Object.assign({}, ...Object.values(defs.connectors)) as Dumped['found']
  const results: Record<string, Outcome> = {}
  for (const edit of edits) {
    const kind = kindOf(edit)
    const known = results[kind] ?? tried[kind]
    if (!known) continue
    const judged = known.outcome === 'not tried' ? judgedElsewhere(edit, connectors) : undefined
    const both = (before: string | undefined, more: readonly string[]): string =>
      [...new Set([...(before ? before.split(', ') : []), ...more])].join(', ')
    results[kind] = {
      ...(judged ?? known),
      does: both(results[kind]?.does, [edit.does]),
      sources: both(results[kind]?.sources, edit.sources),
    }
  }
  return results
}

/** Whether our matcher says otherwise than Java; to say nothing is never wrong. */
export function contradicts(pattern: string, text: string, verdict: string | undefined): boolean {
  const told = compileJavaPattern(pattern)?.matches(text)
  return told !== undefined && verdict !== 'slow' && verdict !== (told ? 'yes' : 'no')
}

/** Makes the move that is generated for the tests' company, there and back, between two clusters of this machine; its figures are committed with the settings that they are of. */
function rehearseMove(classPath: string): void {
  const [plan, out] = [join(target, 'move.json'), join(target, 'moved.json')]
  run('node', ['--import', './server/tools/data-hook.ts', 'test/tools/collect-move.ts', plan], root)
  process.stdout.write(run('java', ['-Xmx1g', '-cp', classPath, 'kafkareview.Rehearsal', plan, out]))
  const figures = JSON.parse(readFileSync(out, 'utf8')) as object
  const { forward, back, heartbeat } = JSON.parse(readFileSync(plan, 'utf8')) as Readonly<Record<string, object>>
  console.log(figures)
  writeFileSync(
    join(home, 'moved.json'),
    `${JSON.stringify({ kafka: artifacts.kafka, ...figures, forward, back, heartbeat }, null, 1)}\n`,
  )
}

/** Asks Java about 5,000 patterns; a tenth of the answers is committed. */
function matchAll(classPath: string): void {
  const [file, out] = [join(target, 'pairs.json'), join(target, 'verdicts.json')]
  const pairs = makePairs(5200)
  writeFileSync(file, JSON.stringify(pairs))
  run('java', ['-cp', classPath, 'kafkareview.Patterns', file, out])
  const verdicts = JSON.parse(readFileSync(out, 'utf8')) as readonly string[]
  const judged = pairs.map((pair, index) => [...pair, verdicts[index]])
  const kept = judged.filter((_, index) => index < 90 || index % 20 === 0)
  writeFileSync(join(root, 'test/java-patterns.json'), `[\n${kept.map(row => JSON.stringify(row)).join(',\n')}\n]\n`)
  const wrong = judged.filter(([pattern = '', text = '', verdict]) => contradicts(pattern, text, verdict))
  for (const row of wrong.slice(0, 40)) console.log('contradicted:', JSON.stringify(row))
  const told = judged.filter(([pattern = '', text = '']) => compileJavaPattern(pattern)?.matches(text) !== undefined)
  console.log(`our matcher tells ${told.length} of ${judged.length} pairs, ${wrong.length} otherwise than Java`)
  if (wrong.length > 0) process.exitCode = 1
  console.log(`${judged.length} pairs, of which ${kept.length} are kept`)
}

/** Asks the libraries of registries about 2,200 pairs of versions a language; a tenth of the answers is committed. */
function compareAll(): void {
  const [folder, file, out] = [join(home, 'schemas'), join(target, 'schema-pairs.json'), join(target, 'schemas.json')]
  mkdirSync(target, { recursive: true })
  const pairs = makeSchemaPairs(2200)
  writeFileSync(file, JSON.stringify(pairs))
  run('mvn', ['-q', '-B', 'compile', 'dependency:build-classpath', '-Dmdep.outputFile=target/classpath.txt'], folder)
  const classPath = [join(folder, 'target/classes'), readFileSync(join(folder, 'target/classpath.txt'), 'utf8').trim()]
  run('java', ['-cp', classPath.join(separator), 'kafkareview.Schemas', file, out])
  const answers = JSON.parse(readFileSync(out, 'utf8')) as readonly (readonly string[])[]
  const wire = askBuf(pairs)
  const judged = pairs
    .map((pair, index): JudgedPair => [...pair, (pair[0] === 'protobuf' ? wire.get(index) : answers[index]) ?? []])
    .filter(([, , , theirs], index) => !answers[index]?.[0]?.startsWith('invalid') && !theirs.includes('COMPILE'))
  const strange = judged.flatMap(pair => {
    const why = pair[0] === 'json' ? undefined : disagreement(pair)
    return why === undefined ? [] : [{ why, pair }]
  })
  for (const { why, pair } of strange.slice(0, 20)) console.log('contradicted:', why, ...pair)
  for (const language of ['avro', 'protobuf', 'json'])
    console.log(`${judged.filter(([name]) => name === language).length} pairs of ${language}`)
  console.log(`${strange.length} verdicts on Avro and Protobuf that no documented rule explains`)
  const differ = judged.filter(
    pair => pair[0] === 'json' && (ourVerdict([pair[0], pair[1], pair[2]]) ?? []).length > 0 !== pair[3].length > 0,
  )
  console.log(
    `${differ.length} verdicts on JSON Schema differ from Apicurio's; test/slow/compatibility.test.ts decides such by documents`,
  )
  if (strange.length > 0) process.exitCode = 1
  const kept = judged.filter(([language], index) => language !== 'json' && index % 10 === 0)
  writeFileSync(join(root, 'test/schema-verdicts.json'), `[\n${kept.map(row => JSON.stringify(row)).join(',\n')}\n]\n`)
}

/** What buf says of the wire, by the pair's number: all pairs in one run, each in a package of its own. */
function askBuf(pairs: readonly SchemaPair[]): Map<number, string[]> {
  const [before, now] = ['before', 'now'].map(name => join(target, 'buf', name))
  for (const [folder, column] of [
    [before, 1],
    [now, 2],
  ] as const) {
    mkdirSync(folder ?? '', { recursive: true })
    writeFileSync(join(folder ?? '', 'buf.yaml'), 'version: v2\nbreaking:\n  use:\n    - WIRE\n')
    for (const [index, pair] of pairs.entries())
      if (pair[0] === 'protobuf')
        writeFileSync(
          join(folder ?? '', `p${index}.proto`),
          pair[column].replace('package shop;', `package shop.p${index};`),
        )
  }
  const asked = spawnSync(
    'npm',
    [
      'exec',
      '--yes',
      '--package=@bufbuild/buf@1.75.0',
      '--',
      'buf',
      'breaking',
      now ?? '',
      '--against',
      before ?? '',
      '--error-format',
      'json',
    ],
    { cwd: target, encoding: 'utf8', maxBuffer: 1e8 },
  )
  const found = new Map<number, string[]>()
  for (const line of asked.stdout.split('\n').filter(text => text.startsWith('{'))) {
    const { path, type } = JSON.parse(line) as { path: string; type: string }
    const index = Number(/p(\d+)\.proto$/.exec(path)?.[1])
    found.set(index, [...new Set([...(found.get(index) ?? []), type])].sort())
  }
  return found
}

if (process.argv[1] === import.meta.filename) {
  const parts = process.argv.slice(2)
  const wanted = (part: string): boolean => parts.length === 0 || parts.includes(part)
  if (wanted('schemas')) compareAll()
  if (parts.length === 1 && wanted('schemas')) process.exit()
  const classPath = kafkaClassPath()
  if (wanted('defs')) dumpAll(classPath)
  if (wanted('patterns')) matchAll(classPath)
  if (wanted('fixes')) tryAll(classPath)
  if (wanted('move')) rehearseMove(classPath)
}
