import type { Client } from '../model/entities.ts'
import { placeOf, type Fact } from '../model/fact.ts'
import type { Setting, Settings } from '../model/settings.ts'
import { down, isThere, reportingAt } from './cursor.ts'
import type { Cursor } from './position.ts'
import { boolean, text } from './values.ts'
import { headOf, readHead } from './kubernetes-resource.ts'

/** What the fields of the resource are as settings. */
const fields: readonly (readonly [string, ...string[]])[] = [
  ['apicurio.datasource.url', 'storage', 'sql', 'dataSource', 'url'],
  ['apicurio.datasource.password', 'storage', 'sql', 'dataSource', 'password'],
  ['OTEL_EXPORTER_OTLP_ENDPOINT', 'otel', 'endpoint'],
]

/** Reads a registry that keeps its schemas in Kafka or in a database: a client of either. */
export function readApicurio(root: Cursor): readonly Client[] {
  const resource = readHead(root, 'registry.apicur.io')
  if (resource?.kind !== 'ApicurioRegistry3') return []
  const app = down(resource.root, 'spec', 'app')
  const kafka = down(app, 'storage', 'kafkasql')
  const bootstrap = text(down(kafka, 'bootstrapServers'))
  const at = placeOf(bootstrap)
  // An enabled block of TLS is TLS; so is one that only names its certificates.
  const tls = reportingAt(down(kafka, 'tls'), at)
  const enabled = boolean(reportingAt(down(tls, 'enabled'), at))
  const encrypted: Fact<boolean> =
    enabled.state === 'absent' && isThere(tls) ? { state: 'known', value: true, at: tls.key ?? at } : enabled
  const all = fields.flatMap(([key, ...path]): Setting[] => {
    const cursor = down(app, ...path)
    const value = text(cursor)
    return value.state === 'absent' || !cursor.key ? [] : [{ key, keyPlace: cursor.key, value }]
  })
  const settings: Settings = { all, near: placeOf(resource.name) }
  return [
    {
      kind: 'client',
      ...headOf(resource),
      kafka: {
        alias: resource.name,
        bootstrap,
        encrypted,
        ...(resource.namespace === undefined ? {} : { namespace: resource.namespace }),
      },
      settings,
    },
  ]
}
