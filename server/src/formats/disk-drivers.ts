import data from '../knowledge/disk-drivers.yaml'
import type { Site } from '../model/entities.ts'
import { knownValue, type Fact, type Place } from '../model/fact.ts'

interface Driver {
  readonly names: readonly string[]
  readonly service: string
  readonly provider?: string
}

const drivers: ReadonlyMap<string, Driver> = new Map(
  (data() as { drivers: readonly Driver[] }).drivers.flatMap(driver =>
    driver.names.map(name => [name, driver] as const),
  ),
)

/** Who runs the disks that a driver of Kubernetes makes; of one that nobody has described, its name. */
export function diskDriver(named: Fact<string>, near: Place): { readonly service: string; readonly site?: Site } {
  const name = knownValue(named)
  const driver = name === undefined ? undefined : drivers.get(name)
  const service = driver?.service ?? name ?? '?'
  return driver?.provider === undefined
    ? { service }
    : { service, site: { provider: driver.provider, service, region: { state: 'absent', near } } }
}
