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
  visits: ['connect-cluster', 'flow', 'connector'],
  messages: {
    kafka: 'Unencrypted connection of {from} to Kafka: no tls is set; expected TLS',
    http: 'Unencrypted connection of {from}: {address}; expected https',
  },
  check(entity, { assess, report }) {
    const name = valueOf(entity.name) ?? '?'
    const links = entity.kind === 'connector' ? openHttpLinks(entity, name, assess.knowledge) : openKafkaLinks(entity, name)
    for (const { address, from, inside, setting, why } of links) {
      const level = inside ? 'information' : 'warning'
      const because = [inside ? 'the other end lies in the own network or cluster' : 'the other end lies outside the own cluster']
      if (why === 'http') {
        const fixes = address.slot ? [{ title: 'Use https (the other end must offer it)', edits: [{ op: 'set', slot: address.slot, value: address.value.replace(/http:\/\//gi, 'https://') } as const] }] : []
        report('http', { at: address.at, data: { from, address: address.value.replace(/\/\/[^/@]*@/, '//') }, level, because, fixes })
      } else {
        const fixes = setting ? [{ title: 'Turn on TLS (the address must lead to a TLS listener, port 9093 with Strimzi)', edits: [{ op: 'set', slot: setting, value: { trustedCertificates: trust(address.value) } } as const] }] : []
        report('kafka', { at: address.at, data: { from }, level, because, fixes })
      }
    }
  },
})

/** The certificate of a Strimzi cluster lies in a secret named after it; any other cluster is checked against the public authorities. */
function trust(bootstrap: string): { secretName: string; pattern: string }[] {
  const cluster = /^([a-z0-9.-]+?)-kafka-(?:[a-z0-9-]+-)?bootstrap\b/.exec(bootstrap)?.[1]
  return cluster === undefined ? [] : [{ secretName: `${cluster}-cluster-ca-cert`, pattern: '*.crt' }]
}
