import { literally } from '../text/shell.ts'

/** A value of a resource of Kubernetes. */
export type Value = string | number | boolean | readonly Value[] | { readonly [key: string]: Value }

/** A resource of Kubernetes as it is written. */
export type Resource = { readonly [key: string]: Value }

/** The version of Strimzi's resources. */
const version = 'kafka.strimzi.io/v1'

/** The head of a resource of Strimzi, with the cluster that it belongs to. */
export const resource = (kind: string, name: string, cluster: string | undefined, spec: Value): Resource => ({
  apiVersion: version,
  kind,
  metadata: { name, ...(cluster === undefined ? {} : { labels: { 'strimzi.io/cluster': cluster } }) },
  spec,
})

/** A name as Kubernetes takes it, told apart from those that are taken. */
export function openNames(): (wanted: string) => string {
  const taken = new Set<string>()
  return wanted => {
    const name = kubernetesName(wanted)
    for (let number = 1; ; number++) {
      const candidate = number === 1 ? name : `${name.slice(0, 240)}-${number}`
      if (taken.has(candidate)) continue
      taken.add(candidate)
      return candidate
    }
  }
}

/** Lower case letters, digits, dashes and dots between letters or digits; at most 63, since labels are made of some. */
export const kubernetesName = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9.-]+/g, '-')
    .replace(/\.{2,}/g, '.')
    .replace(/-?\.-?/g, '.')
    .replace(/^[^a-z0-9]+/, '')
    .slice(0, 63)
    .replace(/(?<![^a-z0-9])[^a-z0-9]+$/, '') || 'unnamed'

/** How what is on its own ground is called, and how its clients reach it. */
export interface Target {
  readonly name: string
  /** The listener for certificates, on which the programs of the platform connect. */
  readonly bootstrap: string
  readonly user: (name: string) => Value
  readonly tls: Value
}

/** The target that a cluster of a name is moved to. */
export const targetOf = (name: string): Target => ({
  name,
  bootstrap: `${name}-kafka-bootstrap:9093`,
  tls: { trustedCertificates: [{ secretName: `${name}-cluster-ca-cert`, pattern: '*.crt' }] },
  user: user => ({
    type: 'tls',
    certificateAndKey: { secretName: user, certificate: 'user.crt', key: 'user.key' },
  }),
})

/** A list of names as MirrorMaker takes it: patterns of Java, between which a comma stands. */
export const patternsOf = (names: readonly string[]): string => names.map(literally).join(',')
