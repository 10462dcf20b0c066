import { strictest, type Destination } from '../assess/destination.ts'
import type { Value } from './record.ts'

/** Who receives the data, and where. */
export function recipientOf({ name, role, service, provider, host, countries, at, status, declaration }: Destination): Value {
  const where = status === 'inside' ? 'in the own network' : countries.length > 0 ? countries.map(country => country.name).join(', ') : 'country to be declared'
  const who = [provider ? `${provider.name}, of ${provider.owner}` : (host ?? service ?? 'unknown')]
  return { text: `${roles[role]} ${name}: ${who.join(', ')} (${where})`, basis: declaration ? 'declared' : status === 'open' ? 'missing' : 'proven', places: declaration ? [at, declaration.at] : [at] }
}

const roles: Readonly<Record<Destination['role'], string>> = { sink: 'sink', replication: 'mirror', cluster: 'Kafka of', 'tiered-storage': 'tiered storage of', registry: 'schema registry of', telemetry: 'telemetry of', proxy: 'proxy of' }

/** The transfer to a third country that a destination means, if it means one. */
export function transferOf({ name, role, countries, status, safeguard, at }: Destination): Value[] {
  // A registry holds schemas, not the data itself.
  if (role === 'registry') return []
  if (status === 'open') return [{ text: `${name}: country to be declared`, basis: 'missing', places: [at] }]
  if (status === 'inside' || status === 'eea') return []
  const country = strictest(countries)
  const decision = country?.decision ? `adequacy decision ${country.decision.instrument}${country.decision.validUntil ? `, until ${country.decision.validUntil}` : ''}` : undefined
  const basis =
    status === 'adequate' ? decision : safeguard ? `${kinds[safeguard.kind]}${safeguard.date ? ` of ${safeguard.date}` : ''}${safeguard.reference ? ` (${safeguard.reference})` : ''}` : status === 'conditional' ? `safeguard to be declared; ${decision ?? ''} covers some recipients only` : 'safeguard to be declared'
  return [{ text: `${name} to ${country?.name ?? ''}: ${basis ?? ''}`, basis: status === 'adequate' ? 'proven' : safeguard ? 'declared' : 'missing', places: safeguard ? [at, safeguard.at] : [at] }]
}

const kinds = { scc: 'standard contractual clauses, Art. 46(2)(c)', bcr: 'binding corporate rules, Art. 47', dpf: 'listing under the Data Privacy Framework, Art. 45', other: 'another safeguard, Art. 46' }
