import { areBeside, areTooFew, type Brokers } from '../../assess/brokers.ts'
import {
  givesNobody,
  isDefaultBelow,
  replicationSettingsOf,
  type Durable,
  type ReplicationSetting,
} from '../../assess/durability.ts'
import type { EngineKind } from '../../knowledge/engines.ts'
import type { Entity } from '../../model/entities.ts'
import { asInteger, orFallback, type Absent, type Known, type Unresolved } from '../../model/fact.ts'
import { fixBySetting, type Fix } from '../../model/semantic-edit.ts'
import { say, type Message } from '../../words/message.ts'
import { alikeInFile, alikeInFolder } from '../alike.ts'
import { defineRule, type Report, type RuleContext } from '../rule.ts'
import { besideBrokers, brokerFacts, onceFor } from './broker-facts.ts'
import page from './replication-factor-below-three.md'

/** Topics that keep fewer than three copies. */
export const replicationFactorBelowThree = defineRule({
  code: 'KR301',
  name: 'replication-factor-below-three',
  family: 'durability',
  level: 'warning',
  law: ['gdpr-32', 'gdpr-5-1-f'],
  page,
  mends: true,
  alike: finding =>
    alikeInFolder(['KR301.topic', 'KR301.topicOfTwo', 'KR301.topicElsewhere'], ['actual'])(finding) ??
    alikeInFile(['KR301.internal', 'KR301.internalOfTwo'], ['actual'])(finding),
  visits: ['topic', 'cluster', 'connect-cluster', 'connector', 'client', 'flow'],
  check(entity, context) {
    for (const setting of replicationSettingsOf(context.db, entity).filter(
      ({ means }) => means === 'replication-factor',
    )) {
      const { value, engine } = setting
      if (value.state === 'unresolved') reportDefault(setting, value, entity.kind, context)
      else if (value.state === 'absent') reportAbsent(setting, value, entity, context)
      else if (engine && isEven(value.value, engine)) reportEven(setting, value, engine, context)
      else if (isFew(value.value, engine)) reportFew(setting, value, entity.kind, context)
    }
  },
})

/** What holds where nobody sets a variable: somebody may. */
function reportDefault(
  setting: ReplicationSetting,
  value: Unresolved,
  kind: Entity['kind'],
  context: RuleContext<'KR301'>,
): void {
  const fallback = asInteger(orFallback(value))
  if (fallback.state !== 'known' || !isFew(fallback.value, setting.engine)) return
  const report: typeof context.report = (message, { because = [], ...told }) => {
    context.report(message, {
      ...told,
      level: told.level === 'hint' ? 'hint' : 'information',
      certainty: 'guessed',
      because: [say('because.variableDefault'), ...because],
    })
  }
  reportFew(setting, fallback, kind, { ...context, report })
}

/** A default is as good as written where the brokers could keep more copies; one that no topic in sight takes is a hint. */
function reportAbsent(
  setting: ReplicationSetting,
  { near }: Absent,
  entity: Durable,
  { db, report }: RuleContext<'KR301'>,
): void {
  if (!isDefaultBelow(setting, 3)) return
  const { key, brokers } = setting
  report('absent', {
    at: besideBrokers(entity, near, brokers),
    data: { key, actual: setting.default },
    absent: true,
    ...(entity.kind === 'cluster' && givesNobody(db, entity, setting) ? { level: 'hint' } : {}),
    ...onceFor(brokers),
    ...brokerFacts(brokers),
    fixes: keepCopies(setting, 3),
  })
}

/** Whether an engine that wants an odd number of copies is given an even one. */
const isEven = (copies: number, engine: EngineKind): boolean =>
  engine.copies === 'odd' && copies > 0 && copies % 2 === 0

/** NATS takes 0 for 1, Kafka does not take it at all. */
const isFew = (copies: number, engine: EngineKind | undefined): boolean =>
  copies >= (engine?.remote ? 1 : 0) && copies < 3

/** An even number of copies stands no more failures than the odd one below it. */
function reportEven(
  setting: ReplicationSetting,
  { value: actual, at }: Known<number>,
  { name: engine }: EngineKind,
  { report }: RuleContext<'KR301'>,
): void {
  const { key, brokers } = setting
  const expected = Math.max(3, Math.min(actual + 1, brokers?.count ?? 3))
  report('even', {
    at,
    data: { key, actual, engine, expected },
    ...brokerFacts(brokers),
    fixes: expected % 2 === 1 ? keepCopies(setting, expected) : [],
  })
}

function reportFew(
  setting: ReplicationSetting,
  { value: actual, at }: Known<number>,
  kind: Entity['kind'],
  { report }: RuleContext<'KR301'>,
): void {
  const { key, of, scope, brokers } = setting
  const { because = [], ...known } = brokerFacts(brokers)
  const ofTopic = kind === 'topic'
  const facts = {
    at,
    data: { key, actual, of },
    ...known,
    ...(kind === 'cluster' ? onceFor(brokers, `${key} ${actual}`) : {}),
    because: ofTopic ? because : [say('because.holdsFor', { what: of }), ...because],
  }
  if (actual > 0 && brokers && areTooFew(brokers)) {
    reportAllKnown(setting, brokers, facts, report)
    return
  }
  report(ofTopic ? 'topic' : saidOf[scope], {
    ...facts,
    // One copy of all topics without their own is lost with one disk, where there are brokers for more; a topic may be meant so.
    level: scope !== 'topic' && actual === 1 && brokers && brokers.count >= 3 ? 'error' : 'warning',
    fixes: keepCopies(setting, 3),
  })
}

/** Internal topics of one program are set together, and said together. */
const saidOf = {
  topic: 'setting',
  'cluster-default': 'setting',
  'internal-topic': 'internal',
} as const satisfies Record<ReplicationSetting['scope'], string>

/** The same of two brokers. */
const saidOfTwo = {
  topic: 'topicOfTwo',
  'cluster-default': 'settingOfTwo',
  'internal-topic': 'internalOfTwo',
} as const satisfies Record<ReplicationSetting['scope'], string>

/** Of fewer brokers than three nobody can ask for three copies. */
function reportAllKnown(
  setting: ReplicationSetting,
  brokers: Brokers,
  facts: Report<{ readonly key: string; readonly actual: number; readonly of: Message }>,
  report: RuleContext<'KR301'>['report'],
): void {
  const ofTopic = setting.scope === 'topic'
  if (brokers.count === 2) {
    // Two brokers keep two copies: more is a matter of their number, which is a finding of its own (KR307).
    if (facts.data.actual === 1) report(saidOfTwo[setting.scope], { ...facts, fixes: keepCopies(setting, 2) })
    return
  }
  // A cluster in the same file is the one that is meant; one in another file may be one of several environments.
  if (areBeside(brokers, facts.at)) report('single', { ...facts, level: 'hint', group: 'single-broker' })
  else report(ofTopic ? 'topicElsewhere' : 'singleElsewhere', { ...facts, level: 'information' })
}

/** Nothing where the brokers are known to be too few for it. */
const keepCopies = ({ value, brokers }: ReplicationSetting, copies: number): Fix[] =>
  value.state === 'unresolved' || (brokers && brokers.count < copies)
    ? []
    : fixBySetting(value.slot, copies, say('fix.replicationFactor', { value: copies }))
