/** KR2xx: what names of groups, connectors and ids reveal. */
export const groupName = {
  KR201: {
    tells: ({ role, name, says }: { role: GroupRole; name: string; says: string }) =>
      `${roles[role]} "${name}" tells whoever runs the cluster that ${says} processed`,
  },
  KR202: {
    tells: ({ name, says }: { name: string; says: string }) =>
      `Group "connect-${name}" tells whoever runs the cluster that ${says} processed`,
  },
  KR203: {
    outside: ({ name }: { name: string }) =>
      `Mirror "${name}" carries the name of every group out of the EEA; expected a list of groups`,
    foreign: ({ name, owner }: { name: string; owner: string }) =>
      `Mirror "${name}" carries the name of every group to ${owner}, which foreign law reaches; expected a list`,
    inside: ({ name }: { name: string }) =>
      `Mirror "${name}" carries the name of every group to its target; expected a list of groups`,
  },
  KR204: {
    all: ({ owner }: { owner: string }) =>
      `The access of ${owner} covers every consumer group; expected the names of its own`,
  },
  /** What a name tells. */
  naming: {
    subject: ({ many }: { id: string; many: string }) => `data of ${many} is`,
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
  access: 'Group',
  'access-prefix': 'Group prefix',
  consumer: 'Group',
  sink: 'Group',
  sinks: 'Group',
  streams: 'Application id',
  prefix: 'Group prefix',
  pattern: 'Group pattern',
  'transactional-id': 'Transactional id',
  'client-id': 'Client id',
}
