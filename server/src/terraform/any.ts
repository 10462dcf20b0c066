import type { Connector, ConsumerGroup, Entity } from '../model/entities.ts'
import { placeOf, type Known } from '../model/fact.ts'
import { setting } from '../model/settings.ts'
import { readCommandsOf } from '../formats/commands.ts'
import { readConnectors } from '../formats/connector-json.ts'
import { withGroup } from '../formats/connector-group.ts'
import { down, entries, inside, isThere, items } from '../formats/cursor.ts'
import { readVariablesIn } from '../formats/environment/read.ts'
import { readValues } from '../formats/helm-release.ts'
import type { Cursor, Part } from '../formats/position.ts'
import { settings, text } from '../formats/values.ts'
import { blocks } from './instances.ts'
import { mayBeScript, mayRunScripts, readMachineScript } from './machine.ts'
import { mapOf, textOf } from '../formats/made.ts'
import { isOfKubernetes, readObject } from './kubernetes.ts'
import { named, type Resource } from './resource.ts'
import { together } from './settings.ts'

const deepest = 12

/** Whether a block of any kind may hold what tells for itself: the settings of a connector, variables of a program. */
export const mayTell = (source: string): boolean =>
  /connector\.class|KAFKA|BOOTSTRAP_SERVERS|SCHEMA_REGISTRY|CONNECT_|DEBEZIUM_SOURCE/.test(source) ||
  mayRunScripts(source)

/** Types whose resources run programs: their variables may come from elsewhere. */
const runs =
  /^(?:aws_(?:lambda_function|ecs_task_definition|apprunner_service)|kubernetes_(?:deployment|stateful_set|job|cron_job|config_map|daemon_?set|pod|secret|service|ingress)|google_cloud_run|azurerm_container|docker_(?:container|service))/

/** Whether the resources of a type run programs. */
export const runsPrograms = (type: string): boolean => runs.test(type)

/** Reads of a resource that has no reader of its own what tells for itself wherever it stands: connectors, commands of the scripts that a machine begins with, and the variables that programs get. */
export function readAny(resource: Resource): readonly Entity[] {
  if (isOfKubernetes(resource.type)) return readObject(resource)
  const title: Known<string> = { state: 'known', value: resource.labelled, at: resource.label }
  return [...toldIn(resource), ...readVariablesIn(resource.body, title, 'sensitive-variable')]
}

/** The connectors of a resource: maps that name a class, with the maps beside them; texts of JSON. And the commands in its texts. */
function toldIn(resource: Resource): readonly Entity[] {
  const visit = (cursor: Cursor, parent: Cursor, depth: number): readonly Entity[] => {
    const { tree } = cursor
    if (tree?.kind === 'scalar') return toldInText(cursor, tree.text, resource)
    if (isThere(down(cursor, 'connector.class'))) return readConnector(resource, cursor, parent)
    if (depth === deepest) return []
    return [...entries(cursor), ...items(cursor)].flatMap(child => visit(child, cursor, depth + 1))
  }
  return visit(resource.body, resource.body, 0)
}

function toldInText(cursor: Cursor, written: string, resource: Resource): readonly Entity[] {
  if (written.includes('connector.class'))
    return inside(cursor, /^\s*\{/.test(written) ? 'json' : 'script').flatMap(readConnectors)
  return mayBeScript(written) ? readMachineScript(cursor, resource) : readCommandsOf(cursor)
}

function readConnector(resource: Resource, config: Cursor, parent: Cursor): (Connector | ConsumerGroup)[] {
  const { label } = resource
  const beside = entries(parent).filter(({ name, tree }) => tree !== config.tree && /sensitive|secret/i.test(name))
  const bag = {
    ...together(label, settings(config, label), ...beside.map(one => settings(one, label))),
    refers: 'sensitive-variable',
  } as const
  const own = setting(bag, 'name')
  const common = named({ ...resource, body: parent }, 'name')
  return withGroup({
    kind: 'connector',
    ...common,
    name: own.state === 'absent' ? common.name : own,
    class: setting(bag, 'connector.class'),
    connectCluster: { state: 'absent', near: placeOf(common.name) },
    settings: bag,
  })
}

/** Reads the values that a `helm_release` gives to its chart: texts of YAML or maps, and single values by their paths. */
export function readHelm(resource: Resource): readonly Entity[] {
  const { body, label, labelled } = resource
  const own = text(down(body, 'name'))
  const release: Known<string> = own.state === 'known' ? own : { state: 'known', value: labelled, at: label }
  const single = ['set', 'set_sensitive'].flatMap(name => blocks(body, name)).flatMap(singleIn)
  return [
    ...items(down(body, 'values')).flatMap(values => readValues(values, release)),
    ...(single.length > 0 ? readValues(nested(body, single), release) : []),
  ]
}

/** A value under the steps of its path. */
interface Single {
  readonly steps: readonly string[]
  readonly value: Cursor
}

/** `listeners.client.protocol`, `config.default\.replication\.factor`, `topics[0].name`. */
function singleIn(block: Cursor): Single[] {
  const name = textOf(down(block, 'name'))
  const value = down(block, 'value')
  if (name === undefined || !isThere(value)) return []
  const steps = name
    .replace(/\[(\d+)\]/g, '.$1')
    .split(/(?<!\\)\./)
    .map(step => step.replaceAll('\\.', '.'))
  return [{ steps, value }]
}

/** The map that single values make. */
function nested(at: Cursor, values: readonly Single[]): Cursor {
  const heads = [...new Set(values.map(({ steps }) => steps[0] ?? ''))]
  const parts = heads.map((name): Part => {
    const own = values.filter(({ steps }) => steps[0] === name)
    const whole = own.find(({ steps }) => steps.length === 1)
    const cursor =
      whole?.value ??
      nested(
        at,
        own.map(({ steps, value }) => ({ steps: steps.slice(1), value })),
      )
    return { name, key: own[0]?.value.key, cursor }
  })
  return mapOf(at, parts, true)
}
