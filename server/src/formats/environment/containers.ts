import { partsOf, placeOf, knownValue, type Fact, type Known } from '../../model/fact.ts'
import type { Settings } from '../../model/settings.ts'
import { down, entries, isThere, items } from '../cursor.ts'
import { extentOf, type Cursor } from '../position.ts'
import { integer, text } from '../values.ts'
import { readHead } from '../kubernetes-resource.ts'
import { readVariables } from './variables.ts'

/** A container, or several that are alike. */
export interface Container {
  readonly name: Known<string>
  readonly extent: ReturnType<typeof extentOf>
  readonly namespace?: string
  readonly variables: Settings
  /** How many of it run. */
  readonly count: Fact<number>
  /** The version that its image is tagged with, where that is Kafka's own. */
  readonly version: Fact<string>
}

/** Reads the services of a compose file, or the containers of a Kubernetes workload. */
export function readContainers(root: Cursor): Container[] {
  const services = down(root, 'services')
  if (isThere(services) && !isThere(down(root, 'apiVersion'))) return entries(services).flatMap(readService)
  const resource = readHead(root, 'apps') ?? readHead(root, '')
  if (resource?.name.state !== 'known') return []
  const name = resource.name
  const { namespace } = resource
  if (resource.kind === 'ConfigMap')
    return [
      {
        name,
        extent: resource.extent,
        ...(namespace === undefined ? {} : { namespace }),
        variables: { ...readVariables(down(resource.root, 'data')), near: name.at },
        count: { state: 'unresolved', at: name.at, text: '' },
        version: { state: 'absent', near: name.at },
      },
    ]
  const spec = down(resource.root, 'spec')
  const pod = isThere(down(spec, 'containers')) ? spec : down(spec, 'template', 'spec')
  const replicas = integer(down(spec, 'replicas'))
  return items(down(pod, 'containers')).map((container): Container => {
    const own = text(down(container, 'name'))
    return {
      name: own.state === 'known' ? own : name,
      extent: extentOf(container),
      ...(namespace === undefined ? {} : { namespace }),
      variables: {
        ...openedBy(readVariables(down(container, 'env')), down(container, 'envFrom')),
        near: placeOf(own.state === 'known' ? own : name),
      },
      // How many run may be set elsewhere where the resource does not say it.
      count: replicas.state === 'absent' ? { state: 'unresolved', at: name.at, text: '' } : replicas,
      version: versionOf(text(down(container, 'image'))),
    }
  })
}

function readService(service: Cursor & { readonly name: string }): Container[] {
  if (!service.key) return []
  const name: Known<string> = { state: 'known', value: service.name, at: service.key }
  const [replicas, scale] = [integer(down(service, 'deploy', 'replicas')), integer(down(service, 'scale'))]
  const count = replicas.state === 'absent' ? scale : replicas
  return [
    {
      name,
      extent: extentOf(service),
      variables: {
        ...openedBy(readVariables(down(service, 'environment')), down(service, 'env_file')),
        near: name.at,
        refers: 'variable',
      },
      count: count.state === 'absent' ? { state: 'known', value: 1, at: name.at } : count,
      version: versionOf(text(down(service, 'image'))),
    },
  ]
}

/** Variables of another file may be there beside those that are written. */
const openedBy = (variables: Settings, elsewhere: Cursor): Settings =>
  isThere(elsewhere) && !variables.open
    ? { ...variables, open: { state: 'unresolved', at: elsewhere.key ?? variables.near, text: '' } }
    : variables

/** The tag of an image of Apache Kafka's own is its version; other images count their own. */
function versionOf(image: Fact<string>): Fact<string> {
  if (image.state !== 'known') return image
  const [name, tag] = partsOf(image, ':')
  return tag && /(?:^|\/)apache\/kafka(?:-native)?$/.test(knownValue(name ?? tag) ?? '')
    ? tag
    : { state: 'absent', near: image.at }
}
