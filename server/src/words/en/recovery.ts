/** KR7xx: what is there after a failover. */
export const recovery = {
  KR701: {
    latest: ({ name }: Mirror) =>
      `Replicator "${name}" starts at the latest offset: existing records are not copied; use EARLIEST`,
    unset: ({ name }: Mirror) =>
      `Replicator "${name}" does not set a starting position and defaults to the latest offset: existing records are not copied`,
  },
  KR702: {
    off: ({ name, key }: Mirror & { key: string }) =>
      `Mirror "${name}" does not synchronise consumer offsets: after a failover consumers fall back to auto.offset.reset; set ${key} to true`,
    none: ({ name }: Mirror) =>
      `Mirror "${name}" has no checkpoint connector: after a failover consumers fall back to auto.offset.reset`,
  },
  KR703: {
    renamed: ({ name }: Mirror) =>
      `Replicator "${name}" uses ENHANCED offset synchronisation but renames topics; use IDENTICAL topic names`,
    alone: ({ name, source, target }: Mirror & { source: string; target: string }) =>
      `Replicator "${name}" uses ENHANCED offset synchronisation, which also needs a replicator from ${target} to ${source}`,
  },
  KR704: {
    topics: ({ name }: Mirror) =>
      `Replicator "${name}" does not copy topics created later; set detect_and_copy_new_topics to true`,
    groups: ({ name }: Mirror) =>
      `Replicator "${name}" does not copy consumer groups created later; set detect_and_copy_new_consumer_groups to true`,
  },
  KR705: {
    oneWay: ({ name, source, target }: Mirror & { source: string; target: string }) =>
      `Mirror "${name}" replicates ${source} to ${target} in one direction only: there is no failback path`,
  },
  KR706: {
    weaker: ({ target, source, key, standby, primary }: Weaker) =>
      `Standby ${target} has ${key}=${standby}, lower than ${primary} on its primary ${source}; use at least ${primary}`,
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
