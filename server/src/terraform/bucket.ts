import type { Bucket } from '../model/entities.ts'
import { knownValue, type Fact } from '../model/fact.ts'
import { down, isThere } from '../formats/cursor.ts'
import type { Cursor } from '../formats/position.ts'
import { boolean, text } from '../formats/values.ts'
import { block, blocks } from './instances.ts'
import { named, type Resource } from './resource.ts'

/** What one rule of a life cycle says of deletion: after how many days, or on which day. */
type Deletes = Fact<string>

/** Reads an `aws_s3_bucket`, or the same of CloudFormation, with the rules that stand in it or beside it. */
export const readS3Bucket = (resource: Resource): Bucket[] => {
  const { body } = resource
  const beside = rulesBeside(resource, /^aws_s3_bucket_lifecycle_configuration$/, 'bucket', 'bucket')
  const own = [...blocks(body, 'lifecycle_rule'), ...blocks(block(body, 'lifecycle_configuration'), 'rules')]
  return [bucketOf(resource, 'bucket', 'Amazon S3', beside && [...own, ...beside.flatMap(inside)], deletesInS3)]
}

const inside = (configuration: Cursor): Cursor[] => blocks(configuration, 'rule')

/** Reads a `google_storage_bucket`. */
export const readGcsBucket = (resource: Resource): Bucket[] => [
  bucketOf(resource, 'name', 'Google Cloud Storage', blocks(resource.body, 'lifecycle_rule'), rule =>
    knownValue(text(down(block(rule, 'action'), 'type'))) === 'Delete'
      ? first(block(rule, 'condition'), ['age', 'created_before', 'days_since_custom_time', 'custom_time_before'])
      : decides(down(block(rule, 'action'), 'type')),
  ),
]

/** Reads an `azurerm_storage_account`, whose rules hold for all its containers. */
export const readStorageAccount = (resource: Resource): Bucket[] => {
  const policies = rulesBeside(resource, /^azurerm_storage_management_policy$/, 'storage_account_id', 'id')
  return [
    bucketOf(resource, 'name', 'Azure Blob Storage', policies?.flatMap(inside), rule => {
      if (knownValue(boolean(down(rule, 'enabled'))) === false) return absent(rule)
      return first(block(rule, 'actions', 'base_blob'), [
        'delete_after_days_since_modification_greater_than',
        'delete_after_days_since_creation_greater_than',
        'delete_after_days_since_last_access_time_greater_than',
      ])
    }),
  ]
}

function bucketOf(
  resource: Resource,
  attribute: string,
  service: string,
  rules: readonly Cursor[] | undefined,
  deletes: (rule: Cursor) => Deletes,
): Bucket {
  const { label } = resource
  const common = named(resource, attribute)
  const open = { state: 'unresolved', at: label, text: '' } as const
  const said = (resource.handedOn() ? undefined : rules)?.map(rule => rule.unseen ?? deletes(rule)) ?? [open]
  return {
    kind: 'bucket',
    ...common,
    // Without a name of its own, the cloud makes one.
    name: isThere(down(resource.body, attribute)) ? common.name : open,
    service,
    expiry: said.find(({ state }) => state === 'known') ??
      said.find(({ state }) => state === 'unresolved') ?? { state: 'absent', near: label },
  }
}

function deletesInS3(rule: Cursor): Deletes {
  const off =
    knownValue(text(down(rule, 'status'))) === 'Disabled' || knownValue(boolean(down(rule, 'enabled'))) === false
  if (off) return absent(rule)
  const expiration = block(rule, 'expiration')
  if (expiration.unseen) return expiration.unseen
  const said = first(expiration, ['days', 'date'])
  return said.state === 'absent' ? first(rule, ['expiration_in_days', 'expiration_date']) : said
}

/** The first of some attributes that is written. */
const first = (at: Cursor, names: readonly string[]): Deletes =>
  at.unseen ?? names.map(name => text(down(at, name))).find(({ state }) => state !== 'absent') ?? absent(at)

const absent = ({ near }: Cursor): Deletes => ({ state: 'absent', near })

/** Of a rule that does something else: nothing, unless a placeholder decides what it does. */
function decides(at: Cursor): Deletes {
  const said = text(at)
  return said.state === 'unresolved' ? said : { state: 'absent', near: at.near }
}

/** What stands beside a resource and names it; undefined where one of them names something that nobody can tell. */
function rulesBeside(resource: Resource, type: RegExp, attribute: string, key: string): Cursor[] | undefined {
  const { near } = resource.body
  const found: Cursor[] = []
  for (const one of resource.beside(type)) {
    const at = down(one, attribute)
    const of = at.origin.refersTo?.body.near
    const written = text(at)
    const own = text(down(resource.body, key))
    if (of ? of.file === near.file && of.span.start === near.span.start : isSame(written, own)) found.push(one)
    else if (!of && (written.state !== 'known' || own.state === 'unresolved')) return undefined
  }
  return found
}

const isSame = (one: Fact<string>, other: Fact<string>): boolean =>
  one.state === 'known' && other.state === 'known' && one.value === other.value
