import type { Entity } from '../../model/entities.ts'
import { knownValue, placeOf } from '../../model/fact.ts'
import { tableOf } from '../../text/table.ts'
import { readAcls } from '../access-list.ts'
import { down, items, reportingAt } from '../cursor.ts'
import { headOf, readHead, type KubernetesResource } from '../kubernetes-resource.ts'
import { extentOf, type Cursor } from '../position.ts'
import { text } from '../values.ts'
import * as aiven from './aiven.ts'
import { readClients, readDapr, readDebeziumServer, readNaisProgram } from './clients.ts'
import * as confluent from './confluent.ts'
import * as jikkou from './jikkou.ts'
import * as koperator from './koperator.ts'
import { isList, readTopic } from './topics.ts'

const readers = tableOf<(resource: KubernetesResource) => readonly Entity[]>({
  'platform.confluent.io/Kafka': confluent.readKafka,
  'platform.confluent.io/Connect': confluent.readConnect,
  'platform.confluent.io/Connector': confluent.readConnector,
  'platform.confluent.io/SchemaRegistry': confluent.readComponent,
  'platform.confluent.io/KsqlDB': confluent.readComponent,
  'platform.confluent.io/ControlCenter': confluent.readComponent,
  'platform.confluent.io/KafkaRestProxy': confluent.readComponent,
  'platform.confluent.io/ClusterLink': confluent.readClusterLink,
  'platform.confluent.io/ConfluentRolebinding': confluent.readRoleBinding,
  'kafka.banzaicloud.io/KafkaCluster': koperator.readKafkaCluster,
  'kafka.banzaicloud.io/KafkaUser': koperator.readUser,
  'kafka.nais.io/Topic': aiven.readTopicAccess,
  'aiven.io/Kafka': aiven.readKafka,
  'aiven.io/KafkaConnector': aiven.readConnector,
  'aiven.io/KafkaACL': aiven.readAcl,
  'aiven.io/KafkaNativeACL': aiven.readNativeAcl,
  'kafka.jikkou.io/KafkaConnector': jikkou.readConnector,
  'kafka.jikkou.io/KafkaPrincipalAuthorization': jikkou.readAuthorization,
  'cluster.redpanda.com/User': resource =>
    readAcls(
      down(resource.root, 'spec', 'authorization', 'acls'),
      headOf(resource),
      text(down(resource.root, 'spec', 'cluster', 'clusterRef', 'name')),
    ),
  'nais.io/Application': readNaisProgram,
  'nais.io/Naisjob': readNaisProgram,
  'dapr.io/Component': readDapr,
  'debezium.io/DebeziumServer': readDebeziumServer,
})

/** Whether a text can declare something of Kafka: of Knative, Camel, Jaeger and Argo, most does not. */
export const mayDeclare = (text: string): boolean =>
  /kafka|bootstrapServers|redpanda|confluent\.io\/|aiven\.io\/|eventstreams|debezium/i.test(text)

/** Whether a document's texts of settings are known better here than anywhere else. */
export const claimsOperator = (root: Cursor): boolean =>
  /^kafka\.banzaicloud\.io\//.test(knownValue(text(down(root, 'apiVersion'))) ?? '')

/** Reads one document of an operator that declares something of Kafka, beside those that have a format of their own; any other says nothing. */
export function readOperators(root: Cursor): readonly Entity[] {
  const group = knownValue(text(down(root, 'apiVersion')))?.split('/')[0] ?? ''
  const resource = readHead(root, group)
  if (!resource) return []
  return (isList(resource) ? itemsOf(resource) : [resource]).flatMap(one => [
    ...readTopic(group, one),
    ...readClients(group, one),
    ...(readers.get(`${group}/${one.kind}`)?.(one) ?? []),
  ])
}

/** The resources of a list: each has a name of its own, and the list's kind. */
const itemsOf = ({ kind, root }: KubernetesResource): KubernetesResource[] =>
  items(down(root, 'items')).map(item => {
    const name = text(down(item, 'metadata', 'name'))
    return {
      kind: kind.replace(/List$/, ''),
      file: root.document.file,
      root: reportingAt(item, placeOf(name)),
      name,
      extent: extentOf(item),
    }
  })
