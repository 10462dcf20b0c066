/** What entities are called. */
export const kindNames = {
  topic: 'Topic',
  cluster: 'Cluster',
  'node-pool': 'Knotenpool',
  group: 'Gruppe',
  'connect-cluster': 'Connect-Cluster',
  connector: 'Konnektor',
  client: 'Client',
  flow: 'Replikation',
  schema: 'Schema',
  record: 'Datensatz',
  'supporting-service': 'Dienst',
} as const

/** What a transfer can rest on. */
export const safeguardNames = {
  scc: 'Standarddatenschutzklauseln',
  bcr: 'verbindliche interne Datenschutzvorschriften',
  conduct: 'genehmigte Verhaltensregeln',
  certification: 'Zertifizierung',
  adhoc: 'genehmigte Vertragsklauseln',
  derogation: 'Ausnahme, in der Regel nicht für einen fortlaufenden Datenstrom',
  dpf: 'Eintrag in der Liste des Data Privacy Framework',
  other: 'andere Garantie',
} as const
