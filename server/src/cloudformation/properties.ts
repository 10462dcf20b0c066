import { knownValue } from '../model/fact.ts'
import { tableOf } from '../text/table.ts'
import { down, entries, isThere, items } from '../formats/cursor.ts'
import type { Cursor, Part } from '../formats/position.ts'
import { boolean } from '../formats/values.ts'
import { listOf, mapOf } from '../formats/made.ts'
import { resolve, type Template } from './template.ts'

/** Properties whose names Terraform's provider does not make by the rule. */
const names = tableOf<string>({
  CloudWatchLogs: 'cloudwatch_logs',
  VpcConfigs: 'vpc_config',
  KafkaClusters: 'kafka_cluster',
  CertificateAuthorityArnList: 'certificate_authority_arns',
  CidrIp: 'cidr_ipv4',
  SecurityGroupIngress: 'ingress',
  GroupId: 'security_group_id',
  GroupName: 'name',
  PolicyDocument: 'policy',
  BackupPlanName: 'name',
  BackupPlanRule: 'rule',
  ScheduleExpression: 'schedule',
  DeleteAfterDays: 'delete_after',
  CopyActions: 'copy_action',
  DestinationBackupVaultArn: 'destination_vault_arn',
  Schedules: 'schedule',
  CrossRegionCopyRules: 'cross_region_copy_rule',
})

/** Properties of which the keys below are the owner's own. */
const verbatim: ReadonlySet<string> = new Set([
  'ConnectorConfiguration',
  'Config',
  'ConfigNonsensitive',
  'ConfigSensitive',
  'PolicyDocument',
  'Policy',
  'Policies',
  'Tags',
  'Variables',
])

/** Properties that Terraform has as a switch, and CloudFormation as a block with one. */
const switches: ReadonlySet<string> = new Set(['Iam', 'Scram', 'Unauthenticated'])

/** A name in Terraform's case: `broker_node_group_info`. */
export const snake = (name: string): string =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1_$2')
    .toLowerCase()

/** Texts whose change replaces nothing. What else does, nobody has looked up: no writer changes it. */
const changeable: ReadonlySet<string> = new Set(['ServerProperties', 'SchemaDefinition'])

/** The properties of a resource under the names that Terraform's provider has for them, all values worked out; each stands where it is written. */
export const asAttributes = (cursor: Cursor, template: Template): Cursor =>
  rename(cursor, at => resolve(at, template), true)

/** The same for properties of a language that has no functions, written in any case; `own` are names of the first level that are another one here. */
export function renamed(cursor: Cursor, own: ReadonlyMap<string, string>): Cursor {
  const body = rename(cursor, at => at, true)
  const parts = body.origin.parts?.map(part => ({ ...part, name: own.get(part.name) ?? part.name }))
  return parts ? { ...body, origin: { ...body.origin, parts } } : body
}

function rename(at: Cursor, follow: (at: Cursor) => Cursor, isRenamed: boolean): Cursor {
  const cursor = follow(at)
  if (cursor.tree?.kind === 'list')
    return listOf(
      cursor,
      items(cursor)
        .map(item => rename(item, follow, isRenamed))
        .filter(({ tree }) => tree !== undefined),
    )
  if (cursor.tree?.kind !== 'map') return cursor
  const parts = entries(cursor).flatMap((entry): Part[] => {
    const key = entry.written
    const name = pascal(entry.name)
    const below = isRenamed && !verbatim.has(name)
    const value = rename(changeable.has(entry.name) ? entry : kept(entry), follow, below)
    if (!isThere(value)) return []
    return [isRenamed ? special(name, key, value) : { name: entry.name, key, cursor: value }]
  })
  return mapOf(cursor, parts, cursor.tree.open)
}

const pascal = (name: string): string => `${name.charAt(0).toUpperCase()}${name.slice(1)}`

/** The same value, which no writer changes. */
const kept = <C extends Cursor>(cursor: C): C => ({
  ...cursor,
  origin: cursor.origin.kind === 'written' ? { ...cursor.origin, kind: 'borrowed' } : cursor.origin,
})

function special(name: string, key: Part['key'], value: Cursor): Part {
  if (switches.has(name) && value.tree?.kind === 'map')
    return { name: snake(name), key, cursor: { ...down(value, 'enabled'), near: value.near } }
  if (name === 'EncryptionAtRest')
    return { name: 'encryption_at_rest_kms_key_arn', key, cursor: down(value, 'data_volume_kms_key_id') }
  if (name === 'Tls' && !isThere(down(value, 'certificate_authority_arns'))) {
    const enabled = down(value, 'enabled')
    // Which authorities are trusted is not said here; that certificates are asked for is.
    if (knownValue(boolean(enabled)))
      return {
        name: 'tls',
        key,
        cursor: mapOf(value, [
          { name: 'certificate_authority_arns', key: enabled.key, cursor: listOf(enabled, [enabled]) },
        ]),
      }
  }
  return { name: names.get(name) ?? snake(name), key, cursor: value }
}
