import { configurationIn } from '../model/link-key.ts'
import type { ActivityDeclaration, Configuration, DestinationDeclaration, Safeguard } from '../model/configuration.ts'
import { matchesName } from '../text/match.ts'
import { foldersOf, type Uri } from '../text/uri.ts'
import { query } from './db.ts'

/** The configuration that holds for a file: the nearest one upwards. */
export const configurationFor = query(({ estate }, file: Uri): Configuration | undefined => {
  for (const folder of foldersOf(file)) {
    const found = estate.find(configurationIn(folder))[0]
    if (found) return found
  }
  return undefined
})

/** What the configuration declares of a processing activity known by this name. */
export const activityFor = (name: string, configuration: Configuration | undefined): ActivityDeclaration | undefined =>
  configuration?.record.activities.find(({ match }) => matchesName(match, name))

/** What the configuration says of a destination known by any of these names (its own name, its hosts). */
export const declarationFor = (
  names: readonly string[],
  configuration: Configuration | undefined,
): DestinationDeclaration | undefined =>
  configuration?.destinations.find(({ match }) => names.some(name => matchesName(match, name)))

/** Where the configuration says that a cluster, a Kubernetes or a network known by any of these names stands. */
export const clusterDeclarationFor = (
  names: readonly string[],
  configuration: Configuration | undefined,
): DestinationDeclaration | undefined =>
  configuration?.clusters.find(({ match }) => names.some(name => matchesName(match, name)))

/** The safeguards that are declared for a destination known by any of these names: those that hold on a day, and those that have run out. */
export function safeguardsFor(
  names: readonly string[],
  configuration: Configuration | undefined,
  today: string,
): { readonly holding: readonly Safeguard[]; readonly expired: readonly Safeguard[] } {
  const declared = (configuration?.safeguards ?? []).filter(({ destination }) =>
    names.some(name => matchesName(destination, name)),
  )
  const isOver = ({ expires }: Safeguard): boolean => expires !== undefined && expires.value <= today
  return { holding: declared.filter(one => !isOver(one)), expired: declared.filter(isOver) }
}
