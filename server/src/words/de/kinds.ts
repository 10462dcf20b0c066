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
  dpf: 'Eintrag in der Liste des Data Privacy Framework',
  adequacy: 'Empfänger im Geltungsbereich des Angemessenheitsbeschlusses',
  'code-of-conduct': 'genehmigte Verhaltensregeln',
  certification: 'genehmigte Zertifizierung',
  'ad-hoc': 'von einer Aufsichtsbehörde genehmigte Vertragsklauseln',
  derogation: 'Ausnahme für einen bestimmten Fall',
  other: 'andere Garantie',
} as const
