/** KR2xx: what names of groups, connectors and ids reveal. */
export const groupName = {
  KR201: {
    reveals: ({ role, name, what }: { role: GroupRole; name: string; what: string }) =>
      `${roles[role]} "${name}" reveals its purpose to cluster operators (${what}); use a neutral name`,
  },
  KR202: {
    reveals: ({ name, what }: { name: string; what: string }) =>
      `Consumer group "connect-${name}" reveals its purpose to cluster operators (${what}); use a neutral name`,
  },
  KR203: {
    outside: ({ name }: { name: string }) =>
      `Mirror "${name}" replicates all consumer group names to a target outside the EEA; list the groups to replicate`,
    foreign: ({ name, owner }: { name: string; owner: string }) =>
      `Mirror "${name}" replicates all consumer group names to ${owner}, subject to foreign law; list the groups to replicate`,
    inside: ({ name }: { name: string }) =>
      `Mirror "${name}" replicates all consumer group names to its target; list the groups to replicate`,
  },
  KR204: {
    all: ({ owner }: { owner: string }) =>
      `${owner} has access to every consumer group; grant access to its own groups only`,
  },
  /** What a name reveals. */
  naming: {
    unnamed: 'without a name',
    subject: ({ many }: { id: string; many: string }) => `data of ${many}`,
  },
}

type GroupRole =
  | 'worker'
  | 'access'
  | 'access-prefix'
  | 'consumer'
  | 'sink'
  | 'sinks'
  | 'streams'
  | 'prefix'
  | 'pattern'
  | 'transactional-id'
  | 'client-id'

const roles: Readonly<Record<GroupRole, string>> = {
  worker: 'Worker group',
  access: 'Consumer group',
  'access-prefix': 'Consumer group prefix',
  consumer: 'Consumer group',
  sink: 'Consumer group',
  sinks: 'Consumer group',
  streams: 'Application ID',
  prefix: 'Consumer group prefix',
  pattern: 'Consumer group pattern',
  'transactional-id': 'Transactional ID',
  'client-id': 'Client ID',
}
