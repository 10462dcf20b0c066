import type { Connector, ConsumerGroup } from '../model/entities.ts'
import { placeOf, type Known } from '../model/fact.ts'
import type { Settings } from '../model/settings.ts'
import { isOperators } from './kubernetes-resource.ts'
import { withGroup } from './connector-group.ts'
import { down, entries, items, reportingAt } from './cursor.ts'
import { extentOf, type Cursor } from './position.ts'
import { settings, text, turnedOff } from './values.ts'

const deepest = 12

/** Reads the connectors of a file: flat, `{name, config}`, lists and maps of either. A map that names a `connector.class` is a connector. What describes an interface shows what may be sent to it: none of that runs. */
export function readConnectors(root: Cursor): readonly (Connector | ConsumerGroup)[] {
  const found: (Connector | ConsumerGroup)[] = []
  const visit = (cursor: Cursor, parent: Cursor | undefined, depth: number): void => {
    if (cursor.tree?.kind === 'map' && cursor.tree.entries.some(({ key }) => key === 'connector.class'))
      found.push(...withGroup(readConnector(cursor, parent)))
    else if (depth < deepest)
      for (const child of [...entries(cursor), ...items(cursor)]) visit(child, cursor, depth + 1)
  }
  visit(root, undefined, 0)
  return turnedOff(found, descriptionOf(root))
}

/** Where a file says that it describes an interface, by OpenAPI or AsyncAPI. */
function descriptionOf(root: Cursor): Known<boolean> | undefined {
  const version = ['openapi', 'swagger', 'asyncapi']
    .map(key => text(down(root, key)))
    .find(fact => fact.state === 'known')
  return version && { state: 'known', value: false, at: placeOf(version) }
}

/** The name stands beside `config`, inside the map itself, or nowhere: then it is part of the address that the file is sent to. */
function readConnector(config: Cursor, parent: Cursor | undefined): Connector {
  const connectorClass = text(down(config, 'connector.class'))
  const at = placeOf(connectorClass)
  const beside = parent?.tree?.kind === 'map' ? text(reportingAt(down(parent, 'name'), at)) : undefined
  const name = beside && beside.state !== 'absent' ? beside : text(reportingAt(down(config, 'name'), at))
  const near = name.state === 'absent' ? at : placeOf(name)
  return {
    kind: 'connector',
    name,
    file: config.document.file,
    extent: extentOf(beside && beside.state !== 'absent' && parent ? parent : config),
    class: connectorClass,
    connectCluster: { state: 'absent', near },
    settings: withSecrets(settings(config, near), parent),
  }
}

/** Settings with those that Confluent's tools keep in a map beside, since nobody is to print them. */
function withSecrets(bag: Settings, parent: Cursor | undefined): Settings {
  const secrets = parent && entries(parent).find(({ name }) => /^config_?sensitive$/i.test(name))
  return secrets?.tree?.kind === 'map' ? { ...bag, all: [...bag.all, ...settings(secrets, bag.near).all] } : bag
}

/** Reads the connectors of a YAML file; those in resources of operators have readers of their own. */
export const readConnectorsBeside = (root: Cursor): readonly (Connector | ConsumerGroup)[] =>
  isOperators(root) ? [] : readConnectors(root)
