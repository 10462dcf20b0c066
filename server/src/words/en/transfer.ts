/** What is said of a destination outside: nothing covers it, a decision that covers some recipients only, or the policy is against it. */
const outside = {
  outside: ({ sending }: { sending: string }) => `${sending}: outside the EEA without a declared safeguard`,
  conditional: ({ sending }: { sending: string }) =>
    `${sending}: outside the EEA, recipient not declared as covered by the adequacy decision`,
  refused: ({ sending, country }: { sending: string; country: string }) =>
    `${sending}: the policy does not allow ${country}`,
}

/** KR4xx: where data goes, and under whose law it comes there. */
export const transfer = {
  KR401: outside,
  KR402: {
    adequate: ({ sending, until }: { sending: string; until?: string | undefined }) =>
      `${sending}: outside the EEA, covered by an adequacy decision${until === undefined ? '' : ` until ${until}`}`,
    declared: ({ sending, basis }: { sending: string; basis: string }) =>
      `${sending}: outside the EEA, declared safeguard: ${basis}`,
    allowed: ({ sending }: { sending: string }) =>
      `${sending}: outside the EEA, allowed by the policy without a declared safeguard`,
  },
  KR403: outside,
  KR404: outside,
  KR405: {
    reached: ({ sending, owner }: Owned) => `${sending}: operated by ${owner}, subject to US law`,
    possible: ({ sending, owner }: Owned) => `${sending}: operated by ${owner}, possibly subject to US law`,
    elsewhere: ({ sending, owner, country }: Owned & { country: string }) =>
      `${sending}: operated by ${owner}, whose parent company is subject to the law of ${country}`,
    unsettled: ({ sending, owner }: Owned) =>
      `${sending}: operated by ${owner}; check whose law reaches its parent company`,
    denied: ({ sending, owner }: Owned) => `${sending}: operated by ${owner}, denied by the policy`,
  },
  KR406: {
    outside: ({ sending }: { sending: string }) => `${sending}: outside the EEA`,
    foreign: ({ sending, owner }: Owned) => `${sending}: operated by ${owner}, subject to US law`,
  },
  KR407: {
    open: ({ sending }: { sending: string }) =>
      `${sending}: the country cannot be determined; declare it under destinations`,
  },
  KR408: {
    outside: ({ name }: { name: string }) =>
      `Mirror "${name}" replicates every topic to a target outside the EEA; list the topics to replicate`,
    foreign: ({ name, owner }: { name: string; owner: string }) =>
      `Mirror "${name}" replicates every topic to ${owner}, subject to foreign law; list the topics to replicate`,
    inside: ({ name }: { name: string }) =>
      `Mirror "${name}" replicates every topic, including topics created later; list the topics to replicate`,
  },
  KR409: {
    unstated: ({ cluster }: { cluster: string }) =>
      `Cluster ${cluster} is serverless: the region of its control plane is not documented; record a written statement of the provider`,
  },
  KR410: {
    synchronised: ({ name, place }: { name: string; place: string }) =>
      `Mirror "${name}" synchronises the offsets of its groups to ${place}: metadata on who reads what leaves the EEA`,
  },
  KR411: {
    none: ({ name, key }: { name: string; key: string }) =>
      `Connector "${name}" captures every table, including tables created later; list them in ${key}`,
    schemas: ({ name, key }: { name: string; key: string }) =>
      `Connector "${name}" captures every table of ${key}, including tables created later; list the tables`,
    except: ({ name, key }: { name: string; key: string }) =>
      `Connector "${name}" captures every table that ${key} does not leave out, including tables created later; list the tables that it is to capture`,
    all: ({ name, key, value }: { name: string; key: string; value: string }) =>
      `Connector "${name}" captures every table that ${key}=${value} matches, including tables created later; list the tables`,
  },
  KR412: {
    every: ({ name }: { name: string }) =>
      `Sink "${name}" takes every topic, including topics created later; list the topics`,
  },
  KR413: {
    named: ({ cluster, level }: { cluster: string; level: string }) =>
      `Cluster ${cluster} has metrics with the names of its topics in Amazon CloudWatch (enhanced_monitoring is ${level})`,
  },
}

interface Owned {
  sending: string
  owner: string
}
