/** What entities are called. */
export const kindNames = {
  topic: 'topic',
  cluster: 'cluster',
  'node-pool': 'pool de nœuds',
  group: 'groupe',
  'connect-cluster': 'cluster Connect',
  connector: 'connecteur',
  client: 'client',
  flow: 'réplication',
  schema: 'schéma',
  record: 'enregistrement',
  'supporting-service': 'service',
} as const

/** What a transfer can rest on. */
export const safeguardNames = {
  scc: 'clauses contractuelles types',
  bcr: 'règles d’entreprise contraignantes',
  conduct: 'code de conduite approuvé',
  certification: 'certification',
  adhoc: 'clauses contractuelles autorisées',
  derogation: 'dérogation, en règle générale pas pour un flux continu',
  dpf: 'inscription sur la liste du cadre de protection des données',
  other: 'autre garantie',
} as const
