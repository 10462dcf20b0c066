/** What entities are called. */
export const kindNames = {
  topic: 'topic',
  cluster: 'cluster',
  'node-pool': 'node pool',
  group: 'group',
  'connect-cluster': 'Connect cluster',
  connector: 'connector',
  client: 'client',
  flow: 'mirror',
  schema: 'schema',
  record: 'record',
  'supporting-service': 'service',
} as const

/** What a transfer can rest on. */
export const safeguardNames = {
  scc: 'standard contractual clauses',
  bcr: 'binding corporate rules',
  dpf: 'Data Privacy Framework listing',
  adequacy: 'recipient within the scope of the adequacy decision',
  'code-of-conduct': 'approved code of conduct',
  certification: 'approved certification',
  'ad-hoc': 'contractual clauses authorised by a supervisory authority',
  derogation: 'derogation for a specific situation',
  other: 'another safeguard',
} as const

/** What a destination is to whatever sends data there. */
export type DestinationRole =
  | 'sink'
  | 'replication'
  | 'cluster'
  | 'tiered-storage'
  | 'registry'
  | 'telemetry'
  | 'proxy'
  | 'state'
  | 'backup'
  | 'disks'
  | 'control-plane'
