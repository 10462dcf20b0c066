import type * as configured from '../model/configuration.ts'
import { safeguardKinds, type Configuration } from '../model/configuration.ts'
import type * as entities from '../model/entities.ts'
import type { Absent, Fact, Known, Place, Unresolved } from '../model/fact.ts'
import type { FileFacts } from '../model/file-facts.ts'
import type * as residency from '../model/residency.ts'
import { pathItems, pathNames, type ItemName } from '../model/residency.ts'
import type { Setting, Settings, Struck } from '../model/settings.ts'
import type { Suppression } from '../model/suppression.ts'
import type { FileCoverage, Problem } from '../report/report.ts'
import type { Glob } from '../text/glob.ts'
import type { JavaPattern } from '../text/java-expression.ts'
import type { Span } from '../text/span.ts'
import type { Uri } from '../text/uri.ts'
import type { Message } from '../words/message.ts'
import type { OnlyBesideText } from './pack.ts'
import {
  anyOf,
  count,
  either,
  list,
  map,
  maybe,
  number,
  object,
  oneOfKinds,
  shape,
  table,
  text,
  truth,
  type Shape,
} from './shape.ts'

// The model as a program may be told it: the compiler asks for every member, and for its type.

/** A part of the model without what is only of use beside the text. */
type Told<T> = T extends unknown ? Omit<T, OnlyBesideText> : never

const file = text as Shape<Uri>

const ordered = object<Span>({ start: count, end: count })
const span: Shape<Span> = shape({ is: 'span' }, (value): value is Span => ordered(value) && value.start <= value.end)

const place: Shape<Place> = shape({ is: 'place' }, (value): value is Place => placed(value))
const placed = object<Place>({ file, span, usedBy: maybe(place) })

const known = <T>(of: Shape<T>): Shape<Known<T>> =>
  object<Told<Known<T>>>({ state: anyOf('known'), value: of, at: place }) as Shape<Known<T>>

const unresolved = object<Unresolved>({ state: anyOf('unresolved'), at: place, text })

const absent = object<Told<Absent>>({ state: anyOf('absent'), near: place }) as Shape<Absent>

const fact = <T>(of: Shape<T>): Shape<Fact<T>> =>
  oneOfKinds(
    'state',
    new Map<unknown, Shape<Fact<T>>>([
      ['known', known(of)],
      ['absent', absent],
      ['unresolved', unresolved],
    ]),
  )

const words = known(text)
const named = fact(text)
const counted = fact(number)
const flag = anyOf(true)

const struck = object<Struck>({
  mild: truth,
  plain: maybe(flag),
  form: maybe(anyOf('urlQuery', 'urlUser', 'loginModule', 'connectionString', 'awsKeyId', 'privateKey')),
  fallback: maybe(flag),
})

const setting = object<Setting>({
  key: text,
  written: maybe(text),
  keyPlace: place,
  value: either(words, unresolved),
  struck: maybe(struck),
})

const settings: Shape<Settings> = object<Told<Settings>>({
  all: list(setting),
  near: place,
  prefix: maybe(text),
  refers: maybe(anyOf('variable', 'secret', 'sensitive-variable', 'unknown')),
  open: maybe(unresolved),
})

/** What every entity has. */
const own = {
  name: named,
  file,
  extent: span,
  namespace: maybe(text),
  off: maybe(known(truth)),
  idle: maybe(text),
} as const

const site = object<entities.Site>({
  provider: text,
  region: named,
  system: maybe(text),
  service: text,
  at: maybe(place),
})

const listener: Shape<entities.Listener> = object<Told<entities.Listener>>({
  name: named,
  type: named,
  encrypted: fact(truth),
  authentication: named,
  allowed: maybe(fact(list(text))),
  private: maybe(truth),
})

const doors = maybe(
  list(
    object<entities.Door>({
      what: anyOf('jmx', 'cruise-control', 'any-origin', 'bridge', 'console', 'rest', 'brokers'),
      at: place,
      reachedAs: maybe(list(text)),
      labels: maybe(list(text)),
      published: maybe(text),
      by: maybe(anyOf('loadbalancer', 'nodeport', 'ingress', 'route')),
      policy: maybe(flag),
    }),
  ),
)
const keepers = maybe(
  list(object<entities.Keeper>({ key: text, of: anyOf('disks', 'cluster'), value: named, keeps: text })),
)

const peer: Shape<entities.Peer> = object<Told<entities.Peer>>({
  alias: named,
  bootstrap: named,
  encrypted: fact(truth),
  ownWay: maybe(flag),
  restBeside: maybe(flag),
  inKubernetes: maybe(flag),
  authentication: maybe(named),
  user: maybe(named),
  settings: maybe(settings),
  namespace: maybe(text),
  site: maybe(site),
})

const record = object<entities.SchemaRecord>({
  ...own,
  kind: anyOf('record'),
  name: words,
  fullName: text,
  doc: text,
  fields: list(
    object<entities.Field>({
      name: words,
      type: object<entities.FieldType>({
        text,
        base: anyOf('boolean', 'integer', 'decimal', 'string', 'bytes', 'enum', 'record', 'unknown'),
        named: maybe(text),
        logical: maybe(text),
      }),
      doc: text,
      annotations: list(object<entities.Annotation>({ key: text, value: text })),
      tag: fact(list(text)),
    }),
  ),
})

const flaw = object<entities.SchemaFlaw>({
  at: place,
  what: anyOf(
    'unknown-type',
    'duplicate-field',
    'duplicate-type',
    'duplicate-symbol',
    'duplicate-branch',
    'duplicate-number',
    'reserved',
    'missing',
    'invalid-name',
    'wrong-default',
    'later-branch',
    'nested-union',
    'syntax',
    'refused',
  ),
  subject: text,
  expected: text,
})

const access = {
  ...own,
  resource: text,
  prefix: truth,
  operations: fact(list(text)),
  principal: named,
  cluster: maybe(named),
} as const

type EntityShapes = { readonly [K in entities.EntityKind]: Shape<Told<Extract<entities.Entity, { kind: K }>>> }

const entityShapes: EntityShapes = {
  'api-resource': object<entities.ApiResource>({
    ...own,
    kind: anyOf('api-resource'),
    resource: words,
    version: named,
    lost: list(object<entities.ApiResource['lost'][number]>({ path: text, at: place })),
    complete: truth,
  }),
  cluster: object<entities.Cluster>({
    ...own,
    kind: anyOf('cluster'),
    engine: named,
    version: named,
    site: maybe(site),
    encryptionKey: maybe(named),
    logging: maybe(fact(list(site))),
    monitoring: maybe(named),
    brokers: counted,
    zones: maybe(counted),
    controllers: maybe(counted),
    storage: list(named),
    storageClasses: maybe(list(named)),
    disks: maybe(list(named)),
    machine: maybe(named),
    listeners: list(listener),
    authorization: named,
    restAuthorization: maybe(fact(truth)),
    openAccessList: maybe(fact(truth)),
    superUsers: maybe(list(named)),
    rebalancer: maybe(fact(truth)),
    settings,
    beside: maybe(settings),
    doors,
    rack: maybe(named),
    spread: maybe(words),
    keepers,
    hosts: maybe(list(text)),
    mounts: maybe(list(text)),
    shipped: maybe(flag),
    tieredStorage: maybe(settings),
  }),
  'node-pool': object<entities.NodePool>({
    ...own,
    kind: anyOf('node-pool'),
    cluster: named,
    roles: fact(list(text)),
    nodes: counted,
    storage: list(named),
    storageClasses: maybe(list(named)),
    disks: maybe(list(named)),
    spread: maybe(words),
    keepers,
  }),
  topic: object<entities.Topic>({
    ...own,
    kind: anyOf('topic'),
    unit: maybe(named),
    engine: maybe(text),
    cluster: named,
    kafka: maybe(peer),
    reaches: maybe(list(text)),
    partitions: maybe(counted),
    replicationFactor: counted,
    storage: maybe(named),
    settings,
  }),
  'running-topic': object<entities.RunningTopic>({
    ...own,
    kind: anyOf('running-topic'),
    partitions: maybe(counted),
    replicationFactor: counted,
    settings,
  }),
  'running-group': object<entities.RunningGroup>({ ...own, kind: anyOf('running-group') }),
  'running-access': object<entities.RunningAccess>({
    ...access,
    kind: anyOf('running-access'),
    denies: truth,
    host: named,
  }),
  denial: object<entities.Denial>({ ...access, kind: anyOf('denial') }),
  access: object<entities.Access>({ ...access, kind: anyOf('access') }),
  quota: object<entities.Quota>({ ...own, kind: anyOf('quota'), cluster: named }),
  group: object<Told<entities.ConsumerGroup>>({
    ...own,
    kind: anyOf('group'),
    role: anyOf(
      'worker',
      'access',
      'access-prefix',
      'consumer',
      'sink',
      'sinks',
      'streams',
      'prefix',
      'pattern',
      'transactional-id',
      'client-id',
    ),
    owner: text,
    engine: maybe(text),
    within: maybe(words),
    byDefault: maybe(flag),
    described: maybe(flag),
  }),
  'connect-cluster': object<entities.ConnectCluster>({
    ...own,
    kind: anyOf('connect-cluster'),
    kafka: peer,
    settings,
    environment: maybe(settings),
    logging: maybe(fact(list(site))),
    loggers: maybe(settings),
    build: maybe(settings),
    doors,
  }),
  connector: object<entities.Connector>({
    ...own,
    kind: anyOf('connector'),
    class: named,
    connectCluster: named,
    settings,
    site: maybe(site),
  }),
  client: object<entities.Client>({
    ...own,
    kind: anyOf('client'),
    kafka: peer,
    settings,
    encryptionKey: maybe(named),
    doors,
    showsRefusal: maybe(flag),
    scales: maybe(text),
  }),
  flow: object<entities.ReplicationFlow>({
    ...own,
    kind: anyOf('flow'),
    source: peer,
    target: peer,
    topics: named,
    groups: named,
    copying: settings,
    checkpoints: maybe(settings),
    heartbeats: maybe(settings),
    oneWay: maybe(flag),
    stopped: maybe(flag),
    logging: maybe(fact(list(site))),
    replicator: maybe(object<entities.Replicator>({ startingPosition: named, topicNames: named, offsetSync: named })),
  }),
  schema: object<Told<entities.Schema>>({
    ...own,
    kind: anyOf('schema'),
    registry: maybe(site),
    records: list(record),
    flaws: maybe(list(flaw)),
    space: maybe(text),
    imports: maybe(list(text)),
    serves: maybe(flag),
    compatibility: maybe(words),
  }),
  record,
  bucket: object<entities.Bucket>({ ...own, kind: anyOf('bucket'), service: text, expiry: named }),
  entrance: object<entities.Entrance>({
    ...own,
    kind: anyOf('entrance'),
    how: anyOf('loadbalancer', 'nodeport', 'ingress', 'route', 'inside'),
    to: list(text),
    selects: maybe(list(text)),
    ports: maybe(list(text)),
  }),
  'supporting-service': object<entities.SupportingService>({
    ...own,
    kind: anyOf('supporting-service'),
    role: anyOf('state', 'metrics', 'logs', 'traces', 'alerting', 'backup', 'disks'),
    service: text,
    site: maybe(site),
    endpoint: maybe(named),
    clusters: list(words),
    tells: list(object<entities.Told>({ what: anyOf('group', 'topic'), name: named })),
    general: maybe(flag),
    backup: maybe(
      object<entities.Backup>({
        is: anyOf('store', 'class', 'plan', 'copy'),
        keptIn: maybe(named),
        usual: maybe(flag),
        schedule: maybe(named),
        kept: maybe(counted),
        claim: maybe(named),
        namespaces: maybe(fact(list(text))),
        withoutDisks: maybe(flag),
      }),
    ),
  }),
}

const glob: Shape<Glob> = shape(
  { is: 'glob' },
  (value): value is Glob =>
    typeof value === 'object' && value !== null && 'takes' in value && typeof value.takes === 'function',
)
const pattern: Shape<JavaPattern> = shape(
  { is: 'pattern' },
  (value): value is JavaPattern =>
    typeof value === 'object' && value !== null && 'matches' in value && typeof value.matches === 'function',
)

const level = anyOf('error', 'warning', 'information', 'hint')
const allWords = list(words)

const processor = object<configured.ProcessorDeclaration>({
  name: words,
  contract: maybe(text),
  provider: maybe(text),
  accessFrom: allWords,
  subProcessors: list(text),
})

const activity: Shape<configured.ActivityDeclaration> = object<Told<configured.ActivityDeclaration>>({
  match: text,
  name: maybe(text),
  role: maybe(text),
  purposes: allWords,
  subPurposes: allWords,
  subjects: allWords,
  legalBasis: allWords,
  recipients: allWords,
  onBehalfOf: allWords,
  retention: allWords,
  conditions: allWords,
  jointControllers: allWords,
  processors: list(processor),
  measures: allWords,
  origins: allWords,
  profiling: maybe(words),
  assessment: maybe(words),
  owner: maybe(words),
  since: maybe(words),
  reviewed: maybe(words),
  at: place,
})

const field = object<configured.FieldDeclaration>({ record: text, field: text, category: maybe(text), at: place })

const destination: Shape<configured.DestinationDeclaration> = object<Told<configured.DestinationDeclaration>>({
  match: text,
  country: maybe(words),
  provider: maybe(words),
  at: place,
})

const item = object<residency.ItemDeclaration>({
  at: place,
  owner: maybe(words),
  tested: maybe(words),
  reference: maybe(words),
  decision: maybe(words),
  country: maybe(words),
  provider: maybe(words),
  none: maybe(words),
})

const itemName = anyOf(...pathNames.flatMap((path): readonly ItemName[] => pathItems[path]))

const clusterResidency: Shape<residency.ClusterResidency> = object<Told<residency.ClusterResidency>>({
  match: text,
  at: place,
  owner: maybe(words),
  supportAccess: allWords,
  rpo: maybe(words),
  rto: maybe(words),
  drills: list(object<residency.Drill>({ date: words, reference: maybe(words), rto: maybe(words), rpo: maybe(words) })),
  items: map(itemName, item),
})

const configuration = object<Configuration>({
  kind: anyOf('configuration'),
  file,
  name: named,
  extent: span,
  policy: object<configured.Policy>({
    allowedCountries: maybe(allWords),
    foreignLaw: maybe(anyOf('ignore', 'error', 'warning', 'information')),
    deniedProviders: allWords,
  }),
  rules: list(object<configured.RuleSetting>({ rule: words, level: either(level, anyOf('off')), paths: list(glob) })),
  ignore: list(object<configured.IgnoreEntry>({ path: glob, code: words, reason: text, at: place })),
  development: list(glob),
  production: list(glob),
  personal: list(field),
  notPersonal: list(field),
  groups: object<Configuration['groups']>({
    allowed: maybe(pattern),
    aliases: map(text, text),
    aliased: allWords,
  }),
  destinations: list(destination),
  clusters: list(destination),
  safeguards: list(
    object<Told<configured.Safeguard>>({
      destination: text,
      kind: anyOf(...safeguardKinds),
      date: maybe(text),
      reference: text,
      module: maybe(text),
      importer: maybe(text),
      assessed: maybe(text),
      expires: maybe(words),
      at: place,
    }),
  ),
  topics: list(
    object<Told<configured.TopicDeclaration>>({ match: text, schema: maybe(text), cluster: maybe(text), at: place }),
  ),
  schemas: list(object<configured.SchemaDeclaration>({ match: text, compatibility: words })),
  record: object<configured.RecordDeclaration>({
    controller: maybe(words),
    jointController: maybe(words),
    representative: maybe(words),
    dataProtectionOfficer: maybe(words),
    supervisoryAuthority: maybe(words),
    version: maybe(words),
    processors: list(processor),
    measures: allWords,
    copies: list(object<configured.CopyDeclaration>({ match: text, retention: words })),
    activities: list(activity),
  }),
  residency: maybe(
    object<residency.ResidencyDeclaration>({
      at: place,
      months: number,
      clusters: list(clusterResidency),
      gates: map(text, words),
    }),
  ),
  flaws: list(
    object<configured.Flaw>({
      at: place,
      what: anyOf('unknown-key', 'wrong-value', 'missing-key'),
      subject: text,
      expected: text,
    }),
  ),
})

const suppression = object<Suppression>({
  kind: anyOf('suppression'),
  file,
  at: place,
  codes: list(object<Suppression['codes'][number]>({ code: text, at: place })),
  reason: text,
  scope: either(anyOf('file'), span),
})

const kinds = new Map<unknown, Shape<entities.Entity | Configuration>>(
  Object.entries({ ...entityShapes, configuration } as Record<string, Shape<entities.Entity | Configuration>>),
)
const entity = oneOfKinds('kind', kinds)
const overlay = oneOfKinds(
  'kind',
  new Map([...kinds].filter(([kind]) => kind !== 'configuration')),
) as Shape<entities.Entity>

/** What one file says. */
export const fileFacts = object<FileFacts>({
  file,
  entities: list(entity),
  toldElsewhere: maybe(flag),
  overlays: maybe(list(overlay)),
  off: maybe(list(overlay)),
  suppressions: list(suppression),
})

const why: Shape<Message> = oneOfKinds(
  'id',
  new Map<unknown, Shape<Message>>([
    ['unread.kind', object<Message>({ id: anyOf('unread.kind'), data: object({ kind: text, api: text }) })],
    ...(['unread.comparison', 'unread.template', 'unread.format', 'unread.beside'] as const).map(
      (id): [string, Shape<Message>] => [id, object<Message>({ id: anyOf(id), data: object({}) })],
    ),
  ]),
)

/** How far a file was understood. */
export const fileCoverage = object<FileCoverage>({
  path: text,
  state: anyOf('understood', 'part', 'not'),
  entities: table(count) as Shape<FileCoverage['entities']>,
  unread: list(object<FileCoverage['unread'][number]>({ line: count, column: count, why })),
})

/** What kept a file from being read; a fault of the program that wrote it is told there. */
export const problem = object<Omit<Problem, 'fault'>>({ path: text, message: text })
