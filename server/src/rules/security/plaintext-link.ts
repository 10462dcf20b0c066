import { called } from '../../assess/called.ts'
import type { Db } from '../../assess/db.ts'
import {
  openAddressLinks,
  openHistoryLinks,
  openKafkaLinks,
  switchedOffLinks,
  type OpenLink,
} from '../../assess/open-links.ts'
import { switchedOffBy } from '../../assess/switches.ts'
import type { Client, Cluster, ConnectCluster, Connector, Encryption, ReplicationFlow } from '../../model/entities.ts'
import { fixBySetting, type Fix } from '../../model/semantic-edit.ts'
import { withoutCredentials } from '../../text/hosts.ts'
import { say, type Message } from '../../words/message.ts'
import { defineRule, type RuleContext } from '../rule.ts'
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
  cause: 'address',
  // One word may give its protocol to a listener and to its clients.
  yieldsTo: ['KR501'],
  visits: ['connect-cluster', 'flow', 'connector', 'client', 'cluster'],
  check(entity, context) {
    for (const link of linksOf(entity, called(entity.name), context.db))
      if (link.why === 'address') reportAddress(link, context)
      else reportKafka(link, context)
  },
})

/** What goes out of the own network in the clear is graver, unless it is only a guess that it is in the clear. */
const levelOf = ({ inside, guessed }: OpenLink): 'warning' | 'information' =>
  inside === false && !guessed ? 'warning' : 'information'

function reportAddress(link: OpenLink, { report }: RuleContext<'KR502'>): void {
  const { address, from, inside, use = 'https' } = link
  const data = { from, address: withoutCredentials(address.value) }
  const rest = {
    at: address.at,
    level: levelOf(link),
    because: [...(link.stated ? [] : [say('because.plaintextByDefault')]), otherEnd(inside)],
    facts: { address: data.address },
  }
  // Of other protocols, TLS has a port of its own.
  if (use !== 'https') report('scheme', { ...rest, data: { ...data, use }, fixes: [] })
  else
    report('http', {
      ...rest,
      data,
      fixes: fixBySetting(address.slot, address.value.replace(/http:\/\//gi, 'https://'), say('fix.https')),
    })
}

function reportKafka(link: OpenLink, { report }: RuleContext<'KR502'>): void {
  const { address, from, inside, encryption, why, guessed, key, stated } = link
  const rest = {
    at: address.at,
    level: levelOf(link),
    ...(guessed ? ({ certainty: 'guessed' } as const) : {}),
    because: [...reasonsOf(link), otherEnd(inside)],
    ...(why === 'no-tls' ? { facts: { address: withoutCredentials(address.value) } } : {}),
    fixes: encryption ? [tlsBy(encryption)] : [],
  }
  if (why === 'unless-set') report('unlessSet', { ...rest, level: 'hint', data: { from, value: address.value } })
  else if (why !== 'switched-off')
    report('kafka', {
      ...rest,
      data: { from },
      // A tool that is started again and again connects alike.
      ...(stated || encryption ? {} : { group: JSON.stringify([from, address.value]) }),
    })
  else if (key === undefined) report('protocol', { ...rest, data: { from } })
  else report('off', { ...rest, data: { from, key, value: address.value } })
}

const tlsBy = ({ slot, value, also = [] }: Encryption): Fix => ({
  title: say('fix.tlsToListener'),
  edits: [slot, ...also].map(slot => ({ op: 'set', slot, value })),
})

function reasonsOf({ why, stated, guessed, unlessSet }: OpenLink): Message[] {
  if (why === 'switched-off') return []
  if (why === 'unless-set') return [say('because.variableDefault')]
  if (unlessSet) return [say('because.variableDefault'), say('because.plaintextByDefault')]
  if (guessed) return [say('because.plaintextByPort')]
  return [stated ? say('because.plaintextSet') : say('because.plaintextByDefault')]
}

function otherEnd(inside: OpenLink['inside']): Message {
  if (inside === undefined) return say('because.endUnknown')
  return inside ? say('because.endInside') : say('because.endOutside')
}

function linksOf(
  entity: ConnectCluster | Client | ReplicationFlow | Connector | Cluster,
  name: string | Message,
  db: Db,
): OpenLink[] {
  if (entity.kind === 'connector')
    return [
      ...openAddressLinks(db, entity, name),
      ...openHistoryLinks(entity, name),
      ...switchedOffLinks(entity, name, switchedOffBy(db, entity, 'encryption')),
    ]
  if (entity.kind === 'cluster') return openAddressLinks(db, entity, name)
  return [...openKafkaLinks(db, entity, name), ...(entity.kind === 'flow' ? [] : openAddressLinks(db, entity, name))]
}
