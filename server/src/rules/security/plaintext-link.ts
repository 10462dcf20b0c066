import { openHttpLinks, openKafkaLinks } from '../../assess/exposure.ts'
import { valueOf } from '../../model/fact.ts'
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
    http: 'Unencrypted connection of {from}: {address}; expected https',
  },
  check(entity, { assess, report }) {
    const name = valueOf(entity.name) ?? '?'
    const links = entity.kind === 'connector' ? openHttpLinks(entity, name, assess.knowledge) : openKafkaLinks(entity, name)
    for (const { address, from, inside, encryption, why, stated } of links) {
      const level = inside ? 'information' : 'warning'
      const because = [inside ? 'the other end lies in the own network or cluster' : 'the other end lies outside the own cluster']
      if (why === 'http') {
        const fixes = address.slot ? [{ title: 'Use https (the other end must offer it)', edits: [{ op: 'set', slot: address.slot, value: address.value.replace(/http:\/\//gi, 'https://') } as const] }] : []
        report('http', { at: address.at, data: { from, address: address.value.replace(/\/\/[^/@]*@/, '//') }, level, because, fixes })
      } else {
        const fixes = encryption ? [{ title: 'Turn on TLS (the address must lead to a TLS listener)', edits: [{ op: 'set', ...encryption } as const] }] : []
        report('kafka', { at: address.at, data: { from }, level, because: [stated ? 'the protocol is set to plaintext' : 'nothing sets TLS, and the default is plaintext', ...because], fixes })
      }
    }
  },
})
