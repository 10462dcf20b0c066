/** KR5xx: encryption, authentication, access, secrets. */
export const security = {
  KR501: {
    between: ({ key, value, cluster }: { key: string; value: string; cluster: string }) =>
      `${key} ${value}: the brokers of ${cluster} talk to each other unencrypted; expected SSL`,
    open: ({ listener, cluster }: ListenerOf) =>
      `Listener "${listener}" of cluster ${cluster} accepts unencrypted connections; expected TLS`,
  },
  KR502: {
    kafka: ({ from }: { from: string }) => `Unencrypted connection of ${from} to Kafka; expected TLS`,
    off: ({ from, key, value }: { from: string; key: string; value: string }) =>
      `Unencrypted connection of ${from}: ${key} is ${value}; expected TLS`,
    protocol: ({ from }: { from: string }) =>
      `Unencrypted connection of ${from}: the protocol is plaintext; expected TLS`,
    http: ({ from, address }: { from: string; address: string }) =>
      `Unencrypted connection of ${from}: ${address}; expected https`,
  },
  KR503: {
    anybody: ({ listener, cluster, expected }: ListenerOf & { expected: string }) =>
      `Listener "${listener}" of cluster ${cluster} lets clients in without authentication; expected ${expected}`,
    worker: ({ name, expected }: { name: string; expected: string }) =>
      `Connect cluster ${name} connects to Kafka without saying who it is; expected ${expected}`,
  },
  KR504: {
    open: ({ listener, cluster }: ListenerOf) =>
      `Listener "${listener}" of cluster ${cluster} takes connections from every address; expected an allow-list`,
    anonymous: ({ listener, cluster }: ListenerOf) =>
      `Listener "${listener}" of cluster ${cluster} lets every address in without authentication; expected an allow-list`,
  },
  KR505: {
    literal: ({ key, owner }: SettingOf) => `${key} of ${owner} is a secret in plain text; expected a reference`,
    embedded: ({ key, owner, form }: SettingOf & { form: string }) =>
      `${key} of ${owner} holds ${form} in plain text; expected a reference`,
    fallback: ({ key, owner }: SettingOf) =>
      `${key} of ${owner} has a secret as its default; expected a reference without one`,
    dummy: ({ key, owner }: SettingOf) =>
      `${key} of ${owner} holds a default that everybody knows; expected a reference`,
  },
  KR506: {
    setting: ({ key, owner, expected }: SettingOf & { expected: string }) =>
      `${key} of ${owner} lets anybody pass for the other end; expected ${expected}`,
    address: ({ key, owner, phrase }: SettingOf & { phrase: string }) =>
      `${key} of ${owner} says ${phrase}: anybody can pass for the other end; expected the check`,
  },
  KR507: {
    nobodyDecides: ({ cluster }: { cluster: string }) =>
      `Cluster ${cluster} decides about no access: every client may do everything; expected authorization`,
    everyoneIfNone: ({ key, value }: { key: string; value: string }) =>
      `${key} ${value}: everybody may use what no access list names; expected false`,
    everyoneByDefault: ({ key, engine }: { key: string; engine: string }) =>
      `${key} is not set, which means true at ${engine}: expected false`,
    superUser: ({ user, cluster }: { user: string; cluster: string }) =>
      `Super user ${user} of cluster ${cluster} is everybody; expected the names of administrators`,
    everyTopic: ({ user }: { user?: string | undefined }) =>
      `${user ?? 'The user'} may do everything with every topic; expected its own topics and operations`,
  },
  KR508: {
    theirs: ({ cluster }: { cluster: string }) =>
      `Cluster ${cluster} is encrypted at rest with a key that Amazon keeps; expected a key of your own`,
  },
  KR509: {
    off: ({ cluster }: { cluster: string }) =>
      `Cluster ${cluster} keeps no logs of its brokers; expected a log group, a bucket or a stream`,
  },
  /** What a secret in a value is. */
  secret: {
    urlQuery: "the password in the URL's query",
    urlUser: 'the password before the host',
    loginModule: 'the password of the login module',
    connectionString: 'the key in the connection string',
    awsKeyId: 'an AWS access key id',
    privateKey: 'a private key',
  },
}

interface ListenerOf {
  listener: string
  cluster: string
}

interface SettingOf {
  key: string
  owner: string
}
