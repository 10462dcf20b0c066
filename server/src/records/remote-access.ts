import type { Db } from '../assess/db.ts'
import { safeguardAmong, type Destination } from '../assess/destination.ts'
import { configurationFor, safeguardsFor } from '../assess/declared.ts'
import type { Country } from '../knowledge/countries.ts'
import type { ProcessorDeclaration, Safeguard } from '../model/configuration.ts'
import type { Cluster } from '../model/entities.ts'
import { knownValue, type Known } from '../model/fact.ts'
import { matchesName } from '../text/match.ts'
import type { Uri } from '../text/uri.ts'
import type { Value } from './record.ts'
import type { Words } from './words/words.ts'

/** From where somebody may reach data, as it is declared of a cluster or of a processor. */
interface Reach {
  readonly who: string
  readonly countries: readonly Known<string>[]
}

/** Access from a third country, for instance by support, is a transfer as well, and no file of a platform tells of it: what is declared, and that it is missing where nobody has said anything. */
export function remoteAccessTo(
  clusters: readonly Cluster[],
  destinations: readonly Destination[],
  processors: readonly ProcessorDeclaration[],
  file: Uri,
  db: Db,
): Value[] {
  const operated = destinations.filter(({ provider, role }) => provider !== undefined && role !== 'cluster')
  const systems = [
    ...clusters.map(cluster => reachOfCluster(cluster, destinations, processors, db)),
    ...operated.map(destination => reachOf(destination, processors)),
  ]
  const reaches = systems.flatMap(reach => reach ?? [])
  const outside = [...new Map(reaches.map(reach => [reach.who, reach])).values()].flatMap(reach =>
    transfersOf(reach, file, db),
  )
  if (reaches.length < systems.length || systems.length === 0)
    return [
      ...outside,
      {
        text: words => words.remoteAccess.open,
        basis: 'missing',
        places: [],
        declaration: 'residency.clusters: supportAccess; record.processors: accessFrom',
      },
    ]
  const places = reaches.flatMap(({ countries }) => countries.map(({ at }) => at))
  return outside.length > 0 ? outside : [{ text: words => words.remoteAccess.inside, basis: 'declared', places }]
}

/** What is declared of a cluster, else of whoever runs it. */
function reachOfCluster(
  cluster: Cluster,
  destinations: readonly Destination[],
  processors: readonly ProcessorDeclaration[],
  db: Db,
): Reach | undefined {
  const name = knownValue(cluster.name)
  const declared = configurationFor(db, cluster.file)?.residency?.clusters.find(
    ({ match }) => name !== undefined && matchesName(match, name),
  )?.supportAccess
  if (declared && declared.length > 0) return { who: name ?? '', countries: declared }
  const own = destinations.find(({ of, role }) => of === cluster && role === 'cluster')
  return own && reachOf(own, processors)
}

function reachOf(destination: Destination, processors: readonly ProcessorDeclaration[]): Reach | undefined {
  const processor = processorFor(destination, processors)
  return processor && processor.accessFrom.length > 0
    ? { who: processor.name.value, countries: processor.accessFrom }
    : undefined
}

/** The declared processor that runs a destination. */
export const processorFor = (
  { provider }: Destination,
  processors: readonly ProcessorDeclaration[],
): ProcessorDeclaration | undefined =>
  provider &&
  processors.find(
    one => one.provider !== undefined && [provider.id, provider.name, provider.short].includes(one.provider),
  )

function transfersOf({ who, countries }: Reach, file: Uri, db: Db): Value[] {
  return countries.flatMap(({ value, at }): Value[] => {
    const country = db.knowledge.countries.get(value)
    if (!country || country.status === 'eu' || country.status === 'eea') return []
    const { holding } = safeguardsFor([who], configurationFor(db, file), db.today)
    const safeguard = safeguardAmong(holding, [country])
    return [
      {
        text: words =>
          words.remoteAccess.from(who, words.country(country.code, country.name), basisOf(country, safeguard, words)),
        basis: country.status === 'adequate' || safeguard ? 'declared' : 'missing',
        places: safeguard ? [at, safeguard.at] : [at],
      },
    ]
  })
}

function basisOf({ status, decision }: Country, safeguard: Safeguard | undefined, words: Words): string {
  if (safeguard) return words.safeguard(safeguard)
  return status === 'adequate' && decision ? words.adequacy(decision) : words.safeguardMissing
}
