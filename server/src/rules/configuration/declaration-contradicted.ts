import { durationOf, readSpan } from '../../assess/duration.ts'
import type { Destination } from '../../assess/destination.ts'
import { destinationsAsWritten, destinationsOf } from '../../assess/residency.ts'
import { retentionOf } from '../../assess/retention.ts'
import { activityFor, configurationFor } from '../../assess/declared.ts'
import { isCluster } from '../../assess/platform.ts'
import { clusterName, contradictionsOf } from '../../assess/residency-contradictions.ts'
import type { Cluster, Topic } from '../../model/entities.ts'
import { knownValue, type Known } from '../../model/fact.ts'
import { say, type Message } from '../../words/message.ts'
import type { Related } from '../finding.ts'
import { defineRule, type RuleContext } from '../rule.ts'
import { placeReasons, placeSources, sending } from '../../assess/place-messages.ts'
import page from './declaration-contradicted.md'

/** What the configuration declares and the files refute. */
export const declarationContradicted = defineRule({
  code: 'KR904',
  name: 'declaration-contradicted',
  family: 'configuration',
  level: 'error',
  law: ['gdpr-5-2', 'gdpr-30'],
  page,
  mends: 'choice',
  visits: ['connector', 'flow', 'connect-cluster', 'client', 'cluster', 'topic'],
  check(entity, context) {
    const { db } = context
    if (entity.kind === 'topic') return checkRetention(entity, context)
    if (entity.kind === 'cluster') checkResidency(entity, context)
    for (const destination of destinationsOf(db, entity)) {
      if (destination.policy === 'refused') refused(destination, context)
      if (destination.expired?.expires) expired(destination, destination.expired.expires, context)
      const written =
        destination.declaration?.country &&
        destinationsAsWritten(db, entity).find(({ role }) => role === destination.role)
      if (written) elsewhere(destination, written, context)
    }
  },
})

function refused(destination: Destination, { db, report }: RuleContext<'KR904'>): void {
  const allowed = configurationFor(db, destination.of.file)?.policy.allowedCountries ?? []
  const [first] = allowed
  if (first)
    report('policy', {
      ...common(destination),
      at: first.at,
      data: { allowed: allowed.map(({ value }) => value) },
    })
}

function expired(destination: Destination, { at, value }: Known<string>, { report }: RuleContext<'KR904'>): void {
  report('expired', { ...common(destination), at, data: { sending: sending(destination), day: value } })
}

function elsewhere({ declaration }: Destination, written: Destination, { report }: RuleContext<'KR904'>): void {
  const country = declaration?.country
  if (country && written.countries.length > 0 && !written.countries.some(({ code }) => code === country.value))
    report('elsewhere', {
      ...common(written),
      at: country.at,
      data: { sending: sending(written), declared: country.value },
    })
}

function checkResidency(cluster: Cluster, { db, report }: RuleContext<'KR904'>): void {
  if (!configurationFor(db, cluster.file)?.residency || !isCluster(cluster)) return
  for (const found of contradictionsOf(db, cluster)) {
    switch (found.is) {
      case 'future':
        report('future', { at: found.day.at, data: { item: say(`item.${found.item}`), day: found.day.value } })
        break
      case 'present':
        report('present', {
          at: found.said.at,
          data: { item: say(`item.${found.item}`), cluster: clusterName(cluster) },
          certainty: 'derived',
          related: found.places.map(at => ({ at, message: say(`item.${found.item}`) })),
        })
        break
      case 'missed': {
        const { objective, declared, reached, day } = found
        report('missed', { at: reached.at, data: { objective, declared: declared.value, reached: reached.value, day } })
        break
      }
      case 'elsewhere':
        report('elsewhere', {
          ...common(found.written),
          at: found.said.at,
          data: { sending: sending(found.written), declared: found.said.value },
        })
    }
  }
}

function checkRetention(topic: Topic, { db, report }: RuleContext<'KR904'>): void {
  const name = knownValue(topic.name)
  const declared = name === undefined ? undefined : activityFor(name, configurationFor(db, topic.file))?.retention
  const limit = declared && readSpan(declared.value)
  const kept = retentionOf(db, topic)
  if (
    !declared ||
    limit === undefined ||
    name === undefined ||
    !(kept.kind === 'unlimited' || (kept.kind === 'limited' && (kept.milliseconds ?? 0) > limit))
  )
    return
  report('longer', {
    at: declared.at,
    data: {
      declared: declared.value,
      topic: name,
      kept:
        kept.kind === 'unlimited'
          ? say('time.keptUnlimited')
          : say('time.kept', { duration: durationOf(kept.milliseconds ?? 0) }),
    },
    certainty: 'derived',
    because: [kept.because],
    related: kept.places.map(at => ({ at, message: say('related.retentionOf', { topic: name }) })),
  })
}

const common = (
  destination: Destination,
): {
  certainty: 'derived' | 'guessed'
  because: Message[]
  sources: string[]
  related: Related[]
} => ({
  certainty: destination.certainty === 'guessed' ? 'guessed' : 'derived',
  because: placeReasons(destination),
  sources: placeSources(destination),
  related: [{ at: destination.at, message: sending(destination) }],
})
