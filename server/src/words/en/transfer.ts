/** What is said of a destination outside: nothing covers it, a decision that covers some recipients only, or the policy is against it. */
const outside = {
  outside: ({ sending }: { sending: string }) => `${sending}: outside the EEA, no safeguard declared`,
  conditional: ({ sending }: { sending: string }) => `${sending}: outside the EEA, recipient not declared covered`,
  refused: ({ sending, country }: { sending: string; country: string }) =>
    `${sending}: the policy does not allow ${country}`,
}

/** KR4xx: where data goes, and under whose law it comes there. */
export const transfer = {
  KR401: outside,
  KR402: {
    adequate: ({ sending, until }: { sending: string; until?: string | undefined }) =>
      `${sending}: outside the EEA, adequate${until === undefined ? '' : ` until ${until}`}`,
    declared: ({ sending, basis }: { sending: string; basis: string }) =>
      `${sending}: outside the EEA, declared: ${basis}`,
    allowed: ({ sending }: { sending: string }) =>
      `${sending}: outside the EEA, allowed by the policy, no safeguard declared`,
  },
  KR403: outside,
  KR404: outside,
  KR405: {
    reached: ({ sending, owner }: Owned) => `${sending}: run by ${owner}, which United States law reaches`,
    possible: ({ sending, owner }: Owned) => `${sending}: run by ${owner}, which United States law may reach`,
    denied: ({ sending, owner }: Owned) => `${sending}: run by ${owner}, which the policy denies`,
  },
  KR406: {
    outside: ({ sending }: { sending: string }) => `${sending}: outside the EEA`,
    foreign: ({ sending, owner }: Owned) => `${sending}: run by ${owner}, which United States law reaches`,
  },
  KR407: {
    open: ({ sending }: { sending: string }) => `${sending}: country unknown; declare it once under destinations`,
  },
  KR408: {
    outside: ({ name }: { name: string }) =>
      `Mirror "${name}" copies every topic to a target outside the EEA; expected a list of topics`,
    foreign: ({ name, owner }: { name: string; owner: string }) =>
      `Mirror "${name}" copies every topic to ${owner}, which foreign law reaches; expected a list of topics`,
    inside: ({ name }: { name: string }) =>
      `Mirror "${name}" copies every topic, also those that are created later; expected a list of topics`,
  },
  KR409: {
    unstated: ({ cluster }: { cluster: string }) =>
      `Cluster ${cluster} is serverless: where Amazon runs its control plane is not stated; expected an answer on file`,
  },
  KR410: {
    synchronised: ({ name, place }: { name: string; place: string }) =>
      `Mirror "${name}" carries the offsets of every group to ${place}: a log of who read what leaves the EEA`,
  },
}

interface Owned {
  sending: string
  owner: string
}
