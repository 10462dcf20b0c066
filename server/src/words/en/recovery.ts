/** KR7xx: what is there after a failover. */
export const recovery = {
  KR701: {
    latest: ({ name }: Mirror) =>
      `Replicator "${name}" starts at the latest record: history is not copied; expected EARLIEST`,
    unset: ({ name }: Mirror) =>
      `Replicator "${name}" names no starting position, which means the latest: history is not copied`,
  },
  KR702: {
    off: ({ name, key }: Mirror & { key: string }) =>
      `Mirror "${name}" carries no offsets: consumers restart blind after a failover; expected ${key} true`,
    none: ({ name }: Mirror) => `Mirror "${name}" has no checkpoint connector: after a failover consumers start blind`,
  },
  KR703: {
    renamed: ({ name }: Mirror) =>
      `Replicator "${name}" synchronises offsets ENHANCED, but renames topics; expected IDENTICAL topic names`,
    alone: ({ name, source, target }: Mirror & { source: string; target: string }) =>
      `Replicator "${name}" synchronises offsets ENHANCED, but none copies back; expected one from ${target} to ${source}`,
  },
  KR704: {
    topics: ({ name }: Mirror) =>
      `Replicator "${name}" does not copy topics that are created later; expected detect_and_copy_new_topics true`,
    groups: ({ name }: Mirror) =>
      `Replicator "${name}" does not carry groups that appear later; expected detect_and_copy_new_consumer_groups true`,
  },
  KR705: {
    oneWay: ({ name, source, target }: Mirror & { source: string; target: string }) =>
      `Mirror "${name}" copies ${source} to ${target}, and nothing copies back: no way home after a failover`,
  },
  KR706: {
    weaker: ({ target, source, key, standby, primary }: Weaker) =>
      `Standby ${target} has ${key} ${standby}, its primary ${source} ${primary}; expected at least ${primary}`,
  },
}

interface Mirror {
  name: string
}

interface Weaker {
  target: string
  source: string
  key: string
  standby: number
  primary: number
}
