import { isPlaceholder, isStandIn } from './placeholder.ts'
import { remembering } from './remembering.ts'

/**
 * The hosts that an address names: URLs, JDBC and MongoDB URLs, connection strings, lists of `host:port`; lower case, without ports.
 * A host that a tool fills in comes back with the placeholder; what only shows where one is to be written is none.
 */
export const hostsOf = remembering((address: string): readonly string[] => readHosts(address))

function readHosts(address: string): string[] {
  // Of a line that only its template completes, the quotes are left.
  const text = address.trim().replace(/^["']/, '')
  const property = /(?:^|;)\s*(?:endpoint|blobendpoint)\s*=\s*([^;]+)/i.exec(text)?.[1]
  if (property !== undefined) return readHosts(property)
  if (text.includes(',') && (text.match(/:\/\//g) ?? []).length > 1) return text.split(',').flatMap(readHosts)
  const url =
    /^(?:jdbc:)?[a-z][\w.+-]*:(?:[a-z]+:)?(?:\/\/|@\/?\/?)(?:[^/?;]*@)?((?:[^/?;\s{]|\{\{[^}]{0,200}\}\}|\{)+)/i.exec(
      text,
    )
  const authority = url?.[1] ?? text.replace(/^[^@\s/]*@/, '').split(/[/?;]/)[0] ?? ''
  return authority
    .split(',')
    .map(hostOf)
    .filter(host => host !== '' && (isPlaceholder(host) || real.test(host) || !isStandIn(host)))
    .map(host => host.toLowerCase())
}

/** The hosts of an address in which another tool fills in parts: each part reads `x`. */
export const hostsFilledIn = (address: string): readonly string[] => hostsOf(address.replace(placeholders, 'x'))

const placeholders = /\$\{[^}]{0,200}\}|\{\{.{0,200}?\}\}|<[^<>\s]*>|%\(\w+\)s|%s|\$\w+/g

/** A domain that reads like a stand-in and is one of Hetzner's. */
const real = /\.your-objectstorage\.com$/i

/** A word where a port belongs, `db_host:db_port`, only shows what to write. */
const standsForPort = /^[\w.-]+:(?:[a-z]+[_-])*port$/i

/** One `host[:port[:more]]`, in brackets where it is an IPv6 address; as written. */
function hostOf(part: string): string {
  const text = part.trim()
  if (standsForPort.test(text)) return ''
  const bare = text.startsWith('[')
    ? text.slice(1, text.indexOf(']'))
    : text.replace(/:(?:\d[\w:]*|\$\{[^}]*\}|\{\{[^}]*\}\})?$/, '')
  return bare.replace(/\.$/, '')
}

/** The scheme of an address, lower case; undefined where there is none. */
export const schemeOf = (address: string): string | undefined =>
  /^([a-z][\w.+-]*):\/\//i.exec(address.trim())?.[1]?.toLowerCase()

/** Whether a range of addresses is all of them. */
export const isAnywhere = (range: string): boolean => range === '0.0.0.0/0' || range === '::/0'

/** Whether a host is this machine, or the one that runs this container by the name that Docker, Podman, Minikube, k3d or Lima gives it, or by the address of Docker's first bridge. */
export const isLoopback = (host: string): boolean =>
  /^(?:localhost|127(?:\.\d+){3}|172\.17\.0\.1|::1|0\.0\.0\.0|(?:host|gateway|kubernetes)\.docker\.internal|host\.(?:containers|minikube|k3d|lima)\.internal)$|\.localhost$/.test(
    host,
  )

/** Whether a host lies inside the own network or cluster: no dot, a private address, or a name that only resolves inside. */
export const isInside = (host: string): boolean =>
  isLoopback(host) ||
  /^(?:[a-z0-9_-]+|10(?:\.\d+){3}|192\.168(?:\.\d+){2}|172\.(?:1[6-9]|2\d|3[01])(?:\.\d+){2}|169\.254(?:\.\d+){2}|f[cd][0-9a-f]{2}:[0-9a-f:]*|fe80:[0-9a-f:]*)$/.test(
    host,
  ) ||
  /\.(?:svc|local|internal|lan|home|corp|intranet|localdomain|home\.arpa|cluster|docker|consul)$|\.svc\./.test(host) ||
  // A service and its namespace: the names of the internet end in letters only.
  /\.(?!xn--)[a-z0-9]+(?:-[a-z0-9]+)+$/.test(host) ||
  isShortName(host)

/** What a host inside the own network is called there, without its namespace: `kafka` of `kafka.shop.svc.cluster.local`; an address stays. */
export const serviceOf = (host: string): string => (/^[\d.]+$|:/.test(host) ? host : (host.split('.')[0] ?? host))

/** The namespace of a service of Kubernetes: `shop` of `kafka.shop.svc.cluster.local` and of `kafka.shop`; undefined where a host tells none. */
export const namespaceOf = (host: string): string | undefined =>
  /(?:^|\.)([a-z0-9-]+)\.svc(?:\.|$)/.exec(host)?.[1] ?? (isShortName(host) ? host.split('.').at(-1) : undefined)

/** Whether a name is that of a service in its namespace, or of a pod of a service, as a cluster's own resolver takes it: its last label is no top-level domain. */
function isShortName(host: string): boolean {
  const labels = host.split('.')
  const last = labels.at(-1) ?? ''
  return (
    (labels.length === 2 || labels.length === 3) &&
    labels.every(label => /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/.test(label)) &&
    !/^\d+$/.test(last) &&
    (/\d/.test(last) ? !last.startsWith('xn--') : last.length > 2 && !topLevel.has(last))
  )
}

/** The top-level domains that brokers and registries are found under, beside those of countries. */
const topLevel = new Set(
  (
    'com org net edu gov mil int info biz name pro aero coop museum jobs mobi travel tel cat asia post arpa test example invalid onion ' +
    'cloud dev app tech online site xyz global company systems services digital network solutions group bank health aws amazon google ' +
    'azure microsoft oracle ibm sap live store shop space website host hosting software technology engineering energy finance financial ' +
    'insurance capital ventures partners agency consulting academy school university institute foundation community social media news ' +
    'games game run zone world today life work works team tools plus page top club one vip fun icu link click email center support ' +
    'africa berlin hamburg koeln cologne bayern saarland ruhr wien tirol swiss paris bzh corsica alsace gal eus madrid barcelona amsterdam ' +
    'frl brussels vlaanderen london scot wales cymru irish nyc tokyo osaka moscow istanbul quebec sydney melbourne healthcare care ' +
    'hospital clinic dental pharmacy doctor law legal lawyer tax gmbh ltd llc inc limited business industries management marketing'
  ).split(' '),
)

/** An address as it may be shown: without a user, a password or a query. */
export const withoutCredentials = (address: string): string =>
  address.replace(/\/\/[^/\s,]*@/g, '//').replace(/[?;][^\s,]*/g, '')
