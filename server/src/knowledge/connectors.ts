import data from './connectors.yaml'
import { sourced, type Row, type Sourced } from './sources.ts'

/** What the keys of a connector class mean. */
export interface ConnectorKind {
  readonly classes: readonly string[]
  readonly direction: 'sink' | 'source' | 'replication'
  readonly service: string
  readonly provider?: string
  /** The data stays where the Connect worker runs. */
  readonly inside?: boolean
  readonly endpoints: readonly string[]
  readonly regions: readonly string[]
  readonly containers: readonly string[]
  /** For replication: the keys that hold the patterns of topics and groups; without them everything is copied, or nothing. */
  readonly copies?: { readonly topics?: string; readonly groups?: string; readonly everything?: boolean }
  /** For change capture: the keys that choose what is captured; without them, everything is. */
  readonly captures?: readonly string[]
  /** For a sink: whether a tombstone deletes at the destination, never or by a value of a key. */
  readonly deletes?: 'never' | { readonly by: string; readonly when: string; readonly default?: string }
  /** For a sink: the keys of which one names the bucket, or the account, that it writes to. */
  readonly buckets?: readonly string[]
  readonly verified: boolean
  readonly source: string
}

interface File extends Sourced {
  readonly backups: readonly string[]
  readonly connectors: (Row &
    Pick<
      ConnectorKind,
      'classes' | 'direction' | 'service' | 'provider' | 'inside' | 'copies' | 'captures' | 'deletes' | 'buckets'
    > & {
      endpoints?: string[]
      regions?: string[]
      containers?: string[]
    })[]
}

/** Reads the words by which a sink, or what it writes to, is called a backup. */
export const loadBackupWords = (): ReadonlySet<string> => new Set((data() as File).backups)

/** Builds the look-up table of connectors: by class name, and by the class's last segment. */
export function loadConnectors(): ReadonlyMap<string, ConnectorKind> {
  const file = data() as File
  const kinds = sourced(file.connectors, file).map(
    ({ endpoints = [], regions = [], containers = [], ...row }): ConnectorKind => ({
      ...row,
      endpoints,
      regions,
      containers,
    }),
  )
  const index = new Map<string, ConnectorKind>()
  for (const kind of kinds) for (const name of kind.classes) index.set(name, kind)
  // Kafka Connect also takes the last segment of a class name, with or without its suffix.
  for (const kind of kinds)
    for (const alias of kind.classes.flatMap(aliasesOf)) if (!index.has(alias)) index.set(alias, kind)
  return index
}

function aliasesOf(className: string): string[] {
  const simple = className.slice(className.lastIndexOf('.') + 1)
  return simple.endsWith('Connector') ? [simple, simple.slice(0, -'Connector'.length)] : [simple]
}
