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
      `Mirror "${name}" runs no checkpoint connector: after a failover consumers fall back to auto.offset.reset`,
  },
  KR703: {
    renamed: ({ name }: Mirror) =>
      `Replicator "${name}" uses ENHANCED offset synchronisation but renames topics; use IDENTICAL topic names`,
    alone: ({ name, source, target }: Mirror & { source: string; target: string }) =>
      `Replicator "${name}" uses ENHANCED offset synchronisation, which also needs a replicator from ${target} to ${source}`,
  },
  KR704: {
    topics: ({ name, key }: Mirror & { key: string }) =>
      `Mirror "${name}" does not copy topics created later; set ${key} to true`,
    groups: ({ name, key }: Mirror & { key: string }) =>
      `Mirror "${name}" does not copy consumer groups created later; set ${key} to true`,
  },
  KR705: {
    oneWay: ({ name, source, target }: Mirror & { source: string; target: string }) =>
      `Mirror "${name}" replicates ${source} to ${target} in one direction only: there is no failback path`,
  },
  KR706: {
    weaker: ({ target, source, key, standby, primary }: Weaker) =>
      `Standby ${target} has ${key}=${standby}, lower than ${primary} on its primary ${source}; use at least ${primary}`,
    fewer: ({ target, source, standby, primary }: Versus) =>
      `Standby ${target} has fewer brokers (${standby}) than its primary ${source} (${primary}); plan for the load of a failover`,
    smaller: ({ target, source, standby, primary }: Versus) =>
      `Brokers of standby ${target} run on ${standby}, smaller than ${primary} of its primary ${source}; plan for the load of a failover`,
    disk: ({ target, source, standby, primary }: Versus) =>
      `Brokers of standby ${target} have disks of ${standby}, smaller than ${primary} of its primary ${source}; what it copies has to fit`,
    older: ({ target, source, standby, primary }: Versus) =>
      `Standby ${target} runs Kafka ${standby}, older than ${primary} on its primary ${source}; use the same version`,
    shorter: ({ target, source, standby, primary }: Versus) =>
      `Standby ${target} keeps records ${standby}, shorter than its primary ${source} (${primary}); use the same retention`,
    topic: ({ target, source, name, standby, primary }: Versus & { name: string }) =>
      `Topic ${name} is declared to be kept ${standby} at standby ${target}, shorter than at its primary ${source} (${primary}); use the same retention`,
    open: ({ target, source, standby }: Versus) =>
      `Listener "${standby}" of standby ${target} requires no authentication, its primary ${source} does on every listener; require it`,
    admits: ({ target, source, name }: Versus & { name: string }) =>
      `${name} may use topics of standby ${target} and none of its primary ${source}, of which it holds copies; grant the same access on both`,
  },
  KR707: {
    loop: ({ name, other }: Mirror & { other: string }) =>
      `Mirror "${name}" and "${other}" copy the same topics in both directions under identical names: records loop endlessly`,
  },
  KR708: {
    differ: ({ name, key, copying, checkpoints }: Mirror & { key: string; copying: string; checkpoints: string }) =>
      `Mirror "${name}" names topics by ${key} ${lastPart(copying)} and looks up offsets by ${lastPart(checkpoints)}: offsets never reach the copies`,
  },
  KR709: {
    configurations: ({ name, key }: Mirror & { key: string }) =>
      `Mirror "${name}" does not copy topic configurations (${key} is false): retention and limits differ at the target`,
    access: ({ name, key }: Mirror & { key: string }) =>
      `Mirror "${name}" does not copy topic ACLs (${key} is false); declare them at the target`,
  },
  KR710: {
    renamed: ({ name, example }: Mirror & { example: string }) =>
      `Mirror "${name}" renames topics (${example}): consumers that move to the target must subscribe to the new names`,
  },
  KR711: {
    latest: ({ name, key }: Mirror & { key: string }) =>
      `Client ${name} of a mirrored cluster skips all that waits where no offset was carried over (${key} is latest)`,
    unset: ({ name, key }: Mirror & { key: string }) =>
      `Client ${name} of a mirrored cluster does not set ${key}: where no offset was carried over, it skips all that waits`,
    hasty: ({ name, key, kept }: Mirror & { key: string; kept: string }) =>
      `Client ${name} of a mirrored cluster gives records up after ${kept} (${key}): a failover that takes longer loses them`,
    sticky: ({ name, key }: Mirror & { key: string }) =>
      `Client ${name} of a mirrored cluster never looks up its bootstrap name again (${key} is none): it has to be restarted when the name moves`,
  },
  KR712: {
    records: ({ name, topic, bytes, most }: Mirror & { topic: string; bytes: number; most: number }) =>
      `Topic ${topic} allows records of ${bytes} bytes; replicator "${name}" copies none of more than ${most}`,
    topics: ({ name, count, most }: Mirror & { count: number; most: number }) =>
      `Replicator "${name}" takes ${count} declared topics and copies the first ${most} by name; divide them among several`,
  },
  KR713: {
    connector: ({ name, source, target }: Sides & { name: string }) =>
      `Connector "${name}" stands at primary ${source} alone; declare it at standby ${target} too, stopped until a failover`,
    schemas: ({ source, target, here, there }: Sides & Regions) =>
      `Schemas are registered in ${here} alone, beside primary ${source}; standby ${target} finds none in ${there}`,
    registry: ({ source, target, here, there }: Sides & Regions) =>
      `Workers of standby ${target} (${there}) look up schemas in ${here}, the region of primary ${source}, whose failure they stand by for`,
  },
  KR714: {
    disks: ({ name, key, expected }: Keeping) =>
      `${key} is set for ${name}: with the resource go the claims of its disks, and mostly the disks with the records on them; set it to ${expected}`,
    cluster: ({ name, key, expected }: Keeping) =>
      `Nothing in the declaration of cluster ${name} keeps it from being deleted with all records; set ${key} to ${expected}`,
  },
  KR720: {
    otherwise: ({ topic, key, declared, running }: Drifted) =>
      `Topic ${topic} declares ${key} ${declared} but runs with ${running}; apply the declaration or correct it`,
  },
}

interface Drifted {
  topic: string
  key: string
  declared: string | number
  running: string | number
}

/** A class by its last segment; a separator as it is. */
const lastPart = (text: string): string => text.split('.').at(-1) || `"${text}"`

interface Versus {
  target: string
  source: string
  standby: string
  primary: string
}

interface Mirror {
  name: string
}

interface Sides {
  source: string
  target: string
}

interface Regions {
  here: string
  there: string
}

interface Weaker {
  target: string
  source: string
  key: string
  standby: number
  primary: number
}

interface Keeping {
  name: string
  key: string
  expected: string
}
