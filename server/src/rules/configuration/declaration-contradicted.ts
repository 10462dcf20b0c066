import { personalDataOfTopic } from '../../assess/data-flow.ts'
import { durationOf, readSpan } from '../../assess/duration.ts'
import type { Destination } from '../../assess/destination.ts'
import { destinationsAsWritten, destinationsOf } from '../../assess/residency.ts'
import { retentionOf } from '../../assess/retention.ts'
import { signsOf } from '../../assess/impact-assessment.ts'
import { activityFor, configurationFor } from '../../assess/declared.ts'
import { isDenial } from '../../assess/vagueness.ts'
import { isCluster } from '../../assess/platform.ts'
import { clusterName, contradictionsOf } from '../../assess/residency-contradictions.ts'
import type { Cluster, Topic } from '../../model/entities.ts'
import type { Configuration } from '../../model/configuration.ts'
import { knownValue, placeOf, type Known } from '../../model/fact.ts'
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
  visits: ['connector', 'flow', 'connect-cluster', 'client', 'cluster', 'topic', 'configuration'],
  check(entity, context) {
    const { db } = context
    if (entity.kind === 'configuration') return checkDays(entity, context)
    if (entity.kind === 'topic') {
      checkProfiling(entity, context)
      return checkRetention(entity, context)
    }
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
  const limits = name === undefined ? [] : (activityFor(name, configurationFor(db, topic.file))?.retention ?? [])
  // Of several categories no file tells which one a topic holds.
  const declared = limits.length === 1 ? limits[0] : undefined
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

/** What is said to have happened lies behind. */
function checkDays({ record, safeguards }: Configuration, { db: { today }, report }: RuleContext<'KR904'>): void {
  for (const { reviewed } of record.activities) {
    if (reviewed && reviewed.value > today)
      report('dated', { at: reviewed.at, data: { entry: 'reviewed', day: reviewed.value } })
  }
  for (const { at, assessed } of safeguards)
    if (assessed !== undefined && assessed > today) report('dated', { at, data: { entry: 'assessed', day: assessed } })
}

/** A declaration that there is no profiling, of a topic whose names speak of it. */
function checkProfiling(topic: Topic, { db, report }: RuleContext<'KR904'>): void {
  const name = knownValue(topic.name)
  const declared = name === undefined ? undefined : activityFor(name, configurationFor(db, topic.file))?.profiling
  if (!declared || name === undefined || !isDenial(declared.value)) return
  const sign = signsOf(personalDataOfTopic(db, topic), [{ name, at: placeOf(topic.name) }]).find(
    ({ criterion }) => criterion === 'profiling',
  )
  if (sign)
    report('profiling', {
      at: declared.at,
      data: { declared: declared.value, names: sign.by },
      level: 'warning',
      certainty: 'guessed',
      related: sign.places.map(at => ({ at, message: say('related.used') })),
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
