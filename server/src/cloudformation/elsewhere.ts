import type { Entity } from '../model/entities.ts'
import { knownValue, placeOf, type Fact, type Known } from '../model/fact.ts'
import { down, entries, isThere } from '../formats/cursor.ts'
import { readHead } from '../formats/kubernetes-resource.ts'
import { tableOf } from '../text/table.ts'
import { extentOf, type Cursor } from '../formats/position.ts'
import { text } from '../formats/values.ts'
import { readerOf } from '../terraform/read.ts'
import type { Resource } from '../terraform/resource.ts'
import { renamed, snake } from './properties.ts'

/** Reads resources of the providers of clouds that another language declares: AWS's own controllers (ACK) and Crossplane in Kubernetes, Pulumi's programs in YAML. Their properties are those of Terraform's providers in another case; any other document says nothing. */
export const readProvided = (root: Cursor): readonly Entity[] => [...readObject(root), ...readProgram(root)]

/** Groups of ACK and Crossplane: `kafka.services.k8s.aws`, `kafkaconnect.aws.m.upbound.io`. */
const group =
  /^(kafka|kafkaconnect|lambda|glue|pipes|firehose)\.(services\.k8s\.aws|aws(?:\.m)?\.(?:upbound|crossplane)\.io)\//

/** What Terraform's provider calls the services, where it is not their own name. */
const services = tableOf({ kafka: 'msk', kafkaconnect: 'mskconnect', firehose: 'kinesis_firehose' })

/** What AWS's controllers call otherwise. */
const ofControllers = new Map([['name', 'cluster_name']])
const asTheyAre = new Map<string, string>()

function readObject(root: Cursor): readonly Entity[] {
  const [, service = '', controller] = group.exec(knownValue(text(down(root, 'apiVersion'))) ?? '') ?? []
  const head = controller === undefined ? undefined : readHead(root, `${service}.${controller}`)
  if (!head) return []
  const at = placeOf(head.name)
  const spec = down(head.root, 'spec')
  const own = controller === 'services.k8s.aws'
  const properties = renamed(own ? spec : down(spec, 'forProvider'), own ? ofControllers : asTheyAre)
  const type = `aws_${services.get(service) ?? service}_${snake(head.kind)}`
  return read(type, { label: { ...knownName(head.name, head.kind), at }, properties, extent: head.extent })
}

const knownName = (name: Fact<string>, kind: string): { state: 'known'; value: string } => ({
  state: 'known',
  value: knownValue(name) ?? kind,
})

/** Types of Pulumi: `aws:msk:Cluster`, `aws:msk/cluster:Cluster`, `kafka:index:Topic`, `confluentcloud:KafkaTopic`. */
const ofPulumi = /^(aws|kafka|confluentcloud|aiven):(?:(?:index|(\w+))(?:\/\w+)?:)?([A-Z]\w*)$/

function readProgram(root: Cursor): readonly Entity[] {
  if (isThere(down(root, 'apiVersion'))) return []
  return entries(down(root, 'resources')).flatMap(resource => {
    const [, provider = '', module, name] = ofPulumi.exec(knownValue(text(down(resource, 'type'))) ?? '') ?? []
    if (name === undefined || !resource.key) return []
    const type = [provider === 'confluentcloud' ? 'confluent' : provider, ...(module ? [module] : []), snake(name)]
    return read(type.join('_'), {
      label: { state: 'known', value: resource.name, at: resource.key },
      properties: renamed(down(resource, 'properties'), asTheyAre),
      extent: extentOf(resource),
    })
  })
}

/** Reads a resource as the reader of its type in Terraform does; where it stands nothing beside it is in sight. */
function read(
  type: string,
  { label, properties, extent }: { label: Known<string>; properties: Cursor; extent: Resource['extent'] },
): readonly Entity[] {
  const { at } = label
  const body: Cursor = { ...properties, near: at }
  const region = text(down(body, 'region'))
  return (
    readerOf(type)?.({
      type,
      labelled: label.value,
      file: body.document.file,
      body,
      label: at,
      extent,
      region: () => (region.state === 'absent' ? { state: 'unresolved', at, text: '' } : region),
      provider: () => undefined,
      beside: () => [],
      handedOn: () => false,
    }) ?? []
  )
}
