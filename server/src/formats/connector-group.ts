import type { Connector, ConsumerGroup } from '../model/entities.ts'
import { valueOf } from '../model/fact.ts'
import { setting } from '../model/settings.ts'

/** The connector, and the consumer group that it names itself; without one its group is `connect-<name>`. */
export function withGroup(connector: Connector): (Connector | ConsumerGroup)[] {
  const name = setting(connector.settings, 'consumer.override.group.id')
  if (name.state === 'absent') return [connector]
  const { file, extent, namespace } = connector
  return [connector, { kind: 'group', name, file, extent, role: 'sink', owner: `connector ${valueOf(connector.name) ?? '?'}`, ...(namespace === undefined ? {} : { namespace }) }]
}
