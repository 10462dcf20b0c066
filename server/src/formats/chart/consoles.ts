import type { Client, Door } from '../../model/entities.ts'
import { knownValue, type Fact, type Known, type Unresolved } from '../../model/fact.ts'
import { down, entries, isThere, items } from '../cursor.ts'
import { isGuarded } from '../entrances.ts'
import { consoleImage } from '../environment/consoles.ts'
import { extentOf, placeHere, type Cursor } from '../position.ts'
import { boolean, switchedOffBy, text, turnedOff } from '../values.ts'

/** Charts of consoles for Kafka that let in everybody by default, as they are called in values and by what installs them. */
const consoleChart =
  /^(?:kafka-ui|kafbat-ui|akhq|kafdrop|kowl|redpanda-console|kafka-manager|cmak|kafka-topics-ui|kafka-connect-ui)$/

/** Deeper blocks of values are not looked into. */
const deepest = 4

/** Reads the consoles that values of charts open to clients outside: by the name of their chart, or by their image; `chart` is whose values all of them are. */
export function readConsoles(values: Cursor, chart?: Known<string>): readonly Client[] {
  if (isThere(down(values, 'apiVersion'))) return []
  if (chart && consoleChart.test(chart.value)) return readConsole(values, chart)
  const visit = (block: Cursor, depth: number): readonly Client[] =>
    entries(block).flatMap((entry): readonly Client[] => {
      if (entry.tree?.kind !== 'map' || !entry.key) return []
      const name: Known<string> = { state: 'known', value: entry.name, at: entry.key }
      if (consoleChart.test(entry.name) || consoleImage.test(imageOf(entry))) return readConsole(entry, name)
      return depth < deepest ? visit(entry, depth + 1) : []
    })
  return visit(values, 1)
}

/** The image of a block: a text, or a repository. */
function imageOf(block: Cursor): string {
  const image = down(block, 'image')
  return knownValue(text(image)) ?? knownValue(text(down(image, 'repository'))) ?? ''
}

function readConsole(block: Cursor, name: Known<string>): readonly Client[] {
  const door = mayAskForLogin(block) ? undefined : doorOf(block)
  if (!door) return []
  const near = door.at
  const open: Unresolved = { state: 'unresolved', at: near, text: '' }
  const client: Client = {
    kind: 'client',
    name,
    file: block.document.file,
    extent: extentOf(block),
    kafka: { alias: { state: 'absent', near }, bootstrap: open, encrypted: open },
    settings: { all: [], near, open },
    doors: [door],
  }
  return turnedOff([client], switchedOffBy(block))
}

/** What opens a console: an ingress that is on, or a service with an address of its own, unless it keeps out who is not known. */
function doorOf(block: Cursor): Door | undefined {
  const [ingress, service] = [down(block, 'ingress'), down(block, 'service')]
  const on = boolean(down(ingress, 'enabled'))
  if (knownValue(on) === true && !isGuarded(down(ingress, 'annotations'), ingress))
    return { what: 'console', at: placeHere(down(ingress, 'enabled')), by: 'ingress' }
  const types = [down(service, 'type'), ...['serviceType', 'portType'].map(key => down(block, key))]
  const type = types.find(isThere)
  const how = type && knownValue(text(type))?.toLowerCase()
  if (!type || (how !== 'loadbalancer' && how !== 'nodeport') || switchedOffBy(service)) return undefined
  const isLimited =
    items(down(service, 'loadBalancerSourceRanges')).length > 0 || isGuarded(down(service, 'annotations'), service)
  return isLimited ? undefined : { what: 'console', at: placeHere(type), by: how }
}

/** Words of keys by which a console is told to ask for a login, or takes a configuration from elsewhere that may. */
const asks = /auth|login|ldap|oidc|security|htpasswd|existing|envfrom|configmap|secret/i
/** What says of such a key that it is off. */
const off = /^(?:|disabled|false|none|null|~)$/i
/** Blocks that say how a console connects to Kafka, which is no login of its own; those of what stands before it are looked at by themselves. */
const others: ReadonlySet<string> = new Set([
  'clusters',
  'connections',
  'ingress',
  'service',
  'serviceAccount',
  'image',
])

/** Whether a console may ask for a login; what a template fills in may. */
function mayAskForLogin(block: Cursor, named = false): boolean {
  if (block.tree?.kind === 'unresolved') return true
  return [...entries(block), ...items(block)].some(one => {
    const key = 'name' in one ? String(one.name) : ''
    if (others.has(key)) return false
    const isNamed = named || asks.test(key) || asks.test(nameOf(one))
    if (one.tree?.kind === 'map' || one.tree?.kind === 'list') return mayAskForLogin(one, isNamed)
    return isNamed && says(text(one), key)
  })
}

/** What an item of a list of variables is called. */
const nameOf = (item: Cursor): string => ('name' in item ? '' : (knownValue(text(down(item, 'name'))) ?? ''))

/** Whether a value switches something on. */
const says = (value: Fact<string>, key: string): boolean =>
  value.state === 'unresolved' || (value.state === 'known' && key !== 'name' && !off.test(value.value.trim()))
