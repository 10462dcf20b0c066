import { knownValue, placeKey } from '../model/fact.ts'
import type { Cluster } from '../model/entities.ts'
import type { Setting } from '../model/settings.ts'
import { down, isThere } from '../formats/cursor.ts'
import type { Cursor } from '../formats/position.ts'
import { text } from '../formats/values.ts'
import { block } from './instances.ts'
import type { Resource } from './resource.ts'
import { tableOf } from '../text/table.ts'

/** What an endpoint of each type is called by: the attribute of its block, as a setting that names a destination; and where it goes without one. As the provider's reference has it, 2026-08-07. */
const endpoints = tableOf<{ readonly attribute: string; readonly key: string; readonly otherwise?: string }>({
  datadog: { attribute: 'site', key: 'DD_SITE', otherwise: 'datadoghq.com' },
  external_aws_cloudwatch_logs: { attribute: 'region', key: 'integration.cloudwatch.region' },
  external_aws_cloudwatch_metrics: { attribute: 'region', key: 'integration.cloudwatch.region' },
  external_elasticsearch_logs: { attribute: 'url', key: 'integration.endpoint' },
  external_opensearch_logs: { attribute: 'url', key: 'integration.endpoint' },
  rsyslog: { attribute: 'server', key: 'integration.endpoint' },
})

/** Where a service of Aiven sends its logs and metrics: the endpoints that its integrations name. */
export function integrationsOf(resource: Resource): Pick<Cluster, 'beside'> {
  const { body, label } = resource
  const name = knownValue(text(down(body, 'service_name')))
  const isOurs = (integration: Cursor): boolean => {
    const source = down(integration, 'source_service_name')
    const { refersTo } = source.origin
    return refersTo
      ? placeKey(refersTo.body.near) === placeKey(body.near)
      : name !== undefined && knownValue(text(source)) === name
  }
  const all = resource
    .beside(/^aiven_service_integration$/)
    .filter(isOurs)
    .flatMap(integration => settingOf(down(integration, 'destination_endpoint_id').origin.refersTo?.body))
  return all.length > 0 ? { beside: { all, near: label } } : {}
}

function settingOf(endpoint: Cursor | undefined): Setting[] {
  const type = endpoint && knownValue(text(down(endpoint, 'endpoint_type')))
  const row = endpoints.get(type ?? '')
  if (!endpoint || !row) return []
  const at = down(block(endpoint, `${type}_user_config`), row.attribute)
  const value = text(at)
  if (value.state !== 'absent') return [{ key: row.key, written: row.attribute, keyPlace: at.key ?? at.near, value }]
  const { near } = endpoint
  return row.otherwise === undefined || isThere(at) || at.unseen
    ? []
    : [
        {
          key: row.key,
          written: row.attribute,
          keyPlace: near,
          value: { state: 'known', value: row.otherwise, at: near },
        },
      ]
}
