import { down, isThere } from '../formats/cursor.ts'
import type { Cursor } from '../formats/position.ts'
import { integer, text } from '../formats/values.ts'
import type { Backup, Site, SupportingService } from '../model/entities.ts'
import { mapFact, type Fact } from '../model/fact.ts'
import { block, blocks } from './instances.ts'
import { named, regionOfArn, siteOf, type Resource } from './resource.ts'

const vaults = 'AWS Backup'
const lifecycle = 'Amazon Data Lifecycle Manager'

const service = (
  resource: Resource,
  name: Fact<string>,
  called: string,
  backup: Backup,
  site: Site = siteOf(resource, called),
): SupportingService => ({
  kind: 'supporting-service',
  ...named(resource, ''),
  name,
  role: 'backup',
  service: called,
  clusters: [],
  tells: [],
  general: true,
  backup,
  site,
})

/** Reads a vault of AWS Backup. */
export const readVault = (resource: Resource): SupportingService[] => [
  service(resource, named(resource, 'name').name, vaults, { is: 'store' }),
]

/** Reads a plan of AWS Backup: its vault lies in its own region, and copies where the vault of the copy does. */
export function readBackupPlan(resource: Resource): SupportingService[] {
  const inner = down(resource.body, 'backup_plan')
  const plan = isThere(inner) ? inner : resource.body
  return blocks(plan, 'rule').flatMap(rule => {
    const written = text(down(rule, 'rule_name'))
    const name = written.state === 'absent' ? named(resource, 'name').name : written
    const made = { is: 'plan', schedule: text(down(rule, 'schedule')) } as const
    return [
      service(resource, name, vaults, { ...made, kept: keptBy(rule) }),
      ...blocks(rule, 'copy_action').map(copy =>
        service(
          resource,
          name,
          vaults,
          { ...made, kept: keptBy(copy) },
          siteOfVault(down(copy, 'destination_vault_arn')),
        ),
      ),
    ]
  })
}

const day = 24 * 60 * 60 * 1000

const keptBy = (at: Cursor): Fact<number> =>
  mapFact(integer(down(block(at, 'lifecycle'), 'delete_after')), days => days * day)

/** Where a vault stands, by reference to its resource, or by its ARN. */
function siteOfVault(arn: Cursor): Site {
  const { refersTo } = arn.origin
  return {
    provider: 'aws-regional',
    service: vaults,
    region: refersTo ? text(refersTo.region()) : regionOfArn(text(arn)),
  }
}

/** Reads a policy that makes snapshots of volumes, and copies them to other regions. */
export function readLifecyclePolicy(resource: Resource): SupportingService[] {
  const { name } = named(resource, 'description')
  const schedules = blocks(block(resource.body, 'policy_details'), 'schedule')
  // A policy of the provider's own making has none to read.
  if (schedules.length === 0) return [service(resource, name, lifecycle, { is: 'plan' })]
  return schedules.flatMap(schedule => {
    const made = { is: 'plan', schedule: text(down(block(schedule, 'create_rule'), 'cron_expression')) } as const
    return [
      service(resource, name, lifecycle, made),
      ...blocks(schedule, 'cross_region_copy_rule').map(copy => {
        const target = text(down(copy, 'target'))
        const arn = regionOfArn(target)
        // It is a region, or the ARN of an Outpost.
        const region = arn.state === 'known' ? arn : target
        return service(resource, name, lifecycle, made, { provider: 'aws-regional', service: lifecycle, region })
      }),
    ]
  })
}
