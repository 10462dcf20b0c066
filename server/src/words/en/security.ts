/** KR5xx: encryption, authentication, access, secrets. */
export const security = {
  KR501: {
    between: ({ key, value, cluster }: { key: string; value: string; cluster: string }) =>
      `${key} is ${value}: traffic between the brokers of ${cluster} is not encrypted; give every broker a listener with TLS, then use SSL or SASL_SSL`,
    open: ({ listener, cluster }: ListenerOf) =>
      `Listener "${listener}" of cluster ${cluster} accepts unencrypted connections; move its clients to a listener with TLS`,
  },
  KR502: {
    kafka: ({ from }: { from: string }) => `Unencrypted connection of ${from} to Kafka; connect to a listener with TLS`,
    off: ({ from, key, value }: { from: string; key: string; value: string }) =>
      `Unencrypted connection of ${from}: ${key} is ${value}; enable TLS where the server offers it`,
    unlessSet: ({ from, value }: { from: string; value: string }) =>
      `Connection of ${from} is unencrypted unless a variable says otherwise: it falls back to ${value}; make TLS the default`,
    protocol: ({ from }: { from: string }) =>
      `Unencrypted connection of ${from}: the protocol is plaintext; connect to a listener with TLS`,
    http: ({ from, address }: { from: string; address: string }) =>
      `Unencrypted connection of ${from} to ${address}; use https`,
    scheme: ({ from, address, use }: { from: string; address: string; use: string }) =>
      `Unencrypted connection of ${from} to ${address}; use ${use}`,
  },
  KR503: {
    anybody: ({ listener, cluster, expected }: ListenerOf & { expected: string }) =>
      `Listener "${listener}" of cluster ${cluster} does not require authentication; move its clients to a listener with ${expected}`,
    unsigned: ({ listener, cluster }: ListenerOf) =>
      `Listener "${listener}" of cluster ${cluster} accepts OAuth tokens that nobody signed: clients claim any name; verify them against sasl.oauthbearer.jwks.endpoint.url`,
    management: ({ name }: { name: string }) =>
      `JMX of ${name} does not require a password: whoever reaches its port may manage the process; set jmxOptions.authentication`,
    cruiseControl: ({ name }: { name: string }) =>
      `Cruise Control of cluster ${name} does not require authentication: whoever reaches it may move and remove replicas; set webserver.security.enable to true`,
    anyOrigin: ({ name }: { name: string }) =>
      `Bridge ${name} answers web pages of every origin, and requires no authentication of its own: a page that somebody opens acts on Kafka as the bridge; list the origins`,
    console: ({ name, entrance }: { name: string; entrance: string }) =>
      `Console ${name} asks for no login, and ${entrance} opens it to clients outside the Kubernetes cluster: whoever reaches it acts on Kafka with its rights; require a login`,
    rest: ({ name, entrance }: { name: string; entrance: string }) =>
      `The REST interface of Connect cluster ${name} asks for no authentication, and ${entrance} opens it to clients outside the Kubernetes cluster: whoever reaches it creates connectors; protect it`,
    bridge: ({ name, entrance }: { name: string; entrance: string }) =>
      `Bridge ${name} asks for no authentication, and ${entrance} opens it to clients outside the Kubernetes cluster: whoever reaches it acts on Kafka with its rights; protect it`,
    consolePublished: ({ name, port }: { name: string; port: string }) =>
      `Console ${name} asks for no login, and port ${port} of its machine opens it to the network: whoever reaches it acts on Kafka with its rights; bind the port to 127.0.0.1 or require a login`,
    restPublished: ({ name, port }: { name: string; port: string }) =>
      `The REST interface of Connect cluster ${name} asks for no authentication, and port ${port} of its machine opens it to the network: whoever reaches it creates connectors; bind the port to 127.0.0.1 or protect it`,
    worker: ({ name, expected }: { name: string; expected: string }) =>
      `Connect cluster ${name} connects to Kafka without authentication; use ${expected}`,
  },
  KR504: {
    service: ({ cluster, service }: { cluster: string; service: string }) =>
      `Service ${service} opens the brokers of cluster ${cluster} to clients outside Kubernetes and admits every IP address; restrict the source ranges`,
    rule: ({ listener, cluster }: ListenerOf) =>
      `The ${listener} of cluster ${cluster} admits every IP address; restrict the source ranges`,
    open: ({ listener, cluster }: ListenerOf) =>
      `Listener "${listener}" of cluster ${cluster} admits every IP address; restrict the source ranges`,
    anonymous: ({ listener, cluster }: ListenerOf) =>
      `Listener "${listener}" of cluster ${cluster} admits every IP address without authentication; restrict the source ranges`,
    nodes: ({ listener, cluster }: ListenerOf) =>
      `Listener "${listener}" of cluster ${cluster} opens a port on every node and admits every IP address that reaches one; restrict it with a network policy (Strimzi: networkPolicyPeers)`,
    public: ({ listener, cluster }: ListenerOf) =>
      `Listener "${listener}" of cluster ${cluster} has public addresses: only its security groups restrict who connects; restrict their source ranges`,
  },
  KR505: {
    literal: ({ key, owner }: SettingOf) => `${key} of ${owner} is a secret in plain text; use a reference`,
    embedded: ({ key, owner, form }: SettingOf & { form: string }) =>
      `${key} of ${owner} contains ${form} in plain text; use a reference`,
    fallback: ({ key, owner }: SettingOf) =>
      `${key} of ${owner} has a secret as its default value; use a reference without one`,
    dummy: ({ key, owner }: SettingOf) => `${key} of ${owner} uses a well-known default secret; use a reference`,
  },
  KR506: {
    setting: ({ key, owner, expected }: SettingOf & { expected: string }) =>
      `${key} of ${owner} disables verification of the server's identity; set it to ${expected}`,
    address: ({ key, owner, phrase }: SettingOf & { phrase: string }) =>
      `${key} of ${owner} contains ${phrase}, which disables verification of the server's identity; remove it`,
  },
  KR507: {
    nobodyDecides: ({ cluster }: { cluster: string }) =>
      `Cluster ${cluster} has no authorization: every client may perform every operation; configure authorization together with the rights of every client`,
    everyoneIfNone: ({ key, value }: { key: string; value: string }) =>
      `${key} is ${value}: resources without an ACL are open to every client; set it to false once all clients have ACLs`,
    everyoneByDefault: ({ key, engine }: { key: string; engine: string }) =>
      `${key} is not set and defaults to true with ${engine}: resources without an ACL are open to every client; set it to false once all clients have ACLs`,
    openOnError: ({ key, cluster }: { key: string; cluster: string }) =>
      `${key} is true: while the policy engine does not answer, every client of cluster ${cluster} may perform every operation; set it to false`,
    superUser: ({ user, cluster }: { user: string; cluster: string }) =>
      `Super user ${user} of cluster ${cluster} names no administrator; list administrators and brokers by name`,
    everything: ({ user }: { user?: string | undefined }) =>
      `${user ?? 'The user'} may perform every operation on every cluster, topic and group; grant its own resources only`,
    noAuthorizer: ({ cluster }: { cluster: string }) =>
      `Brokers of ${cluster} have no authorizer: every client may perform every operation; set authorizer.class.name, with the brokers among super.users and ACLs for every client`,
    rest: ({ cluster }: { cluster: string }) =>
      `The REST proxy of cluster ${cluster} does not apply its ACLs: whoever signs in may use every topic; set kafka_rest_authorization to true once its users have ACLs`,
    everyAccount:
      'The policy of the cluster names every AWS account as its principal: whoever has an account may do what it allows; name the accounts',
    openList: ({ cluster }: { cluster: string }) =>
      `default_acl creates cluster ${cluster} with an ACL that allows every user every operation; set it to false, and once all users have ACLs of their own, delete that one from a cluster that exists`,
    everyTopic: ({ user }: { user?: string | undefined }) =>
      `${user ?? 'The user'} may perform every operation on every topic; grant its own topics and operations only`,
    everyRecord: ({ user, reads, writes }: RecordUse) =>
      `${user ?? 'The user'} may ${[reads ? 'read' : [], writes ? 'write' : []].flat().join(' and ')} every topic; grant its own topics only`,
  },
  KR508: {
    theirs: ({ cluster }: { cluster: string }) =>
      `Cluster ${cluster} is encrypted at rest with an AWS-managed key; only a new cluster takes a customer-managed key`,
    confluent: ({ cluster }: { cluster: string }) =>
      `Cluster ${cluster} is encrypted at rest with a key managed by Confluent; only a new cluster takes a self-managed key (byok_key)`,
  },
  KR509: {
    off: ({ cluster }: { cluster: string }) =>
      `Cluster ${cluster} does not deliver its broker logs; configure a log group, a bucket or a delivery stream`,
  },
  KR511: {
    trusted: ({ owner, key }: SettingOf) =>
      `${key} of ${owner} lets a record name the class that is made of it; list the packages of your own types`,
  },
  KR512: {
    msk: ({ cluster, version, ended }: { cluster: string; version: string; ended: string }) =>
      `Kafka ${version} of cluster ${cluster}: Amazon MSK ended its support on ${ended} and upgrades such clusters by itself; upgrade`,
    strimzi: ({ cluster, version, operator }: { cluster: string; version: string; operator: string }) =>
      `Kafka ${version} of cluster ${cluster}: Strimzi ${operator} and later do not run it; upgrade`,
    kafka: ({ cluster, version, newest }: { cluster: string; version: string; newest: string }) =>
      `Kafka ${version} of cluster ${cluster} is older than the three minor releases that are looked after (up to ${newest}); upgrade`,
  },
  KR513: {
    theirs: ({ name }: { name: string }) =>
      `Secret ${name} has no KMS key of its own: Amazon MSK does not accept it for SCRAM; set kms_key_id`,
  },
  KR514: {
    offered: ({ key, owner, versions, expected }: SettingOf & { versions: string; expected: string }) =>
      `${key} of ${owner} offers ${versions}, which the IETF deprecated; set it to ${expected}`,
    least: ({ key, owner, value, expected }: SettingOf & { value: string; expected: string }) =>
      `${key} of ${owner} accepts TLS ${value}, which the IETF deprecated; set it to ${expected}`,
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

interface RecordUse {
  user?: string | undefined
  reads: boolean
  writes: boolean
}
