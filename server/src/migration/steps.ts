import { isRunByConfluent } from '../assess/connector-kind.ts'
import { say, type Message } from '../words/message.ts'
import { connectorNames } from './checks.ts'
import { aliases, mirrorNames, sourceSecret, syncsTopic } from './mirrors.ts'
import type { Plan, SheetName } from './plan.ts'
import { codeSpan as code, flat } from '../text/markdown.ts'
import { shellQuoted, shellWord } from '../text/shell.ts'

/** One step: what is done and why, commands, what has to hold before the next one, how one goes back. */
export interface Step {
  readonly title: Message
  readonly text: Message
  readonly beside?: string
  readonly commands: readonly string[]
  readonly check: Message
  readonly checks: readonly string[]
  readonly back: Message
  readonly backs: readonly string[]
}

/** Says something in the language of the document. */
export type Tell = (message: Message) => string

/** The steps of a move, in their order; what there is nothing of is left out. */
export const stepsOf = (plan: Plan, tell: Tell): Step[] => {
  const tools = toolsOf(plan)
  return [copying, beside, changeOver, leaving].flatMap(part => part(plan, tools, tell)).filter(step => step !== false)
}

const list = (items: readonly string[]): string => items.map(item => `- ${item}`).join('\n')
const kubectl = 'kubectl -n "$NAMESPACE"'

/** Commands, and the names in them. */
type Tools = ReturnType<typeof toolsOf>

function toolsOf({ target, sheets, connectors }: Plan) {
  const has = (name: SheetName): boolean => sheets.some(sheet => sheet.name === name)
  const names = mirrorNames(target.name)
  const forward = connectorNames(aliases.source, aliases.target)
  const back = connectorNames(aliases.target, aliases.source)
  const apply = (sheet: SheetName): string => `${kubectl} apply -f rendered/${sheet}`
  const remove = (sheet: SheetName): string => `${kubectl} delete -f rendered/${sheet}`
  const patchMirror = (name: string, state: string, ...parts: readonly ('source' | 'checkpoint')[]): string =>
    `${kubectl} patch kafkamirrormaker2 ${name} --type=json -p '[${parts
      .map(part => `{"op":"add","path":"/spec/mirrors/0/${part}Connector/state","value":"${state}"}`)
      .join(',')}]'`
  const sinks = connectors.filter(({ direction }) => direction !== 'source')
  const sources = connectors.filter(({ direction }) => direction === 'source')
  const run = (name: string, state: string): string =>
    `${kubectl} patch kafkaconnector ${name} --type=merge -p '{"spec":{"state":"${state}"}}'`
  const connect = `${target.name}-connect`
  return { has, names, forward, back, apply, remove, patchMirror, sinks, sources, run, connect }
}

/** From nothing to a mirror that runs. */
function copying(
  { target, schemas, sourceKeys }: Plan,
  { has, names, apply, remove, patchMirror }: Tools,
): (Step | false)[] {
  return [
    {
      title: say('move.prepare'),
      text: say('move.prepareText', { target: target.name }),
      commands: [
        'set -a; . ./answers.env; set +a',
        `export OWN_BOOTSTRAP=${target.bootstrap}`,
        'mkdir -p rendered',
        `for f in *.yaml${schemas === undefined ? '' : ' schemas.jsonl'}; do envsubst "$(sed -n 's/^\\([A-Z0-9_]*\\)=.*/$\\1/p' answers.env)" < "$f" > "rendered/$f"; done`,
        '. ./checks.sh',
      ],
      check: say('move.prepareCheck'),
      checks: ["grep -nE '^[A-Z0-9_]+=$' answers.env", `${kubectl} apply --dry-run=server -f rendered/`],
      back: say('move.prepareBack'),
      backs: [],
    },
    {
      title: say('move.cluster'),
      text: say('move.clusterText'),
      commands: [apply('1-cluster.yaml')],
      check: say('move.clusterCheck'),
      checks: [`${kubectl} wait kafka/${target.name} --for=condition=Ready --timeout=15m`],
      back: say('move.clusterBack'),
      backs: [remove('1-cluster.yaml')],
    },
    {
      title: say('move.usersTopics'),
      text: say('move.usersTopicsText'),
      commands: [
        ...(has('2-users.yaml') ? [apply('2-users.yaml')] : []),
        ...(has('3-topics.yaml') ? [apply('3-topics.yaml')] : []),
      ],
      check: say('move.usersTopicsCheck'),
      checks: [
        ...(has('2-users.yaml') ? [`${kubectl} wait kafkauser --all --for=condition=Ready --timeout=5m`] : []),
        ...(has('3-topics.yaml') ? [`${kubectl} wait kafkatopic --all --for=condition=Ready --timeout=5m`] : []),
        "kafka-topics.sh $MANAGED_CLIENT --list | grep -v '^__' | sort > managed-topics.txt",
        'kafka-topics.sh $OWN_CLIENT --list | sort | comm -23 managed-topics.txt -',
      ],
      back: say('move.usersTopicsBack'),
      backs: [
        ...(has('3-topics.yaml') ? [remove('3-topics.yaml')] : []),
        ...(has('2-users.yaml') ? [remove('2-users.yaml')] : []),
      ],
    },
    has('4-mirror.yaml') && {
      title: say('move.mirror'),
      text: say('move.mirrorText'),
      commands: [
        ...(sourceKeys.length === 0
          ? []
          : [
              `${kubectl} create secret generic ${sourceSecret(target.name)} ${sourceKeys.map(key => `--from-file=${key}`).join(' ')}`,
            ]),
        apply('4-mirror.yaml'),
        `${kubectl} wait kafkamirrormaker2/${names.forward} --for=condition=Ready --timeout=10m`,
        'sleep 20',
        patchMirror(names.forward, 'running', 'source'),
      ],
      check: say('move.mirrorCheck'),
      checks: [
        `${kubectl} get kafkamirrormaker2 ${names.forward} -o json | jq -r '.status.connectors[] | .name, .connector.state, .tasks[].state'`,
        `kafka-get-offsets.sh $OWN_CLIENT --topic '${aliases.source}\\.heartbeats'`,
        'drained; counts managed; counts own; groups_missing',
      ],
      back: say('move.mirrorBack'),
      backs: [remove('4-mirror.yaml')],
    },
  ]
}

/** What stands beside the brokers: registry, Connect. */
function beside(
  { inventory, target, schemas, secrets }: Plan,
  { has, apply, remove, connect }: Tools,
  tell: Tell,
): (Step | false)[] {
  return [
    schemas !== undefined && {
      title: say('move.registry'),
      text: say('move.registryText'),
      ...(inventory.schemas.some(({ registry }) => registry !== undefined)
        ? { beside: tell(say('move.registryGlue')) }
        : {}),
      commands: [apply('5-registry.yaml'), ...registration(target.name)],
      check: say('move.registryCheck'),
      checks: [
        `curl -s "$REGISTRY/apis/ccompat/v7/subjects" | jq -r '.[]' | while read -r s; do echo "$s" $(curl -s "$REGISTRY/apis/ccompat/v7/subjects/$s/versions"); done`,
        `jq -r 'select(.glue) | .glue' rendered/schemas.jsonl | while read -r s; do aws glue list-schema-versions --schema-id "SchemaArn=$(arn_of "$s")" --query 'length(Schemas)'; done`,
      ],
      back: say('move.registryBack'),
      backs: [remove('5-registry.yaml')],
    },
    has('6-connect.yaml') && {
      title: say('move.connect'),
      text: say('move.connectText'),
      ...(secrets.length === 0
        ? {}
        : {
            beside: `${tell(say('move.secretsNeeded'))}:\n\n${list(secrets.map(({ name, keys }) => `${code(name)}: ${keys.map(code).join(', ')}`))}`,
          }),
      commands: [
        ...secrets.map(
          ({ name, keys }) =>
            `${kubectl} create secret generic ${shellWord(name)} ${keys.map(key => shellWord(`--from-file=${key}`)).join(' ')}`,
        ),
        apply('6-connect.yaml'),
      ],
      check: say('move.connectCheck'),
      checks: [
        `${kubectl} wait kafkaconnect/${connect} --for=condition=Ready --timeout=10m`,
        `${kubectl} get kafkaconnector -l strimzi.io/cluster=${connect} -o json | jq -r '.items[] | [.metadata.name, .status.connectorStatus.connector.state] | @tsv'`,
      ],
      back: say('move.connectBack'),
      backs: [remove('6-connect.yaml')],
    },
  ]
}

/** Consumers, sinks, producers. */
function changeOver(
  { inventory }: Plan,
  { has, names, forward, patchMirror, sinks, sources, run }: Tools,
  tell: Tell,
): (Step | false)[] {
  return [
    inventory.groups.length > 0 && {
      title: say('move.consumers'),
      text: say('move.consumersText'),
      commands: [
        'GROUP=NAME',
        'kafka-consumer-groups.sh $MANAGED_CLIENT --describe --group "$GROUP" --members',
        'sleep 30',
      ],
      check: say('move.consumersCheck'),
      checks: [
        'ready "$GROUP" && unread "$GROUP"',
        'kafka-consumer-groups.sh $MANAGED_CLIENT --describe --group "$GROUP"',
        'kafka-consumer-groups.sh $OWN_CLIENT --describe --group "$GROUP"',
      ],
      back: say('move.consumersBack'),
      backs: [],
    },
    sinks.length > 0 && {
      title: say('move.sinks'),
      text: say('move.sinksText'),
      commands: sinks.flatMap(item => [
        stopThere(item, tell),
        'sleep 30',
        `${isRunByConfluent(item.connector) ? 'begun' : 'ready'} ${shellQuoted(`connect-${item.name}`)} && ${run(item.resource, 'running')}`,
      ]),
      check: say('move.sinksCheck'),
      checks: sinks.map(
        ({ resource }) => `${kubectl} get kafkaconnector ${resource} -o json | jq -c .status.connectorStatus`,
      ),
      back: say('move.sinksBack'),
      backs: sinks.map(({ resource }) => run(resource, 'stopped')),
    },
    has('4-mirror.yaml') && {
      title: say('move.producers'),
      text: say('move.producersText'),
      commands: [
        ...sources.map(item => stopThere(item, tell)),
        'drained',
        patchMirror(names.forward, 'stopped', 'source', 'checkpoint'),
        'cut_over_offsets > cut-over.json',
      ],
      check: say('move.producersCheck'),
      checks: [
        `${kubectl} get kafkamirrormaker2 ${names.forward} -o json | jq -r '.status.connectors[] | select(.name == "${forward.copies}") | .connector.state'`,
        "jq -r '.data[] | fromjson | .offsets | length' cut-over.json",
      ],
      back: say('move.producersBack'),
      backs: [patchMirror(names.forward, 'running', 'source', 'checkpoint')],
    },
  ]
}

/** The way back, and what goes last. */
function leaving(
  { inventory, target }: Plan,
  { has, names, back, apply, remove, patchMirror, run, sources }: Tools,
  tell: Tell,
): (Step | false)[] {
  return [
    has('7-way-back.yaml') && {
      title: say('move.between'),
      text: say('move.betweenText'),
      commands: [
        `kafka-topics.sh $MANAGED_CLIENT --create --topic ${syncsTopic(aliases.target)} --partitions 1 --replication-factor 3 --config cleanup.policy=compact`,
        `${kubectl} apply -f cut-over.json`,
        apply('7-way-back.yaml'),
        `${kubectl} wait kafkamirrormaker2/${names.back} --for=condition=Ready --timeout=10m`,
        `${kubectl} annotate kafkamirrormaker2 ${names.back} strimzi.io/connector-offsets=alter strimzi.io/mirrormaker-connector='${back.copies}'`,
        `until [ -z "$(${kubectl} get kafkamirrormaker2 ${names.back} -o jsonpath='{.metadata.annotations.strimzi\\.io/connector-offsets}')" ]; do sleep 5; done`,
        patchMirror(names.back, 'running', 'checkpoint'),
        'sleep 20',
        patchMirror(names.back, 'running', 'source'),
        ...sources.map(({ resource }) => run(resource, 'running')),
      ],
      check: say('move.betweenCheck'),
      checks: [
        `${kubectl} get kafkamirrormaker2 ${names.back} -o json | jq -r '.status.connectors[] | .name, .connector.state, .tasks[].state'`,
        'drained_back; counts managed; counts own',
      ],
      back: say('move.betweenBack'),
      backs: [
        'drained_back',
        patchMirror(names.back, 'stopped', 'source', 'checkpoint'),
        ...sources.map(({ resource }) => run(resource, 'stopped')),
      ],
    },
    {
      title: say('move.last'),
      text: say('move.lastText'),
      beside: tell(say('move.lastItems', { cluster: inventory.name, target: target.name }))
        .split('\n')
        .map((item, index) => `${index + 1}. ${item}`)
        .join('\n'),
      commands: [
        ...(has('7-way-back.yaml')
          ? [remove('7-way-back.yaml'), remove('4-mirror.yaml'), `${kubectl} delete kafkauser ${target.name}-mirror`]
          : []),
      ],
      check: say('move.lastCheck'),
      checks: [],
      back: say('move.lastBack'),
      backs: [],
    },
  ]
}

/** How a connector is stopped where it runs now. */
const stopThere = ({ name, connector }: Plan['connectors'][number], tell: Tell): string =>
  connector.site
    ? `aws kafkaconnect delete-connector --connector-arn "$(aws kafkaconnect list-connectors --connector-name-prefix ${shellWord(name)} --query ${asQuery(`connectors[?connectorName=='${name}'].connectorArn`)} --output text)"`
    : flat(tell(say('move.stopThere', { connector: name })))

/** A query between double quotes, as people write it, or where a name holds what a shell reads, between others. */
const asQuery = (query: string): string => (/^[\w?=.'[\]-]*$/.test(query) ? `"${query}"` : shellQuoted(query))

/** Commands that register all versions of the schemas of Glue, and the files, by the interface that Confluent's clients speak too. */
const registration = (cluster: string): string[] => [
  `REGISTRY=http://${cluster}-registry-app-service.$NAMESPACE.svc:8080`,
  'arn_of() { aws glue list-schemas --query "Schemas[?SchemaName==\'$1\'].SchemaArn | [0]" --output text; }',
  'register() { jq -Rs --arg t "$2" \'{ schemaType: $t, schema: . }\' | curl -sf -H \'Content-Type: application/json\' -d @- "$REGISTRY/apis/ccompat/v7/subjects/$1/versions"; }',
  'jq -c . rendered/schemas.jsonl | while read -r s; do',
  '  subject=$(jq -r .subject <<< "$s"); glue=$(jq -r \'.glue // ""\' <<< "$s")',
  '  if [ -z "$glue" ]; then register "$subject" "$(jq -r .type <<< "$s")" < "$(jq -r .file <<< "$s")"; continue; fi',
  '  for v in $(aws glue list-schema-versions --schema-id "SchemaArn=$(arn_of "$glue")" --query \'sort(Schemas[?Status==`AVAILABLE`].VersionNumber)\' --output text); do',
  '    aws glue get-schema-version --schema-id "SchemaArn=$(arn_of "$glue")" --schema-version-number "VersionNumber=$v" > version.json',
  '    jq -j .SchemaDefinition version.json | register "$subject" "$(jq -r .DataFormat version.json)"',
  '  done',
  'done',
]
