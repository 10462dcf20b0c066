import { knownValue } from '../../model/fact.ts'
import { bagsOf } from '../../model/bags.ts'
import type { Level } from '../../model/configuration.ts'
import type { Entity, EntityKind } from '../../model/entities.ts'
import type { Fix } from '../../model/semantic-edit.ts'
import type { Settings } from '../../model/settings.ts'
import type { Db } from '../../assess/db.ts'
import { isForTests, isSample, showsRefusal } from '../../assess/stage.ts'
import { isHalf, secretsOf, storesOpenedBy, type LiteralSecret } from '../../assess/secrets.ts'
import { say } from '../../words/message.ts'
import { defineRule } from '../rule.ts'
import page from './secret-in-configuration.md'

/** Secrets that everybody who can read the repository can read. */
export const secretInConfiguration = defineRule({
  code: 'KR505',
  name: 'secret-in-configuration',
  family: 'secret',
  level: 'error',
  law: ['gdpr-32', 'gdpr-33'],
  page,
  mends: true,
  evenOff: true,
  // The stores of one program are opened by one word.
  alike({ at, message: { id, data } }) {
    const stores = id === 'KR505.dummy' ? storesOpenedBy(String(data.key)) : undefined
    return stores === undefined ? undefined : JSON.stringify([at.file, data.owner, stores])
  },
  visits: ['connector', 'connect-cluster', 'client', 'cluster', 'flow', 'topic'],
  check(entity, { db, report }) {
    const owner = knownValue(entity.name) ?? entity.kind
    const found = bagsOf(entity).flatMap(settings => secretsOf(settings).map(secret => ({ secret, settings })))
    for (const { secret, settings } of found) {
      const { key, value, form, mild } = secret
      const rest = {
        at: value.at,
        level: levelOf(secret, db, entity),
        fixes: refer(secret, settings, { owner, kind: entity.kind }),
      } as const
      if (form && (!mild || isHalf(form)))
        report('embedded', { ...rest, data: { key, owner, form: say(`secret.${form}`) } })
      else report(kindOf(secret), { ...rest, data: { key, owner } })
    }
  },
})

/** What opens nothing, as a test proves, what everybody can open anyway, or a few words protect, is nobody's affair where nothing but tests runs, or where it stands for somebody's own. */
function levelOf({ mild, plain }: LiteralSecret, db: Db, entity: Entity): Level {
  if (showsRefusal(entity)) return 'hint'
  if ((mild || plain) && (isForTests(db, entity.file) || isSample(db, entity.file))) return 'hint'
  return mild ? 'warning' : 'error'
}

function kindOf({ mild, fallback }: LiteralSecret): 'dummy' | 'fallback' | 'literal' {
  if (mild) return 'dummy'
  return fallback ? 'fallback' : 'literal'
}

/** What has to know the config provider; connectors and mirrors run in workers. */
const holders: { readonly [K in EntityKind]?: 'client' | 'broker' } = {
  client: 'client',
  topic: 'client',
  cluster: 'broker',
}

/** What it refers to has to exist before anything starts with it. */
const refer: typeof referTo = (secret, settings, owner) =>
  referTo(secret, settings, owner).map(fix => ({ ...fix, refers: true }))

/** The reference in the idiom of the file: a variable of the process, a Secret of Kubernetes, a config provider. */
function referTo(
  { value, reference, referenced, form }: LiteralSecret,
  { refers }: Settings,
  { owner, kind }: { readonly owner: string; readonly kind: EntityKind },
): Fix[] {
  if (value.state !== 'known' || !value.slot || refers === 'unknown') return []
  const { slot } = value
  if (refers === 'variable')
    return [
      {
        title: say('fix.secretVariable', { name: reference }),
        edits: [{ op: 'set', slot, value: referenced }],
      },
    ]
  if (refers === undefined)
    return [
      {
        title: say('fix.secretProvider', { name: reference, holder: holders[kind] ?? 'worker' }),
        edits: [{ op: 'set', slot, value: referenced }],
      },
    ]
  if (refers === 'sensitive-variable')
    return form === undefined
      ? [
          {
            title: say('fix.sensitiveVariable'),
            edits: [
              { op: 'conceal', slot, variable: `${owner}_${reference}`.toLowerCase().replace(/[^a-z0-9]+/g, '_') },
            ],
          },
        ]
      : []
  const secretKeyRef = { name: `${owner}-credentials`, key: reference.toLowerCase() }
  return form === undefined && slot.path.at(-1) === 'value'
    ? [
        {
          title: say('fix.kubernetesSecret', { name: secretKeyRef.name }),
          edits: [{ op: 'swap', slot, key: 'valueFrom', value: { secretKeyRef } }],
        },
      ]
    : []
}
