import type { Db } from '../../assess/db.ts'
import { openHttpLinks, openKafkaLinks, switchedOffLinks, type OpenLink } from '../../assess/exposure.ts'
import { switchedOffBy } from '../../assess/switches.ts'
import type { Client, ConnectCluster, Connector, ReplicationFlow } from '../../model/entities.ts'
import { knownValue } from '../../model/fact.ts'
import { withoutCredentials } from '../../text/hosts.ts'
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
  visits: ['connect-cluster', 'flow', 'connector', 'client'],
  messages: {
    kafka: 'Unencrypted connection of {from} to Kafka; expected TLS',
    off: 'Unencrypted connection of {from}: {key} is {value}; expected TLS',
    http: 'Unencrypted connection of {from}: {address}; expected https',
  },
  check(entity, { db, report }) {
    const name = knownValue(entity.name) ?? '?'
    for (const { address, from, inside, encryption, why, stated, guessed, key = '' } of linksOf(entity, name, db)) {
      const level = inside === false && !guessed ? 'warning' : 'information'
      const because = [
        inside === undefined
          ? 'where the other end lies is not in the file'
          : inside
            ? 'the other end lies in the own network or cluster'
            : 'the other end lies outside the own cluster',
      ]
      if (why === 'http') {
        const fixes = address.slot
          ? [
              {
                title: 'Use https (the other end must offer it)',
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
                title: 'Turn on TLS (the address must lead to a TLS listener)',
                edits: [{ op: 'set', ...encryption } as const],
              },
            ]
          : []
        const how = why === 'switched-off' ? [] : [reasonOf(stated, guessed)]
        report(why === 'switched-off' ? 'off' : 'kafka', {
          at: address.at,
          data: { from, key, value: address.value },
          level,
          ...(guessed ? { certainty: 'guessed' } : {}),
          because: [...how, ...because],
          fixes,
        })
      }
    }
  },
})

const reasonOf = (stated: boolean, guessed: true | undefined): string => {
  if (guessed) return 'nothing here sets TLS, and the port is the one for plaintext; the program itself may set it'
  return stated ? 'the protocol is set to plaintext' : 'nothing sets TLS, and the default is plaintext'
}

function linksOf(entity: ConnectCluster | Client | ReplicationFlow | Connector, name: string, db: Db): OpenLink[] {
  if (entity.kind === 'connector')
    return [
      ...openHttpLinks(db, entity, name),
      ...switchedOffLinks(entity, name, switchedOffBy(db, entity, 'encryption')),
    ]
  return [...openKafkaLinks(db, entity, name), ...(entity.kind === 'flow' ? [] : openHttpLinks(db, entity, name))]
}
