import type { Db } from '../../assess/db.ts'
import { openHttpLinks, openKafkaLinks, switchedOffLinks, type OpenLink } from '../../assess/exposure.ts'
import { switchedOffBy } from '../../assess/switches.ts'
import type { Client, ConnectCluster, Connector, ReplicationFlow } from '../../model/entities.ts'
import { knownValue } from '../../model/fact.ts'
import { withoutCredentials } from '../../text/hosts.ts'
import { say, type Message } from '../../words/message.ts'
import { defineRule } from '../rule.ts'
import page from './plaintext-link.md'

/** Clients that reach Kafka, a registry or a sink without encryption. */
export const plaintextLink = defineRule({
  code: 'KR502',
  name: 'plaintext-link',
  family: 'transport',
  level: 'warning',
  law: ['gdpr-32'],
  page,
  mends: true,
  visits: ['connect-cluster', 'flow', 'connector', 'client'],
  check(entity, { db, report }) {
    const name = knownValue(entity.name) ?? '?'
    for (const { address, from, inside, encryption, why, stated, guessed, key } of linksOf(entity, name, db)) {
      const level = inside === false && !guessed ? 'warning' : 'information'
      const because = [otherEnd(inside)]
      if (why === 'http') {
        const fixes = address.slot
          ? [
              {
                title: say('fix.https'),
                edits: [
                  { op: 'set', slot: address.slot, value: address.value.replace(/http:\/\//gi, 'https://') } as const,
                ],
              },
            ]
          : []
        report('http', {
          at: address.at,
          data: { from, address: withoutCredentials(address.value) },
          level,
          because,
          fixes,
        })
      } else {
        const fixes = encryption
          ? [
              {
                title: say('fix.tlsToListener'),
                edits: [{ op: 'set', ...encryption } as const],
              },
            ]
          : []
        const how = why === 'switched-off' ? [] : [reasonOf(stated, guessed)]
        const certainty = guessed ? ({ certainty: 'guessed' } as const) : {}
        const rest = { at: address.at, level, ...certainty, because: [...how, ...because], fixes } as const
        if (why !== 'switched-off') report('kafka', { ...rest, data: { from } })
        else if (key === undefined) report('protocol', { ...rest, data: { from } })
        else report('off', { ...rest, data: { from, key, value: address.value } })
      }
    }
  },
})

function reasonOf(stated: boolean, guessed: true | undefined): Message {
  if (guessed) return say('because.plaintextByPort')
  return stated ? say('because.plaintextSet') : say('because.plaintextByDefault')
}

function otherEnd(inside: OpenLink['inside']): Message {
  if (inside === undefined) return say('because.endUnknown')
  return inside ? say('because.endInside') : say('because.endOutside')
}

function linksOf(entity: ConnectCluster | Client | ReplicationFlow | Connector, name: string, db: Db): OpenLink[] {
  if (entity.kind === 'connector')
    return [
      ...openHttpLinks(db, entity, name),
      ...switchedOffLinks(entity, name, switchedOffBy(db, entity, 'encryption')),
    ]
  return [...openKafkaLinks(db, entity, name), ...(entity.kind === 'flow' ? [] : openHttpLinks(db, entity, name))]
}
