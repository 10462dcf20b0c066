import type { Client, Peer } from '../model/entities.ts'
import { mapFact, knownValue } from '../model/fact.ts'
import type { Setting } from '../model/settings.ts'
import { down, entries, items, reportingAt } from '../formats/cursor.ts'
import { placeHere, type Cursor } from '../formats/position.ts'
import { boolean, settings, text } from '../formats/values.ts'
import type { Resource } from './resource.ts'
import { dotted, jsonAt } from './settings.ts'

const nowhere = (near: Peer['bootstrap'] & { state: 'absent' }): Peer => ({
  alias: near,
  bootstrap: near,
  encrypted: { state: 'unresolved', at: near.near, text: '' },
})

/** Reads the version of a secret that clients of MSK log in with; any other secret is not ours. */
export function readSecretVersion(resource: Resource): Client[] {
  const { body, label } = resource
  const secret = down(body, 'secret_id').origin.refersTo
  const name = secret && knownValue(text(down(secret.body, 'name')))
  const prefix = secret && knownValue(text(down(secret.body, 'name_prefix')))
  if (!secret || !(/^AmazonMSK_/.test(name ?? prefix ?? '') || isAssociated(resource, secret.body))) return []
  const [bag] = jsonAt(down(body, 'secret_string')).map(root => settings(root, label))
  return bag
    ? [
        {
          kind: 'client',
          name: { state: 'known', value: name ?? resource.labelled, at: label },
          file: resource.file,
          extent: resource.extent,
          kafka: nowhere({ state: 'absent', near: label }),
          settings: { ...bag, refers: 'sensitive-variable' },
          encryptionKey: text(reportingAt(down(secret.body, 'kms_key_id'), secret.body.near)),
        },
      ]
    : []
}

/** Whether a cluster of MSK takes a secret. */
const isAssociated = (resource: Resource, secret: Cursor): boolean =>
  resource
    .beside(/^aws_msk_(?:single_)?scram_secret_association$/)
    .some(association =>
      [down(association, 'secret_arn'), ...items(down(association, 'secret_arn_list'))].some(
        ({ origin: { refersTo } }) =>
          refersTo?.body.near.span.start === secret.near.span.start && refersTo.body.near.file === secret.near.file,
      ),
    )

/** The cluster that a `kafka` provider talks to. */
export function kafkaOfProvider(body: Cursor): Peer {
  const servers = down(body, 'bootstrap_servers')
  const hosts = items(servers).map(text)
  const values = hosts.map(knownValue)
  const bootstrap: Peer['bootstrap'] =
    hosts[0] && !values.includes(undefined)
      ? { state: 'known', value: values.join(','), at: hosts[0].state === 'known' ? hosts[0].at : placeHere(servers) }
      : mapFact<string, string>(text(servers), () => undefined)
  const written = boolean(down(body, 'tls_enabled'))
  return {
    alias: { state: 'absent', near: body.near },
    bootstrap,
    // Absent means TLS.
    encrypted: written.state === 'absent' ? { state: 'known', value: true, at: body.near } : written,
  }
}

/** Reads how a provider of Kafka resources logs in: `provider "kafka"`. */
export function readKafkaProvider(resource: Resource): Client[] {
  const { body, label } = resource
  const all = entries(body).flatMap((entry): Setting[] => {
    const value = text(entry)
    return value.state === 'absent' || !entry.written || entry.name === 'bootstrap_servers'
      ? []
      : [{ key: entry.name, keyPlace: entry.written, value }]
  })
  return [
    {
      kind: 'client',
      name: { state: 'known', value: resource.labelled, at: label },
      file: resource.file,
      extent: resource.extent,
      kafka: kafkaOfProvider(body),
      settings: { ...dotted({ all, near: label }), refers: 'sensitive-variable' },
    },
  ]
}
