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
  dpf: 'inscription sur la liste du cadre de protection des données',
  adequacy: 'destinataire dans le champ de la décision d’adéquation',
  'code-of-conduct': 'code de conduite approuvé',
  certification: 'certification approuvée',
  'ad-hoc': 'clauses contractuelles autorisées par une autorité de contrôle',
  derogation: 'dérogation pour une situation particulière',
  other: 'autre garantie',
} as const
