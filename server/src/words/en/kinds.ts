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
  conduct: 'code of conduct',
  certification: 'certification',
  adhoc: 'authorised contractual clauses',
  derogation: 'derogation, as a rule not for a continuous stream',
  dpf: 'Data Privacy Framework listing',
  other: 'another safeguard',
} as const
