import type { Connector, ConsumerGroup } from '../model/entities.ts'
import { writtenName } from '../model/fact.ts'
import { groupsIn } from './groups.ts'

/** The connector, and the groups that it names itself; without one the group of a sink is `connect-<name>`. */
export const withGroup = (connector: Connector): (Connector | ConsumerGroup)[] => [
  connector,
  ...groupsIn(connector.settings, 'connector', {
    ...connector,
    owner: `connector ${writtenName(connector.name)}`.trimEnd(),
  }),
]
